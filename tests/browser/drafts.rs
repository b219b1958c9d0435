//! What is being written stays on the device only when the resident asks for it.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts};
use buurtstem_tests::town::SLUG;
use serde_json::json;

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
    let kept = || page.evaluate("JSON.stringify(localStorage)").unwrap().as_str().unwrap_or_default().to_owned();

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
