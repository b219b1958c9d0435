//! Which questions measure cohesion and willingness to act, and what they found in an area.
//!
//! Only polls that are over are looked at, and of those only the last published set: what is hidden there is hidden
//! here.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use shared::{
    area::Area,
    area_care::measure::{Measure, measurable},
    fault::FaultCode,
    ids::{OptionId, PollId, QuestionId},
    wire::areas::{MeasurablePoll, MeasurableQuestion, MeasureRequest, MeasuredFigure, MeasuresView},
};

use super::super::sessions::SignedInOfficial;
use crate::{
    objects::ObjectClass,
    operation::{Access, Context, Operation},
    refusal::Refusal,
    store::{
        self,
        area_care::{self, Mark},
        audit::{self, Doer},
        poll::StoredPoll,
    },
};

/// Reads what can measure and what is marked.
#[derive(Debug, Serialize, Deserialize)]
pub struct ReadMeasures {}

impl Operation for ReadMeasures {
    type Reply = MeasuresView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "read-measures";
    const ACCESS: Access = Access::Reads;

    fn run(self, context: &mut Context<'_>) -> Result<MeasuresView, Refusal> {
        view(context)
    }
}

/// Marks a question, or takes its mark away.
#[derive(Debug, Serialize, Deserialize)]
pub struct MarkMeasure {
    pub official: SignedInOfficial,
    pub poll_id: PollId,
    pub question_id: QuestionId,
    pub request: MeasureRequest,
}

impl Operation for MarkMeasure {
    type Reply = MeasuresView;
    const OBJECT: ObjectClass = ObjectClass::Municipality;
    const NAME: &'static str = "mark-measure";
    const ACCESS: Access = Access::Writes;

    fn run(self, context: &mut Context<'_>) -> Result<MeasuresView, Refusal> {
        let Self { official, poll_id, question_id, request } = self;
        mark(context, &poll_id, (&question_id, request.about.as_ref()), request.measure)?;
        audit::record(context, &Doer::Official(&official.id), "poll.measure", &format!("poll:{poll_id}"))?;
        view(context)
    }
}

/// Marks what is there to be marked, in a poll that is over.
pub(super) fn mark(
    context: &Context<'_>,
    poll: &PollId,
    (question, about): (&QuestionId, Option<&OptionId>),
    measure: Option<Measure>,
) -> Result<(), Refusal> {
    let stored = store::poll::find(context.sql, poll)?;
    let stored = stored.filter(|stored| stored.life.is_counted()).ok_or(Refusal::NotFound)?;
    let mut all = measurable(&stored.poll);
    all.retain(|one| &one.question_id == question);
    if all.is_empty() {
        return Err(Refusal::NotFound);
    }
    if !all.iter().any(|one| one.about.as_ref() == about) {
        return Err(Refusal::invalid("about", FaultCode::Unknown));
    }
    Ok(area_care::mark(context.sql, poll, (question, about), measure)?)
}

/// Polls that are over, the one that closed last first.
fn over(context: &Context<'_>) -> Result<Vec<StoredPoll>, Refusal> {
    let mut polls = store::poll::all(context.sql)?;
    polls.retain(|stored| stored.life.is_counted());
    polls.sort_by_key(|stored| std::cmp::Reverse(stored.life.term().map(|term| term.closes_at)));
    Ok(polls)
}

fn view(context: &Context<'_>) -> Result<MeasuresView, Refusal> {
    let marks = area_care::marks(context.sql)?;
    let polls = over(context)?.into_iter().filter_map(|stored| {
        let questions: Vec<_> = measurable(&stored.poll)
            .into_iter()
            .map(|one| MeasurableQuestion {
                measure: marks
                    .iter()
                    .find(|mark| {
                        mark.poll_id == stored.poll.id && mark.question_id == one.question_id && mark.about == one.about
                    })
                    .map(|mark| mark.measure),
                question_id: one.question_id,
                about: one.about,
                question: one.question,
                words: one.words,
                kind: one.kind,
            })
            .collect();
        let poll = MeasurablePoll { poll_id: stored.poll.id, title: stored.poll.title, questions };
        (!poll.questions.is_empty()).then_some(poll)
    });
    Ok(MeasuresView { polls: polls.collect() })
}

/// What the marked questions found in this area, the newest first.
pub(super) fn figures(context: &Context<'_>, area: &Area) -> Result<Vec<MeasuredFigure>, Refusal> {
    let mut by_poll: BTreeMap<PollId, BTreeSet<Mark>> = BTreeMap::new();
    for mark in area_care::marks(context.sql)? {
        by_poll.entry(mark.poll_id.clone()).or_default().insert(mark);
    }
    let mut found = Vec::new();
    for (id, marks) in by_poll {
        let Some(stored) = store::poll::find(context.sql, &id)? else { continue };
        let Some(set) = store::poll::newest(context.sql, &id)? else { continue };
        let Some(here) = set.areas.iter().find(|figures| figures.area_id.as_ref() == Some(&area.id)) else { continue };
        for one in measurable(&stored.poll) {
            let mark = marks.iter().find(|mark| mark.question_id == one.question_id && mark.about == one.about);
            let (Some(mark), Some((estimate, answers))) = (mark, one.figure(here)) else { continue };
            found.push(MeasuredFigure {
                measure: mark.measure,
                on: set.on,
                poll_id: id.clone(),
                poll: stored.poll.title.clone(),
                here: estimate,
                answers,
                everybody: one.figure(&set.total).map(|(estimate, _)| estimate),
                question: one.question,
                words: one.words,
                kind: one.kind,
            });
        }
    }
    found.sort_by_key(|figure| std::cmp::Reverse(figure.on));
    Ok(found)
}
