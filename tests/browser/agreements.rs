//! Neighbourhood watch: agreements and a contact before everybody sees it, and somebody in touch every three months.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};

use crate::steps::{look, may_not, opens_case, signs_in, wants};

const TITLE: &str = "Samen een rondje door de Zeilmakersbuurt";

/// A resident says that it is neighbourhood watch. Returns the personal link.
fn proposes(tab: &Tab, town: &Town) -> String {
    let (page, next) = (tab.page(), || tab.page().button("Volgende").click());
    tab.go(&town.page("/idee"));
    page.by_label("Wat is uw idee?").fill(TITLE);
    next();
    page.heading("Waar gaat het over?").wait();
    page.by_role(Role::Disclosure, "Veiligheid…").click();
    page.by_role(Role::Radio, "Straatverlichting en donkere plekken…").choose();
    next();
    page.heading("Om welke buurt gaat het?").wait();
    page.by_role(Role::Disclosure, "De Wieken").click();
    page.by_role(Role::Radio, "Zeilmakersbuurt").choose();
    next();
    page.heading("Wie doet wat?").wait();
    page.by_role(Role::Checkbox, "Ja, wij willen samen op de buurt letten…").choose();
    look(tab, "who does what, with neighbourhood watch");
    next();
    page.heading("Hoe wilt u antwoord krijgen?").wait();
    page.by_role(Role::Checkbox, "Ja, mijn idee mag op de website…").choose();
    next();
    page.heading("Klopt alles?").wait();
    page.reads("Gaat het om buurtpreventie?");
    page.button("Verstuur mijn idee").click();
    page.heading("Bedankt! Uw idee is binnen").wait();
    let text = page.until_text("the receipt", |text| text.contains("Uw persoonlijke link:"));
    let link = text.split_once("Uw persoonlijke link:").map(|(_, rest)| rest.split_whitespace().next());
    link.flatten().unwrap_or_default().to_owned()
}

#[test]
fn neighbourhood_watch_from_the_form_to_the_next_contact() {
    let town = Town::start();
    let (home, office) = (Browser::start(Scripts::On), Browser::start(Scripts::On));
    let tab = home.tab();
    let link = proposes(&tab, &town);

    let desk = office.tab();
    let page = desk.page();
    signs_in(&town, &desk, "marieke-de-wit");
    page.link("Alle organisaties").click();
    opens_case(&desk, TITLE);
    page.reads("Buurtpreventie: leg eerst afspraken vast");
    may_not(&desk, "Openbaar maken");
    wants(&desk, "Afspraken vastleggen");
    page.reads("Wij grijpen niet zelf in.");
    page.button("Leg de afspraken vast").click();
    page.has_focus(Role::Heading, "Nog niet gelukt. Kijk dit nog even na:");
    page.by_label("Wat spreekt u verder af?…").fill("Wij lopen op vrijdagavond, altijd met zijn tweeën.");
    page.by_label("Wie is het contact bij de gemeente?").pick("Marieke de Wit");
    page.by_label("Hoe bereiken bewoners dit contact?").fill("14 036");
    look(&desk, "writing agreements down");
    page.button("Leg de afspraken vast").click();
    page.reads("De afspraken en het contact staan vast.");
    look(&desk, "a case with agreements");
    wants(&desk, "Openbaar maken");
    page.button("Maak openbaar").click();
    page.reads("Het idee is openbaar.");
    wants(&desk, "Afronden");
    page.by_role(Role::Radio, "Bewoners doen het zelf, met steun").choose();
    page.by_label("Uitleg aan de bewoner").fill("U loopt vanaf nu samen. Wij bellen u elke drie maanden.");
    page.button("Rond de zaak af").click();
    page.reads("De zaak is afgerond.");

    // Everybody reads what was agreed, and so does the resident.
    tab.go(&town.page("/initiatieven"));
    tab.page().link(&format!("{TITLE}…")).click();
    tab.page().heading("Onze afspraken").wait();
    tab.page().reads("Wij maken geen foto’s of video’s van mensen.");
    tab.page().reads("Marieke de Wit, 14 036");
    look(&tab, "the public page of neighbourhood watch");
    tab.go(&link);
    tab.page().heading("Onze afspraken").wait();
    tab.page().reads("altijd met zijn tweeën");
    look(&tab, "the follow page of neighbourhood watch");

    town.move_clock(100);
    signs_in(&town, &desk, "marieke-de-wit");
    page.reads("Neem contact op met buurtpreventie");
    look(&desk, "the work list with a contact task");
    page.link(TITLE).click();
    page.heading(TITLE).wait();
    page.reads("Tijd voor contact");
    wants(&desk, "Contact noteren");
    page.by_label("Hoe ging het contact?").fill("Gebeld. Het loopt goed.");
    look(&desk, "noting a contact");
    page.button("Bewaar").click();
    page.reads("Het contact is genoteerd.");
    assert_eq!((tab.complaints(), desk.complaints()), (Vec::new(), Vec::new()));
}
