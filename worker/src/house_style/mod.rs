//! The house style of a municipality: a pasted theme of NL Design System becomes values for our own custom properties,
//! and nothing else of it is kept. Colours are measured here, once, so that no page has to.

mod choice;
mod colour;
mod fonts;
mod logo;
mod parts;
mod sheet;
mod theme;

use std::collections::BTreeMap;

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

/// Whether it has any colour or letter under a name that we know.
fn is_known(theme: &Theme) -> bool {
    let names = parts::RULES.iter().flat_map(|rule| rule.names).chain(parts::PAPER).chain(parts::INK);
    names.chain(fonts::names()).any(|name| theme.value(name, false).or_else(|| theme.value(name, true)).is_some())
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
