//! Files that leave the building, as the real thing sends them: a workbook that was written in WebAssembly is read back
//! whole by a spreadsheet reader and says the same as the CSV. What stands in the files, and what is hidden, is tested
//! natively (`worker/src/objects/municipality/polls/tests/downloads.rs`).

use std::io::Cursor;

use buurtstem_tests::Answer;
use calamine::{Data, Reader as _, Xlsx};
use serde_json::json;

use crate::polls::{OpenPoll, cast};

const POLLS: &str = "/api/v1/municipalities/kleinstad/polls";
const ADMIN: &str = "/api/v1/admin/polls";
const CSV: &str = "text/csv; charset=utf-8";

type Rows = Vec<Vec<String>>;

fn csv_rows(file: &Answer) -> Rows {
    assert_eq!(file.header("content-type"), CSV);
    let bytes = file.body.strip_prefix(b"\xef\xbb\xbf").expect("a byte order mark, so that Excel reads the letters");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Rows {
    let range = workbook.worksheet_range(name).expect("a sheet");
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

/// Area, question, row, count and whether it is hidden.
fn figures(rows: &Rows) -> Rows {
    let places: Vec<usize> = ["areaId", "questionId", "rowId", "count", "hidden"]
        .iter()
        .map(|name| rows[0].iter().position(|column| column == name).unwrap())
        .collect();
    rows.iter().map(|row| places.iter().map(|place| row[*place].clone()).collect()).collect()
}

#[test]
fn every_file_comes_whole_out_of_the_real_thing() {
    let poll = OpenPoll::new();
    let anybody = poll.server.anybody();
    for number in 0..24 {
        let choice = if number % 2 == 0 { "ja" } else { "nee" };
        let _ = cast(&anybody, "veilig", &format!("ballot-number-{number:06}"), choice).expect(201);
    }
    let _ = poll.close().expect(200);
    poll.server.run_due_work();
    let _ = poll.server.until_poll("kleinstad", "veilig", "closed");

    let download = |file: &str| poll.editor.get(&format!("{ADMIN}/veilig/{file}")).expect(200);
    let csv = figures(&csv_rows(&download("figures.csv")));
    assert!(csv.contains(&["", "veilig", "option:ja", "12", "0"].map(str::to_owned).to_vec()), "{csv:?}");
    let file = download("figures.xlsx");
    assert_eq!(file.header("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(file.body)).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["figures", "code book", "notes"]);
    assert_eq!(figures(&sheet(&mut workbook, "figures")), csv, "both files say the same");
    assert_eq!(csv_rows(&download("code-book.csv")).len(), sheet(&mut workbook, "code book").len());

    // Open data once there is a report, for whoever's site asks for it.
    let report = json!({
        "version": poll.detail("veilig")["version"], "heard": { "nl": "U vindt het pad te donker." },
        "weDo": [{ "text": { "nl": "We zetten er lantaarns." }, "byWhom": "woonstad" }],
        "youCan": [{ "text": { "nl": "Loop mee op 3 april." } }]
    });
    let _ = poll.editor.put(&format!("{ADMIN}/veilig/report"), &report).expect(200);
    let _ = poll.server.until_poll("kleinstad", "veilig", "reported");
    let open = |file: &str| anybody.get(&format!("{POLLS}/veilig/{file}?lang=nl")).expect(200);
    assert_eq!(figures(&csv_rows(&open("figures.csv"))), csv);
    let data = open("figures.json");
    assert_eq!(data.header("access-control-allow-origin"), "*");
    assert_eq!(data.json()["figures"].as_array().map(Vec::len), Some(csv.len() - 1));

    // Whole ballots, for the coordinator alone.
    let coordinator = poll.server.sign_in("kleinstad", "sanne");
    let reason = json!({ "reason": "Onderzoek door de rekenkamer" });
    let raw = coordinator.post(&format!("{ADMIN}/veilig/raw-ballots"), &reason).expect(200);
    assert_eq!(csv_rows(&raw).len(), 1 + 24);
}
