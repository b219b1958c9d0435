//! On the website: which sites may show the widget, how often they do, and what a webmaster pastes. For the
//! administrator.

mod snippet;

use std::future::Future;

use leptos::prelude::*;
use shared::wire::sites::{RefusedView, SiteList, SiteRequest, SiteView};
use ui::{BusyButton, ButtonKind, Press};

use crate::api::{Client, Failure};
use crate::form::{CheckBox, Failures, LineField, Submission, in_words};
use crate::frame::{Heading, Loading, Missing};
use crate::session::{Loaded, Resource, Session, session};
use crate::texts::texts;

const SITES_ID: &str = "sites";
const FORM_ID: &str = "site-form";
const REFUSED_ID: &str = "refused";

#[component]
pub(crate) fn SitesPage() -> impl IntoView {
    let words = &texts().sites;
    let list = Resource::load(|client: Client| async move { client.sites().await });
    let polls = Resource::load(|client: Client| async move { client.polls().await });
    let (submission, address, both) = (Submission::new(), RwSignal::new(String::new()), RwSignal::new(true));
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match list.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || list.reload() /> }.into_any(),
            Loaded::Here(loaded) => sites(list, &loaded),
        }}
        {form(list, submission, address, both)}
        {move || match polls.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || polls.reload() /> }.into_any(),
            Loaded::Here(loaded) => snippet::view(loaded.polls, list),
        }}
    }
}

fn sites(list: Resource<SiteList>, loaded: &SiteList) -> AnyView {
    let words = &texts().sites;
    let known: Vec<_> = loaded.sites.iter().map(|site| site_row(list, site, loaded.days)).collect();
    let empty = known.is_empty().then(|| view! { <p>{words.no_sites}</p> });
    let refused: Vec<_> = loaded.refused.iter().map(|site| refused_row(list, site)).collect();
    let refused = (!refused.is_empty()).then(|| {
        view! {
            <section aria-labelledby=REFUSED_ID>
                <h2 id=REFUSED_ID>{words.refused}</h2>
                <p>{words.refused_lead}</p>
                <ul class="work-list">{refused}</ul>
            </section>
        }
    });
    view! {
        <section aria-labelledby=SITES_ID>
            <h2 id=SITES_ID>{words.sites}</h2>
            {empty}
            <ul class="work-list">{known}</ul>
        </section>
        {refused}
    }
    .into_any()
}

fn site_row(list: Resource<SiteList>, site: &SiteView, days: u16) -> AnyView {
    let words = &texts().sites;
    let seen = site
        .last_on
        .map_or_else(|| (words.never)(days), |day| (words.loads)(site.loads, days, &texts().days.full(day)));
    let from_file = site.in_file.then(|| view! { <span>{words.from_file}</span> });
    let (origin, session) = (site.origin.clone(), session());
    let remove = move |_| {
        let (client, origin) = (session.client(), origin.clone());
        act(list, &session, words.removed, async move { client.remove_site(&origin).await });
    };
    row(&site.origin, view! { <span>{seen}</span> {from_file} }.into_any(), words.remove, remove)
}

fn refused_row(list: Resource<SiteList>, site: &RefusedView) -> AnyView {
    let words = &texts().sites;
    let seen = (words.refused_times)(site.times, &texts().days.full(site.last_on));
    if site.origin.is_empty() {
        return view! { <li><p>{words.refused_others}" "{seen}</p></li> }.into_any();
    }
    let (origin, session) = (site.origin.clone(), session());
    let add = move |_| {
        let (client, request) = (session.client(), SiteRequest { address: origin.clone(), both: false });
        act(list, &session, words.added, async move { client.add_site(&request).await });
    };
    row(&site.origin, view! { <span>{seen}</span> }.into_any(), words.add, add)
}

fn row(
    origin: &str,
    facts: AnyView,
    button: &'static str,
    act: impl FnMut(leptos::ev::MouseEvent) + Clone + Send + 'static,
) -> AnyView {
    let name = origin.to_owned();
    view! {
        <li>
            <div class="message-row">
                <div>
                    <h3 class="work-row__title webhook__url">{name.clone()}</h3>
                    <p class="work-row__meta">{facts}</p>
                </div>
                <div class="work-row__state">
                    <Press kind=ButtonKind::Secondary act=act>
                        {button}
                        " "
                        <span class="visually-hidden">{name}</span>
                    </Press>
                </div>
            </div>
        </li>
    }
    .into_any()
}

/// Does something, shows the list as it is then, and says what was done or why not.
fn act(
    list: Resource<SiteList>,
    session: &Session,
    done: &'static str,
    asked: impl Future<Output = Result<SiteList, Failure>> + 'static,
) {
    let session = *session;
    leptos::task::spawn_local(async move {
        match asked.await {
            Ok(now) => {
                list.state.set(Loaded::Here(now));
                session.navigation.say(done);
            }
            Err(failure) => {
                session.note(&failure);
                let (_, why) = in_words(&failure);
                session.navigation.warn(texts().sites.not_done, &why);
            }
        }
    });
}

fn form(list: Resource<SiteList>, submission: Submission, address: RwSignal<String>, both: RwSignal<bool>) -> AnyView {
    let words = &texts().sites;
    let session = session();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (client, request) =
            (session.client(), SiteRequest { address: address.get_untracked(), both: both.get_untracked() });
        submission.send(async move { client.add_site(&request).await }, move |answer| {
            if let Ok(now) = answer {
                address.set(String::new());
                list.state.set(Loaded::Here(now));
                session.navigation.say(words.added);
            }
        });
    };
    view! {
        <form class="form card" on:submit=submit novalidate=true aria-labelledby=FORM_ID>
            <h2 id=FORM_ID>{words.add_title}</h2>
            <Failures submission />
            <LineField name="address" label=words.address hint=words.address_hint value=address submission />
            <CheckBox name="both" label=words.both value=both />
            <div class="actions">
                <BusyButton busy=submission.busy>{words.add}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}
