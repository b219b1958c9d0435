//! A picture in the page: what it says first for who does not see it, the drawing, its table, and its files.
//!
//! Words are HTML and lengths are SVG, so that text has its own size and breaks where the screen ends. Looks are
//! classes: the policy forbids `style` attributes, and the scheme and the reader's own colours decide.

use leptos::prelude::*;
use shared::paths::Page;
use shared::tally::Estimate;
use shared::text::Language;
use ui::{AnyView, FigureBar, IntoAny, Share};

use crate::chart::shape::along;
use crate::chart::{Bar, Chart, ChartWords, Picture, Places, StackLine, Stacks, decimal, percentage, words};
use crate::state::{Context, Results};

/// The pictures of a question, each with this table.
pub(super) fn charts(context: &Context, page: &Results, charts: &[Chart], table: impl Fn() -> AnyView) -> AnyView {
    let mut table = Some(table);
    let charts: Vec<_> = charts
        .iter()
        .enumerate()
        .map(|(place, chart)| {
            // All figures of a question stand in one table, below its last picture.
            let table = if place + 1 == charts.len() { table.take() } else { None };
            figure(context, page, chart, table.map(|table| table()))
        })
        .collect();
    charts.into_any()
}

fn figure(context: &Context, page: &Results, chart: &Chart, table: Option<AnyView>) -> AnyView {
    let words = words(context.language);
    let drawing = match &chart.picture {
        Picture::Bars(bars) => self::bars(context.language, words, bars),
        Picture::Stacks(stacks) => self::stacks(context, words, chart, stacks),
        Picture::Places(places) => self::places(context, words, places),
    };
    let hidden = chart.hides().then(|| {
        view! {
            <p class="figure__note">
                <svg class="swatch" aria-hidden="true" focusable="false">
                    <rect class="figure__ground swatch__hidden" width="100%" height="100%"></rect>
                </svg>
                {format!(" {}: {}", words.hidden, words.hidden_why)}
            </p>
        }
    });
    let table = table.map(|table| {
        view! {
            <details class="disclosure">
                <summary>{words.table}</summary>
                {table}
            </details>
        }
    });
    let name = chart.name();
    // A ranking has two pictures.
    let title = match chart.subtitle {
        Some(subtitle) => format!("{} {subtitle}", chart.title.text),
        None => chart.title.text.clone(),
    };
    let address = context.url(&Page::Chart { poll: &page.view.poll.id, name: &name });
    view! {
        <figure class="chart">
            <figcaption class="chart__caption">
                {chart.subtitle.map(|subtitle| view! { <strong>{subtitle}</strong> ". " })}
                {(words.answered)(chart.answered)}
            </figcaption>
            <div class="chart__drawing" role="img" aria-label=chart.says.clone()>
                {drawing}
            </div>
            {hidden}
            {table}
            {picture_files(words, &address, &format!("{}-{name}", page.view.poll.id), &title)}
        </figure>
    }
    .into_any()
}

/// The picture as files. The PNG is made in the browser, so its button is there only with script.
pub(super) fn picture_files(words: &ChartWords, address: &str, file: &str, title: &str) -> AnyView {
    // There are several of each on the page.
    let of = |label: &str| format!("{label}: {title}");
    view! {
        <p class="picture-files no-print">
            <a href=address.to_owned() download=format!("{file}.svg") aria-label=of(words.as_svg)>
                {words.as_svg}
            </a>
            <button
                type="button"
                class="needs-script"
                data-png=address.to_owned()
                data-name=format!("{file}.png")
                aria-label=of(words.as_png)
            >
                {words.as_png}
            </button>
        </p>
    }
    .into_any()
}

fn bars(language: Language, words: &ChartWords, bars: &[Bar]) -> AnyView {
    let lines: Vec<_> = bars
        .iter()
        .map(|bar| {
            let (value, note, share) = match (bar.count, bar.share) {
                (Some(count), Some(Estimate { value, low, high })) => {
                    let margin = (words.margin)(&percentage(language, low), &percentage(language, high));
                    (percentage(language, value), (words.people)(count, &margin), Some(Share { value, low, high }))
                }
                // No opinion is counted and is no part of the whole.
                (Some(count), None) => {
                    return view! {
                        <li class="figure">
                            <p class="figure__words">
                                <span>{bar.label.clone().view()}</span>
                                <span class="figure__value">{(words.people_alone)(count)}</span>
                            </p>
                            <p class="figure__note">{words.no_share}</p>
                        </li>
                    }
                    .into_any();
                }
                (None, _) => (words.hidden.to_owned(), String::new(), None),
            };
            view! { <FigureBar label=bar.label.clone() value note share /> }.into_any()
        })
        .collect();
    view! { <ul class="figures">{lines}</ul> }.into_any()
}

fn stacks(context: &Context, words: &ChartWords, chart: &Chart, stacks: &Stacks) -> AnyView {
    let steps: Vec<_> =
        stacks.steps.iter().map(|(label, strength)| step(*strength, label.clone().view().into_any())).collect();
    let lines: Vec<_> = stacks
        .lines
        .iter()
        .enumerate()
        .map(|(place, line)| stack(context, words, stacks, line, &format!("{}-{place}", chart.name())))
        .collect();
    view! {
        <ul class="legend">{steps}</ul>
        <ul class="figures">{lines}</ul>
    }
    .into_any()
}

/// A colour and what it means, in a legend.
pub(super) fn step(strength: u8, label: AnyView) -> AnyView {
    view! {
        <li>
            <svg class="swatch" aria-hidden="true" focusable="false">
                <rect class=format!("tone tone--{strength}") width="100%" height="100%"></rect>
            </svg>
            " "
            {label}
        </li>
    }
    .into_any()
}

fn stack(context: &Context, words: &ChartWords, stacks: &Stacks, line: &StackLine, id: &str) -> AnyView {
    let number = |value| decimal(context.language, value);
    let mean = line.mean.map(|mean| (words.mean)(&number(mean.value)));
    let margin = line.mean.map(|mean| (words.margin)(&number(mean.low), &number(mean.high)));
    let answered = line.label.as_ref().map(|_| (words.answered)(line.answered));
    let none = line.no_opinion.filter(|count| *count > 0).map(words.no_opinion);
    let notes: Vec<String> = answered.into_iter().chain(margin).chain(none).collect();
    // Where reading begins, the bar begins; its letters must not be mirrored with it.
    let rtl = context.language.direction() == "rtl";
    let x = |from: f64, share: f64| length(if rtl { 1.0 - from - share } else { from });
    let pieces: Vec<_> = line
        .stack
        .pieces
        .iter()
        .map(|piece| {
            let strength = stacks.steps.get(piece.step).map_or(0, |(_, strength)| *strength);
            let text = (piece.share >= ROOM_FOR_LETTERS).then(|| {
                let middle = x(piece.from + piece.share / 2.0, 0.0);
                view! {
                    <text class=format!("stack__share on-tone--{strength}") x=middle y="50%" dy="0.36em">
                        {percentage(context.language, piece.share)}
                    </text>
                }
            });
            view! {
                <rect class=format!("tone tone--{strength}") x=x(piece.from, piece.share) width=length(piece.share) height="100%"></rect>
                {text}
            }
        })
        .collect();
    let hidden = line.stack.hidden.map(|(from, share)| {
        let pattern = format!("hidden-{id}");
        view! {
            <defs>
                <pattern id=pattern.clone() width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path class="hatch" d="M0 0v7"></path>
                </pattern>
            </defs>
            <rect class="stack__hidden" x=x(from, share) width=length(share) height="100%" fill=format!("url(#{pattern})")></rect>
        }
    });
    view! {
        <li class="figure">
            <p class="figure__words">
                {line.label.clone().map(|label| view! { <span>{label.view()}</span> })}
                {mean.map(|mean| view! { <span class="figure__value">{mean}</span> })}
            </p>
            <svg class="stack__bar" aria-hidden="true" focusable="false">
                {pieces}
                {hidden}
                <rect class="stack__edge" width="100%" height="100%"></rect>
            </svg>
            <p class="figure__note">{notes.join(", ")}</p>
        </li>
    }
    .into_any()
}

/// A piece of the bar that is smaller has no room for "10%" on a phone.
const ROOM_FOR_LETTERS: f64 = 0.12;

fn places(context: &Context, words: &ChartWords, places: &Places) -> AnyView {
    let number = |value| decimal(context.language, value);
    let rtl = context.language.direction() == "rtl";
    let last = f64::from(places.last);
    // A dot at either end stays within the line.
    let at = |place: f64| {
        let place = along(place, 1.0, last);
        0.03 + 0.94 * if rtl { 1.0 - place } else { place }
    };
    let lines: Vec<_> = places
        .lines
        .iter()
        .map(|(label, mean)| {
            let (from, to) = (at(mean.low).min(at(mean.high)), at(mean.low).max(at(mean.high)));
            let ticks: Vec<_> = (1..=places.last)
                .map(|place| {
                    let x = length(at(place.into()));
                    view! { <line class="place__tick" x1=x.clone() x2=x y1="30%" y2="70%"></line> }
                })
                .collect();
            view! {
                <li class="figure">
                    <p class="figure__words">
                        <span>{label.clone().view()}</span>
                        <span class="figure__value">{number(mean.value)}</span>
                    </p>
                    <svg class="place" aria-hidden="true" focusable="false">
                        <line class="place__line" x1="3%" x2="97%" y1="50%" y2="50%"></line>
                        {ticks}
                        <line class="place__margin" x1=length(from) x2=length(to) y1="50%" y2="50%"></line>
                        <circle class="place__dot" cx=length(at(mean.value)) cy="50%" r="8"></circle>
                    </svg>
                    <p class="figure__note">{(words.margin)(&number(mean.low), &number(mean.high))}</p>
                </li>
            }
        })
        .collect();
    view! {
        <ul class="figures">{lines}</ul>
        <p class="place__ends figure__note">
            <span>{(words.place)(1)}</span>
            <span>{(words.place)(places.last)}</span>
        </p>
    }
    .into_any()
}

/// A length inside a drawing, which is as wide as the screen allows.
fn length(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}
