//! Roles and tasks: who does what by when.

use shared::actor::Actor;
use shared::case::{Command, Event, Outcome, Refusal, TaskAct, TaskDoer, TaskKind, TaskState};
use shared::fault::{Fault, FaultCode};
use shared::ids::{PledgeId, TextId};
use shared::notification::{MailKind, Recipient};

use crate::town::{File, date, handler, kinds, partner, tells};

fn homes() -> Recipient {
    Recipient::Partner { id: partner("homes") }
}

fn pledge() -> PledgeId {
    PledgeId::from_random([9; 16])
}

fn add(file: &mut File, kind: TaskKind, doer: Option<TaskDoer>, actor: &Actor) -> Result<TextId, Refusal> {
    let text = file.words("Regelen dat het kan");
    let id = text.id.clone();
    file.act(Command::AddTask { kind, doer, until: date("2026-12-18"), text }, actor).map(|_| id)
}

fn doer(file: &File, id: &TextId) -> TaskDoer {
    file.case.tasks.iter().find(|task| &task.id == id).unwrap().doer.clone()
}

#[test]
fn paperwork_goes_to_the_owner_unless_somebody_takes_it() {
    let mut file = File::open(false);
    let cake = add(&mut file, TaskKind::Work, None, &Actor::Resident).unwrap();
    assert_eq!(doer(&file, &cake), TaskDoer::Initiator);
    let text = file.words("Vergunning voor de straat");
    let permit = text.id.clone();
    let added = file
        .act(Command::AddTask { kind: TaskKind::Permit, doer: None, until: date("2026-12-18"), text }, &Actor::Resident)
        .unwrap();
    assert!(tells(&added, &homes(), MailKind::TaskForPartner));
    assert_eq!(doer(&file, &permit), TaskDoer::Owner);
    // Any other work of a partner is for the partner to offer.
    let work = add(&mut file, TaskKind::Work, Some(TaskDoer::Owner), &Actor::Resident);
    assert_eq!(work.unwrap_err(), Refusal::Field(Fault::new("doer", FaultCode::NotTogether)));
    let take = Command::ChangeTask { task: permit.clone(), doer: TaskDoer::Initiator, until: date("2026-12-18") };
    let taken = file.act(take, &Actor::Resident).unwrap();
    assert!(tells(&taken, &homes(), MailKind::TaskForPartner), "the partner need not do it any more");
    assert_eq!(doer(&file, &permit), TaskDoer::Initiator);
}

#[test]
fn the_owners_tasks_follow_the_case_and_a_helpers_become_the_owners() {
    let mut file = File::open(false);
    let permit = add(&mut file, TaskKind::Permit, None, &Actor::Resident).unwrap();
    let helper = TaskDoer::Partner { partner: partner("welfare") };
    let tea = add(&mut file, TaskKind::Work, Some(helper.clone()), &handler("homes")).unwrap();
    assert_eq!(doer(&file, &tea), helper);
    let stranger = Some(TaskDoer::Partner { partner: partner("police") });
    let refused = add(&mut file, TaskKind::Work, stranger, &handler("homes"));
    assert_eq!(refused.unwrap_err(), Refusal::Field(Fault::new("doer", FaultCode::Unknown)));
    let offer = file.offer("welfare", &handler("homes")).unwrap();
    file.act(Command::AcceptHandover { id: offer }, &handler("welfare")).unwrap();
    assert_eq!((doer(&file, &permit), doer(&file, &tea)), (TaskDoer::Owner, TaskDoer::Owner));
    assert!(file.case.task_acts(&file.case.tasks[0], &handler("homes")).is_empty(), "it is no longer theirs");
    file.act(Command::FinishTask { task: permit }, &handler("welfare")).unwrap();
    assert_eq!(file.case.tasks[0].state, TaskState::Done);
}

#[test]
fn who_joins_in_finishes_their_task_or_gives_it_back() {
    let mut file = File::open(false);
    let joined = Actor::Pledger { pledge: pledge() };
    let theirs = TaskDoer::Pledger { pledge: pledge() };
    let one = add(&mut file, TaskKind::Work, Some(theirs.clone()), &Actor::Resident).unwrap();
    let two = add(&mut file, TaskKind::Work, Some(theirs.clone()), &Actor::Resident).unwrap();
    let own = add(&mut file, TaskKind::Work, None, &Actor::Resident).unwrap();
    let acts = |file: &File, place: usize| file.case.task_acts(&file.case.tasks[place], &joined);
    assert_eq!(acts(&file, 0), [TaskAct::Finish, TaskAct::Change]);
    assert!(acts(&file, 2).is_empty());
    let done = file.act(Command::FinishTask { task: one }, &joined).unwrap();
    assert!(tells(&done, &Recipient::Resident, MailKind::News));
    let give = |doer: TaskDoer, until: &str| Command::ChangeTask { task: two.clone(), doer, until: date(until) };
    assert_eq!(file.act(give(TaskDoer::Owner, "2026-12-18"), &joined).unwrap_err(), Refusal::NotYours);
    assert_eq!(file.act(give(TaskDoer::Initiator, "2026-12-19"), &joined).unwrap_err(), Refusal::NotYours);
    file.act(give(TaskDoer::Initiator, "2026-12-18"), &joined).unwrap();
    assert_eq!(doer(&file, &two), TaskDoer::Initiator);
    // Officials know of no offers.
    let by_official = add(&mut file, TaskKind::Work, Some(theirs.clone()), &handler("homes"));
    assert_eq!(by_official.unwrap_err(), Refusal::Field(Fault::new("doer", FaultCode::Unknown)));
    let back = Command::ChangeTask { task: own.clone(), doer: theirs, until: date("2026-12-18") };
    file.act(back, &Actor::Resident).unwrap();
    let left = Command::PledgerLeft { pledge: pledge() };
    assert_eq!(kinds(&file.act(left.clone(), &Actor::System).unwrap()), ["taskChanged"]);
    assert_eq!(doer(&file, &own), TaskDoer::Initiator);
    assert_eq!(file.act(left, &Actor::System).unwrap().events, []);
}

#[test]
fn tasks_go_on_where_residents_go_on_and_nowhere_else() {
    for (outcome, goes_on) in [(Outcome::TakenUpByResidents, true), (Outcome::NotDone, false)] {
        let mut file = File::open(false);
        let task = add(&mut file, TaskKind::Work, None, &Actor::Resident).unwrap();
        let text = file.conclusion("Bewoners gaan ermee verder.");
        file.act(Command::Conclude { outcome, text }, &handler("homes")).unwrap();
        assert_eq!(file.case.open_tasks().count(), usize::from(goes_on));
        let finished = file.act(Command::FinishTask { task }, &Actor::Resident);
        assert_eq!(finished.is_ok(), goes_on, "{outcome:?}");
    }
}

#[test]
fn a_task_is_overdue_the_day_after_and_does_not_keep_a_promise() {
    let mut file = File::open(false);
    let promise = file.case.promise();
    let id = add(&mut file, TaskKind::Permit, None, &Actor::Resident).unwrap();
    let task = &file.case.tasks[0];
    assert!(!task.is_overdue(date("2026-12-18")) && task.is_overdue(date("2026-12-19")));
    let unchanged = Command::ChangeTask { task: id.clone(), doer: TaskDoer::Owner, until: date("2026-12-18") };
    assert_eq!(file.act(unchanged, &handler("homes")).unwrap_err(), Refusal::TaskAsItWas);
    let later = Command::ChangeTask { task: id.clone(), doer: TaskDoer::Owner, until: date("2027-01-15") };
    assert_eq!(file.act(later.clone(), &Actor::Resident).unwrap_err(), Refusal::NotYours);
    let moved = file.act(later, &handler("homes")).unwrap();
    assert!(tells(&moved, &Recipient::Resident, MailKind::News));
    assert_eq!(file.case.promise(), promise);
    file.act(Command::DropTask { task: id.clone() }, &handler("homes")).unwrap();
    assert_eq!(file.act(Command::FinishTask { task: id }, &handler("homes")).unwrap_err(), Refusal::NoSuchTask);
    let decision = add(&mut file, TaskKind::Work, None, &handler("police"));
    assert_eq!(decision.unwrap_err(), Refusal::NotYours);
    assert!(matches!(file.events.last().unwrap().event, Event::TaskDropped { .. }));
}
