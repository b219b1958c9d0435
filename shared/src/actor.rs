//! Who does something, and what officials of each role may do.

use serde::{Deserialize, Serialize};

use crate::ids::{OfficialId, PartnerId, PledgeId};

/// What an official does at their partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Keeps the whole: sees every case of the municipality, decides where partners do not agree, moderates.
    Coordinator,
    /// Handles the cases of their own partner.
    Handler,
    /// Makes polls and writes reports.
    Editor,
    /// Keeps the settings, partners and officials.
    Administrator,
    /// Looks on.
    Reader,
}

/// Something an official may or may not do. What a handler sees is limited to the cases their partner owns, supports
/// or was offered; what a handler does, to those it owns or was offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See the cases of one's own partner.
    SeeCases,
    /// See the cases of every partner.
    SeeAllCases,
    /// Answer, ask, hand over, conclude; enter a proposal for somebody.
    HandleCases,
    /// Release what is held, hide or show what is public.
    Moderate,
    /// See where proposals go and why: the rules and what is odd about them.
    SeeRouting,
    /// See polls and their results.
    SeePolls,
    /// Make, open and close polls, write reports, enter answers for somebody.
    ManagePolls,
    /// Take figures of polls out as files. Suppressed, but a file goes its own ways.
    ExportPolls,
    /// Take whole ballots out, after a reason that is kept.
    TakeRawBallots,
    /// See how organised areas are, who helps whom there, and every contact person.
    SeeAreas,
    /// Judge how organised an area is and where it is in building a community.
    JudgeAreas,
    /// Keep settings, partners and officials.
    Administer,
}

impl Role {
    pub const fn may(self, permission: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Coordinator => !matches!(permission, P::Administer),
            Self::Handler => matches!(permission, P::SeeCases | P::HandleCases | P::SeePolls | P::SeeAreas),
            Self::Editor => {
                matches!(permission, P::SeeCases | P::SeePolls | P::ManagePolls | P::ExportPolls | P::SeeAreas)
            }
            Self::Administrator => matches!(permission, P::Administer | P::SeePolls | P::SeeRouting),
            Self::Reader => matches!(permission, P::SeeCases | P::SeePolls | P::SeeAreas),
        }
    }
}

/// Who gives a command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Actor {
    /// The resident, known by their follow key alone.
    Resident,
    /// Somebody who joins in with an initiative, known by the key of their offer alone.
    Pledger {
        pledge: PledgeId,
    },
    Official {
        id: OfficialId,
        partner: PartnerId,
        role: Role,
    },
    /// Somebody of a partner that works from mail: known by a link to one case and a code mailed to the partner's
    /// mailbox.
    Mailed {
        partner: PartnerId,
    },
    /// The clock: terms that end, reminders.
    System,
}

impl Actor {
    /// The partner that this is somebody of.
    pub const fn partner(&self) -> Option<&PartnerId> {
        match self {
            Self::Official { partner, .. } | Self::Mailed { partner } => Some(partner),
            Self::Resident | Self::Pledger { .. } | Self::System => None,
        }
    }

    /// What they may do there; who works from mail handles cases and nothing else.
    pub const fn role(&self) -> Option<Role> {
        match self {
            Self::Official { role, .. } => Some(*role),
            Self::Mailed { .. } => Some(Role::Handler),
            Self::Resident | Self::Pledger { .. } | Self::System => None,
        }
    }
}
