//! When the figures show: after closing, after answering, or only with the report; on the page, as pictures, as files.

use serde_json::json;

use super::{Editor, MINUTE, poll, report, with};

/// Whether everybody sees figures: by the API, on a page and as a picture, which have to agree.
fn are_seen(editor: &Editor, page: &str) -> bool {
    let page = editor.installation.get(&format!("/kleinstad/nl/peilingen/veilig{page}")).text();
    let picture = editor.installation.get("/kleinstad/nl/peilingen/veilig/grafieken/veilig.svg").status == 200;
    let seen = editor.public().results.is_some();
    assert_eq!((seen, seen), (page.contains("id=\"results-title\""), picture), "{page}");
    seen
}

#[test]
fn figures_show_when_the_editor_chose() {
    for (visible, expected) in [
        ("afterClosing", [false, true, true]),
        ("afterAnswering", [true, true, true]),
        ("withReport", [false, false, true]),
    ] {
        let editor = Editor::new();
        editor.open_poll(&with(poll(), "resultsVisible", json!(visible)));
        for numbers in [0..30, 30..60] {
            editor.cast_many(numbers);
            editor.installation.wait(MINUTE);
        }
        editor.installation.wait(MINUTE);
        // Whoever has answered is on the page of thanks.
        let open = are_seen(&editor, "/bedankt");
        editor.close();
        let closed = are_seen(&editor, "");
        // Whoever writes the report sees them before everybody else does.
        let detail = editor.detail();
        assert!(detail.results.is_some(), "{visible}");
        assert_eq!(editor.ask("PUT", "/veilig/report", &report(detail.version)).status, 200);
        editor.installation.wait(6_000);
        assert_eq!([open, closed, are_seen(&editor, "")], expected, "{visible}");
    }
}
