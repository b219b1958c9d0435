//! Coming back: to a receipt after a reload, to the top of a page in the frame, to a poll that has closed meanwhile.

use buurtstem_tests::browser::{Browser, Role, Scripts, wait};
use buurtstem_tests::{Town, town::OPEN_POLL};
use serde_json::json;

use crate::steps::{AT_EASE, POLL_TITLE, Resident, TOGETHER, WHAT_HELPS, WHERE, WHICH_PLACE};

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

/// An editor closes the poll while somebody fills it in. What was filled in stays in sight, and nothing is counted.
#[test]
fn a_poll_that_closes_meanwhile_shows_what_was_filled_in() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let before = town.ballots(OPEN_POLL);
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        tab.go(&town.page(""));
        let resident = Resident::at_page(&tab);
        resident.begins_the_poll();
        resident.fills_in_the_poll();
        let editor = town.editor();
        let poll = format!("/api/v1/admin/polls/{OPEN_POLL}");
        let version = editor.get(&poll).expect(200).json()["version"].clone();
        let _ = editor.post(&format!("{poll}/closing"), &json!({ "version": version })).expect(200);
        town.move_clock(0);

        let page = resident.view;
        page.button("Verstuur mijn antwoorden").click();
        let ended = || {
            page.heading("Deze peiling is gesloten").wait();
            page.heading("Dit had u ingevuld").wait();
            page.reads("Deze peiling sloot op ");
            page.reads("leest u op de pagina van de peiling wat wij met de antwoorden doen.");
            page.reads("Uw antwoorden zijn niet meegeteld.");
            page.reads("Een fietspad of wandelpad");
            page.reads("Op donderdag samen een rondje lopen.");
            page.reads("Molenbuurt (De Wieken)");
        };
        ended();
        if scripts == Scripts::On {
            tab.is_accessible("a ballot that came too late");
            tab.pictures("poll-ended");
            tab.back();
            ended();
        }
        assert!(!page.button("Verstuur mijn antwoorden").is_there());
        page.link("Stuur uw idee").wait();
        page.link("Naar de pagina van de peiling").click();
        page.heading(POLL_TITLE).wait();
        // Pages are kept for some seconds, also by the browser.
        wait::until("the page to say that the poll has closed", || {
            tab.reload();
            let text = page.text()?;
            if text.contains("Gesloten op") { Ok(()) } else { Err(text) }
        });
        assert_eq!(town.ballots(OPEN_POLL), before);
    }
}

/// To and fro between the answers, with the browser's own buttons: nothing is thrown away.
#[test]
fn going_back_from_a_changed_answer_leads_to_the_check_page() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let resident = Resident::at_page(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    let page = resident.view;
    page.button(&format!("Wijzig {AT_EASE}")).click();
    page.heading(AT_EASE).wait();
    tab.back();
    page.heading("Kloppen uw antwoorden?").wait();
    page.reads("Op donderdag samen een rondje lopen.");
    // One step back from the second question, and back once more in the history.
    page.button(&format!("Wijzig {AT_EASE}")).click();
    page.heading(AT_EASE).wait();
    page.button("Volgende").click();
    for heading in ["Kloppen uw antwoorden?", WHERE, TOGETHER, WHAT_HELPS, WHICH_PLACE, AT_EASE] {
        page.heading(heading).wait();
        if heading != AT_EASE {
            page.button("Vorige").click();
        }
    }
    tab.back();
    page.heading(AT_EASE).wait();
    assert!(page.by_role(Role::Radio, "4").is_checked(), "what was answered is still there");
    for heading in [WHICH_PLACE, WHAT_HELPS, TOGETHER, WHERE, "Kloppen uw antwoorden?"] {
        page.button("Volgende").click();
        page.heading(heading).wait();
    }
    resident.sends_the_answers();
}

/// Only who copied, printed or opened the personal link has the code; any other link leaves it behind.
#[test]
fn a_receipt_in_a_frame_is_kept_by_its_own_link_alone() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab);
    let _ = resident.sends_an_idea();
    let press = |link: &str| {
        let script = format!(
            "(() => {{ const link = document.querySelector('{link}'); \
             link.addEventListener('click', event => event.preventDefault(), {{ once: true }}); link.click(); \
             return document.querySelector('.key').hasAttribute('data-kept'); }})()"
        );
        resident.view.evaluate(&script).unwrap()
    };
    assert_eq!(press("#app .row a"), false, "the way to the first page");
    assert_eq!(press(".key a"), true);
}

/// A page that is loaded may be done with loading only after something was sent: that is no return.
#[test]
fn only_a_page_from_the_browsers_memory_stops_waiting() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let resident = Resident::at_page(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    let page = resident.view;
    // A request without an answer.
    page.evaluate("window.fetch = () => new Promise(() => {}); 1").unwrap();
    page.button("Verstuur mijn antwoorden").click();
    page.reads("Een ogenblik…");
    let shown = |persisted: bool| {
        let event = format!("new PageTransitionEvent('pageshow', {{ persisted: {persisted} }})");
        page.evaluate(&format!("window.dispatchEvent({event}); document.querySelector('.waiting').textContent"))
            .unwrap()
    };
    assert_ne!(shown(false), "", "it still waits");
    assert_eq!(shown(true), "");
}
