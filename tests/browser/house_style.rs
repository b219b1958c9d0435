//! House styles: published themes with an open licence and one that nobody could read, on what residents see, and the
//! page on which an administrator takes them over.
#![expect(clippy::panic, reason = "a test fails by panicking, its helping functions too")]

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Scripts, Tab, wait};
use buurtstem_tests::town::REPORTED_POLL;
use serde_json::json;
use xtask::workspace::Workspace;

use crate::mistakes::FAULTS;
use crate::steps::{Resident, signs_in};

const ROUTE: &str = "/api/v1/admin/house-style";
/// Nothing in it stands out from anything.
const PALE: &str = ":root {
  --utrecht-document-background-color: #ffffff; --utrecht-document-color: #c8c8c8;
  --utrecht-link-color: #e8e800; --utrecht-link-hover-color: #f0f0a0;
  --utrecht-button-primary-action-background-color: #fffbe0; --utrecht-button-primary-action-color: #ffffff;
  --utrecht-textbox-border-color: #f2f2f2; --utrecht-form-field-error-message-color: #ff9a9a;
  --utrecht-alert-info-background-color: #8a8a8a; --utrecht-focus-outline-color: #fefefe;
  --basis-color-default-bg-subtle: #707070; --utrecht-document-font-family: 'Comic Sans MS', cursive;
}";

/// A file of an npm package.
fn file(path: &str) -> String {
    let path = Workspace::find().path("node_modules").join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run npm ci", path.display()))
}

/// What residents see first, a form, a form with faults, figures, and what comes after sending; each with axe, in light
/// and in dark.
fn every_kind_of_page(town: &Town, theme: &str, name: &str) {
    assert_eq!(town.official("henk-brouwer").put(ROUTE, &json!({ "theme": theme })).status, 200);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let look = |tab: &Tab, state: &str| {
        tab.is_accessible(&format!("{state}, in the style of {name}"));
        tab.pictures(&format!("{name} {state}"));
    };
    for (tail, heading) in [
        (format!("/peilingen/{REPORTED_POLL}"), "Wat doen we met uw antwoorden?"),
        ("/volgen".to_owned(), "Hoe staat het met uw idee?"),
        ("/initiatieven".to_owned(), "Dit bedachten bewoners"),
    ] {
        tab.go(&town.page(&tail));
        tab.page().heading(heading).wait();
        look(&tab, heading.split(' ').next().unwrap_or_default());
    }
    tab.go(&town.page("/volgen"));
    tab.page().button("Bekijk mijn idee").click();
    tab.page().heading(FAULTS).wait();
    look(&tab, "a fault");
    tab.go(&town.page(""));
    let resident = Resident::at_page(&tab).looking(&look);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// The colour of the button that leads on, as the browser draws it.
fn button_colour(tab: &Tab) -> String {
    wait::until("the button of the page", || {
        // Before the style sheet is there, a button has the browser's own colour.
        let colour = "document.readyState === 'complete' &&
            getComputedStyle(document.querySelector('.button--primary')).backgroundColor";
        let colour = tab.page().evaluate(colour)?;
        colour.as_str().map(str::to_owned).ok_or_else(|| "the page still loads".to_owned())
    })
}

#[test]
fn the_theme_mooi_en_anders_is_safe_on_every_page_also_in_the_dark() {
    let town = Town::start();
    let folder = "@nl-design-system-community/ma-design-tokens/dist";
    let theme = file(&format!("{folder}/theme.css")) + &file(&format!("{folder}/color-scheme-dark/theme.css"));
    every_kind_of_page(&town, &theme, "ma");
}

#[test]
fn the_theme_voorbeeld_is_safe_on_every_page_and_in_its_own_colours() {
    let town = Town::start();
    let theme = file("@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.json");
    every_kind_of_page(&town, &theme, "voorbeeld");
    let browser = Browser::start(Scripts::Off);
    let tab = browser.tab();
    tab.go(&town.page("/volgen"));
    // #5115ef, as the theme has it for its buttons.
    assert_eq!(button_colour(&tab), "rgb(81, 21, 239)");
}

#[test]
fn a_theme_that_nobody_could_read_is_readable_here() {
    let town = Town::start();
    every_kind_of_page(&town, PALE, "pale");
}

#[test]
fn an_administrator_sees_what_is_not_safe_before_residents_see_anything() {
    let town = Town::start();
    let (office, home) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let (desk, street) = (office.tab(), home.tab());
    street.go(&town.page("/volgen"));
    let ours = button_colour(&street);

    signs_in(&town, &desk, "henk-brouwer");
    desk.page().link("Huisstijl").click();
    let page = desk.page();
    page.reads("Bewoners zien nu het uiterlijk van Buurtstem zelf.");
    desk.is_accessible("no house style yet");
    page.by_label("Het thema, als CSS of JSON…").fill("Beste Henk, hierbij ons thema.");
    page.button("Bekijken").click();
    page.reads("Hierin staat geen kleur of letter die wij kennen.");
    desk.is_accessible("what is no theme");
    assert_eq!(page.by_label("Het thema, als CSS of JSON…").value(), "Beste Henk, hierbij ons thema.");

    let orange = ":root { --utrecht-link-color: #ffd0a0; --utrecht-button-background-color: #a33b00;
                  --utrecht-button-color: #ffffff }";
    page.by_label("Het thema, als CSS of JSON…").fill(orange);
    page.button("Bekijken").click();
    page.heading("Zo gaat het eruitzien").wait();
    page.reads("Links: #ffd0a0 is niet goed te zien op de achtergrond (#ffffff).");
    desk.is_accessible("a theme that is partly safe");
    desk.pictures("house style tried");
    street.reload();
    assert_eq!(button_colour(&street), ours, "nothing is stored yet");

    page.button("Opslaan en aan bewoners tonen").click();
    page.reads("De huisstijl is opgeslagen.");
    page.heading("Wat bewoners nu zien").wait();
    let shows = |colour: &str| {
        wait::until("the new colour", || {
            street.reload();
            let shown = button_colour(&street);
            if shown == colour { Ok(()) } else { Err(shown) }
        });
    };
    shows("rgb(163, 59, 0)");
    page.button("Het uiterlijk van Buurtstem tonen").click();
    page.reads("Bewoners zien weer het uiterlijk van Buurtstem.");
    shows(&ours);
}
