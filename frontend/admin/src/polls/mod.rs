//! Polls: the list, one poll with its results, the editor, opening, answers entered for somebody, the report.

mod answer;
mod ballot;
mod correction;
mod downloads;
mod editor;
mod library;
mod list;
mod map;
mod opening;
mod outline;
mod page;
mod pictures;
mod placement;
mod report;
mod represent;
mod residents;
mod results;
mod written;

pub(crate) use ballot::{BallotDraft, BallotPage};
pub(crate) use correction::{CorrectPollPage, CorrectionDraft};
pub(crate) use editor::{EditPollPage, Kind, NewPollPage, PollDraft};
pub(crate) use library::{LibraryFilter, LibraryPage, TemplatePage};
pub(crate) use list::{PollsPage, late_reports};
pub(crate) use opening::OpenPollPage;
pub(crate) use page::PollPage;
pub(crate) use report::{ReportDraft, ReportPage};
pub(crate) use residents::ResidentsPage;
pub(crate) use written::WrittenPage;

use leptos::prelude::*;
use shared::ids::PollId;
use shared::poll::PollStatus;
use shared::text::{Language, Localized};
use shared::wire::admin::{PollDetail, PollOverview};
use ui::{Badge, Empty, LinkButton, Tone};

use crate::address::Page;
use crate::api::{Client, Failure};
use crate::frame::{BackLink, Heading, Loading, Missing};
use crate::session::{Loaded, Resource};
use crate::texts::texts;

/// A municipal text as officials read it.
fn dutch(text: &Localized) -> String {
    text.in_language(Language::Nl).text
}

fn load(id: PollId) -> Resource<PollDetail> {
    Resource::load(move |client: Client| {
        let id = id.clone();
        async move { client.poll(&id).await }
    })
}

/// A page about one poll: shows what came, or why nothing did. What is drawn stays while it is asked for again.
fn with_poll(poll: Resource<PollDetail>, view: impl Fn(PollDetail) -> AnyView + Send + 'static) -> impl IntoView {
    move || match poll.state.get() {
        Loaded::Waiting => view! { <Loading /> }.into_any(),
        Loaded::Here(detail) => view(detail),
        Loaded::Failed(failure) => missing(poll, failure),
    }
}

fn missing(poll: Resource<PollDetail>, failure: Failure) -> AnyView {
    let words = &texts().polls;
    if failure.is_missing() {
        view! {
            <Heading title=words.missing_title />
            <Empty title=words.missing>
                <LinkButton href=Page::Polls.path()>{words.back_to_list}</LinkButton>
            </Empty>
        }
        .into_any()
    } else {
        view! { <Missing failure again=move || poll.reload() /> }.into_any()
    }
}

/// When something cannot be done with a poll in its present state: why, and the way back.
fn not_now(id: &PollId, title: &'static str, explained: &'static str) -> AnyView {
    let page = Page::Poll(id.clone());
    view! {
        <BackLink page=page words=texts().polls.back_to_poll />
        <Heading title />
        <p>{explained}</p>
    }
    .into_any()
}

/// The status and what else is to know of a poll, in words.
fn badges(overview: &PollOverview) -> Vec<AnyView> {
    let words = &texts().polls;
    let tone = match overview.status {
        PollStatus::Draft | PollStatus::Closed => Tone::Neutral,
        PollStatus::Planned => Tone::Info,
        PollStatus::Open | PollStatus::Reported => Tone::Good,
    };
    let mut badges = vec![view! { <Badge tone words=(words.status)(overview.status) /> }.into_any()];
    if overview.report_overdue {
        badges.push(view! { <Badge tone=Tone::Bad words=words.report_overdue /> }.into_any());
    }
    badges
}

/// From when to when, and how often it was filled in, as far as it is known in this state.
fn facts(overview: &PollOverview) -> Vec<String> {
    let (words, days) = (&texts().polls, &texts().days);
    let opens = overview.opens_at.map(|moment| days.full(moment.dutch_date()));
    // The moment of closing is the first after the last day.
    let last_day = overview.closes_at.map(|moment| days.full(moment.plus_milliseconds(-1).dutch_date()));
    let mut facts = Vec::new();
    match overview.status {
        PollStatus::Draft => {}
        PollStatus::Planned => {
            facts.extend(opens.map(|day| (words.open_from)(&day)));
            facts.extend(last_day.map(|day| (words.open_until)(&day)));
        }
        PollStatus::Open => facts.extend(last_day.map(|day| (words.open_until)(&day))),
        PollStatus::Closed | PollStatus::Reported => facts.extend(last_day.map(|day| (words.closed_on)(&day))),
    }
    match overview.status {
        PollStatus::Draft | PollStatus::Planned => {}
        PollStatus::Open => {
            let next = overview.next_count_at.map(|moment| days.clock(moment));
            facts.push((words.ballots_so_far)(overview.ballots, next.as_deref()));
        }
        PollStatus::Closed | PollStatus::Reported => facts.push((words.ballots)(overview.ballots)),
    }
    if let (PollStatus::Closed, Some(due)) = (overview.status, overview.report_due) {
        facts.push((words.report_due)(&days.full(due)));
    }
    facts
}
