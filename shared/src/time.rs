//! Instants and civil dates.
//!
//! An instant is a whole number of milliseconds since 1970 inside, and RFC 3339 in UTC with `Z` on the wire.
//! Promises, opening days and working days are civil dates in the Netherlands (Europe/Amsterdam).

use std::fmt;

use serde::{Deserialize, Serialize};
use time::{Date, Duration, Month, OffsetDateTime, Time, Weekday};

const MILLISECONDS_PER_SECOND: i64 = 1_000;
const MILLISECONDS_PER_HOUR: i64 = 3_600 * MILLISECONDS_PER_SECOND;
/// The last instant that can be written with four digits for the year.
const LATEST: i64 = 253_402_300_799_999;
const SECONDS_PER_DAY: i64 = 24 * 3_600;

/// A moment, in milliseconds since 1970-01-01T00:00:00Z; always in the years 1970 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Instant(i64);

/// Why a text is no instant or date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    #[error("a moment is written as 2026-11-21T20:00:00Z")]
    NotAnInstant,
    #[error("a date is written as 2026-11-21")]
    NotADate,
}

impl Instant {
    /// Milliseconds outside the years 1970 to 9999 become the nearest moment inside.
    pub fn from_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds.clamp(0, LATEST))
    }

    pub const fn milliseconds(self) -> i64 {
        self.0
    }

    #[must_use]
    pub fn plus_milliseconds(self, milliseconds: i64) -> Self {
        Self::from_milliseconds(self.0.saturating_add(milliseconds))
    }

    /// Hour and minute on a Dutch clock at this moment.
    pub fn dutch_clock(self) -> (u8, u8) {
        let local = self.dutch();
        (local.hour(), local.minute())
    }

    /// The date on a Dutch calendar at this moment.
    pub fn dutch_date(self) -> CivilDate {
        CivilDate(self.dutch().date())
    }

    /// Dutch civil time; at the end of the calendar it stays there.
    fn dutch(self) -> OffsetDateTime {
        utc(self.plus_milliseconds(dutch_offset_hours(self) * MILLISECONDS_PER_HOUR).0)
    }
}

fn utc(milliseconds: i64) -> OffsetDateTime {
    let epoch = OffsetDateTime::UNIX_EPOCH;
    epoch.checked_add(Duration::milliseconds(milliseconds)).unwrap_or(epoch)
}

/// Hours that Dutch civil time is ahead of UTC: summer time from the last Sunday of March to the last Sunday of
/// October, both at 01:00 UTC (Directive 2000/84/EC, articles 2 and 3).
fn dutch_offset_hours(moment: Instant) -> i64 {
    let year = utc(moment.0).year();
    let changes_at =
        |month| last_sunday(year, month).map(|day| day.with_time(Time::MIDNIGHT).assume_utc() + Duration::HOUR);
    match (changes_at(Month::March), changes_at(Month::October)) {
        (Some(starts), Some(ends)) if (starts..ends).contains(&utc(moment.0)) => 2,
        _ => 1,
    }
}

fn last_sunday(year: i32, month: Month) -> Option<Date> {
    let last = Date::from_calendar_date(year, month, 31).ok()?;
    last.checked_sub(Duration::days(i64::from(last.weekday().number_days_from_sunday())))
}

impl fmt::Display for Instant {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let moment = utc(self.0);
        let (hour, minute, second) = moment.to_hms();
        write!(formatter, "{}T{hour:02}:{minute:02}:{second:02}", CivilDate(moment.date()))?;
        match self.0 % MILLISECONDS_PER_SECOND {
            0 => formatter.write_str("Z"),
            milliseconds => write!(formatter, ".{milliseconds:03}Z"),
        }
    }
}

impl std::str::FromStr for Instant {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let parsed = text.strip_suffix('Z').and_then(|text| text.split_once('T')).and_then(|(date, clock)| {
            let date: CivilDate = date.parse().ok()?;
            let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
            let mut parts = clock.splitn(3, ':').map(|part| digits(part, 2));
            let time = Time::from_hms(
                u8::try_from(parts.next()??).ok()?,
                u8::try_from(parts.next()??).ok()?,
                u8::try_from(parts.next()??).ok()?,
            )
            .ok()?;
            let fraction = format!("{fraction:0<3}");
            let milliseconds = digits(fraction.get(..3)?, 3)?;
            let seconds = date.0.with_time(time).assume_utc().unix_timestamp();
            seconds.checked_mul(MILLISECONDS_PER_SECOND)?.checked_add(i64::from(milliseconds))
        });
        parsed.filter(|milliseconds| (0..=LATEST).contains(milliseconds)).map(Self).ok_or(TimeError::NotAnInstant)
    }
}

impl TryFrom<String> for Instant {
    type Error = TimeError;
    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

impl From<Instant> for String {
    fn from(moment: Instant) -> Self {
        moment.to_string()
    }
}

/// A day on the Dutch calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CivilDate(Date);

impl CivilDate {
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        (1970..=9999).contains(&year).then(|| Date::from_calendar_date(year, month, day).ok().map(Self)).flatten()
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    pub fn day(self) -> u8 {
        self.0.day()
    }

    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// The date so many days later, or earlier when negative; at the edges of the calendar, the beginning of 1970 and
    /// the end of 9999, it stays there.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        // `Duration::days` would panic at a number that no calendar has.
        let later = self.0.saturating_add(Duration::seconds(days.saturating_mul(SECONDS_PER_DAY)));
        let first = Instant(0).dutch().date();
        Self(later.max(first).min(Instant(LATEST).dutch().date()))
    }

    /// The same day so many months later; the last day of that month where it has no such day.
    ///
    /// ```
    /// use shared::time::CivilDate;
    /// let day = |text: &str| text.parse::<CivilDate>().unwrap();
    /// assert_eq!(day("2026-11-30").plus_months(3), day("2027-02-28"));
    /// assert_eq!(day("2026-02-12").plus_months(3), day("2026-05-12"));
    /// ```
    #[must_use]
    pub fn plus_months(self, months: u8) -> Self {
        let counted = u16::from(self.month()).saturating_sub(1).saturating_add(u16::from(months));
        let year = self.year().saturating_add(i32::from(counted / 12));
        let month = u8::try_from(counted % 12).unwrap_or(0).saturating_add(1);
        let day = (1..=self.day()).rev().find_map(|day| Self::from_ymd(year, month, day));
        day.unwrap_or_else(|| self.plus_days(i64::from(months).saturating_mul(31)))
    }

    /// Whole days from this date to the other; negative when the other is earlier.
    pub fn days_until(self, other: Self) -> i64 {
        (other.0 - self.0).whole_days()
    }

    /// The first moment of this day in the Netherlands.
    pub fn starts_at(self) -> Instant {
        let midnight =
            self.0.with_time(Time::MIDNIGHT).assume_utc().unix_timestamp().saturating_mul(MILLISECONDS_PER_SECOND);
        let midnight = Instant::from_milliseconds(midnight);
        // The clock never changes between 22:00 UTC of the day before and midnight UTC, so one offset holds.
        let before = midnight.plus_milliseconds(-MILLISECONDS_PER_HOUR);
        midnight.plus_milliseconds(-dutch_offset_hours(before) * MILLISECONDS_PER_HOUR)
    }

    /// The first moment after this day in the Netherlands: a promise for this day is kept until then.
    pub fn ends_at(self) -> Instant {
        self.plus_days(1).starts_at()
    }
}

impl fmt::Display for CivilDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl std::str::FromStr for CivilDate {
    type Err = TimeError;
    fn from_str(text: &str) -> Result<Self, TimeError> {
        let mut parts = text.splitn(3, '-');
        let mut part = |length| parts.next().and_then(|part| digits(part, length));
        let (year, month, day) = (part(4), part(2), part(2));
        year.zip(month)
            .zip(day)
            .and_then(|((year, month), day)| {
                Self::from_ymd(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
            })
            .ok_or(TimeError::NotADate)
    }
}

impl TryFrom<String> for CivilDate {
    type Error = TimeError;
    fn try_from(text: String) -> Result<Self, TimeError> {
        text.parse()
    }
}

impl From<CivilDate> for String {
    fn from(date: CivilDate) -> Self {
        date.to_string()
    }
}

/// Reads exactly `length` decimal digits.
fn digits(text: &str, length: usize) -> Option<u32> {
    (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn instant(text: &str) -> Instant {
        text.parse().unwrap()
    }

    #[test]
    fn the_calendar_has_two_ends_and_no_number_of_days_leads_beyond() {
        let day: CivilDate = "2026-11-21".parse().unwrap();
        let ends: (CivilDate, CivilDate) = ("1970-01-01".parse().unwrap(), "9999-12-31".parse().unwrap());
        for days in [i64::MAX, i64::MAX / SECONDS_PER_DAY, 4_000_000, 2_912_485] {
            assert_eq!(day.plus_days(days), ends.1, "{days}");
            assert_eq!(day.plus_days(-days), ends.0, "{days}");
        }
        assert_eq!(day.plus_days(i64::MIN), ends.0);
        assert_eq!(Instant::from_milliseconds(i64::MAX).dutch_date(), ends.1);
        assert_eq!(ends.1.ends_at().dutch_date(), ends.1);
    }

    #[test]
    fn the_dutch_day_changes_at_midnight_in_winter_and_summer() {
        assert_eq!(instant("2026-01-31T22:59:59.999Z").dutch_date().to_string(), "2026-01-31");
        assert_eq!(instant("2026-01-31T23:00:00Z").dutch_date().to_string(), "2026-02-01");
        assert_eq!(instant("2026-07-31T21:59:59Z").dutch_date().to_string(), "2026-07-31");
        assert_eq!(instant("2026-07-31T22:00:00Z").dutch_date().to_string(), "2026-08-01");
    }

    #[test]
    fn the_dutch_clock_knows_summer_time() {
        assert_eq!(instant("2026-01-31T22:59:59Z").dutch_clock(), (23, 59));
        assert_eq!(instant("2026-07-31T22:05:00Z").dutch_clock(), (0, 5));
    }

    #[test]
    fn days_start_at_the_right_moment_around_both_clock_changes() {
        for (date, starts) in [
            ("2026-03-29", "2026-03-28T23:00:00Z"),
            ("2026-03-30", "2026-03-29T22:00:00Z"),
            ("2026-10-25", "2026-10-24T22:00:00Z"),
            ("2026-10-26", "2026-10-25T23:00:00Z"),
        ] {
            assert_eq!(date.parse::<CivilDate>().unwrap().starts_at(), instant(starts), "{date}");
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["2026-02-30", "2026-2-3", "1969-12-31", "26-01-01", "2026-01-01x", ""] {
            assert!(text.parse::<CivilDate>().is_err(), "{text}");
        }
        for text in ["2026-01-01", "2026-01-01T25:00:00Z", "2026-01-01T00:00:00+01:00", "2026-01-01T00:00Z"] {
            assert!(text.parse::<Instant>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn instants_survive_the_wire(milliseconds in 0..=LATEST) {
            let moment = Instant::from_milliseconds(milliseconds);
            prop_assert_eq!(moment.to_string().parse::<Instant>(), Ok(moment));
        }

        #[test]
        fn every_moment_lies_within_its_dutch_day(milliseconds in MILLISECONDS_PER_HOUR * 48..4_102_444_800_000_i64) {
            let moment = Instant::from_milliseconds(milliseconds);
            let day = moment.dutch_date();
            prop_assert!(day.starts_at() <= moment && moment < day.ends_at());
        }
    }
}
