//! What the program asks of the browser. Everything may be missing in an old or strict one; then the answer is `None`
//! and the page works without.

use js_sys::Array;
use leptos::prelude::{document, window};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, CustomEventInit, Element, Event, EventTarget, FormData, HtmlElement, HtmlFormElement, PopStateEvent,
    SubmitEvent,
};

use crate::act::Steps;
use crate::fields::Fields;
use crate::forms::MOVE;
use crate::state::FormState;

/// The element that the Worker rendered the page's content into.
pub(super) type Root = HtmlElement;
pub(super) type Submit = SubmitEvent;

pub(super) fn root() -> Option<Root> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// The state that the Worker put into the page.
pub(super) fn page_state(steps: &Steps) -> Option<FormState> {
    let json = document().get_element_by_id("page")?.text_content()?;
    let words: Array = js_sys::JSON::parse(&json).ok()?.dyn_into().ok()?;
    FormState::read(words.iter().map(|word| word.as_string()).collect::<Option<_>>()?, steps)
}

/// Whether the content has something that this selector finds.
pub(super) fn shows(selector: &str) -> bool {
    document().query_selector(&format!("#app {selector}")).is_ok_and(|found| found.is_some())
}

// ---- listening, and telling `page.js` ----

/// Listens as long as the page lives.
fn listen<E: JsCast + 'static>(target: &EventTarget, name: &str, mut hear: impl FnMut(E) + 'static) {
    let hear = Closure::<dyn FnMut(Event)>::new(move |event: Event| hear(event.unchecked_into()));
    let _ = target.add_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
    hear.forget();
}

pub(super) fn on_submit(root: &Root, mut submit: impl FnMut(&Submit) + 'static) {
    listen(root, "submit", move |event: SubmitEvent| submit(&event));
}

/// Hears to which step of the history the browser went; none for an entry that a link within the page made.
pub(super) fn on_history(mut travel: impl FnMut(Option<i32>) + 'static) {
    listen(&window(), "popstate", move |event: PopStateEvent| travel(depth_of(&event.state())));
}

/// Hears that another page stands in the place of the content, and its address when that is another.
pub(super) fn on_page(mut came: impl FnMut(Option<String>) + 'static) {
    listen(&window(), "buurtstem-page", move |event: CustomEvent| {
        came(event.detail().as_string().filter(|address| !address.is_empty()));
    });
}

/// Says that there is a program, which keeps the steps in the browser's history.
pub(super) fn announce(root: &Root) {
    let _ = root.set_attribute("data-program", "");
}

/// Whether something was sent that has not been answered yet.
pub(super) fn is_waiting(root: &Root) -> bool {
    root.has_attribute("data-busy")
}

/// Has the reader brought to the beginning of what is new, or to what has this id.
pub(super) fn arrive(focus: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(focus));
    if let Ok(event) = CustomEvent::new_with_event_init_dict("buurtstem-drawn", &init) {
        let _ = window().dispatch_event(&event);
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
        if shows(".key:not([data-kept])") {
            event.prevent_default();
        }
    });
}

/// Marks the receipt as printed or opened with its personal link. `page.js` marks what was copied.
fn set_kept() {
    if let Ok(Some(receipt)) = document().query_selector(".key") {
        let _ = receipt.set_attribute("data-kept", "");
    }
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

/// Presses the button with this movement, if the page has one.
pub(super) fn press(movement: &str) {
    let button = document().query_selector(&format!("#app [name={MOVE}][value={movement}]"));
    if let Some(button) = button.ok().flatten().and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

// ---- the address and the history ----

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

pub(super) fn draw(root: &Root, content: &str) {
    root.set_inner_html(content);
}

pub(super) fn set_title(title: &str) {
    document().set_title(title);
}
