//! The table of postcodes, from a file: for the administrator. First it is read and shown, then it is stored.

use leptos::html::Input;
use leptos::prelude::*;
use shared::fault::FaultCode;
use shared::postcode::{TableReceipt, TableView};
use shared::wire::problem::FaultView;
use ui::{BusyButton, ButtonKind, Notice, Tone};

use crate::api::{Client, Failure};
use crate::form::{Failures, FileField, Submission};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// What the server calls the file.
const FIELD: &str = "lines";

#[component]
pub(super) fn PostcodeForm() -> impl IntoView {
    let words = &texts().postcodes;
    let session = session();
    let table = Resource::load(|client: Client| async move { client.postcodes().await });
    let submission = Submission::new();
    let input = NodeRef::<Input>::new();
    // What was read, and whether it is stored.
    let receipt = RwSignal::new(None::<(TableReceipt, bool)>);
    let send = move |store: bool| {
        let file = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0));
        receipt.set(None);
        let Some(file) = file else {
            submission.say(FIELD, words.no_file);
            crate::navigation::focus_soon(ui::FAULTS_ID);
            return;
        };
        let client = session.client();
        let request =
            async move { if store { client.put_postcodes(file).await } else { client.preview_postcodes(file).await } };
        submission.send(request, move |answer| match answer {
            Ok(read) => {
                receipt.set(Some((read, store)));
                if store {
                    table.reload();
                }
            }
            Err(Failure::Refused(problem)) if !problem.faults.is_empty() => {
                submission.refuse_lines(FIELD, problem.faults.iter().map(line_at_fault));
            }
            Err(_) => {}
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send(false);
    };
    let remove = move |_| {
        let client = session.client();
        receipt.set(None);
        submission.send(async move { client.remove_postcodes().await }, move |answer| {
            if answer.is_ok() {
                session.navigation.say(words.removed);
                table.reload();
            }
        });
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { words.look };
    view! {
        <details class="disclosure">
            <summary>{words.title}</summary>
            <p>{words.lead}</p>
            <p>
                {move || match table.state.get() {
                    Loaded::Here(view) => state(&view),
                    _ => String::new(),
                }}
            </p>
            <form class="form" on:submit=submit novalidate=true>
                <Failures submission />
                <FileField
                    name=FIELD
                    label=words.file
                    hint=words.hint
                    accept=".csv,.txt,text/csv,text/plain"
                    submission
                    input
                    changed=move |()| receipt.set(None)
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
            <div role="status">{move || receipt.get().map(|(read, stored)| told(&read, stored))}</div>
            {move || {
                receipt
                    .get()
                    .filter(|(_, stored)| !stored)
                    .map(|_| {
                        view! {
                            <div class="actions">
                                <button type="button" class="button" on:click=move |_| send(true)>
                                    {words.send}
                                </button>
                            </div>
                        }
                    })
            }}
        </details>
    }
}

fn state(view: &TableView) -> String {
    let words = &texts().postcodes;
    match (&view.facts, view.loaded_on) {
        (Some(facts), Some(day)) => {
            let year = facts.year.map(|year| format!(" {}", (words.year)(year))).unwrap_or_default();
            (words.loaded)(facts.postcodes, facts.addresses, &texts().days.full(day)) + &year
        }
        _ => words.none.to_owned(),
    }
}

/// "Regel 5: dit is geen postcode": what is wrong with the first line is wrong with the whole file.
fn line_at_fault(view: &FaultView) -> String {
    let words = &texts().postcodes;
    match (&view.fault.code, view.fault.field.rsplit('.').next()) {
        (FaultCode::Required, _) => words.columns.to_owned(),
        (FaultCode::Unknown, _) => words.nothing.to_owned(),
        (FaultCode::Duplicate, Some(line)) => (words.line)(line, words.twice),
        (_, line) => (words.line)(line.unwrap_or_default(), &view.message),
    }
}

fn told(receipt: &TableReceipt, stored: bool) -> AnyView {
    let words = &texts().postcodes;
    let facts = &receipt.facts;
    let codes: Vec<&str> = receipt.unknown.keys().map(String::as_str).collect();
    let lines = [
        Some((words.read)(facts.postcodes, facts.addresses, facts.divided)),
        facts.year.map(words.year),
        (receipt.elsewhere > 0).then(|| (words.elsewhere)(receipt.elsewhere)),
        (!codes.is_empty()).then(|| (words.unknown)(&codes.join(", "))),
        (!receipt.without.is_empty()).then(|| (words.without)(&receipt.without.join(", "))),
    ];
    let lines: Vec<_> = lines.into_iter().flatten().map(|line| view! { <p>{line}</p> }).collect();
    let (tone, title) = if stored { (Tone::Good, words.stored) } else { (Tone::Info, words.preview) };
    view! {
        <Notice tone=tone>
            <p>
                <strong>{title}</strong>
            </p>
            {lines}
        </Notice>
    }
    .into_any()
}
