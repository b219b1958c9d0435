//! Reading JSON that a stranger sent.
//!
//! Bytes are capped before anything is parsed; UTF-8 is strict; nesting and repeated keys are checked in one pass
//! over the text (JavaScript's own parser lets repeated keys through, and maps would keep the last); then serde reads
//! the type, refusing unknown fields. A fault names the field by its path.

mod mending;

use std::{cell::Cell, collections::BTreeSet, fmt};

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use shared::{
    fault::{Fault, FaultCode},
    ids::IdError,
    time::TimeError,
};

pub use mending::{Reading, read_on};

use crate::refusal::{Code, Refusal};

/// The deepest nesting. The deepest request there is, an operator's sample, has nine levels.
pub const MAX_DEPTH: u8 = 16;

/// Reads a value from bytes that somebody sent.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let text = shapely(bytes)?;
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| fault(&error).into())
}

/// The text, when it is JSON of an ordinary shape.
fn shapely(bytes: &[u8]) -> Result<&str, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Unreadable { code: Code::NotUtf8 })?;
    check_shape(text)?;
    Ok(text)
}

fn check_shape(text: &str) -> Result<(), Refusal> {
    let trouble = Cell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Shape { depth: 0, trouble: &trouble }.deserialize(&mut reader).and_then(|()| reader.end());
    match (read, trouble.get()) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(code)) => Err(Refusal::Unreadable { code }),
        (Err(_), None) => Err(Refusal::Unreadable { code: Code::NotJson }),
    }
}

/// A value of any kind, of which only the shape is looked at.
#[derive(Clone, Copy)]
struct Shape<'a> {
    depth: u8,
    trouble: &'a Cell<Option<Code>>,
}

impl Shape<'_> {
    fn inside<E: Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(self.refuse(Code::TooDeep));
        }
        Ok(Self { depth: self.depth.saturating_add(1), ..self })
    }

    fn refuse<E: Error>(self, code: Code) -> E {
        self.trouble.set(Some(code));
        E::custom("refused")
    }
}

impl<'de> DeserializeSeed<'de> for Shape<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Shape<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let inside = self.inside()?;
        while items.next_element_seed(inside)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let inside = self.inside()?;
        let mut keys = BTreeSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            if !keys.insert(key) {
                return Err(self.refuse(Code::DuplicateKey));
            }
            entries.next_value_seed(inside)?;
        }
        Ok(())
    }
}

/// What serde refused, as a fault of one field. Its messages begin with a fixed phrase and the name in backticks.
fn fault(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let message = error.inner().to_string();
    let path = match error.path().to_string() {
        whole if whole == "." => String::new(),
        path => path.replace('[', ".").replace(']', ""),
    };
    let named = message.split('`').nth(1).unwrap_or_default();
    let inside = || match (path.as_str(), named) {
        // The path of an unknown field already ends with it.
        (path, name) if path == name || path.ends_with(&format!(".{name}")) => path.to_owned(),
        ("", name) => name.to_owned(),
        (path, name) => format!("{path}.{name}"),
    };
    if message.starts_with("unknown field") {
        Fault::new(inside(), FaultCode::NoSuchField)
    } else if message.starts_with("missing field") {
        Fault::new(inside(), FaultCode::Required)
    } else if message.starts_with("unknown variant") {
        Fault::new(path, FaultCode::NotOneOf { allowed: allowed(&message) })
    } else if message.starts_with(&IdError.to_string()) {
        Fault::new(path, FaultCode::NotAnId)
    } else if message.starts_with(&TimeError::NotADate.to_string()) {
        Fault::new(path, FaultCode::NotADate)
    } else {
        Fault::new(path, FaultCode::WrongType)
    }
}

/// The words that serde would have taken: "unknown variant `x`, expected one of `a`, `b`".
fn allowed(message: &str) -> Vec<String> {
    message.split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Outer {
        name: String,
        inner: Vec<Inner>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        count: u8,
    }

    fn refused(text: &str) -> Refusal {
        read::<Outer>(text.as_bytes()).unwrap_err()
    }

    #[test]
    fn what_fits_is_read() {
        let read: Outer = read(br#"{"name":"a","inner":[{"count":1}]}"#).unwrap();
        assert_eq!(read, Outer { name: "a".into(), inner: vec![Inner { count: 1 }] });
    }

    #[test]
    fn a_fault_names_the_field_by_its_path() {
        for (text, field, code) in [
            (r#"{"name":"a","inner":[],"extra":1}"#, "extra", FaultCode::NoSuchField),
            (r#"{"name":"a","inner":[{"count":1},{"count":1,"x":2}]}"#, "inner.1.x", FaultCode::NoSuchField),
            (r#"{"inner":[]}"#, "name", FaultCode::Required),
            (r#"{"name":"a","inner":[{}]}"#, "inner.0.count", FaultCode::Required),
            (r#"{"name":"a","inner":[{"count":300}]}"#, "inner.0.count", FaultCode::WrongType),
            (r#"{"name":7,"inner":[]}"#, "name", FaultCode::WrongType),
            ("7", "", FaultCode::WrongType),
        ] {
            assert_eq!(refused(text), Refusal::invalid(field, code), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_at_all_is_told_apart() {
        let refused = |bytes: &[u8]| match read::<BTreeMap<String, u8>>(bytes) {
            Err(Refusal::Unreadable { code }) => Some(code),
            _ => None,
        };
        assert_eq!(refused(b"{\"a\":1}"), None);
        assert_eq!(refused(b""), Some(Code::NotJson));
        assert_eq!(refused(b"{\"a\":1}{"), Some(Code::NotJson));
        assert_eq!(refused(b"{\"a\":\xff}"), Some(Code::NotUtf8));
        assert_eq!(refused(b"\xef\xbb\xbf{}"), Some(Code::NotJson));
        assert_eq!(refused(b"{\"a\":1,\"a\":2}"), Some(Code::DuplicateKey));
        assert_eq!(refused(b"{\"a\":1,\"\\u0061\":2}"), Some(Code::DuplicateKey));
    }

    #[test]
    fn sixteen_levels_pass_and_seventeen_do_not() {
        let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(check_shape(&nested(16)), Ok(()));
        assert_eq!(check_shape(&nested(17)), Err(Refusal::Unreadable { code: Code::TooDeep }));
        assert_eq!(check_shape(&"[".repeat(60_000)), Err(Refusal::Unreadable { code: Code::TooDeep }));
    }
}
