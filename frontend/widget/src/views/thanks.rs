//! After answering a poll: what comes next, and something to do.

use leptos::prelude::*;
use ui::{AnyView, IntoAny, NextSteps, PageHeader};

use super::parts::{CopyButton, contact};
use super::{initiatives, results};
use crate::state::{Context, Thanks};

/// Thanks, what comes next, and something to do.
pub(super) fn thanks(context: &Context, thanks: &Thanks) -> AnyView {
    let texts = context.texts().thanks();
    let steps = vec![
        (texts.next_open)(&context.date(thanks.last_day)).into_any(),
        texts.next_count.into_any(),
        texts.next_report.into_any(),
    ];
    let share = (texts.share_text)(&thanks.title.text, &thanks.share_url);
    let nearby = thanks.nearby.as_ref().map(|initiative| {
        view! {
            <section class="page__section" aria-labelledby="nearby-title">
                <h2 id="nearby-title">{texts.nearby}</h2>
                <ul class="cards">{initiatives::card(context, initiative, false)}</ul>
            </section>
        }
    });
    let figures = thanks.results.as_ref().and_then(|page| results::figures(context, page));
    view! {
        <div class="page">
            <PageHeader above=context.words(&thanks.title) title=texts.title lead=texts.lead />
            <section class="page__section" aria-labelledby="next-title">
                <h2 id="next-title">{texts.next_title}</h2>
                <NextSteps steps=steps />
            </section>
            {figures}
            {nearby}
            <section class="panel panel--accent" aria-labelledby="share-title">
                <h2 id="share-title">{texts.share_title}</h2>
                <p>{texts.share_hint}</p>
                <p class="quote">{share.clone()}</p>
                <CopyButton text=share words=texts.share_button done=context.texts().site().copied />
            </section>
            <section class="panel" aria-labelledby="contact-title">
                <h2 id="contact-title">{texts.contact_title}</h2>
                {contact(context)}
            </section>
        </div>
    }
    .into_any()
}
