//! How the mail of a partner comes: each message at once, or one overview on every working day.

use serde::{Deserialize, Serialize};

use crate::notification::MailKind;
use crate::promise::Calendar;
use crate::time::Instant;

/// When the overview goes out: on a working day at eight, before people begin.
const OVERVIEW_AT: i64 = 8 * 3_600_000;

/// What a partner has chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mailing {
    /// One overview on every working day in the place of single messages.
    #[serde(default)]
    pub daily: bool,
    /// What comes at once all the same, of [`Mailing::CHOICES`].
    #[serde(default)]
    pub direct: Vec<MailKind>,
}

impl Mailing {
    /// What can wait for the overview or not, as the partner likes.
    pub const CHOICES: [MailKind; 3] = [MailKind::CaseAssigned, MailKind::CaseOffered, MailKind::PromiseDue];

    /// Whether a message waits for the overview. What is urgent never does, whatever was chosen.
    ///
    /// ```
    /// use shared::{mailing::Mailing, notification::MailKind};
    ///
    /// let mailing = Mailing { daily: true, direct: vec![MailKind::CaseOffered] };
    /// assert!(mailing.gathers(MailKind::CaseAssigned) && !mailing.gathers(MailKind::CaseOffered));
    /// assert!(!mailing.gathers(MailKind::PromiseBroken), "somebody has waited too long already");
    /// assert!(!Mailing::default().gathers(MailKind::CaseAssigned));
    /// ```
    pub fn gathers(&self, kind: MailKind) -> bool {
        self.daily && !is_urgent(kind) && !self.direct.contains(&kind)
    }
}

/// Escalations, and what is about people's safety or about the system itself.
const fn is_urgent(kind: MailKind) -> bool {
    matches!(
        kind,
        MailKind::PromiseBroken
            | MailKind::ResidentThreatened
            | MailKind::ReviewNeeded
            | MailKind::CaseReturned
            | MailKind::ReopeningAsked
            | MailKind::RoutingAlarm
            | MailKind::PartnerUnavailable
            | MailKind::WebhookStopped
            | MailKind::DailyOverview
            | MailKind::MailedCode
            | MailKind::MailedLocked
    )
}

/// When the overview goes out that tells of what was written at this moment: the first one after it.
pub fn overview_after(calendar: Calendar<'_>, written: Instant) -> Instant {
    let day = written.dutch_date();
    let today = day.starts_at().plus_milliseconds(OVERVIEW_AT);
    if calendar.is_working_day(day) && written < today {
        today
    } else {
        calendar.add_working_days(day, 1).starts_at().plus_milliseconds(OVERVIEW_AT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_overview_comes_on_the_next_working_morning() {
        for (written, goes_out) in [
            ("2026-03-02T06:59:59.999Z", "2026-03-02T07:00:00Z"),
            ("2026-03-02T07:00:00Z", "2026-03-03T07:00:00Z"),
            // Friday afternoon, and Saturday; then summer time begins.
            ("2026-03-27T15:00:00Z", "2026-03-30T06:00:00Z"),
            ("2026-03-28T03:00:00Z", "2026-03-30T06:00:00Z"),
            // Good Friday, Easter, Easter Monday.
            ("2026-04-02T12:00:00Z", "2026-04-07T06:00:00Z"),
        ] {
            let at = overview_after(Calendar::new(&[]), written.parse().unwrap());
            assert_eq!(at, goes_out.parse().unwrap(), "{written}");
        }
    }

    #[test]
    fn only_what_can_wait_can_be_chosen() {
        assert!(Mailing::CHOICES.into_iter().all(|kind| !is_urgent(kind)));
    }
}
