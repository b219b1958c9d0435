//! What stands before the questions of a poll; the Worker draws it.

use shared::poll::Influence;

use shared::sentence::{Counted, Sentence};
use shared::text::Language;

/// The sentences of one language.
pub struct PollIntro {
    pub questions: Counted,
    pub minutes: Counted,
    /// How many questions, and how many minutes they take.
    pub size: Sentence<2>,
    pub what_for: &'static str,
    pub influence: fn(Influence) -> (&'static str, &'static str),
    pub report_promise: Sentence<1>,
    pub anonymous: &'static str,
    /// The names of areas.
    pub for_areas: Sentence<1>,
    /// In the language of a page that the poll is not offered in.
    pub other_language: &'static str,
    pub not_open_yet: Sentence<1>,
}

impl PollIntro {
    /// "5 vragen, ongeveer 2 minuten": about 20 seconds each, in whole minutes.
    pub fn size_of(&self, language: Language, questions: usize) -> String {
        let counted = |counted: Counted, number: usize| counted.with(language, number as u64);
        self.size.with([&counted(self.questions, questions), &counted(self.minutes, questions.div_ceil(3).max(1))])
    }
}

pub(super) static NL: PollIntro = PollIntro {
    questions: Counted::new(Language::Nl, "{0} vraag|{0} vragen"),
    minutes: Counted::new(Language::Nl, "{0} minuut|{0} minuten"),
    size: Sentence::new("{0}, ongeveer {1}"),
    what_for: "Wat gebeurt er met uw antwoorden?",
    influence: |influence| match influence {
        Influence::Inform => {
            ("Meeweten", "Wij willen weten hoe het gaat in de buurt. Uw antwoorden helpen ons daarbij.")
        }
        Influence::Advise => {
            ("Meedenken", "Uw antwoorden tellen mee als wij iets besluiten. Daarna leggen wij uit hoe.")
        }
        Influence::Decide => ("Meebeslissen", "Wat de meeste mensen kiezen, dat gaan wij doen."),
    },
    report_promise: Sentence::new("Deze peiling is open tot en met {0}. Daarna leest u op deze pagina wat wij doen."),
    anonymous: "U doet anoniem mee. Wij vragen niet naar uw naam en gebruiken geen cookies.",
    for_areas: Sentence::new("Voor bewoners van {0}."),
    other_language: "Deze peiling is er niet in deze taal. U leest hem in het Nederlands.",
    not_open_yet: Sentence::new("Deze peiling begint op {0}."),
};

pub(super) static EN: PollIntro = PollIntro {
    questions: Counted::new(Language::En, "{0} question|{0} questions"),
    minutes: Counted::new(Language::En, "{0} minute|{0} minutes"),
    size: Sentence::new("{0}, about {1}"),
    what_for: "What happens with your answers?",
    influence: |influence| match influence {
        Influence::Inform => ("To know", "We want to know how things are in the neighbourhood. Your answers help us."),
        Influence::Advise => ("To advise", "Your answers count when we decide something. Afterwards we explain how."),
        Influence::Decide => ("To decide", "What most people choose, we will do."),
    },
    report_promise: Sentence::new("This poll is open until {0}. After that you read on this page what we do."),
    anonymous: "You take part anonymously. We do not ask your name and use no cookies.",
    for_areas: Sentence::new("For residents of {0}."),
    other_language: "This poll is in Dutch only.",
    not_open_yet: Sentence::new("This poll starts on {0}."),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poll_says_how_long_it_takes() {
        assert_eq!(NL.size_of(Language::Nl, 1), "1 vraag, ongeveer 1 minuut");
        assert_eq!(NL.size_of(Language::Nl, 5), "5 vragen, ongeveer 2 minuten");
        assert_eq!(EN.size_of(Language::En, 1), "1 question, about 1 minute");
    }
}
