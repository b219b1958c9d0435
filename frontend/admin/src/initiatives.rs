//! What everybody sees, and which organisations show that they support it.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::ids::{CaseId, PartnerId};
use shared::wire::backing::{Backable, BackableList, BackingRequest};
use ui::{Badge, Empty, Notice, Tone};

use crate::api::Client;
use crate::form::{Failures, Submission};
use crate::frame::{Heading, Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

const DONE_ID: &str = "done";

/// Who supports what, as it was last said.
#[derive(Clone)]
struct Said {
    backs: bool,
    /// None for one's own organisation.
    partner: Option<String>,
}

#[component]
pub(crate) fn InitiativesPage() -> impl IntoView {
    let words = &texts().tasks;
    let list = Resource::load(|client: Client| async move { client.initiatives().await });
    let done = RwSignal::new(None::<Said>);
    let submission = Submission::new();
    let said = move || {
        done.get().map(|Said { backs, partner }| {
            let said = match (partner, backs) {
                (None, true) => words.backed.to_owned(),
                (None, false) => words.backed_not.to_owned(),
                (Some(name), true) => (words.backed_by)(&name),
                (Some(name), false) => (words.backed_not_by)(&name),
            };
            view! {
                <Notice tone=Tone::Good announce="status">
                    <p id=DONE_ID tabindex="-1">
                        {said}
                    </p>
                </Notice>
            }
        })
    };
    let press = move |id: CaseId, backs: bool, partner: Option<PartnerId>| {
        let client = session().client();
        let name = partner.as_ref().map(|partner| client.public_partner_name(partner));
        let request = BackingRequest { backs, partner };
        submission.send(async move { client.back(&id, &request).await }, move |answer| {
            if let Ok(found) = answer {
                list.state.set(Loaded::Here(found));
                done.set(Some(Said { backs, partner: name }));
                focus_soon(DONE_ID);
            }
        });
    };
    view! {
        <Heading title=words.initiatives />
        <p>{words.initiatives_lead}</p>
        {said}
        <Failures submission />
        {move || match list.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || list.reload() /> }.into_any(),
            Loaded::Here(BackableList { initiatives }) if initiatives.is_empty() => {
                view! {
                    <Empty title=words.no_initiatives>
                        <p>{words.no_initiatives_hint}</p>
                    </Empty>
                }
                .into_any()
            }
            Loaded::Here(BackableList { initiatives }) => {
                let rows: Vec<_> =
                    initiatives.iter().map(|initiative| view! { <li>{row(initiative, press)}</li> }).collect();
                view! { <ul class="tasks">{rows}</ul> }.into_any()
            }
        }}
    }
}

fn row(initiative: &Backable, press: impl Fn(CaseId, bool, Option<PartnerId>) + Copy + Send + 'static) -> AnyView {
    let words = &texts().tasks;
    let client = session().client();
    let backed = initiative.backing.iter().any(|id| client.is_mine(id));
    let names: Vec<String> = initiative.backing.iter().map(|id| client.public_partner_name(id)).collect();
    let backing = if names.is_empty() {
        words.backed_by_none.to_owned()
    } else {
        format!("{} {}", words.backing, names.join(", "))
    };
    let title = initiative.title.clone();
    let name = format!("backing-{}", initiative.id);
    let described_by = name.clone();
    let id = initiative.id.clone();
    let role = client.me().role;
    let button = role.may(Permission::HandleCases).then(|| {
        view! {
            <button
                type="button"
                class="button button--secondary"
                aria-describedby=described_by
                on:click=move |_| press(id.clone(), !backed, None)
            >
                {if backed { words.back_not } else { words.back }}
            </button>
        }
    });
    // Who coordinates writes down what another organisation said.
    let others = (role.may(Permission::HandleCases) && role.may(Permission::SeeAllCases))
        .then(|| others(initiative, name.clone(), press));
    view! {
        <h2 class="tasks__what" id=name>{title}</h2>
        <p class="soft">{initiative.area.clone()} " · " {client.public_partner_name(&initiative.owner)}</p>
        <p><Badge tone=Tone::Neutral words=(texts().work.status)(initiative.status).to_owned() /></p>
        <p>{backing}</p>
        {button}
        {others}
    }
    .into_any()
}

/// One button for each other organisation, behind a line that opens it.
fn others(
    initiative: &Backable,
    described_by: String,
    press: impl Fn(CaseId, bool, Option<PartnerId>) + Copy + Send + 'static,
) -> AnyView {
    let words = &texts().tasks;
    let client = session().client();
    let buttons: Vec<_> = client
        .me()
        .partners
        .iter()
        .filter(|partner| !client.is_mine(&partner.id))
        .map(|partner| {
            let (case, id, described_by) = (initiative.id.clone(), partner.id.clone(), described_by.clone());
            let backed = initiative.backing.contains(&id);
            let label =
                if backed { (words.other_backs_not)(&partner.name) } else { (words.other_backs)(&partner.name) };
            view! {
                <button
                    type="button"
                    class="button button--secondary"
                    aria-describedby=described_by
                    on:click=move |_| press(case.clone(), !backed, Some(id.clone()))
                >
                    {label}
                </button>
            }
        })
        .collect();
    view! {
        <details class="disclosure">
            <summary>{words.others}</summary>
            <p>{words.others_help}</p>
            <div class="actions">{buttons}</div>
        </details>
    }
    .into_any()
}
