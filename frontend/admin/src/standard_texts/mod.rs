//! Ready texts for how a case ends: the administrator's page, and picking one while a case is concluded.

mod draft;
mod form;
mod pick;

use leptos::prelude::*;
use shared::ids::StandardTextId;
use shared::standard_text::{Ending, StandardText};
use shared::text::Language;
use shared::wire::standard_texts::StandardTextList;
use ui::{Badge, BusyButton, ButtonKind, Empty, PlainText, Press, Tone};

pub(crate) use draft::TextDraft;
use draft::Writing;
pub(crate) use pick::picker;

use crate::api::Client;
use crate::form::{Failures, Overtaken, Submission};
use crate::frame::{Heading, Loading, Missing};
use crate::intake::topic_name;
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

const FORM_TITLE: &str = "standard-text-title";
const ASK_ID: &str = "remove-title";

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Writes {
    list: Resource<StandardTextList>,
    draft: TextDraft,
    saving: Submission,
    removing: Submission,
    /// The text that is asked about before it is taken away.
    asked: RwSignal<Option<StandardTextId>>,
    /// Another text was chosen while this one is not saved.
    unfinished: RwSignal<bool>,
    /// By the text as somebody else saved it; none when they took it away.
    overtaken: Overtaken<Option<StandardText>>,
}

impl Writes {
    fn begin(&self, text: Option<&StandardText>) {
        if self.draft.begin(text) {
            self.saving.forget();
            self.overtaken.forget();
        } else {
            self.unfinished.set(true);
        }
        focus_soon(FORM_TITLE);
    }

    /// Takes one away; what is typed for another stays.
    fn remove(self, id: StandardTextId, version: u64) {
        let session = session();
        let client = session.client();
        let removed = id.clone();
        self.removing.send(async move { client.remove_standard_text(&id, version).await }, move |answer| {
            self.asked.set(None);
            match answer {
                Ok(_) => {
                    if self.draft.is_of(&removed) {
                        self.draft.close();
                    }
                    session.navigation.say(texts().standard.removed);
                    self.list.reload();
                }
                // Why not stands above the list; the list shows what is there now.
                Err(failure) if failure.is_conflict() || failure.is_missing() => self.list.reload(),
                Err(_) => {}
            }
        });
    }
}

#[component]
pub(crate) fn StandardTextsPage() -> impl IntoView {
    let words = &texts().standard;
    let list = Resource::load(|client: Client| async move { client.standard_texts().await });
    let writes = Writes {
        list,
        draft: session().drafts.standard_text,
        saving: Submission::new(),
        removing: Submission::new(),
        asked: RwSignal::new(None),
        unfinished: RwSignal::new(false),
        overtaken: Overtaken::new("standard-text"),
    };
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match list.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || list.reload() /> }.into_any(),
            Loaded::Here(shown) => whole(&shown, &writes),
        }}
    }
}

fn whole(shown: &StandardTextList, writes: &Writes) -> AnyView {
    let writes = *writes;
    let words = &texts().standard;
    // Drawn anew when another text is written, and not with every letter.
    let writing = Memo::new(move |_| writes.draft.writing.get());
    let form = move || match writing.get() {
        Writing::Nothing => view! {
            <div class="actions">
                <Press act=move |_| writes.begin(None)>
                    {words.add}
                </Press>
            </div>
        }
        .into_any(),
        Writing::New | Writing::Change(..) => form::view(&writes),
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
            let rows: Vec<_> = shown
                .texts
                .iter()
                .filter(|text| text.content.ending == ending)
                .map(|text| row(text.clone(), &writes))
                .collect();
            (!rows.is_empty()).then(|| group(ending, rows))
        })
        .collect();
    view! {
        {form}
        <Failures submission=writes.removing />
        {empty}
        {groups}
    }
    .into_any()
}

fn group(ending: Ending, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section class="work-group">
            <h2 class="work-group__title">{(texts().standard.ending)(ending)}</h2>
            <ul class="work-list">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(text: StandardText, writes: &Writes) -> AnyView {
    let writes = *writes;
    let words = &texts().standard;
    let topics = session().client().me().topics.clone();
    let topic = text.content.topic_id.as_ref().map(|id| topic_name(&topics, id));
    let language = (text.content.language != Language::Nl)
        .then(|| view! { <Badge tone=Tone::Neutral words=(texts().frame.language)(text.content.language) /> });
    let (title, lang) = (text.content.title.clone(), text.content.language.tag());
    let called = title.clone();
    let (changed, asked) = (text.clone(), text.id.clone());
    let ask = move |_| {
        writes.removing.forget();
        writes.asked.set(Some(asked.clone()));
        focus_soon(ASK_ID);
    };
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
                    <Press kind=ButtonKind::Secondary act=move |_| writes.begin(Some(&changed))>
                        {words.change}
                        <span class="visually-hidden">{title}</span>
                    </Press>
                    <Press kind=ButtonKind::Quiet act=ask>
                        {words.remove}
                        <span class="visually-hidden">{called}</span>
                    </Press>
                </div>
                {asks(&text, &writes)}
                <div lang=lang>
                    <PlainText text=text.content.words />
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// What is taken away does not come back, so the first press only asks.
fn asks(text: &StandardText, writes: &Writes) -> impl Fn() -> Option<AnyView> + use<> {
    let writes = *writes;
    let words = &texts().standard;
    let (id, version, title) = (text.id.clone(), text.version, text.content.title.clone());
    move || {
        let asked = writes.asked.with(|asked| asked.as_ref() == Some(&id));
        let remove_id = id.clone();
        let remove = move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            writes.remove(remove_id.clone(), version);
        };
        asked.then(|| {
            view! {
                <form class="panel" aria-labelledby=ASK_ID on:submit=remove>
                    <h4 id=ASK_ID tabindex="-1">
                        {(words.ask_remove)(&title)}
                    </h4>
                    <p>{words.ask_remove_help}</p>
                    <div class="actions">
                        <BusyButton kind=ButtonKind::Danger busy=writes.removing.busy>
                            {words.yes_remove}
                        </BusyButton>
                        <Press kind=ButtonKind::Quiet act=move |_| writes.asked.set(None)>
                            {texts().form.cancel}
                        </Press>
                    </div>
                </form>
            }
            .into_any()
        })
    }
}
