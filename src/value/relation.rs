//! How two extents stand to each other, and why two of them cannot be compared.

use std::cmp::Ordering;
use std::ops::Bound::{Excluded, Included, Unbounded};

use super::doubt::{self, Doubt};
use super::{Dimension, Extent, Interval, Intervals, Kind, Rational, Unit, Value, counted};

/// How the extents of two values stand: the five base relations of RCC-5, or no relation at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Relation {
    /// The same possibilities.
    Equal,
    /// The left lies inside the right: it says more precisely what the right says.
    Within,
    /// The right lies inside the left.
    Contains,
    /// They share possibilities, and each has some of its own.
    Overlaps,
    /// They share no possibility: both cannot be true.
    Disjoint,
    /// They cannot be compared.
    Incomparable(Reason),
}

/// Why two values cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// They measure different things: years against kilometres.
    Dimensions,
    /// They are amounts in different currencies, which are never converted.
    Currencies,
    /// One is a share, the other a count.
    Shares,
    /// Their figures count different things.
    Counted,
    /// They are words that may be names or codes as well as amounts or dates.
    Guessed,
    /// They differ, and at least one is not declared in a vocabulary.
    Undeclared,
    /// They quote different passages.
    Passages,
    /// They are free text and worded differently.
    Wording,
    /// One counts from a day that is not known.
    Anchor,
    /// They are of different kinds.
    Kinds,
}

impl Reason {
    /// The reason as a clause.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Dimensions => "they measure different things",
            Self::Currencies => "they are in different currencies, which are never converted",
            Self::Shares => "one is a share, the other a count",
            Self::Counted => "their figures do not count the same",
            Self::Guessed => {
                "they may be names or codes: declare the `kind` of the property where they are not"
            }
            Self::Undeclared => "they differ, and not both are declared in a vocabulary",
            Self::Passages => "they quote different passages",
            Self::Wording => "they are free text and worded differently",
            Self::Anchor => {
                "one of them counts from an event, so that they are only compared by way of its date"
            }
            Self::Kinds => "they are of different kinds",
        }
    }
}

impl Relation {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Within => "within",
            Self::Contains => "contains",
            Self::Overlaps => "overlaps",
            Self::Disjoint => "disjoint",
            Self::Incomparable(_) => "incomparable",
        }
    }

    /// Whether one says what the other says.
    #[must_use]
    pub fn agrees(self) -> bool {
        matches!(self, Self::Equal | Self::Within | Self::Contains)
    }

    /// The same relation seen from the other side.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Within => Self::Contains,
            Self::Contains => Self::Within,
            same => same,
        }
    }
}

/// How two values stand, by their extents alone. Symmetric up to [`Relation::swapped`].
#[must_use]
pub fn relate(left: &Value, right: &Value) -> Relation {
    extents(&left.extent, &right.extent)
}

/// How two values stand: whatever their words can mean, and as they are likely meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How they stand whatever the words can mean.
    pub relation: Relation,
    /// How they stand as they are likely meant.
    pub likely: Relation,
    /// Where the two differ: when they do not stand as they are likely meant.
    pub doubt: Option<Doubt>,
}

/// How two values stand, with their doubts. Symmetric up to [`Comparison::swapped`].
#[must_use]
pub fn compare(left: &Value, right: &Value) -> Comparison {
    let values = as_read(left, right);
    let values = match values.relation {
        Relation::Incomparable(Reason::Shares) => as_percents(left, right).unwrap_or(values),
        _ => values,
    };
    let values = counted::compare(values, left, right);
    match (&left.otherwise, &right.otherwise) {
        (Some(one), Some(other)) => either_way(values, left.kind, (one, other)),
        _ => values,
    }
}

/// How values stand that fit another kind as well: as they do in both, or with a doubt.
fn either_way(values: Comparison, kind: Kind, (left, right): (&Value, &Value)) -> Comparison {
    let otherwise = as_read(left, right);
    let disjoint = Relation::Disjoint;
    let what = |kind: Kind| match kind {
        Kind::Term => "names or codes".to_owned(),
        kind => format!("of kind {}", kind.name()),
    };
    let unless = |otherwise: Kind, meant: Kind| {
        let (otherwise, meant) = (what(otherwise), meant.name());
        format!(
            "unless they are {otherwise}: declare the property with `kind: {meant}` where they are not"
        )
    };
    let doubtful = |doubt: String| Comparison {
        relation: Relation::Overlaps,
        likely: disjoint,
        doubt: Some(doubt.into()),
    };
    match (values.excludes(), otherwise.excludes()) {
        (true, true) => values,
        (true, false) => doubtful(unless(left.kind, kind)),
        // One name, whatever days it may mean.
        (false, true) if kind == Kind::Term && values.relation == Relation::Equal => values,
        (false, true) => doubtful(unless(kind, left.kind)),
        (false, false) => match otherwise.relation {
            Relation::Incomparable(Reason::Undeclared) => {
                Relation::Incomparable(Reason::Guessed).into()
            }
            _ => values,
        },
    }
}

/// How a bare figure stands to percents, which leave out their sign now and then.
fn as_percents(left: &Value, right: &Value) -> Option<Comparison> {
    const DOUBT: &str = "unless the bare figure is a count and no percent";
    let percent = Unit::from_name("percent");
    let half = Rational::new(1, 2)?;
    let of_percents = |value: &Value| percent.is_some() && value.unit == percent;
    let in_percents = |bare: &Value| -> Option<Extent> {
        let Extent::Amount(set, Dimension::Count) = &bare.extent else {
            return None;
        };
        if bare.counted.as_ref().is_some_and(|it| !it.is_bare()) {
            return None;
        }
        let is_percent = (Rational::ZERO..=Rational::from_int(100)).contains(&bare.figure?);
        if !is_percent || bare.unit.is_some() {
            return None;
        }
        // A percent is rounded, and a bare figure is not.
        let set = match set.as_point() {
            Some(point) => Intervals::from(Interval {
                from: Included(point.checked_sub(half)?),
                to: Excluded(point.checked_add(half)?),
            }),
            None => set.clone(),
        };
        let parts = set.parts().iter();
        let parts: Option<Vec<_>> = parts
            .map(|part| part.map(|x| percent?.to_base(x)))
            .collect();
        Some(Extent::Amount(Intervals::new(parts?), Dimension::Share))
    };
    let likely = match (of_percents(left), of_percents(right)) {
        (true, false) => extents(left.likely_extent(), &in_percents(right)?),
        (false, true) => extents(&in_percents(left)?, right.likely_extent()),
        _ => return None,
    };
    Some(Comparison {
        relation: Relation::Overlaps,
        likely,
        doubt: Some(DOUBT.into()),
    })
}

/// How two values stand as each was read, with their doubts.
fn as_read(left: &Value, right: &Value) -> Comparison {
    let relation = relate(left, right);
    let (Some(one), Some(other)) = (&left.likely, &right.likely) else {
        let doubt = left.doubt().or_else(|| right.doubt());
        let likely = match doubt {
            None => relation,
            Some(_) => extents(left.likely_extent(), right.likely_extent()),
        };
        return Comparison {
            relation,
            likely,
            doubt: doubt.filter(|_| likely != relation).cloned(),
        };
    };
    let likely = extents(&one.extent, &other.extent);
    // One doubt is enough where the other changes nothing.
    let of_left = (extents(&one.extent, &right.extent) == likely).then_some(&one.doubt);
    let of_right = (extents(&left.extent, &other.extent) == likely).then_some(&other.doubt);
    let alone = of_left.into_iter().chain(of_right).min().cloned();
    let doubt = alone.unwrap_or_else(|| doubt::both(&one.doubt, &other.doubt));
    let doubt = (likely != relation).then_some(doubt);
    Comparison {
        relation,
        likely,
        doubt,
    }
}

impl Comparison {
    /// Whether one says what the other says, at least as they are likely meant.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.likely.agrees() && self.relation != Relation::Disjoint
    }

    /// Whether they exclude each other, at least as they are likely meant.
    #[must_use]
    pub fn excludes(&self) -> bool {
        [self.relation, self.likely].contains(&Relation::Disjoint)
    }

    /// The same comparison seen from the other side.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self {
            relation: self.relation.swapped(),
            likely: self.likely.swapped(),
            ..self
        }
    }
}

/// Beyond doubt.
impl From<Relation> for Comparison {
    fn from(relation: Relation) -> Self {
        Self {
            relation,
            likely: relation,
            doubt: None,
        }
    }
}

/// How two sets of possibilities stand.
fn extents(left: &Extent, right: &Extent) -> Relation {
    match (left, right) {
        (Extent::Amount(a, in_a), Extent::Amount(b, in_b)) => match in_a.comparable(*in_b) {
            Ok(()) => a.relate(b),
            Err(_) if is_either(a, *in_a, *in_b) || is_either(b, *in_b, *in_a) => a.relate(b),
            Err(reason) => Relation::Incomparable(reason),
        },
        (Extent::Days(a), Extent::Days(b)) => a.relate(b),
        (Extent::Times(a), Extent::Times(b)) => a.relate(b),
        (Extent::Times(a), Extent::Days(b)) => a.relate_days(b),
        (Extent::Days(a), Extent::Times(b)) => b.relate_days(a).swapped(),
        (Extent::Terms(a), Extent::Terms(b)) => a.relate(b),
        (Extent::Members(a), Extent::Members(b)) => a.relate(b),
        (Extent::Quotation(a), Extent::Quotation(b)) => a.relate(b),
        (Extent::Text(a), Extent::Text(b)) if a == b => Relation::Equal,
        (Extent::Text(_), Extent::Text(_)) => Relation::Incomparable(Reason::Wording),
        (Extent::Relative(a), Extent::Relative(b)) => a.relate(b),
        (Extent::Relative(_), Extent::Days(_) | Extent::Times(..))
        | (Extent::Days(_) | Extent::Times(..), Extent::Relative(_)) => {
            Relation::Incomparable(Reason::Anchor)
        }
        _ => Relation::Incomparable(Reason::Kinds),
    }
}

/// Whether a count may be meant for a share, or a share for a count: none of something is no part of
/// it, and 0.33 may be either.
#[must_use]
pub fn is_either(set: &Intervals<Rational>, dimension: Dimension, other: Dimension) -> bool {
    let (Err(Reason::Shares), Some(hull)) = (dimension.comparable(other), set.hull()) else {
        return false;
    };
    if hull.as_point() == Some(Rational::ZERO) {
        return true;
    }
    let above_nought = match hull.from {
        Included(least) => least > Rational::ZERO,
        Excluded(least) => least >= Rational::ZERO,
        Unbounded => false,
    };
    let below_one = match hull.to {
        Included(most) => most < Rational::ONE,
        Excluded(most) => most <= Rational::ONE,
        Unbounded => false,
    };
    above_nought && below_one && dimension == Dimension::Count
}

/// Orders values for reports: ascending where the kind has an order, else as they come.
#[must_use]
pub fn order(left: &Value, right: &Value) -> Ordering {
    match (&left.extent, &right.extent) {
        (Extent::Amount(a, _), Extent::Amount(b, _)) => a.order(b),
        (Extent::Days(a), Extent::Days(b)) => a.order(b),
        (Extent::Relative(a), Extent::Relative(b)) => a.offset.order(&b.offset),
        _ => Ordering::Equal,
    }
}
