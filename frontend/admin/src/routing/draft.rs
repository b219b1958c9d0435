//! A set of rules as somebody changes it, not in force yet. Lives as long as the program, so that neither a conflict
//! nor leaving the page costs anybody their work.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::{PartnerId, RuleId};
use shared::proposal::ProposalKind;
use shared::routing::{MAX_ANSWER_DAYS, Rule};

#[derive(Clone, Copy)]
pub(crate) struct RulesDraft {
    /// The set in force that it was made on.
    pub(crate) version: RwSignal<u32>,
    /// The earlier set that was taken over.
    pub(crate) taken_from: RwSignal<Option<u32>>,
    /// All but the last, in order.
    pub(crate) rules: RwSignal<Vec<RuleDraft>>,
    /// The last one: it matches everything that is left.
    pub(crate) rest: RwSignal<RuleDraft>,
    pub(crate) touched: RwSignal<bool>,
}

/// One rule. What was chosen stays in its order, so that a set that nobody changed stays the same.
#[derive(Clone, Copy)]
pub(crate) struct RuleDraft {
    pub(super) id: StoredValue<RuleId>,
    pub(super) topics: RwSignal<Vec<String>>,
    pub(super) areas: RwSignal<Vec<String>>,
    pub(super) kinds: RwSignal<Vec<String>>,
    pub(super) lead: RwSignal<String>,
    pub(super) supporting: RwSignal<Vec<String>>,
    pub(super) days: RwSignal<String>,
    /// Whether its fields are shown.
    pub(super) open: RwSignal<bool>,
}

/// Every kind of proposal, with its value in a list.
pub(crate) const KINDS: [(ProposalKind, &str); 4] = [
    (ProposalKind::Idea, "idea"),
    (ProposalKind::Initiative, "initiative"),
    (ProposalKind::Notice, "notice"),
    (ProposalKind::NeighbourhoodWatch, "neighbourhoodWatch"),
];

impl RulesDraft {
    /// `rules` as they are in `version`.
    pub(crate) fn of(rules: &[Rule], version: u32) -> Self {
        let (last, others) = rules.split_last().map_or((None, rules), |(last, others)| (Some(last), others));
        Self {
            version: RwSignal::new(version),
            taken_from: RwSignal::new(None),
            rules: RwSignal::new(others.iter().map(RuleDraft::of).collect()),
            rest: RwSignal::new(last.map_or_else(|| RuleDraft::new(RuleId::from_random([0; 16])), RuleDraft::of)),
            touched: RwSignal::new(false),
        }
    }

    pub(crate) fn holds_text(&self) -> bool {
        self.touched.get_untracked()
    }

    /// A new rule in front of the last one, with its fields open.
    pub(super) fn add(&self, id: RuleId) {
        let rule = RuleDraft::new(id);
        rule.open.set(true);
        self.rules.update(|rules| rules.push(rule));
        self.touched.set(true);
    }

    /// Every rule with the last one behind.
    pub(super) fn all(&self) -> Vec<RuleDraft> {
        self.rules.get_untracked().into_iter().chain([self.rest.get_untracked()]).collect()
    }

    /// The rules to send; of every rule what is wrong, which is opened then.
    pub(super) fn read(&self) -> Result<Vec<Rule>, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut rules = Vec::new();
        for (place, draft) in self.all().into_iter().enumerate() {
            let known = faults.len();
            rules.extend(draft.read(place, &mut faults));
            if faults.len() > known {
                draft.open.set(true);
            }
        }
        if faults.is_empty() { Ok(rules) } else { Err(faults) }
    }
}

impl RuleDraft {
    fn new(id: RuleId) -> Self {
        Self {
            id: StoredValue::new(id),
            topics: RwSignal::default(),
            areas: RwSignal::default(),
            kinds: RwSignal::default(),
            lead: RwSignal::default(),
            supporting: RwSignal::default(),
            days: RwSignal::new("10".to_owned()),
            open: RwSignal::new(false),
        }
    }

    fn of(rule: &Rule) -> Self {
        let texts = |ids: Vec<&str>| RwSignal::new(ids.into_iter().map(str::to_owned).collect());
        let kind = |kind: &ProposalKind| KINDS.iter().find(|(known, _)| known == kind).map(|(_, value)| *value);
        Self {
            id: StoredValue::new(rule.id.clone()),
            topics: texts(rule.topic_ids.iter().map(shared::ids::TopicId::as_str).collect()),
            areas: texts(rule.area_ids.iter().map(shared::ids::AreaId::as_str).collect()),
            kinds: texts(rule.kinds.iter().filter_map(kind).collect()),
            lead: RwSignal::new(rule.lead.to_string()),
            supporting: texts(rule.supporting.iter().map(PartnerId::as_str).collect()),
            days: RwSignal::new(rule.answer_days.to_string()),
            open: RwSignal::new(false),
        }
    }

    /// What stands there now, as far as it is a rule: for its sentence.
    pub(super) fn sketch(&self) -> Rule {
        Rule {
            id: self.id.get_value(),
            topic_ids: parsed(self.topics),
            area_ids: parsed(self.areas),
            kinds: self.kinds.with(|chosen| {
                KINDS
                    .into_iter()
                    .filter(|(_, value)| chosen.iter().any(|one| one == value))
                    .map(|(kind, _)| kind)
                    .collect()
            }),
            lead: self.lead.with(|id| PartnerId::parse(id)).unwrap_or_else(|_| nobody()),
            supporting: parsed(self.supporting),
            answer_days: self.days.with(|days| days.trim().parse()).unwrap_or_default(),
        }
    }

    fn read(&self, place: usize, faults: &mut Vec<Fault>) -> Option<Rule> {
        let mut fault = |field: &str, code| faults.push(Fault::new(format!("rules.{place}.{field}"), code));
        let rule = untrack(|| self.sketch());
        let mut fits = true;
        if self.lead.with_untracked(String::is_empty) {
            fault("lead", FaultCode::ChoiceRequired);
            fits = false;
        }
        if !(1..=MAX_ANSWER_DAYS).contains(&rule.answer_days) {
            fault("answerDays", FaultCode::OutOfRange { min: 1, max: MAX_ANSWER_DAYS.into() });
            fits = false;
        }
        fits.then_some(rule)
    }
}

fn parsed<T: std::str::FromStr>(ids: RwSignal<Vec<String>>) -> Vec<T> {
    ids.with(|ids| ids.iter().filter_map(|id| id.parse().ok()).collect())
}

/// Stands for a partner that has not been chosen.
pub(super) fn nobody() -> PartnerId {
    PartnerId::from_random([0; 16])
}

/// Takes one out of a list and puts it where another stands; those between move up.
pub(super) fn carried<T>(list: &mut Vec<T>, from: usize, to: usize) {
    if from != to && from < list.len() && to < list.len() {
        let one = list.remove(from);
        list.insert(to, one);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Vec<Rule> {
        serde_json::from_str(
            r#"[
                { "id": "flat", "areaIds": ["zuid", "lindenflat"], "kinds": ["notice"], "lead": "woonstad",
                  "supporting": ["politie", "gemeente"], "answerDays": 10 },
                { "id": "veilig", "topicIds": ["veiligheid"], "lead": "politie", "answerDays": 5 },
                { "id": "overig", "lead": "gemeente", "answerDays": 10 }
            ]"#,
        )
        .unwrap()
    }

    #[test]
    fn a_set_that_nobody_changed_stays_as_it_is() {
        Owner::new().with(|| {
            let draft = RulesDraft::of(&rules(), 4);
            assert_eq!(draft.read(), Ok(rules()));
            assert_eq!((draft.version.get_untracked(), draft.holds_text()), (4, false));
        });
    }

    #[test]
    fn a_rule_without_a_partner_or_with_a_strange_term_is_named_and_opened() {
        Owner::new().with(|| {
            let draft = RulesDraft::of(&rules(), 4);
            draft.add(RuleId::parse("nieuw").unwrap());
            let [first, _, new] = draft.rules.get_untracked()[..] else { panic!("three rules") };
            first.days.set("66".into());
            first.open.set(false);
            new.open.set(false);
            draft.rest.get_untracked().days.set("morgen".into());
            let fields: Vec<String> = draft.read().unwrap_err().into_iter().map(|fault| fault.field).collect();
            assert_eq!(fields, ["rules.0.answerDays", "rules.2.lead", "rules.3.answerDays"]);
            assert!(first.open.get_untracked() && new.open.get_untracked());
        });
    }

    #[test]
    fn what_is_carried_comes_where_it_was_dropped() {
        for (from, to, expected) in [(0, 2, "bcad"), (3, 1, "adbc"), (1, 1, "abcd"), (0, 9, "abcd")] {
            let mut list: Vec<char> = "abcd".chars().collect();
            carried(&mut list, from, to);
            assert_eq!(list.iter().collect::<String>(), expected);
        }
    }
}
