//! Letters and corners of a theme: families, weight, roundness, and files of letters on the municipality's own site.

use std::collections::BTreeMap;

use cssparser::{ParseError, Parser, Token};
use shared::house_style::{FontFile, StyleFinding};

use super::theme::{FontRule, Theme};

const BODY: &[&str] = &[
    "nl-paragraph-font-family",
    "utrecht-paragraph-font-family",
    "utrecht-document-font-family",
    "utrecht-root-font-family",
    "basis-text-font-family-default",
    "ams-typography-font-family",
];
const HEADING: &[&str] = &[
    "nl-heading-level-2-font-family",
    "utrecht-heading-2-font-family",
    "utrecht-heading-font-family",
    "basis-heading-font-family",
    "ams-heading-font-family",
];
const HEADING_WEIGHT: &[&str] = &[
    "nl-heading-level-2-font-weight",
    "utrecht-heading-2-font-weight",
    "utrecht-heading-font-weight",
    "basis-heading-font-weight",
    "ams-heading-font-weight",
];
const CORNER: &[&str] =
    &["nl-button-border-radius", "utrecht-button-border-radius", "basis-border-radius-md", "ams-button-border-radius"];

/// Families in one list; nobody needs more than some fallbacks.
const MOST_FAMILIES: usize = 8;
const LONGEST_FAMILY: usize = 60;
/// Files: regular and bold, upright and italic, for text and for headings.
const MOST_FILES: usize = 8;
const LONGEST_ADDRESS: usize = 300;
/// What stands behind every family, so that there is always a letter.
const FALLBACK: &str = "system-ui, sans-serif";
/// The roundest corner of a control, in rem. Half of its height.
const ROUNDEST: f32 = 1.5;

pub(super) struct Letters {
    pub(super) properties: BTreeMap<String, String>,
    pub(super) files: Vec<FontFile>,
}

/// Every name that is looked for here.
pub(super) fn names() -> impl Iterator<Item = &'static &'static str> {
    [BODY, HEADING, HEADING_WEIGHT, CORNER].into_iter().flatten()
}

pub(super) fn read(theme: &Theme, sites: &[String], findings: &mut Vec<StyleFinding>) -> Letters {
    let mut properties = BTreeMap::new();
    let mut take = |property: &str, names: &[&str], read: fn(&str) -> Option<String>| {
        let Some((name, value)) = names.iter().find_map(|name| Some((name, theme.value(name, false)?))) else { return };
        match read(value) {
            Some(value) => drop(properties.insert(property.to_owned(), value)),
            None => findings.push(StyleFinding::NotUnderstood {
                property: format!("--{name}"),
                value: value.chars().take(LONGEST_FAMILY).collect(),
            }),
        }
    };
    take("--font-body", BODY, families);
    take("--font-heading", HEADING, families);
    take("--weight-heading", HEADING_WEIGHT, weight);
    take("--radius-control", CORNER, |value| corner(value).map(|rem| format!("{rem}rem")));
    take("--radius-panel", CORNER, |value| corner(value).map(|rem| format!("{}rem", (rem * 1.6).min(1.0))));
    let mut files = Vec::new();
    for rule in theme.fonts() {
        match file(rule, sites) {
            Ok(file) if files.len() < MOST_FILES => files.push(file),
            Ok(_) => {}
            Err(address) => findings.push(StyleFinding::FontElsewhere { address }),
        }
    }
    Letters { properties, files }
}

/// A list of families, written anew: nothing but names gets into the sheet.
fn families(value: &str) -> Option<String> {
    let read: Result<Vec<String>, ParseError<()>> =
        Parser::new(value).parse_entirely(|input| input.parse_comma_separated(family));
    let families = read.ok()?;
    // The last word is no name: it says which kind of letter.
    let kind = if families.last()? == "serif" { "serif" } else { FALLBACK };
    let quoted = families.iter().filter(|name| !is_generic(name)).take(MOST_FAMILIES).map(|name| format!("\"{name}\""));
    Some(quoted.chain([kind.to_owned()]).collect::<Vec<_>>().join(", "))
}

fn family(input: &mut Parser<'_>) -> Result<String, ParseError<()>> {
    let mut words = Vec::new();
    loop {
        match input.next() {
            Ok(Token::Ident(word)) => words.push(word.to_string()),
            Ok(Token::QuotedString(text)) if words.is_empty() => words.push(text.to_string()),
            Ok(_) => return Err(ParseError::custom(())),
            Err(_) => break,
        }
    }
    is_plain(&words.join(" ")).ok_or_else(|| ParseError::custom(()))
}

/// A name of letters, digits, spaces and dashes; what else could end the quotation.
fn is_plain(name: &str) -> Option<String> {
    let plain = !name.is_empty()
        && name.len() <= LONGEST_FAMILY
        && name.chars().all(|letter| letter.is_alphanumeric() || " -_.".contains(letter));
    plain.then(|| name.to_owned())
}

fn is_generic(name: &str) -> bool {
    ["serif", "sans-serif", "monospace", "system-ui", "ui-sans-serif", "ui-serif", "inherit", "initial"].contains(&name)
}

fn weight(value: &str) -> Option<String> {
    let weight = match value {
        "bold" => 700,
        "normal" => 400,
        number => number.parse().ok()?,
    };
    (1..=1000).contains(&weight).then(|| weight.to_string())
}

/// In rem; `rem` and `px` only, as a corner of another size would be a guess.
fn corner(value: &str) -> Option<f32> {
    let number = |text: &str| text.trim().parse::<f32>().ok();
    let rem = match (value.strip_suffix("rem"), value.strip_suffix("px")) {
        (Some(rem), _) => number(rem)?,
        (_, Some(px)) => number(px)? / 16.0,
        _ => number(value).filter(|zero| *zero == 0.0)?,
    };
    rem.is_finite().then(|| rem.clamp(0.0, ROUNDEST))
}

/// Reads a rule; the address when it is none of ours.
fn file(rule: &FontRule, sites: &[String]) -> Result<FontFile, String> {
    let source = rule.get("src").map(String::as_str).unwrap_or_default();
    let address = first_woff2(source).unwrap_or_default();
    let elsewhere = || if address.is_empty() { source } else { &address }.chars().take(LONGEST_ADDRESS).collect();
    let family = rule.get("font-family").map(|name| name.trim_matches(['"', '\'', ' '])).and_then(is_plain);
    let near = sites.iter().any(|site| {
        site.starts_with("https://") && address.strip_prefix(site.as_str()).is_some_and(|path| path.starts_with('/'))
    });
    let plain = address.len() <= LONGEST_ADDRESS
        && address.bytes().all(|byte| byte.is_ascii_alphanumeric() || b":/.-_~%?=&+,".contains(&byte));
    let (Some(family), true, true) = (family, near, plain) else { return Err(elsewhere()) };
    let italic = rule.get("font-style").is_some_and(|style| style.starts_with("italic"));
    Ok(FontFile { family, weight: weights(rule.get("font-weight").map(String::as_str)), italic, address })
}

/// `url(…)` of the first source that is WOFF2.
fn first_woff2(source: &str) -> Option<String> {
    source.split(',').find(|one| one.contains(".woff2") || one.contains("woff2\"")).and_then(|one| {
        let inside = one.split_once("url(")?.1.split_once(')')?.0;
        Some(inside.trim().trim_matches(['"', '\'']).to_owned())
    })
}

/// `400`, `bold` or `100 900`.
fn weights(value: Option<&str>) -> (u16, u16) {
    let mut found = value.unwrap_or("400").split_whitespace().filter_map(|word| weight(word)?.parse().ok());
    let least = found.next().unwrap_or(400);
    (least, found.next().unwrap_or(least))
}
