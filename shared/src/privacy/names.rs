//! Names of people: after a title, as first name and surname, after "heet", or with an initial.
//!
//! A first name alone is left out ("Emma", "Noor" are squares and schools too), and so is what ends like a place
//! ("Anne Frankschool", "Jan Steenstraat"). How well this does on sentences of our own stands in `tests::names`.

use super::accusation::PLACES;
use super::token::Token;
use super::{Finding, FindingKind};

/// Words before a name. A dot after an abbreviation does not end the sentence.
pub(super) const TITLES: [&str; 17] = [
    "meneer",
    "mevrouw",
    "mijnheer",
    "heer",
    "dhr",
    "mw",
    "mevr",
    "mvr",
    "fam",
    "familie",
    "buurman",
    "buurvrouw",
    "buurjongen",
    "mr",
    "mrs",
    "ms",
    "agent",
];
/// Who somebody is to the writer: also before a name. With a space on both sides, as in [`FIRST_NAMES`].
const RELATIONS: &str = " buurmeisje overbuurman overbuurvrouw bovenbuurman bovenbuurvrouw benedenbuurman wijkagent \
    huismeester juf meester oom tante zoon dochter vriend vriendin broer zus collega neighbour ";
/// Small words inside a name.
const PREFIXES: [&str; 15] =
    ["de", "van", "der", "den", "el", "al", "ten", "ter", "bin", "la", "le", "te", "ben", "du", "von"];
/// Who can be called something. "De groep heet Buurtkracht" is no person.
const WHO: [&str; 7] = ["hij", "zij", "ze", "ik", "die", "he", "she"];
/// First names that many people here have, of all ages and origins, without those that are ordinary words as well
/// ("Wil", "Ben", "Mark"). With spaces around each: one string is smaller than a list of them.
const FIRST_NAMES: &str = " jan piet kees klaas henk hans willem gerrit johan johannes cornelis pieter peter paul \
    theo frank erik eric marcel martin martijn michel michael rob robert ronald ruud rené richard dennis patrick jeroen \
    bart bas joost maarten tim tom thomas tijs thijs daan sem lucas levi finn luuk jesse ruben lars sven niels koen \
    wouter stefan stephan sander marco edwin arjan arie aad ton toon wim leo jos jaap dirk simon david daniel kevin \
    danny jordy rick rik nick mike max olaf bram stijn gijs teun hugo floris maria anna johanna elisabeth catharina \
    cornelia wilhelmina petra ineke ans annie truus riet tineke joke marijke marja marjan monique ingrid karin anja \
    yvonne esther linda sandra sonja mirjam miriam marieke marloes ellen els elly wilma willy nel corrie corry greet \
    gerda betty bianca manon nicole saskia jolanda astrid angelique anouk lisa laura kim kelly eva emma julia sophie \
    sanne femke lotte maud tess sara sarah zoë isa nina noor lieke fenna milou mohammed mohamed muhammad ahmed ahmet \
    ali hassan hasan hussein omar youssef yusuf mustafa mehmet ibrahim abdul abdel rachid said samir karim bilal \
    emre murat hakan fatih burak fatima fatma aisha ayşe aysel khadija samira naima leila layla yasmin emine elif \
    zeynep hatice meryem nadia amira soraya ravi sunita priya anil winston romeo clyde shanti jerrel krzysztof \
    piotr andrzej tomasz paweł marek adam agnieszka katarzyna małgorzata ewa magdalena joanna oleksandr olena iryna \
    natalia dmytro andriy oksana svitlana john james william george mary emily oliver ";

/// "Mevrouw Jansen", "mijn buurman Jan de Vries", "Fatima El Amrani", "hij heet Kees", "meneer J. Bakker".
pub(super) fn find(text: &str, tokens: &[Token<'_>]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let after = tokens.get(place + 1..).unwrap_or_default();
        let before = place.checked_sub(1).and_then(|place| tokens.get(place));
        let end = if token.is(&TITLES) {
            titled(text, token, after).map(|(name, rest)| surname(rest).unwrap_or(name))
        } else {
            likely_end(text, before, token, after)
        };
        let Some(end) = end else { continue };
        // "Buurman Jan de Vries" is one name.
        if findings.last().is_none_or(|last| last.end <= token.start) {
            findings.push(Finding { kind: FindingKind::PersonName, start: token.start, end });
        }
    }
    findings
}

/// A name after a title: where it ends, and what follows it.
fn titled<'t, 'a>(text: &str, title: &Token<'_>, following: &'t [Token<'a>]) -> Option<(usize, &'t [Token<'a>])> {
    let close = |token: &&Token<'_>| matches!(token.gap, " " | ". " | "." | " '");
    let small = following.iter().take_while(close).take_while(|token| token.is(&PREFIXES)).count();
    let name = following.get(small).filter(close).filter(|token| token.is_capitalised() && token.text.len() > 1)?;
    let rest = following.get(small + 1..).unwrap_or_default();
    (!ends_sentence(text, title, name)).then(|| (name.end(), rest))
}

fn likely_end(text: &str, before: Option<&Token<'_>>, token: &Token<'_>, after: &[Token<'_>]) -> Option<usize> {
    let next = after.first()?;
    let rest = after.get(1..).unwrap_or_default();
    if is_among(RELATIONS, token) {
        // "Mijn zoon. Hij …" and "mijn zoon, Jan" are no names after a relation.
        let is_name = next.gap == " " && is_titled(next) && !is_place(next) && !next.is(&PREFIXES);
        return (is_name && !text.is_empty()).then(|| surname(rest).unwrap_or_else(|| next.end()));
    }
    let called = token.is(&["heet", "genaamd", "named"]) && (token.is(&["genaamd"]) || before?.is(&WHO))
        || token.is(&["is"]) && before?.is(&["naam", "name"]);
    if called {
        return (next.gap == " " && is_titled(next) && !is_place(next) && !next.is(&["het", "een", "the"]))
            .then(|| surname(rest).unwrap_or_else(|| next.end()));
    }
    // "J. de Vries", but not "A. Wij willen …" at the beginning of a line.
    let is_initial = token.is_capitalised() && token.text.chars().count() == 1 && next.gap.starts_with('.');
    if is_initial && before.is_some() && !token.gap.contains(['\n', '.']) {
        let small = after.iter().take_while(|token| token.is(&PREFIXES)).count();
        let name = after.get(small)?;
        let is_name = is_titled(name) && name.text.len() > 2 && !is_place(name) && (small > 0 || next.gap == ". ");
        return (is_name && !opens_sentence(name, small)).then(|| name.end());
    }
    // A word of capitals is a heading or an abbreviation.
    if is_titled(token) && is_among(FIRST_NAMES, token) { surname(after) } else { None }
}

/// Where the surname ends that follows a first name: small words, then a capital.
fn surname(after: &[Token<'_>]) -> Option<usize> {
    let mut rest = after;
    // "Jan-Willem", "Anne Marie de Boer".
    if let [second, others @ ..] = rest
        && second.gap == "-"
        && second.is_capitalised()
    {
        rest = others;
    }
    let close = |token: &&Token<'_>| matches!(token.gap, " " | " '");
    let small = rest.iter().take_while(close).take_while(|token| token.is(&PREFIXES) || token.text == "t").count();
    let name = rest.get(small).filter(close)?;
    let next = rest.get(small + 1).filter(|next| matches!(next.gap, " " | "-"));
    // "Anne Frank school", "het Willem Drees plein".
    let of_place = next.is_some_and(|next| is_place(next) || PLACES.iter().any(|place| next.is(&[place])));
    let is_name = is_titled(name) && name.text.chars().count() > 1 && !is_place(name) && !of_place;
    is_name.then(|| match next {
        Some(double) if double.gap == "-" && is_titled(double) => double.end(),
        _ => name.end(),
    })
}

/// After an initial and a dot without a small word between, a word that often opens a sentence is no name.
fn opens_sentence(name: &Token<'_>, small: usize) -> bool {
    small == 0
        && name.is(&["de", "het", "een", "wij", "we", "ik", "dit", "dat", "er", "in", "op", "bij", "the", "we", "it"])
}

/// "Dat is van de buurman. Wij …": a dot after a whole word ends the sentence, after an abbreviation it does not.
fn ends_sentence(text: &str, title: &Token<'_>, name: &Token<'_>) -> bool {
    title.text.len() > 4 && text.get(title.end()..name.start).is_some_and(|between| between.contains('.'))
}

/// One capital and then small letters, or one more capital: `Jan`, `McDonald`, not `NS`.
fn is_titled(token: &Token<'_>) -> bool {
    token.is_capitalised() && (token.text.chars().count() == 1 || !token.text.chars().skip(1).all(char::is_uppercase))
}

/// Whether it ends like a street or a building: "Steenstraat". "Dijk" alone is a surname.
fn is_place(token: &Token<'_>) -> bool {
    let lower = token.text.to_lowercase();
    PLACES.iter().any(|place| lower.len() > place.len() && lower.ends_with(place))
}

fn is_among(words: &str, token: &Token<'_>) -> bool {
    let lower = token.text.to_lowercase();
    words.split(' ').any(|word| word == lower)
}
