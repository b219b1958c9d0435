//! Helping without taking over, days that others have a say in, and moving a promise.

use shared::actor::Role;
use shared::case::{CaseAction, Command, Event, Outcome, PublicStatus, Refusal};
use shared::fault::{Fault, FaultCode};
use shared::notification::{MailKind, Recipient};

use crate::town::{File, coordinator, date, handler, kinds, official, partner, tells};

fn to_partner(id: &str) -> Recipient {
    Recipient::Partner { id: partner(id) }
}

#[test]
fn a_partner_that_helps_reads_notes_and_proposes_but_does_not_speak_for_the_owner() {
    let mut file = File::open(false);
    let police = handler("police");
    assert!(!file.case.is_visible_to(&partner("police"), Role::Handler));
    let reason = file.words("Kent u deze plek?");
    let asked = file.act(Command::AskSupport { to: partner("police"), reason }, &handler("homes")).unwrap();
    assert!(tells(&asked, &to_partner("police"), MailKind::SupportAsked));
    assert!(!asked.events.iter().any(Event::is_public), "the resident does not follow who asks whom");
    assert!(file.case.is_visible_to(&partner("police"), Role::Handler), "to answer it has to be read");
    let shown = |file: &File| file.case.actions(&police, &file.town.context());
    assert_eq!(shown(&file), [CaseAction::ReplyToSupport]);
    // Not by somebody else's word, and not twice.
    let yes = || Command::AcceptSupport { partner: partner("police") };
    assert_eq!(file.act(yes(), &handler("welfare")).unwrap_err(), Refusal::NotYours);
    let again = file.words("Nog eens");
    assert_eq!(
        file.act(Command::AskSupport { to: partner("police"), reason: again }, &handler("homes")).unwrap_err(),
        Refusal::HelpsAlready
    );
    let accepted = file.act(yes(), &police).unwrap();
    assert!(tells(&accepted, &to_partner("homes"), MailKind::SupportAnswered));
    assert_eq!(file.act(yes(), &police).unwrap_err(), Refusal::NoSuchSupport);
    assert_eq!((file.owner(), file.case.supporting.contains(&partner("police"))), ("homes", true));

    assert_eq!(shown(&file), [CaseAction::ProposeUpdate, CaseAction::AddNote, CaseAction::AddTask]);
    let note = file.words("Wij zagen daar gisteren niets.");
    let noted = file.act(Command::AddNote { text: note }, &police).unwrap();
    assert!(noted.notifications.is_empty() && !noted.events[0].is_public());
    let words = file.words("De wijkagent loopt er vrijdag langs.");
    let proposed = file.act(Command::ProposeUpdate { text: words }, &police).unwrap();
    assert!(tells(&proposed, &to_partner("homes"), MailKind::UpdateProposed));
    let text = file.conclusion("De wijkagent is langs geweest.");
    let conclude = Command::Conclude { outcome: Outcome::Realised, text };
    assert_eq!(file.act(conclude, &police).unwrap_err(), Refusal::NotYours);
    assert_eq!(file.case.status(), PublicStatus::Received, "nobody has told the resident anything");
}

#[test]
fn saying_no_to_helping_counts_as_nothing_and_what_is_held_is_shown_to_nobody() {
    let mut file = File::open(false);
    let ask = |file: &mut File| {
        let reason = file.words("Helpt u mee?");
        file.act(Command::AskSupport { to: partner("police"), reason }, &handler("homes"))
    };
    for _ in 0..3 {
        ask(&mut file).unwrap();
        let reason = file.words("Wij hebben nu niemand.");
        let declined =
            file.act(Command::DeclineSupport { partner: partner("police"), reason }, &handler("police")).unwrap();
        assert_eq!(kinds(&declined), ["supportDeclined"]);
    }
    assert_eq!((file.owner(), file.case.open().unwrap().refusals), ("homes", 0));
    assert!(!file.case.is_visible_to(&partner("police"), Role::Handler));
    file.act(Command::Hold, &coordinator()).unwrap();
    let reason = file.words("Helpt u mee?");
    let held = file.act(Command::AskSupport { to: partner("police"), reason }, &coordinator());
    assert_eq!(held.unwrap_err(), Refusal::Held);
    // The town's own hold is the coordinator's.
    assert_eq!(file.act(Command::Hold, &coordinator()).unwrap_err(), Refusal::AlreadyHeld);
    assert_eq!(file.act(Command::Hold, &handler("homes")).unwrap_err(), Refusal::NotYours);
}

#[test]
fn a_date_is_proposed_until_who_carries_it_out_confirms_it() {
    let mut file = File::open(false);
    let on = date("2027-03-01");
    let text = file.words("De stoep wordt opnieuw gelegd.");
    let proposed = file.act(Command::ProposeDate { by: partner("city"), on, text }, &handler("homes")).unwrap();
    assert!(tells(&proposed, &Recipient::Resident, MailKind::News));
    assert!(tells(&proposed, &to_partner("city"), MailKind::DateProposed));
    assert_eq!(file.case.status(), PublicStatus::WithPartner, "proposed is not planned");
    let conclude = |file: &mut File, day: &str| {
        let text = file.conclusion("Wij leggen de stoep opnieuw.");
        let outcome = Outcome::WillBeDone { on: date(day) };
        file.act(Command::Conclude { outcome, text }, &handler("homes"))
    };
    assert_eq!(conclude(&mut file, "2027-03-01").unwrap_err(), Refusal::DateNotConfirmed);
    assert_eq!(file.act(Command::ConfirmDate, &handler("homes")).unwrap_err(), Refusal::NotYours);
    let confirmed = file.act(Command::ConfirmDate, &handler("city")).unwrap();
    assert!(tells(&confirmed, &Recipient::Resident, MailKind::News));
    assert_eq!(file.case.status(), PublicStatus::Planned);
    assert_eq!(file.act(Command::ConfirmDate, &handler("city")).unwrap_err(), Refusal::NoSuchDate);
    assert_eq!(conclude(&mut file, "2027-03-02").unwrap_err(), Refusal::DateNotConfirmed);
    conclude(&mut file, "2027-03-01").unwrap();
}

#[test]
fn a_date_that_is_not_confirmed_goes_and_the_owners_own_needs_nobody() {
    let mut file = File::open(false);
    let propose = |file: &mut File, by: &str| {
        let text = file.words("De lamp wordt vervangen.");
        file.act(Command::ProposeDate { by: partner(by), on: date("2027-03-01"), text }, &handler("homes")).unwrap()
    };
    propose(&mut file, "city");
    let reason = file.words("Dan is de straat open.");
    let declined = file.act(Command::DeclineDate { reason }, &handler("city")).unwrap();
    assert!(tells(&declined, &Recipient::Resident, MailKind::News));
    assert_eq!(file.case.open().unwrap().plan, None);
    let own = propose(&mut file, "homes");
    assert_eq!(kinds(&own), ["dateProposed", "dateConfirmed"]);
    assert_eq!(file.case.status(), PublicStatus::Planned);
}

#[test]
fn a_needed_decision_is_the_coordinators_to_tell_and_the_promise_follows_its_day() {
    let mut file = File::open(false);
    let who = file.words("De gemeenteraad");
    let need = |who, until: &str| Command::NeedDecision { who, until: date(until) };
    assert_eq!(file.act(need(who.clone(), "2027-02-01"), &handler("homes")).unwrap_err(), Refusal::NotYours);
    let early = file.act(need(who.clone(), "2026-11-20"), &coordinator());
    assert_eq!(early.unwrap_err(), Refusal::Field(Fault::new("until", FaultCode::NotInTheFuture)));
    let needed = file.act(need(who, "2027-02-01"), &coordinator()).unwrap();
    assert_eq!(kinds(&needed), ["decisionNeeded", "promiseSet"]);
    assert!(tells(&needed, &Recipient::Resident, MailKind::News));
    assert_eq!(file.case.promise(), Some(date("2027-02-01")));
    assert!(file.case.open().unwrap().decision.is_some());
    // News ends it: the resident has heard what was decided.
    let text = file.words("De raad heeft ja gezegd.");
    file.act(Command::Update { text, next_news_by: None }, &handler("homes")).unwrap();
    assert!(file.case.open().unwrap().decision.is_none());
}

#[test]
fn moving_a_promise_asks_for_a_reason_that_the_resident_reads() {
    let mut file = File::open(false);
    let reason = file.words("Wij wachten op een onderdeel.");
    let id = reason.id.clone();
    let moved = file
        .act(Command::MovePromise { until: date("2027-01-15"), reason: reason.clone() }, &handler("homes"))
        .unwrap();
    assert_eq!(moved.events, [Event::PromiseSet { until: date("2027-01-15"), reason: Some(id) }]);
    assert!(moved.events[0].is_public() && tells(&moved, &Recipient::Resident, MailKind::PromiseMoved));
    let reader = official("homes", Role::Reader);
    let by_reader = file.act(Command::MovePromise { until: date("2027-01-16"), reason }, &reader);
    assert_eq!(by_reader.unwrap_err(), Refusal::NotYours);
}
