//! Offers to help with an initiative, as the two people see them. Neither learns who the other is.

use serde::{Deserialize, Serialize};

use crate::case::PublicStatus;
use crate::follow_key::FollowKey;
use crate::ids::{CaseId, PledgeId};
use crate::pledge::{PledgePurpose, PledgeState};
use crate::text::Language;
use crate::time::CivilDate;
use crate::wire::tasks::TaskView;

/// What somebody sends who wants to help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PledgeRequest {
    #[serde(default)]
    pub purpose: PledgePurpose,
    /// What they can do, or want to know.
    pub text: String,
    /// Where a mail goes when there is a message; may be empty.
    #[serde(default)]
    pub email: String,
    pub language: Language,
    /// Made before sending: opens the offer later.
    pub follow_key: FollowKey,
}

/// An offer as one of the two reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PledgeView {
    pub id: PledgeId,
    #[serde(default)]
    pub purpose: PledgePurpose,
    pub state: PledgeState,
    pub offered_on: CivilDate,
    /// Oldest first; the first is what was offered. Empty once it was taken back.
    pub messages: Vec<PledgeMessage>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PledgeMessage {
    pub on: CivilDate,
    /// Whether the reader wrote it.
    pub yours: bool,
    pub text: String,
}

/// What the one who offered reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JoinedView {
    pub pledge: PledgeView,
    /// The first line of the initiative, while everybody can see it.
    pub title: Option<String>,
    pub case_id: CaseId,
    pub status: PublicStatus,
    /// What they do.
    #[serde(default)]
    pub tasks: Vec<TaskView>,
}

/// `POST …/followed-pledge/messages` and `POST …/followed-case/pledges/{pledge}/messages`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MessageRequest {
    pub text: String,
}

/// `POST …/followed-case/pledges/{pledge}/reply`: yes; or no, which also stops it after a yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PledgeReply {
    pub accept: bool,
}

/// `POST …/followed-case/experience`: whether others may ask how it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExperienceRequest {
    pub share: bool,
}

/// What the resident reads of that; only when there is something to ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExperienceView {
    /// Others may ask.
    pub shares: bool,
}
