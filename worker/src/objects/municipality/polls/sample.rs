//! Polls of an operator's sample: made as if they had been asked, answered and reported on their days.

use sha2::{Digest as _, Sha256};
use shared::{
    case::Channel,
    fault::Fault,
    ids::{BallotId, PartnerId, QuestionId},
    poll::{
        FrozenPoll, PollLife, Report,
        life::{Acknowledged, Term},
        report::{Known, Measure},
    },
    tally::{Published, RawCounts},
    time::CivilDate,
    wire::operator::{SampleBallots, SampleMeasure, SamplePoll, SampleReport},
};

use super::{super::areas, boxes, define, freeze, opening, wake};
use crate::{
    operation::Context,
    refusal::Refusal,
    store::{
        self,
        ballot::Ballot,
        job::{self, JobKind},
        municipality::{self, Which},
        poll::StoredPoll,
    },
};

/// Makes the polls of a sample. Inside the transaction of loading; areas, topics and partners are there.
///
/// A poll that is over shows its figures and its report at once; the boxes of every poll get their ballots from the
/// first job on.
pub fn load_sample(context: &mut Context<'_>, polls: &[SamplePoll]) -> Result<(), Refusal> {
    for (place, sample) in polls.iter().enumerate() {
        load(context, sample).map_err(|refusal| match refusal {
            Refusal::Invalid { faults } => {
                let inside = |fault: Fault| Fault::new(format!("sample.polls.{place}.{}", fault.field), fault.code);
                faults.into_iter().map(inside).collect::<Vec<_>>().into()
            }
            other => other,
        })?;
    }
    Ok(())
}

fn load(context: &mut Context<'_>, sample: &SamplePoll) -> Result<(), Refusal> {
    let today = context.now.dutch_date();
    let day = |days: i64| today.plus_days(days);
    let term = Term { opens_at: day(sample.opens).starts_at(), closes_at: day(sample.closes).ends_at() };
    let poll = define::read(context, &sample.poll)?;
    let serial = store::poll::next_serial(context.sql)?;
    let mut stored = StoredPoll::draft(poll, serial, term.opens_at.min(context.now));
    if term.opens_at > context.now {
        stored.life = PollLife::Planned { term };
        store::poll::put(context.sql, &stored)?;
        return wake(context, &stored, context.now);
    }
    let boxes = boxes(context)?;
    stored.life =
        PollLife::Opening { term, acknowledged: Acknowledged { boxes, by: std::collections::BTreeSet::new() } };
    freeze(context, &mut stored)?;
    let frozen = stored.read_frozen()?.ok_or_else(|| Refusal::fault("a poll that was frozen just now"))?;
    let ballots = ballots(&frozen, &sample.ballots, day(sample.opens), day(sample.closes).min(today))?;
    if term.closes_at <= context.now {
        stored.life = PollLife::Closed { term, report_due: opening::due(context, term.closes_at)? };
        store::poll::put(context.sql, &stored)?;
        let mut raw = RawCounts::default();
        for ballot in &ballots {
            raw.add_ballot(ballot.area_id.as_ref(), &ballot.answers);
        }
        stored.ballots = raw.ballots();
        let areas = municipality::areas(context.sql, Which::All)?;
        let set = Published::make(&stored.poll, Some(&areas), &raw, &[], term.closes_at.dutch_date());
        store::poll::publish(context.sql, &set)?;
        areas::note_scan(context, &stored.poll, &set)?;
        if let Some(report) = &sample.report {
            report_on(context, &mut stored, report, day)?;
        }
    }
    store::poll::put(context.sql, &stored)?;
    store::poll::put_sample(context.sql, &stored.poll.id, &ballots)?;
    Ok(job::schedule(context.sql, JobKind::Poll, stored.poll.id.as_str(), context.now)?)
}

/// Spread over the days on which the poll was open, with ids that are the same each time.
fn ballots(
    frozen: &FrozenPoll,
    sample: &[SampleBallots],
    first: CivilDate,
    last: CivilDate,
) -> Result<Vec<Ballot>, Refusal> {
    let days = first.days_until(last).max(0).saturating_add(1);
    let mut ballots = Vec::new();
    for (place, group) in sample.iter().enumerate() {
        let read = frozen.read_ballot(&group.answers, group.area_id.as_ref());
        let (answers, area_id) = read.map_err(|faults| {
            let inside = |fault: Fault| Fault::new(format!("ballots.{place}.{}", fault.field), fault.code);
            Refusal::from(faults.into_iter().map(inside).collect::<Vec<_>>())
        })?;
        for number in 0..group.count {
            let digest: [u8; 32] = Sha256::digest(format!("{}/{place}/{number}", frozen.poll.id)).into();
            let mut id = [0; 16];
            for (byte, random) in id.iter_mut().zip(digest) {
                *byte = random;
            }
            let day = i64::from(digest.last().copied().unwrap_or(0)) % days;
            ballots.push(Ballot {
                id: BallotId::from_random(id),
                answers: answers.clone(),
                area_id: area_id.clone(),
                channel: Channel::Online,
                received_on: first.plus_days(day),
            });
        }
    }
    Ok(ballots)
}

fn report_on(
    context: &Context<'_>,
    stored: &mut StoredPoll,
    sample: &SampleReport,
    day: impl Fn(i64) -> CivilDate,
) -> Result<(), Refusal> {
    let published_on = day(sample.day).min(context.now.dutch_date());
    let measure = |measure: &SampleMeasure| Measure {
        text: measure.text.clone(),
        by_whom: measure.by_whom.clone(),
        by_when: measure.by_when.map(&day),
    };
    let report = Report {
        published_on,
        figures: store::poll::newest(context.sql, &stored.poll.id)?.map(|set| set.number),
        heard: sample.heard.clone(),
        we_do: sample.we_do.iter().map(measure).collect(),
        we_do_not: sample.we_do_not.clone(),
        you_can: sample.you_can.clone(),
        questions: sample.questions.clone(),
    };
    let partners = municipality::partners(context.sql, Which::Current)?;
    let partners: Vec<PartnerId> = partners.into_iter().map(|partner| partner.id).collect();
    let questions: Vec<QuestionId> = stored.poll.questions.iter().map(|question| question.id.clone()).collect();
    let read = report.read(Known { partners: &partners, initiatives: &[], questions: &questions });
    let read = read.map_err(|faults| {
        let inside = |fault: Fault| Fault::new(format!("report.{}", fault.field), fault.code);
        Refusal::from(faults.into_iter().map(inside).collect::<Vec<_>>())
    })?;
    let moment = published_on.starts_at();
    let life = std::mem::replace(&mut stored.life, PollLife::Draft);
    stored.life = life.report(moment).map_err(|refusal| Refusal::fault(refusal.to_string()))?;
    stored.report = Some(read);
    Ok(())
}
