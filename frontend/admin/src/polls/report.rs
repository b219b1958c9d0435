//! *Terugkoppeling*: what is done with the answers.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::{PartnerId, PollId};
use shared::poll::PollStatus;
use shared::text::Localized;
use shared::time::CivilDate;
use shared::wire::admin::{PollDetail, ReportRequest};
use ui::{BusyButton, Button, ButtonKind, Notice, PlainText, Tone};

use super::editor::{Both, BothField};
use super::{dutch, load, not_now, results, with_poll};
use crate::address::Page;
use crate::form::{DateField, Failures, Pick, Select, SelectGroup, Submission};
use crate::frame::{BackLink, Heading};
use crate::navigation::focus_soon;
use crate::platform::today;
use crate::session::{Resource, session};
use crate::texts::texts;

/// A report as it is typed.
#[derive(Clone, Copy)]
pub(crate) struct ReportDraft {
    heard: Both,
    we_do: Both,
    we_do_not: Both,
    you_can: Both,
    by_whom: RwSignal<String>,
    by_when: RwSignal<String>,
}

impl ReportDraft {
    fn new() -> Self {
        Self {
            heard: Both::empty(),
            we_do: Both::empty(),
            we_do_not: Both::empty(),
            you_can: Both::empty(),
            by_whom: RwSignal::new(String::new()),
            by_when: RwSignal::new(String::new()),
        }
    }

    pub(crate) fn holds_text(&self) -> bool {
        ![self.heard, self.we_do, self.we_do_not, self.you_can].iter().all(Both::is_empty)
    }

    /// What is sent, or every field at fault. Whether a text says something is the server's to judge too.
    fn read(&self, version: u64, partners: &[PartnerId], today: CivilDate) -> Result<ReportRequest, Vec<Fault>> {
        let mut faults = Vec::new();
        let heard = self.heard.read("heard", &mut faults);
        let we_do = self.we_do.read("weDo", &mut faults);
        let we_do_not = self.we_do_not.read_optional("weDoNot", &mut faults);
        let you_can = self.you_can.read("youCan", &mut faults);
        let by_whom = self.by_whom.with_untracked(|id| PartnerId::parse(id).ok());
        let by_when = match self.by_when.get_untracked().as_str() {
            "" => None,
            text => {
                let day = text.parse::<CivilDate>().ok().filter(|day| today.days_until(*day) > 0);
                if day.is_none() {
                    faults.push(Fault::new("byWhen", FaultCode::NotInTheFuture));
                }
                day
            }
        };
        let Some(by_whom) = by_whom.filter(|id| partners.contains(id)) else {
            faults.push(Fault::new("byWhom", FaultCode::ChoiceRequired));
            return Err(faults);
        };
        let request = ReportRequest { version, heard, we_do, we_do_not, you_can, by_whom, by_when };
        if faults.is_empty() { Ok(request) } else { Err(faults) }
    }
}

#[component]
pub(crate) fn ReportPage(id: PollId) -> impl IntoView {
    let draft = session().drafts.report(&id, ReportDraft::new);
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
    let partners: Vec<PartnerId> = client.me().partners.iter().map(|partner| partner.id.clone()).collect();
    let picks = partners.iter().map(|id| Pick::new(id.as_str(), client.public_partner_name(id))).collect();
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
            {fields(draft, submission, picks)}
            {preview(draft)}
            {buttons}
        </form>
    }
    .into_any()
}

/// The texts, and who does it when.
fn fields(draft: ReportDraft, submission: Submission, picks: Vec<Pick>) -> AnyView {
    let words = &texts().report;
    view! {
        <BothField name="heard" label=words.heard hint=words.heard_hint value=draft.heard submission long=true />
        <BothField name="weDo" label=words.we_do hint=words.we_do_hint value=draft.we_do submission long=true />
        <BothField
            name="weDoNot"
            label=words.we_do_not
            hint=words.we_do_not_hint
            value=draft.we_do_not
            submission
            long=true
            optional=true
        />
        <BothField name="youCan" label=words.you_can hint=words.you_can_hint value=draft.you_can submission long=true />
        <div class="side-by-side">
            <Select
                name="byWhom"
                label=words.by_whom
                value=draft.by_whom
                submission
                groups=vec![SelectGroup::plain(picks)]
            />
            <DateField
                name="byWhen"
                label=words.by_when
                hint=words.by_when_hint
                value=draft.by_when
                submission
                optional=true
            />
        </div>
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
                        <Button kind=ButtonKind::Quiet behaviour="button" on:click=move |_| asking.set(false)>
                            {words.ask_back}
                        </Button>
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

/// What residents will read, while it is typed.
fn preview(draft: ReportDraft) -> AnyView {
    let words = &texts().report;
    let client = session().client();
    let parts = move || {
        let nl = |text: Both| text.nl.get();
        let by_whom = draft.by_whom.with(|id| PartnerId::parse(id).ok());
        let by_whom = by_whom.map(|id| client.public_partner_name(&id)).unwrap_or_default();
        let by_when = draft.by_when.with(|day| day.parse::<CivilDate>().ok());
        text_view(&nl(draft.heard), &nl(draft.we_do), &nl(draft.we_do_not), &nl(draft.you_can), &by_whom, by_when)
    };
    view! {
        <section class="preview" aria-labelledby="preview-title">
            <h2 class="preview__title" id="preview-title">
                {words.preview}
            </h2>
            {parts}
        </section>
    }
    .into_any()
}

/// A report that is published.
pub(super) fn published(report: &ReportRequest) -> AnyView {
    let text = |text: Option<&Localized>| text.map(dutch).unwrap_or_default();
    let by_whom = session().client().public_partner_name(&report.by_whom);
    let parts = text_view(
        &dutch(&report.heard),
        &dutch(&report.we_do),
        &text(report.we_do_not.as_ref()),
        &dutch(&report.you_can),
        &by_whom,
        report.by_when,
    );
    view! { <div class="preview">{parts}</div> }.into_any()
}

fn text_view(
    heard: &str,
    we_do: &str,
    we_do_not: &str,
    you_can: &str,
    by_whom: &str,
    by_when: Option<CivilDate>,
) -> AnyView {
    let words = &texts().report;
    let part = |title: &'static str, text: &str| {
        let text = text.trim().to_owned();
        (!text.is_empty()).then(|| {
            view! {
                <div class="written-part">
                    <h3>{title}</h3>
                    <PlainText text />
                </div>
            }
        })
    };
    let ready = by_when.map(|day| (words.ready_by)(&texts().days.full(day)));
    view! {
        {part(words.heard, heard)}
        {part(words.we_do, we_do)}
        {part(words.we_do_not, we_do_not)}
        {part(words.you_can, you_can)}
        {(!by_whom.is_empty()).then(|| view! { <p>{(words.carried_out)(by_whom)} " " {ready}</p> })}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> PartnerId {
        PartnerId::parse("team").unwrap()
    }

    #[test]
    fn the_three_texts_are_required_and_what_is_not_done_is_not() {
        Owner::new().with(|| {
            let draft = ReportDraft::new();
            let today = "2026-11-22".parse().unwrap();
            let fields = |draft: &ReportDraft| -> Vec<String> {
                let faults = draft.read(1, &[own()], today).unwrap_err();
                faults.into_iter().map(|fault| fault.field).collect()
            };
            assert_eq!(fields(&draft), ["heard.nl", "weDo.nl", "youCan.nl", "byWhom"], "nobody is chosen beforehand");
            draft.by_whom.set("team".into());
            for text in [draft.heard, draft.we_do, draft.you_can] {
                text.nl.set("Een hele zin.".into());
            }
            draft.by_when.set("2026-11-22".into());
            draft.we_do_not.en.set("Only English".into());
            assert_eq!(fields(&draft), ["weDoNot.nl", "byWhen"]);
            draft.by_when.set(String::new());
            draft.we_do_not.en.set(String::new());
            let request = draft.read(1, &[own()], today).unwrap();
            assert_eq!((request.we_do_not, request.by_when, request.by_whom), (None, None, own()));
        });
    }
}
