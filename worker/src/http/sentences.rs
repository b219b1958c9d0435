//! What a person reads when something is refused: what happened, and what to do.

mod ar;
mod pl;
mod tr;
mod uk;

use shared::{
    text::{Language, OfficialLanguage},
    time::{CivilDate, Instant},
};

use crate::refusal::{Code, Refusal};

/// A short name of the kind of problem, and what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sentences {
    pub(super) title: &'static str,
    pub(super) detail: &'static str,
}

/// The words for a refusal.
pub(super) const fn sentences(refusal: &Refusal, language: Language) -> Sentences {
    // What only officials and programs meet is said to them in a language of theirs.
    let own = match language {
        Language::Nl | Language::En => None,
        Language::Tr => tr::sentences(refusal),
        Language::Ar => ar::sentences(refusal),
        Language::Pl => pl::sentences(refusal),
        Language::Uk => uk::sentences(refusal),
    };
    if let Some((title, detail)) = own {
        return Sentences { title, detail };
    }
    let (dutch, english) = match refusal {
        Refusal::NotFound => (
            ("Niet gevonden", "Deze pagina is er niet (meer). Kijk of het adres klopt, of ga terug naar het begin."),
            ("Not found", "This page does not exist (any more). Check the address, or go back to the start."),
        ),
        Refusal::Invalid { .. } => (
            (
                "Nog niet goed ingevuld",
                "Er is iets niet goed ingevuld. Verbeter wat hieronder staat en verstuur het opnieuw.",
            ),
            (
                "Not filled in correctly",
                "Something is not filled in correctly. Correct what is named below and send it again.",
            ),
        ),
        Refusal::Forbidden => (
            (
                "Dat mag niet met uw rol",
                "Uw rol geeft hier geen toegang toe. Vraag uw coördinator of beheerder om hulp.",
            ),
            (
                "Your role may not do this",
                "Your role gives no access to this. Ask your coordinator or administrator for help.",
            ),
        ),
        Refusal::ForeignOrigin => (
            ("Geen toegang", "Dit verzoek komt van een andere website. Werk vanuit de pagina voor medewerkers."),
            ("No access", "This request comes from another website. Work from the page for officials."),
        ),
        Refusal::MethodNotAllowed => (
            (
                "Dat kan hier niet",
                "Dit adres kent deze handeling niet. Kijk in de beschrijving van de API wat wel kan.",
            ),
            (
                "Not possible here",
                "This address does not know this method. The description of the API says what it knows.",
            ),
        ),
        Refusal::TooLarge => (
            ("Te groot", "Wat u stuurt is te groot. Maak de tekst korter en verstuur het opnieuw."),
            ("Too large", "What you are sending is too large. Make the text shorter and send it again."),
        ),
        Refusal::NotJson => (
            ("Verkeerd soort inhoud", "Stuur de inhoud als application/json."),
            ("Wrong content type", "Send the content as application/json."),
        ),
        Refusal::TooMany => (
            ("Even wachten", "Er kwamen te veel verzoeken achter elkaar. Wacht een minuut en probeer het opnieuw."),
            ("Please wait", "Too many requests came one after another. Wait a minute and try again."),
        ),
        Refusal::Unavailable => (
            (
                "Even niet bereikbaar",
                "Het lukt nu niet. Probeer het over een paar seconden opnieuw; twee keer versturen kan geen kwaad.",
            ),
            (
                "Not available right now",
                "It does not work right now. Try again in a few seconds; sending it twice does no harm.",
            ),
        ),
        Refusal::PollNotOpen => words(Code::PollNotOpen),
        Refusal::PollClosed { .. } => (
            ("Deze peiling is gesloten", "Antwoorden die daarna komen, tellen niet mee."),
            ("This poll is closed", "Answers that come after that do not count."),
        ),
        Refusal::Case { refusal } => {
            (("Dat kan nu niet", refusal.detail(Language::Nl)), ("Not possible now", refusal.detail(Language::En)))
        }
        Refusal::Fault { .. } => (
            ("Er ging iets mis", "Er ging bij ons iets mis. Probeer het later nog eens."),
            ("Something went wrong", "Something went wrong on our side. Please try again later."),
        ),
        Refusal::Unreadable { code }
        | Refusal::SignInNeeded { code }
        | Refusal::Conflict { code }
        | Refusal::Gone { code }
        | Refusal::Unprocessable { code } => words(*code),
    };
    let (title, detail) = match language.for_officials() {
        OfficialLanguage::Nl => dutch,
        OfficialLanguage::En => english,
    };
    Sentences { title, detail }
}

/// When a poll closed, and by when it is known what is done with the answers: what stands before and behind its
/// sentence.
pub(super) fn closing(language: Language, at: Instant, report_due: Option<CivilDate>) -> (String, String) {
    // A poll that closes at midnight closes with the day before.
    let (day, (hour, minute)) = match at.dutch_clock() {
        (0, 0) => (at.plus_milliseconds(-1).dutch_date(), (24, 0)),
        clock => (at.dutch_date(), clock),
    };
    let texts = widget::texts::of(language);
    let (day, due) = (texts.date(day), report_due.map(|due| texts.date(due)));
    let due = due.as_deref();
    let (closed, due) = match language {
        Language::Nl => (
            format!("Deze peiling sloot op {day} om {hour}.{minute:02} uur. "),
            due.map(|due| {
                format!(" Uiterlijk {due} leest u op de pagina van de peiling wat wij met de antwoorden doen.")
            }),
        ),
        Language::Tr => (tr::closed(&day, &format!("{hour:02}:{minute:02}")), due.map(tr::due)),
        Language::Ar => (ar::closed(&day, &format!("{hour:02}:{minute:02}")), due.map(ar::due)),
        Language::Pl => (pl::closed(&day, &format!("{hour:02}:{minute:02}")), due.map(pl::due)),
        Language::Uk => (uk::closed(&day, &format!("{hour:02}:{minute:02}")), due.map(uk::due)),
        Language::En => (
            format!("This poll closed on {day} at {hour}:{minute:02}. "),
            due.map(|due| format!(" By {due} you can read on the page of the poll what we do with the answers.")),
        ),
    };
    (closed, due.unwrap_or_default())
}

/// Who to call when it does not work.
pub(super) fn call(language: Language, name: &str, phone: &str, hours: &str) -> String {
    match language {
        Language::Nl => format!(" Lukt het niet? Bel {name}: {phone} ({hours})."),
        Language::En => format!(" Does it not work? Call {name}: {phone} ({hours})."),
        Language::Tr => tr::call(name, phone, hours),
        Language::Ar => ar::call(name, phone, hours),
        Language::Pl => pl::call(name, phone, hours),
        Language::Uk => uk::call(name, phone, hours),
    }
}

type Words = (&'static str, &'static str);

#[expect(clippy::too_many_lines, reason = "a table: one entry for each code")]
const fn words(code: Code) -> (Words, Words) {
    match code {
        Code::NotUtf8 => (
            ("Niet te lezen", "De tekst is geen geldige UTF-8. Verstuur hem opnieuw als UTF-8."),
            ("Cannot be read", "The text is not valid UTF-8. Send it again as UTF-8."),
        ),
        Code::NotJson => {
            (("Niet te lezen", "De inhoud is geen geldige JSON."), ("Cannot be read", "The content is not valid JSON."))
        }
        Code::TooDeep => (
            ("Niet te lezen", "De inhoud is te diep genest. Hoogstens 16 lagen kan."),
            ("Cannot be read", "The content is nested too deeply. 16 levels are possible."),
        ),
        Code::DuplicateKey => (
            ("Niet te lezen", "Een veld staat er twee keer in. Laat er één staan."),
            ("Cannot be read", "A field is in it twice. Leave one."),
        ),
        Code::PathNotNormal => (
            (
                "Dit adres klopt niet",
                "In het adres staan tekens die daar niet horen. Typ het opnieuw of ga terug naar het begin.",
            ),
            (
                "This address is not right",
                "The address holds characters that do not belong there. Type it again or go back to the start.",
            ),
        ),
        Code::IdempotencyKeyMissing => (
            ("Er ontbreekt iets", "Stuur een kop Idempotency-Key mee, zodat twee keer versturen geen kwaad kan."),
            ("Something is missing", "Send a header Idempotency-Key, so that sending twice does no harm."),
        ),
        Code::IdempotencyKeyReused => (
            (
                "Al eerder verstuurd",
                "U heeft dit al verstuurd, met een andere inhoud. Het eerste telt. Wilt u iets anders sturen? Begin dan opnieuw.",
            ),
            (
                "Sent before",
                "You have sent this before, with other content. The first one counts. To send something else, please start again.",
            ),
        ),
        Code::SignInNeeded => (
            ("Meld u aan", "U bent niet (meer) aangemeld. Meld u opnieuw aan met een nieuwe link."),
            ("Please sign in", "You are not signed in (any more). Sign in again with a new link."),
        ),
        Code::SignInLinkInvalid => (
            ("Deze link werkt niet meer", "De link is al gebruikt of verlopen. Vraag een nieuwe link aan."),
            ("This link no longer works", "The link has been used or has expired. Ask for a new link."),
        ),
        Code::OperatorKeyWrong => (
            ("Geen toegang", "Stuur de beheersleutel mee: Authorization: Bearer …"),
            ("No access", "Send the operator's key: Authorization: Bearer …"),
        ),
        Code::PollNotOpen => (
            (
                "Deze peiling is nog niet open",
                "U kunt nog niet antwoorden. Kom terug op de dag dat de peiling open gaat.",
            ),
            ("This poll is not open yet", "You cannot answer yet. Come back on the day the poll opens."),
        ),
        Code::PollFrozen => (
            ("Deze peiling ligt vast", "De peiling is open of gesloten. De vragen kunnen niet meer veranderen."),
            ("This poll is fixed", "The poll is open or closed. Its questions can no longer change."),
        ),
        Code::PollNotPlanned => (
            (
                "Deze peiling staat niet gepland",
                "Terugnemen kan alleen zolang de peiling nog open moet gaan. Een open peiling kunt u eerder sluiten.",
            ),
            (
                "This poll is not planned",
                "Taking it back is possible only before it opens. An open poll can be closed before its time.",
            ),
        ),
        Code::PollNotClosed => (
            (
                "Deze peiling is nog niet gesloten",
                "Een terugkoppeling kan pas als de peiling gesloten is en de laatste antwoorden geteld zijn.",
            ),
            (
                "This poll is not closed yet",
                "A report is possible once the poll is closed and the last answers have been counted.",
            ),
        ),
        Code::ReportExists => (
            ("De terugkoppeling staat er al", "Bij deze peiling is al een terugkoppeling gepubliceerd."),
            ("There is a report already", "A report on this poll has been published already."),
        ),
        Code::BallotDiffers => (
            ("U heeft al geantwoord", "Uw eerste antwoorden zijn geteld. Wat u nu invulde, is niet verstuurd."),
            (
                "You have answered already",
                "Your first answers have been counted. What you filled in now has not been sent.",
            ),
        ),
        Code::VersionPassed => (
            ("Iemand was u voor", "Er is intussen iets veranderd. Kijk wat er nu staat en doe het zo nodig opnieuw."),
            (
                "Somebody was first",
                "Something has changed in the meantime. Look at what is there now and do it again if it is still needed.",
            ),
        ),
        Code::MailNotSetUp => (
            ("Er is geen mail ingesteld", "Vraag de beheerder van de server om de mail in te stellen."),
            ("Mail has not been set up", "Ask whoever runs the server to set up mail."),
        ),
        Code::PledgeNotAnswered => (
            ("Er is nog geen ja gezegd", "Pas als de ander ja zegt, kunt u berichten sturen."),
            ("Nobody has said yes yet", "Only when the other says yes can you send messages."),
        ),
        Code::PledgeOver => (
            (
                "Dit kan niet meer",
                "Dit aanbod is gestopt, of het initiatief gaat niet verder. Bekijk de pagina opnieuw.",
            ),
            (
                "This is not possible any more",
                "The offer was stopped, or the initiative does not go on. Please look at the page again.",
            ),
        ),
        Code::PledgesFull => (
            (
                "Er doen al veel mensen mee",
                "Wie dit bedacht, heeft nu genoeg aanbiedingen. Kijk over een paar weken nog eens. Wat u typte, staat er nog.",
            ),
            (
                "Many people join in already",
                "The one who thought of this has enough offers now. Please look again in a few weeks. What you typed is still there.",
            ),
        ),
        Code::PledgesFullToday => (
            ("Vandaag meldden zich al veel mensen", "Probeer het morgen nog eens. Wat u typte, staat er nog."),
            ("Many people have offered to help today", "Please try again tomorrow. What you typed is still there."),
        ),
        Code::NoQuestions => (
            (
                "Deze bewoner beantwoordt nu geen vragen",
                "Bel de gemeente: zij zoekt iemand anders die dit al deed. Wat u typte, staat er nog.",
            ),
            (
                "This resident answers no questions now",
                "Call the municipality: they look for somebody else who did this. What you typed is still there.",
            ),
        ),
        Code::QuestionsFull => (
            ("Deze bewoner kreeg al veel vragen", "Probeer het later nog eens. Wat u typte, staat er nog."),
            ("This resident has got many questions", "Please try again later. What you typed is still there."),
        ),
        Code::CaseChanged => (
            (
                "De zaak is intussen veranderd",
                "Iemand was u voor. Lees wat er nu staat en doe het zo nodig opnieuw. Wat u typte, staat er nog.",
            ),
            (
                "The case has changed",
                "Somebody was first. Read what is there now and do it again if it is still needed. What you typed is still there.",
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_poll_says_when_and_what_comes() {
        let said = |language, at: &str, due: Option<&str>| {
            closing(language, at.parse().unwrap(), due.map(|due| due.parse().unwrap()))
        };
        let (midnight, due) = said(Language::Nl, "2027-05-12T22:00:00Z", Some("2027-06-09"));
        assert_eq!(midnight, "Deze peiling sloot op 12 mei 2027 om 24.00 uur. ");
        assert_eq!(due, " Uiterlijk 9 juni 2027 leest u op de pagina van de peiling wat wij met de antwoorden doen.");
        let (early, nothing) = said(Language::En, "2027-01-12T13:05:59Z", None);
        assert_eq!((early.as_str(), nothing.as_str()), ("This poll closed on 12 January 2027 at 14:05. ", ""));
    }
}
