//! What only the browser knows or does: the time, randomness, saving a file. No other file asks for them.

use leptos::wasm_bindgen::JsCast;
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

/// Has the browser keep a text as a file.
pub(crate) fn save_file(name: &str, text: &str) {
    // The byte order mark by which spreadsheet programs know UTF-8 is lost when an answer is read as text.
    let parts = js_sys::Array::of2(&"\u{feff}".into(), &text.trim_start_matches('\u{feff}').into());
    let link = web_sys::window().and_then(|window| window.document()).and_then(|page| page.create_element("a").ok());
    let Some(link) = link.and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok()) else { return };
    let Ok(blob) = web_sys::Blob::new_with_str_sequence(&parts) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    link.set_href(&address);
    link.set_download(name);
    link.click();
    let _ = web_sys::Url::revoke_object_url(&address);
}

/// 128 random bits.
fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Without a source of randomness the bytes stay zero, and the server refuses the second use of the same key:
        // better than a guessable one that looks fine.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    bytes
}

pub(crate) fn new_idempotency_key() -> IdempotencyKey {
    IdempotencyKey::from_random(random())
}

pub(crate) fn new_ballot_id() -> BallotId {
    BallotId::from_random(random())
}

pub(crate) fn new_poll_id() -> PollId {
    PollId::from_random(random())
}
