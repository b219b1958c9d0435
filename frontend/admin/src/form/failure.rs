//! What went wrong, in words, where the person looks.

use leptos::prelude::*;
use ui::{ErrorSummary, FaultLine, Notice, Tone};

use super::{Submission, field_id};
use crate::api::Failure;
use crate::texts::texts;

/// Title and explanation of a failure.
pub(crate) fn in_words(failure: &Failure) -> (String, String) {
    let frame = &texts().frame;
    match failure {
        Failure::Refused(problem) => (problem.title.clone(), problem.detail.clone()),
        Failure::Unreachable => (frame.unreachable_title.into(), frame.unreachable.into()),
        Failure::Broken | Failure::SignedOut => (frame.broken_title.into(), frame.broken.into()),
    }
}

/// A failure as a notice; its heading can have the focus.
#[component]
pub(crate) fn FailureNotice(failure: Failure) -> impl IntoView {
    let (title, detail) = in_words(&failure);
    view! {
        <Notice tone=Tone::Bad announce="alert">
            <h2 id=ui::FAULTS_ID tabindex="-1">
                {title}
            </h2>
            <p>{detail}</p>
        </Notice>
    }
    .into_any()
}

/// Above a form: every field at fault as a link, or what else went wrong. Names that belong to no field of the page
/// are told by their sentence all the same.
#[component]
pub(crate) fn Failures(submission: Submission) -> impl IntoView {
    move || {
        let faults = submission.faults.get();
        if !faults.is_empty() {
            let lines = faults
                .into_iter()
                .map(|view| FaultLine {
                    href: format!("#{}", field_id(&view.fault.field)),
                    text: submission.line(&view),
                })
                .collect();
            return view! { <ErrorSummary title=texts().form.faults_title faults=lines /> }.into_any();
        }
        match submission.failure.get() {
            Some(failure) => view! { <FailureNotice failure /> }.into_any(),
            None => ().into_any(),
        }
    }
}
