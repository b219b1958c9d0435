//! What everybody sees, and which organisations show that they support it.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::ids::CaseId;
use shared::wire::backing::{Backable, BackableList, BackingRequest};
use ui::{Badge, Empty, Notice, Tone};

use crate::api::Client;
use crate::form::{Failures, Submission};
use crate::frame::{Heading, Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

const DONE_ID: &str = "done";

#[component]
pub(crate) fn InitiativesPage() -> impl IntoView {
    let words = &texts().tasks;
    let list = Resource::load(|client: Client| async move { client.initiatives().await });
    // Whether the last thing that was done was to support something.
    let done = RwSignal::new(None::<bool>);
    let submission = Submission::new();
    let said = move || {
        done.get().map(|backs| {
            view! {
                <Notice tone=Tone::Good announce="status">
                    <p id=DONE_ID tabindex="-1">
                        {if backs { words.backed } else { words.backed_not }}
                    </p>
                </Notice>
            }
        })
    };
    let press = move |id: CaseId, backs: bool| {
        let client = session().client();
        let request = BackingRequest { backs, partner: None };
        submission.send(async move { client.back(&id, &request).await }, move |answer| {
            if let Ok(found) = answer {
                list.state.set(Loaded::Here(found));
                done.set(Some(backs));
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

fn row(initiative: &Backable, press: impl Fn(CaseId, bool) + Copy + 'static) -> AnyView {
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
    let button = client.me().role.may(Permission::HandleCases).then(|| {
        view! {
            <button
                type="button"
                class="button button--secondary"
                aria-describedby=described_by
                on:click=move |_| press(id.clone(), !backed)
            >
                {if backed { words.back_not } else { words.back }}
            </button>
        }
    });
    view! {
        <h2 class="tasks__what" id=name>{title}</h2>
        <p class="soft">{initiative.area.clone()} " · " {client.public_partner_name(&initiative.owner)}</p>
        <p><Badge tone=Tone::Neutral words=(texts().work.status)(initiative.status).to_owned() /></p>
        <p>{backing}</p>
        {button}
    }
    .into_any()
}
