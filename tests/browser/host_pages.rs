//! Host pages that make life hard for a widget: on each of them somebody with a phone answers a poll and sends an idea,
//! with scripts and without, in Chromium and in Firefox.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Firefox, Scripts, Window, wait};

use crate::steps::Resident;

/// The pages of `demo/host/shapes.js` on which the widget has to work.
const SHAPES: [&str; 8] = ["plain", "bootstrap", "tailwind", "strict", "app", "arabic", "hostile", "sticky"];

/// What somebody comes for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Errand {
    Poll,
    Idea,
}

/// What somebody comes for on the host page at this place in the list.
type Errands = fn(usize) -> &'static [Errand];

const BOTH: Errands = |_| &[Errand::Poll, Errand::Idea];

/// With the three below: each two of page, scripts, browser and errand come together once at least, and each page with
/// and without scripts.
#[test]
fn every_host_page_works_with_scripts() {
    in_chromium(Scripts::On, |place| if place % 2 == 0 { &[Errand::Poll] } else { &[Errand::Idea] });
}

#[test]
fn every_host_page_works_without_scripts() {
    in_chromium(Scripts::Off, |place| if place % 2 == 0 { &[Errand::Idea] } else { &[Errand::Poll] });
}

#[test]
fn every_other_host_page_works_in_firefox_with_scripts() {
    in_firefox(Scripts::On, |place| match place % 4 {
        0 => &[Errand::Idea],
        3 => &[Errand::Poll],
        _ => &[],
    });
}

#[test]
fn the_others_work_in_firefox_without_scripts() {
    in_firefox(Scripts::Off, |place| match place % 4 {
        1 => &[Errand::Poll],
        2 => &[Errand::Idea],
        _ => &[],
    });
}

/// All of them, which with the next is every page with and without scripts in both browsers.
#[test]
#[ignore = "long: run with cargo xtask test --full"]
fn every_host_page_works_for_both_errands_with_and_without_scripts() {
    in_chromium(Scripts::On, BOTH);
    in_chromium(Scripts::Off, BOTH);
}

#[test]
#[ignore = "long: run with cargo xtask test --full"]
fn every_host_page_works_for_both_errands_in_firefox_with_and_without_scripts() {
    in_firefox(Scripts::On, BOTH);
    in_firefox(Scripts::Off, BOTH);
}

fn in_chromium(scripts: Scripts, errands: Errands) {
    let browser = Browser::start(scripts);
    walk(|| browser.tab(), scripts, errands);
}

fn in_firefox(scripts: Scripts, errands: Errands) {
    let browser = Firefox::start(scripts);
    walk(|| browser.tab(), scripts, errands);
}

fn walk<T: Window>(new_tab: impl Fn() -> T, scripts: Scripts, errands: Errands) {
    let town = Town::start();
    for (place, shape) in SHAPES.into_iter().enumerate() {
        for errand in errands(place) {
            let tab = new_tab();
            tab.resize(360, 740);
            tab.go(&town.host_shape(shape));
            let resident = if scripts == Scripts::On {
                fills_the_width(&tab, shape);
                if shape == "arabic" {
                    speaks_as_the_page_does(&tab);
                }
                Resident::at_widget(&tab)
            } else {
                // What stands inside the element is there for whoever has no scripts.
                tab.page().link("Vul de peiling in of stuur uw idee").click();
                Resident::at_page(&tab)
            };
            match errand {
                Errand::Poll => {
                    resident.begins_the_poll();
                    resident.fills_in_the_poll();
                    resident.sends_the_answers();
                }
                Errand::Idea => drop(resident.sends_an_idea()),
            }
            assert_eq!(tab.complaints(), Vec::<String>::new(), "{shape}");
            assert_eq!(tab.advice(), Vec::<String>::new(), "{shape}");
        }
    }
}

/// The widget is in the language of the page around it, until the webmaster says otherwise.
fn speaks_as_the_page_does(tab: &impl Window) {
    tab.widget().link("الشعور بالراحة في الشارع في الظلام…").wait();
    let says = "document.querySelector('buurtstem-widget').setAttribute('language', 'nl'); 1";
    wait::until("the widget to take its language", || tab.page().evaluate(says));
}

/// The frame is as wide as there is room, and nothing is wider than the screen because of it.
fn fills_the_width(tab: &impl Window, shape: &str) {
    wait::until(&format!("the frame on {shape} to fill the width"), || {
        let widths = tab.page().evaluate(
            "(() => { const widget = document.querySelector('buurtstem-widget');
                const frame = widget.shadowRoot.querySelector('iframe').getBoundingClientRect();
                return [frame.width, frame.left >= 0, frame.right <= innerWidth,
                    frame.height >= 400 && getComputedStyle(widget).position].join(); })()",
        )?;
        let widths = widths.as_str().unwrap_or_default().to_owned();
        let (width, rest) = widths.split_once(',').unwrap_or_default();
        let wide = width.parse::<f64>().is_ok_and(|width| width >= 300.0);
        if wide && rest == "true,true,static" { Ok(()) } else { Err(widths) }
    });
}

#[test]
fn a_step_begins_below_a_header_that_stays() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.resize(360, 740);
    tab.go(&town.host_shape("sticky"));
    let resident = Resident::at_widget(&tab);
    resident.begins_the_poll();
    // At the end of the first question, with its heading out of sight.
    tab.page().evaluate("scrollTo(0, document.querySelector('buurtstem-widget').offsetTop + 300); 1").unwrap();
    resident.fills_in_the_poll();
    wait::until("the top of the frame below the header", || {
        let tops = "[document.querySelector('header').getBoundingClientRect().bottom, document.querySelector(
            'buurtstem-widget').shadowRoot.querySelector('iframe').getBoundingClientRect().top].map(Math.round).join()";
        let tops = tab.page().evaluate(tops)?.as_str().unwrap_or_default().to_owned();
        let (header, frame) = tops.split_once(',').unwrap_or_default();
        let (header, frame): (i64, i64) = (header.parse().unwrap_or(i64::MAX), frame.parse().unwrap_or(i64::MIN));
        if header == 110 && frame >= header { Ok(()) } else { Err(tops) }
    });
}
