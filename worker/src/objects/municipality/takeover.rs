//! Taking the house style over from a site: begun by an administrator, answered once by a page of that site, and read
//! by that administrator alone. It stores no house style: [`super::house_style::PutHouseStyle`] does, as a pasted one.

use serde::{Deserialize, Serialize};
use shared::{
    fault::FaultCode,
    wire::house_style::{Takeover, TakeoverRequest},
};

use super::sessions::{Hash, SignedInOfficial};
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        audit::{self, Doer},
        site,
        takeover::{self, Begun},
    },
};

/// Lets one page of a registered site send what it has, for some minutes.
#[derive(Debug, Serialize, Deserialize)]
pub struct BeginTakeover {
    pub official: SignedInOfficial,
    pub request: TakeoverRequest,
    pub hash: Hash,
}

impl Operation for BeginTakeover {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "begin-takeover";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        let Self { official, request: TakeoverRequest { site }, hash } = self;
        if site.is_empty() {
            return Err(Refusal::invalid("site", FaultCode::ChoiceRequired));
        }
        if !site::allowed(context.sql)?.contains(&site) {
            return Err(Refusal::invalid("site", FaultCode::Unknown));
        }
        takeover::begin(context.sql, &official.id, &hash, &site, context.now)?;
        audit::record(context, &Doer::Official(&official.id), "house-style.take-over", &format!("site:{site}"))
    }
}

/// How the official's own one stands.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadTakeover {
    pub official: SignedInOfficial,
}

impl Operation for ReadTakeover {
    type Reply = Takeover;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-takeover";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<Takeover, Refusal> {
        Ok(match takeover::find(context.sql, &self.official.id, context.now)? {
            None => Takeover::None,
            Some(Begun { theme: None }) => Takeover::Waiting,
            Some(Begun { theme: Some(theme) }) => Takeover::Came { theme },
        })
    }
}

/// Ends the official's own one: its key opens nothing any more.
#[derive(Debug, Serialize, Deserialize)]
pub struct EndTakeover {
    pub official: SignedInOfficial,
}

impl Operation for EndTakeover {
    type Reply = Takeover;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "end-takeover";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Takeover, Refusal> {
        takeover::end(context.sql, &self.official.id)?;
        Ok(Takeover::None)
    }
}

/// Takes in what a page has. A key that is not known, is used or is too old, and a site that it is not for or that may
/// not show the widget any more, all look the same.
#[derive(Debug, Serialize, Deserialize)]
pub struct TakeInStyle {
    pub hash: Hash,
    pub site: String,
    pub theme: String,
}

impl Operation for TakeInStyle {
    type Reply = ();
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "take-in-style";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<(), Refusal> {
        let Self { hash, site, theme } = self;
        let may_show = site::allowed(context.sql)?.contains(&site);
        let taken = may_show && takeover::take_in(context.sql, &hash, &site, &theme, context.now)?;
        if taken { Ok(()) } else { Err(Refusal::NotFound) }
    }
}
