//! A report as it is typed.

use leptos::prelude::*;
use shared::fault::{Fault, FaultCode};
use shared::ids::{CaseId, PartnerId, QuestionId};
use shared::poll::report::{Activity, ActivityLink, Finding, Measure};
use shared::time::CivilDate;
use shared::wire::admin::ReportRequest;

use crate::polls::editor::Both;

/// Something that is done.
#[derive(Clone, Copy)]
pub(super) struct MeasureDraft {
    pub(super) text: Both,
    pub(super) by_whom: RwSignal<String>,
    pub(super) by_when: RwSignal<String>,
}

/// Something that residents can do.
#[derive(Clone, Copy)]
pub(super) struct ActivityDraft {
    pub(super) text: Both,
    /// One of [`NO_LINK`], [`SITE`] and [`INITIATIVE`].
    pub(super) link: RwSignal<String>,
    pub(super) url: RwSignal<String>,
    pub(super) initiative: RwSignal<String>,
}

pub(super) const NO_LINK: &str = "none";
pub(super) const SITE: &str = "site";
pub(super) const INITIATIVE: &str = "initiative";

/// A report as it is typed.
#[derive(Clone, Copy)]
pub(crate) struct ReportDraft {
    pub(super) heard: Both,
    pub(super) we_do: RwSignal<Vec<MeasureDraft>>,
    pub(super) we_do_not: Both,
    pub(super) you_can: RwSignal<Vec<ActivityDraft>>,
    /// One for each question of the poll, mostly empty.
    pub(super) findings: RwSignal<Vec<(QuestionId, Both)>>,
    /// The editor's own organisation.
    by_whom: StoredValue<String>,
}

impl ReportDraft {
    /// One measure by the editor's own organisation and one thing to join, to begin with.
    pub(in crate::polls) fn new(by_whom: &PartnerId) -> Self {
        let draft = Self {
            heard: Both::empty(),
            we_do: RwSignal::default(),
            we_do_not: Both::empty(),
            you_can: RwSignal::default(),
            findings: RwSignal::default(),
            by_whom: StoredValue::new(by_whom.to_string()),
        };
        draft.add_measure();
        draft.add_activity();
        draft
    }

    pub(super) fn add_measure(&self) {
        let measure = MeasureDraft {
            text: Both::empty(),
            by_whom: RwSignal::new(self.by_whom.get_value()),
            by_when: RwSignal::new(String::new()),
        };
        self.we_do.update(|measures| measures.push(measure));
    }

    pub(super) fn add_activity(&self) {
        let activity = ActivityDraft {
            text: Both::empty(),
            link: RwSignal::new(NO_LINK.to_owned()),
            url: RwSignal::new(String::new()),
            initiative: RwSignal::new(String::new()),
        };
        self.you_can.update(|activities| activities.push(activity));
    }

    /// Makes room for what was heard at each question, once.
    pub(super) fn know_questions(&self, questions: impl Iterator<Item = QuestionId>) {
        if self.findings.with_untracked(Vec::is_empty) {
            self.findings.set(questions.map(|id| (id, Both::empty())).collect());
        }
    }

    /// Puts what a resident wrote, as the editor left it, under what was heard.
    pub(in crate::polls) fn quote(&self, text: &str) {
        self.heard.nl.update(|heard| {
            let before = heard.trim_end().to_owned();
            let space = if before.is_empty() { "" } else { "\n\n" };
            *heard = format!("{before}{space}“{}”", text.trim());
        });
    }

    pub(crate) fn holds_text(&self) -> bool {
        let measures = self.we_do.get_untracked().into_iter().map(|measure| measure.text);
        let activities = self.you_can.get_untracked().into_iter().map(|activity| activity.text);
        let findings = self.findings.get_untracked().into_iter().map(|(_, text)| text);
        let mut texts = [self.heard, self.we_do_not].into_iter().chain(measures).chain(activities).chain(findings);
        !texts.all(|text| text.is_empty())
    }

    /// What is sent, or every field at fault. Whether a text says something is the server's to judge too.
    pub(super) fn read(
        &self,
        version: u64,
        partners: &[PartnerId],
        today: CivilDate,
    ) -> Result<ReportRequest, Vec<Fault>> {
        let mut faults = Vec::new();
        // In the order of the page, which is the order of the summary.
        let heard = self.heard.read("heard", &mut faults);
        let findings = self.findings.get_untracked().into_iter();
        let questions = findings
            .filter(|(_, text)| !text.is_empty())
            .map(|(question_id, text)| {
                let text = text.read(&finding_field(&question_id), &mut faults);
                Finding { question_id, text }
            })
            .collect();
        let we_do = self.we_do.get_untracked().into_iter().enumerate();
        let we_do = we_do.filter_map(|(place, measure)| measure.read(place, partners, today, &mut faults)).collect();
        let we_do_not = self.we_do_not.read_optional("weDoNot", &mut faults);
        let you_can = self.you_can.get_untracked().into_iter().enumerate();
        let you_can: Vec<Activity> =
            you_can.filter_map(|(place, activity)| activity.read(place, &mut faults)).collect();
        if self.you_can.with_untracked(Vec::is_empty) {
            faults.push(Fault::new("youCan", FaultCode::TooFew { min: 1 }));
        }
        let request = ReportRequest { version, heard, we_do, we_do_not, you_can, questions };
        if faults.is_empty() { Ok(request) } else { Err(faults) }
    }
}

/// The field of what was heard at a question. Its place in the request depends on what is filled in; its name does
/// not.
pub(super) fn finding_field(id: &QuestionId) -> String {
    format!("finding.{id}")
}

impl MeasureDraft {
    fn read(&self, place: usize, partners: &[PartnerId], today: CivilDate, faults: &mut Vec<Fault>) -> Option<Measure> {
        let path = format!("weDo.{place}");
        let text = self.text.read(&format!("{path}.text"), faults);
        let by_when = match self.by_when.get_untracked().as_str() {
            "" => None,
            typed => {
                let day = typed.parse::<CivilDate>().ok().filter(|day| today.days_until(*day) > 0);
                if day.is_none() {
                    faults.push(Fault::new(format!("{path}.byWhen"), FaultCode::NotInTheFuture));
                }
                day
            }
        };
        let by_whom = self.by_whom.with_untracked(|id| PartnerId::parse(id).ok()).filter(|id| partners.contains(id));
        if by_whom.is_none() {
            faults.push(Fault::new(format!("{path}.byWhom"), FaultCode::ChoiceRequired));
        }
        Some(Measure { text, by_whom: by_whom?, by_when })
    }
}

impl ActivityDraft {
    fn read(&self, place: usize, faults: &mut Vec<Fault>) -> Option<Activity> {
        let path = format!("youCan.{place}");
        let text = self.text.read(&format!("{path}.text"), faults);
        let link = match self.link.get_untracked().as_str() {
            SITE => Some(ActivityLink::Site { url: self.url.get_untracked().trim().to_owned() }),
            INITIATIVE => {
                let id = self.initiative.with_untracked(|id| CaseId::parse(id).ok());
                if id.is_none() {
                    faults.push(Fault::new(format!("{path}.link.id"), FaultCode::ChoiceRequired));
                }
                Some(ActivityLink::Initiative { id: id? })
            }
            _ => None,
        };
        if let Some(ActivityLink::Site { url }) = &link
            && !shared::poll::report::is_web_address(url)
        {
            faults.push(Fault::new(format!("{path}.link.url"), FaultCode::NotAWebAddress));
        }
        Some(Activity { text, link })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> PartnerId {
        PartnerId::parse("team").unwrap()
    }

    #[test]
    fn the_texts_are_required_and_what_is_not_done_is_not() {
        Owner::new().with(|| {
            let draft = ReportDraft::new(&own());
            draft.know_questions(["a", "b"].into_iter().map(|id| QuestionId::parse(id).unwrap()));
            let today = "2026-11-22".parse().unwrap();
            let fields = || -> Vec<String> {
                let faults = draft.read(1, &[own()], today).unwrap_err();
                faults.into_iter().map(|fault| fault.field).collect()
            };
            assert_eq!(fields(), ["heard.nl", "weDo.0.text.nl", "youCan.0.text.nl"]);
            let (measure, activity) = (draft.we_do.get_untracked()[0], draft.you_can.get_untracked()[0]);
            for text in [draft.heard, measure.text, activity.text] {
                text.nl.set("Een hele zin.".into());
            }
            measure.by_when.set("2026-11-22".into());
            draft.we_do_not.en.set("Only English".into());
            activity.link.set(SITE.into());
            activity.url.set("voorbeeld.nl".into());
            draft.findings.get_untracked()[1].1.en.set("Only English".into());
            assert_eq!(fields(), ["finding.b.nl", "weDo.0.byWhen", "weDoNot.nl", "youCan.0.link.url"]);
            measure.by_when.set(String::new());
            draft.we_do_not.en.set(String::new());
            draft.findings.get_untracked()[1].1.nl.set("Ook Nederlands".into());
            activity.link.set(INITIATIVE.into());
            assert_eq!(fields(), ["youCan.0.link.id"]);
            activity.initiative.set("0".repeat(26));
            let request = draft.read(1, &[own()], today).unwrap();
            assert_eq!((request.we_do_not, request.we_do[0].by_when, &request.we_do[0].by_whom), (None, None, &own()));
            assert_eq!(request.questions[0].question_id.as_str(), "b");
            draft.you_can.set(Vec::new());
            assert_eq!(fields(), ["youCan"]);
        });
    }

    #[test]
    fn a_quote_stands_under_what_was_heard_as_a_paragraph_of_its_own() {
        Owner::new().with(|| {
            let draft = ReportDraft::new(&own());
            draft.quote(" Meer licht. ");
            draft.quote("Minder lawaai.");
            assert_eq!(draft.heard.nl.get_untracked(), "“Meer licht.”\n\n“Minder lawaai.”");
        });
    }
}
