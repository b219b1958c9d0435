//! Cases that go on under another number, and what was no idea, as people see it.

use serde_json::{Value, json};
use shared::{
    case::PublicStatus,
    wire::{
        admin::CaseEntryKind,
        public::{FollowView, ProposalReceipt, TimelineKind},
    },
};

use super::{KEY, OTHER_KEY, Office, ROOT, follow, proposal, with};

/// A second case, of another resident, in the same flat.
pub(super) fn second(office: &Office) -> ProposalReceipt {
    let mut body = with(with(proposal(), "what", "Een lamp bij de fietsen"), "email", "ander@voorbeeld.nl");
    body["followKey"] = OTHER_KEY.into();
    let answer = office.installation.post(&format!("{ROOT}/proposals"), "second", &body);
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.json()
}

pub(super) fn merge(number: &str) -> Value {
    json!({ "outcome": { "kind": "merged", "into": number }, "text": "Uw buren vroegen hetzelfde. Wij doen het in één keer." })
}

fn the_other(office: &Office) -> FollowView {
    follow(&office.installation, OTHER_KEY).json()
}

#[test]
fn the_resident_follows_on_and_reads_nothing_of_the_other() {
    let office = Office::new();
    let other = second(&office);
    let detail = office.must(&office.wil, "/conclusion", merge(&other.number));
    let into = detail.merged_into.unwrap();
    assert_eq!((into.number.as_str(), into.title.as_str()), ("2026-0002", "Een lamp bij de fietsen"));
    assert_eq!(office.list(&office.wil, "ended")[0].merged_into.as_deref(), Some("2026-0002"));
    let followed = follow(&office.installation, KEY);
    let text = followed.text();
    let view: FollowView = followed.json();
    let merged = view.merged_into.unwrap();
    assert_eq!((view.status, merged.number.as_str()), (PublicStatus::Merged, "2026-0002"));
    assert_eq!((merged.status, merged.initiative), (PublicStatus::Received, None));
    assert!(!text.contains("fietsen") && !text.contains("ander@") && !text.contains(other.case_id.as_str()), "{text}");
    // The page of the other, as soon as everybody can see it.
    let path = format!("/api/v1/admin/cases/{}", other.case_id);
    let act = |tail: &str, mut body: Value, version: u64| {
        body["version"] = version.into();
        let answer = office.installation.official(&office.sanne, "POST", &format!("{path}{tail}"), &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
    };
    act("/publication", json!({}), 1);
    assert_eq!(office.followed().merged_into.unwrap().initiative, Some(other.case_id.clone()));
    // The other resident is not told of the first one.
    assert!(the_other(&office).merged_into.is_none());
    let told = || {
        let all = super::storing::outbox(&office.installation);
        all.into_iter().filter(|(template, _)| template == "merged-news").count()
    };
    assert_eq!(told(), 0);
    act("/conclusion", json!({ "outcome": { "kind": "realised" }, "text": "De lamp hangt." }), 2);
    assert_eq!(told(), 1);
    assert_eq!(office.followed().merged_into.unwrap().status, PublicStatus::Done);
}

#[test]
fn merging_needs_a_case_that_is_there_for_this_official() {
    let office = Office::new();
    let refused = |who: &str, number: &str| office.act(who, "/conclusion", merge(number)).problem().code;
    assert_eq!(refused(&office.wil, "2026-0001"), "mergedIntoItself");
    assert_eq!(refused(&office.wil, "2026-0009"), "caseUnknown");
    // A case of another partner does not exist for this one, and does for the coordinator.
    let mut body = with(with(proposal(), "topicId", "veiligheid"), "areaId", "de-haven");
    body["followKey"] = OTHER_KEY.into();
    let answer = office.installation.post(&format!("{ROOT}/proposals"), "second", &body);
    assert_eq!(answer.status, 201, "{}", answer.text());
    assert_eq!(refused(&office.wil, "2026-0002"), "caseUnknown");
    assert_eq!(office.act(&office.wil, "/conclusion", merge("2026-2")).status, 400);
    office.must(&office.sanne, "/conclusion", merge("2026-0002"));
    assert_eq!(office.detail().summary.status, PublicStatus::Merged);
}

#[test]
fn a_report_is_passed_on_with_its_number_and_we_still_tell_of_it() {
    let office = Office::new();
    let report = json!({
        "nature": "report", "to": "Meldpunt openbare ruimte", "reference": "M-2026-17",
        "text": "De lamp is stuk. Het meldpunt maakt hem. Wij vertellen u wanneer dat is gebeurd."
    });
    let detail = office.must(&office.wil, "/passing-on", report);
    assert_eq!(detail.summary.status, PublicStatus::WithPartner);
    assert!(detail.summary.promise.is_some());
    assert!(matches!(&detail.timeline[1].what, CaseEntryKind::PassedOn { reference: Some(number), .. }
        if number == "M-2026-17"));
    let view = office.followed();
    let passed = view.passed_on.unwrap();
    assert_eq!((passed.to.as_str(), passed.reference.as_deref()), ("Meldpunt openbare ruimte", Some("M-2026-17")));
    assert!(matches!(view.timeline[1].what, TimelineKind::PassedOn { .. }));
    assert!(view.promise.is_some() && view.outcome.is_none());
}

#[test]
fn an_objection_keeps_the_day_on_which_it_came_in() {
    let mut office = Office::new();
    let received = office.followed().received_on;
    office.wait(3);
    let objection =
        json!({ "nature": "objection", "to": "Team bezwaar", "text": "Dit is een bezwaar tegen een besluit." });
    office.must(&office.wil, "/passing-on", objection.clone());
    let view = office.followed();
    let passed = view.passed_on.unwrap();
    assert_eq!((view.status, passed.received_on, view.promise), (PublicStatus::PassedOn, received, None));
    assert!(passed.on > passed.received_on);
    assert_eq!(passed.answer_by, None, "the law counts from a day that nobody here knows");
    assert_eq!(office.act(&office.wil, "/passing-on", objection).status, 409);
    let office = Office::new();
    let past =
        json!({ "nature": "objection", "to": "Team bezwaar", "answerBy": "2020-01-01", "text": "Dit is een bezwaar." });
    assert_eq!(office.act(&office.wil, "/passing-on", past).problem().faults[0].fault.field, "answerBy");
    let empty = json!({ "nature": "complaint", "to": "Klachten", "text": "Zie boven." });
    let problem = office.act(&office.wil, "/passing-on", empty).problem();
    assert_eq!(problem.faults[0].fault.field, "text");
}

/// What an official wrote to the resident before the idea was public was not written for everybody.
#[test]
fn making_an_idea_public_shows_nothing_that_was_written_to_the_resident_before() {
    let office = Office::new();
    let public = || {
        let path = format!("{ROOT}/initiatives/{}?lang=nl", office.case_id);
        let answer = office.installation.get(&path);
        assert_eq!(answer.status, 200, "{}", answer.text());
        answer.text()
    };
    office.must(&office.wil, "/updates", json!({ "text": "Wij bellen u thuis over uw buurvrouw." }));
    office.must(&office.sanne, "/publication", json!({}));
    assert!(!public().contains("buurvrouw"), "{}", public());
    office.must(&office.wil, "/updates", json!({ "text": "De lampen zijn besteld." }));
    assert!(public().contains("De lampen zijn besteld.") && !public().contains("buurvrouw"));
    // Taken out and shown again: what stood there may have been the reason.
    office.must(&office.sanne, "/hiding", json!({}));
    office.must(
        &office.wil,
        "/conclusion",
        json!({ "outcome": { "kind": "realised" }, "text": "De lampen hangen er." }),
    );
    office.must(&office.sanne, "/publication", json!({}));
    let shown = public();
    assert!(!shown.contains("besteld") && !shown.contains("hangen er") && shown.contains("realised"), "{shown}");
    // The resident still reads everything.
    let texts: Vec<String> = office.followed().timeline.into_iter().filter_map(|entry| entry.text).collect();
    assert_eq!(texts.len(), 3, "{texts:?}");
}

/// Signalen keeps the handling message with each change, so that editing a category rewrites no history; here a ready
/// text is only a beginning.
#[test]
fn editing_or_removing_a_ready_text_later_rewrites_no_history() {
    const PATH: &str = "/api/v1/admin/standard-texts";
    let office = Office::new();
    let ali = office.installation.sign_in("kleinstad", "ali");
    let mut ready = json!({
        "version": 0, "title": "Lamp gemaakt", "ending": "realised", "language": "nl", "words": "De lamp is gemaakt."
    });
    let made = office.installation.official(&ali, "POST", PATH, &ready);
    let id = made.json::<shared::wire::standard_texts::StandardTextList>().texts[0].id.to_string();
    office.must(
        &office.wil,
        "/conclusion",
        json!({ "outcome": { "kind": "realised" }, "text": "De lamp is gemaakt." }),
    );
    let before = serde_json::to_value(office.followed()).unwrap();
    ready["version"] = 1.into();
    ready["words"] = "Dat hebben wij nooit gezegd.".into();
    assert_eq!(office.installation.official(&ali, "PUT", &format!("{PATH}/{id}"), &ready).status, 200);
    let removal = format!("{PATH}/{id}/removal");
    assert_eq!(office.installation.official(&ali, "POST", &removal, &json!({ "version": 2 })).status, 200);
    assert_eq!(serde_json::to_value(office.followed()).unwrap(), before);
}

#[test]
fn an_answer_says_what_we_do_what_you_do_and_what_we_ask() {
    let office = Office::new();
    assert_eq!(office.act(&office.wil, "/updates", json!({ "weDo": " " })).status, 400);
    let both = json!({ "text": "Nieuws.", "weDo": "Wij hangen een lamp op." });
    assert_eq!(office.act(&office.wil, "/updates", both).problem().faults[0].fault.field, "text");
    let parts = json!({ "weDo": "Wij hangen een lamp op.", "weAsk": "Wie heeft een ladder?" });
    let detail = office.must(&office.wil, "/updates", parts);
    let entry = detail.timeline.iter().find(|entry| entry.what == CaseEntryKind::Update).unwrap();
    let parts = entry.parts.clone().unwrap();
    assert_eq!(
        (parts.we_do.as_deref(), parts.you_do, entry.text.clone()),
        (Some("Wij hangen een lamp op."), None, None)
    );
    let followed = office.followed();
    let entry = followed.timeline.iter().find(|entry| entry.what == TimelineKind::Update).unwrap();
    assert_eq!(entry.parts.as_ref().unwrap().we_ask.as_deref(), Some("Wie heeft een ladder?"));
    // Every part goes when all is erased.
    office.must(&office.sanne, "/erasure", json!({ "everything": true, "reason": "Op verzoek." }));
    let followed = office.followed();
    let entry = followed.timeline.iter().find(|entry| entry.what == TimelineKind::Update).unwrap();
    assert_eq!(entry.parts.as_ref().unwrap().iter().count(), 0);
}
