//! The kind of a case, and neighbourhood watch.

use shared::proposal::ProposalKind;
use shared::wire::admin::{CaseAction, CaseEntryKind};

pub(crate) struct WatchTexts {
    pub(crate) kind: &'static str,
    pub(crate) kind_watch_help: &'static str,
    pub(crate) always: &'static str,
    pub(crate) own: &'static str,
    pub(crate) own_hint: &'static str,
    pub(crate) official: &'static str,
    pub(crate) official_hint: &'static str,
    pub(crate) a_function: &'static str,
    pub(crate) contact: &'static str,
    pub(crate) contact_hint: &'static str,
    pub(crate) reach: &'static str,
    pub(crate) reach_hint: &'static str,
    pub(crate) note: &'static str,
    pub(crate) note_hint: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) reason_hint: &'static str,
    pub(crate) missing_title: &'static str,
    pub(crate) missing: &'static str,
    pub(crate) left_title: &'static str,
    pub(crate) left: fn(&str) -> String,
    pub(crate) due_title: &'static str,
    pub(crate) due: fn(&str) -> String,
    pub(crate) title: &'static str,
    pub(crate) contact_is: fn(&str, &str) -> String,
    pub(crate) agreed_on: fn(&str) -> String,
    pub(crate) fact_next: &'static str,
    pub(crate) tasks_title: &'static str,
    pub(crate) tasks: &'static str,
    /// Where, with whom, since when.
    pub(crate) task: fn(&str, &str, &str) -> String,
    pub(crate) entered: &'static str,
    pub(crate) entered_help: &'static str,
}

impl WatchTexts {
    pub(super) const NL: Self = Self {
        kind: "Wat voor zaak is dit?",
        kind_watch_help: "Dit komt pas op de website als er afspraken zijn en een contactpersoon. Staat het er al? Dan gaat het er meteen af.",
        always: "Dit spreekt u altijd af:",
        own: "Wat spreekt u verder af?",
        own_hint: "Iedereen leest dit op de website. Noem geen namen van bewoners.",
        official: "Wie is het contact bij de gemeente?",
        official_hint: "Deze persoon neemt na de afronding elke drie maanden contact op. Iedereen leest de naam.",
        a_function: "Een team of functie",
        contact: "Naam van het team of de functie",
        contact_hint: "Bijvoorbeeld: Team Wijken. De taken staan dan bij alle behandelaars van de gemeente.",
        reach: "Hoe bereiken bewoners dit contact?",
        reach_hint: "Een telefoonnummer of e-mailadres.",
        note: "Hoe ging het contact?",
        note_hint: "Kort. Alleen medewerkers lezen dit. Over drie maanden staat de taak er weer.",
        reason: "Waarom is contact niet meer nodig?",
        reason_hint: "Alleen medewerkers lezen dit. Er komen dan geen taken meer. Nieuwe afspraken zetten ze weer aan.",
        missing_title: "Buurtpreventie: leg eerst afspraken vast",
        missing: "Deze zaak kan pas openbaar worden als er afspraken zijn en een contactpersoon bij de gemeente.",
        left_title: "Het contact werkt hier niet meer",
        left: |name| {
            format!("{name} staat nog op de website als contact. Leg de afspraken opnieuw vast, met een ander contact.")
        },
        due_title: "Tijd voor contact",
        due: |day| format!("Sinds {day} staat contact met deze buurtpreventie open. Noteer het als u contact had."),
        title: "Afspraken met buurtpreventie",
        contact_is: |name, reach| format!("Contact bij de gemeente: {name}, {reach}."),
        agreed_on: |day| {
            format!("Vastgelegd op {day}. De bewoner leest dit. Is de zaak openbaar? Dan leest iedereen het.")
        },
        fact_next: "Volgend contact",
        tasks_title: "Neem contact op met buurtpreventie",
        tasks: "Elke drie maanden is er contact. Noteer het in de zaak.",
        task: |area, contact, since| format!("({area}). Contact: {contact}. Open sinds {since}."),
        entered: "Het gaat om buurtpreventie",
        entered_help: "Bewoners letten samen op de buurt. Dat komt pas op de website als er afspraken zijn.",
    };
}

/// The button of one of these actions; empty for others.
pub(super) const fn action(action: CaseAction) -> &'static str {
    match action {
        CaseAction::SetKind => "Soort aanpassen",
        CaseAction::RecordAgreements => "Afspraken vastleggen",
        CaseAction::NoteContact => "Contact noteren",
        CaseAction::EndContact => "Stoppen met contact",
        _ => "",
    }
}

pub(super) const fn done(action: CaseAction) -> &'static str {
    match action {
        CaseAction::SetKind => "De soort is aangepast. De bewoner leest dat.",
        CaseAction::RecordAgreements => "De afspraken en het contact staan vast. De bewoner leest ze.",
        CaseAction::NoteContact => "Het contact is genoteerd. Over drie maanden staat de taak er weer.",
        CaseAction::EndContact => "Genoteerd. Er komen geen taken meer voor deze buurtpreventie.",
        _ => "",
    }
}

pub(super) const fn send(action: CaseAction) -> &'static str {
    match action {
        CaseAction::SetKind => "Pas de soort aan",
        CaseAction::RecordAgreements => "Leg de afspraken vast",
        CaseAction::NoteContact => "Bewaar",
        CaseAction::EndContact => "Stop met contact",
        _ => "Verstuur",
    }
}

pub(super) fn entry(what: &CaseEntryKind) -> Option<String> {
    Some(match what {
        CaseEntryKind::KindSet { to } => format!("Soort aangepast: {}", kind(*to)),
        CaseEntryKind::AgreementsMade => "Afspraken en contact vastgelegd".into(),
        CaseEntryKind::ExperienceShared => "De bewoner wil vragen van anderen beantwoorden".into(),
        CaseEntryKind::ExperienceWithdrawn => "De bewoner beantwoordt geen vragen van anderen meer".into(),
        CaseEntryKind::ContactDue => "Drie maanden voorbij: tijd voor contact".into(),
        CaseEntryKind::ContactNoted => "Contact gehad".into(),
        CaseEntryKind::ContactEnded => "Gestopt met contact".into(),
        _ => return None,
    })
}

pub(super) const fn kind(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Idea => "Idee",
        ProposalKind::Initiative => "Initiatief",
        ProposalKind::Notice => "Ter informatie",
        ProposalKind::NeighbourhoodWatch => "Buurtpreventie",
    }
}
