//! A partner that works from mail, from the router to the objects: plain forms without script; and whoever tries to get
//! in without the mailbox.

use serde_json::{Value, json};
use shared::wire::{admin::CaseDetail, messages::MessageOverview};

use crate::{
    objects::ObjectClass,
    store::Sql,
    testing::{Answer, Installation, ORIGIN, small_file},
};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;

struct Office {
    town: Installation,
}

impl Office {
    /// The police work from mail; Woonstad has asked them to take over a case about its flat.
    fn new() -> Self {
        let office = Self { town: Installation::new() };
        office.by_mail("politie", true);
        office.offer("a", "Meer licht bij de ingang");
        office
    }

    fn by_mail(&self, partner: &str, by_mail: bool) {
        let ali = self.town.sign_in("kleinstad", "ali");
        let view: Value = self.town.official(&ali, "GET", "/api/v1/admin/partners", &Value::Null).json();
        let care = view["partners"].as_array().unwrap().iter().find(|one| one["id"] == partner).unwrap().clone();
        let body = json!({
            "version": care["version"], "agreement": "controller", "agreementUntil": "2099-12-31",
            "mailbox": "wijk@politie.example", "byMail": by_mail
        });
        let saved = self.town.official(&ali, "PUT", &format!("/api/v1/admin/partners/{partner}"), &body);
        assert_eq!(saved.status, 200, "{}", saved.text());
    }

    /// A case of Woonstad, offered to the police; its id.
    fn offer(&self, key: &str, what: &str) -> String {
        let body = json!({
            "draft": { "topicId": "verlichting", "areaId": "lindenflat", "what": what, "mayBePublic": true },
            "language": "nl",
            "followKey": format!("{key:0>26}")
        });
        let sent = self.town.post("/api/v1/municipalities/kleinstad/proposals", key, &body);
        let case = sent.json::<Value>()["caseId"].as_str().unwrap().to_owned();
        self.act("wil", &case, "handovers", json!({ "to": "politie", "reason": "Dit gaat over overlast." }));
        case
    }

    fn act(&self, official: &str, case: &str, tail: &str, mut body: Value) {
        body["version"] = self.detail(official, case)["version"].clone();
        let cookie = self.town.sign_in("kleinstad", official);
        let answer = self.town.official(&cookie, "POST", &format!("/api/v1/admin/cases/{case}/{tail}"), &body);
        assert_eq!(answer.status, 200, "{}", answer.text());
    }

    fn detail(&self, official: &str, case: &str) -> Value {
        let cookie = self.town.sign_in("kleinstad", official);
        self.town.official(&cookie, "GET", &format!("/api/v1/admin/cases/{case}"), &Value::Null).json()
    }

    /// The words of the newest message of a kind; nothing is sent here, so the administrator can read it.
    fn newest(&self, kind: &str) -> String {
        let ali = self.town.sign_in("kleinstad", "ali");
        let all: MessageOverview = self.town.official(&ali, "GET", "/api/v1/admin/messages", &Value::Null).json();
        let message = all.kept.iter().find(|one| one.kind.name() == kind).unwrap_or_else(|| panic!("no {kind}"));
        let path = format!("/api/v1/admin/messages/{}/text", message.id);
        self.town.official(&ali, "GET", &path, &Value::Null).json::<Value>()["text"]
            .as_str()
            .unwrap_or("none")
            .to_owned()
    }

    /// The link that a mail to the police would hold, as a path.
    fn link(&self, case: &str) -> String {
        let made = self.town.objects.with(ObjectClass::Municipality, "kleinstad", |context| {
            let (case, partner) = (case.parse().unwrap(), "politie".parse().unwrap());
            let proof = crate::auth::mailed_code::proof(&context.config.hash_keys, "kleinstad", &case, &partner);
            shared::paths::mailed_case(
                &"kleinstad".parse().unwrap(),
                shared::text::Language::Nl,
                &case,
                &partner,
                &proof.unwrap(),
            )
        });
        made.unwrap()
    }

    fn rows(&self, table: &str) -> usize {
        let count = |sql: &crate::store::MemorySql| sql.query(&format!("SELECT 1 FROM {table}"), &[]).unwrap().len();
        self.town.objects.inspect(ObjectClass::Municipality, "kleinstad", count).unwrap()
    }

    /// Asks for a code: the page's secret, and the code from the mail.
    fn ask(&self, link: &str) -> (String, String) {
        let page = self.town.post_form(link, "move=code");
        assert_eq!(page.status, 200, "{}", page.text());
        let mail = self.newest("mailed-code");
        let (_, code) = mail.split_once("Uw code is: ").unwrap_or_else(|| panic!("{mail}"));
        (hidden(&page, "browser"), code.chars().filter(char::is_ascii_digit).take(8).collect())
    }

    fn enter(&self, link: &str, browser: &str, code: &str) -> Answer {
        self.town.post_form(link, &format!("move=open&browser={browser}&code={code}"))
    }

    /// Opens a case with a right code: the page, with its session.
    fn open(&self, link: &str) -> Answer {
        let (browser, code) = self.ask(link);
        let page = self.enter(link, &browser, &code);
        assert!(page.text().contains("name=\"session\""), "{}", page.text());
        page
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

fn wrong(code: &str) -> String {
    code.chars().map(|digit| if digit == '9' { '0' } else { '9' }).collect()
}

#[test]
fn a_partner_reads_and_takes_over_a_case_without_signing_in() {
    let office = Office::new();
    let case = office.offer("b", "Er staan vaak scooters voor de deur");
    let mail = office.newest("case-offered");
    let link = office.link(&case);
    assert!(!mail.contains("scooters"));
    // Scanners open links: nothing happens, however often.
    for _ in 0..20 {
        let page = office.town.get(&link);
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("scooters") && page.text().contains("Stuur mij een code"));
        assert_eq!(page.header("cache-control"), "no-store");
    }
    assert_eq!((office.rows("mailed_code"), office.rows("mailed_try")), (0, 0));

    let page = office.open(&link);
    for seen in ["scooters", "Dit gaat over overlast.", "Ja, wij nemen de zaak over", "Woonstad"] {
        assert!(page.text().contains(seen), "{seen}");
    }
    let done = office.town.post_form(&link, &form(&page, "move=accept"));
    assert!(done.text().contains("Dat is gelukt") && done.text().contains("Schrijf de bewoner"), "{}", done.text());
    let done = office.town.post_form(&link, &form(&done, "move=answer&text=Wij+rijden+er+%27s+avonds+langs."));
    assert!(done.text().contains("Dat is gelukt"), "{}", done.text());
    let detail: CaseDetail = serde_json::from_value(office.detail("sanne", &case)).unwrap();
    assert_eq!(detail.summary.owner.as_str(), "politie");
    let by_mail = detail.timeline.iter().filter(|entry| {
        matches!(&entry.by, shared::wire::admin::EntryActor::Mailed { partner } if partner.as_str() == "politie")
    });
    assert!(by_mail.count() >= 2, "the history says how");
    // Closed, nobody goes on with what is left on the screen.
    let closed = office.town.post_form(&link, &form(&done, "move=close"));
    assert!(closed.text().contains("De zaak is gesloten"));
    let after = office.town.post_form(&link, &form(&done, "move=answer&text=Nog+iets"));
    assert!(after.text().contains("Vraag een nieuwe code aan"), "{}", after.text());
    assert!(!after.text().contains("scooters"));
}

#[test]
fn a_partner_knows_that_everybody_reads_its_answer_once_the_idea_is_public() {
    let office = Office::new();
    let case = office.offer("b", "Een bankje");
    let link = office.link(&case);
    let page = office.open(&link);
    let told = "Wat u hier schrijft, leest iedereen op de website.";
    let taken = office.town.post_form(&link, &form(&page, "move=accept"));
    assert!(taken.text().contains("Schrijf de bewoner") && !taken.text().contains(told), "{}", taken.text());
    office.act("sanne", &case, "publication", json!({}));
    assert!(office.open(&link).text().contains(told));
}

/// The police have an official too, but whoever tries things out wants to read what the mailbox gets.
#[test]
fn without_a_mail_server_the_administrator_reads_the_letter_with_the_link() {
    let office = Office::new();
    let letter = office.newest("case-offered");
    assert!(letter.contains("/kleinstad/nl/samenwerken/"), "{letter}");
}

#[test]
fn declining_needs_a_reason_keeps_what_was_typed_and_ends_the_access() {
    let office = Office::new();
    let case = office.offer("b", "Een bankje bij de vijver");
    let link = office.link(&case);
    let page = office.open(&link);
    let again = office.town.post_form(&link, &form(&page, "move=decline&reason=+&suggestion=gemeente"));
    assert!(again.text().contains("Vul hier iets in"), "{}", again.text());
    assert!(again.text().contains("value=\"gemeente\" selected"), "{}", again.text());
    let declined = "move=decline&reason=Dit+is+van+de+gemeente.&suggestion=gemeente";
    let done = office.town.post_form(&link, &form(&again, declined));
    assert!(done.text().contains("niet overneemt"), "{}", done.text());
    assert_eq!(office.detail("sanne", &case)["summary"]["owner"], "woonstad");
    assert!(office.detail("sanne", &case)["timeline"].to_string().contains("Dit is van de gemeente."));
    assert!(office.detail("sanne", &case)["timeline"].to_string().contains(r#""suggestion":"gemeente""#));
    // The partner has nothing to do with it any more.
    assert_eq!(office.town.post_form(&link, "move=code").status, 404);
    let left = office.town.post_form(&link, &form(&again, "move=accept"));
    assert!(!left.text().contains("bankje"));
}

#[test]
fn what_changed_meanwhile_is_not_answered_unread() {
    let office = Office::new();
    let case = office.offer("b", "Een bankje");
    let link = office.link(&case);
    let page = office.open(&link);
    office.act("wil", &case, "updates", json!({ "text": "Wij kijken er alvast naar." }));
    let answer = office.town.post_form(&link, &form(&page, "move=decline&reason=Niet+van+ons"));
    assert!(
        answer.text().contains("intussen veranderd") && answer.text().contains("Niet van ons"),
        "{}",
        answer.text()
    );
    assert_eq!(office.detail("sanne", &case)["summary"]["offeredTo"], "politie");
}

#[test]
fn guessing_ends_a_code_then_locks_the_link_and_is_told() {
    let office = Office::new();
    let case = office.offer("b", "Een bankje");
    let link = office.link(&case);
    for round in 0..2 {
        let (browser, code) = office.ask(&link);
        for left in (0..5).rev() {
            let page = office.enter(&link, &browser, &wrong(&code));
            assert!(!page.text().contains("bankje"));
            if left > 0 {
                assert!(page.text().contains(&format!("nog {left} keer")), "{left}: {}", page.text());
            }
        }
        let page = office.enter(&link, &browser, &code);
        let told = if round == 0 { "werkt niet (meer)" } else { "werkt een dag niet" };
        assert!(page.text().contains(told) && !page.text().contains("bankje"), "{}", page.text());
    }
    // Locked: no code is sent, and the coordinators know, once.
    let page = office.town.post_form(&link, "move=code");
    assert!(page.text().contains("werkt een dag niet"), "{}", page.text());
    assert!(office.newest("mailed-locked").contains("verkeerde code"));
    let locked = office.town.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.query("SELECT 1 FROM outbox WHERE template = 'mailed-locked'", &[]).unwrap().len()
    });
    assert_eq!(locked, Some(1));
    // Another case of the same partner is not locked, and this one is open again after a day.
    let other = office.link(&office.offer("c", "Een boom"));
    assert!(office.open(&other).text().contains("boom"));
    office.town.wait(25 * HOUR);
    assert!(office.open(&link).text().contains("bankje"));
}

#[test]
fn a_code_works_once_for_ten_minutes_and_only_where_it_was_asked_for() {
    let office = Office::new();
    let case = office.offer("b", "Een bankje");
    let link = office.link(&case);
    let gone = |page: Answer| {
        assert!(page.text().contains("werkt niet (meer)") && !page.text().contains("bankje"), "{}", page.text());
    };
    // Passed on to somebody who has the link too: their page did not ask for it.
    let (browser, code) = office.ask(&link);
    gone(office.enter(&link, "00000000000000000000000000", &code));
    gone(office.enter(&link, "", &code));
    // Right, and then once more.
    assert!(office.enter(&link, &browser, &code).text().contains("bankje"));
    gone(office.enter(&link, &browser, &code));
    // Too late.
    let (browser, code) = office.ask(&link);
    office.town.wait(10 * MINUTE);
    gone(office.enter(&link, &browser, &code));
    // Replaced by a newer one.
    let (first, old) = office.ask(&link);
    let (second, new) = office.ask(&link);
    gone(office.enter(&link, &first, &old));
    assert!(office.enter(&link, &second, &new).text().contains("bankje"));
    // For another case of the same partner.
    let (browser, code) = office.ask(&link);
    let other = office.link(&office.offer("c", "Een boom"));
    assert!(!office.enter(&other, &browser, &code).text().contains("boom"));
}

#[test]
fn nobody_floods_a_mailbox_and_a_late_mail_tells_no_code() {
    let office = Office::new();
    let link = office.link(&office.offer("b", "Een bankje"));
    for _ in 0..5 {
        office.ask(&link);
    }
    assert!(office.town.post_form(&link, "move=code").text().contains("over een uur"));
    office.town.wait(HOUR);
    office.ask(&link);
    office.town.wait(11 * MINUTE);
    assert_eq!(office.newest("mailed-code"), "none", "a code that is valid no more is not written");
}

#[test]
fn a_link_is_of_one_case_one_partner_and_one_town() {
    let office = Office::new();
    assert_eq!(office.town.load("grootstad", &small_file()).status, 201);
    let case = office.offer("b", "Een bankje");
    let other = office.offer("c", "Een boom");
    let link = office.link(&case);
    let page = office.open(&link);
    for wrong in [
        link.replace("kleinstad", "grootstad"),
        link.replace(&case, &other),
        link.replace("/politie/", "/woonstad/"),
        format!("{link}0"),
        link.replace("k1.", "k2."),
    ] {
        assert_eq!(office.town.get(&wrong).status, 404, "{wrong}");
        for fields in ["move=code", "move=open&code=00000000", &form(&page, "move=accept"), &form(&page, "move=close")]
        {
            assert_eq!(office.town.post_form(&wrong, fields).status, 404, "{wrong}");
        }
    }
    // A session of one case opens no other.
    let elsewhere = office.town.post_form(&office.link(&other), &form(&page, "move=accept"));
    assert!(!elsewhere.text().contains("boom"), "{}", elsewhere.text());
    assert_eq!(office.detail("sanne", &other)["summary"]["owner"], "woonstad");
    // It ends by itself.
    office.town.wait(31 * MINUTE);
    let late = office.town.post_form(&link, &form(&page, "move=accept"));
    assert!(late.text().contains("Vraag een nieuwe code aan") && !late.text().contains("bankje"));
    assert_eq!(office.detail("sanne", &case)["summary"]["owner"], "woonstad");
}

#[test]
fn who_signs_in_again_or_may_not_see_a_held_text_gets_in_no_more() {
    let office = Office::new();
    let case = office.offer("b", "Een bankje");
    let link = office.link(&case);
    let page = office.open(&link);
    office.act("sanne", &case, "hold", json!({}));
    assert_eq!(office.town.post_form(&link, "move=code").status, 404);
    let held = office.town.post_form(&link, &form(&page, "move=accept"));
    assert!(!held.text().contains("bankje"));
    let other = office.link(&office.offer("c", "Een boom"));
    office.by_mail("politie", false);
    assert_eq!(office.town.post_form(&other, "move=code").status, 404);
    assert!(office.newest("case-offered").contains(&format!("{ORIGIN}/admin/zaken/")));
}

#[test]
fn a_partner_with_a_mailbox_and_no_officials_is_a_partner_that_can_take_cases() {
    let office = Office::new();
    let mut file = small_file();
    for official in &mut file.officials {
        official.active &= official.partner_id.as_str() != "politie";
    }
    assert_eq!(office.town.load("kleinstad", &file).status, 200);
    let body = json!({
        "draft": { "topicId": "veiligheid", "areaId": "de-haven", "what": "Het is hier donker" },
        "language": "nl",
        "followKey": format!("{:0>26}", "d")
    });
    let sent = office.town.post("/api/v1/municipalities/kleinstad/proposals", "d", &body);
    let case = sent.json::<Value>()["caseId"].as_str().unwrap().to_owned();
    assert_eq!(office.detail("sanne", &case)["summary"]["owner"], "politie");
    let page = office.open(&office.link(&case));
    assert!(page.text().contains("donker") && page.text().contains("Schrijf de bewoner"));
}
