//! What the public may see of polls: part of the snapshot, and the views made from it.

use serde::{Deserialize, Serialize};
use shared::{
    ids::{BallotId, PollId, Slug},
    partner::Partner,
    poll::{FrozenPoll, Poll, PollLife, PollStatus, Report, ResultsVisible},
    tally::Published,
    text::Language,
    time::Instant,
    wire::public::{PollSummary, PollView, ReportView},
};

use super::box_name;
use crate::{
    operation::Context,
    refusal::Refusal,
    store::{
        self,
        municipality::{self, Which},
    },
};

/// Polls that are or were open, in every language.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PublicPolls(Vec<PublicPoll>);

/// One poll. Whether it is open now follows from its life and the clock.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicPoll {
    pub poll: Poll,
    pub life: PollLife,
    pub frozen: FrozenPoll,
    /// The newest set, when it may be seen.
    pub results: Option<Published>,
    pub report: Option<PublicReport>,
}

/// A report with the partner that carries it out, which may be retired since.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PublicReport {
    pub report: Report,
    pub partner: Option<Partner>,
}

pub fn public(context: &mut Context<'_>) -> Result<PublicPolls, Refusal> {
    let mut polls = Vec::new();
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
        let results = if visible { store::poll::newest(context.sql, &stored.poll.id)? } else { None };
        let report = match stored.report {
            Some(report) => {
                let partners = municipality::partners(context.sql, Which::All)?;
                let partner = partners.into_iter().find(|partner| partner.id == report.by_whom);
                Some(PublicReport { report, partner })
            }
            None => None,
        };
        let frozen = serde_json::from_str(&frozen.bytes)?;
        polls.push(PublicPoll { poll: stored.poll, life: stored.life, frozen, results, report });
    }
    Ok(PublicPolls(polls))
}

impl PublicPolls {
    pub fn find(&self, id: &PollId) -> Option<&PublicPoll> {
        self.0.iter().find(|poll| &poll.poll.id == id)
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

    fn summary(&self, language: Language, now: Instant) -> Option<PollSummary> {
        Some(PollSummary {
            id: self.poll.id.clone(),
            title: self.poll.title.in_language(language),
            status: self.status(now),
            questions: self.poll.asked(),
            closes_at: self.life.term()?.closes_at,
            report_due: self.life.report_due(),
            report_overdue: self.life.report_overdue(now),
        })
    }

    pub fn view(&self, language: Language, now: Instant) -> Option<PollView> {
        let term = self.life.term()?;
        Some(PollView {
            poll: self.poll.in_language(language),
            status: self.status(now),
            opens_at: term.opens_at,
            closes_at: term.closes_at,
            report_due: self.life.report_due(),
            report_overdue: self.life.report_overdue(now),
            results: self.results.clone(),
            report: self.report.as_ref().map(|report| report.view(language)),
        })
    }
}

impl PublicReport {
    fn view(&self, language: Language) -> ReportView {
        let Report { published_on, heard, we_do, we_do_not, you_can, by_whom, by_when } = &self.report;
        ReportView {
            published_on: *published_on,
            heard: heard.in_language(language),
            we_do: we_do.in_language(language),
            we_do_not: we_do_not.as_ref().map(|text| text.in_language(language)),
            you_can: you_can.in_language(language),
            by_whom: self.partner.as_ref().map_or_else(|| by_whom.to_string(), |partner| partner.public_name(language)),
            by_when: *by_when,
        }
    }
}
