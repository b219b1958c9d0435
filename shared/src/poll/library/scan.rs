//! The scan: five questions whose answers place an area on the scale *los zand – beginnend netwerk – groep*.
//!
//! Every answer is worth 0, 1 or 2 points; who gives no opinion is left out of that question. The score of an area is
//! the sum over the five questions of the mean number of points, so from 0 to 10. Below
//! [`Scoring::beginning_network_from`] an area is *los zand*, from [`Scoring::group_from`] on a *groep*, between them
//! a *beginnend netwerk*. The borders are ours and not validated: the outcome helps officials to judge,
//! it replaces no judgement, and it is never shown to residents.
//!
//! It is computed from published figures alone. An area of which any count is hidden gets no score: a score could
//! give the count away.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::area::NetworkLevel;
use crate::ids::{AreaId, OptionId, QuestionId};
use crate::poll::{Poll, Question, QuestionKind};
use crate::tally::{AreaFigures, MIN_GROUP, Published, QuestionFigures, Row};

/// How the answers to a scan are counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scoring {
    /// Points of every answer that is an opinion, from 0 to 2.
    pub points: BTreeMap<QuestionId, BTreeMap<OptionId, u8>>,
    /// The lowest score of a *beginnend netwerk*.
    pub beginning_network_from: f64,
    /// The lowest score of a *groep*.
    pub group_from: f64,
}

/// Where an area stands according to the scan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Placement {
    /// None is everybody who answered.
    pub area_id: Option<AreaId>,
    /// From 0 to 10.
    pub score: f64,
    pub level: NetworkLevel,
    /// Opinions given to the question that got the fewest.
    pub answers: u32,
}

/// Whether a poll may be the scan: worth looking closer.
pub fn may_be_scan(poll: &Poll) -> bool {
    poll.questions.iter().any(|question| question.id.as_str().starts_with(PREFIX))
}

/// How the ids of the scan's questions begin.
const PREFIX: &str = "netwerk-";

impl Scoring {
    /// Where everybody and each area stands; nobody anywhere when the poll is another one.
    pub fn placements(&self, poll: &Poll, published: &Published) -> Vec<Placement> {
        let figures = std::iter::once(&published.total).chain(&published.areas).filter(|_| self.fits(poll));
        figures.filter_map(|area| self.place(area)).collect()
    }

    /// Whether the poll still asks every question of the scan with the same answers.
    fn fits(&self, poll: &Poll) -> bool {
        self.points.iter().all(|(id, points)| {
            let asked = poll.questions.iter().find(|question| &question.id == id);
            asked.and_then(opinions).is_some_and(|options| options.iter().copied().eq(points.keys()))
        })
    }

    fn place(&self, figures: &AreaFigures) -> Option<Placement> {
        let mut placement = Placement {
            area_id: figures.area_id.clone(),
            score: 0.0,
            level: NetworkLevel::LooseSand,
            answers: u32::MAX,
        };
        for (id, points) in &self.points {
            let question = figures.questions.iter().find(|question| &question.question_id == id)?;
            let (mean, answers) = mean(question, points)?;
            placement.score += mean;
            placement.answers = placement.answers.min(answers);
        }
        placement.level = self.level(placement.score);
        (placement.answers >= MIN_GROUP).then_some(placement)
    }

    /// The level that a score stands for.
    pub fn level(&self, score: f64) -> NetworkLevel {
        if score >= self.group_from {
            NetworkLevel::Group
        } else if score >= self.beginning_network_from {
            NetworkLevel::BeginningNetwork
        } else {
            NetworkLevel::LooseSand
        }
    }
}

/// The ids of the answers that are an opinion, in the order of their ids.
fn opinions(question: &Question) -> Option<Vec<&OptionId>> {
    let QuestionKind::OneChoice { options } = &question.kind else { return None };
    let mut ids: Vec<_> = options.iter().filter(|option| !option.no_opinion).map(|option| &option.id).collect();
    ids.sort_unstable();
    Some(ids)
}

/// The mean number of points, and over how many answers; `None` when a count is hidden or nobody gave an opinion.
fn mean(question: &QuestionFigures, points: &BTreeMap<OptionId, u8>) -> Option<(f64, u32)> {
    let (mut sum, mut answers) = (0_u32, 0_u32);
    for (option, points) in points {
        let figure = question.figures.iter().find(|figure| matches!(&figure.row, Row::Option(id) if id == option))?;
        let count = figure.count?;
        sum = sum.saturating_add(count.saturating_mul(u32::from(*points)));
        answers = answers.saturating_add(count);
    }
    (answers > 0).then(|| (f64::from(sum) / f64::from(answers), answers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PollId;
    use crate::poll::library::Shape;
    use crate::tally::Figure;

    fn scan() -> (Poll, Scoring) {
        let scan = super::super::tests::library().into_iter().find(|template| template.shape == Shape::Scan).unwrap();
        let scoring = scan.scoring.clone().unwrap();
        (scan.into_poll(PollId::parse("scan").unwrap()), scoring)
    }

    /// Figures in which as many people chose the answer worth 0, 1 and 2 points to every question.
    fn figures(scoring: &Scoring, counts: [Option<u32>; 3]) -> AreaFigures {
        let questions = scoring.points.iter().map(|(id, points)| QuestionFigures {
            question_id: id.clone(),
            part: None,
            answered: None,
            figures: points
                .iter()
                .map(|(option, points)| Figure {
                    row: Row::Option(option.clone()),
                    count: counts[usize::from(*points)],
                    share: None,
                })
                .collect(),
            mean: None,
        });
        AreaFigures { area_id: None, ballots: None, questions: questions.collect() }
    }

    #[test]
    fn the_scan_has_five_questions_and_points_for_every_opinion() {
        let (poll, scoring) = scan();
        assert_eq!((poll.questions.len(), scoring.points.len()), (5, 5));
        assert!(scoring.fits(&poll) && may_be_scan(&poll));
        for points in scoring.points.values() {
            let mut worth: Vec<u8> = points.values().copied().collect();
            worth.sort_unstable();
            assert_eq!(worth, [0, 1, 2]);
        }
        assert!(0.0 < scoring.beginning_network_from && scoring.beginning_network_from < scoring.group_from);
        assert!(scoring.group_from < 10.0);
    }

    #[test]
    fn an_area_is_placed_by_the_sum_of_the_means() {
        let (_, scoring) = scan();
        for (counts, score, level) in [
            ([30, 0, 0], 0.0, NetworkLevel::LooseSand),
            ([0, 0, 30], 10.0, NetworkLevel::Group),
            ([10, 10, 10], 5.0, NetworkLevel::BeginningNetwork),
            // By hand: (10 × 1 + 15 × 2) / 40 = 1 for each of five questions, 5 in all.
            ([15, 10, 15], 5.0, NetworkLevel::BeginningNetwork),
            // (20 × 1 + 20 × 2) / 40 = 1.5 for each question, 7.5 in all.
            ([0, 20, 20], 7.5, NetworkLevel::Group),
            // 20 / 40 = 0.5 for each question, 2.5 in all.
            ([20, 20, 0], 2.5, NetworkLevel::LooseSand),
        ] {
            let placed = scoring.place(&figures(&scoring, counts.map(Some))).unwrap();
            assert!((placed.score - score).abs() < 1e-9, "{counts:?} gives {}", placed.score);
            assert_eq!((placed.level, placed.answers), (level, counts.iter().sum()));
        }
    }

    #[test]
    fn a_hidden_count_or_a_small_group_gives_no_place() {
        let (_, scoring) = scan();
        assert_eq!(scoring.place(&figures(&scoring, [None, Some(20), Some(20)])), None);
        assert_eq!(scoring.place(&figures(&scoring, [Some(3), Some(3), Some(3)])), None);
        assert_eq!(scoring.place(&figures(&scoring, [Some(0), Some(0), Some(0)])), None);
    }

    #[test]
    fn a_scan_whose_answers_were_changed_is_not_counted() {
        let (mut poll, scoring) = scan();
        let QuestionKind::OneChoice { options } = &mut poll.questions[0].kind else { panic!("another kind") };
        options.remove(0);
        assert!(!scoring.fits(&poll));
        poll.questions.remove(0);
        assert!(!scoring.fits(&poll));
    }
}
