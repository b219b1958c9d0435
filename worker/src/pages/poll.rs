//! A poll's page: the introduction, the answers step by step, thanks; results once it is closed.
//!
//! Each step posts all earlier answers and is validated again; there is no session. The ballot's id is made with the
//! first post and never in a page that may be kept, so that two readers of one page are two ballots.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use shared::{
    area::lies_within,
    case::{Channel, PublicStatus},
    ids::{AreaId, BallotId, PollId},
    paths::Page,
    poll::{Poll, PollStatus},
    text::Phrase,
    wire::public::{InitiativeSummary, PollView},
};
use widget::{
    act::refused_poll,
    forms::poll::{Press, Turn, read, turn},
    state::{Content, Form, PollForm, Results, Thanks},
    views::last_day,
};

use super::{form::Posted, visit::Visit};
use crate::{
    http::{ballots, extract::Path},
    refusal::Refusal,
};

#[derive(Deserialize)]
pub(super) struct PollPath {
    poll_id: PollId,
}

fn view(visit: &Visit, id: &PollId) -> Result<PollView, Refusal> {
    visit.snapshot.poll(id, visit.language, visit.edge.now()).ok_or(Refusal::NotFound)
}

fn form(visit: &Visit, view: PollView) -> PollForm {
    PollForm {
        opens_on: (view.status != PollStatus::Open).then(|| view.opens_at.dutch_date()),
        last_day: last_day(view.closes_at),
        for_areas: view.areas,
        corrections: view.corrections,
        // As the boxes know it: what became of the municipality's areas since the poll opened changes nothing here.
        poll: Poll { area_ids: frozen_areas(visit, &view.poll.id), ..view.poll },
        areas: view.named_areas,
        filling: None,
        ballot_id: None,
        trouble: None,
    }
}

fn frozen_areas(visit: &Visit, id: &PollId) -> Vec<AreaId> {
    visit.snapshot.polls.find(id).map(|poll| poll.frozen.area_ids.clone()).unwrap_or_default()
}

fn results(view: PollView) -> Results {
    Results { areas: view.named_areas.clone(), view }
}

const fn has_ended(status: PollStatus) -> bool {
    matches!(status, PollStatus::Closed | PollStatus::Reported)
}

pub(super) async fn show(visit: Visit, Path(PollPath { poll_id }): Path<PollPath>) -> Result<Response, Refusal> {
    let view = view(&visit, &poll_id)?;
    Ok(visit.page(if has_ended(view.status) {
        Content::Results(Box::new(results(view)))
    } else {
        Content::Form(Form::Poll(Box::new(form(&visit, view))))
    }))
}

pub(super) async fn post(
    visit: Visit,
    Path(PollPath { poll_id }): Path<PollPath>,
    Posted(fields): Posted,
) -> Result<Response, Refusal> {
    let view = view(&visit, &poll_id)?;
    let open = view.status == PollStatus::Open;
    let page = form(&visit, view);
    let poll = &page.poll;
    let posted = read(poll, &fields);
    // A ballot that is sent again after closing still gets its receipt: the box decides about sending.
    if !open && posted.press != Press::Send {
        return Ok(Redirect::to(&visit.url(&Page::Poll(&poll_id))).into_response());
    }
    let usable = posted.ballot_id.clone().filter(|id| ballots::read_ballot_id(id.as_str(), "ballotId").is_ok());
    let ballot_id = match usable {
        Some(id) => id,
        None => BallotId::from_random(visit.edge.random()?.id()),
    };
    let shown = |filling| PollForm { filling: Some(filling), ballot_id: Some(ballot_id.clone()), ..page.clone() };
    match turn(poll, &page.areas, posted) {
        // Without script the order is a list of fields, and a button that moves one shows the page again.
        Turn::Show(filling) | Turn::Redraw { filling, .. } => {
            let status = if filling.faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
            Ok(visit.answer(Content::Form(Form::Poll(Box::new(shown(filling)))), status))
        }
        Turn::Send { filling, request } => {
            let (answers, area_id) = (request.answers, request.area_id);
            let cast =
                ballots::cast(&visit.edge, &visit.slug, &poll_id, ballot_id.clone(), answers, area_id, Channel::Online);
            match cast.await {
                Ok(_) => Ok(Redirect::to(&visit.url(&Page::PollThanks(&poll_id))).into_response()),
                Err(Refusal::NotFound) => Err(Refusal::NotFound),
                Err(refusal) => {
                    let page = refused_poll(shown(filling), visit.words(&refusal).into());
                    Ok(visit.answer(Content::Form(Form::Poll(Box::new(page))), refusal.status()))
                }
            }
        }
    }
}

pub(super) async fn thanks(visit: Visit, Path(PollPath { poll_id }): Path<PollPath>) -> Result<Response, Refusal> {
    let view = view(&visit, &poll_id)?;
    let topic = view.poll.topic_id.as_ref();
    let topic_name = topic.and_then(|id| visit.snapshot.topics.iter().find(|topic| &topic.id == id));
    let topic_name = topic_name.map(|topic| topic.name.in_language(visit.language));
    let nearby = nearby(&visit, topic_name.as_ref(), &view.poll.area_ids);
    let (title, last_day) = (view.poll.title.clone(), last_day(view.closes_at));
    let share_url = visit.short_url(&view.code).unwrap_or_default();
    let results = view.results.is_some().then(|| results(view));
    Ok(visit.page(Content::Thanks(Box::new(Thanks { poll_id, title, last_day, share_url, nearby, results }))))
}

/// Something to join: an initiative that goes on, in the areas that the poll is about if there is one, and about the
/// same topic. Where the resident lives is not known here, and must not stand in an address.
fn nearby(visit: &Visit, topic: Option<&Phrase>, areas: &[AreaId]) -> Option<InitiativeSummary> {
    let snapshot = &visit.snapshot;
    let close = |area: &AreaId| areas.iter().any(|within| lies_within(&snapshot.areas, area, within));
    let going_on = snapshot.cases.initiatives.iter().filter_map(|initiative| {
        let summary = initiative.summary(visit.language);
        let ended = matches!(summary.status, PublicStatus::NotDone | PublicStatus::Withdrawn);
        let fits = (close(&initiative.area_id), topic.is_some() && summary.topic.as_ref() == topic);
        (!ended).then_some((fits, summary))
    });
    // The newest of those that fit best: they come newest first.
    going_on.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, summary)| summary)
}
