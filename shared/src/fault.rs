//! What is wrong with one field of what somebody sent, as a stable code and as a plain sentence.
//!
//! All faults of a request are found at once. The code is for programs, the sentence for the person, in their
//! own language; the page and the API say the same.

use serde::{Deserialize, Serialize};

use crate::text::Language;

/// One field at fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Fault {
    /// The field's name as it stands in the request, with dots for what lies inside: `answers.feeling-safe`.
    pub field: String,
    #[serde(flatten)]
    pub code: FaultCode,
}

impl Fault {
    pub fn new(field: impl Into<String>, code: FaultCode) -> Self {
        Self { field: field.into(), code }
    }
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FaultCode {
    /// Nothing was filled in where something has to be.
    Required,
    /// No option of a choice was chosen.
    ChoiceRequired,
    /// More characters than `max`.
    TooLong { max: usize },
    /// More chosen than `max`.
    TooMany { max: usize },
    /// A number that is not from `min` to `max`.
    OutOfRange { min: i64, max: i64 },
    /// An option, topic, area or question that is not there (any more).
    Unknown,
    /// Another kind of value than the field takes.
    WrongKind,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a personal code of 26 characters.
    NotAFollowKey,
    /// A date that is not in the future.
    NotInTheFuture,
    /// A date more than `days` days from today.
    TooFarAhead { days: i64 },
    /// A closing text that says nothing.
    EmptyPhrase,
    /// An id that stands in the list already.
    Duplicate,
    /// A set of routing rules whose last one leaves something unmatched.
    LastRuleMustMatchAll,
}

impl FaultCode {
    /// What the person reads: what is wrong and what to do.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Nl => self.dutch(),
            Language::En => self.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Self::Required => "Vul hier iets in.".into(),
            Self::ChoiceRequired => "Kies een antwoord.".into(),
            Self::TooLong { max } => format!("Deze tekst is te lang. Gebruik hoogstens {max} tekens."),
            Self::TooMany { max } => format!("Kies er hoogstens {max}."),
            Self::OutOfRange { min, max } => format!("Kies een getal van {min} tot en met {max}."),
            Self::Unknown => "Deze keuze bestaat niet (meer). Kies opnieuw.".into(),
            Self::WrongKind => "Dit antwoord past niet bij de vraag. Vul het opnieuw in.".into(),
            Self::NotAnEmail => "Dit is geen e-mailadres. Een goed adres is bijvoorbeeld naam@voorbeeld.nl.".into(),
            Self::NotAFollowKey => {
                "Deze code klopt niet. De code heeft 26 letters en cijfers. U vindt hem in onze mail of op uw ontvangstbewijs.".into()
            }
            Self::NotInTheFuture => "Kies een datum na vandaag.".into(),
            Self::TooFarAhead { days } => format!("Kies een datum binnen {days} dagen."),
            Self::EmptyPhrase => "Deze tekst legt niets uit. Schrijf in gewone woorden wat u doet en waarom.".into(),
            Self::Duplicate => "Dit staat er al. Kies iets anders.".into(),
            Self::LastRuleMustMatchAll => {
                "De laatste regel moet voor alles gelden: zonder onderwerp, gebied of soort. Anders raakt er iets zoek.".into()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Required => "Please fill this in.".into(),
            Self::ChoiceRequired => "Please choose an answer.".into(),
            Self::TooLong { max } => format!("This text is too long. Use {max} characters at most."),
            Self::TooMany { max } => format!("Choose {max} at most."),
            Self::OutOfRange { min, max } => format!("Choose a number from {min} to {max}."),
            Self::Unknown => "This choice does not exist (any more). Please choose again.".into(),
            Self::WrongKind => "This answer does not fit the question. Please fill it in again.".into(),
            Self::NotAnEmail => "This is not an e-mail address. A good one looks like name@example.com.".into(),
            Self::NotAFollowKey => {
                "This code is not right. The code has 26 letters and digits. You find it in our e-mail or on your receipt.".into()
            }
            Self::NotInTheFuture => "Choose a date after today.".into(),
            Self::TooFarAhead { days } => format!("Please choose a date within {days} days."),
            Self::EmptyPhrase => "This text explains nothing. Write in plain words what you do and why.".into(),
            Self::Duplicate => "This is there already. Please choose something else.".into(),
            Self::LastRuleMustMatchAll => {
                "The last rule has to match everything: no topic, area or kind. Otherwise something gets lost.".into()
            }
        }
    }
}
