//! What protects people: telling of a threat, changing or erasing an address, and rewriting a text.

use serde_json::{Value, json};
use shared::wire::public::FollowView;

use super::{KEY, Office, ROOT, follow_post, proposal, with};
use crate::testing::{Answer, json as request};

fn change_contact(office: &Office, body: &Value) -> Answer {
    let path = format!("{ROOT}/followed-case/contact?lang=nl");
    let request = request("PUT", &path, body).header("follow-key", KEY);
    office.installation.send(request.body(body.to_string().into()).unwrap())
}

#[test]
fn a_threat_reaches_the_coordinator_alone_and_takes_the_idea_out_of_public() {
    let office = Office::new();
    office.must(&office.sanne, "/publication", json!({}));
    let body = json!({ "text": "Mijn ramen zijn ingegooid." });
    let view: FollowView = follow_post(&office.installation, "threats", "a", &body).json();
    assert!(view.threatened && !view.public);
    // Pressed twice, told once.
    assert_eq!(follow_post(&office.installation, "threats", "a", &body).status, 200);
    let told = |who: &str| office.read(who).text().contains("ingegooid");
    assert!(told(&office.sanne));
    assert!(!told(&office.wil) && !told(&office.bram), "only coordinators read of a threat");
    assert!(office.detail().summary.threatened);
    assert!(!office.list(&office.wil, "mine")[0].threatened);
    assert_eq!(office.list(&office.sanne, "held").len(), 1);
    assert_eq!(office.act(&office.sanne, "/publication", json!({})).status, 409);
    assert_eq!(office.act(&office.wil, "/threat-care", json!({})).status, 403);
    office.must(&office.sanne, "/threat-care", json!({}));
    assert!(office.list(&office.sanne, "held").is_empty());
    assert!(!office.followed().threatened);
}

#[test]
fn an_address_is_changed_or_erased_at_once() {
    let office = Office::new();
    assert!(office.followed().has_email);
    let refused = change_contact(&office, &json!({ "email": "geen adres" }));
    assert_eq!((refused.status.as_u16(), refused.problem().faults[0].fault.field.as_str()), (400, "email"));
    assert!(office.followed().has_email, "the old one stays");
    assert_eq!(change_contact(&office, &json!({ "email": "nieuw@voorbeeld.nl" })).status, 200);
    let erased: FollowView = change_contact(&office, &json!({})).json();
    assert!(!erased.has_email);
    let again: FollowView = change_contact(&office, &json!({ "email": "weer@voorbeeld.nl" })).json();
    assert!(again.has_email);
}

#[test]
fn a_text_that_names_somebody_is_rewritten_before_anybody_else_reads_it() {
    let accusing = with(proposal(), "what", "Mijn buurman Karel van nummer 12 is een dealer");
    let office = Office::receiving(&accusing);
    assert_eq!(office.read(&office.wil).status, 404, "held");
    let plain = "Er is veel onrust bij de ingang";
    assert_eq!(
        office.act(&office.wil, "/redaction", json!({ "what": plain, "reason": "Er stond een naam in." })).status,
        403
    );
    let unchanged =
        json!({ "what": "Mijn buurman Karel van nummer 12 is een dealer", "reason": "Er stond een naam in." });
    assert_eq!(office.act(&office.sanne, "/redaction", unchanged).status, 409);
    let detail = office.must(&office.sanne, "/redaction", json!({ "what": plain, "reason": "Er stond een naam in." }));
    assert_eq!(detail.what, plain);
    assert_eq!(detail.originals, ["Mijn buurman Karel van nummer 12 is een dealer"]);
    office.must(&office.sanne, "/review-release", json!({}));
    let seen = office.read(&office.wil);
    assert_eq!(seen.status, 200);
    assert!(!seen.text().contains("Karel"), "{}", seen.text());
    assert_eq!(office.list(&office.wil, "mine")[0].title, plain);
    // Now it can become public, and the resident still reads what they wrote.
    office.must(&office.sanne, "/publication", json!({}));
    let initiatives = office.installation.get(&format!("{ROOT}/initiatives")).text();
    assert!(initiatives.contains(plain) && !initiatives.contains("Karel"), "{initiatives}");
    assert!(office.followed().what.contains("Karel"));
}

/// An answer is held as an idea is: nobody but a coordinator reads an accusation, the original stays, and the resident
/// is told why others read something else.
#[test]
fn an_answer_that_accuses_is_held_and_rewritten_with_a_reason() {
    const ACCUSING: &str = "Bij de ingang. Mijn buurman Karel is een dealer.";
    let office = Office::new();
    office.must(&office.wil, "/questions", json!({ "text": "Bij welke ingang?" }));
    let question = office.followed().question.unwrap().id;
    let answer = json!({ "questionId": question, "text": ACCUSING });
    assert_eq!(follow_post(&office.installation, "answers", "a", &answer).status, 200);
    assert_eq!(office.read(&office.wil).status, 404, "the owner waits until it has been read");
    assert_eq!(office.list(&office.sanne, "held").len(), 1);
    let told = super::storing::outbox(&office.installation);
    assert!(told.iter().any(|(template, _)| template == "review-needed"), "{told:?}");
    let detail = office.detail();
    assert_eq!(detail.written_later.len(), 1);
    let redaction = json!({
        "later": [{ "of": detail.written_later[0].id, "text": "Bij de ingang." }],
        "reason": "Er stond in wie het was."
    });
    let detail = office.must(&office.sanne, "/redaction", redaction);
    assert_eq!(
        (detail.written_later[0].text.as_str(), detail.originals.as_slice()),
        ("Bij de ingang.", [ACCUSING.to_owned()].as_slice())
    );
    office.must(&office.sanne, "/review-release", json!({}));
    let seen = office.read(&office.wil).text();
    assert!(seen.contains("Bij de ingang.") && !seen.contains("Karel"), "{seen}");
    let followed = office.followed();
    let texts: Vec<&str> = followed.timeline.iter().filter_map(|entry| entry.text.as_deref()).collect();
    assert!(texts.contains(&ACCUSING) && texts.contains(&"Er stond in wie het was."), "{texts:?}");
    // The next one that accuses is held again: what was released is what had been read.
    office.must(
        &office.wil,
        "/conclusion",
        json!({ "outcome": { "kind": "notDone" }, "text": "Er is geen geld voor." }),
    );
    let rating = json!({ "helped": false, "reason": "Karel Jansen dealt daar nog steeds." });
    assert_eq!(follow_post(&office.installation, "rating", "r", &rating).status, 200);
    assert_eq!(office.read(&office.wil).status, 404);
    assert_eq!(office.detail().written_later.len(), 2);
}

/// The page points it out once, keeps what was typed, and refuses nothing; with script and without it is the same form.
#[test]
fn an_answer_that_gives_somebody_away_is_pointed_out_once() {
    let office = Office::new();
    office.must(&office.wil, "/questions", json!({ "text": "Wie helpt u?" }));
    let question = office.followed().question.unwrap().id;
    let send = |more: &str| {
        let body = format!("followKey={KEY}&move=answer&questionId={question}&text=Fatima+El+Amrani+helpt+mij.{more}");
        office.installation.post_form("/kleinstad/nl/volgen", &body)
    };
    let page = send("");
    assert!(page.status == 200 && page.text().contains("Stuur het nog eens"), "{}", page.text());
    assert!(page.text().contains("Fatima El Amrani helpt mij.</textarea>"), "{}", page.text());
    assert!(page.text().contains("name=\"gezien\"") && office.followed().question.is_some());
    assert_eq!(send("&gezien=yes").status, 200);
    assert!(office.followed().question.is_none(), "taken");
    assert_eq!(office.read(&office.wil).status, 200, "a name alone holds nothing");
}
