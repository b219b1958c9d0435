//! How many people live where, by age: loaded once a year, from the table that CBS publishes.

use leptos::prelude::*;
use shared::residents::read_csv;
use shared::wire::residents::{ResidentsRequest, ResidentsView};
use ui::{BusyButton, Notice, Tone};

use crate::address::Page;
use crate::api::Client;
use crate::form::{Failures, Submission, TextField};
use crate::frame::{BackLink, Heading, Loading, Missing};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

/// As much as one request may hold, with room for how it is written.
const MAX_CHARACTERS: usize = 50_000;

#[component]
pub(crate) fn ResidentsPage() -> impl IntoView {
    let words = &texts().residents;
    let loaded = Resource::load(|client: Client| async move { client.residents().await });
    let csv = RwSignal::new(String::new());
    let submission = Submission::new();
    let stand = move || match loaded.state.get() {
        Loaded::Waiting => view! { <Loading /> }.into_any(),
        Loaded::Here(view) => shown(&view),
        Loaded::Failed(failure) => view! { <Missing failure again=move || loaded.reload() /> }.into_any(),
    };
    let session = session();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let client = session.client();
        let table = csv.get_untracked();
        // The same rule as on the server, which says more here about what is wrong with a line.
        if let Err(faults) = read_csv(&table, &client.me().areas) {
            let lines = faults.iter().map(|fault| (words.line)(fault.line, (words.problem)(fault.problem)));
            submission.refuse_lines("csv", lines);
            return;
        }
        let request = ResidentsRequest { csv: table };
        submission.send(async move { client.load_residents(&request).await }, move |answer| {
            if answer.is_ok() {
                csv.set(String::new());
                session.navigation.say(words.done);
                loaded.reload();
            }
        });
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { words.send };
    view! {
        <BackLink page=Page::Polls words=texts().polls.back_to_list />
        <Heading title=words.title lead=words.lead />
        {stand}
        <form class="form" on:submit=submit novalidate=true>
            <Failures submission />
            <TextField
                name="csv"
                label=words.table
                hint=words.table_hint
                value=csv
                submission
                max=MAX_CHARACTERS
                rows=10
            />
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}

/// What is loaded now, and which buurten are not in it.
fn shown(view: &ResidentsView) -> AnyView {
    let words = &texts().residents;
    let Some(loaded_on) = view.loaded_on else {
        return view! { <Notice tone=Tone::Info><p>{words.none}</p></Notice> }.into_any();
    };
    let client = session().client();
    let areas = &client.me().areas;
    let missing: Vec<&str> = areas
        .iter()
        .filter(|area| area.kind == shared::area::AreaKind::Buurt && !view.areas.contains_key(&area.id))
        .map(|area| area.name.as_str())
        .collect();
    let people = view.areas.values().map(shared::residents::ByAge::total).fold(0, u32::saturating_add);
    let stand = (words.stand)(view.areas.len(), people, &texts().days.full(loaded_on));
    let missing = (!missing.is_empty()).then(|| view! { <p>{(words.missing)(&missing.join(", "))}</p> });
    view! {
        <Notice tone=Tone::Info>
            <p>{stand}</p>
            {missing}
        </Notice>
    }
    .into_any()
}
