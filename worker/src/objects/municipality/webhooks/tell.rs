//! Writing down what other systems hear of, in the transaction of the change; and the mail when one of them does not
//! take it.

use std::collections::BTreeSet;

use shared::{
    actor::Role,
    case::{Case, Event},
    ids::{CaseId, OfficialId, PollId, WebhookId},
    notification::MailKind,
    webhook::{WebhookAddress, WebhookEvent},
};

use super::super::cases;
use crate::{
    operation::Context,
    outbox::letter::{Letter, Link},
    refusal::Refusal,
    store::webhook::{self, Subject},
};

/// Tells of a case: the municipality's systems of every change that has a name, those of a partner of what its own
/// people may see, before or after.
pub fn tell_of_case(
    context: &mut Context<'_>,
    id: &CaseId,
    states: [Option<&Case>; 2],
    events: &[Event],
) -> Result<(), Refusal> {
    let told: BTreeSet<WebhookEvent> = events.iter().filter_map(WebhookEvent::of).collect();
    if told.is_empty() {
        return Ok(());
    }
    for (hook, partner) in webhook::switched_on(context.sql)? {
        let sees = partner
            .as_ref()
            .is_none_or(|partner| states.into_iter().flatten().any(|case| case.is_visible_to(partner, Role::Handler)));
        if sees {
            for event in &told {
                webhook::put(context, &hook, *event, &Subject::Case { id: id.clone() }, context.now)?;
            }
        }
    }
    Ok(())
}

/// Tells the municipality's systems of a poll that everybody can see.
pub fn tell_of_poll(context: &mut Context<'_>, id: &PollId, event: WebhookEvent) -> Result<(), Refusal> {
    for (hook, partner) in webhook::switched_on(context.sql)? {
        if partner.is_none() {
            webhook::put(context, &hook, event, &Subject::Poll { id: id.clone() }, context.now)?;
        }
    }
    Ok(())
}

/// The mail to one administrator. `None` when the webhook has been removed.
pub fn letter(
    context: &Context<'_>,
    kind: MailKind,
    reader: &OfficialId,
    id: &WebhookId,
) -> Result<Option<Letter>, Refusal> {
    let Some(hook) = webhook::find(context.sql, id)? else { return Ok(None) };
    // The name alone: what follows it may be a secret of the other side.
    let address = WebhookAddress::read(&hook.url, &context.config.webhook_origins);
    let host = address.map(|address| address.host().to_owned()).unwrap_or_default();
    cases::office_letter(context, kind, reader, host, |frame| Link {
        words: frame.to_webhooks.to_owned(),
        url: format!("{}/admin/koppelingen", context.config.admin_origin),
    })
}
