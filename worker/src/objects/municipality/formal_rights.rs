//! Burgerinitiatief and uitdaagrecht: what the regulations of the municipality say, kept by the administrator. Off
//! until somebody puts them on; what everybody may know of them goes with the public snapshot.

use serde::{Deserialize, Serialize};
use shared::{
    formal_right::{FormalRights, Supporters},
    residents::ByAge,
    wire::formal_rights::{FormalRightsRequest, FormalRightsView},
};

use super::sessions::SignedInOfficial;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        audit::{self, Doer},
        formal_rights, object, residents,
    },
};

/// Reads them.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadFormalRights {}

impl Operation for ReadFormalRights {
    type Reply = FormalRightsView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-formal-rights";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<FormalRightsView, Refusal> {
        super::settings(context)?;
        view(context)
    }
}

/// Puts these in the place of what was kept.
#[derive(Debug, Serialize, Deserialize)]
pub struct PutFormalRights {
    pub official: SignedInOfficial,
    pub request: FormalRightsRequest,
}

impl Operation for PutFormalRights {
    type Reply = FormalRightsView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "put-formal-rights";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<FormalRightsView, Refusal> {
        super::settings(context)?;
        let Self { official, request: FormalRightsRequest { version, rights } } = self;
        let rights = rights.read(people(context)?)?;
        if !formal_rights::put(context.sql, version, &rights)? {
            return Err(Refusal::conflict(Code::VersionPassed));
        }
        audit::record(context, &Doer::Official(&official.id), "formal-rights.store", "formal-rights")?;
        object::public_changed(context.sql)?;
        view(context)
    }
}

/// What everybody may know of them, and how many have to sign a burgerinitiatief.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRights {
    pub rights: FormalRights,
    pub supporters_needed: Option<u32>,
}

pub(super) fn public(context: &Context<'_>) -> Result<PublicRights, Refusal> {
    let (_, rights) = formal_rights::read(context.sql)?;
    let rights = rights.public();
    let supporters_needed = match rights.citizens_initiative.supporters {
        // The table of residents is long, and mostly not asked for.
        Some(share @ Supporters::Share { .. }) => share.needed(people(context)?),
        Some(Supporters::Number { count }) => Some(count),
        None => None,
    };
    Ok(PublicRights { rights, supporters_needed })
}

fn view(context: &Context<'_>) -> Result<FormalRightsView, Refusal> {
    let (version, rights) = formal_rights::read(context.sql)?;
    Ok(FormalRightsView { version, rights, residents: people(context)? })
}

/// Everybody in the loaded table; none when it is not there or empty.
fn people(context: &Context<'_>) -> Result<Option<u32>, Refusal> {
    let loaded = residents::read(context.sql)?;
    let count =
        |areas: &std::collections::BTreeMap<_, ByAge>| areas.values().map(ByAge::total).fold(0, u32::saturating_add);
    Ok(loaded.map(|residents| count(&residents.areas)).filter(|people| *people > 0))
}

#[cfg(test)]
mod tests;
