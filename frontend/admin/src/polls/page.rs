//! One poll: how it stands, what can be done with it now, its results and its questions.

use leptos::prelude::*;
use shared::actor::Permission;
use shared::ids::PollId;
use shared::poll::{PollStatus, ShortCode};
use shared::text::Language;
use shared::wire::admin::{PollDetail, PollOverview};
use ui::{BusyButton, ButtonKind, Empty, LinkButton, Press};

use super::{badges, downloads, dutch, facts, load, outline, placement, report, results, with_poll};
use crate::address::Page;
use crate::form::{Failures, Submission};
use crate::frame::{BackLink, Heading};
use crate::navigation::focus_soon;
use crate::platform::public_origin;
use crate::session::{Resource, session};
use crate::texts::texts;

#[component]
pub(crate) fn PollPage(id: PollId) -> impl IntoView {
    let poll = load(id);
    view! {
        <BackLink page=Page::Polls words=texts().polls.back_to_list />
        {with_poll(poll, move |detail| body(poll, &detail))}
    }
}

fn body(poll: Resource<PollDetail>, detail: &PollDetail) -> AnyView {
    let words = &texts().polls;
    let overview = &detail.overview;
    let facts: Vec<_> = facts(overview).into_iter().map(|fact| view! { <span>{fact}</span> }).collect();
    let report = detail.report.as_ref().map(|report| {
        view! {
            <section class="stack" aria-labelledby="report-title">
                <h2 id="report-title">{texts().report.title}</h2>
                {report::published(report, &detail.poll)}
            </section>
        }
    });
    let figures = (!matches!(overview.status, PollStatus::Draft | PollStatus::Planned)).then(|| {
        view! {
            <section class="stack" aria-labelledby="results-title">
                <h2 id="results-title">{texts().results.title}</h2>
                {placement::view(detail)}
                {shown_figures(detail)}
            </section>
        }
    });
    let questions = view! {
        <p class="soft">{words.questions_lead}</p>
        {outline::view(&detail.poll)}
    };
    // Before the poll is open its questions are what there is to look at; afterwards they are one press away.
    let questions = if figures.is_none() {
        view! {
            <section class="stack" aria-labelledby="questions-title">
                <h2 id="questions-title">{words.questions_title}</h2>
                {questions}
            </section>
        }
        .into_any()
    } else {
        view! {
            <details class="disclosure">
                <summary>{words.questions_title}</summary>
                {questions}
            </details>
        }
        .into_any()
    };
    view! {
        <Heading title=dutch(&overview.title) />
        <div class="row case__badges">{badges(overview)}</div>
        <p class="work-row__meta">{facts}</p>
        {actions(poll, detail)}
        {short_address(overview)}
        {report}
        {corrected(detail)}
        {figures}
        {downloads::view(detail)}
        {questions}
    }
    .into_any()
}

/// What was corrected since the poll opened.
fn corrected(detail: &PollDetail) -> Option<AnyView> {
    let words = &texts().correction;
    let entries: Vec<_> = detail
        .corrections
        .iter()
        .map(|correction| {
            let day = texts().days.full(correction.on);
            view! { <li><strong>{day}": "</strong> {dutch(&correction.note)}</li> }
        })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="corrections-title">
                <h2 id="corrections-title">{words.list_title}</h2>
                <ul>{entries}</ul>
            </section>
        }
        .into_any()
    })
}

/// The address for letters and posters. It is known before the poll opens, so that they can be printed in time.
fn short_address(overview: &PollOverview) -> Option<AnyView> {
    let words = &texts().polls;
    let slug = session().client().me().municipality.clone();
    let path = shared::paths::short(&slug, ShortCode::parse(&overview.code)?);
    let public = !matches!(overview.status, PollStatus::Draft | PollStatus::Planned);
    let help = if public { words.short_help } else { words.short_help_later };
    Some(
        view! {
            <section class="panel" aria-labelledby="short-title">
                <h2 id="short-title">{words.short_title}</h2>
                <p class="short-address">{format!("{}{path}", public_origin())}</p>
                <p class="soft">{help}</p>
            </section>
        }
        .into_any(),
    )
}

/// The figures, or why officials wait for them too.
fn shown_figures(detail: &PollDetail) -> AnyView {
    let words = &texts().polls;
    if detail.poll.officials_wait && detail.overview.status == PollStatus::Open {
        return view! {
            <Empty title=words.figures_wait_title>
                <p>{words.figures_wait}</p>
            </Empty>
        }
        .into_any();
    }
    results::view(detail)
}

/// What an editor can do with a poll in this state.
fn actions(poll: Resource<PollDetail>, detail: &PollDetail) -> Option<AnyView> {
    if !session().client().me().role.may(Permission::ManagePolls) {
        return None;
    }
    let words = &texts().polls;
    let id = &detail.overview.id;
    let link = |page: Page, label: &'static str, kind: ButtonKind| {
        view! { <LinkButton kind href=page.path()>{label}</LinkButton> }.into_any()
    };
    let view = match detail.overview.status {
        PollStatus::Draft => view! {
            <div class="actions">
                {link(Page::OpenPoll(id.clone()), words.open, ButtonKind::Primary)}
                {link(Page::EditPoll(id.clone()), words.edit, ButtonKind::Secondary)}
            </div>
        }
        .into_any(),
        PollStatus::Open => {
            let slug = session().client().me().municipality.clone();
            let paper = format!("{}{}", public_origin(), shared::paths::paper(&slug, Language::Nl, id));
            let enter = view! {
                {link(Page::EnterBallot(id.clone()), words.enter_ballot, ButtonKind::Primary)}
                {link(Page::CorrectPoll(id.clone()), words.correct, ButtonKind::Secondary)}
                <LinkButton kind=ButtonKind::Secondary href=paper>{words.print}</LinkButton>
            }
            .into_any();
            view! { <AskFirst poll id=id.clone() version=detail.version step=Step::Close buttons=enter /> }.into_any()
        }
        PollStatus::Planned => {
            let buttons = view! {
                {link(Page::EditPoll(id.clone()), words.change_planned, ButtonKind::Primary)}
                {link(Page::OpenPoll(id.clone()), words.change_days, ButtonKind::Secondary)}
            }
            .into_any();
            view! { <AskFirst poll id=id.clone() version=detail.version step=Step::Cancel buttons /> }.into_any()
        }
        PollStatus::Closed => view! {
            <div class="actions">
                {link(Page::Report(id.clone()), words.write_report, ButtonKind::Primary)}
                {link(Page::CorrectPoll(id.clone()), words.correct, ButtonKind::Secondary)}
            </div>
        }
        .into_any(),
        PollStatus::Reported => return None,
    };
    Some(view)
}

/// A step that is asked once more before it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Taking a planned poll back.
    Cancel,
    /// Closing before the last day: there is no way back.
    Close,
}

/// Buttons, with one that asks once more.
#[component]
fn AskFirst(poll: Resource<PollDetail>, id: PollId, version: u64, step: Step, buttons: AnyView) -> impl IntoView {
    let words = &texts().polls;
    let session = session();
    let asking = RwSignal::new(false);
    let submission = Submission::new();
    let (button, title, explained, send, done) = match step {
        Step::Cancel => {
            (words.cancel, words.cancel_title, words.cancel_explained, words.cancel_send, words.cancelled_done)
        }
        Step::Close => {
            (words.close_early, words.close_title, words.close_explained, words.close_send, words.closed_done)
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (client, id) = (session.client(), id.clone());
        let request = async move {
            match step {
                Step::Cancel => client.cancel_poll(&id, version).await,
                Step::Close => client.close_poll(&id, version).await,
            }
        };
        submission.send(request, move |answer| match answer {
            Ok(()) => {
                session.navigation.say(done);
                poll.reload();
            }
            Err(failure) if failure.is_conflict() => {
                session.navigation.warn(words.conflict_title, words.conflict);
                poll.reload();
            }
            Err(_) => {}
        });
    };
    let ask = move |_| {
        asking.set(true);
        focus_soon(ASK_ID);
    };
    let label = move || if submission.busy.get() { texts().form.busy } else { send };
    view! {
        <div class="actions">
            {buttons}
            <Press kind=ButtonKind::Secondary act=ask>
                {button}
            </Press>
        </div>
        <form class="panel" on:submit=submit hidden=move || !asking.get()>
            <h2 id=ASK_ID tabindex="-1">
                {title}
            </h2>
            <p>{explained}</p>
            <Failures submission />
            <div class="actions">
                <BusyButton kind=ButtonKind::Danger busy=submission.busy>
                    {label}
                </BusyButton>
                <Press kind=ButtonKind::Quiet act=move |_| asking.set(false)>
                    {texts().form.cancel}
                </Press>
            </div>
        </form>
    }
}

const ASK_ID: &str = "ask-title";
