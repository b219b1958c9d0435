//! Reading on behind a mistake, so that all mistakes of a file are named at once.
//!
//! serde stops at the first value that does not fit. Here that value is noted, replaced by one that fits, and the
//! file is read again, until it can be read whole. What was put in is never used: a file with faults is refused.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_path_to_error::Segment;
use shared::fault::{Fault, FaultCode};

use super::{allowed, fault, shapely};
use crate::refusal::{Code, Refusal};

/// Nobody corrects more in one go, and every fault costs another reading or a few.
const MOST_FAULTS: usize = 50;

/// What could be read, and everything that is wrong with how it is written.
#[derive(Debug)]
pub struct Reading<T> {
    /// None when reading could not go on behind the last fault.
    value: Option<T>,
    faults: Vec<Fault>,
}

impl<T> Reading<T> {
    /// The value, when it is written well and `faults` finds nothing either; otherwise every fault of both kinds.
    pub fn check(self, faults: impl FnOnce(&T) -> Vec<Fault>) -> Result<T, Refusal> {
        let Self { value, faults: mut all } = self;
        let Some(value) = value else { return Err(all.into()) };
        let found = faults(&value);
        if all.is_empty() && found.is_empty() {
            return Ok(value);
        }
        let mended = all.len();
        all.extend(found);
        let is_real = |fault: &Fault| {
            // What was put in for something else is not the operator's mistake, nor what points there.
            let put_in = all.iter().take(mended).any(|known| lies_in(&fault.field, &known.field));
            mended == 0 || !(put_in || matches!(fault.code, FaultCode::Unknown | FaultCode::Duplicate))
        };
        let kept: Vec<Fault> = all
            .iter()
            .enumerate()
            .filter(|(place, fault)| *place < mended || is_real(fault))
            .map(|(_, fault)| fault.clone())
            .collect();
        Err(kept.into())
    }
}

/// Whether a field is this one or inside of it.
fn lies_in(field: &str, around: &str) -> bool {
    field.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Reads a value from bytes that somebody sent, and on behind every mistake.
pub fn read_on<T: DeserializeOwned>(bytes: &[u8]) -> Result<Reading<T>, Refusal> {
    let text = shapely(bytes)?;
    let mut value: Value = serde_json::from_str(text).map_err(|_| Refusal::Unreadable { code: Code::NotJson })?;
    let mut faults = Vec::new();
    loop {
        let error = match read::<T>(&value) {
            Ok(read) => return Ok(Reading { value: Some(read), faults }),
            Err(error) => error,
        };
        let found = fault(&error);
        let known = faults.contains(&found);
        if !known {
            faults.push(found);
        }
        if known || faults.len() >= MOST_FAULTS || !mend::<T>(&mut value, &error) {
            return Ok(Reading { value: None, faults });
        }
    }
}

type ReadError = serde_path_to_error::Error<serde_json::Error>;

fn read<T: DeserializeOwned>(value: &Value) -> Result<T, ReadError> {
    serde_path_to_error::deserialize(value)
}

/// Puts something that fits in the place of what does not; false when nothing helps.
fn mend<T: DeserializeOwned>(value: &mut Value, error: &ReadError) -> bool {
    let message = error.inner().to_string();
    let named = message.split('`').nth(1).unwrap_or_default().to_owned();
    let field = fault(error).field;
    let mut path: Vec<Segment> = error.path().iter().cloned().collect();
    if message.starts_with("unknown field") {
        // The path of an unknown field ends with it, or with what it stands in.
        let ends_with_it = matches!(path.last(), Some(Segment::Map { key }) if *key == named);
        let around = if ends_with_it { path.get(..path.len().saturating_sub(1)) } else { Some(path.as_slice()) };
        let fields = around.and_then(|around| place(value, around)).and_then(Value::as_object_mut);
        return fields.is_some_and(|fields| fields.remove(&named).is_some());
    }
    if message.starts_with("missing field") {
        path.push(Segment::Map { key: named });
    }
    let mut candidates = vec![json!("a"), json!({ "nl": "a" }), json!({}), json!([]), json!(1), json!(false)];
    candidates.extend([json!("2026-01-01"), Value::Null]);
    candidates.extend(allowed(&message).first().map(|word| json!(word)));
    while let Some(candidate) = candidates.pop() {
        let Some(before) = put(value, &path, candidate) else { return false };
        match read::<T>(value) {
            Ok(_) => return true,
            Err(next) if !lies_in(&field, &fault(&next).field) => return true,
            // Now that something stands there, it says which words it takes.
            Err(next) => candidates.extend(missing_word(&next, &message)),
        }
        restore(value, &path, before);
    }
    // What stands around it may do without.
    while path.pop().is_some() && !path.is_empty() {
        let Some(before) = put(value, &path, Value::Null) else { return false };
        match read::<T>(value) {
            Ok(_) => return true,
            Err(next) if !lies_in(&field, &fault(&next).field) => return true,
            Err(_) => restore(value, &path, before),
        }
    }
    false
}

/// A word for a place that took none yet.
fn missing_word(next: &ReadError, first: &str) -> Option<Value> {
    let message = next.inner().to_string();
    if first.starts_with("unknown variant") || !message.starts_with("unknown variant `a`") {
        return None;
    }
    allowed(&message).first().map(|word| json!(word))
}

/// The value at a path.
fn place<'a>(value: &'a mut Value, path: &[Segment]) -> Option<&'a mut Value> {
    path.iter().try_fold(value, |value, segment| match segment {
        Segment::Seq { index } => value.get_mut(index),
        Segment::Map { key } => value.get_mut(key),
        Segment::Enum { .. } | Segment::Unknown => None,
    })
}

/// Puts a value in a place; what was there before, or `None` when there is no such place.
#[expect(clippy::option_option, reason = "no place, nothing in it, something in it")]
fn put(value: &mut Value, path: &[Segment], new: Value) -> Option<Option<Value>> {
    let Some((last, around)) = path.split_last() else { return Some(Some(std::mem::replace(value, new))) };
    match (place(value, around)?, last) {
        (Value::Object(fields), Segment::Map { key }) => Some(fields.insert(key.clone(), new)),
        (Value::Array(items), Segment::Seq { index }) => {
            items.get_mut(*index).map(|item| Some(std::mem::replace(item, new)))
        }
        _ => None,
    }
}

fn restore(value: &mut Value, path: &[Segment], before: Option<Value>) {
    match (before, path.split_last()) {
        (Some(before), _) => {
            put(value, path, before);
        }
        (None, Some((Segment::Map { key }, around))) => {
            if let Some(fields) = place(value, around).and_then(Value::as_object_mut) {
                fields.remove(key);
            }
        }
        (None, _) => {}
    }
}

#[cfg(test)]
mod tests {
    use shared::{ids::Slug, wire::operator::MunicipalityFile};

    use super::*;

    fn faults(change: impl FnOnce(&mut Value)) -> Vec<String> {
        let mut file: Value =
            serde_json::from_str(include_str!("../../../../shared/tests/data/small-municipality.json")).unwrap();
        change(&mut file);
        let reading = read_on::<MunicipalityFile>(file.to_string().as_bytes()).unwrap();
        match reading.check(|file| file.faults(&Slug::parse("kleinstad").unwrap())) {
            Ok(_) => Vec::new(),
            Err(Refusal::Invalid { faults }) => faults
                .into_iter()
                .map(|fault| {
                    let code = serde_json::to_value(&fault.code).unwrap();
                    format!("{} {}", fault.field, code["code"].as_str().unwrap())
                })
                .collect(),
            Err(other) => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_without_mistakes_is_read() {
        assert_eq!(faults(|_| ()), Vec::<String>::new());
    }

    #[test]
    fn every_mistake_is_named_at_once_whatever_kind_it_is_of() {
        let found = faults(|file| {
            file["settings"]["languages"] = json!(["nl", "de"]);
            file["settings"]["contact"]["hours"] = json!("altijd");
            file["settings"]["sites"] = json!(["https://www.kleinstad.example/pad"]);
            file["areas"][1]["id"] = json!("De Linden");
            file["areas"][2]["kind"] = json!("flat");
            file["areas"][3].as_object_mut().unwrap().remove("kind");
            file["topics"] = json!({ "id": "x" });
            file["partners"][1]["agreementUntil"] = json!("31-12-2099");
            file["officials"][0]["role"] = json!("baas");
            file["officials"][1]["emial"] = json!("x");
            file["officials"][2]["email"] = json!("geen adres");
            file["rules"][0]["answerDays"] = json!("tien");
            file["rules"][1].as_object_mut().unwrap().remove("lead");
        });
        assert_eq!(
            found,
            [
                "areas.1.id notAnId",
                "areas.2.kind notOneOf",
                "areas.3.kind required",
                "officials.0.role notOneOf",
                "officials.1.emial noSuchField",
                "partners.1.agreementUntil notADate",
                "rules.0.answerDays wrongType",
                "rules.1.lead required",
                "settings.contact.hours wrongType",
                "settings.languages.1 notOneOf",
                "topics wrongType",
                "settings.sites.0 notAnOrigin",
                "officials.2.email notAnEmail",
            ]
        );
    }

    #[test]
    fn what_only_points_to_something_unreadable_is_no_mistake() {
        assert_eq!(faults(|file| file["partners"][2]["id"] = json!("Woon Stad")), ["partners.2.id notAnId"]);
    }

    #[test]
    fn a_mistake_in_the_sample_hides_no_other() {
        let found = faults(|file| {
            file["sample"] = json!({ "polls": [], "cases": [{ "day": 0, "draft": 7, "steps": [{ "x": 1 }] }] });
            file["rules"][0]["lead"] = json!("Woon Stad");
        });
        assert_eq!(found.first().map(String::as_str), Some("rules.0.lead notAnId"), "{found:?}");
        assert!(found.iter().any(|fault| fault.starts_with("sample.cases.0.draft")), "{found:?}");
    }

    #[test]
    fn what_is_no_file_at_all_ends() {
        for text in ["7", "[]", "null", "{}", r#"{"settings":{"settings":[]}}"#] {
            assert!(read_on::<MunicipalityFile>(text.as_bytes()).unwrap().check(|_| Vec::new()).is_err(), "{text}");
        }
        let much = format!("{{{}}}", (0..200).map(|n| format!("\"a{n}\":1")).collect::<Vec<_>>().join(","));
        let Err(Refusal::Invalid { faults }) =
            read_on::<MunicipalityFile>(much.as_bytes()).unwrap().check(|_| Vec::new())
        else {
            panic!("refused")
        };
        assert_eq!(faults.len(), MOST_FAULTS);
    }
}
