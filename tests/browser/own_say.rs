//! What stays with the resident: their address, their safety, and whether the idea goes on; and what they read when an
//! official moves a day.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Found, Role, Scripts, Tab};

use crate::steps::{IDEA, Receipt, Resident, in_days, look, may_not, opens_case, signs_in, signs_out, wants};

const WHAT_HAPPENED: &str = "Een buurman zegt dat ik moet ophouden. Bel mij na zes uur.";
const WHY_LATER: &str = "De lantaarns worden pas na de vorst nagekeken.";

/// Opens the follow page with the code, as from a piece of paper.
fn follows(town: &Town, tab: &Tab, receipt: &Receipt) {
    tab.go(&town.page("/volgen"));
    tab.page().by_label("Uw persoonlijke code").fill(&receipt.code);
    tab.page().button("Bekijk mijn idee").click();
    tab.page().heading("Wilt u iemand spreken?").wait();
}

/// The field for an address, in the part of the page that is closed until somebody wants it.
fn address(tab: &Tab) -> Found<'_> {
    let page = tab.page();
    page.by_role(Role::Disclosure, "Uw e-mailadres").wait();
    let field = page.by_role(Role::Field, "Nieuw e-mailadres");
    if !field.is_there() {
        page.by_role(Role::Disclosure, "Uw e-mailadres").click();
    }
    field
}

fn publishes(town: &Town, desk: &Tab) {
    signs_in(town, desk, "marieke-de-wit");
    desk.page().link("Alle organisaties…").click();
    opens_case(desk, IDEA);
    wants(desk, "Openbaar maken");
    desk.page().button("Maak openbaar").click();
    desk.page().reads("Het idee is openbaar.");
    signs_out(desk);
}

#[test]
fn a_resident_erases_their_address_is_safe_and_takes_the_idea_back() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let (home, office) = (Browser::start(scripts), Browser::start(Scripts::On));
        let (tab, desk) = (home.tab(), office.tab());
        let sees = |state: &str| {
            if scripts == Scripts::On {
                look(&tab, state);
            }
        };
        let page = tab.page();
        tab.go(&town.page(""));
        let receipt = Resident::at_page(&tab).sends_an_idea();
        publishes(&town, &desk);

        follows(&town, &tab, &receipt);
        address(&tab).fill("geen adres");
        page.button("Bewaar dit adres").click();
        page.heading("Er klopt iets nog niet").wait();
        assert_eq!(address(&tab).value(), "geen adres");
        address(&tab).fill("ander@example.invalid");
        page.button("Bewaar dit adres").click();
        page.heading("Uw e-mailadres is bewaard").wait();
        let _ = address(&tab);
        page.button("Wis mijn e-mailadres").click();
        page.heading("Uw e-mailadres is gewist").wait();
        sees("an address that was erased");
        page.button("Wis mijn e-mailadres").gone();

        // Whom to call in danger stands first, and nothing has to be written.
        page.button("Ik word tegengewerkt of bedreigd").click();
        page.heading("Wordt u tegengewerkt of bedreigd?").wait();
        page.reads("Bel 112");
        sees("telling of a threat");
        page.by_label("Wat is er aan de hand?…").fill(WHAT_HAPPENED);
        page.button("Laat het de gemeente weten").click();
        page.heading("Wij weten het").wait();
        sees("a threat that was told");
        tab.go(&town.page("/initiatieven"));
        page.heading("Dit bedachten bewoners").wait();
        page.reads_no(IDEA);
        takes_the_threat_up(&town, &desk);

        follows(&town, &tab, &receipt);
        page.button("Ik wil mijn idee intrekken").click();
        page.heading("Wilt u uw idee echt intrekken?").wait();
        sees("asked whether to take the idea back");
        page.button("Nee, ga terug").click();
        page.button("Ik wil mijn idee intrekken").click();
        page.button("Ja, trek mijn idee in").click();
        page.reads("U hebt dit idee ingetrokken.");
        sees("an idea that was taken back");
        assert_eq!((tab.complaints(), desk.complaints()), (Vec::new(), Vec::<String>::new()));
    }
}

/// The coordinator alone reads it; the partner that has the case sees nothing of it.
fn takes_the_threat_up(town: &Town, desk: &Tab) {
    signs_in(town, desk, "dewi-pattiasina");
    opens_case(desk, IDEA);
    may_not(desk, "Dreiging oppakken");
    desk.page().reads_no(WHAT_HAPPENED);
    signs_out(desk);
    signs_in(town, desk, "marieke-de-wit");
    desk.page().link("Alle organisaties…").click();
    opens_case(desk, IDEA);
    desk.page().reads("De bewoner wordt tegengewerkt of bedreigd");
    desk.page().reads(WHAT_HAPPENED);
    look(desk, "a case with a threat");
    wants(desk, "Dreiging oppakken");
    desk.page().button("Ik heb dit opgepakt").click();
    desk.page().reads("Genoteerd dat u de dreiging hebt opgepakt.");
    signs_out(desk);
}

#[test]
fn a_resident_reads_why_a_day_moves_who_decides_and_when_it_is_done() {
    let town = Town::start();
    let (home, office) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let (tab, desk) = (home.tab(), office.tab());
    tab.go(&town.page(""));
    let receipt = Resident::at_page(&tab).sends_an_idea();
    let page = desk.page();
    signs_in(&town, &desk, "dewi-pattiasina");
    opens_case(&desk, IDEA);

    // Without a reason the day stays filled in, and the reason is asked for.
    wants(&desk, "Antwoorddatum verzetten");
    page.by_label("Nieuwe datum").fill_date(&in_days(&desk, 30));
    page.button("Verzet de datum").click();
    page.heading("Nog niet gelukt…").wait();
    assert_eq!(page.by_label("Nieuwe datum").value(), in_days(&desk, 30));
    page.by_label("Waarom verzet u de datum?").fill(WHY_LATER);
    look(&desk, "moving the day of an answer");
    page.button("Verzet de datum").click();
    page.reads("De datum is verzet.");

    wants(&desk, "Datum van uitvoering");
    page.by_label("Wie voert het uit?…").pick("Openbare Ruimte (gemeente)");
    page.by_label("Op welke dag?").fill_date(&in_days(&desk, 60));
    page.by_label("Wat gebeurt er dan?").fill("Wij hangen een lamp op.");
    look(&desk, "the day that something is carried out");
    page.button("Noteer de datum").click();
    page.reads("De datum is genoteerd.");
    signs_out(&desk);

    // Who decides is for the coordinator to say.
    signs_in(&town, &desk, "marieke-de-wit");
    page.link("Alle organisaties…").click();
    opens_case(&desk, IDEA);
    wants(&desk, "Besluit nodig");
    page.by_label("Wie neemt het besluit?").fill("De gemeenteraad");
    page.by_label("Uiterlijk wanneer?").fill_date(&in_days(&desk, 45));
    look(&desk, "a decision that is needed");
    page.button("Laat het de bewoner weten").click();
    page.reads("De bewoner leest wie beslist en wanneer.");

    follows(&town, &tab, &receipt);
    for read in [WHY_LATER, "Wij hangen een lamp op.", "De gemeenteraad"] {
        tab.page().reads(read);
    }
    look(&tab, "an idea with moved days");
    assert_eq!((tab.complaints(), desk.complaints()), (Vec::new(), Vec::<String>::new()));
}
