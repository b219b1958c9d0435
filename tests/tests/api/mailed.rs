//! A partner that works from mail, on the real thing: our Worker in workerd, and a mail server that nobody here wrote.

use buurtstem_tests::{Answer, MailServer, Server, api::small_municipality};
use serde_json::{Value, json};
use ureq::http::Method;

const MAILBOX: &str = "wijk@politie.example";
const MINUTE: i64 = 60_000;

struct Office {
    server: Server,
    mail: MailServer,
}

impl Office {
    /// The police have no officials here, only a mailbox.
    fn new() -> Self {
        let mail = MailServer::start();
        let settings = mail.settings();
        let bindings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let server = Server::start_with_mail(&bindings, &[mail.authority()]).unwrap();
        let mut file = small_municipality();
        file["officials"].as_array_mut().unwrap().retain(|official| official["partnerId"] != "politie");
        server.load("kleinstad", &file);
        let office = Self { server, mail };
        let ali = office.server.sign_in("kleinstad", "ali");
        let care = ali.get("/api/v1/admin/partners").expect(200).json();
        let care = care["partners"].as_array().unwrap().iter().find(|one| one["id"] == "politie").unwrap().clone();
        let body = json!({
            "version": care["version"], "agreement": "controller", "agreementUntil": "2099-12-31",
            "mailbox": MAILBOX, "byMail": true
        });
        let _ = ali.put("/api/v1/admin/partners/politie", &body).expect(200);
        // The coordinators were told that nobody was there before that.
        office.server.run_due_work();
        let _ = office.mail.messages_so_far(1);
        office
    }

    fn propose(&self, key: &str, what: &str) -> String {
        let body = json!({
            "draft": {
                "topicId": "veiligheid", "areaId": "de-haven", "what": what, "why": "", "weDo": "", "weNeed": "",
                "onlyInform": false, "email": "", "mayBePublic": false
            },
            "language": "nl",
            "followKey": format!("{key:0>26}")
        });
        let path = "/api/v1/municipalities/kleinstad/proposals";
        let sent = self.server.anybody().post_once(path, key, &body).expect(201).json();
        sent["caseId"].as_str().unwrap().to_owned()
    }

    /// The one mail that has come to the mailbox: its text.
    fn mailed(&self) -> String {
        self.server.run_due_work();
        let messages = self.mail.messages(1);
        assert_eq!(messages[0]["to"][0], MAILBOX);
        messages[0]["text"].as_str().unwrap().to_owned()
    }

    fn post(&self, link: &str, fields: &str) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        self.server.anybody().send_bytes(Method::POST, link, fields.as_bytes().to_vec(), &headers)
    }
}

fn hidden(page: &Answer, name: &str) -> String {
    let html = page.text();
    let (_, rest) =
        html.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no {name}: {html}"));
    rest.split('"').next().unwrap().to_owned()
}

fn form(page: &Answer, fields: &str) -> String {
    format!("session={}&version={}&{fields}", hidden(page, "session"), hidden(page, "version"))
}

fn code(mail: &str) -> String {
    let (_, rest) = mail.split_once("Uw code is: ").unwrap_or_else(|| panic!("{mail}"));
    rest.chars().filter(char::is_ascii_digit).take(8).collect()
}

#[test]
fn the_police_answer_from_their_mailbox_and_nobody_else_does() {
    let office = Office::new();
    let case = office.propose("a", "Scooters rijden te hard door de straat");
    let mail = office.mailed();
    assert!(!mail.contains("Scooters"), "{mail}");
    let origin = office.server.origin().to_owned();
    let (_, link) = mail.split_once(&origin).unwrap_or_else(|| panic!("{mail}"));
    let link = link.split_whitespace().next().unwrap().to_owned();
    assert!(link.starts_with("/kleinstad/nl/samenwerken/"), "{link}");
    // A mail scanner opens everything, and sends what it finds without a body.
    for method in [Method::GET, Method::HEAD] {
        let opened = office.server.anybody().send_bytes(method, &link, Vec::new(), &[]);
        assert_eq!(opened.status, 200);
        assert!(!opened.text().contains("Scooters"));
    }
    office.server.run_due_work();
    assert_eq!(office.mail.messages_so_far(1).len(), 0, "opening a link sends nothing");
    assert!(office.post(&link, "").status >= 400);

    let page = office.post(&link, "move=code").expect(200);
    let browser = hidden(&page, "browser");
    let mail = office.mailed();
    assert!(mail.contains("10 minuten") && !mail.contains("Scooters"), "{mail}");
    let right = code(&mail);
    // Whoever guesses, and whoever was given the code, is not let in.
    let guess = office.post(&link, &format!("move=open&browser={browser}&code=00000000")).expect(200);
    assert!(guess.text().contains("nog 4 keer"), "{}", guess.text());
    let passed_on = office.post(&link, &format!("move=open&browser=0&code={right}")).expect(200);
    assert!(passed_on.text().contains("werkt niet (meer)"), "{}", passed_on.text());
    let page = office.post(&link, &format!("move=open&browser={browser}&code={right}")).expect(200);
    assert!(page.text().contains("Scooters") && page.header("cache-control") == "no-store");
    assert_eq!(page.header("set-cookie"), "");
    let again = office.post(&link, &format!("move=open&browser={browser}&code={right}")).expect(200);
    assert!(again.text().contains("werkt niet (meer)"), "a code works once");

    let done = office.post(&link, &form(&page, "move=answer&text=Wij+controleren+deze+week.")).expect(200);
    assert!(done.text().contains("Dat is gelukt"), "{}", done.text());
    let sanne = office.server.sign_in("kleinstad", "sanne");
    let detail = sanne.get(&format!("/api/v1/admin/cases/{case}")).expect(200).json();
    let written = detail["timeline"].as_array().unwrap().iter().find(|entry| entry["by"]["kind"] == "mailed").cloned();
    assert_eq!(written.unwrap()["text"], "Wij controleren deze week.");

    // The session ends by itself.
    office.server.set_clock(31 * MINUTE);
    let late = office.post(&link, &form(&done, "move=answer&text=Nog+iets")).expect(200);
    assert!(late.text().contains("Vraag een nieuwe code aan") && !late.text().contains("Scooters"));
}

#[test]
fn a_code_that_is_too_old_or_often_wrong_opens_nothing_and_is_told() {
    let office = Office::new();
    let case = office.propose("a", "Te hard rijden");
    let mail = office.mailed();
    let (_, link) = mail.split_once(office.server.origin()).unwrap();
    let link = link.split_whitespace().next().unwrap().to_owned();
    let browser = hidden(&office.post(&link, "move=code").expect(200), "browser");
    let right = code(&office.mailed());
    office.server.set_clock(10 * MINUTE + 1_000);
    let late = office.post(&link, &format!("move=open&browser={browser}&code={right}")).expect(200);
    assert!(late.text().contains("werkt niet (meer)"), "{}", late.text());
    for _ in 0..2 {
        let browser = hidden(&office.post(&link, "move=code").expect(200), "browser");
        let _ = office.mailed();
        for _ in 0..5 {
            let page = office.post(&link, &format!("move=open&browser={browser}&code=000000001")).expect(200);
            assert!(!page.text().contains("Te hard"));
        }
    }
    assert!(office.post(&link, "move=code").expect(200).text().contains("werkt een dag niet"));
    office.server.run_due_work();
    let told = office.mail.messages(1);
    assert_eq!(told[0]["to"][0], "sanne@kleinstad.example");
    assert!(told[0]["subject"].as_str().unwrap().starts_with("Te veel verkeerde codes"), "{told:?}");

    // What the partner says by phone a coordinator writes down, and the history says that it was so.
    let sanne = office.server.sign_in("kleinstad", "sanne");
    let path = format!("/api/v1/admin/cases/{case}");
    let version = sanne.get(&path).expect(200).json()["version"].clone();
    let news = json!({ "version": version, "text": "De politie belde: zij controleert deze week." });
    let detail = sanne.post(&format!("{path}/updates"), &news).expect(200).json();
    assert_eq!(detail["summary"]["owner"], "politie");
    let written =
        detail["timeline"].as_array().unwrap().iter().find(|entry| entry["what"]["kind"] == "update").cloned();
    let written: Value = written.unwrap();
    assert_eq!((&written["by"]["kind"], &written["by"]["partner"]), (&json!("official"), &json!("gemeente")));
    let headers = [("follow-key", "0000000000000000000000000a")];
    let followed =
        office.server.anybody().send(Method::GET, "/api/v1/municipalities/kleinstad/followed-case", None, &headers);
    assert!(followed.text().contains("recordedFor"), "{}", followed.text());
}
