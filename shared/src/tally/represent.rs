//! Who answered, beside who lives there; and what the figures would be if respondents were as residents are.
//!
//! Both are computed from published counts and public numbers of residents alone, so they say nothing that is hidden.

use serde::{Deserialize, Serialize};

use super::{Estimate, Figure, Published, QuestionFigures, Row, estimate};
use crate::ids::{AreaId, OptionId, QuestionId};
use crate::poll::background::AgeBand;
use crate::poll::{Background, Poll, QuestionKind};
use crate::residents::Population;

/// Some of the residents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Group {
    /// An option of the question about age.
    Age(OptionId),
    Area(AreaId),
}

/// Whether a group answered as often as it lives there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Presence {
    /// Less often than chance explains.
    Under,
    AsExpected,
    Over,
}

/// A group among respondents and among residents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    pub group: Group,
    /// Its share of the respondents of the groups compared.
    pub respondents: Estimate,
    /// Its share of the residents of these groups, between 0 and 1.
    pub residents: f64,
    pub presence: Presence,
}

/// Groups with the number that answered, and the number of residents.
type Sizes = Vec<(Group, u32, u32)>;

/// Compares the age bands and the areas whose numbers are shown, each with the residents of the same bands or areas. A
/// group is under-represented when the interval of its share lies below its share of the residents, and the other way
/// round.
pub fn compare(set: &Published, population: &Population) -> Vec<Compared> {
    [ages(set, population), areas(set, population)].into_iter().flat_map(compare_sizes).collect()
}

fn compare_sizes(sizes: Sizes) -> Vec<Compared> {
    let answered = sizes.iter().map(|(_, count, _)| *count).fold(0, u32::saturating_add);
    let people = sizes.iter().map(|(_, _, people)| *people).fold(0, u32::saturating_add);
    // One group alone is all there is of itself.
    if sizes.len() < 2 || people == 0 {
        return Vec::new();
    }
    sizes
        .into_iter()
        // Nobody lives there, and nobody says so.
        .filter(|(_, count, own)| *count > 0 || *own > 0)
        .filter_map(|(group, count, own)| {
            let respondents = estimate::share(count, answered)?;
            let residents = f64::from(own) / f64::from(people);
            let presence = match () {
                () if respondents.high < residents => Presence::Under,
                () if respondents.low > residents => Presence::Over,
                () => Presence::AsExpected,
            };
            Some(Compared { group, respondents, residents, presence })
        })
        .collect()
}

fn ages(set: &Published, population: &Population) -> Sizes {
    let own = set.total.questions.iter().find(|line| Background::of(&line.question_id) == Some(Background::Age));
    let figures = own.map(|line| line.figures.as_slice()).unwrap_or_default();
    let shown = figures.iter().filter_map(|figure| match (&figure.row, figure.count) {
        (Row::Option(option), Some(count)) => Some((option, count)),
        _ => None,
    });
    shown
        .filter_map(|(option, count)| {
            Some((Group::Age(option.clone()), count, population.ages.of(AgeBand::of(option)?)))
        })
        .collect()
}

fn areas(set: &Published, population: &Population) -> Sizes {
    set.areas
        .iter()
        .filter_map(|area| {
            let id = area.area_id.as_ref()?;
            Some((Group::Area(id.clone()), area.ballots?, *population.areas.get(id)?))
        })
        .collect()
}

/// What respondents are made equal to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Margin {
    Age,
    Area,
}

/// Weighted shares of one question, or of one statement of a battery.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighted {
    pub rows: Vec<(Row, Estimate)>,
    /// Of numbers alone.
    pub mean: Option<Estimate>,
    /// As many answers of a random sample would be as sure as these.
    pub effective: f64,
    /// The answers that were weighted.
    pub answers: u32,
}

impl Weighted {
    /// The effective size as a whole number.
    pub fn whole_effective(&self) -> u32 {
        // At most the number of answers, and more than nought.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the answers first")]
        let whole = self.effective.round().clamp(0.0, f64::from(self.answers)) as u32;
        whole
    }
}

/// Post-stratified shares (D. Holt and T.M.F. Smith, Journal of the Royal Statistical Society A 142 (1979), 33–46): of
/// each group its own share, times its share of the residents. The effective sample size is that of L. Kish, Journal of
/// Official Statistics 8 (1992), 183–200: the square of the sum of all weights, over the sum of their squares. The
/// interval is Wilson's for that size (N. Dean and M. Pagano, Journal of Survey Statistics and Methodology 3 (2015),
/// 484–503); that of a mean is Student's for it.
///
/// `part` is the statement of a battery. A ranking has no weighted shares: its places are not shown by group.
///
/// None where a group with residents shows nothing of the question: its weight would fall to others. By age and area
/// at once is not possible, because nothing is published by both.
pub fn weigh<T>(
    poll: &Poll<T>,
    set: &Published,
    population: &Population,
    margin: Margin,
    (question, part): Asked<'_>,
) -> Option<Weighted> {
    let asked = poll.questions.iter().find(|asked| &asked.id == question)?;
    if asked.condition.is_some() {
        return None;
    }
    let rows = match (&asked.kind, part) {
        (QuestionKind::Battery { .. }, Some(_)) => asked.kind.part_rows(),
        (QuestionKind::OneChoice { .. } | QuestionKind::Scale { .. } | QuestionKind::SeveralChoices { .. }, None) => {
            asked.kind.rows()
        }
        _ => return None,
    };
    let several = matches!(asked.kind, QuestionKind::SeveralChoices { .. });
    let (none, opinions): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, no_opinion)| *no_opinion);
    let groups = match margin {
        Margin::Age => by_age(set, population, (question, part))?,
        Margin::Area => by_area(set, population, (question, part))?,
    };
    let people = f64::from(groups.iter().map(|(_, people)| *people).fold(0, u32::saturating_add));
    let mut shares = vec![0.0; opinions.len()];
    let (mut spread, mut answers) = (0.0, 0_u32);
    for (line, own) in &groups {
        let counts = |rows: &[(Row, bool)]| -> Option<Vec<u32>> {
            rows.iter().map(|(row, _)| count(&line.figures, row)).collect()
        };
        let given = counts(&opinions)?;
        let sum = |counts: Vec<u32>| counts.into_iter().fold(0, u32::saturating_add);
        // Who may choose several is counted once.
        let size = if several { line.answered?.checked_sub(sum(counts(&none)?))? } else { sum(given.clone()) };
        if size == 0 {
            return None;
        }
        let weight = f64::from(*own) / people;
        for (share, count) in shares.iter_mut().zip(&given) {
            *share += weight * f64::from(*count) / f64::from(size);
        }
        spread += weight * weight / f64::from(size);
        answers = answers.saturating_add(size);
    }
    let effective = 1.0 / spread;
    let mean = mean(&opinions, &shares, effective);
    let rows = opinions.into_iter().zip(shares).map(|((row, _), share)| (row, estimate::wilson(share, effective)));
    Some(Weighted { rows: rows.collect(), mean, effective, answers })
}

/// The mean of numbers with these shares; none of anything else.
fn mean(rows: &[(Row, bool)], shares: &[f64], effective: f64) -> Option<Estimate> {
    let values = rows.iter().zip(shares).map(|((row, _), share)| match row {
        Row::Value(value) => Some((*value, *share)),
        _ => None,
    });
    let values: Vec<(u8, f64)> = values.collect::<Option<_>>()?;
    let to = values.iter().map(|(value, _)| *value).max()?;
    let mean: f64 = values.iter().map(|(value, share)| f64::from(*value) * share).sum();
    let squares: f64 = values.iter().map(|(value, share)| (f64::from(*value) - mean).powi(2) * share).sum();
    estimate::effective_mean(mean, squares * effective, effective, to)
}

fn count(figures: &[Figure], row: &Row) -> Option<u32> {
    figures.iter().find(|figure| &figure.row == row)?.count
}

/// A question, or a statement of it.
type Asked<'a> = (&'a QuestionId, Option<&'a OptionId>);

/// What a group shows of a question, and its residents.
type Lines<'a> = Vec<(&'a QuestionFigures, u32)>;

/// Every age band that has residents.
fn by_age<'a>(set: &'a Published, population: &Population, asked: Asked<'_>) -> Option<Lines<'a>> {
    let age = |id: &QuestionId| Background::of(id) == Some(Background::Age);
    let groups = &set.backgrounds.iter().find(|background| age(&background.question_id))?.groups;
    let bands = AgeBand::ALL.into_iter().filter(|band| population.ages.of(*band) > 0);
    bands
        .map(|band| {
            let group = groups.iter().find(|group| AgeBand::of(&group.option_id) == Some(band))?;
            Some((line(&group.questions, asked)?, population.ages.of(band)))
        })
        .collect()
}

/// Every area that has residents.
fn by_area<'a>(set: &'a Published, population: &Population, asked: Asked<'_>) -> Option<Lines<'a>> {
    let areas = population.areas.iter();
    areas
        .map(|(id, people)| {
            let area = set.areas.iter().find(|area| area.area_id.as_ref() == Some(id))?;
            Some((line(&area.questions, asked)?, *people))
        })
        .collect()
}

fn line<'a>(lines: &'a [QuestionFigures], (question, part): Asked<'_>) -> Option<&'a QuestionFigures> {
    lines.iter().find(|line| &line.question_id == question && line.part.as_ref() == part)
}
