//! Why a command is refused, in words that a person understands.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, FaultCode};
use crate::languages::{ar, pl, tr, uk};
use crate::text::Language;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Refusal {
    /// Not the task of this person, or of their organisation.
    NotYours,
    /// It is concluded or withdrawn.
    Ended,
    /// A coordinator has to read it first.
    Held,
    AlreadyHeld,
    NotHeld,
    /// The resident has not answered the last question yet.
    QuestionOpen,
    /// The question that is answered is no longer there, or has been answered.
    NoSuchQuestion,
    /// Another partner has been asked already and has not answered.
    OfferOpen,
    /// The offer has been answered, has ended or was withdrawn.
    NoSuchOffer,
    /// Nobody waits for this partner's answer whether it helps.
    NoSuchSupport,
    /// The partner has it, helps already, or has been asked.
    HelpsAlready,
    /// No date waits to be confirmed.
    NoSuchDate,
    /// Who carries it out has not confirmed this date.
    DateNotConfirmed,
    /// The date that waits to be confirmed has passed.
    DatePassed,
    /// It was offered to who has it.
    OfferToOwner,
    /// The partner has no valid agreement, or nobody who is active.
    PartnerUnavailable,
    /// The resident did not agree to it.
    NotAgreedToPublic,
    /// The text accuses somebody.
    Accuses,
    AlreadyPublic,
    NotPublic,
    AlreadyWithdrawn,
    /// There is no conclusion to say anything of.
    NotConcluded,
    AlreadyRated,
    /// The days in which a conclusion can be rated are over.
    RatingTermPassed,
    /// The resident asked to look again, and that is decided first.
    ReopeningAsked,
    NoReopeningAsked,
    /// The resident is threatened because of it: it stays out of public until a coordinator has taken that up.
    Threatened,
    NoThreat,
    /// What was rewritten is not a text of the resident's.
    NoSuchText,
    /// The texts are as they were.
    NothingRedacted,
    /// There is no case of that number that this person may see.
    NoSuchCase,
    MergedIntoItself,
    /// The other case was merged or withdrawn itself.
    MergedIntoGone,
    /// Every text has been erased already.
    NothingToErase,
    /// What the resident wrote was erased: there is nothing to show.
    TextsErased,
    /// It does not go on in another case.
    NotMerged,
    /// Everything is in Dutch.
    NothingToTranslate,
    /// No translation was entered, or they are as they were.
    NothingTranslated,
    /// Neighbourhood watch without agreements and a contact.
    NoAgreements,
    /// It is not neighbourhood watch.
    NotWatch,
    /// It is of this kind already.
    SameKind,
    /// It is marked as of this language already.
    SameLanguage,
    /// Nobody has to be in touch now.
    NoContactDue,
    /// This partner shows its support already.
    BackedAlready,
    NotBacked,
    /// Others may ask already how it was done.
    SharedAlready,
    NotShared,
    /// It has not worked out, or not everybody can see it.
    NothingToShare,
    /// No e-mail address is kept: nobody would hear of a question.
    NoAddress,
    /// The task is done or was dropped.
    NoSuchTask,
    /// Who does it and by when is as it was.
    TaskAsItWas,
    /// There are as many open tasks as anybody can keep in sight.
    TooManyTasks,
    /// Something that was filled in.
    Field(Fault),
}

impl Refusal {
    pub(super) fn field(field: &str, code: FaultCode) -> Self {
        Self::Field(Fault::new(field, code))
    }

    /// A name for programs that never changes.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotYours => "caseNotYours",
            Self::Ended => "caseEnded",
            Self::Held => "caseHeld",
            Self::AlreadyHeld => "caseAlreadyHeld",
            Self::NotHeld => "caseNotHeld",
            Self::QuestionOpen => "questionOpen",
            Self::NoSuchQuestion => "questionGone",
            Self::OfferOpen => "handoverOpen",
            Self::NoSuchOffer => "handoverGone",
            Self::NoSuchSupport => "supportGone",
            Self::HelpsAlready => "helpsAlready",
            Self::NoSuchDate => "dateGone",
            Self::DateNotConfirmed => "dateNotConfirmed",
            Self::DatePassed => "datePassed",
            Self::OfferToOwner => "handoverToOwner",
            Self::PartnerUnavailable => "partnerUnavailable",
            Self::NotAgreedToPublic => "notAgreedToPublic",
            Self::Accuses => "textAccuses",
            Self::AlreadyPublic => "alreadyPublic",
            Self::NotPublic => "notPublic",
            Self::AlreadyWithdrawn => "alreadyWithdrawn",
            Self::NotConcluded => "notConcluded",
            Self::AlreadyRated => "alreadyRated",
            Self::RatingTermPassed => "ratingTermPassed",
            Self::ReopeningAsked => "reopeningAsked",
            Self::NoReopeningAsked => "noReopeningAsked",
            Self::Threatened => "residentThreatened",
            Self::NoThreat => "noThreat",
            Self::NoSuchText => "textGone",
            Self::NothingRedacted => "nothingRedacted",
            Self::NoSuchCase => "caseUnknown",
            Self::MergedIntoItself => "mergedIntoItself",
            Self::MergedIntoGone => "mergedIntoGone",
            Self::NothingToErase => "nothingToErase",
            Self::TextsErased => "textsErased",
            Self::NotMerged => "notMerged",
            Self::NothingToTranslate => "nothingToTranslate",
            Self::NothingTranslated => "nothingTranslated",
            Self::NoAgreements => "noAgreements",
            Self::NotWatch => "notNeighbourhoodWatch",
            Self::SameKind => "sameKind",
            Self::SameLanguage => "sameLanguage",
            Self::NoContactDue => "noContactDue",
            Self::BackedAlready => "backedAlready",
            Self::NotBacked => "notBacked",
            Self::SharedAlready => "experienceSharedAlready",
            Self::NotShared => "experienceNotShared",
            Self::NothingToShare => "nothingToShare",
            Self::NoAddress => "noAddress",
            Self::NoSuchTask => "taskGone",
            Self::TaskAsItWas => "taskUnchanged",
            Self::TooManyTasks => "tooManyTasks",
            Self::Field(_) => "invalidInput",
        }
    }

    /// What the person reads: why not, and what to do.
    pub const fn detail(&self, language: Language) -> &'static str {
        // What only officials meet is said to them in a language of theirs.
        let own = match language {
            Language::Nl => Some(self.dutch()),
            Language::En => None,
            Language::Tr => tr::refusal(self),
            Language::Ar => ar::refusal(self),
            Language::Pl => pl::refusal(self),
            Language::Uk => uk::refusal(self),
        };
        match own {
            Some(own) => own,
            None => self.english(),
        }
    }

    const fn dutch(&self) -> &'static str {
        match self {
            Self::NotYours => "Dit kan alleen de organisatie die deze zaak heeft, of de coördinator.",
            Self::Ended => "Deze zaak is afgerond. Er kan niets meer aan veranderen.",
            Self::Held => "De coördinator leest deze tekst eerst. Daarna kunt u verder.",
            Self::AlreadyHeld => "Deze tekst wacht al op de coördinator.",
            Self::NotHeld => "Deze tekst is al vrijgegeven.",
            Self::QuestionOpen => "Er staat nog een vraag open. Wacht op het antwoord, of plaats nieuws.",
            Self::NoSuchQuestion => "Deze vraag is al beantwoord of niet meer nodig. Bekijk de pagina opnieuw.",
            Self::OfferOpen => {
                "Er is al een andere organisatie gevraagd. Wacht op het antwoord, of trek die vraag eerst in."
            }
            Self::NoSuchOffer => "Deze overdracht is al beantwoord, verlopen of ingetrokken. Bekijk de zaak opnieuw.",
            Self::NoSuchSupport => "Deze vraag om hulp is al beantwoord of niet meer nodig. Bekijk de zaak opnieuw.",
            Self::HelpsAlready => "Deze organisatie heeft de zaak, helpt al mee of is al gevraagd. Kies een andere.",
            Self::NoSuchDate => "Deze datum is al bevestigd of vervallen. Bekijk de zaak opnieuw.",
            Self::DateNotConfirmed => {
                "Wie het uitvoert heeft deze datum niet bevestigd. Wacht op het antwoord, of noem de datum die bevestigd is."
            }
            Self::DatePassed => "Deze datum is voorbij. Zeg nee, en noem een datum die wel kan.",
            Self::OfferToOwner => "Deze organisatie heeft de zaak al. Kies een andere.",
            Self::PartnerUnavailable => {
                "Deze organisatie kan nu geen zaken aannemen: er is geen geldige overeenkomst of niemand actief. Kies een andere."
            }
            Self::NotAgreedToPublic => "De bewoner wil niet dat dit openbaar wordt.",
            Self::Accuses => "Deze tekst lijkt iemand te beschuldigen en kan daarom niet openbaar worden.",
            Self::AlreadyPublic => "Dit initiatief is al openbaar.",
            Self::NotPublic => "Dit initiatief is niet openbaar.",
            Self::AlreadyWithdrawn => "Dit idee is al ingetrokken.",
            Self::NotConcluded => "Er is nog geen antwoord om iets van te vinden. Kijk later nog eens.",
            Self::AlreadyRated => "U hebt al laten weten of u bent geholpen.",
            Self::RatingTermPassed => {
                "U kon tot 14 dagen na het antwoord reageren. Bel uw gemeente, of stuur een nieuw idee."
            }
            Self::ReopeningAsked => "De bewoner vroeg om nog eens te kijken. Beslis daar eerst over.",
            Self::Threatened => "De bewoner wordt tegengewerkt of bedreigd. Neem eerst contact op met de bewoner.",
            Self::NoThreat => "Een coördinator heeft dit al opgepakt.",
            Self::NoSuchText => "Deze tekst is er niet meer. Bekijk de zaak opnieuw.",
            Self::NothingRedacted => "De tekst is nog hetzelfde. Haal weg wat niemand mag lezen, en bewaar dan.",
            Self::NoReopeningAsked => "De bewoner heeft niet gevraagd om nog eens te kijken, of dat is al beslist.",
            Self::NoSuchCase => "Er is geen zaak met dit nummer die u kunt zien. Kijk of het nummer klopt.",
            Self::MergedIntoItself => "Dit is het nummer van deze zaak zelf. Vul het nummer van de andere zaak in.",
            Self::MergedIntoGone => {
                "Die zaak is ingetrokken, doorgestuurd of gaat zelf verder onder een ander nummer. Kies de zaak waar het verder gaat."
            }
            Self::NothingToErase => "Deze teksten zijn al gewist.",
            Self::TextsErased => "De tekst van de bewoner is gewist. Er is niets meer om te laten zien.",
            Self::NotMerged => "Deze zaak gaat niet verder onder een ander nummer.",
            Self::NothingToTranslate => "Alles in deze zaak is in het Nederlands. Er is niets te vertalen.",
            Self::NothingTranslated => {
                "Er is geen nieuwe vertaling. Vul bij één tekst een vertaling in, en bewaar dan."
            }
            Self::NoAgreements => {
                "Buurtpreventie komt pas op de website als er afspraken zijn en een contactpersoon bij de gemeente. Leg die eerst vast."
            }
            Self::NotWatch => "Afspraken horen bij buurtpreventie. Kies eerst die soort.",
            Self::SameKind => "Deze zaak heeft deze soort al. Kies een andere.",
            Self::SameLanguage => "Deze taal staat er al. Kies een andere.",
            Self::NoContactDue => "Er staat nu geen contact open voor deze buurtpreventie. Bekijk de zaak opnieuw.",
            Self::BackedAlready => "Iedereen kan al lezen dat deze organisatie dit steunt.",
            Self::NotBacked => "Er staat niet dat deze organisatie dit steunt.",
            Self::SharedAlready => "U zei al ja. Anderen kunnen u een vraag stellen.",
            Self::NotShared => "Niemand kan u nu een vraag stellen. U hoeft niets te doen.",
            Self::NothingToShare => {
                "Dit kan alleen als uw idee is gelukt en op de website staat. Bekijk de pagina opnieuw."
            }
            Self::NoAddress => "Vul eerst uw e-mailadres in. Dan weet u het als iemand u iets vraagt.",
            Self::NoSuchTask => "Deze taak is al klaar of hoeft niet meer. Bekijk de pagina opnieuw.",
            Self::TaskAsItWas => "Er is niets veranderd. Kies wie het doet, of een andere dag.",
            Self::TooManyTasks => "Er staan al 30 taken open. Rond eerst een taak af.",
            Self::Field(_) => "Er is iets niet goed ingevuld. Verbeter het en verstuur het opnieuw.",
        }
    }

    const fn english(&self) -> &'static str {
        match self {
            Self::NotYours => "Only the organisation that has this case, or the coordinator, can do this.",
            Self::Ended => "This case has ended. Nothing can change any more.",
            Self::Held => "The coordinator reads this text first. After that you can go on.",
            Self::AlreadyHeld => "This text is waiting for the coordinator already.",
            Self::NotHeld => "This text has been released already.",
            Self::QuestionOpen => "A question is still open. Wait for the answer, or publish news.",
            Self::NoSuchQuestion => {
                "This question has been answered or is no longer needed. Please look at the page again."
            }
            Self::OfferOpen => {
                "Another organisation has been asked already. Wait for its answer, or withdraw that request first."
            }
            Self::NoSuchOffer => {
                "This handover has been answered, has expired or was withdrawn. Please look at the case again."
            }
            Self::NoSuchSupport => {
                "This request for help has been answered or is no longer needed. Please look at the case again."
            }
            Self::HelpsAlready => {
                "This organisation has the case, helps already or has been asked. Please choose another one."
            }
            Self::NoSuchDate => "This date has been confirmed or has lapsed. Please look at the case again.",
            Self::DateNotConfirmed => {
                "Who carries it out has not confirmed this date. Wait for the answer, or name the date that is confirmed."
            }
            Self::DatePassed => "This date has passed. Decline it, and name one that is possible.",
            Self::OfferToOwner => "This organisation has the case already. Please choose another one.",
            Self::PartnerUnavailable => {
                "This organisation cannot take cases now: there is no valid agreement or nobody active. Please choose another one."
            }
            Self::NotAgreedToPublic => "The resident does not want this to be public.",
            Self::Accuses => "This text seems to accuse somebody and cannot be public for that reason.",
            Self::AlreadyPublic => "This initiative is public already.",
            Self::NotPublic => "This initiative is not public.",
            Self::AlreadyWithdrawn => "This idea has been withdrawn already.",
            Self::NotConcluded => "There is no answer yet to say anything of. Please come back later.",
            Self::AlreadyRated => "You have told us already whether this helped you.",
            Self::RatingTermPassed => {
                "You could tell us up to 14 days after the answer. Please call your municipality, or send a new idea."
            }
            Self::ReopeningAsked => "The resident asked to look again. Decide on that first.",
            Self::Threatened => "The resident is thwarted or threatened. Contact the resident first.",
            Self::NoThreat => "A coordinator has taken this up already.",
            Self::NoSuchText => "This text is no longer there. Please look at the case again.",
            Self::NothingRedacted => "The text is as it was. Take out what nobody may read, and save it then.",
            Self::NoReopeningAsked => "The resident has not asked to look again, or that has been decided already.",
            Self::NoSuchCase => "There is no case of this number that you can see. Please check the number.",
            Self::MergedIntoItself => "This is the number of this very case. Fill in the number of the other one.",
            Self::MergedIntoGone => {
                "That case was withdrawn, was passed on or goes on under another number itself. Choose the case in which it goes on."
            }
            Self::NothingToErase => "These texts have been erased already.",
            Self::TextsErased => "What the resident wrote has been erased. There is nothing left to show.",
            Self::NotMerged => "This case does not go on under another number.",
            Self::NothingToTranslate => "Everything in this case is in Dutch. There is nothing to translate.",
            Self::NothingTranslated => {
                "There is no new translation. Fill in one for at least one text, and save it then."
            }
            Self::NoAgreements => {
                "Neighbourhood watch is public only with agreements and a contact at the municipality. Write those down first."
            }
            Self::NotWatch => "Agreements belong to neighbourhood watch. Choose that kind first.",
            Self::SameKind => "This case is of this kind already. Please choose another one.",
            Self::SameLanguage => "This language is set already. Please choose another one.",
            Self::NoContactDue => "No contact is due for this neighbourhood watch now. Please look at the case again.",
            Self::BackedAlready => "Everybody can read already that this organisation supports it.",
            Self::NotBacked => "It does not say that this organisation supports it.",
            Self::SharedAlready => "You said yes already. Others can ask you a question.",
            Self::NotShared => "Nobody can ask you a question now. There is nothing to do.",
            Self::NothingToShare => {
                "This is possible only when your idea has worked out and is on the website. Please look at the page again."
            }
            Self::NoAddress => "Fill in your e-mail address first. Then you know when somebody asks you something.",
            Self::NoSuchTask => "This task is done or no longer needed. Please look at the page again.",
            Self::TaskAsItWas => "Nothing has changed. Choose who does it, or another day.",
            Self::TooManyTasks => "There are 30 open tasks already. Please finish one first.",
            Self::Field(_) => "Something is not filled in correctly. Correct it and send it again.",
        }
    }
}
