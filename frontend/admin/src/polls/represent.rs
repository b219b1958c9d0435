//! Who answered beside who lives there, and, behind a button, what that would do to the figures.

use leptos::prelude::*;
use shared::ids::OptionId;
use shared::poll::{Background, Question, QuestionKind};
use shared::tally::Row;
use shared::tally::represent::{Compared, Group, Margin, Weighted, compare, weigh};
use shared::wire::admin::PollDetail;
use ui::{ButtonKind, Notice, Press, Tone};

use super::dutch;
use super::results::{decimal, label, percent};
use crate::intake::area_name;
use crate::session::session;
use crate::texts::texts;

/// Nothing where no residents are loaded, or nothing is published to compare them with.
pub(super) fn view(detail: &PollDetail) -> Option<AnyView> {
    let words = &texts().residents;
    let (set, population) = (detail.results.as_ref()?, detail.population.as_ref()?);
    let compared = compare(set, population);
    if compared.is_empty() {
        return None;
    }
    let rows: Vec<_> = compared.iter().map(|compared| compared_row(detail, compared)).collect();
    let shown = RwSignal::new(false);
    let detail = detail.clone();
    let weighted = move || shown.get().then(|| weighted_view(&detail));
    let button = move || if shown.get() { words.weighted_hide } else { words.weighted_show };
    Some(
        view! {
            <section class="panel" aria-labelledby="compared-title">
                <h3 id="compared-title">{words.compared}</h3>
                <p class="soft">{words.compared_note}</p>
                <table class="narrowing" role="table">
                    <caption class="visually-hidden">{words.compared_table}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words.group}</th>
                            <th scope="col" role="columnheader" class="numeric">{words.respondents}</th>
                            <th scope="col" role="columnheader" class="numeric">{words.residents}</th>
                            <th scope="col" role="columnheader">{words.presence_title}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
                <div class="actions">
                    <Press
                        kind=ButtonKind::Secondary
                        attr:aria-expanded=move || shown.get().to_string()
                        act=move |_| shown.update(|shown| *shown = !*shown)
                    >
                        {button}
                    </Press>
                </div>
                {weighted}
            </section>
        }
        .into_any(),
    )
}

/// The roles are written out, because an element that is drawn in another way than as a table loses them.
fn compared_row(detail: &PollDetail, compared: &Compared) -> AnyView {
    let name = match &compared.group {
        Group::Age(option) => {
            let age = detail.poll.backgrounds().find(|question| Background::of(&question.id) == Some(Background::Age));
            let words = age.and_then(|age| label(age, &Row::Option(option.clone())));
            words.map(|(words, _)| words).unwrap_or_default()
        }
        Group::Area(area) => area_name(&session().client().me().areas, area),
    };
    let words = &texts().residents;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell" class="numeric" data-head=words.respondents>
                {format!("{}%", percent(compared.respondents.value))}
            </td>
            <td role="cell" class="numeric" data-head=words.residents>
                {format!("{}%", percent(compared.residents))}
            </td>
            <td role="cell" data-head=words.presence_title>
                {(words.presence)(compared.presence)}
            </td>
        </tr>
    }
    .into_any()
}

/// Every question that can be weighted, with the warning first.
fn weighted_view(detail: &PollDetail) -> AnyView {
    let words = &texts().residents;
    let tables: Vec<AnyView> = [Margin::Age, Margin::Area].into_iter().flat_map(|margin| by(detail, margin)).collect();
    let none = tables.is_empty().then(|| view! { <p>{words.weighted_none}</p> });
    view! {
        <h4>{words.weighted}</h4>
        <Notice tone=Tone::Warn>
            <p>{words.weighted_warning}</p>
        </Notice>
        {none}
        {tables}
    }
    .into_any()
}

fn by(detail: &PollDetail, margin: Margin) -> Vec<AnyView> {
    let (Some(set), Some(population)) = (&detail.results, &detail.population) else { return Vec::new() };
    let questions = detail.poll.questions.iter().filter(|question| !question.is_background());
    let titled = |text: String| format!("{text} ({})", (texts().residents.weighted_by)(margin));
    let table = |question: &Question, part: Option<&OptionId>, title: String| {
        let weighted = weigh(&detail.poll, set, population, margin, (&question.id, part))?;
        let name = |row: &Row| label(question, row).map(|(name, _)| name).unwrap_or_default();
        Some(weighted_table(titled(title), &weighted, name))
    };
    questions
        .flat_map(|question| match &question.kind {
            QuestionKind::Battery { statements, .. } => statements
                .iter()
                .filter_map(|statement| table(question, Some(&statement.id), dutch(&statement.text)))
                .collect(),
            _ => table(question, None, dutch(&question.text)).into_iter().collect::<Vec<_>>(),
        })
        .collect()
}

fn weighted_table(title: String, weighted: &Weighted, name: impl Fn(&Row) -> String) -> AnyView {
    let words = &texts().residents;
    let rows: Vec<_> = weighted
        .rows
        .iter()
        .map(|(row, share)| {
            view! {
                <tr>
                    <th scope="row">{name(row)}</th>
                    <td class="numeric">{format!("{}%", percent(share.value))}</td>
                    <td class="numeric">{format!("{}–{}%", percent(share.low), percent(share.high))}</td>
                </tr>
            }
        })
        .collect();
    let caption = title.clone();
    let mean = weighted.mean.map(|mean| {
        let text = (words.weighted_mean)(&decimal(mean.value), &decimal(mean.low), &decimal(mean.high));
        view! { <p>{text}</p> }
    });
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=title>
            <table>
                <caption>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.answer}</th>
                        <th scope="col" class="numeric">{words.share}</th>
                        <th scope="col" class="numeric">{words.margin}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {mean}
        <p class="soft">{(words.effective)(weighted.whole_effective(), weighted.answers)}</p>
    }
    .into_any()
}
