//! The overview that a partner gets once a day in the place of single messages.

use super::{HOUR, KEY, Office, ROOT, header, json, recipients, text};

/// A weekend with the holidays of Easter or Christmas before the next working day at eight.
const MOST_HOURS: usize = 6 * 24;

impl Office {
    /// Woonstad wants one overview a day, also in its mailbox.
    fn with_daily_mail() -> Self {
        let office = Self::new();
        let ali = office.server.sign_in("kleinstad", "ali");
        let view = ali.get("/api/v1/admin/partners").expect(200).json();
        let partners = view["partners"].as_array().cloned().unwrap_or_default();
        let woonstad = partners.iter().find(|partner| partner["id"] == "woonstad").unwrap();
        let body = json!({
            "version": woonstad["version"], "agreement": "controller", "agreementUntil": "2099-12-31",
            "mailbox": "wijk@woonstad.example", "mailing": { "daily": true }
        });
        let _ = ali.put("/api/v1/admin/partners/woonstad", &body).expect(200);
        office
    }

    fn propose_again(&self, place: usize, what: &str) {
        let body = json!({
            "draft": { "topicId": "verlichting", "areaId": "lindenflat", "what": what },
            "language": "nl", "followKey": format!("{place}{}", &KEY[1..])
        });
        let anybody = self.server.anybody();
        let _ = anybody.post_once(&format!("{ROOT}/proposals"), &format!("idea-{place}"), &body).expect(201);
    }

    /// Whether the overview has been made of what waited for it.
    fn has_overview(&self) -> bool {
        let pending = self.server.pending("kleinstad");
        let waiting = pending["outbox"].as_array().cloned().unwrap_or_default();
        waiting.iter().any(|message| message["template"] == "daily-overview")
    }
}

#[test]
fn a_day_comes_in_one_mail_and_once_whatever_breaks_in_between() {
    let mut office = Office::with_daily_mail();
    office.propose_again(1, "Meer licht bij de ingang");
    office.propose_again(2, "Een bankje bij de flat");
    office.server.run_due_work();
    // The municipality helps and hears of each at once; Woonstad of neither.
    let at_once = office.mail.messages(4);
    let theirs = ["bram@kleinstad.example", "bram@kleinstad.example", "sanne@kleinstad.example"];
    assert_eq!(recipients(&at_once)[..3], theirs);
    assert!(recipients(&at_once).iter().all(|to| to.ends_with("@kleinstad.example")));

    // In the morning the mail server is down, and ours dies with the overview waiting.
    office.mail.stop();
    let mut hours = 0;
    while !office.has_overview() {
        office.wait(HOUR);
        hours += 1;
        assert!(hours <= MOST_HOURS, "{}", office.server.pending("kleinstad"));
    }
    office.server.crash_and_restart().unwrap();
    office.mail.start_again();
    let mails = office.arrive(2);
    assert_eq!(recipients(&mails), ["wijk@woonstad.example", "wil@woonstad.example"]);
    for mail in &mails {
        assert_eq!(text(&mail["subject"]), "Overzicht van uw zaken: 2 berichten");
        assert_eq!(mail["secure"], true);
        assert_eq!(header(mail, "auto-submitted"), "auto-generated");
        let words = text(&mail["text"]);
        let origin = office.server.origin();
        assert!(words.contains("2 × nieuwe zaak") && words.contains(&format!("{origin}/admin/zaken/")), "{words}");
        let whole = format!("{}{}{}", mail["raw"], mail["text"], mail["html"]);
        for private in ["licht", "bankje", "Lindenflat", KEY] {
            assert!(!whole.contains(private), "{private} in {whole}");
        }
    }
    office.settles(0);
    office.wait(2 * HOUR);
    assert_eq!(office.mail.messages(0).len(), 0, "once");
}
