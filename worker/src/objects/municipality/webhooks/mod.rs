//! Webhooks: other systems that hear of what happens, kept by the administrator.
//!
//! ```text
//! on ── switched off ──▶ off ── switched on ──▶ on
//! on ── answers 410 ──▶ gone, the administrators are told ── switched on ──▶ on
//!
//! waiting ── 2xx ──▶ sent
//!    │ ├── anything else: tried again, up to 72 hours ──▶ failed, the administrators are told ── again by hand ──▶ waiting
//!    │ └── switched off meanwhile ──▶ dropped ── again by hand ──▶ waiting
//! ```

mod deliver;
mod tell;

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    ids::WebhookId,
    webhook::{WebhookAddress, WebhookEvent, WebhookState},
    wire::webhooks::{DeliveryView, WebhookList, WebhookRequest, WebhookSecret, WebhookSwitch, WebhookView},
};

pub use deliver::deliver;
pub use tell::{letter, tell_of_case, tell_of_poll};

use super::sessions::SignedInOfficial;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    outbox::webhook::shown_secret,
    refusal::Refusal,
    seal::{self, Sealed},
    store::{
        audit::{self, Doer},
        job::{self, JobKind},
        municipality::{self, Which},
        webhook::{self, Delivery, Subject, Webhook},
    },
};

/// Each is called for every change; more than this is a mistake.
const MOST_WEBHOOKS: usize = 20;
/// The most deliveries of each on the page.
const MOST_DELIVERIES: u32 = 10;
/// How long the earlier secret signs too: a working day to put the new one in place, and a night.
const BOTH_SECRETS: i64 = 24 * 3_600_000;

/// Reads them all.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListWebhooks {}

impl Operation for ListWebhooks {
    type Reply = WebhookList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-webhooks";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<WebhookList, Refusal> {
        super::settings(context)?;
        list(context)
    }
}

/// Adds one; its secret is in the answer, this once.
#[derive(Debug, Serialize, Deserialize)]
pub struct AddWebhook {
    pub official: SignedInOfficial,
    pub request: WebhookRequest,
}

impl Operation for AddWebhook {
    type Reply = WebhookSecret;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "add-webhook";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<WebhookSecret, Refusal> {
        let Self { official, request } = self;
        let address = WebhookAddress::read(&request.url, &context.config.webhook_origins)
            .map_err(|code| Refusal::invalid("url", code))?;
        let partners = municipality::partners(context.sql, Which::Current)?;
        if request.partner_id.as_ref().is_some_and(|id| !partners.iter().any(|partner| &partner.id == id)) {
            return Err(Refusal::invalid("partnerId", FaultCode::Unknown));
        }
        let others = webhook::all(context.sql)?;
        if others.iter().any(|other| other.url == address.as_str() && other.partner == request.partner_id) {
            return Err(Refusal::invalid("url", FaultCode::Duplicate));
        }
        if others.len() >= MOST_WEBHOOKS {
            return Err(Refusal::invalid("url", FaultCode::TooMany { max: MOST_WEBHOOKS }));
        }
        let id = WebhookId::from_random(context.random.id());
        let (secret, sealed) = new_secret(context, &id)?;
        webhook::insert(context.sql, &id, request.partner_id.as_ref(), address.as_str(), &sealed, context.now)?;
        audit::record(context, &Doer::Official(&official.id), "webhook.add", &format!("webhook:{id}"))?;
        Ok(WebhookSecret { id, secret, list: list(context)? })
    }
}

/// Makes another secret. The earlier one signs too for a day, so that nothing is missed while it is changed over there.
#[derive(Debug, Serialize, Deserialize)]
pub struct RenewSecret {
    pub official: SignedInOfficial,
    pub id: WebhookId,
}

impl Operation for RenewSecret {
    type Reply = WebhookSecret;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "renew-webhook-secret";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<WebhookSecret, Refusal> {
        let Self { official, id } = self;
        find(context, &id)?;
        let (secret, sealed) = new_secret(context, &id)?;
        webhook::renew(context.sql, &id, &sealed, context.now.plus_milliseconds(BOTH_SECRETS))?;
        audit::record(context, &Doer::Official(&official.id), "webhook.renew-secret", &format!("webhook:{id}"))?;
        Ok(WebhookSecret { id, secret, list: list(context)? })
    }
}

/// Switches one on or off.
#[derive(Debug, Serialize, Deserialize)]
pub struct SwitchWebhook {
    pub official: SignedInOfficial,
    pub id: WebhookId,
    pub to: WebhookSwitch,
}

impl Operation for SwitchWebhook {
    type Reply = WebhookList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "switch-webhook";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<WebhookList, Refusal> {
        let Self { official, id, to } = self;
        find(context, &id)?;
        let (state, action) =
            if to.on { (WebhookState::On, "webhook.switch-on") } else { (WebhookState::Off, "webhook.switch-off") };
        webhook::switch(context.sql, &id, state, context.now)?;
        audit::record(context, &Doer::Official(&official.id), action, &format!("webhook:{id}"))?;
        list(context)
    }
}

/// Removes one with its secret and with what it was told. Removing what is not there does nothing.
#[derive(Debug, Serialize, Deserialize)]
pub struct RemoveWebhook {
    pub official: SignedInOfficial,
    pub id: WebhookId,
}

impl Operation for RemoveWebhook {
    type Reply = WebhookList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "remove-webhook";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<WebhookList, Refusal> {
        let Self { official, id } = self;
        find(context, &id)?;
        webhook::remove(context.sql, &id)?;
        audit::record(context, &Doer::Official(&official.id), "webhook.remove", &format!("webhook:{id}"))?;
        list(context)
    }
}

/// Sends something that tells of nothing, once, to see whether it arrives.
#[derive(Debug, Serialize, Deserialize)]
pub struct TestWebhook {
    pub official: SignedInOfficial,
    pub id: WebhookId,
}

impl Operation for TestWebhook {
    type Reply = WebhookList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "test-webhook";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<WebhookList, Refusal> {
        let Self { official, id } = self;
        find(context, &id)?;
        let subject = Subject::Webhook { id: id.clone() };
        // Its term is over already: it is tried once, and the page says how that went.
        let since = context.now.plus_milliseconds(-deliver::TERM);
        webhook::put(context, &id, WebhookEvent::Tested, &subject, since)?;
        audit::record(context, &Doer::Official(&official.id), "webhook.test", &format!("webhook:{id}"))?;
        list(context)
    }
}

/// Sends one after all that was given up or dropped.
#[derive(Debug, Serialize, Deserialize)]
pub struct DeliverAgain {
    pub official: SignedInOfficial,
    pub id: WebhookId,
    pub delivery: String,
}

impl Operation for DeliverAgain {
    type Reply = WebhookList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "deliver-again";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<WebhookList, Refusal> {
        let Self { official, id, delivery } = self;
        if !webhook::has_delivery(context.sql, &id, &delivery)? {
            return Err(Refusal::NotFound);
        }
        if webhook::send_again(context.sql, &id, &delivery, context.now)? {
            job::schedule(context.sql, JobKind::Webhooks, "", context.now)?;
            audit::record(context, &Doer::Official(&official.id), "webhook.send-again", &format!("webhook:{id}"))?;
        }
        list(context)
    }
}

fn find(context: &Context<'_>, id: &WebhookId) -> Result<Webhook, Refusal> {
    webhook::find(context.sql, id)?.ok_or(Refusal::NotFound)
}

/// 256 random bits: what is shown, and what is stored.
fn new_secret(context: &mut Context<'_>, id: &WebhookId) -> Result<(String, Sealed), Refusal> {
    let secret = context.random.bytes();
    let sealed = seal::seal(&context.config.encryption_keys, context.random, &purpose(id), &secret)?;
    Ok((shown_secret(&secret), sealed))
}

/// What its secret is bound to.
fn purpose(id: &WebhookId) -> String {
    format!("webhook:{id}")
}

fn list(context: &Context<'_>) -> Result<WebhookList, Refusal> {
    let webhooks = webhook::all(context.sql)?.into_iter().map(|one| view(context, one)).collect::<Result<_, _>>()?;
    Ok(WebhookList { webhooks })
}

fn view(context: &Context<'_>, one: Webhook) -> Result<WebhookView, Refusal> {
    let failed = one.failed.filter(|(at, _)| one.reached_at.is_none_or(|reached| *at >= reached));
    let (failed_at, reason) = failed.unzip();
    Ok(WebhookView {
        waiting: webhook::waiting(context.sql, &one.id)?,
        deliveries: webhook::deliveries(context.sql, &one.id, MOST_DELIVERIES)?
            .into_iter()
            .map(delivery_view)
            .collect(),
        id: one.id,
        partner_id: one.partner,
        url: one.url,
        state: one.state,
        made_at: one.made_at,
        two_secrets_until: one.previous.map(|(_, until)| until).filter(|until| *until > context.now),
        reached_at: one.reached_at,
        failed_at,
        trouble: reason.map(|reason| reason.trouble),
        status: reason.and_then(|reason| reason.status),
    })
}

fn delivery_view(delivery: Delivery) -> DeliveryView {
    DeliveryView {
        id: delivery.id,
        event: delivery.event,
        state: delivery.state,
        happened_at: delivery.happened_at,
        tries: delivery.tries,
        next_at: delivery.next_at,
        settled_at: delivery.settled_at,
        trouble: delivery.reason.map(|reason| reason.trouble),
        status: delivery.reason.and_then(|reason| reason.status),
    }
}

#[cfg(test)]
mod tests;
