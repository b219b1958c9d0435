//! What goes out: other systems that hear of changes, and a partner that answers from its mailbox.

use buurtstem_tests::browser::{Browser, Scripts};
use buurtstem_tests::town::SLUG;
use buurtstem_tests::{MailServer, Server, Town, api::small_municipality};
use serde_json::{Value, json};

use crate::steps::{look, signs_in};

#[test]
fn the_administrator_connects_another_system() {
    let town = Town::start();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Koppelingen").click();
    page.reads("Er zijn nog geen koppelingen");
    page.button("Koppeling toevoegen").click();
    page.by_label("Adres").fill("https://127.0.0.1/in");
    page.button("Toevoegen").click();
    page.reads("Naar dit adres kunnen wij niets sturen.");
    look(&tab, "an address that may not be");
    page.by_label("Adres").fill("https://meldingen.woonstad.example/buurtstem");
    page.button("Toevoegen").click();
    page.heading("Bewaar dit geheim nu").wait();
    page.reads("whsec_");
    look(&tab, "a secret shown once");
    page.button("Ik heb het bewaard").click();
    page.reads_no("whsec_");
    page.button("Verstuur een proefbericht…").click();
    page.reads("het systeem is niet te bereiken");
    look(&tab, "a connection that does not work");

    // A test is tried once. What tells of a case is tried again and again, and waits meanwhile.
    let idea = json!({
        "draft": { "topicId": "rust-op-straat", "areaId": "zeilmakersbuurt", "what": "Scooters op het plein." },
        "language": "nl", "followKey": "0123456789abcdefghjkmnpqrs"
    });
    let path = format!("/api/v1/municipalities/{SLUG}/proposals");
    let _ = town.anybody().post_once(&path, "a", &idea).expect(201);
    town.move_clock_hours(0);
    page.link("Organisaties").click();
    page.heading("Organisaties").wait();
    page.link("Koppelingen").click();
    page.reads("1 bericht wacht op een nieuwe poging.");

    // Off: what still waited is not sent, and can be sent after all.
    page.button("Zet uit…").click();
    page.reads("De koppeling staat uit. Wat nog wachtte, versturen wij niet.");
    page.reads("Niet verstuurd");
    look(&tab, "a connection that is off");
    page.button("Zet aan…").click();
    page.reads("De koppeling staat aan.");
    page.reads("Niet verstuurd");
    page.button("Verstuur opnieuw…").nth(0).click();
    page.reads("Het bericht wordt opnieuw verstuurd.");
    page.reads_no("Niet verstuurd");
    // It is tried for three days and then given up, for everybody to see.
    for hours in [1, 24, 48, 96] {
        town.move_clock_hours(hours);
    }
    signs_in(&town, &tab, "henk-brouwer");
    page.link("Koppelingen").click();
    page.heading("Laatste berichten").wait();
    page.reads("Niet gelukt");
    page.button("Verstuur opnieuw…").nth(0).wait();
    look(&tab, "a message that was given up");

    page.link("Organisaties").click();
    page.reads("Elk bericht meteen");
    tab.go(&town.page("/nieuws"));
    page.heading("Volg het nieuws van uw buurt").wait();
    look(&tab, "the feeds");
}

#[test]
fn a_partner_answers_from_its_mailbox() {
    let mail = MailServer::start();
    let settings = mail.settings();
    let bindings: Vec<(&str, &str)> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let server = Server::start_with_mail(&bindings, &[mail.authority()]).unwrap();
    server.load("kleinstad", &small_municipality());
    let ali = server.sign_in("kleinstad", "ali");
    let known = ali.get("/api/v1/admin/partners").expect(200).json();
    let politie = known["partners"].as_array().unwrap().iter().find(|one| one["id"] == "politie").unwrap().clone();
    let body = json!({
        "version": politie["version"], "agreement": "controller", "agreementUntil": "2099-12-31",
        "mailbox": "wijk@politie.example", "byMail": true
    });
    let _ = ali.put("/api/v1/admin/partners/politie", &body).expect(200);
    let idea = json!({
        "draft": { "topicId": "verlichting", "areaId": "lindenflat", "what": "Scooters rijden te hard langs de flat" },
        "language": "nl",
        "followKey": "0123456789abcdefghjkmnpqrs"
    });
    let path = "/api/v1/municipalities/kleinstad/proposals";
    let case = server.anybody().post_once(path, "a", &idea).expect(201).json()["caseId"].as_str().unwrap().to_owned();
    let wil = server.sign_in("kleinstad", "wil");
    let path = format!("/api/v1/admin/cases/{case}");
    let version = wil.get(&path).expect(200).json()["version"].clone();
    let offer = json!({ "version": version, "to": "politie", "reason": "Het gaat om te hard rijden." });
    let _ = wil.post(&format!("{path}/handovers"), &offer).expect(200);

    // What came to the mailbox since the last look.
    let mailed = || loop {
        server.run_due_work();
        let come: Vec<Value> = mail.messages_so_far(8);
        let to_us = come.iter().rev().find(|message| message["to"][0] == "wijk@politie.example");
        if let Some(message) = to_us {
            break message["text"].as_str().unwrap().to_owned();
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    };
    let text = mailed();
    let (_, link) = text.split_once(server.origin()).unwrap();
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    tab.go(&server.url(link.split_whitespace().next().unwrap()));
    page.heading("Een zaak voor uw organisatie").wait();
    look(&tab, "the link in the mail");
    page.button("Stuur mij een code").click();
    page.heading("Vul de code in").wait();
    let text = mailed();
    let (_, code) = text.split_once("Uw code is: ").unwrap();
    let code: String = code.chars().take(9).collect();
    page.by_label("Code uit de mail").fill("1234 5678");
    page.button("Open de zaak").click();
    page.reads("nog 4 keer");
    look(&tab, "a wrong code");
    page.by_label("Code uit de mail").fill(&code);
    page.button("Open de zaak").click();
    page.heading("Neemt uw organisatie deze zaak over?").wait();
    look(&tab, "the case from the mailbox");
    page.button("Nee, wij nemen de zaak niet over").click();
    page.reads("Vul hier iets in.");
    page.button("Ja, wij nemen de zaak over").click();
    page.reads("Dat is gelukt");
    page.by_label("Uw bericht").fill("Wij controleren deze week.");
    page.button("Verstuur het bericht").click();
    page.reads("Wij controleren deze week.");
    look(&tab, "answered from the mailbox");
    page.button("Sluit de zaak").click();
    page.heading("De zaak is gesloten").wait();
}
