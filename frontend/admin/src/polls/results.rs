//! The published figures of a poll: how many, how sure, and what is hidden and why.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::ids::AreaId;
use shared::poll::{BatteryScale, Poll, PollStatus, Question, QuestionKind};
use shared::tally::{AreaFigures, BackgroundFigures, Figure, GroupFigures, MIN_GROUP, Published, QuestionFigures, Row};
use shared::wire::admin::{PollDetail, PollOverview};
use ui::{ButtonKind, Empty, FigureBar, LinkButton, Notice, Share, Tone};

use super::{downloads, dutch, pictures, represent};
use crate::address::Page;
use crate::intake::area_name;
use crate::session::session;
use crate::texts::{Missing, texts};

pub(super) fn view(detail: &PollDetail) -> AnyView {
    let words = &texts().results;
    let published = match missing(&detail.overview, detail.results.as_ref()) {
        Err(missing) => {
            let (title, text) = (words.none)(missing);
            return view! {
                <Empty title=title>
                    <p>{text}</p>
                </Empty>
                {all_texts(detail)}
            }
            .into_any();
        }
        Ok(published) => published.clone(),
    };
    let stand = (words.stand)(published.number, &texts().days.full(published.on));
    let chosen = RwSignal::new(String::new());
    let areas: Vec<_> = published
        .areas
        .iter()
        .filter_map(|figures| figures.area_id.clone())
        .map(|id| view! { <option value=id.to_string()>{area_name(&detail.named_areas, &id)}</option> })
        .collect();
    let groups = groups_view(&detail.poll, &published);
    let choice = (!areas.is_empty() || !groups.is_empty()).then(|| {
        view! {
            <div class="field">
                <label class="field__label" for="results-area">
                    {words.area}
                </label>
                <p class="field__hint" id="results-area-hint">
                    {words.areas_hidden}
                </p>
                <select
                    class="input select"
                    id="results-area"
                    aria-describedby="results-area-hint"
                    on:change:target=move |event| chosen.set(event.target().value())
                >
                    <option value="">{words.everybody}</option>
                    {areas}
                    {groups}
                </select>
            </div>
        }
    });
    let poll = detail.poll.clone();
    let may_take = session().client().me().role.may(Permission::ExportPolls);
    let figures = move || {
        let group = chosen.with(|value| group_chosen(&published, value));
        let area = chosen.with(|id| AreaId::parse(id).ok());
        let found = match (&group, &area) {
            (Some(group), _) => Some(group),
            (None, None) => Some(&published.total),
            (None, Some(_)) => published.areas.iter().find(|figures| figures.area_id == area),
        };
        // Pictures are drawn of everybody and of areas.
        found.map(|figures| area_view(&poll, figures, may_take && group.is_none()))
    };
    let later = (detail.overview.status == PollStatus::Open).then_some(texts().polls.counted_later);
    view! {
        <Notice tone=Tone::Info>
            <p>{words.no_sample}</p>
            <p class="soft">{stand} ". " {later}</p>
            {downloads::channels(detail).map(|channels| view! { <p class="soft">{channels}</p> })}
        </Notice>
        {choice}
        <div aria-live="polite">{figures}</div>
        {represent::view(detail)}
        {all_texts(detail)}
        <details class="disclosure">
            <summary>{words.hidden_explained_title}</summary>
            <p>{words.interval_explained}</p>
            <p>{words.hidden_explained}</p>
        </details>
    }
    .into_any()
}

/// The groups that can be looked at, by what respondents told of themselves.
fn groups_view(poll: &Poll, published: &Published) -> Vec<AnyView> {
    let background = |background: &BackgroundFigures| {
        let question = poll.questions.iter().find(|question| question.id == background.question_id)?;
        let groups: Vec<_> = background
            .groups
            .iter()
            .map(|group| {
                let name = label(question, &Row::Option(group.option_id.clone())).map(|(name, _)| name);
                view! { <option value=group_value(background, group)>{name}</option> }
            })
            .collect();
        Some(view! { <optgroup label=dutch(&question.text)>{groups}</optgroup> }.into_any())
    };
    published.backgrounds.iter().filter_map(background).collect()
}

/// The value of a group in the list; no id has a colon.
fn group_value(background: &BackgroundFigures, group: &GroupFigures) -> String {
    format!("{}:{}", background.question_id, group.option_id)
}

/// The figures of a group that was chosen, as those of an area are shown.
fn group_chosen(published: &Published, value: &str) -> Option<AreaFigures> {
    let groups = published
        .backgrounds
        .iter()
        .flat_map(|background| background.groups.iter().map(move |group| (group_value(background, group), group)));
    let (_, group) = groups.into_iter().find(|(own, _)| own == value)?;
    Some(AreaFigures { area_id: None, ballots: group.ballots, questions: group.questions.clone() })
}

/// The set to show, or why there is nothing to see yet, or at all.
fn missing<'a>(overview: &PollOverview, results: Option<&'a Published>) -> Result<&'a Published, Missing> {
    let open = overview.status == PollStatus::Open;
    match (results, overview.ballots) {
        (_, 0) if open => Err(Missing::NobodyYet),
        (None, _) if open => Err(Missing::NotEnoughYet),
        (None, _) => Err(Missing::Counting),
        (Some(_), 0) => Err(Missing::Nobody),
        // A set of a closed poll that is too small has no count in it.
        (Some(set), count) if set.total.ballots.is_none() && count < MIN_GROUP => Err(Missing::TooFew(count)),
        (Some(set), _) => Ok(set),
    }
}

fn area_view(poll: &Poll, figures: &AreaFigures, with_pictures: bool) -> AnyView {
    let words = &texts().results;
    let ballots = figures.ballots.map_or_else(|| words.ballots_hidden.to_owned(), words.ballots);
    let questions: Vec<_> = poll
        .questions
        .iter()
        .filter(|question| !matches!(question.kind, QuestionKind::OpenText))
        .filter(|question| figures.questions.iter().any(|line| line.question_id == question.id))
        .map(|question| {
            let pictures = with_pictures.then(|| pictures::view(&poll.id, question, figures));
            question_view(question, figures, pictures)
        })
        .collect();
    view! {
        <p class="results__ballots">{ballots}</p>
        <div class="results">{questions}</div>
    }
    .into_any()
}

fn question_view(question: &Question, figures: &AreaFigures, pictures: Option<AnyView>) -> AnyView {
    let lines = figures.questions.iter().filter(|line| line.question_id == question.id);
    let lines: Vec<_> = lines
        .map(|line| {
            let part = part_name(question, line).map(|name| view! { <h4>{name}</h4> });
            let first = (matches!(question.kind, QuestionKind::Ranking { .. }) && line.part.is_none())
                .then(|| view! { <h4>{texts().results.first_places}</h4> });
            view! { {part} {first} {line_view(question, line)} }
        })
        .collect();
    view! {
        <section class="panel results__question">
            <h3>{dutch(&question.text)}</h3>
            {lines}
            {pictures}
        </section>
    }
    .into_any()
}

/// The statement, or the one of those put in order, that a line is about.
fn part_name(question: &Question, line: &QuestionFigures) -> Option<String> {
    let (QuestionKind::Battery { statements: items, .. } | QuestionKind::Ranking { options: items, .. }) =
        &question.kind
    else {
        return None;
    };
    items.iter().find(|item| Some(&item.id) == line.part.as_ref()).map(|item| dutch(&item.text))
}

fn line_view(question: &Question, figures: &QuestionFigures) -> AnyView {
    let words = &texts().results;
    let answered = figures.answered.map_or_else(|| words.hidden_value.to_owned(), words.answered);
    let is_place = matches!(question.kind, QuestionKind::Ranking { .. });
    let mean = figures.mean.map(|mean| {
        let words = if is_place { words.mean_place } else { words.mean };
        let text = words(&decimal(mean.value), &decimal(mean.low), &decimal(mean.high));
        view! { <p>{text}</p> }
    });
    let bars: Vec<_> = figures.figures.iter().filter_map(|figure| bar(question, figure)).collect();
    view! {
        <p class="soft">{answered}</p>
        {mean}
        <ul class="figures">{bars}</ul>
    }
    .into_any()
}

/// One line of a table; `None` for counts that are no line of it.
fn bar(question: &Question, figure: &Figure) -> Option<AnyView> {
    let words = &texts().results;
    let (label, opinion) = label(question, &figure.row)?;
    let share = figure.share.map(|share| Share { value: share.value, low: share.low, high: share.high });
    let (value, note) = figure_words(figure, opinion);
    // No opinion is no part of the whole and has no bar; only what is hidden has an outline.
    let (note, share) = if note.is_empty() {
        (words.no_opinion.to_owned(), Some(Share { value: 0.0, low: 0.0, high: 0.0 }))
    } else {
        (note, share)
    };
    Some(view! { <FigureBar label value note share /> }.into_any())
}

/// What a line is about, and whether it counts as an opinion.
pub(super) fn label(question: &Question, row: &Row) -> Option<(String, bool)> {
    match (&question.kind, row) {
        (
            QuestionKind::OneChoice { options }
            | QuestionKind::SeveralChoices { options, .. }
            | QuestionKind::Battery { scale: BatteryScale::Options { options }, .. },
            Row::Option(id),
        ) => {
            let option = options.iter().find(|option| &option.id == id)?;
            Some((dutch(&option.text), !option.no_opinion))
        }
        (QuestionKind::Ranking { options, .. }, Row::Option(id)) => {
            options.iter().find(|option| &option.id == id).map(|option| (dutch(&option.text), true))
        }
        (QuestionKind::Ranking { .. }, Row::Value(place)) => Some(((texts().ballot.place)(*place), true)),
        (
            QuestionKind::Scale { to, low, high, .. }
            | QuestionKind::Battery { scale: BatteryScale::Numbers { to, low, high, .. }, .. },
            Row::Value(value),
        ) => {
            let label = match *value {
                1 => format!("1 – {}", dutch(low)),
                last if last == *to => format!("{last} – {}", dutch(high)),
                value => value.to_string(),
            };
            Some((label, true))
        }
        (_, Row::NoOpinion) => Some((texts().ballot.no_opinion.to_owned(), false)),
        _ => None,
    }
}

/// The figure and its margin in words; no margin for what is no opinion.
fn figure_words(figure: &Figure, opinion: bool) -> (String, String) {
    let words = &texts().results;
    match (figure.count, figure.share) {
        (None, _) => (words.hidden_value.to_owned(), words.hidden.to_owned()),
        (Some(count), Some(share)) => {
            let note = (words.interval)(percent(share.low), percent(share.high));
            ((words.value)(count, percent(share.value)), note)
        }
        (Some(count), None) if opinion => ((words.value_alone)(count), words.hidden.to_owned()),
        (Some(count), None) => ((words.value_alone)(count), String::new()),
    }
}

/// A share as whole percents.
pub(super) fn percent(share: f64) -> u32 {
    let percent = (share * 100.0).round().clamp(0.0, 100.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let whole = percent as u32;
    whole
}

/// A mean with one decimal and a comma.
pub(super) fn decimal(value: f64) -> String {
    format!("{value:.1}").replace('.', ",")
}

/// Where the answers to open questions are read, or when they can be.
fn all_texts(detail: &PollDetail) -> Option<AnyView> {
    let words = &texts().results;
    if !detail.poll.questions.iter().any(|question| question.texts_from().is_some()) {
        return None;
    }
    let view = if !detail.readable_texts.is_empty() {
        let page = Page::Written(detail.overview.id.clone());
        view! {
            <LinkButton kind=ButtonKind::Secondary href=page.path()>{texts().written.link}</LinkButton>
        }
        .into_any()
    } else if detail.overview.status == PollStatus::Open {
        view! { <p class="soft">{words.texts_later}</p> }.into_any()
    } else {
        view! { <p class="soft">{texts().written.none}</p> }.into_any()
    };
    Some(view)
}

#[cfg(test)]
mod tests {
    use shared::ids::OptionId;
    use shared::tally::Estimate;

    use super::*;

    const fn estimate(value: f64, low: f64, high: f64) -> Estimate {
        Estimate { value, low, high }
    }

    fn figure(count: Option<u32>, share: Option<Estimate>) -> Figure {
        Figure { row: Row::Option(OptionId::parse("a").unwrap()), count, share }
    }

    #[test]
    fn a_figure_is_told_with_its_margin_and_a_hidden_one_with_the_reason() {
        let words = &texts().results;
        let (value, note) = figure_words(&figure(Some(34), Some(estimate(0.425, 0.32, 0.535))), true);
        assert_eq!((value.as_str(), note.as_str()), ("43% (34)", "Waarschijnlijk tussen 32% en 54%"));
        assert_eq!(figure_words(&figure(None, None), true), (words.hidden_value.into(), words.hidden.into()));
        assert_eq!(figure_words(&figure(Some(12), None), false), ("12".into(), String::new()));
    }

    #[test]
    fn without_figures_it_is_said_why() {
        let poll = |status, ballots| PollOverview {
            code: "577".to_owned(),
            id: shared::ids::PollId::parse("p").unwrap(),
            title: shared::text::Localized::dutch("P"),
            status,
            opens_at: None,
            closes_at: None,
            ballots,
            next_count_at: None,
            report_due: None,
            report_overdue: false,
        };
        let set = |ballots| Published {
            number: 1,
            on: "2026-05-12".parse().unwrap(),
            poll_id: shared::ids::PollId::parse("p").unwrap(),
            total: AreaFigures { area_id: None, ballots, questions: Vec::new() },
            areas: Vec::new(),
            backgrounds: Vec::new(),
        };
        let (open, closed) = (PollStatus::Open, PollStatus::Closed);
        assert_eq!(missing(&poll(open, 0), None), Err(Missing::NobodyYet));
        assert_eq!(missing(&poll(open, 47), None), Err(Missing::NotEnoughYet));
        assert_eq!(missing(&poll(closed, 47), None), Err(Missing::Counting));
        assert_eq!(missing(&poll(closed, 0), Some(&set(None))), Err(Missing::Nobody));
        assert_eq!(missing(&poll(closed, 9), Some(&set(None))), Err(Missing::TooFew(9)));
        let shown = set(Some(47));
        assert_eq!(missing(&poll(open, 50), Some(&shown)), Ok(&shown));
    }

    #[test]
    fn figures_are_rounded_for_people() {
        assert_eq!([percent(0.0), percent(0.005), percent(0.994), percent(1.2)], [0, 1, 99, 100]);
        assert_eq!(decimal(3.25), "3,2");
        assert_eq!(decimal(4.0), "4,0");
    }
}
