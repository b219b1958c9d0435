//! Officials handle cases: one case with its history, and everything they do with it.
//!
//! A case that an official may not see does not exist for them.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Permission,
    case::Command,
    ids::{CaseId, HandoverId, TextId},
    privacy,
    promise::is_overdue,
    text::{Language, OFFICIAL_TEXT},
    wire::admin::{
        CaseDetail, CaseSummary, ConclusionRequest, ErasureRequest, HandoverReply, HandoverRequest, HandoverView,
        HidingRequest, LanguageRequest, PassingOnRequest, QuestionRequest, RedactionRequest, ReopeningRefusalRequest,
        TranslationsRequest, UpdateRequest, VersionOnly,
    },
};

use super::{
    super::sessions::SignedInOfficial,
    File, Messages, Scene, answering, ending, erasing,
    helping::{self, HelpAct},
    moderating,
    names::{Names, title},
    new_handover, shown_texts, store,
    tasks::{self, OfficialTaskAct},
    timeline, translating,
    watch::{self, WatchAct},
    written,
};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        case_list::{self, CaseRow},
        contact,
    },
};

/// Reads a case whole. That it was read is noted: these are people's own stories.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadCase {
    pub official: SignedInOfficial,
    pub id: CaseId,
}

impl Operation for ReadCase {
    type Reply = CaseDetail;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-case";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<CaseDetail, Refusal> {
        let Self { official, id } = self;
        let file = visible(context, &official, &id)?;
        audit::record(context, &Doer::Official(&official.id), "case.read", &format!("case:{id}"))?;
        detail(context, &Scene::read(context)?, &official, &file)
    }
}

/// What an official does with a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CaseAct {
    Update(UpdateRequest),
    Ask(QuestionRequest),
    Conclude(ConclusionRequest),
    PassOn(PassingOnRequest),
    Reopen(VersionOnly),
    RefuseReopening(ReopeningRefusalRequest),
    TakeUpThreat(VersionOnly),
    Redact(RedactionRequest),
    Translate(TranslationsRequest),
    SetLanguage(LanguageRequest),
    OfferHandover(HandoverRequest),
    ReplyToHandover(HandoverId, HandoverReply),
    WithdrawHandover(HandoverId, VersionOnly),
    ReleaseReview(VersionOnly),
    Publish(VersionOnly),
    Hide(HidingRequest),
    Help(HelpAct),
    Watch(WatchAct),
    Task(OfficialTaskAct),
    EraseTexts(ErasureRequest),
}

impl CaseAct {
    const fn version(&self) -> u64 {
        match self {
            Self::Help(act) => act.version(),
            Self::Watch(act) => act.version(),
            Self::Task(act) => act.version(),
            Self::Update(request) => request.version,
            Self::Ask(request) => request.version,
            Self::Conclude(request) => request.version,
            Self::PassOn(request) => request.version,
            Self::EraseTexts(request) => request.version,
            Self::RefuseReopening(request) => request.version,
            Self::Redact(request) => request.version,
            Self::Translate(request) => request.version,
            Self::SetLanguage(request) => request.version,
            Self::OfferHandover(request) => request.version,
            Self::ReplyToHandover(_, reply) => reply.version,
            Self::WithdrawHandover(_, request)
            | Self::Reopen(request)
            | Self::TakeUpThreat(request)
            | Self::ReleaseReview(request)
            | Self::Publish(request) => request.version,
            Self::Hide(request) => request.version,
        }
    }

    /// The name of the act in the audit log.
    const fn name(&self) -> &'static str {
        match self {
            Self::Update(_) => "case.update",
            Self::Help(act) => act.name(),
            Self::Watch(act) => act.name(),
            Self::Task(act) => act.name(),
            Self::Ask(_) => "case.ask",
            Self::Conclude(_) => "case.conclude",
            Self::PassOn(_) => "case.pass-on",
            Self::EraseTexts(_) => "case.erase-texts",
            Self::Reopen(_) => "case.reopen",
            Self::RefuseReopening(_) => "case.refuse-reopening",
            Self::TakeUpThreat(_) => "case.take-up-threat",
            Self::Redact(_) => "case.redact",
            Self::Translate(_) => "case.translate",
            Self::SetLanguage(_) => "case.set-language",
            Self::OfferHandover(_) => "case.offer-handover",
            Self::ReplyToHandover(_, reply) if reply.accept => "case.accept-handover",
            Self::ReplyToHandover(..) => "case.decline-handover",
            Self::WithdrawHandover(..) => "case.withdraw-handover",
            Self::ReleaseReview(_) => "case.release-review",
            Self::Publish(_) => "case.publish",
            Self::Hide(_) => "case.hide",
        }
    }
}

/// Does something with a case; answers how it stands then. An act on a version that has passed is refused, so that
/// nobody answers what they have not read.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActOnCase {
    pub official: SignedInOfficial,
    pub id: CaseId,
    pub act: CaseAct,
}

impl Operation for ActOnCase {
    type Reply = CaseDetail;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "act-on-case";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<CaseDetail, Refusal> {
        let Self { official, id, act } = self;
        let scene = Scene::read(context)?;
        let mut file = visible(context, &official, &id)?;
        file.check_version(act.version())?;
        let name = act.name();
        let command = command(context, &scene, &official, &file, act)?;
        let actor = official.actor();
        let decision = file.case.decide(command, &actor, &scene.at(context.now))?;
        store(context, &scene, &mut file, decision, &actor, Messages::Send)?;
        audit::record(context, &Doer::Official(&official.id), name, &format!("case:{id}"))?;
        detail(context, &scene, &official, &file)
    }
}

/// The case, to whom it exists for.
fn visible(context: &Context<'_>, official: &SignedInOfficial, id: &CaseId) -> Result<File, Refusal> {
    let file = File::read(context, id)?;
    if file.case.is_visible_to(&official.partner_id, official.role) { Ok(file) } else { Err(Refusal::NotFound) }
}

fn command(
    context: &mut Context<'_>,
    scene: &Scene,
    official: &SignedInOfficial,
    file: &File,
    act: CaseAct,
) -> Result<Command, Refusal> {
    Ok(match act {
        CaseAct::Update(request) => answering::answer(context, &request)?,
        CaseAct::Ask(request) => Command::Ask { text: written(context, "text", OFFICIAL_TEXT, &request.text)? },
        CaseAct::Conclude(request) => ending::conclude(context, official, &request)?,
        CaseAct::PassOn(request) => ending::pass_on(context, &request)?,
        CaseAct::Reopen(_) => Command::Reopen,
        CaseAct::TakeUpThreat(_) => Command::TakeUpThreat,
        CaseAct::Redact(request) => moderating::redact(context, file, &request)?,
        CaseAct::SetLanguage(request) => Command::SetLanguage { language: request.language },
        CaseAct::Translate(request) => translating::translate(context, file, &request)?,
        CaseAct::RefuseReopening(request) => {
            Command::RefuseReopening { text: ending::conclusion(context, &request.text)? }
        }
        CaseAct::OfferHandover(request) => Command::OfferHandover {
            id: new_handover(context),
            to: request.to,
            reason: written(context, "reason", OFFICIAL_TEXT, &request.reason)?,
        },
        CaseAct::ReplyToHandover(id, reply) if reply.accept => Command::AcceptHandover { id },
        CaseAct::ReplyToHandover(id, reply) => Command::DeclineHandover {
            id,
            reason: written(context, "reason", OFFICIAL_TEXT, &reply.reason)?,
            suggestion: reply.suggestion,
        },
        CaseAct::WithdrawHandover(id, _) => Command::WithdrawHandover { id },
        CaseAct::ReleaseReview(_) => Command::ReleaseReview,
        CaseAct::Publish(_) => Command::Publish { accuses: accuses(context, file)? },
        CaseAct::Hide(request) => Command::Hide { reason: written(context, "reason", OFFICIAL_TEXT, &request.reason)? },
        CaseAct::Help(act) => act.command(context)?,
        CaseAct::Watch(act) => act.command(context, scene)?,
        CaseAct::Task(act) => act.command(context, file)?,
        CaseAct::EraseTexts(request) => erasing::erase(context, file, &request)?,
    })
}

/// Whether what everybody would read accuses somebody, as it is now, in its own words or in those beside it.
pub(super) fn accuses(context: &Context<'_>, file: &File) -> Result<bool, Refusal> {
    let texts = shown_texts(context, file)?;
    let received = &file.case.received;
    let shown = [Some(&received.what), received.why.as_ref(), received.we_do.as_ref(), received.we_need.as_ref()];
    let beside = |id| translating::now(&file.case, &texts, id);
    let words = shown.into_iter().flatten().flat_map(|id| [texts.get(id), beside(id)]);
    Ok(words.flatten().any(|text| privacy::accuses(text)))
}

pub(super) fn summary(row: CaseRow, names: &Names, context: &Context<'_>, coordinates: bool) -> CaseSummary {
    CaseSummary {
        number: row.number.to_string(),
        title: title(row.what.as_deref()),
        kind: row.kind,
        topic: names.topic(row.topic_id.as_ref()),
        area: names.area(&row.area_id),
        owner: row.owner,
        status: row.status,
        received_on: row.received_on,
        promise: row.promise,
        overdue: row.promise.is_some_and(|promise| is_overdue(promise, context.now)),
        escalated: row.escalated,
        held: row.held,
        offered_to: row.offered_to,
        waiting_for_resident: row.waiting,
        refusals: row.refusals,
        returned: row.returned,
        threatened: coordinates && row.threatened,
        merged_into: row.merged_into.map(|number| number.to_string()),
        id: row.id,
    }
}

pub(super) fn detail(
    context: &Context<'_>,
    scene: &Scene,
    official: &SignedInOfficial,
    file: &File,
) -> Result<CaseDetail, Refusal> {
    let names = Names::read(context)?;
    let texts = shown_texts(context, file)?;
    let row = case_list::row(context.sql, &file.id)?.ok_or(Refusal::NotFound)?;
    let File { id, case, .. } = file;
    let received = &case.received;
    let (merged_into, merged_here) = ending::links(context, official, file)?;
    let coordinates = official.role.may(Permission::SeeAllCases);
    let actions = case.actions(&official.actor(), &scene.at(context.now));
    let text = |id: Option<&TextId>| id.and_then(|id| texts.get(id)).cloned();
    // Who has just given it away may still read what came of the act, but not act any more.
    Ok(CaseDetail {
        summary: summary(row, &names, context, coordinates),
        version: case.version,
        topic_id: received.topic_id.clone(),
        channel: received.channel,
        language: case.language,
        what: text(Some(&received.what)).unwrap_or_default(),
        why: text(received.why.as_ref()),
        we_do: text(received.we_do.as_ref()),
        we_need: text(received.we_need.as_ref()),
        translation: translating::idea(case, &texts),
        to_translate: translating::to_translate(file, &texts),
        has_email: contact::exists(context.sql, id)?,
        shares_experience: case.shares_experience(),
        may_be_public: received.may_be_public,
        public: case.is_public(),
        supporting: case.supporting.clone(),
        help: helping::view(case, &texts),
        watch: watch::official_view(context, scene, case, &texts, &actions)?,
        tasks: tasks::for_officials(context, official, case, &texts),
        reason: received.routing.reason.in_language(Language::Nl).text,
        handover: case.offer().map(|offer| HandoverView {
            id: offer.id.clone(),
            to: offer.to.clone(),
            reason: text(Some(&offer.reason)).unwrap_or_default(),
            answer_by: offer.answer_by,
        }),
        originals: if coordinates { moderating::originals(context, file)? } else { Vec::new() },
        written_later: if coordinates { moderating::written_later(file, &texts) } else { Vec::new() },
        asked_again: case.asked_again().map(|concluded| {
            text(concluded.rating.as_ref().and_then(|rating| rating.reason.as_ref())).unwrap_or_default()
        }),
        refusals: case.open().map_or(0, |open| open.refusals),
        outcome: case.outcome(),
        merged_into,
        merged_here,
        passed_on: case.passed_on.as_ref().map(|passed_on| ending::passed_on_view(passed_on, &texts)),
        actions,
        timeline: timeline::for_officials(file, &texts, &names, (&official.partner_id, coordinates)),
    })
}
