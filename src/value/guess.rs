//! The kind of some values that answer one question, where nothing declares it.
//!
//! Kinds are guessed from values beyond doubt. Words that are also names or codes (no, first, April,
//! 3B) decide none; where all are such words, each is read both ways, and what they say as a kind is
//! never more than likely. A figure with a noun decides only together with another of that noun, or
//! with a bare figure.

use super::amount::{self, Parsed};
use super::role::{self, Role};
use super::{Answer, Context, KINDS, Kind, Words, truth};
use crate::text::normal;

/// What some values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Their kind.
    pub kind: Kind,
    /// Whether bare figures are ages.
    pub ages: bool,
    /// Another kind that all of them fit as well.
    pub otherwise: Option<Kind>,
}

impl From<Kind> for Sort {
    fn from(kind: Kind) -> Self {
        Self {
            kind,
            ages: false,
            otherwise: None,
        }
    }
}

/// Words that are also names or answers, and ranks beside them, in small letters.
const NAMES_TOO: &[&str] = &[
    "no", "nil", "score", "april", "may", "june", "august", "march", "dawn", "summer", "autumn",
    "easter", "second", "mark", "noel", "carol",
];

/// Labels of what has a name, a rank or a code: words that are names too are nothing else there.
const NAMED: &[&str] = &[
    "name",
    "named",
    "called",
    "nickname",
    "daughter",
    "son",
    "child",
    "baby",
    "wife",
    "husband",
    "mother",
    "father",
    "sister",
    "brother",
    "aunt",
    "uncle",
    "niece",
    "nephew",
    "cousin",
    "grandmother",
    "grandfather",
    "friend",
    "partner",
    "girl",
    "boy",
    "girlfriend",
    "boyfriend",
    "fiancee",
    "fiance",
    "spouse",
    "colleague",
    "assistant",
    "teacher",
    "dog",
    "cat",
    "horse",
    "ship",
    "boat",
    "rank",
    "grade",
    "class",
    "code",
    "flat",
    "apartment",
    "room",
    "suite",
    "gate",
    "seat",
    "platform",
    "version",
    "release",
    "model",
    "edition",
    "street",
    "block",
    "bay",
    "ward",
    "form",
    "section",
    "team",
    "plate",
    "registration",
    "serial",
    "label",
    "symbol",
    "type",
    "variant",
];

/// The kind that most values beyond doubt fit; ties go to the kind that comes first in the table, and
/// values of which less than half fit one kind are terms. Where one value is a list, a name is a member.
///
/// Where the only lengths of time are ages, bare figures beside them are ages too.
///
/// Linear in the values.
pub fn guess<'r>(answers: impl Iterator<Item = Answer<'r>>, label: &str) -> Sort {
    let mut votes = Votes::default();
    for answer in answers {
        match answer {
            Answer::Scalar(words) => votes.add(words, label),
            Answer::Members => votes.add_sure([Some(Kind::Members), None, None]),
            Answer::Between(from, to) => votes.add_sure(range(from, to)),
        }
    }
    votes.decide(label)
}

/// What one text looks like.
#[derive(Clone, Copy, Debug)]
pub(super) struct Looks {
    /// The kinds that it fits without a declaration: "1996" is a number and a date, "no" a number and
    /// a truth, "3m" a number and a quantity, "3 pounds" money and a weight.
    kinds: [Option<Kind>; 3],
    certainty: Certainty,
    /// Whether it is two figures of which the first is the larger, the 3-1 of a match, and no amount.
    is_reversed: bool,
}

/// How far the words of a value show what kind they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Certainty {
    Sure,
    /// They are also a name or a code.
    Name,
    /// A figure with what it counts.
    Counted,
}

/// What the values of a question look like.
#[derive(Default)]
struct Votes<'w> {
    /// By kind, how many values beyond doubt fit it.
    fits: [usize; KINDS.len()],
    /// Likewise, of words that are also names.
    doubtful: [usize; KINDS.len()],
    /// How many values are beyond doubt, names among them.
    n_sure: usize,
    n_names: usize,
    n_doubtful: usize,
    n_counted: usize,
    /// Whether a value is a figure with a noun that another has, or with none.
    counts: bool,
    counted: Vec<&'w super::Counted>,
    /// Whether an amount is a length of time and no age.
    lasts: bool,
    /// Decimals without anything else: 1.10 and 1.1 may be versions.
    decimals: Vec<&'w str>,
}

impl<'w> Votes<'w> {
    fn add_sure(&mut self, kinds: [Option<Kind>; 3]) {
        self.n_sure += 1;
        self.n_names += usize::from(kinds.iter().all(Option::is_none));
        kinds
            .iter()
            .flatten()
            .for_each(|kind| self.fits[*kind as usize] += 1);
    }

    fn add(&mut self, words: Words<'w>, label: &str) {
        /// So many different nouns are looked through.
        const MOST_NOUNS: usize = 32;
        let Looks {
            kinds,
            certainty,
            is_reversed,
        } = words.looks();
        let amount = words.amount().filter(|_| !is_reversed);
        self.lasts |= amount.is_some_and(|at| at.kind() == Kind::Duration && !at.is_age());
        match certainty {
            Certainty::Sure => self.add_sure(kinds),
            Certainty::Name => {
                self.n_doubtful += 1;
                kinds
                    .iter()
                    .flatten()
                    .for_each(|kind| self.doubtful[*kind as usize] += 1);
            }
            Certainty::Counted => {
                self.n_counted += 1;
                let Some(counted) = amount.and_then(Parsed::counted) else {
                    return;
                };
                let mut known = self.counted.iter();
                self.counts |= counted.is_bare()
                    || counted.clone().beside(&[label], "").is_own()
                    || known
                        .any(|other| std::ptr::eq(*other, counted) || counted.shares_noun(other));
                if self.counted.len() < MOST_NOUNS {
                    self.counted.push(counted);
                }
                return;
            }
        }
        if is_decimal(words.text()) {
            self.decimals.push(words.text());
        }
    }

    fn decide(mut self, label: &str) -> Sort {
        let number = Kind::Number as usize;
        let alone = self.n_sure + self.n_doubtful == 0 && self.n_counted == 1;
        let counts = self.counts || self.fits[number] > 0 || alone;
        self.n_sure += self.n_counted;
        match counts {
            true => self.fits[number] += self.n_counted,
            false => self.n_names += self.n_counted,
        }
        if self.fits[Kind::Members as usize] > 0 {
            self.fits[Kind::Members as usize] += self.n_names;
        }
        if self.n_sure == 0 && self.n_doubtful > 0 {
            return self.all_names(label);
        }
        if self.decimals.len() == self.n_sure && has_versions(&self.decimals) {
            self.doubtful = self.fits;
            self.n_doubtful = self.n_sure;
            return self.all_names(label);
        }
        let duration = Kind::Duration as usize;
        let ages = self.fits[duration] > 0 && !self.lasts;
        if ages {
            self.fits[duration] += std::mem::take(&mut self.fits[number]);
        }
        let kind = match most(&self.fits) {
            Some(kind) if self.fits[kind as usize] * 2 >= self.n_sure.max(1) => kind,
            _ => Kind::Term,
        };
        // Bare years are numbers and dates.
        let n_dates = self.fits[Kind::Date as usize];
        let ties = kind == Kind::Number && n_dates == self.fits[number] && n_dates == self.n_sure;
        Sort {
            kind,
            ages: ages && kind == Kind::Duration,
            otherwise: (ties && self.n_sure > 1).then_some(Kind::Date),
        }
    }

    /// All values are words that are also names or codes.
    fn all_names(&self, label: &str) -> Sort {
        let is_named = || {
            normal::words(label)
                .any(|word| NAMED.iter().any(|named| named.eq_ignore_ascii_case(word)))
        };
        let kind = most(&self.doubtful).unwrap_or(Kind::Term);
        match self.n_doubtful > 1 {
            // What is named April is May to nobody, and yet the same as another April.
            true if is_named() => Sort {
                otherwise: (kind != Kind::Term).then_some(kind),
                ..Sort::from(Kind::Term)
            },
            several => Sort {
                otherwise: several.then_some(Kind::Term),
                ..Sort::from(kind)
            },
        }
    }
}

/// The kind that most values fit, the first of the table among equals.
fn most(fits: &[usize; KINDS.len()]) -> Option<Kind> {
    let kinds = KINDS.iter().map(|row| row.kind);
    kinds.min_by_key(|kind| std::cmp::Reverse(fits[*kind as usize]))
}

/// The amount or date that words surely are, by themselves; a bare year is a date.
pub(super) fn sure(looks: Looks, text: &str) -> Option<Kind> {
    let fits = |kind| looks.kinds.contains(&Some(kind));
    let is_year = text.len() == 4 && fits(Kind::Date);
    match looks.certainty {
        Certainty::Name => None,
        _ if is_year => Some(Kind::Date),
        _ => looks
            .kinds
            .into_iter()
            .flatten()
            .find(|kind| *kind != Kind::Truth),
    }
}

/// What a text looks like.
pub(super) fn looks(words: Words<'_>) -> Looks {
    use Certainty::{Counted, Name, Sure};
    let text = words.text();
    let amount = words.amount();
    let is_reversed = amount.is_some_and(|parsed| is_reversed(text, parsed));
    let amount = amount.filter(|_| !is_reversed);
    let is_counted = amount.is_some_and(|at| at.counted().is_some());
    let kind = amount.map(Parsed::kind);
    let kinds = match kind.or_else(|| amount::kind_said_twice(text)) {
        // "in the sixties": of a person it is "in her sixties".
        Some(Kind::Duration)
            if amount.is_some_and(Parsed::is_age)
                && normal::words(text).any(|word| role::says(word, Role::The))
                && words.is_date() =>
        {
            [Some(Kind::Date), None, None]
        }
        // What has a unit is nothing else, unless that may be a scale.
        Some(kind) if kind != Kind::Number => {
            let is_count = amount.is_some_and(Parsed::is_count);
            let is_weight = kind == Kind::Money && may_weigh(text);
            [
                Some(kind),
                is_count.then_some(Kind::Number),
                is_weight.then_some(Kind::Quantity),
            ]
        }
        number => {
            let is_date = words.is_date();
            // "half of May", "2018-06".
            let yields = is_counted || amount.is_some_and(Parsed::yields_to_dates);
            let is_truth = truth::read(text).is_ok();
            [
                number.filter(|_| !(yields && is_date)),
                is_date.then_some(Kind::Date),
                is_truth.then_some(Kind::Truth),
            ]
        }
    };
    let is_number = kinds[0] == Some(Kind::Number);
    let certainty = match () {
        () if is_counted && is_number => Counted,
        () if kinds[0].or(kinds[1]).is_some() && is_name_too(text, amount) => Name,
        () => Sure,
    };
    Looks {
        kinds,
        certainty,
        is_reversed,
    }
}

/// The kinds that a range fits.
fn range(from: Words<'_>, to: Words<'_>) -> [Option<Kind>; 3] {
    let dates = from.is_date() && to.is_date();
    let is_count = to.amount().is_some_and(Parsed::is_count);
    let kind = to.amount().filter(|parsed| parsed.counted().is_none());
    let kind = kind.map(Parsed::kind);
    let kind = kind.or_else(|| amount::kind_said_twice(to.text()));
    [
        kind.filter(|kind| *kind != Kind::Number),
        is_count.then_some(Kind::Number),
        dates.then_some(Kind::Date),
    ]
}

/// Whether a text is two figures of which the first is the larger: the 3-1 of a match and the years
/// 1968-81 are no stretch of numbers.
fn is_reversed(text: &str, parsed: &Parsed) -> bool {
    let joins = ['-', '\u{2013}'];
    parsed.kind() == Kind::Number
        && text.contains(joins)
        && parsed.value(text, &Context::default()).is_err()
}

/// Whether an amount of money may be a weight: "3 pounds".
fn may_weigh(text: &str) -> bool {
    let mut words = normal::words(text);
    words.any(|word| role::says(word, Role::MassOrMoney))
        && amount::read(text, Kind::Quantity, &Context::default()).is_ok_and(|value| {
            value
                .unit
                .is_some_and(|unit| unit.dimension().kind() == Kind::Quantity)
        })
}

/// Whether words that look like an amount or a date are also a name, a rank or a code.
fn is_name_too(text: &str, amount: Option<&Parsed>) -> bool {
    let text = text.trim();
    if text.len() > 12 || text.contains(char::is_whitespace) {
        return false;
    }
    NAMES_TOO.iter().any(|name| name.eq_ignore_ascii_case(text))
        || amount.is_some_and(Parsed::is_ordinal)
        || is_code(text)
}

/// "3B", "12A".
fn is_code(text: &str) -> bool {
    match text.as_bytes() {
        [digits @ .., letter] => {
            letter.is_ascii_uppercase()
                && (1..=3).contains(&digits.len())
                && digits.iter().all(u8::is_ascii_digit)
        }
        [] => false,
    }
}

fn is_decimal(text: &str) -> bool {
    let mut parts = text.trim().split('.');
    let mut is_figure = || {
        let part = parts.next();
        part.is_some_and(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_figure() && is_figure() && parts.next().is_none()
}

/// Whether two decimals are one number, written in two ways.
fn has_versions(decimals: &[&str]) -> bool {
    let bare = |text: &'_ str| text.trim().trim_end_matches('0').len();
    let long = decimals.iter().filter(|text| text.trim().ends_with('0'));
    let mut long = long.take(FEW_DECIMALS);
    long.any(|text| {
        let text = text.trim();
        let stem = &text[..bare(text)];
        let others = decimals.iter().take(FEW_DECIMALS).map(|other| other.trim());
        others
            .filter(|other| *other != text)
            .any(|other| other[..bare(other)] == *stem)
    })
}

/// So many decimals are looked through.
const FEW_DECIMALS: usize = 64;
