//! Where a poll is in its life, and what may happen to it there.
//!
//! A transition consumes the state and may refuse, saying from what to what. Opening and closing wait for every
//! box, each of which says once that it has done so; saying it again changes nothing.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::PollStatus;
use crate::promise::{self, Calendar};
use crate::time::{CivilDate, Instant};

/// When answers are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Term {
    pub opens_at: Instant,
    /// The first moment at which no ballot is taken any more.
    pub closes_at: Instant,
}

/// The boxes of a poll, and which of them have done what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledged {
    pub boxes: u16,
    pub by: BTreeSet<u16>,
}

impl Acknowledged {
    fn none_of(boxes: u16) -> Self {
        Self { boxes, by: BTreeSet::new() }
    }

    /// The boxes that still have to do it.
    pub fn missing(&self) -> impl Iterator<Item = u16> {
        (0..self.boxes).filter(|index| !self.by.contains(index))
    }

    fn with(mut self, index: u16) -> Self {
        if index < self.boxes {
            self.by.insert(index);
        }
        self
    }

    fn complete(&self) -> bool {
        self.missing().next().is_none()
    }
}

/// The life of a poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PollLife {
    /// Being made; everything may change.
    Draft,
    /// Opens by itself; the content may still change.
    Planned {
        term: Term,
    },
    /// Structure frozen; not public until every box has it.
    Opening {
        term: Term,
        acknowledged: Acknowledged,
    },
    Open {
        term: Term,
        boxes: u16,
    },
    /// No ballot is taken after `closes_at`; the boxes hand in their last counts.
    Closing {
        term: Term,
        report_due: CivilDate,
        acknowledged: Acknowledged,
    },
    /// The last figures are published; residents wait for the report.
    Closed {
        term: Term,
        report_due: CivilDate,
    },
    /// Finished: figures and report are frozen.
    Reported {
        term: Term,
        reported_on: CivilDate,
    },
}

/// Why something cannot happen to a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LifeRefusal {
    #[error("a poll that is {from:?} cannot become {to:?}")]
    NotFrom { from: PollStatus, to: PollStatus },
    /// The last day lies before the first, or in the past.
    #[error("a poll has to be open for some time from now on")]
    NoTimeToAnswer,
}

impl PollLife {
    /// Sets when the poll opens and closes; it opens at once when that moment has come. A planned poll may be
    /// planned again.
    ///
    /// # Errors
    /// When it has opened already, or would close before anybody can answer.
    pub fn plan(self, term: Term, boxes: u16, now: Instant) -> Result<Self, LifeRefusal> {
        match self {
            Self::Draft | Self::Planned { .. } if term.closes_at <= term.opens_at.max(now) => {
                Err(LifeRefusal::NoTimeToAnswer)
            }
            Self::Draft | Self::Planned { .. } => Ok(Self::Planned { term }.tick(boxes, now, || now.dutch_date())),
            other => Err(LifeRefusal::NotFrom { from: other.status(now), to: PollStatus::Planned }),
        }
    }

    /// Takes a planned poll back before it opens; it is a draft again.
    ///
    /// # Errors
    /// When it is not planned, or the moment of opening has come.
    pub fn cancel(self, now: Instant) -> Result<Self, LifeRefusal> {
        match self {
            Self::Planned { term } if now < term.opens_at => Ok(Self::Draft),
            other => Err(LifeRefusal::NotFrom { from: other.status(now), to: PollStatus::Draft }),
        }
    }

    /// What the clock does: a planned poll starts opening, an open one starts closing. `report_due` is asked for
    /// only when the poll closes.
    #[must_use]
    pub fn tick(self, boxes: u16, now: Instant, report_due: impl FnOnce() -> CivilDate) -> Self {
        match self {
            Self::Planned { term } if now >= term.opens_at => {
                Self::Opening { term, acknowledged: Acknowledged::none_of(boxes) }
            }
            Self::Open { term, boxes } if now >= term.closes_at => {
                Self::Closing { term, report_due: report_due(), acknowledged: Acknowledged::none_of(boxes) }
            }
            other => other,
        }
    }

    /// A box has the frozen poll; with the last one the poll is open.
    #[must_use]
    pub fn box_opened(self, index: u16) -> Self {
        match self {
            Self::Opening { term, acknowledged } => {
                let acknowledged = acknowledged.with(index);
                if acknowledged.complete() {
                    Self::Open { term, boxes: acknowledged.boxes }
                } else {
                    Self::Opening { term, acknowledged }
                }
            }
            other => other,
        }
    }

    /// Closes an open poll before its time.
    ///
    /// # Errors
    /// When it is not open.
    pub fn close(self, now: Instant, report_due: CivilDate) -> Result<Self, LifeRefusal> {
        match self {
            Self::Open { term, boxes } => Ok(Self::Closing {
                term: Term { closes_at: term.closes_at.min(now), ..term },
                report_due,
                acknowledged: Acknowledged::none_of(boxes),
            }),
            other => Err(LifeRefusal::NotFrom { from: other.status(now), to: PollStatus::Closed }),
        }
    }

    /// A box has closed and handed in its last counts; with the last one the poll is closed.
    #[must_use]
    pub fn box_closed(self, index: u16) -> Self {
        match self {
            Self::Closing { term, report_due, acknowledged } => {
                let acknowledged = acknowledged.with(index);
                if acknowledged.complete() {
                    Self::Closed { term, report_due }
                } else {
                    Self::Closing { term, report_due, acknowledged }
                }
            }
            other => other,
        }
    }

    /// Publishes the report.
    ///
    /// # Errors
    /// When the poll has not closed, or has its report.
    pub fn report(self, now: Instant) -> Result<Self, LifeRefusal> {
        match self {
            Self::Closed { term, .. } => Ok(Self::Reported { term, reported_on: now.dutch_date() }),
            other => Err(LifeRefusal::NotFrom { from: other.status(now), to: PollStatus::Reported }),
        }
    }

    /// Whether the content may still change.
    pub const fn may_be_edited(&self) -> bool {
        matches!(self, Self::Draft | Self::Planned { .. })
    }

    /// Whether its last figures are there: every box has closed and handed in its counts.
    pub const fn is_counted(&self) -> bool {
        matches!(self, Self::Closed { .. } | Self::Reported { .. })
    }

    /// The status as everybody may know it. Between two states the outside sees the careful one: a poll is open
    /// once every box takes ballots, and closed as soon as one no longer does.
    pub fn status(&self, now: Instant) -> PollStatus {
        match self {
            Self::Draft => PollStatus::Draft,
            Self::Planned { .. } | Self::Opening { .. } => PollStatus::Planned,
            Self::Open { term, .. } if now < term.closes_at => PollStatus::Open,
            Self::Open { .. } | Self::Closing { .. } | Self::Closed { .. } => PollStatus::Closed,
            Self::Reported { .. } => PollStatus::Reported,
        }
    }

    pub const fn term(&self) -> Option<Term> {
        match self {
            Self::Draft => None,
            Self::Planned { term }
            | Self::Opening { term, .. }
            | Self::Open { term, .. }
            | Self::Closing { term, .. }
            | Self::Closed { term, .. }
            | Self::Reported { term, .. } => Some(*term),
        }
    }

    /// Until when residents wait for the report at most; none before closing and once it is there.
    pub const fn report_due(&self) -> Option<CivilDate> {
        match self {
            Self::Closing { report_due, .. } | Self::Closed { report_due, .. } => Some(*report_due),
            _ => None,
        }
    }

    /// Whether the day for the report has passed without one.
    pub fn report_overdue(&self, now: Instant) -> bool {
        self.report_due().is_some_and(|due| promise::is_overdue(due, now))
    }

    /// When the clock will do something next.
    pub fn next_tick(&self) -> Option<Instant> {
        match self {
            Self::Planned { term } => Some(term.opens_at),
            Self::Open { term, .. } => Some(term.closes_at),
            _ => None,
        }
    }
}

/// The day by which the report is due: so many working days after the day on which the poll closed.
pub fn report_due(calendar: Calendar<'_>, closes_at: Instant, report_days: u16) -> CivilDate {
    // A poll that closes at midnight closed with the day before.
    let last_day = closes_at.plus_milliseconds(-1).dutch_date();
    calendar.add_working_days(last_day, report_days)
}
