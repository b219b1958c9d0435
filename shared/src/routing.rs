//! Which partner gets a proposal, and why.
//!
//! Rules are ordered; the first that matches wins, and the last always matches.

use serde::{Deserialize, Serialize};

use crate::ids::{AreaId, PartnerId, RuleId, TopicId};
use crate::proposal::ProposalKind;

/// "When … then …". An empty list of topics, areas or kinds matches all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    pub id: RuleId,
    /// Topics, with their subtopics.
    #[serde(default)]
    pub topic_ids: Vec<TopicId>,
    /// Areas, with all that lies under them.
    #[serde(default)]
    pub area_ids: Vec<AreaId>,
    #[serde(default)]
    pub kinds: Vec<ProposalKind>,
    pub lead: PartnerId,
    #[serde(default)]
    pub supporting: Vec<PartnerId>,
    /// Working days until the first answer.
    pub answer_days: u16,
}
