//! Organisations: whether they can take cases, and what the administrator keeps of them.

mod draft;
mod form;

use leptos::prelude::*;
use shared::actor::Permission;
use shared::wire::partners::{OfficialCare, PartnerCare, PartnersView};
use ui::{Badge, LinkButton, Notice, Tone};

pub(crate) use draft::PartnerDraft;

use crate::address::Page;
use crate::api::Client;
use crate::frame::{Heading, Loading, Missing};
use crate::routing::why_unavailable;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

#[component]
pub(crate) fn PartnersPage() -> impl IntoView {
    let words = &texts().partners;
    let partners = Resource::load(|client: Client| async move { client.partners().await });
    view! {
        <Heading title=words.title lead=words.lead />
        {move || match partners.state.get() {
            Loaded::Waiting => view! { <Loading /> }.into_any(),
            Loaded::Failed(failure) => view! { <Missing failure again=move || partners.reload() /> }.into_any(),
            Loaded::Here(shown) => {
                let cards: Vec<_> = shown.partners.iter().map(|care| card(care, partners)).collect();
                view! { <ul class="rules">{cards}</ul> }.into_any()
            }
        }}
    }
}

fn card(care: &PartnerCare, partners: Resource<PartnersView>) -> AnyView {
    let words = &texts().partners;
    let client = session().client();
    let keeps = client.me().role.may(Permission::Administer);
    let badge = if care.trouble.is_some() {
        view! { <Badge tone=Tone::Bad words=words.troubled /> }
    } else {
        view! { <Badge tone=Tone::Good words=words.works /> }
    };
    let trouble = care.trouble.as_ref().map(|why| {
        let why = (words.trouble_to_coordinator)(&why_unavailable(&client, why));
        view! { <p>{why}</p> }
    });
    let officials: Vec<_> =
        care.officials.iter().map(|official| view! { <li>{official_line(official, &care.officials)}</li> }).collect();
    let nobody = officials.is_empty().then_some(words.nobody);
    let form = keeps.then(|| form::view(care, partners));
    view! {
        <li class="rule">
            <div class="rule__head">
                <h2 class="rule__name">{client.public_partner_name(&care.id)}</h2>
                {badge}
                {care.coordinating.then(|| view! { <Badge tone=Tone::Neutral words=words.coordinates /> })}
                <span class="soft">{(words.open_cases)(care.open_cases)}</span>
            </div>
            {trouble}
            <dl class="trial__two">
                <div>
                    <dt>{words.agreement}</dt>
                    <dd>{agreement(care)}</dd>
                </div>
                <div>
                    <dt>{words.mailbox}</dt>
                    <dd>{care.mailbox.clone().unwrap_or_else(|| words.mailbox_none.to_owned())}</dd>
                </div>
                {care.by_mail.then(|| view! {
                    <div>
                        <dt>{words.how}</dt>
                        <dd>{words.by_mail}</dd>
                    </div>
                })}
                <div>
                    <dt>{words.mailing}</dt>
                    <dd>{if care.mailing.daily { words.mailing_daily } else { words.mailing_direct }}</dd>
                </div>
                <div>
                    <dt>{words.officials}</dt>
                    <dd>
                        <ul class="plain-list">{officials}</ul>
                        {nobody}
                    </dd>
                </div>
            </dl>
            {form}
        </li>
    }
    .into_any()
}

fn agreement(care: &PartnerCare) -> String {
    let words = &texts().partners;
    let until = care.agreement_until.map(|until| texts().days.full(until));
    match (care.agreement, until) {
        _ if care.coordinating => words.no_agreement_needed.to_owned(),
        (Some(role), Some(until)) => (words.agreement_is)((words.role)(role), &until),
        (None, Some(until)) => (words.agreement_until_only)(&until),
        (_, None) => words.agreement_none.to_owned(),
    }
}

/// "Wil Jansen, behandelaar, afwezig tot en met 1 december 2026, vervanger: Jo de Vries".
fn official_line(official: &OfficialCare, all: &[OfficialCare]) -> String {
    let words = &texts().partners;
    let deputy = official.deputy.as_ref().and_then(|id| all.iter().find(|other| &other.id == id));
    [
        Some(official.name.clone()),
        Some((texts().frame.role)(official.role).to_owned()),
        (!official.active).then(|| words.not_active.to_owned()),
        official.away_until.map(|until| (words.away)(&texts().days.full(until))),
        deputy.map(|deputy| (words.deputy_is)(&deputy.name)),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ")
}

/// For the coordinator, above their work: every partner to which nothing can go.
pub(crate) fn alarms() -> impl IntoView {
    let partners = Resource::load(|client: Client| async move { client.partners().await });
    move || match partners.state.get() {
        Loaded::Here(shown) => {
            let words = &texts().partners;
            let client = session().client();
            let lines: Vec<_> = shown
                .partners
                .iter()
                .filter_map(|care| Some((care.trouble.as_ref()?, care.open_cases)))
                .map(|(why, open)| view! { <p>{(words.alarm)(&why_unavailable(&client, why), open)}</p> })
                .collect();
            (!lines.is_empty()).then(|| {
                view! {
                    <Notice tone=Tone::Warn title=words.alarm_title>
                        {lines}
                        <LinkButton href=Page::Partners.path()>{words.alarm_link}</LinkButton>
                    </Notice>
                }
                .into_any()
            })
        }
        // The work below it matters more than a notice that could not be loaded.
        Loaded::Waiting | Loaded::Failed(_) => None,
    }
}
