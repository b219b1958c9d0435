//! Sending an idea: five short steps before the check page.

use leptos::prelude::*;
use shared::paths::Page;
use shared::privacy::speaks_of_danger;
use shared::proposal::fill::ProposalStep;
use ui::{
    AnyView, Button, ButtonKind, Choice, ChoiceItem, ChoiceKind, Choices, HEADING_ID, IntoAny, Legend, PageHeader,
    Progress, TextArea, TextField, Words, phone_link,
};

use super::parts::{Form, Waiting, before_fault, fault_of, field_id, named_fault_summary};
use super::{places, postcode};
use crate::forms::MOVE;
use crate::forms::proposal::carried;
use crate::state::{Context, ProposePage};

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

/// What the document is called: the step, and what all of them are for.
pub(super) fn title(context: &Context, page: &ProposePage) -> String {
    let title = context.texts().propose().title;
    match page.filling.step {
        // The first page is where others are led to.
        ProposalStep::Idea => title.to_owned(),
        _ => format!("{} – {title}", progress(context, page).0),
    }
}

/// How far somebody is: in words, and which step of how many.
pub(super) fn progress(context: &Context, page: &ProposePage) -> (String, usize, usize) {
    let (at, of) = (page.filling.step.place().saturating_add(1), ProposalStep::ALL.len());
    (context.texts().propose().progress.with([&at.to_string(), &of.to_string()]), at, of)
}

/// A step with fields; none at the check page.
pub(super) fn step(context: &Context, page: &ProposePage) -> Option<AnyView> {
    let texts = context.texts();
    let filling = &page.filling;
    let fields = fields(context, page)?;
    let (words, at, of) = progress(context, page);
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
    let step = view! {
        <div class="page">
            {named_fault_summary(context, &filling.faults, field_id, |field| name_of(context, field))}
            {intro}
            {danger}
            <div class="stack">
                {above}
                <Progress words=words at=at of=of />
            </div>
            <Form action=context.url_from_step(&Page::Propose, at) carried=carried(filling, page.keys.as_ref())>
                {fields}
                <div class="actions">
                    <Button name=MOVE value="forward">{texts.site().next}</Button>
                    {back}
                </div>
                <Waiting words=context.texts().site().waiting />
            </Form>
        </div>
    };
    Some(step.into_any())
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
pub(super) fn in_danger(page: &ProposePage) -> bool {
    let draft = &page.filling.draft;
    [&draft.what, &draft.why].into_iter().any(|text| speaks_of_danger(text))
}

fn fields(context: &Context, page: &ProposePage) -> Option<AnyView> {
    let filling = &page.filling;
    let fields = match filling.step {
        ProposalStep::Check => return None,
        ProposalStep::Idea => idea(context, page),
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
    };
    Some(fields)
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
