//! Exact fractions, so that no rounding of ours ever decides a conflict.

use std::fmt;

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub};

use super::Point;

/// An exact fraction of two 128-bit integers.
///
/// Arithmetic is checked: a result that does not fit is `None`, never a wrong number. Comparison
/// never overflows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
        fits.then(|| Self(Ratio::new(numerator, denominator)))
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
        self.to_string()
    }

    /// Whether it is a whole number.
    #[must_use]
    pub fn is_integer(self) -> bool {
        self.0.is_integer()
    }

    /// The sum, if it fits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(&other.0).map(Self)
    }

    /// The difference, if it fits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(&other.0).map(Self)
    }

    /// The product, if it fits.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        self.0.checked_mul(&other.0).map(Self)
    }

    /// The quotient, if it fits and the divisor is not nought.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        if other == Self::ZERO {
            None
        } else {
            self.0.checked_div(&other.0).map(Self)
        }
    }
}

impl Point for Rational {}

/// A whole number or a finite decimal where it is one ("19.8"), else a fraction ("1/3").
impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
