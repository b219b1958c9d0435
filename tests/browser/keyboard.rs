//! The poll and an idea with the keyboard alone, from the host page into the widget.

use buurtstem_tests::browser::{Browser, Key, Role, Scripts};
use buurtstem_tests::{Town, town::OPEN_POLL};

use crate::mistakes::FAULTS;
use crate::steps::{
    AT_EASE, CHECK, IDEA_TEXT, POLL_TITLE, TOGETHER, WHAT_HELPS, WHERE, WHICH_PLACE, comes_to_the_check_page,
};

#[test]
fn the_poll_needs_no_mouse() {
    let town = Town::start();
    let before = town.ballots(OPEN_POLL);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let view = tab.widget();
    let (press, next) = (
        |key| tab.press(key),
        || {
            view.tab_to(Role::Button, "Volgende");
            tab.press(Key::Enter);
        },
    );

    view.tab_to(Role::Link, &format!("{POLL_TITLE}…"));
    press(Key::Enter);
    view.heading(AT_EASE).wait();
    view.tab_to(Role::Radio, "1");
    press(Key::Space);
    for _ in 1..4 {
        press(Key::Down);
    }
    view.has_focus(Role::Radio, "4");
    assert!(view.by_role(Role::Radio, "4").is_checked());
    next();

    view.heading(WHICH_PLACE).wait();
    view.tab_to(Role::Radio, "De weg naar de bushalte of het station");
    press(Key::Down);
    view.has_focus(Role::Radio, "Een fietspad of wandelpad");
    next();

    view.heading(WHAT_HELPS).wait();
    view.tab_to(Role::Checkbox, "Meer of beter licht");
    press(Key::Space);
    assert!(view.by_role(Role::Checkbox, "Meer of beter licht").is_checked());
    next();

    view.heading(TOGETHER).wait();
    view.tab_to(Role::Field, TOGETHER);
    tab.type_text("Samen lopen.");
    next();

    view.heading(WHERE).wait();
    view.tab_to(Role::Disclosure, "De Wieken");
    press(Key::Enter);
    view.tab_to(Role::Radio, "Molenbuurt");
    press(Key::Space);
    assert!(view.by_role(Role::Radio, "Molenbuurt").is_checked());
    next();

    view.heading(CHECK).wait();
    // One answer is changed on the way, and the page comes back to the check.
    view.tab_to(Role::Button, &format!("Wijzig {AT_EASE}"));
    press(Key::Enter);
    view.heading(AT_EASE).wait();
    view.tab_to(Role::Radio, "4");
    press(Key::Down);
    view.has_focus(Role::Radio, "5");
    comes_to_the_check_page(view, next);
    view.reads("5 (van 1 tot 5)");
    view.tab_to(Role::Button, "Verstuur mijn antwoorden");
    press(Key::Enter);
    view.heading("Bedankt! Uw antwoorden zijn binnen").wait();
    assert_eq!(town.ballots(OPEN_POLL), before + 1);
}

#[test]
fn an_idea_needs_no_mouse() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    let view = tab.widget();
    // Goes there, presses it, and reads the heading of what comes.
    let goes = |role, name: &str, heading: &str| {
        view.tab_to(role, name);
        tab.press(Key::Enter);
        view.heading(heading).wait();
    };
    let next = |heading: &str| goes(Role::Button, "Volgende", heading);
    let chooses = |role, name: &str| {
        view.tab_to(role, name);
        tab.press(Key::Space);
        assert!(view.by_role(role, name).is_checked(), "{name}");
    };
    let opens = |name: &str| {
        view.tab_to(Role::Disclosure, name);
        tab.press(Key::Enter);
    };

    goes(Role::Link, "Stuur uw idee", "Uw idee voor de buurt");
    // Forgotten, it is named, and the summary leads to the field.
    next(FAULTS);
    view.tab_to(Role::Link, "Wat is uw idee…");
    tab.press(Key::Enter);
    view.has_focus(Role::Field, "Wat is uw idee?");
    tab.type_text(IDEA_TEXT);
    next("Waar gaat het over?");
    opens("Veiligheid…");
    chooses(Role::Radio, "Straatverlichting en donkere plekken…");
    next("Om welke buurt gaat het?");
    opens("De Wieken");
    // Within a group of radio buttons the arrows lead on.
    chooses(Role::Radio, "Heel De Wieken");
    tab.press(Key::Down);
    view.has_focus(Role::Radio, "Molenbuurt");
    next("Wie doet wat?");
    next("Hoe wilt u antwoord krijgen?");
    view.tab_to(Role::Field, "Uw e-mailadres…");
    tab.type_text("bewoner@example.invalid");
    chooses(Role::Checkbox, "Ja, mijn idee mag op de website…");
    next("Klopt alles?");
    view.reads(IDEA_TEXT);
    goes(Role::Button, "Verstuur mijn idee", "Bedankt! Uw idee is binnen");
    view.reads("Uw idee heeft nummer");
}

#[test]
fn focus_goes_into_the_widget_and_out_again() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.host_page());
    tab.widget().link("Stuur uw idee").wait();
    let before = tab.page().tab_to(Role::Link, "Contact");
    assert!(!before.is_empty());
    tab.widget().tab_to(Role::Link, "Stuur uw idee");
    // Behind the widget the page goes on.
    tab.page().tab_to(Role::Link, "112");
    tab.press(Key::BackTab);
    let (role, _) = tab.widget().focus().expect("Shift and Tab lead back into the widget");
    assert_eq!(role, "link");
}
