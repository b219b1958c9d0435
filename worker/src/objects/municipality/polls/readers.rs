//! One mail with the outcome of a poll, for who asked for it.
//!
//! ```text
//! asked ── the button behind the link in the first mail ──▶ confirmed ── the report is published and sent ──▶ erased
//!   └── 7 days, or the stop link ──▶ erased ◀── the stop link, or 30 days after a report that could not be sent ──┘
//! ```
//!
//! Asking is a request of its own: nothing in it comes from a ballot or leads to one. Whoever asks for an address that
//! is known already gets the same answer and sends no second mail, so that nobody learns who asked, or floods a mailbox.

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    ids::{PollId, ReaderId, Slug},
    notification::MailKind,
    paths::{self, Page, Place},
    poll::PollLife,
    proposal::read_email,
    text::Language,
};

use super::{correct, find};
use crate::{
    auth::stop_token::{self, Purpose},
    objects::{ObjectClass, municipality::cases},
    operation::{Access, Context, Operation},
    outbox::{
        letter::{Letter, Link},
        texts::{self, Facts},
    },
    refusal::{Code, Refusal},
    seal,
    store::{
        outbox::{self, Message, Recipient, Subject},
        report_reader::{self, ReportReader},
    },
};

/// How many days somebody has to confirm; what nobody confirms is erased.
const DAYS_TO_CONFIRM: i64 = 7;
/// How many days an address is kept when the report could not be sent, so that it can be sent again.
const DAYS_TO_SEND: i64 = 30;

/// Asks for the mail. The answer is the same whether the address is new or not.
#[derive(Debug, Serialize, Deserialize)]
pub struct AskForReport {
    pub poll_id: PollId,
    pub language: Language,
    /// As it was typed.
    pub email: String,
}

impl Operation for AskForReport {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "ask-for-report";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        let stored = find(context, &self.poll_id)?;
        match stored.life {
            PollLife::Open { .. } | PollLife::Closing { .. } | PollLife::Closed { .. } => {}
            PollLife::Reported { .. } => return Err(Refusal::conflict(Code::ReportExists)),
            _ => return Err(Refusal::conflict(Code::PollNotOpen)),
        }
        let email = read_email(&self.email)
            .and_then(|email| email.ok_or(FaultCode::Required))
            .map_err(|code| Refusal::invalid("email", code))?;
        let hash = stop_token::address_hash(&context.config.hash_keys, context.name, self.poll_id.as_str(), &email)
            .ok_or_else(|| Refusal::fault("HASH_KEY is not set: addresses cannot be told apart"))?;
        let id = ReaderId::from_random(context.random.id());
        let purpose = purpose(context, &id);
        let sealed = seal::seal(&context.config.encryption_keys, context.random, &purpose, email.as_bytes())?;
        let reader = ReportReader { id, poll_id: self.poll_id, language: self.language, sealed, confirmed: false };
        let erase_on = context.now.dutch_date().plus_days(DAYS_TO_CONFIRM);
        if report_reader::put(context.sql, &reader, &hash, erase_on)? {
            tell(context, MailKind::ConfirmReader, &reader)?;
        }
        Ok(())
    }
}

/// Confirms the address. Whoever asks has shown the proof. False when it has been erased.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConfirmReader {
    pub id: ReaderId,
}

impl Operation for ConfirmReader {
    type Reply = bool;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "confirm-reader";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<bool, Refusal> {
        report_reader::tidy(context.sql, context.now.dutch_date())?;
        let Some(reader) = report_reader::find(context.sql, &self.id)? else { return Ok(false) };
        if !reader.confirmed {
            report_reader::confirm(context.sql, &self.id, None)?;
            // Whoever confirms after the report gets it at once.
            if matches!(find(context, &reader.poll_id)?.life, PollLife::Reported { .. }) {
                tell_of_report(context, &reader)?;
            }
        }
        Ok(true)
    }
}

/// Erases the address. Whoever asks has shown the proof. Asking twice does the same.
#[derive(Debug, Serialize, Deserialize)]
pub struct StopReader {
    pub id: ReaderId,
}

impl Operation for StopReader {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "stop-reader";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        Ok(report_reader::erase(context.sql, &self.id)?)
    }
}

/// Writes the mails that tell of a report, in the transaction that publishes it.
pub(super) fn tell_all(context: &mut Context<'_>, poll: &PollId) -> Result<(), Refusal> {
    for reader in report_reader::confirmed(context.sql, poll)? {
        tell_of_report(context, &reader)?;
    }
    Ok(())
}

fn tell_of_report(context: &mut Context<'_>, reader: &ReportReader) -> Result<(), Refusal> {
    let erase_on = context.now.dutch_date().plus_days(DAYS_TO_SEND);
    report_reader::confirm(context.sql, &reader.id, Some(erase_on))?;
    tell(context, MailKind::ReportPublished, reader)
}

fn tell(context: &mut Context<'_>, kind: MailKind, reader: &ReportReader) -> Result<(), Refusal> {
    let recipient = Recipient::Reader { id: reader.id.clone() };
    outbox::put(context, kind, &recipient, &Subject::Poll { id: reader.poll_id.clone() })
}

/// The mail server took a message: after the report the address is of no use any more.
pub fn sent(context: &Context<'_>, message: &Message) -> Result<(), Refusal> {
    match &message.recipient {
        Recipient::Reader { id } if message.kind == MailKind::ReportPublished => {
            Ok(report_reader::erase(context.sql, id)?)
        }
        _ => Ok(()),
    }
}

/// The mail server refused a message for good: the address leads to nobody.
pub fn refused(context: &Context<'_>, message: &Message) -> Result<(), Refusal> {
    match &message.recipient {
        Recipient::Reader { id } => Ok(report_reader::erase(context.sql, id)?),
        _ => Ok(()),
    }
}

/// What the encryption of an address is bound to.
fn purpose(context: &Context<'_>, id: &ReaderId) -> String {
    format!("report-reader:{}:{id}", context.name)
}

fn address(context: &Context<'_>, reader: &ReportReader) -> Result<String, Refusal> {
    let opened = seal::open(&context.config.encryption_keys, &purpose(context, &reader.id), &reader.sealed)?;
    String::from_utf8(opened).map_err(|_| Refusal::fault("an address of a reader is no text"))
}

/// The address, so far hidden that nobody can write to it; none when it has been erased.
pub fn masked_address(context: &Context<'_>, id: &ReaderId) -> Result<Option<String>, Refusal> {
    let reader = report_reader::find(context.sql, id)?;
    reader.map(|reader| Ok(cases::masked(&address(context, &reader)?))).transpose()
}

/// Writes the message; none when the address has been erased.
pub fn letter(context: &Context<'_>, kind: MailKind, id: &ReaderId) -> Result<Option<Letter>, Refusal> {
    let Some(reader) = report_reader::find(context.sql, id)? else { return Ok(None) };
    // Checked when it came in; checked again, because it goes into a header.
    let Ok(Some(to)) = read_email(&address(context, &reader)?) else { return Ok(None) };
    let language = reader.language;
    let facts = facts(context, &reader.poll_id, language)?;
    let frame = texts::frame(language);
    let words = texts::words(language, kind, &facts);
    let slug = Slug::parse(context.name).map_err(|error| Refusal::fault(error.to_string()))?;
    let keys = &context.config.hash_keys;
    let proof = |purpose| stop_token::make(keys, purpose, context.name, id.as_str());
    let at_origin = |path: String| format!("{}{path}", context.config.public_origin);
    let link = match kind {
        MailKind::ConfirmReader => {
            let Some(proof) = proof(Purpose::ConfirmReader) else { return Ok(None) };
            let url = at_origin(paths::confirm_reader(&slug, language, id, &proof));
            Link { words: frame.confirm.to_owned(), url }
        }
        _ => Link {
            words: frame.to_report.to_owned(),
            url: at_origin(paths::page(Place::Page, &slug, language, &Page::Poll(&reader.poll_id))),
        },
    };
    let stop = proof(Purpose::StopReader).map(|proof| Link {
        words: frame.stop_reader.to_owned(),
        url: at_origin(paths::stop_reader(&slug, language, id, &proof)),
    });
    Ok(Some(Letter {
        language,
        to,
        from_name: (frame.sender)(&facts.municipality),
        subject: words.subject,
        greeting: frame.dear_resident.to_owned(),
        paragraphs: words.paragraphs,
        items: Vec::new(),
        link,
        after_link: vec![(frame.questions)(&facts.phone, &facts.hours)],
        closing: cases::closing(context, frame, &facts),
        // The mail with the outcome is the last one.
        stop: stop.filter(|_| kind == MailKind::ConfirmReader),
    }))
}

fn facts(context: &Context<'_>, poll: &PollId, language: Language) -> Result<Facts, Refusal> {
    let settings = super::super::settings(context)?;
    let stored = find(context, poll)?;
    Ok(Facts {
        number: correct::shown(context, &stored)?.in_language(language).title.text,
        partner: String::new(),
        municipality: settings.name,
        first_owner: String::new(),
        first_promise: context.now.dutch_date(),
        promise: None,
        answer_until: None,
        phone: settings.contact.phone,
        hours: settings.contact.hours.in_language(language).text,
    })
}
