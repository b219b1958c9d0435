//! Sending what is due: take a delivery in one transaction, call outside of any, note what became of it in another.
//!
//! A delivery that was taken is due again when its lease ends, so that a crash between the two loses nothing; it then
//! goes out once more under the same id.

use shared::{
    ids::Slug,
    notification::MailKind,
    paths::{self, Page, Place},
    text::Language,
    time::Instant,
    webhook::{DeliveryState, WebhookAddress, WebhookState, WebhookTrouble},
};

use super::super::{
    cases,
    jobs::{After, Work},
};
use crate::{
    operation::Context,
    outbox::{
        webhook::{Call, Data, Event, PATIENCE_SECONDS, call},
        wire::Broken,
    },
    refusal::Refusal,
    report, seal,
    store::{
        outbox::{self, Recipient},
        webhook::{self, Delivery, Reason, Subject, Webhook},
    },
};

/// How long a delivery is tried, in milliseconds, like mail.
pub(super) const TERM: i64 = 72 * 3_600_000;
/// The waits between tries; the last one repeats. A tenth at most is added by chance, so that a system that comes back
/// is not called by everybody at once.
const WAITS: [i64; 6] = [5_000, 60_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 3_600_000];
/// Longer than the longest call.
const LEASE: i64 = 4 * 1_000 * PATIENCE_SECONDS as i64;
/// After so long other work of the municipality gets its turn.
const LONGEST_TURN: i64 = 60_000;

enum Next {
    /// Nothing is due; look again then.
    Nothing(Option<Instant>),
    /// It took no call.
    Done,
    Send(Box<(Delivery, Call)>),
}

/// Sends everything that is due.
pub async fn deliver(work: &Work<'_>) -> Result<After, Refusal> {
    let started = work.read(|context| Ok(context.now))?;
    loop {
        match work.transact("take-delivery", take_next)? {
            Next::Nothing(next) => return Ok(next.map_or(After::Done, After::Again)),
            Next::Done => {}
            Next::Send(taken) => {
                let (delivery, call) = *taken;
                let answer = work.network.post(&call).await;
                work.transact("note-delivery", |context| note(context, &delivery, outcome(answer)))?;
            }
        }
        let now = work.read(|context| Ok(context.now))?;
        if now.milliseconds().saturating_sub(started.milliseconds()) > LONGEST_TURN {
            return Ok(After::Again(now.plus_milliseconds(1)));
        }
    }
}

fn take_next(context: &mut Context<'_>) -> Result<Next, Refusal> {
    let Some(delivery) = webhook::first_due(context.sql, context.now)? else {
        return Ok(Next::Nothing(webhook::next_due(context.sql)?));
    };
    let hook = webhook::find(context.sql, &delivery.webhook)?.ok_or_else(|| Refusal::fault("a delivery to nobody"))?;
    webhook::take(context.sql, &delivery.id, context.now.plus_milliseconds(LEASE))?;
    // The operator may have taken the address off the list since.
    let Ok(address) = WebhookAddress::read(&hook.url, &context.config.webhook_origins) else {
        note(context, &delivery, Err(Reason { trouble: WebhookTrouble::Unreachable, status: None }))?;
        return Ok(Next::Done);
    };
    match written(context, &hook, &address, &delivery) {
        Ok(call) => Ok(Next::Send(Box::new((delivery, call)))),
        Err(refusal) => {
            // A mistake of ours about one delivery must not hold up the others; it comes back when its lease ends.
            report::trouble(&format!("delivery {}: {refusal:?}", delivery.id));
            Ok(Next::Done)
        }
    }
}

/// The request as it leaves now.
fn written(
    context: &Context<'_>,
    hook: &Webhook,
    address: &WebhookAddress,
    delivery: &Delivery,
) -> Result<Call, Refusal> {
    let keys = &context.config.encryption_keys;
    let purpose = super::purpose(&hook.id);
    let mut secrets = vec![seal::open(keys, &purpose, &hook.secret)?];
    if let Some((previous, until)) = &hook.previous
        && *until > context.now
    {
        secrets.push(seal::open(keys, &purpose, previous)?);
    }
    let body = serde_json::to_string(&event(context, delivery)?)?;
    Ok(call(address.as_str(), address.is_listed(), &delivery.id, body, context.now, &secrets))
}

fn event(context: &Context<'_>, delivery: &Delivery) -> Result<Event, Refusal> {
    let slug = Slug::parse(context.name).map_err(|error| Refusal::fault(error.to_string()))?;
    let (public, admin) = (&context.config.public_origin, &context.config.admin_origin);
    let (subject, data) = match &delivery.subject {
        Subject::Case { id } => (
            format!("cases/{id}"),
            Data {
                id: id.to_string(),
                number: Some(cases::case_number(context, id)?),
                link: format!("{admin}/admin/zaken/{id}"),
            },
        ),
        Subject::Poll { id } => {
            let page = paths::page(Place::Page, &slug, Language::Nl, &Page::Poll(id));
            (format!("polls/{id}"), Data { id: id.to_string(), number: None, link: format!("{public}{page}") })
        }
        Subject::Webhook { id } => {
            let link = format!("{admin}/admin/koppelingen");
            (format!("webhooks/{id}"), Data { id: id.to_string(), number: None, link })
        }
    };
    Ok(Event {
        specversion: "1.0",
        id: delivery.id.clone(),
        source: format!("{public}/{slug}"),
        kind: delivery.event.name(),
        subject,
        time: delivery.happened_at.to_string(),
        datacontenttype: "application/json",
        data,
    })
}

/// What an answer means. Only 2xx is a yes.
fn outcome(answer: Result<u16, Broken>) -> Result<(), Reason> {
    let (trouble, status) = match answer {
        Ok(200..=299) => return Ok(()),
        Ok(410) => (WebhookTrouble::Gone, Some(410)),
        Ok(status @ 300..=399) => (WebhookTrouble::Redirected, Some(status)),
        Ok(status) => (WebhookTrouble::Refused, Some(status)),
        Err(Broken::TimedOut) => (WebhookTrouble::TimedOut, None),
        Err(Broken::Unreachable | Broken::Closed | Broken::NotEncrypted) => (WebhookTrouble::Unreachable, None),
    };
    Err(Reason { trouble, status })
}

fn note(context: &mut Context<'_>, delivery: &Delivery, outcome: Result<(), Reason>) -> Result<(), Refusal> {
    let (now, id) = (context.now, &delivery.webhook);
    let Err(reason) = outcome else {
        webhook::settle(context.sql, &delivery.id, DeliveryState::Sent, None, now)?;
        return Ok(webhook::reached(context.sql, id, now)?);
    };
    webhook::failed(context.sql, id, reason, now)?;
    if reason.trouble == WebhookTrouble::Gone {
        webhook::settle(context.sql, &delivery.id, DeliveryState::Failed, Some(reason), now)?;
        webhook::switch(context.sql, id, WebhookState::Gone, now)?;
        return alarm(context, delivery);
    }
    let place = usize::try_from(delivery.tries).unwrap_or(usize::MAX).min(WAITS.len().saturating_sub(1));
    let wait = WAITS.get(place).copied().unwrap_or(LEASE);
    let chance = i64::from(context.random.id().first().copied().unwrap_or_default());
    let next = now.plus_milliseconds(wait.saturating_add(wait.saturating_mul(chance).div_euclid(2_560)));
    let last = delivery.since.plus_milliseconds(TERM);
    if now < last {
        // One more try at the very end of the term.
        return Ok(webhook::later(context.sql, delivery, reason, next.min(last))?);
    }
    webhook::settle(context.sql, &delivery.id, DeliveryState::Failed, Some(reason), now)?;
    // Whoever presses the button reads the outcome on the page.
    if !matches!(delivery.subject, Subject::Webhook { .. }) {
        webhook::hold_back(context.sql, id, next)?;
        alarm(context, delivery)?;
    }
    Ok(())
}

/// Tells the administrators, once until it works again.
fn alarm(context: &mut Context<'_>, delivery: &Delivery) -> Result<(), Refusal> {
    if webhook::alarm(context.sql, &delivery.webhook)? {
        let subject = outbox::Subject::Webhook { id: delivery.webhook.clone() };
        outbox::put(context, MailKind::WebhookStopped, &Recipient::Administrators, &subject)?;
    }
    Ok(())
}
