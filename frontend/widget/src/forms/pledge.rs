//! The form in which somebody offers to help with an initiative, or asks who did it.

use shared::follow_key::FollowKey;
use shared::ids::IdempotencyKey;
use shared::pledge::PledgePurpose;

use super::MOVE;
use super::follow::{EMAIL, FOLLOW_KEY, IDEMPOTENCY_KEY};
use crate::fields::Fields;

/// What they can do, or want to know.
pub const TEXT: &str = "text";

/// What was posted. What is wrong with it says who takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub purpose: PledgePurpose,
    pub text: String,
    pub email: String,
    /// Made with the form; none when it is only asked for, or not whole.
    pub keys: Option<(FollowKey, IdempotencyKey)>,
    pub sends: bool,
}

pub fn read(fields: &Fields) -> Posted {
    let key = FollowKey::parse(&fields.text(FOLLOW_KEY)).ok();
    let press = fields.first(MOVE);
    Posted {
        purpose: match press {
            Some("ask" | "question") => PledgePurpose::Question,
            _ => PledgePurpose::Help,
        },
        text: fields.text(TEXT),
        email: fields.text(EMAIL),
        keys: key.zip(fields.read(IDEMPOTENCY_KEY)),
        sends: matches!(press, Some("pledge" | "question")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pressing_the_button_asks_and_a_whole_form_sends() {
        let read = |pairs: &[(&str, &str)]| {
            super::read(&pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
        };
        let asked = read(&[("move", "join")]);
        assert!(!asked.sends && asked.keys.is_none() && asked.purpose == PledgePurpose::Help);
        let asks = read(&[("move", "ask")]);
        assert!(!asks.sends && asks.purpose == PledgePurpose::Question);
        let question = read(&[("move", "question"), ("text", "Hoe dan?")]);
        assert!(question.sends && question.purpose == PledgePurpose::Question);
        let key = FollowKey::from_random([9; 16]);
        let sent =
            read(&[("move", "pledge"), ("followKey", key.as_str()), ("idempotencyKey", "k1"), ("text", "Ik help")]);
        assert!(sent.sends && sent.text == "Ik help");
        assert_eq!(sent.keys.unwrap().0, key);
    }
}
