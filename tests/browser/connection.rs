//! The connection fails at the worst moment. Nothing typed is lost, and nothing is counted twice.

use buurtstem_tests::browser::{Browser, Cut, Role, Scripts, wait};
use buurtstem_tests::{Town, town::OPEN_POLL};
use serde_json::json;

use crate::steps::{AT_EASE, CHECK, IDEA, Resident, WHERE, look_closely, signs_in, waits_for_the_program};

const SEND: &str = "Verstuur mijn antwoorden";
const THANKS: &str = "Bedankt! Uw antwoorden zijn binnen";

#[test]
fn without_a_connection_the_answers_stay_and_are_sent_once() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    tab.cut(Cut::Everything);
    let view = resident.view;
    view.button(SEND).click();
    view.reads("Er is geen verbinding");
    view.reads("Op donderdag samen een rondje lopen.");
    tab.is_accessible("no connection");
    tab.cut(Cut::Nothing);
    resident.sends_the_answers();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
}

/// The questions themselves need none; what comes behind them does.
#[test]
fn a_question_without_a_connection_keeps_what_was_typed() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    for (language, next, offline, area) in
        [("nl", "Volgende", "Er is geen verbinding", WHERE), ("ar", "التالي", "لا يوجد اتصال", "في أي حي تسكن؟")]
    {
        let tab = browser.tab();
        tab.go(&town.url(&format!("/waterdam/{language}/peilingen/{OPEN_POLL}")));
        let page = tab.page();
        waits_for_the_program(page);
        tab.cut(Cut::Everything);
        for step in 1..=3 {
            let _ = page.evaluate("document.querySelector('#app [type=radio]')?.click()");
            page.button(next).click();
            wait::until("the next question", || match page.evaluate("history.state")? {
                now if now == step => Ok(()),
                now => Err(format!("step {now}")),
            });
        }
        let written = page.by_role(Role::Field, "…");
        written.fill("Samen een rondje lopen.");
        page.button(next).click();
        page.reads(offline);
        assert_eq!(page.evaluate("document.activeElement.id").ok(), Some("offline".into()));
        assert_eq!(written.value(), "Samen een rondje lopen.");
        look_closely(&tab, &format!("a question without a connection {language}"));
        tab.cut(Cut::Nothing);
        page.button(next).click();
        page.heading(area).wait();
        page.reads_no(offline);
    }
}

#[test]
fn a_lost_answer_of_the_server_does_not_count_twice() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    let posted = tab.requests("POST", OPEN_POLL);
    tab.lose_answer(OPEN_POLL, || resident.view.button(SEND).click());
    resident.view.reads("Er is geen verbinding");
    assert_eq!(town.ballots(OPEN_POLL), before + 1, "the server had it already");
    resident.sends_the_answers();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
    assert_eq!(tab.requests("POST", OPEN_POLL), posted + 2);
}

/// The answers were counted, but the answer to them was lost; then one of them is changed and sent again.
#[test]
fn answers_that_were_changed_after_they_were_counted_stay_and_are_told_apart() {
    for scripts in [Scripts::On, Scripts::Off] {
        let mut town = Town::start();
        let before = town.ballots(OPEN_POLL);
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        tab.go(&town.page(""));
        let resident = Resident::at_page(&tab);
        resident.begins_the_poll();
        resident.fills_in_the_poll();
        let page = resident.view;
        if scripts == Scripts::On {
            tab.lose_answer(OPEN_POLL, || page.button(SEND).click());
            page.reads("Er is geen verbinding");
        } else {
            // The browser would show a page of its own here, with a way to load the last one again.
            let field = page.evaluate("document.querySelector('[name=ballotId]').value").unwrap();
            let path = format!("/api/v1/municipalities/waterdam/polls/{OPEN_POLL}/ballots");
            let body = json!({ "answers": { "op-uw-gemak": { "scale": 4 }, "welke-plek": { "choice": "fietspad" } } });
            assert_eq!(town.server().anybody().post_once(&path, field.as_str().unwrap(), &body).status, 201);
        }
        assert_eq!(town.ballots(OPEN_POLL), before + 1);
        page.button(&format!("Wijzig {AT_EASE}")).click();
        page.heading(AT_EASE).wait();
        page.by_role(Role::Radio, "2").choose();
        page.button("Volgende").click();
        page.heading(CHECK).wait();
        page.button(SEND).click();
        page.reads("U heeft al geantwoord");
        page.reads("Uw eerste antwoorden zijn geteld.");
        page.reads("2 (van 1 tot 5)");
        page.reads("Op donderdag samen een rondje lopen.");
        if scripts == Scripts::On {
            tab.is_accessible("answers that differ from those that were counted");
        }
        assert_eq!(town.ballots(OPEN_POLL), before + 1);
    }
}

#[test]
fn a_server_that_crashes_at_sending_loses_nothing() {
    let mut town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    town.server().instance().kill().unwrap();
    resident.view.button(SEND).click();
    resident.view.reads("Er is geen verbinding");
    town.server().instance().start_again().unwrap();
    resident.view.button(SEND).click();
    resident.view.heading(THANKS).wait();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
}

#[test]
fn an_idea_whose_answer_is_lost_is_one_case() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let resident = Resident::at_page(&tab);
    resident.fills_in_an_idea();
    tab.lose_answer("/idee", || tab.page().button("Verstuur mijn idee").click());
    tab.page().reads("Er is geen verbinding");
    tab.page().reads("Mijn moeder durft er niet langs.");
    tab.page().button("Verstuur mijn idee").click();
    tab.page().heading("Bedankt! Uw idee is binnen").wait();

    let office = browser.tab();
    signs_in(&town, &office, "dewi-pattiasina");
    office.page().link(IDEA).wait();
    let cases = office.page().names(Role::Link);
    assert_eq!(cases.iter().filter(|title| *title == IDEA).count(), 1, "{cases:?}");
}

#[test]
fn a_key_opened_without_a_connection_stays_in_the_field() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let receipt = Resident::at_page(&tab).sends_an_idea();
    tab.go(&town.page("/volgen"));
    let field = "Uw persoonlijke code";
    tab.page().by_label(field).wait();
    tab.cut(Cut::Everything);
    // A link pasted into the address bar of the page that is open loads nothing: only the fragment changes.
    tab.go(&receipt.link);
    tab.page().reads("Er is geen verbinding");
    assert_eq!(tab.page().by_label(field).value(), receipt.code.replace('-', ""));
    assert!(!tab.address().contains("#c="), "the key stays in the address bar");
    tab.cut(Cut::Nothing);
    tab.page().button("Bekijk mijn idee").click();
    tab.page().heading(IDEA).wait();
}

#[test]
fn another_personal_link_pasted_into_the_page_opens_that_case() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let first = Resident::at_page(&tab).sends_an_idea();
    tab.go(&town.page(""));
    let second = Resident::at_page(&tab).sends_an_idea();
    for receipt in [&first, &second] {
        tab.go(&receipt.link);
        tab.page().reads(&format!("Uw idee, nummer {}", receipt.number));
        assert!(!tab.address().contains("#c="), "the key stays in the address bar");
    }
}
