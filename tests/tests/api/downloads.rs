//! The files that leave the building, read back as others read them: a workbook by a spreadsheet reader, CSV by a CSV
//! reader. Small groups are hidden in all of them, no cell is a formula, and ids say what every row is about.

use std::collections::BTreeMap;
use std::io::Cursor;

use buurtstem_tests::{Answer, Client, Server};
use calamine::{Data, Reader as _, Xlsx};
use serde_json::{Value, json};

const POLLS: &str = "/api/v1/municipalities/kleinstad/polls";
const ADMIN: &str = "/api/v1/admin/polls";
const EVIL: &str = "=HYPERLINK(\"https://evil.example\",\"klik\")";

type Rows = Vec<BTreeMap<String, String>>;

/// A poll with texts that a spreadsheet program would take for formulas.
fn poll() -> Value {
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
    reader.deserialize().map(|row| row.expect("a row as RFC 4180 has it")).collect()
}

/// A sheet as a list of rows by the names of the columns. No cell may be a formula or begin like one.
fn sheet(workbook: &mut Xlsx<Cursor<Vec<u8>>>, name: &str) -> Rows {
    assert!(workbook.worksheet_formula(name).expect("formulas").is_empty(), "a formula in {name}");
    let range = workbook.worksheet_range(name).expect("a sheet");
    let mut rows = range.rows();
    let text = |cell: &Data| match cell {
        Data::Float(number) => number.to_string(),
        other => other.to_string(),
    };
    let header: Vec<String> = rows.next().expect("a header").iter().map(text).collect();
    rows.map(|row| header.iter().cloned().zip(row.iter().map(text)).collect()).collect()
}

fn begins_like_a_formula(rows: &Rows) -> bool {
    rows.iter().flat_map(BTreeMap::values).any(|cell| {
        cell.starts_with(['=', '+', '@', '\t', '\r', '\n']) || (cell.starts_with('-') && cell.parse::<f64>().is_err())
    })
}

/// Of everybody, for the question: how often the row was chosen, and whether that is hidden.
fn figure(rows: &Rows, row: &str) -> (String, String) {
    let is = |found: &&BTreeMap<String, String>, column: &str, wanted: &str| {
        found.get(column).is_some_and(|cell| cell == wanted)
    };
    let found = rows
        .iter()
        .find(|found| is(found, "areaId", "") && is(found, "questionId", "veilig") && is(found, "rowId", row))
        .unwrap_or_else(|| panic!("no {row} in {rows:?}"));
    (found["count"].clone(), found["hidden"].clone())
}

struct Closed {
    server: Server,
    editor: Client,
}

impl Closed {
    /// 30 say yes, 14 no, 11 sometimes and 3 do not know; one of them on paper.
    fn new() -> Self {
        let server = Server::with_kleinstad();
        let editor = server.sign_in("kleinstad", "els");
        let this = Self { server, editor };
        let _ = this.editor.post(ADMIN, &json!({ "version": 0, "poll": poll() })).expect(201);
        let opening = json!({ "version": 1, "closesOn": "2099-12-31" });
        let _ = this.editor.post(&format!("{ADMIN}/veilig/opening"), &opening).expect(200);
        this.server.run_due_work();
        this.until("open");
        let anybody = this.server.anybody();
        let given = [("ja", 30), ("nee", 14), ("soms", 11), ("weet", 2)];
        for (number, answer) in given.iter().flat_map(|(answer, count)| vec![answer; *count]).enumerate() {
            let body = json!({
                "answers": { "veilig": { "choice": answer }, "meer": { "text": EVIL } },
                "areaId": if number % 2 == 0 { "de-linden" } else { "de-haven" }
            });
            let key = format!("ballot-number-{number:06}");
            let _ = anybody.post_once(&format!("{POLLS}/veilig/ballots"), &key, &body).expect(201);
        }
        let paper = json!({
            "ballotId": "00000000000000000000000009", "answers": { "veilig": { "choice": "weet" } }, "channel": "paper"
        });
        let _ = this.editor.post(&format!("{ADMIN}/veilig/ballots"), &paper);
        let closing = json!({ "version": this.version() });
        let _ = this.editor.post(&format!("{ADMIN}/veilig/closing"), &closing).expect(200);
        this.server.run_due_work();
        this.until("closed");
        this
    }

    fn version(&self) -> Value {
        self.editor.get(&format!("{ADMIN}/veilig")).expect(200).json()["version"].clone()
    }

    fn until(&self, status: &str) {
        for _ in 0..100 {
            let view = self.server.anybody().get(&format!("{POLLS}/veilig")).json();
            if view["status"] == status && (status != "closed" || !view["results"].is_null()) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("the poll is not {status}");
    }

    fn download(&self, file: &str) -> Answer {
        self.editor.get(&format!("{ADMIN}/veilig/{file}")).expect(200)
    }
}

#[test]
fn files_are_read_back_with_small_groups_hidden_and_without_formulas() {
    let poll = Closed::new();
    let file = poll.download("figures.csv");
    let figures = csv_rows(&file);
    assert_eq!(figure(&figures, "option:ja"), ("30".into(), "0".into()));
    assert_eq!(figure(&figures, "option:weet"), (String::new(), "1".into()), "a group of 3");
    let hidden = figures.iter().filter(|row| row["hidden"] == "1" && row["areaId"].is_empty()).count();
    assert!(hidden >= 2, "one hidden count follows from the sum: {figures:?}");
    assert!(figures.iter().all(|row| (row["hidden"] == "1") == row["count"].is_empty() || row["rowId"] == "mean"));
    assert!(figures.iter().any(|row| row["label"] == "'=2+3") && !begins_like_a_formula(&figures), "{figures:?}");

    let workbook = poll.download("figures.xlsx");
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook.body)).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["figures", "code book", "notes"]);
    for name in ["figures", "code book", "notes"] {
        let rows = sheet(&mut workbook, name);
        assert!(!rows.is_empty() && !begins_like_a_formula(&rows), "{name}: {rows:?}");
    }
    let sheet_figures = sheet(&mut workbook, "figures");
    let ids = |rows: &Rows| -> Vec<[String; 5]> {
        rows.iter()
            .map(|row| ["areaId", "questionId", "rowId", "count", "hidden"].map(|column| row[column].clone()))
            .collect()
    };
    assert_eq!(ids(&sheet_figures), ids(&figures), "both files say the same");
    let notes = format!("{:?}", sheet(&mut workbook, "notes"));
    // One came in on paper, and an official knows whose that is.
    assert!(!notes.contains("On paper") && !notes.contains("Online"), "{notes}");
    // Every row of the figures has its explanation.
    let book = csv_rows(&poll.download("code-book.csv"));
    for row in figures.iter().filter(|row| row["rowId"].starts_with("option:")) {
        assert!(
            book.iter().any(|known| known["questionId"] == row["questionId"] && known["rowId"] == row["rowId"]),
            "{row:?}"
        );
    }

    // The same as open data, once there is a report.
    let anybody = poll.server.anybody();
    let open = |file: &str| anybody.get(&format!("{POLLS}/veilig/{file}"));
    assert_eq!(open("figures.csv").status, 404);
    let report = json!({
        "version": poll.version(), "heard": { "nl": "U vindt het pad te donker." },
        "weDo": [{ "text": { "nl": "We zetten er lantaarns." }, "byWhom": "woonstad" }],
        "youCan": [{ "text": { "nl": "Loop mee op 3 april." } }]
    });
    let _ = poll.editor.put(&format!("{ADMIN}/veilig/report"), &report).expect(200);
    poll.until("reported");
    assert_eq!(ids(&csv_rows(&open("figures.csv?lang=nl").expect(200))), ids(&figures));
    let data = open("figures.json").expect(200);
    assert_eq!(data.header("access-control-allow-origin"), "*");
    assert_eq!(data.json()["figures"].as_array().map(Vec::len), Some(figures.len()));
    let page = anybody.get("/kleinstad/nl/peilingen/veilig").expect(200).text();
    for file in ["figures.csv", "figures.json", "code-book.csv"] {
        let address = format!("{POLLS}/veilig/{file}?lang=nl");
        assert!(page.contains(&address), "{address} on the page");
        let _ = anybody.get(&address).expect(200);
    }

    // Whole ballots, for the coordinator alone.
    let coordinator = poll.server.sign_in("kleinstad", "sanne");
    let reason = json!({ "reason": "Onderzoek door de rekenkamer" });
    let raw = csv_rows(&coordinator.post(&format!("{ADMIN}/veilig/raw-ballots"), &reason).expect(200));
    assert_eq!(raw.len(), 58);
    assert!(raw.iter().all(|row| row["channel"].is_empty() && !row.contains_key("receivedOn")), "nobody stands out");
    assert!(raw.iter().any(|row| row["meer"] == format!("'{EVIL}")) && !begins_like_a_formula(&raw));
}
