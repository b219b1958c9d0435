//! From sending in to following.

use serde_json::json;
use shared::{
    case::PublicStatus,
    wire::{
        admin::EnteredProposal,
        public::{FollowView, ProposalReceipt, RouteView, TimelineKind},
    },
};

use super::{KEY, OTHER_KEY, Office, ROOT, follow, follow_post, proposal, with};
use crate::testing::{Installation, small_file};

#[test]
fn who_gets_it_and_why_is_told_before_and_after_sending() {
    let installation = Installation::new();
    let query = "topicId=verlichting&areaId=lindenflat&kind=initiative";
    let route: RouteView = installation.get(&format!("{ROOT}/routes?{query}&lang=nl")).json();
    assert_eq!(route.partner, "Woonstad (woningcorporatie)");
    assert_eq!(route.supporting, ["Gemeente Kleinstad (gemeente)"]);
    assert_eq!(route.reason, "omdat het in Lindenflat is");
    // Ten working days after Monday 2 March.
    assert_eq!(route.answer_by.to_string(), "2026-03-16");
    let english: RouteView = installation.get(&format!("{ROOT}/routes?{query}&lang=en")).json();
    assert_eq!(english.partner, "Woonstad (housing association)");

    let answer = installation.post(&format!("{ROOT}/proposals"), "a", &proposal());
    assert_eq!(answer.status, 201, "{}", answer.text());
    let receipt: ProposalReceipt = answer.json();
    assert_eq!((receipt.number.as_str(), receipt.partner), ("2026-0001", route.partner));
    assert_eq!((receipt.reason, receipt.answer_by), (route.reason, route.answer_by));

    let followed: FollowView = follow(&installation, KEY).json();
    assert_eq!((followed.status, followed.number.as_str()), (PublicStatus::Received, "2026-0001"));
    assert_eq!(followed.owner, "Woonstad (woningcorporatie)");
    assert_eq!(followed.what, "Meer licht bij de ingang\nHet is er donker.");
    assert!(followed.has_email && followed.may_withdraw && !followed.overdue && !followed.public);
    assert_eq!(followed.timeline.len(), 1);
    assert!(
        matches!(&followed.timeline[0].what, TimelineKind::Received { partner } if partner.starts_with("Woonstad"))
    );
}

#[test]
fn the_topic_nobody_knows_and_the_topic_no_rule_knows_go_to_the_municipality() {
    let installation = Installation::new();
    for (key, follow_key, topic, area, reason) in [
        ("a", KEY, None, "lindenflat", "omdat u het onderwerp nog niet weet"),
        ("b", OTHER_KEY, Some("ontmoeten"), "noord", "omdat voor ontmoeten nog niemand is aangewezen"),
    ] {
        let mut body = with(with(proposal(), "topicId", topic), "areaId", area);
        body["followKey"] = follow_key.into();
        let receipt: ProposalReceipt = installation.post(&format!("{ROOT}/proposals"), key, &body).json();
        assert_eq!(receipt.partner, "Gemeente Kleinstad (gemeente)");
        assert!(receipt.reason.starts_with(reason), "{}", receipt.reason);
    }
}

#[test]
fn a_partner_without_agreement_gets_nothing_and_an_alarm_goes_out() {
    let installation = Installation::empty();
    let mut file = small_file();
    file.partners[2].agreement_until = Some("2026-03-01".parse().unwrap());
    assert_eq!(installation.load("kleinstad", &file).status, 201);
    let receipt: ProposalReceipt = installation.post(&format!("{ROOT}/proposals"), "a", &proposal()).json();
    assert_eq!(receipt.partner, "Gemeente Kleinstad (gemeente)");
    assert_eq!(receipt.reason, "omdat Woonstad dit nu niet kan aannemen");
    let alarms = super::storing::outbox(&installation);
    assert!(alarms.iter().any(|(template, _)| template == "routing-alarm"), "{alarms:?}");
}

#[test]
fn the_same_request_is_one_case_and_another_one_under_its_key_is_refused() {
    let office = Office::new();
    let path = format!("{ROOT}/proposals");
    let first = office.installation.post(&path, "first", &proposal());
    let again = office.installation.post(&path, "first", &proposal());
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    let other = office.installation.post(&path, "first", &with(proposal(), "what", "Iets anders dan eerst"));
    assert_eq!((other.status.as_u16(), other.problem().code.as_str()), (422, "idempotencyKeyReused"));
    // Another request with the same personal key would mix two cases up.
    let mixed = office.installation.post(&path, "second", &proposal());
    assert_eq!((mixed.status.as_u16(), mixed.problem().faults[0].fault.field.as_str()), (400, "followKey"));
    assert_eq!(office.list(&office.sanne, "all").len(), 1);
}

#[test]
fn every_field_at_fault_is_named_in_the_language_of_the_request() {
    let installation = Installation::new();
    let mut body = with(with(proposal(), "what", " "), "areaId", "nergens");
    body["draft"]["email"] = "geen adres".into();
    body["language"] = "en".into();
    let answer = installation.post(&format!("{ROOT}/proposals"), "a", &body);
    assert_eq!(answer.status, 400);
    let problem = answer.problem();
    let fields: Vec<&str> = problem.faults.iter().map(|view| view.fault.field.as_str()).collect();
    assert_eq!(fields, ["draft.what", "draft.email", "draft.areaId"]);
    assert_eq!(problem.faults[0].message, "Please fill this in.");
    for (field, value) in [("followKey", json!("short")), ("extra", json!(1))] {
        let mut body = proposal();
        body[field] = value;
        assert_eq!(installation.post(&format!("{ROOT}/proposals"), "a", &body).status, 400, "{field}");
    }
    for query in ["areaId=nergens", "topicId=niets&areaId=noord", "", "areaId=noord&kind=x"] {
        assert_eq!(installation.get(&format!("{ROOT}/routes?{query}")).status, 400, "{query}");
    }
}

#[test]
fn a_wrong_key_looks_like_no_case() {
    let office = Office::new();
    let wrong = follow(&office.installation, OTHER_KEY);
    assert_eq!(wrong.status, 404);
    assert_eq!(wrong.problem().code, "notFound");
    assert_eq!(follow(&office.installation, "2026-0001").status, 400);
    assert_eq!(office.installation.get(&format!("{ROOT}/followed-case")).status, 400);
    // As a person types it.
    let typed = "0123-4567-89AB-CDEF-GHJK MNPQ-RS";
    assert_eq!(follow(&office.installation, typed).status, 200);
    // Nothing of it may lie in a cache.
    assert!(follow(&office.installation, KEY).header("cache-control").contains("no-store"));
}

#[test]
fn the_resident_takes_it_back() {
    let office = Office::new();
    let answer = follow_post(&office.installation, "withdrawal", "w", &json!({}));
    assert_eq!(answer.status, 200, "{}", answer.text());
    let view: FollowView = answer.json();
    assert_eq!((view.status, view.promise, view.may_withdraw), (PublicStatus::Withdrawn, None, false));
    let again = follow_post(&office.installation, "withdrawal", "w", &json!({}));
    assert_eq!(again.status, 200, "the same request has the same answer");
    let other = follow_post(&office.installation, "withdrawal", "x", &json!({}));
    assert_eq!((other.status.as_u16(), other.problem().code.as_str()), (409, "alreadyWithdrawn"));
    assert!(office.list(&office.wil, "mine").is_empty());
    assert_eq!(office.list(&office.wil, "ended").len(), 1);
}

#[test]
fn an_official_enters_it_for_somebody_and_gets_the_key_to_hand_over() {
    let office = Office::new();
    let body = json!({ "draft": proposal()["draft"], "language": "nl", "channel": "phone" });
    let enter = |key: &str, body: &serde_json::Value| {
        let request = crate::testing::json("POST", "/api/v1/admin/cases", body)
            .header("cookie", &office.bram)
            .header("origin", crate::testing::ORIGIN)
            .header("idempotency-key", key);
        office.installation.send(request.body(body.to_string().into()).unwrap())
    };
    let answer = enter("e", &body);
    assert_eq!(answer.status, 201, "{}", answer.text());
    let entered: EnteredProposal = answer.json();
    assert_eq!((entered.number.as_str(), entered.owner.as_str()), ("2026-0002", "woonstad"));
    assert_eq!(answer.header("location"), format!("/api/v1/admin/cases/{}", entered.case_id));
    let followed: FollowView = follow(&office.installation, &entered.follow_key).json();
    assert_eq!(followed.case_id, entered.case_id);
    let again: EnteredProposal = enter("e", &body).json();
    assert_eq!(again, entered, "a repeated request gets the same key");
    assert_eq!(enter("e", &with(body.clone(), "what", "Iets anders dan eerst")).status, 422);
    let reader = office.installation.sign_in("kleinstad", "rik");
    assert_eq!(office.installation.official(&reader, "POST", "/api/v1/admin/cases", &body).status, 403);
}
