//! Files as a spreadsheet program and a program of somebody else read them.

use std::collections::BTreeMap;
use std::io::Read;

use shared::case::Channel;
use shared::poll::{Answers, Poll};
use shared::tally::Published;
use shared::text::Language;

use super::*;

fn poll() -> Poll {
    serde_json::from_str(include_str!("../../../shared/tests/golden/poll.json")).unwrap()
}

fn published() -> Published {
    serde_json::from_str(include_str!("../../../shared/tests/golden/published.json")).unwrap()
}

fn with_export<T>(check: impl FnOnce(&Export<'_>) -> T) -> T {
    let (poll, set) = (poll(), published());
    let areas: Vec<_> = serde_json::from_str(r#"[{"id":"molenbuurt","kind":"buurt","name":"=Molen, buurt"}]"#).unwrap();
    let channels = BTreeMap::from([("online".to_owned(), 90), ("paper".to_owned(), 9)]);
    check(&Export { poll: &poll, set: &set, areas: &areas, channels: Some(&channels), language: Language::Nl })
}

#[test]
fn no_text_is_a_formula() {
    for text in ["=1+1", "+31 6", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"] {
        let Cell::Text(written) = Cell::from(text) else { panic!() };
        assert!(written.starts_with('\''), "{written:?}");
    }
    assert_eq!(Cell::from("a=b"), Cell::Text("a=b".into()));
    assert_eq!(Cell::from("\u{0}\u{8}=1"), Cell::Text("'=1".into()), "what cannot be seen hides nothing");
    let mut table = Table::new("t", &["a", "b", "c"]);
    table.rows.push(vec!["=HYPERLINK(\"x\")".into(), "twee\nregels, \"zo\"".into(), 1.5.into()]);
    assert_eq!(csv(&table), "\u{feff}a,b,c\r\n\"'=HYPERLINK(\"\"x\"\")\",\"twee\nregels, \"\"zo\"\"\",1.5\r\n");
}

#[test]
fn figures_have_stable_ids_and_nothing_that_is_hidden() {
    with_export(|export| {
        let table = figures(export);
        let json = json(&table);
        let rows = json.as_array().unwrap();
        let find = |area: Option<&str>, question: &str, row: &str| {
            let is = |found: &serde_json::Value, column: &str, wanted: Option<&str>| found[column].as_str() == wanted;
            rows.iter()
                .find(|found| {
                    is(found, "areaId", area)
                        && is(found, "questionId", Some(question))
                        && is(found, "rowId", Some(row))
                })
                .unwrap_or_else(|| panic!("{question} {row}"))
        };
        let total = &export.set.total.questions[0];
        let yes = find(None, "veilig", "option:ja");
        assert_eq!(yes["count"].as_u64(), total.figures[0].count.map(u64::from));
        assert_eq!((yes["label"].as_str(), yes["hidden"].as_u64()), (Some("Ja"), Some(0)));
        for area in std::iter::once(&export.set.total).chain(&export.set.areas) {
            for line in &area.questions {
                for figure in &line.figures {
                    let found = find(
                        area.area_id.as_ref().map(shared::ids::AreaId::as_str),
                        line.question_id.as_str(),
                        &super::figures::row_id(&figure.row),
                    );
                    assert_eq!(found["count"].as_u64(), figure.count.map(u64::from));
                    assert_eq!(found["hidden"].as_u64(), Some(u64::from(figure.count.is_none())));
                }
            }
        }
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
        assert!(csv(&table).contains("\"'=Molen, buurt\""));
        // Every id of the figures is in the code book.
        let book = code_book(export.poll, Language::En);
        let known: Vec<(&Cell, &Cell, &Cell)> = book.rows.iter().map(|row| (&row[0], &row[1], &row[2])).collect();
        for row in table.rows.iter().filter(|row| matches!(&row[7], Cell::Text(id) if id.contains(':'))) {
            assert!(known.contains(&(&row[5], &row[6], &row[7])), "{row:?}");
        }
    });
}

#[test]
fn a_workbook_has_its_sheets_and_no_formula() {
    let bytes = with_export(|export| xlsx(&export.tables(), export.set.on).unwrap());
    assert_eq!(bytes, with_export(|export| xlsx(&export.tables(), export.set.on).unwrap()), "the same each time");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let book = part("xl/workbook.xml");
    assert!(["figures", "code book", "notes"].iter().all(|name| book.contains(&format!("name=\"{name}\""))), "{book}");
    for sheet in 1..=3 {
        let sheet = part(&format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
    }
    let strings = part("xl/sharedStrings.xml");
    assert!(strings.contains("'=Molen, buurt") && strings.contains("Op papier"), "{strings}");
}

#[test]
fn raw_ballots_have_a_column_for_each_answer() {
    let poll = poll();
    let answers: Answers = serde_json::from_str(
        r#"{"veilig":{"choice":"ja"},"wat":{"choices":["licht","groen"]},"cijfer":{"scale":4},"meer":{"text":"=1"}}"#,
    )
    .unwrap();
    let mut table = RawTable::new(&poll);
    table.add(&answers, Some(&"molenbuurt".parse().unwrap()), Some(Channel::Paper));
    table.add(&Answers::new(), None, None);
    assert_eq!(
        table.into_csv(),
        "\u{feff}channel,areaId,veilig,wat.licht,wat.groen,wat.buren,wat.weet-niet,cijfer,meer\r\n\
         paper,molenbuurt,ja,1,1,0,0,4,'=1\r\n,,,,,,,,\r\n"
    );
}

/// Every kind of question, with an answer to each.
#[test]
fn batteries_rankings_and_something_else_have_columns_of_their_own() {
    let text = |words: &str| serde_json::json!({ "nl": words });
    let item = |id: &str| serde_json::json!({ "id": id, "text": text(id) });
    let mut poll = poll();
    poll.questions = serde_json::from_value(serde_json::json!([
        { "id": "waar", "text": text("Waar?"), "kind": { "type": "oneChoice", "options": [
            item("park"), { "id": "anders", "text": text("Anders"), "other": true }] } },
        { "id": "eens", "text": text("Eens?"), "kind": { "type": "battery", "statements": [item("a"), item("b")],
            "scale": { "type": "numbers", "to": 5, "low": text("oneens"), "high": text("eens"), "noOpinion": true } } },
        { "id": "eerst", "text": text("Wat eerst?"), "kind": {
            "type": "ranking", "options": [item("licht"), item("groen"), item("buren")], "places": 2 } },
    ]))
    .unwrap();
    let answers: Answers = serde_json::from_str(
        r#"{"waar":{"namely":{"options":["anders"],"text":"+bij de brug"}},
            "eens":{"battery":{"a":{"scale":2},"b":"noOpinion"}},"eerst":{"ranking":{"groen":1,"licht":2}}}"#,
    )
    .unwrap();
    let mut table = RawTable::new(&poll);
    table.add(&answers, None, Some(Channel::Online));
    let file = table.into_csv();
    let (header, row) = file.trim_end().split_once("\r\n").unwrap();
    assert!(header.ends_with("areaId,waar,waar.other,eens.a,eens.b,eerst.licht,eerst.groen,eerst.buren"), "{header}");
    assert!(row.ends_with("online,,anders,'+bij de brug,2,noOpinion,2,1,"), "{row}");
    let book = csv(&code_book(&poll, Language::Nl));
    for line in [
        "eens,a,,,a,",
        "eens,a,value:1,,1 – oneens,,0",
        "eens,b,noOpinion,,Geen mening,,1",
        "eerst,licht,value:2,,Plaats 2,,0",
        "eerst,,option:licht,,Op plaats 1: licht,,0",
    ] {
        assert!(book.contains(line), "{line} in {book}");
    }
}
