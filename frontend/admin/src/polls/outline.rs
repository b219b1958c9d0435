//! A poll as text: what the resident will be asked, question by question.

use leptos::prelude::*;
use shared::poll::{BatteryScale, Choice, Condition, Item, Poll, Question, QuestionKind, Wanted};
use shared::text::Localized;
use ui::PlainText;

use super::dutch;
use crate::texts::texts;

pub(super) fn view(poll: &Poll) -> AnyView {
    let words = &texts().polls;
    let questions: Vec<_> = poll.questions.iter().map(|asked| question(poll, asked)).collect();
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

fn question(poll: &Poll, question: &Question) -> AnyView {
    let words = &texts().polls;
    let help = question.help.as_ref().map(|help| view! { <p class="soft">{dutch(help)}</p> });
    let needed = if question.required { words.required } else { words.not_required };
    let (note, answers) = match &question.kind {
        QuestionKind::OneChoice { options } => (needed.to_owned(), options_view(options)),
        QuestionKind::SeveralChoices { options, max } => {
            let note = max.map_or_else(|| needed.to_owned(), |max| format!("{needed}, {}", (words.at_most)(max)));
            (note, options_view(options))
        }
        QuestionKind::Scale { to, low, high, no_opinion } => {
            (needed.to_owned(), numbers_view(*to, low, high, *no_opinion))
        }
        QuestionKind::Battery { statements, scale } => {
            let scale = match scale {
                BatteryScale::Options { options } => options_view(options),
                BatteryScale::Numbers { to, low, high, no_opinion } => numbers_view(*to, low, high, *no_opinion),
            };
            (needed.to_owned(), view! { {items_view(statements)} <p>{words.each_statement}</p> {scale} }.into_any())
        }
        QuestionKind::Ranking { options, places } => {
            (format!("{needed}, {}", (words.places)(*places)), items_view(options))
        }
        QuestionKind::OpenText => (needed.to_owned(), view! { <p>{words.open_answer}</p> }.into_any()),
    };
    let condition = question.condition.as_ref().map(|condition| {
        let earlier = poll.questions.iter().position(|earlier| earlier.id == condition.question_id);
        let number = earlier.unwrap_or(0).saturating_add(1);
        view! { <p class="soft">{(words.only_if)(number, &wanted(poll, condition))}</p> }
    });
    view! {
        <li>
            <p>
                <strong>{dutch(&question.text)}</strong>
                " "
                <span class="soft">"(" {note} ")"</span>
            </p>
            {condition}
            {help}
            {answers}
        </li>
    }
    .into_any()
}

/// The answers of the earlier question that are wanted, in words.
fn wanted(poll: &Poll, condition: &Condition) -> String {
    let earlier = poll.questions.iter().find(|earlier| earlier.id == condition.question_id);
    match (&condition.is, earlier.map(|earlier| &earlier.kind)) {
        (Wanted::Values { from, to }, _) => (texts().polls.from_to)(*from, *to),
        (
            Wanted::Options(wanted),
            Some(QuestionKind::OneChoice { options } | QuestionKind::SeveralChoices { options, .. }),
        ) => {
            let named = options.iter().filter(|option| wanted.contains(&option.id));
            let named: Vec<String> = named.map(|option| format!("‘{}’", dutch(&option.text))).collect();
            named.join(", ")
        }
        _ => String::new(),
    }
}

fn numbers_view(to: u8, low: &Localized, high: &Localized, no_opinion: bool) -> AnyView {
    let words = &texts().polls;
    let instead = no_opinion.then(|| format!(", {}", words.or_no_opinion));
    view! { <p>{(words.scale)(to, &dutch(low), &dutch(high))} {instead}</p> }.into_any()
}

fn items_view(items: &[Item]) -> AnyView {
    let items: Vec<_> = items.iter().map(|item| view! { <li>{dutch(&item.text)}</li> }).collect();
    view! { <ul>{items}</ul> }.into_any()
}

fn options_view(options: &[Choice]) -> AnyView {
    let words = &texts().polls;
    let options: Vec<_> = options
        .iter()
        .map(|option| {
            let other = option.other.then(|| view! { <span class="soft">" (" {words.other} ")"</span> });
            let note = option.no_opinion.then(|| view! { <span class="soft">" (" {words.no_opinion} ")"</span> });
            view! { <li>{dutch(&option.text)} {note} {other}</li> }
        })
        .collect();
    view! { <ul>{options}</ul> }.into_any()
}
