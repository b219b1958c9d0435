//! Several cases that go on in each other, as a store would look them up: never in a circle, and nobody is left behind.

use proptest::prelude::*;
use shared::actor::Actor;
use shared::case::{Case, CaseNumber, Command, Event, Other, Refusal, State};
use shared::notification::{MailKind, Recipient};

use crate::town::{File, coordinator, date, handler, kinds, partner, tells};

/// Cases 1, 2, 3 … of one year.
fn files(count: u32) -> Vec<File> {
    let numbered = |serial| {
        let mut file = File::open(false);
        for recorded in &mut file.events {
            if let Event::Received(received) = &mut recorded.event {
                received.number = CaseNumber::new(2026, serial).unwrap();
            }
        }
        file.case = Case::replay(&file.events).unwrap();
        file
    };
    (1..=count).map(numbered).collect()
}

fn merge(files: &mut [File], one: usize, into: usize) -> Result<(), Refusal> {
    let (number, other) = (files[into].case.received.number, files[into].case.as_other());
    let text = files[one].conclusion("Uw buren vroegen hetzelfde.");
    files[one].act(Command::Merge { into: number, other, text }, &coordinator()).map(|_| ())
}

/// Takes a case back, and opens those that went on in it, as the store does.
fn withdraw(files: &mut [File], one: usize) -> Result<(), Refusal> {
    files[one].act(Command::Withdraw, &Actor::Resident)?;
    let number = files[one].case.received.number;
    for file in files.iter_mut().filter(|file| file.case.merged_into() == Some(number)) {
        file.act(Command::Unmerge, &Actor::System)?;
    }
    Ok(())
}

fn rate(file: &mut File) -> Result<(), Refusal> {
    let reason = file.words("Dit is iets anders.");
    file.act(Command::Rate { helped: false, reason: Some(reason) }, &Actor::Resident).map(|_| ())
}

#[test]
fn a_circle_over_a_refusal_to_look_again_is_not_made() {
    let mut files = files(2);
    merge(&mut files, 0, 1).unwrap();
    rate(&mut files[0]).unwrap();
    assert_eq!(merge(&mut files, 1, 0), Err(Refusal::MergedIntoGone));
    // Looked at again it stands on its own, and takes up others.
    files[0].act(Command::Reopen, &coordinator()).unwrap();
    merge(&mut files, 1, 0).unwrap();
    assert_eq!(files[0].case.as_other(), Other::There);
    assert_eq!(merge(&mut files, 0, 1), Err(Refusal::MergedIntoGone));
}

#[test]
fn withdrawing_a_case_opens_those_that_went_on_in_it() {
    let mut files = files(3);
    merge(&mut files, 0, 1).unwrap();
    merge(&mut files, 2, 1).unwrap();
    rate(&mut files[2]).unwrap();
    assert_eq!(files[0].act(Command::Unmerge, &Actor::Resident), Err(Refusal::NotYours));
    files[1].act(Command::Withdraw, &Actor::Resident).unwrap();
    let decision = files[0].act(Command::Unmerge, &Actor::System).unwrap();
    assert_eq!(kinds(&decision), ["unmerged"]);
    assert!(tells(&decision, &Recipient::Resident, MailKind::Unmerged));
    assert!(tells(&decision, &Recipient::Partner { id: partner("homes") }, MailKind::CaseReopened));
    assert!(tells(&decision, &Recipient::Partner { id: partner("welfare") }, MailKind::CaseSupported));
    // The one that asked to look again needs no decision on that any more.
    files[2].act(Command::Unmerge, &Actor::System).unwrap();
    for file in [0, 2] {
        let file = &mut files[file];
        assert_eq!((file.owner(), file.case.merged_into()), ("homes", None));
        assert_eq!(file.case.promise(), Some(date("2026-12-18")));
        assert_eq!(file.act(Command::Unmerge, &Actor::System), Err(Refusal::NotMerged));
        let text = file.words("Wij gaan hier verder.");
        file.act(Command::Update { text, next_news_by: None }, &handler("homes")).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn cases_never_go_on_in_a_circle_or_in_what_was_withdrawn(steps in prop::collection::vec((0_usize..5, 0_usize..5, 0_usize..9), 1..40)) {
        let mut files = files(5);
        for (one, other, step) in steps {
            let _ = match step {
                0..=4 => merge(&mut files, one, other),
                5 => rate(&mut files[one]),
                6 => files[one].act(Command::Reopen, &coordinator()).map(|_| ()),
                7 => {
                    let text = files[one].conclusion("Het is echt hetzelfde idee.");
                    files[one].act(Command::RefuseReopening { text }, &coordinator()).map(|_| ())
                }
                _ => withdraw(&mut files, one),
            };
            for start in &files {
                let (mut at, mut steps) = (start, 0);
                while let Some(number) = at.case.merged_into() {
                    at = files.iter().find(|file| file.case.received.number == number).unwrap();
                    steps += 1;
                    prop_assert!(steps <= files.len(), "a circle");
                    prop_assert!(!matches!(at.case.state, State::Withdrawn(_)), "goes on in what was withdrawn");
                }
            }
        }
    }
}
