//! Pages behind a link in a mail. The proof in the address shows that its reader got the mail. Opening one changes
//! nothing, because mail programs and scanners open links by themselves; the button does. What is posted does not
//! matter, so it is not read.
//!
//! They are drawn here alone: the residents' program never needs them.

use axum::response::Response;
use leptos::prelude::*;
use shared::text::Language;
use ui::{Button, Notice, PageHeader, Tone};

use super::visit::Visit;
use crate::{
    auth::stop_token::{self, Purpose},
    refusal::Refusal,
};

/// A wrong proof and what is not there look the same.
pub(super) fn check(visit: &Visit, purpose: Purpose, id: &str, proof: &str) -> Result<(), Refusal> {
    let keys = &visit.edge.config().hash_keys;
    if stop_token::holds(keys, purpose, visit.slug.as_str(), id, proof) { Ok(()) } else { Err(Refusal::NotFound) }
}

/// What a page asks, and what it says afterwards.
pub(super) struct Step {
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    /// What comes of it, where the lead does not say it.
    pub(super) what: Option<&'static str>,
    pub(super) button: &'static str,
    pub(super) done_title: &'static str,
    pub(super) done: &'static str,
}

impl Step {
    /// The page with the button, which posts to the page itself.
    pub(super) fn ask(&self, visit: &Visit, address: impl Fn(Language) -> String) -> Response {
        let main = Owner::new().with(|| {
            view! {
                <div class="page">
                    <PageHeader title=self.title lead=self.lead />
                    {self.what.map(|what| view! { <p>{what}</p> })}
                    <form class="form" method="post" action=address(visit.language)>
                        <div class="actions">
                            <Button>{self.button}</Button>
                        </div>
                    </form>
                </div>
            }
            .to_html()
        });
        visit.drawn(self.title, address, &main)
    }

    /// The page after the button.
    pub(super) fn done(&self, visit: &Visit, address: impl Fn(Language) -> String) -> Response {
        says(visit, self.done_title, self.done, Tone::Good, address)
    }
}

/// A page that says how it went.
pub(super) fn says(
    visit: &Visit,
    title: &'static str,
    text: &'static str,
    tone: Tone,
    address: impl Fn(Language) -> String,
) -> Response {
    let main = Owner::new().with(|| {
        view! {
            <div class="page">
                <PageHeader title=title />
                <Notice tone=tone announce="status"><p>{text}</p></Notice>
            </div>
        }
        .to_html()
    });
    visit.drawn(title, address, &main)
}
