//! What is wrong with one field of what somebody sent, as a stable code and as a plain sentence.
//!
//! All faults of a request are found at once. The code is for programs, the sentence for the person, in their
//! own language; the page and the API say the same.

use serde::{Deserialize, Serialize};

use crate::languages::tr;
use crate::sentence::Sentence;
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
    /// Fewer than `min` of what a list has to hold.
    TooFew { min: usize },
    /// A number that is not from `min` to `max`.
    OutOfRange { min: i64, max: i64 },
    /// An option, topic, area or question that is not there (any more).
    Unknown,
    /// Another kind of value than the field takes.
    WrongKind,
    /// Not of the type that is written in this place: a number where a list has to be.
    WrongType,
    /// Not an id: 1 to 64 of a-z, 0-9 and -.
    NotAnId,
    /// Not one of the words that are known here.
    NotOneOf { allowed: Vec<String> },
    /// Not a date, or not written as 2026-05-12.
    NotADate,
    /// Not an e-mail address.
    NotAnEmail,
    /// Not a personal code of 26 characters.
    NotAFollowKey,
    /// A date that is not in the future.
    NotInTheFuture,
    /// A date more than `days` days from today.
    TooFarAhead { days: i64 },
    /// A period of more than `days` days.
    PeriodTooLong { days: i64 },
    /// A step that the rules do not allow after what comes before it.
    DoesNotFollow,
    /// A closing text that says nothing.
    EmptyPhrase,
    /// A field that does not exist here: a misspelt name must not be ignored silently.
    NoSuchField,
    /// The same field, id or place for the second time.
    Duplicate,
    /// Not an origin such as `https://www.voorbeeldstad.nl`.
    NotAnOrigin,
    /// No theme, or one whose names we do not know.
    NoThemeFound,
    /// Not a PNG, nor an SVG of a picture and nothing else.
    NotALogo,
    /// Not the address of a page on the web.
    NotAWebAddress,
    /// Not an address that messages of ours may be sent to.
    NotAWebhookAddress,
    /// Not a code as CBS writes it (`GM0034`, `WK003401`, `BU00340101`).
    NotACbsCode,
    /// Not four digits and two letters.
    NotAPostcode,
    /// Not a house number, with or without an addition.
    NotAHouseNumber,
    /// A name that addresses of the system itself use, or that is too long for an address.
    NotASlug,
    /// There has to be exactly one of these.
    ExactlyOne,
    /// Nobody who is active may do what somebody has to do: a municipality without a coordinator.
    CoordinatorMissing,
    /// Dutch has to be there, and stands first.
    DutchFirst,
    /// An answer to a question that is not asked after what was answered before it.
    NotAsked,
    /// Places that are not exactly those from 1 to `to`, each given once.
    Places { to: usize },
    /// A question may depend only on an earlier one that has options or a scale.
    NotEarlier,
    /// A correction that corrects nothing.
    NothingChanged,
    /// A choice that another field of the same request rules out.
    NotTogether,
    /// A message to somebody that seems to accuse a person.
    Accuses,
    /// A set of routing rules whose last one leaves something unmatched.
    LastRuleMustMatchAll,
}

/// What can be wrong in a resident's form with steps, in the words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormFaults {
    pub required: &'static str,
    pub choice_required: &'static str,
    pub too_long: Sentence<1>,
    pub too_many: Sentence<1>,
    pub out_of_range: Sentence<2>,
    pub unknown: &'static str,
    pub wrong_kind: &'static str,
    pub not_an_email: &'static str,
    pub not_asked: &'static str,
    pub places: Sentence<1>,
}

impl FormFaults {
    pub const DUTCH: Self = Self {
        required: "Vul hier iets in.",
        choice_required: "Kies een antwoord.",
        too_long: Sentence::new("Deze tekst is te lang. Gebruik hoogstens {0} tekens."),
        too_many: Sentence::new("Kies er hoogstens {0}."),
        out_of_range: Sentence::new("Kies een getal van {0} tot en met {1}."),
        unknown: "Deze keuze bestaat niet (meer). Kies opnieuw.",
        wrong_kind: "Dit antwoord past niet bij de vraag. Vul het opnieuw in.",
        not_an_email: "Dit is geen e-mailadres. Een goed adres is bijvoorbeeld naam@voorbeeld.nl.",
        not_asked: "Deze vraag hoort niet bij uw eerdere antwoorden. Haal dit antwoord weg.",
        places: Sentence::new("Geef de plaatsen 1 tot en met {0}, elke plaats één keer."),
    };

    pub const ENGLISH: Self = Self {
        required: "Please fill this in.",
        choice_required: "Please choose an answer.",
        too_long: Sentence::new("This text is too long. Use {0} characters at most."),
        too_many: Sentence::new("Choose {0} at most."),
        out_of_range: Sentence::new("Choose a number from {0} to {1}."),
        unknown: "This choice does not exist (any more). Please choose again.",
        wrong_kind: "This answer does not fit the question. Please fill it in again.",
        not_an_email: "This is not an e-mail address. A good one looks like name@example.com.",
        not_asked: "This question does not go with your earlier answers. Leave this answer out.",
        places: Sentence::new("Give the places 1 to {0}, each of them once."),
    };

    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &Self::DUTCH,
            Language::En => &Self::ENGLISH,
            Language::Tr => &tr::FORM_FAULTS,
        }
    }
}

impl FaultCode {
    /// What the person reads: what is wrong and what to do.
    pub fn message(&self, language: Language) -> String {
        self.form_message(FormFaults::of(language)).unwrap_or_else(|| {
            // What only officials and operators meet is said to them in a language of theirs.
            let own = match language {
                Language::Nl => Some(self.dutch()),
                Language::En => None,
                Language::Tr => tr::fault(self),
            };
            own.unwrap_or_else(|| self.english())
        })
    }

    /// The same for what can be wrong in a resident's form with steps, and nothing for the rest: the sentences for
    /// officials and operators would be a twentieth of what a resident downloads.
    pub fn form_message(&self, sentences: &FormFaults) -> Option<String> {
        Some(match self {
            Self::Required => sentences.required.to_owned(),
            Self::ChoiceRequired => sentences.choice_required.to_owned(),
            Self::TooLong { max } => sentences.too_long.with([&max.to_string()]),
            Self::TooMany { max } => sentences.too_many.with([&max.to_string()]),
            Self::OutOfRange { min, max } => sentences.out_of_range.with([&min.to_string(), &max.to_string()]),
            Self::Unknown => sentences.unknown.to_owned(),
            Self::WrongKind => sentences.wrong_kind.to_owned(),
            Self::NotAnEmail => sentences.not_an_email.to_owned(),
            Self::NotAsked => sentences.not_asked.to_owned(),
            Self::Places { to } => sentences.places.with([&to.to_string()]),
            _ => return None,
        })
    }

    fn dutch(&self) -> String {
        match self {
            // Said already, as in a form.
            Self::Required
            | Self::ChoiceRequired
            | Self::TooLong { .. }
            | Self::TooMany { .. }
            | Self::OutOfRange { .. }
            | Self::Unknown
            | Self::WrongKind
            | Self::NotAnEmail
            | Self::NotAsked
            | Self::Places { .. } => String::new(),
            Self::TooFew { min } => format!("Dit zijn er te weinig. Er moeten er minstens {min} zijn."),
            Self::WrongType => "Hier hoort een ander soort waarde: kijk of het een tekst, een getal, een lijst of waar/onwaar moet zijn.".into(),
            Self::NotAnId => {
                "Dit is geen geldig kenmerk. Gebruik 1 tot 64 kleine letters, cijfers en streepjes, en begin met een letter of cijfer.".into()
            }
            Self::NotOneOf { allowed } => format!("Dit woord kennen wij hier niet. Kies uit: {}.", allowed.join(", ")),
            Self::NotADate => "Dit is geen datum. Schrijf bijvoorbeeld 2026-05-12.".into(),
            Self::NotAFollowKey => {
                "Deze code klopt niet. De code heeft 26 letters en cijfers. U vindt hem in onze mail of op uw ontvangstbewijs.".into()
            }
            Self::NotInTheFuture => "Kies een datum na vandaag.".into(),
            Self::TooFarAhead { days } => format!("Kies een datum binnen {days} dagen."),
            Self::PeriodTooLong { days } => format!("Kies een periode van ten hoogste {days} dagen."),
            Self::DoesNotFollow => "Dit kan niet na wat ervoor staat.".into(),
            Self::EmptyPhrase => "Deze tekst legt niets uit. Schrijf in gewone woorden wat u doet en waarom.".into(),
            Self::NoSuchField => "Dit veld bestaat niet. Haal het weg, of kijk hoe de naam geschreven wordt.".into(),
            Self::Duplicate => "Dit staat er twee keer. Haal er één weg.".into(),
            Self::NotAnOrigin => {
                "Dit is geen adres van een website. Schrijf bijvoorbeeld https://www.voorbeeldstad.nl, zonder iets erachter.".into()
            }
            Self::NoThemeFound => {
                "Hierin staat geen kleur of letter die wij kennen. Plak een thema van NL Design System: het bestand theme.css of variables.json.".into()
            }
            Self::NotALogo => {
                "Dit is geen logo dat wij kunnen tonen. Kies een PNG, of een SVG zonder scripts, links, bewegende delen en plaatjes van elders.".into()
            }
            Self::NotAWebhookAddress => "Naar dit adres kunnen wij niets sturen. Het begint met https://, heeft een naam die iedereen op internet kent, en geen poort, wachtwoord of nummer als naam.".into(),
            Self::NotAWebAddress => "Dit is geen adres van een pagina. Het begint met https:// en heeft geen spaties.".into(),
            Self::NotAPostcode => "Dit is geen postcode. Een postcode is bijvoorbeeld 1234 AB.".into(),
            Self::NotAHouseNumber => "Dit is geen huisnummer. Een huisnummer is bijvoorbeeld 12 of 12a.".into(),
            Self::NotACbsCode => "Dit is geen code van het CBS. Schrijf bijvoorbeeld GM0034, WK003401 of BU00340101.".into(),
            Self::NotASlug => "Deze naam kan niet in een adres. Kies een andere, van hoogstens 40 tekens.".into(),
            Self::ExactlyOne => "Hiervan moet er precies één zijn.".into(),
            Self::CoordinatorMissing => {
                "Er is niemand actief met de rol coordinator bij de organisatie die coördineert. Voeg minstens één coördinator toe.".into()
            }
            Self::DutchFirst => "Nederlands moet erbij staan, als eerste.".into(),
            Self::NotEarlier => "Kies een vraag die hiervoor staat en die antwoorden of cijfers heeft om te kiezen.".into(),
            Self::NothingChanged => "Er is nog niets verbeterd. Verander eerst een tekst.".into(),
            Self::Accuses => "Deze tekst lijkt iemand te beschuldigen. Haal dat weg, of bel ons.".into(),
            Self::NotTogether => "Dit gaat niet samen met een andere keuze hier. Verander één van de twee.".into(),
            Self::LastRuleMustMatchAll => {
                "De laatste regel moet voor alles gelden: zonder onderwerp, gebied of soort. Anders raakt er iets zoek.".into()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            // Said already, as in a form.
            Self::Required
            | Self::ChoiceRequired
            | Self::TooLong { .. }
            | Self::TooMany { .. }
            | Self::OutOfRange { .. }
            | Self::Unknown
            | Self::WrongKind
            | Self::NotAnEmail
            | Self::NotAsked
            | Self::Places { .. } => String::new(),
            Self::TooFew { min } => format!("There are too few. There have to be {min} at least."),
            Self::WrongType => "Another type of value belongs here: check whether it has to be a text, a number, a list or true/false.".into(),
            Self::NotAnId => {
                "This is not a valid id. Use 1 to 64 lower-case letters, digits and hyphens, and begin with a letter or digit.".into()
            }
            Self::NotOneOf { allowed } => format!("This word is not known here. Choose one of: {}.", allowed.join(", ")),
            Self::NotADate => "This is not a date. Write for example 2026-05-12.".into(),
            Self::NotAFollowKey => {
                "This code is not right. The code has 26 letters and digits. You find it in our e-mail or on your receipt.".into()
            }
            Self::NotInTheFuture => "Choose a date after today.".into(),
            Self::TooFarAhead { days } => format!("Please choose a date within {days} days."),
            Self::PeriodTooLong { days } => format!("Please choose a period of at most {days} days."),
            Self::DoesNotFollow => "This cannot follow what comes before it.".into(),
            Self::EmptyPhrase => "This text explains nothing. Write in plain words what you do and why.".into(),
            Self::NoSuchField => "This field does not exist. Leave it out, or check how its name is written.".into(),
            Self::Duplicate => "This is here twice. Leave one out.".into(),
            Self::NotAnOrigin => {
                "This is not the address of a website. Write for example https://www.example.nl, with nothing behind it.".into()
            }
            Self::NoThemeFound => {
                "There is no colour or letter in this that we know. Paste a theme of NL Design System: the file theme.css or variables.json.".into()
            }
            Self::NotALogo => {
                "This is no logo that we can show. Choose a PNG, or an SVG without scripts, links, moving parts and pictures from elsewhere.".into()
            }
            Self::NotAWebhookAddress => "We cannot send anything to this address. It starts with https://, has a name that the whole internet knows, and no port, password or number for a name.".into(),
            Self::NotAWebAddress => "This is not the address of a page. It starts with https:// and has no spaces.".into(),
            Self::NotAPostcode => "This is not a postcode. A postcode is for example 1234 AB.".into(),
            Self::NotAHouseNumber => "This is not a house number. A house number is for example 12 or 12a.".into(),
            Self::NotACbsCode => "This is not a code of CBS. Write for example GM0034, WK003401 or BU00340101.".into(),
            Self::NotASlug => "This name cannot stand in an address. Choose another one, of 40 characters at most.".into(),
            Self::ExactlyOne => "There has to be exactly one of these.".into(),
            Self::CoordinatorMissing => {
                "Nobody with the role coordinator is active at the coordinating partner. Add at least one coordinator.".into()
            }
            Self::DutchFirst => "Dutch has to be there, and comes first.".into(),
            Self::NotEarlier => "Choose a question that comes before this one and has options or numbers to choose.".into(),
            Self::NothingChanged => "Nothing has been corrected yet. Change a text first.".into(),
            Self::Accuses => "This text seems to accuse somebody. Take that out, or call us.".into(),
            Self::NotTogether => "This does not go together with another choice here. Change one of the two.".into(),
            Self::LastRuleMustMatchAll => {
                "The last rule has to match everything: no topic, area or kind. Otherwise something gets lost.".into()
            }
        }
    }
}
