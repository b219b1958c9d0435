//! Sending in: what comes in, where it goes and by when there is an answer, in one decision.

use super::command::{Context, Decision, Written};
use super::event::{Event, Received};
use super::{CaseNumber, Channel};
use crate::ids::TextId;
use crate::notification::{MailKind, Recipient};
use crate::proposal::Proposal;
use crate::routing::Routing;

/// A proposal with everything that comes from outside: its number, ids for its texts, and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    pub number: CaseNumber,
    pub proposal: Proposal,
    pub text_ids: TextIds,
    pub channel: Channel,
    pub routing: Routing,
    /// Whether the text seems to accuse somebody: a coordinator reads it before any other partner does.
    pub hold: bool,
}

/// Ids for the four texts of a proposal; those of texts that are not there stay unused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextIds {
    pub what: TextId,
    pub why: TextId,
    pub we_do: TextId,
    pub we_need: TextId,
}

impl Submission {
    /// Makes the case. Whatever is sent in is received: there is no refusal.
    pub fn decide(self, context: &Context<'_>) -> Decision {
        let Self { number, proposal, text_ids, channel, routing, hold } = self;
        let mut decision = Decision::default();
        let mut keep = |id: TextId, words: Option<String>| {
            let written = Written { id, words: words? };
            let id = written.id.clone();
            decision.text(written);
            Some(id)
        };
        let what = text_ids.what.clone();
        keep(text_ids.what, Some(proposal.what));
        let (why, we_do) = (keep(text_ids.why, proposal.why), keep(text_ids.we_do, proposal.we_do));
        let we_need = keep(text_ids.we_need, proposal.we_need);
        let (lead, supporting) = (routing.lead.clone(), routing.supporting.clone());
        let alarm = routing.fallback.is_some();
        let promise = context.in_working_days(routing.answer_days);
        decision.event(Event::Received(Box::new(Received {
            number,
            topic_id: proposal.topic_id,
            area_id: proposal.area_id,
            kind: proposal.kind,
            language: proposal.language,
            channel,
            may_be_public: proposal.may_be_public,
            what,
            why,
            we_do,
            we_need,
            routing,
            promise,
        })));
        decision.tell(Recipient::Resident, MailKind::Received);
        if alarm {
            decision.tell(Recipient::Coordinators, MailKind::RoutingAlarm);
        }
        if hold {
            decision.event(Event::HeldForReview).tell(Recipient::Coordinators, MailKind::ReviewNeeded);
        } else {
            decision.tell(Recipient::Partner { id: lead }, MailKind::CaseAssigned);
            for id in supporting {
                decision.tell(Recipient::Partner { id }, MailKind::CaseSupported);
            }
        }
        decision
    }
}
