//! The pictures of a question's figures, to look at and to take along. The server draws them.

use leptos::prelude::*;
use shared::ids::PollId;
use shared::paths::ADMIN_API;
use shared::poll::{Question, QuestionKind};
use shared::tally::AreaFigures;

use super::dutch;
use crate::texts::texts;

/// Nothing where nothing is published of the question.
pub(super) fn view(poll: &PollId, question: &Question, figures: &AreaFigures) -> AnyView {
    let words = &texts().downloads;
    let pictures: Vec<_> = names(question, figures)
        .into_iter()
        .map(|(name, is_first)| {
            let area = figures.area_id.as_ref().map(|area| format!("?areaId={area}")).unwrap_or_default();
            let address = format!("{ADMIN_API}/polls/{poll}/charts/{name}.svg{area}");
            let of_area = figures.area_id.as_ref().map(|area| format!("-{area}")).unwrap_or_default();
            let file = format!("{poll}-{name}{of_area}");
            let what = if is_first { words.picture_first } else { words.picture };
            let question = dutch(&question.text);
            let label = |kind: &str| format!("{kind}: {what}, {question}");
            view! {
                <details class="disclosure no-print">
                    <summary>{what}</summary>
                    <img class="picture" src=address.clone() alt=(words.picture_alt)(&question) loading="lazy" />
                    <p class="picture-files">
                        <a href=address.clone() download=format!("{file}.svg") aria-label=label(words.as_svg)>
                            {words.as_svg}
                        </a>
                        <button
                            type="button"
                            class="needs-script"
                            data-png=address
                            data-name=format!("{file}.png")
                            aria-label=label(words.as_png)
                        >
                            {words.as_png}
                        </button>
                    </p>
                </details>
            }
        })
        .collect();
    pictures.into_any()
}

/// The names of the pictures, and whether it is that of what was put first. As `widget::chart::Chart::of` makes them.
fn names(question: &Question, figures: &AreaFigures) -> Vec<(String, bool)> {
    let mut of = figures.questions.iter().filter(|line| line.question_id == question.id);
    let id = &question.id;
    match &question.kind {
        QuestionKind::OpenText => Vec::new(),
        QuestionKind::Ranking { .. } => {
            let has_places = of.any(|line| line.part.is_some() && line.mean.is_some());
            let first = (format!("{id}.1"), true);
            if has_places { vec![(id.to_string(), false), first] } else { vec![first] }
        }
        _ if of.next().is_some() => vec![(id.to_string(), false)],
        _ => Vec::new(),
    }
}
