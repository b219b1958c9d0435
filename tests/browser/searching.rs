//! Officials look for a case among all of theirs, and coordinators see how it stands with everybody's.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Key, Role, Scripts};

use crate::steps::{signs_in, signs_out};

const OURS: &str = "Een rustig plein bij de winkels";
const THEIRS: &str = "Een lamp bij de trap naar de sluis";
const WORDS: &str = "Nummer of woorden";

#[test]
fn a_case_is_found_with_the_keyboard_by_who_may_see_it() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "kwame-mensah");
    page.link("Zoeken").click();
    page.heading("Zaken zoeken").wait();
    tab.is_accessible("before a search");
    tab.pictures("zoeken");

    page.by_label(WORDS).focus();
    tab.type_text("PLEIN rust");
    tab.press(Key::Enter);
    page.link(OURS).wait();
    page.reads("1 zaak");
    tab.is_accessible("what was found");
    tab.pictures("zoeken-gevonden");
    // Who comes back from a case finds the others again.
    page.tab_to(Role::Link, OURS);
    tab.press(Key::Enter);
    page.heading(OURS).wait();
    tab.back();
    page.heading("Zaken zoeken").wait();
    page.link(OURS).wait();
    assert_eq!(page.by_label(WORDS).value(), "PLEIN rust");

    // What is another partner's is not found.
    page.by_label(WORDS).fill("lamp trap sluis");
    tab.press(Key::Enter);
    page.reads("Geen zaak gevonden");
    tab.is_accessible("nothing was found");
    tab.pictures("zoeken-niets");
    page.button("Opnieuw beginnen").click();
    page.reads_no("Geen zaak gevonden");
    assert_eq!(page.by_label(WORDS).value(), "");
    signs_out(&tab);

    signs_in(&town, &tab, "marieke-de-wit");
    page.link("Zoeken").click();
    page.by_label(WORDS).fill("lamp trap sluis");
    page.by_label("Open of afgerond").pick("Afgerond of ingetrokken");
    page.button("Zoeken").click();
    page.link(THEIRS).wait();
    page.by_label("Wijk, buurt of woongebouw").pick("Weidebuurt");
    page.button("Zoeken").click();
    page.reads("Geen zaak gevonden");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn the_coordinator_sees_how_it_stands_with_every_partner() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "marieke-de-wit");
    page.link("Alle organisaties").click();
    page.heading("Alle open zaken").wait();
    page.by_role(Role::Disclosure, "Overzicht per organisatie").click();
    page.button("Basisteam Waterdam").wait();
    tab.is_accessible("the overview");
    tab.pictures("overzicht-zaken");
    page.button("Basisteam Waterdam").click();
    page.reads("U ziet alleen de zaken van Basisteam Waterdam.");
    page.link(OURS).wait();
    tab.is_accessible("the cases of one partner");
    page.button("Toon alle organisaties").click();
    page.reads_no("U ziet alleen de zaken van Basisteam Waterdam.");
}
