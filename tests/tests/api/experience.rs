//! Residents who did it before, on the real thing: they say yes, others ask, and it ends with the address.

use buurtstem_tests::{Answer, Server};
use serde_json::{Value, json};
use ureq::http::Method;

const ROOT: &str = "/api/v1/municipalities/kleinstad";
const KEY: &str = "0123456789abcdefghjkmnpqrs";
const ASKER: &str = "7123456789abcdefghjkmnpqrs";

fn write(server: &Server, key: &str, (method, path): (Method, &str), body: &Value) -> Answer {
    let once = format!("{}-{}", path.len(), body.to_string().len());
    let headers = [("follow-key", key), ("idempotency-key", once.as_str())];
    server.anybody().send(method, &format!("{ROOT}/{path}"), Some(body), &headers)
}

fn read(server: &Server, key: &str, path: &str) -> Value {
    let headers = [("follow-key", key)];
    server.anybody().send(Method::GET, &format!("{ROOT}/{path}?lang=nl"), None, &headers).expect(200).json()
}

#[test]
fn others_ask_who_did_it_before_until_the_address_is_erased() {
    let server = Server::with_kleinstad();
    let proposal = json!({
        "draft": {
            "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht bij de ingang", "why": "",
            "weDo": "Wij helpen met ophangen.", "weNeed": "", "onlyInform": false, "email": "bewoner@voorbeeld.nl",
            "mayBePublic": true
        },
        "language": "nl",
        "followKey": KEY
    });
    let receipt = server.anybody().post_once(&format!("{ROOT}/proposals"), "first", &proposal).expect(201).json();
    let id = receipt["caseId"].as_str().unwrap_or_default().to_owned();
    let sanne = server.sign_in("kleinstad", "sanne");
    let act = |tail: &str, mut body: Value| {
        let path = format!("/api/v1/admin/cases/{id}");
        body["version"] = sanne.get(&path).expect(200).json()["version"].clone();
        let _ = sanne.post(&format!("{path}{tail}"), &body).expect(200);
    };
    act("/publication", json!({}));
    let early = write(&server, KEY, (Method::POST, "followed-case/experience"), &json!({ "share": true })).expect(409);
    assert_eq!(early.json()["code"], "nothingToShare");
    act(
        "/conclusion",
        json!({ "outcome": { "kind": "takenUpByResidents" }, "text": "De bewoners hangen de lamp op." }),
    );

    let yes = json!({ "share": true, });
    let headers = [("follow-key", KEY), ("idempotency-key", "yes")];
    let share = || {
        server
            .anybody()
            .send(Method::POST, &format!("{ROOT}/followed-case/experience"), Some(&yes), &headers)
            .expect(200)
    };
    assert_eq!(share().json()["experience"]["shares"], true);
    assert_eq!(share().json()["experience"]["shares"], true, "sent twice it is said once");
    let initiative = || server.anybody().get(&format!("{ROOT}/initiatives/{id}?lang=nl")).expect(200).json();
    assert_eq!(initiative()["experience"], true);

    let question = json!({
        "purpose": "question", "text": "Hoe kreeg u de buren mee?", "email": "vrager@voorbeeld.nl", "language": "nl",
        "followKey": ASKER
    });
    let _ = server.anybody().post_once(&format!("{ROOT}/initiatives/{id}/pledges"), "ask", &question).expect(201);
    // Who asks does not join.
    assert_eq!(initiative()["joined"]["kind"], "nobody");
    let pledge = read(&server, KEY, "followed-case")["pledges"][0].clone();
    assert_eq!((&pledge["purpose"], &pledge["state"]), (&json!("question"), &json!("offered")));
    let path = format!("followed-case/pledges/{}", pledge["id"].as_str().unwrap_or_default());
    let _ = write(&server, KEY, (Method::POST, &format!("{path}/reply")), &json!({ "accept": true })).expect(200);
    let text = json!({ "text": "Wij begonnen met koffie." });
    let _ = write(&server, KEY, (Method::POST, &format!("{path}/messages")), &text).expect(200);
    let asker = read(&server, ASKER, "followed-pledge");
    assert_eq!(asker["pledge"]["messages"][1]["text"], "Wij begonnen met koffie.");
    assert!(!asker.to_string().contains("bewoner@"), "{asker}");

    let _ = write(&server, KEY, (Method::PUT, "followed-case/contact"), &json!({ "email": "" })).expect(200);
    assert_eq!(initiative()["experience"], false);
    assert_eq!(read(&server, ASKER, "followed-pledge")["pledge"]["state"], "declined");
    let late = json!({ "text": "Nog één ding." });
    let _ = write(&server, ASKER, (Method::POST, "followed-pledge/messages"), &late).expect(409);
    let again = json!({
        "purpose": "question", "text": "Ik ook?", "email": "", "language": "nl", "followKey": "6123456789abcdefghjkmnpqrs"
    });
    let refused =
        server.anybody().post_once(&format!("{ROOT}/initiatives/{id}/pledges"), "again", &again).expect(409).json();
    assert_eq!(refused["code"], "noQuestions");
}
