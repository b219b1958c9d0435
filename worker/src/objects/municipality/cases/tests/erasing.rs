//! Words that go because somebody asks for it.

use serde_json::json;
use shared::{case::Case, ids::CaseId, wire::public::TimelineKind};

use super::{Office, ROOT, follow_post};
use crate::{
    objects::ObjectClass,
    store::{case as cases, case_list},
};

pub(super) fn is_found(office: &Office, words: &str) -> bool {
    let found = |sql: &crate::store::MemorySql| {
        let bytes = super::privacy::everything(sql);
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    };
    office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", found).unwrap()
}

#[test]
fn words_go_for_good_and_what_happened_stays() {
    let office = Office::new();
    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    let question = office.followed().question.unwrap().id;
    let answer = json!({ "questionId": question, "text": "Bij mijn zieke moeder voor de deur." });
    assert_eq!(follow_post(&office.installation, "answers", "a", &answer).status, 200);
    office.must(
        &office.sanne,
        "/redaction",
        json!({ "what": "Meer licht bij een deur", "reason": "Er stond een naam in." }),
    );
    office.must(&office.sanne, "/publication", json!({}));
    let before = office.detail();
    assert_eq!(office.act(&office.wil, "/erasure", json!({ "reason": "Mag dit?" })).status, 403);
    assert_eq!(office.act(&office.sanne, "/erasure", json!({ "reason": " " })).status, 400);
    let asked = json!({ "reason": "De bewoner belde en vroeg erom." });
    let detail = office.must(&office.sanne, "/erasure", asked.clone());
    for words in ["Meer licht", "zieke moeder", "Dan durven we", "Wij helpen met ophangen"] {
        assert!(!is_found(&office, words), "{words}");
    }
    assert!(is_found(&office, "Bij welke ingang?"), "what officials wrote stays unless it is asked for");
    assert_eq!((detail.what.as_str(), detail.why, detail.public), ("", None, false));
    assert_eq!(detail.timeline.len(), before.timeline.len() + 2);
    assert!(detail.originals.is_empty());
    let entry = detail.timeline.last().unwrap();
    assert_eq!(entry.text.as_deref(), Some("De bewoner belde en vroeg erom."));
    // Only coordinators read why.
    let read: shared::wire::admin::CaseDetail = office.read(&office.wil).json();
    assert_eq!(read.timeline.last().unwrap().text, None);
    let followed = office.followed();
    let last = followed.timeline.last().unwrap();
    assert_eq!((&last.what, last.text.as_deref()), (&TimelineKind::TextsErased, None));
    assert_eq!(office.installation.get(&format!("{ROOT}/initiatives/{}", office.case_id)).status, 404);
    // Once more there is nothing left, unless the officials' words go too.
    assert_eq!(office.act(&office.sanne, "/erasure", asked.clone()).problem().code, "nothingToErase");
    let everything = json!({ "reason": "Ook de vraag noemt haar.", "everything": true });
    office.must(&office.sanne, "/erasure", everything);
    assert!(!is_found(&office, "Bij welke ingang?") && is_found(&office, "vroeg erom"));
    let replayed = office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let id = CaseId::parse(&office.case_id).unwrap();
        let case = Case::replay(&cases::events(sql, &id).unwrap()).unwrap();
        let row = case_list::row(sql, &id).unwrap().unwrap();
        assert_eq!((&row.owner, row.status, row.promise), (case.owner(), case.status(), case.promise()));
    });
    replayed.unwrap();
    // Handling goes on.
    office.must(&office.wil, "/conclusion", json!({ "outcome": { "kind": "realised" }, "text": "De lamp hangt." }));
}
