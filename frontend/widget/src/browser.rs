//! What the program asks of the browser. Everything may be missing in an old or strict one; then the answer is `None`
//! and the page works without.

use js_sys::{Array, Reflect};
use leptos::prelude::{document, set_timeout, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Clipboard, CustomEvent, CustomEventInit, FormData, HtmlElement, HtmlFormElement};
use widget::act::{Reply, Request};
use widget::fields::Fields;
use widget::state::PageState;

/// The element that the Worker rendered the page's content into.
pub(crate) fn root() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// The state that the Worker put into the page.
pub(crate) fn page_state() -> Option<PageState> {
    let json = document().get_element_by_id("page")?.text_content()?;
    serde_json::from_str(&json).ok()
}

/// 128 random bits.
pub(crate) fn random() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// What the form would send, with the button that was pressed.
pub(crate) fn fields(event: &web_sys::SubmitEvent) -> Option<Fields> {
    let mut pairs = pairs(&event.target()?.dyn_into().ok()?)?;
    let pressed = event
        .submitter()
        .and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value").unwrap_or_default())));
    pairs.extend(pressed);
    Some(Fields::new(pairs))
}

/// What the first form of the page would send if it were sent now.
pub(crate) fn fields_of_page() -> Option<Fields> {
    let form = document().query_selector("#app form").ok()??;
    pairs(&form.dyn_into().ok()?).map(Fields::new)
}

fn pairs(form: &HtmlFormElement) -> Option<Vec<(String, String)>> {
    let data = FormData::new_with_form(form).ok()?;
    data.entries()
        .into_iter()
        .map(|entry| {
            let entry: Array = entry.ok()?.dyn_into().ok()?;
            Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
        })
        .collect()
}

/// The step that the browser's history is at. An entry that nobody marked yet is marked as the first.
pub(crate) fn history_depth() -> i32 {
    let marked = window().history().and_then(|history| history.state()).ok().and_then(|state| depth_of(&state));
    marked.unwrap_or_else(|| {
        mark_history(0);
        0
    })
}

/// The step that an entry of the history was marked with; none for an entry that a link within the page made.
pub(crate) fn depth_of(state: &JsValue) -> Option<i32> {
    // Whole and small: we wrote it.
    #[expect(clippy::cast_possible_truncation, reason = "a count of steps")]
    let depth = state.as_f64()? as i32;
    Some(depth)
}

/// Says which step the entry is that the history is at. Without it, going back starts at the first step.
pub(crate) fn mark_history(depth: i32) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from(depth), "");
    }
}

/// Adds a step to the browser's history, under the same address.
pub(crate) fn push_history(depth: i32) -> bool {
    window().history().is_ok_and(|history| history.push_state(&JsValue::from(depth), "").is_ok())
}

/// Nobody waits longer than this, in milliseconds; on a slow line a request of some kilobytes takes a few seconds.
const PATIENCE: u64 = 30_000;

/// Sends a request; `None` when there is no connection or no answer in time.
pub(crate) async fn send(request: &Request) -> Option<Reply> {
    let abort = AbortController::new().ok();
    let signal = abort.as_ref().map(AbortController::signal);
    if let Some(abort) = abort {
        set_timeout(move || abort.abort(), std::time::Duration::from_millis(PATIENCE));
    }
    let builder = if request.body.is_some() {
        gloo_net::http::Request::post(&request.path)
    } else {
        gloo_net::http::Request::get(&request.path)
    };
    let builder = request
        .headers
        .iter()
        .fold(builder.abort_signal(signal.as_ref()), |builder, (name, value)| builder.header(name, value));
    let ready = match &request.body {
        Some(body) => builder.header("content-type", "application/json").body(body.as_str()).ok()?,
        None => builder.build().ok()?,
    };
    let response = ready.send().await.ok()?;
    Some(Reply { status: response.status(), body: response.text().await.ok()? })
}

/// Takes the personal key out of the address, so that it stays neither in the bar nor in the history.
pub(crate) fn take_key_from_address() -> Option<String> {
    let location = window().location();
    let key = location.hash().ok()?.strip_prefix("#c=")?.to_owned();
    let clean = format!("{}{}", location.pathname().ok()?, location.search().unwrap_or_default());
    let history = window().history().ok()?;
    history.replace_state_with_url(&history.state().ok()?, "", Some(&clean)).ok()?;
    Some(key)
}

pub(crate) fn go(address: &str) {
    // Without a location there is no page either.
    let _ = window().location().assign(address);
}

/// Brings the reader to the beginning of what is new: to what is wrong, if something is, otherwise to the heading.
pub(crate) fn arrive(title: &str) {
    document().set_title(title);
    let places = [ui::FAULTS_ID, ui::NOTICE_ID, ui::HEADING_ID];
    let Some(place) = places.into_iter().find_map(|id| document().get_element_by_id(id)) else { return };
    if let Ok(place) = place.dyn_into::<HtmlElement>() {
        let _ = place.focus();
        // The heading alone would leave what stands above it out of view.
        if let Some(root) = root() {
            root.scroll_into_view();
        }
        tell(r#"["top",{}]"#);
    }
}

/// Passes something on to `frame.js`, which speaks with the page around the frame.
pub(crate) fn tell(json: &str) {
    let detail = CustomEventInit::new();
    detail.set_detail(&JsValue::from_str(json));
    if let Ok(event) = CustomEvent::new_with_event_init_dict("buurtstem", &detail) {
        let _ = window().dispatch_event(&event);
    }
}

/// Puts a text on the clipboard; false where there is none or it is not allowed.
pub(crate) async fn copy(text: &str) -> bool {
    // In an insecure page the clipboard is undefined.
    let clipboard = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    match clipboard.ok().and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok()) {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}
