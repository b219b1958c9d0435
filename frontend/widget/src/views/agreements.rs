//! What neighbourhood watch has agreed to, and whom it turns to.

use leptos::prelude::*;
use shared::agreements::POLICE_NUMBERS;
use shared::text::Language;
use shared::wire::watch::AgreementsView;
use ui::{AnyView, IntoAny, PlainText, with_phones};

use super::Context;

/// Nothing where there are none. Officials write in Dutch.
pub(super) fn view(context: &Context, agreements: Option<&AgreementsView>) -> Option<AnyView> {
    let agreements = agreements?;
    let texts = context.texts().agreements();
    let standard: Vec<_> =
        agreements.standard.iter().map(|words| view! { <li>{with_phones(words, &POLICE_NUMBERS)}</li> }).collect();
    let own = agreements.own.clone().map(|own| {
        let words = context.written(own, Language::Nl);
        view! {
            <p>{texts.own}</p>
            <div lang=words.lang><PlainText text=words.text /></div>
        }
    });
    let contact = (!agreements.contact.is_empty()).then(|| {
        view! {
            <h3>{texts.contact}</h3>
            <p>{(texts.turn_to)(&agreements.contact, &agreements.reach)}</p>
        }
    });
    let view = view! {
        <section class="panel panel--accent" aria-labelledby="agreements-title">
            <h2 id="agreements-title">{texts.title}</h2>
            <p>{(texts.lead)(&context.date(agreements.on))}</p>
            <ul>{standard}</ul>
            {own}
            {contact}
        </section>
    };
    Some(view.into_any())
}
