//! Helping without taking over, days that others have a say in, moving a promise and holding a text: what is typed, the
//! forms, and what is sent.

use leptos::prelude::*;
use serde::Serialize;
use shared::fault::FaultCode;
use shared::ids::PartnerId;
use shared::text::{LINE, OFFICIAL_TEXT};
use shared::time::CivilDate;
use shared::wire::admin::{CaseAction, CaseDetail, VersionOnly};
use shared::wire::helping::{
    NeededDecisionRequest, NoteRequest, PlannedDateReply, PlannedDateRequest, PromiseRequest, SupportReply,
    SupportRequest,
};

use super::action::partner_picks;
use super::command::{Faults, NO, YES};
use super::tasks::TaskDraft;
use crate::api::{CaseCommand, Client};
use crate::form::{DateField, LineField, Pick, Radios, Select, SelectGroup, Submission, TextField};
use crate::texts::texts;

/// Yes, or no with the reason.
#[derive(Clone, Copy)]
struct ReplyDraft {
    accept: RwSignal<String>,
    refusal: RwSignal<String>,
}

impl ReplyDraft {
    fn new() -> Self {
        Self { accept: RwSignal::new(String::new()), refusal: RwSignal::new(String::new()) }
    }

    fn read(&self, faults: &mut Faults) -> Option<(bool, String)> {
        match self.accept.get_untracked().as_str() {
            YES => Some((true, String::new())),
            NO => Some((false, faults.text("reason", self.refusal)?)),
            _ => {
                faults.add("accept", FaultCode::ChoiceRequired);
                None
            }
        }
    }
}

/// What was typed and not sent yet.
#[derive(Clone, Copy)]
pub(crate) struct HelpDraft {
    until: RwSignal<String>,
    reason: RwSignal<String>,
    to: RwSignal<String>,
    help_with: RwSignal<String>,
    /// For which partner an answer is noted.
    partner: RwSignal<String>,
    support: ReplyDraft,
    date: ReplyDraft,
    note: RwSignal<String>,
    proposal: RwSignal<String>,
    who: RwSignal<String>,
    decided_by: RwSignal<String>,
    by: RwSignal<String>,
    on: RwSignal<String>,
    what: RwSignal<String>,
    task: TaskDraft,
}

impl HelpDraft {
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            until: empty(),
            reason: empty(),
            to: empty(),
            help_with: empty(),
            partner: empty(),
            support: ReplyDraft::new(),
            date: ReplyDraft::new(),
            note: empty(),
            proposal: empty(),
            who: empty(),
            decided_by: empty(),
            by: empty(),
            on: empty(),
            what: empty(),
            task: TaskDraft::new(),
        }
    }

    /// The texts that would be a loss.
    pub(super) fn texts(&self) -> [RwSignal<String>; 7] {
        [self.reason, self.help_with, self.support.refusal, self.date.refusal, self.note, self.proposal, self.what]
    }

    pub(super) fn is_text(&self, value: RwSignal<String>) -> bool {
        self.texts().contains(&value)
    }

    /// What belongs to an action.
    pub(super) fn of(&self, action: CaseAction) -> Vec<RwSignal<String>> {
        match action {
            CaseAction::MovePromise => vec![self.until, self.reason],
            CaseAction::AskSupport => vec![self.to, self.help_with],
            CaseAction::ReplyToSupport => vec![self.partner, self.support.accept, self.support.refusal],
            CaseAction::ReplyToDate => vec![self.date.accept, self.date.refusal],
            CaseAction::AddNote => vec![self.note],
            CaseAction::ProposeUpdate => vec![self.proposal],
            CaseAction::NeedDecision => vec![self.who, self.decided_by],
            CaseAction::ProposeDate => vec![self.by, self.on, self.what],
            CaseAction::AddTask => self.task.all(),
            _ => Vec::new(),
        }
    }

    /// What to send for an action, on the version of the case that is shown.
    pub(super) fn command(
        &self,
        action: CaseAction,
        version: u64,
        faults: &mut Faults,
        today: CivilDate,
    ) -> Option<CaseCommand> {
        match action {
            CaseAction::MovePromise => {
                let until = required_day(faults, "until", self.until, today);
                let reason = faults.text("reason", self.reason);
                sent("promise", &PromiseRequest { version, until: until?, reason: reason? })
            }
            CaseAction::Hold => sent("hold", &VersionOnly { version }),
            CaseAction::AskSupport => {
                let to = faults.partner("to", self.to);
                let reason = faults.text("reason", self.help_with);
                sent("support-requests", &SupportRequest { version, to: to?, reason: reason? })
            }
            CaseAction::ReplyToSupport => {
                let partner = faults.partner("partner", self.partner);
                let (accept, reason) = self.support.read(faults)?;
                let tail = format!("support-requests/{}/reply", partner?);
                sent(&tail, &SupportReply { version, accept, reason })
            }
            CaseAction::AddNote => sent("notes", &NoteRequest { version, text: faults.text("text", self.note)? }),
            CaseAction::ProposeUpdate => {
                sent("update-proposals", &NoteRequest { version, text: faults.text("text", self.proposal)? })
            }
            CaseAction::NeedDecision => {
                let who = self.who.with_untracked(|who| LINE.read_required(who));
                let who = who.map_err(|code| faults.add("who", code)).ok();
                let until = required_day(faults, "until", self.decided_by, today);
                sent("needed-decision", &NeededDecisionRequest { version, who: who?, until: until? })
            }
            CaseAction::ProposeDate => {
                let by = faults.partner("by", self.by);
                let on = required_day(faults, "on", self.on, today);
                let text = faults.text("text", self.what);
                sent("planned-date", &PlannedDateRequest { version, by: by?, on: on?, text: text? })
            }
            CaseAction::AddTask => self.task.command(version, faults, today),
            CaseAction::ReplyToDate => {
                let (accept, reason) = self.date.read(faults)?;
                sent("planned-date/reply", &PlannedDateReply { version, accept, reason })
            }
            _ => None,
        }
    }

    /// What the resident reads above the text, and the text itself.
    pub(super) fn preview(&self, client: &Client, detail: &CaseDetail, action: CaseAction) -> Option<(String, String)> {
        let (words, days) = (&texts().helping, &texts().days);
        let day = |value: RwSignal<String>| value.with(|day| day.parse::<CivilDate>()).ok().map(|day| days.full(day));
        match action {
            CaseAction::MovePromise => Some(((words.preview_moved)(&day(self.until)?), self.reason.get())),
            CaseAction::NeedDecision => {
                let who = self.who.get();
                (!who.trim().is_empty()).then_some(())?;
                Some(((words.preview_decision)(who.trim(), &day(self.decided_by)?), String::new()))
            }
            CaseAction::ProposeDate => {
                let by = self.by.with(|id| PartnerId::parse(id)).ok()?;
                let own = by == detail.summary.owner;
                let sentence = if own { words.preview_confirmed } else { words.preview_proposed };
                Some((sentence(&client.public_partner_name(&by), &day(self.on)?), self.what.get()))
            }
            _ => None,
        }
    }
}

pub(super) fn sent<T: Serialize>(tail: &str, request: &T) -> Option<CaseCommand> {
    serde_json::to_value(request).ok().map(|body| CaseCommand::Help(tail.to_owned(), body))
}

pub(super) fn required_day(
    faults: &mut Faults,
    field: &str,
    value: RwSignal<String>,
    today: CivilDate,
) -> Option<CivilDate> {
    if value.with_untracked(String::is_empty) {
        faults.add(field, FaultCode::Required);
        return None;
    }
    faults.later_day(field, value, today)
}

/// The fields of one action.
pub(super) fn fields(
    client: &Client,
    draft: &HelpDraft,
    detail: &CaseDetail,
    action: CaseAction,
    submission: Submission,
) -> AnyView {
    let words = &texts().helping;
    let max = OFFICIAL_TEXT.characters;
    match action {
        CaseAction::MovePromise => view! {
            <DateField name="until" label=words.until hint=words.until_hint value=draft.until submission />
            <TextField name="reason" label=words.move_reason hint=words.move_reason_hint value=draft.reason submission max />
        }
        .into_any(),
        CaseAction::Hold => view! { <p>{words.hold_explained}</p> }.into_any(),
        CaseAction::AskSupport => {
            let helps = |id: &PartnerId| detail.supporting.contains(id) || detail.help.support_asked.contains(id);
            let picks = partner_picks(client, |partner| {
                partner.available && partner.id != detail.summary.owner && !helps(&partner.id)
            });
            let groups = vec![SelectGroup::plain(picks)];
            view! {
                <Select name="to" label=words.to hint=words.to_hint value=draft.to submission groups />
                <TextField name="reason" label=words.support_reason hint=words.support_reason_hint value=draft.help_with submission max />
            }
            .into_any()
        }
        CaseAction::ReplyToSupport => support_reply(client, draft, detail, submission),
        CaseAction::AddNote => {
            let hint = if super::police::reads(client) { texts().police.note_hint } else { words.note_hint };
            view! { <TextField name="text" label=words.note hint value=draft.note submission max /> }.into_any()
        }
        CaseAction::ProposeUpdate => view! {
            <TextField name="text" label=words.proposal hint=words.proposal_hint value=draft.proposal submission max rows=7 />
        }
        .into_any(),
        CaseAction::NeedDecision => view! {
            <LineField name="who" label=words.who hint=words.who_hint value=draft.who submission />
            <DateField name="until" label=words.decided_by hint=words.decided_by_hint value=draft.decided_by submission />
        }
        .into_any(),
        CaseAction::ProposeDate => {
            let groups = vec![SelectGroup::plain(partner_picks(client, |partner| partner.available))];
            view! {
                <Select name="by" label=words.carried_out_by hint=words.carried_out_by_hint value=draft.by submission groups />
                <DateField name="on" label=words.on hint=words.on_hint value=draft.on submission />
                <TextField name="text" label=words.what hint=words.what_hint value=draft.what submission max />
            }
            .into_any()
        }
        CaseAction::AddTask => super::tasks::fields(client, draft.task, detail, submission),
        CaseAction::ReplyToDate => {
            let day = detail.help.plan.as_ref().map(|plan| texts().days.full(plan.on)).unwrap_or_default();
            let picks = vec![Pick::new(YES, words.date_yes), Pick::new(NO, words.date_no)];
            view! {
                <Radios name="accept" legend=(words.date_legend)(&day) value=draft.date.accept submission picks />
                {why_not(draft.date, submission)}
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}

/// For one's own organisation, or as somebody of another told it.
fn support_reply(client: &Client, draft: &HelpDraft, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().helping;
    let asked = &detail.help.support_asked;
    let own = asked.iter().find(|id| client.is_mine(id));
    let only = own.or(asked.first().filter(|_| asked.len() == 1));
    if let Some(id) = only {
        draft.partner.set(id.to_string());
    }
    let which = only.is_none().then(|| {
        let groups = vec![SelectGroup::plain(partner_picks(client, |partner| asked.contains(&partner.id)))];
        view! { <Select name="partner" label=words.for_partner value=draft.partner submission groups /> }
    });
    let noted = only.filter(|id| !client.is_mine(id)).map(|id| {
        view! { <p class="soft">{(texts().case.recorded_for)(&client.partner_name(id))}</p> }
    });
    let picks = vec![Pick::with_help(YES, words.support_yes, words.support_yes_help), Pick::new(NO, words.support_no)];
    view! {
        {which}
        {noted}
        <Radios name="accept" legend=words.support_legend value=draft.support.accept submission picks />
        {why_not(draft.support, submission)}
    }
    .into_any()
}

fn why_not(draft: ReplyDraft, submission: Submission) -> impl IntoView {
    let words = &texts().helping;
    move || {
        draft.accept.with(|accept| accept == NO).then(|| {
            view! {
                <TextField
                    name="reason"
                    label=words.why_not
                    hint=words.why_not_hint
                    value=draft.refusal
                    submission
                    max=OFFICIAL_TEXT.characters
                    rows=3
                />
            }
        })
    }
}

/// What stands among the facts of a case: name and words.
pub(super) fn facts(client: &Client, detail: &CaseDetail) -> Vec<(&'static str, String)> {
    let (words, days) = (&texts().helping, &texts().days);
    let help = &detail.help;
    let asked: Vec<String> = help.support_asked.iter().map(|id| client.partner_name(id)).collect();
    [
        (!asked.is_empty()).then(|| (words.fact_asked, asked.join(", "))),
        help.plan.as_ref().map(|plan| {
            let text = (words.plan)(&client.partner_name(&plan.by), &days.full(plan.on), plan.confirmed);
            (words.fact_plan, text)
        }),
        help.decision
            .as_ref()
            .map(|needed| (words.fact_decision, (words.decision)(&needed.who, &days.full(needed.until)))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn command(action: CaseAction, fill: impl Fn(&HelpDraft)) -> Result<CaseCommand, Vec<String>> {
        Owner::new().with(|| {
            let draft = HelpDraft::new();
            fill(&draft);
            let mut faults = Faults::default();
            let command = draft.command(action, 7, &mut faults, "2026-11-22".parse().unwrap());
            let fields = faults.0.into_iter().map(|fault| fault.field).collect();
            command.ok_or(fields)
        })
    }

    #[test]
    fn every_field_that_is_missing_is_named_at_once() {
        for (action, fields) in [
            (CaseAction::MovePromise, vec!["until", "reason"]),
            (CaseAction::AskSupport, vec!["to", "reason"]),
            (CaseAction::NeedDecision, vec!["who", "until"]),
            (CaseAction::ProposeDate, vec!["by", "on", "text"]),
            (CaseAction::ReplyToSupport, vec!["partner", "accept"]),
            (CaseAction::ReplyToDate, vec!["accept"]),
            (CaseAction::AddNote, vec!["text"]),
        ] {
            assert_eq!(command(action, |_| {}), Err(fields.into_iter().map(str::to_owned).collect()), "{action:?}");
        }
    }

    #[test]
    fn a_no_to_one_question_is_no_answer_to_another() {
        let no = |draft: &HelpDraft| {
            draft.support.accept.set(NO.into());
            draft.support.refusal.set("Wij hebben geen mensen.".into());
        };
        assert_eq!(command(CaseAction::ReplyToDate, no), Err(vec!["accept".to_owned()]));
        Owner::new().with(|| {
            let draft = HelpDraft::new();
            let of = |action| draft.of(action);
            assert!(of(CaseAction::ReplyToSupport).iter().all(|value| !of(CaseAction::ReplyToDate).contains(value)));
        });
    }

    #[test]
    fn a_moved_promise_carries_its_day_and_reason() {
        let moved = command(CaseAction::MovePromise, |draft| {
            draft.until.set("2026-12-24".into());
            draft.reason.set(" Wij wachten op een lamp. ".into());
        });
        let body = serde_json::json!({ "version": 7, "until": "2026-12-24", "reason": "Wij wachten op een lamp." });
        assert_eq!(moved, Ok(CaseCommand::Help("promise".into(), body)));
        assert!(command(CaseAction::Hold, |_| {}).is_ok());
    }
}
