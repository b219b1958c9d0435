//! The receipt of an idea.

use shared::sentence::Sentence;

use super::carried::carried;

carried! {
    /// The sentences of one language.
    pub struct Receipt {
        pub title: &'static str,
        pub number: Sentence<1>,
        pub code_title: &'static str,
        pub code_keep: &'static str,
        pub code_private: &'static str,
        pub link: &'static str,
        pub copy: &'static str,
        pub print: &'static str,
        pub next_title: &'static str,
        pub next_reads: Sentence<2>,
        pub next_answer: Sentence<1>,
        pub next_follow: &'static str,
        pub next_mail: &'static str,
        pub follow: &'static str,
    }
}

pub(super) static NL: Receipt = Receipt {
    title: "Bedankt! Uw idee is binnen",
    number: Sentence::new("Uw idee heeft nummer {0}."),
    code_title: "Uw persoonlijke code",
    code_keep: "Met deze code volgt u uw idee. Schrijf hem op of bewaar de link: wij kunnen de code niet nog een keer geven.",
    code_private: "Deze code is alleen voor u. Deel hem met niemand.",
    link: "Uw persoonlijke link",
    copy: "Kopieer de link",
    print: "Druk deze pagina af",
    next_title: "Wat gebeurt er nu?",
    next_reads: Sentence::new("{0} leest uw idee, {1}."),
    next_answer: Sentence::new("U hoort uiterlijk {0} van ons."),
    next_follow: "Kijk met uw code wanneer u wilt hoe het ermee staat.",
    next_mail: "Bij nieuws krijgt u een mail.",
    follow: "Volg uw idee",
};

pub(super) static EN: Receipt = Receipt {
    title: "Thank you! We have received your idea",
    number: Sentence::new("Your idea has number {0}."),
    code_title: "Your personal code",
    code_keep: "With this code you follow your idea. Write it down or keep the link: we cannot give the code again.",
    code_private: "This code is for you alone. Share it with nobody.",
    link: "Your personal link",
    copy: "Copy the link",
    print: "Print this page",
    next_title: "What happens next?",
    next_reads: Sentence::new("{0} reads your idea, {1}."),
    next_answer: Sentence::new("You hear from us by {0} at the latest."),
    next_follow: "With your code you can see how it is going whenever you like.",
    next_mail: "When there is news you get a mail.",
    follow: "Follow your idea",
};
