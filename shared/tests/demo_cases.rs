//! The demo's cases keep the rules of a case on whichever day they are loaded.
//!
//! Days in a sample are relative, working days are not: a term that fits before a weekend may not fit after it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, its helping functions too")]

use std::collections::BTreeMap;

use shared::actor::{Actor, Permission};
use shared::case::{
    Case, CaseNumber, Command, ConclusionText, Context, Outcome, PublicStatus, Recorded, Submission, TextIds, Written,
};

use shared::ids::{HandoverId, PartnerId, TextId};
use shared::privacy;
use shared::promise::Calendar;
use shared::routing::{Facts, PartnerAvailability, Routes, check};
use shared::time::CivilDate;
use shared::wire::operator::{MunicipalityFile, SampleAct, SampleCase, SampleStep};

fn demo() -> MunicipalityFile {
    serde_json::from_str(include_str!("../../demo/municipality.json")).unwrap()
}

fn partners(file: &MunicipalityFile) -> Vec<PartnerAvailability> {
    let may_handle = |partner: &PartnerId| {
        file.officials.iter().any(|official| {
            &official.partner_id == partner && official.active && official.role.may(Permission::HandleCases)
        })
    };
    file.partners
        .iter()
        .map(|partner| PartnerAvailability { has_active_official: may_handle(&partner.id), partner: partner.clone() })
        .collect()
}

/// What a case needs to know, on one day of loading.
struct Loading<'a> {
    file: &'a MunicipalityFile,
    partners: Vec<PartnerAvailability>,
    today: CivilDate,
}

impl Loading<'_> {
    fn coordinating(&self) -> &PartnerId {
        &self.file.partners.iter().find(|partner| partner.coordinating).unwrap().id
    }

    fn context(&self, day: i64) -> Context<'_> {
        Context {
            // Noon: nothing happens at midnight.
            now: self.today.plus_days(day).starts_at().plus_milliseconds(12 * 3_600_000),
            calendar: Calendar::new(&self.file.settings.own_free_days),
            terms: &self.file.settings.terms,
            partners: &self.partners,
            coordinating: self.coordinating(),
        }
    }

    fn submit(&self, sample: &SampleCase) -> Vec<Recorded> {
        let proposal = sample.draft.read(sample.language, &self.file.topics, &self.file.areas).unwrap();
        let context = self.context(sample.day);
        let routes = Routes {
            rules: &self.file.rules,
            rules_version: 1,
            topics: &self.file.topics,
            areas: &self.file.areas,
            partners: &self.partners,
            coordinating: self.coordinating(),
        };
        let facts = Facts { topic_id: proposal.topic_id.as_ref(), area_id: &proposal.area_id, kind: proposal.kind };
        let routing = routes.route(facts, context.today());
        assert_eq!(routing.fallback, None, "{}", sample.draft.what);
        let id = |number| TextId::from_random([number; 16]);
        let submission = Submission {
            number: CaseNumber::new(2026, 1).unwrap(),
            hold: privacy::accuses(&proposal.what),
            proposal,
            text_ids: TextIds { what: id(1), why: id(2), we_do: id(3), we_need: id(4) },
            channel: sample.channel,
            routing,
        };
        let decision = submission.decide(&context);
        let record = |event| Recorded { at: context.now, by: Actor::Resident, event };
        decision.events.into_iter().map(record).collect()
    }

    fn command(&self, case: &Case, step: &SampleStep, number: u8) -> Command {
        let act = &step.act;
        let written = |words: &str| Written { id: TextId::from_random([number; 16]), words: words.to_owned() };
        let conclude = |outcome, text: &str| Command::Conclude {
            outcome,
            text: ConclusionText::read(TextId::from_random([9; 16]), text).unwrap(),
        };
        match act {
            SampleAct::Release => Command::Publish { accuses: false },
            SampleAct::Update { text } => Command::Update { text: written(text), next_news_by: None },
            SampleAct::Ask { text } => Command::Ask { text: written(text) },
            SampleAct::Answer { text } => {
                Command::Answer { question: case.question().unwrap().id.clone(), text: written(text) }
            }
            SampleAct::OfferHandover { to, reason } => {
                Command::OfferHandover { id: HandoverId::from_random([8; 16]), to: to.clone(), reason: written(reason) }
            }
            SampleAct::AcceptHandover => Command::AcceptHandover { id: case.offer().unwrap().id.clone() },
            SampleAct::DeclineHandover { reason } => Command::DeclineHandover {
                id: case.offer().unwrap().id.clone(),
                reason: written(reason),
                suggestion: None,
            },
            SampleAct::Conclude { outcome, text } => conclude(*outcome, text),
            SampleAct::AddTask { what, text, until } => {
                Command::AddTask { kind: *what, doer: None, until: self.today.plus_days(*until), text: written(text) }
            }
            SampleAct::Back => Command::ShowBacking { partner: self.actor(step).partner().unwrap().clone() },
            SampleAct::ShareExperience => Command::ShareExperience { reachable: true },
            // Apart from the case.
            SampleAct::Join { .. } => Command::PassTime,
            SampleAct::Plan { on, text } => conclude(Outcome::WillBeDone { on: self.today.plus_days(*on) }, text),
        }
    }

    fn actor(&self, step: &SampleStep) -> Actor {
        match &step.by {
            None => Actor::Resident,
            Some(id) => {
                let official = self.file.officials.iter().find(|official| &official.id == id).unwrap();
                Actor::Official { id: id.clone(), partner: official.partner_id.clone(), role: official.role }
            }
        }
    }

    /// The case as it stands on the day of loading.
    fn play(&self, sample: &SampleCase) -> Case {
        let mut events = self.submit(sample);
        for (step, number) in sample.steps.iter().zip(9_u8..) {
            if matches!(step.act, SampleAct::Join { .. }) {
                continue;
            }
            let case = Case::replay(&events).unwrap();
            let (context, actor) = (self.context(step.day), self.actor(step));
            let decision = case.decide(self.command(&case, step, number), &actor, &context).unwrap_or_else(|refusal| {
                panic!("loaded on {}: {}: {:?} is refused: {refusal:?}", self.today, sample.draft.what, step.act)
            });
            events.extend(decision.events.into_iter().map(|event| Recorded {
                at: context.now,
                by: actor.clone(),
                event,
            }));
        }
        // What the clock would have done in the meantime must be possible as well.
        let case = Case::replay(&events).unwrap();
        case.decide(Command::PassTime, &Actor::System, &self.context(0)).unwrap();
        case
    }
}

/// A fortnight in spring, and the weeks around Easter and Christmas.
fn days_of_loading() -> impl Iterator<Item = CivilDate> {
    ["2026-05-18", "2027-03-22", "2026-12-21"].into_iter().flat_map(|first| {
        let first: CivilDate = first.parse().unwrap();
        (0..14).map(move |day| first.plus_days(day))
    })
}

#[test]
fn no_rule_is_in_vain() {
    let file = demo();
    assert_eq!(check(&file.rules, &file.topics, &file.areas, &file.partners), Ok(Vec::new()));
}

#[test]
fn every_step_of_every_case_is_allowed_whenever_it_is_loaded() {
    let file = demo();
    for today in days_of_loading() {
        let loading = Loading { file: &file, partners: partners(&file), today };
        for sample in file.sample.iter().flat_map(|sample| &sample.cases) {
            loading.play(sample);
        }
    }
}

#[test]
fn the_cases_show_every_state() {
    let file = demo();
    let loading = Loading { file: &file, partners: partners(&file), today: "2026-11-23".parse().unwrap() };
    let cases: Vec<Case> =
        file.sample.iter().flat_map(|sample| &sample.cases).map(|sample| loading.play(sample)).collect();
    let mut statuses: BTreeMap<String, u32> = BTreeMap::new();
    for case in &cases {
        *statuses.entry(format!("{:?}", case.status())).or_default() += 1;
    }
    for status in [
        PublicStatus::Received,
        PublicStatus::WithPartner,
        PublicStatus::QuestionForYou,
        PublicStatus::Planned,
        PublicStatus::Done,
        PublicStatus::NotDone,
    ] {
        assert!(statuses.contains_key(&format!("{status:?}")), "no case is {status:?}: {statuses:?}");
    }
    let count = |fits: &dyn Fn(&Case) -> bool| cases.iter().filter(|case| fits(case)).count();
    assert_eq!(count(&|case| case.is_held()), 1, "exactly one accuses somebody");
    assert_eq!(count(&|case| case.offer().is_some()), 1, "exactly one is offered to another partner");
    assert_eq!(count(&|case| case.open().is_some_and(|open| open.refusals == 1)), 1);
    assert!(count(&|case| matches!(case.outcome(), Some(Outcome::TakenUpByResidents))) >= 1);
    assert!(count(&|case| case.is_public()) >= 8);
    assert!(count(&|case| case.promise().is_some_and(|promise| promise < loading.today)) >= 1, "none is overdue");
}
