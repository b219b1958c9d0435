//! A small exact solver for whole numbers under linear conditions: what somebody with patience can compute.
//!
//! It narrows the bounds of every unknown until nothing changes, and searches where that does not decide. A number
//! is found when no solution has another value there. Both answers are proofs: an open number comes with a
//! solution, a found one with an exhausted search; a search that takes too long is neither, and counts as a failure.

use std::collections::VecDeque;

/// The place of an unknown.
pub(crate) type Unknown = usize;

/// How many steps one search may take: many searches in different orders find more than a long one.
const PATIENCE: u32 = 300;
/// In how many orders it is tried.
const ORDERS: u64 = 60;

/// A sum of unknowns, each times a factor, lies between two bounds.
struct Condition {
    terms: Vec<(Unknown, i64)>,
    least: i64,
    most: i64,
}

#[derive(Default)]
pub(crate) struct System {
    bounds: Vec<(i64, i64)>,
    conditions: Vec<Condition>,
    /// The conditions that each unknown is in.
    used_in: Vec<Vec<usize>>,
}

/// What a search has found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Search {
    Solution(Vec<i64>),
    None,
    TookTooLong,
}

impl System {
    pub(crate) fn unknown(&mut self, least: i64, most: i64) -> Unknown {
        self.bounds.push((least, most));
        self.used_in.push(Vec::new());
        self.bounds.len() - 1
    }

    pub(crate) fn between(&mut self, terms: Vec<(Unknown, i64)>, least: i64, most: i64) {
        for &(unknown, _) in &terms {
            self.used_in[unknown].push(self.conditions.len());
        }
        self.conditions.push(Condition { terms, least, most });
    }

    pub(crate) fn equals(&mut self, terms: Vec<(Unknown, i64)>, sum: i64) {
        self.between(terms, sum, sum);
    }

    /// The sum is not negative.
    pub(crate) fn not_negative(&mut self, terms: Vec<(Unknown, i64)>) {
        self.between(terms, 0, i64::MAX / 4);
    }

    /// Whether these values meet every condition.
    pub(crate) fn allows(&self, values: &[i64]) -> bool {
        self.bounds.iter().zip(values).all(|((least, most), value)| least <= value && value <= most)
            && self.conditions.iter().all(|condition| {
                let sum: i64 = condition.terms.iter().map(|&(unknown, factor)| factor * values[unknown]).sum();
                condition.least <= sum && sum <= condition.most
            })
    }

    /// The bounds of every unknown after narrowing; none when nothing is possible.
    pub(crate) fn narrowed(&self) -> Option<Vec<(i64, i64)>> {
        let mut bounds = self.bounds.clone();
        self.narrow(&mut bounds, 0..self.conditions.len()).then_some(bounds)
    }

    /// A solution in which the unknown is not `value`, looked for near the values of `near`.
    pub(crate) fn otherwise(&self, from: &[(i64, i64)], unknown: Unknown, value: i64, near: &[i64]) -> Search {
        let (least, most) = from[unknown];
        let sides: Vec<Vec<(i64, i64)>> = [(value + 1, most), (least, value - 1)]
            .into_iter()
            .filter(|(low, high)| low <= high)
            .filter_map(|side| {
                let mut bounds = from.to_vec();
                bounds[unknown] = side;
                self.narrow(&mut bounds, self.used_in[unknown].iter().copied()).then_some(bounds)
            })
            .collect();
        let mut exhausted = vec![false; sides.len()];
        for order in 0..ORDERS {
            for (side, exhausted) in sides.iter().zip(&mut exhausted).filter(|(_, exhausted)| !**exhausted) {
                let mut patience = PATIENCE;
                match self.search(side.clone(), near, order, &mut patience) {
                    Search::None => *exhausted = true,
                    Search::TookTooLong => {}
                    solution @ Search::Solution(_) => return solution,
                }
            }
        }
        if exhausted.contains(&false) { Search::TookTooLong } else { Search::None }
    }

    fn search(&self, bounds: Vec<(i64, i64)>, near: &[i64], order: u64, patience: &mut u32) -> Search {
        if *patience == 0 {
            return Search::TookTooLong;
        }
        *patience -= 1;
        let open = bounds.iter().enumerate().filter(|(_, (least, most))| least < most);
        // The first order takes what has the least room first, the others any.
        let turn = |unknown: Unknown, room: i64| match order {
            0 => room.cast_unsigned(),
            order => (unknown as u64 + 1).wrapping_mul(order.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1) >> 20,
        };
        let first = open.min_by_key(|&(unknown, (least, most))| turn(unknown, most - least));
        let Some((unknown, &(least, most))) = first else {
            return Search::Solution(bounds.into_iter().map(|(value, _)| value).collect());
        };
        let guess = near[unknown].clamp(least, most);
        for (low, high) in [(guess, guess), (least, guess - 1), (guess + 1, most)] {
            if low > high {
                continue;
            }
            let mut bounds = bounds.clone();
            bounds[unknown] = (low, high);
            if self.narrow(&mut bounds, self.used_in[unknown].iter().copied()) {
                match self.search(bounds, near, order, patience) {
                    Search::None => {}
                    decided => return decided,
                }
            }
        }
        Search::None
    }

    /// Narrows all bounds, starting from these conditions; false when nothing is possible.
    fn narrow(&self, bounds: &mut [(i64, i64)], start: impl Iterator<Item = usize>) -> bool {
        let mut waiting: VecDeque<usize> = start.collect();
        let mut waits = vec![false; self.conditions.len()];
        for &condition in &waiting {
            waits[condition] = true;
        }
        while let Some(place) = waiting.pop_front() {
            waits[place] = false;
            let condition = &self.conditions[place];
            let range = |bounds: &[(i64, i64)], unknown: Unknown, factor: i64| {
                let (least, most) = bounds[unknown];
                if factor > 0 { (least * factor, most * factor) } else { (most * factor, least * factor) }
            };
            let (mut low, mut high) = (0, 0);
            for &(unknown, factor) in &condition.terms {
                let (least, most) = range(bounds, unknown, factor);
                (low, high) = (low + least, high + most);
            }
            if low > condition.most || high < condition.least {
                return false;
            }
            for &(unknown, factor) in &condition.terms {
                let (least, most) = range(bounds, unknown, factor);
                // What the others leave for this term.
                let smallest = (condition.least - (high - most)).max(least);
                let largest = (condition.most - (low - least)).min(most);
                if (smallest, largest) == (least, most) {
                    continue;
                }
                let (from, to) = if factor > 0 { (smallest, largest) } else { (-largest, -smallest) };
                let size = factor.abs();
                let narrower = (-(-from).div_euclid(size), to.div_euclid(size));
                if narrower.0 > narrower.1 {
                    return false;
                }
                if narrower != bounds[unknown] {
                    (low, high) = (low - least, high - most);
                    bounds[unknown] = narrower;
                    let (least, most) = range(bounds, unknown, factor);
                    (low, high) = (low + least, high + most);
                    for &other in &self.used_in[unknown] {
                        if !waits[other] {
                            waits[other] = true;
                            waiting.push_back(other);
                        }
                    }
                }
            }
        }
        true
    }
}

/// The solver has to find what can be found, or the proof is worth nothing.
#[test]
fn the_solver_finds_what_follows_and_nothing_else() {
    // 3 + x = 10, and y + z = 10 with y at most 4 more than z.
    let mut system = System::default();
    let [x, y, z] = [(); 3].map(|()| system.unknown(0, 10));
    system.equals(vec![(x, 1)], 7);
    system.equals(vec![(y, 1), (z, 1)], 10);
    system.between(vec![(y, 1), (z, -1)], -10, 4);
    let bounds = system.narrowed().unwrap();
    assert_eq!(system.otherwise(&bounds, x, 7, &[7, 5, 5]), Search::None);
    assert!(matches!(system.otherwise(&bounds, y, 5, &[7, 5, 5]), Search::Solution(_)));
    // Bounds alone do not see that a sum of 7 and a difference of 1 make 4 and 3.
    let mut system = System::default();
    let [one, other] = [(); 2].map(|()| system.unknown(0, 100));
    system.equals(vec![(one, 1), (other, 1)], 7);
    system.equals(vec![(one, 1), (other, -1)], 1);
    let bounds = system.narrowed().unwrap();
    assert_eq!(system.otherwise(&bounds, one, 4, &[4, 3]), Search::None);
    assert!(system.allows(&[4, 3]) && !system.allows(&[5, 2]));
}
