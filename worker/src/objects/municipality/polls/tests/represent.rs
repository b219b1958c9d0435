//! Who answered beside who lives there.

use serde_json::{Value, json};
use shared::{
    poll::Background,
    tally::represent::{Group, Presence},
    wire::residents::ResidentsView,
};

use super::{Editor, poll};

const RESIDENTS: &str = "/api/v1/admin/residents";

fn load(editor: &Editor, official: &str, csv: &str) -> crate::testing::Answer {
    let cookie = editor.installation.sign_in("kleinstad", official);
    editor.installation.official(&cookie, "PUT", RESIDENTS, &json!({ "csv": csv }))
}

#[test]
fn residents_are_loaded_by_an_editor_with_every_fault_named() {
    let editor = Editor::new();
    let bad = load(&editor, "els", "code;15-24;25-44;45-64;65-plus\nBU99980101;1;2;3\nBU00340101;1;2;3;4\nx;1;2;3;4");
    let fields: Vec<String> = bad.problem().faults.into_iter().map(|view| view.fault.field).collect();
    assert_eq!((bad.status.as_u16(), fields), (400, ["lines.2", "lines.3", "lines.4"].map(String::from).to_vec()));
    let cookie = editor.installation.sign_in("kleinstad", "els");
    let read = || -> ResidentsView { editor.installation.official(&cookie, "GET", RESIDENTS, &Value::Null).json() };
    assert_eq!(read(), ResidentsView::default(), "what is wrong changes nothing");
    let good = "code;15-24;25-44;45-64;65-plus\nBU99980101;100;200;300;400";
    for official in ["rik", "bram", "ali"] {
        assert_eq!(load(&editor, official, good).status, 403, "{official}");
    }
    assert_eq!(load(&editor, "els", good).status, 200);
    assert_eq!(read().areas.len(), 1);
    assert_eq!(load(&editor, "els", &good.replace("100", "150")).status, 200, "in place of the one before");
    assert_eq!(read().areas.values().next().unwrap().total(), 1_050);
}

#[test]
fn groups_that_answered_less_often_are_named_in_public_and_weighed_for_officials() {
    let editor = Editor::new();
    let mut with_age = poll();
    with_age["questions"]
        .as_array_mut()
        .unwrap()
        .push(serde_json::to_value(Background::Age.question().unwrap()).unwrap());
    editor.open_poll(&with_age);
    for number in 0..80_u32 {
        let age = if number < 60 { "25-44" } else { "65-plus" };
        let safe = if number.is_multiple_of(2) { "nee" } else { "ja" };
        let answers = json!({ "veilig": { "choice": safe }, "background-age": { "choice": age } });
        assert_eq!(editor.cast(number, &answers).status, 201);
    }
    editor.close();
    assert!(editor.public().compared.is_empty() && editor.detail().population.is_none());
    assert_eq!(load(&editor, "els", "code;15-24;25-44;45-64;65-plus\nBU99980101;0;500;0;500").status, 200);
    editor.installation.wait(6_000);
    let compared = editor.public().compared;
    let found: Vec<_> = compared.iter().map(|one| (&one.group, one.presence)).collect();
    let age = |id: &str| Group::Age(id.parse().unwrap());
    assert_eq!(found, [(&age("25-44"), Presence::Over), (&age("65-plus"), Presence::Under)]);
    assert_eq!(editor.detail().population.unwrap().ages.total(), 1_000);
    let page = editor.installation.get("/kleinstad/nl/peilingen/veilig").text();
    assert!(
        page.contains("Deden minder vaak mee") && page.contains("25% van de antwoorden, 50% van de bewoners"),
        "{page}"
    );
    let public = editor.installation.get("/api/v1/municipalities/kleinstad/polls/veilig").text();
    assert!(!public.contains("population") && !public.contains("effective"), "weighted figures are for officials");
}
