//! Figures by what respondents told of themselves: by age, by household, by who owns the home.

use leptos::prelude::*;
use shared::poll::Question;
use shared::tally::{AreaFigures, BackgroundFigures, GroupFigures, Row};
use shared::text::Phrase;
use ui::{AnyView, IntoAny};

use super::results::table;
use crate::chart::Labels;
use crate::state::Context;

/// The figures of every group that may be shown, each behind its name.
pub(super) fn groups(
    context: &Context,
    questions: &[Question<Phrase>],
    backgrounds: &[BackgroundFigures],
) -> Option<AnyView> {
    let texts = context.texts().results();
    let sections: Vec<_> = backgrounds
        .iter()
        .filter_map(|figures| {
            let background = questions.iter().find(|question| question.id == figures.question_id)?;
            let groups: Vec<_> =
                figures.groups.iter().map(|figures| group(context, questions, background, figures)).collect();
            Some(view! { <h4>{context.words(&background.text).view()}</h4> {groups} })
        })
        .collect();
    (!sections.is_empty()).then(|| {
        view! {
            <section class="page__section" aria-labelledby="groups-title">
                <h3 id="groups-title">{texts.per_group}</h3>
                <p class="soft">{texts.per_group_note}</p>
                {sections}
            </section>
        }
        .into_any()
    })
}

fn group(
    context: &Context,
    questions: &[Question<Phrase>],
    background: &Question<Phrase>,
    group: &GroupFigures,
) -> AnyView {
    let texts = context.texts().results();
    let labels = Labels { language: context.language, question: background };
    let name = labels.row(&Row::Option(group.option_id.clone()));
    // A group is shown as an area is.
    let figures = AreaFigures { area_id: None, ballots: group.ballots, questions: group.questions.clone() };
    view! {
        <details class="disclosure">
            <summary>{name.clone().view()}</summary>
            <p>{(texts.ballots)(figures.ballots)}</p>
            {table(context, questions, &figures, &name.text)}
        </details>
    }
    .into_any()
}
