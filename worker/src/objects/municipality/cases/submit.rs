//! A proposal comes in: sent by a resident, or entered by an official for somebody who came by, called or wrote.

use serde::{Deserialize, Serialize};
use shared::{
    actor::Actor,
    case::{Channel, Submission, TextIds},
    fault::{Fault, FaultCode},
    follow_key::FollowKey,
    ids::{IdempotencyKey, TextId},
    privacy,
    proposal::{Proposal, ProposalDraft},
    routing::Facts,
    text::Language,
    wire::{
        admin::{EnterProposalRequest, EnteredProposal},
        public::{ProposalReceipt, ProposalRequest},
    },
};

use super::{super::sessions::SignedInOfficial, File, Messages, RouteTable, Scene, names::Names, store_new};
use crate::{
    auth::follow_key,
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    seal::{self, Sealed},
    store::{
        audit::{self, Doer},
        case as cases, contact, idempotency,
    },
};

/// Sends in a proposal. The same key and request get the same receipt.
#[derive(Debug, Serialize, Deserialize)]
pub struct SubmitProposal {
    pub key: IdempotencyKey,
    pub request: ProposalRequest,
}

impl Operation for SubmitProposal {
    type Reply = ProposalReceipt;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "submit-proposal";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<ProposalReceipt, Refusal> {
        let Self { key, request } = self;
        idempotency::once(context, "proposal", &key, &request, |context| {
            let language = request.language;
            let file = receive(
                context,
                &request.draft,
                Arrival {
                    language,
                    channel: Channel::Online,
                    actor: &Actor::Resident,
                    follow_key: &request.follow_key,
                },
            )?;
            let received = &file.case.received;
            Ok(ProposalReceipt {
                number: received.number.to_string(),
                partner: Names::read(context)?.public_name(&received.routing.lead, language),
                reason: received.routing.reason.in_language(language).text,
                answer_by: received.promise,
                case_id: file.id,
            })
        })
    }
}

/// Enters a proposal on somebody's behalf. The follow key is made here and shown once, to be handed over.
#[derive(Debug, Serialize, Deserialize)]
pub struct EnterProposal {
    pub official: SignedInOfficial,
    pub key: IdempotencyKey,
    pub request: EnterProposalRequest,
}

/// What is kept for a repeated request: the follow key only encrypted.
#[derive(Serialize, Deserialize)]
struct Entered {
    receipt: EnteredProposal,
    follow_key: Sealed,
}

impl Operation for EnterProposal {
    type Reply = EnteredProposal;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "enter-proposal";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<EnteredProposal, Refusal> {
        let Self { official, key, request } = self;
        let scope = format!("entered-proposal:{}", official.id);
        let purpose = format!("entered follow key:{}:{}:{key}", context.name, official.id);
        let Entered { mut receipt, follow_key } = idempotency::once(context, &scope, &key, &request, |context| {
            let follow_key = FollowKey::from_random(context.random.id());
            let file = receive(
                context,
                &request.draft,
                Arrival {
                    language: request.language,
                    channel: request.channel,
                    actor: &official.actor(),
                    follow_key: &follow_key,
                },
            )?;
            audit::record(context, &Doer::Official(&official.id), "case.enter", &format!("case:{}", file.id))?;
            let received = &file.case.received;
            let receipt = EnteredProposal {
                number: received.number.to_string(),
                owner: received.routing.lead.clone(),
                answer_by: received.promise,
                follow_key: String::new(),
                case_id: file.id,
            };
            let keys = &context.config.encryption_keys;
            let sealed = seal::seal(keys, context.random, &purpose, follow_key.as_str().as_bytes())?;
            Ok(Entered { receipt, follow_key: sealed })
        })?;
        let opened = seal::open(&context.config.encryption_keys, &purpose, &follow_key)?;
        receipt.follow_key = String::from_utf8(opened).map_err(|_| Refusal::fault("a follow key that is no text"))?;
        Ok(receipt)
    }
}

/// How a proposal came in.
#[derive(Clone, Copy)]
struct Arrival<'a> {
    language: Language,
    channel: Channel,
    actor: &'a Actor,
    follow_key: &'a FollowKey,
}

/// Reads, routes and stores a proposal, with the means to follow it.
fn receive(context: &mut Context<'_>, draft: &ProposalDraft, arrival: Arrival<'_>) -> Result<File, Refusal> {
    let (scene, table) = (Scene::read(context)?, RouteTable::read(context)?);
    let proposal = draft.read(arrival.language, &table.topics, &table.areas).map_err(in_draft)?;
    let email = proposal.email.clone();
    let submission = submission(context, &scene, &table, proposal, arrival.channel)?;
    let decision = submission.decide(&scene.at(context.now));
    let file = store_new(context, &scene, decision, arrival.actor, Messages::Send)?;
    // 128 random bits are never drawn twice: a page that sends its key again means another proposal by mistake.
    if !contact::put_follow_key(context.sql, &follow_key::hash(arrival.follow_key), &file.id)? {
        return Err(Refusal::invalid("followKey", FaultCode::Duplicate));
    }
    if let Some(email) = email {
        keep_contact(context, &file, email, arrival.follow_key)?;
    }
    Ok(file)
}

/// Fields as they stand in the request.
fn in_draft(faults: Vec<Fault>) -> Refusal {
    let inside = |fault: Fault| Fault::new(format!("draft.{}", fault.field), fault.code);
    faults.into_iter().map(inside).collect::<Vec<_>>().into()
}

/// A proposal with its number, its ids and where it goes.
pub(super) fn submission(
    context: &mut Context<'_>,
    scene: &Scene,
    table: &RouteTable,
    proposal: Proposal,
    channel: Channel,
) -> Result<Submission, Refusal> {
    let today = context.now.dutch_date();
    let facts = Facts { topic_id: proposal.topic_id.as_ref(), area_id: &proposal.area_id, kind: proposal.kind };
    let routing = table.routes(scene).route(facts, today);
    let mut id = || TextId::from_random(context.random.id());
    let text_ids = TextIds { what: id(), why: id(), we_do: id(), we_need: id() };
    Ok(Submission {
        number: cases::next_number(context.sql, today.year())?,
        hold: accuses(&proposal),
        proposal,
        text_ids,
        channel,
        routing,
    })
}

fn accuses(proposal: &Proposal) -> bool {
    let others = [&proposal.why, &proposal.we_do, &proposal.we_need];
    privacy::accuses(&proposal.what) || others.into_iter().flatten().any(|text| privacy::accuses(text))
}

/// How to reach the resident.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Contact {
    pub(super) email: String,
    /// So that a mail can carry the personal link.
    pub(super) follow_key: FollowKey,
}

pub(super) fn keep_contact(
    context: &mut Context<'_>,
    file: &File,
    email: String,
    follow_key: &FollowKey,
) -> Result<(), Refusal> {
    let contact = serde_json::to_vec(&Contact { email, follow_key: follow_key.clone() })?;
    let purpose = contact_purpose(context, file);
    let sealed = seal::seal(&context.config.encryption_keys, context.random, &purpose, &contact)?;
    contact::put(context.sql, &file.id, &sealed)?;
    Ok(())
}

/// Bound to the case and the municipality, so that no other case's address can be put in its place.
fn contact_purpose(context: &Context<'_>, file: &File) -> String {
    format!("contact:{}:{}", context.name, file.id)
}

/// How to reach the resident of a case, for whoever sends the messages.
pub(super) fn contact(context: &Context<'_>, file: &File) -> Result<Option<Contact>, Refusal> {
    let Some(sealed) = contact::find(context.sql, &file.id)? else { return Ok(None) };
    let opened = seal::open(&context.config.encryption_keys, &contact_purpose(context, file), &sealed)?;
    Ok(Some(serde_json::from_slice(&opened)?))
}
