//! Which areas a respondent may name: one rule on the page, in the box, in figures and in files, whatever becomes of the
//! municipality's areas meanwhile.

use shared::{ids::AreaId, poll::fill::Step};
use widget::forms::poll::jump_value;

use super::*;

/// Noord loses De Linden with its flat, and gets another buurt.
fn rearranged() -> MunicipalityFile {
    let mut file = small_file();
    file.areas.retain(|area| !matches!(area.id.as_str(), "de-linden" | "lindenflat"));
    file.rules.retain(|rule| rule.area_ids.is_empty());
    file.areas.push(
        serde_json::from_value(json!({ "id": "de-eiken", "parentId": "noord", "kind": "buurt", "name": "De Eiken" }))
            .unwrap(),
    );
    file
}

/// The ids of the areas that the form offers.
fn offered(editor: &Editor) -> Vec<String> {
    let body = format!("step=1&move={}", jump_value(Step::Area).replace(':', "%3A"));
    let request = http::Request::post("/kleinstad/nl/peilingen/veilig")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "https://buurtstem.example")
        .body(axum::body::Body::from(body))
        .unwrap();
    let page = editor.installation.send(request).text();
    let names = ["noord", "de-linden", "lindenflat", "de-eiken", "de-haven"];
    names.iter().filter(|id| page.contains(&format!("value=\"{id}\""))).map(|id| (*id).to_owned()).collect()
}

#[test]
fn the_areas_of_an_open_poll_stay_what_they_were_and_keep_their_names() {
    let editor = Editor::new();
    let made = editor.ask("POST", "", &json!({ "version": 0, "poll": poll() }));
    let planned: PollDetail = made.json();
    let ids = |ids: &[AreaId]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(ids(&planned.areas_to_name), ["de-linden", "lindenflat"], "as it would be frozen now");
    editor.ask("POST", "/veilig/opening", &json!({ "version": 1, "closesOn": "2026-03-16" }));
    editor.installation.wait(0);
    assert_eq!(offered(&editor), ["de-linden", "lindenflat"]);

    assert_eq!(editor.installation.load("kleinstad", &rearranged()).status, 200);
    editor.installation.wait(6_000);
    assert_eq!(offered(&editor), ["de-linden", "lindenflat"], "what the box takes is what the page offers");
    assert_eq!(ids(&editor.detail().areas_to_name), ["de-linden", "lindenflat"]);
    let new = editor.installation.post(
        &format!("{POLLS}/veilig/ballots"),
        "ballot-in-a-new-buurt",
        &json!({ "answers": { "veilig": { "choice": "ja" } }, "areaId": "de-eiken" }),
    );
    assert_eq!((new.status.as_u16(), new.problem().faults[0].fault.field.as_str()), (400, "areaId"));

    editor.cast_many(0..40);
    editor.close();
    let names = |areas: &[shared::area::Area]| areas.iter().map(|area| area.name.clone()).collect::<Vec<_>>();
    let expected = ["Noord", "De Linden", "Lindenflat"];
    assert_eq!(names(&editor.detail().named_areas), expected);
    let public = editor.public();
    assert_eq!(names(&public.named_areas), expected);
    assert!(public.named_areas.iter().all(|area| area.network_level.is_none()), "a judgement of officials");
    assert_eq!(public.results.unwrap().areas[0].area_id.as_ref().map(AreaId::as_str), Some("de-linden"));
    assert!(editor.installation.get("/kleinstad/nl/peilingen/veilig").text().contains("De Linden"));

    let row = "de-linden,De Linden,veilig";
    let file = editor.ask("GET", "/veilig/figures.csv", &Value::Null).text();
    assert!(file.contains(row), "{file}");
    assert_eq!(editor.ask("PUT", "/veilig/report", &report(editor.version())).status, 200);
    editor.installation.wait(6_000);
    let file = editor.installation.get(&format!("{POLLS}/veilig/figures.csv")).text();
    assert!(file.contains(row), "{file}");
}
