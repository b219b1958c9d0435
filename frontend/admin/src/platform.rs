//! What only the browser knows or does: the time, randomness, saving a file. No other file asks for them.

use leptos::wasm_bindgen::{JsCast, JsValue};
use shared::ids::{BallotId, IdempotencyKey, PollId, RuleId};
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

/// Puts a text on the clipboard; false where there is none, as in an insecure page, or it is not allowed.
pub(crate) async fn copy(text: &str) -> bool {
    let inside = |value: JsValue, name: &str| js_sys::Reflect::get(&value, &name.into()).ok();
    let window: Option<JsValue> = web_sys::window().map(Into::into);
    let clipboard = window.and_then(|window| inside(inside(window, "navigator")?, "clipboard"));
    let Some(clipboard) = clipboard.filter(JsValue::is_object) else { return false };
    let write = inside(clipboard.clone(), "writeText").and_then(|write| write.dyn_into::<js_sys::Function>().ok());
    let promise = write.and_then(|write| write.call1(&clipboard, &text.into()).ok());
    match promise.and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
        None => false,
    }
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

/// Needs only to be another than those of the same set, and the server refuses one that is not.
pub(crate) fn new_rule_id() -> RuleId {
    RuleId::from_random(random().unwrap_or_default())
}
