//! Helping without taking over, days that others have a say in, moving a promise and holding a text.

use serde::{Deserialize, Serialize};
use shared::{
    case::{Case, Command},
    ids::PartnerId,
    text::{LINE, Language, OFFICIAL_TEXT},
    wire::{
        admin::VersionOnly,
        helping::{
            HelpView, NeededDecisionRequest, NeededDecisionView, NoteRequest, PlanView, PlannedDateReply,
            PlannedDateRequest, PromiseRequest, SupportReply, SupportRequest,
        },
    },
};

use super::{names::Names, timeline::Texts, written};
use crate::{operation::Context, refusal::Refusal};

/// What an official does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HelpAct {
    MovePromise(PromiseRequest),
    Hold(VersionOnly),
    AskSupport(SupportRequest),
    ReplyToSupport(PartnerId, SupportReply),
    AddNote(NoteRequest),
    ProposeUpdate(NoteRequest),
    NeedDecision(NeededDecisionRequest),
    ProposeDate(PlannedDateRequest),
    ReplyToDate(PlannedDateReply),
}

impl HelpAct {
    pub(super) const fn version(&self) -> u64 {
        match self {
            Self::MovePromise(request) => request.version,
            Self::Hold(request) => request.version,
            Self::AskSupport(request) => request.version,
            Self::ReplyToSupport(_, request) => request.version,
            Self::AddNote(request) | Self::ProposeUpdate(request) => request.version,
            Self::NeedDecision(request) => request.version,
            Self::ProposeDate(request) => request.version,
            Self::ReplyToDate(request) => request.version,
        }
    }

    /// Its name in the audit log.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::MovePromise(_) => "case.move-promise",
            Self::Hold(_) => "case.hold",
            Self::AskSupport(_) => "case.ask-support",
            Self::ReplyToSupport(_, reply) if reply.accept => "case.accept-support",
            Self::ReplyToSupport(..) => "case.decline-support",
            Self::AddNote(_) => "case.add-note",
            Self::ProposeUpdate(_) => "case.propose-update",
            Self::NeedDecision(_) => "case.need-decision",
            Self::ProposeDate(_) => "case.propose-date",
            Self::ReplyToDate(reply) if reply.accept => "case.confirm-date",
            Self::ReplyToDate(_) => "case.decline-date",
        }
    }

    pub(super) fn command(self, context: &mut Context<'_>) -> Result<Command, Refusal> {
        let mut text = |field: &str, words: &str| written(context, field, OFFICIAL_TEXT, words);
        Ok(match self {
            Self::MovePromise(request) => {
                Command::MovePromise { until: request.until, reason: text("reason", &request.reason)? }
            }
            Self::Hold(_) => Command::Hold,
            Self::AskSupport(request) => {
                Command::AskSupport { to: request.to, reason: text("reason", &request.reason)? }
            }
            Self::ReplyToSupport(partner, reply) if reply.accept => Command::AcceptSupport { partner },
            Self::ReplyToSupport(partner, reply) => {
                Command::DeclineSupport { partner, reason: text("reason", &reply.reason)? }
            }
            Self::AddNote(request) => Command::AddNote { text: text("text", &request.text)? },
            Self::ProposeUpdate(request) => Command::ProposeUpdate { text: text("text", &request.text)? },
            // A name that stands in the middle of a sentence: one line.
            Self::NeedDecision(request) => {
                Command::NeedDecision { who: written(context, "who", LINE, &request.who)?, until: request.until }
            }
            Self::ProposeDate(request) => {
                Command::ProposeDate { by: request.by, on: request.on, text: text("text", &request.text)? }
            }
            Self::ReplyToDate(reply) if reply.accept => Command::ConfirmDate,
            Self::ReplyToDate(reply) => Command::DeclineDate { reason: text("reason", &reply.reason)? },
        })
    }
}

/// For officials.
pub(super) fn view(case: &Case, texts: &Texts) -> HelpView {
    let Some(open) = case.open() else { return HelpView::default() };
    HelpView { support_asked: open.support_asked.clone(), plan: open.plan.clone(), decision: decision(case, texts) }
}

/// Who has to decide, and by when, while nobody has told what was decided.
pub(super) fn decision(case: &Case, texts: &Texts) -> Option<NeededDecisionView> {
    let needed = case.open()?.decision.as_ref()?;
    Some(NeededDecisionView { who: texts.get(&needed.who).cloned()?, until: needed.until })
}

/// For the resident.
pub(super) fn plan(case: &Case, names: &Names, language: Language) -> Option<PlanView> {
    let plan = case.open()?.plan.as_ref()?;
    Some(PlanView { by: names.public_name(&plan.by, language), on: plan.on, confirmed: plan.confirmed })
}
