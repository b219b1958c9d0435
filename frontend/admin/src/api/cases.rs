//! Cases and proposals.

use gloo_net::http::Method;
use shared::ids::{AreaId, CaseId, HandoverId, IdempotencyKey, PartnerId, TopicId};
use shared::proposal::ProposalKind;
use shared::wire::admin::{
    CaseDetail, CaseList, CaseOverview, CaseScope, ConclusionRequest, EnterProposalRequest, EnteredProposal,
    ErasureRequest, HandoverReply, HandoverRequest, PassingOnRequest, QuestionRequest, RedactionRequest,
    ReopeningRefusalRequest, TranslationsRequest, UpdateRequest, VersionOnly,
};
use shared::wire::backing::{BackableList, BackingRequest};
use shared::wire::public::RouteView;
use shared::wire::tasks::TaskList;
use shared::wire::watch::ContactTaskList;

use super::{Client, Failure, exchange, read, written};

/// Something an official does with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CaseCommand {
    Update(UpdateRequest),
    Ask(QuestionRequest),
    Conclude(ConclusionRequest),
    PassOn(PassingOnRequest),
    TakeUpThreat(VersionOnly),
    Redact(RedactionRequest),
    Translate(TranslationsRequest),
    Reopen(VersionOnly),
    RefuseReopening(ReopeningRefusalRequest),
    OfferHandover(HandoverRequest),
    ReplyToHandover(HandoverId, HandoverReply),
    WithdrawHandover(HandoverId, VersionOnly),
    ReleaseReview(VersionOnly),
    Publish(VersionOnly),
    Hide(VersionOnly),
    /// Helping, planning and what else has an address of its own: the tail of it, and the body.
    Help(String, serde_json::Value),
    EraseTexts(ErasureRequest),
}

fn next_page(after: Option<&str>) -> String {
    after.map(|after| format!("&after={after}")).unwrap_or_default()
}

impl Client {
    /// A page of a list, of one partner or of all, after the place where the page before ended.
    pub(crate) async fn cases(
        &self,
        scope: CaseScope,
        owner: Option<&PartnerId>,
        after: Option<&str>,
    ) -> Result<CaseList, Failure> {
        let scope = match scope {
            CaseScope::Mine => "mine",
            CaseScope::Supporting => "supporting",
            CaseScope::All => "all",
            CaseScope::Held => "held",
            CaseScope::Ended => "ended",
        };
        let owner = owner.map(|owner| format!("&partnerId={owner}")).unwrap_or_default();
        self.get(&format!("/cases?scope={scope}{owner}{}", next_page(after))).await
    }

    /// A page of what was found.
    pub(crate) async fn search_cases(&self, query: &str, after: Option<&str>) -> Result<CaseList, Failure> {
        self.get(&format!("/case-search?{query}{}", next_page(after))).await
    }

    pub(crate) async fn case_overview(&self) -> Result<CaseOverview, Failure> {
        self.get("/case-overview").await
    }

    /// With whom somebody should be in touch.
    pub(crate) async fn contact_tasks(&self) -> Result<ContactTaskList, Failure> {
        self.get("/contact-tasks").await
    }

    /// What everybody sees, and who supports it.
    pub(crate) async fn initiatives(&self) -> Result<BackableList, Failure> {
        self.get("/initiatives").await
    }

    /// Shows that an organisation supports it, or takes that back.
    pub(crate) async fn back(&self, id: &CaseId, request: &BackingRequest) -> Result<BackableList, Failure> {
        self.send(Method::POST, &format!("/initiatives/{id}/backing"), request, None).await
    }

    /// What the own organisation has to do, and what residents are late with.
    pub(crate) async fn tasks(&self) -> Result<TaskList, Failure> {
        self.get("/tasks").await
    }

    pub(crate) async fn case(&self, id: &CaseId) -> Result<CaseDetail, Failure> {
        self.get(&format!("/cases/{id}")).await
    }

    /// Does it, and brings how the case stands after it.
    pub(crate) async fn handle(&self, id: &CaseId, command: &CaseCommand) -> Result<CaseDetail, Failure> {
        let root = format!("/cases/{id}");
        let (path, body) = match command {
            CaseCommand::Update(request) => (format!("{root}/updates"), written(request)),
            CaseCommand::Ask(request) => (format!("{root}/questions"), written(request)),
            CaseCommand::Conclude(request) => (format!("{root}/conclusion"), written(request)),
            CaseCommand::PassOn(request) => (format!("{root}/passing-on"), written(request)),
            CaseCommand::Redact(request) => (format!("{root}/redaction"), written(request)),
            CaseCommand::Translate(request) => (format!("{root}/translations"), written(request)),
            CaseCommand::TakeUpThreat(request) => (format!("{root}/threat-care"), written(request)),
            CaseCommand::Reopen(request) => (format!("{root}/reopening"), written(request)),
            CaseCommand::RefuseReopening(request) => (format!("{root}/reopening-refusal"), written(request)),
            CaseCommand::OfferHandover(request) => (format!("{root}/handovers"), written(request)),
            CaseCommand::ReplyToHandover(handover, request) => {
                (format!("{root}/handovers/{handover}/reply"), written(request))
            }
            CaseCommand::WithdrawHandover(handover, request) => {
                (format!("{root}/handovers/{handover}/withdrawal"), written(request))
            }
            CaseCommand::ReleaseReview(request) => (format!("{root}/review-release"), written(request)),
            CaseCommand::Publish(request) => (format!("{root}/publication"), written(request)),
            CaseCommand::EraseTexts(request) => (format!("{root}/erasure"), written(request)),
            CaseCommand::Hide(request) => (format!("{root}/hiding"), written(request)),
            CaseCommand::Help(tail, body) => (format!("{root}/{tail}"), written(body)),
        };
        read(&exchange(Method::POST, &path, Some(body?), None).await?)
    }

    /// Who would get a proposal, and why.
    pub(crate) async fn route(
        &self,
        topic: Option<&TopicId>,
        area: &AreaId,
        kind: ProposalKind,
    ) -> Result<RouteView, Failure> {
        let kind = match kind {
            ProposalKind::Idea => "idea",
            ProposalKind::Initiative => "initiative",
            ProposalKind::Notice => "notice",
            ProposalKind::NeighbourhoodWatch => "neighbourhoodWatch",
        };
        let topic = topic.map(|topic| format!("&topicId={topic}")).unwrap_or_default();
        self.get(&format!("/routes?areaId={area}&kind={kind}{topic}")).await
    }

    pub(crate) async fn enter_proposal(
        &self,
        request: &EnterProposalRequest,
        key: &IdempotencyKey,
    ) -> Result<EnteredProposal, Failure> {
        self.send(Method::POST, "/cases", request, Some(key)).await
    }
}
