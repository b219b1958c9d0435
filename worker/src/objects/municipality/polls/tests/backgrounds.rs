//! What respondents tell of themselves: in the one row of the ballot, counted apart from areas, and only at the end.

use serde_json::{Value, json};
use shared::poll::Background;

use super::{Editor, MINUTE, POLLS, poll, with};
use crate::{
    objects::ObjectClass,
    store::{MemorySql, Sql},
};

fn poll_about_respondents() -> Value {
    let mut poll = with(poll(), "resultsVisible", json!("afterAnswering"));
    let age = serde_json::to_value(Background::Age.question().unwrap()).unwrap();
    poll["questions"].as_array_mut().unwrap().push(age);
    poll
}

/// A ballot of the given age; none skips the question.
fn cast(editor: &Editor, number: u32, age: Option<&str>) {
    let safe = if number.is_multiple_of(2) { "nee" } else { "ja" };
    let wish = if number.is_multiple_of(2) { "licht" } else { "groen" };
    let mut answers = json!({
        "veilig": { "choice": safe }, "wat": { "choices": [wish] }, "cijfer": { "scale": 1 + number % 2 },
        "meer": { "text": format!("Tekst {number}") }
    });
    if let Some(age) = age {
        answers["background-age"] = json!({ "choice": age });
    }
    let cast = editor.cast(number, &answers);
    assert_eq!(cast.status, 201, "{}", cast.text());
}

#[test]
fn groups_are_published_at_the_end_and_small_ones_are_not() {
    let editor = Editor::new();
    editor.open_poll(&poll_about_respondents());
    (0..40).for_each(|number| cast(&editor, number, Some("25-44")));
    editor.installation.wait(MINUTE);
    (40..70).for_each(|number| cast(&editor, number, Some("65-plus")));
    (70..100).for_each(|number| cast(&editor, number, None));
    editor.installation.wait(MINUTE);
    let running = editor.public().results.unwrap();
    assert!(running.backgrounds.is_empty(), "nothing by group while it is open");
    assert_eq!(running.total.questions.len(), 4, "nor how many said what");

    (100..104).for_each(|number| cast(&editor, number, Some("15-24")));
    editor.close();
    let results = editor.public().results.unwrap();
    let [age] = results.backgrounds.as_slice() else { panic!("{:?}", results.backgrounds) };
    let shown: Vec<_> = age.groups.iter().map(|group| (group.option_id.as_str(), group.ballots)).collect();
    // 4 are too few to show, and 30 are hidden with them so that they stay open.
    assert_eq!(shown, [("25-44", Some(40))]);
    let own = results.total.questions.iter().find(|line| line.question_id == age.question_id).unwrap();
    assert_eq!(own.answered, Some(74));
    for area in &results.areas {
        assert!(area.questions.iter().all(|line| line.question_id != age.question_id), "no age by area");
    }
    assert!(editor.detail().readable_texts.iter().all(|question| question.as_str() == "meer"));
}

#[test]
fn a_group_leaves_as_a_file_and_the_ballot_is_one_row() {
    let editor = Editor::new();
    editor.open_poll(&poll_about_respondents());
    (0..40).for_each(|number| cast(&editor, number, Some("25-44")));
    (40..80).for_each(|number| cast(&editor, number, Some("65-plus")));
    (80..90).for_each(|number| cast(&editor, number, None));
    editor.close();
    let results = editor.public().results.unwrap();
    let groups: Vec<_> =
        results.backgrounds[0].groups.iter().map(|group| (group.option_id.as_str(), group.ballots)).collect();
    assert_eq!(groups, [("25-44", Some(40)), ("65-plus", Some(40))]);
    let safe = &results.backgrounds[0].groups[1].questions[0];
    assert_eq!((safe.answered, safe.figures[0].count, safe.figures[1].count), (Some(40), Some(20), Some(20)));
    let file = editor.ask("GET", "/veilig/figures.csv", &Value::Null).text();
    let line = file.lines().find(|line| line.ends_with(",background-age,option:65-plus") && line.contains("option:ja"));
    assert!(line.is_some_and(|line| line.contains(",veilig,,option:ja,Ja,0,20,0.5,")), "{file}");
    let rows: usize = (0..2)
        .map(|number| {
            let look = |sql: &MemorySql| sql.query("SELECT id FROM ballot", &[]).unwrap().len();
            let name = format!("kleinstad/veilig/{number}");
            editor.installation.objects.inspect(ObjectClass::BallotBox, &name, look).unwrap()
        })
        .sum();
    assert_eq!(rows, 90);
}

#[test]
fn the_plain_form_asks_it_last_and_lets_it_be_skipped() {
    let editor = Editor::new();
    editor.open_poll(&poll_about_respondents());
    let url = "/kleinstad/nl/peilingen/veilig";
    let shown = |body: &str| editor.installation.post_form(url, body).text();
    let asked = shown("step=4&answers.veilig=ja&move=forward");
    assert!(asked.contains("Hoe oud bent u?") && asked.contains("Sla de vraag dan over."), "{asked}");
    assert!(asked.contains("value=\"skip\""), "{asked}");
    let area = shown("step=5&answers.veilig=ja&answers.background-age=45-64&move=skip");
    assert!(area.contains("value=\"area\"") && !area.contains("answers.background-age"), "{area}");
    let check = shown("step=area&answers.veilig=ja&answers.background-age=45-64&move=forward");
    assert!(check.contains("45 tot en met 64 jaar"), "{check}");
    let strange = json!({ "veilig": { "choice": "ja" }, "background-age": { "choice": "baby" } });
    assert_eq!(editor.cast(1, &strange).problem().faults[0].fault.field, "answers.background-age");
}

#[test]
fn nobody_bends_our_questions() {
    let editor = Editor::new();
    let mut bent = poll_about_respondents();
    bent["questions"][4]["required"] = json!(true);
    let refused = editor.ask("POST", "", &json!({ "version": 0, "poll": bent }));
    assert_eq!((refused.status.as_u16(), refused.problem().faults[0].fault.field.as_str()), (400, "questions.4.id"));
    assert_eq!(editor.installation.get(&format!("{POLLS}/veilig")).status, 404);
}
