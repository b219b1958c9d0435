//! Polls, their results and their reports.

use gloo_net::http::Method;
use shared::ids::{PollId, TemplateId, WrittenId};
use shared::wire::admin::{
    CorrectionRequest, EnterBallotRequest, OpeningRequest, PollDetail, PollList, PollSaveRequest, RawBallotsRequest,
    ReportRequest, TagsRequest, Template, TemplateList, WrittenPage,
};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn polls(&self) -> Result<PollList, Failure> {
        self.get("/polls").await
    }

    pub(crate) async fn poll(&self, id: &PollId) -> Result<PollDetail, Failure> {
        self.get(&format!("/polls/{id}")).await
    }

    /// Answers to an open question, as the query looks for them.
    pub(crate) async fn written(&self, poll: &PollId, question: &str, query: &str) -> Result<WrittenPage, Failure> {
        self.get(&format!("/polls/{poll}/texts/{question}?{query}")).await
    }

    pub(crate) async fn tag_written(
        &self,
        poll: &PollId,
        question: &str,
        written: &WrittenId,
        tags: Vec<String>,
    ) -> Result<(), Failure> {
        let path = format!("/polls/{poll}/texts/{question}/{written}/tags");
        self.send_only(Method::PUT, &path, &TagsRequest { tags }).await
    }

    pub(crate) async fn templates(&self) -> Result<TemplateList, Failure> {
        self.get("/poll-templates").await
    }

    pub(crate) async fn template(&self, id: &TemplateId) -> Result<Template, Failure> {
        self.get(&format!("/poll-templates/{id}")).await
    }

    /// Makes a draft (version 0), or saves it.
    pub(crate) async fn save_poll(&self, request: &PollSaveRequest) -> Result<PollDetail, Failure> {
        if request.version == 0 {
            self.send(Method::POST, "/polls", request, None).await
        } else {
            self.send(Method::PUT, &format!("/polls/{}", request.poll.id), request, None).await
        }
    }

    pub(crate) async fn open_poll(&self, id: &PollId, request: &OpeningRequest) -> Result<(), Failure> {
        self.send_only(Method::POST, &format!("/polls/{id}/opening"), request).await
    }

    pub(crate) async fn cancel_poll(&self, id: &PollId, version: u64) -> Result<(), Failure> {
        let request = shared::wire::admin::VersionOnly { version };
        self.send_only(Method::POST, &format!("/polls/{id}/cancellation"), &request).await
    }

    pub(crate) async fn correct_poll(&self, id: &PollId, request: &CorrectionRequest) -> Result<(), Failure> {
        self.send_only(Method::POST, &format!("/polls/{id}/corrections"), request).await
    }

    pub(crate) async fn close_poll(&self, id: &PollId, version: u64) -> Result<(), Failure> {
        let request = shared::wire::admin::VersionOnly { version };
        self.send_only(Method::POST, &format!("/polls/{id}/closing"), &request).await
    }

    pub(crate) async fn enter_ballot(&self, id: &PollId, request: &EnterBallotRequest) -> Result<(), Failure> {
        self.send_only(Method::POST, &format!("/polls/{id}/ballots"), request).await
    }

    /// Every ballot of a closed poll, as a file of comma-separated values. The reason is kept.
    pub(crate) async fn raw_ballots(&self, id: &PollId, reason: String) -> Result<String, Failure> {
        self.send_for_text(Method::POST, &format!("/polls/{id}/raw-ballots"), &RawBallotsRequest { reason }).await
    }

    pub(crate) async fn report(&self, id: &PollId, request: &ReportRequest) -> Result<(), Failure> {
        self.send_only(Method::PUT, &format!("/polls/{id}/report"), request).await
    }
}
