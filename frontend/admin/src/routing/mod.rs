//! The rules that send ideas on: the set in force, changing it, and its earlier versions.

mod draft;
mod editor;
mod rule;
mod trial;
mod words;

use leptos::prelude::*;
use shared::actor::Permission;
use shared::routing::{Finding, Rule};
use shared::wire::routing::{RuleSetSummary, RuleSetView};
use ui::{ButtonKind, Notice, Press, Tone};

pub(crate) use draft::{KINDS, RulesDraft};
pub(crate) use words::fallback as why_unavailable;

use crate::address::Page;
use crate::api::Client;
use crate::frame::{BackLink, Heading, Loading, Missing, NotFoundPage};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

#[component]
pub(crate) fn RulesPage() -> impl IntoView {
    let words = &texts().routing;
    let set = Resource::load(|client: Client| async move { client.rules().await });
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match set.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || set.reload() /> }.into_any(),
            Loaded::Here(shown) => in_force(&shown, set),
        }}
    }
}

fn in_force(shown: &RuleSetView, set: Resource<RuleSetView>) -> AnyView {
    let words = &texts().routing;
    let session = session();
    let keeps = session.client().me().role.may(Permission::Administer);
    let rules = if keeps {
        let drafts = session.drafts;
        let kept = drafts.rules.get_untracked().filter(RulesDraft::holds_text);
        let draft = kept.unwrap_or_else(|| {
            let draft = drafts.keep(|| RulesDraft::of(&shown.rules, shown.set.version));
            drafts.rules.set(Some(draft));
            draft
        });
        view! { <editor::Editor draft set /> }.into_any()
    } else {
        view! {
            <p class="soft">{words.read_only}</p>
            {sentences(&shown.rules)}
        }
        .into_any()
    };
    view! {
        <p class="soft">{saved(&shown.set)}</p>
        {findings(&shown.rules, &shown.findings)}
        {rules}
        {history(shown)}
    }
    .into_any()
}

/// An earlier version, to read and to take over.
#[component]
pub(crate) fn RuleSetPage(version: u32) -> impl IntoView {
    let words = &texts().routing;
    let set = Resource::load(move |client: Client| async move { client.rules_of_version(version).await });
    let shown = move || match set.state.get() {
        Loaded::Waiting => view! { <Loading /> }.into_any(),
        Loaded::Failed(failure) if failure.is_missing() => view! { <NotFoundPage /> }.into_any(),
        Loaded::Failed(failure) => view! { <Missing failure again=move || set.reload() /> }.into_any(),
        Loaded::Here(shown) => view! {
            <Heading title=(words.version)(version) lead=words.old_lead />
            <p class="soft">{saved(&shown.set)}</p>
            {findings(&shown.rules, &shown.findings)}
            {sentences(&shown.rules)}
            {take_over(shown)}
        }
        .into_any(),
    };
    view! {
        <BackLink page=Page::Rules words=words.back />
        {shown}
    }
}

fn take_over(shown: RuleSetView) -> Option<AnyView> {
    let words = &texts().routing;
    let session = session();
    let version = shown.set.version;
    let may = session.client().me().role.may(Permission::Administer) && version != shown.in_force;
    let take = move |_| {
        let draft = session.drafts.keep(|| RulesDraft::of(&shown.rules, shown.in_force));
        draft.taken_from.set(Some(version));
        draft.touched.set(true);
        session.drafts.rules.set(Some(draft));
        session.navigation.say_on(&Page::Rules, &(words.taking_over)(version));
    };
    may.then(|| {
        view! {
            <div class="actions">
                <Press kind=ButtonKind::Secondary act=take>
                    {words.take_over}
                </Press>
            </div>
        }
        .into_any()
    })
}

/// Who saved a set, and when.
fn saved(set: &RuleSetSummary) -> String {
    let words = &texts().routing;
    let moment = texts().days.moment(set.saved_at);
    let saved = (words.saved_by)(set.version, &moment, set.author.as_deref());
    set.taken_from.map_or_else(|| saved.clone(), |from| format!("{saved} {}", (words.taken_from)(from)))
}

/// What somebody has to look at; nothing when all is well.
fn findings(rules: &[Rule], found: &[Finding]) -> Option<AnyView> {
    let client = session().client();
    let lines: Vec<_> =
        found.iter().map(|finding| view! { <li>{words::finding(&client, rules, finding)}</li> }).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warn title=texts().routing.findings_title>
                <ul>{lines}</ul>
            </Notice>
        }
        .into_any()
    })
}

/// The rules to read.
fn sentences(rules: &[Rule]) -> AnyView {
    let words = &texts().routing;
    let client = session().client();
    let me = client.me();
    let last = rules.len().saturating_sub(1);
    let lines: Vec<_> = rules
        .iter()
        .enumerate()
        .map(|(place, rule)| {
            let name = if place == last { words.rest.to_owned() } else { (words.rule)(place.saturating_add(1)) };
            let when = (place != last).then(|| words::conditions(rule, &me.topics, &me.areas));
            view! {
                <li class="rule">
                    <h3 class="rule__name">{name}</h3>
                    {when.map(|when| view! { <p>{when}</p> })}
                    <p class="rule__to">{words::destination(&client, &rule.lead, &rule.supporting, rule.answer_days)}</p>
                </li>
            }
        })
        .collect();
    view! {
        <h2>{words.rules_title}</h2>
        <ol class="rules">{lines}</ol>
    }
    .into_any()
}

fn history(shown: &RuleSetView) -> AnyView {
    let words = &texts().routing;
    let lines: Vec<_> = shown
        .history
        .iter()
        .map(|set| {
            let current = set.version == shown.in_force;
            let name = (words.version)(set.version);
            let name = if current {
                view! { <strong>{name} " – " {words.in_force}</strong> }.into_any()
            } else {
                view! { <a href=Page::RuleSet(set.version).path()>{name}</a> }.into_any()
            };
            let by = set.author.clone().unwrap_or_else(|| words.by_file.to_owned());
            let from = set.taken_from.map(|from| format!(" · {}", (words.taken_from)(from)));
            view! {
                <li>
                    {name}
                    <span class="soft">" · " {texts().days.moment(set.saved_at)} " · " {by} {from}</span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="rule-history" aria-labelledby="history-title">
            <h2 id="history-title">{words.history_title}</h2>
            <p class="soft">{words.history}</p>
            <ul>{lines}</ul>
        </section>
    }
    .into_any()
}
