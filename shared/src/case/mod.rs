//! A case: the handling of one proposal, from receipt to conclusion.

use serde::{Deserialize, Serialize};

use crate::time::CivilDate;

/// What residents see of where a case stands. Few on purpose; the timeline tells the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
