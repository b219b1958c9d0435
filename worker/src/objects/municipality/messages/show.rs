//! What the administrator sees of the messages, and sending one after all.

use serde::{Deserialize, Serialize};
use shared::{
    ids::CaseId,
    notification::MessageState,
    wire::messages::{MailServerView, MessageOverview, MessageReader, MessageText, MessageView},
};

use super::{
    super::{cases, polls, sessions::SignedInOfficial},
    deliver::write,
};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        audit::{self, Doer},
        job::{self, JobKind},
        municipality::{self, Which},
        official,
        outbox::{self, Message, Recipient, Subject},
    },
};

/// The most messages of each kind on the page.
const MOST: u32 = 50;

/// Reads what there is.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListMessages {}

impl Operation for ListMessages {
    type Reply = MessageOverview;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-messages";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<MessageOverview, Refusal> {
        super::super::settings(context)?;
        let group = |state| -> Result<(Vec<MessageView>, u64), Refusal> {
            let messages = outbox::newest(context.sql, state, MOST)?;
            let views = messages.into_iter().map(|message| view(context, message));
            Ok((views.collect::<Result<_, _>>()?, outbox::count(context.sql, state)?))
        };
        let (failed, failed_count) = group(MessageState::Failed)?;
        let (waiting, waiting_count) = group(MessageState::Waiting)?;
        let (kept, kept_count) = group(MessageState::Kept)?;
        let (nobody, nobody_count) = group(MessageState::Nobody)?;
        let (sent, sent_count) = group(MessageState::Sent)?;
        Ok(MessageOverview {
            server: server(context)?,
            readable: readable(context),
            failed,
            failed_count,
            waiting,
            waiting_count,
            kept,
            kept_count,
            nobody,
            nobody_count,
            sent,
            sent_count,
        })
    }
}

/// Reads the words of one, where that is allowed.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadMessage {
    pub id: String,
}

impl Operation for ReadMessage {
    type Reply = MessageText;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-message";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<MessageText, Refusal> {
        if !readable(context) {
            return Err(Refusal::Forbidden);
        }
        let message = outbox::find(context.sql, &self.id)?.ok_or(Refusal::NotFound)?;
        let letter = write(context, &message)?.ok_or(Refusal::NotFound)?;
        Ok(MessageText { text: letter.text(), subject: letter.subject })
    }
}

/// Sends one after all: given up, kept, or for nobody at the time. One that is under way or was sent stays as it is.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendAgain {
    pub official: SignedInOfficial,
    pub id: String,
}

impl Operation for SendAgain {
    type Reply = MessageView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "send-message-again";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<MessageView, Refusal> {
        let Self { official, id } = self;
        let missing = || Refusal::NotFound;
        outbox::find(context.sql, &id)?.ok_or_else(missing)?;
        if context.config.mail.is_none() {
            return Err(Refusal::conflict(Code::MailNotSetUp));
        }
        if outbox::send_again(context.sql, &id, context.now)? {
            job::schedule(context.sql, JobKind::Mail, "", context.now)?;
            audit::record(context, &Doer::Official(&official.id), "message.send-again", &format!("message:{id}"))?;
        }
        view(context, outbox::find(context.sql, &id)?.ok_or_else(missing)?)
    }
}

/// The words hold the resident's personal link: only somebody who tries things out on their own machine may read them.
fn readable(context: &Context<'_>) -> bool {
    context.config.mail.is_none() && context.config.is_local()
}

fn server(context: &Context<'_>) -> Result<MailServerView, Refusal> {
    let outbox::Server { reached_at, failed } = outbox::server(context.sql)?;
    let failed = failed.filter(|(at, _)| reached_at.is_none_or(|reached| *at > reached));
    let (failed_at, reason) = failed.unzip();
    Ok(MailServerView {
        set_up: context.config.mail.is_some(),
        reached_at,
        failed_at,
        trouble: reason.as_ref().map(|reason| reason.what),
        reply: reason.and_then(|reason| reason.reply),
    })
}

fn view(context: &Context<'_>, message: Message) -> Result<MessageView, Refusal> {
    let case_number = match &message.subject {
        Subject::Case { id } | Subject::Handover { case_id: id, .. } | Subject::Code { case_id: id, .. } => {
            Some(cases::case_number(context, id)?)
        }
        Subject::Poll { .. } | Subject::Partner { .. } | Subject::Webhook { .. } | Subject::Overview { .. } => None,
    };
    Ok(MessageView {
        to: reader(context, &message.recipient)?,
        case_number,
        id: message.id,
        kind: message.kind,
        state: message.state,
        tries: message.tries,
        created_at: message.created_at,
        next_at: message.next_at,
        settled_at: message.settled_at,
        trouble: message.trouble,
        reply: message.reply,
    })
}

fn reader(context: &Context<'_>, recipient: &Recipient) -> Result<MessageReader, Refusal> {
    Ok(match recipient {
        Recipient::Resident { case_id } => MessageReader::Resident { address: masked(context, case_id)? },
        Recipient::Pledger { id } => MessageReader::Resident { address: cases::masked_pledger(context, id)? },
        Recipient::Reader { id } => MessageReader::Resident { address: polls::readers::masked_address(context, id)? },
        Recipient::Official { id } => MessageReader::Official {
            name: official::find(context.sql, id)?.map(|official| official.name).unwrap_or_default(),
        },
        Recipient::Partner { id } | Recipient::Mailbox { partner: id } => {
            let partners = municipality::partners(context.sql, Which::All)?;
            let partner = partners.into_iter().find(|partner| &partner.id == id);
            MessageReader::Partner { name: partner.map(|partner| partner.name).unwrap_or_default() }
        }
        Recipient::Coordinators => MessageReader::Coordinators,
        Recipient::Administrators => MessageReader::Administrators,
    })
}

fn masked(context: &Context<'_>, case_id: &CaseId) -> Result<Option<String>, Refusal> {
    cases::masked_address(context, case_id)
}
