//! Sets of points on a line, as sorted lists of intervals: the extents of amounts and dates.
//!
//! In: intervals with included, excluded or unbounded ends. Out: one canonical form, so that two
//! sets are equal exactly when their lists are. The five relations of RCC-5 (Cohn et al. 1997,
//! "Qualitative spatial representation and reasoning") follow from subset and intersection.

use std::cmp::Ordering;
use std::ops::Bound::{self, Excluded, Included, Unbounded};

use super::Relation;

/// A type whose values lie on a line.
///
/// Dense points (rationals) keep their bounds as given. Discrete points (days) close them, so that
/// "after the 5th" and "from the 6th" have one form.
pub trait Point: Copy + Ord {
    /// The next point up, where there is one; `None` for dense points.
    fn successor(self) -> Option<Self> {
        None
    }

    /// The next point down, where there is one; `None` for dense points.
    fn predecessor(self) -> Option<Self> {
        None
    }
}

/// One unbroken stretch of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval<T> {
    /// Where it starts.
    pub from: Bound<T>,
    /// Where it ends.
    pub to: Bound<T>,
}

impl<T: Point> Interval<T> {
    /// The interval between two bounds, or `None` where it would hold no point.
    #[must_use]
    pub fn new(from: Bound<T>, to: Bound<T>) -> Option<Self> {
        let from = match from {
            Excluded(x) => x.successor().map_or(from, Included),
            _ => from,
        };
        let to = match to {
            Excluded(x) => x.predecessor().map_or(to, Included),
            _ => to,
        };
        let empty = match (from, to) {
            (Included(a), Included(b)) => a > b,
            (Included(a) | Excluded(a), Included(b) | Excluded(b)) => a >= b,
            _ => false,
        };
        (!empty).then_some(Self { from, to })
    }

    /// Exactly one point.
    #[must_use]
    pub fn point(x: T) -> Self {
        Self {
            from: Included(x),
            to: Included(x),
        }
    }

    /// Both ends included; `None` where they are reversed.
    #[must_use]
    pub fn closed(from: T, to: T) -> Option<Self> {
        Self::new(Included(from), Included(to))
    }

    /// The smallest interval around both.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        let (from, to) = (cmp_from(self.from, other.from), cmp_to(self.to, other.to));
        Self {
            from: if from == Ordering::Greater {
                other.from
            } else {
                self.from
            },
            to: if to == Ordering::Less {
                other.to
            } else {
                self.to
            },
        }
    }

    /// Whether the point lies inside.
    #[must_use]
    pub fn holds(&self, x: T) -> bool {
        let after = match self.from {
            Included(a) => a <= x,
            Excluded(a) => a < x,
            Unbounded => true,
        };
        let before = match self.to {
            Included(b) => x <= b,
            Excluded(b) => x < b,
            Unbounded => true,
        };
        after && before
    }

    /// Whether the stretch is a single point, and which.
    #[must_use]
    pub fn as_point(&self) -> Option<T> {
        match (self.from, self.to) {
            (Included(a), Included(b)) if a == b => Some(a),
            _ => None,
        }
    }
}

impl<T: Copy> Interval<T> {
    /// The stretch with each end put through a function that keeps their order; `None` where it has no
    /// result.
    #[must_use]
    pub fn map<U>(&self, f: impl Fn(T) -> Option<U>) -> Option<Interval<U>> {
        let end = |bound: Bound<T>| {
            Some(match bound {
                Included(x) => Included(f(x)?),
                Excluded(x) => Excluded(f(x)?),
                Unbounded => Unbounded,
            })
        };
        Some(Interval {
            from: end(self.from)?,
            to: end(self.to)?,
        })
    }
}

/// A set of points: sorted intervals that neither overlap nor touch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Intervals<T>(Vec<Interval<T>>);

impl<T: Point> Intervals<T> {
    /// Orders sets by where they start, then by where they end: for reports.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        let ends = |set: &Self| set.hull();
        match (ends(self), ends(other)) {
            (Some(a), Some(b)) => cmp_from(a.from, b.from).then(cmp_to(a.to, b.to)),
            (a, b) => a.is_some().cmp(&b.is_some()),
        }
    }

    /// The union of any intervals, in canonical form. Costs a sort.
    #[must_use]
    pub fn new(mut parts: Vec<Interval<T>>) -> Self {
        if parts.len() < 2 {
            return Self(parts);
        }
        parts.sort_by(|a, b| cmp_from(a.from, b.from).then(cmp_to(a.to, b.to)));
        let mut merged: Vec<Interval<T>> = Vec::with_capacity(parts.len());
        for part in parts {
            match merged.last_mut() {
                Some(last) if touches(last.to, part.from) => {
                    if cmp_to(part.to, last.to) == Ordering::Greater {
                        last.to = part.to;
                    }
                }
                _ => merged.push(part),
            }
        }
        Self(merged)
    }

    /// Every point there is.
    #[must_use]
    pub fn all() -> Self {
        Self(vec![Interval {
            from: Unbounded,
            to: Unbounded,
        }])
    }

    /// The intervals, in ascending order.
    #[must_use]
    pub fn parts(&self) -> &[Interval<T>] {
        &self.0
    }

    /// Whether no point is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The single point of the set, if it has exactly one.
    #[must_use]
    pub fn as_point(&self) -> Option<T> {
        match self.0.as_slice() {
            [only] => only.as_point(),
            _ => None,
        }
    }

    /// Whether the point is in the set. Linear in the number of intervals.
    #[must_use]
    pub fn holds(&self, x: T) -> bool {
        self.0.iter().any(|part| part.holds(x))
    }

    /// The smallest single interval around the set; `None` for the empty set.
    #[must_use]
    pub fn hull(&self) -> Option<Interval<T>> {
        Some(Interval {
            from: self.0.first()?.from,
            to: self.0.last()?.to,
        })
    }

    /// All points that are not in the set.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut parts = Vec::with_capacity(self.0.len() + 1);
        let mut from = Unbounded;
        let mut reaches_end = false;
        for part in &self.0 {
            if let Some(end) = flip(part.from) {
                parts.extend(Interval::new(from, end));
            }
            match flip(part.to) {
                Some(start) => from = start,
                None => reaches_end = true,
            }
        }
        if !reaches_end {
            parts.extend(Interval::new(from, Unbounded));
        }
        Self(parts)
    }

    /// The points in either set.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::new(self.0.iter().chain(&other.0).copied().collect())
    }

    /// The points in both sets. Linear in the number of intervals of both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let (mut i, mut j) = (0, 0);
        let mut parts = Vec::new();
        while let (Some(a), Some(b)) = (self.0.get(i), other.0.get(j)) {
            let from = if cmp_from(a.from, b.from) == Ordering::Less {
                b.from
            } else {
                a.from
            };
            let a_ends_first = cmp_to(a.to, b.to) == Ordering::Less;
            parts.extend(Interval::new(from, if a_ends_first { a.to } else { b.to }));
            if a_ends_first { i += 1 } else { j += 1 }
        }
        Self(parts)
    }

    /// Whether every point of this set lies below every point of the other.
    #[must_use]
    pub fn ends_before(&self, other: &Self) -> bool {
        match (self.0.last(), other.0.first()) {
            (Some(last), Some(first)) => !meets(last.to, first.from),
            _ => false,
        }
    }

    /// How the two sets stand: equal, within, contains, overlaps or disjoint.
    ///
    /// An empty set is disjoint from every set. Linear in the number of intervals of both.
    #[must_use]
    pub fn relate(&self, other: &Self) -> Relation {
        if let ([a], [b]) = (self.0.as_slice(), other.0.as_slice()) {
            return relate_one(a, b);
        }
        let shared = self.intersection(other);
        if shared.is_empty() {
            Relation::Disjoint
        } else if self == other {
            Relation::Equal
        } else if shared == *self {
            Relation::Within
        } else if shared == *other {
            Relation::Contains
        } else {
            Relation::Overlaps
        }
    }
}

impl<T: Point> From<Interval<T>> for Intervals<T> {
    fn from(part: Interval<T>) -> Self {
        Self(vec![part])
    }
}

/// The common case, one stretch against one, without building a set.
fn relate_one<T: Point>(a: &Interval<T>, b: &Interval<T>) -> Relation {
    if !meets(a.to, b.from) || !meets(b.to, a.from) {
        return Relation::Disjoint;
    }
    match (cmp_from(a.from, b.from), cmp_to(a.to, b.to)) {
        (Ordering::Equal, Ordering::Equal) => Relation::Equal,
        (Ordering::Less | Ordering::Equal, Ordering::Greater | Ordering::Equal) => {
            Relation::Contains
        }
        (Ordering::Greater | Ordering::Equal, Ordering::Less | Ordering::Equal) => Relation::Within,
        _ => Relation::Overlaps,
    }
}

/// Orders two starts: unbounded first, and at one point the included before the excluded.
fn cmp_from<T: Ord>(a: Bound<T>, b: Bound<T>) -> Ordering {
    match (a, b) {
        (Unbounded, Unbounded) => Ordering::Equal,
        (Unbounded, _) => Ordering::Less,
        (_, Unbounded) => Ordering::Greater,
        (Included(x), Included(y)) | (Excluded(x), Excluded(y)) => x.cmp(&y),
        (Included(x), Excluded(y)) => x.cmp(&y).then(Ordering::Less),
        (Excluded(x), Included(y)) => x.cmp(&y).then(Ordering::Greater),
    }
}

/// Orders two ends: unbounded last, and at one point the excluded before the included.
fn cmp_to<T: Ord>(a: Bound<T>, b: Bound<T>) -> Ordering {
    match (a, b) {
        (Unbounded, Unbounded) => Ordering::Equal,
        (Unbounded, _) => Ordering::Greater,
        (_, Unbounded) => Ordering::Less,
        (Included(x), Included(y)) | (Excluded(x), Excluded(y)) => x.cmp(&y),
        (Included(x), Excluded(y)) => x.cmp(&y).then(Ordering::Greater),
        (Excluded(x), Included(y)) => x.cmp(&y).then(Ordering::Less),
    }
}

/// Whether a stretch that ends at `to` shares a point with one that starts at `from`, as far as these ends tell.
fn meets<T: Ord>(to: Bound<T>, from: Bound<T>) -> bool {
    match (to, from) {
        (Included(x), Included(y)) => x >= y,
        (Included(x) | Excluded(x), Included(y) | Excluded(y)) => x > y,
        _ => true,
    }
}

/// Whether two stretches in order leave no point between them.
fn touches<T: Point>(to: Bound<T>, from: Bound<T>) -> bool {
    match (to, from) {
        (Excluded(x), Excluded(y)) => x > y,
        (Included(x), Included(y)) => x >= y || x.successor().is_some_and(|next| next >= y),
        (Included(x) | Excluded(x), Included(y) | Excluded(y)) => x >= y,
        _ => true,
    }
}

/// The bound where the complement goes on; `None` where there is nothing beyond.
fn flip<T>(bound: Bound<T>) -> Option<Bound<T>> {
    match bound {
        Included(x) => Some(Excluded(x)),
        Excluded(x) => Some(Included(x)),
        Unbounded => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A line of whole numbers.
    impl Point for i32 {
        fn successor(self) -> Option<Self> {
            self.checked_add(1)
        }

        fn predecessor(self) -> Option<Self> {
            self.checked_sub(1)
        }
    }

    fn closed(from: i32, to: i32) -> Interval<i32> {
        Interval::closed(from, to).expect("bounds in order")
    }

    #[test]
    fn stretches_that_touch_are_one() {
        let set = Intervals::new(vec![closed(5, 6), closed(1, 4), closed(9, 9)]);
        assert_eq!(set.parts(), [closed(1, 6), closed(9, 9)]);
    }

    #[test]
    fn an_open_bound_of_a_discrete_line_closes() {
        let after = Interval::new(Excluded(5), Unbounded);
        assert_eq!(after, Interval::new(Included(6), Unbounded));
        assert_eq!(Interval::new(Excluded(5), Excluded(6)), None);
    }

    #[test]
    fn the_empty_set_is_disjoint_from_every_set() {
        let empty = Intervals::<i32>::default();
        assert_eq!(empty.relate(&empty), Relation::Disjoint);
        assert_eq!(empty.relate(&Intervals::all()), Relation::Disjoint);
        assert_eq!(empty.complement(), Intervals::all());
        assert_eq!(Intervals::<i32>::all().complement(), empty);
    }
}
