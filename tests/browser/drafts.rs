//! What is being written stays on the device only when the resident asks for it.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};
use buurtstem_tests::town::{OPEN_POLL, SLUG};
use serde_json::json;

use crate::steps::{AT_EASE, CHECK, Resident, WHAT_HELPS, WHERE, WHICH_PLACE, on_device};

const KEY: &str = "0123456789abcdefghjkmnpqrs";
const TYPED: &str = "Bij de trap, aan de kant van het water.";

#[test]
fn an_answer_is_kept_on_the_device_at_request_and_for_seven_days() {
    let town = Town::start();
    let idea = json!({
        "draft": { "topicId": "rust-op-straat", "areaId": "zeilmakersbuurt", "what": "Scooters rijden hard." },
        "language": "nl", "followKey": KEY
    });
    let path = format!("/api/v1/municipalities/{SLUG}/proposals");
    let receipt = town.anybody().post_once(&path, "a", &idea).expect(201).json();
    let kwame = town.official("kwame-mensah");
    let case = format!("/api/v1/admin/cases/{}", receipt["caseId"].as_str().unwrap_or_default());
    let version = kwame.get(&case).expect(200).json()["version"].clone();
    let question = json!({ "version": version, "text": "Waar precies?" });
    let _ = kwame.post(&format!("{case}/questions"), &question).expect(200);

    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    let opens = || {
        tab.go(&town.page(""));
        tab.go(&town.page(&format!("/volgen#c={KEY}")));
        page.heading("Wij hebben een vraag voor u").wait();
    };
    let field = || page.by_label("Uw antwoord");
    let choice = || page.by_role(Role::Checkbox, "Bewaar op dit apparaat wat ik typ");
    let kept = || on_device(page);

    // Without the box nothing is kept.
    opens();
    field().fill(TYPED);
    assert_eq!(kept(), "{}");
    opens();
    assert_eq!(field().value(), "");
    assert!(!choice().is_checked());
    tab.is_accessible("a question with the choice to keep the answer");
    tab.pictures("a question with the choice to keep the answer");

    choice().choose();
    field().fill(TYPED);
    assert!(kept().contains(TYPED) && !kept().contains(KEY), "{}", kept());
    opens();
    assert_eq!(field().value(), TYPED);
    assert!(choice().is_checked());

    // Clearing the box takes it away at once.
    choice().click();
    assert_eq!(kept(), "{}");
    choice().choose();
    assert!(kept().contains(TYPED));

    // Another form of the page leaves it, and seven days later it is gone.
    page.button("Kijk of er nieuws is").click();
    page.heading("Wij hebben een vraag voor u").wait();
    assert!(kept().contains(TYPED));
    let old = "for (const key of Object.keys(localStorage)) localStorage[key] = '1000 ' + localStorage[key]; 1";
    page.evaluate(old).unwrap();
    opens();
    assert_eq!(field().value(), "");
    assert_eq!(kept(), "{}");

    // An answer that was sent needs no draft.
    choice().choose();
    field().fill(TYPED);
    page.button("Verstuur mijn antwoord").click();
    page.heading("Bedankt, uw antwoord is binnen").wait();
    assert_eq!(kept(), "{}");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

const KEEP: &str = "Bewaar op dit apparaat wat ik invul";
const FOUND: &str = "U was hier al bezig";

#[test]
fn a_poll_goes_on_where_the_resident_was() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    let resident = Resident::at_page(&tab);
    let opens = || {
        tab.go(&town.page("/volgen"));
        page.heading("Hoe staat het met uw idee?").wait();
        tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}")));
        page.heading(AT_EASE).wait();
    };
    let next = || page.button("Volgende").click();
    let keep = || page.by_role(Role::Checkbox, KEEP);

    // Nobody who does not ask for it leaves anything behind.
    opens();
    page.by_role(Role::Radio, "4").choose();
    next();
    page.heading(WHICH_PLACE).wait();
    assert_eq!(on_device(page), "{}");
    tab.is_accessible("a question and the choice to keep it on the device");
    tab.pictures("a question and the choice to keep it on the device");
    keep().choose();
    page.by_role(Role::Radio, "Een fietspad of wandelpad").choose();
    next();
    page.heading(WHAT_HELPS).wait();
    assert!(keep().is_checked());
    page.by_role(Role::Checkbox, "Meer of beter licht").choose();

    // Back again, the first page says so, and leads to the same step with all that was there.
    opens();
    page.heading(FOUND).wait();
    assert!(!keep().is_there(), "what is there comes first");
    tab.is_accessible("a poll that was begun on this device");
    tab.pictures("a poll that was begun on this device");
    page.button("Ga verder waar u was").click();
    page.heading(WHAT_HELPS).wait();
    assert!(page.by_role(Role::Checkbox, "Meer of beter licht").is_checked());
    assert!(!page.heading(FOUND).is_there() && keep().is_checked());

    // What is gone meanwhile, from another tab, is not offered any more.
    opens();
    page.heading(FOUND).wait();
    let away = "window.kept = JSON.stringify(localStorage); localStorage.clear(); 1";
    page.evaluate(away).unwrap();
    page.button("Ga verder waar u was").click();
    page.heading(FOUND).gone();
    page.evaluate("Object.assign(localStorage, JSON.parse(window.kept)); 1").unwrap();

    // What is thrown away is gone, and so is what is a week old.
    opens();
    page.button("Gooi het weg").click();
    page.reads_no(FOUND);
    assert_eq!(on_device(page), "{}");
    page.by_role(Role::Radio, "4").choose();
    keep().choose();
    assert!(on_device(page).contains("buurtstem-draft-waterdam/poll/"));
    let old = "for (const key of Object.keys(localStorage)) localStorage[key] = '1000 ' + localStorage[key]; 1";
    page.evaluate(old).unwrap();
    opens();
    assert!(!page.heading(FOUND).is_there() && on_device(page) == "{}");

    // Who goes on at the check page sends once, and then nothing is kept.
    keep().choose();
    resident.fills_in_the_poll();
    opens();
    page.button("Ga verder waar u was").click();
    page.heading(CHECK).wait();
    page.reads("Op donderdag samen een rondje lopen.");
    page.button("Vorige").click();
    page.heading(WHERE).wait();
    next();
    resident.sends_the_answers();
    assert_eq!(on_device(page), "{}");
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn an_idea_is_kept_without_how_to_reach_the_resident() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    let opens = || {
        tab.go(&town.page("/volgen"));
        page.heading("Hoe staat het met uw idee?").wait();
        tab.go(&town.page("/idee"));
        page.heading("Uw idee voor de buurt").wait();
    };
    tab.go(&town.url("/waterdam"));
    let keeps = |tab: &Tab, state: &str| {
        if state == "an idea: what" {
            tab.page().by_role(Role::Checkbox, KEEP).choose();
            assert_eq!(on_device(tab.page()), "{}", "nothing was filled in");
        }
    };
    Resident::at_page(&tab).looking(&keeps).fills_in_an_idea();
    let kept = on_device(page);
    assert!(kept.contains("Zeilkade") && kept.contains("zeilmakersbuurt") && kept.contains("mayBePublic"), "{kept}");
    assert!(!kept.contains("example.invalid") && !kept.contains("Key"), "{kept}");

    // Who begins something else, without taking up what is there, loses neither.
    opens();
    page.heading(FOUND).wait();
    page.by_label("Wat is uw idee?").fill("Een bankje bij de vijver");
    page.button("Volgende").click();
    page.heading("Waar gaat het over?").wait();
    assert!(!page.by_role(Role::Checkbox, KEEP).is_checked());
    assert!(on_device(page).contains("Zeilkade"));

    opens();
    page.button("Ga verder waar u was").click();
    page.heading("Klopt alles?").wait();
    page.reads("Mijn moeder durft er niet langs.");
    page.reads_no("example.invalid");
    page.button("Verstuur mijn idee").click();
    page.heading("Bedankt! Uw idee is binnen").wait();
    assert_eq!(on_device(page), "{}");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
