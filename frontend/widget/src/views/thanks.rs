//! After answering a poll: what comes next, and something to do.

use leptos::prelude::*;
use shared::ids::PollId;
use shared::paths::Page;
use ui::{AnyView, Button, ButtonKind, IntoAny, NextSteps, Notice, PageHeader, TextField, Tone};

use super::parts::{CopyButton, Form, contact, fault_summary, field_id, trouble};
use super::{initiatives, results};
use crate::state::{Context, OutcomeMail, Thanks};

/// Thanks, what comes next, and something to do.
pub(super) fn thanks(context: &Context, thanks: &Thanks) -> AnyView {
    let texts = context.texts().thanks();
    let steps = vec![
        (texts.next_open)(&context.date(thanks.last_day)).into_any(),
        texts.next_count.into_any(),
        texts.next_report.into_any(),
    ];
    let share = (texts.share_text)(&thanks.title.text, &thanks.share_url);
    let nearby = thanks.nearby.as_ref().map(|initiative| {
        view! {
            <section class="page__section" aria-labelledby="nearby-title">
                <h2 id="nearby-title">{texts.nearby}</h2>
                <ul class="cards">{initiatives::card(context, initiative, false)}</ul>
            </section>
        }
    });
    let (faults, not_asked) = match &thanks.outcome {
        Some(OutcomeMail::Ask { fault, trouble, .. }) => (fault.as_slice(), trouble.as_ref()),
        _ => (Default::default(), None),
    };
    let figures = thanks.results.as_ref().and_then(|page| results::figures(context, page));
    view! {
        <div class="page" data-event="answered" data-poll=thanks.poll_id.to_string()>
            {trouble(context, not_asked)}
            {fault_summary(context, faults, field_id)}
            <PageHeader above=context.words(&thanks.title) title=texts.title lead=texts.lead />
            <section class="page__section" aria-labelledby="next-title">
                <h2 id="next-title">{texts.next_title}</h2>
                <NextSteps steps=steps />
            </section>
            {figures}
            {thanks.outcome.as_ref().map(|outcome| outcome_mail(context, thanks, outcome))}
            {remember(context, &thanks.poll_id)}
            {nearby}
            <section class="panel panel--accent" aria-labelledby="share-title">
                <h2 id="share-title">{texts.share_title}</h2>
                <p>{texts.share_hint}</p>
                <p class="quote">{share.clone()}</p>
                <CopyButton text=share words=texts.share_button done=context.texts().site().copied />
            </section>
            <section class="panel" aria-labelledby="contact-title">
                <h2 id="contact-title">{texts.contact_title}</h2>
                {contact(context)}
            </section>
        </div>
    }
    .into_any()
}

/// Whether what was typed for the mail is wrong.
pub(super) fn at_fault(thanks: &Thanks) -> bool {
    matches!(thanks.outcome, Some(OutcomeMail::Ask { fault: Some(_), .. }))
}

/// The field of the address.
pub const EMAIL: &str = "email";

/// One mail with the outcome: a request of its own, apart from the answers.
fn outcome_mail(context: &Context, thanks: &Thanks, outcome: &OutcomeMail) -> AnyView {
    let texts = context.texts().outcome();
    let (typed, fault) = match outcome {
        OutcomeMail::Ask { typed, fault, .. } => (typed, fault),
        OutcomeMail::Asked => {
            return view! {
                <Notice tone=Tone::Good title=texts.asked_title announce="status"><p>{texts.asked}</p></Notice>
            }
            .into_any();
        }
    };
    let error = fault.as_ref().map(|fault| fault.code.message(context.language));
    view! {
        <section class="panel" aria-labelledby="outcome-title">
            <h2 id="outcome-title">{texts.title}</h2>
            <p>{texts.text}</p>
            <Form action=context.url(&Page::PollThanks(&thanks.poll_id))>
                <TextField
                    id=field_id(EMAIL)
                    name=EMAIL
                    label=texts.email
                    hint=texts.hint
                    nostrip:error=error
                    value=typed.clone()
                    kind="email"
                    autocomplete="email"
                    prose=false
                />
                <div class="actions">
                    <Button kind=ButtonKind::Secondary>{texts.send}</Button>
                </div>
            </Form>
        </section>
    }
    .into_any()
}

/// "You have answered already", on this device and only when the resident agrees: no cookie, and nothing on the server.
/// `answered.js` shows and stores it; without it nothing is offered.
fn remember(context: &Context, poll: &PollId) -> AnyView {
    let texts = context.texts().remember();
    view! {
        <div class="panel" data-answered=poll.to_string() hidden=true>
            <div class="choice">
                <input type="checkbox" id="remember" aria-describedby="remember-hint" />
                <label for="remember">{texts.remember}</label>
            </div>
            <p class="field__hint" id="remember-hint">{texts.hint}</p>
        </div>
    }
    .into_any()
}
