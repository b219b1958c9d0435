//! What a report on a poll has to say, and that old ones still read.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking, its helping functions too")]

use proptest::prelude::*;
use serde_json::{Value, json};
use shared::fault::{Fault, FaultCode};
use shared::ids::{CaseId, PartnerId, QuestionId};
use shared::poll::Report;
use shared::poll::report::{ActivityLink, Known, MAX_ENTRIES, is_web_address};

const INITIATIVE: &str = "00000000000000000000000001";

fn report(change: impl FnOnce(&mut Value)) -> Report {
    let mut report = json!({
        "publishedOn": "2026-04-01", "figures": 2,
        "heard": {"nl": "U vindt het pad te donker."},
        "weDo": [{"text": {"nl": "We zetten er licht."}, "byWhom": "gemeente", "byWhen": "2026-05-01"}],
        "weDoNot": {"nl": "Geen camera, want die helpt hier niet."},
        "youCan": [
            {"text": {"nl": "Loop mee op vrijdag."}, "link": {"kind": "initiative", "id": INITIATIVE}},
            {"text": {"nl": "Lees meer over licht."}, "link": {"kind": "site", "url": "https://www.voorbeeld.nl/licht"}}],
        "questions": [{"questionId": "veilig", "text": {"nl": "De meesten zeggen nee."}}]
    });
    change(&mut report);
    serde_json::from_value(report).unwrap()
}

fn read(report: &Report) -> Result<Report, Vec<(String, FaultCode)>> {
    let partners: [PartnerId; 1] = ["gemeente".parse().unwrap()];
    let initiatives: [CaseId; 1] = [INITIATIVE.parse().unwrap()];
    let questions: [QuestionId; 1] = ["veilig".parse().unwrap()];
    let read = report.read(Known { partners: &partners, initiatives: &initiatives, questions: &questions });
    read.map_err(|faults| faults.into_iter().map(|Fault { field, code }| (field, code)).collect())
}

fn faults(change: impl FnOnce(&mut Value)) -> Vec<(String, FaultCode)> {
    read(&report(change)).unwrap_err()
}

fn one(field: &str, code: FaultCode) -> Vec<(String, FaultCode)> {
    vec![(field.to_owned(), code)]
}

#[test]
fn a_good_report_comes_back_and_is_stored_as_it_is() {
    let good = report(|_| {});
    assert_eq!(read(&good), Ok(good.clone()));
    let stored: Report = serde_json::from_str(&serde_json::to_string(&good).unwrap()).unwrap();
    assert_eq!(stored, good);
}

#[test]
fn a_report_says_what_residents_can_do() {
    assert_eq!(faults(|report| report["youCan"] = json!([])), one("youCan", FaultCode::TooFew { min: 1 }));
    for empty in ["-", "n.v.t.", "geen", "nog niet"] {
        let said = faults(|report| report["youCan"][0]["text"]["nl"] = json!(empty));
        assert_eq!(said, one("youCan.0.text.nl", FaultCode::EmptyPhrase), "{empty}");
    }
}

#[test]
fn a_report_says_what_is_done_or_why_not() {
    assert!(read(&report(|report| report["weDo"] = json!([]))).is_ok());
    assert!(read(&report(|report| report["weDoNot"] = Value::Null)).is_ok());
    let nothing = faults(|report| {
        report["weDo"] = json!([]);
        report["weDoNot"] = Value::Null;
    });
    assert_eq!(nothing, one("weDo", FaultCode::TooFew { min: 1 }));
}

#[test]
fn every_field_at_fault_is_named_by_its_path() {
    let found = faults(|report| {
        report["heard"]["en"] = json!("no");
        report["weDo"][0]["byWhom"] = json!("weg");
        report["weDo"][0]["byWhen"] = json!("2026-04-01");
        report["youCan"][0]["link"]["id"] = json!("00000000000000000000000002");
        report["youCan"][1]["link"]["url"] = json!("javascript:alert(1)");
        let finding = report["questions"][0].clone();
        report["questions"] = json!([finding, {"questionId": "veilig", "text": {"nl": "Nog een keer dan."}},
            {"questionId": "anders", "text": {"nl": "x"}}]);
    });
    let expected = [
        ("heard.en", FaultCode::EmptyPhrase),
        ("weDo.0.byWhom", FaultCode::Unknown),
        ("weDo.0.byWhen", FaultCode::NotInTheFuture),
        ("youCan.0.link.id", FaultCode::Unknown),
        ("youCan.1.link.url", FaultCode::NotAWebAddress),
        ("questions.1.questionId", FaultCode::Duplicate),
        ("questions.2.questionId", FaultCode::Unknown),
        ("questions.2.text.nl", FaultCode::EmptyPhrase),
    ];
    assert_eq!(found, expected.map(|(field, code)| (field.to_owned(), code)));
    let many = faults(|report| {
        let entry = report["youCan"][0].clone();
        report["youCan"] = Value::Array(vec![entry; MAX_ENTRIES + 1]);
    });
    assert_eq!(many, one("youCan", FaultCode::TooMany { max: MAX_ENTRIES }));
}

/// As it was stored before measures and activities were lists.
#[test]
fn the_first_reports_still_read() {
    let old: Report = serde_json::from_str(
        r#"{"publishedOn":"2026-04-01","heard":{"nl":"U vindt het pad te donker."},"weDo":{"nl":"We zetten er licht."},
            "weDoNot":null,"youCan":{"nl":"Loop mee op vrijdag.","en":"Walk along on Friday."},"byWhom":"gemeente",
            "byWhen":"2026-05-01"}"#,
    )
    .unwrap();
    assert_eq!((old.figures, old.we_do_not.as_ref(), old.questions.len()), (None, None, 0));
    assert_eq!(old.we_do[0].by_whom.as_str(), "gemeente");
    assert_eq!(old.we_do[0].by_when.unwrap().to_string(), "2026-05-01");
    assert_eq!(old.you_can[0].link, None);
    assert_eq!(read(&old), Ok(old.clone()), "and is still a good one");
}

#[test]
fn a_link_leads_to_a_page_that_can_be_seen() {
    for good in ["https://www.voorbeeld.nl", "https://voorbeeld.nl/a?b=c#d", "https://voorbeeld.nl:8443/a@b"] {
        assert!(is_web_address(good), "{good}");
    }
    for bad in [
        "http://voorbeeld.nl",
        "https://",
        "https://localhost",
        "https://bank.nl@boef.nl",
        "https://voorbeeld.nl/ x",
        "https://voorbeeld.nl\\@boef.nl",
        "https://.nl",
        "javascript:alert(1)",
        "//voorbeeld.nl",
        "https://voorbeeld.nl/\"onclick=",
    ] {
        assert!(!is_web_address(bad), "{bad}");
    }
}

proptest! {
    /// Whatever passes as an address cannot leave the attribute that it stands in, and has no name before its host.
    #[test]
    fn an_address_that_passes_is_plain(rest in ".{0,40}") {
        let url = format!("https://{rest}");
        if is_web_address(&url) {
            let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
            prop_assert!(!url.contains(['"', '<', '>', ' ', '\\']) && !host.contains('@') && host.contains('.'));
        }
    }

    /// What is cleaned once is clean.
    #[test]
    fn reading_twice_is_reading_once(text in "[a-z ]{0,30}", url in "[a-z./:]{0,20}") {
        let changed = report(|report| {
            report["heard"]["nl"] = json!(format!("  u zei dit {text} "));
            report["youCan"][1]["link"]["url"] = json!(format!(" https://{url}"));
        });
        if let Ok(clean) = read(&changed) {
            let leads = matches!(&clean.you_can[1].link, Some(ActivityLink::Site { url }) if is_web_address(url));
            prop_assert!(leads);
            prop_assert_eq!(read(&clean), Ok(clean));
        }
    }
}
