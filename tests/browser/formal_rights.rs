//! A municipality with a burgerinitiatief: the administrator puts it on, residents read what it asks.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab, View, wait};

use crate::steps::{IDEA, Resident, look, opens_case, signs_in, signs_out, wants};

const REGULATION: &str = "https://lokaleregelgeving.overheid.nl/CVDR1";

/// The administrator begins with what is not enough, and keeps what was typed.
fn puts_it_on(town: &Town, desk: &Tab) {
    signs_in(town, desk, "henk-brouwer");
    let page = desk.page();
    // Both rights ask this; the first is the burgerinitiatief.
    let own = |label: &str| page.by_role(Role::Field, label).nth(0);
    page.link("Formele rechten").click();
    page.heading("Burgerinitiatief").wait();
    look(desk, "formal rights that are off");
    page.by_label("Wij hebben een burgerinitiatief…").choose();
    page.by_label("Minimumleeftijd in jaren").fill("16");
    page.by_role(Role::Radio, "Een vast aantal").choose();
    page.by_label("Aantal handtekeningen").fill("veel");
    page.button("Bewaar").click();
    invalid(page, "Aantal handtekeningen");
    page.by_label("Aantal handtekeningen").fill("1.200");
    page.button("Bewaar").click();
    page.link("Waar levert iemand het verzoek in: …").wait();
    look(desk, "a right that is not whole");
    assert_eq!(page.by_label("Minimumleeftijd in jaren").value(), "16");
    own("Adres van de verordening…").fill(REGULATION);
    own("Waarover kan het niet gaan?…").fill("Belastingen en tarieven\nPersonen");
    own("Waar levert iemand het verzoek in?").fill("De griffie");
    own("Hoe bereikt iemand dat?").fill("griffie@waterdam.example of 14 036");
    page.button("Bewaar").click();
    page.reads("De formele rechten zijn bewaard.");
    look(desk, "a right that is on");
    signs_out(desk);
}

fn invalid(page: View<'_>, label: &str) {
    wait::until(&format!("{label} to be marked"), || {
        if page.by_label(label).is_invalid() { Ok(()) } else { Err("it is not".to_owned()) }
    });
}

#[test]
fn residents_read_what_a_burgerinitiatief_asks_once_it_is_on() {
    let town = Town::start();
    let (home, office, plain) =
        (Browser::start(Scripts::On), Browser::start(Scripts::On), Browser::start(Scripts::Off));
    let tab = home.tab();
    tab.go(&town.page("/idee"));
    tab.page().reads_no("Burgerinitiatief");
    tab.go(&town.url("/waterdam"));
    let _ = Resident::at_page(&tab).sends_an_idea();
    let desk = office.tab();
    puts_it_on(&town, &desk);
    signs_in(&town, &desk, "marieke-de-wit");
    desk.page().link("Alle organisaties…").click();
    opens_case(&desk, IDEA);
    wants(&desk, "Openbaar maken");
    desk.page().button("Maak openbaar").click();
    desk.page().reads("Het idee is openbaar.");

    // Where the idea was sent from, its receipt stands.
    let (tab, reader) = (home.tab(), plain.tab());
    let goes_to_the_right = |tab: &Tab| {
        tab.go(&town.page("/idee"));
        tab.page().link("Burgerinitiatief").click();
        tab.page().reads("Nodig aantal handtekeningen: 1.200.");
        tab.page().reads("Minimumleeftijd: 16 jaar.");
        tab.page().link("griffie@waterdam.example").wait();
        tab.page().link("Lees alle regels…").wait();
    };
    goes_to_the_right(&reader);
    goes_to_the_right(&tab);
    look(&tab, "burgerinitiatief");
    tab.page().link("Stuur uw idee").click();
    tab.page().heading("Uw idee voor de buurt").wait();
    tab.go(&town.page("/burgerinitiatief").replace("/nl/", "/ar/"));
    tab.page().heading("مبادرة المواطنين…").wait();
    tab.page().reads("1,200");
    look(&tab, "burgerinitiatief in Arabic");
    tab.go(&town.page("/initiatieven"));
    tab.page().link(&format!("{IDEA}…")).click();
    tab.page().heading("Met dit plan naar de gemeenteraad?").wait();
    tab.page().reads("Nog niemand. Doet u mee? Wie hier meedoet, heeft niet getekend.");
    look(&tab, "an initiative and the council");
    tab.go(&town.page("/idee"));
    look(&tab, "an idea and more than an idea");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
