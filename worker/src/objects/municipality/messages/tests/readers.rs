//! One mail with the outcome of a poll: asked for apart from the ballot, confirmed by a button, sent once, erased.

use axum::body::Body;
use http::Request;

use super::*;
use crate::testing::Answer;

const PAGE: &str = "/kleinstad/nl/peilingen/veilig/bedankt";
const ADDRESS: &str = "lezer@voorbeeld.nl";
const DAY: i64 = 24 * HOUR;

impl Office {
    fn editor(&self, method: &str, tail: &str, body: &Value) -> Answer {
        let cookie = self.installation.sign_in("kleinstad", "els");
        let answer = self.installation.official(&cookie, method, &format!("/api/v1/admin/polls{tail}"), body);
        assert!(answer.status.is_success(), "{}", answer.text());
        answer
    }

    fn version(&self) -> Value {
        self.editor("GET", "/veilig", &Value::Null).json::<Value>()["version"].clone()
    }

    /// A poll that is open, and a mail server that takes everything.
    fn with_poll() -> Self {
        let office = Self::new(&MAIL);
        office.open(true);
        let mut poll: Value =
            serde_json::from_str(include_str!("../../../../../../shared/tests/golden/poll.json")).unwrap();
        poll["id"] = json!("veilig");
        office.editor("POST", "", &json!({ "version": 0, "poll": poll }));
        office.editor("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
        office.installation.wait(6_000);
        office
    }

    fn report(&self) {
        let body = json!({
            "version": self.version(), "heard": { "nl": "U vindt het pad te donker." },
            "weDo": [{ "text": { "nl": "We zetten er lantaarns." }, "byWhom": "woonstad" }],
            "youCan": [{ "text": { "nl": "Loop mee op 3 april." } }]
        });
        self.editor("PUT", "/veilig/report", &body);
        self.installation.wait(6_000);
    }

    fn close(&self) {
        self.editor("POST", "/veilig/closing", &json!({ "version": self.version() }));
        self.installation.wait(6_000);
    }

    fn post(&self, path: &str, body: &str) -> Answer {
        let request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
        self.installation.send(request.body(Body::from(body.to_owned())).unwrap())
    }

    fn ask(&self, address: &str) -> Answer {
        let answer = self.post(PAGE, &format!("email={}", address.replace('@', "%40")));
        self.installation.wait(0);
        answer
    }

    /// The mails, with their lines whole again.
    fn mails(&self) -> Vec<String> {
        let taken = self.played.taken.lock().unwrap();
        taken.iter().map(|mail| mail.replace("=\r\n", "").replace("=3D", "=")).collect()
    }

    /// How many requests are stored, and whether the address can be read in one.
    fn stored(&self) -> usize {
        let rows = self.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
            let rows = sql.query("SELECT * FROM report_reader", &[]).unwrap();
            for row in &rows {
                let sealed = row.blob("sealed").unwrap();
                assert!(!sealed.windows(5).any(|part| part == b"lezer"), "an address is never stored as it is");
            }
            rows.len()
        });
        rows.unwrap()
    }
}

/// The path of the link in a mail that begins so.
fn link(mail: &str, begin: &str) -> String {
    let (_, rest) = mail.split_once(begin).unwrap_or_else(|| panic!("no {begin} in {mail}"));
    let tail: String = rest.chars().take_while(|char| char.is_ascii_alphanumeric() || "/.-_".contains(*char)).collect();
    format!("{begin}{tail}")
}

#[test]
fn the_outcome_is_mailed_once_to_who_confirmed_and_the_address_is_erased() {
    let office = Office::with_poll();
    assert!(office.installation.get(PAGE).text().contains("Stuur mij het bericht met de uitkomst"));
    let asked = office.ask(ADDRESS);
    assert_eq!((asked.status.as_u16(), asked.header("cache-control")), (200, "no-store"));
    assert!(asked.text().contains("Kijk nu in uw mail"), "{}", asked.text());
    assert_eq!(office.ask("LEZER@voorbeeld.nl").text(), asked.text(), "nobody learns who asked before");
    assert_eq!((office.taken(), office.stored()), (1, 1), "asking twice sends one mail");

    let mail = office.mails().remove(0);
    assert!(mail.contains("lezer@voorbeeld.nl") && mail.contains("List-Unsubscribe"), "{mail}");
    let confirm = link(&mail, "/kleinstad/nl/bericht-bevestigen/");
    // A scanner that opens the link changes nothing.
    for _ in 0..3 {
        assert!(office.installation.get(&confirm).text().contains("Ja, stuur mij de mail"));
    }
    let confirmed = || {
        let look = |sql: &crate::store::MemorySql| {
            sql.query("SELECT confirmed FROM report_reader", &[]).unwrap()[0].integer("confirmed").unwrap()
        };
        office.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", look).unwrap()
    };
    assert_eq!(confirmed(), 0);
    for wrong in [confirm.replace("bevestigen", "stoppen"), format!("{confirm}x")] {
        assert_eq!(office.installation.get(&wrong).status, 404, "{wrong}");
        assert_eq!(office.post(&wrong, "").status, 404);
    }
    for _ in 0..2 {
        assert!(office.post(&confirm, "").text().contains("U krijgt een mail met de uitkomst"));
    }
    assert_eq!(confirmed(), 1);

    office.installation.wait(8 * DAY);
    office.close();
    assert_eq!((office.taken(), office.stored()), (1, 1), "who confirmed is kept until the report");
    office.report();
    let mails = office.mails();
    assert_eq!((mails.len(), office.stored()), (2, 0), "{mails:?}");
    assert!(mails[1].contains("/kleinstad/nl/peilingen/veilig") && !mails[1].contains("List-Unsubscribe"));
    office.installation.wait(40 * DAY);
    assert_eq!(office.taken(), 2);
    assert!(office.post(&confirm, "").text().contains("Deze link werkt niet meer"));
    assert!(!office.installation.get(PAGE).text().contains("Stuur mij de uitkomst"), "the outcome is there to read");
}

#[test]
fn what_nobody_confirms_or_somebody_stops_is_erased_and_nothing_is_sent() {
    let office = Office::with_poll();
    office.ask(ADDRESS);
    office.ask("ander@voorbeeld.nl");
    assert_eq!(office.stored(), 2);
    let mails = office.mails();
    let stop = link(&mails[1], "/kleinstad/nl/bericht-stoppen/");
    office.post(&link(&mails[1], "/kleinstad/nl/bericht-bevestigen/"), "");
    assert!(office.installation.get(&stop).text().contains("Wis mijn e-mailadres"));
    assert_eq!(office.stored(), 2, "opening the link erases nothing");
    // A mail program posts this by itself when its user asks for no more mail (RFC 8058).
    assert!(office.post(&stop, "List-Unsubscribe=One-Click").text().contains("U krijgt geen mail"));
    assert_eq!(office.stored(), 1);
    office.installation.wait(9 * DAY);
    assert_eq!(office.stored(), 0, "not confirmed in 7 days");
    let late = office.post(&link(&mails[0], "/kleinstad/nl/bericht-bevestigen/"), "");
    assert!(late.text().contains("Deze link werkt niet meer"));
    office.close();
    office.report();
    assert_eq!(office.taken(), 2);
}

#[test]
fn who_confirms_after_the_report_gets_it_at_once_and_a_wrong_address_is_told() {
    let office = Office::with_poll();
    let wrong = office.ask("geen adres<script>");
    assert_eq!(wrong.status, 400);
    assert!(
        wrong.text().contains("geen adres&lt;script&gt;") && wrong.text().contains("aria-invalid"),
        "{}",
        wrong.text()
    );
    assert_eq!(office.ask("").status, 400);
    assert_eq!(office.stored(), 0);
    office.ask(ADDRESS);
    office.close();
    office.report();
    assert_eq!(office.taken(), 1);
    office.post(&link(&office.mails()[0], "/kleinstad/nl/bericht-bevestigen/"), "");
    office.installation.wait(0);
    assert_eq!((office.taken(), office.stored()), (2, 0));
}

#[test]
fn nothing_is_offered_where_no_mail_goes_out() {
    let office = Office::new(&[("PUBLIC_ORIGIN", "https://buurtstem.example")]);
    assert!(!office.installation.edge.config().sends_mail());
    assert!(Office::new(&MAIL).installation.edge.config().sends_mail());
}

#[test]
fn an_address_that_could_not_be_taken_just_now_stays_in_the_field() {
    let office = Office::with_poll();
    assert!(office.installation.get(PAGE).text().contains("Stuur mij het bericht met de uitkomst"));
    office.installation.objects.go_down(true);
    let refused = office.installation.post_form(PAGE, &format!("email={}", ADDRESS.replace('@', "%40")));
    office.installation.objects.go_down(false);
    assert_eq!(refused.status, 503);
    let html = refused.text();
    assert!(html.contains("Even niet bereikbaar") && html.contains("Wat u invulde, staat er nog."), "{html}");
    assert!(html.contains(&format!("value=\"{ADDRESS}\"")), "{html}");
}
