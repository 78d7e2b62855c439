//! Units: a handle into the tables of units and currencies, and how wordings find it.

use std::borrow::Cow;
use std::sync::LazyLock;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::super::Rational;
use super::dimension::Dimension;
use super::table::currencies::CURRENCIES;
use super::table::prefixes::PREFIXES;
use super::table::units::{A_YEAR, UNITS, UnitRow};
use crate::value::lexicon::Lexicon;
use crate::value::scan::Scan;
use crate::value::words::lower_case;

/// A unit of measure or a currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unit(u16);

impl std::fmt::Debug for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl Unit {
    /// The unit of any wording that the tables know ("years", "km", "US$").
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let lower = lower_case(name);
        let scan = Scan::new(name, &lower)?;
        let n_tokens = scan.tokens.len();
        candidates(&scan, 0, n_tokens)
            .find(|(length, _)| *length == n_tokens)
            .map(|(_, unit)| unit)
    }

    /// The unit's name in the singular ("year", "kilometre", "usd", "percent").
    #[must_use]
    pub fn name(self) -> &'static str {
        &self.entry().name
    }

    /// The name after any figure but one ("years", "feet", "usd").
    #[must_use]
    pub fn plural(self) -> &'static str {
        &self.entry().plural
    }

    /// What the unit measures.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        self.entry().dimension
    }

    /// An amount of this unit in the base unit; `None` where it does not fit.
    #[must_use]
    pub fn to_base(self, x: Rational) -> Option<Rational> {
        let entry = self.entry();
        x.checked_mul(entry.factor)?.checked_add(entry.offset)
    }

    /// An amount of the base unit in this unit; `None` where it does not fit.
    #[must_use]
    pub fn from_base(self, x: Rational) -> Option<Rational> {
        let entry = self.entry();
        x.checked_sub(entry.offset)?.checked_div(entry.factor)
    }

    /// The units that the name may stand for: a bare gallon is American or imperial.
    pub fn readings(self) -> impl Iterator<Item = Self> {
        let readings = &self.entry().readings;
        let itself = readings.is_empty().then_some(self);
        readings.iter().copied().chain(itself)
    }

    /// The unit that a bare figure after this one counts: "5 feet 11", "12 stone 4", "an hour twenty".
    pub(super) fn next_smaller(self) -> Option<Self> {
        self.entry().smaller
    }

    /// Whether the next smaller unit is no hundredth of it, so that the two are written together: "6ft 2".
    pub(super) fn has_uneven_parts(self) -> bool {
        let factor = |unit: Self| unit.entry().factor;
        self.next_smaller().is_some_and(|smaller| {
            factor(self).checked_div(factor(smaller)) != Some(Rational::from_int(100))
        })
    }

    /// Whether it is a stretch of time longer than a year, which is only ever counted roughly.
    pub(super) fn is_era(self) -> bool {
        const YEAR: Rational = Rational::from_int(A_YEAR);
        self.dimension() == Dimension::Time && self.entry().factor > YEAR
    }

    /// Whether amounts below its nought are ordinary.
    pub(super) fn goes_below_nought(self) -> bool {
        // Of degrees without a scale, nobody knows.
        matches!(self.dimension(), Dimension::Temperature | Dimension::Angle)
    }

    /// Whether amounts of it that follow one of `other` may be added to that: inches to feet.
    ///
    /// A whole number of it must make one of the other; days need not fill a year.
    pub(super) fn is_part_of(self, other: Self) -> bool {
        let (part, whole) = (self.entry(), other.entry());
        let fills = || {
            let ratio = whole.factor.checked_div(part.factor);
            part.dimension == Dimension::Time || ratio.is_some_and(Rational::is_integer)
        };
        part.dimension == whole.dimension
            && part.offset == Rational::ZERO
            && part.factor < whole.factor
            && fills()
    }

    /// Itself as a part of a larger one: pence beside shillings are old ones.
    pub(super) fn beside(self, larger: Self) -> Self {
        match (larger.name(), self.name()) {
            ("shilling", "penny") => Self::from_name("old penny").unwrap_or(self),
            _ => self,
        }
    }

    fn entry(self) -> &'static Entry {
        &TABLE.entries[usize::from(self.0)]
    }
}

/// The units whose wordings stand at a token and end by another; longest first, then as in the tables.
pub(super) fn candidates<'s>(
    scan: &'s Scan<'_>,
    at: usize,
    end: usize,
) -> impl Iterator<Item = (usize, Unit)> + 's {
    TABLE
        .words
        .at(scan, at, end)
        .filter(move |(length, word)| {
            // Letter case tells mW from MW, and m from M; elsewhere it is free.
            word.any_case || scan.between(at, at + length) == TABLE.symbols[word.symbol]
        })
        .map(|(length, word)| (length, word.unit))
}

/// What is known of one unit.
struct Entry {
    name: String,
    plural: String,
    dimension: Dimension,
    /// How much of the base unit one is.
    factor: Rational,
    /// Where its nought lies, in the base unit.
    offset: Rational,
    smaller: Option<Unit>,
    readings: Vec<Unit>,
}

/// One wording of a unit.
#[derive(Clone, Copy)]
struct Wording {
    unit: Unit,
    /// Whether it means the unit in capitals and small letters alike.
    any_case: bool,
    /// How it is written where letter case matters: an index into the table of symbols.
    symbol: usize,
}

/// All units there are: those of the tables, with prefixes, squared and cubed, and the currencies.
struct Table {
    entries: Vec<Entry>,
    symbols: Vec<String>,
    words: Lexicon<Wording>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut builder = Builder::default();
    for row in UNITS {
        builder.add_row(row);
    }
    for (index, row) in (0_u8..).zip(CURRENCIES) {
        let dimension = Dimension::Money(index);
        let major = builder.add(row.name, row.name, dimension, Rational::ONE);
        // A code has no plural: "Gbps" are no pounds.
        if row.name.len() > 3 {
            builder.names(major, &[row.name]);
        }
        builder.names(major, row.words);
        builder.marks(major, row.marks);
        if let Some(minor) = &row.minor {
            let factor = Rational::new(1, minor.per).unwrap_or(Rational::ONE);
            let unit = builder.add(minor.name, minor.plural, dimension, factor);
            builder.entries[usize::from(major.0)].smaller = Some(unit);
            builder.names(unit, minor.words);
            builder.marks(unit, minor.marks);
        }
        let mut larger: Option<Unit> = None;
        for old in row.old {
            let factor = Rational::new(1, old.per).unwrap_or(Rational::ONE);
            let unit = builder.add(old.name, old.plural, dimension, factor);
            builder.names(unit, old.words);
            builder.marks(unit, old.marks);
            // "10 shillings 6" are ten and six pence.
            if let Some(larger) = larger.replace(unit) {
                builder.entries[usize::from(larger.0)].smaller = Some(unit);
            }
        }
    }
    builder.build()
});

/// Makes the table.
pub(super) fn prepare() {
    LazyLock::force(&TABLE);
}

/// What plurals end with that no row spells out.
const PLURAL: &str = "s";

#[derive(Default)]
struct Builder {
    entries: Vec<Entry>,
    /// Words in any case.
    words: Vec<(String, Unit)>,
    /// Symbols in the case in which they are written.
    symbols: Vec<(String, Unit)>,
}

impl Builder {
    fn add(&mut self, name: &str, plural: &str, dimension: Dimension, factor: Rational) -> Unit {
        let unit = Unit(u16::try_from(self.entries.len()).unwrap_or(u16::MAX));
        self.entries.push(Entry {
            name: name.into(),
            plural: plural.into(),
            dimension,
            factor,
            offset: Rational::ZERO,
            smaller: None,
            readings: Vec::new(),
        });
        self.marks(unit, &[name, plural]);
        unit
    }

    /// Names that take an s in the plural.
    fn names(&mut self, unit: Unit, names: &[&str]) {
        for name in names {
            self.words.push(((*name).into(), unit));
            self.words.push(([name, PLURAL].concat(), unit));
        }
    }

    /// Names that are written as they are.
    fn marks(&mut self, unit: Unit, marks: &[&str]) {
        for mark in marks {
            // Of single letters, the case tells cents from degrees Celsius.
            let one_letter = mark.len() == 1 && mark.starts_with(|c: char| c.is_alphabetic());
            // "C $5" is Canadian, and "c $5" about five dollars.
            let table = if one_letter || mark.contains(|c: char| c.is_ascii_uppercase()) {
                &mut self.symbols
            } else {
                &mut self.words
            };
            table.push(((*mark).into(), unit));
        }
    }

    fn named(&self, name: &str) -> Option<Unit> {
        let index = self.entries.iter().position(|entry| entry.name == name)?;
        u16::try_from(index).ok().map(Unit)
    }

    fn add_row(&mut self, row: &UnitRow) {
        let factor = Rational::new(row.factor.0, row.factor.1).unwrap_or(Rational::ONE);
        let offset = Rational::new(row.offset.0, row.offset.1).unwrap_or(Rational::ZERO);
        let unit = self.add_powers("", "", row, factor);
        let readings = row.readings.iter().filter_map(|name| self.named(name));
        let (readings, smaller) = (readings.collect(), self.named(row.smaller));
        let entry = &mut self.entries[usize::from(unit.0)];
        (entry.offset, entry.readings, entry.smaller) = (offset, readings, smaller);
        for prefix in PREFIXES {
            if row.prefixes.contains(&prefix.symbol) {
                let times = Rational::new(prefix.factor.0, prefix.factor.1);
                let scaled = times.and_then(|times| times.checked_mul(factor));
                self.add_powers(prefix.name, prefix.symbol, row, scaled.unwrap_or(factor));
            }
        }
    }

    /// Adds a unit with one prefix; for some lengths, the square and the cube of it too.
    fn add_powers(&mut self, prefix: &str, letter: &str, row: &UnitRow, factor: Rational) -> Unit {
        let full = |name: &str| [prefix, name].concat();
        let plural = if row.plural.is_empty() {
            [prefix, row.name, PLURAL].concat()
        } else {
            full(row.plural)
        };
        let unit = self.add(&full(row.name), &plural, row.dimension, factor);
        for name in row.words {
            self.names(unit, &[&full(name)]);
        }
        for symbol in row.symbols {
            self.symbols.push(([letter, symbol].concat(), unit));
            let abbreviates = symbol.len() + letter.len() > 1 && symbol.is_ascii();
            if abbreviates && symbol.ends_with(|c: char| c.is_ascii_lowercase() && c != 's') {
                self.symbols.push(([letter, symbol, PLURAL].concat(), unit));
            }
        }
        if !row.has_powers {
            return unit;
        }
        let square = factor.checked_mul(factor);
        let cube = square.and_then(|square| square.checked_mul(factor));
        let powers = [
            (
                Dimension::Area,
                square,
                "square",
                ["sq", "square"],
                ["²", "2", "^2"],
            ),
            (
                Dimension::Volume,
                cube,
                "cubic",
                ["cu", "cubic"],
                ["³", "3", "^3"],
            ),
        ];
        for (dimension, factor, word, before, after) in powers {
            let name = [word, " ", prefix, row.name].concat();
            let many = [word, " ", &plural].concat();
            let power = self.add(&name, &many, dimension, factor.unwrap_or(Rational::ONE));
            for word in before {
                self.marks(power, &[&[word, " ", &plural].concat()]);
                for name in std::iter::once(&row.name).chain(row.words) {
                    self.names(power, &[&[word, " ", prefix, name].concat()]);
                }
            }
            for symbol in row
                .symbols
                .iter()
                .filter(|symbol| !symbol.starts_with(['\'', '"']))
            {
                for word in before {
                    self.symbols
                        .push(([word, " ", letter, symbol].concat(), power));
                }
                for exponent in after {
                    self.symbols
                        .push(([letter, symbol, exponent].concat(), power));
                }
            }
        }
        unit
    }

    fn build(mut self) -> Table {
        // "nm" is one of two units before it is one of them.
        let entries = &self.entries;
        self.symbols
            .sort_by_key(|(_, unit)| entries[usize::from(unit.0)].readings.is_empty());
        // Of each in small letters, how it is first written, and whether it is written otherwise too.
        let lowered = self.symbols.iter().map(|(text, _)| match is_lower(text) {
            true => Cow::Borrowed(text.as_str()),
            false => Cow::Owned(text.to_lowercase()),
        });
        let lowered: Vec<Cow<'_, str>> = lowered.collect();
        let mut folded: IndexMap<&str, (&str, bool), FnvBuildHasher> = IndexMap::default();
        for ((symbol, _), lowered) in self.symbols.iter().zip(&lowered) {
            let (first, several) = folded.entry(lowered).or_insert((symbol, false));
            *several |= *first != symbol;
        }
        let words = self.words.into_iter().map(|(word, unit)| {
            let wording = Wording {
                unit,
                any_case: true,
                symbol: 0,
            };
            let is_lower = is_lower(&word);
            (if is_lower { word } else { word.to_lowercase() }, wording)
        });
        let symbols = self.symbols.iter().zip(&lowered).enumerate();
        let symbols = symbols.map(|(symbol, ((text, unit), lowered))| {
            let known = folded.get(lowered.as_ref());
            let alone = known.is_some_and(|(_, several)| !several);
            let one_letter = text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
            // A code that is a word in small letters: "10 mad dogs".
            let is_code =
                entries[usize::from(unit.0)].name == *text && text.chars().all(char::is_uppercase);
            let wording = Wording {
                unit: *unit,
                any_case: alone && !one_letter && !is_code,
                symbol,
            };
            (lowered.clone().into_owned(), wording)
        });
        let words = Lexicon::new(words.chain(symbols));
        Table {
            entries: self.entries,
            symbols: self.symbols.into_iter().map(|(text, _)| text).collect(),
            words,
        }
    }
}

fn is_lower(text: &str) -> bool {
    text.bytes()
        .all(|b| b.is_ascii() && !b.is_ascii_uppercase())
}

impl UnitRow {
    /// Its names and other names, in the singular and in the plural.
    pub(crate) fn wordings(&self) -> Vec<String> {
        let mut all = vec![self.name.to_owned()];
        all.push(match self.plural {
            "" => format!("{}s", self.name),
            plural => plural.to_owned(),
        });
        for word in self.words {
            all.extend([(*word).to_owned(), format!("{word}s")]);
        }
        all
    }
}
