//! Traps that were fallen into once, and those that others fall into, as people see them.

use serde_json::json;
use shared::{
    case::PublicStatus,
    wire::{
        admin::{CaseEntryKind, EntryActor},
        public::TimelineKind,
    },
};

use super::{OTHER_KEY, Office, ROOT, ending, follow, follow_post};
use crate::{
    objects::ObjectClass,
    store::Sql,
    testing::{Installation, json as request},
};

fn follow_post_as(installation: &Installation, key: &str, tail: &str, body: &serde_json::Value) -> u16 {
    let path = format!("{ROOT}/followed-case/{tail}?lang=nl");
    let request = request("POST", &path, body).header("follow-key", key).header("idempotency-key", format!("{tail}-x"));
    installation.send(request.body(body.to_string().into()).unwrap()).status.as_u16()
}

/// While somebody decides whether to look again at the first, it may be left at that, and the second would close the
/// circle.
#[test]
fn cases_are_not_merged_in_a_circle_over_a_refusal_to_look_again() {
    let office = Office::new();
    let other = ending::second(&office);
    office.must(&office.wil, "/conclusion", ending::merge(&other.number));
    let rated = follow_post(&office.installation, "rating", "r", &json!({ "helped": false, "reason": "Iets anders." }));
    assert_eq!(rated.status, 200, "{}", rated.text());
    let path = format!("/api/v1/admin/cases/{}/conclusion", other.case_id);
    let mut body = ending::merge("2026-0001");
    body["version"] = 1.into();
    let refused = office.installation.official(&office.sanne, "POST", &path, &body);
    assert_eq!(refused.problem().code, "mergedIntoGone");
}

#[test]
fn who_went_on_in_a_case_that_is_withdrawn_is_on_their_own_again() {
    let office = Office::new();
    let other = ending::second(&office);
    office.must(&office.wil, "/conclusion", ending::merge(&other.number));
    assert_eq!(follow_post_as(&office.installation, OTHER_KEY, "withdrawal", &json!({})), 200);
    let view = office.followed();
    assert_eq!((view.status, view.owner.as_str()), (PublicStatus::LookingAgain, "Woonstad (woningcorporatie)"));
    assert!(view.promise.is_some() && view.merged_into.is_none());
    assert!(matches!(view.timeline.last().unwrap().what, TimelineKind::Unmerged { .. }));
    let told = super::storing::outbox(&office.installation);
    let told = |name: &str| told.iter().filter(|(template, _)| template == name).count();
    assert_eq!((told("unmerged"), told("case-to-reopen"), told("merged-news")), (1, 1, 0));
    assert_eq!(office.list(&office.wil, "mine").len(), 1);
    // The other resident reads nothing of it, and nobody links to what was withdrawn.
    let theirs = follow(&office.installation, OTHER_KEY).text();
    assert!(!theirs.contains("2026-0001") && !theirs.contains(&office.case_id), "{theirs}");
    assert!(office.detail().merged_into.is_none());
    // It is handled like any other.
    office.must(&office.wil, "/updates", json!({ "text": "Wij kijken er zelf naar." }));
}

#[test]
fn a_held_case_that_was_concluded_is_on_the_coordinators_list() {
    let office = Office::new();
    office.must(&office.wil, "/conclusion", json!({ "outcome": { "kind": "notDone" }, "text": "Dit kan hier niet." }));
    office.must(&office.sanne, "/hold", json!({}));
    assert_eq!(office.list(&office.sanne, "held").len(), 1);
    assert!(office.list(&office.wil, "ended").is_empty());
    office.must(&office.sanne, "/review-release", json!({}));
    assert!(office.list(&office.sanne, "held").is_empty());
}

/// What follows by the rules from passing it on is not shown as somebody's own choice.
#[test]
fn what_follows_from_passing_on_is_nobodys_choice() {
    let office = Office::new();
    office.must(&office.sanne, "/publication", json!({}));
    office.installation.objects.advance(1);
    office.offer(&office.wil, "politie");
    office.installation.objects.advance(1);
    let complaint =
        json!({ "nature": "complaint", "to": "Klachten", "text": "Dit is een klacht over een medewerker." });
    let detail = office.must(&office.wil, "/passing-on", complaint);
    let by = |what: &CaseEntryKind| &detail.timeline.iter().rfind(|entry| entry.what == *what).unwrap().by;
    assert_eq!(by(&CaseEntryKind::HandoverWithdrawn), &EntryActor::System);
    assert_eq!(by(&CaseEntryKind::Hidden), &EntryActor::System);
    let office = Office::new();
    let report = json!({
        "nature": "report", "to": "Meldpunt", "reference": "M-17", "text": "De lamp is stuk. Het meldpunt maakt hem."
    });
    let detail = office.must(&office.wil, "/passing-on", report);
    let promise = detail.timeline.iter().find(|entry| matches!(entry.what, CaseEntryKind::PromiseSet { .. })).unwrap();
    assert_eq!(promise.by, EntryActor::System);
}

#[test]
fn the_resident_reads_who_helps_from_now_on() {
    let office = Office::new();
    office.must(&office.wil, "/support-requests", json!({ "to": "politie", "reason": "Kent u deze plek?" }));
    office.must(&office.piet, "/support-requests/politie/reply", json!({ "accept": true }));
    let last = office.followed().timeline.pop().unwrap();
    assert_eq!(last.what, TimelineKind::SupportAccepted { partner: "Politie Kleinstad (politie)".into() });
}

/// In Signalen no rule that matches is nothing that happens; here the coordinating partner has it, and the coordinators
/// are told when a rule points at nobody.
#[test]
fn what_no_rule_fits_has_an_owner_a_promise_and_an_alarm() {
    let installation = Installation::new();
    // As a later load leaves it: the rule for the topic names a partner that is gone.
    let sql = |statement: &str| {
        let run = |sql: &crate::store::MemorySql| sql.execute(statement, &[]).unwrap();
        installation.objects.inspect(ObjectClass::Municipality, "kleinstad", run).unwrap()
    };
    assert!(sql("UPDATE partner SET retired_at = 1 WHERE id = 'woonstad'") > 0);
    let answer = installation.post(&format!("{ROOT}/proposals"), "a", &super::proposal());
    assert_eq!(answer.status, 201, "{}", answer.text());
    let receipt: shared::wire::public::ProposalReceipt = answer.json();
    assert_eq!(receipt.partner, "Gemeente Kleinstad (gemeente)");
    let told = super::storing::outbox(&installation);
    assert!(told.iter().any(|(template, _)| template == "routing-alarm"), "{told:?}");
}

/// Signalen goes on as if nothing was when a rule cannot be evaluated. Here an idea is never stored without an owner, and
/// the resident is told that it was not received.
#[test]
fn a_rule_that_cannot_be_read_is_an_error_and_not_a_rule_that_does_not_match() {
    let installation = Installation::new();
    let run = |sql: &crate::store::MemorySql| sql.execute("UPDATE rule SET conditions = '[1]'", &[]).unwrap();
    assert!(installation.objects.inspect(ObjectClass::Municipality, "kleinstad", run).unwrap() > 0);
    let answer = installation.post(&format!("{ROOT}/proposals"), "a", &super::proposal());
    assert_eq!(answer.status, 500, "{}", answer.text());
    let count = |sql: &crate::store::MemorySql| sql.query("SELECT id FROM case_file", &[]).unwrap().len();
    assert_eq!(installation.objects.inspect(ObjectClass::Municipality, "kleinstad", count), Some(0));
}
