//! The page of one case: what the resident wrote, what may be done, what happened, and the facts beside it.

mod action;
pub(crate) mod agreements;
mod choosing;
mod command;
mod ending;
mod facts;
mod helping;
mod moderating;
mod police;
mod preview;
mod tasks;
mod timeline;
mod translating;

use leptos::prelude::*;
use shared::ids::CaseId;
use shared::text::Language;
use shared::wire::admin::{CaseAction, CaseDetail, CaseScope};
use ui::{Empty, LinkButton, Notice, PlainText, Tone};

pub(crate) use command::CaseDraft;

use crate::address::Page;
use crate::api::Client;
use crate::form::Submission;
use crate::frame::{BackLink, Heading, Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct OpenCase {
    detail: Resource<CaseDetail>,
    draft: CaseDraft,
    /// What was just done, to say so.
    done: RwSignal<Option<CaseAction>>,
    /// Somebody else was first: how many entries the timeline had before. Entries from there on are new.
    overtaken: RwSignal<Option<usize>>,
    /// Belongs to the page and not to a form: a form is drawn anew with every new state of the case, and an answer
    /// that is under way then must still find its place.
    sending: Submission,
    /// The same for the panel of an offer, whose form stands open beside the others.
    replying: Submission,
}

/// The ids of the two messages that can take the focus.
const DONE_ID: &str = "done";
const OVERTAKEN_ID: &str = "overtaken";

impl OpenCase {
    /// The submission of an action's form; `asked` when the case was offered to this official's own organisation.
    const fn submission(&self, action: CaseAction, asked: bool) -> Submission {
        if asked && matches!(action, CaseAction::ReplyToHandover) { self.replying } else { self.sending }
    }

    /// After something was done: says so and shows the new state.
    fn finish(&self, action: CaseAction, detail: CaseDetail) {
        self.draft.clear(action);
        self.overtaken.set(None);
        self.done.set(Some(action));
        self.detail.state.set(Loaded::Here(detail));
        focus_soon(DONE_ID);
    }

    /// After a conflict: shows the new state, with what was typed still there.
    fn overtake(&self, entries: usize) {
        self.done.set(None);
        self.overtaken.set(Some(entries));
        self.detail.reload();
        focus_soon(OVERTAKEN_ID);
    }
}

#[component]
pub(crate) fn CasePage(id: CaseId) -> impl IntoView {
    let session = session();
    let open = OpenCase {
        draft: session.drafts.case(&id),
        detail: Resource::load(move |client: Client| {
            let id = id.clone();
            async move { client.case(&id).await }
        }),
        done: RwSignal::new(None),
        overtaken: RwSignal::new(None),
        sending: Submission::new(),
        replying: Submission::new(),
    };
    let words = &texts().case;
    let done = move || {
        open.done.get().map(|action| {
            view! {
                <Notice tone=Tone::Good announce="status">
                    <p id=DONE_ID tabindex="-1">
                        {(words.done)(action)}
                    </p>
                </Notice>
            }
        })
    };
    let overtaken = move || {
        open.overtaken.get().map(|_| {
            view! {
                <Notice tone=Tone::Warn announce="alert">
                    <h2 id=OVERTAKEN_ID tabindex="-1">
                        {words.changed_title}
                    </h2>
                    <p>{words.changed}</p>
                </Notice>
            }
        })
    };
    view! {
        <BackLink page=Page::Work(session.list.get_untracked()) words=words.back_to_list />
        {done}
        {overtaken}
        {move || match open.detail.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) if failure.is_missing() => {
                view! {
                    <Heading title=words.missing_title />
                    <Empty title=words.missing>
                        <LinkButton href=Page::Work(CaseScope::Mine).path()>{words.back_to_list}</LinkButton>
                    </Empty>
                }
                .into_any()
            }
            Loaded::Failed(failure) => {
                view! { <Missing failure again=move || open.detail.reload() /> }.into_any()
            }
            Loaded::Here(detail) => body(&open, &detail),
        }}
    }
}

fn body(open: &OpenCase, detail: &CaseDetail) -> AnyView {
    let words = &texts().case;
    let client = session().client();
    let badges = crate::work::badges(&client, &detail.summary);
    let held = detail.summary.held.then(|| {
        view! {
            <Notice tone=Tone::Warn title=words.held_title.to_owned()>
                <p>{words.held}</p>
            </Notice>
        }
    });
    let threatened = detail.summary.threatened.then(|| {
        view! {
            <Notice tone=Tone::Bad title=words.threat_title.to_owned()>
                <p>{words.threat}</p>
            </Notice>
        }
    });
    let asked_again = detail.asked_again.clone().map(|reason| {
        let until = detail.summary.promise.map(|day| (words.asked_again_until)(&texts().days.full(day)));
        view! {
            <Notice tone=Tone::Warn title=words.asked_again_title.to_owned()>
                <p>{words.asked_again}</p>
                <PlainText text=reason />
                <p>{until}</p>
            </Notice>
        }
    });
    view! {
        <Heading title=crate::work::title(&detail.summary) above=(words.number)(&detail.summary.number) />
        <div class="row case__badges">{badges}</div>
        <div class="case">
            <div class="case__main">
                {ending::connections(detail)}
                {threatened}
                {held}
                {asked_again}
                {agreements::notices(detail)}
                {action::asked(open, detail)}
                {police::view(&client, open, detail)}
                {written(detail)}
                {agreements::view(detail)}
                {choosing::view(open, detail)}
                {tasks::view(open, detail)}
                {timeline::view(&client, detail, open.overtaken)}
            </div>
            <aside class="case__facts" aria-labelledby="facts-title">
                {facts::view(&client, detail)}
            </aside>
        </div>
    }
    .into_any()
}

/// What the resident wrote, in their own words and language.
fn written(detail: &CaseDetail) -> AnyView {
    let words = &texts().case;
    let lang = detail.language.tag();
    let other_language = (detail.language != Language::Nl).then(|| {
        let name = (texts().frame.language)(detail.language);
        view! { <p class="soft">{(words.written_in)(name)}</p> }
    });
    let translation = detail.translation.as_ref();
    let beside = |text: Option<&String>| translation.and_then(|one| translating::beside(one.language, text));
    let part = |label: &'static str, text: &Option<String>, translated: Option<&String>| {
        text.clone().map(|text| {
            view! {
                <div class="written-part">
                    <h3>{label}</h3>
                    <div lang=lang>
                        <PlainText text />
                    </div>
                    {beside(translated)}
                </div>
            }
        })
    };
    let what = if detail.what.is_empty() {
        view! { <p class="soft">{words.erased}</p> }.into_any()
    } else {
        view! {
            <div lang=lang>
                <PlainText text=detail.what.clone() />
            </div>
            {beside(translation.and_then(|one| one.what.as_ref()))}
        }
        .into_any()
    };
    let originals = (!detail.originals.is_empty()).then(|| {
        let texts: Vec<_> = detail.originals.iter().map(|text| view! { <PlainText text=text.clone() /> }).collect();
        view! {
            <details class="disclosure">
                <summary>{words.original_title}</summary>
                <p class="soft">{words.original}</p>
                <div lang=lang>{texts}</div>
            </details>
        }
    });
    view! {
        <section class="card written-card" aria-labelledby="written-title">
            <h2 id="written-title">{words.written_title}</h2>
            {other_language}
            {what}
            {part(words.why, &detail.why, translation.and_then(|one| one.why.as_ref()))}
            {part(words.we_do, &detail.we_do, translation.and_then(|one| one.we_do.as_ref()))}
            {part(words.we_need, &detail.we_need, translation.and_then(|one| one.we_need.as_ref()))}
            {originals}
        </section>
    }
    .into_any()
}
