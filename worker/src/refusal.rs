//! Why something is not done, as a value that travels from an object to the edge and becomes a problem there.
//!
//! Three kinds: your mistake (`Invalid` and what has a [`Code`]), this item (`NotFound`, which is also the answer
//! for what is somebody else's), and our fault (`Unavailable`, `Fault`). A code never changes once published; its
//! sentences stand in `http/sentences.rs`.

use serde::{Deserialize, Serialize};
use shared::{
    fault::{Fault, FaultCode},
    time::{CivilDate, Instant},
};

use crate::store::SqlError;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Refusal {
    /// 404. There is none, or it is not theirs: both look the same.
    NotFound,
    /// 400. All fields at fault.
    Invalid { faults: Vec<Fault> },
    /// 400. The request cannot be read at all.
    Unreadable { code: Code },
    /// 401. Nobody is signed in, or no longer.
    SignInNeeded { code: Code },
    /// 403. Signed in, but this role may not do this.
    Forbidden,
    /// 403. It came from another site's page, or from none.
    ForeignOrigin,
    /// 405.
    MethodNotAllowed,
    /// 409. It has changed, or is not in a state in which this can be done.
    Conflict { code: Code },
    /// 400. The poll takes no answers yet.
    PollNotOpen,
    /// 400. The poll takes no answers any more. The box knows when it closed; the edge adds by when the report is due.
    PollClosed { at: Instant, report_due: Option<CivilDate> },
    /// 409, or 403 when it is somebody else's to do: a case does not allow it, in the words of its own rules.
    Case { refusal: shared::case::Refusal },
    /// 410. It was there and will not come back.
    Gone { code: Code },
    /// 413. More bytes than a request may have.
    TooLarge,
    /// 415.
    NotJson,
    /// 422. Well-formed, but it contradicts what was done before.
    Unprocessable { code: Code },
    /// 429.
    TooMany,
    /// 503. No answer came, so whether anything was done is unknown. Every write may be sent once more, which helps.
    Unavailable,
    /// 500. A mistake of ours. The message is for the log and never leaves the Worker.
    Fault { message: String },
}

/// Names of refusals that programs may act on.
///
/// Add a variant where it belongs; the compiler then asks for its sentences in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Code {
    // Reading a request.
    NotUtf8,
    NotJson,
    TooDeep,
    DuplicateKey,
    PathNotNormal,
    IdempotencyKeyMissing,
    IdempotencyKeyReused,
    // Signing in.
    SignInNeeded,
    SignInLinkInvalid,
    OperatorKeyWrong,
    // Polls.
    PollNotOpen,
    PollFrozen,
    PollNotPlanned,
    PollNotClosed,
    ReportExists,
    BallotDiffers,
    // What has a version.
    VersionPassed,
    // Cases.
    CaseChanged,
    // Offers to help.
    PledgeNotAnswered,
    PledgeOver,
    PledgesFull,
    PledgesFullToday,
    // Questions to who did it before.
    NoQuestions,
    QuestionsFull,
    // Messages.
    MailNotSetUp,
}

impl Refusal {
    /// One field at fault.
    pub fn invalid(field: impl Into<String>, code: FaultCode) -> Self {
        Self::Invalid { faults: vec![Fault::new(field, code)] }
    }

    /// A mistake of ours, with words for the log. Never put in what a person wrote.
    pub fn fault(message: impl Into<String>) -> Self {
        Self::Fault { message: message.into() }
    }

    pub const fn conflict(code: Code) -> Self {
        Self::Conflict { code }
    }
}

impl From<Vec<Fault>> for Refusal {
    fn from(faults: Vec<Fault>) -> Self {
        Self::Invalid { faults }
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Invalid { faults: vec![fault] }
    }
}

impl From<SqlError> for Refusal {
    fn from(error: SqlError) -> Self {
        Self::Fault { message: format!("sql: {error}") }
    }
}

impl From<serde_json::Error> for Refusal {
    /// For what we wrote ourselves and cannot read back. What people send is read in [`crate::http::extract`].
    fn from(error: serde_json::Error) -> Self {
        // The category and place only: the message can quote content.
        Self::Fault { message: format!("json: {:?} at {}:{}", error.classify(), error.line(), error.column()) }
    }
}
