//! Officials at their work, in every role.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Scripts};

use crate::steps::{signs_in, signs_out};

#[test]
fn a_sign_in_link_works_once() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let link = town.sign_in_link("dewi-pattiasina");
    tab.go(&link);
    tab.is_accessible("signing in");
    tab.page().button("Aanmelden").click();
    tab.page().heading("Uw zaken").wait();
    signs_out(&tab);
    tab.go(&link);
    tab.page().button("Aanmelden").click();
    tab.page().reads("Deze link werkt niet (meer)");
    tab.is_accessible("a link that was used before");
    signs_in(&town, &tab, "dewi-pattiasina");
}
