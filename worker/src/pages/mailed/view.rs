//! The pages as HTML.

use leptos::prelude::*;
use shared::{
    case::{CaseAction, OFFICIALS_READ},
    five_questions::{Times, times},
    ids::PartnerId,
    partner::PartnerKind,
    text::Language,
    wire::admin::{CaseDetail, CaseEntry, EntryActor},
};
use ui::{
    AnyView, Button, ButtonKind, IntoAny, Notice, PageHeader, PlainText, SummaryList, SummaryRow, TextArea, TextField,
    Tone,
};

use super::words::Words;
use crate::objects::municipality::snapshot::PublicPartner;

/// What was typed and could not be sent.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed {
    pub(super) reason: String,
    /// Who else it should be.
    pub(super) suggestion: String,
    pub(super) text: String,
    /// The field at fault and what is wrong with it.
    pub(super) fault: Option<(String, String)>,
}

/// What the page of a case shows.
pub(super) struct Shown<'a> {
    pub(super) case: &'a CaseDetail,
    pub(super) partners: &'a [PublicPartner],
    /// Who reads it.
    pub(super) partner: &'a PartnerId,
    pub(super) language: Language,
    pub(super) municipality: &'a str,
    pub(super) action: &'a str,
    pub(super) session: &'a str,
    pub(super) typed: Typed,
    /// Whether something was done, and what is said of it.
    pub(super) told: Option<(bool, (String, String))>,
}

pub(super) fn start(words: &'static Words, action: &str, told: Option<&str>) -> String {
    let told = told.map(|told| {
        let told = told.to_owned();
        view! { <Notice tone=Tone::Warn announce="alert"><p>{told}</p></Notice> }
    });
    drawn(|| {
        view! {
            <div class="page">
                <PageHeader title=words.title lead=words.lead />
                {told}
                <form class="form" method="post" action=action.to_owned()>
                    <div class="actions">
                        <Button name="move" value="code">{words.ask}</Button>
                    </div>
                </form>
            </div>
        }
    })
}

pub(super) fn code(words: &'static Words, action: &str, browser: &str, wrong: Option<String>) -> String {
    drawn(|| {
        view! {
            <div class="page">
                <PageHeader title=words.code_title lead=words.code_lead />
                <form class="form" method="post" action=action.to_owned() autocomplete="off">
                    <input type="hidden" name="browser" value=browser.to_owned() />
                    <TextField
                        id="code"
                        name="code"
                        label=words.code
                        hint=words.code_hint
                        nostrip:error=wrong
                        autocomplete="one-time-code"
                        prose=false
                        short=true
                    />
                    <div class="actions">
                        <Button name="move" value="open">{words.open}</Button>
                    </div>
                </form>
                <form class="form" method="post" action=action.to_owned()>
                    <Button kind=ButtonKind::Quiet name="move" value="code">{words.ask_again}</Button>
                </form>
            </div>
        }
    })
}

pub(super) fn done(title: &'static str, text: &'static str) -> String {
    drawn(|| {
        view! {
            <div class="page">
                <PageHeader title=title />
                <Notice tone=Tone::Good announce="status"><p>{text}</p></Notice>
            </div>
        }
    })
}

pub(super) fn case(words: &'static Words, shown: &Shown<'_>) -> String {
    let case = shown.case;
    let may = |action| case.actions.contains(&action);
    let told = shown.told.clone().map(|(acted, (title, detail))| {
        let (tone, role) = if acted { (Tone::Good, "status") } else { (Tone::Warn, "alert") };
        view! { <Notice tone=tone title=title announce=role><p>{detail}</p></Notice> }
    });
    let offer = case.handover.as_ref().filter(|_| may(CaseAction::ReplyToHandover)).map(|offer| {
        let until = (words.answer_by)(&widget::texts::of(shown.language).date(offer.answer_by));
        asked(
            shown,
            (words.offer_title, &offer.reason, Some(until)),
            ("accept", words.accept),
            ("decline", words.decline),
            words,
        )
    });
    let support = may(CaseAction::ReplyToSupport).then(|| {
        asked(shown, (words.support_title, "", None), ("help", words.help), ("not-help", words.not_help), words)
    });
    let answer = may(CaseAction::Update).then(|| answer(shown, words));
    let nothing =
        (offer.is_none() && support.is_none() && answer.is_none()).then(|| view! { <p>{words.nothing_to_do}</p> });
    let police = is_police(shown).then(|| {
        view! { <Notice tone=Tone::Warn title=words.police_title><p>{words.police}</p></Notice> }
    });
    let lead = (words.case_lead)(shown.municipality);
    drawn(|| {
        view! {
            <div class="page">
                <PageHeader title=(words.case_title)(&case.summary.number) lead=lead />
                {told}
                {police}
                {facts(shown, words)}
                {offer}
                {support}
                {answer}
                {nothing}
                {history(shown, words)}
                <form class="form" method="post" action=shown.action.to_owned()>
                    <input type="hidden" name="session" value=shown.session.to_owned() />
                    <div class="actions">
                        <Button kind=ButtonKind::Secondary name="move" value="close">{words.close}</Button>
                    </div>
                </form>
            </div>
        }
    })
}

fn facts(shown: &Shown<'_>, words: &'static Words) -> AnyView {
    let case = shown.case;
    let translated = case.translation.as_ref();
    let written = |text: &str, beside: Option<&String>| {
        let lang = (case.language != shown.language).then(|| case.language.tag());
        let beside = translated.zip(beside).map(|(one, text)| self::beside(shown, words, one.language, text.clone()));
        view! {
            <div lang=lang><PlainText text=text.to_owned() /></div>
            {beside}
        }
        .into_any()
    };
    let row = |label: &'static str, value: Option<AnyView>| {
        value.map(|value| SummaryRow { label: label.into(), value, change: None })
    };
    let part = |label, text: &Option<String>, beside: Option<&String>| {
        row(label, text.as_deref().map(|text| written(text, beside)))
    };
    let plain = |text: String| view! { <span>{text}</span> }.into_any();
    // The police hear of something by five questions; the other three stand there for everybody.
    let parts = [Some(&case.what), case.why.as_ref(), case.we_do.as_ref(), case.we_need.as_ref()];
    let whole = parts.into_iter().flatten().cloned().collect::<Vec<_>>().join("\n");
    let found = if is_police(shown) { times(&whole) } else { Times::default() };
    let said = |sentences: &[&str]| (!sentences.is_empty()).then(|| written(&sentences.join("\n"), None));
    let rows: Vec<_> = [
        row(words.what, Some(written(&case.what, translated.and_then(|one| one.what.as_ref())))),
        part(words.why, &case.why, translated.and_then(|one| one.why.as_ref())),
        part(words.we_do, &case.we_do, translated.and_then(|one| one.we_do.as_ref())),
        part(words.we_need, &case.we_need, translated.and_then(|one| one.we_need.as_ref())),
        row(words.area, Some(plain(case.summary.area.clone()))),
        row(words.when, said(&found.when)),
        row(words.how_often, said(&found.how_often)),
        row(words.owner, Some(plain(name(shown, &case.summary.owner)))),
        row(words.promise, case.summary.promise.map(|day| plain(widget::texts::of(shown.language).date(day)))),
    ]
    .into_iter()
    .flatten()
    .collect();
    view! { <SummaryList rows=rows /> }.into_any()
}

/// A translation, under the words it stands beside.
fn beside(shown: &Shown<'_>, words: &'static Words, language: Language, text: String) -> AnyView {
    let lang = (language != shown.language).then(|| language.tag());
    view! {
        <div class="translation">
            <p class="soft">{(words.translation)(language)}</p>
            <div lang=lang><PlainText text=text /></div>
        </div>
    }
    .into_any()
}

fn is_police(shown: &Shown<'_>) -> bool {
    let police = |partner: &PublicPartner| &partner.id == shown.partner && partner.kind == PartnerKind::Police;
    shown.partners.iter().any(police)
}

fn name(shown: &Shown<'_>, id: &PartnerId) -> String {
    shown.partners.iter().find(|partner| &partner.id == id).map(|partner| partner.name.clone()).unwrap_or_default()
}

/// A question to the partner: yes, or no with a reason.
fn asked(
    shown: &Shown<'_>,
    (title, reason, until): (&'static str, &str, Option<String>),
    (yes, yes_words): (&'static str, &'static str),
    (no, no_words): (&'static str, &'static str),
    words: &'static Words,
) -> AnyView {
    let reason = (!reason.is_empty()).then(|| view! { <PlainText text=reason.to_owned() /> });
    view! {
        <section class="page__section panel panel--accent">
            <h2>{title}</h2>
            {reason}
            {until.map(|until| view! { <p>{until}</p> })}
            <form class="form" method="post" action=shown.action.to_owned()>
                {carried(shown)}
                <div class="actions">
                    <Button name="move" value=yes>{yes_words}</Button>
                </div>
            </form>
            <form class="form" method="post" action=shown.action.to_owned()>
                {carried(shown)}
                {area("reason", words.reason, words.reason_hint, &shown.typed.reason, shown)}
                {(no == "decline").then(|| suggestion(shown, words))}
                <div class="actions">
                    <Button kind=ButtonKind::Secondary name="move" value=no>{no_words}</Button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

/// Who it should be instead, if they know.
fn suggestion(shown: &Shown<'_>, words: &'static Words) -> AnyView {
    let others = shown.partners.iter().filter(|other| &other.id != shown.partner);
    let options: Vec<_> = others
        .map(|other| {
            let chosen = other.id.as_str() == shown.typed.suggestion;
            view! { <option value=other.id.to_string() selected=chosen>{other.name.clone()}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label class="field__label" for="suggestion">{words.suggestion}</label>
            <select class="input" id="suggestion" name="suggestion">
                <option value="">{words.suggestion_unknown}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}

fn answer(shown: &Shown<'_>, words: &'static Words) -> AnyView {
    let everybody = shown.case.public.then(|| view! { <p><strong>{words.everybody_reads}</strong></p> });
    view! {
        <section class="page__section panel panel--accent">
            <h2>{words.answer_title}</h2>
            {everybody}
            <form class="form" method="post" action=shown.action.to_owned()>
                {carried(shown)}
                {area("text", words.answer, words.answer_hint, &shown.typed.text, shown)}
                <div class="actions">
                    <Button name="move" value="answer">{words.send}</Button>
                </div>
            </form>
        </section>
    }
    .into_any()
}

fn area(field: &'static str, label: &'static str, hint: &'static str, value: &str, shown: &Shown<'_>) -> AnyView {
    let error = shown.typed.fault.as_ref().filter(|(at, _)| at == field).map(|(_, message)| message.clone());
    let value = value.to_owned();
    view! { <TextArea id=field name=field label=label hint=hint nostrip:error=error value=value /> }.into_any()
}

/// What every form carries: the session, and the version of the case that is answered.
fn carried(shown: &Shown<'_>) -> AnyView {
    view! {
        <input type="hidden" name="session" value=shown.session.to_owned() />
        <input type="hidden" name="version" value=shown.case.version.to_string() />
    }
    .into_any()
}

/// What was written about it, by whom.
fn history(shown: &Shown<'_>, words: &'static Words) -> Option<AnyView> {
    let rows: Vec<_> = shown.case.timeline.iter().filter_map(|entry| row(shown, words, entry)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="page__section" aria-labelledby="written-title">
                <h2 id="written-title">{words.history}</h2>
                {rows}
            </section>
        }
        .into_any()
    })
}

fn row(shown: &Shown<'_>, words: &'static Words, entry: &CaseEntry) -> Option<AnyView> {
    let parts = entry.parts.iter().flat_map(|parts| [&parts.we_do, &parts.you_do, &parts.we_ask]).flatten();
    let text: Vec<&str> = entry.text.iter().chain(parts).map(String::as_str).collect();
    if text.is_empty() {
        return None;
    }
    let by = match &entry.by {
        EntryActor::Resident | EntryActor::Pledger => words.resident.to_owned(),
        EntryActor::System => words.system.to_owned(),
        EntryActor::Official { partner, .. } | EntryActor::Mailed { partner } if partner == shown.partner => {
            words.yourselves.to_owned()
        }
        EntryActor::Official { partner, .. } | EntryActor::Mailed { partner } => name(shown, partner),
    };
    let day = widget::texts::of(shown.language).date(entry.at.dutch_date());
    let text = text.join("\n\n");
    // The resident writes the language of the idea, officials write Dutch.
    let language = if entry.by == EntryActor::Resident { shown.case.language } else { OFFICIALS_READ };
    let lang = (language != shown.language).then(|| language.tag());
    let translation = entry.translation.as_ref().map(|one| {
        let parts = one.parts.iter().flat_map(|parts| [&parts.we_do, &parts.you_do, &parts.we_ask]).flatten();
        let text: Vec<&str> = one.text.iter().chain(parts).map(String::as_str).collect();
        beside(shown, words, one.language, text.join("\n\n"))
    });
    Some(
        view! {
            <div class="stack">
                <p><strong>{by}</strong> " – " {day}</p>
                <div lang=lang><PlainText text=text /></div>
                {translation}
            </div>
        }
        .into_any(),
    )
}

fn drawn<V: ui::IntoAny>(make: impl FnOnce() -> V) -> String {
    Owner::new().with(|| make().into_any().to_html())
}
