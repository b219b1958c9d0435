//! Helping with an initiative: how many do, the form to offer it, and what the two people write to each other. Asking who
//! did it before goes the same way, in other words.

use leptos::prelude::*;
use shared::paths::Page;
use shared::pledge::{PledgePurpose, PledgeState, Side};
use shared::wire::pledges::PledgeView;
use shared::wire::public::InitiativeView;
use ui::{AnyView, Button, ButtonKind, IntoAny, Notice, PageHeader, PlainText, TextArea, TextField, Tone};

use super::parts::{
    Form, Waiting, before_fault, fault_of, fault_summary, field_id, named_fault_summary, privacy, trouble,
};
use super::propose::danger;
use super::propose_check::{code, follow_link};
use crate::forms::MOVE;
use crate::forms::follow::{EMAIL, FOLLOW_KEY, IDEMPOTENCY_KEY, MESSAGE, PLEDGE_ID, THREAT};
use crate::forms::pledge::TEXT;
use crate::state::{Context, FollowedCase, FollowedPledge, JoinPage};

/// On the page of an initiative.
pub(super) fn joined(context: &Context, initiative: &InitiativeView) -> Option<AnyView> {
    let texts = context.texts().pledges();
    let view = initiative.may_join.then(|| {
        view! {
            <section class="panel panel--accent" aria-labelledby="join-title">
                <h2 id="join-title">{texts.title}</h2>
                <p><strong>{(texts.count)(initiative.joined)}</strong></p>
                <p>{texts.how}</p>
                <Form action=context.url(&Page::Initiative(&initiative.summary.id))>
                    <div class="actions">
                        <Button name=MOVE value="join">{texts.button}</Button>
                    </div>
                </Form>
            </section>
        }
    });
    view.map(IntoAny::into_any)
}

/// The words of the form, by what somebody wants.
struct FormWords {
    page: &'static str,
    lead: &'static str,
    what: &'static str,
    what_hint: &'static str,
    consent: &'static str,
    send: &'static str,
    done_title: &'static str,
    done: &'static str,
    done_mail: &'static str,
    press: &'static str,
}

fn form_words(context: &Context, purpose: PledgePurpose) -> FormWords {
    macro_rules! words {
        ($texts:expr, $press:literal) => {{
            let texts = $texts;
            FormWords {
                page: texts.page,
                lead: texts.lead,
                what: texts.what,
                what_hint: texts.what_hint,
                consent: texts.consent,
                send: texts.send,
                done_title: texts.done_title,
                done: texts.done,
                done_mail: texts.done_mail,
                press: $press,
            }
        }};
    }
    match purpose {
        PledgePurpose::Help => words!(context.texts().pledges(), "pledge"),
        PledgePurpose::Question => words!(context.texts().experience(), "question"),
    }
}

pub(super) fn page_title(context: &Context, page: &JoinPage) -> &'static str {
    form_words(context, page.purpose).page
}

/// The form, or that it has arrived.
pub(super) fn join(context: &Context, page: &JoinPage) -> AnyView {
    let texts = context.texts().pledges();
    let words = form_words(context, page.purpose);
    let initiative = Page::Initiative(&page.initiative.id);
    let back = view! { <p><a class="back" href=context.url(&initiative)>{texts.back}</a></p> };
    if page.done {
        let next = if page.email.trim().is_empty() { texts.done_no_mail } else { words.done_mail };
        return view! {
            <div class="page">
                <PageHeader title=words.done_title lead=words.done />
                <section class="key" aria-labelledby="link-title">
                    <h2 id="link-title">{texts.code}</h2>
                    <p>{next}</p>
                    {follow_link(context, &page.keys.follow_key)}
                    {code(&page.keys.follow_key)}
                </section>
                {back}
            </div>
        }
        .into_any();
    }
    let carried = vec![
        (FOLLOW_KEY.to_owned(), page.keys.follow_key.as_str().to_owned()),
        (IDEMPOTENCY_KEY.to_owned(), page.keys.idempotency_key.to_string()),
    ];
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            {named_fault_summary(context, &page.faults, field_id, |field| {
                let label = if field == EMAIL { texts.email } else { words.what };
                Some(before_fault(label))
            })}
            <PageHeader
                above=words.page
                title=context.written(page.initiative.title.clone(), page.initiative.language)
                lead=words.lead
            />
            {privacy(context, texts.privacy, &[&page.text])}
            <Form action=context.url(&initiative) carried=carried>
                <TextArea
                    id=field_id(TEXT)
                    name=TEXT
                    label=words.what
                    hint=words.what_hint
                    nostrip:error=fault_of(context, &page.faults, TEXT)
                    value=page.text.clone()
                    rows=4
                />
                <TextField
                    id=field_id(EMAIL)
                    name=EMAIL
                    label=texts.email
                    hint=texts.email_hint
                    nostrip:error=fault_of(context, &page.faults, EMAIL)
                    value=page.email.clone()
                    kind="email"
                    autocomplete="email"
                    prose=false
                />
                <p>{words.consent}</p>
                <div class="actions">
                    <Button name=MOVE value=words.press>{words.send}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
            {back}
        </div>
    }
    .into_any()
}

/// On the initiator's own page: who wants to help, and who wants to know how it was done.
pub(super) fn for_initiator(context: &Context, followed: &FollowedCase) -> Vec<AnyView> {
    let (texts, experience) = (context.texts().pledges(), context.texts().experience());
    let numbered = || followed.view.pledges.iter().zip(1_usize..);
    let section = |purpose, id: &'static str, title: &'static str, hint: &'static str| {
        let of_it = numbered().filter(|(pledge, _)| pledge.purpose == purpose);
        let offers: Vec<_> = of_it
            .zip(1_usize..)
            .map(|((pledge, place), number)| self::offer(context, followed, pledge, (place, number)))
            .collect();
        let view = (!offers.is_empty()).then(|| {
            view! {
                <section class="page__section" aria-labelledby=id>
                    <h2 id=id>{title}</h2>
                    <p class="soft">{hint}</p>
                    {offers}
                </section>
            }
        });
        view.map(IntoAny::into_any)
    };
    [
        section(PledgePurpose::Help, "helpers-title", texts.helpers, texts.helpers_hint),
        section(PledgePurpose::Question, "questions-title", experience.questions, experience.questions_hint),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// One of them: its place among all gives ids, its number among its like is what it is called.
fn offer(context: &Context, followed: &FollowedCase, pledge: &PledgeView, (place, number): (usize, usize)) -> AnyView {
    let texts = context.texts().pledges();
    let (called, accept) = match pledge.purpose {
        PledgePurpose::Help => ((texts.helper)(number), texts.accept),
        PledgePurpose::Question => {
            let texts = context.texts().experience();
            ((texts.question)(number), texts.accept)
        }
    };
    let title = format!("helper-{place}");
    let labelled_by = title.clone();
    let carried = vec![
        (FOLLOW_KEY.to_owned(), followed.key.as_str().to_owned()),
        (IDEMPOTENCY_KEY.to_owned(), followed.write_key.to_string()),
        (PLEDGE_ID.to_owned(), pledge.id.to_string()),
    ];
    let about_this = followed.typed.pledge == pledge.id.as_str();
    let error = about_this.then(|| fault_of(context, &followed.faults, MESSAGE)).flatten();
    // What a fault points at is the field it is about; the others have names of their own.
    let id = if about_this { field_id(MESSAGE) } else { format!("{}-{place}", field_id(MESSAGE)) };
    let typed = if about_this { followed.typed.message.clone() } else { String::new() };
    let buttons = match pledge.state {
        PledgeState::Offered => Some(
            view! {
                <Button name=MOVE value="pledge-accept">{accept}</Button>
                <Button kind=ButtonKind::Secondary name=MOVE value="pledge-decline">{texts.decline}</Button>
            }
            .into_any(),
        ),
        PledgeState::InTouch => Some(
            view! {
                <Button name=MOVE value="pledge-write">{texts.send_message}</Button>
                <Button kind=ButtonKind::Quiet name=MOVE value="pledge-decline">{texts.stop}</Button>
            }
            .into_any(),
        ),
        PledgeState::Declined | PledgeState::Withdrawn | PledgeState::Ended => None,
    };
    let field = (pledge.state == PledgeState::InTouch).then(|| message(context, id, error, typed));
    view! {
        <section class="panel" aria-labelledby=labelled_by>
            <h3 id=title>{called}</h3>
            <p class="soft">{(texts.state_theirs)(pledge.state)}</p>
            {messages(context, pledge, Side::Initiator)}
            {buttons.map(|buttons| view! {
                <Form action=context.url(&Page::Follow) carried=carried>
                    {field}
                    <div class="actions">{buttons}</div>
                </Form>
            })}
        </section>
    }
    .into_any()
}

/// What it is called, where it stands, what it is about, and taking it back, for the one who sent it.
fn yours(context: &Context, pledge: &PledgeView) -> (&'static str, &'static str, fn(&str) -> String, &'static str) {
    match pledge.purpose {
        PledgePurpose::Help => {
            let texts = context.texts().pledges();
            (texts.yours, (texts.state_yours)(pledge.state), texts.about, texts.withdraw)
        }
        PledgePurpose::Question => {
            let texts = context.texts().experience();
            (texts.yours, (texts.state_yours)(pledge.state), texts.about, texts.withdraw)
        }
    }
}

/// What the one who offered or asked sees with their own key.
pub(super) fn pledge(context: &Context, page: &FollowedPledge) -> AnyView {
    if page.asks_threat {
        return threat(context, page);
    }
    let texts = context.texts().pledges();
    let view = &page.view;
    let (yours, state, about_words, take_back) = yours(context, &view.pledge);
    let carried = vec![
        (FOLLOW_KEY.to_owned(), page.key.as_str().to_owned()),
        (IDEMPOTENCY_KEY.to_owned(), page.write_key.to_string()),
    ];
    let about = match &view.title {
        Some(title) => view! {
            <p><a href=context.url(&Page::Initiative(&view.case_id))>{about_words(title)}</a></p>
        }
        .into_any(),
        None => view! { <p class="soft">{texts.not_shown}</p> }.into_any(),
    };
    let received = page.received.then(|| {
        view! { <Notice tone=Tone::Good title=texts.kept_title announce="status"><p>{texts.kept}</p></Notice> }
    });
    let told = page.told_threat.then(|| {
        let title = context.texts().follow().threat_received_title;
        view! { <Notice tone=Tone::Good title=title announce="status"><p>{texts.threat_received}</p></Notice> }
    });
    let threatened = (view.pledge.state != PledgeState::Withdrawn).then(|| tell_threat(context, carried.clone()));
    let write = (view.pledge.state == PledgeState::InTouch).then(|| {
        view! {
            {message(context, field_id(MESSAGE), fault_of(context, &page.faults, MESSAGE), page.typed.clone())}
            <div class="actions">
                <Button name=MOVE value="pledge-write">{texts.send_message}</Button>
            </div>
        }
    });
    let withdraw = (view.pledge.state != PledgeState::Withdrawn).then(|| {
        view! {
            <Form action=context.url(&Page::Follow) carried=carried.clone()>
                <p class="soft">{texts.withdraw_hint}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Danger name=MOVE value="pledge-withdraw">{take_back}</Button>
                </div>
            </Form>
        }
    });
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            {fault_summary(context, &page.faults, field_id)}
            {received}
            {told}
            <PageHeader title=yours lead=state />
            {about}
            {super::tasks::for_pledger(context, page)}
            {messages(context, &view.pledge, Side::Pledger)}
            <Form action=context.url(&Page::Follow) carried=carried>
                {write}
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name=MOVE value="open">{context.texts().follow().refresh}</Button>
                    <Button kind=ButtonKind::Quiet name=MOVE value="close">{context.texts().follow().close}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
            {threatened}
            {withdraw}
        </div>
    }
    .into_any()
}

/// The way to tell of a threat.
fn tell_threat(context: &Context, carried: Vec<(String, String)>) -> AnyView {
    let (texts, follow) = (context.texts().pledges(), context.texts().follow());
    view! {
        <section class="panel" aria-labelledby="threat-title">
            <h2 id="threat-title">{follow.threat_title}</h2>
            <p>{texts.threat_hint}</p>
            <Form action=context.url(&Page::Follow) carried=carried>
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name=MOVE value="tell-threat">{follow.threat_button}</Button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}

/// What happened, with 112 first.
fn threat(context: &Context, page: &FollowedPledge) -> AnyView {
    let (texts, follow) = (context.texts().pledges(), context.texts().follow());
    let carried = vec![
        (FOLLOW_KEY.to_owned(), page.key.as_str().to_owned()),
        (IDEMPOTENCY_KEY.to_owned(), page.write_key.to_string()),
    ];
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            {fault_summary(context, &page.faults, field_id)}
            <PageHeader above=yours(context, &page.view.pledge).0 title=follow.threat_page lead=texts.threat_lead />
            {danger(context)}
            <Form action=context.url(&Page::Follow) carried=carried>
                <TextArea
                    id=field_id(THREAT)
                    name=THREAT
                    label=follow.threat_text
                    hint=follow.threat_text_hint
                    nostrip:error=fault_of(context, &page.faults, THREAT)
                    value=page.typed.clone()
                    rows=5
                />
                <div class="actions">
                    <Button name=MOVE value="threat">{follow.threat_send}</Button>
                    <Button kind=ButtonKind::Secondary name=MOVE value="open">{follow.withdraw_no}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    }
    .into_any()
}

fn message(context: &Context, id: String, error: Option<String>, typed: String) -> AnyView {
    let texts = context.texts().pledges();
    view! {
        <TextArea
            id=id
            name=MESSAGE
            label=texts.message
            hint=texts.message_hint
            nostrip:error=error
            value=typed
            rows=3
        />
    }
    .into_any()
}

/// What was written, oldest first.
fn messages(context: &Context, pledge: &PledgeView, reader: Side) -> Vec<AnyView> {
    let texts = context.texts().pledges();
    let other_pledger = match pledge.purpose {
        PledgePurpose::Help => texts.other_pledger,
        PledgePurpose::Question => context.texts().experience().asker,
    };
    let message = |message: &shared::wire::pledges::PledgeMessage| {
        let date = context.date(message.on);
        let who = match reader {
            _ if message.yours => (texts.you)(&date),
            Side::Pledger => (texts.other_initiator)(&date),
            Side::Initiator => other_pledger(&date),
        };
        view! {
            <p class="soft">{who}</p>
            <blockquote class="quote"><PlainText text=message.text.clone() /></blockquote>
        }
        .into_any()
    };
    pledge.messages.iter().map(message).collect()
}
