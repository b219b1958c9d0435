//! The first question of a poll is there with its page: it can be answered before the style sheet or the program of the
//! page, and needs few requests.

use buurtstem_tests::browser::{Browser, Role, Scripts};
use buurtstem_tests::{Town, town::OPEN_POLL};

use crate::steps::{AT_EASE, POLL_TITLE, WHICH_PLACE, waits_for_the_program};

#[test]
fn it_is_answered_without_any_other_file() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.refuse(&["/assets/"]);
    tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}")));
    let page = tab.page();
    page.heading(POLL_TITLE).wait();
    page.reads("Meedenken");
    page.reads("U doet anoniem mee.");
    page.reads("5 vragen, ongeveer 2 minuten");
    page.by_role(Role::RadioGroup, AT_EASE).wait();
    let edge = "getComputedStyle(document.querySelector('.choice > label')).borderTopWidth";
    assert_eq!(page.evaluate(edge).unwrap(), "2px", "it looks like itself");
    tab.pictures("first-question");
    page.by_role(Role::Radio, "4").choose();
    page.button("Volgende").click();
    page.heading(WHICH_PLACE).wait();
    assert_eq!(tab.requests("POST", OPEN_POLL), 1);
}

#[test]
fn what_is_chosen_before_the_program_is_there_stays() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.refuse(&["/assets/"]);
    tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}")));
    let page = tab.page();
    page.by_role(Role::Radio, "4").choose();
    tab.refuse(&[]);
    let _ = page.evaluate("import(`${document.querySelector('script[type=module]').src}?late`); 1").unwrap();
    waits_for_the_program(page);
    assert!(page.by_role(Role::Radio, "4").is_checked());
    page.button("Volgende").click();
    page.heading(WHICH_PLACE).wait();
    page.button("Vorige").click();
    page.heading(AT_EASE).wait();
    assert!(page.by_role(Role::Radio, "4").is_checked());
    assert_eq!(tab.requests("POST", OPEN_POLL), 0, "the program takes over from there");
}

#[test]
fn a_frame_asks_for_its_program_and_nothing_else() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.url(&format!("/frame/v1/waterdam/nl/peilingen/{OPEN_POLL}")));
    waits_for_the_program(tab.page());
    let files = [".js", ".wasm", ".css"].map(|ending| tab.requests("GET", ending));
    assert_eq!(files, [1, 1, 0], "with the loader and the frame itself, four requests");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
