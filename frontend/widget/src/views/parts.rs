//! Pieces that several pages use.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::privacy::find;
use ui::{
    AnyView, ButtonKind, ErrorSummary, FaultLine, Inner, IntoAny, LinkButton, Notice, PageHeader, Tone, Words,
    phone_link,
};

use super::home_page;
pub(super) use crate::fields::field_id;
use crate::state::{Context, Failure, Trouble};

/// A form that posts to the page itself. Without script it is just that; with it, the program looks first, if the page has
/// one, and `page.js` posts it in the background.
#[component]
pub fn Form(
    #[prop(into)] action: String,
    /// What the form carries along, by name.
    #[prop(optional)]
    carried: Vec<(String, String)>,
    children: Inner,
) -> impl IntoView {
    let hidden: Vec<_> =
        carried.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect();
    view! {
        <form class="form" method="post" action=action novalidate=true>
            {hidden}
            {children.view()}
        </form>
    }
}

/// Says that something is under way, also to who does not see the button. `page.js` puts the words in.
#[component]
pub fn Waiting(words: &'static str) -> impl IntoView {
    view! { <p class="waiting" role="status" data-words=words></p> }
}

/// What is wrong with the form, with a link to each field.
pub(super) fn fault_summary(context: &Context, faults: &[Fault], id_of: impl Fn(&str) -> String) -> Option<AnyView> {
    named_fault_summary(context, faults, id_of, |_| None)
}

/// The same, with what a field is called before what is wrong with it.
pub(super) fn named_fault_summary(
    context: &Context,
    faults: &[Fault],
    id_of: impl Fn(&str) -> String,
    name_of: impl Fn(&str) -> Option<Words>,
) -> Option<AnyView> {
    if faults.is_empty() {
        return None;
    }
    let lines = faults
        .iter()
        .map(|fault| {
            let message = sentence(context, &fault.code);
            let text = match name_of(&fault.field) {
                Some(name) => format!("{} {message}", name.text),
                None => message,
            };
            FaultLine { href: format!("#{}", id_of(&fault.field)), text }
        })
        .collect();
    Some(view! { <ErrorSummary title=context.texts().site().faults_title faults=lines /> }.into_any())
}

/// What a field is called, as it stands before what is wrong with it.
pub(super) fn before_fault(label: &str) -> Words {
    let end = if label.ends_with(['?', '؟']) { "" } else { ":" };
    format!("{label}{end}").into()
}

/// The sentence for one field, if it is at fault.
pub(super) fn fault_of(context: &Context, faults: &[Fault], field: &str) -> Option<String> {
    faults.iter().find(|fault| fault.field == field).map(|fault| sentence(context, &fault.code))
}

/// In the browser only what forms with steps can find: the sentences for officials would come along otherwise.
fn sentence(context: &Context, code: &FaultCode) -> String {
    #[cfg(feature = "browser")]
    return code.form_message(context.texts().faults()).unwrap_or_default();
    #[cfg(not(feature = "browser"))]
    code.message(context.language)
}

/// What in these texts seems to give somebody away: pointed out, never refused. Who reads them stands in `why`.
pub(super) fn privacy(context: &Context, why: &'static str, written: &[&str]) -> Option<AnyView> {
    let texts = context.texts().privacy();
    let mut lines = Vec::new();
    for text in written {
        for finding in find(text) {
            let part = text.get(finding.start..finding.end).unwrap_or_default();
            let words = texts.part.with([part, texts.advice.get(finding.kind as usize).copied().unwrap_or_default()]);
            lines.push(view! { <li>{words}</li> });
        }
    }
    if lines.is_empty() {
        return None;
    }
    let notice = view! {
        <Notice tone=Tone::Warn title=texts.title>
            <p>{why}</p>
            <ul>{lines}</ul>
        </Notice>
    };
    Some(notice.into_any())
}

/// Why something did not arrive.
pub(super) fn trouble(context: &Context, trouble: Option<&Trouble>) -> Option<AnyView> {
    let texts = context.texts().trouble();
    let (title, detail, kept) = match trouble? {
        Trouble::Told { title, detail } => (title.clone(), detail.clone(), Some(texts.kept)),
        Trouble::Ended { title, detail } => (title.clone(), detail.clone(), None),
    };
    Some(
        view! {
            <Notice tone=Tone::Bad title=title announce="alert">
                <p>{detail}</p>
                {kept.map(|kept| view! { <p>{kept}</p> })}
            </Notice>
        }
        .into_any(),
    )
}

/// How to reach a person: the municipality's phone, its hours, and who the resident's contact is.
pub(super) fn contact(context: &Context) -> Option<AnyView> {
    let contact = context.contact.as_ref()?;
    let texts = context.texts().around();
    let person = contact.person.clone().map(|person| {
        view! { <p>{texts.contact_person} " " <strong>{person}</strong></p> }
    });
    Some(
        view! {
            <div class="contact">
                {person}
                <p>{texts.call} " " {phone_link(&contact.phone)}</p>
                <p class="soft">{context.words(&contact.hours).view()}</p>
            </div>
        }
        .into_any(),
    )
}

/// The title and the sentence of a failure.
pub(super) fn failure_words<'a>(context: &Context, failure: &'a Failure) -> (&'a str, &'a str) {
    let texts = context.texts().trouble();
    match failure {
        Failure::NotFound => (texts.not_found, texts.not_found_text),
        Failure::Unavailable => (texts.unavailable, texts.unavailable_text),
        Failure::Told { title, detail } => (title, detail),
    }
}

/// A friendly page for what is not there or does not work.
pub(super) fn failure(context: &Context, failure: &Failure) -> AnyView {
    let (title, detail) = failure_words(context, failure);
    let texts = context.texts();
    // Without a municipality there is no first page to go to.
    let home = context.contact.is_some().then(|| {
        view! {
            <LinkButton kind=ButtonKind::Secondary href=context.url(&home_page())>{texts.trouble().to_home}</LinkButton>
        }
    });
    view! {
        <div class="page" data-failure="true">
            <PageHeader title=title lead=detail />
            {home}
            {contact(context).map(|contact| view! { <div class="panel"><h2>{texts.around().questions_title}</h2>{contact}</div> })}
        </div>
    }
    .into_any()
}

/// A button that copies a text. It needs script, so `page.js` uncovers it and does the copying.
#[component]
pub fn CopyButton(text: String, words: &'static str, done: &'static str) -> impl IntoView {
    view! {
        <div class="row no-print" hidden=true data-copy=text>
            <button class="button button--secondary" type="button">{words}</button>
            <span role="status" class="soft" data-words=done></span>
        </div>
    }
}

/// What `page.js` says when a form did not arrive: in the page from the beginning, because then nothing comes any more. The
/// Worker puts it above what has a form.
pub fn offline(context: &Context) -> AnyView {
    let texts = context.texts().trouble();
    view! {
        <div class="page page--note" id="offline" tabindex="-1" role="alert" hidden=true>
            <Notice tone=Tone::Bad title=texts.offline>
                <p>{texts.offline_text}</p>
            </Notice>
        </div>
    }
    .into_any()
}
