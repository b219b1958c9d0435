//! From the list to the conclusion.

use serde_json::{Value, json};
use shared::{
    case::{Outcome, PublicStatus},
    wire::{
        admin::{CaseAction, CaseDetail, CaseEntryKind, EntryActor},
        public::{FollowView, RouteView, TimelineKind},
    },
};

use super::{Office, follow_post, proposal, with};
use crate::testing::small_file;

#[test]
fn a_partner_sees_its_own_cases_and_those_offered_to_it() {
    let office = Office::new();
    assert_eq!(office.list(&office.wil, "mine").len(), 1);
    assert_eq!(office.list(&office.piet, "mine").len(), 0);
    assert_eq!(office.list(&office.sanne, "mine").len(), 0);
    let all = office.list(&office.sanne, "all");
    assert_eq!((all[0].title.as_str(), all[0].area.as_str()), ("Meer licht bij de ingang", "Lindenflat"));
    assert_eq!(all[0].promise.map(|date| date.to_string()).as_deref(), Some("2026-03-16"));
    for scope in ["all", "held"] {
        let path = format!("/api/v1/admin/cases?scope={scope}");
        assert_eq!(office.installation.official(&office.wil, "GET", &path, &Value::Null).status, 403, "{scope}");
    }
    // The municipality supports: it reads, notes and proposes.
    let detail: CaseDetail = office.read(&office.bram).json();
    assert_eq!(
        (detail.actions, detail.reason.as_str()),
        (vec![CaseAction::ProposeUpdate, CaseAction::AddNote, CaseAction::AddTask], "omdat het in Lindenflat is")
    );
    assert_eq!(office.list(&office.bram, "supporting").len(), 1);
    assert_eq!(office.list(&office.wil, "supporting").len(), 0);
    assert_eq!(office.read(&office.piet).status, 404);
    office.offer(&office.wil, "politie");
    assert_eq!(office.list(&office.piet, "mine").len(), 1);
    let detail: CaseDetail = office.read(&office.piet).json();
    assert_eq!(detail.actions, [CaseAction::ReplyToHandover]);
}

#[test]
fn foreign_and_nonexistent_look_the_same_whatever_is_tried() {
    let office = Office::new();
    let mut file = small_file();
    file.settings.name = "Elders".into();
    assert_eq!(office.installation.load("elders", &file).status, 201);
    let stranger = office.installation.sign_in("elders", "sanne");
    let foreign = format!("/api/v1/admin/cases/{}", office.case_id);
    let nowhere = "/api/v1/admin/cases/00000000000000000000000000";
    for who in [&office.piet, &stranger] {
        for (method, tail, body) in [
            ("GET", "", Value::Null),
            ("POST", "/updates", json!({ "version": 1, "text": "Wij horen hier niets te kunnen." })),
            ("POST", "/conclusion", json!({ "version": 1, "outcome": { "kind": "notDone" }, "text": "Dit kan niet." })),
            ("POST", "/handovers/abc/reply", json!({ "version": 1, "accept": true })),
        ] {
            let there = office.installation.official(who, method, &format!("{foreign}{tail}"), &body);
            let nowhere = office.installation.official(who, method, &format!("{nowhere}{tail}"), &body);
            assert_eq!(there.status, 404, "{method} {tail}: {}", there.text());
            assert_eq!(there.body, nowhere.body, "{method} {tail}");
        }
    }
    assert!(office.list(&stranger, "all").is_empty());
    let path = "/api/v1/municipalities/elders/followed-case";
    let request = crate::testing::json("GET", path, &Value::Null).header("follow-key", super::KEY);
    assert_eq!(office.installation.send(request.body("".into()).unwrap()).status, 404);
    assert_eq!(office.detail().version, 1);
}

#[test]
fn news_keeps_the_promise_and_the_resident_reads_it() {
    let office = Office::new();
    let detail = office.must(&office.wil, "/updates", json!({ "text": "De lampen zijn besteld." }));
    // Twenty working days, with Good Friday and Easter Monday still to come.
    assert_eq!(detail.summary.promise.map(|date| date.to_string()).as_deref(), Some("2026-03-30"));
    let dated = json!({ "text": "Ze komen morgen.", "nextNewsBy": "2026-03-20" });
    office.must(&office.wil, "/updates", dated);
    let followed = office.followed();
    assert_eq!(followed.status, PublicStatus::WithPartner);
    let news = &followed.timeline[1];
    assert_eq!((news.by.as_deref(), &news.what), (Some("Woonstad (woningcorporatie)"), &TimelineKind::Update));
    assert_eq!(news.text.as_deref(), Some("De lampen zijn besteld."));
    let late = office.act(&office.wil, "/updates", json!({ "text": "Ooit.", "nextNewsBy": "2026-03-02" }));
    assert_eq!(late.status, 400);
    assert_eq!(late.problem().faults[0].fault.field, "nextNewsBy");
    assert_eq!(office.act(&office.wil, "/updates", json!({ "text": " " })).status, 400);
}

#[test]
fn an_act_on_a_version_that_has_passed_is_refused() {
    let office = Office::new();
    let version = office.detail().version;
    office.must(&office.wil, "/updates", json!({ "text": "De lampen zijn besteld." }));
    let body = json!({ "version": version, "text": "Ik wist niet dat er al nieuws was." });
    let late = office.installation.official(&office.wil, "POST", &office.path("/updates"), &body);
    assert_eq!((late.status.as_u16(), late.problem().code.as_str()), (409, "caseChanged"));
    assert_eq!(office.kinds().iter().filter(|kind| **kind == CaseEntryKind::Update).count(), 1);
}

#[test]
fn only_who_has_it_acts_and_is_told_so() {
    let office = Office::new();
    let supporting = office.act(&office.bram, "/updates", json!({ "text": "Wij ook." }));
    assert_eq!((supporting.status.as_u16(), supporting.problem().code.as_str()), (403, "caseNotYours"));
    for (tail, body) in [
        ("/publication", json!({})),
        ("/hiding", json!({ "reason": "Iemand was te herkennen." })),
        ("/review-release", json!({})),
    ] {
        assert_eq!(office.act(&office.wil, tail, body).status, 403, "{tail}");
    }
    // The coordinator notes what Woonstad said by phone, and the resident sees it as such.
    office.must(&office.sanne, "/updates", json!({ "text": "Woonstad belde: de lampen komen." }));
    let noted = &office.followed().timeline[1];
    assert_eq!(noted.by.as_deref(), Some("Gemeente Kleinstad (gemeente)"));
    assert_eq!(noted.what, TimelineKind::RecordedFor { partner: "Woonstad (woningcorporatie)".into() });
}

#[test]
fn a_question_is_answered_by_the_resident() {
    let office = Office::new();
    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    assert!(office.list(&office.wil, "mine")[0].waiting_for_resident);
    let followed = office.followed();
    assert_eq!(followed.status, PublicStatus::QuestionForYou);
    let question = followed.question.unwrap();
    assert_eq!((question.text.as_str(), question.from.as_str()), ("Bij welke ingang?", "Woonstad (woningcorporatie)"));
    assert_eq!(question.answer_until.to_string(), "2026-03-16");

    let body = json!({ "questionId": question.id, "text": "De achteringang." });
    let answer = follow_post(&office.installation, "answers", "a", &body);
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json::<FollowView>().question, None);
    assert_eq!(follow_post(&office.installation, "answers", "a", &body).status, 200);
    let twice = follow_post(&office.installation, "answers", "b", &body);
    assert_eq!((twice.status.as_u16(), twice.problem().code.as_str()), (409, "questionGone"));
    let answers: Vec<_> =
        office.detail().timeline.into_iter().filter(|entry| entry.what == CaseEntryKind::Answer).collect();
    assert_eq!(answers.len(), 1);
    assert_eq!((answers[0].text.as_deref(), &answers[0].by), (Some("De achteringang."), &EntryActor::Resident));
}

#[test]
fn without_an_answer_the_partner_goes_on_after_fourteen_days() {
    let mut office = Office::new();
    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    office.wait(14);
    assert_eq!(office.followed().status, PublicStatus::QuestionForYou, "the last day is not over");
    office.wait(1);
    assert_eq!(office.followed().status, PublicStatus::WithPartner);
    assert!(office.kinds().contains(&CaseEntryKind::AnswerTermPassed));
}

#[test]
fn after_two_refusals_the_coordinator_owns_it_and_the_resident_sees_no_quarrel() {
    let office = Office::new();
    let first = office.offer(&office.wil, "politie");
    assert_eq!(office.followed().asked_to_take_over.as_deref(), Some("Politie Kleinstad (politie)"));
    let declined = office.reply(&office.piet, &first, false);
    // Whoever declines has nothing more to do with it.
    assert_eq!(declined.status, 200, "{}", declined.text());
    assert_eq!(office.read(&office.piet).status, 404);
    assert_eq!(office.detail().refusals, 1);
    let second = office.offer(&office.wil, "politie");
    assert_eq!(office.reply(&office.piet, &first, false).status, 409, "the first offer has been answered");
    assert_eq!(office.reply(&office.piet, &second, false).status, 200);

    let followed = office.followed();
    assert_eq!(followed.owner, "Gemeente Kleinstad (gemeente)");
    let seen: Vec<_> = followed.timeline.iter().map(|entry| &entry.what).collect();
    assert!(matches!(
        seen[..],
        [
            TimelineKind::Received { .. },
            TimelineKind::HandoverOffered { .. },
            TimelineKind::HandoverOffered { .. },
            TimelineKind::OwnerChanged { .. }
        ]
    ));
    assert!(followed.timeline.iter().all(|entry| entry.text.is_none()), "reasons are between partners");
    assert_eq!(office.list(&office.sanne, "mine").len(), 1);
    assert_eq!(office.read(&office.wil).status, 404);
    let told = super::storing::outbox(&office.installation);
    assert!(told.contains(&("case-returned".into(), json!({ "kind": "coordinators" }))), "{told:?}");
}

#[test]
fn another_partner_accepts_or_lets_the_term_pass() {
    let mut office = Office::new();
    let offer = office.offer(&office.wil, "politie");
    assert_eq!(office.reply(&office.wil, &offer, true).status, 403, "nobody gives a case away");
    assert_eq!(office.reply(&office.piet, &offer, true).status, 200);
    assert_eq!(office.followed().owner, "Politie Kleinstad (politie)");
    let offer = office.offer(&office.piet, "woonstad");
    office.must(&office.piet, &format!("/handovers/{offer}/withdrawal"), json!({}));
    assert_eq!(office.detail().refusals, 0, "an offer that is withdrawn is no refusal");
    office.offer(&office.piet, "woonstad");
    // Five working days from Monday.
    office.wait(7);
    assert!(office.detail().handover.is_some(), "the last day is not over");
    office.wait(1);
    let detail = office.detail();
    assert_eq!((detail.handover, detail.refusals), (None, 1));
    assert_eq!(office.followed().owner, "Politie Kleinstad (politie)");
    let unavailable = office.act(&office.piet, "/handovers", json!({ "to": "nergens", "reason": "Voor u." }));
    assert_eq!((unavailable.status.as_u16(), unavailable.problem().faults.len()), (400, 1));
    let own = office.act(&office.piet, "/handovers", json!({ "to": "politie", "reason": "Voor u." }));
    assert_eq!(own.problem().code, "handoverToOwner");
}

#[test]
fn a_conclusion_says_something_and_is_the_end() {
    let office = Office::new();
    for (text, status) in [("", 400), ("Zie boven.", 400), ("De lampen hangen er.", 200)] {
        let body = json!({ "outcome": { "kind": "realised" }, "text": text });
        assert_eq!(office.act(&office.wil, "/conclusion", body).status, status, "{text}");
    }
    let followed = office.followed();
    assert_eq!(
        (followed.status, followed.outcome, followed.promise),
        (PublicStatus::Done, Some(Outcome::Realised), None)
    );
    assert_eq!(followed.timeline.last().unwrap().text.as_deref(), Some("De lampen hangen er."));
    let after = office.act(&office.wil, "/updates", json!({ "text": "Nog iets." }));
    assert_eq!((after.status.as_u16(), after.problem().code.as_str()), (409, "caseEnded"));
    assert_eq!(office.list(&office.wil, "ended").len(), 1);
    assert!(office.list(&office.wil, "mine").is_empty());
}

#[test]
fn the_owner_is_reminded_and_the_coordinator_told_also_after_a_long_silence() {
    let mut office = Office::new();
    // The promise is for Monday 16 March; Friday the 13th is the working day before.
    office.wait(10);
    assert!(!office.kinds().contains(&CaseEntryKind::Reminded));
    office.wait(1);
    assert!(office.kinds().contains(&CaseEntryKind::Reminded));
    office.wait(5);
    assert!(office.followed().overdue);
    assert!(!office.detail().summary.escalated, "two working days have not passed");
    office.wait(1);
    assert!(office.detail().summary.escalated);
    office.wait(400);
    let kinds = office.kinds();
    assert_eq!(kinds.iter().filter(|kind| **kind == CaseEntryKind::Reminded).count(), 1);
    assert_eq!(kinds.iter().filter(|kind| **kind == CaseEntryKind::Escalated).count(), 1);

    let mut office = Office::new();
    office.wait(400);
    assert_eq!(office.kinds()[1..], [CaseEntryKind::Reminded, CaseEntryKind::Escalated]);
    let told: Vec<String> =
        super::storing::outbox(&office.installation).into_iter().map(|(template, _)| template).collect();
    assert_eq!(told.iter().filter(|template| *template == "promise-broken").count(), 2, "coordinator and owner");
}

#[test]
fn officials_see_the_route_before_entering() {
    let office = Office::new();
    let path = "/api/v1/admin/routes?areaId=noord&topicId=veiligheid&kind=notice&lang=nl";
    let route: RouteView = office.installation.official(&office.bram, "GET", path, &Value::Null).json();
    assert_eq!(
        (route.partner.as_str(), route.reason.as_str()),
        ("Politie Kleinstad (politie)", "omdat het over veiligheid gaat")
    );
    assert_eq!(office.installation.get(path).status, 401);
}

#[test]
fn what_is_retired_keeps_its_name() {
    let office = Office::receiving(&with(proposal(), "areaId", "lindenflat"));
    let mut file = small_file();
    file.areas.retain(|area| area.id.as_str() != "lindenflat");
    file.topics.retain(|topic| topic.id.as_str() != "verlichting");
    file.rules.remove(0);
    assert_eq!(office.installation.load("kleinstad", &file).status, 200);
    let followed = office.followed();
    assert_eq!((followed.area.as_str(), followed.topic.unwrap().text.as_str()), ("Lindenflat", "Straatverlichting"));
    assert_eq!(followed.reason, "omdat het in Lindenflat is", "later rules do not rewrite history");
}
