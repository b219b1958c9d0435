//! Residents who did it before, and may be asked by others.

use shared::actor::Actor;
use shared::case::{Command, Event, Outcome, Refusal};

use crate::town::{File, coordinator, handler};

const SHARE: Command = Command::ShareExperience { reachable: true };

/// Public, and concluded like this.
fn concluded(outcome: Outcome) -> File {
    let mut file = File::open(false);
    file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    let text = file.conclusion("De lamp hangt er.");
    file.act(Command::Conclude { outcome, text }, &handler("homes")).unwrap();
    file
}

#[test]
fn a_resident_whose_idea_worked_out_says_yes_and_takes_it_back() {
    let mut file = concluded(Outcome::TakenUpByResidents);
    assert_eq!(file.act(SHARE, &coordinator()).unwrap_err(), Refusal::NotYours, "nobody says it for them");
    assert_eq!(
        file.act(Command::ShareExperience { reachable: false }, &Actor::Resident).unwrap_err(),
        Refusal::NoAddress
    );
    let said = file.act(SHARE, &Actor::Resident).unwrap();
    assert_eq!((said.events.as_slice(), said.notifications.len()), ([Event::ExperienceShared].as_slice(), 0));
    assert!(file.case.shares_experience());
    assert_eq!(file.act(SHARE, &Actor::Resident).unwrap_err(), Refusal::SharedAlready);
    assert_eq!(file.act(Command::StopSharingExperience, &handler("homes")).unwrap_err(), Refusal::NotYours);
    file.act(Command::StopSharingExperience, &Actor::Resident).unwrap();
    assert!(!file.case.shares_experience());
    assert_eq!(file.act(Command::StopSharingExperience, &Actor::Resident).unwrap_err(), Refusal::NotShared);
    // And by itself, when the address goes.
    file.act(SHARE, &Actor::Resident).unwrap();
    file.act(Command::StopSharingExperience, &Actor::System).unwrap();
    assert!(!file.case.shares_experience());
}

#[test]
fn there_is_nothing_to_ask_of_what_did_not_work_out_or_nobody_sees() {
    for outcome in [Outcome::NotDone, Outcome::WillBeDone { on: "2027-01-15".parse().unwrap() }] {
        let mut file = concluded(outcome);
        assert_eq!(file.act(SHARE, &Actor::Resident).unwrap_err(), Refusal::NothingToShare, "{outcome:?}");
    }
    let mut open = File::open(false);
    open.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    assert_eq!(open.act(SHARE, &Actor::Resident).unwrap_err(), Refusal::NothingToShare);
    let mut hidden = concluded(Outcome::Realised);
    let reason = hidden.words("Iemand was te herkennen.");
    hidden.act(Command::Hide { reason }, &coordinator()).unwrap();
    assert_eq!(hidden.act(SHARE, &Actor::Resident).unwrap_err(), Refusal::NothingToShare);
}

#[test]
fn what_takes_it_off_the_site_or_opens_it_again_ends_the_yes() {
    let ends: [fn(&mut File); 4] = [
        |file| {
            let reason = file.words("Iemand was te herkennen.");
            file.act(Command::Hide { reason }, &coordinator()).unwrap();
            file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
        },
        |file| {
            file.act(Command::ReportThreat { text: None }, &Actor::Resident).unwrap();
        },
        |file| {
            let reason = Some(file.words("Hij is alweer stuk."));
            file.act(Command::Rate { helped: false, reason }, &Actor::Resident).unwrap();
        },
        |file| {
            file.act(Command::Withdraw, &Actor::Resident).unwrap();
        },
    ];
    for (number, end) in ends.into_iter().enumerate() {
        let mut file = concluded(Outcome::Realised);
        file.act(SHARE, &Actor::Resident).unwrap();
        end(&mut file);
        assert!(!file.case.shares_experience(), "{number}");
    }
}
