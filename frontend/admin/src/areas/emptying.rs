//! Emptying what was written in the history of an area, because somebody's name stood in it. Behind one more press: the
//! words do not come back.

use leptos::prelude::*;
use ui::{BusyButton, ButtonKind};

use super::page::Shown;
use crate::form::{Failures, Submission};
use crate::session::session;
use crate::texts::texts;

/// Which part of the history.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Level,
    Phase,
}

/// Nothing for who does not judge, or where nothing is written.
pub(super) fn view(shown: &Shown, part: Part, number: u32, written: bool) -> Option<AnyView> {
    let words = &texts().areas;
    if !shown.judges || !written {
        return None;
    }
    let (shown, submission) = (shown.clone(), Submission::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (client, id) = (session().client(), shown.area.id.clone());
        let sent = async move {
            match part {
                Part::Level => client.empty_reason(&id, number).await,
                Part::Phase => client.empty_next(&id, number).await,
            }
        };
        shown.send(submission, sent, words.emptied, || {});
    };
    let view = view! {
        <details class="disclosure">
            <summary>{words.empty}</summary>
            <form on:submit=submit>
                <Failures submission />
                <p>{words.empty_help}</p>
                <BusyButton kind=ButtonKind::Secondary busy=submission.busy>{words.empty_now}</BusyButton>
            </form>
        </details>
    };
    Some(view.into_any())
}
