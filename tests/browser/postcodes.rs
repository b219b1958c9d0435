//! Finding one's buurt by postcode: the table is loaded in the admin view, looked up with script and without.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};
use xtask::workspace::Workspace;

use crate::steps::{WHERE, signs_in};

const OPEN: &str = "Naam van de buurt niet bekend? Zoek met een postcode";

/// An administrator looks at the demo's table and loads it.
fn loads_the_table(town: &Town, tab: &Tab) {
    signs_in(town, tab, "henk-brouwer");
    tab.go(&town.url("/admin/peilingen"));
    let view = tab.page();
    view.by_role(Role::Disclosure, "Postcodes en buurten").click();
    view.reads("Er is nu geen tabel geladen.");
    view.button("Bekijk dit bestand").click();
    view.link("Tabel met postcodes (CSV): Kies eerst een bestand.").wait();
    tab.chooses_file("input[accept*=csv]", &Workspace::find().path("demo/municipality.json"));
    view.button("Bekijk dit bestand").click();
    view.link("Tabel met postcodes (CSV): De eerste regel noemt niet alle kolommen.…").wait();
    tab.is_accessible("a file that is no table");
    tab.chooses_file("input[accept*=csv]", &Workspace::find().path("demo/postcodes.csv"));
    view.button("Bekijk dit bestand").click();
    view.reads("Dit staat in het bestand. Er is nog niets veranderd.");
    view.reads("2 postcodes liggen in meer dan één buurt; daar vragen wij het huisnummer.");
    view.reads("Er is nu geen tabel geladen.");
    tab.is_accessible("what stands in the table");
    view.button("Laad deze tabel").click();
    view.reads("De tabel is geladen.");
    view.reads("Indeling in buurten van 2024.");
    view.reads_no("Er is nu geen tabel geladen.");
    fits(tab);
}

fn fits(tab: &Tab) {
    for width in [1280, 360] {
        tab.resize(width, 800);
        let (content, room) = tab.page().widths().unwrap_or_default();
        assert!(content <= room, "{content} on {room}");
    }
}

/// Answers the poll up to the step that asks where somebody lives.
fn goes_to_the_area(town: &Town, tab: &Tab) {
    let (view, next) = (tab.page(), || tab.page().button("Volgende").click());
    tab.go(&town.page("/peilingen/prettig-in-het-donker"));
    view.by_role(Role::Radio, "4").choose();
    next();
    view.by_role(Role::Radio, "Een fietspad of wandelpad").choose();
    next();
    view.by_role(Role::Checkbox, "Meer of beter licht").choose();
    next();
    view.button("Sla deze vraag over").click();
    view.heading(WHERE).wait();
}

/// From an unknown postcode to the area of a house number.
fn finds_the_area(tab: &Tab, scripts: Scripts) {
    let view = tab.page();
    // A program leads the reader; and the checking needs scripts as well.
    let focus = scripts == Scripts::On;
    let looks_right = |state| {
        if focus {
            tab.is_accessible(state);
        }
    };
    view.by_role(Role::Disclosure, OPEN).click();
    view.by_label("Postcode").fill("1011 AB");
    view.button("Zoek de buurt").click();
    view.reads("Wij kennen deze postcode niet in deze gemeente.");
    assert_eq!(view.by_label("Postcode").value(), "1011 AB", "what was typed stays");
    assert!(view.by_label("Postcode").is_invalid());
    view.has_focus(Role::Field, "Postcode");
    looks_right("an unknown postcode");
    fits(tab);
    view.by_label("Postcode").fill("9900ac");
    view.button("Zoek de buurt").click();
    view.by_label("Huisnummer").wait();
    assert_eq!(view.by_label("Postcode").value(), "9900ac");
    view.has_focus(Role::Field, "Huisnummer");
    looks_right("a house number is needed");
    view.by_label("Huisnummer").fill("24");
    view.button("Zoek de buurt").click();
    view.heading("De buurt is Kade-Zuid (Havenkwartier)").wait();
    if focus {
        view.has_focus(Role::Heading, "De buurt is Kade-Zuid (Havenkwartier)");
    }
    assert!(view.by_role(Role::Radio, "Kade-Zuid").is_checked(), "as if it had been chosen in the list");
    looks_right("an area that was found");
    fits(tab);
    assert!(!tab.address().contains("9900"), "no postcode in an address");
    view.button("Volgende").click();
}

#[test]
fn a_postcode_leads_to_the_area_and_is_forgotten() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    loads_the_table(&town, &tab);
    goes_to_the_area(&town, &tab);
    finds_the_area(&tab, Scripts::On);
    let view = tab.page();
    view.heading("Kloppen uw antwoorden?").wait();
    view.reads("Kade-Zuid (Havenkwartier)");
    let posted = |part| tab.requests("POST", part);
    assert_eq!(
        (posted("/peilingen/"), posted("/area-lookups")),
        (5, 0),
        "to the area, three times looked up, to the check page"
    );
    view.button("Verstuur mijn antwoorden").click();
    view.heading("Bedankt! Uw antwoorden zijn binnen").wait();

    // The same with a form that posts every step, and in an idea.
    let plain = Browser::start(Scripts::Off);
    let tab = plain.tab();
    goes_to_the_area(&town, &tab);
    finds_the_area(&tab, Scripts::Off);
    tab.page().heading("Kloppen uw antwoorden?").wait();
    tab.page().reads("Kade-Zuid (Havenkwartier)");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn an_idea_is_put_where_a_postcode_says() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    loads_the_table(&town, &tab);
    let (view, next) = (tab.page(), || tab.page().button("Volgende").click());
    tab.go(&town.page("/idee"));
    view.by_label("Wat is uw idee?").fill("Meer licht bij de trap");
    next();
    view.by_role(Role::Radio, "Weet ik niet…").choose();
    next();
    view.heading("Om welke buurt gaat het?").wait();
    finds_the_area(&tab, Scripts::On);
    view.heading("Om welke buurt gaat het?").gone();
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
