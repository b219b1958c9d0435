//! Cases that go on under another number, and what was no idea.

use shared::case::{CaseNumber, Command, Event, Nature, Other, Outcome, Passing, PublicStatus, Refusal};
use shared::fault::FaultCode;
use shared::notification::{MailKind, Recipient};

use crate::town::{File, coordinator, date, handler, kinds, tells};

fn merge(file: &mut File, serial: u32, other: Other) -> Result<shared::case::Decision, Refusal> {
    let text = file.conclusion("Uw buren vroegen hetzelfde.");
    let into = CaseNumber::new(2026, serial).unwrap();
    file.act(Command::Merge { into, other, text }, &handler("homes"))
}

fn pass_on(file: &mut File, nature: Nature, reference: Option<&str>) -> Result<shared::case::Decision, Refusal> {
    let passing = Passing {
        nature,
        to: file.words("Meldpunt openbare ruimte"),
        reference: reference.map(|number| file.words(number)),
        answer_by: None,
        text: file.conclusion("De lamp is stuk. Dat is werk voor het meldpunt."),
    };
    file.act(Command::PassOn(passing), &handler("homes"))
}

#[test]
fn a_case_goes_on_under_another_number_and_never_in_a_circle() {
    let mut file = File::open(false);
    assert_eq!(merge(&mut file, 147, Other::There), Err(Refusal::MergedIntoItself));
    assert_eq!(merge(&mut file, 12, Other::Gone), Err(Refusal::MergedIntoGone));
    assert_eq!(merge(&mut file, 12, Other::Unknown), Err(Refusal::NoSuchCase));
    let decision = merge(&mut file, 12, Other::There).unwrap();
    assert!(tells(&decision, &Recipient::Resident, MailKind::Concluded));
    assert_eq!(file.case.status(), PublicStatus::Merged);
    assert_eq!(file.case.merged_into().unwrap().to_string(), "2026-0012");
    // The resident may find that it is not the same at all.
    let reason = file.words("Het gaat bij mij om een andere straat.");
    file.act(Command::Rate { helped: false, reason: Some(reason) }, &shared::actor::Actor::Resident).unwrap();
    assert_eq!(file.case.status(), PublicStatus::LookingAgain);
    assert!(file.case.merged_into().is_some(), "until somebody decides it may be left at that");
}

#[test]
fn a_plain_conclusion_cannot_skip_what_merging_and_passing_on_need() {
    let mut file = File::open(false);
    let into = CaseNumber::new(2026, 12).unwrap();
    for outcome in [Outcome::Merged { into }, Outcome::PassedOn { nature: Nature::Complaint }] {
        let text = file.conclusion("Dit gaat ergens anders verder.");
        let refused = file.act(Command::Conclude { outcome, text }, &handler("homes"));
        assert!(matches!(refused, Err(Refusal::Field(fault)) if fault.code == FaultCode::NotTogether));
    }
}

/// `FixMyStreet` closes what is "not responsible"; here somebody still owes the resident an answer.
#[test]
fn a_report_that_was_passed_on_stays_open_with_a_promise() {
    let mut file = File::open(false);
    let without = pass_on(&mut file, Nature::Report, None);
    assert!(matches!(without, Err(Refusal::Field(fault)) if fault.field == "reference"));
    let decision = pass_on(&mut file, Nature::Report, Some("M-2026-17")).unwrap();
    assert_eq!(kinds(&decision), ["passedOn", "updated", "promiseSet"]);
    assert!(tells(&decision, &Recipient::Resident, MailKind::PassedOn));
    assert_eq!((file.owner(), file.case.status()), ("homes", PublicStatus::WithPartner));
    assert_eq!(file.case.promise(), Some(date("2026-12-18")));
    let passed = file.case.passed_on.clone().unwrap();
    assert_eq!((passed.nature, passed.received_on), (Nature::Report, date("2026-11-20")));
    assert!(passed.reference.is_some());
    let text = file.conclusion("De lamp doet het weer.");
    file.act(Command::Conclude { outcome: Outcome::Realised, text }, &handler("homes")).unwrap();
    assert!(file.case.passed_on.is_some());
}

#[test]
fn what_has_rules_of_its_own_ends_here_with_its_day_of_receipt_and_out_of_public() {
    for nature in [Nature::Complaint, Nature::Objection, Nature::Request] {
        let mut file = File::open(false);
        file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
        file.offer("police", &handler("homes")).unwrap();
        file.town.now = date("2026-11-24").starts_at();
        let decision = pass_on(&mut file, nature, None).unwrap();
        assert_eq!(kinds(&decision), ["handoverWithdrawn", "hidden", "passedOn", "concluded"]);
        assert!(decision.events.iter().any(|event| matches!(event, Event::PassedOn { received_on, .. }
            if *received_on == date("2026-11-20"))));
        assert_eq!((file.case.status(), file.case.promise()), (PublicStatus::PassedOn, None));
        let by = file.case.passed_on.as_ref().and_then(|passed| passed.answer_by);
        let by_law = match nature {
            Nature::Complaint => Some(date("2027-01-04")),
            Nature::Request => Some(date("2027-01-15")),
            Nature::Objection | Nature::Report => None,
        };
        assert_eq!(by, by_law, "counted from receipt, and never ending on a day without post");
        let again = file.act(Command::Publish { accuses: false }, &coordinator());
        assert_eq!(again, Err(Refusal::Ended));
    }
}

#[test]
fn who_sends_on_may_name_the_day_and_has_to_when_that_of_the_law_has_passed() {
    let pass = |file: &mut File, nature: Nature, answer_by: Option<&str>| {
        let passing = Passing {
            nature,
            to: file.words("Klachtencoördinator"),
            reference: Some(file.words("K-12")),
            answer_by: answer_by.map(date),
            text: file.conclusion("Dit gaat over hoe u bent geholpen."),
        };
        file.act(Command::PassOn(passing), &handler("homes"))
    };
    let refused = |answer: Result<shared::case::Decision, Refusal>, code: FaultCode| {
        assert!(
            matches!(&answer, Err(Refusal::Field(fault)) if fault.field == "answerBy" && fault.code == code),
            "{answer:?}"
        );
    };
    let mut file = File::open(false);
    refused(pass(&mut file, Nature::Report, Some("2026-12-18")), FaultCode::NotTogether);
    refused(pass(&mut file, Nature::Objection, Some("2026-11-20")), FaultCode::NotInTheFuture);
    file.town.now = date("2027-01-05").starts_at();
    refused(pass(&mut file, Nature::Complaint, None), FaultCode::Required);
    let decision = pass(&mut file, Nature::Complaint, Some("2027-01-29")).unwrap();
    assert!(tells(&decision, &Recipient::Resident, MailKind::PassedOn));
    let passed = file.case.passed_on.unwrap();
    assert_eq!((passed.received_on, passed.answer_by), (date("2026-11-20"), Some(date("2027-01-29"))));
}
