//! Which partner gets a proposal, and why.
//!
//! Rules are ordered; the first that matches wins, and the last always matches. Whoever does not know the topic is
//! helped by the coordinating partner. So is a proposal whose partner cannot take it: that raises an alarm, because
//! somebody has to put it right. Nothing is ever routed to nobody.

mod check;
mod findings;
mod reason;
mod trial;

use serde::{Deserialize, Serialize};

use crate::area::{Area, lies_within};
use crate::ids::{AreaId, PartnerId, RuleId, TopicId};
use crate::partner::Partner;
use crate::proposal::ProposalKind;
use crate::text::Localized;
use crate::time::CivilDate;
use crate::topic::{Topic, belongs_to};

pub use check::check;
pub use findings::Finding;
pub(crate) use reason::Reasons;
pub use reason::within_sentence;
pub use trial::{Destination, Trial, TrialChange, TrialFacts};

/// Working days until the first answer when no rule says so, which a checked set of rules leaves no room for.
const DAYS_WITHOUT_RULE: u16 = 5;
/// The longest first term a rule may set, in working days: a quarter of a year. Later is no promise.
pub const MAX_ANSWER_DAYS: u16 = 65;

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

/// What the rules look at.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// None is "weet ik niet".
    pub topic_id: Option<&'a TopicId>,
    pub area_id: &'a AreaId,
    pub kind: ProposalKind,
}

/// A partner, and whether anybody there can take up a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartnerAvailability {
    #[serde(flatten)]
    pub partner: Partner,
    /// Whether at least one active official of this partner may handle cases.
    pub has_active_official: bool,
}

/// Why a proposal does not go where the rules would send it. Whoever keeps the rules has to put it right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Fallback {
    /// The data agreement with this partner is missing or has ended.
    NoAgreement { partner: PartnerId },
    /// Nobody at this partner is active.
    NobodyActive { partner: PartnerId },
    /// A rule names a partner that is gone.
    UnknownPartner { partner: PartnerId },
    /// No rule matched, though the last one always should.
    NoRule,
}

impl PartnerAvailability {
    /// Whether a case may go to this partner today, or why not.
    pub fn check(&self, today: CivilDate) -> Result<(), Fallback> {
        let partner = || self.partner.id.clone();
        if !self.partner.coordinating && self.partner.agreement_until.is_none_or(|until| until < today) {
            Err(Fallback::NoAgreement { partner: partner() })
        } else if self.has_active_official {
            Ok(())
        } else {
            Err(Fallback::NobodyActive { partner: partner() })
        }
    }
}

/// Whether a case may go to the partner of this id today, or why not.
pub fn availability(partners: &[PartnerAvailability], id: &PartnerId, today: CivilDate) -> Result<(), Fallback> {
    partners
        .iter()
        .find(|candidate| &candidate.partner.id == id)
        .map_or_else(|| Err(Fallback::UnknownPartner { partner: id.clone() }), |partner| partner.check(today))
}

/// Everything that decides where a proposal goes.
#[derive(Debug, Clone, Copy)]
pub struct Routes<'a> {
    pub rules: &'a [Rule],
    pub rules_version: u32,
    pub topics: &'a [Topic],
    pub areas: &'a [Area],
    pub partners: &'a [PartnerAvailability],
    /// Owns what nobody else does.
    pub coordinating: &'a PartnerId,
}

/// Where a proposal goes, kept with the case: later changes of rules, names or partners do not touch it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Routing {
    /// The rule that matched; none only when no rule did.
    pub rule: Option<RuleId>,
    pub rules_version: u32,
    pub lead: PartnerId,
    pub supporting: Vec<PartnerId>,
    /// Working days until the first answer.
    pub answer_days: u16,
    /// The sentence that explains it, to be read after the partner's name: "omdat het over straatverlichting in
    /// wijk Noord gaat". It never holds what the resident wrote.
    pub reason: Localized,
    /// Set when it went to the coordinating partner instead of where the rules point: raises an alarm.
    pub fallback: Option<Fallback>,
}

impl Routes<'_> {
    /// Where a proposal goes if it comes in today.
    pub fn route(&self, facts: Facts<'_>, today: CivilDate) -> Routing {
        let rule = match facts.topic_id {
            Some(_) => self.rules.iter().find(|rule| self.matches(rule, facts)),
            // Areas alone say too little: somebody has to read it first.
            None => self.rules.last(),
        };
        let wanted = rule.filter(|_| facts.topic_id.is_some()).map_or(self.coordinating, |rule| &rule.lead);
        let fallback = match (rule, availability(self.partners, wanted, today)) {
            (None, _) => Some(Fallback::NoRule),
            (Some(_), Err(fallback)) => Some(fallback),
            (Some(_), Ok(())) => None,
        };
        let lead = if fallback.is_some() { self.coordinating } else { wanted };
        Routing {
            rule: rule.map(|rule| rule.id.clone()),
            rules_version: self.rules_version,
            lead: lead.clone(),
            supporting: self.supporting(rule, lead, today),
            answer_days: rule.map_or(DAYS_WITHOUT_RULE, |rule| rule.answer_days),
            reason: self.reason(rule, facts, fallback.as_ref()),
            fallback,
        }
    }

    /// The rule's supporting partners that may see it today.
    fn supporting(&self, rule: Option<&Rule>, lead: &PartnerId, today: CivilDate) -> Vec<PartnerId> {
        let mut supporting: Vec<PartnerId> = Vec::new();
        for id in rule.map_or(&[][..], |rule| &rule.supporting) {
            if id != lead && !supporting.contains(id) && availability(self.partners, id, today).is_ok() {
                supporting.push(id.clone());
            }
        }
        supporting
    }

    fn matches(&self, rule: &Rule, facts: Facts<'_>) -> bool {
        (rule.topic_ids.is_empty() || self.matching_topic(rule, facts).is_some())
            && (rule.area_ids.is_empty() || self.matching_area(rule, facts).is_some())
            && (rule.kinds.is_empty() || rule.kinds.contains(&facts.kind))
    }

    fn matching_topic<'t>(&self, rule: &Rule, facts: Facts<'t>) -> Option<&'t TopicId> {
        facts.topic_id.filter(|topic| rule.topic_ids.iter().any(|within| belongs_to(self.topics, topic, within)))
    }

    /// The area of the rule in which the proposal lies.
    fn matching_area<'r>(&self, rule: &'r Rule, facts: Facts<'_>) -> Option<&'r AreaId> {
        rule.area_ids.iter().find(|within| lies_within(self.areas, facts.area_id, within))
    }
}

#[cfg(test)]
mod tests;
