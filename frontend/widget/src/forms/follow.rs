//! The forms of the follow page: the code, an answer, a rating, a threat, the address, withdrawing. Each carries the key in a field, never in an
//! address.

use shared::fault::{Fault, FaultCode};
use shared::follow_key::FollowKey;
use shared::ids::{IdempotencyKey, PledgeId, TextId};
use shared::pledge::PledgeAct;
use shared::proposal::read_email;
use shared::text::RESIDENT_TEXT;
use shared::wire::pledges::ExperienceRequest;
use shared::wire::public::{AnswerRequest, ContactRequest, RatingRequest, ThreatRequest};
use shared::wire::tasks::{NewTask, TaskMove};

use super::{MOVE, tasks};
use crate::fields::Fields;

pub const FOLLOW_KEY: &str = "followKey";
pub const IDEMPOTENCY_KEY: &str = "idempotencyKey";
pub const QUESTION_ID: &str = "questionId";
pub const ANSWER: &str = "text";
pub const HELPED: &str = "helped";
pub const REASON: &str = "reason";
pub const THREAT: &str = "threat";
pub const EMAIL: &str = "email";
/// Set once what the text seems to give away has been pointed out.
pub const POINTED_OUT: &str = "gezien";
pub const PLEDGE_ID: &str = "pledgeId";
pub const MESSAGE: &str = "message";
/// The values of [`HELPED`].
pub const YES: &str = "yes";
pub const NO: &str = "no";

/// What was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// No usable code; asks again with what was typed.
    NoKey { typed: String, fault: FaultCode },
    WithKey {
        key: FollowKey,
        press: Press,
        /// For what is written; none when the form had none.
        write_key: Option<IdempotencyKey>,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// See the case, afresh.
    Open,
    /// The answer that fits, or what is wrong with it.
    Answer(Result<AnswerRequest, Fault>),
    /// The same for what the resident says of the conclusion.
    Rate(Result<RatingRequest, Vec<Fault>>),
    /// The page on which a resident tells that they are thwarted or threatened.
    TellThreat,
    Threat(Result<ThreatRequest, Fault>),
    /// Another address for messages, or none any more.
    Contact(Result<ContactRequest, Fault>),
    /// Something with an offer to help: the one that is named, or the one whose key it is.
    Pledge {
        id: Option<PledgeId>,
        act: Result<PledgeAct, Fault>,
    },
    /// Whether others may ask how it was done.
    Experience(ExperienceRequest),
    /// Write down who does what by when.
    AddTask(Result<NewTask, Vec<Fault>>),
    /// Something with a task that is there.
    MoveTask(Result<(TextId, TaskMove), Fault>),
    /// Ask once more before withdrawing.
    AskWithdrawal,
    Withdraw,
    /// Away from the case: back to the empty form.
    Close,
}

pub fn read(fields: &Fields) -> Posted {
    let typed = fields.text(FOLLOW_KEY);
    let press = match fields.first(MOVE) {
        Some("answer") => {
            let request = RESIDENT_TEXT.read_required(&fields.text(ANSWER)).and_then(|text| {
                let question_id: TextId = fields.read(QUESTION_ID).ok_or(FaultCode::Unknown)?;
                Ok(AnswerRequest { question_id, text })
            });
            Press::Answer(request.map_err(|code| Fault::new(ANSWER, code)))
        }
        Some("rate") => Press::Rate(rating(fields)),
        Some("tell-threat") => Press::TellThreat,
        Some("threat") => {
            let text = RESIDENT_TEXT.read(&fields.text(THREAT)).map(Option::unwrap_or_default);
            Press::Threat(text.map(|text| ThreatRequest { text }).map_err(|code| Fault::new(THREAT, code)))
        }
        Some("contact") => Press::Contact(match read_email(&fields.text(EMAIL)) {
            Ok(Some(email)) => Ok(ContactRequest { email }),
            Ok(None) => Err(Fault::new(EMAIL, FaultCode::Required)),
            Err(code) => Err(Fault::new(EMAIL, code)),
        }),
        Some("erase-contact") => Press::Contact(Ok(ContactRequest { email: String::new() })),
        Some("pledge-accept") => pledge(fields, Ok(PledgeAct::Accept)),
        Some("pledge-decline") => pledge(fields, Ok(PledgeAct::Decline)),
        Some("pledge-withdraw") => pledge(fields, Ok(PledgeAct::Withdraw)),
        Some("pledge-write") => {
            let text = RESIDENT_TEXT.read_required(&fields.text(MESSAGE));
            let act = text.map(|text| PledgeAct::Write { text }).map_err(|code| Fault::new(MESSAGE, code));
            pledge(fields, act)
        }
        Some("share-experience") => Press::Experience(ExperienceRequest { share: true }),
        Some("stop-experience") => Press::Experience(ExperienceRequest { share: false }),
        Some("task-add") => Press::AddTask(tasks::added(fields)),
        Some(what @ ("task-done" | "task-drop" | "task-back" | "task-change")) => {
            tasks::moved(fields, what).map_or(Press::Open, Press::MoveTask)
        }
        Some("ask-withdrawal") => Press::AskWithdrawal,
        Some("withdraw") => Press::Withdraw,
        Some("close") => Press::Close,
        _ => Press::Open,
    };
    match FollowKey::parse(&typed) {
        Ok(key) => Posted::WithKey { key, press, write_key: fields.read(IDEMPOTENCY_KEY) },
        Err(_) if typed.trim().is_empty() => Posted::NoKey { typed, fault: FaultCode::Required },
        Err(fault) => Posted::NoKey { typed, fault },
    }
}

fn pledge(fields: &Fields, act: Result<PledgeAct, Fault>) -> Press {
    Press::Pledge { id: fields.read(PLEDGE_ID), act }
}

fn rating(fields: &Fields) -> Result<RatingRequest, Vec<Fault>> {
    let helped = match fields.first(HELPED) {
        Some(YES) => Some(true),
        Some(NO) => Some(false),
        _ => None,
    };
    let typed = fields.text(REASON);
    let reason = match helped {
        Some(false) => RESIDENT_TEXT.read_required(&typed),
        Some(true) | None => RESIDENT_TEXT.read(&typed).map(Option::unwrap_or_default),
    };
    match (helped, reason) {
        (Some(helped), Ok(reason)) => Ok(RatingRequest { helped, reason }),
        (helped, reason) => {
            let unsaid = helped.is_none().then(|| Fault::new(HELPED, FaultCode::Required));
            Err(unsaid.into_iter().chain(reason.err().map(|code| Fault::new(REASON, code))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(pairs: &[(&str, &str)]) -> Posted {
        read(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_code_is_read_as_it_is_pasted_and_a_wrong_one_is_kept() {
        let key = FollowKey::from_random([9; 16]);
        let pasted = post(&[("followKey", &format!(" {} ", key.in_groups().to_uppercase()))]);
        assert_eq!(pasted, Posted::WithKey { key: key.clone(), press: Press::Open, write_key: None });
        let wrong = Posted::NoKey { typed: "2026-0147".into(), fault: FaultCode::NotAFollowKey };
        assert_eq!(post(&[("followKey", "2026-0147")]), wrong);
        assert_eq!(post(&[]), Posted::NoKey { typed: String::new(), fault: FaultCode::Required });
    }

    #[test]
    fn an_answer_needs_words_and_a_question() {
        let key = FollowKey::from_random([9; 16]);
        let with = |text: &str| {
            let posted = post(&[("followKey", key.as_str()), ("move", "answer"), ("questionId", "q1"), ("text", text)]);
            match posted {
                Posted::WithKey { press: Press::Answer(request), .. } => request,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(with("  "), Err(Fault::new(ANSWER, FaultCode::Required)));
        assert_eq!(with(" Ja ").unwrap().text, "Ja");
    }

    #[test]
    fn a_no_needs_a_reason_and_silence_needs_an_answer() {
        let key = FollowKey::from_random([9; 16]);
        let with = |helped: &str, reason: &str| match post(&[
            ("followKey", key.as_str()),
            ("move", "rate"),
            ("helped", helped),
            ("reason", reason),
        ]) {
            Posted::WithKey { press: Press::Rate(request), .. } => request,
            other => panic!("{other:?}"),
        };
        assert_eq!(with("yes", " "), Ok(RatingRequest { helped: true, reason: String::new() }));
        assert_eq!(with("no", "Nog stuk"), Ok(RatingRequest { helped: false, reason: "Nog stuk".into() }));
        assert_eq!(with("no", " "), Err(vec![Fault::new(REASON, FaultCode::Required)]));
        assert_eq!(with("", ""), Err(vec![Fault::new(HELPED, FaultCode::Required)]));
    }
}
