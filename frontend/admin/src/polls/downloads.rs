//! Figures as files, for officials who may take them along; and whole ballots for the coordinator, after a reason.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::ids::PollId;
use shared::paths::ADMIN_API;
use shared::poll::PollStatus;
use shared::wire::admin::PollDetail;
use ui::{BusyButton, ButtonKind};

use crate::form::{Failures, LineField, Submission};
use crate::platform::save_file;
use crate::session::session;
use crate::texts::texts;

/// How many answered in which way, and what may be taken along; nothing before there are figures.
pub(super) fn view(detail: &PollDetail) -> Option<AnyView> {
    let words = &texts().downloads;
    let role = session().client().me().role;
    let id = detail.overview.id.clone();
    let files = (role.may(Permission::ExportPolls) && detail.results.is_some()).then(|| {
        let link = |file: &str, label: &'static str| {
            let href = format!("{ADMIN_API}/polls/{id}/{file}");
            view! { <li><a href=href download="">{label}</a></li> }
        };
        view! {
            <p>{words.lead}</p>
            <ul>
                {link("figures.xlsx", words.workbook)} {link("figures.csv", words.csv)}
                {link("code-book.csv", words.code_book)}
            </ul>
        }
    });
    let closed = matches!(detail.overview.status, PollStatus::Closed | PollStatus::Reported);
    let raw = (closed && role.may(Permission::TakeRawBallots)).then(|| view! { <RawBallots id=id.clone() /> });
    if files.is_none() && raw.is_none() {
        return None;
    }
    Some(
        view! {
            <section class="stack no-print" aria-labelledby="downloads-title">
                <h2 id="downloads-title">{words.title}</h2>
                {files}
                {raw}
            </section>
        }
        .into_any(),
    )
}

/// "Via internet 90, op papier 12": none before the first count.
pub(super) fn channels(detail: &PollDetail) -> Option<String> {
    let words = &texts().downloads;
    let parts: Vec<String> =
        [("online", words.online), ("desk", words.desk), ("phone", words.phone), ("paper", words.paper)]
            .into_iter()
            .filter_map(|(channel, name)| detail.channels.get(channel).map(|count| format!("{name} {count}")))
            .collect();
    (!parts.is_empty()).then(|| format!("{}.", parts.join(", ")))
}

#[component]
fn RawBallots(id: PollId) -> impl IntoView {
    let words = &texts().downloads;
    let session = session();
    let submission = Submission::new();
    let reason = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (client, id) = (session.client(), id.clone());
        let name = format!("{id}-ballots.csv");
        let given = reason.get_untracked();
        submission.send(async move { client.raw_ballots(&id, given).await }, move |answer| {
            if let Ok(file) = answer {
                save_file(&name, &file);
                session.navigation.say(words.raw_done);
            }
        });
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { words.raw_send };
    view! {
        <details class="disclosure">
            <summary>{words.raw_title}</summary>
            <p>{words.raw_lead}</p>
            <form class="form" on:submit=submit novalidate=true>
                <Failures submission />
                <LineField name="reason" label=words.reason hint=words.reason_hint value=reason submission />
                <div class="actions">
                    <BusyButton kind=ButtonKind::Secondary busy=submission.busy>
                        {label}
                    </BusyButton>
                </div>
            </form>
        </details>
    }
}
