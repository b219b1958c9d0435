//! What a resident can do for their own safety: tell of a threat, change or erase where messages go.

use serde_json::{Value, json};
use shared::wire::public::FollowView;

use super::{KEY, Office, ROOT, follow_post};
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
