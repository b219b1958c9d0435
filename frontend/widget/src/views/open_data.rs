//! The figures as files, for who wants to count on.

use leptos::prelude::*;
use shared::ids::PollId;
use shared::paths;
use ui::{AnyView, IntoAny};

use crate::state::Context;

/// Links to the open data of a poll with a report.
pub(super) fn links(context: &Context, poll: &PollId) -> AnyView {
    let texts = context.texts().open_data();
    let root = format!("{}/polls/{poll}", paths::api(&context.slug));
    let links: Vec<_> = [("figures.csv", texts.csv), ("figures.json", texts.json), ("code-book.csv", texts.code_book)]
        .into_iter()
        .map(|(file, words)| {
            let address = format!("{root}/{file}?lang={}", context.language.tag());
            view! { <li><a href=address download=true>{words}</a></li> }
        })
        .collect();
    view! {
        <section class="page__section no-print" aria-labelledby="open-data-title">
            <h2 id="open-data-title">{texts.title}</h2>
            <p>{texts.text}</p>
            <ul>{links}</ul>
        </section>
    }
    .into_any()
}
