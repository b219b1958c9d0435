//! Trying a set of rules out before it goes live: where would earlier cases go?
//!
//! Both sets are asked as things are today, so that what differs is the rules' doing and not a partner's.

use serde::{Deserialize, Serialize};

use super::{Facts, Fallback, Routes};
use crate::ids::{AreaId, PartnerId, RuleId, TopicId};
use crate::proposal::ProposalKind;
use crate::time::CivilDate;

/// The most changes that are shown one by one.
const MOST_CHANGES: usize = 200;

/// What the rules looked at when a case came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrialFacts {
    /// "2026-0147".
    pub number: String,
    pub received_on: CivilDate,
    pub topic_id: Option<TopicId>,
    pub area_id: AreaId,
    pub kind: ProposalKind,
}

/// Where a set sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Destination {
    pub rule: Option<RuleId>,
    pub lead: PartnerId,
    pub supporting: Vec<PartnerId>,
    pub answer_days: u16,
    pub fallback: Option<Fallback>,
}

/// A case that another set would treat in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrialChange {
    pub case: TrialFacts,
    pub now: Destination,
    pub then: Destination,
}

/// What a set would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Trial {
    /// How many cases were looked at.
    pub compared: usize,
    /// How many of them would be treated in another way.
    pub changed: usize,
    /// The first of those, in the order in which they were given: enough to see what it is about.
    pub changes: Vec<TrialChange>,
}

impl Destination {
    /// Whether somebody notices: which rule it was is the same to everybody when all that follows is the same.
    fn differs(&self, other: &Self) -> bool {
        (&self.lead, &self.supporting, self.answer_days, &self.fallback)
            != (&other.lead, &other.supporting, other.answer_days, &other.fallback)
    }
}

impl Routes<'_> {
    /// Which of these cases would go elsewhere, or have another term, under `proposed`.
    pub fn try_out(&self, proposed: &Routes<'_>, cases: Vec<TrialFacts>, today: CivilDate) -> Trial {
        let compared = cases.len();
        let mut found: Vec<TrialChange> = cases
            .into_iter()
            .filter_map(|case| {
                let (now, then) = (self.destination(&case, today), proposed.destination(&case, today));
                now.differs(&then).then_some(TrialChange { case, now, then })
            })
            .collect();
        let changed = found.len();
        found.truncate(MOST_CHANGES);
        Trial { compared, changed, changes: found }
    }

    fn destination(&self, case: &TrialFacts, today: CivilDate) -> Destination {
        let facts = Facts { topic_id: case.topic_id.as_ref(), area_id: &case.area_id, kind: case.kind };
        let routing = self.route(facts, today);
        Destination {
            rule: routing.rule,
            lead: routing.lead,
            supporting: routing.supporting,
            answer_days: routing.answer_days,
            fallback: routing.fallback,
        }
    }
}
