//! Sending what is due: take a message in one transaction, talk with the server outside of any, note what became of
//! it in another.
//!
//! A message that was taken is due again when its lease ends, so that a crash between the two loses nothing; it then
//! goes out once more under the same Message-ID.

use shared::{
    absence::Staff,
    actor::Permission,
    notification::{MailTrouble, MessageState},
    partner::Official,
    time::Instant,
};

use super::super::{
    cases::{self, availability},
    jobs::{After, Work},
    polls, webhooks,
};
use super::overview;
use crate::{
    config::MailSettings,
    operation::Context,
    outbox::{
        letter::Letter,
        message::{self, Identity},
        smtp::{Envelope, Session, Trouble, Verdict},
    },
    refusal::Refusal,
    report,
    store::{
        municipality::{self, Which},
        official,
        outbox::{self, Message, Reason, Recipient, Subject},
        partner_care,
    },
};

/// How long a message is tried, in milliseconds. After that its news is old, and somebody has to look.
pub(super) const TERM: i64 = 72 * 3_600_000;
/// The waits between tries; the last one repeats.
const WAITS: [i64; 6] = [60_000, 5 * 60_000, 15 * 60_000, 30 * 60_000, 3_600_000, 2 * 3_600_000];
/// Longer than the longest talk about one message: a dozen replies of at most 120 seconds each are 24 minutes.
const LEASE: i64 = 30 * 60_000;
/// After so long other work of the municipality gets its turn.
const LONGEST_TURN: i64 = 60_000;

/// What to do with the message that is due first.
enum Next {
    /// Nothing is due; look again then.
    Nothing(Option<Instant>),
    /// It took no talk with the server.
    Done,
    Send(Box<Taken>),
}

/// A message on its way out.
struct Taken {
    message: Message,
    letter: Letter,
}

/// Sends everything that is due, over one line.
pub async fn deliver(work: &Work<'_>) -> Result<After, Refusal> {
    let Some((settings, started)) =
        work.read(|context| Ok(context.config.mail.clone().map(|mail| (mail, context.now))))?
    else {
        // What waits keeps waiting: mail may be set up again.
        return Ok(After::Done);
    };
    let mut session: Option<Session<'_>> = None;
    let after = loop {
        match work.transact("take-message", take_next)? {
            Next::Nothing(next) => break next.map_or(After::Done, After::Again),
            Next::Done => {}
            Next::Send(taken) => {
                let open = match session.take() {
                    Some(session) => Ok(session),
                    None => Session::open(work.network, &settings, own_name(&settings)).await,
                };
                let mut open = match open {
                    Ok(open) => open,
                    Err(trouble) => {
                        report::trouble(&format!("the mail server cannot be used: {trouble}"));
                        work.transact("note-mail-trouble", |context| postpone_all(context, &taken.message, &trouble))?;
                        continue;
                    }
                };
                let bytes = message::build(&taken.letter, &identity(&taken.message), &settings);
                let verdict = open.send(Envelope { to: &taken.letter.to, message: &bytes }).await;
                if open.is_usable() {
                    session = Some(open);
                } else {
                    open.quit().await;
                }
                work.transact("note-message", |context| note(context, &taken.message, &verdict))?;
            }
        }
        let now = work.read(|context| Ok(context.now))?;
        if now.milliseconds().saturating_sub(started.milliseconds()) > LONGEST_TURN {
            break After::Again(now.plus_milliseconds(1));
        }
    };
    if let Some(session) = session {
        session.quit().await;
    }
    Ok(after)
}

/// The name that we say to the server: the domain that the mail comes from.
fn own_name(settings: &MailSettings) -> &str {
    settings.from.split_once('@').map_or("localhost", |(_, domain)| domain)
}

fn identity(message: &Message) -> Identity {
    Identity { id: message.id.clone(), at: message.created_at }
}

fn take_next(context: &mut Context<'_>) -> Result<Next, Refusal> {
    let Some(message) = outbox::first_due(context.sql, context.now)? else {
        return Ok(Next::Nothing(outbox::next_due(context.sql)?));
    };
    if overview::takes(context, &message)? {
        return Ok(Next::Done);
    }
    if matches!(message.recipient, Recipient::Partner { .. } | Recipient::Coordinators | Recipient::Administrators) {
        let people = people(context, &message.recipient)?;
        let people = cases::reduced_to_contact(context, &message, people)?;
        outbox::divide(context, &message, &people)?;
        return Ok(Next::Done);
    }
    match write(context, &message) {
        Ok(Some(letter)) => {
            outbox::take(context.sql, &message.id, context.now.plus_milliseconds(LEASE))?;
            Ok(Next::Send(Box::new(Taken { message, letter })))
        }
        Ok(None) => {
            outbox::settle(context.sql, &message.id, MessageState::Nobody, None, context.now)?;
            Ok(Next::Done)
        }
        Err(refusal) => {
            // A mistake of ours about one message must not hold up the others.
            report::trouble(&format!("message {}: {refusal:?}", message.id));
            outbox::take(context.sql, &message.id, context.now.plus_milliseconds(LEASE))?;
            Ok(Next::Done)
        }
    }
}

/// The message in words, as it stands now.
pub(super) fn write(context: &Context<'_>, message: &Message) -> Result<Option<Letter>, Refusal> {
    let case_id = match &message.subject {
        Subject::Case { id } | Subject::Handover { case_id: id, .. } => id,
        Subject::Partner { id } => {
            return match people(context, &message.recipient)?.first() {
                Some(Recipient::Official { id: reader }) => cases::partner_letter(context, message.kind, reader, id),
                _ => Ok(None),
            };
        }
        Subject::Code { case_id, id } => {
            return match &message.recipient {
                Recipient::Mailbox { partner } => cases::code_letter(context, partner, case_id, id),
                _ => Ok(None),
            };
        }
        Subject::Overview { id } => return overview_letter(context, message, id),
        Subject::Webhook { id } => {
            return match people(context, &message.recipient)?.first() {
                Some(Recipient::Official { id: reader }) => webhooks::letter(context, message.kind, reader, id),
                _ => Ok(None),
            };
        }
        Subject::Poll { .. } => {
            return match &message.recipient {
                Recipient::Reader { id } => polls::readers::letter(context, message.kind, id),
                _ => Ok(None),
            };
        }
    };
    let letter = |reader| cases::letter(context, message.kind, reader, case_id);
    match &message.recipient {
        Recipient::Resident { .. } => letter(cases::Reader::Resident),
        Recipient::Pledger { id } => letter(cases::Reader::Pledger(id)),
        Recipient::Official { id } => letter(cases::Reader::Official(id)),
        Recipient::Mailbox { partner } => letter(cases::Reader::Mailbox(partner)),
        Recipient::Partner { .. } | Recipient::Coordinators | Recipient::Administrators => {
            let people = people(context, &message.recipient)?;
            // Where nobody signs in, the mailbox has the letter that counts.
            let mailbox = people.iter().find(|one| matches!(one, Recipient::Mailbox { .. }));
            match mailbox.or(people.first()) {
                Some(Recipient::Official { id }) => letter(cases::Reader::Official(id)),
                Some(Recipient::Mailbox { partner }) => letter(cases::Reader::Mailbox(partner)),
                _ => Ok(None),
            }
        }
        Recipient::Reader { .. } => Ok(None),
    }
}

/// An overview for one reader; for the first of all while it has not been divided.
fn overview_letter(context: &Context<'_>, message: &Message, id: &str) -> Result<Option<Letter>, Refusal> {
    let mut cases = Vec::new();
    for gathered in outbox::gathered(context.sql, id)? {
        if let Subject::Case { id } | Subject::Handover { case_id: id, .. } = gathered.subject {
            cases.push((gathered.kind, id));
        }
    }
    match people(context, &message.recipient)?.first() {
        Some(Recipient::Official { id }) => cases::overview_letter(context, cases::Reader::Official(id), &cases),
        Some(Recipient::Mailbox { partner }) => {
            cases::overview_letter(context, cases::Reader::Mailbox(partner), &cases)
        }
        _ => Ok(None),
    }
}

/// Who a message is for, as things are now: officials who are at work, deputies of those who are not, and the
/// partner's mailbox. Nothing goes to a partner whose agreement has ended or where nobody is at work: the coordinators
/// hear of it instead.
pub(super) fn people(context: &Context<'_>, recipient: &Recipient) -> Result<Vec<Recipient>, Refusal> {
    let today = context.now.dutch_date();
    let partner = match recipient {
        Recipient::Official { .. } | Recipient::Mailbox { .. } => return Ok(vec![recipient.clone()]),
        Recipient::Resident { .. } | Recipient::Reader { .. } | Recipient::Pledger { .. } => return Ok(Vec::new()),
        Recipient::Partner { id } => {
            availability(context)?.into_iter().find(|one| &one.partner.id == id && one.check(today).is_ok())
        }
        Recipient::Coordinators => None,
        Recipient::Administrators => {
            let keeps = |official: &Official| official.active && official.role.may(Permission::Administer);
            let officials = official::all(context.sql, Which::Current)?.into_iter();
            return Ok(officials.filter(keeps).map(|official| Recipient::Official { id: official.id }).collect());
        }
    };
    let officials = official::all(context.sql, Which::Current)?;
    let absences = partner_care::absences(context.sql)?;
    let staff = Staff { officials: &officials, absences: &absences };
    let (at_work, mailbox) = match &partner {
        Some(one) => {
            let mailbox = partner_care::all(context.sql)?.remove(&one.partner.id).and_then(|care| care.mailbox);
            (staff.at_work(&one.partner.id, today), mailbox.map(|_| one.partner.id.clone()))
        }
        None => (staff.coordinators(today), None),
    };
    let mut people: Vec<Recipient> =
        at_work.into_iter().map(|official| Recipient::Official { id: official.id.clone() }).collect();
    if people.is_empty() && mailbox.is_none() {
        // Without a coordinator, whoever handles cases at the coordinating partner, at work or not.
        let partners = municipality::partners(context.sql, Which::Current)?;
        let coordinating = partners.into_iter().find(|partner| partner.coordinating).map(|partner| partner.id);
        let handles = |official: &&Official| {
            official.active
                && Some(&official.partner_id) == coordinating.as_ref()
                && official.role.may(Permission::HandleCases)
        };
        people.extend(officials.iter().filter(handles).map(|official| Recipient::Official { id: official.id.clone() }));
    }
    people.extend(mailbox.map(|partner| Recipient::Mailbox { partner }));
    Ok(people)
}

/// Notes what became of a message.
fn note(context: &mut Context<'_>, message: &Message, verdict: &Verdict) -> Result<(), Refusal> {
    let now = context.now;
    match verdict {
        Verdict::Sent => {
            outbox::settle(context.sql, &message.id, MessageState::Sent, None, now)?;
            outbox::reached(context.sql, now)?;
            polls::readers::sent(context, message)?;
        }
        Verdict::Refused(trouble) => {
            let reason = reason(trouble);
            outbox::settle(context.sql, &message.id, MessageState::Failed, Some(&reason), now)?;
            polls::readers::refused(context, message)?;
        }
        Verdict::Later(trouble) => {
            if trouble.what == MailTrouble::SenderRefused {
                outbox::unusable(context.sql, &reason(trouble), now)?;
            }
            postpone(context, message, trouble)?;
        }
    }
    Ok(())
}

/// The server cannot be used: this message waits, and so does all else that is due, each by its own count of tries.
fn postpone_all(context: &mut Context<'_>, message: &Message, trouble: &Trouble) -> Result<(), Refusal> {
    outbox::unusable(context.sql, &reason(trouble), context.now)?;
    postpone(context, message, trouble)?;
    while let Some(next) = outbox::first_due(context.sql, context.now)? {
        outbox::take(context.sql, &next.id, context.now)?;
        postpone(context, &next, trouble)?;
    }
    Ok(())
}

/// Tries again later, or gives up when the next try would be after the term.
fn postpone(context: &mut Context<'_>, message: &Message, trouble: &Trouble) -> Result<(), Refusal> {
    let reason = reason(trouble);
    let place = usize::try_from(message.tries).unwrap_or(usize::MAX).min(WAITS.len().saturating_sub(1));
    let next = context.now.plus_milliseconds(WAITS.get(place).copied().unwrap_or(LEASE));
    let last = message.since.plus_milliseconds(TERM);
    if context.now >= last {
        outbox::settle(context.sql, &message.id, MessageState::Failed, Some(&reason), context.now)?;
    } else {
        // One more try at the very end of the term.
        outbox::later(context.sql, &message.id, &reason, next.min(last))?;
    }
    Ok(())
}

fn reason(trouble: &Trouble) -> Reason {
    Reason { what: trouble.what, reply: trouble.code.as_ref().map(ToString::to_string) }
}
