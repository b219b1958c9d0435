//! An answer in parts: what we do, what the resident does, what we ask. Each partner needs something of the others and
//! offers something, so an answer says so.

use serde::{Deserialize, Serialize};

use super::command::{Context, Decision, Written};
use super::event::Event;
use super::{Case, CaseAction, Refusal, decide::promisable};
use crate::actor::Actor;
use crate::fault::FaultCode;
use crate::ids::TextId;
use crate::notification::{MailKind, Recipient};
use crate::time::CivilDate;

/// Three parts, of which at least one is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Parts<T = TextId> {
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub we_do: Option<T>,
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub you_do: Option<T>,
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    pub we_ask: Option<T>,
}

impl<T> Parts<T> {
    /// In the order of reading.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        [&self.we_do, &self.you_do, &self.we_ask].into_iter().flatten()
    }

    pub fn map<U>(&self, change: impl Fn(&T) -> U) -> Parts<U> {
        Parts {
            we_do: self.we_do.as_ref().map(&change),
            you_do: self.you_do.as_ref().map(&change),
            we_ask: self.we_ask.as_ref().map(&change),
        }
    }

    /// The same without what is not there any more.
    pub fn and_then<U>(&self, find: impl Fn(&T) -> Option<U>) -> Parts<U> {
        Parts {
            we_do: self.we_do.as_ref().and_then(&find),
            you_do: self.you_do.as_ref().and_then(&find),
            we_ask: self.we_ask.as_ref().and_then(&find),
        }
    }
}

impl Case {
    pub(super) fn reply(
        &self,
        parts: &Parts<Written>,
        next_news_by: Option<CivilDate>,
        actor: &Actor,
        context: &Context<'_>,
    ) -> Result<Decision, Refusal> {
        self.permits(CaseAction::Update, actor, context)?;
        let Some(first) = parts.iter().next() else { return Err(Refusal::field("weDo", FaultCode::Required)) };
        let until = match next_news_by {
            Some(date) => promisable("nextNewsBy", date, context)?,
            None => context.in_working_days(context.terms.update_days),
        };
        let mut decision = Decision::default();
        decision
            .event(Event::Updated {
                partner: self.owner().clone(),
                text: first.id.clone(),
                parts: Some(parts.map(|written| written.id.clone())),
            })
            .event(Event::PromiseSet { until, reason: None })
            .tell(Recipient::Resident, MailKind::News);
        for written in parts.iter() {
            decision.text(written.clone());
        }
        Ok(decision)
    }
}
