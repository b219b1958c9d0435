//! Where ideas go, and the organisations that take them: for the administrator, and the alarm for the coordinator.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Key, Role, Scripts};
use serde_json::Value;

use crate::steps::{in_days, look, signs_in, signs_out};

#[test]
fn the_administrator_changes_where_ideas_go_after_trying_it_out() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Toewijzing").click();
    page.heading("Toewijzing").wait();
    page.reads("Versie 1");
    let administrator = town.official("henk-brouwer");
    let rules = || -> Vec<Value> {
        let set = administrator.get("/api/v1/admin/routing-rules").expect(200).json();
        set["rules"].as_array().cloned().unwrap_or_default()
    };
    let before = rules();
    look(&tab, "the rules in force");

    // By keyboard: the second rule goes up, and the focus goes with it.
    page.button("Regel 2 omhoog").focus();
    tab.press(Key::Enter);
    page.reads("Regel 2 staat nu op plaats 1.");
    page.has_focus(Role::Button, "Regel 1 omlaag");
    page.button("Regel toevoegen").click();
    page.has_focus(Role::Heading, "Regel 8");
    page.by_role(Role::Checkbox, "Verkeer en oversteken").choose();
    look(&tab, "a new rule");
    page.button("Bewaren en gebruiken").click();
    page.reads("Kies een antwoord.");
    page.has_focus(Role::Heading, "Nog niet gelukt. Kijk dit nog even na:");
    assert!(page.by_role(Role::Checkbox, "Verkeer en oversteken").is_checked(), "nothing chosen is lost");
    page.by_label("Gaat naar").pick("Basisteam Waterdam (politie)");
    page.button("Regel 8 omhoog").click();
    page.button("Regel 7 omhoog").click();
    page.button("Proberen op eerdere zaken").click();
    page.has_focus(Role::Heading, "Wat zou er veranderen?");
    look(&tab, "what would change");

    // Somebody else saves in the meantime; nothing that was filled in is lost.
    let other = browser.tab();
    signs_in(&town, &other, "henk-brouwer");
    other.page().link("Toewijzing").click();
    other.page().button("Regel 1 omlaag").click();
    other.page().button("Bewaren en gebruiken").click();
    other.page().reads("De regels zijn bewaard.");
    page.button("Bewaren en gebruiken").click();
    page.has_focus(Role::Heading, "Intussen gewijzigd");
    page.reads("Henk Brouwer bewaarde intussen versie 2.");
    assert!(page.by_role(Role::Checkbox, "Verkeer en oversteken").is_checked());
    look(&tab, "changed meanwhile");
    page.button("Mijn versie bewaren en gebruiken").click();
    page.reads("De regels zijn bewaard.");
    page.reads("Versie 3");
    // What is in force now is what stood on the page: the second rule first, and the new one on the sixth place.
    let now = rules();
    let (first, new) = (now.first().cloned().unwrap_or_default(), now.get(5).cloned().unwrap_or_default());
    assert_eq!(first["id"], before.get(1).cloned().unwrap_or_default()["id"]);
    assert_eq!((now.len(), new["lead"].as_str()), (before.len() + 1, Some("politie")));
    assert_eq!(new["topicIds"].as_array().map(Vec::len), Some(1), "{new}");

    // The version of before is read, and taken over as a new one.
    page.link("Versie 1").click();
    page.heading("Versie 1").wait();
    look(&tab, "an earlier version");
    page.button("Deze versie overnemen").click();
    page.reads("Hieronder staat versie 1.");
    page.button("Bewaren en gebruiken").click();
    page.reads("Overgenomen van versie 1.");
    assert_eq!(rules(), before);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_partner_without_anybody_at_work_is_an_alarm_for_the_coordinator() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Organisaties").click();
    page.heading("Organisaties").wait();
    page.by_role(Role::Disclosure, "Basisteam Waterdam aanpassen").click();
    page.by_role(Role::Radio, "Samen verantwoordelijk…").choose();
    page.by_label("Kwame Mensah: afwezig tot en met…").fill_date(&in_days(&tab, 5));
    look(&tab, "an organisation");
    page.button("Bewaren").click();
    page.reads("Dit geldt nu voor Basisteam Waterdam.");
    page.reads("Let op: bij Basisteam Waterdam is niemand actief.");
    look(&tab, "an organisation with nobody");
    page.link("Toewijzing").click();
    page.reads("Kijk hier nog naar");
    signs_out(&tab);
    signs_in(&town, &tab, "marieke-de-wit");
    page.reads("Een organisatie kan niets aannemen");
    look(&tab, "the alarm of the coordinator");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
