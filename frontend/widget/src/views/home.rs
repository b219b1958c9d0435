//! The first page: what is asked now, the way to send an idea, what others did, what is done with the answers.

use leptos::prelude::*;
use shared::paths::{Page, Place};
use shared::poll::PollStatus;
use shared::time::{CivilDate, Instant};
use shared::wire::public::PollSummary;
use ui::{AnyView, ButtonKind, Card, Empty, IntoAny, LinkButton, PageHeader};

use super::initiatives;
use crate::state::{Context, Home};

/// The last whole day on which a poll is open: it closes at the first moment after that day.
pub fn last_day(closes_at: Instant) -> CivilDate {
    closes_at.plus_milliseconds(-1).dutch_date()
}

pub(super) fn home(context: &Context, home: &Home) -> AnyView {
    let texts = context.texts().home();
    let mut idea = context.url(&Page::Propose);
    if !home.about.is_empty() {
        idea.push(if idea.contains('?') { '&' } else { '?' });
        idea.push_str(&home.about);
    }
    let (open, ended): (Vec<_>, Vec<_>) =
        home.polls.iter().partition(|poll| matches!(poll.status, PollStatus::Open | PollStatus::Planned));
    view! {
        <div class="hero">
            <div class="hero__inner">
                <PageHeader title=texts.title lead=texts.lead />
            </div>
        </div>
        <div class="page page--home">
            <div class="home">
                {open_polls(context, &open)}
                <section class="panel panel--accent idea" aria-labelledby="idea-title">
                    <h2 id="idea-title">{texts.idea_title}</h2>
                    <p>{texts.idea_text}</p>
                    <LinkButton href=idea>{texts.idea_button}</LinkButton>
                </section>
                {initiatives(context, home)}
                <div class="home__more">
                    {reports(context, &ended)}
                    <section class="panel" aria-labelledby="follow-title">
                        <h2 id="follow-title">{texts.follow_title}</h2>
                        <p>{texts.follow_text}</p>
                        <LinkButton kind=ButtonKind::Secondary href=context.url(&Page::Follow)>
                            {texts.follow_link}
                        </LinkButton>
                    </section>
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn open_polls(context: &Context, polls: &[&PollSummary]) -> AnyView {
    let texts = context.texts().home();
    let body = if polls.is_empty() {
        view! { <Empty title=texts.no_polls><p>{texts.no_polls_hint}</p></Empty> }.into_any()
    } else {
        let cards: Vec<_> = polls
            .iter()
            .map(|poll| {
                let audience = (!poll.areas.is_empty()).then(|| {
                    view! { <p class="card__meta"><span>{context.texts().poll_intro().for_areas.with([&context.texts().listed(&poll.areas)])}</span></p> }
                });
                let until = (texts.open_until)(&context.date(last_day(poll.closes_at)));
                view! {
                    <Card href=context.url(&Page::Poll(&poll.id)) title=context.words(&poll.title) strong=true>
                        <p class="card__meta"><span>{context.texts().poll_intro().size_of(context.language, poll.questions)}</span> <span>{until}</span></p>
                        {audience}
                        <span class="button button--primary card__cue" aria-hidden="true">{texts.take_part}</span>
                    </Card>
                }
            })
            .collect();
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    view! {
        <section class="page__section" aria-labelledby="polls-title">
            <h2 id="polls-title">{texts.polls}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn initiatives(context: &Context, home: &Home) -> Option<AnyView> {
    if home.initiatives.is_empty() {
        return None;
    }
    let texts = context.texts().home();
    let cards: Vec<_> =
        home.initiatives.iter().map(|initiative| initiatives::card(context, initiative, false)).collect();
    Some(
        view! {
            <section class="page__section" aria-labelledby="initiatives-title">
                <h2 id="initiatives-title">{texts.initiatives}</h2>
                <ul class="cards">{cards}</ul>
                <p><a class="more" href=context.url(&Page::Initiatives)>{texts.all_initiatives}</a></p>
            </section>
        }
        .into_any(),
    )
}

/// Polls that ended: with what is done, or until when people wait for it.
fn reports(context: &Context, polls: &[&PollSummary]) -> Option<AnyView> {
    if polls.is_empty() {
        return None;
    }
    let texts = context.texts().home();
    // Our pages refuse to be framed.
    let outside = (context.place == Place::Frame).then_some("_blank");
    let lines: Vec<_> = polls
        .iter()
        .map(|poll| {
            let state = match (poll.status, poll.report_due) {
                (PollStatus::Reported, _) => texts.reported.to_owned(),
                (_, Some(due)) if poll.report_overdue => (texts.report_late)(&context.date(due)),
                (_, Some(due)) => (texts.report_awaited)(&context.date(due)),
                _ => texts.closed.to_owned(),
            };
            view! {
                <li>
                    <a href=context.url(&Page::Poll(&poll.id))>{context.words(&poll.title).view()}</a>
                    <span class="reports__state">{state}</span>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="reports-title">
                <h2 id="reports-title">{texts.reports}</h2>
                <ul class="reports">{lines}</ul>
                <p><a href=context.news_url() target=outside rel="noopener">{texts.feed}</a></p>
            </section>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_poll_is_open_until_the_end_of_its_last_day() {
        let day = CivilDate::from_ymd(2027, 5, 12).unwrap();
        assert_eq!(last_day(day.ends_at()), day);
    }
}
