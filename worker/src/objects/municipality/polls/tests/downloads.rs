//! The files that leave the building, read back as others read them: a workbook by a spreadsheet reader, CSV by a CSV
//! reader. Small groups are hidden in all of them, and no cell is a formula.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use shared::ids::PollId;

use super::{super::ReadFigures, *};
use crate::operation::Operation as _;

const EVIL: &str = "=HYPERLINK(\"https://evil.example\",\"klik\")";

type Rows = Vec<BTreeMap<String, String>>;

/// A poll with texts that a spreadsheet program would take for formulas.
fn evil_poll() -> Value {
    json!({
        "id": "veilig", "title": { "nl": "=1+1 en verder" }, "intro": { "nl": "+31 is ons nummer." },
        "influence": "advise", "asksArea": true, "questions": [
            { "id": "veilig", "text": { "nl": "@SUM(A1) voelt u zich veilig?" }, "required": true, "kind": {
                "type": "oneChoice", "options": [
                    { "id": "ja", "text": { "nl": "=2+3" } }, { "id": "nee", "text": { "nl": "-1 nee" } },
                    { "id": "soms", "text": { "nl": "Soms" } }, { "id": "weet", "text": { "nl": "Weet ik niet" } }] } },
            { "id": "meer", "text": { "nl": "Nog iets?" }, "kind": { "type": "openText" } }
        ]
    })
}

fn csv_rows(file: &Answer) -> Rows {
    let bytes = file.body.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark, so that Excel reads the letters");
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|row| header.iter().map(str::to_owned).zip(row.unwrap().iter().map(str::to_owned)).collect())
        .collect()
}

/// A sheet as a list of rows by the names of the columns, without any formula.
fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Rows {
    assert!(workbook.worksheet_formula(name).unwrap().used_cells().next().is_none(), "a formula in {name}");
    let range = workbook.worksheet_range(name).unwrap();
    let mut rows = range.rows();
    let header: Vec<String> = rows.next().unwrap().iter().map(Data::to_string).collect();
    rows.map(|row| header.iter().cloned().zip(row.iter().map(Data::to_string)).collect()).collect()
}

fn begins_like_a_formula(rows: &Rows) -> bool {
    rows.iter().flat_map(BTreeMap::values).any(|cell| {
        cell.starts_with(['=', '+', '@', '\t', '\r', '\n']) || (cell.starts_with('-') && cell.parse::<f64>().is_err())
    })
}

/// Of everybody: how often the row was chosen, and whether that is hidden.
fn figure<'a>(rows: &'a Rows, row: &str) -> (&'a str, &'a str) {
    let found = rows.iter().find(|found| {
        (found["areaId"].as_str(), found["questionId"].as_str(), found["rowId"].as_str()) == ("", "veilig", row)
    });
    let found = found.unwrap_or_else(|| panic!("no {row} in {rows:?}"));
    (&found["count"], &found["hidden"])
}

fn ids(rows: &Rows) -> Vec<[String; 5]> {
    let columns = ["areaId", "questionId", "rowId", "count", "hidden"];
    rows.iter().map(|row| columns.map(|column| row[column].clone())).collect()
}

/// 30 say yes, 14 no, 11 sometimes and 3 do not know; one of these on paper.
fn closed() -> Editor {
    let editor = Editor::new();
    editor.open_poll(&evil_poll());
    let given = [("ja", 30), ("nee", 14), ("soms", 11), ("weet", 2)];
    let ballots = given.iter().flat_map(|(answer, count)| std::iter::repeat_n(answer, *count));
    for (number, answer) in (0_u32..).zip(ballots) {
        let answers = json!({ "veilig": { "choice": answer }, "meer": { "text": EVIL } });
        assert_eq!(editor.cast(number, &answers).status, 201);
    }
    let paper = json!({
        "ballotId": "00000000000000000000000009", "answers": { "veilig": { "choice": "weet" } }, "channel": "paper"
    });
    let entered = editor.ask("POST", "/veilig/ballots", &paper);
    assert!(entered.status.is_success(), "{}", entered.text());
    editor.close();
    editor
}

#[test]
fn files_are_read_back_with_small_groups_hidden_and_without_formulas() {
    let editor = closed();
    let download = |file: &str| editor.ask("GET", &format!("/veilig/{file}"), &Value::Null);
    let figures = csv_rows(&download("figures.csv"));
    assert_eq!(figure(&figures, "option:ja"), ("30", "0"));
    assert_eq!(figure(&figures, "option:weet"), ("", "1"), "a group of 3");
    let hidden = figures.iter().filter(|row| row["hidden"] == "1" && row["areaId"].is_empty()).count();
    assert!(hidden >= 2, "one hidden count follows from the sum: {figures:?}");
    assert!(figures.iter().any(|row| row["label"] == "'=2+3") && !begins_like_a_formula(&figures), "{figures:?}");

    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(download("figures.xlsx").body)).unwrap();
    assert_eq!(workbook.sheet_names(), ["figures", "code book", "notes"]);
    for name in ["figures", "code book", "notes"] {
        let rows = sheet(&mut workbook, name);
        assert!(!rows.is_empty() && !begins_like_a_formula(&rows), "{name}: {rows:?}");
    }
    assert_eq!(ids(&sheet(&mut workbook, "figures")), ids(&figures), "both files say the same");
    let notes = format!("{:?}", sheet(&mut workbook, "notes"));
    // One came in on paper, and an official knows whose that is.
    assert!(!notes.contains("On paper") && !notes.contains("Online"), "{notes}");
    let book = csv_rows(&download("code-book.csv"));
    let explained = |row: &BTreeMap<String, String>| {
        book.iter().any(|known| known["questionId"] == row["questionId"] && known["rowId"] == row["rowId"])
    };
    assert!(figures.iter().filter(|row| row["rowId"].starts_with("option:")).all(explained), "{book:?}");

    // The same as open data once there is a report, with links on the page.
    let open = |file: &str| editor.installation.get(&format!("{POLLS}/veilig/{file}?lang=nl"));
    let page = || editor.installation.get("/kleinstad/nl/peilingen/veilig").text();
    assert_eq!(open("figures.csv").status, 404);
    assert!(!page().contains("figures.csv"));
    assert_eq!(editor.ask("PUT", "/veilig/report", &report_without_questions(&editor)).status, 200);
    editor.installation.wait(6_000);
    assert_eq!(ids(&csv_rows(&open("figures.csv"))), ids(&figures));
    let data: Value = open("figures.json").json();
    assert_eq!(data["figures"].as_array().map(Vec::len), Some(figures.len()));
    for file in ["figures.csv", "figures.json", "code-book.csv"] {
        assert!(page().contains(&format!("href=\"{POLLS}/veilig/{file}?lang=nl\"")), "{}", page());
    }

    // Whole ballots, for the coordinator alone.
    let coordinator = editor.installation.sign_in("kleinstad", "sanne");
    let reason = json!({ "reason": "Onderzoek door de rekenkamer" });
    let path = "/api/v1/admin/polls/veilig/raw-ballots";
    let raw = csv_rows(&editor.installation.official(&coordinator, "POST", path, &reason));
    assert_eq!(
        (raw.len(), raw.iter().all(|row| row["channel"].is_empty() && !row.contains_key("receivedOn"))),
        (58, true)
    );
    assert!(raw.iter().any(|row| row["meer"] == format!("'{EVIL}")) && !begins_like_a_formula(&raw), "{raw:?}");
}

fn report_without_questions(editor: &Editor) -> Value {
    with(report(editor.version()), "questions", json!([]))
}

#[test]
fn a_file_is_made_again_when_a_text_or_the_figures_have_changed() {
    let editor = Editor::new();
    let poll = with(evil_poll(), "resultsVisible", json!("afterAnswering"));
    editor.open_poll(&poll);
    let cast = |numbers: std::ops::Range<u32>| {
        for number in numbers {
            let answers = json!({ "veilig": { "choice": if number % 2 == 0 { "ja" } else { "nee" } } });
            assert_eq!(editor.cast(number, &answers).status, 201);
        }
    };
    let file = |name: &str| editor.ask("GET", &format!("/veilig/{name}"), &Value::Null);
    // A running set waits until others have answered after it.
    for numbers in [0..30, 30..60] {
        cast(numbers);
        editor.installation.wait(MINUTE);
    }
    editor.installation.wait(MINUTE);
    let first = [file("figures.csv").body, file("figures.xlsx").body];
    assert_eq!([file("figures.csv").body, file("figures.xlsx").body], first, "nothing has changed");
    let count = || figure(&csv_rows(&file("figures.csv")), "option:ja").0.to_owned();
    let running = count();

    // The same set, other words.
    let mut words = poll;
    words["questions"][0]["kind"]["options"][0]["text"]["nl"] = json!("Ja, zeker");
    let body = json!({ "version": editor.version(), "note": { "nl": "Duidelijker." }, "poll": words });
    assert_eq!(editor.ask("POST", "/veilig/corrections", &body).status, 200);
    let labelled = |rows: &Rows| rows.iter().any(|row| row["label"] == "Ja, zeker");
    assert!(labelled(&csv_rows(&file("figures.csv"))));
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file("figures.xlsx").body)).unwrap();
    assert!(labelled(&sheet(&mut workbook, "figures")));

    // The same words, another set.
    cast(60..100);
    editor.close();
    assert_ne!(count(), running);
    assert_eq!(count(), "50");
}

#[test]
fn a_set_that_the_asker_has_is_not_sent_again() {
    let editor = closed();
    let read = |has: Option<u32>| {
        let read = ReadFigures { id: PollId::parse("veilig").unwrap(), has };
        let objects = &editor.installation.objects;
        objects.with(ObjectClass::Municipality, "kleinstad", |context| read.run(context).unwrap()).unwrap()
    };
    let figures = read(None);
    assert!(figures.published().unwrap().is_some());
    let again = read(figures.number);
    assert!(again.published().unwrap().is_none() && again.reads_as(&figures));
    assert!(read(figures.number.map(|number| number + 1)).published().unwrap().is_some());
}
