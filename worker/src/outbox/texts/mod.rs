//! The words of every message, one file for each language: a language that lacks one does not compile. Dutch is at
//! level B1, with *u*.
//!
//! Nothing here knows what people wrote. What may have changed between writing and sending is left to the page that
//! the link leads to, which is always right.

mod ar;
mod en;
mod nl;
mod overview;
mod pl;
mod push;
mod tr;
mod uk;

pub use overview::in_overview;
pub use push::push;

use shared::{
    notification::MailKind,
    text::{Language, OfficialLanguage},
    time::CivilDate,
};

/// What a message may tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// "2026-0147"; the title of the poll where the message is about one.
    pub number: String,
    /// The organisation or other system it is about, for what is about no case: "Woonstad".
    pub partner: String,
    /// "Waterdam".
    pub municipality: String,
    /// Who took it up when it came in: "Woonstad (woningcorporatie)".
    pub first_owner: String,
    /// By when the resident hears something, as it was said at receipt.
    pub first_promise: CivilDate,
    /// By when the resident hears something, as it stands now.
    pub promise: Option<CivilDate>,
    /// Until when a question can be answered, when one waits.
    pub answer_until: Option<CivilDate>,
    /// As people dial it.
    pub phone: String,
    /// "maandag tot en met vrijdag van 9 tot 17 uur".
    pub hours: String,
}

/// The words that differ from message to message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub subject: String,
    pub paragraphs: Vec<String>,
}

/// What one kind of message says.
pub fn words(language: Language, kind: MailKind, facts: &Facts) -> Words {
    match language {
        Language::Nl => nl::words(kind, facts),
        Language::En => en::words(kind, facts),
        Language::Tr => tr::words(kind, facts),
        Language::Ar => ar::words(kind, facts),
        Language::Pl => pl::words(kind, facts),
        Language::Uk => uk::words(kind, facts),
    }
}

/// Whether officials read by when the resident hears something: where there is something for them to do.
const fn tells_promise(kind: MailKind) -> bool {
    matches!(
        kind,
        MailKind::CaseAssigned
            | MailKind::CaseOffered
            | MailKind::OfferDeclined
            | MailKind::OfferExpired
            | MailKind::CaseReturned
            | MailKind::ResidentAnswered
            | MailKind::CaseReopened
            | MailKind::ContactDue
            | MailKind::PromiseDue
            | MailKind::ReviewNeeded
            | MailKind::RoutingAlarm
    )
}

/// The words that all messages share.
pub struct Frame {
    pub dear_resident: &'static str,
    pub to_resident_page: &'static str,
    pub to_pledge: &'static str,
    pub to_question: &'static str,
    /// "Werkt de link niet? …", with the code.
    pub code: fn(&str) -> String,
    pub share_with_nobody: &'static str,
    /// "Vragen? Bel 14 036 (…)."
    pub questions: fn(&str, &str) -> String,
    pub no_answers: &'static str,
    /// "Gemeente Waterdam".
    pub signature: fn(&str) -> String,
    /// "Buurtstem Waterdam".
    pub sender: fn(&str) -> String,
    pub stop: &'static str,
    pub confirm: &'static str,
    pub to_report: &'static str,
    pub stop_reader: &'static str,
}

/// The words that messages to officials share.
pub struct OfficialFrame {
    pub dear: fn(&str) -> String,
    pub to_case: &'static str,
    pub to_partners: &'static str,
    pub to_webhooks: &'static str,
    pub to_work: &'static str,
    /// How somebody opens a case who does not sign in.
    pub by_mail: &'static str,
    pub your_code: fn(&str) -> String,
    /// "3 berichten".
    pub changes: fn(usize) -> String,
}

pub fn frame(language: Language) -> &'static Frame {
    match language {
        Language::Nl => &nl::FRAME,
        Language::En => &en::FRAME,
        Language::Tr => &tr::FRAME,
        Language::Ar => &ar::FRAME,
        Language::Pl => &pl::FRAME,
        Language::Uk => &uk::FRAME,
    }
}

pub fn official_frame(language: Language) -> &'static OfficialFrame {
    match language.for_officials() {
        OfficialLanguage::Nl => &nl::OFFICIALS,
        OfficialLanguage::En => &en::OFFICIALS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts() -> Facts {
        Facts {
            number: "2026-0147".into(),
            partner: "Woonstad".into(),
            municipality: "Waterdam".into(),
            first_owner: "Woonstad (woningcorporatie)".into(),
            first_promise: "2026-05-12".parse().unwrap(),
            promise: Some("2026-05-12".parse().unwrap()),
            answer_until: Some("2026-05-20".parse().unwrap()),
            phone: "14 036".into(),
            hours: "op werkdagen".into(),
        }
    }

    #[test]
    fn every_message_is_short_has_its_number_and_differs_from_the_others() {
        for language in Language::ALL {
            let mut subjects = std::collections::BTreeSet::new();
            for kind in MailKind::ALL {
                let Words { subject, paragraphs } = words(language, kind, &facts());
                // The number is the initiator's own.
                let to_pledger = matches!(
                    kind,
                    MailKind::PledgeReceived
                        | MailKind::PledgeNews
                        | MailKind::QuestionReceived
                        | MailKind::QuestionNews
                );
                let of_partner = matches!(kind, MailKind::PartnerUnavailable | MailKind::WebhookStopped);
                let about = if of_partner { "Woonstad" } else { "2026-0147" };
                let named = [&subject].into_iter().chain(&paragraphs).any(|text| text.contains(about));
                assert!(if to_pledger { !named } else { subject.contains(about) }, "{subject}");
                assert!(subject.chars().count() <= 78, "{subject}");
                assert!((1..=4).contains(&paragraphs.len()), "{kind:?}");
                let body = paragraphs.join(" ");
                assert!(body.split_whitespace().count() <= 60, "{kind:?} is long: {body}");
                assert!(subjects.insert(subject.clone()), "two messages are called {subject}");
                for sentence in body.split(['.', '?']) {
                    let length = sentence.split_whitespace().count();
                    assert!(length <= 18, "{kind:?}: a sentence of {length} words: {sentence}");
                }
            }
        }
    }

    #[test]
    fn the_first_message_says_who_and_by_when() {
        let dutch = words(Language::Nl, MailKind::Received, &facts()).paragraphs.join(" ");
        assert!(dutch.contains("Woonstad (woningcorporatie)") && dutch.contains("12 mei 2026"), "{dutch}");
        let english = words(Language::En, MailKind::Received, &facts()).paragraphs.join(" ");
        assert!(english.contains("12 May 2026"), "{english}");
    }
}
