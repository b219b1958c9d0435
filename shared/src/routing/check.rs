//! Whether a set of rules can be used, and what is odd about it.

use std::collections::BTreeSet;

use super::{Finding, MAX_ANSWER_DAYS, Rule};
use crate::area::{Area, lies_within};
use crate::fault::{Fault, FaultCode};
use crate::ids::PartnerId;
use crate::partner::Partner;
use crate::proposal::ProposalKind;
use crate::topic::{Topic, belongs_to};

const KINDS: [ProposalKind; 4] =
    [ProposalKind::Idea, ProposalKind::Initiative, ProposalKind::Notice, ProposalKind::NeighbourhoodWatch];

/// Checks a set of rules: it has to end with one that matches everything, and to name only what exists.
/// Fields are named as in the operator's file: `rules.2.topicIds`, counted from 0.
///
/// # Errors
/// Every field at fault.
pub fn check(
    rules: &[Rule],
    topics: &[Topic],
    areas: &[Area],
    partners: &[Partner],
) -> Result<Vec<Finding>, Vec<Fault>> {
    let mut faults = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        let mut fault = |field: &str, code| faults.push(Fault::new(format!("rules.{place}.{field}"), code));
        if rules.iter().take(place).any(|earlier| earlier.id == rule.id) {
            fault("id", FaultCode::Duplicate);
        }
        if !rule.topic_ids.iter().all(|id| topics.iter().any(|topic| &topic.id == id)) {
            fault("topicIds", FaultCode::Unknown);
        }
        if !rule.area_ids.iter().all(|id| areas.iter().any(|area| &area.id == id)) {
            fault("areaIds", FaultCode::Unknown);
        }
        let exists = |id: &PartnerId| partners.iter().any(|partner| &partner.id == id);
        if !exists(&rule.lead) {
            fault("lead", FaultCode::Unknown);
        }
        if !rule.supporting.iter().all(exists) {
            fault("supporting", FaultCode::Unknown);
        }
        if rule.answer_days > MAX_ANSWER_DAYS {
            fault("answerDays", FaultCode::OutOfRange { min: 0, max: MAX_ANSWER_DAYS.into() });
        }
    }
    let matches_all = |rule: &Rule| rule.topic_ids.is_empty() && rule.area_ids.is_empty() && rule.kinds.is_empty();
    if !rules.last().is_some_and(matches_all) {
        faults.push(Fault::new("rules", FaultCode::LastRuleMustMatchAll));
    }
    if faults.is_empty() { Ok(uncovered(rules, topics, areas)) } else { Err(faults) }
}

/// Tries every topic in every area for every kind: exact, and quick enough for hundreds of areas. The last rule is
/// there for what nobody thought of, so it may never match.
pub(super) fn uncovered(rules: &[Rule], topics: &[Topic], areas: &[Area]) -> Vec<Finding> {
    let Some((_, rules)) = rules.split_last() else { return Vec::new() };
    // For each rule, which of the topics and areas it takes; so that trees are walked once and not per combination.
    let mut candidates: Vec<Candidate<'_>> = rules.iter().map(|rule| Candidate::new(rule, topics, areas)).collect();
    for topic in 0..topics.len() {
        for area in 0..areas.len() {
            for kind in KINDS {
                let mut matching =
                    candidates.iter_mut().enumerate().filter(|(_, candidate)| candidate.takes(topic, area, kind));
                let Some((place, winner)) = matching.next() else { continue };
                winner.wins = true;
                for (_, loser) in matching {
                    loser.loses_to.insert(place);
                }
            }
        }
    }
    candidates
        .into_iter()
        .filter(|candidate| !candidate.wins)
        .map(|candidate| Finding::NeverMatches {
            rule: candidate.rule.id.clone(),
            covered_by: candidate
                .loses_to
                .iter()
                .filter_map(|&place| rules.get(place))
                .map(|rule| rule.id.clone())
                .collect(),
        })
        .collect()
}

/// A rule that is tried out, and how it fares.
struct Candidate<'a> {
    rule: &'a Rule,
    topics: Vec<bool>,
    areas: Vec<bool>,
    wins: bool,
    /// The places of the rules that come before it somewhere, in their order.
    loses_to: BTreeSet<usize>,
}

impl<'a> Candidate<'a> {
    fn new(rule: &'a Rule, topics: &[Topic], areas: &[Area]) -> Self {
        let takes_topic = |topic: &Topic| rule.topic_ids.iter().any(|within| belongs_to(topics, &topic.id, within));
        let takes_area = |area: &Area| rule.area_ids.iter().any(|within| lies_within(areas, &area.id, within));
        Self {
            rule,
            topics: topics.iter().map(|topic| rule.topic_ids.is_empty() || takes_topic(topic)).collect(),
            areas: areas.iter().map(|area| rule.area_ids.is_empty() || takes_area(area)).collect(),
            wins: false,
            loses_to: BTreeSet::new(),
        }
    }

    fn takes(&self, topic: usize, area: usize, kind: ProposalKind) -> bool {
        self.topics.get(topic) == Some(&true)
            && self.areas.get(area) == Some(&true)
            && (self.rule.kinds.is_empty() || self.rule.kinds.contains(&kind))
    }
}
