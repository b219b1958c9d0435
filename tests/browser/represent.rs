//! Who answered beside who lives there: an editor loads the table, residents read who is missing, officials see what
//! weighing would do.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, its helping functions too"
)]

use buurtstem_tests::Town;
use buurtstem_tests::browser::{Browser, Role, Scripts, Tab};
use buurtstem_tests::town::{REPORTED_POLL, SLUG};
use serde_json::{Value, json};
use xtask::workspace::Workspace;

use crate::steps::signs_in;

const ADMIN: &str = "/api/v1/admin/polls";

/// A poll with statements and a mark, answered by 128 people of every age, and closed.
fn answered_by_every_age(town: &mut Town) {
    let end = json!({ "nl": "helemaal" });
    let options = json!([{ "id": "eens", "text": { "nl": "Eens" } }, { "id": "oneens", "text": { "nl": "Oneens" } }]);
    let statements = json!([{ "id": "kennen", "text": { "nl": "Mensen kennen elkaar." } },
        { "id": "helpen", "text": { "nl": "Mensen helpen elkaar." } }]);
    let demo = std::fs::read_to_string(Workspace::find().path("demo/municipality.json")).unwrap();
    let demo: Value = serde_json::from_str(&demo).unwrap();
    // Our own question about age stands in the demo's poll that has its report.
    let polls = demo["sample"]["polls"].as_array().into_iter().flatten();
    let mut questions = polls.flat_map(|poll| poll["poll"]["questions"].as_array().into_iter().flatten());
    let age = questions.find(|question| question["id"] == "background-age").unwrap();
    let poll = json!({
        "id": "elkaar", "title": { "nl": "Elkaar kennen" }, "intro": { "nl": "Hoe is het in uw buurt?" },
        "influence": "inform", "languages": ["nl"], "questions": [
            { "id": "stellingen", "text": { "nl": "Wat vindt u?" }, "required": true, "kind":
                { "type": "battery", "statements": statements, "scale": { "type": "options", "options": options } } },
            { "id": "cijfer", "text": { "nl": "Welk cijfer geeft u?" }, "required": true, "kind":
                { "type": "scale", "to": 5, "low": end, "high": end } },
            age ]
    });
    let editor = town.editor();
    let _ = editor.post(ADMIN, &json!({ "version": 0, "poll": poll })).expect(201);
    let version = || editor.get(&format!("{ADMIN}/elkaar")).expect(200).json()["version"].clone();
    let opening = json!({ "version": version(), "opensOn": null, "closesOn": "2099-12-31" });
    let _ = editor.post(&format!("{ADMIN}/elkaar/opening"), &opening).expect(200);
    let server = town.server();
    server.run_due_work();
    let _ = server.until_poll(SLUG, "elkaar", "open");
    let anybody = server.anybody();
    for (band, agree, disagree) in [("15-24", 12, 12), ("25-44", 40, 20), ("45-64", 12, 12), ("65-plus", 10, 10)] {
        for number in 0..agree + disagree {
            let (choice, mark) = if number < agree { ("eens", 4) } else { ("oneens", 2) };
            let id = format!("een-bewoner-van-{band}-{number}");
            let answers = json!({
                "stellingen": { "battery": { "kennen": { "choice": choice }, "helpen": { "choice": choice } } },
                "cijfer": { "scale": mark }, "background-age": { "choice": band } });
            let path = format!("/api/v1/municipalities/{SLUG}/polls/elkaar/ballots");
            let _ = anybody.post_once(&path, &id, &json!({ "answers": answers })).expect(201);
        }
    }
    let _ = editor.post(&format!("{ADMIN}/elkaar/closing"), &json!({ "version": version() })).expect(200);
    server.run_due_work();
    let _ = server.until_poll(SLUG, "elkaar", "closed");
}

fn fits(tab: &Tab) {
    for width in [360, 1280] {
        tab.resize(width, 800);
        let (content, room) = tab.page().widths().unwrap();
        assert!(content <= room, "{content} on {room}");
    }
}

#[test]
fn who_is_missing_is_named_and_weighing_is_for_officials_alone() {
    let mut town = Town::start();
    answered_by_every_age(&mut town);
    let browser = Browser::start(Scripts::On);
    let tab = browser.tab();
    let page = tab.page();
    signs_in(&town, &tab, "sanne-visser");
    tab.go(&town.url("/admin/peilingen"));
    page.link("Inwoners per buurt en leeftijd").click();
    page.reads("Er is nog geen tabel geladen.");
    let table = std::fs::read_to_string(Workspace::find().path("demo/residents.csv")).unwrap();
    page.by_label("Tabel").fill(&table.replace("420;", "veel;"));
    page.button("Laad de tabel").click();
    page.link("Tabel: Regel 4: er ontbreekt een aantal, of het is geen heel getal zonder punt.").wait();
    tab.is_accessible("a table with a fault");
    page.by_label("Tabel").fill(&table);
    page.button("Laad de tabel").click();
    page.reads("7 buurten met samen 14.750 inwoners van 15 jaar en ouder.");
    tab.pictures("residents");
    fits(&tab);

    // What weighing does stands behind a button, and first that nobody should quote it.
    tab.go(&town.url("/admin/peilingen/elkaar"));
    page.heading("Wie deden er mee?").wait();
    page.reads_no("Gewogen uitkomst");
    page.button("Toon de gewogen uitkomst").click();
    page.reads("Noem deze cijfers niet in een brief, een raadsstuk of de krant.");
    page.by_role(Role::Table, "Mensen helpen elkaar. (Gewogen naar leeftijd)").wait();
    // 74 of 128 agreed; weighted 0.135 × 12/24 + 0.311 × 40/60 + 0.310 × 12/24 + 0.245 × 10/20.
    page.reads("58%");
    page.reads("55%");
    page.reads("Zo zeker als 107 antwoorden uit een steekproef; gegeven zijn er 128.");
    page.reads("Gewogen gemiddelde: 3,1 (marge 2,9 tot 3,3).");
    tab.is_accessible("a weighted outcome");
    tab.pictures("weighted");
    fits(&tab);
    tab.resize(360, 800);
    let cut = "[...document.querySelectorAll('table')].filter(t => t.scrollWidth > t.parentElement.clientWidth).length";
    assert_eq!(page.evaluate(cut).unwrap(), 0, "tables are cut off on a phone");

    tab.go(&town.page("/peilingen/elkaar"));
    page.heading("Wie deden er mee?").wait();
    page.reads_no("ewogen");
    tab.go(&town.page(&format!("/peilingen/{REPORTED_POLL}")));
    page.reads("Deden minder vaak mee");
    page.reads("65 jaar of ouder: 13% van de antwoorden, 24% van de bewoners");
    tab.is_accessible("who is missing");
    tab.pictures("missing");
    assert_eq!(tab.complaints(), Vec::<String>::new());
}
