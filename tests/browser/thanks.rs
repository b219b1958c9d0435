//! The page of thanks: somebody to speak to, something to join, and a text to send on.

use buurtstem_tests::browser::{Browser, Role, Scripts};
use buurtstem_tests::{Town, town::OPEN_POLL};

use crate::steps::POLL_TITLE;

/// With and without script, and in both languages: each word of it may be false.
#[test]
fn whoever_answered_finds_a_person_an_initiative_and_a_text_for_the_neighbours() {
    let town = Town::start();
    for scripts in [Scripts::On, Scripts::Off] {
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        let page = tab.page();
        tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}/bedankt")));
        page.heading("Bedankt! Uw antwoorden zijn binnen").wait();

        // The person whom the municipality's file names, with a number that can be pressed.
        page.heading("Wilt u iemand spreken?").wait();
        page.reads("Marieke de Wit");
        page.link("14 0999").nth(0).wait();
        page.reads("maandag tot en met vrijdag van 9.00 tot 17.00 uur");

        // The text leads to this poll for whoever opens its address.
        page.heading("Vraag uw buren ook mee te doen").wait();
        let begins = format!("Ik heb meegedaan aan de peiling ‘{POLL_TITLE}’.");
        let text = page.until_text("the text to share", |text| text.contains(&begins));
        let (_, rest) = text.split_once("uw naam niet te geven.").unwrap_or_default();
        let address = rest.split_whitespace().next().unwrap_or_default().to_owned();
        assert!(address.starts_with(&town.url("/")) && address.len() < town.url("/").len() + 20, "{address}");

        // One initiative that goes on; it opens.
        page.heading("Dit doen bewoners al").wait();
        let initiatives = "document.querySelectorAll('[aria-labelledby=nearby-title] .card__link').length";
        assert_eq!(page.evaluate(initiatives).unwrap(), 1);
        let over = "/Gedaan|Niet uitgevoerd/.test(document.querySelector('[aria-labelledby=nearby-title]').innerText)";
        assert_eq!(page.evaluate(over).unwrap(), false, "{}", page.text().unwrap());
        let title = page.evaluate("document.querySelector('[aria-labelledby=nearby-title] .card__link').innerText");
        let title = title.unwrap().as_str().unwrap_or_default().to_owned();
        page.link(&format!("{title}…")).click();
        page.heading("Wat is er gebeurd?").wait();

        tab.go(&address);
        page.button("Volgende").wait();
        assert!(tab.address().ends_with(&format!("/peilingen/{OPEN_POLL}")), "{}", tab.address());

        tab.go(&town.url(&format!("/waterdam/en/peilingen/{OPEN_POLL}/bedankt")));
        page.reads("Marieke de Wit");
        page.reads(&address);
    }
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(&format!("/peilingen/{OPEN_POLL}/bedankt")));
    tab.page().by_role(Role::Button, "Kopieer dit bericht").wait();
}
