//! Signing in and out: one-time links, sessions, and who is signed in.
//!
//! Only hashes come here; the secrets stay at the edge. A session is of one official, and ends when the official is
//! no longer active, whatever its time.

use serde::{Deserialize, Serialize};
use shared::{
    actor::{Actor, Role},
    ids::{OfficialId, PartnerId, Slug},
    partner::Official,
    text::Language,
    wire::admin::{Me, PartnerView},
};

use super::cases;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        audit::{self, Doer},
        municipality::{self, Which},
        official, session,
    },
};

/// The hash of a token.
pub type Hash = [u8; 32];

/// Who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedInOfficial {
    pub id: OfficialId,
    pub partner_id: PartnerId,
    pub role: Role,
    pub language: Language,
}

impl SignedInOfficial {
    pub fn actor(&self) -> Actor {
        Actor::Official { id: self.id.clone(), partner: self.partner_id.clone(), role: self.role }
    }
}

impl From<Official> for SignedInOfficial {
    fn from(official: Official) -> Self {
        Self { id: official.id, partner_id: official.partner_id, role: official.role, language: official.language }
    }
}

/// Makes a link for an official, on the operator's word. Earlier links of the same official end.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeSignInLink {
    pub official_id: OfficialId,
    pub hash: Hash,
}

/// Whose link it is.
#[derive(Debug, Serialize, Deserialize)]
pub struct LinkOwner {
    pub name: String,
    pub role: Role,
}

impl Operation for MakeSignInLink {
    type Reply = LinkOwner;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "make-sign-in-link";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<LinkOwner, Refusal> {
        let official = official::find_active(context.sql, &self.official_id)?.ok_or(Refusal::NotFound)?;
        session::put_link(context.sql, &self.hash, &official.id, context.now)?;
        audit::record(context, &Doer::Operator, "sign-in-link.make", official.id.as_str())?;
        Ok(LinkOwner { name: official.name, role: official.role })
    }
}

/// Uses up a link and starts a session.
#[derive(Debug, Serialize, Deserialize)]
pub struct SignIn {
    pub link: Hash,
    pub session: Hash,
}

impl Operation for SignIn {
    type Reply = Me;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "sign-in";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Me, Refusal> {
        let refused = Refusal::SignInNeeded { code: Code::SignInLinkInvalid };
        let Some(owner) = session::take_link(context.sql, &self.link, context.now)? else { return Err(refused) };
        let official = official::find_active(context.sql, &owner)?.ok_or(refused)?;
        session::start(context.sql, &self.session, &official.id, context.now)?;
        audit::record(context, &Doer::Official(&official.id), "session.start", official.id.as_str())?;
        me(context, official)
    }
}

/// Who a session is of; `SignInNeeded` when it has ended. It counts as a use.
#[derive(Debug, Serialize, Deserialize)]
pub struct WhoIs {
    pub session: Hash,
}

impl Operation for WhoIs {
    type Reply = SignedInOfficial;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "who-is";
    const ACCESS: Access = Access::Notes;

    fn run(self, context: &mut Context<'_>) -> Result<SignedInOfficial, Refusal> {
        let refused = Refusal::SignInNeeded { code: Code::SignInNeeded };
        let Some(owner) = session::seen(context.sql, &self.session, context.now)? else { return Err(refused) };
        official::find_active(context.sql, &owner)?.map(Into::into).ok_or(refused)
    }
}

/// Ends a session.
#[derive(Debug, Serialize, Deserialize)]
pub struct SignOut {
    pub session: Hash,
}

impl Operation for SignOut {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "sign-out";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        Ok(session::end(context.sql, &self.session)?)
    }
}

/// Who I am, and what every page for officials needs.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadMe {
    pub official_id: OfficialId,
}

impl Operation for ReadMe {
    type Reply = Me;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-me";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Me, Refusal> {
        let official = official::find_active(context.sql, &self.official_id)?.ok_or(Refusal::NotFound)?;
        me(context, official)
    }
}

fn me(context: &mut Context<'_>, official: Official) -> Result<Me, Refusal> {
    let settings = super::settings(context)?;
    let today = context.now.dutch_date();
    let partners = cases::availability(context)?
        .into_iter()
        .map(|candidate| PartnerView {
            available: candidate.check(today).is_ok(),
            id: candidate.partner.id,
            name: candidate.partner.name,
            kind: candidate.partner.kind,
            coordinating: candidate.partner.coordinating,
        })
        .collect();
    Ok(Me {
        official_id: official.id,
        name: official.name,
        role: official.role,
        language: official.language,
        partner_id: official.partner_id,
        municipality: Slug::parse(context.name).map_err(|error| Refusal::fault(error.to_string()))?,
        municipality_name: settings.name,
        partners,
        topics: municipality::topics(context.sql, Which::Current)?,
        areas: municipality::areas(context.sql, Which::Current)?,
    })
}
