//! A theme as somebody pastes it: the custom properties in its CSS or JSON, whatever their names.

use std::collections::HashMap;

use cssparser::{Delimiter, ParseError, Parser, Token};
use serde_json::{Map, Value};

/// References that lead on to references; a theme of NL Design System has some four.
const DEEPEST: usize = 16;

/// Custom properties without their dashes, and their values as they stand there.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Theme {
    light: HashMap<String, String>,
    /// What is declared for the dark only.
    dark: HashMap<String, String>,
    fonts: Vec<FontRule>,
}

/// A rule `@font-face`: its descriptors, with their values as they stand there.
pub(super) type FontRule = HashMap<String, String>;

impl Theme {
    /// Reads CSS, or JSON when it begins like that. What is neither has no properties.
    pub(super) fn read(pasted: &str) -> Self {
        let mut theme = Self::default();
        if pasted.trim_start().starts_with(['{', '[']) {
            match serde_json::from_str(pasted) {
                Ok(Value::Object(tokens)) => tokens_of(&tokens, "", &mut theme.light),
                Ok(Value::Array(list)) => listed(&list, &mut theme.light),
                _ => {}
            }
        } else {
            rules(&mut Parser::new(pasted), false, &mut theme);
        }
        theme
    }

    pub(super) fn has_dark(&self) -> bool {
        !self.dark.is_empty()
    }

    pub(super) fn fonts(&self) -> &[FontRule] {
        &self.fonts
    }

    /// The value of a property, with references followed. None when it is not there, or leads nowhere.
    pub(super) fn value(&self, property: &str, dark: bool) -> Option<&str> {
        let mut value = self.declared(property, dark)?;
        for _ in 0..DEEPEST {
            let Some((name, instead)) = reference(value) else { return Some(value) };
            value = self.declared(name, dark).or(instead)?;
        }
        None
    }

    fn declared(&self, property: &str, dark: bool) -> Option<&str> {
        let in_the_dark = dark.then(|| self.dark.get(property)).flatten();
        in_the_dark.or_else(|| self.light.get(property)).map(String::as_str)
    }
}

/// The name and what stands for it, of `var(--name)` or `var(--name, something)` and nothing else.
fn reference(value: &str) -> Option<(&str, Option<&str>)> {
    let inside = value.trim().strip_prefix("var(")?.strip_suffix(')')?;
    let (name, instead) = match inside.split_once(',') {
        Some((name, instead)) => (name, Some(instead.trim())),
        None => (inside, None),
    };
    Some((name.trim().strip_prefix("--")?, instead))
}

/// Every rule, also those within others. Names of selectors do not matter, but for the dark.
fn rules(input: &mut Parser<'_>, dark: bool, theme: &mut Theme) {
    let mut start = input.position();
    loop {
        let state = input.state();
        let block = match input.next() {
            Err(_) => return,
            Ok(Token::Ident(name)) if name.starts_with("--") => {
                let name = name.to_string();
                if let Some(value) = declared_value(input) {
                    let properties = if dark { &mut theme.dark } else { &mut theme.light };
                    properties.insert(name.trim_start_matches('-').to_owned(), value);
                    start = input.position();
                    continue;
                }
                input.reset(&state);
                let _ = input.next();
                continue;
            }
            Ok(Token::Semicolon) => {
                start = input.position();
                continue;
            }
            Ok(token) => matches!(token, Token::CurlyBracketBlock),
        };
        if block {
            let selector = input.slice_from(start).to_ascii_lowercase();
            let dark = dark || is_dark(&selector);
            let _: Result<(), ParseError<()>> = input.parse_nested_block(|input| {
                if selector.trim_end_matches('{').trim_end().ends_with("@font-face") {
                    theme.fonts.push(descriptors(input));
                } else {
                    rules(input, dark, theme);
                }
                Ok(())
            });
            start = input.position();
        }
    }
}

/// What a block without rules in it declares.
fn descriptors(input: &mut Parser<'_>) -> FontRule {
    let mut found = FontRule::new();
    loop {
        let name = match input.next() {
            Err(_) => return found,
            Ok(Token::Ident(name)) => name.to_ascii_lowercase(),
            Ok(_) => continue,
        };
        if let Some(value) = declared_value(input) {
            found.insert(name, value);
        }
    }
}

/// `: value` up to the semicolon or the end of the block.
fn declared_value(input: &mut Parser<'_>) -> Option<String> {
    input.expect_colon().ok()?;
    let value: Result<String, ParseError<()>> = input.parse_until_before(Delimiter::Semicolon, |input| {
        let start = input.position();
        while input.next().is_ok() {}
        Ok(without_comments(input.slice_from(start)))
    });
    value.ok()
}

fn without_comments(value: &str) -> String {
    let mut rest = value;
    let mut plain = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.trim().to_owned()
}

/// As NL Design System names it, and as a browser asks for it.
fn is_dark(selector: &str) -> bool {
    let tight: String = selector.split_whitespace().collect();
    tight.contains("color-scheme-dark") || tight.contains("prefers-color-scheme:dark")
}

/// Tokens as Style Dictionary writes them: a tree with `$value` or `value` in its leaves, or one flat list of names.
fn tokens_of(tokens: &Map<String, Value>, path: &str, to: &mut HashMap<String, String>) {
    for (name, value) in tokens {
        let name = dashed(name);
        let path = if path.is_empty() { name } else { format!("{path}-{name}") };
        match value {
            Value::Object(inside) => match inside.get("$value").or_else(|| inside.get("value")).and_then(written) {
                Some(value) => {
                    to.insert(path, value);
                }
                None => tokens_of(inside, &path, to),
            },
            value => {
                if let Some(value) = written(value) {
                    to.insert(path, value);
                }
            }
        }
    }
}

/// A list of tokens, each with its name.
fn listed(list: &[Value], to: &mut HashMap<String, String>) {
    for token in list {
        let value = token.get("$value").or_else(|| token.get("value")).and_then(written);
        if let (Some(Value::String(name)), Some(value)) = (token.get("name"), value) {
            to.insert(dashed(name), value);
        }
    }
}

/// A value as CSS has it; `{basis.color.x}` becomes a reference to a property.
fn written(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let token = text.trim().strip_prefix('{').and_then(|text| text.strip_suffix('}'));
            Some(token.map_or_else(
                || text.trim().to_owned(),
                |path| format!("var(--{})", path.split('.').map(dashed).collect::<Vec<_>>().join("-")),
            ))
        }
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// `basisColorAction1Bg` and `--basis-color-action-1-bg` are both `basis-color-action-1-bg`.
fn dashed(name: &str) -> String {
    let mut dashed = String::new();
    let mut before = ' ';
    for letter in name.trim_start_matches('-').chars() {
        let turns = letter.is_ascii_uppercase() || (letter.is_ascii_digit() && before.is_ascii_lowercase());
        if turns && before != '-' && !dashed.is_empty() {
            dashed.push('-');
        }
        dashed.push(if letter == ' ' || letter == '_' { '-' } else { letter.to_ascii_lowercase() });
        before = letter;
    }
    dashed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_found_wherever_they_stand() {
        let theme = Theme::read(
            "/* A theme. */ @import url(x.css);
             .a-theme, :root { color: red; --a-b: #fff /* white */ ; --c: var( --a-b ); --d: var(--gone, var(--c)) }
             @media (prefers-color-scheme: dark) { .a-theme { --a-b: #000 } }
             .a-theme--color-scheme-dark { --e: { }; --f: 1px }
             broken } .z { --g: 'x;y', serif }",
        );
        let value = |name| theme.value(name, false);
        assert_eq!((value("a-b"), value("c"), value("d")), (Some("#fff"), Some("#fff"), Some("#fff")));
        assert_eq!(theme.value("d", true), Some("#000"));
        assert_eq!((value("f"), theme.value("f", true)), (None, Some("1px")));
        assert_eq!(value("g"), Some("'x;y', serif"));
        assert!(theme.has_dark());
    }

    #[test]
    fn references_in_a_circle_lead_nowhere() {
        let theme = Theme::read(":root { --a: var(--b); --b: var(--a) }");
        assert_eq!(theme.value("a", false), None);
    }

    #[test]
    fn json_of_every_form_says_the_same() {
        for json in [
            r##"{"basis":{"color":{"action-1":{"bg":{"$type":"color","$value":"{a.b}"}}}},"a":{"b":{"value":"#123456"}}}"##,
            r##"{"basisColorAction1Bg":"#123456"}"##,
            r##"{"--basis-color-action-1-bg":"#123456"}"##,
            r##"[{"name":"basisColorAction1Bg","$value":"#123456"}]"##,
        ] {
            assert_eq!(Theme::read(json).value("basis-color-action-1-bg", false), Some("#123456"), "{json}");
        }
        assert_eq!(Theme::read("{ broken"), Theme::default());
        assert_eq!(Theme::read("hello"), Theme::default());
    }
}
