//! "Ik doe mee": somebody wants to help with an initiative that everybody can see; or asks who did it before how they
//! did. Both go the same way, and the same rules hold for both.
//!
//! ```text
//! offered ── the initiator says yes ──▶ in touch ⇄ messages, both ways
//!    │                                      │
//!    ├── the initiator says no, or stops ◀──┘──▶ declined
//!    ├── the one who offered takes it back ────▶ withdrawn (words and address are erased)
//!    └── the initiative is withdrawn ──────────▶ ended
//! ```
//!
//! What always holds, and is tried with random sequences of commands:
//!
//! - Beyond the offer itself no word passes between the two before both have said yes: the one who offers by offering,
//!   the initiator by accepting. Either can stop it at any time, and then no word passes any more.
//! - Nobody learns the other's address: messages stand on a page, and a mail only says that there is one.
//! - Of what was taken back no words and no address are left, and it is not counted.

use serde::{Deserialize, Serialize};

/// The most messages between two people: more is a conversation that has another place.
pub const MOST_MESSAGES: u32 = 200;

/// So many offers may run for one initiative: more nobody can answer.
pub const MOST_PLEDGES: u32 = 100;

/// So many may come in on one day: whoever thought of it gets a mail for each.
pub const MOST_A_DAY: u32 = 20;

/// For so many initiatives at once somebody gets mail at one address. Nobody has confirmed that it is theirs.
pub const MOST_MAILED: usize = 5;

/// Fewer than this are "enkele": small numbers point at people.
const LEAST_COUNTED: u32 = 10;

/// What somebody wants of the one who thought of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PledgePurpose {
    /// To help.
    #[default]
    Help,
    /// To ask how it was done, because they want the same. Not counted among who joins, and given no task.
    Question,
}

/// Who says or does something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// Who offered to help.
    Pledger,
    /// Who sent in the idea.
    Initiator,
}

/// Where an offer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PledgeState {
    /// The initiator has not answered.
    Offered,
    /// Both have said yes.
    InTouch,
    /// The initiator said no, or stopped it.
    Declined,
    /// Taken back.
    Withdrawn,
    /// The initiative itself was taken back.
    Ended,
}

/// What somebody wants to happen with an offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum PledgeAct {
    Accept,
    /// Say no; or stop, after a yes.
    Decline,
    Write {
        text: String,
    },
    Withdraw,
}

/// An offer, as far as its rules look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pledge {
    pub state: PledgeState,
    /// How many messages there are, the offer among them.
    pub messages: u32,
}

/// What is to be stored, in one transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PledgeDecision {
    pub state: PledgeState,
    /// A message for the other side.
    pub says: Option<String>,
    /// Who is told that there is something to read.
    pub tells: Option<Side>,
    /// Words and address go.
    pub erases: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PledgeRefusal {
    /// It is the other one's to do.
    NotYours,
    /// The initiator has not said yes.
    NotInTouch,
    /// It was stopped, taken back or has ended.
    Over,
    TooMany,
}

/// Why nobody can offer to help now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PledgeLimit {
    /// Too many run.
    Full,
    /// Too many came in today; tomorrow there is room.
    FullToday,
}

/// Whether one more offer may come in, when so many run and so many came in today.
///
/// ```
/// use shared::pledge::{MOST_A_DAY, MOST_PLEDGES, PledgeLimit, may_offer};
/// assert_eq!(may_offer(MOST_PLEDGES - 1, 0), Ok(()));
/// assert_eq!(may_offer(MOST_PLEDGES, 0), Err(PledgeLimit::Full));
/// assert_eq!(may_offer(0, MOST_A_DAY), Err(PledgeLimit::FullToday));
/// ```
pub const fn may_offer(running: u32, today: u32) -> Result<(), PledgeLimit> {
    if running >= MOST_PLEDGES {
        Err(PledgeLimit::Full)
    } else if today >= MOST_A_DAY {
        Err(PledgeLimit::FullToday)
    } else {
        Ok(())
    }
}

/// Whether mail about one more offer goes to an address that was left for these initiatives. Once for each, and for few
/// in all; the offer itself stands either way, with the same answer, so that nobody learns who helps where.
pub fn may_mail<T: PartialEq>(left_for: &[T], initiative: &T) -> bool {
    left_for.len() < MOST_MAILED && !left_for.contains(initiative)
}

impl Pledge {
    /// What an act leads to. Nothing has happened before the decision is stored.
    pub fn decide(self, act: PledgeAct, side: Side) -> Result<PledgeDecision, PledgeRefusal> {
        use PledgeState::{Declined, Ended, InTouch, Offered, Withdrawn};
        let decided = |state, says, tells| PledgeDecision { state, says, tells: Some(tells), erases: false };
        match (act, side, self.state) {
            // Taking back is always possible, and twice does nothing more.
            (PledgeAct::Withdraw, Side::Pledger, state) => {
                let tells = matches!(state, Offered | InTouch).then_some(Side::Initiator);
                Ok(PledgeDecision { state: Withdrawn, says: None, tells, erases: true })
            }
            (PledgeAct::Withdraw, Side::Initiator, _) | (PledgeAct::Accept | PledgeAct::Decline, Side::Pledger, _) => {
                Err(PledgeRefusal::NotYours)
            }
            (_, _, Declined | Withdrawn | Ended) => Err(PledgeRefusal::Over),
            (PledgeAct::Accept, Side::Initiator, Offered | InTouch) => Ok(decided(InTouch, None, Side::Pledger)),
            (PledgeAct::Decline, Side::Initiator, Offered | InTouch) => Ok(decided(Declined, None, Side::Pledger)),
            (PledgeAct::Write { .. }, _, Offered) => Err(PledgeRefusal::NotInTouch),
            (PledgeAct::Write { .. }, _, InTouch) if self.messages >= MOST_MESSAGES => Err(PledgeRefusal::TooMany),
            (PledgeAct::Write { text }, side, InTouch) => {
                let other = if side == Side::Pledger { Side::Initiator } else { Side::Pledger };
                Ok(decided(InTouch, Some(text), other))
            }
        }
    }

    /// The initiative was taken back. None when it is over anyway.
    pub fn end(self) -> Option<PledgeDecision> {
        let running = matches!(self.state, PledgeState::Offered | PledgeState::InTouch);
        running.then_some(PledgeDecision {
            state: PledgeState::Ended,
            says: None,
            tells: Some(Side::Pledger),
            erases: false,
        })
    }
}

impl PledgeState {
    /// Whether it counts as somebody who joins.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Offered | Self::InTouch)
    }
}

/// How many join, as everybody may know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", content = "number", rename_all = "camelCase")]
pub enum PledgeCount {
    #[default]
    Nobody,
    /// One to nine.
    Some,
    /// Ten or more.
    Number(u32),
}

impl PledgeCount {
    /// ```
    /// use shared::pledge::PledgeCount;
    /// assert_eq!(PledgeCount::of(0), PledgeCount::Nobody);
    /// assert_eq!(PledgeCount::of(9), PledgeCount::Some);
    /// assert_eq!(PledgeCount::of(10), PledgeCount::Number(10));
    /// ```
    pub const fn of(count: u32) -> Self {
        match count {
            0 => Self::Nobody,
            1..LEAST_COUNTED => Self::Some,
            LEAST_COUNTED.. => Self::Number(count),
        }
    }
}
