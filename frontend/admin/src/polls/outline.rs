//! A poll as text: what the resident will be asked, question by question.

use leptos::prelude::*;
use shared::poll::{Choice, Poll, Question, QuestionKind};
use ui::PlainText;

use super::dutch;
use crate::texts::texts;

pub(super) fn view(poll: &Poll) -> AnyView {
    let words = &texts().polls;
    let questions: Vec<_> = poll.questions.iter().map(question).collect();
    let area = poll.asks_area.then(|| view! { <p class="soft">{words.asks_area}</p> });
    view! {
        <div class="outline">
            <p class="outline__title">{dutch(&poll.title)}</p>
            <PlainText text=dutch(&poll.intro) />
            <p>
                <strong>{(words.influence)(poll.influence)}": "</strong>
                {(words.influence_help)(poll.influence)}
            </p>
            <ol class="outline__questions">{questions}</ol>
            {area}
        </div>
    }
    .into_any()
}

fn question(question: &Question) -> AnyView {
    let words = &texts().polls;
    let help = question.help.as_ref().map(|help| view! { <p class="soft">{dutch(help)}</p> });
    let needed = if question.required { words.required } else { words.not_required };
    let (note, answers) = match &question.kind {
        QuestionKind::OneChoice { options } => (needed.to_owned(), options_view(options)),
        QuestionKind::SeveralChoices { options, max } => {
            let note = max.map_or_else(|| needed.to_owned(), |max| format!("{needed}, {}", (words.at_most)(max)));
            (note, options_view(options))
        }
        QuestionKind::Scale { to, low, high } => {
            let scale = (words.scale)(*to, &dutch(low), &dutch(high));
            (needed.to_owned(), view! { <p>{scale}</p> }.into_any())
        }
        QuestionKind::OpenText => (needed.to_owned(), view! { <p>{words.open_answer}</p> }.into_any()),
    };
    view! {
        <li>
            <p>
                <strong>{dutch(&question.text)}</strong>
                " "
                <span class="soft">"(" {note} ")"</span>
            </p>
            {help}
            {answers}
        </li>
    }
    .into_any()
}

fn options_view(options: &[Choice]) -> AnyView {
    let words = &texts().polls;
    let options: Vec<_> = options
        .iter()
        .map(|option| {
            let note = option.no_opinion.then(|| view! { <span class="soft">" (" {words.no_opinion} ")"</span> });
            view! { <li>{dutch(&option.text)} {note}</li> }
        })
        .collect();
    view! { <ul>{options}</ul> }.into_any()
}
