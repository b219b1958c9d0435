//! What the program asks of the browser. Everything may be missing in an old or strict one; then the answer is `None`
//! and the page works without.

use std::time::Duration;

use js_sys::{Array, Reflect};
use leptos::prelude::{document, set_timeout, window};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    AbortController, Clipboard, CustomEvent, CustomEventInit, Element, Event, EventTarget, FormData, HtmlElement,
    HtmlFormElement, PopStateEvent, SubmitEvent, UrlSearchParams,
};

use crate::act::{Reply, Request, Steps};
use crate::fields::Fields;
use crate::state::FormState;
use crate::views::parts::OFFLINE_ID;

/// The element that the Worker rendered the page's content into.
pub(super) type Root = HtmlElement;
pub(super) type Submit = SubmitEvent;

pub(super) fn root() -> Option<Root> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// The state that the Worker put into the page, if it has steps.
pub(super) fn page_state(steps: &Steps) -> Option<FormState> {
    let json = document().get_element_by_id("page")?.text_content()?;
    let words: Array = js_sys::JSON::parse(&json).ok()?.dyn_into().ok()?;
    FormState::read(words.iter().map(|word| word.as_string()).collect::<Option<_>>()?, steps)
}

/// 128 random bits.
pub(super) fn random() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    window().crypto().ok()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

// ---- listening ----

/// Listens as long as the page lives.
fn listen<E: JsCast + 'static>(target: &EventTarget, name: &str, mut hear: impl FnMut(E) + 'static) {
    let hear = Closure::<dyn FnMut(Event)>::new(move |event: Event| hear(event.unchecked_into()));
    let _ = target.add_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
    hear.forget();
}

pub(super) fn on_submit(root: &Root, mut submit: impl FnMut(&Submit) + 'static) {
    listen(root, "submit", move |event: SubmitEvent| submit(&event));
}

/// Hears what is typed and chosen.
pub(super) fn on_input(root: &Root, hear: impl FnMut(Event) + 'static) {
    listen(root, "input", hear);
}

/// Hears the buttons that copy something.
pub(super) fn on_click(root: &Root) {
    listen(root, "click", |event: Event| {
        let Some(button) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        let Ok(Some(around)) = button.closest("[data-copy]") else { return };
        if button.closest("button").is_ok_and(|button| button.is_some()) {
            spawn_local(async move {
                if copy(&around.get_attribute("data-copy").unwrap_or_default()).await {
                    say(&around, "[data-words]");
                    set_kept();
                }
            });
        }
    });
}

/// Marks the receipt as copied, printed or opened with its personal link.
fn set_kept() {
    if let Ok(Some(receipt)) = document().query_selector(".key") {
        let _ = receipt.set_attribute("data-kept", "");
    }
}

/// Has the browser ask before it leaves a receipt that nobody has copied, printed or opened. The browser itself says
/// what it asks.
pub(super) fn warn_before_leaving(root: &Root) {
    if root.has_attribute("data-warns") {
        return;
    }
    let _ = root.set_attribute("data-warns", "");
    listen(&window(), "beforeprint", |_: Event| set_kept());
    listen(root, "click", |event: Event| {
        // Any other link leaves the receipt without the code.
        let link = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest(".key a").ok()?);
        if link.is_some() {
            set_kept();
        }
    });
    listen(&window(), "beforeunload", |event: Event| {
        if matches!(document().query_selector(".key:not([data-kept])"), Ok(Some(_))) {
            event.prevent_default();
        }
    });
}

/// Hears to which step of the history the browser went; none for an entry that a link within the page made.
pub(super) fn on_history(mut travel: impl FnMut(Option<i32>) + 'static) {
    listen(&window(), "popstate", move |event: PopStateEvent| travel(depth_of(&event.state())));
}

/// Hears that another fragment stands in the address.
pub(super) fn on_fragment(mut changed: impl FnMut() + 'static) {
    listen(&window(), "hashchange", move |_: Event| changed());
}

/// Hears that the page came back from the browser's memory; not that it was loaded, which may take longer than the
/// first request.
pub(super) fn on_return(mut came_back: impl FnMut() + 'static) {
    listen(&window(), "pageshow", move |event: Event| {
        if Reflect::get(&event, &JsValue::from_str("persisted")).is_ok_and(|persisted| persisted.is_truthy()) {
            came_back();
        }
    });
}

// ---- forms ----

/// What the form would send, with the button that was pressed.
pub(super) fn fields(event: &Submit) -> Option<Fields> {
    let mut pairs = pairs(&event.target()?.dyn_into().ok()?)?;
    let pressed = event
        .submitter()
        .and_then(|button| Some((button.get_attribute("name")?, button.get_attribute("value").unwrap_or_default())));
    pairs.extend(pressed);
    Some(Fields::new(pairs))
}

/// What the first form of the page would send if it were sent now.
pub(super) fn fields_of_page() -> Option<Fields> {
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

/// Writes a text into the field of this name, if the page has one.
pub(super) fn fill(name: &str, text: &str) {
    // Every kind of field has this property, and asking for it by name needs no code for each kind.
    if let Ok(Some(field)) = document().query_selector(&format!("#app [name={name}]")) {
        let _ = Reflect::set(&field, &JsValue::from_str("value"), &JsValue::from_str(text));
    }
}

pub(super) fn address_of_form(event: &Submit) -> Option<String> {
    event.target()?.dyn_into::<HtmlFormElement>().ok()?.get_attribute("action")
}

// ---- the network ----

/// Nobody waits longer than this; on a slow line a request of some kilobytes takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came back, as it came.
pub(super) struct Answer {
    status: u16,
    pub(super) body: String,
}

impl Answer {
    /// Reads the answer as JSON. What is none has no text at any path.
    pub(super) fn read<T>(&self, read: impl FnOnce(Reply<'_>) -> T) -> T {
        let json = js_sys::JSON::parse(&self.body).unwrap_or(JsValue::NULL);
        let inside = |value: JsValue, name: &str| Reflect::get(&value, &JsValue::from_str(name)).ok();
        let text = |path: &str| path.split('.').try_fold(json.clone(), inside)?.as_string();
        read(Reply { status: self.status, text: &text })
    }
}

/// Sends a request; `None` when there is no connection or no answer in time.
pub(super) async fn send(request: &Request) -> Option<Answer> {
    let builder = if request.body.is_some() {
        gloo_net::http::Request::post(&request.path).header("content-type", "application/json")
    } else {
        gloo_net::http::Request::get(&request.path)
    };
    let builder = request.headers.iter().fold(builder, |builder, (name, value)| builder.header(name, value));
    fetch(builder, request.body.as_deref()).await
}

/// Posts a form as the browser would; the page that comes back, whatever its status, or `None` when none came.
pub(super) async fn post_form(address: &str, fields: &Fields) -> Option<String> {
    let written = UrlSearchParams::new().ok()?;
    for (name, value) in fields.pairs() {
        written.append(name, value);
    }
    let builder = gloo_net::http::Request::post(address).header("content-type", "application/x-www-form-urlencoded");
    fetch(builder, Some(&String::from(written.to_string()))).await.map(|answer| answer.body)
}

async fn fetch(builder: gloo_net::http::RequestBuilder, body: Option<&str>) -> Option<Answer> {
    let abort = AbortController::new().ok();
    let signal = abort.as_ref().map(AbortController::signal);
    if let Some(abort) = abort {
        set_timeout(move || abort.abort(), PATIENCE);
    }
    let builder = builder.abort_signal(signal.as_ref());
    let request = match body {
        Some(body) => builder.body(body).ok()?,
        None => builder.build().ok()?,
    };
    let response = request.send().await.ok()?;
    Some(Answer { status: response.status(), body: response.text().await.ok()? })
}

// ---- the address and the history ----

/// Takes the personal key out of the address, so that it stays neither in the bar nor in the history.
pub(super) fn take_key_from_address() -> Option<String> {
    let key = window().location().hash().ok()?.strip_prefix("#c=")?.to_owned();
    let history = window().history().ok()?;
    history.replace_state_with_url(&history.state().ok()?, "", Some(&own_address())).ok()?;
    Some(key)
}

/// The page's own address, without a fragment.
pub(super) fn own_address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

pub(super) fn go(address: &str) {
    // Without a location there is no page either.
    let _ = window().location().assign(address);
}

/// The step that the browser's history is at. An entry that nobody marked yet is marked as the first.
pub(super) fn history_depth() -> i32 {
    let marked = window().history().and_then(|history| history.state()).ok().and_then(|state| depth_of(&state));
    marked.unwrap_or_else(|| {
        mark_history(0);
        0
    })
}

/// The step that an entry of the history was marked with.
fn depth_of(state: &JsValue) -> Option<i32> {
    if let Some(kept) = state.as_string() {
        return kept.split_once(' ')?.0.parse().ok();
    }
    // Whole and small: we wrote it.
    #[expect(clippy::cast_possible_truncation, reason = "a count of steps")]
    let depth = state.as_f64()? as i32;
    Some(depth)
}

/// Keeps a text with the entry of the history, beside the step that the entry is.
pub(super) fn keep_in_history(depth: i32, text: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_str(&format!("{depth} {text}")), "");
    }
}

/// What is kept with the entry of the history that the browser is at.
pub(super) fn kept_in_history() -> Option<String> {
    let kept = window().history().ok()?.state().ok()?.as_string()?;
    kept.split_once(' ').map(|(_, text)| text.to_owned())
}

/// Says which step the entry is that the history is at. Without it, going back starts at the first step.
pub(super) fn mark_history(depth: i32) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from(depth), "");
    }
}

/// Adds a step to the browser's history, under the same address unless it has one of its own.
pub(super) fn push_history(depth: i32, address: Option<&str>) -> bool {
    let history = window().history();
    history.is_ok_and(|history| history.push_state_with_url(&JsValue::from(depth), "", address).is_ok())
}

// ---- what is shown ----

/// Puts back what was drawn here before.
pub(super) fn put_back(root: &Root, content: &str) {
    root.set_inner_html(content);
    focus_on(&[ui::HEADING_ID]);
}

/// Puts another page of ours in the place of this one (`content.js`); false when it is none of ours.
pub(super) fn take_content(page: &str) -> bool {
    let taken = dispatch("buurtstem-page", page);
    if taken {
        uncover();
        focus_on(ARRIVALS);
    }
    taken
}

/// Says in the page that something is under way.
pub(super) fn show_waiting(busy: bool) {
    let Ok(places) = document().query_selector_all(".waiting, .actions .button--primary") else { return };
    for place in (0..places.length()).filter_map(|index| places.get(index)) {
        let Ok(place) = place.dyn_into::<Element>() else { continue };
        if let Some(words) = place.get_attribute("data-words") {
            place.set_text_content(busy.then_some(words.as_str()));
        } else if busy {
            let _ = place.set_attribute("aria-disabled", "true");
        } else {
            let _ = place.remove_attribute("aria-disabled");
        }
    }
}

/// Shows what needs script.
pub(super) fn uncover() {
    let Ok(places) = document().query_selector_all("[data-copy][hidden], [data-script][hidden]") else { return };
    for place in (0..places.length()).filter_map(|index| places.get(index)) {
        if let Ok(place) = place.dyn_into::<Element>() {
            let _ = place.remove_attribute("hidden");
        }
    }
}

/// Says that a form did not arrive; it is still there with what was typed.
pub(super) fn show_offline() {
    if let Some(notice) = document().get_element_by_id(OFFLINE_ID) {
        let _ = notice.remove_attribute("hidden");
    }
    focus_on(&[OFFLINE_ID]);
}

/// Writes the words that an element inside has ready.
fn say(around: &Element, selector: &str) {
    if let Ok(Some(place)) = around.query_selector(selector) {
        place.set_text_content(place.get_attribute("data-words").as_deref());
    }
}

/// Brings the reader to the beginning of what is new: to what is wrong, if something is, otherwise to the heading.
pub(super) fn arrive(title: &str) {
    document().set_title(title);
    focus_on(ARRIVALS);
}

const ARRIVALS: &[&str] = &[ui::FAULTS_ID, ui::NOTICE_ID, ui::HEADING_ID];

/// Gives the focus to what has this id; false when nothing has.
pub(super) fn focus(id: &str) -> bool {
    let place = document().get_element_by_id(id).and_then(|place| place.dyn_into::<HtmlElement>().ok());
    place.is_some_and(|place| place.focus().is_ok())
}

fn focus_on(ids: &[&str]) {
    if !ids.iter().any(|id| focus(id)) {
        return;
    }
    // The heading alone would leave what stands above it out of view.
    if let Some(root) = root() {
        root.scroll_into_view();
    }
    tell(r#"["top",{}]"#);
}

/// Passes something on to `frame.js`, which speaks with the page around the frame.
pub(super) fn tell(json: &str) {
    dispatch("buurtstem", json);
}

/// For the plain scripts beside the program; true when one says that it has done it.
fn dispatch(name: &str, detail: &str) -> bool {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(detail));
    init.set_cancelable(true);
    let event = CustomEvent::new_with_event_init_dict(name, &init);
    event.is_ok_and(|event| window().dispatch_event(&event) == Ok(false))
}

/// Puts a text on the clipboard; false where there is none or it is not allowed.
async fn copy(text: &str) -> bool {
    // In an insecure page the clipboard is undefined.
    let clipboard = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    match clipboard.ok().and_then(|clipboard| clipboard.dyn_into::<Clipboard>().ok()) {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}
