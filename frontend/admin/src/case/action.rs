//! The form for each thing that an official may do with a case.

use leptos::prelude::*;
use shared::text::OFFICIAL_TEXT;
use shared::wire::admin::{CaseAction, CaseDetail, PartnerView};
use ui::{BusyButton, ButtonKind, Notice, PlainText, Press, Tone};

use super::command::{NO, YES};
use super::{OpenCase, agreements, choosing, ending, helping, moderating, preview};
use crate::api::Client;
use crate::form::{DateField, Failures, Pick, Radios, Select, SelectGroup, Submission, TextField, plain_hints};
use crate::navigation::focus_soon;
use crate::platform::today;
use crate::session::session;
use crate::texts::texts;

/// The panel for an offer to this official's own organisation: above everything, with its form open.
pub(super) fn asked(open: &OpenCase, detail: &CaseDetail) -> Option<AnyView> {
    let client = session().client();
    let words = &texts().case;
    let handover = detail.handover.as_ref().filter(|handover| client.is_mine(&handover.to))?;
    let until = texts().days.full(handover.answer_by);
    let reason = handover.reason.clone();
    let form = detail
        .actions
        .contains(&CaseAction::ReplyToHandover)
        .then(|| view! { <ActionForm open=*open detail=detail.clone() action=CaseAction::ReplyToHandover /> });
    let view = view! {
        <section class="panel panel--accent asked" aria-labelledby="asked-title">
            <h2 id="asked-title">{(words.offered_title)(&client.partner_name(&detail.summary.owner))}</h2>
            <p>{(words.offered_until)(&until)}</p>
            <div class="stack stack--tight">
                <h3>{words.handover_reason}</h3>
                <PlainText text=reason />
            </div>
            {form}
        </section>
    };
    Some(view.into_any())
}

pub(super) const FORM_TITLE_ID: &str = "action-title";

/// When what somebody was doing is no longer allowed (the case was concluded, or went to another): the text they
/// typed, to copy.
pub(super) fn gone(open: &OpenCase, detail: &CaseDetail) -> Option<AnyView> {
    let action = open.draft.open.get_untracked().filter(|action| !detail.actions.contains(action))?;
    let draft = open.draft;
    let text = match action {
        CaseAction::Update => RwSignal::new(draft.answer()),
        CaseAction::Translate => RwSignal::new(draft.translations.words()),
        CaseAction::Ask => draft.question,
        CaseAction::Conclude => draft.conclusion,
        CaseAction::PassOn => draft.passing_text,
        CaseAction::RefuseReopening => draft.reopening_refusal,
        CaseAction::OfferHandover => draft.handover_reason,
        CaseAction::ReplyToHandover => draft.refusal,
        CaseAction::RecordAgreements | CaseAction::NoteContact | CaseAction::EndContact => {
            draft.watch.of(action).into_iter().next()?
        }
        other => draft.help.of(other).into_iter().find(|text| draft.help.is_text(*text))?,
    }
    .get_untracked();
    if text.trim().is_empty() {
        return None;
    }
    let words = &texts().case;
    let view = view! {
        <Notice tone=Tone::Warn>
            <p>{words.gone}</p>
            <PlainText text />
        </Notice>
    };
    Some(view.into_any())
}

/// The form of one action, with what the resident will read beside it.
#[component]
#[expect(clippy::large_types_passed_by_value, reason = "a component owns what it is given")]
pub(super) fn ActionForm(open: OpenCase, detail: CaseDetail, action: CaseAction) -> impl IntoView {
    let session = session();
    let client = session.client();
    let words = &texts().case;
    let submission = open.submission(action, is_asked(&client, &detail));
    let (id, version, entries) = (detail.summary.id.clone(), detail.version, detail.timeline.len());
    let handover = detail.handover.as_ref().map(|handover| handover.id.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match open.draft.command(action, version, handover.as_ref(), today()) {
            Err(faults) => submission.refuse(faults),
            Ok(command) => {
                let (client, id) = (session.client(), id.clone());
                submission.send(async move { client.handle(&id, &command).await }, move |answer| match answer {
                    Ok(detail) => open.finish(action, detail),
                    Err(failure) if failure.is_conflict() => {
                        submission.forget();
                        open.overtake(entries);
                    }
                    Err(_) => {}
                });
            }
        }
    };
    let owner = client.partner_name(&detail.summary.owner);
    let for_partner =
        matches!(action, CaseAction::Update | CaseAction::Ask | CaseAction::Conclude | CaseAction::PassOn)
            .then_some(())
            .filter(|()| !client.is_mine(&detail.summary.owner))
            .map(|()| view! { <p class="soft">{(words.for_partner)(&owner)}</p> });
    let everybody = (detail.public && matches!(action, CaseAction::Update | CaseAction::Conclude)).then(|| {
        view! {
            <Notice tone=Tone::Warn>
                <p>{words.everybody_reads}</p>
            </Notice>
        }
    });
    let title = (words.action)(action);
    let fields = fields(&client, &open, &detail, action, submission);
    let preview = writes_to_resident(action).then(|| preview::view(&client, &detail, &open.draft, action));
    let send = match action {
        CaseAction::Update => words.update_send,
        CaseAction::Ask => words.question_send,
        CaseAction::Conclude => words.conclude_send,
        CaseAction::PassOn => texts().ending.send,
        CaseAction::TakeUpThreat => words.threat_send,
        CaseAction::Redact => words.redact_send,
        CaseAction::Translate => texts().translating.send,
        CaseAction::SetLanguage => texts().translating.language_send,
        CaseAction::Reopen => words.reopen_send,
        CaseAction::RefuseReopening => words.refuse_reopening_send,
        CaseAction::OfferHandover => words.offer_send,
        CaseAction::WithdrawHandover => words.withdraw_send,
        CaseAction::ReplyToHandover => words.reply_send,
        CaseAction::ReleaseReview => words.release_send,
        CaseAction::Publish => words.publish_send,
        CaseAction::Hide => words.hide_send,
        CaseAction::EraseTexts => texts().ending.erase_send,
        other => (texts().helping.send)(other),
    };
    let sides = if preview.is_some() { "action-form__sides" } else { "action-form__side" };
    let label = move || if submission.busy.get() { texts().form.busy } else { send };
    // The panel of an offer is always open; there is nothing to cancel.
    let cancel = (action != CaseAction::ReplyToHandover || !is_asked(&client, &detail)).then(|| {
        view! {
            <Press
                kind=ButtonKind::Quiet
                act=move |_| {
                    open.draft.open.set(None);
                    // Back to where the form was opened.
                    focus_soon(&choosing::button_id(action));
                }
            >
                {texts().form.cancel}
            </Press>
        }
    });
    view! {
        <form class="form action-form" on:submit=submit novalidate=true aria-labelledby=FORM_TITLE_ID>
            <h3 class="action-form__title" id=FORM_TITLE_ID tabindex="-1">
                {title}
            </h3>
            <Failures submission />
            {for_partner}
            {everybody}
            <div class=sides>
                <div class="form">{fields}</div>
                {preview}
            </div>
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
                {cancel}
            </div>
        </form>
    }
    .into_any()
}

pub(super) fn is_asked(client: &Client, detail: &CaseDetail) -> bool {
    detail.handover.as_ref().is_some_and(|handover| client.is_mine(&handover.to))
}

const fn writes_to_resident(action: CaseAction) -> bool {
    matches!(
        action,
        CaseAction::Update
            | CaseAction::Ask
            | CaseAction::Conclude
            | CaseAction::PassOn
            | CaseAction::RefuseReopening
            | CaseAction::OfferHandover
            | CaseAction::MovePromise
            | CaseAction::NeedDecision
            | CaseAction::ProposeDate
    )
}

/// The fields of one action.
fn fields(
    client: &Client,
    open: &OpenCase,
    detail: &CaseDetail,
    action: CaseAction,
    submission: Submission,
) -> AnyView {
    let words = &texts().case;
    let draft = open.draft;
    let max = OFFICIAL_TEXT.characters;
    let explained = |text: String| view! { <p>{text}</p> }.into_any();
    match action {
        CaseAction::Update => view! {
            <p class="soft">{words.update_hint}</p>
            <TextField name="weDo" label=words.we_do_label hint=words.we_do_hint value=draft.we_do submission max optional=true />
            {plain_hints(draft.we_do)}
            <TextField name="youDo" label=words.you_do_label hint=words.you_do_hint value=draft.you_do submission max optional=true />
            {plain_hints(draft.you_do)}
            <TextField name="weAsk" label=words.we_ask_label hint=words.we_ask_hint value=draft.we_ask submission max optional=true />
            {plain_hints(draft.we_ask)}
            <DateField
                name="nextNewsBy"
                label=words.next_news_label
                hint=words.next_news_hint
                value=draft.next_news_by
                submission
                optional=true
            />
        }
        .into_any(),
        CaseAction::Ask => view! {
            <TextField name="text" label=words.question_label hint=words.question_hint value=draft.question submission max />
            {plain_hints(draft.question)}
        }
        .into_any(),
        CaseAction::Conclude => ending::conclusion_fields(open, detail, submission),
        CaseAction::PassOn => ending::passing_fields(open, detail, submission),
        CaseAction::OfferHandover => {
            let picks = partner_picks(client, |partner| partner.available && partner.id != detail.summary.owner);
            view! {
                <Select
                    name="to"
                    label=words.to_label
                    hint=words.to_hint
                    value=draft.to
                    submission
                    groups=vec![SelectGroup::plain(picks)]
                />
                <TextField
                    name="reason"
                    label=words.handover_reason_label
                    hint=words.handover_reason_hint
                    value=draft.handover_reason
                    submission
                    max
                />
            }
            .into_any()
        }
        CaseAction::ReplyToHandover => reply_fields(client, open, detail, submission),
        CaseAction::WithdrawHandover => {
            let to = detail.handover.as_ref().map(|handover| client.partner_name(&handover.to)).unwrap_or_default();
            explained((words.withdraw_explained)(&to))
        }
        CaseAction::Translate => super::translating::fields(draft.translations, detail, submission),
        CaseAction::SetLanguage => super::translating::language_fields(draft.language, detail, submission),
        CaseAction::Redact => moderating::redaction_fields(open, detail, submission),
        CaseAction::TakeUpThreat => explained(words.threat_explained.to_owned()),
        CaseAction::Reopen => explained(words.reopen_explained.to_owned()),
        CaseAction::RefuseReopening => staying_fields(open, submission),
        CaseAction::ReleaseReview => explained(words.release_explained.to_owned()),
        CaseAction::Publish => explained(words.publish_explained.to_owned()),
        CaseAction::Hide => moderating::hiding_fields(open, submission),
        CaseAction::EraseTexts => ending::erasing_fields(open, submission),
        CaseAction::SetKind | CaseAction::RecordAgreements | CaseAction::NoteContact | CaseAction::EndContact => {
            agreements::fields(draft.watch, detail, action, submission)
        }
        other => helping::fields(client, &draft.help, detail, other, submission),
    }
}

/// Why the conclusion stands.
fn staying_fields(open: &OpenCase, submission: Submission) -> AnyView {
    let words = &texts().case;
    view! {
        <TextField
            name="text"
            label=words.refuse_reopening_label
            hint=words.refuse_reopening_hint
            value=open.draft.reopening_refusal
            submission
            max=OFFICIAL_TEXT.characters
        />
    }
    .into_any()
}

/// Saying yes or no to an offer: for one's own organisation, or as somebody of another told it.
fn reply_fields(client: &Client, open: &OpenCase, detail: &CaseDetail, submission: Submission) -> AnyView {
    let words = &texts().case;
    let draft = open.draft;
    let asked = detail.handover.as_ref().map(|handover| handover.to.clone());
    let name = asked.as_ref().map(|id| client.partner_name(id)).unwrap_or_default();
    let own = is_asked(client, detail);
    let (legend, picks, note) = if own {
        let picks = vec![Pick::with_help(YES, words.reply_yes, words.reply_yes_help), Pick::new(NO, words.reply_no)];
        (words.reply_legend.to_owned(), picks, None)
    } else {
        let picks = vec![Pick::new(YES, (words.reply_yes_for)(&name)), Pick::new(NO, (words.reply_no_for)(&name))];
        ((words.reply_legend_for)(&name), picks, Some((words.recorded_for)(&name)))
    };
    let others = partner_picks(client, |partner| Some(&partner.id) != asked.as_ref());
    let refusal = move || {
        draft.accept.with(|accept| accept == NO).then(|| {
            view! {
                <TextField
                    name="reason"
                    label=words.refusal_label
                    hint=words.refusal_hint
                    value=draft.refusal
                    submission
                    max=OFFICIAL_TEXT.characters
                    rows=3
                />
                <Select
                    name="suggestion"
                    label=words.suggestion_label
                    value=draft.suggestion
                    submission
                    groups=vec![SelectGroup::plain(others.clone())]
                    empty=words.suggestion_unknown
                    optional=true
                />
            }
        })
    };
    view! {
        <Radios name="accept" legend value=draft.accept submission picks />
        {refusal}
        {note.map(|note| view! { <p class="soft">{note}</p> })}
    }
    .into_any()
}

pub(super) fn partner_picks(client: &Client, allowed: impl Fn(&PartnerView) -> bool) -> Vec<Pick> {
    let name = |partner: &PartnerView| client.public_partner_name(&partner.id);
    client
        .me()
        .partners
        .iter()
        .filter(|partner| allowed(partner))
        .map(|partner| Pick::new(partner.id.as_str(), name(partner)))
        .collect()
}
