//! Cohesion and willingness to act: two figures beside each other, each with its interval, and no word for high or low.

use leptos::prelude::*;
use shared::area_care::measure::{FigureKind, Measure};
use shared::tally::Estimate;
use shared::text::Language;
use shared::wire::areas::MeasuredFigure;

use super::page::Shown;
use crate::address::Page;
use crate::texts::texts;

pub(super) fn view(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    let parts: Vec<_> = Measure::ALL
        .into_iter()
        .map(|measure| {
            let found: Vec<_> =
                shown.detail.figures.iter().filter(|figure| figure.measure == measure).map(figure).collect();
            let nothing = found.is_empty().then(|| view! { <p>{words.not_measured}</p> });
            view! {
                <div>
                    <dt>{(words.measure)(measure)}</dt>
                    <dd>{found} {nothing}</dd>
                </div>
            }
        })
        .collect();
    view! {
        <section class="area-part" aria-labelledby="figures-title">
            <h2 id="figures-title">{words.figures_title}</h2>
            <p class="soft">{words.figures_help}</p>
            <dl class="area-figures">{parts}</dl>
        </section>
    }
    .into_any()
}

fn figure(figure: &MeasuredFigure) -> AnyView {
    let words = &texts().areas;
    let question = figure.question.in_language(Language::Nl).text;
    let part = figure.words.as_ref().map(|words| format!(" – {}", words.in_language(Language::Nl).text));
    let everybody = figure.everybody.map(|estimate| {
        view! { <p class="soft">{(words.everybody)(&written(figure.kind, estimate))}</p> }
    });
    view! {
        <div class="rule">
            <p>
                <strong>{written(figure.kind, figure.here)}</strong>
            </p>
            <p>{question} {part}</p>
            <p class="soft">
                {(words.figure_from)(figure.answers, &texts().days.full(figure.on))} " "
                <a href=Page::Poll(figure.poll_id.clone()).path()>
                    {figure.poll.in_language(Language::Nl).text}
                </a>
            </p>
            {everybody}
        </div>
    }
    .into_any()
}

/// "3,5 van 5 (tussen 3,3 en 3,7)" or "40% (tussen 31% en 50%)".
fn written(kind: FigureKind, estimate: Estimate) -> String {
    let words = &texts().areas;
    let Estimate { value, low, high } = estimate;
    match kind {
        FigureKind::Mean { to } => {
            let one = |figure: f64| format!("{figure:.1}").replace('.', ",");
            (words.mean)(&one(value), to, &one(low), &one(high))
        }
        FigureKind::Share => {
            let percent = |share: f64| format!("{:.0}%", share * 100.0);
            (words.share)(&percent(value), &percent(low), &percent(high))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_written_with_its_interval() {
        let estimate = |value, low, high| Estimate { value, low, high };
        let mean = written(FigureKind::Mean { to: 5 }, estimate(3.52, 3.31, 3.74));
        assert_eq!(mean, "gemiddeld 3,5 op een schaal van 1 tot 5 (tussen 3,3 en 3,7)");
        assert_eq!(written(FigureKind::Share, estimate(0.402, 0.31, 0.5)), "40% (tussen 31% en 50%)");
    }
}
