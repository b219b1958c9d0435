//! "Wij steunen dit".

use shared::case::{Command, Event, Refusal};
use shared::notification::{MailKind, Recipient};

use crate::town::{File, coordinator, handler, official, partner, tells};

fn back(id: &str) -> Command {
    Command::ShowBacking { partner: partner(id) }
}

fn take_back(id: &str) -> Command {
    Command::TakeBackBacking { partner: partner(id) }
}

#[test]
fn any_partner_shows_that_it_supports_what_everybody_sees_and_takes_it_back() {
    let mut file = File::open(false);
    assert_eq!(file.act(back("police"), &handler("police")).unwrap_err(), Refusal::NotPublic);
    file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    let promise = file.case.promise();
    let shown = file.act(back("police"), &handler("police")).unwrap();
    assert!(tells(&shown, &Recipient::Resident, MailKind::News) && shown.events.iter().all(Event::is_public));
    assert_eq!(file.case.backing, [partner("police")]);
    assert_eq!((file.owner(), file.case.promise()), ("homes", promise), "it is no handling");
    assert_eq!(file.act(back("police"), &handler("police")).unwrap_err(), Refusal::BackedAlready);
    // For oneself; the coordinator writes down what another said.
    assert_eq!(file.act(back("welfare"), &handler("police")).unwrap_err(), Refusal::NotYours);
    let reader = official("police", shared::actor::Role::Reader);
    assert_eq!(file.act(take_back("police"), &reader).unwrap_err(), Refusal::NotYours);
    file.act(back("welfare"), &coordinator()).unwrap();
    // Also when it is not on the site any more.
    file.act(Command::Hide, &coordinator()).unwrap();
    file.act(take_back("police"), &handler("police")).unwrap();
    assert_eq!(file.case.backing, [partner("welfare")]);
    assert_eq!(file.act(take_back("police"), &handler("police")).unwrap_err(), Refusal::NotBacked);
}

#[test]
fn a_partner_without_an_agreement_or_anybody_at_work_supports_nothing() {
    let mut file = File::open(false);
    file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    file.town.partners[2].has_active_official = false;
    assert_eq!(file.act(back("police"), &handler("police")).unwrap_err(), Refusal::PartnerUnavailable);
    file.town.partners[2].has_active_official = true;
    file.town.partners[2].partner.agreement_until = None;
    assert_eq!(file.act(back("police"), &coordinator()).unwrap_err(), Refusal::PartnerUnavailable);
}
