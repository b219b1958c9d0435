//! A report as residents read it: while it is typed, and once it is published.

use leptos::prelude::*;
use shared::ids::PartnerId;
use shared::poll::Poll;
use shared::poll::report::{ActivityLink, Finding};
use shared::text::Localized;
use shared::time::CivilDate;
use shared::wire::admin::ReportRequest;
use ui::PlainText;

use super::draft::ReportDraft;
use crate::polls::dutch;
use crate::session::session;
use crate::texts::texts;

/// The parts of a report in Dutch, as they are shown to officials.
#[derive(Default)]
struct Parts {
    heard: String,
    /// Question and what was heard there.
    findings: Vec<(String, String)>,
    /// What is done, and by whom and when.
    we_do: Vec<(String, String)>,
    we_do_not: String,
    /// What residents can do, and where it leads.
    you_can: Vec<(String, String)>,
}

/// What residents will read, while it is typed.
pub(super) fn preview(draft: ReportDraft, poll: Poll) -> AnyView {
    let words = &texts().report;
    let parts = move || {
        let who = |measure: &super::draft::MeasureDraft| {
            let by_whom = measure.by_whom.with(|id| PartnerId::parse(id).ok());
            carried_out(by_whom.as_ref(), measure.by_when.with(|day| day.parse::<CivilDate>().ok()))
        };
        let findings = draft.findings.get();
        Parts {
            heard: draft.heard.nl.get(),
            findings: findings.into_iter().map(|(id, text)| (question(&poll, &id), text.nl.get())).collect(),
            we_do: draft.we_do.get().iter().map(|measure| (measure.text.nl.get(), who(measure))).collect(),
            we_do_not: draft.we_do_not.nl.get(),
            you_can: draft.you_can.get().iter().map(|activity| (activity.text.nl.get(), String::new())).collect(),
        }
        .view()
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
pub(crate) fn published(report: &ReportRequest, poll: &Poll) -> AnyView {
    let link = |link: Option<&ActivityLink>| match link {
        Some(ActivityLink::Site { url }) => url.clone(),
        Some(ActivityLink::Initiative { .. }) => texts().report.with_initiative.to_owned(),
        None => String::new(),
    };
    let finding = |finding: &Finding| (question(poll, &finding.question_id), dutch(&finding.text));
    let parts = Parts {
        heard: dutch(&report.heard),
        findings: report.questions.iter().map(finding).collect(),
        we_do: report
            .we_do
            .iter()
            .map(|measure| (dutch(&measure.text), carried_out(Some(&measure.by_whom), measure.by_when)))
            .collect(),
        we_do_not: report.we_do_not.as_ref().map(dutch as fn(&Localized) -> String).unwrap_or_default(),
        you_can: report.you_can.iter().map(|activity| (dutch(&activity.text), link(activity.link.as_ref()))).collect(),
    };
    view! { <div class="preview">{parts.view()}</div> }.into_any()
}

fn question(poll: &Poll, id: &shared::ids::QuestionId) -> String {
    poll.questions.iter().find(|question| &question.id == id).map(|question| dutch(&question.text)).unwrap_or_default()
}

fn carried_out(by_whom: Option<&PartnerId>, by_when: Option<CivilDate>) -> String {
    let words = &texts().report;
    let by_whom = by_whom.map(|id| session().client().public_partner_name(id)).unwrap_or_default();
    let when = by_when.map(|day| (words.ready_by)(&texts().days.full(day))).unwrap_or_default();
    format!("{} {when}", (words.carried_out)(&by_whom))
}

impl Parts {
    fn view(self) -> AnyView {
        let words = &texts().report;
        view! {
            {part(words.heard, vec![(self.heard, String::new())])}
            {self
                .findings
                .into_iter()
                .filter(|(_, text)| !text.trim().is_empty())
                .map(|(question, text)| {
                    view! {
                        <div class="written-part">
                            <h4>{question}</h4>
                            <PlainText text />
                        </div>
                    }
                })
                .collect::<Vec<_>>()}
            {part(words.we_do, self.we_do)}
            {part(words.we_do_not, vec![(self.we_do_not, String::new())])}
            {part(words.you_can, self.you_can)}
        }
        .into_any()
    }
}

/// A heading with its texts, each with a line below it; nothing when nothing was written.
fn part(title: &'static str, entries: Vec<(String, String)>) -> Option<AnyView> {
    let entries: Vec<_> = entries
        .into_iter()
        .filter(|(text, _)| !text.trim().is_empty())
        .map(|(text, below)| {
            let below = (!below.is_empty()).then(|| view! { <p class="soft">{below}</p> });
            view! {
                <PlainText text=text.trim().to_owned() />
                {below}
            }
        })
        .collect();
    (!entries.is_empty()).then(|| {
        view! {
            <div class="written-part">
                <h3>{title}</h3>
                {entries}
            </div>
        }
        .into_any()
    })
}
