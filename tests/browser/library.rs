//! An editor chooses a ready poll, makes it their own, and adds a block of questions.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, wait};

use crate::steps::{POLL_TITLE, signs_in};

#[test]
fn a_poll_of_the_library_becomes_a_draft_and_gets_more_questions() {
    const POLL: &str = "Licht op straat";
    const BLOCK: &str = "Deurbel met camera";
    const ASKED: &str = "Kent u de regels voor een camera aan huis?";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    page.link("Peilingen").click();
    page.link("Kies uit de bibliotheek").click();
    page.heading("Kies een peiling uit de bibliotheek").wait();
    page.link(POLL).wait();
    tab.is_accessible("the library");
    page.by_label("Onderwerp").pick("Camera's");
    page.link(POLL).gone();
    page.by_label("Onderwerp").pick("Straatverlichting");
    page.by_label("Contact in de buurt").pick("Groep");
    page.reads("1 gevonden");
    page.by_label("Soort").pick("Scan");
    page.reads("Niets gevonden");
    tab.is_accessible("the library with nothing found");
    page.button("Toon alles").click();
    page.link(POLL).click();
    page.heading(POLL).wait();
    page.reads("Een kapotte lamp is een melding.");
    page.reads("Hoeveel licht is er in uw straat als het donker is?");
    tab.is_accessible("a ready poll");
    page.button("Gebruik deze peiling").click();
    page.reads("Het concept is gemaakt.");
    page.heading("Peiling bewerken").wait();
    assert_eq!(page.by_label("Titel (Engels)…").value(), "Street lighting");

    // What is typed here is there again after the library.
    page.by_label("Titel (Nederlands)").fill("Licht in de Molenbuurt");
    page.link("Vragen uit de bibliotheek").click();
    page.by_label("Soort").pick("Losse vragen");
    page.link(POLL).gone();
    page.link(BLOCK).click();
    page.heading(BLOCK).wait();
    assert_eq!(page.by_label("Aan welke peiling?").options().unwrap().len(), 2);
    tab.is_accessible("a block of questions");
    page.button("Voeg deze vragen toe").click();
    page.reads("De vragen staan onderaan.");
    page.heading("Peiling bewerken").wait();
    assert_eq!(page.by_label("Titel (Nederlands)").value(), "Licht in de Molenbuurt");
    assert_eq!(page.by_role(Role::Field, "Vraag (Nederlands)").nth(7).value(), ASKED);
    page.button("Bewaar als concept").click();
    page.reads("De peiling is bewaard.");
    page.heading("Licht in de Molenbuurt").wait();
    page.reads(ASKED);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// An editor sorts what was written, and quotes it without what gives somebody away.
#[test]
fn an_open_answer_is_sorted_and_quoted_on_purpose() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    tab.go(&town.url("/admin/peilingen"));
    page.heading("Peilingen").wait();
    page.link(POLL_TITLE).click();
    page.reads("De open antwoorden ziet u zodra de peiling is gesloten.");
    page.button("Eerder sluiten").click();
    page.button("Sluit de peiling nu").click();
    page.reads("De peiling is gesloten.");
    wait::until("the poll to be counted", || {
        tab.reload();
        page.heading(POLL_TITLE).wait();
        if page.link("Lees de open antwoorden").is_there() { Ok(()) } else { Err(page.text()?) }
    });
    page.link("Lees de open antwoorden").click();
    page.heading(&format!("Open antwoorden: {POLL_TITLE}")).wait();
    page.button("Citeren").nth(0).wait();
    tab.is_accessible("open answers");
    page.button("Tags").nth(0).click();
    page.by_label("Tags van dit antwoord").fill("mooi, plein");
    tab.is_accessible("giving tags");
    page.button("Bewaar de tags").click();
    page.reads("De tags zijn bewaard.");
    page.by_label("Tag").pick("mooi (1)");
    page.reads("1 van ");
    page.button("Citeren").click();
    page.by_label("Citaat voor de terugkoppeling").fill("Jan de Vries, bel 06 12345678");
    page.reads("In dit citaat lijkt nog iemand herkenbaar.");
    tab.is_accessible("a quote that gives somebody away");
    page.by_label("Citaat voor de terugkoppeling").fill("Er mogen meer lampen bij.");
    page.button("Zet in de terugkoppeling").click();
    page.reads("Het citaat staat bij");
    page.link("Terug naar de peiling").click();
    page.link("Terugkoppeling schrijven").click();
    page.by_label("Dit hoorden we (Nederlands)").wait();
    assert_eq!(page.by_label("Dit hoorden we (Nederlands)").value(), "“Er mogen meer lampen bij.”");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
