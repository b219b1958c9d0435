//! Who gets a proposal and why, and what is wrong with a set of rules.

use proptest::prelude::*;

use super::*;
use crate::area::AreaKind;
use crate::fault::{Fault, FaultCode};
use crate::partner::PartnerKind;
use crate::text::Language;

fn area(id: &str, parent: Option<&str>, kind: AreaKind, name: &str) -> Area {
    Area {
        id: AreaId::parse(id).unwrap(),
        parent_id: parent.map(|id| AreaId::parse(id).unwrap()),
        kind,
        name: name.into(),
        cbs: None,
        network_level: None,
    }
}

fn topic(id: &str, parent: Option<&str>, dutch: &str, english: &str) -> Topic {
    Topic {
        id: TopicId::parse(id).unwrap(),
        parent_id: parent.map(|id| TopicId::parse(id).unwrap()),
        name: Localized::dutch(dutch).with(Language::En, english),
        help: None,
    }
}

fn partner(id: &str, coordinating: bool) -> PartnerAvailability {
    PartnerAvailability {
        partner: Partner {
            id: PartnerId::parse(id).unwrap(),
            name: id.to_uppercase(),
            kind: if coordinating { PartnerKind::Municipality } else { PartnerKind::HousingCorporation },
            coordinating,
            agreement: None,
            agreement_until: (!coordinating).then(|| today().plus_days(30)),
        },
        has_active_official: true,
    }
}

fn rule(id: &str, topics: &[&str], areas: &[&str], kinds: &[ProposalKind], lead: &str, supporting: &[&str]) -> Rule {
    Rule {
        id: RuleId::parse(id).unwrap(),
        topic_ids: topics.iter().map(|id| TopicId::parse(id).unwrap()).collect(),
        area_ids: areas.iter().map(|id| AreaId::parse(id).unwrap()).collect(),
        kinds: kinds.to_vec(),
        lead: PartnerId::parse(lead).unwrap(),
        supporting: supporting.iter().map(|id| PartnerId::parse(id).unwrap()).collect(),
        answer_days: 10,
    }
}

fn today() -> CivilDate {
    "2026-11-20".parse().unwrap()
}

/// A small municipality; the tests change what they are about.
struct Town {
    rules: Vec<Rule>,
    topics: Vec<Topic>,
    areas: Vec<Area>,
    partners: Vec<PartnerAvailability>,
    coordinating: PartnerId,
}

fn town() -> Town {
    Town {
        rules: vec![
            rule("flat", &["lighting"], &["tower"], &[], "homes", &["police", "homes", "police"]),
            rule("light", &["public-space"], &["north"], &[], "green", &[]),
            rule("self", &[], &[], &[ProposalKind::Initiative], "welfare", &["city"]),
            rule("south", &[], &["south"], &[], "police", &[]),
            rule("rest", &[], &[], &[], "city", &["welfare"]),
        ],
        topics: vec![
            topic("public-space", None, "Openbare ruimte", "Public space"),
            topic("lighting", Some("public-space"), "Straatverlichting", "Street lighting"),
            topic("aed", None, "AED's", "AEDs"),
        ],
        areas: vec![
            area("north", None, AreaKind::Wijk, "Noord"),
            area("park", Some("north"), AreaKind::Buurt, "Parkbuurt"),
            area("tower", Some("park"), AreaKind::Complex, "de Torenflat"),
            area("south", None, AreaKind::Wijk, "Zuid"),
        ],
        partners: vec![
            partner("city", true),
            partner("homes", false),
            partner("green", false),
            partner("welfare", false),
            partner("police", false),
        ],
        coordinating: PartnerId::parse("city").unwrap(),
    }
}

impl Town {
    fn routes(&self) -> Routes<'_> {
        Routes {
            rules: &self.rules,
            rules_version: 3,
            topics: &self.topics,
            areas: &self.areas,
            partners: &self.partners,
            coordinating: &self.coordinating,
        }
    }

    fn route(&self, topic: Option<&str>, area: &str, kind: ProposalKind) -> Routing {
        let topic = topic.map(|id| TopicId::parse(id).unwrap());
        let area = AreaId::parse(area).unwrap();
        self.routes().route(Facts { topic_id: topic.as_ref(), area_id: &area, kind }, today())
    }

    fn check(&self) -> Result<Vec<Finding>, Vec<Fault>> {
        let partners: Vec<Partner> = self.partners.iter().map(|partner| partner.partner.clone()).collect();
        check(&self.rules, &self.topics, &self.areas, &partners)
    }
}

fn dutch(routing: &Routing) -> String {
    routing.reason.in_language(Language::Nl).text
}

fn english(routing: &Routing) -> String {
    routing.reason.in_language(Language::En).text
}

#[test]
fn the_first_rule_that_matches_wins() {
    let town = town();
    for (topic, area, kind, rule, lead) in [
        ("lighting", "tower", ProposalKind::Idea, "flat", "homes"),
        ("lighting", "park", ProposalKind::Idea, "light", "green"),
        ("public-space", "tower", ProposalKind::Idea, "light", "green"),
        ("aed", "north", ProposalKind::Initiative, "self", "welfare"),
        ("lighting", "south", ProposalKind::Initiative, "self", "welfare"),
        ("lighting", "south", ProposalKind::Idea, "south", "police"),
        ("aed", "north", ProposalKind::Notice, "rest", "city"),
    ] {
        let routing = town.route(Some(topic), area, kind);
        assert_eq!(routing.rule.as_ref().map(RuleId::as_str), Some(rule), "{topic} {area}");
        assert_eq!(routing.lead.as_str(), lead, "{topic} {area}");
        assert_eq!((routing.rules_version, routing.fallback), (3, None));
    }
}

#[test]
fn supporting_partners_are_named_once_and_not_the_lead() {
    let routing = town().route(Some("lighting"), "tower", ProposalKind::Idea);
    assert_eq!(routing.supporting, [PartnerId::parse("police").unwrap()]);
    let mut town = town();
    town.partners[4].has_active_official = false;
    assert_eq!(town.route(Some("lighting"), "tower", ProposalKind::Idea).supporting, []);
}

#[test]
fn the_reason_names_what_made_the_rule_match() {
    let town = town();
    for (topic, area, kind, nl, en) in [
        (
            "lighting",
            "park",
            ProposalKind::Idea,
            "omdat het over straatverlichting in wijk Noord gaat",
            "because it is about street lighting in Noord",
        ),
        (
            "lighting",
            "tower",
            ProposalKind::Idea,
            "omdat het over straatverlichting in de Torenflat gaat",
            "because it is about street lighting at de Torenflat",
        ),
        ("aed", "south", ProposalKind::Idea, "omdat het in wijk Zuid is", "because it is in Zuid"),
        (
            "aed",
            "north",
            ProposalKind::Initiative,
            "omdat bewoners zelf iets willen doen",
            "because residents want to do something themselves",
        ),
        (
            "aed",
            "north",
            ProposalKind::Idea,
            "omdat voor AED's nog niemand is aangewezen; de gemeente zoekt uit wie u helpt",
            "because nobody has been appointed for AEDs yet; the municipality finds out who helps you",
        ),
    ] {
        let routing = town.route(Some(topic), area, kind);
        assert_eq!(dutch(&routing), nl);
        assert_eq!(english(&routing), en);
    }
}

#[test]
fn who_does_not_know_the_topic_is_helped_by_the_coordinator_without_alarm() {
    for area in ["north", "south", "tower"] {
        let routing = town().route(None, area, ProposalKind::Initiative);
        assert_eq!(routing.lead.as_str(), "city");
        assert_eq!(routing.fallback, None);
        assert_eq!(
            dutch(&routing),
            "omdat u het onderwerp nog niet weet; de gemeente zoekt uit wie u het best kan helpen"
        );
    }
}

#[test]
fn a_partner_that_cannot_take_it_falls_back_with_an_alarm() {
    let homes = PartnerId::parse("homes").unwrap();
    let mut town = town();
    town.partners[1].partner.agreement_until = Some(today().plus_days(-1));
    let routing = town.route(Some("lighting"), "tower", ProposalKind::Idea);
    assert_eq!(routing.lead.as_str(), "city");
    assert_eq!(routing.fallback, Some(Fallback::NoAgreement { partner: homes.clone() }));
    assert_eq!(dutch(&routing), "omdat HOMES dit nu niet kan aannemen");

    town.partners[1].partner.agreement_until = Some(today());
    assert_eq!(town.route(Some("lighting"), "tower", ProposalKind::Idea).lead, homes);

    town.partners[1].has_active_official = false;
    let routing = town.route(Some("lighting"), "tower", ProposalKind::Idea);
    assert_eq!(routing.fallback, Some(Fallback::NobodyActive { partner: homes.clone() }));
    assert_eq!(english(&routing), "because HOMES cannot take this on now");

    town.partners.remove(1);
    let routing = town.route(Some("lighting"), "tower", ProposalKind::Idea);
    assert_eq!(routing.fallback, Some(Fallback::UnknownPartner { partner: homes }));
    assert_eq!(routing.lead.as_str(), "city");
}

#[test]
fn the_coordinating_partner_always_owns_but_an_empty_desk_raises_the_alarm() {
    let mut town = town();
    town.partners[0].has_active_official = false;
    let routing = town.route(Some("aed"), "north", ProposalKind::Idea);
    assert_eq!(routing.lead.as_str(), "city");
    assert_eq!(routing.fallback, Some(Fallback::NobodyActive { partner: town.coordinating.clone() }));
    town.rules.clear();
    let routing = town.route(Some("aed"), "north", ProposalKind::Idea);
    assert_eq!((routing.lead.as_str(), routing.fallback), ("city", Some(Fallback::NoRule)));
}

#[test]
fn a_set_of_rules_must_end_with_one_that_matches_all() {
    assert_eq!(town().check(), Ok(vec![]));
    for change in [
        (|town| town.rules.clear()) as fn(&mut Town),
        |town| town.rules.truncate(4),
        |town| town.rules.swap(0, 4),
        |town| town.rules[4].kinds = vec![ProposalKind::Idea],
    ] {
        let mut town = town();
        change(&mut town);
        assert_eq!(town.check(), Err(vec![Fault::new("rules", FaultCode::LastRuleMustMatchAll)]));
    }
}

#[test]
fn every_reference_to_what_is_gone_is_named() {
    let mut town = town();
    town.rules[1] = Rule { answer_days: 66, ..rule("flat", &["gone"], &["gone"], &[], "gone", &["gone"]) };
    let faults = town.check().unwrap_err();
    let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "rules.1.id",
            "rules.1.topicIds",
            "rules.1.areaIds",
            "rules.1.lead",
            "rules.1.supporting",
            "rules.1.answerDays"
        ]
    );
}

#[test]
fn a_rule_that_earlier_rules_cover_is_found_also_when_they_do_so_together() {
    let never = |rule: &str, by: &[&str]| Finding::NeverMatches {
        rule: RuleId::parse(rule).unwrap(),
        covered_by: by.iter().map(|id| RuleId::parse(id).unwrap()).collect(),
    };
    let mut town = town();
    town.rules.insert(2, rule("late", &["lighting"], &["park"], &[], "police", &[]));
    assert_eq!(town.check(), Ok(vec![never("late", &["flat", "light"])]));

    let mut town = self::town();
    town.rules.insert(0, rule("north", &[], &["north"], &[], "city", &[]));
    town.rules.insert(1, rule("zuid", &["public-space", "aed"], &["south"], &[], "city", &[]));
    let found = town.check().unwrap();
    assert_eq!(
        found,
        [
            never("flat", &["north"]),
            never("light", &["north"]),
            never("self", &["north", "zuid"]),
            never("south", &["zuid"])
        ]
    );
}

proptest! {
    /// Whatever the rules and whoever is away: a known partner, and the coordinating one when there is an alarm.
    #[test]
    fn nothing_is_ever_routed_to_nobody(
        leads in prop::collection::vec((0_usize..6, prop::option::of(0_usize..3), prop::option::of(0_usize..4)), 0..8),
        away in prop::collection::vec(any::<bool>(), 5),
        topic in prop::option::of(0_usize..3),
        area in 0_usize..4,
    ) {
        let mut town = town();
        let leads_of = ["city", "homes", "green", "welfare", "police", "gone"];
        town.rules = leads.iter().enumerate().map(|(place, (lead, topic, area))| {
            let topics: Vec<&str> = topic.iter().map(|&place| town.topics[place].id.as_str()).collect();
            let areas: Vec<&str> = area.iter().map(|&place| town.areas[place].id.as_str()).collect();
            rule(&format!("r{place}"), &topics, &areas, &[], leads_of[*lead], &leads_of)
        }).collect();
        for (partner, away) in town.partners.iter_mut().zip(away) {
            partner.has_active_official = !away;
        }
        let topic = topic.map(|place| town.topics[place].id.to_string());
        let area = town.areas[area].id.to_string();
        let routing = town.route(topic.as_deref(), &area, ProposalKind::Idea);
        prop_assert!(town.partners.iter().any(|partner| partner.partner.id == routing.lead));
        let takes_it = availability(&town.partners, &routing.lead, today()).is_ok();
        prop_assert!(takes_it || routing.lead == town.coordinating);
        prop_assert!(takes_it || routing.fallback.is_some());
        if routing.fallback.is_some() {
            prop_assert_eq!(&routing.lead, &town.coordinating);
        }
        prop_assert!(!routing.supporting.contains(&routing.lead));
        prop_assert!(routing.supporting.iter().all(|id| availability(&town.partners, id, today()).is_ok()));
        prop_assert!(dutch(&routing).starts_with("omdat ") && english(&routing).starts_with("because "));
    }

    /// A finding never accuses a rule that some proposal would still reach, and misses none.
    #[test]
    fn findings_are_exactly_the_rules_no_proposal_reaches(
        conditions in prop::collection::vec((prop::option::of(0_usize..3), prop::option::of(0_usize..4), 0_usize..5), 0..7),
    ) {
        let mut town = town();
        let kinds =
            [ProposalKind::Idea, ProposalKind::Initiative, ProposalKind::Notice, ProposalKind::NeighbourhoodWatch];
        town.rules = conditions.iter().enumerate().map(|(place, (topic, area, kind))| {
            let topics: Vec<&str> = topic.iter().map(|&place| town.topics[place].id.as_str()).collect();
            let areas: Vec<&str> = area.iter().map(|&place| town.areas[place].id.as_str()).collect();
            let kinds: Vec<ProposalKind> = kinds.get(*kind).copied().into_iter().collect();
            rule(&format!("r{place}"), &topics, &areas, &kinds, "city", &[])
        }).chain([rule("rest", &[], &[], &[], "city", &[])]).collect();
        let mut reached = Vec::new();
        for topic in &town.topics {
            for area in &town.areas {
                for kind in kinds {
                    reached.push(town.route(Some(topic.id.as_str()), area.id.as_str(), kind).rule.unwrap());
                }
            }
        }
        let found = town.check().unwrap();
        for rule in &town.rules[..town.rules.len() - 1] {
            let named = found.iter().any(|finding| finding.rule() == &rule.id);
            prop_assert_eq!(named, !reached.contains(&rule.id));
        }
    }
}

#[test]
fn what_is_odd_about_a_set_is_named_rule_by_rule_also_when_it_could_not_be_saved_now() {
    let mut town = town();
    town.partners[1].partner.agreement_until = Some(today().plus_days(-1));
    town.partners[4].has_active_official = false;
    town.topics.retain(|topic| topic.id.as_str() != "aed");
    town.rules.insert(0, rule("old", &["aed"], &["harbour"], &[], "gone", &["police"]));
    let id = |id: &str| RuleId::parse(id).unwrap();
    let police = || Fallback::NobodyActive { partner: PartnerId::parse("police").unwrap() };
    assert_eq!(
        town.routes().findings(today()),
        [
            Finding::NeverMatches { rule: id("old"), covered_by: vec![] },
            Finding::NamesGone {
                rule: id("old"),
                topics: vec![TopicId::parse("aed").unwrap()],
                areas: vec![AreaId::parse("harbour").unwrap()],
                partners: vec![PartnerId::parse("gone").unwrap()],
            },
            Finding::SupportUnavailable { rule: id("old"), why: police() },
            Finding::LeadUnavailable {
                rule: id("flat"),
                why: Fallback::NoAgreement { partner: PartnerId::parse("homes").unwrap() },
            },
            Finding::SupportUnavailable { rule: id("flat"), why: police() },
            Finding::LeadUnavailable { rule: id("south"), why: police() },
        ]
    );
}

#[test]
fn trying_a_set_out_names_the_cases_that_would_go_elsewhere() {
    let now = town();
    let mut then = town();
    then.rules.remove(1);
    then.rules[0].id = RuleId::parse("renamed").unwrap();
    let case = |number: &str, topic: Option<&str>, area: &str| TrialFacts {
        number: number.into(),
        received_on: today(),
        topic_id: topic.map(|id| TopicId::parse(id).unwrap()),
        area_id: AreaId::parse(area).unwrap(),
        kind: ProposalKind::Idea,
    };
    let cases = vec![
        case("2026-0003", Some("lighting"), "tower"),
        case("2026-0002", Some("lighting"), "park"),
        case("2026-0001", None, "park"),
    ];
    let trial = now.routes().try_out(&then.routes(), cases, today());
    assert_eq!((trial.compared, trial.changed, trial.changes.len()), (3, 1, 1));
    let change = &trial.changes[0];
    assert_eq!(
        (change.case.number.as_str(), change.now.lead.as_str(), change.then.lead.as_str()),
        ("2026-0002", "green", "city")
    );
}
