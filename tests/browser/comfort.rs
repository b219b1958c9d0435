//! How people set up their screens: more room between letters and lines, text twice as large, no movement, colours of
//! their own, the focus where they can see it; and that an unsteady hand and a slow one are enough. Each is a criterion of
//! WCAG 2.2 that axe-core does not look at.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, View, wait};
use buurtstem_tests::town::REPORTED_POLL;
use serde_json::Value;

use crate::steps::{AT_EASE, Resident};

/// WCAG 1.4.12, word for word. A sheet that a script makes, because the page's policy refuses other ones.
const SPACED: &str = "(() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } \
        p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet]; return true; })()";
/// WCAG 1.4.4, for whoever sets only the size of text.
const DOUBLED: &str = "(() => { document.documentElement.style.fontSize = '200%'; return true; })()";
/// What is cut off, and what sticks out of the screen.
const LOST: &str = "[...document.querySelectorAll('main *, header *, footer *')].filter(it => {
    const style = getComputedStyle(it), box = it.getBoundingClientRect();
    if (!it.innerText || style.position === 'absolute' || it.closest('.visually-hidden, svg') || !box.width) return false;
    const hides = style.overflowY !== 'visible' && style.overflowY !== 'auto' && style.overflowY !== 'scroll';
    return (hides && it.scrollHeight > it.clientHeight + 1) || box.right > innerWidth + 1;
}).map(it => it.outerHTML.slice(0, 120)).join('\\n')";

/// What is pressed or filled in and is smaller than a finger: 44 pixels, the size of WCAG 2.5.5, which is AAA.
const SMALL: &str = "[...document.querySelectorAll('button, .button, summary, select, textarea, input')].map(it => {
    const pressed = /radio|checkbox/.test(it.type) ? it.labels[0] : it, { width, height } = pressed.getBoundingClientRect();
    const small = it.checkVisibility() && it.type !== 'hidden' && Math.min(width, height) < 44;
    return small ? `${width} × ${height}: ${pressed.outerHTML.slice(0, 120)}` : '';
}).filter(Boolean).join('\\n')";
/// What is pressed or filled in and has no edge of its own; with a person's own colours, areas have none.
const WITHOUT_EDGE: &str = "[...document.querySelectorAll('main .button, main textarea, main input:not([type=hidden])')].map(it => {
    const seen = /radio|checkbox/.test(it.type) ? it.labels[0] : it, { borderStyle, borderWidth } = getComputedStyle(seen);
    return !it.checkVisibility() || borderStyle !== 'none' && parseFloat(borderWidth) > 0 ? '' : seen.outerHTML.slice(0, 120);
}).filter(Boolean).join('\\n')";

/// The pages of the poll and of an idea on which something is filled in, and those on which most is read.
fn on_every_kind_of_page(tab: &Tab, town: &Town, look: impl Fn(&str)) {
    let page = tab.page();
    for (address, heading) in [
        (town.page(""), "Praat mee over uw buurt"),
        (town.page(&format!("/peilingen/{REPORTED_POLL}")), "Wat doen we met uw antwoorden?"),
        (town.page("/idee"), "Uw idee voor de buurt"),
        (town.page("/volgen"), "Hoe staat het met uw idee?"),
        (town.page("/initiatieven"), "Dit bedachten bewoners"),
    ] {
        tab.go(&address);
        page.heading(heading).wait();
        look(&address);
    }
    tab.go(&town.page(""));
    Resident::at_page(tab).begins_the_poll();
    look("a question");
    page.button("Volgende").click();
    page.heading("Er klopt iets nog niet").wait();
    look("a question that was forgotten");
}

fn nothing_is_lost(view: View<'_>, state: &str) {
    wait::until(&format!("all text of {state} to be seen"), || match view.evaluate(LOST)?.as_str() {
        Some("") => Ok(()),
        lost => Err(format!("cut off or outside the screen:\n{}", lost.unwrap_or_default())),
    });
}

#[test]
fn text_with_more_room_is_not_cut_off() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.resize(360, 740);
    on_every_kind_of_page(&tab, &town, |state| {
        assert_eq!(tab.page().evaluate(SPACED), Ok(Value::Bool(true)));
        nothing_is_lost(tab.page(), state);
    });
}

#[test]
fn text_twice_as_large_is_not_cut_off() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.resize(1280, 900);
    on_every_kind_of_page(&tab, &town, |state| {
        assert_eq!(tab.page().evaluate(DOUBLED), Ok(Value::Bool(true)));
        nothing_is_lost(tab.page(), state);
    });
}

/// The tests ask for less movement: then nothing moves, also not for a moment after a step.
#[test]
fn nothing_moves_for_who_wants_no_movement() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let moves = "document.getAnimations().filter(it => it.effect.getComputedTiming().activeDuration > 10).length";
    on_every_kind_of_page(&tab, &town, |state| {
        assert_eq!(tab.page().evaluate(moves), Ok(Value::from(0)), "{state}");
    });
}

#[test]
fn what_is_pressed_is_as_large_as_a_finger() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.resize(360, 740);
    on_every_kind_of_page(&tab, &town, |state| {
        let small = tab.page().evaluate(SMALL).unwrap();
        assert_eq!(small.as_str(), Some(""), "{state}");
    });
}

#[test]
fn with_a_persons_own_colours_everything_has_an_edge_and_the_answer_is_seen() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.force_colours(true);
    on_every_kind_of_page(&tab, &town, |state| {
        let bare = tab.page().evaluate(WITHOUT_EDGE).unwrap();
        assert_eq!(bare.as_str(), Some(""), "{state}");
    });
    tab.page().by_role(Role::Radio, "4").choose();
    let marked = "[...document.querySelectorAll('input[type=radio]')].filter(it => \
                  getComputedStyle(it.labels[0]).outlineStyle === 'solid').map(it => it.labels[0].innerText.trim()).join()";
    assert_eq!(tab.page().evaluate(marked).unwrap().as_str(), Some("4"));
}

/// A poll and an idea that lie open for a week are sent all the same.
#[test]
fn nobody_is_in_a_hurry() {
    let town = Town::start();
    for scripts in [Scripts::On, Scripts::Off] {
        town.move_clock(0);
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        let resident = Resident::at_page(&tab);
        tab.go(&town.page(""));
        resident.begins_the_poll();
        town.move_clock(7);
        resident.fills_in_the_poll();
        town.move_clock(14);
        resident.sends_the_answers();
        tab.go(&town.page(""));
        resident.fills_in_an_idea();
        town.move_clock(21);
        tab.page().button("Verstuur mijn idee").click();
        tab.page().heading("Bedankt! Uw idee is binnen").wait();
    }
}

/// With colours of the browser and with those of the person: the outline is a real one, which is drawn in both.
#[test]
fn the_focus_is_seen_on_everything_that_takes_it() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    // Of what has the focus, or of the label that stands for it.
    let outline = "(() => { const it = document.activeElement;
        if (!it || it === document.body) return 'nothing';
        const parts = [it, ...(it.labels ?? [])].flatMap(part => [[part], [part, '::after']]);
        const drawn = parts.some(part => {
            const style = getComputedStyle(...part);
            return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        });
        return drawn ? 'seen' : it.outerHTML.slice(0, 160); })()";
    for forced in [false, true] {
        tab.force_colours(forced);
        on_every_kind_of_page(&tab, &town, |state| {
            let mut seen = 0;
            for _ in 0..60 {
                tab.press(buurtstem_tests::browser::Key::Tab);
                match tab.page().evaluate(outline).unwrap().as_str() {
                    Some("seen") => seen += 1,
                    // Past the last one.
                    Some("nothing") => break,
                    unseen => panic!("{state}, forced colours {forced}: the focus is not seen on {unseen:?}"),
                }
            }
            assert!(seen > 3, "{state}: only {seen}");
        });
    }
    tab.page().by_role(Role::RadioGroup, AT_EASE).wait();
}
