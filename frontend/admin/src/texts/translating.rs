//! Translations beside what was written.

use shared::case::TextRole;
use shared::text::Language;

use super::frame::language_name;

pub(crate) struct TranslatingTexts {
    pub(crate) action: &'static str,
    pub(crate) done: &'static str,
    pub(crate) send: &'static str,
    pub(crate) explained: &'static str,
    /// What a text is called.
    pub(crate) called: fn(TextRole) -> &'static str,
    /// What is translated, and into which language; the number tells several of one kind apart.
    pub(crate) field: fn(TextRole, Language, usize) -> String,
    /// Above a translation that stands beside the original.
    pub(crate) beside: fn(Language) -> &'static str,
    pub(crate) entry: fn(Language) -> String,
    // In which language the resident writes.
    pub(crate) language_action: &'static str,
    pub(crate) language_done: &'static str,
    pub(crate) language_send: &'static str,
    pub(crate) language_explained: &'static str,
    pub(crate) language: &'static str,
    pub(crate) language_entry: fn(Language) -> String,
}

impl TranslatingTexts {
    pub(super) const NL: Self = Self {
        action: "Vertaling toevoegen",
        done: "De vertaling is bewaard. Die staat naast de eigen woorden.",
        send: "Bewaar de vertalingen",
        explained: "De eigen woorden blijven staan. De vertaling komt ernaast. De bewoner leest uw vertaling ook, en iedereen leest die als dit idee openbaar is. Vertaal wat er staat, en voeg niets toe.",
        called,
        field: |role, language, number| {
            let what = called(role);
            let number = if number > 1 { format!(" ({number})") } else { String::new() };
            format!("{what}{number}, {}", into(language))
        },
        beside: |language| match language {
            Language::Nl => "Vertaling in het Nederlands",
            Language::En => "Vertaling in het Engels",
            Language::Tr => "Vertaling in het Turks",
            Language::Ar => "Vertaling in het Arabisch",
            Language::Pl => "Vertaling in het Pools",
            Language::Uk => "Vertaling in het Oekraïens",
        },
        entry: |language| format!("Vertaling toegevoegd, {}", into(language)),
        language_action: "Taal aanpassen",
        language_done: "De taal is aangepast. U kunt nu een vertaling toevoegen als de tekst niet Nederlands is.",
        language_send: "Bewaar de taal",
        language_explained: "Wie op de Nederlandse pagina in een andere taal schrijft, krijgt van ons eerst ‘Nederlands’. Kies hier de taal van de tekst. Een schermlezer leest hem dan goed voor, en u kunt er een vertaling naast zetten. Onze berichten blijven in de taal van de pagina.",
        language: "In welke taal schrijft de bewoner?",
        language_entry: |language| format!("Taal aangepast: {}", language_name(language)),
    };
}

const fn into(language: Language) -> &'static str {
    match language {
        Language::Nl => "in het Nederlands",
        Language::En => "in het Engels",
        Language::Tr => "in het Turks",
        Language::Ar => "in het Arabisch",
        Language::Pl => "in het Pools",
        Language::Uk => "in het Oekraïens",
    }
}

/// What a text is called.
const fn called(role: TextRole) -> &'static str {
    match role {
        TextRole::What => "Het idee",
        TextRole::Why => "Waarom dit nodig is",
        TextRole::WeDo => "Wat bewoners zelf doen",
        TextRole::WeNeed => "Wat bewoners nodig hebben",
        TextRole::Answer => "Het antwoord van de bewoner",
        TextRole::RatingReason => "Wat de bewoner van het antwoord vindt",
        TextRole::Update => "Ons bericht",
        TextRole::PartnerDoes => "Wij doen",
        TextRole::ResidentDoes => "U doet",
        TextRole::PartnerAsks => "Wij vragen",
        TextRole::Question => "Onze vraag",
        TextRole::PromiseReason => "Waarom de datum is verzet",
        TextRole::PlannedDate => "Wat er op de datum gebeurt",
        TextRole::Conclusion => "Het antwoord aan het eind",
        TextRole::ReopeningRefusal => "Waarom het bij dit antwoord blijft",
        TextRole::Explanation => "Waarom wij iets hebben verborgen of aangepast",
    }
}
