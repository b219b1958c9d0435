//! Random sequences of acts by random people at random times, through the API against the real thing. Beside it the
//! domain decides the same from the same events: both accept and refuse the same, and end in the same state.
//!
//! 40 sequences by default, 200 with `cargo xtask test --full`; `BUURTSTEM_SEQUENCES` gives another number.

mod wider;

use std::cell::Cell;

use buurtstem_tests::{Answer, Chance, Client, Server};
use serde_json::{Value, json};
use shared::{
    actor::Actor,
    case::{Case, Command, ConclusionText, Context, Event, Nature, Outcome, Parts, Passing, Recorded, Written},
    ids::{HandoverId, PartnerId, TextId},
    promise::Calendar,
    routing::PartnerAvailability,
    time::Instant,
    wire::operator::MunicipalityFile,
};
use ureq::http::Method;

const ROOT: &str = "/api/v1/municipalities/kleinstad";
const SEQUENCES: u64 = 40;
const ALL_SEQUENCES: u64 = 200;
const STEPS: u64 = 14;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const HOUR: i64 = 3_600_000;
const OFFICIALS: [&str; 4] = ["sanne", "wil", "piet", "bram"];
const PARTNERS: [&str; 3] = ["gemeente", "politie", "woonstad"];
const ANSWER: &str = "De lamp is vervangen.";

/// An act as the API takes it, and as the domain does.
struct Act {
    tail: String,
    body: Value,
    command: Command,
}

struct World {
    server: Server,
    file: MunicipalityFile,
    partners: Vec<PartnerAvailability>,
    /// Hours from the real time; it only ever grows.
    hours: i64,
    clients: Vec<(&'static str, Client)>,
    seen: Cell<Seen>,
}

/// How often something happened, so that a test in which it never did does not pass.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    done: u32,
    refused: u32,
    unseen: u32,
    public: u32,
    merged: u32,
    unmerged: u32,
    erased: u32,
    translated: u32,
    tasks: u32,
    agreed: u32,
}

/// One case of it.
struct Subject {
    id: String,
    key: String,
}

impl World {
    fn start() -> Self {
        let server = Server::with_kleinstad();
        let file: MunicipalityFile = serde_json::from_str(buurtstem_tests::api::SMALL_MUNICIPALITY).unwrap();
        let partners = file.partners.iter().cloned();
        let partners = partners.map(|partner| PartnerAvailability { partner, has_active_official: true }).collect();
        let mut world = Self { server, file, partners, hours: 0, clients: Vec::new(), seen: Cell::default() };
        world.sign_in();
        world
    }

    fn sign_in(&mut self) {
        self.clients = OFFICIALS.iter().map(|who| (*who, self.server.sign_in("kleinstad", who))).collect();
    }

    /// Time goes by, and what is due happens. Sessions end meanwhile.
    fn wait(&mut self, hours: u64) {
        self.hours += i64::try_from(hours).unwrap();
        self.server.set_clock(self.hours * HOUR);
        self.server.run_due_work();
        if hours > 0 {
            self.sign_in();
        }
    }

    fn now(&self) -> Instant {
        let answer = self.server.anybody().post("/test/clock", &json!({ "offsetMilliseconds": self.hours * HOUR }));
        answer.expect(200).json()["now"].as_str().unwrap().parse().unwrap()
    }

    fn client(&self, who: &str) -> &Client {
        &self.clients.iter().find(|(name, _)| *name == who).unwrap().1
    }

    fn actor(&self, who: &str) -> Actor {
        let official = self.file.officials.iter().find(|official| official.id.as_str() == who).unwrap();
        Actor::Official { id: official.id.clone(), partner: official.partner_id.clone(), role: official.role }
    }

    /// What is stored, folded by the domain.
    fn replayed(&self, subject: &Subject) -> (Case, Vec<Recorded>) {
        let answer = self.server.anybody().get(&format!("/test/events/kleinstad/{}", subject.id)).expect(200);
        let events: Vec<Recorded> = serde_json::from_slice(&answer.body).unwrap();
        (Case::replay(&events).unwrap(), events)
    }

    fn receive(&self, number: u64, chance: &mut Chance) -> Subject {
        let key = format!("{number:06}6789abcdefghjkmnpqrs");
        let body = json!({
            "draft": {
                "topicId": chance.one_of(&["verlichting", "veiligheid", "ontmoeten"]),
                "areaId": chance.one_of(&["lindenflat", "de-haven"]), "what": "Meer licht bij de ingang", "why": "",
                "weDo": "", "weNeed": "", "onlyInform": false, "email": "", "mayBePublic": true
            },
            "language": chance.one_of(&["nl", "nl", "en"]), "followKey": key
        });
        let receipt = self.server.anybody().post_once(&format!("{ROOT}/proposals"), &key, &body).expect(201).json();
        Subject { id: receipt["caseId"].as_str().unwrap().to_owned(), key }
    }

    /// The same act in both worlds: what the domain says of it is what the API does.
    fn try_official(&self, subject: &Subject, who: &str, act: Act, what: &str) {
        let (case, events) = self.replayed(subject);
        let Act { tail, mut body, command } = act;
        body["version"] = case.version.into();
        let actor = self.actor(who);
        let Actor::Official { partner, role, .. } = &actor else { unreachable!() };
        let expected = case.decide(command, &actor, &self.context(self.now()));
        let answer = self.client(who).post(&format!("/api/v1/admin/cases/{}{tail}", subject.id), &body);
        let kinds = expected.as_ref().map(|decision| decision.events.iter().map(shared::case::Event::kind).collect());
        let visible = case.is_visible_to(partner, *role);
        self.compare(subject, &events, &answer, visible, kinds.map_err(shared::case::Refusal::code), what);
    }

    fn try_resident(&self, subject: &Subject, act: Act, key: &str, what: &str) {
        let (case, events) = self.replayed(subject);
        let expected = case.decide(act.command, &Actor::Resident, &self.context(self.now()));
        let headers = [("follow-key", subject.key.as_str()), ("idempotency-key", key)];
        let path = format!("{ROOT}/followed-case{}", act.tail);
        let answer = self.server.anybody().send(Method::POST, &path, Some(&act.body), &headers);
        let kinds = expected.as_ref().map(|decision| decision.events.iter().map(shared::case::Event::kind).collect());
        self.compare(subject, &events, &answer, true, kinds.map_err(shared::case::Refusal::code), what);
    }

    fn compare(
        &self,
        subject: &Subject,
        before: &[Recorded],
        answer: &Answer,
        visible: bool,
        expected: Result<Vec<&'static str>, &'static str>,
        what: &str,
    ) {
        let (_, after) = self.replayed(subject);
        let happened: Vec<&str> = after[before.len()..].iter().map(|recorded| recorded.event.kind()).collect();
        self.count(|seen| match answer.status {
            200 => seen.done += 1,
            404 => seen.unseen += 1,
            _ => seen.refused += 1,
        });
        match (answer.status, expected) {
            (200, Ok(kinds)) => {
                assert_eq!((&happened, visible), (&kinds, true), "{what}");
                self.count_kinds(&after[before.len()..]);
            }
            // Foreign and nonexistent look the same, and a route asks for a role before the case is looked at.
            (404, _) => assert!(!visible && happened.is_empty(), "{what}: {}", answer.text()),
            (403, Err("caseNotYours")) => assert!(happened.is_empty(), "{what}"),
            (status, expected) if !visible => {
                panic!("{what}: {status} and {expected:?} of a case that is not there: {}", answer.text())
            }
            (400 | 409, Err(code)) => {
                // The domain names the one fault of a command, the API all faults of a request.
                let code = if code == "invalidInput" { "invalid" } else { code };
                assert_eq!((answer.code().as_str(), happened.len()), (code, 0), "{what}: {}", answer.text());
            }
            (status, expected) => panic!("{what}: {status} {}, and the domain says {expected:?}", answer.text()),
        }
    }

    /// What people see is what the fold over the stored events says.
    fn check(&self, subject: &Subject, what: &str) {
        let (case, events) = self.replayed(subject);
        let detail = self.client("sanne").get(&format!("/api/v1/admin/cases/{}", subject.id)).expect(200).json();
        let summary = &detail["summary"];
        let word = |value: &shared::case::PublicStatus| serde_json::to_value(value).unwrap();
        assert_eq!(detail["version"], json!(case.version), "{what}");
        assert_eq!(detail["version"], json!(events.len()), "{what}");
        assert_eq!(summary["owner"], json!(case.owner()), "{what}");
        assert_eq!(summary["status"], word(&case.status()), "{what}");
        assert_eq!(summary["promise"], json!(case.promise()), "{what}");
        assert_eq!(summary["offeredTo"], json!(case.offer().map(|offer| &offer.to)), "{what}");
        assert_eq!(summary["held"], json!(case.is_held()), "{what}");
        assert_eq!(summary["waitingForResident"], json!(case.question().is_some()), "{what}");
        assert_eq!(detail["public"], json!(case.is_public()), "{what}");
        assert_eq!(detail["refusals"], json!(case.open().map_or(0, |open| open.refusals)), "{what}");
        let actions = case.actions(&self.actor("sanne"), &self.context(self.now()));
        assert_eq!(detail["actions"], json!(actions), "{what}");
        let headers = [("follow-key", subject.key.as_str())];
        let path = format!("{ROOT}/followed-case?lang=nl");
        let followed = self.server.anybody().send(Method::GET, &path, None, &headers).expect(200).json();
        assert_eq!((&followed["status"], &followed["promise"]), (&summary["status"], &summary["promise"]), "{what}");
        self.check_who_sees_it(subject, &case, what);
    }

    /// Everybody sees what is public, and nobody anything else; officials by where they are.
    fn check_who_sees_it(&self, subject: &Subject, case: &Case, what: &str) {
        let public = if case.is_public() { 200 } else { 404 };
        let anybody = self.server.anybody();
        assert_eq!(anybody.get(&format!("{ROOT}/initiatives/{}", subject.id)).status, public, "{what}");
        let listed = anybody.get(&format!("{ROOT}/initiatives")).expect(200).text().contains(&subject.id);
        assert_eq!(listed, case.is_public(), "{what}");
        self.count(|seen| seen.public += u32::from(case.is_public()));
        for who in OFFICIALS {
            let Actor::Official { partner, role, .. } = self.actor(who) else { unreachable!() };
            let expected = if case.is_visible_to(&partner, role) { 200 } else { 404 };
            let seen = self.client(who).get(&format!("/api/v1/admin/cases/{}", subject.id));
            assert_eq!(seen.status, expected, "{what}: what {who} sees");
            // Who sees a case finds it, by its number and by its words, and nobody else does.
            let (number, words) = (case.received.number, if case.erased { "" } else { "%20licht" });
            let path = format!("/api/v1/admin/case-search?words={number}{words}");
            let found = self.client(who).get(&path).expect(200).json();
            let found = found["cases"].as_array().unwrap().len();
            assert_eq!(found, usize::from(expected == 200), "{what}: what {who} finds");
        }
    }

    fn count_kinds(&self, happened: &[Recorded]) {
        for recorded in happened {
            self.count(|seen| match &recorded.event {
                Event::Concluded { outcome: Outcome::Merged { .. }, .. } => seen.merged += 1,
                Event::TextsErased { .. } => seen.erased += 1,
                Event::Translated { .. } => seen.translated += 1,
                Event::TaskAdded { .. } => seen.tasks += 1,
                Event::AgreementsMade { .. } => seen.agreed += 1,
                _ => {}
            });
        }
    }

    fn count(&self, happened: impl FnOnce(&mut Seen)) {
        let mut seen = self.seen.get();
        happened(&mut seen);
        self.seen.set(seen);
    }

    fn context(&self, now: Instant) -> Context<'_> {
        let coordinating = self.partners.iter().find(|candidate| candidate.partner.coordinating).unwrap();
        Context {
            now,
            calendar: Calendar::new(&self.file.settings.own_free_days),
            terms: &self.file.settings.terms,
            partners: &self.partners,
            coordinating: &coordinating.partner.id,
        }
    }
}

fn written(number: u64, words: &str) -> Written {
    let mut id = [0; 16];
    id[..8].copy_from_slice(&number.to_be_bytes());
    Written { id: TextId::from_random(id), words: words.into() }
}

fn conclusion(number: u64) -> ConclusionText {
    ConclusionText::read(written(number, "").id, ANSWER).unwrap()
}

/// Something an official may try. Ids name what is really there, most of the time.
fn official_act(case: &Case, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let text = || written(number, "Wij kijken ernaar.");
    let to = PartnerId::parse(chance.one_of(&PARTNERS)).unwrap();
    let offer = case.offer().map(|offer| offer.id.clone()).filter(|_| !number.is_multiple_of(8));
    let offer = offer.unwrap_or_else(|| HandoverId::from_random([9; 16]));
    let act = |tail: &str, body: Value, command: Command| Act { tail: tail.to_owned(), body, command };
    if chance.below(3) == 0 {
        return helping_act(case, chance);
    }
    match chance.below(16) {
        0 => act(
            "/updates",
            json!({ "text": "Wij kijken ernaar." }),
            Command::Update { text: text(), next_news_by: None },
        ),
        1 => {
            let parts = Parts { we_do: Some(text()), you_do: None, we_ask: Some(written(number ^ 1, "Wie helpt?")) };
            let body = json!({ "weDo": "Wij kijken ernaar.", "weAsk": "Wie helpt?" });
            act("/updates", body, Command::Reply { parts, next_news_by: None })
        }
        2 | 3 => act("/questions", json!({ "text": "Wij kijken ernaar." }), Command::Ask { text: text() }),
        4..=6 => {
            let body = json!({ "to": to, "reason": "Wij kijken ernaar." });
            let id = HandoverId::from_random([7; 16]);
            act("/handovers", body, Command::OfferHandover { id, to, reason: text() })
        }
        7 => act(
            &format!("/handovers/{offer}/reply"),
            json!({ "accept": true }),
            Command::AcceptHandover { id: offer.clone() },
        ),
        8 | 9 => act(
            &format!("/handovers/{offer}/reply"),
            json!({ "accept": false, "reason": "Wij kijken ernaar." }),
            Command::DeclineHandover { id: offer.clone(), reason: text(), suggestion: None },
        ),
        10 => {
            act(&format!("/handovers/{offer}/withdrawal"), json!({}), Command::WithdrawHandover { id: offer.clone() })
        }
        11 => {
            let (outcome, kind) =
                if number.is_multiple_of(2) { (Outcome::Realised, "realised") } else { (Outcome::NotDone, "notDone") };
            let body = json!({ "outcome": { "kind": kind }, "text": ANSWER });
            act("/conclusion", body, Command::Conclude { outcome, text: conclusion(number) })
        }
        12 => {
            let nature = if number.is_multiple_of(4) { Nature::Complaint } else { Nature::Report };
            let body = json!({ "nature": nature, "to": "Meldpunt", "reference": "M-1", "text": ANSWER });
            let (to, reference) = (written(number ^ 1, "Meldpunt"), Some(written(number ^ 2, "M-1")));
            act(
                "/passing-on",
                body,
                Command::PassOn(Passing { nature, to, reference, answer_by: None, text: conclusion(number) }),
            )
        }
        13 => act("/publication", json!({}), Command::Publish { accuses: false }),
        14 => act("/hiding", json!({ "reason": ANSWER }), Command::Hide { reason: written(number, ANSWER) }),
        _ if number.is_multiple_of(2) => act("/reopening", json!({}), Command::Reopen),
        _ => {
            let command = Command::RefuseReopening { text: conclusion(number) };
            act("/reopening-refusal", json!({ "text": ANSWER }), command)
        }
    }
}

/// What an official may try beside handling: help, plan, moderate, erase.
fn helping_act(case: &Case, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let text = || written(number, "Wij kijken ernaar.");
    let to = PartnerId::parse(chance.one_of(&PARTNERS)).unwrap();
    let open = case.open();
    let asked = open.and_then(|open| open.support_asked.first()).cloned().unwrap_or_else(|| to.clone());
    let day = case.received_at.dutch_date().plus_days(i64::try_from(30 + chance.below(200)).unwrap());
    let what = &case.received.what;
    let act = |tail: &str, body: Value, command: Command| Act { tail: tail.to_owned(), body, command };
    let reason = || json!({ "accept": false, "reason": "Wij kijken ernaar." });
    match chance.below(14) {
        0 => act("/hold", json!({}), Command::Hold),
        1 => act("/review-release", json!({}), Command::ReleaseReview),
        2 => act("/threat-care", json!({}), Command::TakeUpThreat),
        3 => {
            let words = format!("Meer licht, versie {number}");
            let body = json!({ "what": words.clone(), "reason": ANSWER });
            let (texts, reason) = (vec![(what.clone(), written(number, &words))], written(number ^ 1, ANSWER));
            act("/redaction", body, Command::Redact { texts, reason })
        }
        4 => {
            let body = json!({ "until": day, "reason": "Wij kijken ernaar." });
            act("/promise", body, Command::MovePromise { until: day, reason: text() })
        }
        5 | 6 => {
            let body = json!({ "to": to, "reason": "Wij kijken ernaar." });
            act("/support-requests", body, Command::AskSupport { to, reason: text() })
        }
        7 => {
            let tail = format!("/support-requests/{asked}/reply");
            act(&tail, json!({ "accept": true }), Command::AcceptSupport { partner: asked })
        }
        8 => {
            let tail = format!("/support-requests/{asked}/reply");
            act(&tail, reason(), Command::DeclineSupport { partner: asked, reason: text() })
        }
        9 => act("/notes", json!({ "text": "Wij kijken ernaar." }), Command::AddNote { text: text() }),
        10 => {
            act("/update-proposals", json!({ "text": "Wij kijken ernaar." }), Command::ProposeUpdate { text: text() })
        }
        11 => {
            let body = json!({ "who": "De gemeenteraad", "until": day });
            act("/needed-decision", body, Command::NeedDecision { who: written(number, "De gemeenteraad"), until: day })
        }
        12 => {
            let body = json!({ "by": to, "on": day, "text": "Wij kijken ernaar." });
            act("/planned-date", body, Command::ProposeDate { by: to, on: day, text: text() })
        }
        _ if number.is_multiple_of(2) => act("/planned-date/reply", json!({ "accept": true }), Command::ConfirmDate),
        _ => act("/planned-date/reply", reason(), Command::DeclineDate { reason: text() }),
    }
}

fn resident_act(case: &Case, chance: &mut Chance) -> Act {
    let number = chance.below(u64::MAX);
    let text = written(number, "Bij de achterdeur.");
    let act = |tail: &str, body: Value, command: Command| Act { tail: tail.to_owned(), body, command };
    match chance.below(8) {
        0..=3 => {
            let question = case.open().and_then(|open| open.question.as_ref()).map(|question| question.id.clone());
            let question = question.unwrap_or_else(|| text.id.clone());
            let body = json!({ "questionId": question, "text": "Bij de achterdeur." });
            act("/answers", body, Command::Answer { question, text })
        }
        4 | 5 => {
            let body = json!({ "helped": false, "reason": "Bij de achterdeur." });
            act("/rating", body, Command::Rate { helped: false, reason: Some(text) })
        }
        6 => act("/rating", json!({ "helped": true }), Command::Rate { helped: true, reason: None }),
        _ if number.is_multiple_of(3) => act("/withdrawal", json!({}), Command::Withdraw),
        _ => act("/threats", json!({}), Command::ReportThreat { text: None }),
    }
}

#[test]
fn random_sequences_end_where_the_domain_ends() {
    let asked = std::env::var("BUURTSTEM_SEQUENCES").ok();
    let sequences = asked.map_or(SEQUENCES, |count| count.parse().expect("BUURTSTEM_SEQUENCES is a number"));
    assert!(sequences > 0, "none would show nothing");
    try_out(sequences);
}

#[test]
#[ignore = "long: run with cargo xtask test --full"]
fn two_hundred_random_sequences_end_where_the_domain_ends() {
    try_out(ALL_SEQUENCES);
}

fn try_out(sequences: u64) {
    let mut world = World::start();
    let mut earlier: Option<Subject> = None;
    for sequence in 0..sequences {
        let mut chance = Chance::new(SEED, sequence);
        let subject = world.receive(sequence, &mut chance);
        for step in 0..STEPS {
            let what = format!("sequence {sequence}, step {step}");
            // Mostly at once, sometimes after hours, now and then after weeks.
            match chance.below(8) {
                0..=5 => {}
                6 => world.wait(1 + chance.below(30)),
                _ => world.wait(24 + chance.below(24 * 25)),
            }
            let (case, events) = world.replayed(&subject);
            let key = format!("s{sequence}-{step}");
            if chance.below(3) == 0 && world.may_take_back(&subject, earlier.as_ref(), &key, &what) {
                world.count(|seen| seen.unmerged += 1);
            } else if chance.below(4) == 0 {
                let act = resident_act(&case, &mut chance);
                world.try_resident(&subject, act, &format!("{key}-r"), &what);
            } else {
                let who = chance.one_of(&OFFICIALS);
                let act = if chance.below(3) == 0 {
                    world.wider_act((&case, &events), earlier.as_ref(), who, &mut chance)
                } else {
                    official_act(&case, &mut chance)
                };
                world.try_official(&subject, who, act, &format!("{what}, {who}"));
            }
            world.check(&subject, &what);
        }
        earlier = Some(subject);
    }
    let Seen { done, refused, unseen, public, merged, unmerged, erased, translated, tasks, agreed } = world.seen.get();
    // A short run may miss what is rare; a usual one has nearly everything, and the long one all.
    if sequences >= SEQUENCES {
        let usual = [done, refused, unseen, merged, unmerged, erased, translated, tasks, agreed];
        assert!(usual.iter().all(|count| *count > 0), "{:?}", world.seen);
    }
    assert!(sequences < ALL_SEQUENCES || public > 0, "no case was ever public: {:?}", world.seen);
    assert!(done > 0, "nothing was ever done");
    println!("{sequences} sequences: {:?}", world.seen.get());
}
