//! A case: the handling of one proposal, from receipt to conclusion.
//!
//! A case is its events: they are only ever added to, and the state is a fold over them ([`Case::replay`]).
//! [`Case::decide`] turns a command into a decision (events, notifications, texts to store) or a refusal; whoever
//! calls it stores the whole decision in one transaction. What always holds, and is tried with thousands of random
//! sequences of commands:
//!
//! - There is exactly one owner at every moment, and it is a partner. It changes only to a partner that accepted,
//!   or to the coordinating partner after the second refusal. Refusals count since the last change of owner; not
//!   answering in time counts as one, an offer that is withdrawn does not.
//! - An open case has a promise. An automatic message never moves it to a later day.
//! - What has ended opens again only when the resident was not helped and somebody decides to look again; asking
//!   for it has a term like everything else.
//! - A conclusion has a public text. Nothing that a resident wrote is lost except by erasure.
//! - What residents see of it changes only together with a message to them.

mod access;
mod answering;
mod backing;
mod clock;
mod command;
mod conclusion;
mod decide;
mod erasing;
mod event;
mod experience;
mod fold;
mod merging;
mod moderating;
mod number;
mod passing_on;
mod plan;
mod rating;
mod refusal;
mod submission;
mod support;
mod task;
mod threat;
mod translating;
mod watch;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{HandoverId, PartnerId, TextId};
use crate::proposal::ProposalKind;
use crate::text::Language;
use crate::time::{CivilDate, Instant};

pub use access::CaseAction;
pub use answering::Parts;
pub use command::{Command, Context, Decision, Written};
pub use conclusion::ConclusionText;
pub use erasing::Erasure;
pub use event::{Event, OwnerChange, Received, Recorded};
pub use fold::ReplayError;
pub use merging::Other;
pub use number::{CaseNumber, NotACaseNumber};
pub use passing_on::{Nature, PassedOn, Passing};
pub use plan::{NeededDecision, Plan};
pub use refusal::Refusal;
pub use submission::{Submission, TextIds};
pub use task::{MOST_TASKS, Task, TaskAct, TaskDoer, TaskKind, TaskState};
pub use translating::{NewTranslation, OFFICIALS_READ, TextRole, Translation};
pub use watch::{Agreements, CONTACT_MONTHS, ContactTask, NewAgreements};

/// So many refusals since the last change of owner, and the coordinating partner owns it.
pub const REFUSALS_UNTIL_COORDINATOR: u32 = 2;
/// How long a resident has to answer a question, in days of the calendar.
pub const QUESTION_DAYS: i64 = 14;
/// So many working days a partner has at least after a resident's answer, however late it asked: to read it and do
/// something with it.
pub const LEAST_DAYS_AFTER_ANSWER: u16 = 5;
/// How long after a conclusion the resident may say whether it helped, in days of the calendar.
pub const RATING_DAYS: i64 = 14;
/// The furthest day that an official may promise news for, in days: later is no promise.
pub const FURTHEST_PROMISE_DAYS: i64 = 366;

/// What residents see of where a case stands. Few on purpose; the timeline tells the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PublicStatus {
    /// Received; the partner has not answered yet.
    Received,
    /// The partner has answered, or another has taken over.
    WithPartner,
    QuestionForYou,
    Planned,
    InProgress,
    Done,
    NotDone,
    LookingAgain,
    Withdrawn,
    /// It is no idea; others handle it by the rules that it has.
    PassedOn,
    /// It goes on under another number.
    Merged,
}

impl PublicStatus {
    /// Whether there may be something to join: it has not ended without being done, and has not gone elsewhere. What is
    /// done may be what residents do themselves from now on.
    pub const fn goes_on(self) -> bool {
        match self {
            Self::Received
            | Self::WithPartner
            | Self::QuestionForYou
            | Self::Planned
            | Self::InProgress
            | Self::Done
            | Self::LookingAgain => true,
            Self::NotDone | Self::Withdrawn | Self::PassedOn | Self::Merged => false,
        }
    }
}

/// How a case ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Outcome {
    /// It has been done.
    Realised,
    /// Residents do it, with support.
    TakenUpByResidents,
    /// It will be done on a date that who carries it out has confirmed.
    WillBeDone { on: CivilDate },
    /// It will not be done; the text says why.
    NotDone,
    /// It goes on under the number of another case.
    Merged { into: CaseNumber },
    /// It is no idea but something with rules of its own, and went to who handles that.
    PassedOn { nature: Nature },
}

/// How a proposal came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Channel {
    #[default]
    Online,
    Desk,
    Phone,
    Paper,
}

/// Where a case stands: the fold over its events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// What came in, and where it was routed.
    pub received: Received,
    pub received_at: Instant,
    /// As it was sent in, until an official has set another.
    pub kind: ProposalKind,
    /// In which the resident writes: that of the page it came from, until an official has set another. Messages stay in
    /// that of the page.
    pub language: Language,
    /// Of neighbourhood watch: what was agreed, and with whom.
    agreements: Option<Agreements>,
    pub state: State,
    /// Partners that help the owner; they may read.
    pub supporting: Vec<PartnerId>,
    /// Partners that show everybody that they support it.
    pub backing: Vec<PartnerId>,
    /// Who does what by when, in the order in which it was written down.
    pub tasks: Vec<Task>,
    /// Others may ask the resident how it was done.
    shares_experience: bool,
    pub review: Review,
    /// The resident is thwarted or threatened because of it, and no coordinator has taken that up yet.
    pub threatened: bool,
    /// What the resident wrote was erased because somebody asked for it: it is never shown to everybody again.
    pub erased: bool,
    /// What the resident wrote after sending it in: answers, and why a conclusion did or did not help. Oldest first.
    pub later: Vec<TextId>,
    /// Texts that a coordinator rewrote, with the text that everybody else reads in their place.
    pub redacted: BTreeMap<TextId, TextId>,
    /// The translations of a text, the newest last.
    pub translations: BTreeMap<TextId, Vec<Translation>>,
    pub publication: Publication,
    /// Where it went, if it is no idea.
    pub passed_on: Option<PassedOn>,
    /// Number of events so far.
    pub version: u64,
}

/// What can happen next depends on this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    Open(Open),
    Concluded(Concluded),
    Withdrawn(Withdrawn),
}

/// Somebody works on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    pub owner: PartnerId,
    pub promise: Promise,
    /// Since the last change of owner.
    pub refusals: u32,
    /// Whether the resident has heard anything from a person, or another partner has taken over.
    pub answered: bool,
    pub question: Option<Question>,
    pub offer: Option<Offer>,
    /// Partners that were asked to help and have not answered.
    pub support_asked: Vec<PartnerId>,
    /// When something will be carried out, and by whom.
    pub plan: Option<Plan>,
    /// Who was to carry it out said no to the last day, and no day has been confirmed since.
    pub date_declined: bool,
    /// Until the next news: somebody above the partners has to decide.
    pub decision: Option<NeededDecision>,
    /// Set on a case that was concluded before, until the resident hears something new.
    pub again: Option<Again>,
}

/// Where looking at a concluded case once more stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Again {
    /// The resident was not helped and asks for it. Somebody has to decide before anything else is done.
    Asked(Box<Concluded>),
    /// Somebody looks again, and has told nothing yet.
    Looking,
}

/// By when the resident hears something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    pub until: CivilDate,
    pub set_at: Instant,
    pub reminded: bool,
    pub escalated: bool,
}

impl Promise {
    const fn new(until: CivilDate, set_at: Instant) -> Self {
        Self { until, set_at, reminded: false, escalated: false }
    }
}

/// A question to the resident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    pub id: TextId,
    pub from: PartnerId,
    pub answer_until: CivilDate,
    pub asked_at: Instant,
    /// The term passed and the partner goes on without it. A late answer is still taken.
    pub lapsed: bool,
}

/// An offer to another partner that it has not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub id: HandoverId,
    pub to: PartnerId,
    pub reason: TextId,
    pub answer_by: CivilDate,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concluded {
    pub owner: PartnerId,
    pub outcome: Outcome,
    pub text: TextId,
    pub at: Instant,
    pub rating: Option<Rating>,
    /// Since the last change of owner, for when it opens again.
    pub refusals: u32,
}

impl Concluded {
    /// The last day on which the resident may say whether it helped.
    pub fn rating_until(&self) -> CivilDate {
        self.at.dutch_date().plus_days(RATING_DAYS)
    }
}

/// What the resident said of a conclusion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    pub helped: bool,
    /// Why; always there when it did not help.
    pub reason: Option<TextId>,
}

/// The resident took it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withdrawn {
    /// Who had it last, and keeps the file.
    pub owner: PartnerId,
    pub at: Instant,
}

/// Whether a coordinator has to read the text before any other partner does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Review {
    NotNeeded,
    Held,
    Released,
}

/// Whether everybody can see it as an initiative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Publication {
    Private,
    Public,
    /// Was public, and was taken out.
    Hidden,
}

impl Case {
    /// Who has it now: always exactly one partner.
    pub const fn owner(&self) -> &PartnerId {
        match &self.state {
            State::Open(open) => &open.owner,
            State::Concluded(concluded) => &concluded.owner,
            State::Withdrawn(withdrawn) => &withdrawn.owner,
        }
    }

    pub const fn open(&self) -> Option<&Open> {
        match &self.state {
            State::Open(open) => Some(open),
            State::Concluded(_) | State::Withdrawn(_) => None,
        }
    }

    /// The day by which the resident hears something; none once it has ended.
    pub fn promise(&self) -> Option<CivilDate> {
        self.open().map(|open| open.promise.until)
    }

    /// The offer that waits for an answer.
    pub fn offer(&self) -> Option<&Offer> {
        self.open().and_then(|open| open.offer.as_ref())
    }

    /// The question that waits for the resident.
    pub fn question(&self) -> Option<&Question> {
        self.open().and_then(|open| open.question.as_ref()).filter(|question| !question.lapsed)
    }

    /// The conclusion that the resident may say something of today.
    pub fn to_be_rated(&self, today: CivilDate) -> Option<&Concluded> {
        match &self.state {
            State::Concluded(concluded) if concluded.rating.is_none() && today <= concluded.rating_until() => {
                Some(concluded)
            }
            State::Open(_) | State::Concluded(_) | State::Withdrawn(_) => None,
        }
    }

    /// The conclusion that did not help, while nobody has decided whether to look again.
    pub fn asked_again(&self) -> Option<&Concluded> {
        match self.open()?.again.as_ref()? {
            Again::Asked(concluded) => Some(concluded),
            Again::Looking => None,
        }
    }

    pub fn outcome(&self) -> Option<Outcome> {
        match &self.state {
            State::Concluded(concluded) => Some(concluded.outcome),
            State::Open(_) | State::Withdrawn(_) => None,
        }
    }

    /// What is read in the place of a text, by everybody but the resident who wrote it and the coordinators.
    pub fn shown<'a>(&'a self, text: &'a TextId) -> &'a TextId {
        self.redacted.get(text).unwrap_or(text)
    }

    pub fn is_held(&self) -> bool {
        self.review == Review::Held
    }

    pub fn is_public(&self) -> bool {
        self.publication == Publication::Public
    }

    /// Whether others can offer to help: everybody sees it, and there is something to help with.
    pub fn may_be_joined(&self) -> bool {
        let goes_on = match self.outcome() {
            None => self.open().is_some(),
            Some(Outcome::TakenUpByResidents | Outcome::WillBeDone { .. }) => true,
            Some(Outcome::Realised | Outcome::NotDone | Outcome::Merged { .. } | Outcome::PassedOn { .. }) => false,
        };
        self.is_public() && !self.is_held() && goes_on
    }

    /// What residents see of it.
    pub fn status(&self) -> PublicStatus {
        match &self.state {
            State::Open(_) if self.question().is_some() => PublicStatus::QuestionForYou,
            State::Open(open) if open.again.is_some() => PublicStatus::LookingAgain,
            State::Open(open) if open.plan.as_ref().is_some_and(|plan| plan.confirmed) => PublicStatus::Planned,
            State::Open(open) if open.answered => PublicStatus::WithPartner,
            State::Open(_) => PublicStatus::Received,
            State::Concluded(concluded) => match concluded.outcome {
                Outcome::Realised | Outcome::TakenUpByResidents => PublicStatus::Done,
                Outcome::WillBeDone { .. } => PublicStatus::Planned,
                Outcome::NotDone => PublicStatus::NotDone,
                Outcome::Merged { .. } => PublicStatus::Merged,
                Outcome::PassedOn { .. } => PublicStatus::PassedOn,
            },
            State::Withdrawn(_) => PublicStatus::Withdrawn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PublicStatus;

    #[test]
    fn what_ended_without_being_done_or_went_elsewhere_does_not_go_on() {
        use PublicStatus::{Done, InProgress, Merged, NotDone, PassedOn, Planned, Withdrawn};
        assert!([Planned, InProgress, Done].into_iter().all(PublicStatus::goes_on));
        assert!(![NotDone, Withdrawn, PassedOn, Merged].into_iter().any(PublicStatus::goes_on));
    }
}
