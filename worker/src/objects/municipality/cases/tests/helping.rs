//! Helping without taking over, days that others have a say in, moving a promise and holding, through the router.

use serde_json::json;
use shared::{
    case::PublicStatus,
    wire::{
        admin::{CaseDetail, CaseEntryKind},
        public::TimelineKind,
    },
};

use super::{Office, proposal};

#[test]
fn a_partner_that_helps_sees_the_case_and_leaves_the_answer_to_the_owner() {
    let office = Office::receiving(&proposal());
    assert_eq!(office.read(&office.piet).status, 404);
    let asked = office.must(&office.wil, "/support-requests", json!({ "to": "politie", "reason": "Kent u dit?" }));
    assert_eq!(asked.help.support_asked.len(), 1);
    assert_eq!(office.read(&office.piet).status, 200);
    assert_eq!(office.list(&office.piet, "supporting").len(), 1, "it stands where they look");

    let reply = json!({ "accept": true });
    // Woonstad cannot say yes for the police; the coordinator may note what the police said.
    assert_eq!(office.act(&office.wil, "/support-requests/politie/reply", reply.clone()).status, 403);
    let helps = office.must(&office.sanne, "/support-requests/politie/reply", reply);
    assert!(helps.supporting.iter().any(|partner| partner.as_str() == "politie"));
    assert_eq!(helps.summary.owner.as_str(), "woonstad");
    let noted = office.must(&office.piet, "/notes", json!({ "text": "Gisteren niets gezien." }));
    assert_eq!(noted.timeline.last().unwrap().what, CaseEntryKind::Note);
    let _ = office.must(&office.piet, "/update-proposals", json!({ "text": "De wijkagent komt langs." }));
    let conclusion = json!({ "outcome": { "kind": "realised" }, "text": "De lamp is vervangen." });
    assert_eq!(office.act(&office.piet, "/conclusion", conclusion).status, 403);

    let followed = serde_json::to_string(&office.followed()).unwrap();
    for inside in ["Kent u dit", "Gisteren niets", "De wijkagent komt"] {
        assert!(!followed.contains(inside), "the resident reads {inside}");
    }
    let declined =
        office.act(&office.piet, "/support-requests/politie/reply", json!({ "accept": false, "reason": "Nee" }));
    assert_eq!(declined.problem().code, "supportGone");
}

#[test]
fn a_date_reads_as_proposed_until_it_is_confirmed() {
    let office = Office::new();
    let date = json!({ "by": "gemeente", "on": "2026-06-01", "text": "De gemeente plaatst een lamp." });
    let _ = office.must(&office.wil, "/planned-date", date.clone());
    let followed = office.followed();
    let plan = followed.plan.unwrap();
    assert_eq!((plan.by.as_str(), plan.confirmed), ("Gemeente Kleinstad (gemeente)", false));
    let conclude = json!({ "outcome": { "kind": "willBeDone", "on": "2026-06-01" }, "text": "Er komt een lamp." });
    assert_eq!(office.act(&office.wil, "/conclusion", conclude.clone()).problem().code, "dateNotConfirmed");
    // A reason for no is asked; and it stays between partners.
    let no = office.act(&office.bram, "/planned-date/reply", json!({ "accept": false }));
    assert_eq!(no.status, 400);
    let _ = office.must(&office.bram, "/planned-date/reply", json!({ "accept": false, "reason": "Geen mensen." }));
    let followed = office.followed();
    assert_eq!(followed.plan, None);
    let last = followed.timeline.last().unwrap();
    assert!(matches!(last.what, TimelineKind::DateDeclined { .. }) && last.text.is_none());

    let _ = office.must(&office.wil, "/planned-date", date);
    let _ = office.must(&office.bram, "/planned-date/reply", json!({ "accept": true }));
    let followed = office.followed();
    assert!(followed.plan.unwrap().confirmed && followed.status == PublicStatus::Planned);
    let _ = office.must(&office.wil, "/conclusion", conclude);
}

#[test]
fn a_needed_decision_and_a_moved_promise_are_told_to_the_resident() {
    let office = Office::new();
    let needed = json!({ "who": "De gemeenteraad", "until": "2026-06-01" });
    assert_eq!(office.act(&office.wil, "/needed-decision", needed.clone()).status, 403);
    let _ = office.must(&office.sanne, "/needed-decision", needed);
    let followed = office.followed();
    assert_eq!(followed.decision.unwrap().who, "De gemeenteraad");
    assert_eq!(followed.promise, "2026-06-01".parse().ok());

    let moved = json!({ "until": "2026-07-01", "reason": "De raad vergadert later." });
    let _ = office.must(&office.wil, "/promise", moved.clone());
    let followed = office.followed();
    assert_eq!(followed.promise, "2026-07-01".parse().ok());
    assert_eq!(followed.timeline.last().unwrap().text.as_deref(), Some("De raad vergadert later."));
    assert_eq!(office.act(&office.piet, "/promise", moved).status, 404);
    let without = office.act(&office.wil, "/promise", json!({ "until": "2026-07-02", "reason": " " }));
    assert_eq!(without.problem().faults[0].fault.field, "reason");
}

#[test]
fn a_coordinator_holds_a_text_and_nobody_else_sees_it_until_it_is_released() {
    let office = Office::new();
    assert_eq!(office.act(&office.wil, "/hold", json!({})).status, 403);
    let _: CaseDetail = office.must(&office.sanne, "/hold", json!({}));
    assert_eq!(office.read(&office.wil).status, 404);
    assert_eq!(office.list(&office.sanne, "held").len(), 1);
    let _ = office.must(&office.sanne, "/review-release", json!({}));
    assert_eq!(office.read(&office.wil).status, 200);
}
