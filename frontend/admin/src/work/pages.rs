//! A list that comes in pages: the first one at once, each next one when somebody asks for it.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use shared::wire::admin::CaseList;

use crate::api::{Client, Failure};
use crate::form::in_words;
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, Session, session};
use crate::texts::texts;

/// The id of how many there are, which gets the focus when the button has gone.
pub(super) const COUNT_ID: &str = "work-count";

type Answer = Pin<Box<dyn Future<Output = Result<CaseList, Failure>>>>;
type Ask = Box<dyn Fn(Client, Option<String>) -> Answer>;

#[derive(Clone, Copy)]
pub(super) struct Pages {
    session: Session,
    pub(super) first: Resource<CaseList>,
    /// What came after the first page, and where that ended; nothing as long as nobody asked.
    rest: RwSignal<Option<CaseList>>,
    asking: RwSignal<bool>,
    ask: StoredValue<Ask, LocalStorage>,
}

impl Pages {
    /// `ask` brings the page after a place, or the first one.
    pub(super) fn load<F>(ask: impl Fn(Client, Option<String>) -> F + Clone + 'static) -> Self
    where
        F: Future<Output = Result<CaseList, Failure>> + 'static,
    {
        let (session, rest) = (session(), RwSignal::new(None));
        let asked = ask.clone();
        let first = Resource::load(move |client| {
            rest.set(None);
            asked(client, None)
        });
        let ask: Ask = Box::new(move |client, after| Box::pin(ask(client, after)));
        Self { session, first, rest, asking: RwSignal::new(false), ask: StoredValue::new_local(ask) }
    }

    /// Everything that has come so far.
    pub(super) fn all(self) -> CaseList {
        let Loaded::Here(first) = self.first.state.get() else { return CaseList { cases: Vec::new(), next: None } };
        match self.rest.get() {
            None => first,
            Some(rest) => joined(first, rest),
        }
    }

    pub(super) fn has_more(self) -> bool {
        self.all().next.is_some()
    }

    fn ask_more(self) {
        let end = move || untrack(|| self.all().next);
        let Some(after) = end().filter(|_| !self.asking.get_untracked()) else { return };
        self.asking.set(true);
        let session = self.session;
        let answer = self.ask.with_value(|ask| untrack(|| ask(session.client(), Some(after.clone()))));
        leptos::task::spawn_local(async move {
            let answer = answer.await;
            // The page may be gone by now, and its values with it.
            if self.asking.try_set(false).is_some() {
                return;
            }
            match answer {
                // Meanwhile the list may have been loaded anew: then this is no part of it.
                Ok(page) if end().as_ref() == Some(&after) => {
                    let done = page.next.is_none();
                    let page = match self.rest.get_untracked() {
                        Some(before) => joined(before, page),
                        None => page,
                    };
                    self.rest.set(Some(page));
                    if done {
                        focus_soon(COUNT_ID);
                    }
                }
                Ok(_) => {}
                Err(failure) => {
                    session.note(&failure);
                    let (title, detail) = in_words(&failure);
                    session.navigation.warn(title, &detail);
                }
            }
        });
    }

    /// What asks for the next page, as long as there is one.
    pub(super) fn button(self) -> impl IntoView {
        let more = Memo::new(move |_| self.has_more());
        let words = move || if self.asking.get() { texts().work.loading_more } else { texts().work.more };
        move || {
            more.get().then(|| {
                view! {
                    <p class="actions">
                        <button type="button" class="button button--secondary" on:click=move |_| self.ask_more()>
                            {words}
                        </button>
                    </p>
                }
            })
        }
    }
}

/// One after the other; a case that changed its place in between is there once.
fn joined(mut before: CaseList, after: CaseList) -> CaseList {
    for case in after.cases {
        if before.cases.iter().all(|known| known.id != case.id) {
            before.cases.push(case);
        }
    }
    CaseList { next: after.next, ..before }
}
