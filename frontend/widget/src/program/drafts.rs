//! What a resident is writing, kept on the device: only when they ask for it, only the answer itself, and for seven
//! days at most. No name, address or personal key ever gets there. Where the browser has no storage, nothing is kept.

use leptos::prelude::{document, window};
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Storage};

use super::browser;
use crate::forms::follow::FOLLOW_KEY;

/// Before the question's id.
const PREFIX: &str = "buurtstem-draft-";
const DAYS: f64 = 7.0;
const DAY: f64 = 86_400_000.0;

/// Hears what is typed, and looks what is there for the page that is shown.
pub(super) fn listen(root: &browser::Root) {
    browser::on_input(root, |_| keep());
    bring_back();
}

/// Puts back what was kept for the question that is asked, and removes what is too old or has been sent.
pub(super) fn bring_back() {
    let Some(storage) = storage() else { return };
    let here = box_and_field();
    let here = here.as_ref().and_then(|(choice, field)| Some((choice.get_attribute("data-keep")?, choice, field)));
    let keys: Vec<String> = (0..storage.length().unwrap_or(0)).filter_map(|place| storage.key(place).ok()?).collect();
    for key in keys {
        let Some(question) = key.strip_prefix(PREFIX) else { continue };
        let kept = storage.get_item(&key).ok().flatten();
        let fresh = kept.as_ref().and_then(|kept| {
            let (until, words) = kept.split_once(' ')?;
            (until.parse::<f64>().ok()? > now()).then(|| words.to_owned())
        });
        match (fresh, &here) {
            (Some(words), Some((asked, choice, field))) if asked == question => {
                set(choice, "checked", &JsValue::TRUE);
                // What stands there has come back from the Worker, and is newer.
                if text(field).is_empty() {
                    set(field, "value", &JsValue::from_str(&words));
                }
            }
            // Another question, of another idea.
            (Some(_), _) => {}
            (None, _) => drop(storage.remove_item(&key)),
        }
    }
}

/// After an answer was sent: one that arrived needs no draft. It has arrived when the page of the case is there and
/// asks something else, or nothing.
pub(super) fn forget(answered: Option<String>) {
    let asked = box_and_field().and_then(|(choice, _)| choice.get_attribute("data-keep"));
    let case = document().query_selector(&format!("#app [type=hidden][name={FOLLOW_KEY}]"));
    if let (Some(storage), Some(answered)) = (storage(), answered)
        && matches!(case, Ok(Some(_)))
        && asked.as_ref() != Some(&answered)
    {
        drop(storage.remove_item(&format!("{PREFIX}{answered}")));
    }
}

fn keep() {
    let (Some((choice, field)), Some(storage)) = (box_and_field(), storage()) else { return };
    let key = format!("{PREFIX}{}", choice.get_attribute("data-keep").unwrap_or_default());
    let wanted = js_sys::Reflect::get(&choice, &JsValue::from_str("checked")).is_ok_and(|checked| checked.is_truthy());
    let words = text(&field);
    // A full or forbidden storage keeps nothing; the page works without.
    if wanted && !words.trim().is_empty() {
        drop(storage.set_item(&key, &format!("{} {words}", now() + DAYS * DAY)));
    } else {
        drop(storage.remove_item(&key));
    }
}

/// The box that asks for it, and the field it is about.
fn box_and_field() -> Option<(Element, Element)> {
    let choice = document().query_selector("#app [data-keep]").ok()??;
    let field = choice.closest("form").ok()??.query_selector("textarea").ok()??;
    Some((choice, field))
}

fn text(field: &Element) -> String {
    let value = js_sys::Reflect::get(field, &JsValue::from_str("value"));
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

fn set(element: &Element, name: &str, value: &JsValue) {
    drop(js_sys::Reflect::set(element.unchecked_ref(), &JsValue::from_str(name), value));
}

/// In milliseconds since 1970, by the device's clock: only the device judges what it keeps.
#[expect(clippy::disallowed_methods, reason = "the browser has no other clock, and nothing else depends on it")]
fn now() -> f64 {
    js_sys::Date::now()
}

/// In a frame of another site a browser may refuse it.
fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}
