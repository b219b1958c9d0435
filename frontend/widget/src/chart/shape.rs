//! Lengths and steps of a picture, from published figures alone: what is hidden there is hidden here, never nought.

use shared::tally::{Estimate, Figure, Row};

/// How many strengths of the one colour there are; 0 is the faintest.
pub const STRENGTHS: u8 = 10;

/// A piece of a stacked bar. All from 0 to 1, the bar being 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Which step of the scale it is; 0 is the first.
    pub step: usize,
    pub from: f64,
    pub share: f64,
}

/// One stacked bar.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stack {
    pub pieces: Vec<Piece>,
    /// What is left of the bar for all that is hidden, together and at the end: where in between it lies is not known.
    pub hidden: Option<(f64, f64)>,
}

/// What is left of a bar by rounding alone.
const ROUNDING: f64 = 0.001;

impl Stack {
    /// The bar of these lines; `rows` says of each whether it stands for no opinion, which has no share.
    pub fn of(rows: &[(Row, bool)], figures: &[Figure]) -> Self {
        let opinions = rows.iter().filter(|(_, no_opinion)| !no_opinion).map(|(row, _)| row);
        let mut stack = Self::default();
        let mut end = 0.0;
        for (step, row) in opinions.enumerate() {
            let share = figures.iter().find(|figure| &figure.row == row).and_then(|figure| figure.share);
            let Some(Estimate { value, .. }) = share else { continue };
            stack.pieces.push(Piece { step, from: end, share: value });
            end += value;
        }
        let any_hidden = figures.iter().any(|figure| figure.count.is_none());
        stack.hidden = (any_hidden && end < 1.0 - ROUNDING).then_some((end, 1.0 - end));
        stack
    }
}

/// How strong the colour of a step is. Evenly apart, so that steps differ without colour too. Numbers grow stronger;
/// of words the first is the strongest, as "fully agree" stands first.
pub fn strength(step: usize, of: usize, ascending: bool) -> u8 {
    let last = of.saturating_sub(1).max(1);
    let step = step.min(last);
    let step = if ascending { step } else { last.saturating_sub(step) };
    let even = step.saturating_mul(usize::from(STRENGTHS) - 1).saturating_mul(2).saturating_add(last) / (2 * last);
    u8::try_from(even).unwrap_or(STRENGTHS - 1).min(STRENGTHS - 1)
}

/// Where a value lies between the ends of a scale, from 0 to 1.
pub fn along(value: f64, low: f64, high: f64) -> f64 {
    if high > low { ((value - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(value: u8, count: Option<u32>, share: Option<f64>) -> Figure {
        let share = share.map(|value| Estimate { value, low: value, high: value });
        Figure { row: Row::Value(value), count, share }
    }

    fn rows(to: u8) -> Vec<(Row, bool)> {
        (1..=to).map(|value| (Row::Value(value), false)).chain([(Row::NoOpinion, true)]).collect()
    }

    #[test]
    fn pieces_stand_one_after_the_other_and_no_opinion_is_none_of_them() {
        let none = Figure { row: Row::NoOpinion, count: Some(12), share: None };
        let figures = [figure(1, Some(25), Some(0.25)), figure(2, Some(75), Some(0.75)), none];
        let stack = Stack::of(&rows(2), &figures);
        let places: Vec<_> = stack.pieces.iter().map(|piece| (piece.step, piece.from)).collect();
        assert_eq!(places, [(0, 0.0), (1, 0.25)]);
        assert_eq!(stack.hidden, None);
    }

    #[test]
    fn what_is_hidden_stands_together_at_the_end() {
        let figures = [
            figure(1, None, None),
            figure(2, Some(60), Some(0.6)),
            figure(3, None, None),
            figure(4, Some(25), Some(0.25)),
        ];
        let stack = Stack::of(&rows(4), &figures);
        assert_eq!(stack.pieces.len(), 2);
        let (from, share) = stack.hidden.unwrap();
        assert!((from - 0.85).abs() < 1e-9 && (share - 0.15).abs() < 1e-9);
        let all = Stack::of(&rows(2), &[figure(1, None, None), figure(2, None, None)]);
        assert_eq!((all.pieces.len(), all.hidden), (0, Some((0.0, 1.0))));
    }

    #[test]
    fn nobody_is_an_empty_bar_and_not_a_hidden_one() {
        assert_eq!(Stack::of(&rows(2), &[figure(1, Some(0), None), figure(2, Some(0), None)]), Stack::default());
    }

    #[test]
    fn steps_are_evenly_apart() {
        let all = |of, ascending| (0..of).map(|step| strength(step, of, ascending)).collect::<Vec<_>>();
        assert_eq!(all(5, true), [0, 2, 5, 7, 9]);
        assert_eq!(all(5, false), [9, 7, 5, 2, 0]);
        assert_eq!(all(10, true), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(all(2, false), [9, 0]);
        assert_eq!(all(1, true), [0]);
        // More steps than strengths: still ordered.
        assert!(all(30, true).is_sorted());
    }

    #[test]
    fn a_mean_lies_between_the_ends() {
        for (value, high, place) in [(1.0, 5.0, 0.0), (3.0, 5.0, 0.5), (9.0, 5.0, 1.0), (1.0, 1.0, 0.0)] {
            assert!((along(value, 1.0, high) - place).abs() < 1e-9, "{value} of {high}");
        }
    }
}
