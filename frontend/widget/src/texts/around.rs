//! Around every page; the Worker draws it.

/// The sentences of one language.
pub struct Around {
    pub skip: &'static str,
    pub languages: &'static str,
    pub home: &'static str,
    pub questions_title: &'static str,
    pub call: &'static str,
    pub privacy: &'static str,
    /// To what is kept of whom.
    pub to_privacy: &'static str,
    /// To for whom the pages work.
    pub to_accessibility: &'static str,
    pub contact_person: &'static str,
}

pub(super) static NL: Around = Around {
    skip: "Direct naar de inhoud",
    languages: "Taal",
    home: "Naar het begin",
    questions_title: "Vragen?",
    call: "Bel de gemeente:",
    privacy: "Deze pagina gebruikt geen cookies en volgt u niet.",
    to_privacy: "Uw privacy",
    to_accessibility: "Toegankelijkheid",
    contact_person: "Uw contactpersoon bij de gemeente:",
};

pub(super) static EN: Around = Around {
    skip: "Skip to the content",
    languages: "Language",
    home: "To the start",
    questions_title: "Questions?",
    call: "Call the municipality:",
    privacy: "This page uses no cookies and does not follow you.",
    to_privacy: "Your privacy",
    to_accessibility: "Accessibility",
    contact_person: "Your contact person at the municipality:",
};
