//! A poll's page: the introduction with the first question, the answers step by step, thanks; results once it is closed.
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
    case::Channel,
    ids::{AreaId, BallotId, PollId},
    paths::Page,
    poll::{Poll, PollStatus},
    text::Phrase,
    wire::public::{InitiativeSummary, PollView},
};
use widget::{
    act::{Refused, poll_with_area, refused_poll},
    forms::{
        poll::{Press, Turn, read, turn},
        postcode::Lookup,
    },
    state::{Content, Form, OutcomeMail, PollForm, Results, Thanks},
    views::{last_day, thanks::EMAIL},
};

use super::{area_lookup, form::Posted, visit::Visit};
use crate::{
    http::{ballots, extract::Path},
    objects::municipality::polls::readers::AskForReport,
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
        last_day: Some(last_day(view.closes_at)),
        for_areas: view.areas,
        corrections: view.corrections,
        // As the boxes know it: what became of the municipality's areas since the poll opened changes nothing here.
        poll: Poll { area_ids: frozen_areas(visit, &view.poll.id), ..view.poll },
        areas: view.named_areas,
        filling: None,
        ballot_id: None,
        lookup: Lookup { offered: visit.snapshot.by_postcode, ..Lookup::default() },
        trouble: None,
    }
}

fn frozen_areas(visit: &Visit, id: &PollId) -> Vec<AreaId> {
    visit.snapshot.polls.find(id).map(|poll| poll.frozen.area_ids.clone()).unwrap_or_default()
}

fn results(visit: &Visit, view: PollView) -> Results {
    Results { areas: view.named_areas.clone(), map: visit.snapshot.map.clone(), view }
}

const fn has_ended(status: PollStatus) -> bool {
    matches!(status, PollStatus::Closed | PollStatus::Reported)
}

pub(super) async fn show(visit: Visit, Path(PollPath { poll_id }): Path<PollPath>) -> Result<Response, Refusal> {
    let view = view(&visit, &poll_id)?;
    Ok(visit.page(if has_ended(view.status) {
        Content::Results(Box::new(results(&visit, view)))
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
    let status = view.status;
    let open = status == PollStatus::Open;
    let closed = Refusal::PollClosed { at: view.closes_at, report_due: view.report_due };
    let page = form(&visit, view);
    let poll = &page.poll;
    let posted = read(poll, &fields);
    // A ballot that is sent again after closing still gets its receipt: the box decides about sending.
    if !open && posted.press != Press::Send && !(has_ended(status) && posted.filling.has_something()) {
        return Ok(Redirect::to(&visit.url(&Page::Poll(&poll_id))).into_response());
    }
    let usable = posted.ballot_id.clone().filter(|id| ballots::read_ballot_id(id.as_str(), "ballotId").is_ok());
    let ballot_id = match usable {
        Some(id) => id,
        None => BallotId::from_random(visit.edge.random()?.id()),
    };
    let shown = |filling| PollForm { filling: Some(filling), ballot_id: Some(ballot_id.clone()), ..page.clone() };
    let refused = |filling, refusal: &Refusal| {
        let page = refused_poll(shown(filling), visit.words(refusal).into());
        visit.answer(Content::Form(Form::Poll(Box::new(page))), refusal.status())
    };
    match turn(poll, &page.areas, posted) {
        // It closed while somebody was filling it in: what they filled in must not go with it.
        Turn::Show(filling) | Turn::Redraw { filling, .. } if has_ended(status) => Ok(refused(filling, &closed)),
        // Without script the order is a list of fields, and a button that moves one shows the page again.
        Turn::Show(filling) | Turn::Redraw { filling, .. } => {
            let status = if filling.faults.is_empty() { StatusCode::OK } else { StatusCode::BAD_REQUEST };
            Ok(visit.answer(Content::Form(Form::Poll(Box::new(shown(filling)))), status))
        }
        Turn::Find { filling, typed } => {
            let (told, area) = area_lookup::look_up(&visit, &typed).await;
            let lookup = page.lookup.told(typed, told);
            let page = poll_with_area(PollForm { lookup, ..shown(filling) }, told, area);
            Ok(visit.answer(Content::Form(Form::Poll(Box::new(page))), StatusCode::OK))
        }
        Turn::Send { filling, request } => {
            let (answers, area_id) = (request.answers, request.area_id);
            let cast =
                ballots::cast(&visit.edge, &visit.slug, &poll_id, ballot_id.clone(), answers, area_id, Channel::Online);
            match cast.await {
                Ok(_) => Ok(Redirect::to(&visit.url(&Page::PollThanks(&poll_id))).into_response()),
                Err(Refusal::NotFound) => Err(Refusal::NotFound),
                Err(refusal) => Ok(refused(filling, &refusal)),
            }
        }
    }
}

pub(super) async fn thanks(visit: Visit, Path(PollPath { poll_id }): Path<PollPath>) -> Result<Response, Refusal> {
    let thanks = thanks_page(&visit, &poll_id)?;
    Ok(visit.page(Content::Thanks(Box::new(thanks))))
}

/// Asks for one mail with the outcome. Nothing of the ballot is in this request, and nothing of it is stored there.
pub(super) async fn ask_for_report(
    visit: Visit,
    Path(PollPath { poll_id }): Path<PollPath>,
    Posted(fields): Posted,
) -> Result<Response, Refusal> {
    let mut thanks = thanks_page(&visit, &poll_id)?;
    if thanks.outcome.is_none() {
        return Ok(Redirect::to(&visit.url(&Page::Poll(&poll_id))).into_response());
    }
    let typed = fields.text(EMAIL);
    let ask = AskForReport { poll_id, language: visit.language, email: typed.clone() };
    let (outcome, status) = match visit.edge.municipality(&visit.slug, &ask).await {
        Ok(()) => (OutcomeMail::Asked, StatusCode::OK),
        Err(Refusal::Invalid { faults }) => {
            (OutcomeMail::Ask { typed, fault: faults.into_iter().next(), trouble: None }, StatusCode::BAD_REQUEST)
        }
        Err(Refusal::NotFound) => return Err(Refusal::NotFound),
        Err(refusal) => {
            let trouble = Some(Refused::from(visit.words(&refusal)).trouble);
            (OutcomeMail::Ask { typed, fault: None, trouble }, refusal.status())
        }
    };
    thanks.outcome = Some(outcome);
    Ok(visit.answer(Content::Thanks(Box::new(thanks)), status))
}

fn thanks_page(visit: &Visit, poll_id: &PollId) -> Result<Thanks, Refusal> {
    let view = view(visit, poll_id)?;
    let topic = view.poll.topic_id.as_ref();
    let topic_name = topic.and_then(|id| visit.snapshot.topics.iter().find(|topic| &topic.id == id));
    let topic_name = topic_name.map(|topic| topic.name.in_language(visit.language));
    let nearby = nearby(visit, topic_name.as_ref(), &view.poll.area_ids);
    let asks = visit.edge.config().sends_mail() && view.status != PollStatus::Reported;
    Ok(Thanks {
        poll_id: poll_id.clone(),
        title: view.poll.title.clone(),
        last_day: last_day(view.closes_at),
        share_url: visit.short_url(&view.code).unwrap_or_default(),
        outcome: asks.then(|| OutcomeMail::Ask { typed: String::new(), fault: None, trouble: None }),
        nearby,
        results: view.results.is_some().then(|| results(visit, view)),
    })
}

/// Something to join: an initiative that goes on, in the areas that the poll is about if there is one, and about the
/// same topic. Where the resident lives is not known here, and must not stand in an address.
fn nearby(visit: &Visit, topic: Option<&Phrase>, areas: &[AreaId]) -> Option<InitiativeSummary> {
    let snapshot = &visit.snapshot;
    let close = |area: &AreaId| areas.iter().any(|within| lies_within(&snapshot.areas, area, within));
    let going_on = snapshot.cases.initiatives.iter().filter_map(|initiative| {
        let summary = initiative.summary(visit.language);
        let fits = (close(&initiative.area_id), topic.is_some() && summary.topic.as_ref() == topic);
        summary.status.goes_on().then_some((fits, summary))
    });
    // The newest of those that fit best: they come newest first.
    going_on.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, summary)| summary)
}
