//! The map of the areas, from a file: for the administrator.

use leptos::html::Input;
use leptos::prelude::*;
use shared::area_map::MapReceipt;
use ui::{BusyButton, ButtonKind, Notice, Tone};

use crate::form::{Failures, FileField, Submission};
use crate::session::session;
use crate::texts::texts;

/// What the server calls the whole of the file's shapes.
const FIELD: &str = "features";

#[component]
pub(super) fn MapForm() -> impl IntoView {
    let words = &texts().map;
    let session = session();
    let submission = Submission::new();
    let input = NodeRef::<Input>::new();
    let receipt = RwSignal::new(None::<MapReceipt>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        receipt.set(None);
        let file = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0));
        let Some(file) = file else {
            submission.say(FIELD, words.no_file);
            crate::navigation::focus_soon(ui::FAULTS_ID);
            return;
        };
        let client = session.client();
        submission.send(async move { client.put_area_map(file).await }, move |answer| {
            if let Ok(loaded) = answer {
                receipt.set(Some(loaded));
            }
        });
    };
    let remove = move |_| {
        let client = session.client();
        receipt.set(None);
        submission.send(async move { client.remove_area_map().await }, move |answer| {
            if answer.is_ok() {
                session.navigation.say(words.removed);
            }
        });
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { words.send };
    view! {
        <details class="disclosure">
            <summary>{words.title}</summary>
            <p>{words.lead}</p>
            <form class="form" on:submit=submit novalidate=true>
                <Failures submission />
                <FileField
                    name=FIELD
                    label=words.file
                    hint=words.hint
                    accept=".geojson,.json,application/geo+json,application/json"
                    submission
                    input
                />
                <div class="actions">
                    <BusyButton kind=ButtonKind::Secondary busy=submission.busy>
                        {label}
                    </BusyButton>
                    <button type="button" class="button button--quiet" on:click=remove>
                        {words.remove}
                    </button>
                </div>
            </form>
            <div role="status">{move || receipt.get().map(|receipt| told(&receipt))}</div>
        </details>
    }
}

fn told(receipt: &MapReceipt) -> AnyView {
    let words = &texts().map;
    let without = (!receipt.without_shape.is_empty()).then(|| {
        view! { <p>{(words.without)(&receipt.without_shape.join(", "))}</p> }
    });
    let unused = (receipt.unused > 0).then(|| view! { <p>{(words.unused)(receipt.unused)}</p> });
    view! {
        <Notice tone=Tone::Good>
            <p>{(words.loaded)(receipt.areas, receipt.points_before, receipt.points)}</p>
            {without}
            {unused}
        </Notice>
    }
    .into_any()
}
