//! Doing it together: who does what by when, as the resident, an official and everybody see it.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};

use crate::steps::{IDEA, Resident, in_days, opens_case, signs_in, signs_out, wants};

const PERMIT: &str = "Toestemming voor lampjes aan de trap";

#[test]
fn a_resident_and_an_official_divide_the_work_and_everybody_reads_who_does_what() {
    let town = Town::start();
    let (home, office) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let tab = home.tab();
    tab.go(&town.url("/waterdam"));
    let receipt = Resident::at_page(&tab).looking(&Tab::is_accessible).sends_an_idea();

    let desk = office.tab();
    signs_in(&town, &desk, "marieke-de-wit");
    desk.page().link("Alle organisaties…").click();
    opens_case(&desk, IDEA);
    wants(&desk, "Openbaar maken");
    desk.page().button("Maak openbaar").click();
    desk.page().reads("Het idee is openbaar.");
    signs_out(&desk);

    // The one who thought of it writes a task down: paper goes to who has the case.
    tab.go(&receipt.link);
    let page = tab.page();
    page.heading("Wie doet wat?").wait();
    page.reads("Er zijn nog geen taken.");
    page.by_role(Role::Disclosure, "Een taak toevoegen").click();
    page.button("Voeg de taak toe").click();
    page.reads("Vul hier iets in.");
    tab.is_accessible("a task that is not filled in");
    page.by_label("Wat moet er gebeuren?").fill(PERMIT);
    page.by_role(Role::Radio, "Toestemming vragen").choose();
    page.by_label("Wanneer moet het klaar zijn?").fill_date(&in_days(&tab, 20));
    page.button("Voeg de taak toe").click();
    page.reads("De taken zijn bijgewerkt");
    page.reads("Openbare Ruimte (gemeente), uiterlijk");
    tab.is_accessible("the follow page with a task");

    signs_in(&town, &desk, "dewi-pattiasina");
    desk.page().heading("Taken").wait();
    desk.is_accessible("the work list with tasks");
    desk.page().link(PERMIT).click();
    desk.page().heading(IDEA).wait();
    desk.is_accessible("a case with tasks");
    wants(&desk, "Taak toevoegen");
    desk.page().by_label("Wat moet er gebeuren?").fill("Lampjes ophangen");
    desk.page().by_label("Wat voor taak is het?").pick("Iets doen");
    desk.page().by_label("Wie doet het?…").pick("De bewoner die dit bedacht");
    desk.page().by_label("Wanneer moet het klaar zijn?").fill_date(&in_days(&desk, 30));
    desk.is_accessible("adding a task");
    desk.page().button("Voeg de taak toe").click();
    desk.page().reads("De taken zijn bijgewerkt.");
    signs_out(&desk);

    // Everybody reads both, and nobody's name.
    let anybody = home.tab();
    anybody.go(&town.page("/initiatieven"));
    anybody.page().link(IDEA).click();
    anybody.page().heading("Wie doet wat?").wait();
    anybody.page().reads(PERMIT);
    anybody.page().reads("De bewoner die dit bedacht, uiterlijk");
    anybody.is_accessible("an initiative with tasks");

    page.button("Kijk of er nieuws is").click();
    page.reads("Lampjes ophangen");
    page.button("Dit is klaar").click();
    page.reads("De taken zijn bijgewerkt");
    page.reads("Klaar");
    for tab in [&tab, &desk, &anybody] {
        assert_eq!(tab.complaints(), Vec::<String>::new());
    }
}
