//! Who does what by when: the list, what can be done with each, and the form for a new one.

use leptos::prelude::*;
use shared::case::{TaskAct, TaskDoer, TaskKind, TaskState};
use shared::fault::FaultCode;
use shared::ids::PartnerId;
use shared::text::LINE;
use shared::time::CivilDate;
use shared::wire::admin::{CaseAction, CaseDetail};
use shared::wire::tasks::{CaseTask, TaskMove, TaskMoveRequest, TaskRequest, TaskRole};
use ui::{Badge, Tone};

use super::OpenCase;
use super::command::Faults;
use super::helping::{required_day, sent};
use crate::api::{CaseCommand, Client};
use crate::form::{DateField, Failures, LineField, Pick, Select, SelectGroup, Submission};
use crate::platform::today;
use crate::session::session;
use crate::texts::texts;

/// The values of the field that says who; empty for whoever fits.
const INITIATOR: &str = "initiator";
const OWNER: &str = "owner";

/// What was typed and not sent yet.
#[derive(Clone, Copy)]
pub(crate) struct TaskDraft {
    text: RwSignal<String>,
    kind: RwSignal<String>,
    doer: RwSignal<String>,
    until: RwSignal<String>,
}

impl TaskDraft {
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { text: empty(), kind: empty(), doer: empty(), until: empty() }
    }

    pub(super) fn all(&self) -> Vec<RwSignal<String>> {
        vec![self.text, self.kind, self.doer, self.until]
    }

    pub(super) fn command(&self, version: u64, faults: &mut Faults, today: CivilDate) -> Option<CaseCommand> {
        let text = self.text.with_untracked(|text| LINE.read_required(text));
        let text = text.map_err(|code| faults.add("text", code)).ok();
        let kind = self.kind.with_untracked(|typed| TaskKind::ALL.into_iter().find(|kind| name(*kind) == typed));
        if kind.is_none() {
            faults.add("kind", FaultCode::ChoiceRequired);
        }
        let doer = self.doer.with_untracked(|typed| doer(typed));
        let until = required_day(faults, "until", self.until, today);
        sent("tasks", &TaskRequest { version, kind: kind?, text: text?, until: until?, doer })
    }
}

const fn name(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Work => "work",
        TaskKind::Permit => "permit",
        TaskKind::Insurance => "insurance",
        TaskKind::Subsidy => "subsidy",
        TaskKind::Consent => "consent",
        TaskKind::Paperwork => "paperwork",
    }
}

fn doer(typed: &str) -> Option<TaskDoer> {
    match typed {
        INITIATOR => Some(TaskDoer::Initiator),
        OWNER => Some(TaskDoer::Owner),
        partner => PartnerId::parse(partner).ok().map(|partner| TaskDoer::Partner { partner }),
    }
}

/// Who a task can be given to: what the rules let this official's organisation decide.
fn doers(client: &Client, detail: &CaseDetail) -> Vec<Pick> {
    let words = &texts().tasks;
    let helpers = detail.supporting.iter().filter(|id| owns(client, detail) || client.is_mine(id));
    let helpers = helpers.map(|id| Pick::new(id.as_str(), client.partner_name(id)));
    let own = owns(client, detail)
        .then(|| [Pick::new(OWNER, client.partner_name(&detail.summary.owner)), Pick::new(INITIATOR, words.initiator)]);
    own.into_iter().flatten().chain(helpers).collect()
}

/// Whether the official speaks for the owner, and not for a partner that helps.
fn owns(client: &Client, detail: &CaseDetail) -> bool {
    let helps = detail.supporting.iter().any(|id| client.is_mine(id));
    client.is_mine(&detail.summary.owner) || !helps
}

/// The fields of a new task.
pub(super) fn fields(client: &Client, draft: TaskDraft, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().tasks;
    let kinds = TaskKind::ALL.into_iter().map(|kind| Pick::new(name(kind), (words.kind)(kind))).collect();
    let kinds = vec![SelectGroup::plain(kinds)];
    let who = vec![SelectGroup::plain(doers(client, detail))];
    view! {
        <LineField name="text" label=words.what hint=words.what_hint value=draft.text submission />
        <Select name="kind" label=words.which value=draft.kind submission groups=kinds />
        <Select name="doer" label=words.who hint=words.who_hint value=draft.doer submission groups=who optional=true />
        <DateField name="until" label=words.day hint=words.day_hint value=draft.until submission />
    }
    .into_any()
}

/// The list; nothing where there is none.
pub(super) fn view(open: &OpenCase, detail: &CaseDetail) -> Option<AnyView> {
    let words = &texts().tasks;
    let client = session().client();
    if detail.tasks.is_empty() {
        return None;
    }
    let submission = Submission::new();
    let rows: Vec<_> = detail
        .tasks
        .iter()
        .zip(1_usize..)
        .map(|(task, number)| view! { <li>{row(open, &client, detail, task, (number, submission))}</li> })
        .collect();
    let view = view! {
        <section class="card" aria-labelledby="tasks-title">
            <h2 id="tasks-title">{words.title}</h2>
            <Failures submission />
            <ul class="tasks">{rows}</ul>
        </section>
    };
    Some(view.into_any())
}

fn row(
    open: &OpenCase,
    client: &Client,
    detail: &CaseDetail,
    task: &CaseTask,
    (number, submission): (usize, Submission),
) -> AnyView {
    let words = &texts().tasks;
    let what = task.text.clone().unwrap_or_else(|| (words.kind)(task.kind).to_owned());
    let (tone, state) = match task.state {
        TaskState::Done => (Tone::Good, Some(words.done)),
        TaskState::Dropped => (Tone::Neutral, Some(words.dropped)),
        TaskState::Open if task.overdue => (Tone::Bad, Some(words.overdue)),
        TaskState::Open => (Tone::Neutral, None),
    };
    let meta = (words.meta)((words.kind)(task.kind), &who(client, detail, &task.who), &texts().days.full(task.until));
    let withheld = (detail.public && task.text.is_some() && !task.words_public)
        .then(|| view! { <p class="soft">{words.withheld}</p> });
    let button = |act: TaskAct, what: TaskMove, label: &'static str| {
        task.acts.contains(&act).then(|| {
            let press = move_of(open, detail, task, submission);
            view! {
                <button type="button" class="button button--secondary" aria-describedby=format!("task-{number}")
                    on:click=move |_| press(what.clone())>{label}</button>
            }
        })
    };
    let buttons = view! {
        {button(TaskAct::Finish, TaskMove::Finish, words.finish)}
        {button(TaskAct::Drop, TaskMove::Drop, words.drop)}
    };
    let change = task.acts.contains(&TaskAct::Change).then(|| changing(open, client, detail, task, number));
    view! {
        <p class="tasks__what" id=format!("task-{number}")>
            {what} {state.map(|state| view! { " " <Badge tone words=state /> })}
        </p>
        <p class="soft">{meta}</p>
        {withheld}
        <div class="row no-print">{buttons}</div>
        {change}
    }
    .into_any()
}

/// Sends what becomes of a task.
fn move_of(
    open: &OpenCase,
    detail: &CaseDetail,
    task: &CaseTask,
    submission: Submission,
) -> impl Fn(TaskMove) + Clone + use<> {
    let open = *open;
    let (case, version, entries) = (detail.summary.id.clone(), detail.version, detail.timeline.len());
    let tail = format!("tasks/{}", task.id);
    move |what| {
        let Some(command) = sent(&tail, &TaskMoveRequest { version, what }) else { return };
        let (client, case) = (session().client(), case.clone());
        submission.send(async move { client.handle(&case, &command).await }, move |answer| match answer {
            Ok(detail) => open.finish(CaseAction::AddTask, detail),
            Err(failure) if failure.is_conflict() => {
                submission.forget();
                open.overtake(entries);
            }
            Err(_) => {}
        });
    }
}

/// Somebody else, or another day.
fn changing(open: &OpenCase, client: &Client, detail: &CaseDetail, task: &CaseTask, number: usize) -> AnyView {
    let words = &texts().tasks;
    let submission = Submission::new();
    let now = match &task.who {
        TaskRole::Initiator => INITIATOR.to_owned(),
        TaskRole::Owner => OWNER.to_owned(),
        TaskRole::Partner { partner } => partner.to_string(),
        TaskRole::Pledger => String::new(),
    };
    let (doer, until) = (RwSignal::new(now.clone()), RwSignal::new(task.until.to_string()));
    let day = task.until.to_string();
    let press = move_of(open, detail, task, submission);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut faults = Faults::default();
        let until = if until.with_untracked(|typed| *typed == day) {
            None
        } else {
            required_day(&mut faults, &format!("until-{number}"), until, today())
        };
        if !faults.0.is_empty() {
            return submission.refuse(faults.0);
        }
        let doer = doer.with_untracked(|typed| (*typed != now).then(|| self::doer(typed)).flatten());
        press(TaskMove::Change { doer, until });
    };
    let groups = vec![SelectGroup::plain(doers(client, detail))];
    let optional = task.who == TaskRole::Pledger;
    view! {
        <details class="disclosure no-print">
            <summary>{words.change}</summary>
            <form class="form" on:submit=submit novalidate=true>
                <Failures submission />
                <Select name=format!("doer-{number}") label=words.who value=doer submission groups optional />
                <DateField name=format!("until-{number}") label=words.day hint=words.day_hint value=until submission />
                <div class="actions">
                    <button type="submit" class="button button--secondary">{words.change_send}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}

fn who(client: &Client, detail: &CaseDetail, who: &TaskRole) -> String {
    let words = &texts().tasks;
    match who {
        TaskRole::Initiator => words.initiator.to_owned(),
        TaskRole::Pledger => words.pledger.to_owned(),
        TaskRole::Owner => client.partner_name(&detail.summary.owner),
        TaskRole::Partner { partner } => client.partner_name(partner),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_at_once_and_who_may_be_left_out() {
        Owner::new().with(|| {
            let (draft, day) = (TaskDraft::new(), "2026-11-22".parse().unwrap());
            let mut faults = Faults::default();
            assert_eq!(draft.command(7, &mut faults, day), None);
            assert_eq!(
                faults.0.iter().map(|fault| fault.field.as_str()).collect::<Vec<_>>(),
                ["text", "kind", "until"]
            );
            draft.text.set("Vergunning aanvragen".into());
            draft.kind.set("permit".into());
            draft.until.set("2026-12-24".into());
            let mut faults = Faults::default();
            let body = serde_json::json!({
                "version": 7, "kind": "permit", "text": "Vergunning aanvragen", "until": "2026-12-24", "doer": null
            });
            assert_eq!(draft.command(7, &mut faults, day), Some(CaseCommand::Help("tasks".into(), body)));
        });
        assert_eq!(doer("woonstad"), Some(TaskDoer::Partner { partner: PartnerId::parse("woonstad").unwrap() }));
        assert_eq!((doer(""), doer(OWNER)), (None, Some(TaskDoer::Owner)));
    }
}
