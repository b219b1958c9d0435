//! Sentences that blame somebody who can be recognised.

use super::names::TITLES;
use super::token::Token;
use super::{Finding, FindingKind};

/// People who can be recognised without a name.
const NEIGHBOURS: [&str; 13] = [
    "buurman",
    "buurvrouw",
    "buurjongen",
    "buurmeisje",
    "buren",
    "benedenbuurman",
    "bovenbuurman",
    "bovenburen",
    "onderburen",
    "overbuurman",
    "neighbour",
    "neighbours",
    "neighbor",
];
/// Words for what one is blamed for, or their beginnings (with a star).
const BLAME: [&str; 51] = [
    "dief",
    "dieven",
    "steelt",
    "stelen",
    "stal",
    "gestolen",
    "dealt",
    "dealen",
    "dealer*",
    "drugs*",
    "gedeald",
    "crimine*",
    "inbreker*",
    "breekt",
    "inbreken",
    "slaat",
    "mishandel*",
    "bedreig*",
    "verkracht*",
    "pedo*",
    "aanrand*",
    "oplicht*",
    "vernielt",
    "vernield",
    "vandaal",
    "vandalen",
    "stalkt",
    "stalker*",
    "intimideert",
    "geïntimideerd",
    "agressie*",
    "junk*",
    "verslaafd*",
    "wapen",
    "wapens",
    "fraude*",
    "misbruik*",
    "bespioneert",
    "gluurt",
    "thief",
    "thieves",
    "steals",
    "stole",
    "stealing",
    "burglar*",
    "criminal*",
    "beats",
    "abuse*",
    "threat*",
    "rapist",
    "vandal*",
];
/// Ends of words that are places: two capitals in a row are no person then.
pub(super) const PLACES: [&str; 16] = [
    "straat", "laan", "weg", "plein", "park", "wijk", "buurt", "markt", "kade", "flat", "hof", "school", "centrum",
    "singel", "gracht", "dijk",
];

/// Sentences with a word of blame and somebody who can be recognised: by name, as a neighbour, by house or car.
pub(super) fn find(text: &str, tokens: &[Token<'_>], found: &[Finding]) -> Vec<Finding> {
    sentences(text, tokens)
        .filter(|sentence| {
            // "Het Wapen van Noord": a capital inside a sentence makes it part of a name.
            sentence.iter().enumerate().any(|(place, token)| is_blame(token) && (place == 0 || !is_titled(token)))
        })
        .filter_map(|sentence| {
            let (start, end) = (sentence.first()?.start, sentence.last()?.end());
            let pointed_at = found.iter().any(|finding| {
                let kinds = [
                    FindingKind::PersonName,
                    FindingKind::HouseNumber,
                    FindingKind::Postcode,
                    FindingKind::LicencePlate,
                    FindingKind::PhoneNumber,
                    FindingKind::Email,
                ];
                kinds.contains(&finding.kind) && (start..end).contains(&finding.start)
            });
            let recognised =
                pointed_at || sentence.iter().any(|token| token.is(&NEIGHBOURS)) || has_full_name(sentence);
            recognised.then_some(Finding { kind: FindingKind::Accusation, start, end })
        })
        .collect()
}

fn is_blame(token: &Token<'_>) -> bool {
    let lower = token.text.to_ascii_lowercase();
    BLAME.iter().any(|word| match word.strip_suffix('*') {
        Some(begin) => lower.starts_with(begin),
        None => lower == *word,
    })
}

/// One capital and then small letters.
fn is_titled(token: &Token<'_>) -> bool {
    token.is_capitalised() && token.text.chars().skip(1).all(char::is_lowercase)
}

/// Two words with capitals in a row, the first of which does not only have one because it opens the sentence.
fn has_full_name(sentence: &[Token<'_>]) -> bool {
    let is_place = |token: &Token<'_>| {
        let lower = token.text.to_ascii_lowercase();
        PLACES.iter().any(|place| lower.ends_with(place))
    };
    let is_name = |token: &Token<'_>| token.is_capitalised() && token.text.chars().count() > 2 && !is_place(token);
    sentence.windows(2).enumerate().any(|(place, pair)| match pair {
        [first, second] => {
            // At the beginning of a sentence "Gisteren Piet" is a name too often mistaken: a small word gives it away.
            let opens = place == 0 && COMMON_BEGINNINGS.contains(&first.text);
            is_name(first) && is_name(second) && second.gap == " " && !opens && !is_blame(first)
        }
        _ => false,
    })
}

/// Words that open a sentence and are no first names.
const COMMON_BEGINNINGS: [&str; 14] =
    ["Bij", "Het", "Een", "Deze", "Onze", "Veel", "Sinds", "Soms", "Vaak", "Rond", "Achter", "Voor", "Naast", "Near"];

/// Runs of tokens up to a full stop, question mark, exclamation mark or end of line. The dot of "dhr." or "12.30"
/// ends nothing: a new sentence begins after a space, and not after an abbreviation.
fn sentences<'t, 'a>(text: &'a str, tokens: &'t [Token<'a>]) -> impl Iterator<Item = &'t [Token<'a>]> {
    tokens.chunk_by(|before, after| {
        let abbreviated = after.gap.starts_with('.') && before.text.len() <= 4 && before.is(&TITLES);
        let between = text.get(before.end()..after.start).unwrap_or_default();
        let stops = between.contains(['!', '?', '\n']) || (between.contains('.') && between.contains(' '));
        !stops || abbreviated
    })
}
