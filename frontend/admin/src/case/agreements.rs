//! The kind of a case, and neighbourhood watch: its agreements, its contact, and being in touch.

use leptos::prelude::*;
use serde::Serialize;
use shared::agreements::{POLICE_NUMBERS, STANDARD, standard};
use shared::fault::FaultCode;
use shared::ids::OfficialId;
use shared::proposal::ProposalKind;
use shared::text::{LINE, Language, OFFICIAL_TEXT};
use shared::wire::admin::{CaseAction, CaseDetail};
use shared::wire::helping::NoteRequest;
use shared::wire::watch::{AgreementsRequest, ContactEndRequest, ContactTaskList, KindRequest};
use ui::{Notice, PlainText, Tone, with_phones};

use super::command::Faults;
use crate::address::Page;
use crate::api::{CaseCommand, Client};
use crate::form::{LineField, Pick, Radios, Select, SelectGroup, Submission, TextField};
use crate::routing::KINDS;
use crate::session::{Loaded, Resource};
use crate::texts::texts;

/// The value of the contact that is a function.
const A_FUNCTION: &str = "function";

/// What was typed and not sent yet.
#[derive(Clone, Copy)]
pub(crate) struct WatchDraft {
    kind: RwSignal<String>,
    official: RwSignal<String>,
    contact: RwSignal<String>,
    reach: RwSignal<String>,
    own: RwSignal<String>,
    note: RwSignal<String>,
    reason: RwSignal<String>,
}

impl WatchDraft {
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            kind: empty(),
            official: empty(),
            contact: empty(),
            reach: empty(),
            own: empty(),
            note: empty(),
            reason: empty(),
        }
    }

    /// The texts that would be a loss.
    pub(super) fn texts(&self) -> [RwSignal<String>; 3] {
        [self.own, self.note, self.reason]
    }

    /// What belongs to an action.
    pub(super) fn of(&self, action: CaseAction) -> Vec<RwSignal<String>> {
        match action {
            CaseAction::SetKind => vec![self.kind],
            CaseAction::RecordAgreements => vec![self.own, self.official, self.contact, self.reach],
            CaseAction::NoteContact => vec![self.note],
            CaseAction::EndContact => vec![self.reason],
            _ => Vec::new(),
        }
    }

    /// What to send for an action, on the version of the case that is shown.
    pub(super) fn command(&self, action: CaseAction, version: u64, faults: &mut Faults) -> Option<CaseCommand> {
        match action {
            CaseAction::SetKind => {
                let chosen = self.kind.get_untracked();
                let kind = KINDS.iter().find(|(_, value)| *value == chosen).map(|(kind, _)| *kind);
                if kind.is_none() {
                    faults.add("kind", FaultCode::ChoiceRequired);
                }
                sent("kind", &KindRequest { version, kind: kind? })
            }
            CaseAction::RecordAgreements => {
                let official = self.official.get_untracked();
                let official_id = OfficialId::parse(&official).ok().filter(|_| official != A_FUNCTION);
                let contact = match official.as_str() {
                    "" => {
                        faults.add("officialId", FaultCode::ChoiceRequired);
                        None
                    }
                    A_FUNCTION => faults.limited("contact", LINE, self.contact),
                    _ => Some(String::new()),
                };
                let reach = faults.limited("reach", LINE, self.reach);
                let own = self.own.with_untracked(|text| OFFICIAL_TEXT.read(text));
                let own = own.map_err(|code| faults.add("own", code)).ok()?.unwrap_or_default();
                let request = AgreementsRequest { version, official_id, contact: contact?, reach: reach?, own };
                sent("agreements", &request)
            }
            CaseAction::NoteContact => {
                sent("contact-notes", &NoteRequest { version, text: faults.text("text", self.note)? })
            }
            CaseAction::EndContact => {
                sent("contact-end", &ContactEndRequest { version, reason: faults.text("reason", self.reason)? })
            }
            _ => None,
        }
    }
}

fn sent<T: Serialize>(tail: &str, request: &T) -> Option<CaseCommand> {
    serde_json::to_value(request).ok().map(|body| CaseCommand::Help(tail.to_owned(), body))
}

/// The fields of one action.
pub(super) fn fields(draft: WatchDraft, detail: &CaseDetail, action: CaseAction, submission: Submission) -> AnyView {
    let words = &texts().watch;
    let max = OFFICIAL_TEXT.characters;
    match action {
        CaseAction::SetKind => {
            let others = KINDS.iter().filter(|(kind, _)| *kind != detail.summary.kind);
            let picks = others
                .map(|(kind, value)| match kind {
                    ProposalKind::NeighbourhoodWatch => {
                        Pick::with_help(*value, (texts().work.kind)(*kind), words.kind_watch_help)
                    }
                    kind => Pick::new(*value, (texts().work.kind)(*kind)),
                })
                .collect();
            view! { <Radios name="kind" legend=words.kind value=draft.kind submission picks /> }.into_any()
        }
        CaseAction::RecordAgreements => agreements_fields(draft, detail, submission),
        CaseAction::NoteContact => {
            view! { <TextField name="text" label=words.note hint=words.note_hint value=draft.note submission max rows=3 /> }
                .into_any()
        }
        CaseAction::EndContact => {
            view! { <TextField name="reason" label=words.reason hint=words.reason_hint value=draft.reason submission max rows=3 /> }
                .into_any()
        }
        _ => ().into_any(),
    }
}

/// Begins with what holds now.
fn agreements_fields(draft: WatchDraft, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().watch;
    if let Some(now) = &detail.watch.agreements
        && draft.official.with_untracked(String::is_empty)
    {
        let official = detail.watch.official_id.as_ref().filter(|_| !detail.watch.contact_left);
        draft.official.set(official.map_or_else(|| A_FUNCTION.to_owned(), ToString::to_string));
        if official.is_none() && !detail.watch.contact_left {
            draft.contact.set(now.contact.clone());
        }
        draft.reach.set(now.reach.clone());
        draft.own.set(now.own.clone().unwrap_or_default());
    }
    let mut picks: Vec<Pick> = detail
        .watch
        .candidates
        .iter()
        .map(|candidate| Pick::new(candidate.id.to_string(), candidate.name.clone()))
        .collect();
    picks.push(Pick::new(A_FUNCTION, words.a_function));
    let groups = vec![SelectGroup::plain(picks)];
    let contact = move || {
        (draft.official.get() == A_FUNCTION).then(|| {
            view! { <LineField name="contact" label=words.contact hint=words.contact_hint value=draft.contact submission /> }
        })
    };
    let always: Vec<_> = standard(STANDARD, Language::Nl)
        .into_iter()
        .map(|words| view! { <li>{with_phones(words, &POLICE_NUMBERS)}</li> })
        .collect();
    view! {
        <div class="stack stack--tight">
            <p>{words.always}</p>
            <ul>{always}</ul>
        </div>
        <TextField
            name="own"
            label=words.own
            hint=words.own_hint
            value=draft.own
            submission
            max=OFFICIAL_TEXT.characters
            optional=true
        />
        <Select
            name="officialId"
            label=words.official
            hint=words.official_hint
            value=draft.official
            submission
            groups
        />
        {contact}
        <LineField name="reach" label=words.reach hint=words.reach_hint value=draft.reach submission />
    }
    .into_any()
}

/// What an official has to know of neighbourhood watch before anything else.
pub(super) fn notices(detail: &CaseDetail) -> AnyView {
    let (words, days) = (&texts().watch, &texts().days);
    let watch = &detail.watch;
    let missing = (detail.summary.kind == ProposalKind::NeighbourhoodWatch && watch.agreements.is_none()).then(|| {
        view! {
            <Notice tone=Tone::Info title=words.missing_title.to_owned()>
                <p>{words.missing}</p>
            </Notice>
        }
    });
    let left = watch.contact_left.then(|| {
        let name = watch.agreements.as_ref().map(|agreements| agreements.contact.clone()).unwrap_or_default();
        view! {
            <Notice tone=Tone::Warn title=words.left_title.to_owned()>
                <p>{(words.left)(&name)}</p>
            </Notice>
        }
    });
    let due = watch.contact_due.map(|since| {
        view! {
            <Notice tone=Tone::Warn title=words.due_title.to_owned()>
                <p>{(words.due)(&days.full(since))}</p>
            </Notice>
        }
    });
    view! { {missing} {left} {due} }.into_any()
}

/// The agreements, as residents read them.
pub(super) fn view(detail: &CaseDetail) -> Option<AnyView> {
    let agreements = detail.watch.agreements.as_ref()?;
    let words = &texts().watch;
    let always: Vec<_> =
        agreements.standard.iter().map(|words| view! { <li>{with_phones(words, &POLICE_NUMBERS)}</li> }).collect();
    let own = agreements.own.clone().map(|text| view! { <PlainText text /> });
    let view = view! {
        <section class="card" aria-labelledby="agreements-title">
            <h2 id="agreements-title">{words.title}</h2>
            <ul>{always}</ul>
            {own}
            <p>{(words.contact_is)(&agreements.contact, &agreements.reach)}</p>
            <p class="soft">{(words.agreed_on)(&texts().days.full(agreements.on))}</p>
        </section>
    };
    Some(view.into_any())
}

/// What stands among the facts of a case.
pub(super) fn facts(detail: &CaseDetail) -> Option<(&'static str, String)> {
    detail.watch.next_contact.map(|day| (texts().watch.fact_next, texts().days.full(day)))
}

/// On the work list: with whom somebody should be in touch.
pub(crate) fn tasks() -> impl IntoView {
    let tasks = Resource::load(|client: Client| async move { client.contact_tasks().await });
    move || match tasks.state.get() {
        Loaded::Here(ContactTaskList { tasks }) if !tasks.is_empty() => {
            let (words, days) = (&texts().watch, &texts().days);
            let lines: Vec<_> = tasks
                .into_iter()
                .map(|task| {
                    view! {
                        <li>
                            <a href=Page::Case(task.case_id).path()>{task.title}</a>
                            " – "
                            {task.number}
                            " "
                            {(words.task)(&task.area, &task.contact, &days.full(task.since))}
                        </li>
                    }
                })
                .collect();
            Some(
                view! {
                    <Notice tone=Tone::Warn title=words.tasks_title.to_owned()>
                        <p>{words.tasks}</p>
                        <ul>{lines}</ul>
                    </Notice>
                }
                .into_any(),
            )
        }
        // The work below it matters more than a notice that could not be loaded.
        Loaded::Here(_) | Loaded::Waiting | Loaded::Failed(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(action: CaseAction, fill: impl Fn(&WatchDraft)) -> Result<CaseCommand, Vec<String>> {
        Owner::new().with(|| {
            let draft = WatchDraft::new();
            fill(&draft);
            let mut faults = Faults::default();
            let command = draft.command(action, 7, &mut faults);
            command.ok_or_else(|| faults.0.into_iter().map(|fault| fault.field).collect())
        })
    }

    #[test]
    fn every_field_that_is_missing_is_named_at_once() {
        for (action, fields) in [
            (CaseAction::SetKind, vec!["kind"]),
            (CaseAction::RecordAgreements, vec!["officialId", "reach"]),
            (CaseAction::NoteContact, vec!["text"]),
            (CaseAction::EndContact, vec!["reason"]),
        ] {
            assert_eq!(command(action, |_| {}), Err(fields.into_iter().map(str::to_owned).collect()), "{action:?}");
        }
    }

    #[test]
    fn a_function_needs_a_name_and_an_official_has_one() {
        let agree = |official: &'static str| {
            command(CaseAction::RecordAgreements, move |draft| {
                draft.official.set(official.into());
                draft.reach.set("14 036".into());
            })
        };
        assert_eq!(agree(A_FUNCTION), Err(vec!["contact".to_owned()]));
        let body = serde_json::json!({
            "version": 7, "officialId": "sanne", "contact": "", "reach": "14 036", "own": ""
        });
        assert_eq!(agree("sanne"), Ok(CaseCommand::Help("agreements".into(), body)));
    }
}
