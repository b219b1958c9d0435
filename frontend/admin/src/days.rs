//! Days and moments in words.

use shared::time::{CivilDate, Instant};

use crate::texts::DayTexts;

impl DayTexts {
    /// "12 mei 2026".
    pub(crate) fn full(&self, date: CivilDate) -> String {
        format!("{} {}", self.day_and_month(date), date.year())
    }

    /// "di 12 mei", with the year when it is another than this one.
    pub(crate) fn short(&self, date: CivilDate, today: CivilDate) -> String {
        let weekday = usize::from(date.weekday().number_days_from_monday());
        let weekday = self.weekdays.get(weekday).copied().unwrap_or_default();
        let day = self.day_and_month(date);
        if date.year() == today.year() {
            format!("{weekday} {day}")
        } else {
            format!("{weekday} {day} {}", date.year())
        }
    }

    /// "12 mei 2026, 14:05", on a Dutch clock.
    pub(crate) fn moment(&self, moment: Instant) -> String {
        format!("{}, {}", self.full(moment.dutch_date()), self.clock(moment))
    }

    /// "14:05", on a Dutch clock.
    #[expect(clippy::unused_self, reason = "another language may write it in another way")]
    pub(crate) fn clock(&self, moment: Instant) -> String {
        let (hour, minute) = moment.dutch_clock();
        format!("{hour}:{minute:02}")
    }

    /// "vandaag", "morgen", "over 3 dagen", "gisteren", "3 dagen geleden".
    pub(crate) fn relative(&self, date: CivilDate, today: CivilDate) -> String {
        match today.days_until(date) {
            0 => self.today.to_owned(),
            1 => self.tomorrow.to_owned(),
            -1 => self.yesterday.to_owned(),
            days if days > 0 => (self.in_days)(days),
            days => (self.days_ago)(days.saturating_neg()),
        }
    }

    fn day_and_month(&self, date: CivilDate) -> String {
        let month = usize::from(date.month()).checked_sub(1).and_then(|month| self.months.get(month));
        format!("{} {}", date.day(), month.copied().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use crate::texts::NL;

    use super::*;

    fn date(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_is_written_as_people_say_it() {
        let days = &NL.days;
        let today = date("2026-05-10");
        assert_eq!(days.full(date("2026-05-12")), "12 mei 2026");
        assert_eq!(days.short(date("2026-05-12"), today), "di 12 mei");
        assert_eq!(days.short(date("2027-01-03"), today), "zo 3 januari 2027");
        assert_eq!(days.moment("2026-05-12T07:04:00Z".parse().unwrap()), "12 mei 2026, 9:04");
    }

    #[test]
    fn near_days_have_words_of_their_own() {
        let days = &NL.days;
        let today = date("2026-05-10");
        for (day, words) in [
            ("2026-05-10", "vandaag"),
            ("2026-05-11", "morgen"),
            ("2026-05-09", "gisteren"),
            ("2026-05-13", "over 3 dagen"),
            ("2026-04-30", "10 dagen geleden"),
        ] {
            assert_eq!(days.relative(date(day), today), words);
        }
    }
}
