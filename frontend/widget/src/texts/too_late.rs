//! A poll that closed while somebody filled it in.

use super::carried::carried;

carried! {
    /// The sentences of one language. When it closed stands in the words of the API.
    pub struct TooLate {
        pub not_counted: &'static str,
        pub filled_in: &'static str,
        pub filled_in_hint: &'static str,
        pub can_still: &'static str,
        pub can_read: &'static str,
        pub can_propose: &'static str,
        pub to_idea: &'static str,
    }
}

pub(super) static NL: TooLate = TooLate {
    not_counted: "Uw antwoorden zijn niet meegeteld.",
    filled_in: "Dit had u ingevuld",
    filled_in_hint: "Wij hebben dit niet bewaard. Het staat alleen nog op dit scherm.",
    can_still: "Dit kunt u nog wel doen",
    can_read: "Op de pagina van de peiling leest u wat anderen antwoordden en wat wij ermee doen.",
    can_propose: "Wilt u iets kwijt over uw buurt? Een idee kunt u altijd sturen.",
    to_idea: "Stuur uw idee",
};

pub(super) static EN: TooLate = TooLate {
    not_counted: "Your answers have not been counted.",
    filled_in: "This is what you filled in",
    filled_in_hint: "We have not kept it. It is on this screen only.",
    can_still: "This is what you can still do",
    can_read: "On the page of the poll you read what others answered and what we do with it.",
    can_propose: "Is there something you want to say about your neighbourhood? You can always send an idea.",
    to_idea: "Send your idea",
};
