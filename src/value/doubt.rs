//! Readings with a doubt: what words most likely mean, where they can mean more.
//!
//! "On Thursday" in a paper of Wednesday most likely was six days ago, and now and then is tomorrow.
//! One wide set would hide contradictions and one narrow set invent them, so that a value keeps both:
//! its extent, and what is likely meant, with the doubt in words.

use std::borrow::Cow;

use super::sentence::without_exactly;
use super::{Extent, Intervals, Point, RelativeDate, Value, counted};

/// When a likely reading does not hold: a clause that starts with "unless".
pub type Doubt = Cow<'static, str>;

/// What words most likely mean, where they can mean more.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Likely {
    /// The part of the extent that is likely meant.
    pub extent: Extent,
    /// When it is not: "unless the article looks ahead".
    pub doubt: Doubt,
}

impl Value {
    /// What is likely meant: all of the extent where there is no doubt.
    #[must_use]
    pub fn likely_extent(&self) -> &Extent {
        self.likely
            .as_ref()
            .map_or(&self.extent, |likely| &likely.extent)
    }

    /// Whether both can mean the same, and likely do.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let otherwise = |value: &Self| value.otherwise.as_ref().map(|other| other.extent.clone());
        self.extent == other.extent
            && self.likely_extent() == other.likely_extent()
            && self.sort() == other.sort()
            && otherwise(self) == otherwise(other)
    }

    /// What it counts, where that is more than the property says.
    #[must_use]
    pub fn sort(&self) -> Option<counted::Sort> {
        let sort = self.counted.as_ref().map(|counted| counted.sort());
        sort.filter(|sort| *sort != counted::Sort::default())
    }

    /// When what is likely meant is not; `None` where there is no doubt.
    #[must_use]
    pub fn doubt(&self) -> Option<&Doubt> {
        self.likely.as_ref().map(|likely| &likely.doubt)
    }

    /// The value with what it most likely means; without a doubt where that is all of its extent.
    #[must_use]
    pub fn likely_to_be(self, extent: Extent, doubt: impl Into<Doubt>) -> Self {
        let likely = (extent != self.extent).then(|| {
            Box::new(Likely {
                extent,
                doubt: doubt.into(),
            })
        });
        Self { likely, ..self }
    }

    /// The value as it is likely meant, beyond doubt.
    #[must_use]
    pub fn as_likely(&self) -> Cow<'_, Self> {
        match &self.likely {
            None => Cow::Borrowed(self),
            Some(likely) => Cow::Owned(Self {
                extent: likely.extent.clone(),
                likely: None,
                ..self.clone()
            }),
        }
    }

    /// What is likely meant and what can be meant beside, in words; `None` where there is no doubt.
    pub(super) fn describe_likely(&self) -> Option<String> {
        let likely = &self.likely.as_ref()?.extent;
        let words = likely.describe(self.unit);
        let rest = self.extent.without(likely);
        let rest = rest.unwrap_or_else(|| self.extent.clone());
        Some(format!(
            "likely {}, possibly {}",
            without_exactly(&words),
            without_exactly(&rest.describe(self.unit))
        ))
    }
}

impl Extent {
    /// What is in this set and not in another of its sort; `None` where that is no set.
    fn without(&self, other: &Self) -> Option<Self> {
        fn rest<T: Point>(all: &Intervals<T>, part: &Intervals<T>) -> Intervals<T> {
            all.intersection(&part.complement())
        }
        Some(match (self, other) {
            (Self::Amount(all, dimension), Self::Amount(part, _)) => {
                Self::Amount(rest(all, part), *dimension)
            }
            (Self::Days(all), Self::Days(part)) => Self::Days(rest(all, part)),
            (Self::Times(all), Self::Times(part)) => Self::Times(all.without(part)),
            (Self::Relative(all), Self::Relative(part)) => Self::Relative(RelativeDate {
                offset: rest(&all.offset, &part.offset),
                ..all.clone()
            }),
            _ => return None,
        })
    }
}

/// The doubts of two values as one clause: "unless the article looks ahead or many more are meant".
pub(super) fn both(left: &Doubt, right: &Doubt) -> Doubt {
    if left == right {
        return left.clone();
    }
    let (one, other) = (left.min(right), left.max(right));
    let rest = other.strip_prefix("unless ").unwrap_or(other);
    format!("{one} or {rest}").into()
}

#[cfg(test)]
mod tests {
    use super::super::{Context, Kind, Relation, Written, compare, read};
    use super::*;

    fn number(text: &str) -> Value {
        let written = Written::Scalar(text.into());
        read(&written, Kind::Number, &Context::default()).expect("a number")
    }

    #[test]
    fn a_vague_count_has_two_sizes() {
        let rows = [
            ("12", Relation::Disjoint, Relation::Disjoint),
            ("185", Relation::Contains, Relation::Contains),
            ("2,000", Relation::Contains, Relation::Disjoint),
            ("100 to 500", Relation::Contains, Relation::Overlaps),
            ("100 to 5,000", Relation::Overlaps, Relation::Overlaps),
            ("20 to 1,000", Relation::Overlaps, Relation::Within),
            ("9,000", Relation::Disjoint, Relation::Disjoint),
            ("not 40", Relation::Overlaps, Relation::Overlaps),
        ];
        let dozens = number("dozens");
        assert_eq!(
            dozens.doubt().map(AsRef::as_ref),
            Some("unless far more are meant")
        );
        for (text, relation, likely) in rows {
            let found = compare(&dozens, &number(text));
            assert_eq!((found.relation, found.likely), (relation, likely), "{text}");
            assert_eq!(found.doubt.is_some(), relation != likely, "{text}");
        }
    }

    #[test]
    fn who_denies_a_vague_count_denies_what_is_likely() {
        let denied = number("not dozens");
        let found = compare(&denied, &number("100"));
        assert_eq!(found, Relation::Disjoint.into());
        assert!(!compare(&denied, &number("3")).excludes());
        assert!(!compare(&denied, &number("2,000")).excludes());
    }
}
