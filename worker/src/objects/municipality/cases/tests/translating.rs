//! Translations beside what was written: what is shown, to whom, and what takes them away.

use serde_json::{Value, json};
use shared::{
    case::TextRole,
    text::Language,
    wire::{admin::CaseDetail, public::InitiativeView},
};

use super::{Office, ROOT, erasing::is_found, follow_post, proposal};

fn in_english() -> Office {
    let mut sent = proposal();
    sent["language"] = "en".into();
    sent["draft"]["what"] = "More light at the entrance".into();
    sent["draft"]["why"] = "It is dark there.".into();
    sent["draft"]["weDo"] = "".into();
    Office::receiving(&sent)
}

/// Puts words beside the first text of this role.
fn beside(detail: &CaseDetail, role: TextRole, words: &str) -> Value {
    let of = &detail.to_translate.iter().find(|text| text.role == role).unwrap().id;
    json!({ "translations": [{ "of": of, "text": words }] })
}

#[test]
fn both_are_shown_and_the_original_stays() {
    let office = in_english();
    let detail = office.detail();
    assert_eq!(detail.to_translate.len(), 2);
    let detail = office.must(&office.wil, "/translations", beside(&detail, TextRole::What, "Meer licht bij de ingang"));
    assert_eq!(detail.what, "More light at the entrance");
    for words in ["entrance", "ingang"] {
        assert_eq!(office.search(&office.wil, &format!("words={words}")).len(), 1, "{words}");
    }
    assert_eq!(detail.translation.as_ref().unwrap().what.as_deref(), Some("Meer licht bij de ingang"));
    assert_eq!(detail.translation.unwrap().why, None);
    // The same again is no news.
    let again = beside(&office.detail(), TextRole::What, "Meer licht bij de ingang ");
    assert_eq!(office.act(&office.wil, "/translations", again).problem().code, "nothingTranslated");

    office.must(
        &office.wil,
        "/updates",
        json!({ "weDo": "Wij hangen een lamp op.", "youDo": "U kijkt of het helpt." }),
    );
    let detail =
        office.must(&office.wil, "/translations", beside(&office.detail(), TextRole::PartnerDoes, "We put up a lamp."));
    let entry = detail.timeline.iter().find(|entry| entry.parts.is_some()).unwrap();
    let translated = entry.translation.as_ref().unwrap();
    assert_eq!(translated.language, Language::En);
    assert_eq!(translated.parts.as_ref().unwrap().we_do.as_deref(), Some("We put up a lamp."));
    assert_eq!(entry.parts.as_ref().unwrap().we_do.as_deref(), Some("Wij hangen een lamp op."));

    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    office.must(&office.wil, "/translations", beside(&office.detail(), TextRole::Question, "At which entrance?"));
    let followed = office.followed();
    assert_eq!(followed.what, "More light at the entrance");
    assert_eq!(followed.translation.unwrap().what.as_deref(), Some("Meer licht bij de ingang"));
    let question = followed.question.unwrap();
    assert_eq!(
        (question.text.as_str(), question.translation.unwrap().text.as_str()),
        ("Bij welke ingang?", "At which entrance?")
    );
    assert!(followed.timeline.iter().any(|entry| entry.translation.as_ref().is_some_and(|one| one.parts.is_some())));

    office.must(&office.sanne, "/publication", json!({}));
    let public = || office.installation.get(&format!("{ROOT}/initiatives/{}", office.case_id)).json::<InitiativeView>();
    let shown = public();
    assert_eq!(shown.what, "More light at the entrance");
    assert_eq!(shown.translation.unwrap().what.as_deref(), Some("Meer licht bij de ingang"));
    assert!(shown.timeline.iter().all(|entry| entry.translation.is_none()), "what was between the two stays there");
}

#[test]
fn who_does_not_work_on_it_translates_nothing() {
    let office = in_english();
    let body = beside(&office.detail(), TextRole::What, "Meer licht");
    assert_eq!(office.act(&office.piet, "/translations", body.clone()).status, 404);
    let mut strange = body;
    strange["translations"][0]["of"] = "iets-anders".into();
    assert_eq!(office.act(&office.wil, "/translations", strange).problem().code, "textGone");
    let dutch = Office::new();
    assert!(dutch.detail().to_translate.is_empty());
    let none = json!({ "translations": [] });
    assert_eq!(dutch.act(&dutch.wil, "/translations", none).problem().code, "nothingToTranslate");
}

#[test]
fn redaction_and_erasure_reach_the_translation() {
    let office = in_english();
    office.must(&office.wil, "/translations", beside(&office.detail(), TextRole::What, "Eerste vertaling"));
    office.must(&office.wil, "/translations", beside(&office.detail(), TextRole::What, "Tweede vertaling"));
    office.must(&office.sanne, "/redaction", json!({ "what": "Light at a door", "reason": "Er stond een naam in." }));
    assert!(!is_found(&office, "Eerste vertaling") && !is_found(&office, "Tweede vertaling"));
    assert_eq!(office.detail().translation, None);
    assert_eq!(office.followed().translation, None);

    // What is translated then is what everybody reads.
    let detail = office.detail();
    assert_eq!(detail.to_translate[0].original, "Light at a door");
    office.must(&office.wil, "/translations", beside(&detail, TextRole::What, "Licht bij een deur"));
    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    office.must(&office.wil, "/translations", beside(&office.detail(), TextRole::Question, "At which entrance?"));
    let question = office.followed().question.unwrap().id;
    let answer = json!({ "questionId": question, "text": "At my mother's" });
    assert_eq!(follow_post(&office.installation, "answers", "a", &answer).status, 200);
    office.must(&office.wil, "/translations", beside(&office.detail(), TextRole::Answer, "Bij mijn moeder"));
    office.must(&office.sanne, "/erasure", json!({ "reason": "De bewoner vroeg erom." }));
    for words in ["Licht bij een deur", "Bij mijn moeder", "Light at a door", "At my mother's"] {
        assert!(!is_found(&office, words), "{words}");
    }
    assert!(is_found(&office, "At which entrance?"), "what officials wrote stays, and its translation with it");
    office.must(&office.sanne, "/erasure", json!({ "reason": "Alles.", "everything": true }));
    assert!(!is_found(&office, "At which entrance?"));
}

#[test]
fn a_translation_that_accuses_reaches_the_coordinator_first_and_the_public_never() {
    let office = in_english();
    office.must(&office.sanne, "/publication", json!({}));
    let accuses = beside(&office.detail(), TextRole::Why, "Mijn buurman dealt drugs.");
    let detail = office.must(&office.wil, "/translations", accuses);
    assert!(detail.summary.held && !detail.public);
    assert_eq!(office.read(&office.wil).status, 404);
    office.must(&office.sanne, "/review-release", json!({}));
    assert_eq!(office.act(&office.sanne, "/publication", json!({})).problem().code, "textAccuses");
    // Rewritten, it may.
    office.must(
        &office.sanne,
        "/redaction",
        json!({ "why": "There is dealing going on.", "reason": "Er stond een naam in." }),
    );
    assert_eq!(office.act(&office.sanne, "/publication", json!({})).status, 200);
}

/// Many write in their own language on the Dutch page: who has the case says so, and everybody reads it marked as such.
#[test]
fn a_text_from_the_dutch_page_is_marked_as_in_its_own_language() {
    let mut sent = proposal();
    sent["draft"]["what"] = "More light at the entrance".into();
    let office = Office::receiving(&sent);
    office.must(&office.sanne, "/publication", json!({}));
    assert_eq!(office.detail().language, Language::Nl);
    assert_eq!(office.act(&office.piet, "/language", json!({ "language": "en" })).status, 404);
    let detail = office.must(&office.wil, "/language", json!({ "language": "en" }));
    assert_eq!((detail.language, detail.to_translate.is_empty()), (Language::En, false));
    assert_eq!(office.act(&office.wil, "/language", json!({ "language": "en" })).problem().code, "sameLanguage");
    office.must(&office.wil, "/translations", beside(&detail, TextRole::What, "Meer licht bij de ingang"));
    let followed = office.followed();
    assert_eq!((followed.language, followed.translation.is_some()), (Language::En, true));
    let shown: InitiativeView = office.installation.get(&format!("{ROOT}/initiatives/{}", office.case_id)).json();
    assert_eq!((shown.summary.language, shown.translation.is_some()), (Language::En, true));
}
