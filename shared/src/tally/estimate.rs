//! How sure a figure is: 95% intervals for shares and means.
//!
//! An open poll is no random sample; an interval only says how much chance alone could move a figure.

use super::Estimate;

/// The 97.5th percentile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A share with Wilson's score interval, without continuity correction (E.B. Wilson, Journal of the American
/// Statistical Association 22 (1927), 209–212; method 3 of R.G. Newcombe, Statistics in Medicine 17 (1998),
/// 857–872). None of nobody.
pub fn share(count: u32, of: u32) -> Option<Estimate> {
    if of == 0 || count > of {
        return None;
    }
    let mut found = wilson(f64::from(count) / f64::from(of), f64::from(of));
    // At both ends the bound is the share itself; rounding must not push it over.
    if count == 0 {
        found.low = 0.0;
    }
    if count == of {
        found.high = 1.0;
    }
    Some(found)
}

/// Wilson's interval for a share of so many answers, of which there may be a part of one: an effective number.
pub(super) fn wilson(p: f64, n: f64) -> Estimate {
    let z2 = Z * Z;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let margin = Z / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    rounded(p, (centre - margin).max(0.0), (centre + margin).min(1.0))
}

/// A mean with its interval by Student's t distribution, kept within the scale from 1 to `to`. `squares` is the sum
/// of the squared distances to the mean; `vagueness` is added on both sides. None of fewer than two.
pub fn mean(value: f64, squares: f64, vagueness: f64, of: u32, to: u8) -> Option<Estimate> {
    mean_of(value, squares, vagueness, f64::from(of), to)
}

/// The same for a mean of so many answers, of which there may be a part of one: an effective number.
pub(super) fn effective_mean(value: f64, squares: f64, of: f64, to: u8) -> Option<Estimate> {
    mean_of(value, squares, 0.0, of, to)
}

fn mean_of(value: f64, squares: f64, vagueness: f64, n: f64, to: u8) -> Option<Estimate> {
    if n < 2.0 {
        return None;
    }
    let margin = student_t(n - 1.0) * (squares / (n - 1.0) / n).sqrt() + vagueness;
    let (first, last) = (1.0, f64::from(to));
    Some(rounded(value, (value - margin).max(first), (value + margin).min(last)))
}

/// Four decimals say more than any poll can, and survive every JSON parser unchanged.
fn rounded(value: f64, low: f64, high: f64) -> Estimate {
    let round = |figure: f64| (figure * 10_000.0).round() / 10_000.0;
    Estimate { value: round(value), low: round(low), high: round(high) }
}

/// The 97.5th percentile of Student's t distribution, by the expansion 26.7.5 in M. Abramowitz and I.A. Stegun,
/// Handbook of Mathematical Functions (1964). Within 0.001 from 9 degrees of freedom on; figures about fewer than
/// ten people are never shown.
fn student_t(freedom: f64) -> f64 {
    let power = |exponent| Z.powi(exponent);
    let first = (power(3) + Z) / 4.0;
    let second = (5.0 * power(5) + 16.0 * power(3) + 3.0 * Z) / 96.0;
    let third = (3.0 * power(7) + 19.0 * power(5) + 17.0 * power(3) - 15.0 * Z) / 384.0;
    Z + first / freedom + second / freedom.powi(2) + third / freedom.powi(3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 0.000_11
    }

    #[test]
    fn shares_have_the_intervals_of_newcombe_table_1_method_3() {
        for (count, of, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let found = share(count, of).unwrap();
            assert!(near(found.low, low) && near(found.high, high), "{count}/{of}: {found:?}");
        }
        assert!(near(share(20, 20).unwrap().low, 1.0 - 0.1611));
        // A. Agresti, Categorical Data Analysis, second edition (2002), 1.4.3: none of 25 students.
        assert!((share(0, 25).unwrap().high - 0.133).abs() < 0.0005);
        assert_eq!(share(0, 0), None);
    }

    #[test]
    fn students_t_is_that_of_the_tables() {
        for (freedom, expected) in [(9.0, 2.262), (19.0, 2.093), (29.0, 2.045), (99.0, 1.984), (999.0, 1.962)] {
            assert!((student_t(freedom) - expected).abs() < 0.001, "{freedom}");
        }
    }

    /// NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, data set ZARR13.DAT.
    #[test]
    fn a_mean_has_the_interval_of_the_nist_handbook() {
        let found = mean(9.261_460, 0.022_789_f64.powi(2) * 194.0, 0.0, 195, 10).unwrap();
        assert!(near(found.low, 9.258_242) && near(found.high, 9.264_679), "{found:?}");
    }

    #[test]
    fn a_mean_stays_on_its_scale() {
        // Nine times 5 and once 4: mean 4.9, sum of squares 0.9.
        let found = mean(4.9, 0.9, 0.0, 10, 5).unwrap();
        assert!((found.low - (4.9 - 2.262 * 0.1)).abs() < 0.001, "{found:?}");
        assert!((found.high - 5.0).abs() < f64::EPSILON);
        assert_eq!(mean(3.0, 0.0, 0.0, 1, 5), None);
    }
}
