//! A correction as an editor types it: every text of the poll, and why.

use leptos::prelude::*;
use serde_json::Value;
use shared::fault::{Fault, FaultCode};
use shared::poll::Poll;
use shared::text::Localized;
use shared::wire::admin::{CorrectionRequest, PollDetail};

use crate::polls::editor::Both;

/// Lives as long as the program, like every draft.
#[derive(Clone, Copy)]
pub(crate) struct CorrectionDraft {
    /// The version it was made on.
    pub(super) version: RwSignal<u64>,
    pub(super) note: Both,
    pub(super) touched: RwSignal<bool>,
    /// The poll it was made on.
    base: StoredValue<Value>,
    places: StoredValue<Vec<Place>>,
}

/// One text of the poll, by its place: `questions.0.text`.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) path: String,
    pub(super) text: Both,
}

impl CorrectionDraft {
    pub(crate) fn of(detail: &PollDetail) -> Self {
        let base = serde_json::to_value(&detail.poll).unwrap_or_default();
        Self {
            version: RwSignal::new(detail.version),
            note: Both::empty(),
            touched: RwSignal::new(false),
            places: StoredValue::new(places(&base)),
            base: StoredValue::new(base),
        }
    }

    pub(crate) fn holds_text(&self) -> bool {
        self.touched.get_untracked()
    }

    pub(super) fn places(&self) -> Vec<Place> {
        self.places.get_value()
    }

    /// The texts that were changed here, and meanwhile by somebody else in another way, by their places.
    pub(super) fn changed_twice(&self, theirs: &PollDetail) -> Vec<String> {
        let theirs = serde_json::to_value(&theirs.poll).unwrap_or_default();
        let twice = |place: &Place| {
            let (base, other) = (self.in_base(&place.path), text_at(&theirs, &place.path));
            let mine = place.text.shown();
            mine != base && base != other && mine != other
        };
        self.places().into_iter().filter(twice).map(|place| place.path).collect()
    }

    /// Goes on from what somebody else saved meanwhile: what was changed here stays, everything else reads as theirs.
    pub(super) fn take_along(&self, theirs: &PollDetail) {
        let value = serde_json::to_value(&theirs.poll).unwrap_or_default();
        for Place { path, text } in self.places() {
            if text.shown() == self.in_base(&path) {
                let (nl, en) = text_at(&value, &path);
                text.nl.set(nl);
                text.en.set(en);
            }
        }
        self.base.set_value(value);
        self.version.set(theirs.version);
    }

    fn in_base(&self, path: &str) -> (String, String) {
        self.base.with_value(|base| text_at(base, path))
    }

    /// The poll with its new words, or every field at fault.
    pub(super) fn read(&self) -> Result<CorrectionRequest, Vec<Fault>> {
        let mut faults = Vec::new();
        let note = self.note.read("note", &mut faults);
        let base = self.base.get_value();
        let mut corrected = base.clone();
        for Place { path, text } in self.places() {
            let text = text.read(&path, &mut faults);
            if let (Some(there), Ok(text)) = (corrected.pointer_mut(&pointer(&path)), serde_json::to_value(text)) {
                *there = text;
            }
        }
        if faults.is_empty() && corrected == base {
            faults.push(Fault::new("note", FaultCode::NothingChanged));
        }
        match serde_json::from_value::<Poll>(corrected) {
            Ok(poll) if faults.is_empty() => {
                Ok(CorrectionRequest { version: self.version.get_untracked(), note, poll })
            }
            _ => Err(faults),
        }
    }
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}

/// The words of a text in both languages, as fields show them.
fn text_at(poll: &Value, path: &str) -> (String, String) {
    let word = |language: &str| {
        let text = poll.pointer(&pointer(path)).and_then(|text| text.get(language));
        text.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    (word("nl"), word("en"))
}

/// Every text of a poll, in the order in which a resident meets them.
fn places(poll: &Value) -> Vec<Place> {
    let mut found = Vec::new();
    for name in ["title", "intro"] {
        if let Some(value) = poll.get(name) {
            walk(value, name, &mut found);
        }
    }
    if let Some(questions) = poll.get("questions") {
        walk(questions, "questions", &mut found);
    }
    found
}

fn walk(value: &Value, path: &str, found: &mut Vec<Place>) {
    if let Some(text) = as_text(value) {
        found.push(Place { path: path.to_owned(), text: Both::of(&text) });
        return;
    }
    match value {
        Value::Object(fields) => {
            // The question before its explanation and its answers.
            let first = ["text", "help", "low"];
            let known = first.iter().filter_map(|name| fields.get_key_value(*name));
            let others = fields.iter().filter(|(name, _)| !first.contains(&name.as_str()));
            for (name, value) in known.chain(others) {
                walk(value, &format!("{path}.{name}"), found);
            }
        }
        Value::Array(items) => {
            for (place, value) in items.iter().enumerate() {
                walk(value, &format!("{path}.{place}"), found);
            }
        }
        _ => {}
    }
}

/// A text is a map with a Dutch version; nothing else in a poll has one.
fn as_text(value: &Value) -> Option<Localized> {
    value.get("nl").and_then(Value::as_str)?;
    serde_json::from_value(value.clone()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn detail(version: u64, change: impl Fn(&mut Value)) -> PollDetail {
        let text = include_str!("../../../../../shared/tests/golden/poll.json");
        let mut poll: Value = serde_json::to_value(serde_json::from_str::<Poll>(text).unwrap()).unwrap();
        change(&mut poll);
        serde_json::from_value(json!({
            "overview": {
                "id": poll["id"], "title": poll["title"], "code": "101", "status": "open", "opensAt": null,
                "closesAt": null, "ballots": 0, "nextCountAt": null, "reportDue": null, "reportOverdue": false
            },
            "version": version, "poll": poll, "results": null, "report": null, "initiatives": [], "corrections": [],
            "namedAreas": [], "areasToName": []
        }))
        .unwrap()
    }

    fn at(draft: &CorrectionDraft, path: &str) -> Both {
        draft.places().into_iter().find(|place| place.path == path).unwrap().text
    }

    #[test]
    fn every_text_can_be_corrected_and_nothing_else_changes() {
        Owner::new().with(|| {
            let shown = detail(1, |_| {});
            let draft = CorrectionDraft::of(&shown);
            let faults = || -> Vec<String> { draft.read().unwrap_err().into_iter().map(|fault| fault.field).collect() };
            assert_eq!(faults(), ["note.nl"]);
            draft.note.nl.set("Er stond een fout in.".into());
            assert_eq!(faults(), ["note"], "nothing is corrected yet");
            at(&draft, "questions.0.text").nl.set("Voelt u zich hier veilig?".into());
            let mut expected = serde_json::to_value(&shown.poll).unwrap();
            expected["questions"][0]["text"]["nl"] = json!("Voelt u zich hier veilig?");
            assert_eq!(serde_json::to_value(&draft.read().unwrap().poll).unwrap(), expected);
        });
    }

    #[test]
    fn what_somebody_else_corrected_meanwhile_is_kept_beside_what_was_typed() {
        Owner::new().with(|| {
            let draft = CorrectionDraft::of(&detail(3, |_| {}));
            draft.note.nl.set("Er stond een fout in.".into());
            at(&draft, "questions.0.text").nl.set("Voelt u zich hier veilig?".into());
            let theirs = detail(4, |poll| {
                poll["title"]["nl"] = json!("Een betere titel");
                poll["questions"][0]["text"]["nl"] = json!("Voelt u zich veilig in uw straat?");
            });
            assert_eq!(draft.changed_twice(&theirs), ["questions.0.text"]);
            draft.take_along(&theirs);
            let request = draft.read().unwrap();
            let poll = serde_json::to_value(&request.poll).unwrap();
            assert_eq!((request.version, poll["title"]["nl"].clone()), (4, json!("Een betere titel")));
            assert_eq!(poll["questions"][0]["text"]["nl"], "Voelt u zich hier veilig?");
        });
    }
}
