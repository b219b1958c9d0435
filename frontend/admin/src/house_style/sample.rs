//! A piece of a resident's page in a house style.

use std::collections::BTreeMap;

use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use shared::house_style::HouseStyle;
use ui::{Badge, Button, ButtonKind, Notice, Tone};

use crate::texts::texts;

/// In the light and, where there is one, in the dark.
pub(super) fn both(style: &HouseStyle) -> AnyView {
    let words = &texts().house_style;
    let dark = style.dark.as_ref().map(|dark| {
        let mut properties = style.light.clone();
        properties.extend(dark.clone());
        view! { <Sample label=words.sample_dark properties /> }
    });
    view! {
        <Sample label=words.sample properties=style.light.clone() />
        {dark}
    }
    .into_any()
}

/// Nothing in it can be used, so it stays out of the way of the keyboard; what matters in it is said below it.
#[component]
fn Sample(label: &'static str, properties: BTreeMap<String, String>) -> impl IntoView {
    let words = &texts().house_style;
    let place = NodeRef::<Div>::new();
    // Through the object model: the page's policy refuses style attributes.
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let element: &HtmlElement = element.unchecked_ref();
        for (name, value) in &properties {
            let _ = element.style().set_property(name, value);
        }
    });
    view! {
        <figure class="look">
            <figcaption>{label}</figcaption>
            <div class="look__page stack" node_ref=place inert=true>
                <p class="look__title">{words.sample_title}</p>
                <p>{words.sample_text} " " <a href="#">{words.sample_link}</a></p>
                <p class="soft">{words.sample_soft}</p>
                <div class="field">
                    <span class="field__label">{words.sample_field}</span>
                    <input class="input" value=words.sample_value />
                </div>
                <p class="row">
                    <Badge tone=Tone::Info words=words.sample_badge />
                </p>
                <Notice tone=Tone::Good>
                    <p>{words.sample_good}</p>
                </Notice>
                <Notice tone=Tone::Bad>
                    <p>{words.sample_bad}</p>
                </Notice>
                <div class="actions">
                    <Button behaviour="button">{words.sample_button}</Button>
                    <Button kind=ButtonKind::Secondary behaviour="button">
                        {words.sample_second}
                    </Button>
                </div>
            </div>
        </figure>
    }
}
