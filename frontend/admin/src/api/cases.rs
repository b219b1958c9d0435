//! Cases and proposals.

use gloo_net::http::Method;
use shared::ids::{AreaId, CaseId, HandoverId, IdempotencyKey, TopicId};
use shared::proposal::ProposalKind;
use shared::wire::admin::{
    CaseDetail, CaseList, CaseScope, ConclusionRequest, EnterProposalRequest, EnteredProposal, HandoverReply,
    HandoverRequest, QuestionRequest, UpdateRequest, VersionOnly,
};
use shared::wire::public::RouteView;

use super::{Client, Failure};

/// Something an official does with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CaseCommand {
    Update(UpdateRequest),
    Ask(QuestionRequest),
    Conclude(ConclusionRequest),
    OfferHandover(HandoverRequest),
    ReplyToHandover(HandoverId, HandoverReply),
    WithdrawHandover(HandoverId, VersionOnly),
    ReleaseReview(VersionOnly),
    Publish(VersionOnly),
    Hide(VersionOnly),
}

impl Client {
    pub(crate) async fn cases(&self, scope: CaseScope) -> Result<CaseList, Failure> {
        let scope = match scope {
            CaseScope::Mine => "mine",
            CaseScope::All => "all",
            CaseScope::Held => "held",
            CaseScope::Ended => "ended",
        };
        self.get(&format!("/cases?scope={scope}")).await
    }

    pub(crate) async fn case(&self, id: &CaseId) -> Result<CaseDetail, Failure> {
        self.get(&format!("/cases/{id}")).await
    }

    pub(crate) async fn handle(&self, id: &CaseId, command: &CaseCommand) -> Result<(), Failure> {
        let root = format!("/cases/{id}");
        match command {
            CaseCommand::Update(request) => self.send_only(Method::POST, &format!("{root}/updates"), request).await,
            CaseCommand::Ask(request) => self.send_only(Method::POST, &format!("{root}/questions"), request).await,
            CaseCommand::Conclude(request) => {
                self.send_only(Method::POST, &format!("{root}/conclusion"), request).await
            }
            CaseCommand::OfferHandover(request) => {
                self.send_only(Method::POST, &format!("{root}/handovers"), request).await
            }
            CaseCommand::ReplyToHandover(handover, request) => {
                self.send_only(Method::POST, &format!("{root}/handovers/{handover}/reply"), request).await
            }
            CaseCommand::WithdrawHandover(handover, request) => {
                self.send_only(Method::POST, &format!("{root}/handovers/{handover}/withdrawal"), request).await
            }
            CaseCommand::ReleaseReview(request) => {
                self.send_only(Method::POST, &format!("{root}/review-release"), request).await
            }
            CaseCommand::Publish(request) => {
                self.send_only(Method::POST, &format!("{root}/publication"), request).await
            }
            CaseCommand::Hide(request) => self.send_only(Method::POST, &format!("{root}/hiding"), request).await,
        }
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
