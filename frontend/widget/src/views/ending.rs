//! Where an idea went that goes on elsewhere.

use leptos::prelude::*;
use shared::paths::Page;
use shared::wire::public::{FollowView, MergedView, PassedOnView, TimelineKind};
use ui::{AnyView, IntoAny, LinkButton};

use crate::state::Context;

/// Nothing for an idea that is handled as one.
pub(super) fn view(context: &Context, view: &FollowView) -> AnyView {
    let merged = view.merged_into.as_ref().map(|merged| merged_into(context, view, merged));
    let passed_on = view.passed_on.as_ref().map(|passed_on| self::passed_on(context, view, passed_on));
    view! {
        {merged}
        {passed_on}
    }
    .into_any()
}

fn merged_into(context: &Context, view: &FollowView, merged: &MergedView) -> AnyView {
    let texts = context.texts().ending();
    let status = (context.texts().initiatives().status)(merged.status);
    let promise = merged.promise.map(|date| view! { <p>{(texts.merged_promise)(&context.date(date))}</p> });
    let page = merged.initiative.as_ref().map(|id| {
        view! { <LinkButton href=context.url(&Page::Initiative(id))>{texts.merged_page}</LinkButton> }
    });
    view! {
        <p><strong>{(texts.merged)(&merged.number)}</strong></p>
        {why(context, view)}
        <p>{texts.merged_hint}</p>
        <p>{(texts.merged_stands)(status, &merged.owner)}</p>
        {promise}
        {page}
    }
    .into_any()
}

/// Why it ended as it did. It is what people come to read; further down it is one of many things that happened.
pub(super) fn why(context: &Context, view: &FollowView) -> Option<AnyView> {
    let ended = view.timeline.iter().rev().find(|entry| matches!(entry.what, TimelineKind::Concluded { .. }));
    ended.and_then(|entry| super::beside::entry(context, entry, view.language))
}

fn passed_on(context: &Context, view: &FollowView, passed_on: &PassedOnView) -> AnyView {
    let texts = context.texts().ending();
    // What has ended says so already.
    let title =
        view.outcome.is_none().then(|| view! { <p><strong>{(texts.passed_on)(passed_on.nature)}.</strong></p> });
    let reference = passed_on.reference.as_ref().map(|number| (texts.reference)(number));
    // Where the work is done elsewhere and we tell of it, no term hangs on the day.
    let received = passed_on.nature.ends().then(|| (texts.received)(&context.date(passed_on.received_on)));
    let sentences: Vec<String> = [
        Some((texts.passed_to)(&passed_on.to, &context.date(passed_on.on))),
        reference,
        received,
        Some((texts.next)(passed_on.nature, passed_on.answer_by.map(|day| context.date(day)).as_deref())),
    ]
    .into_iter()
    .flatten()
    .collect();
    view! {
        {title}
        <p>{sentences.join(" ")}</p>
    }
    .into_any()
}
