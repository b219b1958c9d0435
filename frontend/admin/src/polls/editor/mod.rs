//! The editor of a poll that is not open yet.

mod block;
mod condition;
mod draft;
mod options;
mod question;
mod question_draft;

use leptos::prelude::*;
use shared::area::{Area, AreaKind};
use shared::ids::PollId;
use shared::poll::{Background, PollStatus};
use shared::text::OFFICIAL_TEXT;
use shared::wire::admin::{PollDetail, PollSaveRequest};
use ui::{BusyButton, ButtonKind, LinkButton, Notice, Tone};

pub(super) use draft::Both;
pub(crate) use draft::PollDraft;
use draft::{INFLUENCES, LANGUAGES, VISIBILITIES, influence_value, visible_value};
pub(crate) use question_draft::Kind;

use super::{load, not_now, with_poll};
use crate::address::Page;
use crate::form::{
    CheckBox, Failures, LineField, Overtaken, OvertakenWords, Pick, Radios, Select, Submission, TextField, field_id,
};
use crate::frame::{BackLink, Heading};
use crate::intake::topic_groups;
use crate::platform::new_poll_id;
use crate::session::session;
use crate::texts::texts;

#[component]
pub(crate) fn NewPollPage() -> impl IntoView {
    let drafts = session().drafts;
    let draft = drafts.new_poll.get_untracked().unwrap_or_else(|| {
        let draft = drafts.keep(|| PollDraft::new(new_poll_id()));
        drafts.new_poll.set(Some(draft));
        draft
    });
    view! {
        <BackLink page=Page::Polls words=texts().polls.back_to_list />
        <Heading title=texts().editor.new_title lead=texts().editor.lead />
        <Editor draft back=Page::Polls />
    }
    .into_any()
}

#[component]
pub(crate) fn EditPollPage(id: PollId) -> impl IntoView {
    let poll = load(id);
    with_poll(poll, move |detail| edit(&detail))
}

fn edit(detail: &PollDetail) -> AnyView {
    let words = &texts().editor;
    let id = &detail.overview.id;
    let planned = detail.overview.status == PollStatus::Planned;
    if !planned && detail.overview.status != PollStatus::Draft {
        return not_now(id, words.frozen_title, words.frozen);
    }
    let drafts = session().drafts;
    let draft = drafts.poll(id, || PollDraft::of(&detail.poll, detail.version));
    let page = Page::Poll(id.clone());
    view! {
        <BackLink page=page.clone() words=texts().polls.back_to_poll />
        <Heading title=words.edit_title lead=words.lead />
        {planned.then(|| view! { <Notice tone=Tone::Info><p>{words.planned}</p></Notice> })}
        <Editor draft back=page planned />
    }
    .into_any()
}

/// A text in Dutch and, beside it, in English.
#[component]
pub(super) fn BothField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    value: Both,
    submission: Submission,
    #[prop(optional, into)] hint: String,
    /// More than one line.
    #[prop(optional)]
    long: bool,
    /// May be left out in both languages.
    #[prop(optional)]
    optional: bool,
    /// The question it belongs to, for the summary of faults.
    #[prop(optional, into)]
    within: Option<String>,
) -> impl IntoView {
    let words = &texts().editor;
    let (dutch, english) = ((words.dutch)(&label), (words.english)(&label));
    let called = |label: &str| within.as_ref().map_or_else(|| label.to_owned(), |within| format!("{within}, {label}"));
    let (dutch_called, english_called) = (called(&dutch), called(&english));
    let (dutch_name, english_name) = (format!("{name}.nl"), format!("{name}.en"));
    let max = OFFICIAL_TEXT.characters;
    if long {
        view! {
            <div class="side-by-side">
                <TextField name=dutch_name called=dutch_called label=dutch value=value.nl submission max hint=hint.clone() rows=4 optional />
                <TextField name=english_name called=english_called label=english value=value.en submission max hint rows=4 optional=true lang="en" />
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="side-by-side">
                <LineField name=dutch_name called=dutch_called label=dutch value=value.nl submission hint=hint.clone() optional />
                <LineField name=english_name called=english_called label=english value=value.en submission hint optional=true lang="en" />
            </div>
        }
        .into_any()
    }
}

#[component]
fn Editor(
    draft: PollDraft,
    back: Page,
    /// Opens by itself as it is saved here.
    #[prop(optional)]
    planned: bool,
) -> impl IntoView {
    let (words, polls) = (&texts().editor, &texts().polls);
    let session = session();
    let client = session.client();
    let me = client.me();
    let submission = Submission::new();
    // By the number of the version that somebody else saved meanwhile.
    let overtaken = Overtaken::<(PollId, u64)>::new("poll");
    let save = move || {
        let client = session.client();
        let poll = match draft.read(&client.me().topics, &client.me().areas) {
            Ok(poll) => poll,
            Err(faults) => {
                submission.refuse(faults);
                return;
            }
        };
        let id = poll.id.clone();
        let request = PollSaveRequest { version: draft.version.get_untracked(), poll };
        let saved = id.clone();
        submission.send(
            async move {
                let answer = client.save_poll(&request).await;
                match answer {
                    // What the other version is has to be known before one of the two can be chosen.
                    Err(failure) if failure.is_conflict() && request.version > 0 => {
                        let theirs = client.poll(&request.poll.id).await?.version;
                        Ok(Some(theirs))
                    }
                    answer => answer.map(|_| None),
                }
            },
            move |answer| match answer {
                Ok(None) => {
                    draft.touched.set(false);
                    session.drafts.new_poll.set(None);
                    session.drafts.forget_poll(&saved);
                    let said = if planned { words.saved_planned } else { words.saved };
                    session.navigation.say_on(&Page::Poll(saved), said);
                }
                Ok(Some(theirs)) => {
                    overtaken.by((saved, theirs));
                }
                Err(_) => {}
            },
        );
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        overtaken.forget();
        save();
    };
    let conflict = overtaken.view(
        OvertakenWords { title: words.conflict_title, keep_mine: words.keep_mine, take_theirs: words.take_theirs },
        |_| words.conflict.to_owned(),
        move |(_, theirs)| {
            draft.version.set(theirs);
            save();
        },
        move |(id, _)| {
            draft.touched.set(false);
            session.drafts.forget_poll(&id);
            session.navigation.go(&Page::Poll(id));
        },
    );
    let influences = INFLUENCES
        .into_iter()
        .map(|influence| {
            Pick::with_help(influence_value(influence), (polls.influence)(influence), (polls.influence_help)(influence))
        })
        .collect();
    let visibilities =
        VISIBILITIES.into_iter().map(|visible| Pick::new(visible_value(visible), (polls.visible)(visible))).collect();
    let send = if planned { words.save_planned } else { words.save };
    let label = move || if submission.busy.get() { texts().form.busy } else { send };
    view! {
        <form
            class="form editor"
            on:submit=submit
            novalidate=true
            on:input=move |_| draft.touched.set(true)
            on:change=move |_| draft.touched.set(true)
        >
            {conflict}
            <Failures submission />
            <section class="form" aria-labelledby="about-title">
                <h2 id="about-title">{words.about}</h2>
                <BothField name="title" label=words.title value=draft.title submission />
                <BothField name="intro" label=words.intro hint=words.intro_hint value=draft.intro submission long=true />
                <Radios
                    name="influence"
                    legend=words.influence
                    hint=words.influence_hint
                    value=draft.influence
                    submission
                    picks=influences
                />
                <Select
                    name="topicId"
                    label=words.topic
                    value=draft.topic
                    submission
                    groups=topic_groups(&me.topics)
                    empty=words.no_topic
                />
                {areas_view(draft)}
                <Radios
                    name="languages"
                    legend=words.languages
                    value=draft.languages
                    submission
                    picks=LANGUAGES.iter().map(|value| Pick::new(*value, (words.language)(value))).collect()
                />
                <CheckBox
                    name="asksArea"
                    label=words.asks_area
                    help=words.asks_area_help
                    value=draft.asks_area
                />
                <Radios
                    name="resultsVisible"
                    legend=words.visible
                    hint=words.visible_hint
                    value=draft.visible
                    submission
                    picks=visibilities
                />
                <CheckBox
                    name="officialsWait"
                    label=words.officials_wait
                    help=words.officials_wait_help
                    value=draft.officials_wait
                />
            </section>
            {question::list(draft, submission)}
            {backgrounds_view(draft)}
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
                <LinkButton kind=ButtonKind::Quiet href=back.path()>
                    {texts().form.cancel}
                </LinkButton>
            </div>
        </form>
    }
    .into_any()
}

/// What can be asked of the respondents themselves.
fn backgrounds_view(draft: PollDraft) -> AnyView {
    let words = &texts().editor;
    let boxes: Vec<_> = Background::ALL
        .into_iter()
        .zip(draft.backgrounds.get_value())
        .map(|(background, value)| {
            view! { <CheckBox name=background.id() label=(words.background)(background) value /> }
        })
        .collect();
    view! {
        <fieldset class="field" aria-describedby="backgrounds-hint">
            <legend class="field__legend field__label">{words.backgrounds}</legend>
            <p class="field__hint" id="backgrounds-hint">
                {words.backgrounds_hint}
            </p>
            {boxes}
        </fieldset>
    }
    .into_any()
}

/// The areas a poll is about; wijken with their buurten under them.
fn areas_view(draft: PollDraft) -> AnyView {
    let words = &texts().editor;
    let client = session().client();
    let areas = &client.me().areas;
    let groups: Vec<_> = areas
        .iter()
        .filter(|area| area.parent_id.is_none())
        .map(|top| {
            let boxes: Vec<_> = with_all_below(areas, top).into_iter().map(|area| area_box(draft, area)).collect();
            view! { <div class="area-group">{boxes}</div> }
        })
        .collect();
    view! {
        <fieldset class="field" id=field_id("areaIds") aria-describedby="areas-hint">
            <legend class="field__legend field__label">{words.areas}</legend>
            <p class="field__hint" id="areas-hint">
                {words.areas_hint}
            </p>
            <div class="area-choices">{groups}</div>
        </fieldset>
    }
    .into_any()
}

fn area_box(draft: PollDraft, area: &Area) -> AnyView {
    let class = match area.kind {
        AreaKind::Wijk => "area-choice",
        AreaKind::Buurt => "area-choice area-choice--buurt",
        AreaKind::Complex => "area-choice area-choice--complex",
    };
    let (own, changed) = (area.id.clone(), area.id.clone());
    let change = move |chosen: bool| {
        draft.areas.update(|areas| {
            if chosen {
                areas.insert(changed.clone());
            } else {
                areas.remove(&changed);
            }
        });
    };
    view! {
        <label class=class>
            <input
                type="checkbox"
                prop:checked=move || draft.areas.with(|areas| areas.contains(&own))
                on:change:target=move |event| change(event.target().checked())
            />
            {area.name.clone()}
        </label>
    }
    .into_any()
}

/// An area and what lies under it, each with what is under it right behind it. Areas that lie under each other in a
/// loop have no top and are never reached from one.
fn with_all_below<'a>(areas: &'a [Area], top: &'a Area) -> Vec<&'a Area> {
    let below = areas.iter().filter(|area| area.parent_id.as_ref() == Some(&top.id));
    [top].into_iter().chain(below.flat_map(|area| with_all_below(areas, area))).collect()
}
