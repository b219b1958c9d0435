//! Beginning with a ready text. It is put into the field to be adapted; what was typed there stays above it.

use leptos::prelude::*;
use shared::ids::TopicId;
use shared::standard_text::{Ending, StandardText};
use shared::text::Language;
use shared::topic::Topic;
use shared::wire::standard_texts::StandardTextList;

use crate::api::Client;
use crate::form::field_id;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// A list of the texts that fit this ending and topic; nothing when there are none.
pub(crate) fn picker(
    ending: Signal<Option<Ending>>,
    topic: Option<TopicId>,
    language: Language,
    into: RwSignal<String>,
) -> AnyView {
    let words = &texts().standard;
    let topics = session().client().me().topics.clone();
    let list = Resource::load(|client: Client| async move { client.standard_texts().await });
    let shown = move || {
        let Loaded::Here(StandardTextList { texts: all }) = list.state.get() else { return None };
        let fitting = fitting(all, ending.get()?, topic.as_ref(), &topics, language);
        if fitting.is_empty() {
            return None;
        }
        let id = field_id("standard-text");
        let hint = format!("{id}-hint");
        let options: Vec<_> = fitting
            .iter()
            .map(|text| view! { <option value=text.id.to_string()>{text.content.title.clone()}</option> })
            .collect();
        let take = move |event: leptos::ev::Targeted<leptos::ev::Event, leptos::web_sys::HtmlSelectElement>| {
            let chosen = event.target().value();
            if let Some(text) = fitting.iter().find(|text| text.id.as_str() == chosen) {
                into.update(|typed| *typed = added(typed, &text.content.words));
            }
            event.target().set_value("");
        };
        let view = view! {
            <div class="field">
                <label class="field__label" for=id.clone()>
                    {words.begin_with}
                </label>
                <p class="field__hint" id=hint.clone()>
                    {words.begin_hint}
                </p>
                <select class="input select" id=id aria-describedby=hint on:change:target=take>
                    <option value="">{texts().form.choose}</option>
                    {options}
                </select>
            </div>
        };
        Some(view.into_any())
    };
    shown.into_any()
}

/// In the resident's language first.
fn fitting(
    mut all: Vec<StandardText>,
    ending: Ending,
    topic: Option<&TopicId>,
    topics: &[Topic],
    language: Language,
) -> Vec<StandardText> {
    all.retain(|text| text.content.fits(ending, topic, topics));
    all.sort_by_key(|text| text.content.language != language);
    all
}

/// Nothing that was typed is lost.
fn added(typed: &str, ready: &str) -> String {
    if typed.trim().is_empty() { ready.to_owned() } else { format!("{}\n\n{ready}", typed.trim_end()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ready_text_never_takes_the_place_of_what_was_typed() {
        assert_eq!(added(" \n", "De boom is gezond."), "De boom is gezond.");
        assert_eq!(added("Wij keken. ", "De boom is gezond."), "Wij keken.\n\nDe boom is gezond.");
    }
}
