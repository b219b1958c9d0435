//! What the police write down is theirs.

use serde_json::json;
use shared::wire::admin::{CaseDetail, CaseEntryKind};

use super::{Office, erasing::is_found};

#[test]
fn notes_of_the_police_are_read_by_the_police_alone() {
    const NOTE: &str = "Wij rijden daar vrijdag langs.";
    let office = Office::new();
    office.must(&office.wil, "/support-requests", json!({ "to": "politie", "reason": "Kunt u meekijken?" }));
    office.must(&office.piet, "/support-requests/politie/reply", json!({ "accept": true }));
    let shown = office.must(&office.piet, "/notes", json!({ "text": NOTE }));
    let notes = |detail: &CaseDetail| -> Vec<String> {
        let notes = detail.timeline.iter().filter(|entry| entry.what == CaseEntryKind::Note);
        notes.filter_map(|entry| entry.text.clone()).collect()
    };
    assert_eq!(notes(&shown), [NOTE]);
    // The owner, a partner that helps, and the coordinator: to all of them it is not there.
    for who in [&office.wil, &office.bram, &office.sanne] {
        let answer = office.read(who);
        assert_eq!(answer.status, 200);
        assert!(!answer.text().contains(NOTE));
        assert_eq!(notes(&answer.json()), Vec::<String>::new());
    }
    assert!(!format!("{:?}", office.followed()).contains(NOTE));
    // Also when the police own it, and when everything is handed on.
    let handover = office.offer(&office.wil, "politie");
    assert_eq!(office.reply(&office.piet, &handover, true).status, 200);
    let detail: CaseDetail = office.read(&office.piet).json();
    assert_eq!(notes(&detail), [NOTE]);
    let back = office.offer(&office.piet, "woonstad");
    assert_eq!(office.reply(&office.wil, &back, true).status, 200);
    assert!(!office.read(&office.wil).text().contains(NOTE));
    // What others note, the police read: they work on it together.
    let other = office.must(&office.wil, "/notes", json!({ "text": "De huismeester weet ervan." }));
    assert_eq!(notes(&other), ["De huismeester weet ervan."]);
    assert_eq!(office.act(&office.piet, "/notes", json!({ "text": "Nog een." })).status, 404, "it is no longer theirs");
    // Asking to erase everything reaches it all the same.
    office.must(&office.sanne, "/erasure", json!({ "reason": "Alles.", "everything": true }));
    assert!(!is_found(&office, NOTE));
}
