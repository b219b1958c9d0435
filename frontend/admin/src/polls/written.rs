//! Answers to open questions: looking through them, sorting them with tags, and quoting one in the report.
//!
//! Quoting is a deliberate act: an editor sees the words once more, takes out what gives somebody away, and puts them
//! into the draft of the report. Nothing goes there by itself.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::ids::{PollId, QuestionId, WrittenId};
use shared::poll::PollStatus;
use shared::privacy::{Finding, find};
use shared::text::RESIDENT_TEXT;
use shared::wire::admin::{PollDetail, Written, WrittenPage as Found};
use ui::{BusyButton, Button, ButtonKind, Empty, Notice, PlainText, Press, Tone};

use super::{ReportDraft, dutch, load, with_poll};
use crate::address::Page;
use crate::api::{Client, encoded};
use crate::form::{Failures, LineField, Pick, Select, SelectGroup, Submission, TextField, field_id};
use crate::frame::{BackLink, Heading, Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// What is done with one answer right now.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Act {
    Tags(WrittenId),
    Quote(WrittenId),
}

/// What is looked for.
#[derive(Clone, Copy)]
struct Search {
    question: RwSignal<String>,
    typed: RwSignal<String>,
    /// What was typed when it was last asked for.
    words: RwSignal<String>,
    tag: RwSignal<String>,
    personal: RwSignal<String>,
    after: RwSignal<Option<WrittenId>>,
}

impl Search {
    fn start(question: &QuestionId) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            question: RwSignal::new(question.to_string()),
            typed: empty(),
            words: empty(),
            tag: empty(),
            personal: empty(),
            after: RwSignal::new(None),
        }
    }

    /// As the server reads it; follows everything that is chosen.
    fn query(self) -> String {
        let mut query = format!("search={}", encoded(&self.words.get()));
        for (name, value) in [("tag", self.tag.get()), ("personal", self.personal.get())] {
            if !value.is_empty() {
                query = format!("{query}&{name}={}", encoded(&value));
            }
        }
        match self.after.get() {
            Some(after) => format!("{query}&after={after}"),
            None => query,
        }
    }
}

#[component]
pub(crate) fn WrittenPage(id: PollId) -> impl IntoView {
    let poll = load(id);
    with_poll(poll, |detail| body(&detail))
}

fn body(detail: &PollDetail) -> AnyView {
    let words = &texts().written;
    let title = (words.title)(&dutch(&detail.overview.title));
    let readable = detail.poll.questions.iter().filter(|question| detail.readable_texts.contains(&question.id));
    let questions: Vec<Pick> =
        readable.map(|question| Pick::new(question.id.as_str(), dutch(&question.text))).collect();
    let list = match detail.readable_texts.first() {
        Some(first) => view! { <Answers detail=detail.clone() first=first.clone() questions /> }.into_any(),
        None => view! {
            <Empty title=words.none_title>
                <p>{words.none}</p>
            </Empty>
        }
        .into_any(),
    };
    view! {
        <BackLink page=Page::Poll(detail.overview.id.clone()) words=texts().polls.back_to_poll />
        <Heading title lead=words.lead />
        {list}
    }
    .into_any()
}

#[component]
fn Answers(detail: PollDetail, first: QuestionId, questions: Vec<Pick>) -> impl IntoView {
    let search = Search::start(&first);
    let poll = detail.overview.id.clone();
    let asked = poll.clone();
    let page = Resource::load(move |client: Client| {
        let (poll, question, query) = (asked.clone(), search.question.get(), search.query());
        async move { client.written(&poll, &question, &query).await }
    });
    let act = RwSignal::new(None::<Act>);
    // Another choice begins at the beginning again.
    Effect::new(move |before: Option<()>| {
        search.question.track();
        search.tag.track();
        search.personal.track();
        if before.is_some() {
            search.after.set(None);
            act.set(None);
        }
    });
    let may_quote = detail.overview.status == PollStatus::Closed;
    view! {
        {filters(search, page, questions)}
        {move || match page.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || page.reload() /> }.into_any(),
            Loaded::Here(found) => list(&poll, search, page, act, &found, may_quote),
        }}
    }
    .into_any()
}

fn filters(search: Search, page: Resource<Found>, questions: Vec<Pick>) -> AnyView {
    let words = &texts().written;
    // Only for the names of the fields: nothing is sent.
    let submission = Submission::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        search.after.set(None);
        search.words.set(search.typed.get_untracked());
    };
    let question = (questions.len() > 1).then(|| {
        let groups = vec![SelectGroup::plain(questions)];
        view! { <Select name="question" label=words.question value=search.question submission groups /> }
    });
    let tags = Memo::new(move |_| match page.state.get() {
        Loaded::Here(found) => found.tags,
        Loaded::Waiting | Loaded::Failed(_) => std::collections::BTreeMap::new(),
    });
    let tag = move || {
        let picks = tags.get().into_iter().map(|(tag, count)| Pick::new(tag.clone(), (words.tag_count)(&tag, count)));
        let groups = vec![SelectGroup::plain(picks.collect())];
        view! { <Select name="tag" label=words.tag value=search.tag submission groups empty=words.every_tag /> }
    };
    let personal = [Pick::new("with", words.with), Pick::new("without", words.without)];
    view! {
        <form class="form" role="search" on:submit=submit novalidate=true>
            {question}
            <div class="library-filter">
                <LineField name="search" label=words.search value=search.typed submission kind="search" />
                {tag}
                <Select
                    name="personal"
                    label=words.personal
                    value=search.personal
                    submission
                    groups=vec![SelectGroup::plain(personal.into())]
                    empty=words.either
                />
            </div>
            <div class="actions">
                <Button kind=ButtonKind::Secondary>{words.find}</Button>
            </div>
        </form>
    }
    .into_any()
}

fn list(
    poll: &PollId,
    search: Search,
    page: Resource<Found>,
    act: RwSignal<Option<Act>>,
    found: &Found,
    may_quote: bool,
) -> AnyView {
    let words = &texts().written;
    let withheld = (found.withheld > 0).then(|| {
        view! {
            <Notice tone=Tone::Info>
                <p>{(words.withheld)(found.withheld)}</p>
            </Notice>
        }
    });
    let rows: Vec<_> =
        found.answers.iter().map(|written| row(poll, search, page, act, written.clone(), may_quote)).collect();
    let nothing = rows.is_empty().then(|| view! { <p>{words.nothing_found}</p> });
    let next = found.next.clone().map(|next| {
        let go = move |_| {
            search.after.set(Some(next.clone()));
            focus_soon(ui::HEADING_ID);
        };
        view! {
            <Press kind=ButtonKind::Secondary act=go>
                {words.more}
            </Press>
        }
    });
    let back = search.after.get_untracked().is_some().then(|| {
        view! {
            <Press kind=ButtonKind::Quiet act=move |_| search.after.set(None)>
                {words.from_start}
            </Press>
        }
    });
    view! {
        <p class="work-filter__count" role="status">
            {(words.count)(found.found, found.total.saturating_sub(found.withheld))}
        </p>
        {withheld}
        {nothing}
        <ul class="open-answers">{rows}</ul>
        <div class="actions">{next} {back}</div>
    }
    .into_any()
}

fn row(
    poll: &PollId,
    search: Search,
    page: Resource<Found>,
    act: RwSignal<Option<Act>>,
    written: Written,
    may_quote: bool,
) -> AnyView {
    let words = &texts().written;
    let manages = session().client().me().role.may(Permission::ManagePolls);
    let warning = kinds(&written.findings).map(|kinds| {
        view! { <p class="open-answers__warning">{(words.looks_like)(&kinds)}</p> }
    });
    let tags: Vec<_> = written.tags.iter().map(|tag| view! { <ui::Badge words=tag.clone() /> }).collect();
    let tags = (!tags.is_empty()).then(|| view! { <p class="row">{words.tags_of} {tags}</p> });
    let (poll, text) = (poll.clone(), written.text.clone());
    let acts = manages.then_some({
        move || {
            let id = written.id.clone();
            match act.get() {
                Some(Act::Tags(own)) if own == id => tags_form(&poll, search, page, act, written.clone()),
                Some(Act::Quote(own)) if own == id => quote_form(&poll, act, &written.text),
                _ => buttons(act, &id, may_quote),
            }
        }
    });
    view! {
        <li class="open-answers__answer">
            <PlainText text />
            {warning}
            {tags}
            {acts}
        </li>
    }
    .into_any()
}

fn buttons(act: RwSignal<Option<Act>>, id: &WrittenId, may_quote: bool) -> AnyView {
    let words = &texts().written;
    let (tags, quote) = (id.clone(), id.clone());
    let open_tags = move |_| {
        act.set(Some(Act::Tags(tags.clone())));
        focus_soon(&field_id("tags"));
    };
    let open_quote = move |_| {
        act.set(Some(Act::Quote(quote.clone())));
        focus_soon(&field_id("quote"));
    };
    let quote = may_quote.then(|| {
        view! {
            <button type="button" class="button button--quiet small-button" on:click=open_quote>
                {words.quote}
            </button>
        }
    });
    view! {
        <div class="row">
            <button type="button" class="button button--quiet small-button" on:click=open_tags>
                {words.edit_tags}
            </button>
            {quote}
        </div>
    }
    .into_any()
}

fn tags_form(
    poll: &PollId,
    search: Search,
    page: Resource<Found>,
    act: RwSignal<Option<Act>>,
    written: Written,
) -> AnyView {
    let words = &texts().written;
    let session = session();
    let submission = Submission::new();
    let typed = RwSignal::new(written.tags.iter().cloned().collect::<Vec<_>>().join(", "));
    let poll = poll.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let tags: Vec<String> = typed.get_untracked().split(',').map(str::to_owned).collect();
        let (client, poll, question) = (session.client(), poll.clone(), search.question.get_untracked());
        let id = written.id.clone();
        submission.send(async move { client.tag_written(&poll, &question, &id, tags).await }, move |answer| {
            if answer.is_ok() {
                act.set(None);
                session.navigation.say(words.tags_saved);
                page.reload();
            }
        });
    };
    view! {
        <form class="form" on:submit=submit novalidate=true>
            <Failures submission />
            <LineField name="tags" label=words.tags_field hint=words.tags_hint value=typed submission />
            {form_buttons(act, submission, move || words.save_tags)}
        </form>
    }
    .into_any()
}

fn quote_form(poll: &PollId, act: RwSignal<Option<Act>>, text: &str) -> AnyView {
    let words = &texts().written;
    let session = session();
    let submission = Submission::new();
    let typed = RwSignal::new(text.to_owned());
    let findings = Memo::new(move |_| typed.with(|text| kinds(&find(text))));
    let warning = move || {
        findings.get().map(|kinds| {
            view! {
                <Notice tone=Tone::Warn>
                    <p>{words.quote_warning} " " {(words.looks_like)(&kinds)}</p>
                </Notice>
            }
        })
    };
    let poll = poll.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let quote = typed.get_untracked();
        if !quote.trim().is_empty() {
            let own = session.client().me().partner_id.clone();
            session.drafts.report(&poll, || ReportDraft::new(&own)).quote(&quote);
        }
        act.set(None);
        session.navigation.say(words.quoted);
    };
    let label = move || if findings.with(Option::is_some) { words.quote_anyway } else { words.quote_send };
    view! {
        <form class="form" on:submit=submit novalidate=true>
            <TextField
                name="quote"
                label=words.quote_field
                hint=words.quote_hint
                value=typed
                submission
                max=RESIDENT_TEXT.characters
            />
            <div aria-live="polite">{warning}</div>
            {form_buttons(act, submission, label)}
        </form>
    }
    .into_any()
}

fn form_buttons(
    act: RwSignal<Option<Act>>,
    submission: Submission,
    label: impl Fn() -> &'static str + Send + Sync + 'static,
) -> AnyView {
    view! {
        <div class="actions">
            <BusyButton busy=submission.busy>{label}</BusyButton>
            <Press kind=ButtonKind::Quiet act=move |_| act.set(None)>
                {texts().written.cancel}
            </Press>
        </div>
    }
    .into_any()
}

/// What seems to give somebody away, in words; each once.
fn kinds(findings: &[Finding]) -> Option<String> {
    let mut found: Vec<&'static str> = findings.iter().map(|finding| (texts().written.kind)(finding.kind)).collect();
    found.sort_unstable();
    found.dedup();
    (!found.is_empty()).then(|| found.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_is_a_query_that_says_just_that() {
        Owner::new().with(|| {
            let search = Search::start(&QuestionId::parse("plek").unwrap());
            assert_eq!(search.query(), "search=");
            search.words.set("fiets & één".into());
            search.tag.set("te donker".into());
            search.personal.set("without".into());
            search.after.set(WrittenId::parse("0a").ok());
            assert_eq!(search.query(), "search=fiets%20%26%20%C3%A9%C3%A9n&tag=te%20donker&personal=without&after=0a");
        });
    }

    #[test]
    fn what_seems_personal_is_named_once() {
        assert_eq!(kinds(&find("Meer licht bij de brug.")), None);
        assert_eq!(kinds(&find("Bel 06 12345678 of 06 87654321.")).as_deref(), Some("een telefoonnummer"));
    }
}
