//! Working days, and the promise: the day by which the resident hears something.
//!
//! A promise is a day on the Dutch calendar, kept until the end of that day. The day something came in is day 0;
//! weekends, public holidays and the municipality's own free days do not count. The owner is reminded the working
//! day before; an unkept promise is escalated once two working days have passed.

use time::Weekday;

use crate::time::{CivilDate, Instant};

/// A promise that is this many working days late is told to the coordinator: time to make up for one day of
/// absence, and no more.
pub const ESCALATION_DAYS: u16 = 2;

/// Which days count: the Dutch public holidays and the days on which the municipality itself is closed.
#[derive(Debug, Clone, Copy)]
pub struct Calendar<'a> {
    own_free_days: &'a [CivilDate],
}

impl<'a> Calendar<'a> {
    pub const fn new(own_free_days: &'a [CivilDate]) -> Self {
        Self { own_free_days }
    }

    /// Whether anybody can be expected to work on this day.
    pub fn is_working_day(self, date: CivilDate) -> bool {
        !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
            && !is_public_holiday(date)
            && !self.own_free_days.contains(&date)
    }

    /// The day on which so many working days have passed; `from` is day 0 and does not count itself.
    ///
    /// ```
    /// use shared::{promise::Calendar, time::CivilDate};
    /// let friday: CivilDate = "2026-11-20".parse().unwrap();
    /// assert_eq!(Calendar::new(&[]).add_working_days(friday, 1).to_string(), "2026-11-23");
    /// ```
    #[must_use]
    pub fn add_working_days(self, from: CivilDate, days: u16) -> CivilDate {
        (0..days).fold(from, |date, _| self.seek(date, 1))
    }

    /// How many working days there are after `from`, up to and with `to`; none when that has passed.
    ///
    /// ```
    /// use shared::{promise::Calendar, time::CivilDate};
    /// let day = |text: &str| text.parse::<CivilDate>().unwrap();
    /// assert_eq!(Calendar::new(&[]).working_days_until(day("2026-11-20"), day("2026-11-24")), 2);
    /// assert_eq!(Calendar::new(&[]).working_days_until(day("2026-11-24"), day("2026-11-20")), 0);
    /// ```
    pub fn working_days_until(self, from: CivilDate, to: CivilDate) -> u16 {
        let days = (1..=from.days_until(to)).filter(|days| self.is_working_day(from.plus_days(*days)));
        u16::try_from(days.count()).unwrap_or(u16::MAX)
    }

    /// The last working day before this one.
    #[must_use]
    pub fn working_day_before(self, date: CivilDate) -> CivilDate {
        self.seek(date, -1)
    }

    /// The next working day in a direction; at the edge of the calendar it stays there.
    fn seek(self, from: CivilDate, step: i64) -> CivilDate {
        let mut date = from.plus_days(step);
        while !self.is_working_day(date) && date.plus_days(step) != date {
            date = date.plus_days(step);
        }
        date
    }

    /// From when the owner is reminded of a promise: the start of the working day before.
    pub fn reminds_at(self, promise: CivilDate) -> Instant {
        self.working_day_before(promise).starts_at()
    }

    /// From when an unkept promise is a matter for the coordinator.
    pub fn escalates_at(self, promise: CivilDate) -> Instant {
        self.add_working_days(promise, ESCALATION_DAYS).ends_at()
    }
}

/// The last day of a term of the law, so many days of the calendar after `from`. One that would end on a Saturday, a
/// Sunday or a public holiday lasts until the next day that is none of these (Algemene termijnenwet, article 1); a
/// municipality's own free days do not count there.
///
/// ```
/// use shared::{promise::end_of_term, time::CivilDate};
/// let friday: CivilDate = "2026-11-20".parse().unwrap();
/// assert_eq!(end_of_term(friday, 42).to_string(), "2027-01-04");
/// assert_eq!(end_of_term(friday, 3).to_string(), "2026-11-23");
/// ```
#[must_use]
pub fn end_of_term(from: CivilDate, days: i64) -> CivilDate {
    Calendar::new(&[]).add_working_days(from.plus_days(days.saturating_sub(1)), 1)
}

/// Whether a promise for this day is no longer kept at this moment.
pub fn is_overdue(promise: CivilDate, now: Instant) -> bool {
    now >= promise.ends_at()
}

/// A day of article 3 of the Algemene termijnenwet: New Year's Day, Easter Monday, Whit Monday, both days of
/// Christmas, Ascension Day, the day on which the King's birthday is celebrated, 5 May (first paragraph) and
/// Good Friday (second paragraph). Days that a royal decree adds (third paragraph) are the municipality's own days.
pub fn is_public_holiday(date: CivilDate) -> bool {
    let fixed = matches!((date.month(), date.day()), (1, 1) | (5, 5) | (12, 25 | 26));
    let from_easter = easter_sunday(date.year()).map(|easter| easter.days_until(date));
    fixed || Some(date) == kings_day(date.year()) || matches!(from_easter, Some(-2 | 1 | 39 | 50))
}

/// 27 April; the day before when that is a Sunday.
pub fn kings_day(year: i32) -> Option<CivilDate> {
    let birthday = CivilDate::from_ymd(year, 4, 27)?;
    Some(if birthday.weekday() == Weekday::Sunday { birthday.plus_days(-1) } else { birthday })
}

/// Easter Sunday in the Gregorian calendar, by the anonymous rule printed in Nature, 20 April 1876, as given by
/// J. Meeus, Astronomical Algorithms (2nd edition, 1998), chapter 8.
pub fn easter_sunday(year: i32) -> Option<CivilDate> {
    let golden = year % 19;
    let (century, in_century) = (year / 100, year % 100);
    // How far the moon has drifted from its 19-year cycle over the centuries.
    let lunar = (century - (century + 8) / 25 + 1) / 3;
    let full_moon = (19 * golden + century - century / 4 - lunar + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - full_moon - in_century % 4) % 7;
    let exception = (golden + 11 * full_moon + 22 * to_sunday) / 451;
    let sum = full_moon + to_sunday - 7 * exception + 114;
    CivilDate::from_ymd(year, u8::try_from(sum / 31).ok()?, u8::try_from(sum % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_on_the_days_of_the_printed_calendars() {
        for day in [
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2038-04-25",
            "2049-04-18",
            "2285-03-22",
        ] {
            assert_eq!(easter_sunday(date(day).year()), Some(date(day)));
        }
    }

    /// Every public holiday that falls on Monday to Friday, as printed in the Dutch calendars of these years.
    #[test]
    fn holidays_are_those_of_the_printed_calendars() {
        for (year, holidays) in [
            (2024, "01-01 03-29 04-01 05-09 05-20 12-25 12-26"),
            (2025, "01-01 04-18 04-21 05-05 05-29 06-09 12-25 12-26"),
            (2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25"),
            (2027, "01-01 03-26 03-29 04-27 05-05 05-06 05-17"),
            (2028, "04-14 04-17 04-27 05-05 05-25 06-05 12-25 12-26"),
        ] {
            let first = CivilDate::from_ymd(year, 1, 1).unwrap();
            let found: Vec<String> = (0..366)
                .map(|days| first.plus_days(days))
                .filter(|day| day.year() == year)
                .filter(|&day| is_public_holiday(day))
                .filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday))
                .map(|day| day.to_string()[5..].to_owned())
                .collect();
            assert_eq!(found.join(" "), holidays, "{year}");
        }
    }

    #[test]
    fn kings_day_moves_to_saturday_when_it_falls_on_sunday() {
        assert_eq!(kings_day(2025), Some(date("2025-04-26")));
        assert_eq!(kings_day(2031), Some(date("2031-04-26")));
        assert_eq!(kings_day(2026), Some(date("2026-04-27")));
        assert!(!is_public_holiday(date("2025-04-27")));
    }

    #[test]
    fn the_day_of_receipt_is_day_nought() {
        let calendar = Calendar::new(&[]);
        for (from, days, to) in [
            ("2026-11-20", 0, "2026-11-20"),
            ("2026-11-21", 1, "2026-11-23"),
            ("2026-11-23", 5, "2026-11-30"),
            // Good Friday and Easter Monday.
            ("2026-04-02", 1, "2026-04-07"),
            // King's Day, and 5 May.
            ("2026-04-24", 6, "2026-05-06"),
            // Christmas and the turn of the year.
            ("2026-12-24", 3, "2026-12-30"),
        ] {
            assert_eq!(calendar.add_working_days(date(from), days), date(to), "{days} after {from}");
        }
    }

    #[test]
    fn own_free_days_do_not_count() {
        let own = [date("2026-11-23"), date("2026-11-24")];
        assert_eq!(Calendar::new(&own).add_working_days(date("2026-11-20"), 1), date("2026-11-25"));
        assert_eq!(Calendar::new(&own).working_day_before(date("2026-11-25")), date("2026-11-20"));
    }

    #[test]
    fn a_promise_is_kept_until_the_end_of_its_day() {
        let promise = date("2026-11-20");
        let end = promise.ends_at();
        assert!(!is_overdue(promise, end.plus_milliseconds(-1)));
        assert!(is_overdue(promise, end));
        let calendar = Calendar::new(&[]);
        assert_eq!(calendar.reminds_at(promise), date("2026-11-19").starts_at());
        // Monday and Tuesday pass; Wednesday it is the coordinator's.
        assert_eq!(calendar.escalates_at(promise), date("2026-11-25").starts_at());
        assert_eq!(calendar.reminds_at(date("2026-11-23")), promise.starts_at());
    }

    #[test]
    fn the_edges_of_the_calendar_end_the_search() {
        let last = date("9999-12-31");
        assert_eq!(Calendar::new(&[last]).add_working_days(last, 3), last);
    }

    proptest! {
        #[test]
        fn adding_is_adding_one_at_a_time(offset in 0_i64..20_000, first in 0_u16..40, second in 0_u16..40) {
            let calendar = Calendar::new(&[]);
            let from = date("2026-01-01").plus_days(offset);
            let halfway = calendar.add_working_days(from, first);
            prop_assert_eq!(calendar.add_working_days(halfway, second), calendar.add_working_days(from, first + second));
        }

        #[test]
        fn exactly_so_many_working_days_lie_between(offset in 0_i64..20_000, days in 1_u16..60) {
            let calendar = Calendar::new(&[]);
            let from = date("2026-01-01").plus_days(offset);
            let to = calendar.add_working_days(from, days);
            let between = (1..=from.days_until(to)).filter(|&day| calendar.is_working_day(from.plus_days(day))).count();
            prop_assert_eq!(between, usize::from(days));
            prop_assert!(calendar.is_working_day(to));
            prop_assert!(calendar.reminds_at(to) < to.starts_at() && calendar.escalates_at(to) > to.ends_at());
        }

        #[test]
        fn easter_is_a_sunday_between_22_march_and_25_april(year in 1970..=9999) {
            let easter = easter_sunday(year).unwrap();
            prop_assert_eq!(easter.weekday(), Weekday::Sunday);
            let from_march = CivilDate::from_ymd(year, 3, 22).unwrap().days_until(easter);
            prop_assert!((0..=34).contains(&from_march));
        }
    }
}
