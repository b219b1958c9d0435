//! The demo municipality's file keeps the rules of its format: what it names exists, and what it shows fits.
//!
//! It is the example an operator copies, so a mistake in it would be copied too.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, its helping functions too")]

use std::collections::BTreeSet;

use shared::actor::{Permission, Role};
use shared::area::AreaKind;
use shared::ids::{AreaId, OfficialId, PartnerId, Slug};
use shared::partner::Official;
use shared::poll::{Answer, BatteryScale, QuestionKind};
use shared::tally::MIN_GROUP;
use shared::text::{Language, Localized, OFFICIAL_TEXT};
use shared::wire::operator::{MunicipalityFile, Sample, SampleAct, SamplePoll};

fn demo() -> MunicipalityFile {
    // The origin of the demo's own website is known only when its port is.
    let text = include_str!("../../demo/municipality.json").replace("$DEMO_HOST", "http://localhost:8788");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_operators_check_finds_nothing() {
    assert_eq!(demo().faults(&Slug::parse("waterdam").unwrap()), Vec::new());
}

fn sample() -> Sample {
    demo().sample.unwrap()
}

fn official(file: &MunicipalityFile, id: &OfficialId) -> Official {
    file.officials.iter().find(|official| &official.id == id).unwrap_or_else(|| panic!("no official {id}")).clone()
}

#[test]
fn areas_are_three_wijken_with_buurten_and_a_complex() {
    let file = demo();
    let of_kind = |kind| file.areas.iter().filter(|area| area.kind == kind).count();
    assert_eq!((of_kind(AreaKind::Wijk), of_kind(AreaKind::Complex)), (3, 1));
    assert!(of_kind(AreaKind::Buurt) >= 6);
    assert!(file.areas.iter().all(|area| area.cbs.is_some()));
    for complex in file.areas.iter().filter(|area| area.kind == AreaKind::Complex) {
        let buurt = file.areas.iter().find(|area| Some(&area.id) == complex.parent_id.as_ref()).unwrap();
        assert_eq!(complex.cbs, buurt.cbs, "a complex has the code of its buurt");
    }
}

#[test]
fn topics_have_two_levels_and_are_not_only_about_safety() {
    let file = demo();
    assert!(file.topics.iter().any(|topic| topic.parent_id.is_some()));
    for id in ["elkaar-helpen", "ontmoeten", "jongeren"] {
        assert!(file.topics.iter().any(|topic| topic.id.as_str() == id), "{id}");
    }
}

#[test]
fn there_are_six_partners_with_somebody_at_each_and_every_role() {
    let file = demo();
    assert_eq!(file.partners.len(), 6);
    let coordinating: Vec<&PartnerId> =
        file.partners.iter().filter(|partner| partner.coordinating).map(|partner| &partner.id).collect();
    assert_eq!(coordinating.len(), 1);
    for partner in &file.partners {
        let agreed = partner.agreement.is_some() && partner.agreement_until.is_some();
        assert!(partner.coordinating || agreed, "{} has no agreement", partner.id);
        assert!(
            file.officials.iter().any(|official| official.partner_id == partner.id
                && official.active
                && official.role.may(Permission::HandleCases)),
            "nobody at {} can handle a case",
            partner.id
        );
    }
    for role in [Role::Coordinator, Role::Handler, Role::Editor, Role::Administrator, Role::Reader] {
        assert!(file.officials.iter().any(|official| official.role == role), "no {role:?}");
    }
    for official in &file.officials {
        assert!(file.partners.iter().any(|partner| partner.id == official.partner_id), "{}", official.id);
        assert!(official.email.ends_with(".example.invalid"), "{} could get real mail", official.id);
    }
}

#[test]
fn rules_look_at_areas_and_kinds_too() {
    let rules = demo().rules;
    assert!(rules.iter().any(|rule| rule.area_ids.iter().any(|id| id.as_str() == "de-sluiswachter")));
    assert!(rules.iter().any(|rule| !rule.kinds.is_empty()));
    assert!(rules.iter().all(|rule| !rule.supporting.contains(&rule.lead)), "a partner supports itself");
}

#[test]
fn what_residents_see_is_there_in_english_too() {
    let file = demo();
    let mut texts: Vec<&Localized> = vec![&file.settings.contact.hours];
    for topic in &file.topics {
        texts.push(&topic.name);
        texts.extend(&topic.help);
    }
    let sample = sample();
    for poll in &sample.polls {
        texts.extend([&poll.poll.title, &poll.poll.intro]);
        for question in &poll.poll.questions {
            texts.push(&question.text);
            texts.extend(&question.help);
            match &question.kind {
                QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. } => {
                    texts.extend(options.iter().map(|option| &option.text));
                }
                QuestionKind::Scale { low, high, .. } => texts.extend([low, high]),
                QuestionKind::Battery { statements, scale } => {
                    texts.extend(statements.iter().map(|statement| &statement.text));
                    match scale {
                        BatteryScale::Options { options } => texts.extend(options.iter().map(|option| &option.text)),
                        BatteryScale::Numbers { low, high, .. } => texts.extend([low, high]),
                    }
                }
                QuestionKind::Ranking { options, .. } => texts.extend(options.iter().map(|option| &option.text)),
                QuestionKind::OpenText => {}
            }
        }
        if let Some(report) = &poll.report {
            texts.push(&report.heard);
            texts.extend(report.we_do.iter().map(|measure| &measure.text));
            texts.extend(report.you_can.iter().map(|activity| &activity.text));
            texts.extend(report.questions.iter().map(|finding| &finding.text));
            texts.extend(&report.we_do_not);
        }
    }
    for text in texts {
        assert_eq!(text.in_language(Language::En).lang, Language::En, "{text:?}");
    }
}

#[test]
fn every_ballot_fits_its_poll() {
    let file = demo();
    for SamplePoll { poll, opens, closes, ballots, report } in sample().polls {
        assert!(opens <= closes, "{}", poll.id);
        for ballot in &ballots {
            assert_eq!(poll.read_answers(&ballot.answers).as_ref(), Ok(&ballot.answers), "{}", poll.id);
            let area = poll.read_area(ballot.area_id.as_ref(), &file.areas);
            assert_eq!(area, Ok(ballot.area_id.clone()), "{}", poll.id);
            let writes =
                ballot.answers.values().any(|answer| matches!(answer, Answer::Text(_) | Answer::Namely { .. }));
            assert!(!writes || ballot.count == 1, "several people wrote the very same text: {ballot:?}");
        }
        if let Some(report) = report {
            assert!(closes < report.day && report.day <= 0, "{}", poll.id);
            for measure in &report.we_do {
                assert!(file.partners.iter().any(|partner| partner.id == measure.by_whom), "{}", poll.id);
            }
        }
    }
}

#[test]
fn two_polls_are_open_with_every_kind_of_question_and_one_is_reported_with_small_groups() {
    let polls = sample().polls;
    let open: Vec<&SamplePoll> = polls.iter().filter(|poll| poll.opens <= 0 && poll.closes > 0).collect();
    assert_eq!(open.len(), 2);
    let questions = || open.iter().flat_map(|poll| &poll.poll.questions);
    let kinds: BTreeSet<String> =
        questions().map(|question| format!("{:?}", std::mem::discriminant(&question.kind))).collect();
    assert_eq!(kinds.len(), 6);
    assert!(questions().any(|question| question.condition.is_some()));

    let reported = polls.iter().find(|poll| poll.report.is_some()).unwrap();
    let of_area = |area: &AreaId| -> u32 {
        reported.ballots.iter().filter(|ballot| ballot.area_id.as_ref() == Some(area)).map(|ballot| ballot.count).sum()
    };
    let (small, large): (Vec<u32>, Vec<u32>) =
        demo().areas.iter().map(|area| of_area(&area.id)).filter(|&count| count > 0).partition(|&n| n < MIN_GROUP);
    assert!(small.len() >= 2, "nothing to hide: {small:?}");
    assert!(large.len() >= 3, "nothing to show: {large:?}");
}

#[test]
fn every_case_fits_and_its_steps_are_taken_in_order_by_who_may() {
    let file = demo();
    let cases = sample().cases;
    assert!(cases.len() >= 8);
    for case in &cases {
        let title = case.draft.what.lines().next().unwrap_or_default();
        let read = case.draft.read(case.language, &file.topics, &file.areas);
        assert!(read.is_ok(), "{title}: {read:?}");
        let mut day = case.day;
        let mut offered: Option<&PartnerId> = None;
        for step in &case.steps {
            assert!(day <= step.day && step.day <= 0, "{title}: day {} is out of order", step.day);
            day = step.day;
            let by = step.by.as_ref().map(|id| official(&file, id));
            let permission = match &step.act {
                SampleAct::Release => Some(Permission::Moderate),
                SampleAct::Answer { .. } | SampleAct::Join { .. } | SampleAct::ShareExperience => None,
                SampleAct::AddTask { .. } if by.is_none() => None,
                _ => Some(Permission::HandleCases),
            };
            assert_eq!(by.is_some(), permission.is_some(), "{title}: who does {:?}?", step.act);
            for (official, permission) in by.iter().zip(permission) {
                assert!(official.role.may(permission), "{title}: {} may not do {:?}", official.id, step.act);
            }
            match &step.act {
                SampleAct::OfferHandover { to, .. } => offered = Some(to),
                SampleAct::AcceptHandover | SampleAct::DeclineHandover { .. } => {
                    let replies = by.map(|official| official.partner_id);
                    assert_eq!(offered.take(), replies.as_ref(), "{title}: another partner was asked");
                }
                _ => {}
            }
            if let SampleAct::Plan { on, .. } = step.act {
                assert!(on > 0, "{title}: planned in the past");
            }
            if let Some(text) = text_of(&step.act) {
                assert!(OFFICIAL_TEXT.read_required(text).is_ok(), "{title}: {text}");
            }
        }
    }
}

fn text_of(act: &SampleAct) -> Option<&str> {
    match act {
        SampleAct::Release | SampleAct::AcceptHandover | SampleAct::Back | SampleAct::ShareExperience => None,
        SampleAct::Update { text }
        | SampleAct::AddTask { text, .. }
        | SampleAct::Join { text }
        | SampleAct::Ask { text }
        | SampleAct::Answer { text }
        | SampleAct::Conclude { text, .. }
        | SampleAct::Plan { text, .. } => Some(text),
        SampleAct::OfferHandover { reason, .. } | SampleAct::DeclineHandover { reason } => Some(reason),
    }
}
