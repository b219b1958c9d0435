//! What somebody who keeps the rules should know of a set, also of one that was saved when everything it names was
//! still there.

use serde::{Deserialize, Serialize};

use super::check::uncovered;
use super::{Fallback, Routes, Rule, availability};
use crate::ids::{AreaId, PartnerId, RuleId, TopicId};
use crate::time::CivilDate;

/// Something that a set of rules may have, but that its maker should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Finding {
    /// Whatever this rule would match, earlier rules have taken; when none have, there is nothing that it matches.
    NeverMatches { rule: RuleId, covered_by: Vec<RuleId> },
    /// It names what is no longer there.
    NamesGone { rule: RuleId, topics: Vec<TopicId>, areas: Vec<AreaId>, partners: Vec<PartnerId> },
    /// What this rule sends to its partner goes to the coordinating one instead.
    LeadUnavailable { rule: RuleId, why: Fallback },
    /// This supporting partner is left out.
    SupportUnavailable { rule: RuleId, why: Fallback },
}

impl Finding {
    /// The rule it is about.
    pub const fn rule(&self) -> &RuleId {
        match self {
            Self::NeverMatches { rule, .. }
            | Self::NamesGone { rule, .. }
            | Self::LeadUnavailable { rule, .. }
            | Self::SupportUnavailable { rule, .. } => rule,
        }
    }
}

impl Routes<'_> {
    /// Everything odd about the rules as things are today, rule by rule. Never refuses: rules that were right once are
    /// looked at too.
    pub fn findings(&self, today: CivilDate) -> Vec<Finding> {
        let uncovered = uncovered(self.rules, self.topics, self.areas);
        let of_rule = |rule: &Rule| {
            let mut found: Vec<Finding> =
                uncovered.iter().filter(|finding| finding.rule() == &rule.id).cloned().collect();
            found.extend(self.names_gone(rule));
            // A partner that is gone has been named already.
            let unavailable = |id: &PartnerId| match availability(self.partners, id, today) {
                Ok(()) | Err(Fallback::UnknownPartner { .. }) => None,
                Err(why) => Some(why),
            };
            let id = || rule.id.clone();
            found.extend(unavailable(&rule.lead).map(|why| Finding::LeadUnavailable { rule: id(), why }));
            // Each of them once, as routing takes them.
            let first = |&(place, id): &(usize, &PartnerId)| {
                id != &rule.lead && !rule.supporting.iter().take(place).any(|earlier| earlier == id)
            };
            let supporting = rule.supporting.iter().enumerate().filter(first).filter_map(|(_, id)| unavailable(id));
            found.extend(supporting.map(|why| Finding::SupportUnavailable { rule: id(), why }));
            found
        };
        self.rules.iter().flat_map(of_rule).collect()
    }

    fn names_gone(&self, rule: &Rule) -> Option<Finding> {
        let topics = missing(&rule.topic_ids, |id| self.topics.iter().any(|topic| &topic.id == id));
        let areas = missing(&rule.area_ids, |id| self.areas.iter().any(|area| &area.id == id));
        let named: Vec<PartnerId> = std::iter::once(&rule.lead).chain(&rule.supporting).cloned().collect();
        let partners = missing(&named, |id| self.partners.iter().any(|candidate| &candidate.partner.id == id));
        let some = !(topics.is_empty() && areas.is_empty() && partners.is_empty());
        some.then(|| Finding::NamesGone { rule: rule.id.clone(), topics, areas, partners })
    }
}

fn missing<T: Clone>(ids: &[T], exists: impl Fn(&T) -> bool) -> Vec<T> {
    ids.iter().filter(|id| !exists(id)).cloned().collect()
}
