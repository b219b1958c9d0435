//! Coming back: to a receipt after a reload, to the top of a page in the frame, to a poll that has closed meanwhile.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Scripts, wait};

use crate::steps::{POLL_TITLE, Resident};

#[test]
fn a_receipt_is_still_there_after_a_reload_and_on_the_way_back() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let resident = Resident::at_page(&tab);
    let receipt = resident.sends_an_idea();
    let shows_it = || {
        tab.page().heading("Bedankt! Uw idee is binnen").wait();
        tab.page().reads(&receipt.code);
        tab.page().reads(&receipt.link);
    };
    tab.reload();
    shows_it();
    tab.is_accessible("a receipt that was brought back");
    tab.page().link("Naar de eerste pagina").click();
    tab.page().heading("Praat mee over uw buurt").wait();
    tab.back();
    shows_it();
    // One step back in the history the receipt stays, and stays after a reload too.
    tab.back();
    tab.reload();
    shows_it();
    assert_eq!(tab.cookies(), Vec::<String>::new());
    // Somebody who starts anew gets an empty form; the same address typed again would only load the page again.
    tab.go(&town.page(""));
    tab.page().link("Stuur uw idee").click();
    tab.page().heading("Uw idee voor de buurt").wait();
    assert_eq!(tab.page().by_label("Wat is uw idee?").value(), "");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_page_opened_in_the_frame_is_seen_from_its_top() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.resize(360, 740);
    tab.go(&town.host_page());
    tab.page().link("Praat mee").click();
    tab.widget().link("Bekijk alle ideeën").wait();
    // The host page is long, so that nothing but the widget brings the frame's top back: a page that had become too short
    // would be moved by the browser itself.
    let long = "document.body.insertAdjacentHTML('beforeend', '<div style=\"height: 4000px\"></div>'); 1";
    tab.page().evaluate(long).unwrap();
    let frame =
        "document.querySelector('buurtstem-widget').shadowRoot.querySelector('iframe').getBoundingClientRect().top";
    let top = || tab.page().evaluate(frame).map(|top| top.as_f64().unwrap_or(f64::MAX));
    tab.page().evaluate(&format!("scrollBy(0, {frame} + 300); 1")).unwrap();
    tab.widget().link("Bekijk alle ideeën").focus();
    wait::until("the top of the frame to be out of view", || {
        let top = top()?;
        if top < -100.0 { Ok(()) } else { Err(format!("it is at {top}")) }
    });
    tab.widget().link("Bekijk alle ideeën").click();
    tab.widget().heading("Dit bedachten bewoners").wait();
    wait::until("the top of the frame to be at the top of the window", || {
        let top = top()?;
        if (-1.0..=1.0).contains(&top) { Ok(()) } else { Err(format!("it is at {top}")) }
    });
}

#[test]
fn a_poll_that_has_closed_meanwhile_offers_no_sending() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        tab.go(&town.page(""));
        let resident = Resident::at_page(&tab);
        resident.begins_the_poll();
        resident.fills_in_the_poll();
        town.move_clock(60);
        tab.page().button("Verstuur mijn antwoorden").click();
        tab.page().heading("Deze peiling is gesloten").wait();
        if scripts == Scripts::On {
            tab.is_accessible("a ballot that came too late");
        }
        assert!(!tab.page().button("Verstuur mijn antwoorden").is_there());
        tab.page().link("Naar de pagina van de peiling").click();
        tab.page().heading(POLL_TITLE).wait();
        // Pages are kept for some seconds, also by the browser.
        wait::until("the page to say that the poll has closed", || {
            tab.reload();
            let text = tab.page().text()?;
            if text.contains("Gesloten op") { Ok(()) } else { Err(text) }
        });
    }
}
