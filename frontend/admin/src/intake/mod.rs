//! Entering an idea for somebody at the desk, on the phone or on paper: filling in, checking with the resident who
//! gets it and why, and the paper to hand over.

mod choices;
mod draft;
mod receipt;

use leptos::prelude::*;
use shared::privacy::find;
use shared::proposal::{Proposal, ProposalDraft};
use shared::text::{Language, RESIDENT_TEXT};
use ui::{BusyButton, Button, ButtonKind, Notice, Press, SummaryList, SummaryRow, Tone, with_phones};

pub(crate) use choices::{area_groups, area_name, topic_groups, topic_name};
pub(crate) use draft::IntakeDraft;
use draft::Step;

use crate::api::{Client, Failure};
use crate::form::{CheckBox, Failures, LineField, Pick, Radios, Select, Submission, TextField};
use crate::frame::{Heading, Loading, Missing};
use crate::navigation::focus_soon;
use crate::session::{Loaded, Resource, session};
use crate::texts::texts;

#[component]
pub(crate) fn IntakePage() -> impl IntoView {
    let draft = session().drafts.intake;
    // A paper that was handed over is done with once somebody comes back to this page.
    if matches!(draft.step.get_untracked(), Step::Done(_)) {
        draft.start_again();
    }
    move || match draft.step.get() {
        Step::Fill => view! { <Fill draft /> }.into_any(),
        Step::Check => view! { <Check draft /> }.into_any(),
        Step::Done(entered) => receipt::view(draft, &entered),
    }
}

#[component]
fn Fill(draft: IntakeDraft) -> impl IntoView {
    let words = &texts().intake;
    let client = session().client();
    let me = client.me();
    let submission = Submission::new();
    let (topics, areas) = (topic_groups(&me.topics), area_groups(&me.areas, |_| true));
    let channels =
        vec![Pick::new("desk", words.desk), Pick::new("phone", words.phone), Pick::new("paper", words.paper)];
    let languages: Vec<Pick> = Language::ALL
        .into_iter()
        .map(|language| Pick::new(language.tag(), (texts().frame.language)(language)))
        .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let client = session().client();
        match draft.read(client.me()) {
            Ok(_) => {
                draft.step.set(Step::Check);
                focus_soon(ui::HEADING_ID);
            }
            Err(faults) => submission.refuse(faults),
        }
    };
    let max = RESIDENT_TEXT.characters;
    view! {
        <Heading title=words.title lead=words.lead />
        <Notice tone=Tone::Warn title=words.danger_title.to_owned()>
            <p>{with_phones(words.danger, &["0900-8844", "0800-7000"])}</p>
        </Notice>
        <form class="form intake" on:submit=submit novalidate=true>
            <Failures submission />
            <Radios
                name="channel"
                legend=words.channel
                value=draft.channel
                submission
                picks=channels
                inline=true
            />
            <Radios
                name="language"
                legend=words.language
                hint=words.language_hint
                value=draft.language
                submission
                picks=languages
                inline=true
            />
            <div class="side-by-side">
                <Select
                    name="topicId"
                    label=words.topic
                    value=draft.topic
                    submission
                    groups=topics
                    empty=words.topic_unknown
                />
                <Select name="areaId" label=words.area value=draft.area submission groups=areas />
            </div>
            <TextField name="what" label=words.what hint=words.what_hint value=draft.what submission max rows=6 />
            <TextField name="why" label=words.why value=draft.why submission max rows=3 optional=true />
            <TextField
                name="weDo"
                label=words.we_do
                hint=words.we_do_hint
                value=draft.we_do
                submission
                max
                rows=3
                optional=true
            />
            <CheckBox
                name="onlyInform"
                label=words.only_inform
                help=words.only_inform_help
                value=draft.only_inform
            />
            {move || {
                (!draft.only_inform.get()).then(|| {
                    view! {
                        <TextField
                            name="weNeed"
                            label=words.we_need
                            value=draft.we_need
                            submission
                            max
                            rows=3
                            optional=true
                        />
                    }
                })
            }}
            <CheckBox
                name="neighbourhoodWatch"
                label=texts().watch.entered
                help=texts().watch.entered_help
                value=draft.neighbourhood_watch
            />
            <LineField
                name="email"
                label=words.email
                hint=words.email_hint
                value=draft.email
                submission
                kind="email"
                optional=true
            />
            <CheckBox
                name="mayBePublic"
                label=words.may_be_public
                help=words.may_be_public_help
                value=draft.may_be_public
            />
            <div class="actions">
                <Button>{words.to_check}</Button>
            </div>
        </form>
    }
}

/// Before sending: what was written, who gets it, why, and by when the resident hears something.
#[component]
fn Check(draft: IntakeDraft) -> impl IntoView {
    let words = &texts().intake;
    let session = session();
    let client = session.client();
    let submission = Submission::new();
    let back = move || {
        draft.step.set(Step::Fill);
        focus_soon(ui::HEADING_ID);
    };
    let Ok((request, proposal)) = draft.read(client.me()) else {
        // The lists changed since the form was filled in.
        back();
        return ().into_any();
    };
    let route = {
        let (topic, area, kind) = (proposal.topic_id.clone(), proposal.area_id.clone(), proposal.kind);
        Resource::load(move |client: Client| {
            let (topic, area) = (topic.clone(), area.clone());
            async move { client.route(topic.as_ref(), &area, kind).await }
        })
    };
    let who = move || match route.state.get() {
        Loaded::Waiting => view! { <Loading /> }.into_any(),
        Loaded::Failed(failure) => view! { <Missing failure again=move || route.reload() /> }.into_any(),
        Loaded::Here(route) => {
            let supporting = (!route.supporting.is_empty())
                .then(|| view! { <p>{(words.who_supporting)(&route.supporting.join(", "))}</p> });
            let day = texts().days.full(route.answer_by);
            view! {
                <p>
                    <strong>{(words.who)(&route.partner, &route.reason)}</strong>
                </p>
                <p>{(words.who_until)(&day)}</p>
                {supporting}
            }
            .into_any()
        }
    };
    let rows = rows(&client, &request.draft, &proposal);
    let advice = advice(&proposal);
    let advice = (!advice.is_empty()).then(|| {
        let lines: Vec<_> = advice.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        view! {
            <Notice tone=Tone::Warn title=words.advice_title.to_owned()>
                <p>{words.advice}</p>
                <ul>{lines}</ul>
            </Notice>
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(key) = draft.key_for(&request) else {
            submission.fail(Failure::Broken);
            return;
        };
        let (client, request) = (session.client(), request.clone());
        submission.send(async move { client.enter_proposal(&request, &key).await }, move |answer| {
            if let Ok(entered) = answer {
                draft.step.set(Step::Done(entered));
                focus_soon(ui::HEADING_ID);
            }
        });
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { words.send };
    view! {
        <Heading title=words.check_title lead=words.check_lead />
        <form class="form" on:submit=submit novalidate=true>
            <Failures submission />
            <section class="panel panel--accent" aria-labelledby="who-title">
                <h2 id="who-title">{words.who_title}</h2>
                {who}
            </section>
            {advice}
            <SummaryList rows />
            <div class="actions">
                <BusyButton busy=submission.busy>{label}</BusyButton>
                <Press kind=ButtonKind::Secondary act=move |_| back()>
                    {words.change}
                </Press>
            </div>
        </form>
    }
    .into_any()
}

/// What in the texts seems to give a person away: the words, and why to leave them out. It stops nobody.
fn advice(proposal: &Proposal) -> Vec<String> {
    let texts = [Some(&proposal.what), proposal.why.as_ref(), proposal.we_do.as_ref(), proposal.we_need.as_ref()];
    let mut lines = Vec::new();
    for text in texts.into_iter().flatten() {
        for finding in find(text) {
            let found = text.get(finding.start..finding.end).unwrap_or_default();
            let line = format!("‘{found}’ – {}", finding.kind.advice(Language::Nl));
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}

fn rows(client: &Client, written: &ProposalDraft, proposal: &Proposal) -> Vec<SummaryRow> {
    let words = &texts().intake;
    let me = client.me();
    let row =
        |label: &'static str, value: String| SummaryRow { label: label.into(), value: value.into_any(), change: None };
    let text = |text: &Option<String>| text.clone().unwrap_or_else(|| words.not_filled_in.to_owned());
    let yes_no = |yes: bool| if yes { texts().form.yes } else { texts().form.no }.to_owned();
    let topic = proposal.topic_id.as_ref().map(|id| topic_name(&me.topics, id));
    let mut rows = vec![
        row(words.topic, topic.unwrap_or_else(|| words.topic_unknown.to_owned())),
        row(words.area, area_name(&me.areas, &proposal.area_id)),
        row(words.what, proposal.what.clone()),
        row(words.why, text(&proposal.why)),
        row(words.we_do, text(&proposal.we_do)),
    ];
    if written.only_inform {
        rows.push(row(words.only_inform, yes_no(true)));
    } else {
        rows.push(row(words.we_need, text(&proposal.we_need)));
    }
    if written.neighbourhood_watch {
        rows.push(row(texts().watch.entered, yes_no(true)));
    }
    rows.push(row(words.email, text(&proposal.email)));
    rows.push(row(words.may_be_public, yes_no(proposal.may_be_public)));
    rows.push(row(words.language, (texts().frame.language)(proposal.language).to_owned()));
    rows
}

#[cfg(test)]
mod tests {
    use shared::ids::AreaId;
    use shared::proposal::ProposalKind;

    use super::*;

    #[test]
    fn what_gives_somebody_away_is_named_once_in_the_words_that_do() {
        let proposal = Proposal {
            topic_id: None,
            area_id: AreaId::parse("b").unwrap(),
            what: "Een bank voor het plein.".into(),
            why: Some("Bel mij op 06-12345678.".into()),
            we_do: Some("Bel mij op 06-12345678.".into()),
            we_need: None,
            kind: ProposalKind::Initiative,
            email: None,
            may_be_public: true,
            language: Language::Nl,
        };
        let lines = advice(&proposal);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].starts_with("‘06-12345678’ – "), "{lines:?}");
    }
}
