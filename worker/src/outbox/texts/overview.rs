//! What an overview calls each kind of message, in a few words.

use shared::{
    notification::MailKind,
    text::{Language, OfficialLanguage},
};

pub fn in_overview(language: Language, kind: MailKind) -> &'static str {
    let (dutch, english) = match kind {
        MailKind::CaseAssigned => ("nieuwe zaak", "new case"),
        MailKind::CaseSupported => ("u helpt mee", "you help"),
        MailKind::CaseOffered => ("gevraagd om over te nemen", "asked to take over"),
        MailKind::SupportAsked => ("gevraagd om mee te helpen", "asked to help"),
        MailKind::SupportAnswered => ("antwoord op uw vraag om hulp", "answer to your request for help"),
        MailKind::UpdateProposed => ("voorstel voor een antwoord", "proposed answer"),
        MailKind::TaskForPartner => ("taak voor u", "task for you"),
        MailKind::DateProposed => ("datum om te bevestigen", "date to confirm"),
        MailKind::DateAnswered => ("antwoord over een datum", "answer about a date"),
        MailKind::OfferAccepted => ("overgenomen", "taken over"),
        MailKind::OfferDeclined => ("niet overgenomen", "not taken over"),
        MailKind::OfferExpired => ("geen antwoord op overdracht", "no answer to an offer"),
        MailKind::OfferEnded => ("overdracht geldt niet meer", "offer has ended"),
        MailKind::ResidentAnswered => ("bewoner heeft geantwoord", "resident has answered"),
        MailKind::QuestionUnanswered => ("bewoner heeft niet geantwoord", "resident has not answered"),
        MailKind::ResidentWasHelped => ("bewoner is geholpen", "resident was helped"),
        MailKind::CaseReopened => ("opnieuw geopend", "opened again"),
        MailKind::ResidentWithdrew => ("ingetrokken", "withdrawn"),
        MailKind::ContactDue => ("tijd voor contact", "time to be in touch"),
        MailKind::PromiseDue => ("antwoorddatum is bijna", "answer is due soon"),
        _ => ("nieuws", "news"),
    };
    match language.for_officials() {
        OfficialLanguage::Nl => dutch,
        OfficialLanguage::En => english,
    }
}
