//! What programs read of a poll is written once for each reading of the snapshot, and never longer.

use serde_json::json;
use shared::{poll::PollStatus, wire::public::PollView};

use super::{DAY, Editor, POLLS, poll};
use crate::testing::{Answer, slug};

fn read(editor: &Editor, language: &str) -> Answer {
    editor.installation.get(&format!("{POLLS}/veilig?lang={language}"))
}

fn is_kept(editor: &Editor, language: &str) -> bool {
    let edge = &editor.installation.edge;
    edge.snapshots().page(&slug("kleinstad"), &format!("{language} veilig"), edge.now()).is_some()
}

#[test]
fn a_poll_is_written_once_for_each_language() {
    let editor = Editor::new();
    assert_eq!(read(&editor, "nl").status, 404);
    assert!(!is_kept(&editor, "nl"), "what is not there is looked for again");
    editor.open_poll(&poll());
    let dutch = read(&editor, "nl");
    assert!(is_kept(&editor, "nl") && !is_kept(&editor, "en"));
    let english = read(&editor, "en");
    assert_ne!(dutch.body, english.body);
    for (first, language) in [(&dutch, "nl"), (&english, "en")] {
        let again = read(&editor, language);
        assert_eq!((&again.headers, &again.body), (&first.headers, &first.body), "{language}");
    }
}

#[test]
fn a_poll_that_was_kept_closes_all_the_same() {
    let editor = Editor::new();
    editor.open_poll(&poll());
    assert_eq!(read(&editor, "nl").json::<PollView>().status, PollStatus::Open);
    assert!(is_kept(&editor, "nl"));
    editor.ask("POST", "/veilig/closing", &json!({ "version": editor.version() }));
    assert!(!is_kept(&editor, "nl"), "whoever closed it sees it at once");
    assert_eq!(read(&editor, "nl").json::<PollView>().status, PollStatus::Closed);

    assert!(is_kept(&editor, "nl"));
    editor.installation.objects.advance(DAY);
    assert!(!is_kept(&editor, "nl"), "no longer than the snapshot it was written from");
}
