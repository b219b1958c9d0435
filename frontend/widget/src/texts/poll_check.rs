//! What comes behind the questions of a poll: where somebody lives, and the check page.

use shared::sentence::Sentence;

use super::carried::carried;

carried! {
    /// The sentences of one language.
    pub struct PollCheck {
        pub above: &'static str,
        pub area: &'static str,
        pub area_hint: &'static str,
        pub area_none: &'static str,
        pub check_above: &'static str,
        pub check: &'static str,
        pub privacy_text: &'static str,
        pub check_lead: &'static str,
        pub skipped: &'static str,
        pub send: &'static str,
        pub send_note: &'static str,
        pub to_poll: &'static str,
        pub scale_answer: Sentence<2>,
    }
}

pub(super) static NL: PollCheck = PollCheck {
    above: "Peiling",
    area: "In welke buurt woont u?",
    area_hint: "Zo zien wij of het per buurt verschilt. Kies eerst uw wijk.",
    area_none: "Dat zeg ik liever niet",
    check_above: "Bijna klaar",
    check: "Kloppen uw antwoorden?",
    privacy_text: "Dit mag, maar laat het liever weg. Medewerkers lezen uw antwoord.",
    check_lead: "U kunt nu nog alles wijzigen.",
    skipped: "Overgeslagen",
    send: "Verstuur mijn antwoorden",
    send_note: "Na het versturen kunt u niets meer wijzigen. U doet anoniem mee, dus wij weten niet welke antwoorden van u zijn.",
    to_poll: "Naar de pagina van de peiling",
    scale_answer: Sentence::new("{0} (van 1 tot {1})"),
};

pub(super) static EN: PollCheck = PollCheck {
    above: "Poll",
    area: "In which neighbourhood do you live?",
    area_hint: "This shows us whether neighbourhoods differ. First choose your district.",
    area_none: "I would rather not say",
    check_above: "Almost done",
    check: "Are your answers right?",
    privacy_text: "You may send it like this, but it is better left out. Officials read your answer.",
    check_lead: "You can still change everything.",
    skipped: "Skipped",
    send: "Send my answers",
    send_note: "After sending you cannot change anything. You take part anonymously, so we do not know which answers are yours.",
    to_poll: "To the page of the poll",
    scale_answer: Sentence::new("{0} (from 1 to {1})"),
};
