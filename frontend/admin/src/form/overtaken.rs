//! Somebody else saved first: what was typed stays until one of the two is chosen.

use std::sync::Arc;

use leptos::prelude::*;
use ui::{ButtonKind, Notice, Press, Tone};

use crate::navigation::focus_soon;

/// What somebody else saved while this form was filled in; nothing as long as nobody did.
pub(crate) struct Overtaken<T: Send + Sync + 'static> {
    /// Which form of the page it is: the focus goes to this one's heading.
    form: StoredValue<String>,
    theirs: RwSignal<Option<T>>,
}

/// What the choice is called.
#[derive(Clone, Copy)]
pub(crate) struct OvertakenWords {
    pub(crate) title: &'static str,
    pub(crate) keep_mine: &'static str,
    pub(crate) take_theirs: &'static str,
}

impl<T: Send + Sync + 'static> Clone for Overtaken<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Overtaken<T> {}

impl<T: Clone + Send + Sync + 'static> Overtaken<T> {
    /// For a form by a name that no other form of the page has.
    pub(crate) fn new(form: &str) -> Self {
        Self { form: StoredValue::new(form.to_owned()), theirs: RwSignal::new(None) }
    }

    /// The id of the heading.
    fn id(self) -> String {
        self.form.with_value(|form| format!("overtaken-{form}"))
    }

    /// Asks to choose.
    pub(crate) fn by(self, theirs: T) {
        self.theirs.set(Some(theirs));
        focus_soon(&self.id());
    }

    pub(crate) fn forget(self) {
        self.theirs.set(None);
    }

    /// The question, above the form. Whatever is chosen, it goes away.
    pub(crate) fn view(
        self,
        words: OvertakenWords,
        explain: impl Fn(&T) -> String + Send + Sync + 'static,
        keep_mine: impl Fn(T) + Send + Sync + 'static,
        take_theirs: impl Fn(T) + Send + Sync + 'static,
    ) -> impl Fn() -> Option<AnyView> {
        let (keep_mine, take_theirs) = (Arc::new(keep_mine), Arc::new(take_theirs));
        move || {
            let theirs = self.theirs.get()?;
            let explained = explain(&theirs);
            let (keep_mine, take_theirs) = (keep_mine.clone(), take_theirs.clone());
            let (for_mine, for_theirs) = (theirs.clone(), theirs);
            let mine = move |_| {
                self.forget();
                keep_mine(for_mine.clone());
            };
            let other = move |_| {
                self.forget();
                take_theirs(for_theirs.clone());
            };
            let view = view! {
                <Notice tone=Tone::Warn announce="alert">
                    <h2 id=self.id() tabindex="-1">
                        {words.title}
                    </h2>
                    <p>{explained}</p>
                    <div class="actions">
                        <Press kind=ButtonKind::Secondary act=mine>
                            {words.keep_mine}
                        </Press>
                        <Press kind=ButtonKind::Secondary act=other>
                            {words.take_theirs}
                        </Press>
                    </div>
                </Notice>
            };
            Some(view.into_any())
        }
    }
}
