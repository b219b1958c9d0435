//! What officials of the police read beside everybody else's words.

pub(crate) struct PoliceTexts {
    pub(crate) banner_title: &'static str,
    pub(crate) banner: &'static str,
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) what: &'static str,
    pub(crate) place: &'static str,
    pub(crate) when: &'static str,
    pub(crate) how_often: &'static str,
    pub(crate) asks: &'static str,
    pub(crate) not_said: &'static str,
    pub(crate) not_asked: &'static str,
    pub(crate) ask: &'static str,
    /// The question to the resident, to be adapted.
    pub(crate) question: &'static str,
    pub(crate) note_hint: &'static str,
}

impl PoliceTexts {
    pub(super) const NL: Self = Self {
        banner_title: "Zet hier geen politiegegevens in",
        banner: "Dit is een systeem van de gemeente. Schrijf niets op uit politiesystemen, aangiften of onderzoeken, en geen namen. Werk dat verder uit in uw eigen systeem.",
        title: "Vijf vragen",
        lead: "Wat de tekst zegt over tijd staat er letterlijk in. Lees ook de hele tekst hieronder.",
        what: "Wat?",
        place: "Waar?",
        when: "Wanneer?",
        how_often: "Hoe vaak?",
        asks: "Wat vraagt de bewoner?",
        not_said: "Staat niet in de tekst.",
        not_asked: "Niet apart ingevuld. Lees de hele tekst.",
        ask: "Vraag wanneer en hoe vaak",
        question: "Kunt u ons wat meer vertellen? Waar precies gebeurt dit? Wanneer meestal, en hoe vaak? Noem liever geen namen.",
        note_hint: "Alleen uw eigen organisatie leest dit. De bewoner, de gemeente en andere organisaties lezen het niet. Schrijf geen politiegegevens op.",
    };
}
