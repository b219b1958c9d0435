//! Asking for one mail with the outcome of a poll.

/// The sentences of one language.
pub struct OutcomeMail {
    pub title: &'static str,
    pub text: &'static str,
    pub email: &'static str,
    pub hint: &'static str,
    pub send: &'static str,
    pub asked_title: &'static str,
    pub asked: &'static str,
}

pub(super) static NL: OutcomeMail = OutcomeMail {
    title: "Stuur mij het bericht met de uitkomst",
    text: "Is de uitkomst bekend? Dan sturen wij u één mail. Daarna wissen wij uw e-mailadres.",
    email: "Uw e-mailadres",
    hint: "Uw adres staat los van uw antwoorden. Niemand kan zien wat u hebt geantwoord.",
    send: "Stuur mij de uitkomst",
    asked_title: "Kijk nu in uw mail",
    asked: "Wij sturen u een mail met een link. Open die link en bevestig uw e-mailadres. Doet u dat niet binnen 7 dagen? Dan wissen wij uw adres.",
};

pub(super) static EN: OutcomeMail = OutcomeMail {
    title: "Send me the message with the outcome",
    text: "When the outcome is known, we send you one mail. After that we erase your e-mail address.",
    email: "Your e-mail address",
    hint: "Your address is kept apart from your answers. Nobody can see what you answered.",
    send: "Send me the outcome",
    asked_title: "Look in your mail now",
    asked: "We send you a mail with a link. Open that link and confirm your e-mail address. If you do not do so within 7 days, we erase your address.",
};
