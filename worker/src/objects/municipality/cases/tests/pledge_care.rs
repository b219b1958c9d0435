//! What goes with an offer to help: limits, the link that stops mail, telling of a threat, and the same over the API.

use serde_json::{Value, json};
use shared::{
    pledge::{MOST_A_DAY, MOST_PLEDGES, PledgeState},
    wire::{pledges::JoinedView, public::FollowView},
};

use super::{
    KEY, Office, ROOT,
    pledges::{HELPER, join, offer, press, public},
};
use crate::{
    auth::stop_token::{Purpose, make},
    objects::ObjectClass,
    store::Sql,
    testing::{Answer, json as json_request},
};

fn pledge(office: &Office, number: u32, email: &str) -> Answer {
    let path = format!("{ROOT}/initiatives/{}/pledges", office.case_id);
    let key = format!("{number:0>26}");
    let offer = json!({ "text": "Ik help", "email": email, "language": "nl", "followKey": key });
    office.installation.post(&path, &format!("n-{number}"), &offer)
}

fn rows(office: &Office, table: &'static str) -> usize {
    let count = move |sql: &crate::store::MemorySql| sql.query(&format!("SELECT 1 FROM {table}"), &[]).unwrap().len();
    office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", count).unwrap()
}

fn post(office: &Office, key: &str, path: &str, body: &Value) -> Answer {
    let write_key = format!("{}-{}", path.len(), body.to_string().len());
    let request = json_request("POST", &format!("{ROOT}/{path}"), body)
        .header("follow-key", key)
        .header("idempotency-key", write_key);
    office.installation.send(request.body(body.to_string().into()).unwrap())
}

#[test]
fn no_more_offers_come_in_than_anybody_can_answer() {
    let office = public();
    for number in 0..MOST_PLEDGES {
        if number > 0 && number % MOST_A_DAY == 0 {
            let full = pledge(&office, 900 + number, "");
            assert_eq!(full.status, 409);
            assert!(full.text().contains("pledgesFullToday") && full.text().contains("morgen"), "{}", full.text());
            office.installation.wait(24 * 3_600_000);
        }
        let answer = pledge(&office, number, "");
        assert_eq!(answer.status, 201, "{number}: {}", answer.text());
    }
    office.installation.wait(24 * 3_600_000);
    let full = pledge(&office, 999, "");
    assert_eq!(full.status, 409);
    assert!(full.text().contains("\"pledgesFull\"") && full.text().contains("genoeg aanbiedingen"), "{}", full.text());
    // By the form the same, with what was typed.
    let form = super::pledges::join_as(&office, HELPER, "Ik heb een ladder", "");
    assert_eq!(form.status, 409);
    assert!(form.text().contains("genoeg aanbiedingen") && form.text().contains("Ik heb een ladder"));
}

#[test]
fn an_address_gets_mail_about_an_initiative_once_and_nobody_learns_that_it_was_left_before() {
    let office = public();
    let first = pledge(&office, 1, "Helper@voorbeeld.nl");
    let second = pledge(&office, 2, "helper@voorbeeld.nl");
    let told = |answer: &Answer| answer.text().replace(&answer.json::<JoinedView>().pledge.id.to_string(), "");
    assert_eq!((first.status, told(&first)), (second.status, told(&second)), "the same answer");
    assert_eq!((office.followed().pledges.len(), rows(&office, "pledge_contact")), (2, 1));
    let outbox = super::storing::outbox(&office.installation);
    assert_eq!(outbox.iter().filter(|(template, _)| template == "pledge-received").count(), 1);
    // Also not after taking back, that day; on another it is forgotten.
    let key = format!("{:0>26}", 1);
    assert_eq!(post(&office, &key, "followed-pledge/withdrawal", &json!({})).status, 200);
    assert_eq!((rows(&office, "pledge_contact"), rows(&office, "pledge_address")), (0, 1));
    assert_eq!(pledge(&office, 3, "helper@voorbeeld.nl").status, 201);
    assert_eq!(rows(&office, "pledge_contact"), 0);
    office.installation.wait(48 * 3_600_000);
    assert_eq!(rows(&office, "pledge_address"), 0);
}

#[test]
fn a_link_in_the_mail_stops_mail_to_who_joins_and_opening_it_changes_nothing() {
    let office = public();
    join(&office);
    let id = offer(&office);
    let keys = &office.installation.edge.config().hash_keys;
    let proof = make(keys, Purpose::StopPledge, "kleinstad", &id).unwrap();
    let path = format!("/kleinstad/nl/meedoen-zonder-mail/{id}/{proof}");
    let shown = office.installation.get(&path);
    assert!(shown.status == 200 && shown.text().contains("Stop de berichten"));
    assert_eq!(rows(&office, "pledge_contact"), 1, "looking erases nothing");
    let case = make(keys, Purpose::StopMessages, "kleinstad", &id).unwrap();
    let wrong = format!("/kleinstad/nl/meedoen-zonder-mail/{id}/{case}");
    assert_eq!(office.installation.post_form(&wrong, "").status, 404);
    assert_eq!(rows(&office, "pledge_contact"), 1);
    for _ in 0..2 {
        assert_eq!(office.installation.post_form(&path, "").status, 200);
        assert_eq!(rows(&office, "pledge_contact"), 0);
    }
    assert_eq!(office.followed().pledges.len(), 1, "they still join");
    // Each mail has the link.
    let ali = office.installation.sign_in("kleinstad", "ali");
    let office = public();
    join(&office);
    let all: Value = office.installation.official(&ali, "GET", "/api/v1/admin/messages", &Value::Null).json();
    let mails = all["kept"].as_array().into_iter().flatten().filter(|message| message["kind"] == "pledge-received");
    for message in mails {
        let path = format!("/api/v1/admin/messages/{}/text", message["id"].as_str().unwrap());
        let text = office.installation.official(&ali, "GET", &path, &Value::Null).text();
        assert!(text.contains("/meedoen-zonder-mail/"), "{text}");
    }
}

#[test]
fn over_the_api_somebody_offers_both_write_and_it_is_taken_back() {
    let office = public();
    let made = pledge(&office, 7, "helper@voorbeeld.nl");
    assert_eq!(made.status, 201, "{}", made.text());
    assert!(made.header("location").ends_with("/followed-pledge"));
    assert_eq!(pledge(&office, 7, "helper@voorbeeld.nl").status, 201, "sent again it is there once");
    assert_eq!(pledge(&office, 7, "ander@voorbeeld.nl").status, 422, "the same key for something else");
    let key = format!("{:0>26}", 7);
    let early = post(&office, &key, "followed-pledge/messages", &json!({ "text": "Hallo" }));
    assert_eq!(early.status, 409);
    let id = offer(&office);
    let unknown = json!({ "accept": true, "why": "" });
    assert_eq!(post(&office, KEY, &format!("followed-case/pledges/{id}/reply"), &unknown).status, 400);
    assert_eq!(
        post(&office, &key, &format!("followed-case/pledges/{id}/reply"), &json!({ "accept": true })).status,
        404
    );
    let said = post(&office, KEY, &format!("followed-case/pledges/{id}/reply"), &json!({ "accept": true }));
    assert_eq!(said.json::<FollowView>().pledges[0].state, PledgeState::InTouch);
    let wrote = post(&office, KEY, &format!("followed-case/pledges/{id}/messages"), &json!({ "text": "Komt u?" }));
    assert_eq!(wrote.status, 200, "{}", wrote.text());
    let back = post(&office, &key, "followed-pledge/messages", &json!({ "text": "Dat is goed" }));
    assert_eq!(back.json::<JoinedView>().pledge.messages.len(), 3);
    let read = json_request("GET", &format!("{ROOT}/followed-pledge"), &Value::Null).header("follow-key", &key);
    let read = office.installation.send(read.body(axum::body::Body::empty()).unwrap());
    assert_eq!(read.json::<JoinedView>().pledge.messages.len(), 3);
    assert!(read.header("cache-control").contains("no-store"));
    let gone = post(&office, &key, "followed-pledge/withdrawal", &json!({}));
    let gone = gone.json::<JoinedView>().pledge;
    assert_eq!((gone.state, gone.messages.len()), (PledgeState::Withdrawn, 0));
    assert_eq!(post(&office, &key, "followed-pledge/threats", &json!({ "text": "x" })).status, 409);
    assert!(office.followed().pledges.is_empty());
}

#[test]
fn who_joins_in_tells_of_a_threat_to_the_coordinators_alone() {
    let office = public();
    join(&office);
    let page = press(&office, HELPER, "tell-threat", "");
    assert!(page.text().contains("112") && page.text().contains("Wat is er aan de hand?"));
    let shown = |office: &Office| {
        let all = office.installation.get(&format!("{ROOT}/initiatives"));
        all.text().contains(&office.case_id)
    };
    // Anybody can offer: before a yes it stays on the site.
    let told = press(&office, HELPER, "threat", "threat=Er+hing+een+briefje+aan+mijn+deur.");
    assert_eq!(told.status, 200, "{}", told.text());
    assert!(told.text().contains("Wij weten het"));
    assert!(shown(&office));
    let id = offer(&office);
    press(&office, KEY, "pledge-accept", &format!("pledgeId={id}"));
    assert_eq!(press(&office, HELPER, "threat", "threat=Nog+een+briefje.").status, 200);
    assert!(!shown(&office), "with somebody who was said yes to it leaves the site at once");
    let followed = office.followed();
    assert!(!followed.threatened && !format!("{followed:?}").contains("briefje"), "who thought of it does not read it");
    assert!(office.read(&office.sanne).text().contains("briefje"));
    assert!(!office.read(&office.wil).text().contains("briefje"), "who has the case does not either");
    let templates = super::storing::outbox(&office.installation);
    assert!(templates.iter().any(|(template, _)| template == "resident-threatened"));
    assert!(templates.iter().any(|(template, _)| template == "no-longer-public"));
    assert_eq!(office.list(&office.sanne, "held").len(), 1);
}
