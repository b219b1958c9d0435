//! Partners that do not sign in: a link to one case in a mail, a code mailed to the same mailbox, and from there on a
//! short session for that case alone.
//!
//! ```text
//! link opened (changes nothing) ── asks for a code ──▶ code: ten minutes, five tries
//! code ── right, from the page that asked for it ──▶ session: half an hour, this case and partner
//!   ├── wrong ──▶ counted; five times ends the code; ten times a day locks the link, and the coordinators are told
//!   └── used, replaced by a newer one, or too late ──▶ nothing
//! ```
//!
//! Wrong tries are counted, so these operations answer what came of them; a refusal would undo the count.

mod act;

use serde::{Deserialize, Serialize};
use shared::{
    actor::Role,
    ids::{CaseId, OfficialId, PartnerId},
    notification::MailKind,
    text::Language,
    wire::admin::CaseDetail,
};

pub use act::{ActByMail, MailedAct};

use super::super::sessions::SignedInOfficial;
use super::{File, Scene, handle};
use crate::{
    auth::mailed_code,
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        mailed::{self, Link, Try},
        outbox::{self, Recipient, Subject},
        partner_care,
    },
};

/// How long a code holds (OWASP ASVS 5.0, 6.5.5: at most ten minutes).
const CODE_LIFE: i64 = 10 * 60_000;
/// How long a session holds: to read, ask a colleague and answer.
const SESSION_LIFE: i64 = 30 * 60_000;
/// How often one code may be mistyped.
const CODE_TRIES: u32 = 5;
/// How many codes one link gets in an hour: nobody floods a mailbox through it.
const CODES_AN_HOUR: u64 = 5;
/// How many wrong tries lock a link for a day: one in ten million of all codes.
const WRONG_A_DAY: u64 = 10;
/// The same over all links to one case.
const WRONG_A_DAY_OF_CASE: u64 = 20;
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// The case and the partner that a link is for. Whoever asks has checked its proof.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MailedLink {
    pub case: CaseId,
    pub partner: PartnerId,
}

impl MailedLink {
    fn link(&self) -> Link<'_> {
        Link { case: &self.case, partner: &self.partner }
    }
}

/// What became of asking for a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asked {
    /// It is on its way to the partner's mailbox.
    Sent,
    /// There were many already: in an hour again.
    TooMany,
    /// Too many were wrong: the coordinators know.
    Locked,
}

/// Asks for a code, from a page that keeps a secret of its own.
#[derive(Debug, Serialize, Deserialize)]
pub struct AskForCode {
    pub link: MailedLink,
    pub browser: [u8; 32],
}

impl Operation for AskForCode {
    type Reply = Asked;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "ask-for-mailed-code";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Asked, Refusal> {
        let Self { link, browser } = self;
        visible(context, &link)?;
        let (sql, now) = (context.sql, context.now);
        if is_locked(context, &link)? {
            return Ok(Asked::Locked);
        }
        if mailed::count(sql, link.link(), Try::Asked, now.plus_milliseconds(-HOUR))? >= CODES_AN_HOUR {
            return Ok(Asked::TooMany);
        }
        let id = shared::ids::base32(context.random.id());
        mailed::note(sql, link.link(), Try::Asked, now)?;
        mailed::put_code(sql, link.link(), &id, &browser, now.plus_milliseconds(CODE_LIFE))?;
        let recipient = Recipient::Mailbox { partner: link.partner.clone() };
        outbox::put(context, MailKind::MailedCode, &recipient, &Subject::Code { case_id: link.case, id })?;
        Ok(Asked::Sent)
    }
}

/// What became of a code that was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entered {
    Open,
    /// Wrong; so many tries are left.
    Wrong {
        left: u32,
    },
    /// Too late, used, replaced by a newer one, asked for by another page, or too often wrong: ask for another.
    Gone,
    Locked,
}

/// Uses up a code and starts a session.
#[derive(Debug, Serialize, Deserialize)]
pub struct EnterCode {
    pub link: MailedLink,
    pub browser: [u8; 32],
    pub typed: String,
    pub session: [u8; 32],
}

impl Operation for EnterCode {
    type Reply = Entered;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "enter-mailed-code";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Entered, Refusal> {
        let Self { link, browser, typed, session } = self;
        visible(context, &link)?;
        let (sql, now) = (context.sql, context.now);
        if is_locked(context, &link)? {
            return Ok(Entered::Locked);
        }
        let Some(code) = mailed::code(sql, link.link())? else { return Ok(Entered::Gone) };
        // Another page than the one that asked: somebody was talked into passing the code on.
        if code.expires_at <= now || code.browser != browser || code.tries >= CODE_TRIES {
            return Ok(Entered::Gone);
        }
        let expected = mailed_code::code(&context.config.hash_keys, context.name, &code.id)
            .ok_or_else(|| Refusal::fault("HASH_KEY is not set: no codes can be made"))?;
        if mailed_code::matches(&expected, &typed) {
            mailed::end_code(sql, link.link())?;
            mailed::start_session(sql, &session, link.link(), now.plus_milliseconds(SESSION_LIFE))?;
            audit::record(context, &Doer::Mailed(&link.partner), "mailed.open", &format!("case:{}", link.case))?;
            return Ok(Entered::Open);
        }
        mailed::tried(sql, link.link())?;
        mailed::note(sql, link.link(), Try::Wrong, now)?;
        if too_often_wrong(context, &link)? {
            lock(context, &link)?;
            return Ok(Entered::Locked);
        }
        let left = CODE_TRIES.saturating_sub(code.tries).saturating_sub(1);
        Ok(if left == 0 { Entered::Gone } else { Entered::Wrong { left } })
    }
}

fn too_often_wrong(context: &Context<'_>, link: &MailedLink) -> Result<bool, Refusal> {
    let since = context.now.plus_milliseconds(-DAY);
    let of_link = mailed::count(context.sql, link.link(), Try::Wrong, since)?;
    let of_case = mailed::count_of_case(context.sql, &link.case, Try::Wrong, since)?;
    Ok(of_link >= WRONG_A_DAY || of_case >= WRONG_A_DAY_OF_CASE)
}

fn is_locked(context: &Context<'_>, link: &MailedLink) -> Result<bool, Refusal> {
    let since = context.now.plus_milliseconds(-DAY);
    Ok(mailed::count(context.sql, link.link(), Try::Locked, since)? > 0 || too_often_wrong(context, link)?)
}

/// For a day; the coordinators are told once.
fn lock(context: &mut Context<'_>, link: &MailedLink) -> Result<(), Refusal> {
    let now = context.now;
    mailed::end_code(context.sql, link.link())?;
    mailed::note(context.sql, link.link(), Try::Locked, now)?;
    audit::record(context, &Doer::System, "mailed.lock", &format!("case:{}", link.case))?;
    let subject = Subject::Case { id: link.case.clone() };
    outbox::put(context, MailKind::MailedLocked, &Recipient::Coordinators, &subject)
}

/// Reads the case with a session that holds; `NotFound` otherwise.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadByMail {
    pub link: MailedLink,
    pub session: [u8; 32],
    pub language: Language,
}

impl Operation for ReadByMail {
    type Reply = CaseDetail;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-by-mail";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<CaseDetail, Refusal> {
        let Self { link, session, language } = self;
        check(context, &link, &session)?;
        let file = visible(context, &link)?;
        audit::record(context, &Doer::Mailed(&link.partner), "case.read", &format!("case:{}", link.case))?;
        handle::detail(context, &Scene::read(context)?, &reader(&link.partner, language)?, &file)
    }
}

/// Ends a session. Ending one that is not there does no harm.
#[derive(Debug, Serialize, Deserialize)]
pub struct CloseByMail {
    pub session: [u8; 32],
}

impl Operation for CloseByMail {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "close-by-mail";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        Ok(mailed::end_session(context.sql, &self.session)?)
    }
}

/// Refuses without a session that holds for this case and partner.
fn check(context: &Context<'_>, link: &MailedLink, session: &[u8; 32]) -> Result<(), Refusal> {
    if mailed::holds(context.sql, session, link.link(), context.now)? { Ok(()) } else { Err(Refusal::NotFound) }
}

/// The case, as long as the partner works from mail and may see it. To everybody else it does not exist.
fn visible(context: &Context<'_>, link: &MailedLink) -> Result<File, Refusal> {
    super::super::settings(context)?;
    if !partner_care::by_mail(context.sql)?.contains(&link.partner) {
        return Err(Refusal::NotFound);
    }
    let file = File::read(context, &link.case)?;
    if file.case.is_visible_to(&link.partner, Role::Handler) { Ok(file) } else { Err(Refusal::NotFound) }
}

/// What a case shows is what it shows a handler of the partner. Nobody has this id; it is never stored.
fn reader(partner: &PartnerId, language: Language) -> Result<SignedInOfficial, Refusal> {
    let id = OfficialId::parse("by-mail").map_err(|error| Refusal::fault(error.to_string()))?;
    Ok(SignedInOfficial { id, partner_id: partner.clone(), role: Role::Handler, language })
}

#[cfg(test)]
mod tests;
