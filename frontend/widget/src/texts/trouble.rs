//! What went wrong, and what stays as it was.

use super::carried::carried;

carried! {
    /// The sentences of one language.
    pub struct Trouble {
        pub not_found: &'static str,
        pub not_found_text: &'static str,
        pub unavailable: &'static str,
        pub unavailable_text: &'static str,
        pub to_home: &'static str,
        pub offline: &'static str,
        pub offline_text: &'static str,
        pub kept: &'static str,
    }
}

pub(super) static NL: Trouble = Trouble {
    not_found: "Deze pagina is er niet",
    not_found_text: "Misschien klopt het adres niet helemaal, of is de pagina weggehaald.",
    unavailable: "Het lukt nu even niet",
    unavailable_text: "Dat ligt aan ons. Probeer het over een paar minuten nog eens. Wat u al had verstuurd, is bewaard.",
    to_home: "Naar de eerste pagina",
    offline: "Er is geen verbinding",
    offline_text: "Wij weten niet of alles is aangekomen. Wat u invulde, staat er nog. Kijk of u internet hebt en druk dan nog een keer op de knop. Het telt maar één keer.",
    kept: "Wat u invulde, staat er nog.",
};

pub(super) static EN: Trouble = Trouble {
    not_found: "This page is not here",
    not_found_text: "Perhaps the address is not quite right, or the page has been taken away.",
    unavailable: "It does not work just now",
    unavailable_text: "That is our fault. Please try again in a few minutes. What you sent before has been kept.",
    to_home: "To the first page",
    offline: "There is no connection",
    offline_text: "We do not know if everything has arrived. What you filled in is still there. See if you have internet and press the button once more. It counts only once.",
    kept: "What you filled in is still there.",
};
