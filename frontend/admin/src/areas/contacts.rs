//! Contact persons of an area, by partner and role; those marked as public stand on the page for residents.

use leptos::prelude::*;
use shared::area_care::{AreaContact, ContactRole};
use shared::text::Language;
use ui::{Badge, ButtonKind, Press, Tone, phone_link};

use super::entry;
use super::page::Shown;
use crate::form::{CheckBox, Failures, LineField, Pick, Select, SelectGroup, Submission};
use crate::intake::area_name;
use crate::navigation::focus_soon;
use crate::session::session;
use crate::texts::texts;

pub(super) fn view(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    let submission = Submission::new();
    let rows: Vec<_> = shown.detail.contacts.iter().map(|contact| row(shown, contact, submission)).collect();
    let nothing = rows.is_empty().then(|| view! { <p>{words.no_contacts}</p> });
    view! {
        <section class="area-part" aria-labelledby="contacts-title">
            <h2 id="contacts-title">{words.contacts_title}</h2>
            {nothing}
            <Failures submission />
            <ul class="rules">{rows}</ul>
            {shown.notes.then(|| form(shown))}
        </section>
    }
    .into_any()
}

fn row(shown: &Shown, contact: &AreaContact, removing: Submission) -> AnyView {
    let words = &texts().areas;
    let client = session().client();
    let public = if contact.public {
        view! { <Badge tone=Tone::Good words=words.is_public /> }
    } else {
        view! { <Badge tone=Tone::Neutral words=words.not_public /> }
    };
    // Whoever looks somebody up wants to call or to write.
    let phone = contact.phone.as_deref().map(phone_link);
    let email = contact.email.clone().map(|email| view! { <a href=format!("mailto:{email}")>{email.clone()}</a> });
    let from = (contact.area_id != shown.area.id).then(|| {
        let place = area_name(&client.me().areas, &contact.area_id);
        view! { <span>{(words.contact_of)(&place)}</span> }
    });
    let keeps = shown.judges || client.is_mine(&contact.partner_id);
    let buttons = (shown.notes && keeps && contact.area_id == shown.area.id).then(|| buttons(shown, contact, removing));
    view! {
        <li class="rule">
            <div class="rule__head">
                <h3 class="rule__name">{contact.name.clone()}</h3>
                {public}
            </div>
            <p class="work-row__meta">
                <span>{contact.role.label(Language::Nl)}</span>
                <span>{client.public_partner_name(&contact.partner_id)}</span>
                {from}
            </p>
            <p class="work-row__meta">{phone} {email}</p>
            {buttons}
        </li>
    }
    .into_any()
}

fn buttons(shown: &Shown, contact: &AreaContact, removing: Submission) -> AnyView {
    let words = &texts().areas;
    let (draft, changed) = (shown.draft.contact, contact.clone());
    let (name, called) = (contact.name.clone(), contact.name.clone());
    let change = move |_| {
        draft.show(&changed);
        focus_soon("field-partnerId");
    };
    // What is taken away does not come back, so the first press only asks.
    let asked = RwSignal::new(false);
    let (shown, id, version) = (shown.clone(), contact.id.clone(), contact.version);
    let remove = move |_| {
        if !asked.get_untracked() {
            return asked.set(true);
        }
        let (client, area, id) = (session().client(), shown.area.id.clone(), id.clone());
        let sent = async move { client.remove_area_contact(&area, &id, version).await };
        shown.send(removing, sent, words.contact_removed, || ());
    };
    let label = move || if asked.get() { words.yes_remove } else { words.remove };
    view! {
        <div class="actions">
            <Press kind=ButtonKind::Secondary act=change>
                {words.change}
                <span class="visually-hidden">{name}</span>
            </Press>
            <Press kind=ButtonKind::Quiet act=remove>
                {label}
                <span class="visually-hidden">{called}</span>
            </Press>
        </div>
    }
    .into_any()
}

fn form(shown: &Shown) -> AnyView {
    let words = &texts().areas;
    entry::line_form(shown, shown.draft.contact, (words.add_contact, words.change_contact, words.contact_saved), fields)
}

fn fields(shown: &Shown, submission: Submission) -> AnyView {
    let words = &texts().areas;
    let (draft, judges) = (shown.draft.contact, shown.judges);
    let client = session().client();
    let partners = client.me().partners.iter().filter(|partner| judges || client.is_mine(&partner.id));
    let partners =
        partners.map(|partner| Pick::new(partner.id.as_str(), client.public_partner_name(&partner.id))).collect();
    let roles = ContactRole::ALL.into_iter().map(|role| Pick::new(role.word(), role.label(Language::Nl))).collect();
    view! {
        <Select
            name="partnerId"
            label=words.partner
            value=draft.partner
            submission
            groups=vec![SelectGroup::plain(partners)]
        />
        <Select name="role" label=words.role value=draft.role submission groups=vec![SelectGroup::plain(roles)] />
        <LineField name="name" label=words.name value=draft.name submission />
        <LineField name="phone" label=words.phone hint=words.reach_hint value=draft.phone submission kind="tel" />
        <LineField name="email" label=words.email value=draft.email submission kind="email" optional=true />
        <CheckBox name="public" label=words.show_public help=words.show_public_help value=draft.public />
    }
    .into_any()
}
