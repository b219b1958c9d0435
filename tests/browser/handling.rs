//! What officials do with a case beside answering it: other languages, and what only the police read.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};
use buurtstem_tests::town::SLUG;
use serde_json::json;

use crate::steps::{look, opens_case, signs_in, signs_out, wants};

const KEY: &str = "0123456789abcdefghjkmnpqrs";

/// Sends an idea about what happens in the street, and says where it is followed.
fn sends(town: &Town, language: &str, what: &str) -> String {
    let idea = json!({
        "draft": { "topicId": "rust-op-straat", "areaId": "zeilmakersbuurt", "what": what, "mayBePublic": true },
        "language": language, "followKey": KEY
    });
    let _ = town.anybody().post_once(&format!("/api/v1/municipalities/{SLUG}/proposals"), "a", &idea).expect(201);
    town.url(&format!("/{SLUG}/{language}/volgen#c={KEY}"))
}

#[test]
fn a_text_in_another_language_stands_beside_its_translation() {
    const TITLE: &str = "Young people shout under our windows every night.";
    let town = Town::start();
    let link = sends(&town, "en", TITLE);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "kwame-mensah");
    opens_case(&tab, TITLE);
    page.reads("Geschreven in het Engels");
    wants(&tab, "Antwoorden");
    page.by_label("Wij doen…").fill("Wij gaan met hen praten.");
    page.button("Verstuur antwoord").click();
    // The words alone stand in the preview, too.
    page.reads("Uw antwoord is verstuurd.");
    wants(&tab, "Vertaling toevoegen");
    page.button("Bewaar de vertalingen").click();
    page.reads("Vul hier iets in.");
    look(&tab, "translating, nothing filled in");
    page.by_label("Het idee, in het Nederlands…").fill("Jongeren schreeuwen elke nacht onder ons raam.");
    page.by_label("Wij doen, in het Engels…").fill("We are going to talk with them.");
    page.button("Bewaar de vertalingen").click();
    page.reads("De vertaling is bewaard.");
    page.reads("Vertaling in het Nederlands");
    page.reads("Jongeren schreeuwen elke nacht onder ons raam.");
    page.reads("We are going to talk with them.");
    look(&tab, "a case with a translation");
    assert_eq!(lang_of(&tab, "Jongeren schreeuwen"), "nl");
    assert_eq!(lang_of(&tab, "Young people"), "en");

    tab.go(&link);
    page.heading(TITLE).wait();
    page.reads("Translation into English");
    page.reads("Wij gaan met hen praten.");
    assert_eq!(lang_of(&tab, "Wij gaan met hen"), "nl");
    assert_eq!(lang_of(&tab, "We are going to talk"), "en");
    page.by_role(Role::Disclosure, "This is what you sent").click();
    page.reads("Translation into Dutch");
    assert_eq!(lang_of(&tab, "Jongeren schreeuwen"), "nl");
    look(&tab, "a followed idea with translations");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// The language of the first piece of text that begins so, as a screen reader finds it.
fn lang_of(tab: &Tab, begins: &str) -> String {
    let script = format!(
        "[...document.querySelectorAll('main p')].find(p => p.textContent.trim().startsWith('{begins}'))?.closest('[lang]')?.lang"
    );
    tab.page().evaluate(&script).ok().and_then(|lang| Some(lang.as_str()?.to_owned())).unwrap_or_default()
}

#[test]
fn the_police_read_five_questions_and_keep_their_notes() {
    const TITLE: &str = "Scooters rijden hard over het plein.";
    const NOTE: &str = "Wij kijken daar vrijdag.";
    let town = Town::start();
    let link = sends(&town, "nl", &format!("{TITLE}\nDat is vooral in het weekend."));
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "kwame-mensah");
    opens_case(&tab, TITLE);
    let case = tab.address();
    page.heading("Zet hier geen politiegegevens in").wait();
    page.heading("Vijf vragen").wait();
    page.reads("Dat is vooral in het weekend.");
    page.reads("Staat niet in de tekst.");
    look(&tab, "a case for the police");
    page.button("Vraag wanneer en hoe vaak").click();
    page.has_focus(Role::Heading, "Vraag stellen");
    page.button("Verstuur vraag").click();
    page.reads("Waar precies gebeurt dit?");
    wants(&tab, "Notitie maken");
    page.reads("Alleen uw eigen organisatie leest dit.");
    page.by_label("Notitie").fill(NOTE);
    page.button("Bewaar de notitie").click();
    page.reads(NOTE);
    signs_out(&tab);

    signs_in(&town, &tab, "marieke-de-wit");
    tab.go(&case);
    page.heading(TITLE).wait();
    page.reads("Waar precies gebeurt dit?");
    page.reads_no(NOTE);
    page.heading("Vijf vragen").gone();
    tab.go(&link);
    page.heading(TITLE).wait();
    page.reads("Waar precies gebeurt dit?");
    page.reads_no(NOTE);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// Who writes in another language on the Dutch page is read as such once somebody has said so.
#[test]
fn an_official_says_in_which_language_a_text_is() {
    const TITLE: &str = "Please put a lamp at the stairs.";
    let town = Town::start();
    let link = sends(&town, "nl", TITLE);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "kwame-mensah");
    opens_case(&tab, TITLE);
    wants(&tab, "Taal aanpassen");
    page.button("Bewaar de taal").click();
    page.reads("Kies");
    page.by_role(Role::Radio, "Engels").choose();
    look(&tab, "setting the language of a text");
    page.button("Bewaar de taal").click();
    page.reads("De taal is aangepast.");
    page.reads("Geschreven in het Engels");
    wants(&tab, "Vertaling toevoegen");
    page.by_label("Het idee, in het Nederlands…").fill("Zet een lamp bij de trap.");
    page.button("Bewaar de vertalingen").click();
    page.reads("Zet een lamp bij de trap.");
    tab.go(&link);
    page.heading(TITLE).wait();
    assert_eq!(lang_of(&tab, "Please put"), "en");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// The coordinator writes down what another organisation said.
#[test]
fn the_coordinator_notes_the_support_of_another_organisation() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "marieke-de-wit");
    page.link("Initiatieven").click();
    page.heading("Initiatieven").wait();
    page.by_role(Role::Disclosure, "Steun van een andere organisatie noteren").nth(0).click();
    look(&tab, "noting the support of another organisation");
    page.button("De Ankerplaats steunt dit").click();
    page.reads("Iedereen leest nu dat De Ankerplaats");
    page.button("De Ankerplaats steunt dit niet meer").click();
    page.reads("staat er niet meer bij.");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
