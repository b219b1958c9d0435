//! The form of one partner.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::mailing::Mailing;
use shared::wire::partners::{PartnerCare, PartnersView};
use ui::BusyButton;

use super::draft::{DAILY, DIRECT, PartnerDraft, ROLES};
use crate::form::{
    CheckBox, DateField, Failures, LineField, Overtaken, OvertakenWords, Pick, Radios, Select, SelectGroup, Submission,
};
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

pub(super) fn view(care: &PartnerCare, partners: Resource<PartnersView>) -> AnyView {
    let words = &texts().partners;
    let draft = session().drafts.partner(care);
    let (drafts, id) = (session().drafts, care.id.clone());
    let toggled = move |event: leptos::ev::Event| {
        let open = event_target::<leptos::web_sys::HtmlDetailsElement>(&event).open();
        draft.open.set(open);
        if open {
            drafts.close_other_partners(&id);
        }
    };
    // A form for each of many partners would be a long page, with every field's id in it as often: it is made when it
    // is opened, and opening one closes the others. What was typed in those stays in their drafts.
    let care = care.clone();
    let label = (words.change)(&care.name);
    let form = move || draft.open.get().then(|| view! { <Form care=care.clone() draft partners /> });
    view! {
        <details class="disclosure" prop:open=move || draft.open.get() on:toggle=toggled>
            <summary>{label}</summary>
            {form}
        </details>
    }
    .into_any()
}

#[component]
fn Form(care: PartnerCare, draft: PartnerDraft, partners: Resource<PartnersView>) -> impl IntoView {
    let words = &texts().partners;
    let session = session();
    let submission = Submission::new();
    // By the version that somebody else saved meanwhile.
    let overtaken = Overtaken::<u32>::new(care.id.as_str());
    let (id, name) = (care.id.clone(), care.name.clone());
    let save = move || {
        let request = match draft.read() {
            Ok(request) => request,
            Err(faults) => return submission.refuse(faults),
        };
        let client = session.client();
        let (id, name, saved_id) = (id.clone(), name.clone(), id.clone());
        submission.send(
            async move {
                match client.save_partner(&id, &request).await {
                    // What the other version is has to be known before one of the two can be chosen.
                    Err(failure) if failure.is_conflict() => client.partners().await.map(|theirs| (theirs, true)),
                    answer => answer.map(|saved| (saved, false)),
                }
            },
            move |answer| match answer {
                Ok((theirs, true)) => {
                    if let Some(theirs) = theirs.partners.iter().find(|care| care.id == saved_id) {
                        overtaken.by(theirs.version);
                    }
                }
                Ok((saved, false)) => {
                    session.drafts.forget_partner(&saved_id);
                    partners.state.set(Loaded::Here(saved));
                    session.navigation.say(&(words.saved)(&name));
                }
                Err(_) => {}
            },
        );
    };
    let save = StoredValue::new(save);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        overtaken.forget();
        save.with_value(|save| save());
    };
    let conflict = overtaken.view(
        OvertakenWords { title: words.conflict_title, keep_mine: words.keep_mine, take_theirs: words.take_theirs },
        |_| words.conflict.to_owned(),
        move |theirs| {
            draft.version.set(theirs);
            save.with_value(|save| save());
        },
        move |_| {
            // Nothing of it is kept; the form stays open, with what is there now.
            draft.touched.set(false);
            partners.reload();
        },
    );
    let label = move || if submission.busy.get() { texts().form.busy } else { words.save };
    view! {
        <form
            class="form rule__fields"
            on:submit=submit
            novalidate=true
            on:input=move |_| draft.touched.set(true)
            on:change=move |_| draft.touched.set(true)
        >
            {conflict}
            <Failures submission />
            {(!care.coordinating).then(|| agreement(draft, submission))}
            <LineField
                name="mailbox"
                label=words.mailbox
                hint=words.mailbox_hint
                value=draft.mailbox
                submission
                kind="email"
                optional=true
            />
            {(!care.coordinating).then(|| {
                view! { <CheckBox name="byMail" label=words.by_mail help=words.by_mail_help value=draft.by_mail /> }
            })}
            {mailing(draft, submission)}
            {officials(&care, draft, submission)}
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
            </div>
        </form>
    }
    .into_any()
}

fn agreement(draft: PartnerDraft, submission: Submission) -> AnyView {
    let words = &texts().partners;
    let roles =
        ROLES.iter().map(|(role, value)| Pick::with_help(*value, (words.role)(*role), (words.role_help)(*role)));
    let picks = roles.chain([Pick::new("", words.role_none)]).collect();
    view! {
        <Radios name="agreement" legend=words.agreement value=draft.agreement submission picks />
        <DateField name="agreementUntil" label=words.until hint=words.until_hint value=draft.until submission optional=true />
    }
    .into_any()
}

/// Every message at once, or one overview a day with what comes at once all the same.
fn mailing(draft: PartnerDraft, submission: Submission) -> AnyView {
    let words = &texts().partners;
    let picks = vec![
        Pick::new(DIRECT, words.mailing_direct),
        Pick::with_help(DAILY, words.mailing_daily, words.mailing_daily_help),
    ];
    let direct = move || {
        draft.mailing.with(|mailing| mailing == DAILY).then(|| {
            let boxes: Vec<_> = Mailing::CHOICES
                .into_iter()
                .zip(draft.direct)
                .enumerate()
                .map(|(place, (kind, value))| {
                    let label = (texts().messages.kind)(kind);
                    view! { <CheckBox name=format!("mailing.direct.{place}") label value /> }
                })
                .collect();
            view! {
                <fieldset class="field">
                    <legend class="field__legend field__label">{words.mailing_but}</legend>
                    <div class="rule__choices">{boxes}</div>
                </fieldset>
            }
        })
    };
    view! {
        <Radios name="mailing.daily" legend=words.mailing value=draft.mailing submission picks />
        {direct}
    }
    .into_any()
}

/// Of every official who is active: until when they are away, and who takes their place.
fn officials(care: &PartnerCare, draft: PartnerDraft, submission: Submission) -> AnyView {
    let words = &texts().partners;
    let rows: Vec<_> = draft
        .officials
        .get_untracked()
        .into_iter()
        .enumerate()
        .filter_map(|(place, fields)| {
            let id = fields.id.get_value();
            let official = care.officials.iter().find(|official| official.id == id && official.active)?;
            let others = care
                .officials
                .iter()
                .filter(|other| other.active && other.id != id && other.role.may(Permission::HandleCases))
                .map(|other| Pick::new(other.id.as_str(), other.name.clone()))
                .collect();
            let path = format!("officials.{place}");
            Some(view! {
                <div class="side-by-side">
                    <DateField
                        name=format!("{path}.awayUntil")
                        label=(words.away_until)(&official.name)
                        hint=words.away_hint
                        value=fields.until
                        submission
                        optional=true
                    />
                    <Select
                        name=format!("{path}.deputy")
                        label=(words.deputy)(&official.name)
                        value=fields.deputy
                        submission
                        groups=vec![SelectGroup::plain(others)]
                        empty=words.deputy_none
                        optional=true
                    />
                </div>
            })
        })
        .collect();
    rows.into_any()
}
