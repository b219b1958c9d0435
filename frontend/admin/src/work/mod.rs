//! The work list.

mod order;
mod overview;
mod pages;
mod search;
mod tasks;

use leptos::prelude::*;
use shared::actor::{Permission, Role};
use shared::ids::PartnerId;
use shared::text::Language;
use shared::time::CivilDate;
use shared::wire::admin::{CaseList, CaseScope, CaseSummary};
use ui::{Badge, Empty, Tone};

pub(crate) use order::Group;
pub(crate) use search::{SearchPage, SoughtCases};

use crate::address::Page;
use crate::api::Client;
use crate::frame::{Heading, Loading, Missing};
use crate::platform::today;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;
use pages::Pages;

/// The lists, in the order of their tabs.
const TABS: [CaseScope; 5] =
    [CaseScope::Mine, CaseScope::Supporting, CaseScope::All, CaseScope::Held, CaseScope::Ended];

/// One of the lists.
#[component]
pub(crate) fn WorkPage(scope: CaseScope) -> impl IntoView {
    let session = session();
    session.list.set(scope);
    let client = session.client();
    // Of everybody's cases those of one organisation can be listed.
    let owner = RwSignal::new(None::<PartnerId>);
    let pages = Pages::load(move |client: Client, after: Option<String>| {
        let owner = owner.get();
        async move { client.cases(scope, owner.as_ref(), after.as_deref()).await }
    });
    let filter = RwSignal::new(String::new());
    let role = client.me().role;
    // What is held waits for the coordinator, whichever list they look at.
    let held = (role.may(Permission::Moderate) && scope != CaseScope::Held)
        .then(|| Resource::load(|client: Client| async move { client.cases(CaseScope::Held, None, None).await }));
    // A late report is the work of whoever makes polls, before any case.
    let late = move || (role.may(Permission::ManagePolls) && scope == CaseScope::Mine).then(crate::polls::late_reports);
    let held_count = move || match held?.state.get() {
        Loaded::Here(CaseList { cases, next }) if !cases.is_empty() => {
            Some((texts().work.many)(cases.len(), next.is_some()))
        }
        _ => None,
    };
    view! {
        <Heading title=(texts().work.title)(scope) />
        {tabs(&Page::Work(scope), role, move || held_count().map(|count| format!(" ({count})")))}
        {late()}
        {(role.may(Permission::SeeCases) && scope == CaseScope::Mine).then(tasks::view)}
        {(role.may(Permission::SeeAllCases) && scope == CaseScope::Mine).then(crate::partners::alarms)}
        {(role.may(Permission::SeeAllCases) && scope == CaseScope::All).then(|| overview::overview(owner))}
        {(role.may(Permission::HandleCases) && scope == CaseScope::Mine).then(crate::case::agreements::tasks)}
        {move || match pages.first.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => {
                view! { <Missing failure again=move || pages.first.reload() /> }.into_any()
            }
            Loaded::Here(CaseList { cases, .. }) if cases.is_empty() => {
                view! {
                    <Empty title=(texts().work.empty_title)(scope)>
                        <p>{(texts().work.empty)(scope)}</p>
                    </Empty>
                }
                .into_any()
            }
            Loaded::Here(_) => view! { <List pages scope filter /> }.into_any(),
        }}
    }
}

/// The lists and the search, with the one that is shown marked.
fn tabs(current: &Page, role: Role, held: impl Fn() -> Option<String> + Clone + Send + 'static) -> AnyView {
    let tabs = TABS.into_iter().map(|scope| (Page::Work(scope), (texts().work.tab)(scope)));
    let tabs: Vec<_> = tabs
        .chain([(Page::Search, texts().search.tab)])
        .filter(|(page, _)| page.is_for(role))
        .map(|(page, name)| {
            let held = held.clone();
            let count = (page == Page::Work(CaseScope::Held)).then_some(held);
            view! {
                <li>
                    <a class="tabs__tab" href=page.path() aria-current=(page == *current).then_some("page")>
                        {name}
                        {count}
                    </a>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <nav class="tabs" aria-label=texts().work.tabs>
            <ul>{tabs}</ul>
        </nav>
    }
    .into_any()
}

/// The cases in their groups, and the filter above them.
#[component]
fn List(pages: Pages, scope: CaseScope, filter: RwSignal<String>) -> impl IntoView {
    let words = &texts().work;
    let client = session().client();
    let shown = move || {
        let typed = filter.get();
        let CaseList { cases, next } = pages.all();
        let (all, more) = (cases.len(), next.is_some());
        let partners = &client.me().partners;
        let found: Vec<CaseSummary> =
            cases.iter().filter(|case| order::matches(case, partners, &typed)).cloned().collect();
        let count =
            if typed.trim().is_empty() { (words.count)(all, more) } else { (words.count_filtered)(found.len(), all) };
        let today = today();
        let groups: Vec<_> = order::groups(&found, scope, &client.me().partner_id, today)
            .into_iter()
            .map(|(group, cases)| {
                let rows: Vec<_> = cases.into_iter().map(|case| row(&client, case, scope, today)).collect();
                let help = (words.group_help)(group).map(|help| view! { <p class="soft">{help}</p> });
                let class = if group == Group::Offered { "work-group work-group--offered" } else { "work-group" };
                let title = if group == Group::Plain { "visually-hidden" } else { "work-group__title" };
                view! {
                    <section class=class>
                        <h2 class=title>{(words.group)(group, rows.len())}</h2>
                        {help}
                        <ol class="work-list">{rows}</ol>
                    </section>
                }
            })
            .collect();
        let nothing = groups.is_empty().then(|| {
            view! {
                <Empty title=words.nothing_found>
                    <button type="button" class="button button--secondary" on:click=move |_| filter_cleared(filter)>
                        {words.clear_filter}
                    </button>
                </Empty>
            }
        });
        view! {
            <p class="work-filter__count" role="status" id=pages::COUNT_ID tabindex="-1">
                {count}
            </p>
            {groups}
            {nothing}
        }
        .into_any()
    };
    view! {
        <div class="work-filter">
            <label class="field__label" for="work-filter">
                {words.filter}
            </label>
            <p class="field__hint" id="work-filter-hint">
                {move || if pages.has_more() { words.filter_hint_more } else { words.filter_hint }}
            </p>
            <input
                class="input"
                type="search"
                id="work-filter"
                aria-describedby="work-filter-hint"
                autocomplete="off"
                prop:value=filter
                on:input:target=move |event| filter.set(event.target().value())
            />
        </div>
        {shown}
        {pages.button()}
    }
}

fn filter_cleared(filter: RwSignal<String>) {
    filter.set(String::new());
    crate::navigation::focus_soon("work-filter");
}

/// One case: when its answer is due, what it is about, how it stands and who has it.
fn row(client: &Client, case: &CaseSummary, scope: CaseScope, today: CivilDate) -> AnyView {
    let words = &texts().work;
    let topic = case.topic.as_ref().map(|topic| topic.in_language(Language::Nl).text);
    let topic = topic.unwrap_or_else(|| words.no_topic.to_owned());
    // In one's own list only what others have is worth naming.
    let owner = (scope != CaseScope::Mine || !client.is_mine(&case.owner)).then(|| {
        view! {
            <p class="work-row__owner">
                <span class="soft">{words.owner} " "</span>
                {client.partner_name(&case.owner)}
            </p>
        }
    });
    let class = if case.overdue { "work-row work-row--overdue" } else { "work-row" };
    view! {
        <li class=class>
            <div class="work-row__promise">{promise(case, scope, today)}</div>
            <div class="work-row__what">
                <h3 class="work-row__title">
                    <a class="work-row__link" href=Page::Case(case.id.clone()).path()>
                        {title(case)}
                    </a>
                </h3>
                <p class="work-row__meta">
                    <span class="work-row__number">{case.number.clone()}</span>
                    <span>{(words.kind)(case.kind)}</span>
                    <span>{topic}</span>
                    <span>
                        <span class="visually-hidden">{words.area}": "</span>
                        {case.area.clone()}
                    </span>
                </p>
            </div>
            <div class="work-row__state">{badges(client, case)}</div>
            {owner}
        </li>
    }
    .into_any()
}

/// What has been erased still needs something to press.
pub(crate) fn title(case: &CaseSummary) -> String {
    if case.title.is_empty() { texts().case.erased.to_owned() } else { case.title.clone() }
}

/// The day of the promise and how far away it is; for what has ended, the day it came in.
fn promise(case: &CaseSummary, scope: CaseScope, today: CivilDate) -> AnyView {
    let (words, days) = (&texts().work, &texts().days);
    let (label, date) = match (scope, case.promise) {
        (CaseScope::Ended, _) => (words.received, case.received_on),
        (_, Some(promise)) => (words.promise, promise),
        (_, None) => return view! { <p class="soft">{words.no_promise}</p> }.into_any(),
    };
    let near = if case.overdue && scope != CaseScope::Ended {
        (words.overdue_by)(date.days_until(today))
    } else {
        days.relative(date, today)
    };
    let near_class = if case.overdue { "work-row__near work-row__near--overdue" } else { "work-row__near" };
    view! {
        <p>
            <span class="visually-hidden">{label}" "</span>
            <time class="work-row__date" datetime=date.to_string()>
                {days.short(date, today)}
            </time>
            <span class=near_class>{near}</span>
        </p>
    }
    .into_any()
}

/// How a case stands, in words.
pub(crate) fn badges(client: &Client, case: &CaseSummary) -> Vec<AnyView> {
    let words = &texts().work;
    let badge = |tone: Tone, text: String| view! { <Badge tone words=text /> }.into_any();
    let mut found = vec![badge(tone_of(case), (words.status)(case.status).to_owned())];
    match &case.offered_to {
        Some(partner) if client.is_mine(partner) => found.push(badge(Tone::Info, words.offered_to_us.to_owned())),
        Some(partner) => found.push(badge(Tone::Neutral, (words.offered_to)(&client.partner_name(partner)))),
        None => {}
    }
    // What others said counts as long as nobody else has been asked.
    if case.returned {
        found.push(badge(Tone::Warn, words.returned.to_owned()));
    } else if case.refusals > 0 && case.offered_to.is_none() {
        found.push(badge(Tone::Warn, words.refused.to_owned()));
    }
    if case.threatened {
        found.push(badge(Tone::Bad, words.threatened.to_owned()));
    }
    if case.held {
        found.push(badge(Tone::Warn, words.held.to_owned()));
    }
    if case.promise.is_some() && client.partner(&case.owner).is_none_or(|owner| !owner.available) {
        found.push(badge(Tone::Bad, words.owner_unreached.to_owned()));
    }
    if case.escalated {
        found.push(badge(Tone::Bad, words.escalated.to_owned()));
    }
    found
}

const fn tone_of(case: &CaseSummary) -> Tone {
    use shared::case::PublicStatus as S;
    match case.status {
        S::Received | S::LookingAgain => Tone::Info,
        S::WithPartner
        | S::InProgress
        | S::Planned
        | S::QuestionForYou
        | S::NotDone
        | S::Withdrawn
        | S::PassedOn
        | S::Merged => Tone::Neutral,
        S::Done => Tone::Good,
    }
}
