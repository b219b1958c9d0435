//! Finding cases: by number, by words, and by place, topic, organisation and whether they are open.

use leptos::prelude::*;
use shared::text::LINE;
use shared::wire::admin::{CaseList, CaseScope};
use ui::{Button, Empty};

use super::pages::{COUNT_ID, Pages};
use super::{row, tabs};
use crate::address::Page;
use crate::api::{Client, encoded};
use crate::form::{Failures, LineField, Pick, Select, SelectGroup, Submission};
use crate::frame::{Heading, Loading, Missing};
use crate::intake::{area_groups, topic_groups};
use crate::navigation::focus_soon;
use crate::platform::today;
use crate::session::{Loaded, session};
use crate::texts::texts;

/// What is typed and chosen, and what was asked for last.
#[derive(Clone, Copy)]
pub(crate) struct SoughtCases {
    words: RwSignal<String>,
    area: RwSignal<String>,
    topic: RwSignal<String>,
    partner: RwSignal<String>,
    state: RwSignal<String>,
    /// As a query; nothing before the first search.
    asked: RwSignal<Option<String>>,
}

impl SoughtCases {
    pub(crate) fn start() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            words: empty(),
            area: empty(),
            topic: empty(),
            partner: empty(),
            state: empty(),
            asked: RwSignal::new(None),
        }
    }

    fn fields(self) -> [(&'static str, RwSignal<String>); 5] {
        [
            ("words", self.words),
            ("areaId", self.area),
            ("topicId", self.topic),
            ("partnerId", self.partner),
            ("state", self.state),
        ]
    }

    fn ask(self) {
        let fields = self.fields().map(|(name, value)| (name, value.get_untracked()));
        self.asked.set(Some(query(&fields)));
    }

    fn clear(self) {
        for (_, value) in self.fields() {
            value.set(String::new());
        }
        self.asked.set(None);
    }
}

/// What was filled in, as a query.
fn query(fields: &[(&str, String)]) -> String {
    let filled = fields.iter().map(|(name, value)| (name, value.trim())).filter(|(_, value)| !value.is_empty());
    let parts: Vec<String> = filled.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    parts.join("&")
}

#[component]
pub(crate) fn SearchPage() -> impl IntoView {
    let words = &texts().search;
    let session = session();
    let sought = session.sought;
    let role = session.client().me().role;
    // What the answer that is here was asked with: another one is still to come.
    let answered = RwSignal::new(None::<String>);
    let pages = Pages::load(move |client: Client, after: Option<String>| {
        let asked = sought.asked.get();
        async move {
            let Some(query) = asked else { return Ok(CaseList { cases: Vec::new(), next: None }) };
            let answer = client.search_cases(&query, after.as_deref()).await;
            // The page may be gone by now, and its values with it.
            let _ = answered.try_set(Some(query));
            answer
        }
    });
    let found = move || {
        let asked = sought.asked.get()?;
        if answered.get().as_ref() != Some(&asked) {
            return Some(view! { <Loading /> }.into_any());
        }
        Some(match pages.first.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || pages.first.reload() /> }.into_any(),
            Loaded::Here(CaseList { cases, .. }) if cases.is_empty() => nothing(sought),
            Loaded::Here(_) => list(&pages),
        })
    };
    view! {
        <Heading title=words.title lead=words.lead />
        {tabs(&Page::Search, role, || None)}
        {form(sought)}
        {found}
    }
}

fn form(sought: SoughtCases) -> AnyView {
    let words = &texts().search;
    let client = session().client();
    let submission = Submission::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match LINE.read(&sought.words.get_untracked()) {
            Ok(_) => {
                submission.forget();
                sought.ask();
            }
            Err(code) => submission.refuse(vec![shared::fault::Fault::new("words", code)]),
        }
    };
    let me = client.me();
    let partners = me.partners.iter().map(|partner| Pick::new(partner.id.as_str(), partner.name.clone())).collect();
    let states = vec![Pick::new("open", words.open), Pick::new("ended", words.ended)];
    view! {
        <form class="form" role="search" on:submit=submit novalidate=true>
            <Failures submission />
            <LineField name="words" label=words.words hint=words.words_hint value=sought.words submission kind="search" />
            <div class="side-by-side">
                <Select
                    name="areaId"
                    label=words.area
                    value=sought.area
                    submission
                    groups=area_groups(&me.areas, |_| true)
                    empty=words.any
                />
                <Select
                    name="topicId"
                    label=words.topic
                    value=sought.topic
                    submission
                    groups=topic_groups(&me.topics)
                    empty=words.any
                />
            </div>
            <div class="side-by-side">
                <Select
                    name="partnerId"
                    label=words.partner
                    value=sought.partner
                    submission
                    groups=vec![SelectGroup::plain(partners)]
                    empty=words.any
                />
                <Select
                    name="state"
                    label=words.state
                    value=sought.state
                    submission
                    groups=vec![SelectGroup::plain(states)]
                    empty=words.any
                />
            </div>
            <div class="actions">
                <Button>{words.find}</Button>
            </div>
        </form>
    }
    .into_any()
}

fn nothing(sought: SoughtCases) -> AnyView {
    let words = &texts().search;
    let clear = move |_| {
        sought.clear();
        focus_soon("field-words");
    };
    view! {
        <Empty title=words.nothing>
            <p role="status">{words.nothing_help}</p>
            <button type="button" class="button button--secondary" on:click=clear>
                {words.clear}
            </button>
        </Empty>
    }
    .into_any()
}

fn list(pages: &Pages) -> AnyView {
    let pages = *pages;
    let shown = move || {
        let client = session().client();
        let CaseList { cases, next } = pages.all();
        let count = (texts().work.count)(cases.len(), next.is_some());
        let today = today();
        let rows: Vec<_> = cases
            .iter()
            .map(|case| {
                // What has ended has no promise any more; the day it came in says more.
                let scope = if case.promise.is_none() { CaseScope::Ended } else { CaseScope::All };
                row(&client, case, scope, today)
            })
            .collect();
        view! {
            <p class="work-filter__count" role="status" id=COUNT_ID tabindex="-1">
                {count}
            </p>
            <ol class="work-list">{rows}</ol>
        }
    };
    view! {
        <section class="work-group">
            <h2 class="visually-hidden">{texts().search.found}</h2>
            {shown}
            {pages.button()}
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_filled_in_is_asked_and_nothing_breaks_out_of_its_place() {
        let fields =
            [("words", " licht & lamp? é ".to_owned()), ("areaId", String::new()), ("state", "open".to_owned())];
        assert_eq!(query(&fields), "words=licht%20%26%20lamp%3F%20%C3%A9&state=open");
        assert_eq!(query(&[("words", "  ".to_owned())]), "");
    }
}
