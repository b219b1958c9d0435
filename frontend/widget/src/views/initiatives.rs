//! Ideas and initiatives that everybody may see.

use leptos::prelude::*;
use shared::case::PublicStatus;
use shared::paths::{self, Page, Place};
use shared::text::Language;
use shared::wire::public::{InitiativeSummary, InitiativeView, TimelineEntry};
use ui::{
    AnyView, Badge, Card, Empty, IntoAny, LinkButton, PageHeader, SummaryList, SummaryRow, Timeline, TimelineItem, Tone,
};

use super::beside;
use crate::state::Context;

/// How a status looks; the word beside it says the same.
pub(super) const fn tone(status: PublicStatus) -> Tone {
    match status {
        PublicStatus::Received | PublicStatus::Withdrawn | PublicStatus::PassedOn | PublicStatus::Merged => {
            Tone::Neutral
        }
        PublicStatus::WithPartner | PublicStatus::InProgress | PublicStatus::LookingAgain => Tone::Info,
        PublicStatus::QuestionForYou => Tone::Warn,
        PublicStatus::Planned | PublicStatus::Done => Tone::Good,
        PublicStatus::NotDone => Tone::Bad,
    }
}

/// One initiative in a list; `under_title` when the list has no heading but the page's.
pub(super) fn card(context: &Context, initiative: &InitiativeSummary, under_title: bool) -> AnyView {
    let texts = context.texts().initiatives();
    let topic = initiative.topic.as_ref().map(|topic| view! { <span>{context.words(topic).view()}</span> });
    view! {
        <Card
            href=context.url(&Page::Initiative(&initiative.id))
            title=context.written(initiative.title.clone(), initiative.language)
            under_title=under_title
        >
            <p class="card__meta"><span>{initiative.area.clone()}</span> {topic}</p>
            <Badge tone=tone(initiative.status) words=(texts.status)(initiative.status) />
            {backing_line(context, &initiative.backing)}
        </Card>
    }
    .into_any()
}

pub(super) fn list(context: &Context, list: &[InitiativeSummary]) -> AnyView {
    let texts = context.texts().initiatives();
    let body = if list.is_empty() {
        view! {
            <Empty title=texts.empty>
                <p>{texts.empty_hint}</p>
                <LinkButton href=context.url(&Page::Propose)>{context.texts().home().idea_button}</LinkButton>
            </Empty>
        }
        .into_any()
    } else {
        let cards: Vec<_> = list.iter().map(|initiative| card(context, initiative, true)).collect();
        view! {
            <ul class="cards">{cards}</ul>
            {own_idea(context)}
        }
        .into_any()
    };
    view! {
        <div class="page">
            <PageHeader title=texts.title lead=texts.lead />
            {body}
        </div>
    }
    .into_any()
}

fn own_idea(context: &Context) -> AnyView {
    let texts = context.texts().initiatives();
    view! {
        <section class="panel panel--accent" aria-labelledby="own-title">
            <h2 id="own-title">{texts.own_title}</h2>
            <p>{texts.own_text}</p>
            <LinkButton href=context.url(&Page::Propose)>{context.texts().home().idea_button}</LinkButton>
        </section>
    }
    .into_any()
}

pub(super) fn initiative(context: &Context, initiative: &InitiativeView) -> AnyView {
    let texts = context.texts().initiatives();
    let summary = &initiative.summary;
    let written = |text: &str, beside: Option<&String>| {
        let translation = initiative.translation.as_ref().zip(beside);
        let translation = translation.map(|(translation, text)| (text.as_str(), translation.language));
        beside::text(context, (text, summary.language), translation)
    };
    let translated = initiative.translation.as_ref();
    let row = |label: &'static str, value: AnyView| SummaryRow { label: label.into(), value, change: None };
    let in_other_words = translated.and_then(|translation| translation.what.as_ref());
    // The title is the first line; when there is nothing more, saying it twice helps nobody.
    let says_more = initiative.what != summary.title || in_other_words.is_some();
    let what = says_more.then(|| row(texts.what, written(&initiative.what, in_other_words)));
    let part = |label, text: &Option<String>, beside: Option<&String>| {
        text.as_ref().map(|text| row(label, written(text, beside)))
    };
    let topic = summary.topic.as_ref().map(|topic| row(texts.topic, context.words(topic).view().into_any()));
    let rows: Vec<_> = [
        what,
        part(texts.why, &initiative.why, translated.and_then(|one| one.why.as_ref())),
        part(texts.we_do, &initiative.we_do, translated.and_then(|one| one.we_do.as_ref())),
        part(texts.we_need, &initiative.we_need, translated.and_then(|one| one.we_need.as_ref())),
        topic,
        Some(row(texts.area, area(context, summary))),
        Some(row(texts.partner, summary.partner.clone().into_any())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let timeline = (!initiative.timeline.is_empty()).then(|| {
        view! {
            <section class="page__section" aria-labelledby="timeline-title">
                <h2 id="timeline-title">{texts.timeline}</h2>
                {timeline(context, &initiative.timeline, summary.language)}
            </section>
        }
    });
    view! {
        <div class="page">
            <div class="stack">
                <PageHeader above=(texts.kind)(summary.kind) title=context.written(summary.title.clone(), summary.language) />
                <Badge tone=tone(summary.status) words=(texts.status)(summary.status) />
            </div>
            <SummaryList rows=rows />
            {super::agreements::view(context, initiative.agreements.as_ref())}
            {backing(context, &summary.backing)}
            {super::pledges::joined(context, initiative)}
            {super::experience::ask(context, initiative)}
            {super::tasks::for_everybody(context, initiative)}
            {timeline}
            {follow_news(context, summary)}
            {own_idea(context)}
            <p><a class="back" href=context.url(&Page::Initiatives)>{context.texts().home().all_initiatives}</a></p>
        </div>
    }
    .into_any()
}

/// Where it is about, with the way to the page of that area. That page is in no frame.
fn area(context: &Context, summary: &InitiativeSummary) -> AnyView {
    let name = summary.area.clone();
    if context.place == Place::Frame {
        return name.into_any();
    }
    let address = paths::area(&context.slug, context.language, &summary.area_id);
    view! { <a href=address>{name}</a> }.into_any()
}

/// Who supports it, in one line of a list.
fn backing_line(context: &Context, backing: &[String]) -> Option<AnyView> {
    let texts = context.texts().tasks();
    let view = (!backing.is_empty()).then(|| view! { <p class="soft">{(texts.backed_by)(&backing.join(", "))}</p> });
    view.map(IntoAny::into_any)
}

/// Organisations that show that they support it: who starts something does not stand alone.
pub(super) fn backing(context: &Context, backing: &[String]) -> Option<AnyView> {
    let texts = context.texts().tasks();
    let names: Vec<_> = backing.iter().map(|name| view! { <li>{name.clone()}</li> }).collect();
    let view = (!names.is_empty()).then(|| {
        view! {
            <section class="panel" aria-labelledby="backing-title">
                <h2 id="backing-title">{texts.backing}</h2>
                <ul>{names}</ul>
            </section>
        }
    });
    view.map(IntoAny::into_any)
}

/// The feeds that this idea stands in. A frame has nobody who subscribes.
fn follow_news(context: &Context, summary: &InitiativeSummary) -> Option<AnyView> {
    if context.place == Place::Frame {
        return None;
    }
    let texts = context.texts().initiatives();
    let area = paths::area_feed(&context.slug, context.language, &summary.area_id);
    let topic = summary.topic_id.as_ref().zip(summary.topic.as_ref()).map(|(id, name)| {
        let address = paths::topic_feed(&context.slug, context.language, id);
        view! { <li><a href=address>{(texts.follow)(&name.text)}</a></li> }
    });
    let view = view! {
        <section class="page__section" aria-labelledby="news-title">
            <h2 id="news-title">{texts.news}</h2>
            <p>{texts.news_hint}</p>
            <ul>
                <li><a href=area>{(texts.follow)(&summary.area)}</a></li>
                {topic}
            </ul>
        </section>
    };
    Some(view.into_any())
}

/// What happened with a case, in public words.
pub(super) fn timeline(context: &Context, entries: &[TimelineEntry], residents: Language) -> AnyView {
    let items = entries
        .iter()
        .map(|entry| TimelineItem {
            title: (context.texts().follow().entry)(&entry.what, entry.by.as_deref()),
            date: context.date(entry.on),
            datetime: entry.on.to_string(),
            text: beside::entry(context, entry, residents),
        })
        .collect();
    view! { <Timeline items=items /> }.into_any()
}
