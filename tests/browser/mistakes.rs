//! What goes wrong on a person's side: something forgotten, mistyped, gone back, or an address that is not there.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Key, Role, Scripts, Tab};

use crate::steps::{AT_EASE, Resident, TOGETHER, WHICH_PLACE};

pub(crate) const FAULTS: &str = "Er klopt iets nog niet";

/// Both ways lead to the same page; with scripts the summary also takes the focus.
fn forgets_an_answer(scripts: Scripts) {
    let town = Town::start();
    let browser = Browser::start(scripts);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let resident = Resident::at_page(&tab);
    resident.begins_the_poll();
    let view = tab.page();
    view.button("Volgende").click();
    view.heading(FAULTS).wait();
    view.link("Kies een antwoord.").wait();
    assert!(view.by_role(Role::RadioGroup, AT_EASE).is_invalid());
    assert!(view.by_role(Role::RadioGroup, AT_EASE).description().contains("Kies een antwoord."));
    view.has_focus(Role::Heading, FAULTS);
    tab.press(Key::Tab);
    view.has_focus(Role::Link, "Kies een antwoord.");
    tab.press(Key::Enter);
    view.has_focus(Role::Radio, "1");
    if scripts == Scripts::On {
        tab.is_accessible("a question that was forgotten");
    }
    view.by_role(Role::Radio, "2").choose();
    view.button("Volgende").click();
    view.heading(WHICH_PLACE).wait();
    view.heading(FAULTS).gone();
}

#[test]
fn a_forgotten_answer_is_named_and_led_to() {
    forgets_an_answer(Scripts::On);
}

#[test]
fn a_forgotten_answer_is_named_and_led_to_without_scripts() {
    forgets_an_answer(Scripts::Off);
}

#[test]
fn a_wrong_address_is_named_and_nothing_typed_is_lost() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        tab.go(&town.page(""));
        let resident = Resident::at_page(&tab);
        resident.fills_in_an_idea();
        let view = tab.page();
        view.button("Wijzig Uw e-mailadres").click();
        let email = || view.by_label("Uw e-mailadres…");
        email().fill("naam bij voorbeeld");
        view.button("Volgende").click();
        view.heading(FAULTS).wait();
        assert!(email().is_invalid());
        assert_eq!(email().value(), "naam bij voorbeeld");
        if scripts == Scripts::On {
            tab.is_accessible("a wrong e-mail address");
        }
        email().fill("naam@voorbeeld.nl");
        view.button("Volgende").click();
        view.heading("Klopt alles?").wait();
        view.reads("naam@voorbeeld.nl");
        view.reads("Mijn moeder durft er niet langs.");
    }
}

#[test]
fn a_wrong_code_opens_nothing_and_stays_in_the_field() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let view = tab.page();
    let code = || view.by_label("Uw persoonlijke code");
    for (typed, told) in [("2026-0001", "Deze code klopt niet."), ("0123-4567-89ab-cdef-ghjk-mnpq-rs", "niet")] {
        tab.go(&town.page("/volgen"));
        code().fill(typed);
        view.button("Bekijk mijn idee").click();
        view.reads(told);
        assert_eq!(code().value(), typed);
        tab.is_accessible("a wrong code");
    }
}

#[test]
fn the_back_button_goes_back_one_step_and_keeps_the_answers() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    tab.go(&town.page(""));
    let resident = Resident::at_page(&tab);
    resident.begins_the_poll();
    let view = tab.page();
    view.by_role(Role::Radio, "4").choose();
    view.button("Volgende").click();
    view.heading(WHICH_PLACE).wait();
    // The title says where one is, also in the list of pages that the browser keeps.
    let title = || view.evaluate("document.title").unwrap().as_str().unwrap_or_default().to_owned();
    assert!(title().starts_with("Vraag 2 van "), "{}", title());
    view.by_role(Role::Radio, "Een plein of speelplek").choose();
    tab.back();
    view.heading(AT_EASE).wait();
    assert!(title().starts_with("Vraag 1 van "), "{}", title());
    assert!(view.by_role(Role::Radio, "4").is_checked());
    view.button("Volgende").click();
    view.heading(WHICH_PLACE).wait();
}

#[test]
fn what_is_not_there_is_a_friendly_page_with_a_way_on() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let view = tab.page();
    for tail in ["/peilingen/bestaat-niet", "/initiatieven/0000000000000000000000000", "/nergens"] {
        tab.go(&town.page(tail));
        view.heading("Deze pagina is er niet").wait();
        view.link("14 0999").nth(0).wait();
        tab.is_accessible(&format!("what is not there: {tail}"));
        view.link("Naar de eerste pagina").click();
        view.heading("Praat mee over uw buurt").wait();
    }
    tab.go(&town.url("/nergenshuizen/nl"));
    view.heading("Deze pagina is er niet").wait();
    tab.is_accessible("a municipality that is not there");
}

/// What somebody wrote comes back exactly, and is never read as HTML.
#[test]
fn what_is_written_stays_text() {
    const ODD: &str = "<b>Licht</b> & \"rust\" 😀 <script>document.title='x'</script>";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab: Tab = browser.tab();
    tab.go(&town.page("/idee"));
    let view = tab.page();
    view.by_label("Wat is uw idee?").fill(ODD);
    view.button("Volgende").click();
    view.heading("Waar gaat het over?").wait();
    view.by_role(Role::Radio, "Weet ik niet…").choose();
    view.button("Volgende").click();
    view.by_role(Role::Disclosure, "Zuidpolder").click();
    view.by_role(Role::Radio, "Heel Zuidpolder").choose();
    view.button("Volgende").click();
    view.heading("Wie doet wat?").wait();
    view.button("Volgende").click();
    view.heading("Hoe wilt u antwoord krijgen?").wait();
    view.button("Volgende").click();
    view.heading("Uw idee gaat naar Team Veiligheid (gemeente)").wait();
    view.reads(ODD);
    view.button("Verstuur mijn idee").click();
    view.heading("Bedankt! Uw idee is binnen").wait();
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn an_open_answer_that_gives_somebody_away_is_pointed_out_and_not_refused() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        tab.go(&town.page(""));
        let resident = Resident::at_page(&tab);
        resident.begins_the_poll();
        resident.fills_in_the_poll();
        let view = tab.page();
        view.reads_no("Kijk nog even naar uw tekst");
        view.button(&format!("Wijzig {TOGETHER}")).click();
        view.by_role(Role::Field, TOGETHER).fill("Soep koken. Bel mij op 06 12345678.");
        view.button("Volgende").click();
        view.heading("Kijk nog even naar uw tekst").wait();
        view.reads("Dit lijkt een telefoonnummer.");
        if scripts == Scripts::On {
            tab.is_accessible("a check page that points something out");
        }
        resident.sends_the_answers();
    }
}

/// Nothing is refused for a word; whom to call stands above everything from there on.
fn writes_of_danger(scripts: Scripts) {
    const CALL: &str = "Is er nu gevaar?…";
    let town = Town::start();
    let browser = Browser::start(scripts);
    let tab = browser.tab();
    let view = tab.page();
    tab.go(&town.page("/idee"));
    view.by_label("Wat is uw idee?").fill("Er loopt iemand met een mes bij de trap.");
    view.button("Volgende").click();
    view.heading("Waar gaat het over?").wait();
    view.heading(CALL).wait();
    let first = view.names(Role::Heading).into_iter().next().unwrap_or_default();
    assert!(first.starts_with("Is er nu gevaar?"), "first is {first}");
    if scripts == Scripts::On {
        tab.is_accessible("an idea that speaks of danger");
        tab.pictures("an idea that speaks of danger");
    }
    view.button("Vorige").click();
    view.by_label("Wat is uw idee?").fill("Meer licht bij de trap.");
    view.button("Volgende").click();
    view.heading("Waar gaat het over?").wait();
    view.heading(CALL).gone();
}

#[test]
fn words_of_danger_lead_to_112_first() {
    writes_of_danger(Scripts::On);
}

#[test]
fn words_of_danger_lead_to_112_first_without_scripts() {
    writes_of_danger(Scripts::Off);
}
