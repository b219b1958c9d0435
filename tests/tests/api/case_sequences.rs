//! Random sequences of acts by random people at random times, through the API against the real thing. Beside it the
//! domain decides the same from the same events: both accept and refuse the same, and end in the same state.
//!
//! 20 sequences by default, and then on until every kind of event has come about; 200 with `cargo xtask test --full`;
//! `BUURTSTEM_SEQUENCES` gives another number. Acts and times follow from the number of the sequence and from what the
//! ones before it came to, and the clock begins on the same Monday each time: two runs do the same, whatever the day is.

mod acts;
mod reached;
mod together;
mod wider;

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use buurtstem_tests::{Answer, Chance, Client, Server};
use serde_json::json;
use shared::{
    actor::Actor,
    case::{Case, Command, Context, Event, Recorded, Refusal},
    promise::Calendar,
    proposal::ProposalKind,
    routing::PartnerAvailability,
    time::Instant,
    wire::{operator::MunicipalityFile, pledges::PledgeView},
};
use ureq::http::Method;

use acts::{Act, Doer, act};
use reached::Seen;

const ROOT: &str = "/api/v1/municipalities/kleinstad";
const SEQUENCES: u64 = 20;
/// How far a usual run goes on while something has not happened yet.
const MOST_SEQUENCES: u64 = 60;
const ALL_SEQUENCES: u64 = 200;
const STEPS: u64 = 24;
const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const HOUR: i64 = 3_600_000;
/// A Monday after every day on which this will be run: on a clock that went back, what is due would wait.
const START: &str = "2040-01-09T09:00:00Z";
const OFFICIALS: [&str; 4] = ["sanne", "wil", "piet", "bram"];
const PARTNERS: [&str; 3] = ["gemeente", "politie", "woonstad"];
const ANSWER: &str = "De lamp is vervangen.";

struct World {
    server: Server,
    /// One who keeps the connection open.
    anybody: Client,
    file: MunicipalityFile,
    partners: Vec<PartnerAvailability>,
    /// How far the server's clock is from the real time, in milliseconds; it only ever grows.
    offset: i64,
    /// What the server's clock said when it was set, and when that was.
    set: (Instant, std::time::Instant),
    clients: Vec<(&'static str, Client)>,
    /// Goes up whenever something may have changed: what was read before is read anew.
    changes: Cell<u64>,
    seen: Cell<Seen>,
    /// How often each kind of event was stored.
    reached: RefCell<BTreeMap<&'static str, u32>>,
}

/// One case of it.
struct Subject {
    id: String,
    key: String,
    /// What opens the offers of those who join in, and of those who ask.
    offers: RefCell<Vec<String>>,
    /// What is stored of it, and at which of the changes it was read.
    stored: RefCell<Option<(u64, Case, Vec<Recorded>)>>,
}

impl World {
    fn start() -> Self {
        let server = Server::start().unwrap();
        let file: MunicipalityFile = serde_json::from_str(buurtstem_tests::api::SMALL_MUNICIPALITY).unwrap();
        let partners = file.partners.iter().cloned();
        let partners = partners.map(|partner| PartnerAvailability { partner, has_active_official: true }).collect();
        let anybody = server.anybody();
        let (real, _) = set_clock(&anybody, 0);
        let offset = START.parse::<Instant>().unwrap().milliseconds() - real.milliseconds();
        let set = set_clock(&anybody, offset);
        server.load("kleinstad", &buurtstem_tests::api::small_municipality());
        let mut world = Self {
            server,
            anybody,
            file,
            partners,
            offset,
            set,
            clients: Vec::new(),
            changes: Cell::default(),
            seen: Cell::default(),
            reached: RefCell::default(),
        };
        world.sign_in();
        world
    }

    fn sign_in(&mut self) {
        self.clients = OFFICIALS.iter().map(|who| (*who, self.server.sign_in("kleinstad", who))).collect();
    }

    /// Time goes by, and what is due happens. Sessions end meanwhile.
    fn wait(&mut self, hours: u64) {
        self.offset += i64::try_from(hours).unwrap() * HOUR;
        self.set = set_clock(&self.anybody, self.offset);
        self.server.run_due_work();
        self.changed();
        self.sign_in();
    }

    fn changed(&self) {
        self.changes.set(self.changes.get() + 1);
    }

    fn now(&self) -> Instant {
        let (then, since) = self.set;
        then.plus_milliseconds(i64::try_from(since.elapsed().as_millis()).unwrap())
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
        let mut stored = subject.stored.borrow_mut();
        let known = match &*stored {
            Some((at, case, events)) if *at == self.changes.get() => return (case.clone(), events.clone()),
            Some((_, _, events)) => events.len(),
            None => 0,
        };
        let answer = self.anybody.get(&format!("/test/events/kleinstad/{}", subject.id)).expect(200);
        let events: Vec<Recorded> = serde_json::from_slice(&answer.body).unwrap();
        self.note(&events[known..]);
        let case = Case::replay(&events).unwrap();
        *stored = Some((self.changes.get(), case.clone(), events.clone()));
        (case, events)
    }

    fn receive(&self, number: u64, chance: &mut Chance) -> Subject {
        let key = format!("{number:06}6789abcdefghjkmnpqrs");
        let body = json!({
            "draft": {
                "topicId": chance.one_of(&["verlichting", "veiligheid", "ontmoeten"]),
                "areaId": chance.one_of(&["lindenflat", "de-haven"]), "what": "Meer licht bij de ingang", "why": "",
                "weDo": "", "weNeed": "", "onlyInform": false, "mayBePublic": true,
                "email": chance.one_of(&["", "bewoner@voorbeeld.nl", "bewoner@voorbeeld.nl"])
            },
            "language": chance.one_of(&["nl", "nl", "en"]), "followKey": key
        });
        let receipt = self.anybody.post_once(&format!("{ROOT}/proposals"), &key, &body).expect(201).json();
        let id = receipt["caseId"].as_str().unwrap().to_owned();
        Subject { id, key, offers: RefCell::default(), stored: RefCell::default() }
    }

    /// The same act in both worlds: what the domain says of it is what the API does.
    fn try_official(&self, subject: &Subject, who: &str, act: Act, what: &str) {
        let (case, events) = self.replayed(subject);
        let Act { tail, mut body, command } = act;
        body["version"] = case.version.into();
        let actor = self.actor(who);
        let Actor::Official { partner, role, .. } = &actor else { unreachable!() };
        let expected = case.decide(command, &actor, &self.context());
        let answer = self.client(who).post(&format!("/api/v1/admin/cases/{}{tail}", subject.id), &body);
        let kinds = expected.as_ref().map(|decision| decision.events.iter().map(Event::kind).collect());
        let visible = case.is_visible_to(partner, *role);
        self.compare(subject, &events, &answer, visible, kinds.map_err(Refusal::code), what);
    }

    fn try_resident(&self, subject: &Subject, act: Act, key: &str, what: &str) {
        let (case, events) = self.replayed(subject);
        let expected = case.decide(act.command, &Actor::Resident, &self.context());
        let headers = [("follow-key", subject.key.as_str()), ("idempotency-key", key)];
        let path = format!("{ROOT}/followed-case{}", act.tail);
        let answer = self.anybody.send(Method::POST, &path, Some(&act.body), &headers);
        let kinds = expected.as_ref().map(|decision| decision.events.iter().map(Event::kind).collect());
        self.compare(subject, &events, &answer, true, kinds.map_err(Refusal::code), what);
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
        self.changed();
        let due =
            expected.as_ref().map(|kinds| self.due_after(subject, before.len() + kinds.len())).unwrap_or_default();
        let (_, after) = self.replayed(subject);
        let happened: Vec<&str> = after[before.len()..].iter().map(|recorded| recorded.event.kind()).collect();
        self.count(|seen| match answer.status {
            200 => seen.done += 1,
            404 => seen.unseen += 1,
            _ => seen.refused += 1,
        });
        match (answer.status, expected) {
            (200, Ok(kinds)) => {
                assert_eq!((happened, visible), ([kinds, due].concat(), true), "{what}");
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

    /// What happens by itself right after as many events, because they made it due. It has happened by then.
    fn due_after(&self, subject: &Subject, events: usize) -> Vec<&'static str> {
        let (_, stored) = self.replayed(subject);
        let Some(case) = stored.get(..events).and_then(|stored| Case::replay(stored).ok()) else { return Vec::new() };
        let due = case.decide(Command::PassTime, &Actor::System, &self.context()).unwrap();
        if !due.events.is_empty() {
            // Its alarm may be before this or after.
            self.server.run_due_work();
            self.changed();
        }
        due.events.iter().map(Event::kind).collect()
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
        let actions = case.actions(&self.actor("sanne"), &self.context());
        assert_eq!(detail["actions"], json!(actions), "{what}");
        let headers = [("follow-key", subject.key.as_str())];
        let path = format!("{ROOT}/followed-case?lang=nl");
        let followed = self.anybody.send(Method::GET, &path, None, &headers).expect(200).json();
        assert_eq!((&followed["status"], &followed["promise"]), (&summary["status"], &summary["promise"]), "{what}");
        let pledges: Vec<PledgeView> = serde_json::from_value(followed["pledges"].clone()).unwrap();
        assert!(together::tasks_have_somebody(&case, &pledges), "{what}: a task of nobody");
        self.check_who_sees_it(subject, &case, what);
    }

    /// Everybody sees what is public, and nobody anything else; officials by where they are.
    fn check_who_sees_it(&self, subject: &Subject, case: &Case, what: &str) {
        let public = if case.is_public() { 200 } else { 404 };
        let anybody = &self.anybody;
        assert_eq!(anybody.get(&format!("{ROOT}/initiatives/{}", subject.id)).status, public, "{what}");
        let listed = anybody.get(&format!("{ROOT}/initiatives")).expect(200).text().contains(&subject.id);
        assert_eq!(listed, case.is_public(), "{what}");
        self.count(|seen| seen.public += u32::from(case.is_public()));
        for who in OFFICIALS {
            let Actor::Official { partner, role, .. } = self.actor(who) else { unreachable!() };
            let expected = if case.is_visible_to(&partner, role) { 200 } else { 404 };
            let seen = self.client(who).get(&format!("/api/v1/admin/cases/{}", subject.id));
            assert_eq!(seen.status, expected, "{what}: what {who} sees");
            // Who sees a case finds it, by its number and by its words, and nobody else does; one after the other looks.
            if OFFICIALS[usize::try_from(case.version % 4).unwrap()] != who {
                continue;
            }
            let (number, words) = (case.received.number, if case.erased { "" } else { "%20licht" });
            let path = format!("/api/v1/admin/case-search?words={number}{words}");
            let found = self.client(who).get(&path).expect(200).json();
            let found = found["cases"].as_array().unwrap().len();
            assert_eq!(found, usize::from(expected == 200), "{what}: what {who} finds");
        }
    }

    fn context(&self) -> Context<'_> {
        let coordinating = self.partners.iter().find(|candidate| candidate.partner.coordinating).unwrap();
        Context {
            now: self.now(),
            calendar: Calendar::new(&self.file.settings.own_free_days),
            terms: &self.file.settings.terms,
            partners: &self.partners,
            coordinating: &coordinating.partner.id,
        }
    }
}

/// Says what the server's clock says from then on.
fn set_clock(anybody: &Client, offset: i64) -> (Instant, std::time::Instant) {
    let answer = anybody.post("/test/clock", &json!({ "offsetMilliseconds": offset })).expect(200).json();
    (answer["now"].as_str().unwrap().parse().unwrap(), std::time::Instant::now())
}

/// For how many hours nothing is done: mostly none, now and then weeks. `rests`: in three months somebody is to ask
/// how it goes.
fn pause(chance: &mut Chance, rests: bool) -> u64 {
    match chance.below(8) {
        2..=5 if rests => 24 * 100,
        0..=5 => 0,
        6 => 1 + chance.below(30),
        _ if chance.below(5) == 0 => 24 * 100,
        _ => 24 + chance.below(24 * 25),
    }
}

#[test]
fn random_sequences_end_where_the_domain_ends() {
    let asked = std::env::var("BUURTSTEM_SEQUENCES").ok();
    let sequences: u64 = asked.map_or(SEQUENCES, |count| count.parse().expect("BUURTSTEM_SEQUENCES is a number"));
    assert!(sequences > 0, "none would show nothing");
    // Who asks for a number gets it, whatever it misses.
    let most = if sequences == SEQUENCES { MOST_SEQUENCES } else { sequences };
    try_out(sequences, most);
}

#[test]
#[ignore = "long: run with cargo xtask test --full"]
fn two_hundred_random_sequences_end_where_the_domain_ends() {
    try_out(ALL_SEQUENCES, ALL_SEQUENCES);
}

/// So many sequences, and then on until everything has happened, up to `most`: another rule makes other sequences, and
/// these may need more.
fn try_out(sequences: u64, most: u64) {
    let mut world = World::start();
    let mut earlier: Option<Subject> = None;
    for sequence in 0..most {
        if sequence >= sequences && world.missing().is_empty() {
            break;
        }
        let mut chance = Chance::new(SEED, sequence);
        let subject = world.receive(sequence, &mut chance);
        // Much can happen only to what everybody sees, and some only to neighbourhood watch.
        let (act, what) = if sequence.is_multiple_of(3) {
            let kind = ProposalKind::NeighbourhoodWatch;
            (act("/kind", json!({ "kind": kind }), Command::SetKind { kind }), "a watch")
        } else {
            (act("/publication", json!({}), Command::Publish { accuses: false }), "made public")
        };
        world.try_official(&subject, "sanne", act, &format!("sequence {sequence}, {what}"));
        for step in 0..STEPS {
            let what = format!("sequence {sequence}, step {step}");
            let rests = world.replayed(&subject).0.next_contact(world.context().calendar).is_some();
            match pause(&mut chance, rests) {
                0 => {}
                hours => world.wait(hours),
            }
            let (case, events) = world.replayed(&subject);
            let key = format!("s{sequence}-{step}");
            // What is done with each other goes on after the answer.
            let together = match case.open() {
                Some(_) => 4,
                None if case.has_experience() => 9,
                None => 6,
            };
            if chance.below(12) < together {
                world.try_together(&subject, &mut chance, &format!("{key}-t"), &what);
            } else if chance.below(3) == 0 && world.may_take_back(&subject, earlier.as_ref(), &key, &what) {
                world.count(|seen| seen.unmerged += 1);
            } else {
                match world.choose((&case, &events), earlier.as_ref(), &mut chance) {
                    (Doer::Resident, act) => world.try_resident(&subject, act, &format!("{key}-r"), &what),
                    (Doer::Official(who), act) => {
                        world.try_official(&subject, who, act, &format!("{what}, {who}"));
                    }
                }
            }
            world.check(&subject, &what);
            world.count(|seen| seen.steps += 1);
        }
        earlier = Some(subject);
        world.count(|seen| seen.sequences += 1);
    }
    world.look_back(most < MOST_SEQUENCES);
}
