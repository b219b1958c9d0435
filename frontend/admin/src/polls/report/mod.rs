//! *Terugkoppeling*: what is done with the answers.

mod draft;
mod view;

pub(crate) use draft::ReportDraft;
pub(super) use view::published;

use leptos::prelude::*;
use shared::ids::{PartnerId, PollId};
use shared::poll::report::MAX_ENTRIES;
use shared::poll::{Poll, PollStatus};
use shared::wire::admin::{NamedInitiative, PollDetail};
use ui::{BusyButton, Button, ButtonKind, Notice, Press, Tone};

use super::editor::BothField;
use super::{dutch, load, not_now, results, with_poll};
use crate::address::Page;
use crate::form::{DateField, Failures, LineField, Pick, Radios, Select, SelectGroup, Submission, field_id};
use crate::frame::{BackLink, Heading};
use crate::navigation::focus_soon;
use crate::platform::today;
use crate::session::{Resource, session};
use crate::texts::texts;
use draft::{ActivityDraft, INITIATIVE, MeasureDraft, NO_LINK, SITE};

#[component]
pub(crate) fn ReportPage(id: PollId) -> impl IntoView {
    let session = session();
    let own = session.client().me().partner_id.clone();
    let draft = session.drafts.report(&id, || ReportDraft::new(&own));
    let poll = load(id);
    with_poll(poll, move |detail| body(poll, draft, &detail))
}

fn body(poll: Resource<PollDetail>, draft: ReportDraft, detail: &PollDetail) -> AnyView {
    let words = &texts().report;
    let id = detail.overview.id.clone();
    match detail.overview.status {
        PollStatus::Closed => {}
        PollStatus::Reported => return not_now(&id, words.already_title, words.already),
        _ => return not_now(&id, words.not_closed_title, words.not_closed),
    }
    let session = session();
    let client = session.client();
    let submission = Submission::new();
    session.drafts.keep(|| draft.know_questions(detail.poll.questions.iter().map(|question| question.id.clone())));
    let partners: Vec<PartnerId> = client.me().partners.iter().map(|partner| partner.id.clone()).collect();
    let picks: Vec<Pick> = partners.iter().map(|id| Pick::new(id.as_str(), client.public_partner_name(id))).collect();
    let version = detail.version;
    let page = Page::Poll(id.clone());
    let done_page = page.clone();
    // There is no way back, so the first press only asks. Whatever is changed after it, is asked about anew.
    let asking = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let request = match draft.read(version, &partners, today()) {
            Ok(request) => request,
            Err(faults) => {
                asking.set(false);
                submission.refuse(faults);
                return;
            }
        };
        if !asking.get_untracked() {
            submission.forget();
            asking.set(true);
            focus_soon(ASK_ID);
            return;
        }
        let (client, poll_id, page) = (session.client(), id.clone(), done_page.clone());
        let sent = poll_id.clone();
        submission.send(async move { client.report(&sent, &request).await }, move |answer| match answer {
            Ok(()) => {
                session.drafts.forget_report(&poll_id);
                session.navigation.say_on(&page, words.done);
            }
            Err(failure) if failure.is_conflict() => {
                submission.forget();
                session.navigation.warn(texts().polls.conflict_title, texts().polls.conflict);
                poll.reload();
            }
            Err(_) => {}
        });
    };
    let buttons = buttons(submission, asking);
    let title = (words.page_title)(&dutch(&detail.overview.title));
    let initiatives = detail.initiatives.clone();
    view! {
        <BackLink page words=texts().polls.back_to_poll />
        <Heading title lead=words.lead />
        <details class="disclosure">
            <summary>{words.show_results}</summary>
            <h2 class="visually-hidden">{texts().results.title}</h2>
            {results::view(detail)}
        </details>
        <form class="form editor" on:submit=submit on:input=move |_| asking.set(false) novalidate=true>
            <Failures submission />
            <BothField name="heard" label=words.heard hint=words.heard_hint value=draft.heard submission long=true />
            {findings(draft, &detail.poll, submission)}
            {measures(draft, picks, submission)}
            <BothField
                name="weDoNot"
                label=words.we_do_not
                hint=words.we_do_not_hint
                value=draft.we_do_not
                submission
                long=true
                optional=true
            />
            {activities(draft, initiatives, submission)}
            {view::preview(draft, detail.poll.clone())}
            {buttons}
        </form>
    }
    .into_any()
}

const ASK_ID: &str = "ask-title";

/// One button; once it was pressed, the question whether it is really meant.
fn buttons(submission: Submission, asking: RwSignal<bool>) -> impl Fn() -> AnyView {
    let words = &texts().report;
    let label = move || if submission.busy.get() { texts().form.busy } else { words.ask_send };
    move || {
        if asking.get() {
            return view! {
                <section class="panel" aria-labelledby=ASK_ID>
                    <h2 id=ASK_ID tabindex="-1">
                        {words.ask_title}
                    </h2>
                    <p>{words.warning}</p>
                    <div class="actions">
                        <BusyButton kind=ButtonKind::Danger busy=submission.busy>
                            {label}
                        </BusyButton>
                        <Press kind=ButtonKind::Quiet act=move |_| asking.set(false)>
                            {words.ask_back}
                        </Press>
                    </div>
                </section>
            }
            .into_any();
        }
        view! {
            <Notice tone=Tone::Warn>
                <p>{words.warning}</p>
            </Notice>
            <div class="actions">
                <Button>{words.send}</Button>
            </div>
        }
        .into_any()
    }
}

/// What was heard at each question, for who wants to say it; one press away.
fn findings(draft: ReportDraft, poll: &Poll, submission: Submission) -> AnyView {
    let words = &texts().report;
    let titles: Vec<_> = poll.questions.iter().map(|question| dutch(&question.text)).collect();
    let fields: Vec<_> = draft
        .findings
        .get_untracked()
        .into_iter()
        .zip(titles)
        .map(|((id, text), title)| {
            let name = draft::finding_field(&id);
            view! { <BothField name label=title value=text submission long=true optional=true /> }
        })
        .collect();
    view! {
        <details class="disclosure">
            <summary>{words.findings}</summary>
            <p class="soft">{words.findings_help}</p>
            <div class="form">{fields}</div>
        </details>
    }
    .into_any()
}

/// What is done, each by whom and by when.
fn measures(draft: ReportDraft, partners: Vec<Pick>, submission: Submission) -> AnyView {
    let words = &texts().report;
    // What is added lives as long as the draft.
    let session = session();
    let list = move || {
        let measures = draft.we_do.get();
        let blocks: Vec<_> = measures
            .iter()
            .enumerate()
            .map(|(place, measure)| measure_view(draft, place, *measure, partners.clone(), submission))
            .collect();
        let add = (measures.len() < MAX_ENTRIES).then(|| {
            view! {
                <button type="button" class="button button--secondary" on:click=move |_| session.drafts.keep(|| draft.add_measure())>
                    {words.add_measure}
                </button>
            }
        });
        view! {
            {blocks}
            {add}
        }
    };
    view! {
        <fieldset class="form" id=field_id("weDo")>
            <legend class="field__legend field__label">{words.we_do}</legend>
            <p class="field__hint">{words.we_do_hint}</p>
            {list}
        </fieldset>
    }
    .into_any()
}

fn measure_view(
    draft: ReportDraft,
    place: usize,
    measure: MeasureDraft,
    partners: Vec<Pick>,
    submission: Submission,
) -> AnyView {
    let words = &texts().report;
    let path = format!("weDo.{place}");
    let name = (words.measure)(place.saturating_add(1));
    let remove = move || {
        draft.we_do.update(|measures| {
            measures.remove(place);
        });
        focus_soon(&field_id("weDo"));
    };
    view! {
        <section class="question-block" aria-label=name.clone()>
            {head(&name, remove)}
            <BothField name=format!("{path}.text") label=words.measure_text value=measure.text submission long=true within=name.clone() />
            <div class="side-by-side">
                <Select
                    name=format!("{path}.byWhom")
                    label=words.by_whom
                    value=measure.by_whom
                    submission
                    groups=vec![SelectGroup::plain(partners)]
                />
                <DateField
                    name=format!("{path}.byWhen")
                    label=words.by_when
                    hint=words.by_when_hint
                    value=measure.by_when
                    submission
                    optional=true
                />
            </div>
        </section>
    }
    .into_any()
}

/// What residents can do: at least one thing.
fn activities(draft: ReportDraft, initiatives: Vec<NamedInitiative>, submission: Submission) -> AnyView {
    let words = &texts().report;
    let session = session();
    let list = move || {
        let activities = draft.you_can.get();
        let blocks: Vec<_> = activities
            .iter()
            .enumerate()
            .map(|(place, activity)| activity_view(draft, place, *activity, &initiatives, submission))
            .collect();
        let add = (activities.len() < MAX_ENTRIES).then(|| {
            view! {
                <button type="button" class="button button--secondary" on:click=move |_| session.drafts.keep(|| draft.add_activity())>
                    {words.add_activity}
                </button>
            }
        });
        view! {
            {blocks}
            {add}
        }
    };
    view! {
        <fieldset class="form" id=field_id("youCan")>
            <legend class="field__legend field__label">{words.you_can}</legend>
            <p class="field__hint">{words.you_can_hint}</p>
            {list}
        </fieldset>
    }
    .into_any()
}

fn activity_view(
    draft: ReportDraft,
    place: usize,
    activity: ActivityDraft,
    initiatives: &[NamedInitiative],
    submission: Submission,
) -> AnyView {
    let words = &texts().report;
    let path = format!("youCan.{place}");
    let name = (words.activity)(place.saturating_add(1));
    let remove = move || {
        draft.you_can.update(|activities| {
            activities.remove(place);
        });
        focus_soon(&field_id("youCan"));
    };
    let mut links = vec![Pick::new(NO_LINK, words.no_link), Pick::new(SITE, words.link_site)];
    if !initiatives.is_empty() {
        links.push(Pick::new(INITIATIVE, words.link_initiative));
    }
    let named: Vec<Pick> =
        initiatives.iter().map(|initiative| Pick::new(initiative.id.as_str(), initiative.title.clone())).collect();
    let (url_name, id_name) = (format!("{path}.link.url"), format!("{path}.link.id"));
    let target = move || {
        match activity.link.get().as_str() {
        SITE => view! {
            <LineField name=url_name.clone() label=words.url hint=words.url_hint value=activity.url submission kind="url" />
        }
        .into_any(),
        INITIATIVE => view! {
            <Select
                name=id_name.clone()
                label=words.initiative
                value=activity.initiative
                submission
                groups=vec![SelectGroup::plain(named.clone())]
            />
        }
        .into_any(),
        _ => ().into_any(),
    }
    };
    view! {
        <section class="question-block" aria-label=name.clone()>
            {head(&name, remove)}
            <BothField name=format!("{path}.text") label=words.activity_text value=activity.text submission long=true within=name.clone() />
            <Radios name=format!("{path}.link") legend=words.link value=activity.link submission picks=links inline=true />
            {target}
        </section>
    }
    .into_any()
}

/// The name of an entry, and the button that takes it out.
fn head(name: &str, remove: impl Fn() + 'static) -> AnyView {
    let label = (texts().editor.remove)(name);
    view! {
        <div class="question-block__head">
            <h2 class="work-group__title">{name.to_owned()}</h2>
            <div class="question-block__moves">
                <button
                    type="button"
                    class="button button--quiet small-button"
                    aria-label=label
                    on:click=move |_| remove()
                >
                    {texts().editor.remove_short}
                </button>
            </div>
        </div>
    }
    .into_any()
}
