//! What people do with each other: they join in, ask who did it before, divide tasks, and organisations show that they
//! support it. Offers are decided by `shared::pledge`, and what follows for the case by the case.

use serde_json::{Value, json};
use shared::{
    actor::Actor,
    case::{Case, Command, Event, Recorded, Refusal, TaskDoer, TaskKind},
    ids::{PartnerId, PledgeId, TextId},
    pledge::{Pledge, PledgeAct, PledgeRefusal, PledgeState, Side},
    wire::pledges::PledgeView,
};
use ureq::http::Method;

use super::{
    ANSWER, Chance, OFFICIALS, PARTNERS, ROOT, Subject, World,
    acts::{act, written},
};

/// More would come near the limit of a day, which has tests of its own.
const MOST_OFFERS: usize = 5;
const EMAIL: &str = "bewoner@voorbeeld.nl";

/// Somebody who joins in, or asks.
#[derive(Clone)]
struct Pledger {
    key: String,
    pledge: PledgeView,
}

type Decided = Result<Vec<&'static str>, &'static str>;

fn decided(decision: Result<shared::case::Decision, Refusal>) -> Decided {
    decision.map(|decision| decision.events.iter().map(Event::kind).collect()).map_err(|refusal| refusal.code())
}

impl World {
    /// Something that people do with each other, by whoever it may be.
    pub(super) fn try_together(&self, subject: &Subject, chance: &mut Chance, key: &str, what: &str) {
        let (case, before) = self.replayed(subject);
        let pledgers = self.pledgers(subject);
        let some = usize::try_from(chance.below(8)).unwrap();
        let pledger = (!pledgers.is_empty()).then(|| &pledgers[some % pledgers.len()]);
        // What few states allow is tried where it is allowed: somebody asks, then it is taken back.
        let asked = self.seen.get().questions > self.times(&[Event::ExperienceWithdrawn]).unwrap_or_default();
        let place = match chance.below(4) {
            0..=2 if case.shares_experience() && asked => 3 + chance.below(2),
            0..=2 if case.shares_experience() => 5,
            0 | 1 if case.has_experience() => 0,
            2 if case.is_public() => 15,
            _ => chance.below(16),
        };
        let asks = chance.below(4) < if case.shares_experience() { 3 } else { 2 };
        match (place, pledger) {
            (0..=2, _) => self.try_sharing(subject, &case, true, key, what),
            (3, _) => self.try_sharing(subject, &case, false, key, what),
            (4, _) => self.change_contact(subject, (&case, &before), chance.below(3) > 0, what),
            (5, _) | (6..=13, None) => self.make_offer(subject, (&case, &before), asks, key, what),
            (6 | 7, Some(pledger)) => self.reply(subject, (&case, &before), pledger, chance.below(4) > 0, key, what),
            (8, Some(pledger)) => self.write(subject, (&case, &before), pledger, chance.below(2) == 0, key, what),
            (9, Some(pledger)) => self.take_back(subject, (&case, &before), pledger, key, what),
            (10, Some(pledger)) => self.report_threat(subject, (&case, &before), pledger, key, what),
            (11 | 12, Some(pledger)) => self.share_out(subject, (&case, &before), pledger, chance, key, what),
            (13, Some(pledger)) => self.try_task(subject, (&case, &before), Some(pledger), chance, key, what),
            (14, _) => self.try_task(subject, (&case, &before), None, chance, key, what),
            _ => self.back(subject, (&case, &before), chance, what),
        }
    }

    /// Everybody who joined in or asked, as they read it now.
    fn pledgers(&self, subject: &Subject) -> Vec<Pledger> {
        let keys = subject.offers.borrow().clone();
        let read = |key: String| {
            let headers = [("follow-key", key.as_str())];
            let path = format!("{ROOT}/followed-pledge?lang=nl");
            let view = self.anybody.send(Method::GET, &path, None, &headers).expect(200).json();
            let pledge = serde_json::from_value(view["pledge"].clone()).unwrap();
            Pledger { key, pledge }
        };
        keys.into_iter().map(read).collect()
    }

    fn follow(&self, subject: &Subject) -> Value {
        let headers = [("follow-key", subject.key.as_str())];
        self.anybody.send(Method::GET, &format!("{ROOT}/followed-case?lang=nl"), None, &headers).json()
    }

    /// Sends what a resident or who joins in sends, and looks whether what happened is what should.
    fn send(
        &self,
        subject: &Subject,
        before: &[Recorded],
        (method, tail, body): (Method, &str, &Value),
        (follow_key, key): (&str, &str),
        expected: Decided,
        what: &str,
    ) {
        let headers = [("follow-key", follow_key), ("idempotency-key", key)];
        let path = format!("{ROOT}{tail}");
        let answer = self.anybody.send(method, &path, Some(body), &headers);
        self.compare(subject, before, &answer, true, expected, &format!("{what}, {tail}"));
    }

    fn try_sharing(&self, subject: &Subject, case: &Case, share: bool, key: &str, what: &str) {
        let reachable = self.follow(subject)["hasEmail"] == true;
        assert!(reachable || !case.shares_experience(), "{what}: shared without an address");
        let command = if share { Command::ShareExperience { reachable } } else { Command::StopSharingExperience };
        let act = act("/experience", json!({ "share": share }), command);
        self.try_resident(subject, act, key, what);
    }

    /// With the address goes that others may ask.
    fn change_contact(&self, subject: &Subject, (case, before): (&Case, &[Recorded]), keeps: bool, what: &str) {
        let stops = !keeps && case.shares_experience();
        let expected = if stops {
            decided(case.decide(Command::StopSharingExperience, &Actor::System, &self.context()))
        } else {
            Ok(Vec::new())
        };
        let body = json!({ "email": if keeps { EMAIL } else { "" } });
        let request = (Method::PUT, "/followed-case/contact", &body);
        self.send(subject, before, request, (&subject.key, "contact"), expected, what);
        assert_eq!(self.follow(subject)["hasEmail"], keeps, "{what}");
    }

    /// Joins in, or asks who did it before.
    fn make_offer(&self, subject: &Subject, (case, before): (&Case, &[Recorded]), asks: bool, key: &str, what: &str) {
        let made = subject.offers.borrow().len();
        if made == MOST_OFFERS {
            return;
        }
        let reachable = self.follow(subject)["hasEmail"] == true;
        let asked = case.shares_experience() && case.has_experience() && reachable;
        let (status, code) = match asks {
            _ if !case.is_public() || case.is_held() => (404, ""),
            true if !asked => (409, "noQuestions"),
            false if !case.may_be_joined() => (409, "pledgeOver"),
            _ => (201, ""),
        };
        // Its own letter, so that it is no key of a case.
        let follow_key = format!("{made}z{}", &subject.key[2..]);
        let purpose = if asks { "question" } else { "help" };
        let body = json!({
            "purpose": purpose, "text": "Ik doe mee.", "email": "", "language": "nl", "followKey": follow_key
        });
        let path = format!("{ROOT}/initiatives/{}/pledges", subject.id);
        let answer = self.anybody.post_once(&path, key, &body);
        self.changed();
        assert_eq!(answer.status, status, "{what}: {purpose}: {}", answer.text());
        if status == 409 {
            assert_eq!(answer.code(), code, "{what}");
        }
        if status == 201 {
            subject.offers.borrow_mut().push(follow_key);
            self.count(|seen| if asks { seen.questions += 1 } else { seen.offers += 1 });
        }
        assert_eq!(self.replayed(subject).1.len(), before.len(), "{what}: an offer changes nothing of the case");
    }

    /// What an act on an offer leads to: who does not join in any more gives back their tasks.
    fn after(&self, case: &Case, pledge: &PledgeView, act: PledgeAct, side: Side) -> Decided {
        let messages = u32::try_from(pledge.messages.len()).unwrap();
        let decision = Pledge { state: pledge.state, messages }.decide(act, side).map_err(|refusal| match refusal {
            PledgeRefusal::NotInTouch => "pledgeNotAnswered",
            PledgeRefusal::TooMany => "tooMany",
            PledgeRefusal::NotYours | PledgeRefusal::Over => "pledgeOver",
        })?;
        if decision.state.counts() == pledge.state.counts() {
            return Ok(Vec::new());
        }
        let left = Command::PledgerLeft { pledge: pledge.id.clone() };
        decided(case.decide(left, &Actor::System, &self.context()))
    }

    fn reply(
        &self,
        subject: &Subject,
        (case, before): (&Case, &[Recorded]),
        pledger: &Pledger,
        accept: bool,
        key: &str,
        what: &str,
    ) {
        let act = if accept { PledgeAct::Accept } else { PledgeAct::Decline };
        let expected = self.after(case, &pledger.pledge, act, Side::Initiator);
        let tail = format!("/followed-case/pledges/{}/reply", pledger.pledge.id);
        let body = json!({ "accept": accept });
        self.send(subject, before, (Method::POST, &tail, &body), (&subject.key, key), expected, what);
    }

    fn write(
        &self,
        subject: &Subject,
        (case, before): (&Case, &[Recorded]),
        pledger: &Pledger,
        back: bool,
        key: &str,
        what: &str,
    ) {
        let (side, tail, follow_key) = if back {
            let tail = format!("/followed-case/pledges/{}/messages", pledger.pledge.id);
            (Side::Initiator, tail, &subject.key)
        } else {
            (Side::Pledger, "/followed-pledge/messages".to_owned(), &pledger.key)
        };
        let expected = self.after(case, &pledger.pledge, PledgeAct::Write { text: ANSWER.to_owned() }, side);
        let body = json!({ "text": ANSWER });
        self.send(subject, before, (Method::POST, &tail, &body), (follow_key, key), expected, what);
    }

    fn take_back(
        &self,
        subject: &Subject,
        (case, before): (&Case, &[Recorded]),
        pledger: &Pledger,
        key: &str,
        what: &str,
    ) {
        let expected = self.after(case, &pledger.pledge, PledgeAct::Withdraw, Side::Pledger);
        let request = (Method::POST, "/followed-pledge/withdrawal", &json!({}));
        self.send(subject, before, request, (&pledger.key, key), expected, what);
    }

    /// Somebody who joins in is thwarted or threatened.
    fn report_threat(
        &self,
        subject: &Subject,
        (case, before): (&Case, &[Recorded]),
        pledger: &Pledger,
        key: &str,
        what: &str,
    ) {
        let actor = Actor::Pledger { pledge: pledger.pledge.id.clone() };
        let hides = pledger.pledge.state == PledgeState::InTouch;
        let command = Command::ReportPledgerThreat { text: None, hides };
        let expected = match pledger.pledge.state {
            PledgeState::Withdrawn => Err("pledgeOver"),
            _ => decided(case.decide(command, &actor, &self.context())),
        };
        let request = (Method::POST, "/followed-pledge/threats", &json!({}));
        self.send(subject, before, request, (&pledger.key, key), expected, what);
    }

    /// The resident writes a task down for somebody who joins in, or for themselves.
    fn share_out(
        &self,
        subject: &Subject,
        (case, before): (&Case, &[Recorded]),
        pledger: &Pledger,
        chance: &mut Chance,
        key: &str,
        what: &str,
    ) {
        let number = chance.below(u64::MAX);
        let until = self.now().dutch_date().plus_days(i64::try_from(chance.below(60)).unwrap());
        let PledgeView { id, state, purpose, .. } = pledger.pledge.clone();
        let joins = state == PledgeState::InTouch && purpose == shared::pledge::PledgePurpose::Help;
        let doer = Some(TaskDoer::Pledger { pledge: id }).filter(|_| !number.is_multiple_of(4));
        let kind = TaskKind::ALL[0];
        let body = json!({ "kind": kind, "text": "De ladder lenen", "until": until, "doer": doer });
        let text = written(number, "De ladder lenen");
        let expected = if doer.is_some() && !joins {
            Err("invalid")
        } else {
            let command = Command::AddTask { kind, doer, until, text };
            decided(case.decide(command, &Actor::Resident, &self.context()))
        };
        let request = (Method::POST, "/followed-case/tasks", &body);
        self.send(subject, before, request, (&subject.key, key), expected, what);
    }

    /// Whoever joins in, or thought of it, finishes a task or drops it; the latter also gives it to themselves.
    fn try_task(
        &self,
        subject: &Subject,
        (case, before): (&Case, &[Recorded]),
        pledger: Option<&Pledger>,
        chance: &mut Chance,
        key: &str,
        what: &str,
    ) {
        let actor = pledger.map_or(Actor::Resident, |one| Actor::Pledger { pledge: one.pledge.id.clone() });
        let is_own = |doer: &TaskDoer| match (doer, &actor) {
            (TaskDoer::Pledger { pledge }, Actor::Pledger { pledge: own }) => pledge == own,
            (TaskDoer::Initiator, Actor::Resident) => true,
            _ => false,
        };
        // Their own, most of the time.
        let own = case.tasks.iter().rev().find(|task| is_own(&task.doer) && task.is_open());
        let task = own.or(case.tasks.last()).map_or_else(|| TextId::from_random([8; 16]), |task| task.id.clone());
        let until = self.now().dutch_date().plus_days(30);
        let known = case.tasks.iter().any(|one| one.id == task);
        let (body, command) = match chance.below(3) {
            0 => (json!({ "kind": "drop" }), Command::DropTask { task: task.clone() }),
            1 if pledger.is_none() && known => {
                let doer = TaskDoer::Initiator;
                let body = json!({ "kind": "change", "doer": doer, "until": until });
                (body, Command::ChangeTask { task: task.clone(), doer, until })
            }
            _ => (json!({ "kind": "finish" }), Command::FinishTask { task: task.clone() }),
        };
        let expected = decided(case.decide(command, &actor, &self.context()));
        let (follow_key, root) = match pledger {
            Some(pledger) => (&pledger.key, "/followed-pledge"),
            None => (&subject.key, "/followed-case"),
        };
        let request = (Method::POST, &*format!("{root}/tasks/{task}"), &body);
        self.send(subject, before, request, (follow_key, key), expected, what);
    }

    /// An organisation shows that it supports it, or takes that back. A coordinator may do so for another.
    fn back(&self, subject: &Subject, (case, before): (&Case, &[Recorded]), chance: &mut Chance, what: &str) {
        let who = chance.one_of(&OFFICIALS);
        let actor = self.actor(who);
        let Actor::Official { partner: own, role, .. } = &actor else { unreachable!() };
        let some = PartnerId::parse(chance.one_of(&PARTNERS)).unwrap();
        let backs = chance.below(2) > 0 || case.backing.is_empty();
        let named = match chance.below(3) {
            0 => Some(some),
            1 if !backs => case.backing.first().cloned(),
            _ => None,
        };
        let partner = named.clone().unwrap_or_else(|| own.clone());
        let command = if backs { Command::ShowBacking { partner } } else { Command::TakeBackBacking { partner } };
        // What everybody sees, everybody may support.
        let visible = case.is_visible_to(own, *role) || (case.is_public() && !case.is_held());
        let expected = decided(case.decide(command, &actor, &self.context()));
        let path = format!("/api/v1/admin/initiatives/{}/backing", subject.id);
        let answer = self.client(who).post(&path, &json!({ "backs": backs, "partner": named }));
        self.compare(subject, before, &answer, visible, expected, &format!("{what}, {who} supports it"));
    }
}

/// Whether nobody is given to a task who does not join in.
pub(super) fn tasks_have_somebody(case: &Case, pledges: &[PledgeView]) -> bool {
    let joins = |id: &PledgeId| pledges.iter().any(|one| &one.id == id && one.state == PledgeState::InTouch);
    case.open_tasks().all(|task| match &task.doer {
        TaskDoer::Pledger { pledge } => joins(pledge),
        _ => true,
    })
}
