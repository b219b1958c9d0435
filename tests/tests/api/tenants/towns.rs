//! `kleinstad`, and `grootstad` with one of everything that a route can name.

use buurtstem_tests::{Client, Server, api::small_municipality};
use serde_json::{Value, json};

/// An id that nothing has.
pub(super) const NOBODYS: &str = "00000000000000000000000000";
/// The key to grootstad's case.
pub(super) const FOLLOW_KEY: &str = "0123456789abcdefghjkmnpqrs";
/// Opens an offer to help with it.
pub(super) const HELPERS_KEY: &str = "5123456789abcdefghjkmnpqrs";
/// The poll of grootstad.
const POLL: &str = "peiling-van-grootstad";
const ADMIN: &str = "/api/v1/admin";
/// So many answer the poll, so that there is something to draw and to read.
const BALLOTS: u32 = 24;

/// What a path is filled in with.
pub(super) struct Ids {
    pub(super) poll: String,
    pub(super) question: String,
    /// The file of a chart.
    pub(super) file: String,
    /// An open answer.
    pub(super) written: String,
    pub(super) case: String,
    pub(super) handover: String,
    pub(super) partner: String,
    pub(super) text: String,
    /// A version of the routing rules.
    pub(super) version: String,
    pub(super) message: String,
    pub(super) webhook: String,
    /// Something told, or to be told, to the webhook.
    pub(super) delivery: String,
    /// Who asked for the outcome of a poll.
    pub(super) reader: String,
    /// What stands in the links of mails: stop the messages of a case, confirm and stop the mail with an outcome.
    pub(super) stop_case: String,
    pub(super) confirm: String,
    pub(super) stop_reader: String,
    /// Who offered to help, and what stands in their mails.
    pub(super) pledge: String,
    pub(super) stop_pledge: String,
}

impl Ids {
    pub(super) fn nobodys() -> Self {
        let nobodys = || NOBODYS.to_owned();
        Self {
            poll: nobodys(),
            question: nobodys(),
            file: format!("{NOBODYS}.svg"),
            written: nobodys(),
            case: nobodys(),
            handover: nobodys(),
            partner: nobodys(),
            text: nobodys(),
            version: "4096".to_owned(),
            message: nobodys(),
            webhook: nobodys(),
            delivery: nobodys(),
            reader: nobodys(),
            stop_case: nobodys(),
            confirm: nobodys(),
            stop_reader: nobodys(),
            pledge: nobodys(),
            stop_pledge: nobodys(),
        }
    }

    /// The path of a route, whole.
    pub(super) fn path(&self, route: &str) -> String {
        // `{id}` and `{proof}` are of what stands before them.
        let id = if route.contains("/messages/") { &self.message } else { &self.case };
        let proof = match route {
            route if route.contains("/berichten-stoppen/") => &self.stop_case,
            route if route.contains("/meedoen-zonder-mail/") => &self.stop_pledge,
            route if route.contains("/bericht-bevestigen/") => &self.confirm,
            _ => &self.stop_reader,
        };
        let path = [
            ("{slug}", "kleinstad"),
            ("{language}", "nl"),
            ("{*rest}", "zaken"),
            ("{code}", "101"),
            ("{logo}", "0123456789abcdef.svg"),
            ("{template_id}", NOBODYS),
            ("{poll_id}", &self.poll),
            ("{question_id}", &self.question),
            ("{file}", &self.file),
            ("{written}", &self.written),
            ("{id}", id),
            ("{case_id}", &self.case),
            ("{handover}", &self.handover),
            ("{partner_id}", &self.partner),
            ("{text}", &self.text),
            ("{version}", &self.version),
            ("{webhook}", &self.webhook),
            ("{delivery}", &self.delivery),
            ("{reader_id}", &self.reader),
            ("{proof}", proof),
            ("{area_id}", NOBODYS),
            ("{help}", NOBODYS),
            ("{number}", "1"),
            ("{task}", NOBODYS),
            ("{contact}", NOBODYS),
            ("{pledge}", &self.pledge),
            ("{pledge_id}", &self.pledge),
            ("{topic_id}", NOBODYS),
        ]
        .iter()
        .fold(route.to_owned(), |path, (name, value)| path.replace(name, value));
        assert!(!path.contains('{'), "{route} is asked with nonsense: {path}");
        path
    }
}

/// Both municipalities on one server.
pub(super) struct Towns {
    pub(super) server: Server,
    pub(super) grootstads: Ids,
    pub(super) coordinator: Client,
    pub(super) administrator: Client,
}

impl Towns {
    pub(super) fn start() -> Self {
        let server = Server::with_kleinstad();
        let mut file = small_municipality();
        file["settings"]["name"] = "Grootstad".into();
        // A partner that kleinstad does not have.
        let partner = json!({ "id": "grootwonen", "name": "geheim van Grootstad wonen", "kind": "housingCorporation",
            "agreementUntil": "2099-12-31" });
        file["partners"].as_array_mut().unwrap().push(partner);
        file["officials"].as_array_mut().unwrap().push(json!({ "id": "gijs", "partnerId": "grootwonen",
            "name": "Gijs Groot", "email": "gijs@grootwonen.example", "role": "handler" }));
        server.load("grootstad", &file);
        let coordinator = server.sign_in("grootstad", "sanne");
        let administrator = server.sign_in("grootstad", "ali");
        let mut towns = Self { server, grootstads: Ids::nobodys(), coordinator, administrator };
        towns.answer_the_poll();
        towns.receive_a_case();
        towns.keep_what_an_administrator_keeps();
        towns.read_the_letters();
        towns
    }

    /// All that grootstad's coordinator, its administrator and its residents see.
    pub(super) fn all_of_grootstad(&self) -> Vec<String> {
        let case = format!("{ADMIN}/cases/{}", self.grootstads.case);
        let texts = format!("{ADMIN}/polls/{POLL}/texts/meer");
        let paths = [
            (&self.coordinator, "/api/v1/admin/me"),
            (&self.coordinator, "/api/v1/admin/polls"),
            (&self.coordinator, "/api/v1/admin/polls/peiling-van-grootstad"),
            (&self.coordinator, &texts),
            (&self.coordinator, "/api/v1/admin/cases?scope=all"),
            (&self.coordinator, &case),
            (&self.administrator, "/api/v1/admin/standard-texts"),
            (&self.administrator, "/api/v1/admin/formal-rights"),
            (&self.administrator, "/api/v1/admin/routing-rules"),
            (&self.administrator, "/api/v1/admin/partners"),
            (&self.administrator, "/api/v1/admin/messages"),
            (&self.coordinator, "/api/v1/municipalities/grootstad"),
            (&self.coordinator, "/api/v1/municipalities/grootstad/polls"),
            (&self.coordinator, "/api/v1/municipalities/grootstad/initiatives"),
        ];
        let seen = paths.map(|(who, path)| at_rest(&who.get(path).expect(200).text()));
        assert!(seen.concat().contains("geheim van Grootstad"), "there is something to protect");
        seen.to_vec()
    }

    /// A poll with figures, a picture of them, open answers, and somebody who wants to hear of the outcome.
    fn answer_the_poll(&mut self) {
        let editor = self.server.sign_in("grootstad", "els");
        let _ = editor.post(&format!("{ADMIN}/polls"), &json!({ "version": 0, "poll": poll(POLL) })).expect(201);
        let opening = json!({ "version": 1, "closesOn": "2099-01-01" });
        let _ = editor.post(&format!("{ADMIN}/polls/{POLL}/opening"), &opening).expect(200);
        self.server.run_due_work();
        let _ = self.server.until_poll("grootstad", POLL, "open");
        let anybody = self.server.anybody();
        for number in 0..BALLOTS {
            let choice = if number % 2 == 0 { "ja" } else { "nee" };
            let answers = json!({ "kies": { "choice": choice }, "meer": { "text": "geheim van Grootstad" } });
            let id = format!("ballot-of-grootstad-{number:02}");
            let path = format!("/api/v1/municipalities/grootstad/polls/{POLL}/ballots");
            let _ = anybody.post_once(&path, &id, &json!({ "answers": answers })).expect(201);
        }
        let form = [("content-type", "application/x-www-form-urlencoded")];
        let asked = b"email=lezer%40voorbeeld.example".to_vec();
        let thanks = format!("/grootstad/nl/peilingen/{POLL}/bedankt");
        let _ = anybody.send_bytes(ureq::http::Method::POST, &thanks, asked, &form).expect(200);
        let version = editor.get(&format!("{ADMIN}/polls/{POLL}")).expect(200).json()["version"].clone();
        let _ = editor.post(&format!("{ADMIN}/polls/{POLL}/closing"), &json!({ "version": version })).expect(200);
        self.server.run_due_work();
        let _ = self.server.until_poll("grootstad", POLL, "closed");
        let texts = editor.get(&format!("{ADMIN}/polls/{POLL}/texts/meer")).expect(200).json();
        self.grootstads.poll = POLL.to_owned();
        self.grootstads.question = "meer".to_owned();
        self.grootstads.file = "kies.svg".to_owned();
        self.grootstads.written = text(&texts["answers"][0]["id"]);
    }

    /// A case that is public and offered to a partner of grootstad's own.
    fn receive_a_case(&mut self) {
        let path = "/api/v1/municipalities/grootstad/proposals";
        let mut proposal = proposal("geheim van Grootstad", FOLLOW_KEY);
        proposal["draft"]["email"] = "bewoner@voorbeeld.example".into();
        let sent = self.server.anybody().post_once(path, "once", &proposal).expect(201).json();
        let case = text(&sent["caseId"]);
        let path = format!("{ADMIN}/cases/{case}");
        let act = |tail: &str, mut body: Value| {
            body["version"] = self.coordinator.get(&path).expect(200).json()["version"].clone();
            self.coordinator.post(&format!("{path}/{tail}"), &body).expect(200).json()
        };
        let _ = act("publication", json!({}));
        let offer = json!({ "text": "geheim van Grootstad", "email": "helper@voorbeeld.example", "language": "nl",
            "followKey": HELPERS_KEY });
        let path = format!("/api/v1/municipalities/grootstad/initiatives/{case}/pledges");
        let _ = self.server.anybody().post_once(&path, "offer", &offer).expect(201);
        let offered = act("handovers", json!({ "to": "grootwonen", "reason": "Dit is iets voor u." }));
        self.grootstads.handover = text(&offered["handover"]["id"]);
        self.grootstads.partner = "grootwonen".to_owned();
        self.grootstads.case = case;
    }

    fn keep_what_an_administrator_keeps(&mut self) {
        let ready = json!({ "version": 0, "title": "geheim van Grootstad", "ending": "notDone", "language": "nl",
            "words": "Dit doen wij niet." });
        let made = self.administrator.post(&format!("{ADMIN}/standard-texts"), &ready).expect(200).json();
        self.grootstads.text = text(&made["texts"][0]["id"]);
        let own = json!({ "version": 0, "rights": rights("geheim van Grootstad") });
        let _ = self.administrator.put(&format!("{ADMIN}/formal-rights"), &own).expect(200);
        let rules = format!("{ADMIN}/routing-rules");
        let mut set = self.administrator.get(&rules).expect(200).json();
        set["rules"][0]["answerDays"] = 12.into();
        let save = json!({ "version": set["set"]["version"], "rules": set["rules"] });
        let saved = self.administrator.put(&rules, &save).expect(200).json();
        // The second set of rules; kleinstad has one.
        self.grootstads.version = saved["set"]["version"].to_string();
        let hooks = format!("{ADMIN}/webhooks");
        let hook = json!({ "url": "https://zaken.grootstad.example/hook" });
        let made = self.administrator.post(&hooks, &hook).expect(201).json();
        self.grootstads.webhook = text(&made["id"]);
        let test = format!("{hooks}/{}/test", self.grootstads.webhook);
        let told = self.administrator.post(&test, &json!({})).expect(200).json();
        self.grootstads.delivery = text(&told["webhooks"][0]["deliveries"][0]["id"]);
    }

    /// The proofs stand in the mails, which are kept on a machine without mail.
    fn read_the_letters(&mut self) {
        let overview = self.administrator.get(&format!("{ADMIN}/messages")).expect(200).json();
        let ids = overview["kept"].as_array().into_iter().flatten().map(|message| text(&message["id"]));
        let letters: Vec<(String, String)> = ids
            .map(|id| {
                let letter = self.administrator.get(&format!("{ADMIN}/messages/{id}/text")).expect(200).json();
                (id, text(&letter["text"]))
            })
            .collect();
        // The two last parts of the link that begins so.
        let link = |begin: &str| -> (String, String) {
            let rest = letters.iter().find_map(|(_, letter)| letter.split_once(&format!("/grootstad/nl/{begin}/")));
            let (_, rest) = rest.unwrap_or_else(|| panic!("no {begin} in {letters:#?}"));
            let link = rest.split_whitespace().next().unwrap_or_default();
            let (of, proof) = link.split_once('/').unwrap_or_default();
            (of.to_owned(), proof.to_owned())
        };
        let (case, stop_case) = link("berichten-stoppen");
        assert_eq!(case, self.grootstads.case);
        let (reader, confirm) = link("bericht-bevestigen");
        let (_, stop_reader) = link("bericht-stoppen");
        let (pledge, stop_pledge) = link("meedoen-zonder-mail");
        let message = letters[0].0.clone();
        self.grootstads = Ids {
            message,
            reader,
            stop_case,
            confirm,
            stop_reader,
            pledge,
            stop_pledge,
            ..std::mem::replace(&mut self.grootstads, Ids::nobodys())
        };
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// Without the moment of the next count, which moves with every look.
fn at_rest(text: &str) -> String {
    let mut parts = text.split("\"nextCountAt\":");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |seen, part| seen + part.split_once(',').map_or("", |(_, rest)| rest))
}

/// Both formal rights, on.
pub(super) fn rights(what_for: &str) -> Value {
    let (regulation, desk) = ("https://regels.example/1", json!({ "name": "De griffie", "reach": "14 099" }));
    json!({
        "citizensInitiative": {
            "on": true, "regulation": regulation, "minimumAge": 16, "supporters": { "by": "number", "count": 100 },
            "excluded": [what_for], "desk": desk
        },
        "rightToChallenge": { "on": true, "regulation": regulation, "whatFor": what_for, "desk": desk }
    })
}

pub(super) fn poll(id: &str) -> Value {
    let option = |id: &str, text: &str| json!({ "id": id, "text": { "nl": text } });
    json!({
        "id": id,
        "title": { "nl": "geheim van Grootstad" },
        "intro": { "nl": "Wij willen weten hoe het gaat." },
        "influence": "advise",
        "questions": [
            { "id": "kies", "text": { "nl": "Gaat het goed?" },
              "kind": { "type": "oneChoice", "options": [option("ja", "Ja"), option("nee", "Nee")] } },
            { "id": "meer", "text": { "nl": "Hoe gaat het?" }, "kind": { "type": "openText" } }
        ],
    })
}

pub(super) fn proposal(what: &str, follow_key: &str) -> Value {
    json!({
        "draft": { "areaId": "de-linden", "topicId": "ontmoeten", "what": what, "mayBePublic": true },
        "language": "nl",
        "followKey": follow_key,
    })
}
