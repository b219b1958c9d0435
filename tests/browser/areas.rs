//! Areas: what officials keep of them, and what residents see.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts};

use crate::steps::{fits, look_closely, signs_in, signs_out};

#[test]
fn the_coordinator_judges_an_area_and_keeps_whom_to_ask() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "marieke-de-wit");
    page.link("Wijken").click();
    page.heading("Molenbuurt").wait();
    look_closely(&tab, "areas");
    page.by_label("Hoe georganiseerd").pick("Groep");
    page.reads("van 11 plekken");
    page.heading("Kade-Zuid").gone();
    page.by_label("Hoe georganiseerd").pick("Alle");
    page.link("Kade-Zuid").click();
    page.heading("Hoe georganiseerd zijn de bewoners?").wait();
    page.reads("Veel mensen zijn hier nieuw.");
    page.reads("Geef informatie, en verwacht nog niets terug.");
    look_closely(&tab, "an area of loose sand");

    // Without a reason a level is a label.
    page.by_role(Role::Disclosure, "Geef uw oordeel").click();
    page.by_role(Role::Radio, "Beginnend netwerk…").choose();
    page.button("Bewaar het oordeel").click();
    page.reads("Waarom: Vul hier iets in.");
    page.by_label("Waarom?").fill("Vier mensen kwamen terug op de tweede avond.");
    look_closely(&tab, "judging");
    page.button("Bewaar het oordeel").click();
    page.reads("Het oordeel is bewaard.");
    page.reads("Zoek wie iets wil en wie iets kan regelen.");
    page.reads("Veel mensen zijn hier nieuw.");

    // What was written can go; what was judged stays.
    page.by_role(Role::Disclosure, "Tekst wissen").nth(0).click();
    look_closely(&tab, "emptying a reason");
    page.button("Wis deze tekst").click();
    page.reads("De tekst is gewist.");
    page.reads("De reden is gewist.");
    page.reads_no("Vier mensen kwamen terug");
    page.reads("Zoek wie iets wil en wie iets kan regelen.");

    page.by_role(Role::Disclosure, "Zet er een contactpersoon bij").click();
    page.by_label("Organisatie").pick("Welzijn Waterdam (welzijn)");
    page.by_label("Rol").pick("jongerenwerker");
    page.by_label("Naam").fill("Sheila Doerga");
    page.by_label("Telefoon").fill("0800 0300");
    page.by_role(Role::Checkbox, "Bewoners mogen deze persoon zien…").choose();
    page.button("Bewaar").click();
    page.reads("De contactpersoon is bewaard.");
    look_closely(&tab, "an area with a contact");
    tab.go(&town.page("/wijken/kade-zuid"));
    page.reads("Sheila Doerga");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_handler_reads_figures_and_notes_what_a_group_said() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "rachida-benali");
    page.link("Wijken").click();
    page.link("Molenbuurt").click();
    page.reads("gemiddeld 4,7 op een schaal van 1 tot 5");
    page.reads("Tafelgroep Molenbuurt");
    page.by_role(Role::Disclosure, "Geef uw oordeel").gone();
    page.by_role(Role::Disclosure, "Noteer een groep die u vroeg").click();
    page.by_label("Welke groep?").fill("Portiek De Molen");
    page.by_label("Welke plek zou de groep helpen?").pick("Kade-Zuid");
    page.by_label("Gevraagd op").fill_date("2026-01-05");
    look_closely(&tab, "noting a group");
    page.button("Bewaar").click();
    page.reads("De groep is bewaard.");
    page.heading("Portiek De Molen").wait();
    look_closely(&tab, "an area that is a group");
    signs_out(&tab);

    signs_in(&town, &tab, "sanne-visser");
    page.link("Wijken").click();
    page.link("Kies welke vragen samenhang of bereidheid meten").click();
    page.heading("Kennen wij elkaar?").wait();
    look_closely(&tab, "which questions measure");
    page.by_label("Hoe thuis voelt u zich bij de mensen in uw buurt?").pick("Bereidheid om iets te doen");
    page.reads("Uw keus is bewaard.");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_resident_finds_whom_to_ask_without_script() {
    let town = Town::start();
    let browser = Browser::start(Scripts::Off);
    let tab = browser.tab();
    let page = tab.page();
    tab.go(&town.page("/nieuws"));
    page.link("Molenbuurt").click();
    page.heading("Dit is gelukt").wait();
    page.reads("Samen eten op vrijdag");
    page.reads("Agnieszka Kowalska");
    page.reads_no("Tafelgroep");
    fits(&tab, "the page of an area");
    page.link("De Wieken").click();
    page.reads("Kwame Mensah");
    page.reads_no("Sheila Doerga");
    tab.go(&town.page("/wijken/weidebuurt"));
    page.reads("Hier staat nog niets dat klaar is.");
    fits(&tab, "the page of an area with little");
    page.link("Doe een voorstel").click();
    page.reads("Is er nu gevaar? Bel 112.");
}
