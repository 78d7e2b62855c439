//! Exact fractions, so that no rounding of ours ever decides a conflict.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Bound::{Excluded, Included, Unbounded};

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};

use super::{Interval, Point};

/// How many decimals a fraction may need and still be printed as a decimal.
const DECIMALS: u32 = 12;
/// How many significant digits an endless decimal keeps: what a double can hold.
const SIGNIFICANT: u32 = 15;

/// An exact fraction of two 128-bit integers.
///
/// Arithmetic is checked: a result that does not fit is `None`, never a wrong number. Comparison
/// never overflows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rational(Ratio<i128>);

impl Rational {
    /// Nought.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// A whole number.
    #[must_use]
    pub const fn from_int(n: i128) -> Self {
        Self(Ratio::new_raw(n, 1))
    }

    /// `numerator / denominator`, reduced; `None` where the denominator is nought.
    #[must_use]
    pub fn new(numerator: i128, denominator: i128) -> Option<Self> {
        // The lowest integer has no positive counterpart, so that reducing it could overflow.
        let fits = denominator != 0 && numerator != i128::MIN && denominator != i128::MIN;
        if !fits {
            return None;
        }
        let sign = denominator.signum();
        let divisor = gcd(numerator.unsigned_abs(), denominator.unsigned_abs());
        if divisor == 1 {
            return Some(Self(Ratio::new_raw(numerator * sign, denominator * sign)));
        }
        let divisor = i128::try_from(divisor).ok()? * sign;
        Some(Self(Ratio::new_raw(
            numerator / divisor,
            denominator / divisor,
        )))
    }

    /// The number above the line, after reducing; it carries the sign.
    #[must_use]
    pub fn numerator(self) -> i128 {
        *self.0.numer()
    }

    /// The number below the line, after reducing; positive.
    #[must_use]
    pub fn denominator(self) -> i128 {
        *self.0.denom()
    }

    /// As a decimal: exact where it is finite and short, else to 15 significant digits.
    #[must_use]
    pub fn to_decimal(self) -> String {
        self.finite_decimal()
            .or_else(|| self.rounded_decimal())
            .unwrap_or_else(|| self.0.to_string())
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_integer(self) -> bool {
        self.0.is_integer()
    }

    /// The greatest whole number that is no more than it.
    #[must_use]
    pub fn floor(self) -> i128 {
        self.numerator().div_euclid(self.denominator())
    }

    /// The distance from nought, if it fits.
    #[must_use]
    pub fn checked_abs(self) -> Option<Self> {
        let numerator = self.numerator().checked_abs()?;
        Some(Self(Ratio::new_raw(numerator, self.denominator())))
    }

    /// The sum, if it fits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        if self.is_integer() && other.is_integer() {
            // Whole numbers are the common case and need no reducing.
            let sum = self.numerator().checked_add(other.numerator())?;
            return Some(Self::from_int(sum));
        }
        match (self.small(), other.small()) {
            (Some((a, b)), Some((c, d))) => Self::new(a * d + c * b, b * d),
            _ => self.0.checked_add(&other.0).map(Self),
        }
    }

    /// The difference, if it fits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        if self.is_integer() && other.is_integer() {
            let difference = self.numerator().checked_sub(other.numerator())?;
            return Some(Self::from_int(difference));
        }
        match (self.small(), other.small()) {
            (Some((a, b)), Some((c, d))) => Self::new(a * d - c * b, b * d),
            _ => self.0.checked_sub(&other.0).map(Self),
        }
    }

    /// The product, if it fits.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        if self.is_integer() && other.is_integer() {
            let product = self.numerator().checked_mul(other.numerator())?;
            return Some(Self::from_int(product));
        }
        match (self.small(), other.small()) {
            (Some((a, b)), Some((c, d))) => Self::new(a * c, b * d),
            _ => self.0.checked_mul(&other.0).map(Self),
        }
    }

    /// The quotient, if it fits and the divisor is not nought.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other == Self::ZERO {
            None
        } else if other == Self::ONE {
            Some(self)
        } else {
            match (self.small(), other.small()) {
                (Some((a, b)), Some((c, d))) => Self::new(a * d, b * c),
                _ => self.0.checked_div(&other.0).map(Self),
            }
        }
    }

    /// Both numbers, where products and sums of such pairs fit without checking.
    fn small(self) -> Option<(i128, i128)> {
        const LARGEST: u128 = 1 << 60;
        let (n, d) = (self.numerator(), self.denominator());
        (n.unsigned_abs() < LARGEST && d.unsigned_abs() < LARGEST).then_some((n, d))
    }

    /// The decimal that is exactly this number, where it has few digits behind the point.
    fn finite_decimal(self) -> Option<String> {
        if self.is_integer() {
            return Some(point(self.numerator(), 0));
        }
        let mut shift = 10_i128;
        for decimals in 1..=DECIMALS {
            if shift % self.denominator() == 0 {
                let digits = self.numerator().checked_mul(shift / self.denominator())?;
                return Some(point(digits, decimals as usize));
            }
            shift *= 10;
        }
        None
    }

    /// The nearest decimal of [`SIGNIFICANT`] digits.
    fn rounded_decimal(self) -> Option<String> {
        let size = self.numerator().unsigned_abs() / self.denominator().unsigned_abs();
        let whole_digits = size.checked_ilog10().map_or(0, |log| log + 1);
        let mut decimals = SIGNIFICANT.saturating_sub(whole_digits);
        if size == 0 {
            // Noughts behind the point do not count as significant.
            let ratio = self.denominator().unsigned_abs() / self.numerator().unsigned_abs().max(1);
            decimals += ratio.checked_ilog10().unwrap_or(0);
        }
        let shift = 10_i128.checked_pow(decimals)?;
        let shifted = self.0.checked_mul(&Ratio::from_integer(shift))?;
        let text = point(shifted.round().to_integer(), decimals as usize);
        Some(text.trim_end_matches('0').trim_end_matches('.').to_owned())
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator() == other.denominator() {
            return self.numerator().cmp(&other.numerator());
        }
        match (self.small(), other.small()) {
            // Denominators are positive.
            (Some((a, b)), Some((c, d))) => (a * d).cmp(&(c * b)),
            _ => self.0.cmp(&other.0),
        }
    }
}

impl Point for Rational {}

/// A whole number or a short finite decimal where it is one ("19.8"), else a fraction ("1/3").
impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.finite_decimal() {
            Some(decimal) => f.write_str(&decimal),
            None => write!(f, "{}", self.0),
        }
    }
}

impl Interval<Rational> {
    /// The whole numbers of it, by the least and the greatest; `None` where it holds none, or where
    /// one of the two does not fit.
    #[must_use]
    pub fn whole(&self) -> Option<Self> {
        let down = |x: Rational| Rational::from_int(x.floor());
        let from = match self.from {
            Included(x) if x.is_integer() => Included(x),
            Included(x) | Excluded(x) => Included(down(x).checked_add(Rational::ONE)?),
            Unbounded => Unbounded,
        };
        let to = match self.to {
            Excluded(x) if x.is_integer() => Included(x.checked_sub(Rational::ONE)?),
            Included(x) | Excluded(x) => Included(down(x)),
            Unbounded => Unbounded,
        };
        Self::new(from, to)
    }
}

/// The greatest common divisor, by Euclid's algorithm; in 64 bits as soon as both numbers fit.
fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(mut x), Ok(mut y)) = (u64::try_from(a), u64::try_from(b)) {
            while y != 0 {
                (x, y) = (y, x % y);
            }
            return x.into();
        }
        (a, b) = (b, a % b);
    }
    a
}

/// Writes `digits` with a decimal point before the last `decimals` of them.
fn point(digits: i128, decimals: usize) -> String {
    if decimals == 0 {
        // Most numbers are small, and written faster as such.
        return i64::try_from(digits)
            .map_or_else(|_| digits.to_string(), |digits| digits.to_string());
    }
    let sign = if digits < 0 { "-" } else { "" };
    let all = format!("{:0>width$}", digits.unsigned_abs(), width = decimals + 1);
    let (whole, rest) = all.split_at(all.len() - decimals);
    format!("{sign}{whole}.{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(n: i128, d: i128) -> Rational {
        Rational::new(n, d).expect("a denominator that is not nought")
    }

    #[test]
    fn prints_finite_decimals_exactly_and_others_to_fifteen_digits() {
        assert_eq!(ratio(198, 10).to_decimal(), "19.8");
        assert_eq!(ratio(-1, 8).to_decimal(), "-0.125");
        assert_eq!(ratio(1, 3).to_decimal(), "0.333333333333333");
        assert_eq!(ratio(200, 3).to_decimal(), "66.6666666666667");
        assert_eq!(ratio(1, 3000).to_decimal(), "0.000333333333333333");
        assert_eq!(ratio(5, 1).to_decimal(), "5");
        assert_eq!(ratio(1, 3).to_string(), "1/3");
        assert_eq!(ratio(-7, 2).to_string(), "-3.5");
    }

    #[test]
    fn refuses_what_does_not_fit() {
        let huge = Rational::from_int(i128::MAX);
        assert_eq!(huge.checked_add(Rational::ONE), None);
        assert_eq!(huge.checked_mul(ratio(3, 2)), None);
        assert_eq!(huge.checked_div(Rational::ZERO), None);
        assert_eq!(Rational::new(1, 0), None);
        assert_eq!(Rational::new(i128::MIN, -1), None);
    }

    #[test]
    fn reduces_and_keeps_the_sign_above_the_line() {
        assert_eq!(ratio(6, -4), ratio(-3, 2));
        assert_eq!(ratio(0, -7), Rational::ZERO);
        let large = ratio(1 << 100, 3 << 90);
        assert_eq!((large.numerator(), large.denominator()), (1 << 10, 3));
    }

    #[test]
    fn whole_numbers_of_a_stretch() {
        let (low, high) = (ratio(-7, 2), ratio(5, 1));
        let whole = |from, to| Interval::new(from, to).and_then(|stretch| stretch.whole());
        let closed = |from, to| Interval::closed(Rational::from_int(from), Rational::from_int(to));
        assert_eq!((low.floor(), high.floor()), (-4, 5));
        assert_eq!(whole(Included(low), Included(high)), closed(-3, 5));
        assert_eq!(whole(Excluded(high), Included(ratio(15, 2))), closed(6, 7));
        assert_eq!(whole(Included(low), Excluded(high)), closed(-3, 4));
        assert_eq!(whole(Excluded(ratio(1, 3)), Excluded(Rational::ONE)), None);
    }

    #[test]
    fn compares_without_overflow() {
        assert!(Rational::from_int(i128::MAX) > ratio(i128::MAX, 2));
        assert!(ratio(1, i128::MAX) < ratio(1, i128::MAX - 1));
    }
}
