//! The grammar of amounts: hedges, number, unit, and how two of them make a range.

mod counted;
pub(in crate::value) mod length;
mod shape;
pub(super) mod share;
mod term;
mod unit_of;

use smallvec::SmallVec;

use self::length::Pieces;
use super::Part;
use super::number::Number;
use super::refusal;
use super::table::hedges::{self, Effect, HedgeRow};
use super::table::joints;
use super::table::words::WORDS;
use super::unit::{self, Unit};
use crate::value::counted::Counted;
use crate::value::role::{Role, Roles};
use crate::value::scan::Scan;
use crate::value::{Rational, Refusal};

/// Which units are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// None but shares.
    Count,
    /// Currencies.
    Money,
    /// Lengths of time.
    Time,
    /// Any; a unit of measure before a currency of the same name.
    Any,
    /// Any; a currency before a unit of measure of the same name.
    AnyMoneyFirst,
}

/// The hedges of one number: seldom more than two.
pub(super) type Hedges = SmallVec<[&'static HedgeRow; 2]>;

/// A number with its hedges and its unit.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) hedges: Hedges,
    pub(super) number: Number,
    pub(super) unit: Option<Unit>,
    pub(super) age: bool,
    /// Whether a number is written, or at least an article.
    pub(super) counted: bool,
    /// Whether the unit is an s that touches a whole figure: seconds, or people of that age.
    pub(super) plural: bool,
    /// The total that the figure is counted out of.
    pub(super) total: Option<Rational>,
}

/// How terms stand together.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// One amount.
    One(Term),
    /// All from one to the other.
    Range(Term, Term),
    /// Two sides of one thing: "48-52".
    Split(Term, Term),
    /// An amount and how far it may be out.
    Tolerance(Term, Term),
    /// What two bounds leave.
    Both(Term, Term),
    /// One or the other or what lies between, as two figures with one scale mean: "two or three hundred".
    Either(Term, Term),
}

/// All that a value says.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) negated: bool,
    /// At least one; the value is one of them.
    pub(super) shapes: Vec<Shape>,
    /// Whether it counts from a day, so that it is rather a date.
    pub(super) dated: bool,
    /// Whether words tell what a share is a share of: "half of the votes".
    pub(super) of_what: bool,
    /// What the figure counts, where words say so.
    pub(super) counted: Option<Box<Counted>>,
}

/// Reads a phrase from tokens; `notes` collects which words did what where somebody asks.
pub(super) struct Parser<'s, 't> {
    scan: &'s Scan<'t>,
    at: usize,
    end: usize,
    wanted: Wanted,
    dated: bool,
    of_what: bool,
    /// Whether a currency stood before, so that the "m" of "£3-5m" is a scale.
    after_money: bool,
    /// Whether an article stands before the words that stand before the number: "a full third".
    article: bool,
    notes: Option<Vec<Part>>,
    /// Whether a length of time is read that a date counts by: what stands around it is the date's.
    counts_from_day: bool,
    /// The units of the last term, one by one.
    pieces: Pieces,
    /// Where its hedges stand, as tokens from and to.
    hedged: SmallVec<[(usize, usize); 2]>,
}

impl<'s, 't> Parser<'s, 't> {
    pub(super) fn new(scan: &'s Scan<'t>, wanted: Wanted, explains: bool) -> Self {
        Self {
            scan,
            at: 0,
            end: scan.tokens.len(),
            wanted,
            dated: false,
            of_what: false,
            after_money: false,
            article: false,
            notes: explains.then(Vec::new),
            counts_from_day: false,
            pieces: Pieces::new(),
            hedged: SmallVec::new(),
        }
    }

    /// The phrase, with how many tokens it takes.
    pub(super) fn phrase(&mut self) -> Result<Option<Phrase>, Refusal> {
        let negated = self.says(Role::Not)
            && hedges::BEFORE
                .longest(self.scan, self.at, self.end)
                .is_none()
            && WORDS.longest(self.scan, self.at, self.end).is_none();
        if negated {
            self.note(self.at, self.at + 1, || "all but what follows".into());
            self.at += 1;
            if self.says(Role::Not) {
                return Err(refusal::denied_twice());
            }
        }
        let mut shapes = Vec::with_capacity(1);
        loop {
            match self.shape()? {
                Some(shape) => shapes.push(shape),
                None => return Ok(None),
            }
            let length = self.alternative();
            if length == 0 || self.at + length >= self.end {
                break;
            }
            let (from, to) = (self.at, self.at + length);
            self.note(from, to, || "either of the two".into());
            self.at = to;
        }
        shape::share_units(&mut shapes);
        let counted = match self.wanted {
            _ if self.at >= self.end => None,
            Wanted::Count => self.counted(&mut shapes),
            Wanted::Any => self.substance(&mut shapes),
            Wanted::AnyMoneyFirst => self
                .substance(&mut shapes)
                .or_else(|| self.counted(&mut shapes)),
            _ => None,
        };
        Ok(Some(Phrase {
            negated,
            shapes,
            dated: self.dated,
            of_what: self.of_what,
            counted,
        }))
    }

    /// The length of the words that join two alternatives: "or", "dozens, if not hundreds",
    /// "two, maybe three".
    fn alternative(&self) -> usize {
        let comma = usize::from(self.word() == ",");
        let found = joints::EITHER.longest(self.scan, self.at + comma, self.scan.tokens.len());
        found.map_or(0, |(length, _)| comma + length)
    }

    /// The token at which reading stopped.
    pub(super) fn stopped_at(&self) -> usize {
        self.at
    }

    /// Which words did what.
    pub(super) fn into_notes(self) -> Vec<Part> {
        self.notes.unwrap_or_default()
    }

    /// Any unit at the place where reading stopped, wanted or not.
    pub(super) fn unwanted_unit(&self) -> Option<Unit> {
        let at = self.at + usize::from(self.word() == "-");
        let number =
            |at: usize| self.scan.is_figure(at) || WORDS.longest(self.scan, at, self.end).is_some();
        // A unit stands before its figure, or after it; "in prison" has nothing to do with inches.
        let beside = at == 0 || number(self.at.wrapping_sub(1)) || number(at + 1);
        if !beside {
            return None;
        }
        unit::candidates(self.scan, at, self.end)
            .map(|(_, unit)| unit)
            .find(|unit| !self.allows(*unit) && !self.is_plural_figure())
    }

    /// Whether reading stopped at the s of "100s", "60s" or "under-18s", which are no seconds.
    fn is_plural_figure(&self) -> bool {
        let figure = self.at.wrapping_sub(1);
        let glued = self.scan.tokens.get(self.at).is_some_and(|it| it.glued);
        let hyphened = self.scan.word(figure.wrapping_sub(1)) == "-";
        glued && self.says(Role::PluralEnd) && (hyphened || self.scan.word(figure).ends_with('0'))
    }

    /// Whether the next word plays one of some parts.
    fn says(&self, roles: impl Into<Roles>) -> bool {
        self.at < self.end && self.scan.says(self.at, roles)
    }

    fn word(&self) -> &str {
        if self.at < self.end {
            self.scan.word(self.at)
        } else {
            ""
        }
    }

    fn note(&mut self, from: usize, to: usize, role: impl FnOnce() -> String) {
        if let Some(notes) = &mut self.notes
            && let (Some(first), Some(last)) = (
                self.scan.tokens.get(from),
                self.scan.tokens.get(to.wrapping_sub(1)),
            )
        {
            notes.push(Part {
                span: first.start..last.end,
                role: role(),
            });
        }
    }
}

impl Shape {
    fn first_mut(&mut self) -> &mut Term {
        match self {
            Self::One(term)
            | Self::Range(term, _)
            | Self::Split(term, _)
            | Self::Tolerance(term, _)
            | Self::Both(term, _)
            | Self::Either(term, _) => term,
        }
    }

    fn last_mut(&mut self) -> &mut Term {
        match self {
            Self::One(term)
            | Self::Range(_, term)
            | Self::Split(_, term)
            | Self::Tolerance(_, term)
            | Self::Both(_, term)
            | Self::Either(_, term) => term,
        }
    }

    /// Whether it is a range from a year to a lower figure, which may be a month of it.
    pub(super) fn starts_with_a_year(&self) -> bool {
        match self {
            Self::Range(left, right) if left.unit.is_none() && right.unit.is_none() => {
                match (left.number, right.number) {
                    (Number::Figure(a), Number::Figure(b)) => a.year_like && a.value > b.value,
                    _ => false,
                }
            }
            _ => false,
        }
    }

    /// All terms.
    fn terms_mut(&mut self) -> impl Iterator<Item = &mut Term> {
        let (one, other) = match self {
            Self::One(term) => (term, None),
            Self::Range(one, other)
            | Self::Split(one, other)
            | Self::Tolerance(one, other)
            | Self::Both(one, other)
            | Self::Either(one, other) => (one, Some(other)),
        };
        std::iter::once(one).chain(other)
    }

    /// The term that names the unit of the whole.
    pub(super) fn last(&self) -> &Term {
        match self {
            Self::One(term)
            | Self::Range(_, term)
            | Self::Split(_, term)
            | Self::Tolerance(_, term)
            | Self::Both(_, term)
            | Self::Either(_, term) => term,
        }
    }
}

impl Phrase {
    /// The phrase as it is likely meant; `None` where there is no doubt.
    pub(super) fn as_likely(&self) -> Option<Self> {
        let mut likely = self.clone();
        let mut doubtful = false;
        for term in likely.shapes.iter_mut().flat_map(Shape::terms_mut) {
            if let Some(number) = term.number.as_likely() {
                term.number = number;
                doubtful = true;
            }
        }
        doubtful.then_some(likely)
    }
}

/// The outermost hedge that says something.
pub(super) fn outer_hedge(term: &Term) -> Option<&'static str> {
    let bound = term.hedges.iter().find(|row| row.effect.is_bound());
    let any = term.hedges.iter().find(|row| row.effect != Effect::Plain);
    match (bound.or(any), &term.number) {
        (Some(row), _) => Some(row.name),
        (None, Number::Vague(vague)) => Some(vague.name),
        (None, Number::Figure(_)) => None,
    }
}
