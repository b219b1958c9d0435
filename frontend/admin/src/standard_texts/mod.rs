//! Ready texts for how a case ends: the administrator's page, and picking one while a case is concluded.

mod pick;

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::{StandardTextId, TopicId};
use shared::standard_text::{Ending, StandardText};
use shared::text::{LINE, Language, OFFICIAL_TEXT};
use shared::wire::standard_texts::{StandardTextList, StandardTextRequest};
use ui::{Badge, BusyButton, Button, ButtonKind, Empty, PlainText, Tone};

pub(crate) use pick::picker;

use crate::api::Client;
use crate::form::{Failures, LineField, Pick, Select, SelectGroup, Submission, TextField};
use crate::frame::{Heading, Loading, Missing};
use crate::intake::{topic_groups, topic_name};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, Session, session};
use crate::texts::texts;

const FORM_TITLE: &str = "standard-text-title";

/// What is being written: nothing, a new one, or a change.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Writing {
    Nothing,
    New,
    Change(Box<StandardText>),
}

#[derive(Clone, Copy)]
struct Draft {
    writing: RwSignal<Writing>,
    title: RwSignal<String>,
    ending: RwSignal<String>,
    topic: RwSignal<String>,
    language: RwSignal<String>,
    words: RwSignal<String>,
}

impl Draft {
    fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            writing: RwSignal::new(Writing::Nothing),
            title: empty(),
            ending: empty(),
            topic: empty(),
            language: RwSignal::new(Language::Nl.tag().to_owned()),
            words: empty(),
        }
    }

    fn begin(&self, text: Option<StandardText>) {
        let content = text.as_ref().map(|text| text.content.clone());
        let of = |read: fn(&shared::standard_text::StandardTextContent) -> String| {
            content.as_ref().map(read).unwrap_or_default()
        };
        self.title.set(of(|content| content.title.clone()));
        self.ending.set(of(|content| content.ending.word().to_owned()));
        self.topic.set(of(|content| content.topic_id.as_ref().map(ToString::to_string).unwrap_or_default()));
        self.words.set(of(|content| content.words.clone()));
        let language = content.as_ref().map_or(Language::Nl, |content| content.language);
        self.language.set(language.tag().to_owned());
        self.writing.set(text.map_or(Writing::New, |text| Writing::Change(Box::new(text))));
        focus_soon(FORM_TITLE);
    }

    fn request(&self, version: u64) -> Result<StandardTextRequest, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut read = |field: &str, limit: shared::text::Limit, value: RwSignal<String>| {
            let read = value.with_untracked(|text| limit.read_required(text));
            read.map_err(|code| faults.push(Fault::new(field, code))).unwrap_or_default()
        };
        let (title, words) = (read("title", LINE, self.title), read("words", OFFICIAL_TEXT, self.words));
        let ending = self.ending.with_untracked(|word| Ending::from_word(word));
        if ending.is_none() {
            faults.push(Fault::new("ending", FaultCode::ChoiceRequired));
        }
        let language =
            self.language.with_untracked(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag));
        let language = language.unwrap_or(Language::Nl);
        match ending {
            Some(ending) if faults.is_empty() => Ok(StandardTextRequest {
                version,
                title,
                ending,
                topic_id: self.topic.with_untracked(|id| TopicId::parse(id).ok()),
                language,
                words,
            }),
            _ => Err(faults),
        }
    }
}

#[component]
pub(crate) fn StandardTextsPage() -> impl IntoView {
    let words = &texts().standard;
    let list = Resource::load(|client: Client| async move { client.standard_texts().await });
    let (draft, submission) = (Draft::new(), Submission::new());
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match list.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || list.reload() /> }.into_any(),
            Loaded::Here(shown) => whole(shown, list, draft, submission),
        }}
    }
}

fn whole(shown: StandardTextList, list: Resource<StandardTextList>, draft: Draft, submission: Submission) -> AnyView {
    let words = &texts().standard;
    let form = move || (draft.writing.get() != Writing::Nothing).then(|| form(list, draft, submission));
    let add = move || {
        (draft.writing.get() == Writing::Nothing).then(|| {
            view! {
                <Button behaviour="button" on:click=move |_| draft.begin(None)>
                    {words.add}
                </Button>
            }
        })
    };
    let empty = shown.texts.is_empty().then(|| {
        view! {
            <Empty title=words.empty_title>
                <p>{words.empty}</p>
            </Empty>
        }
    });
    let groups: Vec<_> = Ending::ALL
        .into_iter()
        .filter_map(|ending| {
            let texts: Vec<StandardText> =
                shown.texts.iter().filter(|text| text.content.ending == ending).cloned().collect();
            (!texts.is_empty()).then(|| group(ending, texts, list, draft, submission))
        })
        .collect();
    view! {
        {add}
        {form}
        {empty}
        {groups}
    }
    .into_any()
}

fn group(
    ending: Ending,
    rows: Vec<StandardText>,
    list: Resource<StandardTextList>,
    draft: Draft,
    submission: Submission,
) -> AnyView {
    let words = &texts().standard;
    let rows: Vec<_> = rows.into_iter().map(|text| row(text, list, draft, submission)).collect();
    view! {
        <section class="work-group">
            <h2 class="work-group__title">{(words.ending)(ending)}</h2>
            <ul class="work-list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(text: StandardText, list: Resource<StandardTextList>, draft: Draft, submission: Submission) -> AnyView {
    let words = &texts().standard;
    let session = session();
    let topics = session.client().me().topics.clone();
    let topic = text.content.topic_id.as_ref().map(|id| topic_name(&topics, id));
    let language = (text.content.language != Language::Nl)
        .then(|| view! { <Badge tone=Tone::Neutral words=(texts().frame.language)(text.content.language) /> });
    let (title, lang) = (text.content.title.clone(), text.content.language.tag());
    let (id, version) = (text.id.clone(), text.version);
    let remove = move |_| {
        let (client, id) = (session.client(), id.clone());
        submission.send(async move { client.remove_standard_text(&id, version).await }, move |answer| {
            after(&session, answer.map(|_| words.removed), list, draft);
        });
    };
    let called = title.clone();
    let changed = text.clone();
    view! {
        <li>
            <div class="message-row">
                <div>
                    <h3 class="work-row__title">{title.clone()}</h3>
                    <p class="work-row__meta">
                        <span>{topic.unwrap_or_else(|| words.every_topic.to_owned())}</span>
                    </p>
                </div>
                <div class="work-row__state">
                    {language}
                    <Button
                        kind=ButtonKind::Secondary
                        behaviour="button"
                        on:click=move |_| draft.begin(Some(changed.clone()))
                    >
                        {words.change}
                        <span class="visually-hidden">{title}</span>
                    </Button>
                    <Button kind=ButtonKind::Quiet behaviour="button" on:click=remove>
                        {words.remove}
                        <span class="visually-hidden">{called}</span>
                    </Button>
                </div>
                <div lang=lang>
                    <PlainText text=text.content.words />
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// After saving or removing: says so, or shows what others did meanwhile.
fn after(
    session: &Session,
    answer: Result<&'static str, crate::api::Failure>,
    list: Resource<StandardTextList>,
    draft: Draft,
) {
    match answer {
        Ok(said) => {
            draft.writing.set(Writing::Nothing);
            session.navigation.say(said);
            list.reload();
        }
        // What was typed stays; the list shows what is there now.
        Err(failure) if failure.is_conflict() || failure.is_missing() => list.reload(),
        Err(_) => {}
    }
}

fn form(list: Resource<StandardTextList>, draft: Draft, submission: Submission) -> AnyView {
    let words = &texts().standard;
    let session = session();
    let change = move || match draft.writing.get_untracked() {
        Writing::Change(text) => Some((text.id, text.version)),
        Writing::New | Writing::Nothing => None,
    };
    let title = if change().is_some() { words.change_title } else { words.add };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let change: Option<(StandardTextId, u64)> = change();
        let version = change.as_ref().map_or(0, |(_, version)| *version);
        match draft.request(version) {
            Err(faults) => submission.refuse(faults),
            Ok(request) => {
                let client = session.client();
                let id = change.map(|(id, _)| id);
                let saved = async move { client.save_standard_text(id.as_ref(), &request).await };
                submission.send(saved, move |answer| {
                    after(&session, answer.map(|_| words.saved), list, draft);
                });
            }
        }
    };
    let endings = Ending::ALL.into_iter().map(|ending| Pick::new(ending.word(), (words.ending)(ending))).collect();
    let languages = Language::ALL
        .into_iter()
        .map(|language| Pick::new(language.tag(), (texts().frame.language)(language)))
        .collect();
    let max = OFFICIAL_TEXT.characters;
    view! {
        <form class="form card" on:submit=submit novalidate=true aria-labelledby=FORM_TITLE>
            <h2 id=FORM_TITLE tabindex="-1">
                {title}
            </h2>
            <Failures submission />
            <LineField name="title" label=words.name value=draft.title submission hint=words.name_hint />
            <Select
                name="ending"
                label=words.for_ending
                value=draft.ending
                submission
                groups=vec![SelectGroup { label: None, picks: endings }]
            />
            <Select
                name="topicId"
                label=words.for_topic
                value=draft.topic
                submission
                groups=topic_groups(&session.client().me().topics)
                empty=words.every_topic
                optional=true
            />
            <Select
                name="language"
                label=words.language
                value=draft.language
                submission
                groups=vec![SelectGroup { label: None, picks: languages }]
            />
            <TextField name="words" label=words.words value=draft.words submission max hint=words.words_hint rows=8 />
            <div class="actions">
                <BusyButton busy=submission.busy>{words.save}</BusyButton>
                <Button
                    kind=ButtonKind::Quiet
                    behaviour="button"
                    on:click=move |_| {
                        submission.forget();
                        draft.writing.set(Writing::Nothing);
                    }
                >
                    {texts().form.cancel}
                </Button>
            </div>
        </form>
    }
    .into_any()
}
