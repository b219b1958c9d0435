//! Figures for each organisation: for the coordinator beside each other, for an organisation its own.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts};

use crate::steps::{signs_in, signs_out};

#[test]
fn the_coordinator_compares_organisations_and_each_sees_itself() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "marieke-de-wit");
    page.link("Cijfers").click();
    page.heading("Cijfers per organisatie").wait();
    page.by_label("Periode").pick("Andere dagen");
    page.by_label("Van").fill_date("2026-11-02");
    page.by_label("Tot en met").fill_date("2026-11-01");
    page.button("Toon de cijfers").click();
    page.has_focus(Role::Heading, "Nog niet gelukt. Kijk dit nog even na:");
    assert!(page.by_label("Tot en met").is_invalid());
    page.by_label("Van").fill_date("2026-01-01");
    page.by_label("Tot en met").fill_date("2026-12-31");
    page.button("Toon de cijfers").click();
    page.reads("U ziet 1 januari 2026 tot en met 31 december 2026.");
    for partner in ["Basisteam Waterdam", "De Ankerplaats", "Openbare Ruimte"] {
        page.by_role(Role::RowHeader, partner).nth(0).wait();
    }
    for width in [1280, 360, 320] {
        tab.resize(width, 900);
        tab.is_accessible("figures for each organisation");
        let (content, room) = page.widths().unwrap();
        assert!(content <= room, "{content} on {room}");
        // Also where it is drawn as a list, it is read as a table.
        page.by_role(Role::RowHeader, "De Ankerplaats").nth(1).wait();
        page.by_role(Role::ColumnHeader, "Geen antwoord op tijd").wait();
    }
    tab.pictures("figures");
    signs_out(&tab);

    signs_in(&town, &tab, "kwame-mensah");
    page.link("Cijfers").click();
    page.reads("U ziet de cijfers van uw eigen organisatie.");
    page.by_role(Role::RowHeader, "Basisteam Waterdam").nth(0).wait();
    page.reads_no("De Ankerplaats");
    tab.is_accessible("figures of one organisation");
    tab.pictures("figures of one");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
