//! Numbers that follow from a seed, so that a failure can be run again.

/// Marsaglia's xorshift, 64 bits (Journal of Statistical Software 8, 2003).
#[derive(Debug)]
pub struct Chance(u64);

impl Chance {
    /// The chance of one of many tries: each number has a course of its own.
    pub const fn new(seed: u64, number: u64) -> Self {
        let course = seed ^ number.wrapping_add(1).wrapping_mul(0x2545_f491_4f6c_dd1d);
        // From zero nothing but zero follows.
        Self(if course == 0 { 1 } else { course })
    }

    /// One of 0, 1, … up to this number.
    ///
    /// # Panics
    /// When that leaves nothing.
    pub const fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }

    /// # Panics
    /// When there is none.
    pub fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        let place = usize::try_from(self.below(all.len() as u64)).unwrap_or_default();
        all.get(place).copied().unwrap_or_default()
    }
}
