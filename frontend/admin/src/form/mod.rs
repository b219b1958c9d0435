//! Forms: sending, what went wrong, and fields that are bound to a signal.

mod failure;
mod field;
mod hints;
mod overtaken;

use std::collections::HashMap;
use std::future::Future;

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::wire::problem::FaultView;

pub(crate) use failure::{FailureNotice, Failures, in_words};
pub(crate) use field::{
    CheckBox, DateField, FileField, LineField, Pick, Radios, Select, SelectGroup, TextField, field_id,
};
pub(crate) use hints::plain_hints;
pub(crate) use overtaken::{Overtaken, OvertakenWords};

use crate::api::Failure;
use crate::navigation::focus_soon;
use crate::session::session;
use crate::texts::texts;

/// One form that can be sent: whether it is under way, and what went wrong the last time.
#[derive(Clone, Copy)]
pub(crate) struct Submission {
    pub(crate) busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    faults: RwSignal<Vec<FaultView>>,
    /// What each field of the page is called, for the summary of faults.
    names: StoredValue<HashMap<String, String>>,
}

impl Submission {
    pub(crate) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            faults: RwSignal::new(Vec::new()),
            names: StoredValue::default(),
        }
    }

    /// Called by each field: what it is called on the page.
    pub(crate) fn name(self, field: &str, words: &str) {
        self.names.update_value(|names| {
            // What is wrong follows behind a colon.
            names.insert(field.to_owned(), words.trim_end_matches(['?', '.']).to_owned());
        });
    }

    /// A fault as it stands in the summary, where nobody sees the field beside it.
    fn line(self, view: &FaultView) -> String {
        let name = self.names.with_value(|names| names.get(&view.fault.field).cloned());
        name.map_or_else(|| view.message.clone(), |name| format!("{name}: {}", view.message))
    }

    /// What is wrong with a field, in words.
    pub(crate) fn fault(self, field: &str) -> Signal<Option<String>> {
        let field = field.to_owned();
        Signal::derive(move || {
            self.faults
                .with(|faults| faults.iter().find(|view| view.fault.field == field).map(|view| view.message.clone()))
        })
    }

    /// Says what is wrong before anything is sent, in the words the server would use.
    pub(crate) fn refuse(self, faults: Vec<Fault>) {
        let language = texts().language;
        let faults =
            faults.into_iter().map(|fault| FaultView { message: fault.code.message(language), fault }).collect();
        self.failure.set(None);
        self.faults.set(faults);
        focus_soon(ui::FAULTS_ID);
    }

    /// Says what is wrong with one field in words of this program's own.
    pub(crate) fn say(self, field: &str, message: &str) {
        let fault = Fault::new(field, FaultCode::Required);
        self.faults.set(vec![FaultView { fault, message: message.to_owned() }]);
    }

    /// Says what is wrong with lines of a text, in words of this program's own.
    pub(crate) fn refuse_lines(self, field: &str, messages: impl Iterator<Item = String>) {
        let fault = Fault::new(field, FaultCode::Required);
        self.failure.set(None);
        self.faults.set(messages.map(|message| FaultView { fault: fault.clone(), message }).collect());
        focus_soon(ui::FAULTS_ID);
    }

    /// Says that nothing was sent, and why.
    pub(crate) fn fail(self, failure: Failure) {
        self.faults.set(Vec::new());
        self.failure.set(Some(failure));
        focus_soon(ui::FAULTS_ID);
    }

    pub(crate) fn forget(self) {
        self.failure.set(None);
        self.faults.set(Vec::new());
    }

    /// Sends once; a second press while it is under way does nothing. What went wrong is shown and gets the focus.
    pub(crate) fn send<T: 'static>(
        self,
        request: impl Future<Output = Result<T, Failure>> + 'static,
        done: impl FnOnce(Result<T, Failure>) + 'static,
    ) {
        let session = session();
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = request.await;
            // The page may have been left meanwhile; what was sent is sent.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match &answer {
                Ok(_) => self.forget(),
                Err(failure) => {
                    session.note(failure);
                    match failure {
                        Failure::SignedOut => self.forget(),
                        Failure::Refused(problem) if !problem.faults.is_empty() => {
                            self.failure.set(None);
                            self.faults.set(problem.faults.iter().map(as_on_the_page).collect());
                        }
                        other => {
                            self.faults.set(Vec::new());
                            self.failure.set(Some(other.clone()));
                        }
                    }
                    focus_soon(ui::FAULTS_ID);
                }
            }
            done(answer);
        });
    }
}

/// A proposal travels inside its request; on the page its fields have no such name before them.
fn as_on_the_page(view: &FaultView) -> FaultView {
    let mut view = view.clone();
    if let Some(inner) = view.fault.field.strip_prefix("draft.") {
        view.fault.field = inner.to_owned();
    }
    view
}
