//! The resident follows their case: reads it, answers a question, says whether the answer helped,
//! tells of a threat, changes where messages go, takes it back. The follow key is all it takes.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Actor,
    case::{Case, Command, Concluded, Event, Recorded},
    follow_key::FollowKey,
    ids::IdempotencyKey,
    privacy,
    promise::is_overdue,
    proposal::read_email,
    text::{Language, RESIDENT_TEXT},
    wire::public::{AnswerRequest, ContactRequest, FollowView, OpenQuestion, RatingRequest, ThreatRequest},
};

use super::{
    File, Messages, Scene, backing, ending, experience, helping, names::Names, pledges, store, submit::keep_contact,
    tasks, timeline, translating, watch, written,
};
use crate::{
    auth::follow_key::{self, KeyHash},
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{case as cases, contact, idempotency},
};

/// Reads the case that a follow key opens.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadFollowed {
    pub key: KeyHash,
    pub language: Language,
}

impl Operation for ReadFollowed {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-followed-case";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let file = followed(context, &self.key)?;
        view(context, &file, self.language)
    }
}

/// Answers the question that waits.
#[derive(Debug, Serialize, Deserialize)]
pub struct AnswerQuestion {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub request: AnswerRequest,
    pub language: Language,
}

impl Operation for AnswerQuestion {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "answer-question";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, request, language } = self;
        let file = followed(context, &key)?;
        let scope = format!("answer:{}", file.id);
        // The reply that is kept says nothing: what the resident wrote is kept in one place only.
        idempotency::once(context, &scope, &idempotency_key, &request, |context| {
            let text = written(context, "text", RESIDENT_TEXT, &request.text)?;
            hold_if_it_accuses(context, &key, &text.words)?;
            act(context, &key, Command::Answer { question: request.question_id.clone(), text })
        })?;
        view(context, &followed(context, &key)?, language)
    }
}

/// Says whether the conclusion helped.
#[derive(Debug, Serialize, Deserialize)]
pub struct RateConclusion {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub request: RatingRequest,
    pub language: Language,
}

impl Operation for RateConclusion {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "rate-conclusion";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, request, language } = self;
        let scope = format!("rating:{}", followed(context, &key)?.id);
        idempotency::once(context, &scope, &idempotency_key, &request, |context| {
            let says_why = !request.reason.trim().is_empty();
            let reason = says_why.then(|| written(context, "reason", RESIDENT_TEXT, &request.reason)).transpose()?;
            if let Some(reason) = &reason {
                hold_if_it_accuses(context, &key, &reason.words)?;
            }
            act(context, &key, Command::Rate { helped: request.helped, reason })
        })?;
        view(context, &followed(context, &key)?, language)
    }
}

/// Tells that the resident is thwarted or threatened because of it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReportThreat {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub request: ThreatRequest,
    pub language: Language,
}

impl Operation for ReportThreat {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "report-threat";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, request, language } = self;
        let scope = format!("threat:{}", followed(context, &key)?.id);
        idempotency::once(context, &scope, &idempotency_key, &request, |context| {
            let says_what = !request.text.trim().is_empty();
            let text = says_what.then(|| written(context, "text", RESIDENT_TEXT, &request.text)).transpose()?;
            act(context, &key, Command::ReportThreat { text })
        })?;
        view(context, &followed(context, &key)?, language)
    }
}

/// Changes where messages go, or erases the address at once. The key itself is needed: later messages carry it.
#[derive(Debug, Serialize, Deserialize)]
pub struct ChangeContact {
    pub key: FollowKey,
    pub request: ContactRequest,
    pub language: Language,
}

impl Operation for ChangeContact {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "change-contact";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, request, language } = self;
        let file = followed(context, &follow_key::hash(&key))?;
        let email = read_email(&request.email).map_err(|code| Refusal::invalid("email", code))?;
        match email {
            Some(email) => {
                contact::erase(context.sql, &file.id)?;
                keep_contact(context, &file, email, &key)?;
            }
            None => experience::forget_contact(context, &file.id)?,
        }
        view(context, &File::read(context, &file.id)?, language)
    }
}

/// Takes the proposal back.
#[derive(Debug, Serialize, Deserialize)]
pub struct WithdrawProposal {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub language: Language,
}

impl Operation for WithdrawProposal {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "withdraw-proposal";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, language } = self;
        let scope = format!("withdrawal:{}", followed(context, &key)?.id);
        idempotency::once(context, &scope, &idempotency_key, &(), |context| act(context, &key, Command::Withdraw))?;
        view(context, &followed(context, &key)?, language)
    }
}

/// The case that a key opens; a wrong key and a case that is gone look the same.
pub(super) fn followed(context: &Context<'_>, key: &KeyHash) -> Result<File, Refusal> {
    let id = contact::followed(context.sql, key)?.ok_or(Refusal::NotFound)?;
    File::read(context, &id)
}

/// What accuses somebody is read by a coordinator before anybody else reads it: the case is held first, in the same
/// transaction.
fn hold_if_it_accuses(context: &mut Context<'_>, key: &KeyHash, words: &str) -> Result<(), Refusal> {
    if !privacy::accuses(words) {
        return Ok(());
    }
    let scene = Scene::read(context)?;
    let mut file = followed(context, key)?;
    let decision = file.case.decide(Command::HoldUnread, &Actor::System, &scene.at(context.now))?;
    store(context, &scene, &mut file, decision, &Actor::System, Messages::Send)
}

fn act(context: &mut Context<'_>, key: &KeyHash, command: Command) -> Result<(), Refusal> {
    let scene = Scene::read(context)?;
    let mut file = followed(context, key)?;
    let decision = file.case.decide(command, &Actor::Resident, &scene.at(context.now))?;
    store(context, &scene, &mut file, decision, &Actor::Resident, Messages::Send)
}

pub(super) fn view(context: &Context<'_>, file: &File, language: Language) -> Result<FollowView, Refusal> {
    let names = Names::read(context)?;
    let texts = cases::texts(context.sql, &file.id)?;
    let File { id, case, .. } = file;
    let received = &case.received;
    let name = |id| names.public_name(id, language);
    let text = |id: Option<&shared::ids::TextId>| id.and_then(|id| texts.get(id)).cloned();
    Ok(FollowView {
        case_id: id.clone(),
        number: received.number.to_string(),
        status: case.status(),
        owner: name(case.owner()),
        asked_to_take_over: case.offer().map(|offer| name(&offer.to)),
        supporting: case.supporting.iter().map(name).collect(),
        backing: backing::shown(context, &Scene::read(context)?, case).into_iter().map(name).collect(),
        plan: helping::plan(case, &names, language),
        decision: helping::decision(case, &texts),
        agreements: watch::view(case, &texts, language),
        reason: received.routing.reason.in_language(language).text,
        promise: case.promise(),
        overdue: case.promise().is_some_and(|promise| is_overdue(promise, context.now)),
        received_on: case.received_at.dutch_date(),
        language: case.language,
        topic_id: received.topic_id.clone(),
        topic: names.topic(received.topic_id.as_ref()).map(|topic| topic.in_language(language)),
        area: names.area(&received.area_id),
        kind: case.kind,
        what: text(Some(&received.what)).unwrap_or_default(),
        why: text(received.why.as_ref()),
        we_do: text(received.we_do.as_ref()),
        we_need: text(received.we_need.as_ref()),
        translation: translating::idea(case, &texts),
        has_email: contact::exists(context.sql, id)?,
        public: case.is_public(),
        question: case.question().map(|question| OpenQuestion {
            id: question.id.clone(),
            text: text(Some(&question.id)).unwrap_or_default(),
            translation: translating::phrase(case, &texts, &question.id),
            from: name(&question.from),
            answer_until: question.answer_until,
        }),
        outcome: case.outcome(),
        merged_into: ending::merged_view(context, file, &names, language)?,
        passed_on: case.passed_on.as_ref().map(|passed_on| ending::passed_on_view(passed_on, &texts)),
        rate_until: case.to_be_rated(context.now.dutch_date()).map(Concluded::rating_until),
        may_withdraw: may_withdraw(case),
        threatened: case.threatened && last_threat_is_own(&file.events),
        timeline: timeline::for_resident(file, &texts, &names, language),
        pledges: pledges::for_initiator(context, file)?,
        tasks: tasks::for_residents(context, case, &texts, &names, (tasks::Reader::Initiator, language)),
        may_add_task: case.may_add_task(&Actor::Resident).is_ok(),
        experience: experience::view(case),
    })
}

fn may_withdraw(case: &Case) -> bool {
    !matches!(case.state, shared::case::State::Withdrawn(_))
}

/// Whether the resident told of it, and not somebody who joins in: that is between them and the coordinators.
fn last_threat_is_own(events: &[Recorded]) -> bool {
    let told = events.iter().rev().find(|recorded| matches!(recorded.event, Event::Threatened { .. }));
    told.is_some_and(|recorded| recorded.by == Actor::Resident)
}
