//! Connections: other systems that hear of what happens. For the administrator.

mod card;

use leptos::prelude::*;
use shared::ids::{PartnerId, WebhookId};
use shared::wire::webhooks::{WebhookList, WebhookRequest, WebhookSecret};
use ui::{BusyButton, ButtonKind, Empty, Notice, Press, Tone};

use crate::api::Client;
use crate::form::{Failures, LineField, Pick, Select, SelectGroup, Submission};
use crate::frame::{Heading, Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

const SECRET_ID: &str = "webhook-secret";
const FORM_ID: &str = "webhook-form";

/// What the page shows beside the list.
#[derive(Clone, Copy)]
struct Shown {
    list: Resource<WebhookList>,
    /// A secret that was just made, with the address it is for. It lives as long as this page.
    secret: RwSignal<Option<(WebhookId, String)>>,
    adding: RwSignal<bool>,
    /// Which disclosures are open, so that the list can be drawn anew.
    open: RwSignal<Vec<WebhookId>>,
}

impl Shown {
    /// Takes in a new secret.
    fn made(self, made: WebhookSecret) {
        self.secret.set(Some((made.id, made.secret)));
        self.list.state.set(Loaded::Here(made.list));
        focus_soon(SECRET_ID);
    }
}

#[component]
pub(crate) fn WebhooksPage() -> impl IntoView {
    let words = &texts().webhooks;
    let list = Resource::load(|client: Client| async move { client.webhooks().await });
    let shown =
        Shown { list, secret: RwSignal::new(None), adding: RwSignal::new(false), open: RwSignal::new(Vec::new()) };
    let (submission, whose, url) = (Submission::new(), RwSignal::new(String::new()), RwSignal::new(String::new()));
    view! {
        <Heading title=words.title lead=words.lead />
        {move || secret(shown)}
        {move || {
            if shown.adding.get() {
                form(shown, submission, whose, url)
            } else {
                let add = move |_| {
                    shown.adding.set(true);
                    focus_soon(FORM_ID);
                };
                view! {
                    <Press act=add>
                        {words.add}
                    </Press>
                }
                .into_any()
            }
        }}
        {move || match list.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || list.reload() /> }.into_any(),
            Loaded::Here(loaded) if loaded.webhooks.is_empty() => view! {
                <Empty title=words.empty_title>
                    <p>{words.empty}</p>
                </Empty>
            }
            .into_any(),
            Loaded::Here(loaded) => {
                let cards: Vec<_> = loaded.webhooks.into_iter().map(|one| card::view(one, shown)).collect();
                view! { <ul class="rules">{cards}</ul> }.into_any()
            }
        }}
    }
}

/// The secret, until somebody says that they have kept it.
fn secret(shown: Shown) -> Option<AnyView> {
    let words = &texts().webhooks;
    shown.secret.get().map(|(_, secret)| {
        view! {
            <Notice tone=Tone::Warn>
                <h2 id=SECRET_ID tabindex="-1">
                    {words.secret_title}
                </h2>
                <p>{words.secret}</p>
                <pre class="message-text">{secret}</pre>
                <Press kind=ButtonKind::Secondary act=move |_| shown.secret.set(None)>
                    {words.secret_seen}
                </Press>
            </Notice>
        }
        .into_any()
    })
}

fn form(shown: Shown, submission: Submission, whose: RwSignal<String>, url: RwSignal<String>) -> AnyView {
    let words = &texts().webhooks;
    let session = session();
    let client = session.client();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let partner_id = whose.with_untracked(|id| PartnerId::parse(id).ok());
        // Which addresses the operator allows beside the rule, only the server knows.
        let request = WebhookRequest { partner_id, url: url.get_untracked() };
        let client = session.client();
        submission.send(async move { client.add_webhook(&request).await }, move |answer| {
            if let Ok(made) = answer {
                whose.set(String::new());
                url.set(String::new());
                shown.adding.set(false);
                shown.made(made);
            }
        });
    };
    let picks = client
        .me()
        .partners
        .iter()
        .map(|partner| Pick::new(partner.id.as_str(), (words.only)(&client.public_partner_name(&partner.id))));
    let cancel = move |_| {
        submission.forget();
        shown.adding.set(false);
    };
    view! {
        <form class="form card" on:submit=submit novalidate=true aria-labelledby=FORM_ID>
            <h2 id=FORM_ID tabindex="-1">
                {words.add}
            </h2>
            <Failures submission />
            <Select
                name="partnerId"
                label=words.whose
                hint=words.whose_hint
                value=whose
                submission
                groups=vec![SelectGroup::plain(picks.collect())]
                empty=words.everything
                optional=true
            />
            <LineField name="url" label=words.url hint=words.url_hint value=url submission kind="url" />
            <div class="actions">
                <BusyButton busy=submission.busy>{words.save}</BusyButton>
                <Press kind=ButtonKind::Quiet act=cancel>
                    {texts().form.cancel}
                </Press>
            </div>
        </form>
    }
    .into_any()
}
