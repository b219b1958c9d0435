//! Hints on plain language while an official writes: what makes a text hard to read. They never stop anybody.
//!
//! A sentence of more than fifteen words is long for a reader at level B1; the list names words of offices that have a
//! plainer one.

/// A sentence with more words than this is pointed out.
pub const LONGEST_SENTENCE: usize = 15;
/// So many hints at once are help; more are scolding.
pub const MOST_HINTS: usize = 5;

/// Something that could be plainer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// The first words of the sentence, and how many it has.
    LongSentence { begins: String, words: usize },
    /// A word, and one that everybody knows.
    HardWord { word: &'static str, plain: &'static str },
    /// Something between brackets that is still to be filled in.
    Placeholder { words: String },
}

/// Hard words of Dutch offices, each with a plainer one. Small letters.
const HARD_WORDS: [(&str, &str); 43] = [
    ("aangaande", "over"),
    ("aanvang", "begin"),
    ("aanwenden", "gebruiken"),
    ("abusievelijk", "per ongeluk"),
    ("alsmede", "en"),
    ("alvorens", "voordat"),
    ("anderszins", "op een andere manier"),
    ("betreffende", "over"),
    ("bewerkstelligen", "zorgen voor"),
    ("conform", "volgens"),
    ("continueren", "doorgaan met"),
    ("derhalve", "daarom"),
    ("desalniettemin", "toch"),
    ("desbetreffende", "deze"),
    ("dienen", "moeten"),
    ("dient", "moet"),
    ("doch", "maar"),
    ("echter", "maar"),
    ("evaluatie", "terugkijken"),
    ("faciliteren", "helpen"),
    ("gaarne", "graag"),
    ("geschieden", "gebeuren"),
    ("heden", "nu"),
    ("hetgeen", "wat"),
    ("hieromtrent", "hierover"),
    ("implementeren", "invoeren"),
    ("indien", "als"),
    ("inzake", "over"),
    ("jegens", "tegen"),
    ("middels", "met"),
    ("mits", "als"),
    ("nadien", "daarna"),
    ("nochtans", "toch"),
    ("omtrent", "over"),
    ("participeren", "meedoen"),
    ("realiseren", "maken"),
    ("reeds", "al"),
    ("retourneren", "terugsturen"),
    ("tevens", "ook"),
    ("teneinde", "om"),
    ("verstrekken", "geven"),
    ("voornemens", "van plan"),
    ("voorts", "verder"),
];

/// What could be plainer in a Dutch text, in the order of reading; the first few only.
///
/// ```
/// use shared::plain_language::{Hint, hints};
/// assert_eq!(hints("Wij maken de lamp."), []);
/// assert_eq!(hints("Dit geschiedt indien nodig."), [Hint::HardWord { word: "indien", plain: "als" }]);
/// ```
pub fn hints(text: &str) -> Vec<Hint> {
    let mut found = placeholders(text);
    for sentence in text.split(['.', '?', '!', '\n', ':', ';']) {
        let words: Vec<&str> = sentence.split_whitespace().collect();
        if words.len() > LONGEST_SENTENCE {
            let begins = words.iter().take(4).copied().collect::<Vec<_>>().join(" ");
            found.push(Hint::LongSentence { begins, words: words.len() });
        }
        for word in words {
            let plain = word.trim_matches(|character: char| !character.is_alphabetic()).to_lowercase();
            let hard = HARD_WORDS.iter().find(|(hard, _)| *hard == plain);
            if let Some(&(word, plain)) = hard {
                let hint = Hint::HardWord { word, plain };
                if !found.contains(&hint) {
                    found.push(hint);
                }
            }
        }
    }
    found.truncate(MOST_HINTS);
    found
}

/// What stands between square brackets.
fn placeholders(text: &str) -> Vec<Hint> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some((_, after)) = rest.split_once('[') {
        let Some((words, next)) = after.split_once(']') else { break };
        if !words.trim().is_empty() {
            found.push(Hint::Placeholder { words: words.trim().to_owned() });
        }
        rest = next;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_hard_words_and_open_places_are_pointed_out() {
        let long = "Wij gaan volgende week samen met de woningcorporatie en de wijkagent bij u in de flat naar de lampen kijken.";
        assert_eq!(hints(long), [Hint::LongSentence { begins: "Wij gaan volgende week".into(), words: 20 }]);
        assert_eq!(
            hints("Tevens komen wij, INDIEN nodig, op [datum]. Tevens bellen wij."),
            [
                Hint::Placeholder { words: "datum".into() },
                Hint::HardWord { word: "tevens", plain: "ook" },
                Hint::HardWord { word: "indien", plain: "als" },
            ]
        );
        assert_eq!(hints("De lamp [hangt nog niet"), []);
        assert_eq!(hints("Wij komen daar morgen langs."), []);
    }

    #[test]
    fn there_are_never_more_than_anybody_reads() {
        let all: Vec<&str> = HARD_WORDS.iter().map(|(hard, _)| *hard).collect();
        assert_eq!(hints(&all.join(". ")).len(), MOST_HINTS);
    }

    #[test]
    fn every_hard_word_stands_once_and_has_a_plainer_one() {
        for (place, (hard, plain)) in HARD_WORDS.iter().enumerate() {
            assert!(HARD_WORDS.iter().skip(place + 1).all(|(other, _)| other != hard), "{hard}");
            assert!(HARD_WORDS.iter().all(|(other, _)| other != plain), "{plain}");
        }
    }
}
