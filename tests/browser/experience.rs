//! A resident who did it before says that others may ask, and somebody asks: without a name or an address.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};

use crate::steps::{IDEA, Resident, look_closely, opens_case, signs_in, signs_out, wants};

const ANSWER: &str = "De lamp brandt. De bewoners houden samen de trap schoon.";
const QUESTION: &str = "Hoe kreeg u de buren mee?";

/// The idea is on the site, and residents do it themselves.
fn works_out(town: &Town, desk: &Tab) {
    signs_in(town, desk, "marieke-de-wit");
    let page = desk.page();
    page.link("Alle organisaties…").click();
    opens_case(desk, IDEA);
    wants(desk, "Openbaar maken");
    page.button("Maak openbaar").click();
    page.reads("Het idee is openbaar.");
    wants(desk, "Afronden");
    page.by_role(Role::Radio, "Bewoners doen het zelf…").choose();
    page.by_label("Uitleg aan de bewoner").fill(ANSWER);
    page.button("Rond de zaak af").click();
    page.reads("De zaak is afgerond.");
}

#[test]
fn somebody_asks_a_resident_who_did_it_before() {
    let town = Town::start();
    let (home, elsewhere, office) =
        (Browser::start(Scripts::On), Browser::start(Scripts::On), Browser::start(Scripts::On));
    let tab = home.tab();
    tab.go(&town.url("/waterdam"));
    let receipt = Resident::at_page(&tab).sends_an_idea();
    let desk = office.tab();
    works_out(&town, &desk);

    tab.go(&receipt.link);
    let page = tab.page();
    page.heading("Mogen anderen u iets vragen?").wait();
    look_closely(&tab, "may others ask");
    page.button("Ja, dat mag").click();
    page.reads("Fijn dat u anderen helpt");
    look_closely(&tab, "others may ask");
    desk.reload();
    desk.page().reads("De bewoner zei ja: anderen mogen via Buurtstem een vraag stellen");
    look_closely(&desk, "a case whose resident answers questions");
    signs_out(&desk);

    // Somebody elsewhere finds it on the page of the area.
    let asker = elsewhere.tab();
    asker.go(&town.page("/wijken/zeilmakersbuurt"));
    asker.page().heading("Mensen met ervaring").wait();
    asker.page().reads_no("bewoner@example.invalid");
    look_closely(&asker, "an area with somebody with experience");
    asker.page().link("Iemand met ervaring met straatverlichting…").click();
    asker.page().heading("Wilt u dit ook?").wait();
    look_closely(&asker, "an initiative to ask about");
    asker.page().button("Stel een vraag").click();
    asker.page().button("Stuur de vraag").click();
    asker.page().reads("Vul hier iets in.");
    look_closely(&asker, "a question that is not filled in");
    asker.page().by_label("Wat wilt u weten?").fill(QUESTION);
    asker.page().button("Stuur de vraag").click();
    asker.page().heading("Uw vraag is verstuurd").wait();
    look_closely(&asker, "a question is sent");

    page.button("Kijk of er nieuws is").click();
    page.heading("Wie vraagt u iets?").wait();
    page.reads(QUESTION);
    page.button("Ja, ik wil antwoorden").click();
    page.by_label("Uw bericht").fill("Wij begonnen met koffie op de trap.");
    page.button("Stuur bericht").click();
    page.reads("Wij begonnen met koffie op de trap.");
    look_closely(&tab, "answering a question");

    // And stops it, in the same place.
    page.button("Nee, nu niet meer").click();
    page.reads("Niemand kan u nog iets vragen");
    // A page is kept for some seconds, so somebody else looks.
    let later = Browser::start(Scripts::On);
    let anybody = later.tab();
    anybody.go(&town.page("/wijken/zeilmakersbuurt"));
    anybody.page().heading("Mensen met ervaring").wait();
    anybody.page().reads("Onze contactpersonen brengen u in contact met mensen met ervaring.");
    anybody.page().reads_no("Iemand met ervaring");
    for tab in [&tab, &desk, &asker, &anybody] {
        assert_eq!(tab.complaints(), Vec::<String>::new());
    }
}
