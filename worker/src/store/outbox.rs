//! Messages that are to go out: written in the same transaction as what they tell of, so that there is never one
//! without the other.
//!
//! A row says who and what about, in ids. Address, name and personal link are filled in when it is sent, and are
//! gone when they have been erased.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{CaseId, HandoverId, OfficialId, PartnerId, PledgeId, PollId, ReaderId, WebhookId},
    notification::{MailKind, MailTrouble, MessageState},
    time::Instant,
};

use super::{
    Row, Sql, SqlError, Value, device,
    job::{self, JobKind},
    word,
};
use crate::{operation::Context, refusal::Refusal};

/// Who gets a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Recipient {
    Official {
        id: OfficialId,
    },
    /// Every active official of the partner who handles cases.
    Partner {
        id: PartnerId,
    },
    /// The mailbox that a partner's people read together.
    Mailbox {
        partner: PartnerId,
    },
    /// Everybody with the role of coordinator.
    Coordinators,
    /// Everybody who keeps settings.
    Administrators,
    /// Who sent the proposal, when an address is kept.
    Resident {
        case_id: CaseId,
    },
    /// Who wants the report of a poll, as long as the address is kept.
    Reader {
        id: ReaderId,
    },
    /// Who offered to help with an initiative, as long as the address is kept.
    Pledger {
        id: PledgeId,
    },
}

/// What a message is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Subject {
    Case {
        id: CaseId,
    },
    Handover {
        case_id: CaseId,
        id: HandoverId,
    },
    Poll {
        id: PollId,
    },
    Partner {
        id: PartnerId,
    },
    Webhook {
        id: WebhookId,
    },
    /// The code of this id, for this case.
    Code {
        case_id: CaseId,
        id: String,
    },
    /// What was gathered in this overview.
    Overview {
        id: String,
    },
}

/// A message as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub id: String,
    pub kind: MailKind,
    pub recipient: Recipient,
    pub subject: Subject,
    pub created_at: Instant,
    /// From when the term counts in which it is tried.
    pub since: Instant,
    pub state: MessageState,
    pub tries: u32,
    pub next_at: Option<Instant>,
    pub settled_at: Option<Instant>,
    pub trouble: Option<MailTrouble>,
    /// The codes of the server's last reply.
    pub reply: Option<String>,
}

/// Why a try did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    pub what: MailTrouble,
    pub reply: Option<String>,
}

/// Writes a message down, and asks for it to be sent when mail is set up.
pub fn put(context: &mut Context<'_>, kind: MailKind, recipient: &Recipient, subject: &Subject) -> Result<(), Refusal> {
    let now = context.now;
    if let Recipient::Resident { case_id } = recipient {
        // With mail or without: whoever asked for it on their device hears of it there too.
        device::tell_of_case(context, case_id)?;
    }
    put_from(context, kind, recipient, subject, [now, now])
}

/// The same for a message that stands for an older one.
fn put_from(
    context: &mut Context<'_>,
    kind: MailKind,
    recipient: &Recipient,
    subject: &Subject,
    [created_at, since]: [Instant; 2],
) -> Result<(), Refusal> {
    let id = shared::ids::base32(context.random.id());
    put_as(context, &id, kind, (recipient, subject), [created_at, since])
}

fn put_as(
    context: &mut Context<'_>,
    id: &str,
    kind: MailKind,
    (recipient, subject): (&Recipient, &Subject),
    [created_at, since]: [Instant; 2],
) -> Result<(), Refusal> {
    let goes_out = context.config.mail.is_some();
    context.sql.execute(
        "INSERT INTO outbox (id, template, recipient, subject, created_at, since, state, next_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        &[
            id.into(),
            kind.name().into(),
            serde_json::to_string(recipient)?.into(),
            serde_json::to_string(subject)?.into(),
            created_at.milliseconds().into(),
            since.milliseconds().into(),
            if goes_out { "waiting" } else { "kept" }.into(),
            if goes_out { context.now.milliseconds().into() } else { Value::Null },
        ],
    )?;
    if goes_out {
        job::schedule(context.sql, JobKind::Mail, "", context.now)?;
    }
    Ok(())
}

/// Puts these messages to one recipient into one overview, and asks for that to be sent.
pub fn gather(context: &mut Context<'_>, recipient: &Recipient, messages: &[Message]) -> Result<(), Refusal> {
    let (id, now) = (shared::ids::base32(context.random.id()), context.now);
    let subject = Subject::Overview { id: id.clone() };
    put_as(context, &id, MailKind::DailyOverview, (recipient, &subject), [now, now])?;
    for message in messages {
        settle(context.sql, &message.id, MessageState::Divided, None, now)?;
        context.sql.execute(
            "UPDATE outbox SET gathered_in = ? WHERE id = ?",
            &[id.as_str().into(), message.id.as_str().into()],
        )?;
    }
    Ok(())
}

/// What an overview tells of, in the order in which it happened.
pub fn gathered(sql: &dyn Sql, overview: &str) -> Result<Vec<Message>, SqlError> {
    let rows =
        sql.query("SELECT * FROM outbox WHERE gathered_in = ? ORDER BY created_at, rowid", &[overview.into()])?;
    rows.iter().map(read).collect()
}

/// All that waits for this recipient.
pub fn waiting_for(sql: &dyn Sql, recipient: &Recipient) -> Result<Vec<Message>, Refusal> {
    let rows = sql.query(
        "SELECT * FROM outbox WHERE state = 'waiting' AND recipient = ? ORDER BY created_at, rowid",
        &[serde_json::to_string(recipient)?.into()],
    )?;
    Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
}

/// Leaves a message until then.
pub fn hold(sql: &dyn Sql, id: &str, until: Instant) -> Result<(), SqlError> {
    changed(sql.execute(
        "UPDATE outbox SET next_at = ? WHERE id = ? AND state = 'waiting'",
        &[until.milliseconds().into(), id.into()],
    )?)
}

/// Gives every one of these a message of their own instead of this one.
pub fn divide(context: &mut Context<'_>, message: &Message, people: &[Recipient]) -> Result<(), Refusal> {
    for recipient in people {
        put_from(context, message.kind, recipient, &message.subject, [message.created_at, message.since])?;
    }
    let state = if people.is_empty() { MessageState::Nobody } else { MessageState::Divided };
    settle(context.sql, &message.id, state, None, context.now)?;
    Ok(())
}

fn read(row: &Row) -> Result<Message, SqlError> {
    let instant = |column| Ok::<_, SqlError>(row.optional_integer(column)?.map(Instant::from_milliseconds));
    Ok(Message {
        id: row.text("id")?.to_owned(),
        kind: row.parsed("outbox", "template", |name| MailKind::from_name(name).ok_or("not a template"))?,
        recipient: row.json("outbox", "recipient")?,
        subject: row.json("outbox", "subject")?,
        created_at: Instant::from_milliseconds(row.integer("created_at")?),
        since: Instant::from_milliseconds(row.integer("since")?),
        state: row.word("outbox", "state")?,
        tries: u32::try_from(row.integer("tries")?).unwrap_or(u32::MAX),
        next_at: instant("next_at")?,
        settled_at: instant("settled_at")?,
        trouble: match row.optional_text("trouble")? {
            Some(_) => Some(row.word("outbox", "trouble")?),
            None => None,
        },
        reply: row.optional_text("reply")?.map(str::to_owned),
    })
}

/// One message.
pub fn find(sql: &dyn Sql, id: &str) -> Result<Option<Message>, SqlError> {
    let rows = sql.query("SELECT * FROM outbox WHERE id = ?", &[id.into()])?;
    rows.first().map(read).transpose()
}

/// The message that has been due longest.
pub fn first_due(sql: &dyn Sql, now: Instant) -> Result<Option<Message>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM outbox WHERE state = 'waiting' AND next_at <= ? ORDER BY next_at, rowid LIMIT 1",
        &[now.milliseconds().into()],
    )?;
    rows.first().map(read).transpose()
}

/// When the next message is due.
pub fn next_due(sql: &dyn Sql) -> Result<Option<Instant>, SqlError> {
    let rows = sql.query("SELECT min(next_at) AS next_at FROM outbox WHERE state = 'waiting'", &[])?;
    let due = rows.first().ok_or(SqlError::NoRow { what: "min(next_at)" })?.optional_integer("next_at")?;
    Ok(due.map(Instant::from_milliseconds))
}

/// How many messages are in a state.
pub fn count(sql: &dyn Sql, state: MessageState) -> Result<u64, SqlError> {
    let rows = sql.query("SELECT count(*) AS number FROM outbox WHERE state = ?", &[word(&state)?])?;
    let number = rows.first().ok_or(SqlError::NoRow { what: "count(*)" })?.integer("number")?;
    Ok(u64::try_from(number).unwrap_or_default())
}

/// The newest messages in a state.
pub fn newest(sql: &dyn Sql, state: MessageState, most: u32) -> Result<Vec<Message>, SqlError> {
    let rows = sql.query(
        "SELECT * FROM outbox WHERE state = ? ORDER BY created_at DESC, rowid DESC LIMIT ?",
        &[word(&state)?, most.into()],
    )?;
    rows.iter().map(read).collect()
}

/// Takes a message for a try. Whoever else looks meanwhile does not find it due; when this try comes to nothing
/// because the program ends, it is due again at `until`.
pub fn take(sql: &dyn Sql, id: &str, until: Instant) -> Result<(), SqlError> {
    changed(sql.execute(
        "UPDATE outbox SET tries = tries + 1, next_at = ? WHERE id = ? AND state = 'waiting'",
        &[until.milliseconds().into(), id.into()],
    )?)
}

/// Notes that a try did not work, and when the next one is.
pub fn later(sql: &dyn Sql, id: &str, reason: &Reason, next_at: Instant) -> Result<(), SqlError> {
    changed(sql.execute(
        "UPDATE outbox SET next_at = ?, trouble = ?, reply = ? WHERE id = ? AND state = 'waiting'",
        &[next_at.milliseconds().into(), word(&reason.what)?, optional(reason.reply.as_deref()), id.into()],
    )?)
}

/// Notes that a message went out, was given up, or is for nobody.
pub fn settle(
    sql: &dyn Sql,
    id: &str,
    state: MessageState,
    reason: Option<&Reason>,
    now: Instant,
) -> Result<(), SqlError> {
    let trouble = reason.map(|reason| word(&reason.what)).transpose()?.unwrap_or(Value::Null);
    changed(sql.execute(
        "UPDATE outbox SET state = ?, settled_at = ?, next_at = NULL, trouble = ?, reply = ?
         WHERE id = ? AND state = 'waiting'",
        &[
            word(&state)?,
            now.milliseconds().into(),
            trouble,
            optional(reason.and_then(|reason| reason.reply.as_deref())),
            id.into(),
        ],
    )?)
}

/// Sends what was given up or kept after all: the term begins anew. Answers whether there was such a message.
pub fn send_again(sql: &dyn Sql, id: &str, now: Instant) -> Result<bool, SqlError> {
    let changed = sql.execute(
        "UPDATE outbox SET state = 'waiting', since = ?, next_at = ?, tries = 0, settled_at = NULL
         WHERE id = ? AND state IN ('failed', 'kept', 'nobody')",
        &[now.milliseconds().into(), now.milliseconds().into(), id.into()],
    )?;
    Ok(changed == 1)
}

fn changed(rows: u64) -> Result<(), SqlError> {
    if rows == 1 { Ok(()) } else { Err(SqlError::NoRow { what: "outbox, waiting" }) }
}

fn optional(text: Option<&str>) -> Value {
    text.map_or(Value::Null, Value::from)
}

/// How it last went with the mail server.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Server {
    /// When it last took a message.
    pub reached_at: Option<Instant>,
    /// When it last could not be used, and why.
    pub failed: Option<(Instant, Reason)>,
}

pub fn server(sql: &dyn Sql) -> Result<Server, SqlError> {
    let rows = sql.query("SELECT * FROM mail_server", &[])?;
    let Some(row) = rows.first() else { return Ok(Server::default()) };
    let failed = match row.optional_integer("failed_at")? {
        Some(at) => Some((
            Instant::from_milliseconds(at),
            Reason { what: row.word("mail_server", "trouble")?, reply: row.optional_text("reply")?.map(str::to_owned) },
        )),
        None => None,
    };
    Ok(Server { reached_at: row.optional_integer("reached_at")?.map(Instant::from_milliseconds), failed })
}

/// Notes that the server took a message.
pub fn reached(sql: &dyn Sql, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO mail_server (id, reached_at) VALUES (1, ?)
         ON CONFLICT (id) DO UPDATE SET reached_at = excluded.reached_at",
        &[now.milliseconds().into()],
    )?;
    Ok(())
}

/// Notes that the server could not be used.
pub fn unusable(sql: &dyn Sql, reason: &Reason, now: Instant) -> Result<(), SqlError> {
    sql.execute(
        "INSERT INTO mail_server (id, failed_at, trouble, reply) VALUES (1, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET failed_at = excluded.failed_at, trouble = excluded.trouble,
             reply = excluded.reply",
        &[now.milliseconds().into(), word(&reason.what)?, optional(reason.reply.as_deref())],
    )?;
    Ok(())
}
