//! Rating a conclusion, and looking again.

use shared::actor::{Actor, Role};
use shared::case::{CaseAction, Command, Outcome, PublicStatus, Refusal};
use shared::fault::FaultCode;
use shared::notification::{MailKind, Recipient};

use crate::town::{File, coordinator, date, handler, kinds, official, partner, tells};

fn concluded() -> File {
    let mut file = File::open(false);
    let text = file.conclusion("Dit doen we niet, want de lamp werkt.");
    file.act(Command::Conclude { outcome: Outcome::NotDone, text }, &handler("homes")).unwrap();
    file
}

/// The resident was not helped.
fn asked() -> File {
    let mut file = concluded();
    let reason = file.words("De lamp is weer stuk.");
    let decision = file.act(Command::Rate { helped: false, reason: Some(reason) }, &Actor::Resident).unwrap();
    assert_eq!(kinds(&decision), ["rated", "reopeningAsked"]);
    assert!(tells(&decision, &Recipient::Partner { id: partner("homes") }, MailKind::ReopeningAsked));
    assert!(tells(&decision, &Recipient::Coordinators, MailKind::ReopeningAsked));
    file
}

fn rate(file: &mut File, helped: bool) -> Result<(), Refusal> {
    let reason = file.words("Daarom.");
    file.act(Command::Rate { helped, reason: Some(reason) }, &Actor::Resident).map(|_| ())
}

#[test]
fn a_conclusion_that_helped_stays_and_is_rated_once() {
    let mut file = File::open(false);
    assert_eq!(rate(&mut file, true), Err(Refusal::NotConcluded));
    let mut file = concluded();
    assert!(file.case.to_be_rated(date("2026-12-04")).is_some());
    let decision = file.act(Command::Rate { helped: true, reason: None }, &Actor::Resident).unwrap();
    assert!(tells(&decision, &Recipient::Partner { id: partner("homes") }, MailKind::ResidentWasHelped));
    assert_eq!(file.case.status(), PublicStatus::NotDone);
    assert_eq!(file.case.to_be_rated(date("2026-12-04")), None);
    assert_eq!(rate(&mut file, false), Err(Refusal::AlreadyRated));
}

#[test]
fn a_no_says_why_and_comes_within_fourteen_days() {
    let mut file = concluded();
    let unexplained = file.act(Command::Rate { helped: false, reason: None }, &Actor::Resident);
    assert!(
        matches!(unexplained, Err(Refusal::Field(fault)) if fault.field == "reason" && fault.code == FaultCode::Required)
    );
    let reason = file.words("Daarom.");
    let by_official = file.act(Command::Rate { helped: false, reason: Some(reason) }, &handler("homes"));
    assert_eq!(by_official, Err(Refusal::NotYours));
    // Concluded on 20 November: 4 December is the last day.
    file.town.now = date("2026-12-05").starts_at();
    assert_eq!(rate(&mut file, false), Err(Refusal::RatingTermPassed));
    file.town.now = file.town.now.plus_milliseconds(-1);
    assert_eq!(rate(&mut file, false), Ok(()));
}

#[test]
fn somebody_decides_before_anything_else_is_done() {
    let mut file = asked();
    assert_eq!((file.owner(), file.case.status()), ("homes", PublicStatus::LookingAgain));
    let actions = |file: &File, actor: &Actor| file.case.actions(actor, &file.town.context());
    assert_eq!(actions(&file, &handler("homes")), [CaseAction::Reopen, CaseAction::AddNote, CaseAction::SetLanguage]);
    let of_coordinator = [
        CaseAction::Reopen,
        CaseAction::RefuseReopening,
        CaseAction::AddNote,
        CaseAction::SetLanguage,
        CaseAction::Hold,
        CaseAction::Redact,
        CaseAction::Publish,
        CaseAction::EraseTexts,
    ];
    assert_eq!(actions(&file, &coordinator()), of_coordinator);
    assert_eq!(actions(&file, &handler("police")), []);
    assert_eq!(actions(&file, &official("homes", Role::Reader)), []);
    let text = file.words("Nieuws");
    let update = Command::Update { text, next_news_by: None };
    assert_eq!(file.act(update, &handler("homes")), Err(Refusal::ReopeningAsked));
    // The decision has a term like every promise.
    let promise = file.case.promise().unwrap();
    assert_eq!(
        promise,
        file.town.context().calendar.add_working_days(file.town.now.dutch_date(), file.town.terms.update_days)
    );
    let late = file.pass_time_until("2027-03-01");
    assert_eq!(kinds(&late), ["reminded", "escalated"]);
}

#[test]
fn looking_again_goes_on_until_there_is_news() {
    let mut file = asked();
    let decision = file.act(Command::Reopen, &handler("homes")).unwrap();
    assert!(tells(&decision, &Recipient::Resident, MailKind::Reopened));
    assert_eq!(file.case.status(), PublicStatus::LookingAgain);
    assert_eq!(file.act(Command::Reopen, &handler("homes")), Err(Refusal::NoReopeningAsked));
    let text = file.words("Wij vervangen de lamp.");
    file.act(Command::Update { text, next_news_by: None }, &handler("homes")).unwrap();
    assert_eq!(file.case.status(), PublicStatus::WithPartner);
    // A new conclusion may be rated anew.
    let text = file.conclusion("De lamp is vervangen.");
    file.act(Command::Conclude { outcome: Outcome::Realised, text }, &handler("homes")).unwrap();
    assert_eq!(rate(&mut file, true), Ok(()));
}

#[test]
fn who_gave_the_answer_does_not_judge_what_is_said_of_it() {
    let mut file = asked();
    let text = file.conclusion("De lamp is nagekeken en werkt.");
    let refusal = Command::RefuseReopening { text };
    assert_eq!(file.act(refusal.clone(), &handler("homes")), Err(Refusal::NotYours));
    let decision = file.act(refusal, &coordinator()).unwrap();
    assert!(tells(&decision, &Recipient::Resident, MailKind::ReopeningRefused));
    assert_eq!(file.case.status(), PublicStatus::NotDone);
    assert_eq!(rate(&mut file, false), Err(Refusal::AlreadyRated));
}

#[test]
fn the_resident_may_still_take_it_back() {
    let mut file = asked();
    file.act(Command::Withdraw, &Actor::Resident).unwrap();
    assert_eq!(file.case.status(), PublicStatus::Withdrawn);
    assert_eq!(file.act(Command::Reopen, &coordinator()), Err(Refusal::NoReopeningAsked));
}
