//! The life of a poll as editors and residents see it: planned, changed, taken back, late, reported.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts};
use buurtstem_tests::town::SLUG;
use serde_json::{Value, json};

use crate::steps::{WHICH_PLACE, in_days, signs_in, signs_out};

const ADMIN: &str = "/api/v1/admin/polls";

/// Makes a draft with one question.
fn draft(town: &Town, id: &str, title: &str) -> Value {
    let poll = json!({
        "id": id, "title": { "nl": title }, "intro": { "nl": "Het plein bij de Oude Sluis is bijna klaar." },
        "influence": "advise", "questions": [{ "id": "naam", "text": { "nl": "Welke naam is het mooist?" },
            "kind": { "type": "oneChoice", "options": [
                { "id": "a", "text": { "nl": "Sluisplein" } }, { "id": "b", "text": { "nl": "Zeilplein" } }] } }]
    });
    let editor = town.editor();
    editor.post(ADMIN, &json!({ "version": 0, "poll": poll })).expect(201).json()
}

#[test]
fn a_planned_poll_is_changed_and_taken_back() {
    const TITLE: &str = "Een naam voor het plein";
    let town = Town::start();
    let _ = draft(&town, "plein", TITLE);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    tab.go(&town.url("/admin/peilingen/plein"));
    page.link("Openen …").click();
    page.by_role(Role::Radio, "Op een latere dag").choose();
    page.by_label("Eerste dag").fill_date(&in_days(&tab, 3));
    page.by_label("Laatste dag").fill_date(&in_days(&tab, 20));
    page.button("Open de peiling").click();
    page.reads("De peiling staat klaar en gaat vanzelf open.");
    tab.is_accessible("a planned poll");
    tab.pictures("planned");

    page.link("Vragen wijzigen").click();
    page.reads("Deze peiling staat gepland en gaat vanzelf open.");
    page.by_label("Titel (Nederlands)").fill("Een mooie naam voor het plein");
    page.by_role(Role::Checkbox, "Medewerkers zien ook geen tussenstand…").choose();
    tab.is_accessible("the editor of a planned poll");
    page.button("Bewaar de wijzigingen").click();
    page.reads("De wijzigingen zijn bewaard. De peiling gaat vanzelf open.");
    page.heading("Een mooie naam voor het plein").wait();

    page.link("Dagen wijzigen").click();
    assert_eq!(page.by_label("Eerste dag").value(), in_days(&tab, 3), "as it was planned");
    page.by_label("Eerste dag").fill_date(&in_days(&tab, 5));
    page.button("Bewaar de dagen").click();
    page.reads("De peiling staat klaar en gaat vanzelf open.");

    page.button("Planning intrekken").click();
    page.heading("Wilt u de planning intrekken?").wait();
    tab.is_accessible("taking a planned poll back");
    page.button("Trek de planning in").click();
    page.reads("De planning is ingetrokken.");
    page.link("Openen …").wait();
    town.move_clock(6);
    let editor = town.editor();
    assert_eq!(editor.get(&format!("{ADMIN}/plein")).expect(200).json()["overview"]["status"], "draft");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_late_report_stands_on_top_and_residents_are_told() {
    let town = Town::start();
    town.move_clock(45);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    for official in ["sanne-visser", "marieke-de-wit"] {
        signs_in(&town, &tab, official);
        tab.go(&town.url("/admin/werk"));
        page.heading("Uw zaken").wait();
        page.heading("Terugkoppeling te laat (1)").wait();
        tab.is_accessible("a late report above the work");
        tab.pictures("late-work");
        tab.go(&town.url("/admin/peilingen"));
        page.heading("Terugkoppeling te laat (1)").wait();
        tab.is_accessible("a late report above the polls");
        signs_out(&tab);
    }
    tab.go(&town.page(""));
    page.reads("Dat is niet gelukt. Wij werken er nog aan");
    tab.go(&town.page("/peilingen/plein-oude-sluis"));
    page.heading("Wij zijn te laat met ons antwoord").wait();
    tab.is_accessible("a late report in public");
    tab.pictures("late-public");
    tab.go(&town.url(&format!("/{SLUG}/en/peilingen/plein-oude-sluis")));
    page.heading("Our answer is late").wait();
}

#[test]
fn a_report_says_what_is_done_and_what_residents_can_do() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    tab.go(&town.url("/admin/peilingen/plein-oude-sluis/terugkoppeling"));
    page.heading("Terugkoppeling: Het plein bij de Oude Sluis").wait();
    page.by_label("Dit hoorden we (Nederlands)").fill("U wilt vooral zitten en spelen.");
    page.by_label("Wat gaan we doen? (Nederlands)").fill("Wij zetten drie banken neer.");
    page.by_label("Wie voert het uit?").pick("Openbare Ruimte…");
    page.by_label("Wanneer is het klaar?…").fill_date(&in_days(&tab, 60));
    // Nothing to join: refused before anything is sent, and nothing typed is lost.
    page.button("Meedoen 1 verwijderen").click();
    page.button("Publiceer de terugkoppeling").click();
    page.reads("Dit zijn er te weinig. Er moeten er minstens 1 zijn.");
    tab.is_accessible("a report without anything to join");
    page.button("Nog iets om mee te doen").click();
    page.by_label("Wat kunnen bewoners doen? (Nederlands)").fill("Help op 3 april met planten.");
    page.by_role(Role::Radio, "Op een website").choose();
    page.by_label("Adres van de pagina").fill("https://www.waterdam.example/planten");
    tab.pictures("report-writing");
    page.button("Publiceer de terugkoppeling").click();
    page.button("Ja, publiceer").click();
    page.reads("De terugkoppeling is gepubliceerd.");
    page.reads("Help op 3 april met planten.");
    tab.is_accessible("a report for officials");

    tab.go(&town.page("/peilingen/plein-oude-sluis"));
    page.heading("Wat wij doen").wait();
    page.reads("Wij zetten drie banken neer.");
    page.link("Lees meer op www.waterdam.example").wait();
    for (name, address) in [
        ("report-new", town.page("/peilingen/plein-oude-sluis")),
        ("report-nl", town.page("/peilingen/veilig-naar-school")),
        ("report-en", town.url(&format!("/{SLUG}/en/peilingen/veilig-naar-school"))),
    ] {
        tab.go(&address);
        page.heading(if name == "report-en" { "What we do" } else { "Wat wij doen" }).wait();
        tab.is_accessible(name);
        tab.pictures(name);
    }
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_correction_is_shown_to_residents_as_one() {
    const BEFORE: &str = "Hoe voelt u zich ’s avonds op straat in uw buurt?";
    const AFTER: &str = "Hoe voelt u zich ’s avonds in het donker op straat in uw buurt?";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    tab.go(&town.url("/admin/peilingen/prettig-in-het-donker"));
    page.link("Tekst verbeteren").click();
    page.heading("Tekst verbeteren: Prettig over straat in het donker").wait();
    tab.pictures("correcting");
    page.button("Bewaar de verbetering").click();
    page.reads("Vul hier iets in");
    tab.is_accessible("a correction without a reason");
    page.by_label("Wat was er fout? (Nederlands)").fill("Er stond niet bij dat het om het donker gaat.");
    page.by_label("Vraag 1 (Nederlands)").fill(AFTER);
    page.button("Bewaar de verbetering").click();
    page.heading("Verbeterde teksten").wait();
    page.reads("Er stond niet bij dat het om het donker gaat.");
    tab.is_accessible("a corrected poll, for officials");
    tab.pictures("corrected-admin");

    let address = town.page("/peilingen/prettig-in-het-donker");
    tab.go(&address);
    page.heading("Verbeterd in deze peiling").wait();
    page.reads("Er stond niet bij dat het om het donker gaat.");
    page.reads(BEFORE);
    tab.is_accessible("a corrected poll");
    tab.pictures("corrected");
    page.heading(AFTER).wait();
    // The first page tells it again to whoever goes back to it.
    page.by_role(Role::Radio, "4").choose();
    page.button("Volgende").click();
    page.heading(WHICH_PLACE).wait();
    page.button("Vorige").click();
    page.heading(AFTER).wait();
    assert!(page.by_role(Role::Radio, "4").is_checked());
    page.link("Vorige").click();
    page.heading("Verbeterd in deze peiling").wait();
    page.heading(AFTER).wait();
    tab.go(&town.url(&format!("/{SLUG}/en/peilingen/prettig-in-het-donker")));
    page.heading("Corrected in this poll").wait();
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_mail_with_the_outcome_is_asked_for_with_and_without_script() {
    for scripts in [Scripts::On, Scripts::Off] {
        let town = Town::start();
        let browser = Browser::start(scripts);
        let tab = browser.tab();
        let page = tab.page();
        let look = |state: &str| {
            if scripts == Scripts::On {
                tab.is_accessible(state);
                tab.pictures(state);
            }
        };
        tab.go(&town.page("/peilingen/prettig-in-het-donker/bedankt"));
        page.heading("Stuur mij het bericht met de uitkomst").wait();
        look("outcome-mail");
        page.by_label("Uw e-mailadres").fill("geen adres");
        page.button("Stuur mij de uitkomst").click();
        page.heading("Er klopt iets nog niet").wait();
        assert_eq!(page.by_label("Uw e-mailadres").value(), "geen adres", "nothing typed is lost");
        look("outcome-mail-fault");
        page.by_label("Uw e-mailadres").fill("lezer@voorbeeld.example");
        page.button("Stuur mij de uitkomst").click();
        page.heading("Kijk nu in uw mail").wait();
        look("outcome-mail-asked");
        assert_eq!(tab.complaints(), Vec::<String>::new());
    }
}
