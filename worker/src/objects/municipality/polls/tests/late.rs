//! Reports that are late, and those that were written long ago.

use super::*;

#[test]
fn a_report_that_is_late_is_known_to_everybody() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    // The municipality gives itself three working days while the poll is open; closing is what counts.
    let mut file = small_file();
    file.settings.terms.report_days = 3;
    assert_eq!(editor.installation.load("kleinstad", &file).status, 200);
    editor.close();
    let due = editor.detail().overview.report_due.unwrap();
    assert_eq!(due.to_string(), "2026-03-05");
    file.settings.terms.report_days = 30;
    assert_eq!(editor.installation.load("kleinstad", &file).status, 200);
    editor.installation.wait(3 * DAY - 6_000);
    assert!(!editor.public().report_overdue, "until the end of the day");
    editor.installation.wait(DAY);
    let public = editor.public();
    assert_eq!((public.report_due, public.report_overdue), (Some(due), true), "what was promised stays");
    assert!(editor.detail().overview.report_overdue);
    let list: Vec<PollSummary> = editor.installation.get(POLLS).json();
    assert_eq!((list[0].report_due, list[0].report_overdue), (Some(due), true));
    assert_eq!(editor.ask("PUT", "/veilig/report", &report(editor.version())).status, 200);
    editor.installation.wait(6_000);
    assert_eq!((editor.public().report_due, editor.public().report_overdue), (None, false));
}

/// A report as the first version stored it.
#[test]
fn an_old_report_still_shows() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    editor.cast_many(0..20);
    editor.close();
    assert_eq!(editor.ask("PUT", "/veilig/report", &report(editor.version())).status, 200);
    let old = r#"{"publishedOn":"2026-03-02","heard":{"nl":"Wij hoorden u."},"weDo":{"nl":"Wij zetten licht neer."},
        "weDoNot":null,"youCan":{"nl":"Loop mee op vrijdag."},"byWhom":"woonstad","byWhen":null}"#;
    editor.installation.objects.inspect(ObjectClass::Municipality, "kleinstad", |sql| {
        sql.execute("UPDATE poll SET report = ?", &[old.into()]).unwrap();
        sql.execute("UPDATE object SET public_version = public_version + 1", &[]).unwrap();
    });
    editor.installation.wait(6_000);
    let public = editor.public();
    let said = public.report.unwrap();
    assert_eq!((said.we_do.len(), said.we_do[0].text.text.as_str()), (1, "Wij zetten licht neer."));
    assert_eq!((said.you_can[0].text.text.as_str(), &said.you_can[0].link), ("Loop mee op vrijdag.", &None));
    assert_eq!(public.results.unwrap().total.ballots, Some(20));
    assert_eq!(editor.detail().report.unwrap().we_do[0].by_whom.as_str(), "woonstad");
}
