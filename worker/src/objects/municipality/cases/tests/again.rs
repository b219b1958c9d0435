//! Rating a conclusion, and looking again.

use serde_json::json;
use shared::{
    case::PublicStatus,
    wire::{
        admin::CaseAction,
        public::{FollowView, TimelineKind},
    },
};

use super::{Office, follow_post};

fn concluded() -> Office {
    let office = Office::new();
    let body = json!({ "outcome": { "kind": "notDone" }, "text": "Dit doen we niet, want de lamp werkt." });
    office.must(&office.wil, "/conclusion", body);
    office
}

#[test]
fn a_resident_who_was_not_helped_asks_once_and_it_is_work_again() {
    let office = concluded();
    assert!(office.list(&office.wil, "mine").is_empty());
    let followed = office.followed();
    let concluded_on = followed.timeline.last().unwrap().on;
    assert_eq!(followed.rate_until, Some(concluded_on.plus_days(14)));
    let unexplained = follow_post(&office.installation, "rating", "a", &json!({ "helped": false, "reason": " " }));
    assert_eq!(unexplained.status, 400);
    assert!(unexplained.text().contains("\"reason\""), "{}", unexplained.text());
    let body = json!({ "helped": false, "reason": "De lamp is weer stuk." });
    let rated: FollowView = follow_post(&office.installation, "rating", "b", &body).json();
    assert_eq!((rated.status, rated.rate_until, rated.outcome), (PublicStatus::LookingAgain, None, None));
    // The same once more changes nothing, another one is refused.
    assert_eq!(follow_post(&office.installation, "rating", "b", &body).status, 200);
    let again = follow_post(&office.installation, "rating", "c", &body);
    assert_eq!(again.status, 409);
    assert!(again.text().contains("notConcluded"), "{}", again.text());
    assert_eq!(office.list(&office.wil, "mine").len(), 1);
    let detail = office.detail();
    assert_eq!(detail.asked_again.as_deref(), Some("De lamp is weer stuk."));
    assert_eq!(detail.summary.promise, rated.promise);
}

#[test]
fn the_owner_looks_again_and_only_the_coordinator_stays_with_the_answer() {
    for refused in [false, true] {
        let office = concluded();
        let body = json!({ "helped": false, "reason": "De lamp is weer stuk." });
        follow_post(&office.installation, "rating", "a", &body);
        if refused {
            let text = json!({ "text": "De lamp is nagekeken en werkt." });
            assert_eq!(office.act(&office.wil, "/reopening-refusal", text.clone()).status, 403);
            office.must(&office.sanne, "/reopening-refusal", text);
            let followed = office.followed();
            assert_eq!((followed.status, followed.rate_until), (PublicStatus::NotDone, None));
            let last = followed.timeline.last().unwrap();
            assert_eq!(last.what, TimelineKind::ReopeningRefused);
            assert_eq!(last.text.as_deref(), Some("De lamp is nagekeken en werkt."));
        } else {
            let detail = office.must(&office.wil, "/reopening", json!({}));
            assert!(detail.actions.contains(&CaseAction::Update) && detail.asked_again.is_none());
            assert_eq!(office.followed().status, PublicStatus::LookingAgain);
            office.must(&office.wil, "/updates", json!({ "text": "Wij vervangen de lamp." }));
            assert_eq!(office.followed().status, PublicStatus::WithPartner);
        }
    }
}

#[test]
fn after_fourteen_days_there_is_nothing_to_rate() {
    let mut office = concluded();
    office.wait(15);
    assert_eq!(office.followed().rate_until, None);
    let late = follow_post(&office.installation, "rating", "a", &json!({ "helped": true }));
    assert_eq!(late.status, 409);
    assert!(late.text().contains("ratingTermPassed"), "{}", late.text());
}
