//! Sending an idea: six short steps, the last one shows who gets it and by when there is an answer; then the receipt.

use leptos::prelude::*;
use shared::follow_key::FollowKey;
use shared::paths::{Page, Place};
use shared::privacy::speaks_of_danger;
use shared::proposal::fill::ProposalStep;
use shared::wire::public::RouteView;
use ui::{
    AnyView, Button, ButtonKind, Choice, ChoiceItem, ChoiceKind, Choices, HEADING_ID, IntoAny, Legend, LinkButton,
    NextSteps, Notice, PageHeader, Progress, SummaryList, SummaryRow, TextArea, TextField, Tone, Words, phone_link,
};

use super::parts::{
    CopyButton, Form, Waiting, before_fault, fault_of, field_id, named_fault_summary, privacy, trouble,
};
use super::{places, postcode};
use crate::forms::MOVE;
use crate::forms::proposal::{carried, jump_value};
use crate::state::{Context, ProposePage, Receipt};
use crate::texts::capitalised;

pub(super) fn propose(context: &Context, page: &ProposePage) -> AnyView {
    match page.filling.step {
        ProposalStep::Check => check(context, page),
        _ => step(context, page),
    }
}

/// Before anything is sent: who to call when it cannot wait.
pub(super) fn danger(context: &Context) -> AnyView {
    let texts = context.texts().propose();
    let (title, number) = texts.danger_title.rsplit_once(' ').unwrap_or((texts.danger_title, ""));
    view! {
        <aside class="notice notice--bad danger" aria-labelledby="danger-title">
            <h2 id="danger-title">{title} " " {phone_link(number)} "."</h2>
            <p>{texts.danger_not_read}</p>
            <p>{texts.danger_police} " " {phone_link("0900-8844")} "."</p>
            <p>{texts.danger_anonymous} " " {phone_link("0800-7000")} "."</p>
        </aside>
    }
    .into_any()
}

fn step(context: &Context, page: &ProposePage) -> AnyView {
    let texts = context.texts();
    let filling = &page.filling;
    let at = filling.step.place().saturating_add(1);
    let of = ProposalStep::ALL.len();
    let first = filling.step == ProposalStep::Idea;
    let intro = first.then(|| {
        view! {
            <PageHeader title=texts.propose().title lead=texts.propose().lead />
            {danger(context)}
        }
    });
    let danger = (!first && in_danger(page)).then(|| danger(context));
    let above = (!first).then(|| view! { <p class="page-header__above">{texts.propose().title}</p> });
    let back = (!first || filling.changing)
        .then(|| view! { <Button kind=ButtonKind::Secondary name=MOVE value="back">{texts.site().back}</Button> });
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            {named_fault_summary(context, &filling.faults, field_id, |field| name_of(context, field))}
            {intro}
            {danger}
            <div class="stack">
                {above}
                <Progress words=texts.propose().progress.with([&at.to_string(), &of.to_string()]) at=at of=of />
            </div>
            <Form action=context.url(&Page::Propose) carried=carried(filling, page.keys.as_ref())>
                {fields(context, page)}
                <div class="actions">
                    <Button name=MOVE value="forward">{texts.site().next}</Button>
                    {back}
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    }
    .into_any()
}

/// What a field of a step is called, where the step has several.
fn name_of(context: &Context, field: &str) -> Option<Words> {
    let texts = context.texts().propose();
    let label = match field {
        "what" => texts.what,
        "why" => texts.why,
        "weDo" => texts.we_do,
        "weNeed" => texts.we_need,
        "email" => texts.email,
        _ => return None,
    };
    Some(before_fault(label))
}

/// Whether the text seems to tell of danger: then whom to call stands first on every page from there on.
fn in_danger(page: &ProposePage) -> bool {
    let draft = &page.filling.draft;
    [&draft.what, &draft.why].into_iter().any(|text| speaks_of_danger(text))
}

fn fields(context: &Context, page: &ProposePage) -> AnyView {
    let filling = &page.filling;
    match filling.step {
        ProposalStep::Idea | ProposalStep::Check => idea(context, page),
        ProposalStep::Topic => {
            let texts = context.texts().propose();
            let chosen = filling.draft.topic_id.as_ref();
            let unknown = filling.topic_chosen && chosen.is_none();
            view! {
                <Choices
                    id=field_id("topicId")
                    name="topicId"
                    legend=texts.topic
                    hint=texts.topic_hint
                    nostrip:error=fault_of(context, &filling.faults, "topicId")
                    choices=places::topics(context, &page.topics, chosen, unknown)
                    shown=Legend::Heading
                />
            }
            .into_any()
        }
        ProposalStep::Area => {
            let texts = context.texts().propose();
            let chosen = filling.draft.area_id.as_ref();
            view! {
                {postcode::found(context, &page.lookup, &page.areas, chosen)}
                <Choices
                    id=field_id("areaId")
                    name="areaId"
                    legend=texts.area
                    hint=texts.area_hint
                    nostrip:error=fault_of(context, &filling.faults, "areaId")
                    choices=places::areas(&page.areas, chosen, Some(texts.area_whole), |_| true)
                    shown=Legend::Heading
                />
                {postcode::search(context, &page.lookup)}
            }
            .into_any()
        }
        ProposalStep::Together => together(context, page),
        ProposalStep::Answer => answer(context, page),
    }
}

fn idea(context: &Context, page: &ProposePage) -> AnyView {
    let texts = context.texts();
    let filling = &page.filling;
    view! {
        <TextArea
            id=field_id("what")
            name="what"
            label=texts.propose().what
            hint=texts.propose().what_hint
            nostrip:error=fault_of(context, &filling.faults, "what")
            value=filling.draft.what.clone()
        />
        <TextArea
            id=field_id("why")
            name="why"
            label=texts.propose().why
            optional=texts.site().optional
            nostrip:error=fault_of(context, &filling.faults, "why")
            value=filling.draft.why.clone()
            rows=3
        />
    }
    .into_any()
}

fn together(context: &Context, page: &ProposePage) -> AnyView {
    let texts = context.texts();
    let draft = &page.filling.draft;
    let only_inform = Choice {
        help: Some(texts.propose().only_inform_hint.into()),
        ..Choice::new("true", texts.propose().only_inform, draft.only_inform)
    };
    let watch = Choice {
        help: Some(texts.watch().hint.into()),
        ..Choice::new("true", texts.watch().label, draft.neighbourhood_watch)
    };
    let area = |name: &'static str, label: &'static str, hint: &'static str, value: &str| {
        view! {
            <TextArea
                id=field_id(name)
                name=name
                label=label
                hint=hint
                optional=texts.site().optional
                nostrip:error=fault_of(context, &page.filling.faults, name)
                value=value.to_owned()
                rows=3
            />
        }
    };
    view! {
        <div class="stack--tight">
            <h1 id=HEADING_ID tabindex="-1">{texts.propose().together}</h1>
            <p class="lead">{texts.propose().together_lead}</p>
        </div>
        {area("weDo", texts.propose().we_do, texts.propose().we_do_hint, &draft.we_do)}
        {area("weNeed", texts.propose().we_need, texts.propose().we_need_hint, &draft.we_need)}
        <Choices
            id=field_id("onlyInform")
            name="onlyInform"
            kind=ChoiceKind::Several
            legend=texts.propose().only_inform_legend
            choices=vec![ChoiceItem::One(only_inform)]
        />
        <Choices
            id=field_id("neighbourhoodWatch")
            name="neighbourhoodWatch"
            kind=ChoiceKind::Several
            legend=texts.watch().legend
            choices=vec![ChoiceItem::One(watch)]
        />
    }
    .into_any()
}

fn answer(context: &Context, page: &ProposePage) -> AnyView {
    let texts = context.texts();
    let filling = &page.filling;
    let public = Choice {
        help: Some(texts.propose().public_hint.into()),
        ..Choice::new("true", texts.propose().public, filling.draft.may_be_public)
    };
    view! {
        <div class="stack--tight">
            <h1 id=HEADING_ID tabindex="-1">{texts.propose().answer}</h1>
            <p class="lead">{texts.propose().answer_lead}</p>
        </div>
        <TextField
            id=field_id("email")
            name="email"
            label=texts.propose().email
            hint=texts.propose().email_hint
            optional=texts.site().optional
            nostrip:error=fault_of(context, &filling.faults, "email")
            value=filling.draft.email.clone()
            kind="email"
            autocomplete="email"
            prose=false
        />
        <Choices
            id=field_id("mayBePublic")
            name="mayBePublic"
            kind=ChoiceKind::Several
            legend=texts.propose().public_legend
            choices=vec![ChoiceItem::One(public)]
        />
    }
    .into_any()
}

/// Everything once more, and who gets it.
fn check(context: &Context, page: &ProposePage) -> AnyView {
    let texts = context.texts();
    let filling = &page.filling;
    let draft = &filling.draft;
    let in_danger = in_danger(page);
    let written = [&draft.what, &draft.why, &draft.we_do, &draft.we_need].map(String::as_str);
    view! {
        <div class="page">
            {trouble(context, page.trouble.as_ref())}
            <div class="stack">
                <p class="page-header__above">{texts.propose().title}</p>
                <Progress words=texts.propose().progress.with(["6", "6"]) at=6 of=6 />
            </div>
            {in_danger.then(|| danger(context))}
            <PageHeader title=texts.propose().check />
            {route(context, page.route.as_ref())}
            {privacy(context, texts.propose().privacy_text, shared::privacy::find, &written)}
            <Form action=context.url(&Page::Propose) carried=carried(filling, page.keys.as_ref())>
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
        <div class="page">
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
