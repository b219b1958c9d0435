//! Tasks above the cases: what the own organisation has to do, and what residents are late with.

use leptos::prelude::*;
use shared::wire::tasks::{TaskLine, TaskList};
use ui::{Badge, Tone};

use crate::address::Page;
use crate::api::Client;
use crate::session::{Loaded, Resource};
use crate::texts::texts;

/// Nothing while there is none; a list that could not be loaded is no reason to hide the cases.
pub(super) fn view() -> AnyView {
    let tasks = Resource::load(|client: Client| async move { client.tasks().await });
    let shown = move || match tasks.state.get() {
        Loaded::Here(TaskList { tasks }) if !tasks.is_empty() => Some(list(&tasks)),
        _ => None,
    };
    view! { {shown} }.into_any()
}

fn list(tasks: &[TaskLine]) -> AnyView {
    let words = &texts().tasks;
    let rows: Vec<_> = tasks.iter().map(|task| view! { <li>{row(task)}</li> }).collect();
    view! {
        <section class="card" aria-labelledby="tasks-title">
            <h2 id="tasks-title">{words.list_title}</h2>
            <p class="soft">{words.list_hint}</p>
            <ul class="tasks">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(task: &TaskLine) -> AnyView {
    let words = &texts().tasks;
    let day = texts().days.full(task.until);
    let when = if task.overdue {
        view! { <Badge tone=Tone::Bad words=(words.list_overdue)(&day) /> }.into_any()
    } else {
        view! { <span class="soft">{(words.list_until)(&day)}</span> }.into_any()
    };
    let by = (!task.ours).then(|| view! { <span class="soft">" · "{words.list_resident}</span> });
    let title = task.text.clone().unwrap_or_else(|| texts().case.erased.to_owned());
    view! {
        <p class="tasks__what">
            <a href=Page::Case(task.case_id.clone()).path()>{title}</a>
        </p>
        <p>{when} " " <span class="soft">{task.number.clone()}" · "{task.title.clone()}</span> {by}</p>
    }
    .into_any()
}
