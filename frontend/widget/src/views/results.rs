//! A closed poll: what is done with the answers first, then the figures, each with how sure it is.

use leptos::prelude::*;
use shared::area::Area;
use shared::poll::{Question, QuestionKind};
use shared::tally::{AreaFigures, Estimate, Figure, QuestionFigures};
use shared::text::Phrase;
use ui::{AnyView, IntoAny, Notice, PageHeader, Tone, Words};

use super::chart;
use super::groups;
use super::home::last_day;
use super::map;
use super::parts::contact;
use super::{corrections, open_data, report, represent};
use crate::chart::{Chart, Labels, decimal, percent, percentage, words};
use crate::state::{Context, Results};

pub(super) fn page(context: &Context, page: &Results) -> AnyView {
    let texts = context.texts().results();
    let view = &page.view;
    let closed = (texts.closed_on)(&context.date(last_day(view.closes_at)));
    let report = if let Some(report) = &view.report {
        report::report(context, &view.poll.questions, report)
    } else if let (Some(due), true) = (view.report_due, view.report_overdue) {
        let late = (texts.report_late)(&context.date(due));
        view! {
            <Notice tone=Tone::Warn title=texts.report_late_title>
                <p>{late}</p>
                {contact(context)}
            </Notice>
        }
        .into_any()
    } else {
        let due = view.report_due.map(|due| context.date(due));
        view! {
            <Notice tone=Tone::Info title=texts.report_awaited_title>
                <p>{(texts.report_awaited)(due.as_deref())}</p>
            </Notice>
        }
        .into_any()
    };
    let figures = figures(context, page).unwrap_or_else(|| {
        let words = if view.report.is_none() { texts.not_visible } else { texts.none };
        view! { <p class="soft">{words}</p> }.into_any()
    });
    // The figures stand in a report for good; before that there is nothing to download.
    let open_data = (view.report.is_some() && view.results.is_some()).then(|| open_data::links(context, &view.poll.id));
    let audience = (!view.areas.is_empty()).then(|| {
        view! { <p>{context.texts().poll_intro().for_areas.with([&context.texts().listed(&view.areas)])}</p> }
    });
    let other_language = (view.poll.title.lang != context.language).then(|| {
        view! { <Notice tone=Tone::Info><p>{context.texts().poll_intro().other_language}</p></Notice> }
    });
    view! {
        <div class="page">
            <PageHeader above=closed title=context.words(&view.poll.title) lead=context.words(&view.poll.intro) />
            {other_language}
            {audience}
            {report}
            {figures}
            {open_data}
            {corrections::corrections(context, &view.poll.questions, &view.corrections)}
        </div>
    }
    .into_any()
}

/// The figures, when there are some to show.
pub(super) fn figures(context: &Context, page: &Results) -> Option<AnyView> {
    let texts = context.texts().results();
    let published = page.view.results.as_ref()?;
    let questions = &page.view.poll.questions;
    // What respondents tell of themselves is counted at the end.
    let is_counted = |question: &Question<Phrase>| {
        published.total.questions.iter().any(|found| found.part.is_none() && found.question_id == question.id)
    };
    let blocks: Vec<_> = questions
        .iter()
        .filter(|question| !question.is_background() || is_counted(question))
        .map(|question| block(context, page, question, &published.total))
        .collect();
    let words = words(context.language);
    let all = published.areas.iter().flat_map(|area| &area.questions).flat_map(|found| &found.figures);
    let hidden = all.into_iter().any(|figure| figure.count.is_none()).then(|| {
        view! { <p class="figure__note">{format!("{}: {}", words.hidden, words.hidden_why)}</p> }
    });
    let areas: Vec<_> = published.areas.iter().map(|area| area_table(context, questions, &page.areas, area)).collect();
    let areas = (!areas.is_empty()).then(|| {
        view! {
            <section class="page__section" aria-labelledby="areas-title">
                <h3 id="areas-title">{texts.per_area}</h3>
                {map::maps(context, page, published)}
                {areas}
                {hidden}
            </section>
        }
    });
    Some(
        view! {
            <section class="results" aria-labelledby="results-title">
                <h2 id="results-title">{texts.title}</h2>
                <p><strong>{(texts.ballots)(published.total.ballots)}</strong> " " <span class="soft">{(texts.as_of)(&context.date(published.on))}</span></p>
                <Notice tone=Tone::Warn title=texts.sample_title><p>{texts.sample}</p></Notice>
                {represent::represent(context, questions, &page.areas, &page.view.compared)}
                {blocks}
                <details class="disclosure">
                    <summary>{texts.margin_title}</summary>
                    <p>{texts.margin_text}</p>
                </details>
                {areas}
                {groups::groups(context, questions, &published.backgrounds)}
            </section>
        }
        .into_any(),
    )
}

/// The figures of a question as a whole, and of its parts.
fn lines_of<'a>(figures: &'a AreaFigures, question: &Question<Phrase>) -> impl Iterator<Item = &'a QuestionFigures> {
    figures.questions.iter().filter(|found| found.question_id == question.id)
}

/// The statement, or the one of those to put in order, that a line is about.
fn part_words(context: &Context, question: &Question<Phrase>, found: &QuestionFigures) -> Option<Words> {
    let (QuestionKind::Battery { statements: items, .. } | QuestionKind::Ranking { options: items, .. }) =
        &question.kind
    else {
        return None;
    };
    items.iter().find(|item| Some(&item.id) == found.part.as_ref()).map(|item| context.words(&item.text))
}

fn block(context: &Context, page: &Results, question: &Question<Phrase>, total: &AreaFigures) -> AnyView {
    let texts = context.texts().results();
    let charts = Chart::of(context.language, question, total);
    let body = match &question.kind {
        QuestionKind::OpenText => view! { <p class="soft">{texts.open_text}</p> }.into_any(),
        _ if charts.is_empty() => view! { <p class="soft">{texts.none}</p> }.into_any(),
        _ => {
            let questions = std::slice::from_ref(question);
            chart::charts(context, page, &charts, || table(context, questions, total, texts.everybody))
        }
    };
    view! {
        <section class="results__question">
            <h3>{context.words(&question.text).view()}</h3>
            {body}
        </section>
    }
    .into_any()
}

fn area_table(context: &Context, questions: &[Question<Phrase>], areas: &[Area], figures: &AreaFigures) -> AnyView {
    let texts = context.texts().results();
    let name = areas
        .iter()
        .find(|area| Some(&area.id) == figures.area_id.as_ref())
        .map(|area| area.name.clone())
        .unwrap_or_default();
    view! {
        <details class="disclosure">
            <summary>{(texts.area_table)(&name)}</summary>
            <p>{(texts.ballots)(figures.ballots)}</p>
            {table(context, questions, figures, &name)}
        </details>
    }
    .into_any()
}

/// Every figure of every question as tables, one per question.
pub(super) fn table(context: &Context, questions: &[Question<Phrase>], figures: &AreaFigures, whose: &str) -> AnyView {
    let texts = context.texts().results();
    let tables: Vec<_> = questions
        .iter()
        .flat_map(|question| lines_of(figures, question).map(move |found| (question, found)))
        .filter(|(_, found)| !found.figures.is_empty())
        .map(|(question, found)| {
            let part = part_words(context, question, found).map(|part| view! { ": " {part.view()} });
            let name = question.text.text.clone();
            let name =
                part_words(context, question, found).map_or(name.clone(), |part| format!("{name}: {}", part.text));
            let rows: Vec<_> = found.figures.iter().map(|figure| table_row(context, question, figure)).collect();
            view! {
                <div class="table-scroll" tabindex="0" role="region" aria-label=name>
                    <table>
                        <caption>{context.words(&question.text).view()} {part} " (" {whose.to_owned()} ")"</caption>
                        <thead>
                            <tr>
                                <th scope="col">{texts.answer}</th>
                                <th scope="col" class="numeric">{texts.number}</th>
                                <th scope="col" class="numeric">{texts.share}</th>
                                <th scope="col" class="numeric">{texts.margin_column}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                        {found.mean.map(|mean| mean_row(context, mean))}
                    </table>
                </div>
            }
        })
        .collect();
    view! { <div class="stack">{tables}</div> }.into_any()
}

/// The mean of a scale, or the mean place of one of those to put in order, with how sure it is.
fn mean_row(context: &Context, mean: Estimate) -> AnyView {
    let texts = context.texts().results();
    let number = |value| decimal(context.language, value);
    let words = (texts.mean_margin)(&number(mean.value), &number(mean.low), &number(mean.high));
    view! {
        <tfoot>
            <tr>
                <th scope="row">{texts.mean}</th>
                <td class="numeric" colspan="3">{words}</td>
            </tr>
        </tfoot>
    }
    .into_any()
}

fn table_row(context: &Context, question: &Question<Phrase>, figure: &Figure) -> AnyView {
    let texts = context.texts().results();
    let cells = match (figure.count, figure.share) {
        (Some(count), Some(share)) => [
            count.to_string(),
            percentage(context.language, share.value),
            format!("{}–{}", percent(share.low), percentage(context.language, share.high)),
        ],
        // No opinion is counted and is no share.
        (Some(count), None) => [count.to_string(), "–".to_owned(), "–".to_owned()],
        (None, _) => [texts.hidden.to_owned(), "–".to_owned(), "–".to_owned()],
    };
    let cells: Vec<_> = cells.into_iter().map(|cell| view! { <td class="numeric">{cell}</td> }).collect();
    view! {
        <tr>
            <th scope="row">{Labels { language: context.language, question }.row(&figure.row).view()}</th>
            {cells}
        </tr>
    }
    .into_any()
}
