//! One overview on every working day, for partners that want no single messages.
//!
//! A message for such a partner waits until the overview of its day. The first one that becomes due takes with it all
//! that was written before, in one transaction: so nothing is told twice or not at all, however late the alarm rings and
//! however often.

use shared::{
    ids::PartnerId,
    mailing::{Mailing, overview_after},
    promise::Calendar,
};

use super::super::settings;
use crate::{
    operation::Context,
    refusal::Refusal,
    store::{
        outbox::{self, Message, Recipient},
        partner_care,
    },
};

/// Whether the message waits for an overview or has gone into one; otherwise it is sent by itself.
pub(super) fn takes(context: &mut Context<'_>, message: &Message) -> Result<bool, Refusal> {
    let Recipient::Partner { id } = &message.recipient else { return Ok(false) };
    let mailing = mailing(context, id)?;
    if !mailing.gathers(message.kind) {
        return Ok(false);
    }
    let (settings, now) = (settings(context)?, context.now);
    let calendar = Calendar::new(&settings.own_free_days);
    let goes_out = overview_after(calendar, message.created_at);
    if now < goes_out {
        outbox::hold(context.sql, &message.id, goes_out)?;
    } else if !calendar.is_working_day(now.dutch_date()) {
        // The alarm rang late, and nobody is at work today.
        outbox::hold(context.sql, &message.id, overview_after(calendar, now))?;
    } else {
        let mut all = outbox::waiting_for(context.sql, &message.recipient)?;
        all.retain(|other| mailing.gathers(other.kind) && overview_after(calendar, other.created_at) <= now);
        outbox::gather(context, &message.recipient, &all)?;
    }
    Ok(true)
}

fn mailing(context: &Context<'_>, id: &PartnerId) -> Result<Mailing, Refusal> {
    Ok(partner_care::all(context.sql)?.remove(id).map(|care| care.mailing).unwrap_or_default())
}
