//! What is typed for a resident, until it is sent.

use leptos::prelude::*;
use shared::case::Channel;
use shared::fault::{Fault, FaultCode};
use shared::ids::{AreaId, IdempotencyKey, TopicId};
use shared::proposal::{Proposal, ProposalDraft};
use shared::text::Language;
use shared::wire::admin::{EnterProposalRequest, EnteredProposal, Me};

use crate::platform::new_idempotency_key;

/// Where the official is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Fill,
    Check,
    /// Sent; the code stands on the page and nowhere else.
    Done(EnteredProposal),
}

#[derive(Clone, Copy)]
pub(crate) struct IntakeDraft {
    pub(crate) step: RwSignal<Step>,
    pub(crate) channel: RwSignal<String>,
    pub(crate) language: RwSignal<String>,
    pub(crate) topic: RwSignal<String>,
    pub(crate) area: RwSignal<String>,
    pub(crate) what: RwSignal<String>,
    pub(crate) why: RwSignal<String>,
    pub(crate) we_do: RwSignal<String>,
    pub(crate) we_need: RwSignal<String>,
    pub(crate) only_inform: RwSignal<bool>,
    pub(crate) neighbourhood_watch: RwSignal<bool>,
    pub(crate) email: RwSignal<String>,
    pub(crate) may_be_public: RwSignal<bool>,
    /// The key of the last request: the same request again gets the same key, so that a lost answer costs nothing.
    sent: StoredValue<Option<(EnterProposalRequest, IdempotencyKey)>>,
}

impl IntakeDraft {
    pub(crate) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            step: RwSignal::new(Step::Fill),
            channel: empty(),
            language: RwSignal::new(Language::Nl.tag().to_owned()),
            topic: empty(),
            area: empty(),
            what: empty(),
            why: empty(),
            we_do: empty(),
            we_need: empty(),
            only_inform: RwSignal::new(false),
            neighbourhood_watch: RwSignal::new(false),
            email: empty(),
            may_be_public: RwSignal::new(false),
            sent: StoredValue::new(None),
        }
    }

    pub(crate) fn holds_text(&self) -> bool {
        let done = self.step.with_untracked(|step| matches!(step, Step::Done(_)));
        !done
            && [self.what, self.why, self.we_do, self.we_need, self.email]
                .iter()
                .any(|text| text.with_untracked(|text| !text.trim().is_empty()))
    }

    /// Empties the form. How it came in stays: who types a pile of letters does not choose "on paper" each time.
    pub(crate) fn start_again(&self) {
        for text in [self.topic, self.area, self.what, self.why, self.we_do, self.we_need, self.email] {
            text.set(String::new());
        }
        self.language.set(Language::Nl.tag().to_owned());
        self.only_inform.set(false);
        self.neighbourhood_watch.set(false);
        self.may_be_public.set(false);
        self.sent.set_value(None);
        self.step.set(Step::Fill);
    }

    /// Checks what was typed by the same rule as the server.
    pub(crate) fn read(&self, me: &Me) -> Result<(EnterProposalRequest, Proposal), Vec<Fault>> {
        let mut faults = Vec::new();
        let channel = match self.channel.get_untracked().as_str() {
            "desk" => Some(Channel::Desk),
            "phone" => Some(Channel::Phone),
            "paper" => Some(Channel::Paper),
            _ => {
                faults.push(Fault::new("channel", FaultCode::ChoiceRequired));
                None
            }
        };
        let language = self.language.with_untracked(|tag| Language::from_tag(tag)).unwrap_or_default();
        let only_inform = self.only_inform.get_untracked();
        let draft = ProposalDraft {
            topic_id: self.topic.with_untracked(|id| TopicId::parse(id).ok()),
            area_id: self.area.with_untracked(|id| AreaId::parse(id).ok()),
            what: self.what.get_untracked(),
            why: self.why.get_untracked(),
            we_do: self.we_do.get_untracked(),
            // Who needs nothing has no such field on the page; what stood there before does not count.
            we_need: if only_inform { String::new() } else { self.we_need.get_untracked() },
            only_inform,
            neighbourhood_watch: self.neighbourhood_watch.get_untracked(),
            email: self.email.get_untracked(),
            may_be_public: self.may_be_public.get_untracked(),
        };
        match draft.read(language, &me.topics, &me.areas) {
            Ok(proposal) => match channel {
                Some(channel) => Ok((EnterProposalRequest { draft, language, channel }, proposal)),
                None => Err(faults),
            },
            Err(more) => {
                faults.extend(more);
                Err(faults)
            }
        }
    }

    /// The key for a request; none where none can be made.
    pub(crate) fn key_for(&self, request: &EnterProposalRequest) -> Option<IdempotencyKey> {
        let known = self
            .sent
            .with_value(|sent| sent.as_ref().filter(|(earlier, _)| earlier == request).map(|(_, key)| key.clone()));
        known.or_else(|| {
            let key = new_idempotency_key()?;
            self.sent.set_value(Some((request.clone(), key.clone())));
            Some(key)
        })
    }
}

#[cfg(test)]
mod tests {
    use shared::actor::Role;
    use shared::area::{Area, AreaKind};
    use shared::ids::{OfficialId, PartnerId, Slug};

    use super::*;

    fn me() -> Me {
        Me {
            official_id: OfficialId::parse("o").unwrap(),
            name: "O".into(),
            role: Role::Handler,
            language: Language::Nl,
            partner_id: PartnerId::parse("p").unwrap(),
            municipality: Slug::parse("waterdam").unwrap(),
            municipality_name: "Waterdam".into(),
            partners: Vec::new(),
            topics: Vec::new(),
            areas: vec![Area {
                id: AreaId::parse("b1").unwrap(),
                parent_id: None,
                kind: AreaKind::Buurt,
                name: "Buurt 1".into(),
                cbs: None,
                network_level: None,
            }],
        }
    }

    #[test]
    fn every_field_at_fault_is_named_at_once() {
        Owner::new().with(|| {
            let draft = IntakeDraft::new();
            draft.email.set("geen adres".into());
            let faults: Vec<String> = draft.read(&me()).unwrap_err().into_iter().map(|fault| fault.field).collect();
            assert_eq!(faults, ["channel", "what", "email", "areaId"]);
        });
    }

    #[test]
    fn who_needs_nothing_sends_no_needs_and_the_channel_stays_for_the_next() {
        Owner::new().with(|| {
            let draft = IntakeDraft::new();
            draft.channel.set("paper".into());
            draft.area.set("b1".into());
            draft.what.set("Een bankje".into());
            draft.we_need.set("Verf".into());
            draft.only_inform.set(true);
            let (request, proposal) = draft.read(&me()).unwrap();
            assert_eq!((request.channel, proposal.we_need), (Channel::Paper, None));
            assert!(draft.holds_text());
            draft.start_again();
            assert!(!draft.holds_text());
            assert_eq!(draft.channel.get_untracked(), "paper");
        });
    }
}
