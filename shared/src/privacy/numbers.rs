//! Numbers and addresses that point to one person: phone, e-mail, licence plate, house, postcode, citizen service.

use super::token::Token;
use super::{Finding, FindingKind};

/// Ends of words that are streets: "Kerkstraat", "Lange Voorhout" not.
const STREETS: [&str; 19] = [
    "straat",
    "laan",
    "weg",
    "plein",
    "kade",
    "gracht",
    "singel",
    "dreef",
    "hof",
    "pad",
    "steeg",
    "dijk",
    "plantsoen",
    "markt",
    "boulevard",
    "erf",
    "oever",
    "baan",
    "wal",
];
/// What follows a number that counts, and is not of a house.
const COUNTED: [&str; 12] =
    ["keer", "km", "meter", "m", "uur", "jaar", "dagen", "maal", "x", "minuten", "procent", "euro"];
/// Words before the number of a house.
const NUMBER_WORDS: [&str; 5] = ["nummer", "nr", "huisnummer", "huisnr", "number"];
/// The forms of Dutch licence plates (RDW, sidecodes 1 to 14): L a letter, D a digit.
const PLATES: [&str; 14] = [
    "LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL", "DD-LLL-D", "D-LLL-DD", "LL-DDD-L",
    "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D",
];

pub(super) fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut place = 0;
    while let Some(rest) = tokens.get(place..).filter(|rest| !rest.is_empty()) {
        let found = email(text, rest)
            .or_else(|| phone(text, rest))
            .or_else(|| citizen_service_number(rest))
            .or_else(|| plate(rest))
            .or_else(|| postcode(rest))
            .or_else(|| house(tokens.get(..place).unwrap_or_default(), rest));
        place += 1;
        let Some((kind, count)) = found else { continue };
        if let (Some(first), Some(last)) = (rest.first(), rest.get(count.saturating_sub(1))) {
            findings.push(Finding { kind, start: first.start, end: last.end() });
        }
        place += count.saturating_sub(1);
    }
    findings
}

/// What was found, and how many tokens it takes.
type Found = Option<(FindingKind, usize)>;

/// `naam@voorbeeld.nl`: something around the sign, and a dot in what follows.
fn email(text: &str, rest: &[Token<'_>]) -> Found {
    let sign = rest.iter().skip(1).position(|token| !is_inside_address(token.gap))? + 1;
    if rest.get(sign)?.gap != "@" {
        return None;
    }
    let domain = rest.get(sign + 1..)?.iter().take_while(|token| matches!(token.gap, "" | "." | "-")).count();
    let end = rest.get(sign + domain)?.end();
    let host = text.get(rest.get(sign)?.start..end)?;
    host.contains('.').then_some((FindingKind::Email, sign + domain + 1))
}

fn is_inside_address(gap: &str) -> bool {
    matches!(gap, "" | "." | "_" | "-" | "+")
}

/// Ten digits from 0, or a country code with eight or more. Free numbers of organisations (0800, 0900) and short
/// ones (112, 14 036) are nobody's.
fn phone(text: &str, rest: &[Token<'_>]) -> Found {
    let groups: Vec<&Token<'_>> =
        digit_groups(rest, |gap| matches!(gap, " " | "-" | ". " | "." | ") " | ")" | " - " | "/"));
    let first = groups.first()?;
    let international = text.get(..first.start)?.ends_with('+') || first.text.starts_with("00");
    let mut digits = String::new();
    for (place, group) in groups.iter().enumerate() {
        digits.push_str(group.text);
        // 01-02-2026 is a date: no area code has two digits, and only mobile numbers are written 06-….
        let local = digits.len() == 10
            && digits.starts_with('0')
            && !["00", "0800", "0900"].iter().any(|prefix| digits.starts_with(prefix))
            && (first.text == "06" || first.text.len() > 2);
        if local
            || (international && (10..=15).contains(&digits.trim_start_matches('0').len()) && place + 1 == groups.len())
        {
            return Some((FindingKind::PhoneNumber, place + 1));
        }
    }
    None
}

/// Nine digits, together or in groups, whose weighted sum is a multiple of 11: weights 9 to 2, and −1 for the last
/// digit (Besluit burgerservicenummer, "elfproef").
fn citizen_service_number(rest: &[Token<'_>]) -> Found {
    let groups = digit_groups(rest, |gap| matches!(gap, " " | "." | "-"));
    let mut digits = String::new();
    let count = groups.iter().position(|group| {
        digits.push_str(group.text);
        digits.len() >= 9
    })? + 1;
    let values: Vec<i32> = digits.bytes().map(|byte| i32::from(byte) - i32::from(b'0')).collect();
    let sum: i32 = values.iter().zip([9, 8, 7, 6, 5, 4, 3, 2, -1]).map(|(value, weight)| value * weight).sum();
    (values.len() == 9 && sum != 0 && sum % 11 == 0).then_some((FindingKind::CitizenServiceNumber, count))
}

/// The numbers from here on that such gaps hold together.
fn digit_groups<'t, 'a>(rest: &'t [Token<'a>], joins: impl Fn(&str) -> bool) -> Vec<&'t Token<'a>> {
    let groups =
        rest.iter().enumerate().take_while(|(place, token)| token.is_number() && (*place == 0 || joins(token.gap)));
    groups.map(|(_, token)| token).collect()
}

fn plate(rest: &[Token<'_>]) -> Found {
    // Three groups; two of a kind that touch are one token, so `12-AB-34` and `12AB34` are three tokens both.
    let groups = rest.get(..3)?;
    let gaps: Vec<&str> = groups.iter().skip(1).map(|token| token.gap).collect();
    let hyphens = gaps == ["-", "-"];
    let upper =
        groups.iter().all(|token| token.text.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()));
    if !hyphens && !(upper && (gaps == ["", ""] || gaps == [" ", " "])) {
        return None;
    }
    // Longer words and numbers beside it make it something else.
    let goes_on = rest.get(3).is_some_and(|next| matches!(next.gap, "" | "-"));
    let form = |token: &Token<'_>| if token.is_number() { "D" } else { "L" }.repeat(token.text.len());
    let forms: Vec<String> = groups.iter().map(form).collect();
    let ascii = groups.iter().all(|token| token.text.is_ascii());
    (ascii && !goes_on && PLATES.contains(&forms.join("-").as_str())).then_some((FindingKind::LicencePlate, 3))
}

/// `1234 AB 12`: a postcode alone is half a street, with a number it is a house.
fn postcode(rest: &[Token<'_>]) -> Found {
    let [digits, letters, number, ..] = rest else { return None };
    let form = digits.is_number() && digits.text.len() == 4 && !digits.text.starts_with('0');
    let upper = letters.text.bytes().all(|byte| byte.is_ascii_uppercase());
    let together = letters.gap.is_empty() && letters.text.bytes().all(|byte| byte.is_ascii_alphabetic());
    let joined = letters.text.len() == 2 && ((upper && letters.follows_closely()) || together);
    let number = if number.is(&NUMBER_WORDS) { (rest.get(3)?, 4) } else { (number, 3) };
    let is_house =
        number.0.is_number() && number.0.text.len() <= 4 && matches!(number.0.gap, "" | " " | ", " | "-" | ". ");
    (form && joined && is_house).then_some((FindingKind::Postcode, number.1))
}

/// "Kerkstraat 12", "nummer 12". Not "de straat 12 keer", and not "in straat 3": the street has to have a name.
fn house(before: &[Token<'_>], rest: &[Token<'_>]) -> Found {
    let (word, number) = (before.last()?, rest.first()?);
    let counts = rest.get(1).is_some_and(|next| next.follows_closely() && next.is(&COUNTED));
    if !number.is_number() || number.text.len() > 4 || number.text.starts_with('0') || counts {
        return None;
    }
    let goes_on = rest.get(1).is_some_and(|next| next.is_number() && !matches!(next.gap, " " | ", " | ". " | " - "));
    let lower = word.text.to_ascii_lowercase();
    let is_street = word.is_capitalised()
        && STREETS.iter().any(|street| lower.strip_suffix(street).is_some_and(|name| !name.is_empty()));
    let is_named =
        (is_street && matches!(number.gap, " " | ", ")) || (word.is(&NUMBER_WORDS) && matches!(number.gap, " " | ". "));
    // A letter that belongs to it: 12b.
    let suffix = rest.get(1).is_some_and(|next| next.gap.is_empty() && next.text.len() == 1);
    (is_named && !goes_on).then_some((FindingKind::HouseNumber, if suffix { 2 } else { 1 }))
}
