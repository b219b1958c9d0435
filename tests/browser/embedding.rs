//! The widget on other people's pages.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, wait};

use crate::steps::{AT_EASE, IDEA, POLL_TITLE, Resident};

#[test]
fn a_site_that_is_not_registered_gets_a_link_and_no_frame() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    // The same page under another name is another site, and that one is not on the list.
    tab.go(&town.host_page().replace("localhost", "127.0.0.1"));
    refuses_the_frame(&tab);
    tab.page().link("Vul de peiling in of stuur uw idee").click();
    tab.page().heading("Praat mee over uw buurt").wait();
}

#[test]
fn the_frame_is_as_high_as_its_content() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let fits = |state: &str| {
        wait::until(&format!("no inner scroll bar: {state}"), || {
            let heights = "[document.documentElement.scrollHeight, innerHeight].join()";
            let heights = tab.widget().evaluate(heights)?.as_str().unwrap_or_default().to_owned();
            let (content, room) = heights.split_once(',').unwrap_or_default();
            let (content, room): (f64, f64) = (content.parse().unwrap_or(f64::MAX), room.parse().unwrap_or(0.0));
            // Higher than the content by a line at most: room for a focus ring, not a gap.
            if content <= room && room <= content + 32.0 { Ok(()) } else { Err(heights) }
        });
    };
    let looks: &dyn Fn(&_, &str) = &|_, state| fits(state);
    let resident = Resident::at_widget(&tab).looking(looks);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    tab.resize(400, 800);
    fits("on a narrow screen");
    resident.sends_the_answers();
}

#[test]
fn the_personal_link_opens_beside_the_frame_and_the_receipt_stays() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab);
    let receipt = resident.sends_an_idea();
    resident.view.link(&receipt.link).click();
    let follow = browser.opened_tab("/volgen");
    follow.page().heading(IDEA).wait();
    assert_eq!(follow.complaints(), Vec::<String>::new());
    drop(follow);
    resident.view.heading("Bedankt! Uw idee is binnen").wait();
    resident.view.reads(&receipt.code);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_host_page_in_another_language_shows_the_widget_in_dutch() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    tab.widget().link(&format!("{POLL_TITLE}…")).wait();
    let speaks = |language: &str| {
        let says = format!("document.querySelector('buurtstem-widget').setAttribute('lang', '{language}'); 1");
        tab.page().evaluate(&says).unwrap();
    };
    speaks("en");
    tab.widget().link("Send your idea").wait();
    // One that the widget does not have.
    speaks("fr");
    tab.widget().link(&format!("{POLL_TITLE}…")).wait();
    tab.widget().link("Stuur uw idee").wait();
}

#[test]
fn two_widgets_on_one_page_do_not_know_each_other() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    tab.widget().link(&format!("{POLL_TITLE}…")).wait();
    let added = "{ const second = document.createElement('buurtstem-widget');
        second.setAttribute('municipality', 'waterdam');
        second.setAttribute('lang', 'en');
        document.querySelector('aside').append(second); second.scrollIntoView(); 1 }";
    tab.page().evaluate(added).unwrap();
    let second = wait::until("a second frame", || tab.frame(1));
    second.link("At ease in the street after dark…").wait();
    Resident::at_widget(&tab).begins_the_poll();
    second.link("At ease in the street after dark…").wait();
    tab.widget().heading(AT_EASE).wait();
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn the_page_itself_cannot_be_framed() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    tab.widget().link(&format!("{POLL_TITLE}…")).wait();
    let framed = format!(
        "{{ const frame = document.createElement('iframe'); frame.src = '{}'; document.body.append(frame); 1 }}",
        town.page("")
    );
    tab.page().evaluate(&framed).unwrap();
    refuses_the_frame(&tab);
}

fn refuses_the_frame(tab: &Tab) {
    wait::until("the browser to refuse the frame", || {
        let complaints = tab.complaints().join("\n");
        if complaints.contains("frame-ancestors") { Ok(()) } else { Err(complaints) }
    });
}

#[test]
fn the_language_is_chosen_inside_the_frame() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let view = tab.widget();
    view.link("English").click();
    view.link("At ease in the street after dark…").click();
    view.by_role(Role::Button, "Next").wait();
    tab.is_accessible("the poll's first page in English");
    assert!(tab.address().starts_with(&town.host_page()));
}

#[test]
fn nothing_is_kept_in_the_visitors_browser() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    resident.fills_in_the_poll();
    resident.sends_the_answers();
    for view in [tab.page(), tab.widget()] {
        assert_eq!(view.evaluate("document.cookie").unwrap(), "");
        assert_eq!(view.evaluate("localStorage.length + sessionStorage.length").unwrap(), 0);
    }
    assert_eq!(tab.cookies(), Vec::<String>::new());
}
