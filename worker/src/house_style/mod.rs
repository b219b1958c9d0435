//! The house style of a municipality: a pasted theme of NL Design System becomes values for our own custom properties,
//! and nothing else of it is kept. Colours are measured here, once, so that no page has to.

mod choice;
mod colour;
mod fonts;
mod logo;
mod parts;
mod sheet;
mod theme;

use std::collections::{BTreeMap, BTreeSet};

use shared::{
    fault::FaultCode,
    house_style::{HouseStyle, Scheme, StyleFinding, StylePart},
};

pub use logo::{Logo, LogoKind, LogoPlace, MAX_LOGO};
pub use sheet::Sheet;

use choice::{Choice, Colours};
use colour::Colour;
use theme::Theme;

/// Reads what somebody pasted. `sites` are the registered origins, on which letters may lie.
///
/// # Errors
/// That nothing in it is known to us: then it is no theme, or one with names of its own.
pub fn read(pasted: &str, sites: &[String]) -> Result<HouseStyle, FaultCode> {
    let theme = Theme::read(pasted);
    if !is_known(&theme) {
        return Err(FaultCode::NoThemeFound);
    }
    let ours = Theme::read(ui::TOKENS);
    let (colours, mut findings) = Choice::new(&theme, &colours_of(&ours, false), Scheme::Light).made();
    let mut light = written(&colours);
    let letters = fonts::read(&theme, sites, &mut findings);
    light.extend(letters.properties);
    let dark = theme.has_dark().then(|| {
        let (dark, more) = Choice::new(&theme, &colours_of(&ours, true), Scheme::Dark).made();
        findings.extend(more.into_iter().filter(|finding| !findings.contains(finding)).collect::<Vec<StyleFinding>>());
        let mut dark = written(&dark);
        dark.insert("color-scheme".to_owned(), scheme_word(&dark));
        dark
    });
    light.insert("color-scheme".to_owned(), scheme_word(&light));
    Ok(HouseStyle { light, dark, fonts: letters.files, findings })
}

/// Every name of a custom property, without its dashes, under which a value is looked for: all that is asked of a site
/// when its house style is taken over.
pub fn names() -> BTreeSet<&'static str> {
    let colours = parts::RULES.iter().flat_map(|rule| rule.names).chain(parts::PAPER).chain(parts::INK);
    colours.chain(fonts::names()).copied().collect()
}

/// What a page of a site has, as the CSS of a theme: only names that we know, and only values that are one value. Empty
/// when there are none.
pub fn theme_of(values: &BTreeMap<String, String>) -> String {
    let is_plain = |value: &str| {
        let length = value.chars().count();
        (1..=LONGEST_VALUE).contains(&length) && !value.contains(|c: char| c.is_control() || "{};@<\\".contains(c))
    };
    let lines: Vec<String> = names()
        .into_iter()
        .filter_map(|name| Some((name, values.get(name)?.trim())))
        .filter(|(_, value)| is_plain(value))
        .map(|(name, value)| format!("  --{name}: {value};\n"))
        .collect();
    if lines.is_empty() { String::new() } else { format!(":root {{\n{}}}\n", lines.concat()) }
}

/// Characters of one value: a list of families of letters is the longest.
const LONGEST_VALUE: usize = 200;

/// Whether it has any colour or letter under a name that we know.
fn is_known(theme: &Theme) -> bool {
    names().iter().any(|name| theme.value(name, false).or_else(|| theme.value(name, true)).is_some())
}

/// The colours of our own look, from the style sheet that has them.
fn colours_of(ours: &Theme, dark: bool) -> Colours {
    let colour = |part: &StylePart| Some((*part, Colour::read(ours.value(part.property(), dark)?)?));
    StylePart::ALL.iter().filter_map(colour).collect()
}

fn written(colours: &Colours) -> BTreeMap<String, String> {
    colours.iter().map(|(part, colour)| (format!("--{}", part.property()), colour.to_string())).collect()
}

/// For what the browser draws itself: scroll bars, the arrow of a list.
fn scheme_word(properties: &BTreeMap<String, String>) -> String {
    let dark = properties.get("--paper").and_then(|paper| Colour::read(paper)).is_some_and(Colour::is_dark);
    if dark { "dark" } else { "light" }.to_owned()
}

#[cfg(test)]
mod tests;
