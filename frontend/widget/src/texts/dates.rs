//! Dates, written out.

use shared::sentence::Sentence;
use shared::time::CivilDate;

use super::carried::carried;

carried! {
    /// How one language writes them.
    pub struct Dates {
        /// Day, month and year.
        pub date: Sentence<3>,
        pub months: [&'static str; 12],
    }
}

impl Dates {
    /// "12 mei 2027".
    pub fn written(&self, date: CivilDate) -> String {
        let month = self.months.get(usize::from(date.month()).saturating_sub(1)).copied().unwrap_or_default();
        self.date.with([&date.day().to_string(), month, &date.year().to_string()])
    }
}

pub(super) static NL: Dates = Dates {
    date: Sentence::new("{0} {1} {2}"),
    months: [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
};

pub(super) static EN: Dates = Dates {
    date: Sentence::new("{0} {1} {2}"),
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_out() {
        let date = CivilDate::from_ymd(2027, 5, 12).unwrap();
        assert_eq!(NL.written(date), "12 mei 2027");
        assert_eq!(EN.written(date), "12 May 2027");
    }
}
