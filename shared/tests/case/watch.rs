//! Neighbourhood watch: agreements and a contact before everybody sees it, and somebody in touch every three months after
//! it has been concluded.

use shared::actor::{Actor, Role};
use shared::case::{CaseAction, Command, Decision, Event, NewAgreements, Outcome, Refusal};
use shared::notification::{MailKind, Recipient};
use shared::proposal::ProposalKind;

use crate::town::{File, coordinator, date, handler, kinds, partner, tells};

fn watch() -> File {
    let mut file = File::open(false);
    file.act(Command::SetKind { kind: ProposalKind::NeighbourhoodWatch }, &handler("homes")).unwrap();
    file
}

fn agree(file: &mut File, actor: &Actor) -> Result<Decision, Refusal> {
    let new = NewAgreements {
        official: None,
        contact: file.words("Team Wijken"),
        reach: file.words("14 036"),
        own: Some(file.words("Wij lopen op vrijdag.")),
    };
    file.act(Command::RecordAgreements(new), actor)
}

fn publish(file: &mut File) -> Result<Decision, Refusal> {
    file.act(Command::Publish { accuses: false }, &coordinator())
}

fn conclude(file: &mut File, outcome: Outcome) {
    let text = file.conclusion("U loopt vanaf nu samen door de buurt.");
    file.act(Command::Conclude { outcome, text }, &handler("homes")).unwrap();
}

fn note(file: &mut File, actor: &Actor) -> Result<Decision, Refusal> {
    let text = file.words("Gebeld. Het gaat goed.");
    file.act(Command::NoteContact { text }, actor)
}

#[test]
fn it_is_public_only_once_there_are_agreements_and_a_contact() {
    let mut file = watch();
    assert_eq!(publish(&mut file).unwrap_err(), Refusal::NoAgreements);
    assert!(!file.case.actions(&coordinator(), &file.town.context()).contains(&CaseAction::Publish));
    assert_eq!(agree(&mut file, &handler("police")).unwrap_err(), Refusal::NotYours);
    let agreed = agree(&mut file, &handler("homes")).unwrap();
    assert!(agreed.events[0].is_public() && tells(&agreed, &Recipient::Resident, MailKind::News));
    assert_eq!(file.case.agreements().unwrap().partner, partner("city"), "the contact is the municipality's");
    publish(&mut file).unwrap();
    assert!(file.case.is_public());
    // The municipality reads along from then on: somebody there is the contact.
    assert!(file.case.is_visible_to(&partner("city"), Role::Handler));
}

#[test]
fn what_is_public_and_turns_out_to_be_it_waits_for_its_agreements() {
    let mut file = File::open(false);
    publish(&mut file).unwrap();
    let set = file.act(Command::SetKind { kind: ProposalKind::NeighbourhoodWatch }, &coordinator()).unwrap();
    assert_eq!(kinds(&set), ["hidden", "kindSet"]);
    assert!(tells(&set, &Recipient::Resident, MailKind::NoLongerPublic) && !file.case.is_public());
    let again = file.act(Command::SetKind { kind: ProposalKind::NeighbourhoodWatch }, &coordinator());
    assert_eq!(again.unwrap_err(), Refusal::SameKind);
    agree(&mut file, &coordinator()).unwrap();
    publish(&mut file).unwrap();
    // Of another kind there is nothing to agree, and nothing of it is shown.
    file.act(Command::SetKind { kind: ProposalKind::Initiative }, &coordinator()).unwrap();
    assert!(file.case.is_public() && file.case.agreements().is_none());
    assert_eq!(agree(&mut file, &coordinator()).unwrap_err(), Refusal::NotWatch);
}

#[test]
fn somebody_is_in_touch_every_three_months_and_once_each_time() {
    let mut file = watch();
    agree(&mut file, &coordinator()).unwrap();
    conclude(&mut file, Outcome::TakenUpByResidents);
    let calendar = file.town.context().calendar;
    // Concluded on Friday 20 November 2026; 20 February is a Saturday.
    assert_eq!(file.case.next_contact(calendar), Some(date("2027-02-22")));
    assert_eq!(file.case.due_at(calendar), Some(date("2027-02-22").starts_at()));
    assert_eq!(file.pass_time_until("2027-02-21"), Decision::default());
    assert_eq!(note(&mut file, &handler("city")).unwrap_err(), Refusal::NoContactDue);
    let due = file.pass_time_until("2027-02-22");
    assert_eq!(kinds(&due), ["contactDue"]);
    assert!(tells(&due, &Recipient::Partner { id: partner("city") }, MailKind::ContactDue));
    assert_eq!(file.pass_time_until("2027-02-22"), Decision::default(), "the clock strikes twice");
    // A year without anybody, and it still is one task.
    assert_eq!(file.pass_time_until("2028-02-22"), Decision::default());
    assert_eq!(file.case.contact_due().unwrap().0, date("2027-02-22"));
    assert_eq!(note(&mut file, &handler("homes")).unwrap_err(), Refusal::NotYours);
    let noted = note(&mut file, &handler("city")).unwrap();
    assert!(!noted.events[0].is_public());
    assert_eq!(file.case.next_contact(file.town.context().calendar), Some(date("2028-05-22")));
    // After a long time in which the clock did not run there is one as well.
    assert_eq!(kinds(&file.pass_time_until("2030-01-01")), ["contactDue"]);
    let reason = file.words("De groep is gestopt.");
    let ended = file.act(Command::EndContact { reason: reason.clone() }, &handler("city")).unwrap();
    assert_eq!(ended.events, [Event::ContactEnded { reason: reason.id.clone() }]);
    assert_eq!(file.case.due_at(file.town.context().calendar), None);
    assert_eq!(file.act(Command::EndContact { reason }, &coordinator()).unwrap_err(), Refusal::NoContactDue);
    // Agreeing anew begins anew.
    agree(&mut file, &coordinator()).unwrap();
    assert_eq!(file.case.next_contact(file.town.context().calendar), Some(date("2030-04-01")));
}

#[test]
fn what_does_not_go_on_asks_for_no_contact() {
    for outcome in [Outcome::NotDone, Outcome::Realised] {
        let mut file = watch();
        agree(&mut file, &coordinator()).unwrap();
        conclude(&mut file, outcome);
        let next = file.case.next_contact(file.town.context().calendar);
        assert_eq!(next.is_some(), outcome == Outcome::Realised, "{outcome:?}");
        file.act(Command::Withdraw, &Actor::Resident).unwrap();
        assert_eq!(file.case.due_at(file.town.context().calendar), None);
    }
    // Nor what never had agreements.
    let mut file = watch();
    conclude(&mut file, Outcome::TakenUpByResidents);
    assert_eq!(file.case.due_at(file.town.context().calendar), None);
}

#[test]
fn while_it_is_looked_at_again_the_contact_rests() {
    let mut file = watch();
    agree(&mut file, &coordinator()).unwrap();
    conclude(&mut file, Outcome::TakenUpByResidents);
    let reason = file.words("Er is nog niets geregeld.");
    file.act(Command::Rate { helped: false, reason: Some(reason) }, &Actor::Resident).unwrap();
    assert_eq!(file.case.next_contact(file.town.context().calendar), None);
    file.act(Command::Reopen, &coordinator()).unwrap();
    file.town.now = date("2026-12-01").starts_at();
    conclude(&mut file, Outcome::Realised);
    assert_eq!(file.case.next_contact(file.town.context().calendar), Some(date("2027-03-01")));
}
