//! Areas as officials work in them.

use gloo_net::http::Method;
use serde::Serialize;
use shared::ids::{AreaContactId, AreaId, GroupHelpId, PollId, QuestionId};
use shared::wire::areas::{
    AreaContactRequest, AreaDetail, AreaList, ContactRemoval, Emptying, GroupHelpRequest, JudgementRequest,
    MeasureRequest, MeasuresView, PhaseRequest,
};

use super::{Client, Failure};

impl Client {
    pub(crate) async fn areas(&self) -> Result<AreaList, Failure> {
        self.get("/areas").await
    }

    pub(crate) async fn area(&self, id: &AreaId) -> Result<AreaDetail, Failure> {
        self.get(&format!("/areas/{id}")).await
    }

    async fn act_in_area<B: Serialize>(
        &self,
        method: Method,
        id: &AreaId,
        tail: &str,
        body: &B,
    ) -> Result<AreaDetail, Failure> {
        self.send(method, &format!("/areas/{id}/{tail}"), body, None).await
    }

    pub(crate) async fn judge_area(&self, id: &AreaId, request: &JudgementRequest) -> Result<AreaDetail, Failure> {
        self.act_in_area(Method::POST, id, "levels", request).await
    }

    pub(crate) async fn set_phase(&self, id: &AreaId, request: &PhaseRequest) -> Result<AreaDetail, Failure> {
        self.act_in_area(Method::POST, id, "phases", request).await
    }

    /// Empties the reason of a judgement.
    pub(crate) async fn empty_reason(&self, id: &AreaId, number: u32) -> Result<AreaDetail, Failure> {
        self.act_in_area(Method::POST, id, &format!("levels/{number}/emptying"), &Emptying {}).await
    }

    /// Empties what comes next in a phase.
    pub(crate) async fn empty_next(&self, id: &AreaId, number: u32) -> Result<AreaDetail, Failure> {
        self.act_in_area(Method::POST, id, &format!("phases/{number}/emptying"), &Emptying {}).await
    }

    /// Notes a group, or changes the one with this id.
    pub(crate) async fn save_help(
        &self,
        area: &AreaId,
        id: Option<&GroupHelpId>,
        request: &GroupHelpRequest,
    ) -> Result<AreaDetail, Failure> {
        match id {
            Some(id) => self.act_in_area(Method::PUT, area, &format!("group-helps/{id}"), request).await,
            None => self.act_in_area(Method::POST, area, "group-helps", request).await,
        }
    }

    /// Adds a contact person, or changes the one with this id.
    pub(crate) async fn save_area_contact(
        &self,
        area: &AreaId,
        id: Option<&AreaContactId>,
        request: &AreaContactRequest,
    ) -> Result<AreaDetail, Failure> {
        match id {
            Some(id) => self.act_in_area(Method::PUT, area, &format!("contacts/{id}"), request).await,
            None => self.act_in_area(Method::POST, area, "contacts", request).await,
        }
    }

    pub(crate) async fn remove_area_contact(
        &self,
        area: &AreaId,
        id: &AreaContactId,
        version: u32,
    ) -> Result<AreaDetail, Failure> {
        self.act_in_area(Method::POST, area, &format!("contacts/{id}/removal"), &ContactRemoval { version }).await
    }

    pub(crate) async fn measures(&self) -> Result<MeasuresView, Failure> {
        self.get("/area-measures").await
    }

    pub(crate) async fn mark_measure(
        &self,
        poll: &PollId,
        question: &QuestionId,
        request: &MeasureRequest,
    ) -> Result<MeasuresView, Failure> {
        self.send(Method::PUT, &format!("/area-measures/{poll}/{question}"), request, None).await
    }
}
