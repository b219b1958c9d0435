//! The screens that docs/cases.md explains: they are there under the names it uses, and its pictures are taken here
//! (`BUURTSTEM_PICTURES=docs/images cargo test --package=buurtstem-tests --test browser manual`).

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts};

use crate::steps::{opens_case, signs_in, signs_out, wants};

const MANUAL: &str = include_str!("../../docs/cases.md");

#[test]
fn the_manual_shows_what_officials_see() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "youssef-el-amrani");
    page.heading("Uw zaken").wait();
    tab.pictures("cases work list");
    opens_case(&tab, "Ik zou graag iets doen, maar weet niet wat");
    for button in ["Antwoorden", "Afronden", "Overdragen"] {
        assert!(MANUAL.contains(&format!("**{button}**")), "the manual does not name {button}");
        page.button(button).wait();
    }
    wants(&tab, "Overdragen");
    page.reads("Aan welke organisatie vraagt u het?");
    tab.pictures("cases handover");
    wants(&tab, "Afronden");
    page.by_role(Role::Radio, "Het is gedaan").wait();
    tab.pictures("cases conclude");
    wants(&tab, "Antwoorden");
    page.by_label("Wij doen…").fill("Onze opbouwwerker belt u deze week. Zij zoekt met u uit wat er bij u past.");
    page.by_label("U doet…").fill("Bedenk vast op welke dag u tijd hebt.");
    tab.pictures("cases answer");
    signs_out(&tab);

    // What a coordinator may do stands in groups, which the manual lists.
    signs_in(&town, &tab, "marieke-de-wit");
    page.link("Alle organisaties").click();
    opens_case(&tab, "Meer licht op het pad langs de vaart");
    for group in ["Samenwerken", "Datums, taken en notities", "Tekst en website", "Soort zaak"] {
        assert!(MANUAL.contains(&format!("| {group} |")), "the manual does not list {group}");
        page.by_role(Role::Disclosure, &format!("{group}…")).wait();
    }
    tab.pictures("cases case");
    wants(&tab, "Dit is geen idee");
    page.reads("Wat is het wel?");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
