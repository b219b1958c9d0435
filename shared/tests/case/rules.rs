//! The rules of a case, one by one.

use shared::actor::{Actor, Role};
use shared::case::{CaseAction, Command, Outcome, PublicStatus, Refusal};
use shared::fault::{Fault, FaultCode};
use shared::ids::{HandoverId, PartnerId, TextId};
use shared::notification::{MailKind, Recipient};
use shared::routing::Fallback;

use crate::town::{File, Town, coordinator, date, handler, kinds, official, partner, submission, tells};

fn to(id: &str) -> Recipient {
    Recipient::Partner { id: partner(id) }
}

#[test]
fn what_comes_in_has_an_owner_a_promise_and_its_messages_at_once() {
    let file = File::open(false);
    assert_eq!((file.owner(), file.case.status()), ("homes", PublicStatus::Received));
    // Ten working days after Friday 20 November.
    assert_eq!(file.case.promise(), Some(date("2026-12-04")));
    let told: Vec<_> = file.told.iter().map(|told| (told.to.clone(), told.kind)).collect();
    assert_eq!(
        told,
        [
            (Recipient::Resident, MailKind::Received),
            (to("homes"), MailKind::CaseAssigned),
            (to("welfare"), MailKind::CaseSupported)
        ]
    );
    let words: Vec<&str> = file.texts.iter().map(|text| text.words.as_str()).collect();
    assert_eq!(words, ["Meer licht bij de ingang", "Het is er donker", "Wij helpen met ophangen"]);
    assert_eq!(file.case.received.we_need, None);
}

#[test]
fn a_fallback_raises_the_alarm() {
    let mut submission = submission(false);
    submission.routing.fallback = Some(Fallback::NobodyActive { partner: partner("police") });
    let decision = submission.decide(&Town::new().context());
    assert!(tells(&decision, &Recipient::Coordinators, MailKind::RoutingAlarm));
}

#[test]
fn a_held_text_is_for_coordinators_alone_until_it_is_released() {
    let mut file = File::open(true);
    assert_eq!(file.owner(), "homes");
    assert!(file.told.iter().all(|told| !matches!(told.to, Recipient::Partner { .. })));
    assert!(!file.case.is_visible_to(&partner("homes"), Role::Handler));
    assert!(file.case.is_visible_to(&partner("city"), Role::Coordinator));
    let text = file.words("Nieuws");
    assert_eq!(file.act(Command::Update { text, next_news_by: None }, &handler("homes")), Err(Refusal::Held));
    assert_eq!(file.offer("police", &coordinator()), Err(Refusal::Held));
    assert_eq!(file.act(Command::ReleaseReview, &handler("homes")), Err(Refusal::NotYours));
    // A reminder in the meantime does not go to who may not see it.
    let reminder = file.pass_time_until("2026-12-03");
    assert!(tells(&reminder, &Recipient::Coordinators, MailKind::PromiseDue));
    let released = file.act(Command::ReleaseReview, &coordinator()).unwrap();
    assert!(tells(&released, &to("homes"), MailKind::CaseAssigned));
    assert!(file.case.is_visible_to(&partner("homes"), Role::Handler));
    assert_eq!(file.act(Command::ReleaseReview, &coordinator()), Err(Refusal::NotHeld));
}

#[test]
fn an_update_keeps_the_promise_and_makes_the_next() {
    let mut file = File::open(false);
    let text = file.words("We hebben de lampen besteld.");
    let decision = file.act(Command::Update { text, next_news_by: None }, &handler("homes")).unwrap();
    assert_eq!(kinds(&decision), ["updated", "promiseSet"]);
    assert!(tells(&decision, &Recipient::Resident, MailKind::News));
    assert_eq!(file.case.status(), PublicStatus::WithPartner);
    assert_eq!(file.case.promise(), Some(date("2026-12-18")));

    for (day, code) in [
        ("2026-11-20", FaultCode::NotInTheFuture),
        ("2026-11-19", FaultCode::NotInTheFuture),
        ("2027-11-22", FaultCode::TooFarAhead { days: 366 }),
    ] {
        let text = file.words("Nieuws");
        let refused = file.act(Command::Update { text, next_news_by: Some(date(day)) }, &handler("homes"));
        assert_eq!(refused, Err(Refusal::Field(Fault::new("nextNewsBy", code))), "{day}");
    }
    let text = file.words("Nieuws");
    file.act(Command::Update { text, next_news_by: Some(date("2026-11-21")) }, &handler("homes")).unwrap();
    assert_eq!(file.case.promise(), Some(date("2026-11-21")));
}

#[test]
fn only_the_owner_or_the_coordinator_acts() {
    for (actor, result) in [
        (handler("homes"), Ok(())),
        (coordinator(), Ok(())),
        (handler("city"), Err(Refusal::NotYours)),
        (handler("welfare"), Err(Refusal::NotYours)),
        (official("homes", Role::Reader), Err(Refusal::NotYours)),
        (official("homes", Role::Editor), Err(Refusal::NotYours)),
        (official("homes", Role::Administrator), Err(Refusal::NotYours)),
        (Actor::Resident, Err(Refusal::NotYours)),
        (Actor::System, Err(Refusal::NotYours)),
    ] {
        let mut file = File::open(false);
        let text = file.words("Nieuws");
        let done = file.act(Command::Update { text, next_news_by: None }, &actor).map(|_| ());
        assert_eq!(done, result, "{actor:?}");
    }
}

#[test]
fn a_question_waits_for_the_resident_and_an_answer_brings_news_sooner() {
    let mut file = File::open(false);
    let text = file.words("Bij welke ingang?");
    let question = text.id.clone();
    let decision = file.act(Command::Ask { text }, &handler("homes")).unwrap();
    assert_eq!(kinds(&decision), ["questionAsked", "promiseSet"]);
    assert_eq!(file.case.status(), PublicStatus::QuestionForYou);
    assert_eq!(file.case.question().map(|question| question.answer_until), Some(date("2026-12-04")));
    // Ten working days were left, and begin after the last day for an answer.
    assert_eq!(file.case.promise(), Some(date("2026-12-18")));
    let text = file.words("En wanneer?");
    assert_eq!(file.act(Command::Ask { text }, &handler("homes")), Err(Refusal::QuestionOpen));

    let text = file.words("De achteringang.");
    let wrong = TextId::from_random([99; 16]);
    assert_eq!(
        file.act(Command::Answer { question: wrong, text: text.clone() }, &Actor::Resident),
        Err(Refusal::NoSuchQuestion)
    );
    let decision = file.act(Command::Answer { question, text }, &Actor::Resident).unwrap();
    assert_eq!(kinds(&decision), ["answered", "promiseSet"]);
    assert!(tells(&decision, &to("homes"), MailKind::ResidentAnswered));
    assert_eq!(file.case.promise(), Some(date("2026-12-04")));
    assert_eq!(file.case.status(), PublicStatus::WithPartner);
}

#[test]
fn after_fourteen_days_the_partner_goes_on_but_a_late_answer_is_taken() {
    let mut file = File::open(false);
    let text = file.words("Bij welke ingang?");
    let question = text.id.clone();
    file.act(Command::Ask { text }, &handler("homes")).unwrap();
    assert!(file.pass_time_until("2026-12-04").events.is_empty());
    let decision = file.pass_time_until("2026-12-05");
    assert_eq!(kinds(&decision), ["answerTermPassed"]);
    assert!(tells(&decision, &Recipient::Resident, MailKind::AnswerTermPassed));
    assert!(tells(&decision, &to("homes"), MailKind::QuestionUnanswered));
    assert_eq!((file.case.question(), file.case.status()), (None, PublicStatus::WithPartner));
    let text = file.words("De achteringang, sorry!");
    file.act(Command::Answer { question: question.clone(), text: text.clone() }, &Actor::Resident).unwrap();
    let again = file.act(Command::Answer { question, text }, &Actor::Resident);
    assert_eq!(again, Err(Refusal::NoSuchQuestion));
}

#[test]
fn the_owner_stays_until_another_accepts() {
    let mut file = File::open(false);
    let id = file.offer("police", &handler("homes")).unwrap();
    assert_eq!((file.owner(), file.case.status()), ("homes", PublicStatus::Received));
    // Five working days.
    assert_eq!(file.case.offer().map(|offer| offer.answer_by), Some(date("2026-11-27")));
    assert!(file.case.is_visible_to(&partner("police"), Role::Handler));
    assert_eq!(file.offer("welfare", &handler("homes")), Err(Refusal::OfferOpen));
    assert_eq!(file.act(Command::AcceptHandover { id: id.clone() }, &handler("homes")), Err(Refusal::NotYours));
    let other = HandoverId::from_random([9; 16]);
    assert_eq!(file.act(Command::AcceptHandover { id: other }, &handler("police")), Err(Refusal::NoSuchOffer));

    file.town.now = date("2026-11-26").starts_at();
    let decision = file.act(Command::AcceptHandover { id: id.clone() }, &handler("police")).unwrap();
    assert_eq!(kinds(&decision), ["handoverAccepted", "ownerChanged", "promiseSet"]);
    assert!(tells(&decision, &to("homes"), MailKind::OfferAccepted));
    assert!(tells(&decision, &Recipient::Resident, MailKind::OwnerChanged));
    assert_eq!((file.owner(), file.case.status()), ("police", PublicStatus::WithPartner));
    assert_eq!(file.case.promise(), Some(date("2026-12-10")));
    assert_eq!(file.act(Command::AcceptHandover { id }, &handler("police")), Err(Refusal::NoSuchOffer));
    assert!(!file.case.is_visible_to(&partner("homes"), Role::Handler));
}

#[test]
fn the_second_refusal_gives_it_to_the_coordinator_with_the_promise_as_it_was() {
    let mut file = File::open(false);
    let first = file.offer("police", &handler("homes")).unwrap();
    let decision = file.decline(&first, &handler("police")).unwrap();
    assert_eq!(kinds(&decision), ["handoverDeclined"]);
    assert!(tells(&decision, &to("homes"), MailKind::OfferDeclined));
    assert!(!decision.notifications.iter().any(|told| told.to == Recipient::Resident), "the quarrel stays inside");
    assert_eq!(file.owner(), "homes");

    file.offer("welfare", &handler("homes")).unwrap();
    // Silence is a refusal, once the last day is over.
    assert!(file.pass_time_until("2026-11-27").events.is_empty());
    let decision = file.pass_time_until("2026-11-28");
    assert_eq!(kinds(&decision), ["handoverExpired", "ownerChanged"]);
    assert!(tells(&decision, &Recipient::Coordinators, MailKind::CaseReturned));
    assert!(tells(&decision, &Recipient::Resident, MailKind::OwnerChanged));
    assert_eq!(file.owner(), "city");
    assert_eq!(file.case.promise(), Some(date("2026-12-04")));
    assert_eq!(file.case.open().map(|open| open.refusals), Some(0));
}

#[test]
fn an_offer_that_is_withdrawn_is_no_refusal_and_a_new_owner_starts_counting_anew() {
    let mut file = File::open(false);
    let id = file.offer("police", &handler("homes")).unwrap();
    file.decline(&id, &handler("police")).unwrap();
    let id = file.offer("police", &handler("homes")).unwrap();
    let decision = file.act(Command::WithdrawHandover { id }, &handler("homes")).unwrap();
    assert!(tells(&decision, &to("police"), MailKind::OfferEnded));
    assert_eq!(file.case.open().map(|open| open.refusals), Some(1));
    let id = file.offer("welfare", &handler("homes")).unwrap();
    file.act(Command::AcceptHandover { id }, &handler("welfare")).unwrap();
    assert_eq!(file.case.open().map(|open| open.refusals), Some(0));
    assert!(file.case.supporting.is_empty(), "who owns it no longer supports it");
    let id = file.offer("homes", &handler("welfare")).unwrap();
    file.decline(&id, &handler("homes")).unwrap();
    assert_eq!(file.owner(), "welfare");
}

#[test]
fn an_agreement_that_ended_after_the_offer_takes_nothing_over() {
    let mut file = File::open(false);
    let offer = file.offer("police", &handler("homes")).unwrap();
    for candidate in &mut file.town.partners {
        if candidate.partner.id == partner("police") {
            candidate.partner.agreement_until = Some(date("2026-11-19"));
        }
    }
    let accepted = file.act(Command::AcceptHandover { id: offer.clone() }, &handler("police"));
    assert_eq!(accepted, Err(Refusal::PartnerUnavailable));
    assert_eq!(file.owner(), "homes");
    file.decline(&offer, &handler("police")).unwrap();
}

#[test]
fn the_coordinator_notes_what_a_partner_said_and_keeps_what_nobody_takes() {
    let mut file = File::open(false);
    for _ in 0..2 {
        let id = file.offer("police", &handler("homes")).unwrap();
        file.decline(&id, &coordinator()).unwrap();
    }
    assert_eq!(file.owner(), "city");
    for _ in 0..3 {
        let id = file.offer("police", &coordinator()).unwrap();
        file.decline(&id, &handler("police")).unwrap();
        assert_eq!(file.owner(), "city");
    }
    let id = file.offer("police", &coordinator()).unwrap();
    file.act(Command::AcceptHandover { id }, &coordinator()).unwrap();
    assert_eq!(file.owner(), "police");
}

#[test]
fn an_offer_goes_to_another_partner_that_can_take_it() {
    let mut file = File::open(false);
    assert_eq!(file.offer("homes", &handler("homes")), Err(Refusal::OfferToOwner));
    let unknown = file.offer("gone", &handler("homes"));
    assert_eq!(unknown, Err(Refusal::Field(Fault::new("to", FaultCode::Unknown))));
    file.town.partners[2].has_active_official = false;
    assert_eq!(file.offer("police", &handler("homes")), Err(Refusal::PartnerUnavailable));
    file.town.partners[2].has_active_official = true;
    file.town.partners[2].partner.agreement_until = Some(date("2026-11-19"));
    assert_eq!(file.offer("police", &handler("homes")), Err(Refusal::PartnerUnavailable));
    let id = file.offer("welfare", &handler("homes")).unwrap();
    let reason = file.words("Vraag het de buren");
    let suggestion = Some(PartnerId::parse("gone").unwrap());
    let declined = file.act(Command::DeclineHandover { id, reason, suggestion }, &handler("welfare"));
    assert_eq!(declined, Err(Refusal::Field(Fault::new("suggestion", FaultCode::Unknown))));
}

#[test]
fn the_owner_is_reminded_the_working_day_before_and_the_coordinator_told_two_days_after() {
    let mut file = File::open(false);
    assert!(file.pass_time_until("2026-12-02").events.is_empty());
    let reminder = file.pass_time_until("2026-12-03");
    assert_eq!(kinds(&reminder), ["reminded"]);
    assert!(tells(&reminder, &to("homes"), MailKind::PromiseDue));
    // The promise was for Friday; Monday and Tuesday pass.
    assert!(file.pass_time_until("2026-12-08").events.is_empty());
    let escalation = file.pass_time_until("2026-12-09");
    assert_eq!(kinds(&escalation), ["escalated"]);
    assert!(tells(&escalation, &Recipient::Coordinators, MailKind::PromiseBroken));
    assert_eq!(file.case.promise(), Some(date("2026-12-04")), "only a person gives another date");
    assert!(file.pass_time_until("2027-06-01").events.is_empty());
}

#[test]
fn after_a_long_silence_everything_happens_at_once_in_its_order() {
    let mut file = File::open(false);
    file.offer("police", &handler("homes")).unwrap();
    let decision = file.pass_time_until("2027-03-01");
    assert_eq!(kinds(&decision), ["handoverExpired", "reminded", "escalated"]);
    assert_eq!(file.case.due_at(file.town.context().calendar), None);
}

#[test]
fn a_moved_date_says_why() {
    let mut file = File::open(false);
    let reason = file.words("De aannemer komt later.");
    let decision = file.act(Command::MovePromise { until: date("2027-01-15"), reason }, &handler("homes")).unwrap();
    assert_eq!(kinds(&decision), ["promiseSet"]);
    assert!(tells(&decision, &Recipient::Resident, MailKind::PromiseMoved));
    assert_eq!((file.case.promise(), file.case.status()), (Some(date("2027-01-15")), PublicStatus::Received));
}

#[test]
fn a_conclusion_ends_it_with_a_text_and_ends_the_offer_too() {
    for (outcome, status) in [
        (Outcome::Realised, PublicStatus::Done),
        (Outcome::TakenUpByResidents, PublicStatus::Done),
        (Outcome::WillBeDone { on: date("2026-11-21") }, PublicStatus::Planned),
        (Outcome::NotDone, PublicStatus::NotDone),
    ] {
        let mut file = File::open(false);
        file.offer("police", &handler("homes")).unwrap();
        let text = file.conclusion("De lampen hangen er sinds gisteren.");
        let decision = file.act(Command::Conclude { outcome, text }, &handler("homes")).unwrap();
        assert_eq!(kinds(&decision), ["handoverWithdrawn", "concluded"]);
        assert!(tells(&decision, &to("police"), MailKind::OfferEnded));
        assert!(tells(&decision, &Recipient::Resident, MailKind::Concluded));
        assert_eq!((file.case.status(), file.case.promise(), file.owner()), (status, None, "homes"));
        let text = file.words("Nog iets");
        assert_eq!(file.act(Command::Update { text, next_news_by: None }, &handler("homes")), Err(Refusal::Ended));
    }
    let mut file = File::open(false);
    let text = file.conclusion("De lampen komen er morgen.");
    let outcome = Outcome::WillBeDone { on: date("2026-11-20") };
    let refused = file.act(Command::Conclude { outcome, text }, &handler("homes"));
    assert_eq!(refused, Err(Refusal::Field(Fault::new("outcome.on", FaultCode::NotInTheFuture))));
}

#[test]
fn the_resident_may_always_take_it_back() {
    let mut file = File::open(false);
    file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    file.offer("police", &handler("homes")).unwrap();
    assert_eq!(file.act(Command::Withdraw, &handler("homes")), Err(Refusal::NotYours));
    let decision = file.act(Command::Withdraw, &Actor::Resident).unwrap();
    assert_eq!(kinds(&decision), ["handoverWithdrawn", "hidden", "withdrawn"]);
    assert!(tells(&decision, &to("homes"), MailKind::ResidentWithdrew));
    assert_eq!((file.case.status(), file.case.is_public()), (PublicStatus::Withdrawn, false));
    assert_eq!(file.act(Command::Withdraw, &Actor::Resident), Err(Refusal::AlreadyWithdrawn));
    assert_eq!(file.act(Command::Publish { accuses: false }, &coordinator()), Err(Refusal::Ended));

    let mut file = File::open(false);
    let text = file.conclusion("De lampen hangen er sinds gisteren.");
    file.act(Command::Conclude { outcome: Outcome::Realised, text }, &handler("homes")).unwrap();
    assert!(file.act(Command::Withdraw, &Actor::Resident).is_ok());
}

#[test]
fn only_what_the_resident_agreed_to_and_what_accuses_nobody_becomes_public() {
    let mut file = File::open(true);
    assert_eq!(file.act(Command::Publish { accuses: false }, &coordinator()), Err(Refusal::Held));
    file.act(Command::ReleaseReview, &coordinator()).unwrap();
    assert_eq!(file.act(Command::Publish { accuses: true }, &coordinator()), Err(Refusal::Accuses));
    assert_eq!(file.act(Command::Publish { accuses: false }, &handler("homes")), Err(Refusal::NotYours));
    let decision = file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    assert!(tells(&decision, &Recipient::Resident, MailKind::MadePublic));
    assert_eq!(file.act(Command::Publish { accuses: false }, &coordinator()), Err(Refusal::AlreadyPublic));
    let reason = file.words("Iemand was te herkennen.");
    let decision = file.act(Command::Hide { reason: reason.clone() }, &coordinator()).unwrap();
    assert_eq!(kinds(&decision), ["hidden", "explained"]);
    assert!(tells(&decision, &Recipient::Resident, MailKind::NoLongerPublic));
    assert_eq!(file.act(Command::Hide { reason }, &coordinator()), Err(Refusal::NotPublic));
    file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    let decision = file.act(Command::Hold, &coordinator()).unwrap();
    assert_eq!(kinds(&decision), ["hidden", "heldForReview"]);

    file.case.received.may_be_public = false;
    file.act(Command::ReleaseReview, &coordinator()).unwrap();
    assert_eq!(file.act(Command::Publish { accuses: false }, &coordinator()), Err(Refusal::NotAgreedToPublic));
}

#[test]
fn buttons_stand_where_commands_would_be_taken() {
    use CaseAction as A;
    let mut file = File::open(false);
    let actions = |file: &File, actor: &Actor| file.case.actions(actor, &file.town.context());
    let owners = |handover| {
        let first = [A::Update, A::Ask, A::MovePromise, A::AddNote, A::AskSupport, handover];
        [&first[..], &[A::ProposeDate, A::AddTask, A::Conclude, A::PassOn, A::SetKind, A::SetLanguage]].concat()
    };
    assert_eq!(actions(&file, &handler("homes")), owners(A::OfferHandover));
    assert_eq!(
        actions(&file, &coordinator()),
        [
            A::Update,
            A::Ask,
            A::MovePromise,
            A::AddNote,
            A::AskSupport,
            A::OfferHandover,
            A::ProposeDate,
            A::AddTask,
            A::NeedDecision,
            A::Conclude,
            A::PassOn,
            A::SetKind,
            A::SetLanguage,
            A::Hold,
            A::Redact,
            A::Publish,
            A::EraseTexts
        ]
    );
    assert_eq!(actions(&file, &handler("welfare")), [A::ProposeUpdate, A::AddNote, A::AddTask]);
    assert_eq!(actions(&file, &official("homes", Role::Reader)), []);
    file.offer("police", &handler("homes")).unwrap();
    assert_eq!(actions(&file, &handler("homes")), owners(A::WithdrawHandover));
    assert_eq!(actions(&file, &handler("police")), [A::ReplyToHandover]);
}

#[test]
fn a_threat_takes_it_out_of_public_and_reaches_coordinators_alone() {
    let mut file = File::open(false);
    file.act(Command::Publish { accuses: false }, &coordinator()).unwrap();
    let text = file.words("Mijn ramen zijn ingegooid.");
    let report = Command::ReportThreat { text: Some(text) };
    assert_eq!(file.act(report.clone(), &handler("homes")), Err(Refusal::NotYours));
    let decision = file.act(report, &Actor::Resident).unwrap();
    assert_eq!(kinds(&decision), ["threatened", "hidden"]);
    assert!(!file.case.is_public());
    let told: Vec<_> = decision.notifications.iter().map(|told| (told.to.clone(), told.kind)).collect();
    assert_eq!(told, [(Recipient::Coordinators, MailKind::ResidentThreatened)]);
    assert!(decision.events.iter().all(|event| event.is_for_coordinators() || event.kind() == "hidden"));
    let publish = Command::Publish { accuses: false };
    assert_eq!(file.act(publish.clone(), &coordinator()), Err(Refusal::Threatened));
    assert_eq!(file.act(Command::TakeUpThreat, &handler("homes")), Err(Refusal::NotYours));
    file.act(Command::TakeUpThreat, &coordinator()).unwrap();
    assert_eq!(file.act(Command::TakeUpThreat, &coordinator()), Err(Refusal::NoThreat));
    file.act(publish, &coordinator()).unwrap();
}

#[test]
fn a_coordinator_rewrites_what_the_resident_wrote_and_nothing_else() {
    let mut file = File::open(true);
    let what = file.case.received.what.clone();
    let words = file.words("Er is overlast in de straat.");
    let shown = words.id.clone();
    let reason = file.words("Er stond in wie het was.");
    let redact = Command::Redact { texts: vec![(what.clone(), words)], reason: reason.clone() };
    assert_eq!(file.act(redact.clone(), &handler("homes")), Err(Refusal::NotYours));
    assert_eq!(file.case.shown(&what), &what);
    file.act(redact, &coordinator()).unwrap();
    assert_eq!(file.case.shown(&what), &shown);
    assert!(file.texts.iter().any(|text| text.id == what), "the original is kept");
    let words = file.words("Iets anders");
    let foreign = Command::Redact { texts: vec![(TextId::from_random([99; 16]), words)], reason: reason.clone() };
    assert_eq!(file.act(foreign, &coordinator()), Err(Refusal::NoSuchText));
    assert_eq!(file.act(Command::Redact { texts: vec![], reason }, &coordinator()), Err(Refusal::NothingRedacted));
    file.act(Command::ReleaseReview, &coordinator()).unwrap();
    assert!(file.case.is_visible_to(&partner("homes"), Role::Handler));
}
