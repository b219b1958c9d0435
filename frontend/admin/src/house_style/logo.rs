//! The logo, from a file.

use leptos::html::Input;
use leptos::prelude::*;
use ui::{BusyButton, ButtonKind};

use super::Shown;
use crate::form::{Failures, FileField, Submission};
use crate::session::{Loaded, session};
use crate::texts::texts;

const FIELD: &str = "logo";

pub(super) fn view(file: Option<String>, shown: Shown) -> AnyView {
    let words = &texts().house_style;
    let session = session();
    let submission = Submission::new();
    let input = NodeRef::<Input>::new();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let file = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0));
        let Some(file) = file else {
            submission.say(FIELD, words.no_logo_file);
            crate::navigation::focus_soon(ui::FAULTS_ID);
            return;
        };
        let client = session.client();
        submission.send(async move { client.put_logo(file).await }, move |answer| {
            if let Ok(view) = answer {
                shown.stored.state.set(Loaded::Here(view));
                session.navigation.say(words.logo_done);
            }
        });
    };
    let remove = move |_| {
        let client = session.client();
        submission.send(async move { client.remove_logo().await }, move |answer| {
            if let Ok(view) = answer {
                shown.stored.state.set(Loaded::Here(view));
                session.navigation.say(words.logo_removed);
            }
        });
    };
    let now = file.map(|file| {
        let address = format!("/{}/logo/{file}", session.client().me().municipality);
        view! { <img class="look__logo" src=address alt=words.logo_now /> }
    });
    let has_logo = now.is_some();
    view! {
        <form class="form" on:submit=submit novalidate=true>
            <h2>{words.logo}</h2>
            {now}
            <Failures submission />
            <FileField
                name=FIELD
                label=words.logo_file
                hint=words.logo_hint
                accept=".png,.svg,image/png,image/svg+xml"
                submission
                input
            />
            <div class="actions">
                <BusyButton kind=ButtonKind::Secondary busy=submission.busy>
                    {words.logo_store}
                </BusyButton>
                {has_logo
                    .then(|| {
                        view! {
                            <button type="button" class="button button--quiet" on:click=remove>
                                {words.logo_remove}
                            </button>
                        }
                    })}
            </div>
        </form>
    }
    .into_any()
}
