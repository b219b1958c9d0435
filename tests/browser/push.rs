//! Messages on a device: a real Firefox gets an address from a push service, keeps what asks for it, and opens what we
//! send. Where a browser cannot or may not, the page says so.

use buurtstem_tests::browser::{Browser, Firefox, FirefoxTab, Role, Scripts, Window, wait};
use buurtstem_tests::{PushService, Town, town::OPEN_POLL};
use serde_json::{Value, json};

use crate::steps::Resident;

const POLLS: &str = "Stuur mij een bericht als er een nieuwe peiling of een uitkomst is";
const IDEA: &str = "Stuur mij een bericht als er nieuws is over mijn idee";
const ON: &str = "U krijgt voortaan een bericht op dit apparaat.";
const OFF: &str = "U krijgt hierover geen berichten meer op dit apparaat.";
const FAILED: &str = "Dat is niet gelukt.";

/// Waterdam, whose Worker may send to this service.
fn town(service: &PushService) -> Town {
    Town::start_with(&[("PUSH_SERVICES", &service.origin())])
}

fn firefox(service: &PushService) -> Firefox {
    Firefox::start_with(Scripts::On, &service.preferences())
}

/// Waits until the box stands so: what is known of the device is asked first.
fn is_set(tab: &FirefoxTab, label: &str, set: bool) {
    wait::until(&format!("{label} to be {set}"), || {
        let is = tab.page().by_role(Role::Checkbox, label).is_checked();
        if is == set { Ok(()) } else { Err(format!("it is {is}")) }
    });
}

/// Waits for a message that the device shows with this title, and answers all of it.
fn shown(tab: &FirefoxTab, title: &str) -> Value {
    let ask = "navigator.serviceWorker.getRegistration('/waterdam/').then((found) => found.getNotifications()).then((all) => { \
               window.seen = JSON.stringify(all.map(({ title, body, lang, dir, tag, data }) => ({ title, body, lang, dir, tag, \
               data }))) }), window.seen ?? '[]'";
    wait::until(&format!("the device to show {title}"), || {
        let seen = tab.page().evaluate(ask)?;
        let seen: Vec<Value> =
            serde_json::from_str(seen.as_str().unwrap_or_default()).map_err(|error| error.to_string())?;
        seen.iter().find(|one| one["title"] == title).cloned().ok_or_else(|| json!(seen).to_string())
    })
}

/// An editor closes the poll that is open, and publishes its report.
fn a_poll_gets_its_report(town: &Town) {
    let editor = town.editor();
    let poll = format!("/api/v1/admin/polls/{OPEN_POLL}");
    let detail = |pointer: &str| editor.get(&poll).expect(200).json().pointer(pointer).cloned().unwrap_or_default();
    let version = || detail("/version");
    let _ = editor.post(&format!("{poll}/closing"), &json!({ "version": version() })).expect(200);
    wait::until("the poll to be closed", || {
        town.move_clock(0);
        let status = detail("/overview/status");
        if status == "closed" { Ok(()) } else { Err(status.to_string()) }
    });
    let report = json!({
        "version": version(),
        "heard": { "nl": "U vindt het pad te donker." },
        "weDo": [{ "text": { "nl": "We zetten er vier lantaarns." }, "byWhom": "openbare-ruimte", "byWhen": "2035-06-01" }],
        "youCan": [{ "text": { "nl": "Loop mee op 3 april." }, "link": { "kind": "site", "url": "https://voorbeeld.nl" } }],
    });
    let _ = editor.put(&format!("{poll}/report"), &report).expect(200);
    town.move_clock(0);
}

#[test]
fn a_device_shows_the_outcome_of_a_poll_until_it_is_turned_off() {
    let service = PushService::start();
    let town = town(&service);
    let browser = firefox(&service);
    let tab = browser.tab();
    tab.go(&town.page("/nieuws"));
    tab.page().heading("Berichten op dit apparaat").wait();
    is_set(&tab, POLLS, false);
    tab.page().by_role(Role::Checkbox, POLLS).click();
    tab.page().reads(ON);
    tab.reload();
    is_set(&tab, POLLS, true);
    a_poll_gets_its_report(&town);
    let message = shown(&tab, "Uitkomst van een peiling in Waterdam");
    assert_eq!((&message["lang"], &message["dir"]), (&json!("nl"), &json!("ltr")));
    assert!(message["data"].as_str().unwrap_or_default().starts_with(&town.page("/peilingen/")), "{message}");
    assert_eq!((service.answered(), service.told()), (vec![201], vec![100]), "taken, and opened");
    tab.page().by_role(Role::Checkbox, POLLS).click();
    tab.page().reads(OFF);
    tab.reload();
    is_set(&tab, POLLS, false);
}

#[test]
fn a_device_shows_that_there_is_news_about_an_idea() {
    let service = PushService::start();
    let town = town(&service);
    let browser = firefox(&service);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let receipt = Resident::at_page(&tab).sends_an_idea();
    tab.go(&receipt.link);
    tab.page().heading("Berichten op dit apparaat").wait();
    is_set(&tab, IDEA, false);
    tab.page().by_role(Role::Checkbox, IDEA).click();
    tab.page().reads(ON);
    let coordinator = town.official("marieke-de-wit");
    let found = coordinator.get(&format!("/api/v1/admin/case-search?words={}", receipt.number)).expect(200).json();
    let case = found.pointer("/cases/0").unwrap_or_else(|| panic!("{found}"));
    assert_eq!(case["number"], receipt.number);
    let path = format!("/api/v1/admin/cases/{}", case["id"].as_str().unwrap_or_default());
    let version = coordinator.get(&path).expect(200).json()["version"].clone();
    let moved = json!({ "version": version, "text": "Wij kijken ernaar.", "nextNewsBy": null });
    let _ = coordinator.post(&format!("{path}/updates"), &moved).expect(200);
    let message = shown(&tab, "Nieuws over uw idee in Waterdam");
    assert_eq!(message["body"], format!("Druk hier om het te lezen. Uw nummer is {}.", receipt.number));
    assert_eq!(message["data"], receipt.link);
}

#[test]
fn a_service_that_knows_the_device_no_more_ends_it() {
    let service = PushService::start();
    let town = town(&service);
    let browser = firefox(&service);
    let tab = browser.tab();
    tab.go(&town.page("/nieuws"));
    tab.page().by_role(Role::Checkbox, POLLS).click();
    tab.page().reads(ON);
    service.answers(410);
    a_poll_gets_its_report(&town);
    wait::until("the service to be asked", || if service.answered() == [410] { Ok(()) } else { Err(String::new()) });
    tab.reload();
    is_set(&tab, POLLS, false);
}

/// Chromium has no push service here, as in a network that keeps it away.
#[test]
fn where_it_cannot_be_turned_on_the_page_says_so_and_the_box_stays_empty() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    for allowed in [false, true] {
        tab.may_notify(&town.url(""), allowed);
        tab.go(&town.page("/nieuws"));
        let page = tab.page();
        page.by_role(Role::Checkbox, POLLS).click();
        page.reads(if allowed { FAILED } else { "Uw browser laat geen berichten van deze site toe." });
        assert!(!page.by_role(Role::Checkbox, POLLS).is_checked());
        tab.is_accessible("messages on this device");
        tab.pictures("messages on this device");
    }
    tab.go(&town.page("/nieuws").replace("/nl/", "/ar/"));
    tab.page().heading("الإشعارات على هذا الجهاز").wait();
    tab.pictures("messages on this device, in Arabic");
}
