//! The answer did not help: the resident says so, an official decides, the resident reads why.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};

use crate::steps::{IDEA, Resident, may_not, opens_case, signs_in, signs_out, wants};

const CONCLUSION: &str = "Dit doen we niet. De trap krijgt al licht van de straatlantaarn.";
const REASON: &str = "Die lantaarn is al een jaar stuk.";
const WHY_NOT: &str = "Wij hebben gekeken: de lantaarn brandt weer sinds gisteren.";

#[test]
fn who_was_not_helped_hears_why() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let (home, office) = (Browser::start(scripts), Browser::start(Scripts::On));
        let tab = home.tab();
        tab.go(&town.page(""));
        let look = |tab: &Tab, state: &str| {
            if scripts == Scripts::On {
                tab.is_accessible(state);
            }
        };
        let resident = Resident::at_page(&tab).looking(&look);
        let receipt = resident.sends_an_idea();
        let officials = office.tab();
        concludes(&town, &officials);

        tab.go(&town.page("/volgen"));
        tab.page().by_label("Uw persoonlijke code").fill(&receipt.code);
        tab.page().button("Bekijk mijn idee").click();
        tab.page().heading("Wat vindt u van ons antwoord?").wait();
        resident.sees("a conclusion to be rated");
        // A "no" without a reason keeps the "no" and asks for the reason.
        tab.page().by_role(Role::Radio, "Nee, kijk er nog eens naar").choose();
        tab.page().button("Verstuur").click();
        tab.page().heading("Er klopt iets nog niet").wait();
        resident.sees("a rating without a reason");
        assert!(tab.page().by_role(Role::Radio, "Nee, kijk er nog eens naar").is_checked());
        tab.page().by_label("Waarom?").fill(REASON);
        tab.page().button("Verstuur").click();
        tab.page().reads("Iemand leest wat u schreef");
        resident.sees("a rating that was received");

        stays_with_the_answer(&town, &officials);
        tab.page().button("Kijk of er nieuws is").click();
        tab.page().reads(WHY_NOT);
        tab.page().reads("Wij blijven bij ons antwoord.");
        assert_eq!(officials.complaints(), Vec::<String>::new());
    }
}

fn concludes(town: &Town, tab: &Tab) {
    signs_in(town, tab, "dewi-pattiasina");
    let page = tab.page();
    opens_case(tab, IDEA);
    wants(tab, "Afronden");
    page.by_role(Role::Radio, "We doen het niet…").choose();
    page.by_label("Uitleg aan de bewoner").fill(CONCLUSION);
    page.button("Rond de zaak af").click();
    page.reads("De zaak is afgerond.");
    signs_out(tab);
}

fn stays_with_the_answer(town: &Town, tab: &Tab) {
    let page = tab.page();
    // Who gave the answer can look again, and not more.
    signs_in(town, tab, "dewi-pattiasina");
    opens_case(tab, IDEA);
    page.reads(REASON);
    page.button("Opnieuw oppakken").wait();
    may_not(tab, "Bij het antwoord blijven");
    may_not(tab, "Antwoorden");
    tab.is_accessible("a case to look at again");
    signs_out(tab);

    signs_in(town, tab, "marieke-de-wit");
    page.link("Alle organisaties").click();
    opens_case(tab, IDEA);
    wants(tab, "Bij het antwoord blijven");
    page.by_label("Waarom blijven we bij het antwoord?").fill(WHY_NOT);
    tab.is_accessible("staying with the answer");
    page.button("Blijf bij het antwoord").click();
    page.reads("De zaak blijft afgerond.");
    signs_out(tab);
}
