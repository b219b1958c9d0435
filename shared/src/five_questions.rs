//! The five questions by which the police need to hear of something: what, where, when, how often, what do you ask.
//!
//! A resident writes an idea and no report, so nobody has to fill in five fields. What the text says of time is found
//! in it; what it does not say, an official asks.

/// The sentences of a text that say something of time, in the order of reading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times<'a> {
    pub when: Vec<&'a str>,
    pub how_often: Vec<&'a str>,
}

/// Words of Dutch and English that tell when. Whole words, in small letters.
const WHEN: [&str; 42] = [
    "ochtend",
    "ochtends",
    "morgens",
    "middag",
    "middags",
    "avond",
    "avonds",
    "nacht",
    "nachts",
    "overdag",
    "weekend",
    "uur",
    "schooltijd",
    "spits",
    "zomer",
    "winter",
    "maandag",
    "dinsdag",
    "woensdag",
    "donderdag",
    "vrijdag",
    "zaterdag",
    "zondag",
    "gisteren",
    "morning",
    "mornings",
    "afternoon",
    "evening",
    "evenings",
    "night",
    "nights",
    "weekends",
    "o'clock",
    "summer",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "yesterday",
];

/// Words that tell how often.
const HOW_OFTEN: [&str; 23] = [
    "elke",
    "iedere",
    "elk",
    "dagelijks",
    "wekelijks",
    "maandelijks",
    "vaak",
    "altijd",
    "soms",
    "regelmatig",
    "keer",
    "steeds",
    "telkens",
    "every",
    "daily",
    "weekly",
    "often",
    "always",
    "sometimes",
    "regularly",
    "times",
    "twice",
    "once",
];

/// Finds what a text says of time.
///
/// ```
/// use shared::five_questions::times;
/// let found = times("Scooters rijden hard langs de flat. Dat is ’s avonds, bijna elke dag.");
/// assert_eq!(found.when, ["Dat is ’s avonds, bijna elke dag."]);
/// assert_eq!(found.how_often, found.when);
/// ```
pub fn times(text: &str) -> Times<'_> {
    let mut found = Times::default();
    for sentence in text.split_inclusive(['.', '?', '!', '\n']).map(str::trim).filter(|one| !one.is_empty()) {
        let has = |known: &[&str]| {
            sentence.split_whitespace().any(|word| {
                let word = word.trim_matches(|character: char| !character.is_alphabetic()).to_lowercase();
                known.contains(&word.as_str())
            })
        };
        if has(&WHEN) {
            found.when.push(sentence);
        }
        if has(&HOW_OFTEN) {
            found.how_often.push(sentence);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_of_time_is_not_found() {
        assert_eq!(times("Een bankje bij de vijver, dat is fijn."), Times::default());
        assert_eq!(times(""), Times::default());
    }

    #[test]
    fn each_sentence_stands_where_it_answers() {
        let found = times("Er wordt gedeald bij de ingang.\nVooral op vrijdag na tien uur! Het gebeurt wekelijks.");
        assert_eq!(found.when, ["Vooral op vrijdag na tien uur!"]);
        assert_eq!(found.how_often, ["Het gebeurt wekelijks."]);
        assert_eq!(times("It happens every night.").when, ["It happens every night."]);
    }

    #[test]
    fn every_word_stands_once() {
        for known in [&WHEN[..], &HOW_OFTEN[..]] {
            let mut sorted = known.to_vec();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(sorted.len(), known.len());
        }
    }
}
