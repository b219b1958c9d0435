//! Traps that were fallen into once: each test failed before its rule was mended.

use shared::actor::Actor;
use shared::case::{
    CaseAction, CaseNumber, Command, ConclusionText, Erasure, Nature, Other, Outcome, Passing, PublicStatus, Refusal,
};
use shared::ids::TextId;
use shared::notification::{MailKind, Recipient};

use crate::town::{File, coordinator, date, handler, kinds, partner, tells};

fn to_partner(id: &str) -> Recipient {
    Recipient::Partner { id: partner(id) }
}

fn not_helped(file: &mut File) {
    let reason = file.words("Dit helpt mij niet.");
    file.act(Command::Rate { helped: false, reason: Some(reason) }, &Actor::Resident).unwrap();
}

fn conclude(file: &mut File, outcome: Outcome) -> Result<shared::case::Decision, Refusal> {
    let text = file.conclusion("Wij leggen de stoep opnieuw.");
    file.act(Command::Conclude { outcome, text }, &handler("homes"))
}

/// Asked to look again, it could still fall back into the other case: taking that one up would close the circle.
#[test]
fn what_may_fall_back_into_another_case_takes_up_nothing() {
    let mut file = File::open(false);
    let into = CaseNumber::new(2026, 12).unwrap();
    let text = file.conclusion("Uw buren vroegen hetzelfde.");
    file.act(Command::Merge { into, other: Other::There, text }, &handler("homes")).unwrap();
    not_helped(&mut file);
    assert_eq!(file.case.merged_into(), Some(into));
    let text = ConclusionText::read(TextId::from_random([9; 16]), "Het is echt hetzelfde idee.").unwrap();
    file.act(Command::RefuseReopening { text }, &coordinator()).unwrap();
    assert_eq!(file.case.merged_into(), Some(into));
}

#[test]
fn a_complaint_does_not_become_public_because_the_resident_was_not_helped() {
    let mut file = File::open(false);
    let passing = Passing {
        nature: Nature::Complaint,
        to: file.words("Klachten"),
        reference: None,
        answer_by: None,
        text: file.conclusion("Dit is een klacht over een medewerker."),
    };
    file.act(Command::PassOn(passing), &handler("homes")).unwrap();
    not_helped(&mut file);
    assert_eq!(file.act(Command::Publish { accuses: false }, &coordinator()), Err(Refusal::Ended));
    file.act(Command::Reopen, &coordinator()).unwrap();
    assert_eq!(file.act(Command::Publish { accuses: false }, &coordinator()), Err(Refusal::Ended));
}

/// Nobody can answer an offer of what they may not see; so it does not run out and count as a refusal either.
#[test]
fn holding_a_text_ends_the_offer_and_releasing_tells_everybody_whom_it_concerns() {
    let mut file = File::open(false);
    let reason = file.words("Kent u deze plek?");
    file.act(Command::AskSupport { to: partner("police"), reason }, &handler("homes")).unwrap();
    file.offer("city", &handler("homes")).unwrap();
    let held = file.act(Command::Hold, &coordinator()).unwrap();
    assert_eq!(kinds(&held), ["handoverWithdrawn", "heldForReview"]);
    assert!(tells(&held, &to_partner("city"), MailKind::OfferEnded));
    file.pass_time_until("2026-12-01");
    assert_eq!((file.owner(), file.case.open().unwrap().refusals), ("homes", 0));
    let released = file.act(Command::ReleaseReview, &coordinator()).unwrap();
    assert!(tells(&released, &to_partner("homes"), MailKind::CaseAssigned));
    assert!(tells(&released, &to_partner("welfare"), MailKind::CaseSupported));
    assert!(tells(&released, &to_partner("police"), MailKind::SupportAsked));
}

fn propose(file: &mut File, on: &str) {
    let text = file.words("De stoep wordt opnieuw gelegd.");
    file.act(Command::ProposeDate { by: partner("city"), on: date(on), text }, &handler("homes")).unwrap();
}

#[test]
fn a_day_that_was_declined_is_not_promised() {
    let mut file = File::open(false);
    propose(&mut file, "2027-03-01");
    let reason = file.words("Dan is de straat dicht.");
    file.act(Command::DeclineDate { reason }, &handler("city")).unwrap();
    let day = |day: &str| Outcome::WillBeDone { on: date(day) };
    assert_eq!(conclude(&mut file, day("2027-03-01")), Err(Refusal::DateNotConfirmed));
    // Nor is another day that nobody has said yes to.
    assert_eq!(conclude(&mut file, day("2027-03-02")), Err(Refusal::DateNotConfirmed));
    propose(&mut file, "2027-04-01");
    file.act(Command::ConfirmDate, &handler("city")).unwrap();
    conclude(&mut file, day("2027-04-01")).unwrap();
}

#[test]
fn a_day_that_has_passed_is_not_confirmed() {
    let mut file = File::open(false);
    propose(&mut file, "2026-12-01");
    file.town.now = date("2026-12-02").starts_at();
    let refused = file.act(Command::ConfirmDate, &handler("city")).unwrap_err();
    assert_eq!(refused.code(), "datePassed");
    let reason = file.words("Die dag is voorbij.");
    file.act(Command::DeclineDate { reason }, &handler("city")).unwrap();
}

#[test]
fn the_resident_hears_who_helps_from_now_on() {
    let mut file = File::open(false);
    let reason = file.words("Kent u deze plek?");
    file.act(Command::AskSupport { to: partner("police"), reason }, &handler("homes")).unwrap();
    let accepted = file.act(Command::AcceptSupport { partner: partner("police") }, &handler("police")).unwrap();
    assert!(tells(&accepted, &Recipient::Resident, MailKind::News));
}

#[test]
fn a_planned_day_is_news_after_looking_again_and_after_waiting_for_a_decision() {
    let mut file = File::open(false);
    conclude(&mut file, Outcome::NotDone).unwrap();
    not_helped(&mut file);
    file.act(Command::Reopen, &handler("homes")).unwrap();
    let who = file.words("De gemeenteraad");
    let until = date("2027-01-08");
    file.act(Command::NeedDecision { who, until }, &coordinator()).unwrap();
    assert_eq!(file.case.status(), PublicStatus::WithPartner);
    let text = file.words("De stoep wordt opnieuw gelegd.");
    let on = date("2027-03-01");
    file.act(Command::ProposeDate { by: partner("homes"), on, text }, &handler("homes")).unwrap();
    assert_eq!(file.case.status(), PublicStatus::Planned);
    let open = file.case.open().unwrap();
    assert_eq!((&open.again, &open.decision), (&None, &None));
}

#[test]
fn who_helps_hears_that_it_has_ended() {
    let ended = |decision: &shared::case::Decision, id: &str| {
        decision.notifications.iter().any(|told| told.to == to_partner(id) && told.kind.name() == "helped-case-ended")
    };
    let mut file = File::open(false);
    let reason = file.words("Kent u deze plek?");
    file.act(Command::AskSupport { to: partner("police"), reason }, &handler("homes")).unwrap();
    let decision = conclude(&mut file, Outcome::NotDone).unwrap();
    assert!(ended(&decision, "welfare") && ended(&decision, "police") && !ended(&decision, "homes"));
    // Who helped does so again.
    not_helped(&mut file);
    let decision = file.act(Command::Reopen, &handler("homes")).unwrap();
    assert!(tells(&decision, &to_partner("welfare"), MailKind::CaseSupported));
    let decision = file.act(Command::Withdraw, &Actor::Resident).unwrap();
    assert!(ended(&decision, "welfare"));
    // What is held nobody else has seen.
    let mut file = File::open(true);
    let decision = file.act(Command::Withdraw, &Actor::Resident).unwrap();
    assert!(!ended(&decision, "welfare"));
}

#[test]
fn what_was_erased_does_not_become_public_again() {
    let mut file = File::open(false);
    file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    let reason = file.words("De bewoner vraagt het.");
    let texts = vec![file.case.received.what.clone()];
    file.act(Command::EraseTexts(Erasure { texts, reason }), &coordinator()).unwrap();
    let again = file.act(Command::Publish { accuses: false }, &coordinator()).unwrap_err();
    assert_eq!(again.code(), "textsErased");
    // Nor with other words in their place.
    let (text, with) = (file.case.received.what.clone(), file.words("Iets anders"));
    file.act(Command::Redact { texts: vec![(text, with)] }, &coordinator()).unwrap();
    assert!(!file.case.actions(&coordinator(), &file.town.context()).contains(&CaseAction::Publish));
}
