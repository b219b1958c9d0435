//! Who does what by when: for everybody, for the one who thought of it, and for who joins in.

use leptos::prelude::*;
use shared::case::{TaskAct, TaskKind, TaskState};
use shared::fault::Fault;
use shared::follow_key::FollowKey;
use shared::ids::IdempotencyKey;
use shared::paths::Page;
use shared::pledge::{PledgePurpose, PledgeState};
use shared::wire::pledges::PledgeView;
use shared::wire::public::InitiativeView;
use shared::wire::tasks::{TaskView, TaskWho};
use ui::{AnyView, Badge, Button, ButtonKind, Choice, Choices, IntoAny, TextField, Tone};

use super::parts::{Form, fault_of, field_id};
use crate::forms::MOVE;
use crate::forms::follow::{FOLLOW_KEY, IDEMPOTENCY_KEY};
use crate::forms::tasks::{
    FITTING, INITIATOR, MOVED_DOER, MOVED_UNTIL, OWNER, TASK_DOER, TASK_ID, TASK_KIND, TASK_TEXT, TASK_UNTIL, Typed,
    kind_name, offer,
};
use crate::state::{Context, FollowedCase, FollowedPledge};

/// On the page of an initiative.
pub(super) fn for_everybody(context: &Context, initiative: &InitiativeView) -> Option<AnyView> {
    let texts = context.texts().tasks();
    let rows: Vec<_> = initiative
        .tasks
        .iter()
        .map(|task| view! { <li>{words(context, task, &who(context, task, &[]))}</li> })
        .collect();
    let view = (!rows.is_empty()).then(|| {
        view! {
            <section class="page__section" aria-labelledby="tasks-title">
                <h2 id="tasks-title">{texts.title}</h2>
                <p class="soft">{texts.lead}</p>
                <ul class="tasks">{rows}</ul>
            </section>
        }
    });
    view.map(IntoAny::into_any)
}

/// What it is, who does it and by when.
fn words(context: &Context, task: &TaskView, who: &str) -> AnyView {
    let texts = context.texts().tasks();
    let named = task.text.is_some();
    let what = task.text.clone().unwrap_or_else(|| (texts.kind)(task.kind).to_owned());
    let kind = (named && task.kind.is_paperwork()).then(|| format!("{} · ", (texts.kind)(task.kind)));
    let (tone, state) = match task.state {
        TaskState::Done => (Tone::Good, Some(texts.done)),
        TaskState::Dropped => (Tone::Neutral, Some(texts.dropped)),
        TaskState::Open if task.overdue => (Tone::Warn, Some(texts.overdue)),
        TaskState::Open => (Tone::Neutral, None),
    };
    view! {
        <p class="tasks__what">{what} {state.map(|state| view! { " " <Badge tone=tone words=state /> })}</p>
        <p class="soft">{kind}{who.to_owned()}", "{(texts.until)(&context.date(task.until))}</p>
    }
    .into_any()
}

/// Who does it. `offers` are those that the reader knows by number.
fn who(context: &Context, task: &TaskView, offers: &[&str]) -> String {
    let texts = context.texts().tasks();
    match &task.who {
        TaskWho::Initiator => texts.initiator.to_owned(),
        TaskWho::Partner { name, .. } => name.clone(),
        TaskWho::Pledger { pledge } => {
            let place = pledge.as_ref().and_then(|id| offers.iter().position(|offer| *offer == id.as_str()));
            place.map_or_else(|| texts.pledger.to_owned(), |place| (texts.helper)(place.saturating_add(1)))
        }
    }
}

fn carried(key: &FollowKey, write_key: &IdempotencyKey, task: Option<&TaskView>) -> Vec<(String, String)> {
    let task = task.map(|task| (TASK_ID.to_owned(), task.id.to_string()));
    [(FOLLOW_KEY.to_owned(), key.as_str().to_owned()), (IDEMPOTENCY_KEY.to_owned(), write_key.to_string())]
        .into_iter()
        .chain(task)
        .collect()
}

/// On the page of the one who thought of it.
pub(super) fn for_initiator(context: &Context, followed: &FollowedCase) -> Option<AnyView> {
    let texts = context.texts().tasks();
    let view = &followed.view;
    if view.tasks.is_empty() && !view.may_add_task {
        return None;
    }
    let rows: Vec<_> =
        view.tasks.iter().zip(1_usize..).map(|(task, number)| row(context, followed, task, number)).collect();
    let list = if rows.is_empty() {
        view! { <p>{texts.none}</p> }.into_any()
    } else {
        view! { <ul class="tasks">{rows}</ul> }.into_any()
    };
    let view = view! {
        <section class="page__section" aria-labelledby="tasks-title">
            <h2 id="tasks-title">{texts.title}</h2>
            <p class="soft">{texts.yours_lead}</p>
            {list}
            {view.may_add_task.then(|| adding(context, followed))}
        </section>
    };
    Some(view.into_any())
}

/// In the order in which the page numbers them. Who asks a question is given no task.
fn offers_to_help(followed: &FollowedCase) -> impl Iterator<Item = &PledgeView> {
    followed.view.pledges.iter().filter(|pledge| pledge.purpose == PledgePurpose::Help)
}

fn row(context: &Context, followed: &FollowedCase, task: &TaskView, number: usize) -> AnyView {
    let texts = context.texts().tasks();
    let offers: Vec<&str> = offers_to_help(followed).map(|pledge| pledge.id.as_str()).collect();
    let who = if task.who == TaskWho::Initiator { texts.you.to_owned() } else { who(context, task, &offers) };
    let may = |act| task.acts.contains(&act);
    let finish = may(TaskAct::Finish)
        .then(|| view! { <Button kind=ButtonKind::Secondary name=MOVE value="task-done">{texts.finish}</Button> });
    let drop = may(TaskAct::Drop)
        .then(|| view! { <Button kind=ButtonKind::Quiet name=MOVE value="task-drop">{texts.drop}</Button> });
    let buttons = (finish.is_some() || drop.is_some()).then(|| {
        view! {
            <Form action=context.url(&Page::Follow) carried=carried(&followed.key, &followed.write_key, Some(task))>
                <div class="actions">{finish} {drop}</div>
            </Form>
        }
    });
    let change = may(TaskAct::Change).then(|| changing(context, followed, task, number));
    view! { <li>{words(context, task, &who)} {buttons} {change}</li> }.into_any()
}

/// Giving it to somebody else, or to another day. The day of a task that an organisation has is not a resident's.
fn changing(context: &Context, followed: &FollowedCase, task: &TaskView, number: usize) -> AnyView {
    let texts = context.texts().tasks();
    let typed = &followed.typed.task;
    let about_this = typed.id == task.id.as_str();
    let faults: &[Fault] = if about_this { &followed.faults } else { &[] };
    let id = |name: &str| if about_this { field_id(name) } else { format!("{}-of-{number}", field_id(name)) };
    let chosen = match (&task.who, about_this) {
        (_, true) => typed.doer.clone(),
        (TaskWho::Initiator, false) => INITIATOR.to_owned(),
        (TaskWho::Pledger { pledge: Some(pledge) }, false) => offer(pledge),
        (TaskWho::Pledger { pledge: None } | TaskWho::Partner { .. }, false) => String::new(),
    };
    let by_partner = matches!(task.who, TaskWho::Partner { .. });
    let until = if about_this { typed.until.clone() } else { task.until.to_string() };
    let day = (!by_partner).then(|| {
        view! {
            <TextField
                id=id(MOVED_UNTIL)
                name=MOVED_UNTIL
                label=texts.day
                hint=texts.day_hint
                nostrip:error=fault_of(context, faults, MOVED_UNTIL)
                value=until
                kind="date"
                short=true
            />
        }
    });
    let paper = task.kind.is_paperwork();
    view! {
        <details class="disclosure" open=!faults.is_empty()>
            <summary>{texts.change}</summary>
            <Form action=context.url(&Page::Follow) carried=carried(&followed.key, &followed.write_key, Some(task))>
                <Choices
                    id=id(MOVED_DOER)
                    name=MOVED_DOER
                    legend=texts.who
                    nostrip:error=fault_of(context, faults, MOVED_DOER)
                    choices=doers(context, followed, &chosen, paper).into_iter().map(Into::into).collect()
                />
                {day}
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name=MOVE value="task-change">{texts.change_send}</Button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}

/// Who can be asked: the initiator, those in touch, and for paper the organisation that has the case.
fn doers(context: &Context, followed: &FollowedCase, chosen: &str, with_owner: bool) -> Vec<Choice> {
    let texts = context.texts().tasks();
    let in_touch = offers_to_help(followed).zip(1_usize..).filter(|(pledge, _)| pledge.state == PledgeState::InTouch);
    let offers = in_touch.map(|(pledge, number)| {
        let value = offer(&pledge.id);
        let is_chosen = chosen == value;
        Choice::new(value, (texts.helper)(number), is_chosen)
    });
    let owner = with_owner.then(|| Choice::new(OWNER, (texts.by_owner)(&followed.view.owner), chosen == OWNER));
    [Choice::new(INITIATOR, texts.you, chosen == INITIATOR)].into_iter().chain(offers).chain(owner).collect()
}

fn adding(context: &Context, followed: &FollowedCase) -> AnyView {
    let texts = context.texts().tasks();
    let empty = Typed::default();
    let (typed, faults): (&Typed, &[Fault]) =
        if followed.typed.task.id.is_empty() { (&followed.typed.task, &followed.faults) } else { (&empty, &[]) };
    let open = faults.iter().any(|fault| [TASK_TEXT, TASK_KIND, TASK_DOER, TASK_UNTIL].contains(&fault.field.as_str()));
    let kinds = TaskKind::ALL.into_iter().map(|kind| {
        let name = kind_name(kind);
        Choice::new(name, (texts.kind)(kind), typed.kind == name).into()
    });
    let owner = &followed.view.owner;
    let fits = typed.doer.is_empty() || typed.doer == FITTING;
    let fitting =
        Choice { help: Some((texts.fitting_help)(owner).into()), ..Choice::new(FITTING, texts.fitting, fits) };
    let who = [fitting].into_iter().chain(doers(context, followed, &typed.doer, true)).map(Into::into).collect();
    view! {
        <details class="disclosure" open=open>
            <summary>{texts.add}</summary>
            <Form action=context.url(&Page::Follow) carried=carried(&followed.key, &followed.write_key, None)>
                <TextField
                    id=field_id(TASK_TEXT)
                    name=TASK_TEXT
                    label=texts.what
                    hint=texts.what_hint
                    nostrip:error=fault_of(context, faults, TASK_TEXT)
                    value=typed.text.clone()
                    autocomplete="off"
                />
                <Choices
                    id=field_id(TASK_KIND)
                    name=TASK_KIND
                    legend=texts.which
                    nostrip:error=fault_of(context, faults, TASK_KIND)
                    choices=kinds.collect()
                />
                <Choices
                    id=field_id(TASK_DOER)
                    name=TASK_DOER
                    legend=texts.who
                    hint=(texts.who_hint)(owner)
                    nostrip:error=fault_of(context, faults, TASK_DOER)
                    choices=who
                />
                <TextField
                    id=field_id(TASK_UNTIL)
                    name=TASK_UNTIL
                    label=texts.day
                    hint=texts.day_hint
                    nostrip:error=fault_of(context, faults, TASK_UNTIL)
                    value=typed.until.clone()
                    kind="date"
                    short=true
                />
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name=MOVE value="task-add">{texts.send}</Button>
                </div>
            </Form>
        </details>
    }
    .into_any()
}

/// On the page of somebody who joins in.
pub(super) fn for_pledger(context: &Context, page: &FollowedPledge) -> Option<AnyView> {
    let texts = context.texts().tasks();
    let row = |task: &TaskView| {
        let may = |act| task.acts.contains(&act);
        let buttons = may(TaskAct::Finish).then(|| {
            view! {
                <Form action=context.url(&Page::Follow) carried=carried(&page.key, &page.write_key, Some(task))>
                    <p class="soft">{texts.give_back_hint}</p>
                    <div class="actions">
                        <Button kind=ButtonKind::Secondary name=MOVE value="task-done">{texts.finish}</Button>
                        <Button kind=ButtonKind::Quiet name=MOVE value="task-back">{texts.give_back}</Button>
                    </div>
                </Form>
            }
        });
        view! { <li>{words(context, task, texts.you)} {buttons}</li> }
    };
    let rows: Vec<_> = page.view.tasks.iter().map(row).collect();
    let view = (!rows.is_empty()).then(|| {
        view! {
            <section class="page__section" aria-labelledby="tasks-title">
                <h2 id="tasks-title">{texts.yours}</h2>
                <ul class="tasks">{rows}</ul>
            </section>
        }
    });
    view.map(IntoAny::into_any)
}
