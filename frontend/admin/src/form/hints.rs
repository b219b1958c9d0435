//! Hints on plain language under a field. They say what could be plainer and stop nobody.

use leptos::prelude::*;
use shared::plain_language::{Hint, hints};

use crate::texts::texts;

pub(crate) fn plain_hints(text: RwSignal<String>) -> AnyView {
    let shown = move || {
        let found = text.with(|text| hints(text));
        let words = &texts().form;
        (!found.is_empty()).then(|| {
            let rows: Vec<_> = found.iter().map(|hint| view! { <li>{sentence(hint)}</li> }).collect();
            view! {
                <div class="soft">
                    <p>{words.hints_title}</p>
                    <ul>{rows}</ul>
                </div>
            }
        })
    };
    shown.into_any()
}

fn sentence(hint: &Hint) -> String {
    let words = &texts().form;
    match hint {
        Hint::LongSentence { begins, words: count } => (words.hint_long)(begins, *count),
        Hint::HardWord { word, plain } => (words.hint_hard)(word, plain),
        Hint::Placeholder { words: left } => (words.hint_placeholder)(left),
    }
}
