//! The loader: several widgets, pages that change, and what it says to webmasters.
#![expect(clippy::panic, reason = "a test fails by panicking, its steps too")]

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Scripts, Tab, View, wait};
use serde_json::Value;

use crate::steps::{AT_EASE, POLL_TITLE, Resident};

/// Waits until what is asked of the page is this.
#[track_caller]
fn becomes(tab: &Tab, asked: &str, wanted: &str) {
    wait::until(&format!("{asked} to be {wanted}"), || {
        let is = tab.page().evaluate(&format!("String({asked})"))?;
        if is == wanted { Ok(()) } else { Err(is.to_string()) }
    });
}

fn run(tab: &Tab, script: &str) {
    tab.page().evaluate(&format!("{{ {script}; 1 }}")).unwrap_or_else(|error| panic!("{script}: {error}"));
}

fn poll_in(view: View<'_>) {
    view.link(&format!("{POLL_TITLE}…")).wait();
}

const WIDGET: &str = "document.querySelector('buurtstem-widget')";

#[test]
fn a_page_that_changes_takes_its_widget_along() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("app"));
    poll_in(tab.widget());
    // Another page of the app, and back: taken out, and made anew.
    run(&tab, "location.hash = 'begin'");
    becomes(&tab, "document.querySelectorAll('buurtstem-widget').length", "0");
    run(&tab, "location.hash = 'meedoen'");
    poll_in(tab.widget());
    // Taken out and put back, the same element.
    run(&tab, &format!("window.kept = {WIDGET}; kept.remove()"));
    run(&tab, "document.querySelector('main').append(kept)");
    poll_in(tab.widget());
    // Elsewhere on the page; the room that it had stays with it.
    let height = tab.page().evaluate("kept.offsetHeight").unwrap();
    run(&tab, "document.body.append(kept)");
    assert_eq!(tab.page().evaluate("kept.offsetHeight").unwrap(), height);
    poll_in(tab.widget());
    // Moved as a whole, and what was filled in stays.
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    run(&tab, "document.querySelector('main').moveBefore(kept, null)");
    tab.widget().heading(AT_EASE).wait();
    // Two attributes at once make one new frame.
    let asked = tab.requests("GET", "/frame/v1/waterdam/en/idee");
    run(&tab, "kept.setAttribute('language', 'en-GB'); kept.setAttribute('view', 'propose')");
    tab.widget().heading("Your idea for the neighbourhood").wait();
    assert_eq!(tab.requests("GET", "/frame/v1/waterdam/en/idee"), asked + 1);
    // What changes nothing asks for nothing.
    run(&tab, "kept.setAttribute('view', ' propose'); kept.setAttribute('class', 'other')");
    run(&tab, "kept.removeAttribute('view'); kept.setAttribute('poll', 'buiten-en-buren')");
    tab.widget().button("Next").wait();
    assert_eq!(tab.requests("GET", "/frame/v1/waterdam/en/idee"), asked + 1);
    assert_eq!(tab.complaints(), Vec::<String>::new());
    assert_eq!(tab.advice(), Vec::<String>::new());
}

#[test]
fn the_language_of_the_page_is_followed() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("plain"));
    poll_in(tab.widget());
    run(&tab, "document.documentElement.lang = 'en'");
    tab.widget().link("At ease in the street after dark…").wait();
}

#[test]
fn only_a_widget_near_the_screen_is_asked_for() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("far"));
    becomes(&tab, &format!("!!{WIDGET}.shadowRoot?.firstChild"), "true");
    let room = format!("{WIDGET}.offsetHeight === Math.max(480, innerHeight)");
    assert_eq!(tab.page().evaluate(&room).unwrap(), true, "room is kept");
    // Long enough for a frame to be asked for, were it to be.
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!((tab.requests("GET", "/frame/"), tab.requests("GET", "/embed/")), (0, 1));
    run(&tab, &format!("{WIDGET}.scrollIntoView()"));
    poll_in(tab.widget());
}

#[test]
fn nothing_moves_while_the_widget_comes() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("far"));
    run(
        &tab,
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {
            if (!entry.hadRecentInput) window.moved += entry.value; })).observe({ type: 'layout-shift', buffered: true })",
    );
    becomes(&tab, &format!("!!{WIDGET}.shadowRoot?.firstChild"), "true");
    // As somebody who reads on: the frame is asked for while it is still below the screen.
    run(&tab, &format!("scrollTo(0, {WIDGET}.getBoundingClientRect().top + scrollY - innerHeight - 500)"));
    poll_in(tab.widget());
    run(&tab, &format!("{WIDGET}.scrollIntoView()"));
    poll_in(tab.widget());
    let moved = tab.page().evaluate("window.moved").unwrap().as_f64().unwrap_or(1.0);
    assert!(moved <= 0.001, "layout shift {moved}");
}

#[test]
fn the_page_hears_what_happened_and_nothing_of_who() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("plain"));
    run(
        &tab,
        "window.heard = []; for (const name of ['answered', 'submitted', 'error'])
            addEventListener(`buurtstem:${name}`, event => heard.push(`${event.type} ${JSON.stringify(event.detail)}`))",
    );
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    becomes(&tab, "heard.join()", "buurtstem:answered {\"poll\":\"prettig-in-het-donker\"}");
    // What another window says is not heard, whatever it says.
    run(
        &tab,
        "heard.length = 0; const said = { source: 'buurtstem', v: 1, type: 'event', name: 'submitted' };
        postMessage(said, '*'); dispatchEvent(new MessageEvent('message', { data: said, origin: location.origin }))",
    );
    run(&tab, "setTimeout(() => heard.push('later'), 300)");
    becomes(&tab, "heard.join()", "later");
}

#[test]
fn an_idea_is_about_what_the_page_is_about() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("plain"));
    let file = std::fs::read_to_string(xtask::workspace::Workspace::find().path("demo/municipality.json")).unwrap();
    let file: Value = serde_json::from_str(&file).unwrap();
    let id = |list: &str, name: &str| {
        let found = file[list].as_array().into_iter().flatten();
        let mut found = found.filter(|one| one["name"] == name || one["name"]["nl"] == name);
        found.next().unwrap_or_else(|| panic!("no {name}"))["id"].as_str().unwrap_or_default().to_owned()
    };
    let area = id("areas", "Zeilmakersbuurt");
    poll_in(tab.widget());
    run(&tab, &format!("{WIDGET}.setAttribute('area', '{area}')"));
    let view = tab.widget();
    view.link("Stuur uw idee").click();
    view.by_label("Wat is uw idee?").fill("Een bank aan het water");
    view.button("Volgende").click();
    view.heading("Waar gaat het over?").wait();
    view.by_role(buurtstem_tests::browser::Role::Radio, "Weet ik niet…").choose();
    view.button("Volgende").click();
    view.heading("Om welke buurt gaat het?").wait();
    assert!(view.by_role(buurtstem_tests::browser::Role::Radio, "Zeilmakersbuurt").is_checked());
}

/// What the console says, once for all widgets of the page, while the visitor gets the link.
#[track_caller]
fn says(tab: &Tab, words: &str) {
    tab.page().link("Vul de peiling in of stuur uw idee").nth(0).wait();
    wait::until(&format!("the console to say {words}"), || {
        let advice = tab.advice();
        if advice.len() == 1 && advice.iter().all(|said| said.contains(words)) {
            Ok(())
        } else {
            Err(advice.join("\n"))
        }
    });
}

#[test]
fn a_webmaster_reads_what_is_wrong() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let at = |address: &str, change: &str| {
        let tab = browser.tab();
        tab.go(address);
        becomes(&tab, &format!("!!{WIDGET}.shadowRoot"), "true");
        run(&tab, change);
        tab
    };
    let plain = town.host_shape("plain");
    let again = format!("document.querySelector('main').append({WIDGET}.cloneNode(true))");
    says(&at(&plain.replace("localhost", "127.0.0.1"), &again), "is not registered as a site of \"waterdam\"");
    says(&at(&plain, &format!("{WIDGET}.setAttribute('municipality', 'nergens')")), "has no municipality=\"nergens\"");
    says(&at(&town.host_shape("no-frame-src"), &again), "to frame-src");
    let tab = at(&plain, &format!("{WIDGET}.setAttribute('view', 'peiling')"));
    poll_in(tab.widget());
    assert!(tab.advice().concat().contains("there is no view=\"peiling\""), "{:?}", tab.advice());
}

#[test]
fn an_installation_that_does_not_answer_leaves_the_link() {
    let mut town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_shape("far"));
    becomes(&tab, &format!("!!{WIDGET}.shadowRoot"), "true");
    run(&tab, "window.heard = []; addEventListener('buurtstem:error', event => heard.push(event.detail.reason))");
    town.server().instance().kill().unwrap();
    run(&tab, &format!("{WIDGET}.scrollIntoView()"));
    says(&tab, "does not answer");
    assert!(tab.page().evaluate("heard.join()").unwrap().as_str().unwrap_or_default().contains("does not answer"));
}
