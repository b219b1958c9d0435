//! Making and changing a poll, and looking at it.

use serde::{Deserialize, Serialize};
use shared::{
    area::Area,
    fault::FaultCode,
    ids::{AreaId, OfficialId, PollId},
    poll::{FrozenPoll, Poll, PollLife, Report, ShortCode},
    text::Language,
    wire::admin::{NamedInitiative, PollDetail, PollList, PollOverview, ReportRequest},
};

use super::{correct, find, find_version, put_changed, wake, written};
use crate::{
    library,
    objects::{
        ObjectClass,
        municipality::{cases, residents},
    },
    operation::{Access, Context, Operation},
    refusal::{Code, Refusal},
    store::{
        self,
        job::{self, JobKind},
        municipality::{self, Which},
        poll::StoredPoll,
    },
};

/// Makes a draft (version 0), or changes a poll that has not opened.
#[derive(Debug, Serialize, Deserialize)]
pub struct SavePoll {
    pub by: OfficialId,
    pub version: u64,
    pub poll: Box<Poll>,
}

impl Operation for SavePoll {
    type Reply = Box<PollDetail>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "save-poll";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Self::Reply, Refusal> {
        let poll = read(context, &self.poll)?;
        if self.version == 0 {
            return match store::poll::find(context.sql, &poll.id)? {
                None => {
                    let mut draft = StoredPoll::draft(poll, store::poll::next_serial(context.sql)?, context.now);
                    // The version that is stored is the first.
                    draft.version = 0;
                    let stored = put_changed(context, draft, &self.by, "poll.make")?;
                    detail(context, stored).map(Box::new)
                }
                // Sent twice, because the first answer did not arrive.
                Some(stored) if stored.version == 1 && stored.poll == poll => detail(context, stored).map(Box::new),
                Some(_) => Err(Refusal::invalid("id", FaultCode::Duplicate)),
            };
        }
        let mut stored = find_version(context, &poll.id, self.version)?;
        if !stored.life.may_be_edited() {
            return Err(Refusal::conflict(Code::PollFrozen));
        }
        stored.poll = poll;
        let stored = put_changed(context, stored, &self.by, "poll.save")?;
        detail(context, stored).map(Box::new)
    }
}

/// Checks a poll against what it refers to.
pub(super) fn read(context: &Context<'_>, poll: &Poll) -> Result<Poll, Refusal> {
    super::settings(context)?;
    let topics = municipality::topics(context.sql, Which::Current)?;
    let areas = municipality::areas(context.sql, Which::Current)?;
    Ok(poll.read(&topics, &areas)?)
}

/// All polls, for officials.
#[derive(Debug, Serialize, Deserialize)]
pub struct ListPolls {}

impl Operation for ListPolls {
    type Reply = PollList;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "list-polls";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<PollList, Refusal> {
        let polls = store::poll::all(context.sql)?;
        let polls = polls.iter().map(|stored| overview(stored, context)).collect::<Result<_, _>>()?;
        Ok(PollList { polls })
    }
}

/// One poll, for officials. Looking at an open one has its ballots counted now, for the next look.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadPoll {
    pub id: PollId,
}

impl Operation for ReadPoll {
    type Reply = Box<PollDetail>;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-poll";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<Box<PollDetail>, Refusal> {
        let stored = find(context, &self.id)?;
        let waking = matches!(stored.life, PollLife::Open { .. }).then(|| stored.clone());
        let detail = detail(context, stored)?;
        // After the time of the next count has been read.
        if let Some(stored) = waking {
            wake(context, &stored, context.now)?;
        }
        Ok(Box::new(detail))
    }
}

/// A poll as officials see it.
pub(super) fn detail(context: &mut Context<'_>, stored: StoredPoll) -> Result<PollDetail, Refusal> {
    // Only a report that is still to be written can lead to one.
    let writes_report = matches!(stored.life, PollLife::Closed { .. });
    let initiatives = if writes_report { named_initiatives(context)? } else { Vec::new() };
    let poll = correct::shown(context, &stored)?;
    let corrections = store::poll::corrections(context.sql, &stored.poll.id)?;
    let corrections = corrections.into_iter().map(|corrected| corrected.correction).collect();
    let may_see = stored.poll.shows_officials(&stored.life);
    let results = if may_see { store::poll::newest(context.sql, &stored.poll.id)? } else { None };
    let (named_areas, areas_to_name) = areas(context, &stored)?;
    let placements =
        results.as_ref().map(|set| library::placements(&stored.poll, set)).transpose()?.unwrap_or_default();
    Ok(PollDetail {
        population: residents::population(context, &stored.poll)?,
        overview: PollOverview { title: poll.title.clone(), ..overview(&stored, context)? },
        version: stored.version,
        placements,
        readable_texts: written::readable(&stored, results.as_ref()),
        results,
        channels: written::channels(&stored),
        report: stored.report.map(|report| request(report, stored.version)),
        poll,
        initiatives,
        corrections,
        named_areas,
        areas_to_name,
    })
}

/// The areas that are named in answers and figures, and which of them a respondent may name: what was frozen, and before
/// that what would be frozen now.
pub(super) fn areas(context: &Context<'_>, stored: &StoredPoll) -> Result<(Vec<Area>, Vec<AreaId>), Refusal> {
    let frozen = if let Some(frozen) = stored.read_frozen()? {
        frozen
    } else {
        let current = municipality::areas(context.sql, Which::Current)?;
        FrozenPoll::freeze(&stored.poll, &current, 1, context.now, context.now)
    };
    Ok((frozen.named_areas(&municipality::areas(context.sql, Which::All)?), frozen.area_ids))
}

fn overview(stored: &StoredPoll, context: &Context<'_>) -> Result<PollOverview, Refusal> {
    let (term, now) = (stored.life.term(), context.now);
    let next_count_at = match &stored.life {
        PollLife::Open { .. } => {
            job::due_at(context.sql, JobKind::Poll, stored.poll.id.as_str())?.filter(|next| *next > now)
        }
        _ => None,
    };
    Ok(PollOverview {
        id: stored.poll.id.clone(),
        title: stored.poll.title.clone(),
        code: ShortCode::of(stored.serial).to_string(),
        status: stored.life.status(now),
        opens_at: term.map(|term| term.opens_at),
        closes_at: term.map(|term| term.closes_at),
        ballots: stored.ballots,
        next_count_at,
        report_due: stored.life.report_due(),
        report_overdue: stored.life.report_overdue(now),
    })
}

/// A report in the shape in which it was sent.
fn request(report: Report, version: u64) -> ReportRequest {
    let Report { heard, we_do, we_do_not, you_can, questions, figures: _, published_on: _ } = report;
    ReportRequest { version, heard, we_do, we_do_not, you_can, questions }
}

/// The initiatives that everybody can see.
pub(super) fn named_initiatives(context: &mut Context<'_>) -> Result<Vec<NamedInitiative>, Refusal> {
    let cases = cases::public(context)?;
    let summaries = cases.initiatives.iter().map(|initiative| initiative.summary(Language::Nl));
    Ok(summaries.map(|summary| NamedInitiative { id: summary.id, title: summary.title }).collect())
}
