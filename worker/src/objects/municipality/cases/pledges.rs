//! Offers to help with an initiative. The rules are in `shared::pledge`; here a decision is stored whole, and the two
//! people read each other's words and nothing else of each other.

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    follow_key::FollowKey,
    ids::{CaseId, IdempotencyKey, PledgeId},
    notification::MailKind,
    pledge::{
        Pledge, PledgeAct, PledgeCount, PledgeDecision, PledgeLimit, PledgePurpose, PledgeRefusal, PledgeState, Side,
        may_mail, may_offer,
    },
    privacy,
    proposal::read_email,
    text::{Language, RESIDENT_TEXT},
    wire::{
        pledges::{JoinedView, PledgeMessage, PledgeRequest, PledgeView},
        public::FollowView,
    },
};

use super::{
    File, experience,
    followed::{followed, view as followed_view},
    names::{Names, title},
    shown_texts,
    submit::Contact,
    tasks,
};
use crate::{
    auth::{
        follow_key::{self, KeyHash},
        stop_token,
    },
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    seal,
    store::{
        idempotency, object,
        outbox::{self, Recipient, Subject},
        pledge::{self, StoredMessage, StoredPledge},
    },
};

/// Offers to help. The same key and request do it once.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakePledge {
    pub case_id: CaseId,
    pub key: IdempotencyKey,
    pub request: PledgeRequest,
}

impl Operation for MakePledge {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "make-pledge";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        let Self { case_id, key, request } = self;
        let scope = format!("pledge:{case_id}");
        idempotency::once(context, &scope, &key, &request, |context| {
            let file = File::read(context, &case_id)?;
            // What is not public is not there.
            if !file.case.is_public() || file.case.is_held() {
                return Err(Refusal::NotFound);
            }
            match request.purpose {
                PledgePurpose::Help if !file.case.may_be_joined() => return Err(Refusal::conflict(Code::PledgeOver)),
                PledgePurpose::Question if !experience::is_offered(context, &file)? => {
                    return Err(Refusal::conflict(Code::NoQuestions));
                }
                PledgePurpose::Help | PledgePurpose::Question => may_come(context, &case_id, request.purpose)?,
            }
            let words = checked(&request.text)?;
            let email = read_email(&request.email).map_err(|code| Refusal::invalid("email", code))?;
            let stored = StoredPledge {
                id: PledgeId::from_random(context.random.id()),
                case_id: case_id.clone(),
                purpose: request.purpose,
                state: PledgeState::Offered,
                language: request.language,
                offered_on: context.now.dutch_date(),
            };
            if !pledge::put(context.sql, &stored, &follow_key::hash(&request.follow_key))? {
                return Err(Refusal::invalid("followKey", FaultCode::Duplicate));
            }
            pledge::add_message(context.sql, &stored.id, Side::Pledger, &words, stored.offered_on)?;
            let email = match email {
                Some(email) if mails_to(context, &stored, &email)? => Some(email),
                _ => None,
            };
            if let Some(email) = email {
                keep_contact(context, &stored, email, &request.follow_key)?;
                let kind = match stored.purpose {
                    PledgePurpose::Help => MailKind::PledgeReceived,
                    PledgePurpose::Question => MailKind::QuestionReceived,
                };
                tell_pledger(context, &stored, kind)?;
            }
            tell(context, &stored, Side::Initiator)?;
            Ok(object::public_changed(context.sql)?)
        })
    }
}

/// Whether one more may come in.
fn may_come(context: &Context<'_>, case_id: &CaseId, purpose: PledgePurpose) -> Result<(), Refusal> {
    let (running, today) =
        (pledge::running(context.sql, case_id)?, pledge::count_on(context.sql, case_id, context.now.dutch_date())?);
    may_offer(running, today).map_err(|limit| {
        Refusal::conflict(match (purpose, limit) {
            (PledgePurpose::Help, PledgeLimit::Full) => Code::PledgesFull,
            (PledgePurpose::Help, PledgeLimit::FullToday) => Code::PledgesFullToday,
            (PledgePurpose::Question, PledgeLimit::Full | PledgeLimit::FullToday) => Code::QuestionsFull,
        })
    })
}

/// Whether mail about this offer goes to this address; then it counts for the next one. Without a key in the environment
/// addresses cannot be told apart.
fn mails_to(context: &Context<'_>, stored: &StoredPledge, email: &str) -> Result<bool, Refusal> {
    let Some(hash) = stop_token::pledger_hash(&context.config.hash_keys, context.name, email) else { return Ok(true) };
    let mails = may_mail(&pledge::left_with(context.sql, &hash)?, &stored.case_id);
    if mails {
        pledge::put_address(context.sql, &stored.id, &hash)?;
    }
    Ok(mails)
}

/// Reads the offer that a key opens.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadPledge {
    pub key: KeyHash,
    pub language: Language,
}

impl Operation for ReadPledge {
    type Reply = JoinedView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-pledge";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<JoinedView, Refusal> {
        joined_view(context, &opened(context, &self.key)?, self.language)
    }
}

/// Writes to the initiator, or takes the offer back.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActAsPledger {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub act: PledgeAct,
    pub language: Language,
}

impl Operation for ActAsPledger {
    type Reply = JoinedView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "act-as-pledger";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<JoinedView, Refusal> {
        let Self { key, idempotency_key, act, language } = self;
        let stored = opened(context, &key)?;
        let scope = format!("pledger:{}", stored.id);
        idempotency::once(context, &scope, &idempotency_key, &act.clone(), |context| {
            self::act(context, &stored, act, Side::Pledger)
        })?;
        joined_view(context, &opened(context, &key)?, language)
    }
}

/// The initiator says yes or no, writes, or stops.
#[derive(Debug, Serialize, Deserialize)]
pub struct ActOnPledge {
    pub key: KeyHash,
    pub idempotency_key: IdempotencyKey,
    pub pledge_id: PledgeId,
    pub act: PledgeAct,
    pub language: Language,
}

impl Operation for ActOnPledge {
    type Reply = FollowView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "act-on-pledge";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FollowView, Refusal> {
        let Self { key, idempotency_key, pledge_id, act, language } = self;
        let file = followed(context, &key)?;
        // An offer for another initiative looks like none.
        let stored = pledge::find(context.sql, &pledge_id)?.filter(|stored| stored.case_id == file.id);
        let stored = stored.ok_or_else(|| Refusal::conflict(Code::PledgeOver))?;
        let scope = format!("initiator:{pledge_id}");
        idempotency::once(context, &scope, &idempotency_key, &act.clone(), |context| {
            self::act(context, &stored, act, Side::Initiator)
        })?;
        followed_view(context, &file, language)
    }
}

pub(super) fn opened(context: &Context<'_>, key: &KeyHash) -> Result<StoredPledge, Refusal> {
    pledge::by_key(context.sql, key)?.ok_or(Refusal::NotFound)
}

/// What somebody writes to somebody else: cleaned, and without an accusation of a third.
fn checked(text: &str) -> Result<String, Refusal> {
    let words = RESIDENT_TEXT.read_required(text).map_err(|code| Refusal::invalid("text", code))?;
    if privacy::accuses(&words) { Err(Refusal::invalid("text", FaultCode::Accuses)) } else { Ok(words) }
}

fn act(context: &mut Context<'_>, stored: &StoredPledge, act: PledgeAct, side: Side) -> Result<(), Refusal> {
    let act = match act {
        PledgeAct::Write { text } => PledgeAct::Write { text: checked(&text)? },
        act => act,
    };
    let messages = u32::try_from(pledge::messages(context.sql, &stored.id)?.len()).unwrap_or(u32::MAX);
    let decision = Pledge { state: stored.state, messages }.decide(act, side).map_err(|refusal| match refusal {
        PledgeRefusal::NotInTouch => Refusal::conflict(Code::PledgeNotAnswered),
        PledgeRefusal::TooMany => Refusal::TooMany,
        PledgeRefusal::NotYours | PledgeRefusal::Over => Refusal::conflict(Code::PledgeOver),
    })?;
    store(context, stored, decision, side)
}

fn store(
    context: &mut Context<'_>,
    stored: &StoredPledge,
    decision: PledgeDecision,
    side: Side,
) -> Result<(), Refusal> {
    let PledgeDecision { state, says, tells, erases } = decision;
    pledge::set_state(context.sql, &stored.id, state)?;
    if let Some(words) = says {
        pledge::add_message(context.sql, &stored.id, side, &words, context.now.dutch_date())?;
    }
    if erases {
        pledge::erase(context.sql, &stored.id)?;
    }
    if let Some(side) = tells {
        tell(context, stored, side)?;
    }
    if state.counts() != stored.state.counts() {
        object::public_changed(context.sql)?;
        tasks::pledger_left(context, stored)?;
    }
    Ok(())
}

/// The initiative was taken back: who offered to help hears so.
pub(super) fn end_all(context: &mut Context<'_>, file: &File) -> Result<(), Refusal> {
    for stored in pledge::of_case(context.sql, &file.id)? {
        if let Some(decision) = (Pledge { state: stored.state, messages: 0 }).end() {
            store(context, &stored, decision, Side::Initiator)?;
        }
    }
    Ok(())
}

/// Nobody is to be asked any more: the questions that run stop, as if the one who was asked had said no.
pub(super) fn end_questions(context: &mut Context<'_>, id: &CaseId) -> Result<(), Refusal> {
    for stored in pledge::of_case(context.sql, id)? {
        if stored.purpose == PledgePurpose::Question && stored.state.counts() {
            self::act(context, &stored, PledgeAct::Decline, Side::Initiator)?;
        }
    }
    Ok(())
}

fn tell(context: &mut Context<'_>, stored: &StoredPledge, side: Side) -> Result<(), Refusal> {
    match side {
        Side::Pledger => tell_of_news(context, stored),
        Side::Initiator => {
            let recipient = Recipient::Resident { case_id: stored.case_id.clone() };
            let kind = match stored.purpose {
                PledgePurpose::Help => MailKind::PledgeForYou,
                PledgePurpose::Question => MailKind::QuestionForYou,
            };
            outbox::put(context, kind, &recipient, &Subject::Case { id: stored.case_id.clone() })
        }
    }
}

/// There is something new for who joins in or asks.
pub(super) fn tell_of_news(context: &mut Context<'_>, stored: &StoredPledge) -> Result<(), Refusal> {
    let kind = match stored.purpose {
        PledgePurpose::Help => MailKind::PledgeNews,
        PledgePurpose::Question => MailKind::QuestionNews,
    };
    tell_pledger(context, stored, kind)
}

fn tell_pledger(context: &mut Context<'_>, stored: &StoredPledge, kind: MailKind) -> Result<(), Refusal> {
    let recipient = Recipient::Pledger { id: stored.id.clone() };
    outbox::put(context, kind, &recipient, &Subject::Case { id: stored.case_id.clone() })
}

fn purpose(context: &Context<'_>, id: &PledgeId) -> String {
    format!("pledge:{}:{id}", context.name)
}

fn keep_contact(
    context: &mut Context<'_>,
    stored: &StoredPledge,
    email: String,
    key: &FollowKey,
) -> Result<(), Refusal> {
    let contact = serde_json::to_vec(&Contact { email, follow_key: key.clone() })?;
    let purpose = purpose(context, &stored.id);
    let sealed = seal::seal(&context.config.encryption_keys, context.random, &purpose, &contact)?;
    Ok(pledge::put_contact(context.sql, &stored.id, &sealed)?)
}

/// How to reach who offered, and in which language, for whoever sends the messages.
pub(super) fn contact(context: &Context<'_>, id: &PledgeId) -> Result<Option<(Contact, Language)>, Refusal> {
    let (Some(stored), Some(sealed)) = (pledge::find(context.sql, id)?, pledge::contact(context.sql, id)?) else {
        return Ok(None);
    };
    let opened = seal::open(&context.config.encryption_keys, &purpose(context, id), &sealed)?;
    Ok(Some((serde_json::from_slice(&opened)?, stored.language)))
}

/// The address, so far hidden that nobody can write to it.
pub fn masked_pledger(context: &Context<'_>, id: &PledgeId) -> Result<Option<String>, Refusal> {
    Ok(contact(context, id)?.map(|(contact, _)| super::masked(&contact.email)))
}

/// An offer as one of the two reads it.
fn view(context: &Context<'_>, stored: &StoredPledge, reader: Side) -> Result<PledgeView, Refusal> {
    let message = |message: StoredMessage| {
        Some(PledgeMessage { on: message.written_on, yours: message.side == reader, text: message.words? })
    };
    Ok(PledgeView {
        id: stored.id.clone(),
        purpose: stored.purpose,
        state: stored.state,
        offered_on: stored.offered_on,
        messages: pledge::messages(context.sql, &stored.id)?.into_iter().filter_map(message).collect(),
    })
}

pub(super) fn joined_view(
    context: &Context<'_>,
    stored: &StoredPledge,
    language: Language,
) -> Result<JoinedView, Refusal> {
    let file = File::read(context, &stored.case_id)?;
    let shown = file.case.is_public() && !file.case.is_held();
    let mut texts = shown_texts(context, &file)?;
    let tasks = if shown && stored.state == PledgeState::InTouch {
        let reader = tasks::Reader::Pledger(&stored.id);
        tasks::for_residents(context, &file.case, &texts, &Names::read(context)?, (reader, language))
    } else {
        Vec::new()
    };
    let what = texts.remove(&file.case.received.what);
    Ok(JoinedView {
        pledge: view(context, stored, Side::Pledger)?,
        title: shown.then(|| title(what.as_deref())),
        case_id: stored.case_id.clone(),
        status: file.case.status(),
        tasks,
    })
}

/// What the initiator reads.
pub(super) fn for_initiator(context: &Context<'_>, file: &File) -> Result<Vec<PledgeView>, Refusal> {
    pledge::of_case(context.sql, &file.id)?.iter().map(|stored| view(context, stored, Side::Initiator)).collect()
}

pub(super) fn count(context: &Context<'_>, file: &File) -> Result<PledgeCount, Refusal> {
    Ok(PledgeCount::of(pledge::count(context.sql, &file.id)?))
}

/// An offer of somebody who left no address, for a sample: as [`MakePledge`], without messages.
pub(super) fn sample(context: &mut Context<'_>, case_id: &CaseId, text: &str) -> Result<(), Refusal> {
    let stored = StoredPledge {
        id: PledgeId::from_random(context.random.id()),
        case_id: case_id.clone(),
        purpose: PledgePurpose::Help,
        state: PledgeState::Offered,
        language: Language::Nl,
        offered_on: context.now.dutch_date(),
    };
    let key = FollowKey::from_random(context.random.id());
    pledge::put(context.sql, &stored, &follow_key::hash(&key))?;
    pledge::add_message(context.sql, &stored.id, Side::Pledger, &checked(text)?, stored.offered_on)?;
    Ok(())
}
