//! Two officials at the same thing: whoever comes second loses nothing of what they typed.

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, wait};
use buurtstem_tests::town::OPEN_POLL;
use serde_json::json;

use crate::steps::signs_in;

#[test]
fn a_correction_made_meanwhile_loses_nobodys_words() {
    const MINE: &str = "Hoe voelt u zich ’s avonds in het donker op straat in uw buurt?";
    const THEIRS: &str = "Prettig over straat in de avond";
    const WHY: &str = "Er stond niet bij dat het om het donker gaat.";
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    tab.go(&town.url(&format!("/admin/peilingen/{OPEN_POLL}/verbeteren")));
    page.by_label("Wat was er fout? (Nederlands)").fill(WHY);
    page.by_label("Vraag 1 (Nederlands)").fill(MINE);

    // Leaving the page and coming back keeps it.
    page.link("Terug naar de peiling").click();
    page.link("Tekst verbeteren").click();
    assert_eq!(page.by_label("Vraag 1 (Nederlands)").value(), MINE);

    let other = town.official("marieke-de-wit");
    let path = format!("/api/v1/admin/polls/{OPEN_POLL}");
    let detail = other.get(&path).expect(200).json();
    let mut poll = detail["poll"].clone();
    poll["title"]["nl"] = json!(THEIRS);
    let correction =
        json!({ "version": detail["version"], "note": { "nl": "De titel was te lang." }, "poll": poll.clone() });
    let _ = other.post(&format!("{path}/corrections"), &correction).expect(200);

    page.button("Bewaar de verbetering").click();
    page.has_focus(Role::Heading, "Intussen gewijzigd");
    assert_eq!(page.by_label("Vraag 1 (Nederlands)").value(), MINE);
    assert_eq!(page.by_label("Wat was er fout? (Nederlands)").value(), WHY);
    tab.is_accessible("a poll corrected meanwhile");
    tab.pictures("a poll corrected meanwhile");
    page.button("Mijn verbetering erbij bewaren").click();
    page.reads("De verbetering is bewaard.");
    let now = other.get(&path).expect(200).json();
    assert_eq!(now["poll"]["title"]["nl"], THEIRS, "the other's words stay");
    assert_eq!(now["poll"]["questions"][0]["text"]["nl"], MINE);
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_ready_text_changed_or_removed_meanwhile_can_still_be_saved() {
    const PATH: &str = "/api/v1/admin/standard-texts";
    const TYPED: &str = "De boom is oud, maar gezond. Daarom blijft hij staan.";
    let town = Town::start();
    let other = town.official("henk-brouwer");
    let text = |version: u64, title: &str, words: &str| json!({ "version": version, "title": title, "ending": "notDone", "language": "nl", "words": words });
    let _ = other.post(PATH, &text(0, "Boom is gezond", "De boom is gezond.")).expect(200);
    let made = other.post(PATH, &text(0, "Geen geld", "Er is geen geld voor.")).expect(200).json();
    let id = |title: &str| {
        let texts = made["texts"].as_array().into_iter().flatten();
        let found = texts.filter(|text| text["title"] == title).find_map(|text| text["id"].as_str());
        found.unwrap_or_else(|| panic!("no {title} in {made}")).to_owned()
    };
    let (tree, money) = (id("Boom is gezond"), id("Geen geld"));

    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Standaardteksten").click();
    page.button("Verander Boom is gezond").click();
    page.by_label("Tekst").fill(TYPED);
    // Neither another text nor another page takes away what was typed.
    page.button("Verander Geen geld").click();
    page.reads("U bent nog bezig met deze tekst.");
    tab.is_accessible("a text that is not saved yet");
    page.link("Berichten").click();
    page.heading("Berichten").wait();
    page.link("Standaardteksten").click();
    assert_eq!(page.by_label("Tekst").value(), TYPED);
    // Another text is taken away only after a question, and that too leaves it alone.
    page.button("Haal weg Geen geld").click();
    page.has_focus(Role::Heading, "Wilt u ‘Geen geld’ weghalen?");
    tab.is_accessible("taking a ready text away");
    tab.pictures("taking a ready text away");
    page.button("Ja, haal weg").click();
    page.reads("De standaardtekst is weg.");
    page.button("Haal weg Geen geld").gone();
    assert_eq!(page.by_label("Tekst").value(), TYPED);
    assert_eq!(other.post(&format!("{PATH}/{money}/removal"), &json!({ "version": 1 })).status, 404);

    // Somebody else changes it first.
    let _ = other.put(&format!("{PATH}/{tree}"), &text(1, "Boom is gezond", "De boom groeit.")).expect(200);
    page.button("Bewaar").click();
    page.has_focus(Role::Heading, "Intussen gewijzigd");
    page.reads("Nu staat er: ‘De boom groeit.’");
    assert_eq!(page.by_label("Tekst").value(), TYPED);
    tab.is_accessible("a ready text changed meanwhile");
    tab.pictures("a ready text changed meanwhile");
    page.button("Mijn versie bewaren").click();
    page.reads("De standaardtekst is bewaard.");
    page.reads(TYPED);

    // And takes it away while it is changed once more.
    page.button("Verander Boom is gezond").click();
    page.by_label("Tekst").fill("De boom is toch ziek.");
    let _ = other.post(&format!("{PATH}/{tree}/removal"), &json!({ "version": 3 })).expect(200);
    page.button("Bewaar").click();
    page.reads("Iemand anders heeft deze tekst intussen weggehaald.");
    page.button("Mijn versie bewaren").click();
    page.reads("De standaardtekst is bewaard.");
    page.reads("De boom is toch ziek.");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

/// A form that nobody filled in stands on what is there now, and one that somebody did keeps it.
#[test]
fn an_untouched_form_is_renewed_and_no_id_stands_there_twice() {
    const PATH: &str = "/api/v1/admin/partners";
    const TYPED: &str = "mijn@voorbeeld.example";
    const THEIRS: &str = "hun@voorbeeld.example";
    let town = Town::start();
    let other = town.official("henk-brouwer");
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Organisaties").click();
    let open = |name: &str| {
        page.by_role(Role::Disclosure, &format!("{name} aanpassen")).click();
        page.by_label("Gezamenlijk mailadres…").wait();
        let ids = page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id).sort().join()").unwrap();
        let mut ids: Vec<&str> = ids.as_str().unwrap_or_default().split(',').collect();
        let all = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), all, "an id stands there twice: {ids:?}");
    };
    let mailbox = || page.by_label("Gezamenlijk mailadres…");
    open("Basisteam Waterdam");
    open("De Ankerplaats");
    page.by_role(Role::Radio, "Samen verantwoordelijk…").choose();
    mailbox().fill(TYPED);
    open("Basisteam Waterdam");
    let partner = |name: &str| {
        let partners = other.get(PATH).expect(200).json();
        let all = partners["partners"].as_array().into_iter().flatten();
        let found = all.clone().find(|partner| partner["name"] == name).cloned();
        found.unwrap_or_else(|| panic!("{partners}"))
    };
    for name in ["Basisteam Waterdam", "De Ankerplaats"] {
        let partner = partner(name);
        let body = json!({ "version": partner["version"], "agreement": "processor", "agreementUntil": "2099-01-01",
            "mailbox": THEIRS, "officials": [] });
        let id = partner["id"].as_str().unwrap_or_default();
        let _ = other.put(&format!("{PATH}/{id}"), &body).expect(200);
    }
    page.link("Berichten").click();
    page.heading("Berichten").wait();
    page.link("Organisaties").click();
    page.heading("Organisaties").wait();
    assert_eq!(mailbox().value(), THEIRS, "as open as it was, with what is there now");
    open("De Ankerplaats");
    assert_eq!(mailbox().value(), TYPED);
    page.button("Bewaren").click();
    page.has_focus(Role::Heading, "Intussen gewijzigd");
    tab.is_accessible("an organisation changed meanwhile");
    tab.pictures("an organisation changed meanwhile");
    page.button("De andere versie; mijn wijzigingen weggooien").click();
    page.heading("Intussen gewijzigd").gone();
    wait::until("their words in the field", || {
        let holds = mailbox().value();
        if holds == THEIRS { Ok(()) } else { Err(holds) }
    });
    assert_eq!(tab.complaints(), Vec::<String>::new());
}

#[test]
fn a_contact_person_changed_or_removed_meanwhile_can_still_be_saved() {
    const PATH: &str = "/api/v1/admin/areas/kade-zuid";
    let town = Town::start();
    let other = town.official("marieke-de-wit");
    let contact = |version: u64, name: &str| {
        json!({ "version": version, "partnerId": "welzijn-waterdam", "role": "youthWorker", "name": name,
            "phone": "0800 0300", "email": "", "public": false })
    };
    let made = other.post(&format!("{PATH}/contacts"), &contact(0, "Sheila Doerga")).expect(200).json();
    let made = made["contacts"].as_array().into_iter().flatten().find(|one| one["name"] == "Sheila Doerga").cloned();
    let made = made.unwrap_or_else(|| panic!("no contact was made"));
    let address = format!("{PATH}/contacts/{}", made["id"].as_str().unwrap_or_default());
    let version = made["version"].as_u64().unwrap_or_default();

    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "rachida-benali");
    tab.go(&town.url("/admin/wijken/kade-zuid"));
    page.button("Verander Sheila Doerga").click();
    page.by_label("Telefoon").fill("0800 0399");
    let _ = other.put(&address, &contact(version, "Sheila Doerga-Bos")).expect(200);
    page.button("Bewaar").click();
    page.has_focus(Role::Heading, "Intussen gewijzigd");
    assert_eq!(page.by_label("Telefoon").value(), "0800 0399");
    tab.is_accessible("a contact changed meanwhile");
    tab.pictures("a contact changed meanwhile");
    page.button("Mijn versie bewaren").click();
    page.reads("De contactpersoon is bewaard.");
    page.link("0800 0399").wait();

    // Taken away by somebody else, it comes back when one wants that.
    page.button("Verander Sheila Doerga").click();
    page.by_label("Telefoon").fill("0800 0388");
    let _ = other.post(&format!("{address}/removal"), &json!({ "version": version + 2 })).expect(200);
    page.button("Bewaar").click();
    page.has_focus(Role::Heading, "Intussen gewijzigd");
    page.button("Mijn versie bewaren").click();
    page.reads("De contactpersoon is bewaard.");
    page.link("0800 0388").wait();
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
