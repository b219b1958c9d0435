//! Whatever somebody does with the last button, the answers count once: pressed twice, in two tabs, and once more after
//! going back.

use buurtstem_tests::browser::{Browser, Scripts, Tab};
use buurtstem_tests::{Town, town::OPEN_POLL};

use crate::steps::{CHECK, Resident};

const SEND: &str = "Verstuur mijn antwoorden";
const THANKS: &str = "Bedankt! Uw antwoorden zijn binnen";

fn comes_to_the_end<'a>(town: &Town, tab: &'a Tab) -> Resident<'a> {
    tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}")));
    let resident = Resident::at_page(tab);
    resident.fills_in_the_poll();
    resident
}

#[test]
fn a_double_tap_is_one_ballot() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let before = town.ballots(OPEN_POLL);
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        let resident = comes_to_the_end(&town, &tab);
        // Both before the page can do anything in between.
        let taps = "const button = document.querySelector('button[value=send]'); button.click(); button.click(); 1";
        let _ = resident.view.evaluate(taps).expect("two taps");
        resident.view.heading(THANKS).wait();
        assert_eq!(town.ballots(OPEN_POLL), before + 1, "{scripts:?}");
    }
}

/// The plain form is the whole state: whoever doubles the tab has the same one twice.
#[test]
fn the_same_form_in_two_tabs_is_one_ballot() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::Off);
    let (one, other) = (browser.tab(), browser.tab());
    let first = comes_to_the_end(&town, &one);
    let form = first.view.evaluate("document.querySelector('button[value=send]').form.outerHTML").expect("a form");
    other.go(&town.page(&format!("/peilingen/{OPEN_POLL}")));
    let second = other.page();
    second.button("Volgende").wait();
    let _ = second.evaluate(&format!("document.querySelector('main').innerHTML = {form}; 1")).expect("the same form");
    for view in [second, first.view] {
        view.button(SEND).click();
        view.heading(THANKS).wait();
        assert_eq!(town.ballots(OPEN_POLL), before + 1);
    }
}

#[test]
fn going_back_after_sending_and_sending_again_is_one_ballot() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let resident = comes_to_the_end(&town, &tab);
    resident.sends_the_answers();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
    let view = resident.view;
    tab.back();
    view.until_text("the poll", |text| !text.contains(THANKS));
    // A browser that kept the page shows it as it was; one that did not begins anew, and then nothing is there to send.
    if view.heading(CHECK).is_there() {
        view.button(SEND).click();
        view.heading(THANKS).wait();
    } else {
        assert!(!view.button(SEND).is_there());
    }
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
}
