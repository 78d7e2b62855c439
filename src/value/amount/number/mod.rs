//! Numbers: figures and number words, mixed as newspapers mix them.
//!
//! In: the tokens from some place on. Out: the number that starts there, and how many tokens it
//! takes. Roman numerals are not numbers here: "I" and "X" are words first.

mod figure;
mod fraction;
mod reader;
mod spoken;

use crate::value::amount::refusal;
use crate::value::amount::table::vague::{PLURAL, VAGUE, VagueRow};
use crate::value::amount::table::words::{Met, WORDS, WordClass};
use crate::value::role::Role;
use crate::value::scan::{Class, Scan};
use crate::value::{Rational, Refusal};
use reader::Reader;

pub(super) use figure::Figure;

/// A number as written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Number {
    /// One that names a figure.
    Figure(Figure),
    /// One that does not: "a few hundred", "dozens".
    Vague(Vague),
}

impl Number {
    /// The number itself, where it names one.
    pub(super) fn value(&self) -> Option<Rational> {
        match self {
            Self::Figure(figure) => Some(figure.value),
            Self::Vague(vague) => (vague.from == vague.to).then_some(vague.from),
        }
    }

    /// The number as it is likely meant; `None` where there is no doubt.
    pub(super) fn as_likely(&self) -> Option<Self> {
        match self {
            Self::Figure(_) => None,
            Self::Vague(vague) => vague.likely_to.map(|to| {
                Self::Vague(Vague {
                    to,
                    likely_to: None,
                    ..*vague
                })
            }),
        }
    }
}

/// A count that names no figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Vague {
    pub(super) name: &'static str,
    pub(super) from: Rational,
    pub(super) to: Rational,
    /// Likely under this, where that is less.
    pub(super) likely_to: Option<Rational>,
    pub(super) from_open: bool,
    pub(super) to_open: bool,
}

/// What may follow a number, as far as reading it depends on that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    /// A currency stands before it, so that "m" and "t" are scales.
    pub(super) money: bool,
    /// Only counts are wanted, so that "m" is a scale.
    pub(super) count: bool,
    /// Only lengths of time are wanted, so that a quarter is three months.
    pub(super) time: bool,
    /// An article stands before the words before it, so that a third is a part: "a full third".
    pub(super) article: bool,
    /// Whether a unit stands at a token.
    pub(super) is_unit: fn(&Scan<'_>, usize, usize) -> bool,
}

impl Setting {
    /// Nothing is known of what stands around the number.
    pub(super) const BARE: Self = Self {
        money: false,
        count: true,
        time: false,
        article: false,
        is_unit: |_, _, _| false,
    };
}

type Found<T> = Result<Option<(T, usize)>, Refusal>;

/// The number at a token, with the token after it.
///
/// # Errors
///
/// Refuses figures that are malformed or too long.
pub(super) fn number(scan: &Scan<'_>, at: usize, end: usize, setting: Setting) -> Found<Number> {
    if let Some((vague, next)) = vague(scan, at, end, setting)? {
        return Ok(Some((Number::Vague(vague), next)));
    }
    let mut reader = Reader::new(scan, at, end, setting);
    Ok(reader
        .read()?
        .map(|figure| (Number::Figure(figure), reader.at)))
}

/// A count without a figure at a token.
fn vague(scan: &Scan<'_>, at: usize, end: usize, setting: Setting) -> Found<Vague> {
    if let Some(found) = of_digits(scan, at, end) {
        return Ok(Some(found));
    }
    if scan.is_figure(at) {
        return plural_figure(scan, at, end, setting);
    }
    match VAGUE.longest(scan, at, end) {
        Some((length, row)) => scaled(Vague::new(row), scan, at + length, end).map(Some),
        None => plural_scale(scan, at, end),
    }
}

impl Vague {
    fn new(row: &VagueRow) -> Self {
        let ratio = |(n, d)| Rational::new(n, d).unwrap_or(Rational::ZERO);
        Self {
            name: row.name,
            from: ratio(row.from),
            to: ratio(row.to),
            likely_to: None,
            from_open: row.from_open,
            to_open: row.to_open,
        }
    }

    /// Several of something, as a plural without a figure says.
    pub(super) fn plural(name: &'static str, scale: i128) -> Self {
        let times = |n: i128| Rational::from_int(n.saturating_mul(scale));
        Self {
            name,
            from: times(PLURAL.from),
            to: times(PLURAL.under),
            likely_to: Some(times(PLURAL.likely_under)),
            from_open: false,
            to_open: true,
        }
    }

    fn times(self, scale: i128) -> Option<Self> {
        let scale = Rational::from_int(scale);
        Some(Self {
            from: self.from.checked_mul(scale)?,
            to: self.to.checked_mul(scale)?,
            likely_to: match self.likely_to {
                Some(to) => Some(to.checked_mul(scale)?),
                None => None,
            },
            ..self
        })
    }
}

/// "six figures", "a low seven-figure sum", "double digits": all numbers of so many digits.
fn of_digits(scan: &Scan<'_>, at: usize, end: usize) -> Option<(Vague, usize)> {
    const MOST: usize = 12;
    /// "a low six-figure".
    const FARTHEST: usize = 6;
    let is_noun = |at| scan.says(at, Role::Digits);
    if !(at + 1..end.min(at + FARTHEST)).any(is_noun) {
        return None;
    }
    let article = usize::from(scan.says(at, Role::Article));
    let dash = |at: usize| at + usize::from(scan.word(at) == "-");
    let parts = [
        (Role::Low, (1, 4)),
        (Role::Mid, (3, 7)),
        (Role::High, (6, 10)),
    ];
    let said = parts
        .iter()
        .find(|(role, _)| scan.says(at + article, *role));
    let (part, next) = match said {
        Some((_, part)) => (*part, dash(at + article + 1)),
        None => ((1, 10), at + article),
    };
    let numbers = [(Role::Single, 1), (Role::Double, 2), (Role::Triple, 3)];
    let n_digits = match numbers.iter().find(|(role, _)| scan.says(next, *role)) {
        Some((_, n)) => *n,
        None => (met(scan, next, end)
            .filter(|(_, word)| word.class == WordClass::Small && !word.ordinal))
        .and_then(|(length, word)| (length == 1).then_some(word.value))
        .or_else(|| scan.word(next).parse().ok())
        .and_then(|n: i128| usize::try_from(n).ok())?,
    };
    let noun = dash(next + 1);
    if !(1..=MOST).contains(&n_digits) || noun >= end || !is_noun(noun) {
        return None;
    }
    let place = 10_i128.pow(u32::try_from(n_digits - 1).ok()?);
    // Nought has a single digit as well.
    let least = if n_digits == 1 && part.0 == 1 {
        0
    } else {
        part.0
    };
    let vague = Vague {
        name: "figures",
        from: Rational::from_int(least * place),
        to: Rational::from_int(part.1 * place),
        likely_to: None,
        from_open: false,
        to_open: true,
    };
    Some((vague, noun + 1))
}

/// "dozens", "tens of thousands": the scale in the plural, with no figure before it.
fn plural_scale(scan: &Scan<'_>, at: usize, end: usize) -> Found<Vague> {
    let at = at + usize::from(scan.says(at, Role::Many));
    match met(scan, at, end) {
        Some((mut length, word))
            if word.plural && !word.ordinal && word.class != WordClass::Part =>
        {
            // "hundreds and hundreds", "thousands upon thousands".
            let again = scan.says(at + length, Role::And | Role::Upon);
            if again && met(scan, at + length + 1, end) == Some((length, word)) {
                length = 2 * length + 1;
            }
            let name = PLURAL_NAMES
                .iter()
                .find(|(value, _)| *value == word.value)
                .map_or("many", |(_, name)| name);
            let vague = Vague::plural(name, word.value);
            scaled(vague, scan, at + length, end).map(Some)
        }
        _ => Ok(None),
    }
}

/// "100s", "10s of thousands": hundreds, and tens of thousands.
///
/// Where lengths of time are wanted, "100s" alone is a hundred seconds; where any unit is, it is either.
fn plural_figure(scan: &Scan<'_>, at: usize, end: usize, setting: Setting) -> Found<Vague> {
    let s = figure::end(scan, at);
    if s >= end || !scan.is_figure(at) || !scan.is_glued(s) || !scan.says(s, Role::PluralEnd) {
        return Ok(None);
    }
    let (figure, next) = figure::read(scan, at, s)?;
    let row = PLURAL_NAMES.iter().find(|(value, _)| {
        *value % 10 == 0 && *value != 20 && figure.value == Rational::from_int(*value)
    });
    match row {
        Some((value, name)) if setting.count || scan.says(next + 1, Role::Of) => {
            scaled(Vague::plural(name, *value), scan, next + 1, end).map(Some)
        }
        _ => Ok(None),
    }
}

/// What a vague plural is called as a hedge.
const PLURAL_NAMES: &[(i128, &str)] = &[
    (10, "tens"),
    (12, "dozens"),
    (20, "scores"),
    (100, "hundreds"),
    (1_000, "thousands"),
    (1_000_000, "millions"),
    (1_000_000_000, "billions"),
    (1_000_000_000_000, "trillions"),
];

/// Scales after a vague count: "a few hundred", "tens of thousands".
fn scaled(
    mut vague: Vague,
    scan: &Scan<'_>,
    mut at: usize,
    end: usize,
) -> Result<(Vague, usize), Refusal> {
    loop {
        let next = at + usize::from(scan.says(at, Role::Of));
        match met(scan, next, end) {
            Some((length, word)) if is_scale(word) => {
                vague = vague.times(word.value).ok_or_else(refusal::too_large)?;
                at = next + length;
            }
            _ => return Ok((vague, at)),
        }
    }
}

/// Whether a word multiplies what stands before it: "hundred", "million", "dozen".
pub(super) fn is_scale(word: Met) -> bool {
    !word.ordinal
        && matches!(
            word.class,
            WordClass::Hundred | WordClass::Scale | WordClass::Group
        )
}

fn met(scan: &Scan<'_>, at: usize, end: usize) -> Option<(usize, Met)> {
    if !scan.is(at, Class::Word) {
        return None;
    }
    WORDS.longest(scan, at, end)
}
