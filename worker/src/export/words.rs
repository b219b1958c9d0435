//! What files say in words.

use shared::text::{Language, OfficialLanguage};

pub(super) struct Words {
    pub(super) everybody: &'static str,
    pub(super) ballots: &'static str,
    pub(super) answered: &'static str,
    pub(super) mean: &'static str,
    pub(super) first: &'static str,
    pub(super) place: &'static str,
    pub(super) no_opinion: &'static str,
    pub(super) poll: &'static str,
    pub(super) set: &'static str,
    pub(super) on: &'static str,
    pub(super) online: &'static str,
    pub(super) desk: &'static str,
    pub(super) phone: &'static str,
    pub(super) paper: &'static str,
    pub(super) notes: [(&'static str, &'static str); 4],
}

pub(super) const fn words(language: Language) -> &'static Words {
    match language.for_officials() {
        OfficialLanguage::Nl => &NL,
        OfficialLanguage::En => &EN,
    }
}

const NL: Words = Words {
    everybody: "Iedereen",
    ballots: "Ingevulde peilingen",
    answered: "Beantwoord",
    mean: "Gemiddelde",
    first: "Op plaats 1",
    place: "Plaats",
    no_opinion: "Geen mening",
    poll: "Peiling",
    set: "Nummer van de publicatie",
    on: "Gepubliceerd op",
    online: "Via internet",
    desk: "Aan de balie",
    phone: "Per telefoon",
    paper: "Op papier",
    notes: [
        (
            "Geen steekproef",
            "Iedereen kon deze peiling invullen. De antwoorden zijn van wie meedeed, en zeggen niet zeker hoe alle \
             inwoners denken.",
        ),
        (
            "Marge",
            "low en high zijn de grenzen van de marge: hoeveel toeval alleen het cijfer kan veranderen (95%; aandelen \
             volgens Wilson, gemiddelden volgens Student).",
        ),
        (
            "Kleine groepen",
            "hidden = 1: het cijfer gaat over minder dan 10 mensen, of een groep van minder dan 10 zou eruit te rekenen \
             zijn.",
        ),
        (
            "Aandelen",
            "share is van wie een mening gaf. Is het aantal zonder mening verborgen, dan van wie de vraag beantwoordde.",
        ),
    ],
};

const EN: Words = Words {
    everybody: "Everybody",
    ballots: "Completed polls",
    answered: "Answered",
    mean: "Mean",
    first: "In place 1",
    place: "Place",
    no_opinion: "No opinion",
    poll: "Poll",
    set: "Number of the publication",
    on: "Published on",
    online: "Online",
    desk: "At the desk",
    phone: "By phone",
    paper: "On paper",
    notes: [
        (
            "No random sample",
            "Anybody could answer this poll. The answers are of those who took part, and do not say for certain what \
             all residents think.",
        ),
        (
            "Margin",
            "low and high are the ends of the margin: how much chance alone can change the figure (95%; shares after \
             Wilson, means after Student).",
        ),
        (
            "Small groups",
            "hidden = 1: the figure is about fewer than 10 people, or a group of fewer than 10 could be computed from it.",
        ),
        (
            "Shares",
            "share is of those who gave an opinion. Where the number without one is hidden, of those who answered.",
        ),
    ],
};
