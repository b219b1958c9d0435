//! Behind the steps of an idea: the check page, which says who gets it and by when there is an answer, and the receipt. The
//! Worker draws them.

use leptos::prelude::*;
use shared::follow_key::FollowKey;
use shared::paths::{Page, Place};
use shared::proposal::fill::ProposalStep;
use shared::wire::public::RouteView;
use ui::{
    AnyView, Button, ButtonKind, IntoAny, LinkButton, NextSteps, Notice, PageHeader, Progress, SummaryList, SummaryRow,
    Tone,
};

use super::parts::{CopyButton, Form, Waiting, privacy, trouble};
use super::places;
use super::propose::{danger, in_danger, progress};
use crate::forms::MOVE;
use crate::forms::proposal::{carried, jump_value};
use crate::state::{Context, ProposePage, Receipt};
use crate::texts::capitalised;

/// Everything once more, and who gets it.
pub(super) fn check(context: &Context, page: &ProposePage) -> AnyView {
    let texts = context.texts();
    let filling = &page.filling;
    let draft = &filling.draft;
    let in_danger = in_danger(page);
    let (words, at, of) = progress(context, page);
    let written = [&draft.what, &draft.why, &draft.we_do, &draft.we_need].map(String::as_str);
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <div class="stack">
                <p class="page-header__above">{texts.propose().title}</p>
                <Progress words=words at=at of=of />
            </div>
            {in_danger.then(|| danger(context))}
            <PageHeader title=texts.propose().check />
            {route(context, page.route.as_ref())}
            {privacy(context, texts.propose().privacy_text, &written)}
            <Form action=context.url_from_step(&Page::Propose, at) carried=carried(filling, page.keys.as_ref())>
                <div class="stack">
                    <h2>{texts.propose().summary}</h2>
                    <SummaryList rows=summary(context, page) />
                </div>
                {(!in_danger).then(|| danger(context))}
                <div class="actions">
                    <Button name=MOVE value="send">{texts.propose().send}</Button>
                    <Button kind=ButtonKind::Secondary name=MOVE value="back">{texts.site().back}</Button>
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    }
    .into_any()
}

fn route(context: &Context, route: Option<&RouteView>) -> AnyView {
    let texts = context.texts().propose();
    let Some(route) = route else {
        return view! { <Notice tone=Tone::Info><p>{texts.route_unknown}</p></Notice> }.into_any();
    };
    let supporting = (!route.supporting.is_empty()).then(|| {
        let sentence = if route.supporting.len() == 1 { texts.supporting_one } else { texts.supporting_more };
        view! { <p>{sentence.with([&context.texts().listed(&route.supporting)])}</p> }
    });
    view! {
        <section class="panel panel--accent" aria-labelledby="route-title">
            <h2 id="route-title">{texts.goes_to.with([&route.partner])}</h2>
            <p>{format!("{}.", capitalised(&route.reason))}</p>
            {supporting}
            <p><strong>{texts.answer_by.with([&context.date(route.answer_by)])}</strong></p>
        </section>
    }
    .into_any()
}

fn summary(context: &Context, page: &ProposePage) -> Vec<SummaryRow> {
    let texts = context.texts();
    let draft = &page.filling.draft;
    let written = |text: &str| {
        if text.trim().is_empty() {
            view! { <span class="soft">{texts.site().nothing_filled_in}</span> }.into_any()
        } else {
            // People write in a language of their own, on whichever page.
            view! { <div dir="auto">{text.trim().to_owned()}</div> }.into_any()
        }
    };
    let yes_or_no = |yes| if yes { texts.site().yes } else { texts.site().no };
    let topic = page
        .topics
        .iter()
        .find(|topic| Some(&topic.id) == draft.topic_id.as_ref())
        .map_or_else(|| texts.propose().topic_unknown.into_any(), |topic| context.words(&topic.name).view().into_any());
    let area = draft.area_id.as_ref().map(|id| places::area_name(&page.areas, id)).unwrap_or_default();
    let row = |label: &'static str, value: AnyView, step: ProposalStep| SummaryRow {
        label: label.into(),
        value,
        change: Some(
            view! {
                <Button kind=ButtonKind::Quiet name=MOVE value=jump_value(step)>
                    {texts.site().change}
                    <span class="visually-hidden">" " {label}</span>
                </Button>
            }
            .into_any(),
        ),
    };
    let mut rows = vec![
        row(texts.propose().what, written(&draft.what), ProposalStep::Idea),
        row(texts.propose().why, written(&draft.why), ProposalStep::Idea),
        row(texts.propose().topic, topic, ProposalStep::Topic),
        row(texts.propose().area, area.into_any(), ProposalStep::Area),
        row(texts.propose().we_do, written(&draft.we_do), ProposalStep::Together),
        row(texts.propose().we_need, written(&draft.we_need), ProposalStep::Together),
    ];
    if draft.only_inform {
        rows.push(row(texts.propose().only_inform, yes_or_no(true).into_any(), ProposalStep::Together));
    }
    if draft.neighbourhood_watch {
        rows.push(row(texts.watch().legend, yes_or_no(true).into_any(), ProposalStep::Together));
    }
    rows.push(row(texts.propose().public_legend, yes_or_no(draft.may_be_public).into_any(), ProposalStep::Answer));
    rows.push(row(texts.propose().email, written(&draft.email), ProposalStep::Answer));
    rows
}

/// A code as somebody reads it out or copies it by hand; its groups stand from left to right in every language.
pub(super) fn code(key: &FollowKey) -> AnyView {
    view! { <p class="key__code code" dir="ltr">{key.in_groups()}</p> }.into_any()
}

/// The link that holds the code, to press, to read and to copy.
pub(super) fn follow_link(context: &Context, key: &FollowKey) -> AnyView {
    let texts = context.texts().receipt();
    let link = context.follow_url(key);
    // Our pages refuse to be framed: from the frame the link opens beside the host page, and what stands here stays.
    let target = (context.place == Place::Frame).then_some("_blank");
    view! {
        <p class="key__link">
            {texts.link} ": " <a href=link.clone() target=target rel="noopener" dir="ltr">{link.clone()}</a>
        </p>
        <CopyButton text=link words=texts.copy done=context.texts().site().copied />
    }
    .into_any()
}

/// The number, the code to follow it with, and what comes next.
pub(super) fn receipt(context: &Context, receipt: &Receipt) -> AnyView {
    let texts = context.texts().receipt();
    let mut steps = vec![
        texts.next_reads.with([&receipt.partner, &receipt.reason]).into_any(),
        texts.next_answer.with([&context.date(receipt.answer_by)]).into_any(),
        texts.next_follow.into_any(),
    ];
    if receipt.with_email {
        steps.push(texts.next_mail.into_any());
    }
    view! {
        <div class="page" data-event="submitted">
            <PageHeader title=texts.title lead=texts.number.with([&receipt.number]) />
            <section class="key" aria-labelledby="code-title">
                <h2 id="code-title">{texts.code_title}</h2>
                {code(&receipt.follow_key)}
                <p>{texts.code_keep}</p>
                <p><strong>{texts.code_private}</strong></p>
                {follow_link(context, &receipt.follow_key)}
            </section>
            <section class="page__section" aria-labelledby="next-title">
                <h2 id="next-title">{texts.next_title}</h2>
                <NextSteps steps=steps />
            </section>
            <div class="row no-print">
                <LinkButton href=context.url(&Page::Home) kind=ButtonKind::Secondary>{context.texts().trouble().to_home}</LinkButton>
            </div>
        </div>
    }
    .into_any()
}
