//! One overview a day in the place of single messages, on the test's clock.

use serde_json::{Value, json};

use super::{HOUR, MAIL, Office};
use crate::{objects::ObjectClass, store::Sql};

const PARTNER: &str = "/api/v1/admin/partners/woonstad";
/// From noon on Monday 2 March 2026, when every test begins, to eight the next morning.
const TO_EIGHT: i64 = 20 * HOUR;
const DAY: i64 = 24 * HOUR;

impl Office {
    /// With Woonstad's mail as it likes it, and a mail server that works.
    fn with_mailing(mailing: &Value) -> Self {
        let office = Self::new(&MAIL);
        office.open(true);
        assert_eq!(office.save(mailing), 200);
        office
    }

    fn save(&self, mailing: &Value) -> u16 {
        let cookie = self.installation.sign_in("kleinstad", "ali");
        let view: Value = self.installation.official(&cookie, "GET", "/api/v1/admin/partners", &Value::Null).json();
        let care = view["partners"].as_array().unwrap().iter().find(|one| one["id"] == "woonstad").unwrap().clone();
        let body = json!({
            "version": care["version"], "agreement": "controller", "agreementUntil": "2099-12-31",
            "mailbox": "wijk@woonstad.example", "mailing": mailing
        });
        self.installation.official(&cookie, "PUT", PARTNER, &body).status.as_u16()
    }

    fn send_in(&self, key: &str, what: &str) {
        let body = json!({
            "draft": { "topicId": "verlichting", "areaId": "lindenflat", "what": what },
            "language": "nl",
            "followKey": format!("{key:0>26}")
        });
        let answer = self.installation.post("/api/v1/municipalities/kleinstad/proposals", key, &body);
        assert_eq!(answer.status, 201, "{}", answer.text());
    }

    /// What came for somebody since the last look.
    fn mails_to(&self, address: &str) -> Vec<String> {
        let all = std::mem::take(&mut *self.played.taken.lock().unwrap());
        let (theirs, others) = all.into_iter().partition(|mail| mail.contains(&format!("To: <{address}>")));
        *self.played.taken.lock().unwrap() = others;
        theirs
    }
}

const WIL: &str = "wil@woonstad.example";

/// The text of a mail, as a mail program reads it: quoted-printable taken back.
fn readable(mail: &str) -> String {
    mail.replace("=\r\n", "").replace("=C3=A9", "é").replace("=C3=97", "×").replace("=3D", "=")
}

#[test]
fn what_happens_in_a_day_comes_in_one_mail_the_next_morning_and_once() {
    let office = Office::with_mailing(&json!({ "daily": true }));
    office.send_in("a", "Meer licht bij de ingang");
    office.installation.wait(HOUR);
    office.send_in("b", "Een bankje bij de flat");
    office.installation.wait(HOUR);
    assert_eq!(office.mails_to(WIL).len(), 0);
    assert_eq!(office.mails_to("bram@kleinstad.example").len(), 2, "others get theirs at once");
    office.installation.wait(TO_EIGHT - 2 * HOUR - 1);
    assert_eq!(office.mails_to(WIL).len(), 0, "not before eight");
    office.installation.wait(1);
    let mails = office.mails_to(WIL);
    assert_eq!(mails.len(), 1);
    let mail = readable(&mails[0]);
    assert!(mail.contains("Subject: Overzicht van uw zaken: 2 berichten"), "{mail}");
    assert!(mail.contains("2 × nieuwe zaak") && mail.contains("2026-0001: nieuwe zaak"), "{mail}");
    assert!(mail.contains("2026-0002: nieuwe zaak") && mail.contains("/admin/zaken/"), "{mail}");
    assert!(!mail.contains("licht") && !mail.contains("bankje"), "no words of a case");
    assert_eq!(office.mails_to("wijk@woonstad.example").len(), 1, "the mailbox gets it too");
    office.installation.wait(0);
    office.installation.wait(DAY);
    assert_eq!(office.mails_to(WIL).len(), 0, "nothing happened, so nothing comes");
}

#[test]
fn what_the_partner_wants_at_once_comes_at_once_and_what_is_late_always_does() {
    let office = Office::with_mailing(&json!({ "daily": true, "direct": ["caseAssigned"] }));
    office.send_in("a", "Meer licht");
    office.installation.wait(0);
    let mails = office.mails_to(WIL);
    assert!(mails.len() == 1 && mails[0].contains("zaak"), "{mails:?}");
    // Ten working days for an answer end on 16 March; on the last one before it the partner is reminded, in the
    // overview of that morning, and two working days after it somebody is told, at once.
    let mut told = Vec::new();
    for hour in 0..(19 * 24) {
        office.installation.wait(HOUR);
        for mail in office.mails_to(WIL) {
            let subject = mail.lines().find(|line| line.starts_with("Subject:")).unwrap().to_owned();
            told.push((office.installation.objects_now().dutch_date().to_string(), hour, subject));
        }
    }
    assert!(told[0].0 == "2026-03-13" && told[0].2.contains("Overzicht"), "{told:?}");
    assert!(told.iter().skip(1).all(|(_, _, subject)| !subject.contains("Overzicht")), "{told:?}");
    for wrong in ["promiseBroken", "received"] {
        assert_eq!(office.save(&json!({ "daily": true, "direct": [wrong] })), 400);
    }
}

#[test]
fn nothing_comes_in_the_weekend_also_when_the_alarm_rang_late() {
    let office = Office::with_mailing(&json!({ "daily": true }));
    // Friday at noon.
    office.installation.wait(4 * DAY);
    office.send_in("a", "Meer licht");
    office.installation.wait(0);
    for _ in 0..68 {
        assert_eq!(office.mails_to(WIL).len(), 0, "{}", office.installation.objects_now());
        office.installation.wait(HOUR);
    }
    assert_eq!(office.mails_to(WIL).len(), 1, "Monday at eight");
    // Written on Thursday, and nothing runs until Saturday.
    office.installation.wait(3 * DAY + 3 * HOUR);
    office.send_in("b", "Een bankje");
    office.installation.objects.advance(2 * DAY);
    office.installation.wait(0);
    assert_eq!(office.mails_to(WIL).len(), 0);
    office.installation.wait(2 * DAY);
    assert_eq!(office.mails_to(WIL).len(), 1);
}

#[test]
fn whoever_wants_single_messages_again_gets_what_waited() {
    let office = Office::with_mailing(&json!({ "daily": true }));
    office.send_in("a", "Meer licht");
    office.installation.wait(0);
    assert_eq!(office.save(&json!({ "daily": false })), 200);
    office.send_in("b", "Een bankje");
    office.installation.wait(0);
    assert_eq!(office.mails_to(WIL).len(), 1, "the second at once");
    office.installation.wait(TO_EIGHT);
    let mails = office.mails_to(WIL);
    assert!(mails.len() == 1 && !mails[0].contains("Overzicht"), "{mails:?}");
}

#[test]
fn a_message_goes_into_one_overview_whatever_breaks_off() {
    let office = Office::with_mailing(&json!({ "daily": true }));
    for number in 0..5 {
        office.send_in(&format!("a{number}"), "Meer licht");
    }
    office.installation.objects.advance(TO_EIGHT);
    for statements in 0..80 {
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            sql.fail_after(Some(statements));
        });
        office.installation.wait(60_000);
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| sql.fail_after(None));
    }
    office.installation.wait(HOUR);
    let mails: Vec<String> = office.mails_to(WIL).iter().map(|mail| readable(mail)).collect();
    let ids: std::collections::BTreeSet<&str> =
        mails.iter().filter_map(|mail| mail.lines().find(|line| line.starts_with("Message-ID"))).collect();
    assert_eq!(ids.len(), 1, "one overview, however often it was handed over");
    for number in 1..=5 {
        assert!(mails[0].contains(&format!("2026-000{number}: nieuwe zaak")), "{}", mails[0]);
    }
    let overviews = office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        let rows = "SELECT DISTINCT gathered_in FROM outbox WHERE gathered_in IS NOT NULL";
        sql.query(rows, &[]).unwrap().len()
    });
    assert_eq!(overviews, Some(1));
}
