//! "You have answered already": on this device, and only when the resident agrees.

use buurtstem_tests::browser::{Browser, Role, Scripts};
use buurtstem_tests::{Town, town::OPEN_POLL};

use crate::steps::{Resident, on_device};

const CHOICE: &str = "Onthoud op dit apparaat dat ik heb geantwoord";
const TOLD: &str = "U hebt deze peiling al ingevuld";

#[test]
fn a_device_remembers_an_answer_only_when_the_resident_agrees() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    let resident = Resident::at_page(&tab);
    let choice = || page.by_role(Role::Checkbox, CHOICE);
    let kept = || on_device(page);
    let opens = || {
        tab.go(&town.page("/volgen"));
        page.heading("Hoe staat het met uw idee?").wait();
        tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}")));
        page.button("Volgende").wait();
    };
    let answers = || {
        resident.fills_in_the_poll();
        resident.sends_the_answers();
        assert!(!choice().wait().is_checked() || kept() != "{}");
    };

    // Who does not agree leaves nothing behind.
    opens();
    answers();
    assert_eq!(kept(), "{}");
    tab.is_accessible("thanks with the choice to remember it");
    tab.pictures("thanks with the choice to remember it");
    opens();
    assert!(!page.heading(TOLD).is_there());

    // Who agrees is told so, and can still change their mind.
    answers();
    choice().choose();
    assert!(kept().contains(OPEN_POLL) && kept().len() < 70, "{}", kept());
    choice().click();
    assert_eq!(kept(), "{}");
    choice().choose();
    tab.reload();
    choice().wait();
    assert!(choice().is_checked());
    opens();
    page.heading(TOLD).wait();
    page.reads("Dat was op ");
    page.reads(" 20");
    tab.is_accessible("a poll that was answered on this device");
    tab.resize(320, 700);
    let (content, room) = page.widths().unwrap();
    assert!(content <= room, "{content} on {room}");
    tab.resize(1100, 900);
    tab.pictures("a poll that was answered on this device");

    // Somebody else at home answers on the same device.
    answers();
    assert_eq!(town.ballots(OPEN_POLL), before + 3);
    opens();
    page.heading(TOLD).wait();

    // In the other language it is known, too, and forgotten with one button.
    tab.go(&town.url(&format!("/waterdam/en/peilingen/{OPEN_POLL}")));
    page.heading("You have already answered this poll").wait();
    page.button("Do not remember this any more").click();
    page.reads("This device does not remember it any more.");
    assert_eq!(kept(), "{}");
    opens();
    assert!(!page.heading(TOLD).is_there());

    // After a year it is gone by itself.
    page.evaluate(&format!("localStorage['buurtstem-answered-{OPEN_POLL}'] = Date.now() - 366 * 864e5; 1")).unwrap();
    opens();
    assert!(!page.heading(TOLD).is_there());
    assert_eq!(kept(), "{}");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn without_script_nothing_is_offered_and_nothing_is_said() {
    let town = Town::start();
    let browser = Browser::start(Scripts::Off);
    let tab = browser.tab();
    let page = tab.page();
    tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}")));
    page.button("Volgende").wait();
    assert!(!page.heading(TOLD).is_there());
    let resident = Resident::at_page(&tab);
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    assert!(!page.by_role(Role::Checkbox, CHOICE).is_there());
    assert!(!page.text().unwrap().contains("Onthoud"));
}
