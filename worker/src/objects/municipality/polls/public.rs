//! What the public may see of polls: part of the snapshot, and the views made from it.

use serde::{Deserialize, Serialize};
use shared::{
    area::Area,
    ids::{BallotId, PollId, Slug},
    partner::Partner,
    poll::{
        FrozenPoll, Poll, PollLife, PollStatus, Report, ResultsVisible, ShortCode,
        correction::Correction,
        report::{Activity, ActivityLink, Measure},
    },
    tally::{
        Published,
        represent::{Compared, compare},
    },
    text::Language,
    time::{CivilDate, Instant},
    wire::public::{ActivityLinkView, ActivityView, FindingView, MeasureView, PollSummary, PollView, ReportView},
};

use super::box_name;
use crate::{
    objects::municipality::{cases::PublicCases, residents},
    operation::Context,
    refusal::Refusal,
    store::{
        self,
        municipality::{self, Which},
        poll::StoredPoll,
    },
};

/// Polls that are or were open, in every language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PublicPolls(Vec<PublicPoll>);

/// One poll. Whether it is open now follows from its life and the clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicPoll {
    pub poll: Poll,
    serial: u32,
    /// The names of its areas, which may have been retired since.
    areas: Vec<String>,
    corrections: Vec<Correction>,
    pub life: PollLife,
    pub frozen: FrozenPoll,
    /// The newest set, when it may be seen.
    pub results: Option<Published>,
    #[serde(default)]
    compared: Vec<Compared>,
    pub report: Option<PublicReport>,
}

/// A report with what it names: partners, which may be retired since, and the initiatives that can still be seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicReport {
    pub report: Report,
    partners: Vec<Partner>,
    initiatives: Vec<ActivityLinkView>,
}

pub fn public(context: &mut Context<'_>, cases: &PublicCases) -> Result<PublicPolls, Refusal> {
    let mut polls = Vec::new();
    let areas = municipality::areas(context.sql, Which::All)?;
    for stored in store::poll::all(context.sql)? {
        let is_final = stored.life.is_counted();
        if !is_final && !matches!(stored.life, PollLife::Open { .. } | PollLife::Closing { .. }) {
            continue;
        }
        let Some(frozen) = &stored.frozen else { continue };
        let visible = match stored.poll.results_visible {
            ResultsVisible::AfterClosing => is_final,
            ResultsVisible::AfterAnswering => true,
            ResultsVisible::WithReport => matches!(stored.life, PollLife::Reported { .. }),
        };
        let results = if visible { shown(context, &stored)? } else { None };
        let report = stored.report.map(|report| PublicReport::with_names(context, report, cases)).transpose()?;
        let frozen = serde_json::from_str(&frozen.bytes)?;
        let population = residents::population(context, &stored.poll)?;
        let compared = results.as_ref().zip(population).map(|(set, population)| compare(set, &population));
        let named = |id| areas.iter().find(|area| &area.id == id).map(|area| area.name.clone());
        let areas = stored.poll.area_ids.iter().filter_map(named).collect();
        let mut poll = stored.poll;
        let mut corrections = Vec::new();
        for corrected in store::poll::corrections(context.sql, &poll.id)? {
            poll = corrected.poll;
            corrections.push(corrected.correction);
        }
        polls.push(PublicPoll {
            poll,
            serial: stored.serial,
            areas,
            corrections,
            life: stored.life,
            frozen,
            results,
            compared: compared.unwrap_or_default(),
            report,
        });
    }
    Ok(PublicPolls(polls))
}

/// The set that stands beside the report; the newest while there is none, or an old report that names none.
fn shown(context: &Context<'_>, stored: &StoredPoll) -> Result<Option<Published>, Refusal> {
    match stored.report.as_ref().and_then(|report| report.figures) {
        Some(number) => Ok(store::poll::published_set(context.sql, &stored.poll.id, number)?),
        None => Ok(store::poll::newest(context.sql, &stored.poll.id)?),
    }
}

impl PublicPolls {
    pub fn find(&self, id: &PollId) -> Option<&PublicPoll> {
        self.0.iter().find(|poll| &poll.poll.id == id)
    }

    /// The poll with this short code.
    pub fn by_code(&self, code: ShortCode) -> Option<&PollId> {
        self.0.iter().find(|poll| poll.serial == code.serial()).map(|poll| &poll.poll.id)
    }

    /// Open polls first, the one that closes soonest on top; then those whose report is awaited, the one that is due
    /// soonest on top; then the others, closed last on top.
    pub fn list(&self, language: Language, now: Instant) -> Vec<PollSummary> {
        let mut list: Vec<PollSummary> = self.0.iter().filter_map(|poll| poll.summary(language, now)).collect();
        list.sort_by_key(|poll| {
            let closes = poll.closes_at.milliseconds();
            match (poll.status, poll.report_due) {
                (PollStatus::Open, _) => (0, closes),
                (_, Some(due)) => (1, due.ends_at().milliseconds()),
                _ => (2, closes.saturating_neg()),
            }
        });
        list
    }
}

impl PublicPoll {
    /// The name of the box that a ballot belongs in.
    pub fn box_of(&self, municipality: &Slug, ballot: &BallotId) -> String {
        box_name(municipality.as_str(), &self.poll.id, self.frozen.box_of(ballot))
    }

    pub fn status(&self, now: Instant) -> PollStatus {
        self.life.status(now)
    }

    /// By when the report is due; known once the poll has closed.
    pub fn report_due(&self) -> Option<CivilDate> {
        self.life.report_due()
    }

    fn summary(&self, language: Language, now: Instant) -> Option<PollSummary> {
        Some(PollSummary {
            id: self.poll.id.clone(),
            title: self.poll.in_language(language).title,
            status: self.status(now),
            questions: self.poll.steps_asked(),
            areas: self.areas.clone(),
            closes_at: self.life.term()?.closes_at,
            report_due: self.life.report_due(),
            report_overdue: self.life.report_overdue(now),
        })
    }

    /// `areas` are all that the municipality has or had.
    pub fn view(&self, language: Language, now: Instant, areas: &[Area]) -> Option<PollView> {
        let term = self.life.term()?;
        Some(PollView {
            poll: self.poll.in_language(language),
            code: ShortCode::of(self.serial).to_string(),
            areas: self.areas.clone(),
            named_areas: self.frozen.named_areas(areas),
            status: self.status(now),
            opens_at: term.opens_at,
            closes_at: term.closes_at,
            report_due: self.life.report_due(),
            report_overdue: self.life.report_overdue(now),
            results: self.results.clone(),
            compared: self.compared.clone(),
            report: self.report.as_ref().map(|report| report.view(language)),
            corrections: self.corrections.iter().map(|one| one.in_language(language)).collect(),
        })
    }
}

impl PublicReport {
    fn with_names(context: &Context<'_>, report: Report, cases: &PublicCases) -> Result<Self, Refusal> {
        let mut partners = municipality::partners(context.sql, Which::All)?;
        partners.retain(|partner| report.we_do.iter().any(|measure| measure.by_whom == partner.id));
        let named = report.you_can.iter().filter_map(|activity| match &activity.link {
            Some(ActivityLink::Initiative { id }) => Some(id),
            _ => None,
        });
        let initiatives = named
            .filter_map(|id| cases.initiatives.iter().find(|initiative| &initiative.id == id))
            .map(|initiative| {
                let summary = initiative.summary(Language::Nl);
                ActivityLinkView::Initiative { id: summary.id, title: summary.title, language: summary.language }
            })
            .collect();
        Ok(Self { report, partners, initiatives })
    }

    fn view(&self, language: Language) -> ReportView {
        let Report { published_on, heard, we_do, we_do_not, you_can, questions, figures: _ } = &self.report;
        ReportView {
            published_on: *published_on,
            heard: heard.in_language(language),
            we_do: we_do.iter().map(|measure| self.measure(measure, language)).collect(),
            we_do_not: we_do_not.as_ref().map(|text| text.in_language(language)),
            you_can: you_can.iter().map(|activity| self.activity(activity, language)).collect(),
            questions: questions
                .iter()
                .map(|finding| FindingView {
                    question_id: finding.question_id.clone(),
                    text: finding.text.in_language(language),
                })
                .collect(),
        }
    }

    fn measure(&self, measure: &Measure, language: Language) -> MeasureView {
        let partner = self.partners.iter().find(|partner| partner.id == measure.by_whom);
        MeasureView {
            text: measure.text.in_language(language),
            by_whom: partner.map_or_else(|| measure.by_whom.to_string(), |partner| partner.public_name(language)),
            by_when: measure.by_when,
        }
    }

    /// An initiative that can no longer be seen leaves its text behind, without a link.
    fn activity(&self, activity: &Activity, language: Language) -> ActivityView {
        let link = activity.link.as_ref().and_then(|link| match link {
            ActivityLink::Site { url } => Some(ActivityLinkView::Site { url: url.clone() }),
            ActivityLink::Initiative { id: named } => self
                .initiatives
                .iter()
                .find(|view| matches!(view, ActivityLinkView::Initiative { id, .. } if id == named))
                .cloned(),
        });
        ActivityView { text: activity.text.in_language(language), link }
    }
}
