//! What only the browser knows: the time and randomness. No other file asks for them.

use shared::ids::{BallotId, IdempotencyKey, PollId};
use shared::time::{CivilDate, Instant};

/// Today on the Dutch calendar, by this machine's clock. Only for words such as "over 3 dagen": whether a promise
/// is overdue is what the server says.
pub(crate) fn today() -> CivilDate {
    now().dutch_date()
}

#[expect(clippy::disallowed_methods, reason = "this is the one place of this program that asks")]
fn now() -> Instant {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds since 1970 are far below 2^53")]
    let milliseconds = js_sys::Date::now() as i64;
    Instant::from_milliseconds(milliseconds)
}

/// Where residents find their pages: the shell names it, because it can be another origin than this one.
pub(crate) fn public_origin() -> String {
    let window = web_sys::window();
    let shell =
        window.as_ref().and_then(web_sys::Window::document).and_then(|document| document.get_element_by_id("app"));
    shell
        .and_then(|shell| shell.get_attribute("data-public-origin"))
        .or_else(|| window.and_then(|window| window.location().origin().ok()))
        .unwrap_or_default()
}

/// 128 random bits; none in a browser without a source of randomness, where nothing may be entered for somebody: two
/// respondents with the same id would count as one.
fn random() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    web_sys::window()?.crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

pub(crate) fn new_idempotency_key() -> Option<IdempotencyKey> {
    random().map(IdempotencyKey::from_random)
}

pub(crate) fn new_ballot_id() -> Option<BallotId> {
    random().map(BallotId::from_random)
}

/// Needs only to be new, and the server refuses one that is not.
pub(crate) fn new_poll_id() -> PollId {
    PollId::from_random(random().unwrap_or_default())
}
