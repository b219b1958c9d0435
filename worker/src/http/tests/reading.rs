//! Reading changes nothing. In `FixMyStreet` an address in a mail answers a questionnaire as soon as it is opened, and
//! programs that look at mails before people do open it; here every address is asked and every table compared.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::{Value, json};
use shared::{ids::PollId, text::Language};

use crate::{
    auth::{
        mailed_code,
        stop_token::{self, Purpose},
    },
    objects::{ObjectClass, municipality::polls::readers::AskForReport},
    store::Sql,
    testing::{Answer, Installation, json as request, ready, slug},
};

const KEY: &str = "0123456789abcdefghjkmnpqrs";
const HELPERS_KEY: &str = "5123456789abcdefghjkmnpqrs";
/// One official of every role.
const OFFICIALS: [&str; 5] = ["sanne", "wil", "els", "ali", "rik"];

/// Every path that answers to GET, as the source registers it: a router cannot list its own.
fn paths() -> BTreeSet<String> {
    let http = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/http");
    let mut found = BTreeSet::new();
    for (folder, prefix) in [("public", "/api/v1"), ("admin", "/api/v1/admin"), (".", "/api/v1"), ("../pages", "")] {
        for entry in fs::read_dir(http.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.extension().is_none_or(|extension| extension != "rs")
                || ["tests.rs", "test_control.rs"].contains(&name.as_str())
            {
                continue;
            }
            let prefix = if name == "mod.rs" && folder == "." { "" } else { prefix };
            let source = fs::read_to_string(&path).unwrap();
            for call in source.split(".route(").skip(1) {
                let call = call.split(".route(").next().unwrap().split(";\n").next().unwrap();
                let Some(path) = call.split('"').nth(1) else { continue };
                let path = path.replace("{{", "{").replace("}}", "}");
                let reads = call.match_indices("get(").any(|(at, _)| !call[..at].ends_with(char::is_alphanumeric));
                if reads && call.starts_with("&at(") {
                    found.extend(["", "/frame/v1"].map(|place| format!("{place}/{{slug}}/{{language}}{path}")));
                } else if reads {
                    found.insert(format!("{prefix}{}", path.replace("{place}", "")));
                }
            }
        }
    }
    found
}

/// An installation in which every path leads to something.
struct Town {
    installation: Installation,
    case: String,
    poll: String,
    reader: String,
    pledge: String,
    message: String,
}

impl Town {
    fn new() -> Self {
        let installation = Installation::new();
        let proposal = json!({
            "draft": {
                "topicId": "verlichting", "areaId": "lindenflat", "what": "Meer licht bij de ingang", "why": "",
                "weDo": "", "weNeed": "", "onlyInform": false, "email": "bewoner@voorbeeld.nl", "mayBePublic": true
            },
            "language": "nl", "followKey": KEY
        });
        let sent = installation.post("/api/v1/municipalities/kleinstad/proposals", "first", &proposal);
        let case = sent.json::<Value>()["caseId"].as_str().unwrap().to_owned();
        let sanne = installation.sign_in("kleinstad", "sanne");
        let act = |method: &str, path: &str, body: Value| {
            let answer = installation.official(&sanne, method, &format!("/api/v1/admin{path}"), &body);
            assert!(answer.status.is_success(), "{path}: {}", answer.text());
            answer
        };
        act("POST", &format!("/cases/{case}/publication"), json!({ "version": 1 }));
        let offer = json!({ "text": "Ik help", "language": "nl", "followKey": HELPERS_KEY });
        let path = format!("/api/v1/municipalities/kleinstad/initiatives/{case}/pledges");
        assert_eq!(installation.post(&path, "offer", &offer).status, 201);
        act("POST", &format!("/cases/{case}/questions"), json!({ "version": 2, "text": "Bij welke ingang?" }));
        let mut poll: Value = serde_json::from_str(include_str!("../../../../shared/tests/golden/poll.json")).unwrap();
        poll["id"] = json!("veilig");
        let ali = installation.sign_in("kleinstad", "ali");
        let (regulation, desk) = ("https://regels.example/1", json!({ "name": "De griffie", "reach": "14 099" }));
        let own = json!({ "on": true, "regulation": regulation, "minimumAge": 16, "desk": desk,
            "supporters": { "by": "number", "count": 100 } });
        let other = json!({ "on": true, "regulation": regulation, "whatFor": "Groen", "desk": desk });
        let rights = json!({ "version": 0, "rights": { "citizensInitiative": own, "rightToChallenge": other } });
        assert_eq!(installation.official(&ali, "PUT", "/api/v1/admin/formal-rights", &rights).status, 200);
        act("POST", "/polls", json!({ "version": 0, "poll": poll }));
        act("POST", "/polls/veilig/opening", json!({ "version": 1, "closesOn": "2026-03-16" }));
        installation.wait(0);
        let poll = PollId::parse("veilig").unwrap();
        let email = "lezer@voorbeeld.nl".to_owned();
        let ask = AskForReport { poll_id: poll, language: Language::Nl, email };
        ready(installation.edge.municipality(&slug("kleinstad"), &ask)).unwrap();
        let one = |query: &str| {
            let look = |sql: &crate::store::MemorySql| sql.query(query, &[]).unwrap()[0].text("id").unwrap().to_owned();
            installation.objects.inspect(ObjectClass::Municipality, "kleinstad", look).unwrap()
        };
        let pledge = one("SELECT id FROM pledge");
        let reader = one("SELECT id FROM report_reader");
        let message = one("SELECT CAST(id AS TEXT) AS id FROM outbox LIMIT 1");
        Self { installation, case, poll: "veilig".into(), reader, pledge, message }
    }

    fn address(&self, path: &str) -> String {
        let purpose = match path {
            _ if path.contains("berichten-stoppen") => Purpose::StopMessages,
            _ if path.contains("meedoen-zonder-mail") => Purpose::StopPledge,
            _ if path.contains("bevestigen") => Purpose::ConfirmReader,
            _ => Purpose::StopReader,
        };
        let id = match purpose {
            Purpose::StopMessages => &self.case,
            Purpose::StopPledge => &self.pledge,
            _ => &self.reader,
        };
        let keys = &self.installation.edge.config().hash_keys;
        let proof = if path.contains("samenwerken") {
            let (case, partner) = (self.case.parse().unwrap(), "politie".parse().unwrap());
            mailed_code::proof(keys, "kleinstad", &case, &partner).unwrap()
        } else {
            stop_token::make(keys, purpose, "kleinstad", id).unwrap()
        };
        let message = if path.contains("/messages/") { &self.message } else { &self.case };
        let file = if path.contains("charts") || path.contains("grafieken") { "veilig.svg" } else { "x" };
        [
            ("{slug}", "kleinstad"),
            ("{language}", "nl"),
            ("{poll_id}", &self.poll),
            ("{case_id}", &self.case),
            ("{partner_id}", "politie"),
            ("{pledge_id}", &self.pledge),
            ("{reader_id}", &self.reader),
            ("{proof}", &proof),
            ("{id}", message),
            ("{question_id}", "meer"),
            ("{topic_id}", "verlichting"),
            ("{area_id}", "lindenflat"),
            ("{template_id}", "veiligheid"),
            ("{version}", "1"),
            ("{file}", file),
            ("{code}", "12"),
            ("{logo}", "0123456789abcdef.svg"),
            ("{*rest}", "zaken"),
        ]
        .into_iter()
        .fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
    }

    fn ask(&self, method: &str, address: &str, cookie: Option<&str>) -> Answer {
        let key = if address.contains("followed-pledge") { HELPERS_KEY } else { KEY };
        let request = request(method, address, &Value::Null).header("follow-key", key);
        let request = cookie.into_iter().fold(request, |request, cookie| request.header("cookie", cookie));
        self.installation.send(request.body("".into()).unwrap())
    }

    /// Every table of every object, but for the notes of who has read what and when a session was last used, and for
    /// when the boxes of a poll are counted again, which looking at a poll brings forward.
    fn everything(&self) -> Vec<String> {
        let left_out = |table: &String| ["audit", "session", "job"].iter().any(|name| names(table, name));
        let tables = |class, name| self.installation.dump(class, name);
        let municipality = tables(ObjectClass::Municipality, "kleinstad");
        assert_eq!(municipality.iter().filter(|table| left_out(table)).count(), 3);
        let boxes = tables(ObjectClass::BallotBox, "kleinstad/veilig/0");
        assert!(!boxes.is_empty());
        let jobs = |sql: &crate::store::MemorySql| {
            format!("{:?}", sql.query("SELECT * FROM job WHERE kind <> 'poll' ORDER BY kind, key", &[]).unwrap())
        };
        let jobs = self.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", jobs);
        let directory = tables(ObjectClass::Directory, "directory");
        let all = municipality.into_iter().filter(|table| !left_out(table));
        all.chain(boxes).chain(directory).chain(jobs).collect()
    }
}

fn names(table: &str, name: &str) -> bool {
    table.contains(&format!("[Text(\"{name}\")]"))
}

#[test]
fn reading_any_address_changes_nothing() {
    let town = Town::new();
    let cookies: Vec<String> =
        OFFICIALS.iter().map(|official| town.installation.sign_in("kleinstad", official)).collect();
    let before = town.everything();
    let paths = paths();
    assert!(paths.len() > 45, "{} addresses", paths.len());
    let mut unread = Vec::new();
    for path in &paths {
        let address = town.address(path);
        assert!(!address.contains('{'), "{path} has a part that the test does not fill in");
        let mut read = false;
        for cookie in std::iter::once(None).chain(cookies.iter().map(|cookie| Some(cookie.as_str()))) {
            // As it is, and with what answers elsewhere.
            for query in ["", "?scope=mine&topicId=verlichting&areaId=lindenflat&helped=yes&been_fixed=Yes"] {
                let answer = town.ask("GET", &format!("{address}{query}"), cookie);
                read |= answer.status.is_success() || answer.status.is_redirection();
                town.ask("HEAD", &format!("{address}{query}"), cookie);
            }
        }
        if !read {
            unread.push(path);
        }
        for (before, after) in before.iter().zip(town.everything()) {
            assert_eq!(*before, after, "{path} changed something");
        }
    }
    // What could not be read proves little: these are figures that an open poll has not published, and two lists that
    // are elsewhere.
    let not_yet = ["figures", "charts", "grafieken", "code-book", "/p/{code}", "/logo/", "{template_id}"];
    unread.retain(|path| !not_yet.iter().any(|part| path.contains(part)));
    assert!(unread.is_empty(), "{unread:?} led to nothing");
}
