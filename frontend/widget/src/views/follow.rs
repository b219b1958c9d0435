//! Following a case: the code, then everything the resident may know of it.

use leptos::prelude::*;
use shared::case::{OFFICIALS_READ, Outcome, PublicStatus};
use shared::paths::Page;
use shared::time::CivilDate;
use shared::wire::public::{FollowView, OpenQuestion, TimelineEntry};
use ui::{
    AnyView, Badge, Button, ButtonKind, Choice, Choices, IntoAny, Notice, PageHeader, SummaryList, SummaryRow,
    TextArea, TextField, Tone, Words,
};

use super::initiatives::{timeline, tone};
use super::parts::{
    CopyButton, Form, Waiting, before_fault, contact, fault_of, fault_summary, field_id, named_fault_summary, privacy,
    trouble,
};
use super::pledges;
use super::propose::danger;
use super::tasks;
use super::{beside, ending, experience};
use crate::forms::MOVE;
use crate::forms::follow::{
    ANSWER, EMAIL, FOLLOW_KEY, HELPED, IDEMPOTENCY_KEY, MESSAGE, NO, POINTED_OUT, QUESTION_ID, REASON, THREAT, YES,
};
use crate::forms::tasks::{MOVED_UNTIL, TASK_TEXT, TASK_UNTIL};
use crate::state::{Context, FollowAsking, FollowPage, FollowReceived, FollowedCase};
use shared::fault::{Fault, FaultCode};

pub(super) fn at_fault(page: &FollowPage) -> bool {
    match page {
        FollowPage::Ask { fault, .. } => fault.is_some(),
        FollowPage::Case(followed) => !followed.faults.is_empty(),
        FollowPage::Pledge(followed) => !followed.faults.is_empty(),
    }
}

pub(super) fn follow(context: &Context, page: &FollowPage) -> AnyView {
    match page {
        FollowPage::Ask { typed, fault } => ask(context, typed, fault.as_ref()),
        FollowPage::Case(followed) => case(context, followed),
        FollowPage::Pledge(followed) => pledges::pledge(context, followed),
    }
}

fn faults(field: &str, fault: Option<&FaultCode>) -> Vec<Fault> {
    fault.map(|code| Fault::new(field, code.clone())).into_iter().collect()
}

fn ask(context: &Context, typed: &str, fault: Option<&FaultCode>) -> AnyView {
    let texts = context.texts().follow();
    let error = fault.map(|code| code.message(context.language));
    view! {
        <div class="page">
            {fault_summary(context, &faults(FOLLOW_KEY, fault), field_id)}
            <PageHeader title=texts.title lead=texts.lead />
            <noscript>
                <p class="soft">{texts.no_script}</p>
            </noscript>
            <Form action=context.url(&Page::Follow)>
                <TextField
                    id=field_id(FOLLOW_KEY)
                    name=FOLLOW_KEY
                    label=texts.code
                    hint=texts.code_hint
                    nostrip:error=error
                    value=typed.to_owned()
                    autocomplete="off"
                    prose=false
                />
                <div class="actions">
                    <Button name=MOVE value="open">{texts.open}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
            <section class="panel" aria-labelledby="lost-title">
                <h2 id="lost-title">{texts.lost_title}</h2>
                <p>{texts.lost}</p>
                {contact(context)}
            </section>
        </div>
    }
    .into_any()
}

fn case(context: &Context, followed: &FollowedCase) -> AnyView {
    let texts = context.texts().follow();
    let view = &followed.view;
    match followed.asking {
        Some(FollowAsking::Withdrawal) => return withdrawing(context, followed),
        Some(FollowAsking::Threat) => return threat(context, followed),
        None => {}
    }
    let received = followed.received.map(|received| {
        let (title, text) = match received {
            FollowReceived::Answer => (texts.answered_title, texts.answered),
            FollowReceived::Rating if view.status == PublicStatus::LookingAgain => (texts.rated_title, texts.rated_no),
            FollowReceived::Rating => (texts.rated_title, texts.rated_yes),
            FollowReceived::Threat => (texts.threat_received_title, texts.threat_received),
            FollowReceived::Contact if view.has_email => (texts.contact_kept_title, texts.contact_kept),
            FollowReceived::Pledge => (context.texts().pledges().kept_title, context.texts().pledges().kept),
            FollowReceived::Task => (context.texts().tasks().kept_title, context.texts().tasks().kept),
            FollowReceived::Experience if view.experience.is_some_and(|experience| experience.shares) => {
                let texts = context.texts().experience();
                (texts.shared_title, texts.shares)
            }
            FollowReceived::Experience => {
                let texts = context.texts().experience();
                (texts.stopped_title, texts.stopped)
            }
            FollowReceived::Contact => (texts.contact_erased_title, texts.contact_erased),
        };
        view! { <Notice tone=Tone::Good title=title announce="status"><p>{text}</p></Notice> }
    });
    let public = view.public.then(|| view! { <p class="soft">{texts.public}</p> });
    let withdraw = view.may_withdraw.then(|| {
        view! { <Button kind=ButtonKind::Quiet name=MOVE value="ask-withdrawal">{texts.withdraw}</Button> }
    });
    view! {
        <div class="page">
            {trouble(context, followed.trouble.as_ref())}
            {named_fault_summary(context, &followed.faults, field_id, |field| name_of(context, field))}
            {received}
            <div class="stack">
                <PageHeader above=(texts.number)(&view.number) title=title(context, view) />
                <div class="row">
                    <Badge tone=tone(view.status) words=status_words(context, view) />
                    <span class="soft">{(texts.received_on)(&context.date(view.received_on))}</span>
                </div>
            </div>
            {view.question.as_ref().map(|question| self::question(context, followed, question))}
            {state(context, view)}
            {view.rate_until.map(|until| rating(context, followed, until))}
            {super::agreements::view(context, view.agreements.as_ref())}
            {super::initiatives::backing(context, &view.backing)}
            {experience::share(context, followed)}
            {pledges::for_initiator(context, followed)}
            {tasks::for_initiator(context, followed)}
            <section class="page__section" aria-labelledby="timeline-title">
                <h2 id="timeline-title">{texts.timeline}</h2>
                <p class="soft">{texts.newest_first}</p>
                {timeline(context, &newest_first(&view.timeline), view.language)}
            </section>
            {experience::elsewhere(context, followed)}
            <details class="disclosure">
                <summary>{texts.sent}</summary>
                <SummaryList rows=sent(context, view) />
                {public}
            </details>
            {messages(context, followed)}
            <section class="panel" aria-labelledby="contact-title">
                <h2 id="contact-title">{context.texts().thanks().contact_title}</h2>
                {contact(context)}
            </section>
            <section class="panel no-print" aria-labelledby="keep-title">
                <h2 id="keep-title">{texts.keep_title}</h2>
                <p>{texts.keep}</p>
                <CopyButton
                    text=context.follow_url(&followed.key)
                    words=context.texts().receipt().copy
                    done=context.texts().site().copied
                />
            </section>
            <section class="panel" aria-labelledby="threat-title">
                <h2 id="threat-title">{texts.threat_title}</h2>
                <p>{texts.threat_hint}</p>
                <Form action=context.url(&Page::Follow) carried=key(followed)>
                    <div class="actions">
                        <Button kind=ButtonKind::Secondary name=MOVE value="tell-threat">{texts.threat_button}</Button>
                    </div>
                </Form>
            </section>
            <Form action=context.url(&Page::Follow) carried=key(followed)>
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name=MOVE value="open">{texts.refresh}</Button>
                    <Button kind=ButtonKind::Quiet name=MOVE value="close">{texts.close}</Button>
                    {withdraw}
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    }
    .into_any()
}

/// What a field of the page is called: there are several forms on it.
fn name_of(context: &Context, field: &str) -> Option<Words> {
    let (texts, tasks) = (context.texts().follow(), context.texts().tasks());
    let label = match field {
        ANSWER => texts.answer,
        HELPED => texts.helped,
        REASON => texts.reason,
        EMAIL => texts.contact_email,
        MESSAGE => context.texts().pledges().message,
        TASK_TEXT => tasks.what,
        TASK_UNTIL | MOVED_UNTIL => tasks.day,
        _ => return None,
    };
    Some(before_fault(label))
}

fn newest_first(timeline: &[TimelineEntry]) -> Vec<TimelineEntry> {
    timeline.iter().rev().cloned().collect()
}

fn key(followed: &FollowedCase) -> Vec<(String, String)> {
    vec![
        (FOLLOW_KEY.to_owned(), followed.key.as_str().to_owned()),
        (IDEMPOTENCY_KEY.to_owned(), followed.write_key.to_string()),
    ]
}

/// The first line of what was sent; long ones end with dots.
fn title(context: &Context, view: &FollowView) -> ui::Words {
    const LONGEST: usize = 90;
    if view.what.is_empty() {
        return context.texts().ending().erased.into();
    }
    let line = view.what.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(LONGEST).collect();
    let text = if cut.len() < line.len() { format!("{}…", cut.trim_end()) } else { cut };
    context.written(text, view.language)
}

/// The status as the resident it is about reads it.
fn status_words(context: &Context, view: &FollowView) -> &'static str {
    match view.status {
        PublicStatus::QuestionForYou => context.texts().follow().question_title,
        other => (context.texts().initiatives().status)(other),
    }
}

/// Who has it, by when there is news, and how it ended.
fn state(context: &Context, view: &FollowView) -> AnyView {
    let texts = context.texts().follow();
    if view.status == PublicStatus::Withdrawn {
        return view! { <Notice><p>{texts.withdrawn}</p></Notice> }.into_any();
    }
    // Where it went says more than that it went.
    let outcome = view.outcome.filter(|outcome| !matches!(outcome, Outcome::Merged { .. })).map(|outcome| {
        view! {
            <p><strong>{(texts.outcome)(outcome)}</strong></p>
            {ending::why(context, view)}
        }
    });
    let promise = view.promise.map(|date| {
        let date = context.date(date);
        if view.overdue {
            view! { <Notice tone=Tone::Warn><p>{(texts.overdue)(&date)}</p></Notice> }.into_any()
        } else {
            view! { <p class="promise">{(texts.promise)(&date)}</p> }.into_any()
        }
    });
    let handover = view.asked_to_take_over.as_ref().map(|to| view! { <p>{(texts.handover)(to, &view.owner)}</p> });
    // Nobody helps with what is done, not done, or went elsewhere; with what residents take up or what is planned, they do.
    let ended = matches!(
        view.outcome,
        Some(Outcome::Realised | Outcome::NotDone | Outcome::PassedOn { .. } | Outcome::Merged { .. })
    );
    let supporting = (!ended && !view.supporting.is_empty())
        .then(|| view! { <p class="soft">{(texts.supporting)(&view.supporting)}</p> });
    let title = if ended { context.texts().ending().answered_by } else { texts.owner };
    view! {
        <section class="panel panel--accent owner" aria-labelledby="owner-title">
            <h2 id="owner-title">{title(&view.owner)}</h2>
            {outcome}
            {ending::view(context, view)}
            {promise}
            {super::plans::view(context, view)}
            {handover}
            {supporting}
        </section>
    }
    .into_any()
}

fn question(context: &Context, followed: &FollowedCase, question: &OpenQuestion) -> AnyView {
    let texts = context.texts().follow();
    let error = fault_of(context, &followed.faults, ANSWER);
    let mut carried = key(followed);
    let translation = question.translation.as_ref().map(|one| (one.text.as_str(), one.lang));
    let asked = beside::text(context, (&question.text, OFFICIALS_READ), translation);
    carried.push((QUESTION_ID.to_owned(), question.id.to_string()));
    let notice = pointed_out(context, followed, &followed.typed.answer, &mut carried);
    view! {
        <section class="question" aria-labelledby="question-title">
            <h2 id="question-title">{texts.question_title}</h2>
            <p>{(texts.question_from)(&question.from)}</p>
            <blockquote class="quote">{asked}</blockquote>
            {notice}
            <Form action=context.url(&Page::Follow) carried=carried>
                <TextArea
                    id=field_id(ANSWER)
                    name=ANSWER
                    label=texts.answer
                    hint=(texts.answer_until)(&context.date(question.answer_until))
                    nostrip:error=error
                    value=followed.typed.answer.clone()
                    rows=4
                />
                {keeping(context, question)}
                <div class="actions">
                    <Button name=MOVE value="answer">{texts.send_answer}</Button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}

/// What in the text seems to give somebody away; sending it once more sends it as it is.
fn pointed_out(
    context: &Context,
    followed: &FollowedCase,
    text: &str,
    carried: &mut Vec<(String, String)>,
) -> Option<AnyView> {
    let wanted = followed.pointed_out && !text.is_empty();
    let notice = wanted.then(|| privacy(context, context.texts().ending().pointed_out, &[text])).flatten()?;
    carried.push((POINTED_OUT.to_owned(), YES.to_owned()));
    Some(notice)
}

/// Asking to keep the answer on the device while it is written; only a script can do that.
fn keeping(context: &Context, question: &OpenQuestion) -> AnyView {
    let texts = context.texts().drafts();
    view! {
        <div data-script="true" hidden=true>
            <div class="choice">
                <input
                    type="checkbox"
                    id="keep-draft"
                    aria-describedby="keep-draft-hint"
                    data-keep=question.id.to_string()
                />
                <label for="keep-draft">{texts.keep}</label>
            </div>
            <p class="field__hint" id="keep-draft-hint">{texts.hint}</p>
        </div>
    }
    .into_any()
}

/// Whether the answer helped, and what was missing.
fn rating(context: &Context, followed: &FollowedCase, until: CivilDate) -> AnyView {
    let texts = context.texts().follow();
    let choices = [(YES, texts.helped_yes), (NO, texts.helped_no)]
        .map(|(value, label)| Choice::new(value, label, followed.typed.helped == value).into());
    let mut carried = key(followed);
    let notice = pointed_out(context, followed, &followed.typed.reason, &mut carried);
    view! {
        <section class="question" aria-labelledby="rating-title">
            <h2 id="rating-title">{texts.rating_title}</h2>
            <p>{(texts.rating_until)(&context.date(until))}</p>
            {notice}
            <Form action=context.url(&Page::Follow) carried=carried>
                <Choices
                    id=field_id(HELPED)
                    name=HELPED
                    legend=texts.helped
                    nostrip:error=fault_of(context, &followed.faults, HELPED)
                    choices=choices.into()
                />
                <TextArea
                    id=field_id(REASON)
                    name=REASON
                    label=texts.reason
                    hint=texts.reason_hint
                    nostrip:error=fault_of(context, &followed.faults, REASON)
                    value=followed.typed.reason.clone()
                    rows=3
                />
                <div class="actions">
                    <Button name=MOVE value="rate">{texts.send_rating}</Button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}

/// Where messages go, and none any more.
fn messages(context: &Context, followed: &FollowedCase) -> AnyView {
    let texts = context.texts().follow();
    let error = fault_of(context, &followed.faults, EMAIL);
    let open = error.is_some().then_some("");
    let erase = followed.view.has_email.then(|| {
        view! { <Button kind=ButtonKind::Quiet name=MOVE value="erase-contact">{texts.contact_erase}</Button> }
    });
    let now = if followed.view.has_email { texts.contact_now } else { texts.contact_none };
    view! {
        <details class="disclosure" open=open>
            <summary>{texts.contact_title}</summary>
            <p>{now}</p>
            <Form action=context.url(&Page::Follow) carried=key(followed)>
                <TextField
                    id=field_id(EMAIL)
                    name=EMAIL
                    label=texts.contact_email
                    nostrip:error=error
                    value=followed.typed.email.clone()
                    kind="email"
                    autocomplete="email"
                    prose=false
                />
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name=MOVE value="contact">{texts.contact_save}</Button>
                    {erase}
                </div>
            </Form>
        </details>
    }
    .into_any()
}

/// Danger first, then what happened.
fn threat(context: &Context, followed: &FollowedCase) -> AnyView {
    let texts = context.texts().follow();
    view! {
        <div class="page">
            {trouble(context, followed.trouble.as_ref())}
            {fault_summary(context, &followed.faults, field_id)}
            <PageHeader above=(texts.number)(&followed.view.number) title=texts.threat_page lead=texts.threat_lead />
            {danger(context)}
            <Form action=context.url(&Page::Follow) carried=key(followed)>
                <TextArea
                    id=field_id(THREAT)
                    name=THREAT
                    label=texts.threat_text
                    hint=texts.threat_text_hint
                    nostrip:error=fault_of(context, &followed.faults, THREAT)
                    value=followed.typed.threat.clone()
                    rows=5
                />
                <div class="actions">
                    <Button name=MOVE value="threat">{texts.threat_send}</Button>
                    <Button kind=ButtonKind::Secondary name=MOVE value="open">{texts.withdraw_no}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    }
    .into_any()
}

fn withdrawing(context: &Context, followed: &FollowedCase) -> AnyView {
    let texts = context.texts().follow();
    view! {
        <div class="page">
            {trouble(context, followed.trouble.as_ref())}
            <PageHeader above=(texts.number)(&followed.view.number) title=texts.withdraw_title lead=texts.withdraw_text />
            <Form action=context.url(&Page::Follow) carried=key(followed)>
                <div class="actions">
                    <Button kind=ButtonKind::Danger name=MOVE value="withdraw">{texts.withdraw_yes}</Button>
                    <Button kind=ButtonKind::Secondary name=MOVE value="open">{texts.withdraw_no}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    }
    .into_any()
}

fn sent(context: &Context, view: &FollowView) -> Vec<SummaryRow> {
    let texts = context.texts();
    let translated = view.translation.as_ref();
    let written = |text: &str, beside: Option<&String>| {
        let translation = translated.zip(beside).map(|(one, text)| (text.as_str(), one.language));
        beside::text(context, (text, view.language), translation)
    };
    let row = |label: &'static str, value| SummaryRow { label: label.into(), value, change: None };
    let part = |label, text: &Option<String>, beside: Option<&String>| {
        text.as_ref().map(|text| row(label, written(text, beside)))
    };
    let what = translated.and_then(|one| one.what.as_ref());
    let topic = view.topic.as_ref().map(|topic| row(texts.initiatives().topic, context.words(topic).view().into_any()));
    [
        (!view.what.is_empty()).then(|| row(texts.propose().what, written(&view.what, what))),
        part(texts.propose().why, &view.why, translated.and_then(|one| one.why.as_ref())),
        part(texts.propose().we_do, &view.we_do, translated.and_then(|one| one.we_do.as_ref())),
        part(texts.propose().we_need, &view.we_need, translated.and_then(|one| one.we_need.as_ref())),
        topic,
        Some(row(texts.initiatives().area, view.area.clone().into_any())),
    ]
    .into_iter()
    .flatten()
    .collect()
}
