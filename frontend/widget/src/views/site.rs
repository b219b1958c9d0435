//! What stands around the content: rendered by the server alone, the same on every page.

use leptos::prelude::*;
use shared::paths::{self, Place};
use ui::{AnyView, IntoAny, Words, phone_link};

use super::home_page;
use crate::state::{Content, PageState};

/// A house that speaks: the roof of a home, the tail of a speech bubble.
const MARK: &str = "M16 3.2 28.8 13v12.6H15.4L8.4 30.4v-4.8H3.2V13z";

/// A picture with the municipality's name in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    pub address: String,
    pub width: u32,
    pub height: u32,
}

/// Above the content. In a frame the municipality's own site stands there already.
pub fn header(state: &PageState, logo: Option<Logo>) -> impl IntoView + use<> {
    let context = &state.context;
    let texts = context.texts().around();
    let name = if context.municipality.is_empty() { "Buurtstem".to_owned() } else { context.municipality.clone() };
    let home = context.contact.is_some().then(|| context.url(&home_page()));
    (context.place == Place::Page).then(|| {
        let brand = logo.map_or_else(|| mark(&name), |logo| drawn(logo, &name));
        let brand = view! {
            {brand}
            <span class="brand__product">{(name != "Buurtstem").then_some("Buurtstem")}</span>
        };
        view! {
            <a class="skip-link" href="#app">{texts.skip}</a>
            <header class="site-header">
                <div class="site-header__inner">
                    <a class="brand" href=home>{brand}</a>
                    {languages(state)}
                </div>
            </header>
        }
    })
}

/// Our own mark, and the name in letters.
fn mark(name: &str) -> AnyView {
    view! {
        <svg class="brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d=MARK></path>
        </svg>
        <span class="brand__name">{name.to_owned()}</span>
    }
    .into_any()
}

/// The municipality's logo. Its size stands there before it does, so that nothing moves.
fn drawn(logo: Logo, name: &str) -> AnyView {
    let Logo { address, width, height } = logo;
    view! { <img class="brand__logo" src=address alt=name.to_owned() width=width.to_string() height=height.to_string() /> }
        .into_any()
}

/// In a frame: the way back to the first page and the languages, small and above the content.
pub fn frame_bar(state: &PageState) -> impl IntoView + use<> {
    let context = &state.context;
    (context.place == Place::Frame).then(|| {
        let home = (context.contact.is_some() && !matches!(state.content, Content::Home(_))).then(|| {
            view! { <a class="frame-bar__home" href=context.url(&home_page())>{context.texts().around().home}</a> }
        });
        view! { <header class="frame-bar">{home} {languages(state)}</header> }
    })
}

/// Under the content: who to call, and what this page does not do.
pub fn footer(state: &PageState) -> impl IntoView + use<> {
    let context = &state.context;
    let texts = context.texts().around();
    let contact = context.contact.as_ref().map(|contact| {
        view! {
            <p>
                <strong>{texts.questions_title}</strong> " " {texts.call} " " {phone_link(&contact.phone)} " "
                <span class="soft">"(" {context.words(&contact.hours).view()} ")"</span>
            </p>
        }
    });
    // Out of a frame they open beside it: no frame may show them.
    let target = (context.place == Place::Frame).then_some("_blank");
    let link = |address: String, text: &'static str| view! { <li><a href=address target=target rel="noopener">{text}</a></li> };
    let about = context.contact.is_some().then(|| {
        view! {
            <ul class="site-footer__links">
                {link(paths::privacy(&context.slug, context.language), texts.to_privacy)}
                {link(paths::accessibility(&context.slug, context.language), texts.to_accessibility)}
            </ul>
        }
    });
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                {contact}
                <p class="soft">{texts.privacy}</p>
                {about}
            </div>
        </footer>
    }
}

/// The same page in each language; the language of the page itself is no link.
fn languages(state: &PageState) -> Option<AnyView> {
    let context = &state.context;
    if context.languages.len() < 2 {
        return None;
    }
    let links: Vec<_> = context
        .languages
        .iter()
        .map(|&language| {
            let name = Words::in_language(language.own_name(), language.tag());
            let item = if language == context.language {
                view! { <span aria-current="true">{name.view()}</span> }.into_any()
            } else {
                view! { <a href=state.url_in(language) hreflang=language.tag()>{name.view()}</a> }.into_any()
            };
            view! { <li>{item}</li> }
        })
        .collect();
    Some(
        view! { <nav class="languages" aria-label=context.texts().around().languages><ul>{links}</ul></nav> }
            .into_any(),
    )
}
