//! A question stops the clock, and the answer starts it again where it stood.

use proptest::prelude::*;
use shared::actor::Actor;
use shared::case::{Command, LEAST_DAYS_AFTER_ANSWER, QUESTION_DAYS};
use shared::promise::Calendar;

use crate::town::{File, date, handler};

fn ask(file: &mut File) {
    let text = file.words("Welke ingang bedoelt u?");
    file.act(Command::Ask { text }, &handler("homes")).unwrap();
}

fn answer(file: &mut File) {
    let question = file.case.open().unwrap().question.clone().unwrap().id;
    let text = file.words("De noordkant.");
    file.act(Command::Answer { question, text }, &Actor::Resident).unwrap();
}

#[test]
fn after_an_answer_there_is_as_much_time_as_there_was() {
    let mut file = File::open(false);
    assert_eq!(file.case.promise(), Some(date("2026-12-04")));
    file.pass_time_until("2026-11-24");
    ask(&mut file);
    // Eight working days were left; they begin after the last day for an answer.
    assert_eq!(file.case.promise(), Some(date("2026-12-18")));
    file.pass_time_until("2026-11-26");
    answer(&mut file);
    assert_eq!(file.case.promise(), Some(date("2026-12-08")));
}

#[test]
fn a_day_that_somebody_named_meanwhile_stands() {
    let mut file = File::open(false);
    ask(&mut file);
    file.pass_time_until("2026-11-25");
    let text = file.words("Wij zoeken het ook zelf uit.");
    let update = Command::Update { text, next_news_by: Some(date("2026-12-15")) };
    file.act(update, &handler("homes")).unwrap();
    file.pass_time_until("2026-11-26");
    answer(&mut file);
    assert_eq!(file.case.promise(), Some(date("2026-12-15")));
}

proptest! {
    #[test]
    fn asking_again_and_again_wins_no_time(
        rounds in prop::collection::vec((0_i64..4, 0_i64..=QUESTION_DAYS), 1..6),
    ) {
        let calendar = Calendar::new(&[]);
        let mut file = File::open(false);
        for (wait, think) in rounds {
            file.town.now = file.town.now.dutch_date().plus_days(wait).starts_at().plus_milliseconds(3_600_000);
            file.act(Command::PassTime, &Actor::System).unwrap();
            let today = file.town.now.dutch_date();
            let left = calendar.working_days_until(today, file.case.promise().unwrap()).max(LEAST_DAYS_AFTER_ANSWER);
            ask(&mut file);
            let told = file.case.promise().unwrap();
            file.town.now = today.plus_days(think).starts_at().plus_milliseconds(7_200_000);
            let today = file.town.now.dutch_date();
            answer(&mut file);
            let promise = file.case.promise().unwrap();
            // As much as there was, from the day of the answer, and never later than the resident was told.
            prop_assert_eq!(promise, calendar.add_working_days(today, left));
            prop_assert!(promise <= told);
        }
    }
}
