//! The questions of a poll.

use shared::sentence::{Counted, Sentence};
use shared::text::Language;

use super::carried::carried;

carried! {
    /// The sentences of one language.
    pub struct Poll {
        pub progress: Sentence<2>,
        pub skip: &'static str,
        pub choose_several: &'static str,
        pub choose_at_most: Counted,
        pub text_hint: &'static str,
        /// The label of the line beside "something else", with that option's own words.
        pub other: Sentence<1>,
        pub no_opinion: &'static str,
        /// Each answer gets a place, and the last is this one.
        pub rank_all: Sentence<1>,
        /// So many of the answers get a place.
        pub rank_some: Sentence<1>,
        pub place: Sentence<1>,
        pub no_place: &'static str,
        pub higher: &'static str,
        pub lower: &'static str,
    }
}

pub(super) static NL: Poll = Poll {
    progress: Sentence::new("Vraag {0} van {1}"),
    skip: "Sla deze vraag over",
    choose_several: "U mag meer antwoorden kiezen.",
    choose_at_most: Counted::new(Language::Nl, "Kies er {0}.|Kies er hoogstens {0}."),
    text_hint: "Schrijf liever geen namen, adressen of telefoonnummers op.",
    other: Sentence::new("Koos u ‘{0}’? Schrijf dan op wat u bedoelt."),
    no_opinion: "Geen mening",
    rank_all: Sentence::new("Geef elk antwoord een plaats. Plaats 1 vindt u het belangrijkst, plaats {0} het minst."),
    rank_some: Sentence::new("Kies er {0}. Plaats 1 vindt u het belangrijkst, daarna plaats 2 tot en met {0}."),
    place: Sentence::new("Plaats {0}"),
    no_place: "Geen plaats",
    higher: "Hoger",
    lower: "Lager",
};

pub(super) static EN: Poll = Poll {
    progress: Sentence::new("Question {0} of {1}"),
    skip: "Skip this question",
    choose_several: "You may choose more than one answer.",
    choose_at_most: Counted::new(Language::En, "Choose {0}.|Choose {0} at most."),
    text_hint: "Please do not write names, addresses or phone numbers.",
    other: Sentence::new("Did you choose ‘{0}’? Then write down what you mean."),
    no_opinion: "No opinion",
    rank_all: Sentence::new("Give each answer a place. Place 1 matters most to you, place {0} least."),
    rank_some: Sentence::new("Choose {0}. Place 1 matters most to you, then place 2 up to {0}."),
    place: Sentence::new("Place {0}"),
    no_place: "No place",
    higher: "Higher",
    lower: "Lower",
};
