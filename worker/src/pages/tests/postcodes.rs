//! Finding an area by postcode: the table, the lookup, and that nothing of it is kept.

use axum::{body::Body, http::Request};
use serde_json::{Value, json};
use shared::postcode::{TableReceipt, TableView};

use super::{POLL, filled, installation, post};
use crate::{
    objects::ObjectClass,
    store::{MemorySql, Sql},
    testing::{Answer, Installation},
};

const TABLE: &str = include_str!("../../../../demo/postcodes.csv");
const LOOKUPS: &str = "/api/v1/municipalities/waterdam/area-lookups";
const ADMIN: &str = "/api/v1/admin/postcodes";

fn operator(installation: &Installation, file: &str) -> Answer {
    let request = Request::put("/api/v1/municipalities/waterdam/postcodes")
        .header("authorization", format!("Bearer {}", crate::testing::OPERATOR_KEY));
    installation.send(request.body(Body::from(file.to_owned())).unwrap())
}

fn with_table() -> Installation {
    let installation = installation();
    let loaded = operator(&installation, TABLE);
    assert_eq!(loaded.status, 200, "{}", loaded.text());
    installation
}

fn as_official(installation: &Installation, cookie: &str, method: &str, path: &str, file: &str) -> Answer {
    let request = Request::builder().method(method).uri(path).header("cookie", cookie);
    let request = request.header("origin", crate::testing::ORIGIN);
    installation.send(request.body(Body::from(file.to_owned())).unwrap())
}

fn look_up(installation: &Installation, body: &Value) -> Answer {
    let request = Request::post(LOOKUPS).header("content-type", "application/json");
    installation.send(request.body(Body::from(body.to_string())).unwrap())
}

#[test]
fn an_administrator_looks_at_a_table_loads_it_and_takes_it_away() {
    let installation = installation();
    let administrator = installation.sign_in("waterdam", "henk-brouwer");
    let ask = |method: &str, path: &str, file: &str| as_official(&installation, &administrator, method, path, file);
    let view = || -> TableView { ask("GET", ADMIN, "").json() };
    let page = || installation.get("/waterdam/nl/idee").text();

    assert_eq!(view(), TableView::default());
    let preview: TableReceipt = ask("POST", &format!("{ADMIN}/preview"), TABLE).json();
    assert_eq!((preview.facts.postcodes, preview.facts.divided, preview.elsewhere), (13, 2, 2));
    assert_eq!((preview.facts.year, preview.without.len()), (Some(2024), 0));
    assert_eq!(view(), TableView::default(), "nothing is stored by looking");
    assert_eq!(look_up(&installation, &json!({ "postcode": "9900AA" })).status, 404, "no table");

    let loaded: TableReceipt = ask("PUT", ADMIN, TABLE).json();
    assert_eq!(loaded, preview);
    assert_eq!(view().facts, Some(loaded.facts.clone()));
    // A file with a fault changes nothing.
    let wrong = ask("PUT", ADMIN, &TABLE.replace("9900AD,1,", "9900A,1,"));
    assert_eq!(wrong.status, 400);
    let faults = wrong.problem().faults;
    assert_eq!((faults.len(), faults[0].fault.field.as_str()), (1, "lines.90"), "{faults:?}");
    assert_eq!(view().facts, Some(loaded.facts));
    // Another table takes the place of all of the first.
    let small: TableReceipt = ask("PUT", ADMIN, "PC6;Huisnummer;Buurt\n9999XX;1;99990101").json();
    assert_eq!((small.facts.postcodes, small.without.len()), (1, 6));
    assert_eq!(
        look_up(&installation, &json!({ "postcode": "9900AA" })).json::<Value>(),
        json!({ "outcome": "unknown" })
    );
    assert_eq!(ask("DELETE", ADMIN, "").status, 204);
    assert_eq!((view(), page().contains("name=\"postcode\"")), (TableView::default(), false));

    let editor = installation.sign_in("waterdam", "sanne-visser");
    for (method, path) in
        [("GET", ADMIN), ("PUT", ADMIN), ("DELETE", ADMIN), ("POST", "/api/v1/admin/postcodes/preview")]
    {
        assert_eq!(as_official(&installation, &editor, method, path, TABLE).status, 403, "{method}");
    }
}

#[test]
fn the_api_says_which_area_an_address_lies_in() {
    let installation = with_table();
    let answer = |body: Value| look_up(&installation, &body).json::<Value>();
    assert_eq!(answer(json!({ "postcode": "9900 aa" })), json!({ "outcome": "found", "areaId": "kade-noord" }));
    assert_eq!(answer(json!({ "postcode": "9900AC" })), json!({ "outcome": "houseNumberNeeded" }));
    let number = |number: &str| answer(json!({ "postcode": "9900AC", "houseNumber": number }));
    assert_eq!(number("23a"), json!({ "outcome": "found", "areaId": "kade-noord" }));
    assert_eq!(number("24"), json!({ "outcome": "found", "areaId": "kade-zuid" }));
    assert_eq!(number("400"), json!({ "outcome": "houseNumberUnknown" }));
    assert_eq!(answer(json!({ "postcode": "1011AB" })), json!({ "outcome": "unknown" }));
    let wrong = look_up(&installation, &json!({ "postcode": "99", "houseNumber": "hs" }));
    let faults: Vec<String> = wrong.problem().faults.into_iter().map(|view| view.fault.field).collect();
    assert_eq!((wrong.status.as_u16(), faults), (400, vec!["postcode".to_owned(), "houseNumber".to_owned()]));
    let unknown = look_up(&installation, &json!({ "postcode": "9900AA", "naam": "x" }));
    assert_eq!(unknown.status, 400);
    assert_eq!(installation.get(&format!("{LOOKUPS}?postcode=9900AA")).status, 405, "never in an address");
}

/// The poll at the step that asks where somebody lives.
fn at_area(installation: &Installation) -> Answer {
    let mut page = post(installation, POLL, &filled("", &[("move", "start")]));
    for answer in
        [("answers.op-uw-gemak", "4"), ("answers.welke-plek", "fietspad"), ("answers.wat-helpt", "meer-licht")]
    {
        page = post(installation, POLL, &filled(&page.text(), &[answer, ("move", "forward")]));
    }
    page = post(installation, POLL, &filled(&page.text(), &[("move", "skip")]));
    assert!(page.text().contains("In welke buurt woont u?"), "{}", page.text());
    page
}

/// Every text of every table in which it stands.
fn traces(sql: &MemorySql, wanted: &str) -> Vec<String> {
    let names = |query: &str| -> Vec<String> {
        sql.query(query, &[]).unwrap().iter().map(|row| row.text("name").unwrap().to_owned()).collect()
    };
    let mut found = Vec::new();
    for table in names("SELECT name FROM sqlite_master WHERE type = 'table'") {
        for column in names(&format!("SELECT name FROM pragma_table_info('{table}')")) {
            let query = format!(
                "SELECT count(*) AS count FROM \"{table}\" WHERE instr(upper(CAST(\"{column}\" AS TEXT)), ?) > 0"
            );
            if sql.query(&query, &[wanted.into()]).unwrap()[0].integer("count").unwrap() > 0 {
                found.push(format!("{table}.{column}"));
            }
        }
    }
    found
}

#[test]
fn an_answer_keeps_the_area_and_nothing_of_the_postcode() {
    let installation = with_table();
    let page = at_area(&installation);
    assert!(page.text().contains("name=\"postcode\"") && !page.text().contains("name=\"houseNumber\""));
    let find = |page: &Answer, typed: &[(&str, &str)]| {
        post(&installation, POLL, &filled(&page.text(), &[typed, &[("move", "find")]].concat()))
    };
    let asked = find(&page, &[("postcode", "9900 ac")]);
    assert!(asked.text().contains("name=\"houseNumber\"") && asked.text().contains("value=\"9900 ac\""));
    let nowhere = find(&asked, &[("postcode", "9900 ac"), ("houseNumber", "777")]);
    assert!(nowhere.text().contains("Wij kennen dit huisnummer niet") && nowhere.text().contains("value=\"777\""));
    let found = find(&nowhere, &[("postcode", "9900 ac"), ("houseNumber", "24")]);
    let text = found.text();
    assert!(text.contains("De buurt is Kade-Zuid (Havenkwartier)"), "{text}");
    assert!(!text.to_uppercase().contains("9900 AC"), "what was typed is gone");
    // The choice stands in the list, as if it had been made there.
    let chosen = text.split("<input").find(|tag| tag.contains("value=\"kade-zuid\"")).unwrap();
    assert!(chosen.split('>').next().unwrap().contains("checked"), "{chosen}");
    let check = post(&installation, POLL, &filled(&text, &[("areaId", "kade-zuid"), ("move", "forward")]));
    assert!(check.text().contains("Kade-Zuid (Havenkwartier)"), "{}", check.text());
    let sent = post(&installation, POLL, &filled(&check.text(), &[("move", "send")]));
    assert_eq!(sent.status, 303, "{}", sent.text());

    // An unknown postcode stays in its field, with the lists as way out; so does one that is none.
    for (typed, said) in [("1011 AB", "Wij kennen deze postcode niet"), ("99", "Dit is geen postcode")] {
        let again = find(&page, &[("postcode", typed)]).text();
        assert!(again.contains(said) && again.contains(&format!("value=\"{typed}\"")), "{again}");
        assert!(again.contains("value=\"molenbuurt\""), "the lists are there");
    }
    // Going on with a postcode and no choice looks it up as well.
    let on = post(&installation, POLL, &filled(&page.text(), &[("postcode", "9901ba"), ("move", "forward")]));
    assert!(on.text().contains("De buurt is Molenbuurt"), "{}", on.text());

    let idea = "/waterdam/nl/idee";
    let area = filled(
        "",
        &[("step", "area"), ("what", "Meer licht"), ("topicId", ""), ("postcode", "9900AC"), ("houseNumber", "24")],
    );
    let area = post(&installation, idea, &[area, filled("", &[("move", "find")])].concat());
    assert!(area.text().contains("De buurt is Kade-Zuid"), "{}", area.text());
    let mut page = area;
    for more in [&[("areaId", "kade-zuid")][..], &[], &[]] {
        page = post(&installation, idea, &filled(&page.text(), &[more, &[("move", "forward")]].concat()));
    }
    let receipt = post(&installation, idea, &filled(&page.text(), &[("move", "send")]));
    assert_eq!(receipt.status, 201, "{}", receipt.text());

    let objects = &installation.objects;
    for wanted in ["9900AC", "9900 AC", "9901BA", "1011"] {
        let found = objects.inspect(ObjectClass::Municipality, "waterdam", |sql| traces(sql, wanted)).unwrap();
        assert_eq!(found, Vec::<String>::new(), "{wanted}");
        for number in 0..super::demo().settings.ballot_boxes {
            let name = format!("waterdam/prettig-in-het-donker/{number}");
            let found = objects.inspect(ObjectClass::BallotBox, &name, |sql| traces(sql, wanted)).unwrap();
            assert_eq!(found, Vec::<String>::new(), "{wanted} in {name}");
        }
    }
    let kept = objects.inspect(ObjectClass::Municipality, "waterdam", |sql| traces(sql, "KADE-ZUID")).unwrap();
    assert!(kept.iter().any(|place| place.starts_with("case_file.")), "the search finds what is there: {kept:?}");
}
