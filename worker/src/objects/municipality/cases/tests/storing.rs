//! What is stored: rows and events that agree, all of a decision or nothing, and samples.

use serde_json::json;
use shared::{
    case::{Case, PublicStatus},
    ids::CaseId,
    wire::operator::MunicipalityFile,
};

use super::{Office, ROOT, proposal};
use crate::{
    objects::ObjectClass,
    store::{Sql, case as cases, case_list, job},
    testing::{Installation, ready},
};

/// Template and recipient of every message.
pub(super) fn outbox(installation: &Installation) -> Vec<(String, serde_json::Value)> {
    let look = |sql: &crate::store::MemorySql| {
        let rows = sql.query("SELECT template, recipient FROM outbox ORDER BY rowid", &[]).unwrap();
        let row = |row: &crate::store::Row| {
            let recipient = serde_json::from_str(row.text("recipient").unwrap()).unwrap();
            (row.text("template").unwrap().to_owned(), recipient)
        };
        rows.iter().map(row).collect()
    };
    installation.objects.inspect(ObjectClass::Municipality, "kleinstad", look).unwrap()
}

/// Every stored row says what the fold over the stored events says.
fn check_replay(sql: &dyn Sql) -> usize {
    let ids = sql.query("SELECT id FROM case_file", &[]).unwrap();
    for row in &ids {
        let id = CaseId::parse(row.text("id").unwrap()).unwrap();
        let events = cases::events(sql, &id).unwrap();
        let case = Case::replay(&events).unwrap();
        let row = case_list::row(sql, &id).unwrap().unwrap();
        assert_eq!((&row.owner, row.status, row.promise), (case.owner(), case.status(), case.promise()));
        assert_eq!(row.offered_to.as_ref(), case.offer().map(|offer| &offer.to));
        assert_eq!((row.held, row.waiting), (case.is_held(), case.question().is_some()));
        assert_eq!(row.escalated, case.open().is_some_and(|open| open.promise.escalated));
        assert_eq!((row.number, row.kind), (case.received.number, case.received.kind));
        let texts = cases::texts(sql, &id).unwrap();
        assert!(events.iter().filter_map(|recorded| recorded.event.text()).all(|text| texts.contains_key(text)));
        let stored = sql.query("SELECT version FROM case_file WHERE id = ?", &[id.as_str().into()]).unwrap();
        assert_eq!(stored[0].integer("version").unwrap().unsigned_abs(), case.version);
    }
    ids.len()
}

#[test]
fn the_stored_rows_are_what_the_stored_events_say() {
    let mut office = Office::new();
    let path = format!("{ROOT}/proposals");
    for number in 0..3 {
        let mut body = proposal();
        body["followKey"] = format!("{}123456789abcdefghjkmnpqrs", number + 2).into();
        assert_eq!(office.installation.post(&path, &format!("k{number}"), &body).status, 201);
    }
    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    office.offer(&office.wil, "politie");
    office.must(&office.sanne, "/publication", json!({}));
    office.wait(20);
    office.must(&office.wil, "/conclusion", json!({ "outcome": { "kind": "notDone" }, "text": "Dit kan hier niet." }));
    let checked = office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| check_replay(sql));
    assert_eq!(checked, Some(4));
    let numbers: Vec<String> = office.list(&office.sanne, "all").into_iter().map(|case| case.number).collect();
    assert_eq!(numbers, ["2026-0002", "2026-0003", "2026-0004"]);
}

#[test]
fn nothing_is_left_half_done_wherever_storing_breaks_off() {
    let office = Office::new();
    let count = |office: &Office| {
        let tables =
            ["case_file", "case_event", "case_text", "case_contact", "follow_key", "outbox", "job", "idempotency"];
        let look = |sql: &crate::store::MemorySql| {
            tables.map(|table| {
                sql.query(&format!("SELECT count(*) AS n FROM {table}"), &[]).unwrap()[0].integer("n").unwrap()
            })
        };
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", look).unwrap()
    };
    let fail_after = |statements| {
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| sql.fail_after(statements));
    };
    let before = count(&office);
    let mut body = proposal();
    body["followKey"] = super::OTHER_KEY.into();
    let mut tries = 0;
    for statements in 0..200 {
        fail_after(Some(statements));
        let answer = office.installation.post(&format!("{ROOT}/proposals"), "again", &body);
        fail_after(None);
        tries = statements;
        if answer.status == 201 {
            break;
        }
        assert_eq!(answer.status, 500, "{}", answer.text());
        assert_eq!(count(&office), before, "after {statements} statements");
    }
    assert!((20..199).contains(&tries), "{tries} statements");
    assert_eq!(office.list(&office.sanne, "all").len(), 2);
}

#[test]
fn the_clock_may_strike_twice_and_late() {
    let mut office = Office::new();
    office.wait(11);
    let version = office.detail().version;
    // As when the platform rings again after a crash: the row of the job is there once more.
    for _ in 0..3 {
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            job::schedule(sql, job::JobKind::CaseClock, &office.case_id, "2026-03-02T11:00:00Z".parse().unwrap())
                .unwrap();
        });
        let ran = ready(office.installation.objects.run_due_work("kleinstad"));
        assert_eq!(ran.failed, 0);
    }
    assert_eq!(office.detail().version, version);
    let next = office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let rows = sql.query("SELECT due_at FROM job WHERE kind = 'case-clock'", &[]).unwrap();
        rows.iter().map(|row| row.integer("due_at").unwrap()).collect::<Vec<_>>()
    });
    // Two working days after Monday 16 March have passed.
    let escalation: shared::time::Instant = "2026-03-18T23:00:00Z".parse().unwrap();
    assert_eq!(next, Some(vec![escalation.milliseconds()]));
}

#[test]
fn every_public_change_has_its_message() {
    let office = Office::new();
    let resident = json!({ "kind": "resident", "caseId": office.case_id });
    let told = |office: &Office| {
        outbox(&office.installation)
            .into_iter()
            .filter(|(_, to)| *to == resident)
            .map(|(template, _)| template)
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&office), ["case-received"]);
    office.must(&office.wil, "/updates", json!({ "text": "De lampen zijn besteld." }));
    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    let offer = office.offer(&office.wil, "politie");
    office.reply(&office.piet, &offer, true);
    office.must(&office.piet, "/conclusion", json!({ "outcome": { "kind": "notDone" }, "text": "Dit kan hier niet." }));
    assert_eq!(
        told(&office),
        ["case-received", "case-news", "case-question", "handover-offered", "owner-changed", "case-concluded"]
    );
}

#[test]
fn the_demo_is_made_through_the_same_decisions() {
    let installation = Installation::empty();
    let mut file: MunicipalityFile =
        serde_json::from_str(include_str!("../../../../../../demo/municipality.json")).unwrap();
    // The demo page's own origin is filled in when it is served.
    file.settings.sites.retain(|site| site.starts_with("https://"));
    // Polls have a loader of their own.
    if let Some(sample) = &mut file.sample {
        sample.polls.clear();
        sample.measures.clear();
    }
    let answer = installation.load("waterdam", &file);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let samples = file.sample.unwrap().cases;
    let (checked, messages, statuses) = installation
        .objects
        .inspect(ObjectClass::Municipality, "waterdam", |sql| {
            let statuses = sql.query("SELECT status FROM case_file ORDER BY year, serial", &[]).unwrap();
            let statuses: Vec<PublicStatus> =
                statuses.iter().map(|row| row.word("case_file", "status").unwrap()).collect();
            (check_replay(sql), sql.query("SELECT 1 FROM outbox", &[]).unwrap().len(), statuses)
        })
        .unwrap();
    assert_eq!((checked, messages), (samples.len(), 0));
    for status in [PublicStatus::Done, PublicStatus::Planned, PublicStatus::QuestionForYou, PublicStatus::WithPartner] {
        assert!(statuses.contains(&status), "{status:?} in {statuses:?}");
    }
    let public: Vec<serde_json::Value> = installation.get("/api/v1/municipalities/waterdam/initiatives").json();
    assert!(public.len() > 5);
    // Somebody may be asked how it was done, so that the page can be seen.
    let shares = |one: &serde_json::Value| {
        let id = one["id"].as_str().unwrap();
        let shown = installation.get(&format!("/api/v1/municipalities/waterdam/initiatives/{id}?lang=nl"));
        shown.json::<serde_json::Value>()["experience"] == true
    };
    assert_eq!(public.iter().filter(|one| shares(one)).count(), 1);
}

#[test]
fn a_sample_that_the_rules_refuse_is_a_fault_of_the_file() {
    let installation = Installation::empty();
    let mut file = serde_json::to_value(crate::testing::small_file()).unwrap();
    file["sample"] = json!({ "cases": [
        { "day": -3, "draft": proposal()["draft"], "steps": [
            { "day": -2, "by": "piet", "do": { "kind": "update", "text": "Dit is niet van mij." } }
        ] }
    ] });
    let answer = installation.operator("PUT", "/api/v1/municipalities/kleinstad", &file);
    assert_eq!(answer.status, 400, "{}", answer.text());
    assert_eq!(answer.problem().faults[0].fault.field, "sample.cases.0.steps.0.do");
    assert_eq!(installation.get(&format!("{ROOT}?lang=nl")).status, 404, "nothing was loaded");
}
