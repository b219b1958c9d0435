//! The library: choosing a ready poll, looking at it, and taking it over as a draft or its questions into one.

use leptos::prelude::*;
use shared::area::NetworkLevel;
use shared::fault::{Fault, FaultCode};
use shared::ids::{PollId, TemplateId};
use shared::poll::PollStatus;
use shared::poll::library::{Shape, Template, TemplateSummary, Theme};
use shared::wire::admin::{PollList, PollOverview, PollSaveRequest, TemplateList};
use ui::{BusyButton, ButtonKind, Empty, LinkButton, Press};

use super::{PollDraft, dutch, outline};
use crate::address::Page;
use crate::api::Client;
use crate::form::{Failures, Pick, Select, SelectGroup, Submission};
use crate::frame::{BackLink, Heading, Loading, Missing};
use crate::platform::new_poll_id;
use crate::session::{Loaded, Resource, Session, session};
use crate::texts::texts;

/// What is looked for. It lives as long as the session, so that looking at one template and going back does not
/// lose it.
#[derive(Clone, Copy)]
pub(crate) struct LibraryFilter {
    theme: RwSignal<String>,
    level: RwSignal<String>,
    shape: RwSignal<String>,
    /// The poll in whose editor somebody asked for questions; empty for the new one.
    adding_to: RwSignal<Option<String>>,
}

impl LibraryFilter {
    pub(crate) fn start() -> Self {
        Self {
            theme: RwSignal::new(String::new()),
            level: RwSignal::new(String::new()),
            shape: RwSignal::new(String::new()),
            adding_to: RwSignal::new(None),
        }
    }

    /// Questions are looked for, for the poll in the editor: an id, or `None` for a new poll.
    pub(crate) fn look_for_questions(self, poll: Option<&PollId>) {
        self.adding_to.set(Some(poll.map(ToString::to_string).unwrap_or_default()));
    }

    fn clear(self) {
        for filter in [self.theme, self.level, self.shape] {
            filter.set(String::new());
        }
    }

    fn lets_through(self, template: &TemplateSummary) -> bool {
        let fits = |filter: RwSignal<String>, own: &[&str]| {
            filter.with(|value| value.is_empty() || own.contains(&value.as_str()))
        };
        let levels: Vec<&str> = template.levels.iter().map(|level| level_value(*level)).collect();
        // Each is read, so that the list follows each.
        let (theme, level, shape) = (
            fits(self.theme, &[theme_value(template.theme).as_str()]),
            fits(self.level, &levels),
            fits(self.shape, &[shape_value(template.shape)]),
        );
        theme && level && shape
    }
}

const LEVELS: [NetworkLevel; 3] = [NetworkLevel::LooseSand, NetworkLevel::BeginningNetwork, NetworkLevel::Group];
const SHAPES: [Shape; 3] = [Shape::Poll, Shape::Block, Shape::Scan];

const fn level_value(level: NetworkLevel) -> &'static str {
    match level {
        NetworkLevel::LooseSand => "looseSand",
        NetworkLevel::BeginningNetwork => "beginningNetwork",
        NetworkLevel::Group => "group",
    }
}

const fn shape_value(shape: Shape) -> &'static str {
    match shape {
        Shape::Poll => "poll",
        Shape::Block => "block",
        Shape::Scan => "scan",
    }
}

/// Its place in the list of all themes.
fn theme_value(theme: Theme) -> String {
    Theme::ALL.iter().position(|own| *own == theme).unwrap_or_default().to_string()
}

#[component]
pub(crate) fn LibraryPage() -> impl IntoView {
    let words = &texts().library;
    let templates = Resource::load(|client: Client| async move { client.templates().await });
    view! {
        <BackLink page=Page::Polls words=texts().polls.back_to_list />
        <Heading title=words.title lead=words.lead />
        {move || match templates.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || templates.reload() /> }.into_any(),
            Loaded::Here(TemplateList { templates }) => library(templates),
        }}
    }
    .into_any()
}

fn library(templates: Vec<TemplateSummary>) -> AnyView {
    let words = &texts().library;
    let filter = session().library;
    // Only for the names of the fields: nothing is sent.
    let submission = Submission::new();
    let plain = |picks: Vec<Pick>| vec![SelectGroup::plain(picks)];
    let themes = Theme::ALL.into_iter().map(|theme| Pick::new(theme_value(theme), (words.name_of_theme)(theme)));
    let levels = LEVELS.into_iter().map(|level| Pick::new(level_value(level), (words.name_of_level)(level)));
    let shapes = SHAPES.into_iter().map(|shape| Pick::new(shape_value(shape), (words.name_of_shape)(shape)));
    let found = Memo::new(move |_| {
        templates.iter().filter(|template| filter.lets_through(template)).cloned().collect::<Vec<_>>()
    });
    let list = move || {
        let found = found.get();
        if found.is_empty() {
            view! {
                <Empty title=words.none>
                    <p>{words.none_hint}</p>
                    <Press kind=ButtonKind::Secondary act=move |_| filter.clear()>
                        {words.all_again}
                    </Press>
                </Empty>
            }
            .into_any()
        } else {
            let rows: Vec<_> = found.iter().map(row).collect();
            view! { <ul class="work-list">{rows}</ul> }.into_any()
        }
    };
    view! {
        <div class="library-filter" role="search">
            <Select
                name="theme"
                label=words.theme
                value=filter.theme
                submission
                groups=plain(themes.collect())
                empty=words.every_theme
            />
            <Select
                name="level"
                label=words.level
                value=filter.level
                submission
                groups=plain(levels.collect())
                empty=words.every_level
            />
            <Select
                name="shape"
                label=words.shape
                value=filter.shape
                submission
                groups=plain(shapes.collect())
                empty=words.every_shape
            />
        </div>
        <p class="work-filter__count" role="status">
            {move || (words.found)(found.with(Vec::len))}
        </p>
        {list}
    }
    .into_any()
}

fn row(template: &TemplateSummary) -> AnyView {
    let words = &texts().library;
    view! {
        <li class="poll-row">
            <div class="poll-row__what">
                <h2 class="work-row__title">
                    <a class="work-row__link" href=Page::Template(template.id.clone()).path()>
                        {dutch(&template.title)}
                    </a>
                </h2>
                <p class="work-row__meta">{facts(template)}</p>
                <p class="soft">{dutch(&template.advice)}</p>
            </div>
            <div class="work-row__state">
                <ui::Badge words=(words.name_of_shape)(template.shape) />
            </div>
        </li>
    }
    .into_any()
}

/// Theme, number of questions and levels.
fn facts(template: &TemplateSummary) -> Vec<AnyView> {
    let words = &texts().library;
    let levels = if template.levels.len() == LEVELS.len() {
        words.every_level.to_owned()
    } else {
        template.levels.iter().map(|level| (words.name_of_level)(*level)).collect::<Vec<_>>().join(", ")
    };
    let facts = [(words.name_of_theme)(template.theme).to_owned(), (words.questions)(template.questions), levels];
    facts.into_iter().map(|fact| view! { <span>{fact}</span> }.into_any()).collect()
}

#[component]
pub(crate) fn TemplatePage(id: TemplateId) -> impl IntoView {
    let words = &texts().library;
    let template = Resource::load(move |client: Client| {
        let id = id.clone();
        async move { client.template(&id).await }
    });
    view! {
        <BackLink page=Page::Library words=words.back />
        {move || match template.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) if failure.is_missing() => {
                view! {
                    <Heading title=words.missing_title />
                    <Empty title=words.missing>
                        <LinkButton href=Page::Library.path()>{words.back}</LinkButton>
                    </Empty>
                }
                .into_any()
            }
            Loaded::Failed(failure) => view! { <Missing failure again=move || template.reload() /> }.into_any(),
            Loaded::Here(template) => body(template),
        }}
    }
    .into_any()
}

fn body(template: Template) -> AnyView {
    let words = &texts().library;
    let summary = template.summary();
    let preview = PollId::parse(summary.id.as_str()).map(|id| outline::view(&template.clone().into_poll(id))).ok();
    let adding = (template.shape == Shape::Block || session().library.adding_to.get_untracked().is_some())
        .then(|| view! { <AddToDraft template=template.clone() /> });
    view! {
        <Heading title=dutch(&summary.title) above=(words.name_of_shape)(summary.shape) />
        <p class="work-row__meta">{facts(&summary)}</p>
        <section class="panel" aria-labelledby="advice-title">
            <h2 id="advice-title">{words.advice}</h2>
            <p>{dutch(&summary.advice)}</p>
        </section>
        {adding}
        <UseAsPoll template />
        <section class="stack" aria-labelledby="preview-title">
            <h2 id="preview-title">{words.preview}</h2>
            <p class="soft">{words.preview_help}</p>
            {preview}
        </section>
    }
    .into_any()
}

/// Makes a draft of it at once, so that it is there whatever happens in the editor.
#[component]
fn UseAsPoll(template: Template) -> impl IntoView {
    let words = &texts().library;
    let session = session();
    let submission = Submission::new();
    // One id for every press: a second one finds the first draft and not another beside it.
    let id = new_poll_id();
    let label = if template.shape == Shape::Block { words.use_block } else { words.use_poll };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (client, page) = (session.client(), Page::EditPoll(id.clone()));
        let request = PollSaveRequest { version: 0, poll: template.clone().into_poll(id.clone()) };
        submission.send(async move { client.save_poll(&request).await }, move |answer| match answer {
            Ok(_) => session.navigation.say_on(&page, words.used),
            // It is there already: the answer to an earlier press was lost.
            Err(failure) if failure.is_conflict() => session.navigation.go(&page),
            Err(_) => {}
        });
    };
    view! {
        <form class="form" on:submit=submit novalidate=true aria-labelledby="use-title">
            <h2 class="visually-hidden" id="use-title">
                {words.use_title}
            </h2>
            <Failures submission />
            <p>{words.use_help}</p>
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}

/// The value of the poll that is being made and was not saved yet.
const NEW: &str = "nieuw";

/// Puts the questions in a draft that is open in the editor, or opens one with them. Nothing is saved yet, so what was
/// typed there and not saved stays as it is.
#[component]
fn AddToDraft(template: Template) -> impl IntoView {
    let words = &texts().library;
    let polls = Resource::load(|client: Client| async move { client.polls().await });
    view! {
        <section class="form" aria-labelledby="add-title">
            <h2 id="add-title">{words.add_title}</h2>
            {move || match polls.state.get() {
                Loaded::Waiting => view! { <Loading /> }.into_any(),
                Loaded::Failed(failure) => view! { <Missing failure again=move || polls.reload() /> }.into_any(),
                Loaded::Here(PollList { polls }) => add_form(&polls, template.clone()),
            }}
        </section>
    }
    .into_any()
}

fn add_form(polls: &[PollOverview], template: Template) -> AnyView {
    let words = &texts().library;
    let session = session();
    let is_new = session.drafts.new_poll.with_untracked(Option::is_some);
    let picks: Vec<Pick> = is_new
        .then(|| Pick::new(NEW, words.the_new_poll))
        .into_iter()
        .chain(
            polls
                .iter()
                .filter(|poll| poll.status == PollStatus::Draft)
                .map(|poll| Pick::new(poll.id.as_str(), dutch(&poll.title))),
        )
        .collect();
    if picks.is_empty() {
        return view! { <p class="soft">{words.no_drafts}</p> }.into_any();
    }
    // The one whose editor sent us here; else the only one there is.
    let asked = session.library.adding_to.get_untracked().map(|id| if id.is_empty() { NEW.to_owned() } else { id });
    let chosen = asked.filter(|id| picks.iter().any(|pick| &pick.value == id));
    let only = (picks.len() == 1).then(|| picks.first().map(|pick| pick.value.clone())).flatten();
    let target = RwSignal::new(chosen.or(only).unwrap_or_default());
    let submission = Submission::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let template = template.clone();
        let value = target.get_untracked();
        if value == NEW {
            if let Some(draft) = session.drafts.new_poll.get_untracked() {
                add(&session, draft, template, &Page::NewPoll);
            }
            return;
        }
        let Ok(id) = PollId::parse(&value) else {
            submission.refuse(vec![Fault::new("target", FaultCode::ChoiceRequired)]);
            return;
        };
        let client = session.client();
        let asked = id.clone();
        submission.send(async move { client.poll(&asked).await }, move |answer| {
            if let Ok(detail) = answer {
                let draft = session.drafts.poll(&id, || PollDraft::of(&detail.poll, detail.version));
                add(&session, draft, template, &Page::EditPoll(id));
            }
        });
    };
    view! {
        <form class="form" on:submit=submit novalidate=true aria-labelledby="add-title">
            <Failures submission />
            <Select
                name="target"
                label=words.add_to
                hint=words.add_to_hint
                value=target
                submission
                groups=vec![SelectGroup::plain(picks)]
            />
            <div class="actions">
                <BusyButton busy=submission.busy>{words.add}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}

/// The session comes along: after an answer from the server there is no page to ask for it.
fn add(session: &Session, draft: PollDraft, template: Template, page: &Page) {
    session.drafts.keep(|| draft.add_block(template));
    session.library.adding_to.set(None);
    session.navigation.say_on(page, texts().library.added);
}

#[cfg(test)]
mod tests {
    use shared::text::Localized;

    use super::*;

    #[test]
    fn the_list_is_narrowed_by_theme_level_and_shape_together() {
        Owner::new().with(|| {
            let template = TemplateSummary {
                id: TemplateId::parse("t").unwrap(),
                shape: Shape::Block,
                theme: Theme::Lighting,
                levels: vec![NetworkLevel::BeginningNetwork, NetworkLevel::Group],
                advice: Localized::dutch("Advies"),
                title: Localized::dutch("Titel"),
                questions: 2,
            };
            let filter = LibraryFilter::start();
            assert!(filter.lets_through(&template));
            filter.theme.set(theme_value(Theme::Lighting));
            filter.level.set(level_value(NetworkLevel::Group).to_owned());
            filter.shape.set(shape_value(Shape::Block).to_owned());
            assert!(filter.lets_through(&template));
            for (part, other) in [
                (filter.theme, theme_value(Theme::Cameras)),
                (filter.level, level_value(NetworkLevel::LooseSand).to_owned()),
                (filter.shape, shape_value(Shape::Poll).to_owned()),
            ] {
                let own = part.get_untracked();
                part.set(other);
                assert!(!filter.lets_through(&template));
                part.set(own);
            }
            filter.clear();
            assert!(filter.lets_through(&template));
        });
    }

    #[test]
    fn every_theme_has_a_value_of_its_own() {
        let values: std::collections::BTreeSet<String> = Theme::ALL.into_iter().map(theme_value).collect();
        assert_eq!(values.len(), Theme::ALL.len());
    }
}
