//! The rules by which names are joined, as one table, and what keeps names apart.

use smallvec::SmallVec;

use super::key::{NameKey, Part};
use super::spelling::{is_misspelled, is_number, is_slip, is_transliterated, may_sound_alike};

/// One reason to take two names for one.
pub struct Rule {
    /// How sure it is, from 0 to 1.
    pub score: f64,
    /// What it overlooks, in a few words.
    pub why: &'static str,
    /// Where it holds.
    pub reach: Reach,
    /// Whether it is as sure as an alias, so that a conflict may rest on it.
    pub sure: bool,
    fits: fn(&NameKey, &NameKey) -> bool,
}

/// Where a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// For all names in all articles.
    Across,
    /// For names of persons in all articles: New York is not New York Times.
    Persons,
    /// For what is declared to be an organisation or a place, in all articles.
    Firms,
    /// Only where people compare two names.
    Near,
    /// For names of one article that nobody else in it bears.
    Article,
}

impl Reach {
    fn holds_in(self, asked: Self) -> bool {
        match self {
            Self::Across => true,
            Self::Persons => matches!(asked, Self::Persons | Self::Near),
            Self::Article => asked == Self::Near,
            Self::Firms | Self::Near => self == asked,
        }
    }
}

/// All rules, the strictest first.
pub const RULES: &[Rule] = &[
    Rule {
        score: 1.0,
        why: "the same words",
        reach: Reach::Across,
        sure: true,
        fits: |a, b| a.form == b.form,
    },
    Rule {
        score: 0.98,
        why: "the same name, titles and legal form aside",
        reach: Reach::Across,
        sure: true,
        fits: |a, b| same_text(&a.parts, &b.parts),
    },
    Rule {
        score: 0.97,
        why: "the same letters, spaces and hyphens aside",
        reach: Reach::Across,
        sure: false,
        fits: |a, b| a.letters().eq(b.letters()),
    },
    Rule {
        score: 0.95,
        why: "the same parts, surname first",
        reach: Reach::Near,
        sure: false,
        fits: |a, b| is_turned(&a.parts, &b.parts) || is_turned(&b.parts, &a.parts),
    },
    Rule {
        score: 0.92,
        why: "an acronym of the other",
        reach: Reach::Across,
        sure: false,
        fits: |a, b| a.abbreviates(b) || b.abbreviates(a),
    },
    Rule {
        score: 0.92,
        why: "the initials of the other, which is no person",
        reach: Reach::Firms,
        sure: false,
        fits: |a, b| a.has_initials_of(b) || b.has_initials_of(a),
    },
    Rule {
        score: 0.9,
        why: "every part of the shorter name stands in the longer, in order",
        reach: Reach::Across,
        sure: false,
        fits: |a, b| {
            let one = a.ends_like(b) && either_holds(a, b, Part::is);
            one && !leaves_initials(a, b) && !leaves_initials(b, a)
        },
    },
    Rule {
        score: 0.89,
        why: "every part of the shorter name stands in the longer, in order, one as the first of several initials",
        reach: Reach::Persons,
        sure: false,
        fits: |a, b| a.ends_like(b) && either_holds(a, b, Part::is),
    },
    Rule {
        score: 0.88,
        why: "every part of the shorter name stands in the longer, in order, but not at its end",
        reach: Reach::Persons,
        sure: false,
        fits: |a, b| either_holds(a, b, Part::is),
    },
    Rule {
        score: 0.85,
        why: "the same sounds, another transliteration, or a short form of a given name",
        reach: Reach::Near,
        sure: false,
        fits: |a, b| sounds_like(a, b) || either_holds(a, b, Part::fits),
    },
    Rule {
        score: 0.8,
        why: "one word is spelled otherwise, all else agrees",
        reach: Reach::Near,
        sure: false,
        fits: is_respelled,
    },
    Rule {
        score: 0.6,
        why: "a surname alone: within an article, whoever bears it",
        reach: Reach::Article,
        sure: false,
        fits: |a, b| is_surname(a, b) || is_surname(b, a),
    },
];

/// The first rule that fits, or what keeps the names apart.
pub(super) fn first(a: &NameKey, b: &NameKey, reach: Reach) -> Result<&'static Rule, &'static str> {
    if a.parts.is_empty() || b.parts.is_empty() {
        let same = a.form == b.form && !a.form.is_empty();
        return same.then_some(&RULES[0]).ok_or("not both are names");
    }
    // Without "Jr." a name may be the father's: people may overlook that, a corpus may not.
    let unsaid = reach == Reach::Near && (a.suffix.is_none() || b.suffix.is_none());
    if a.suffix != b.suffix && !unsaid {
        let number = |key: &NameKey| key.suffix.and_then(|it| it.chars().next());
        let numbers = number(a).zip(number(b));
        let is_one = numbers.is_some_and(|(a, b)| a == b && a.is_ascii_digit());
        // III and 3rd: people may see one generation in both, a corpus has too little to go by.
        if !is_one || reach != Reach::Near {
            return Err("different generations");
        }
    }
    if a.contradicts(b) {
        return Err("a man and a woman");
    }
    fn numbers(key: &NameKey) -> impl Iterator<Item = &str> {
        // The I of "Elizabeth I" is an initial only where the other name has no number.
        let last = key.parts.iter().skip(1).next_back().map(|part| &*part.text);
        let parts = key.parts.iter().map(|part| &*part.text);
        let numeral = move |text: &str| last == Some(text) && matches!(text, "i" | "v" | "x");
        parts.filter(move |text| is_number(text) || numeral(text))
    }
    let have_some = numbers(a).next().is_some() && numbers(b).next().is_some();
    if have_some && !numbers(a).eq(numbers(b)) {
        return Err("different numbers");
    }
    let disjoint = !a.legal.iter().any(|form| b.legal.contains(form));
    if disjoint && !a.legal.is_empty() && !b.legal.is_empty() {
        return Err("different legal forms");
    }
    RULES
        .iter()
        .find(|rule| rule.reach.holds_in(reach) && (rule.fits)(a, b))
        .ok_or("parts of the one are not in the other")
}

/// A name that begins with its surname, which begins with a particle: "al Farsi Omar".
fn is_turned(turned: &[Part], straight: &[Part]) -> bool {
    let n = turned.len();
    n == straight.len()
        && n > 2
        && straight[n - 2].particle.is_some()
        && same_text(&turned[..2], &straight[n - 2..])
        && same_text(&turned[2..], &straight[..n - 2])
}

fn same_text(left: &[Part], right: &[Part]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(l, r)| l.text == r.text)
}

/// Whether a name begins with several initials, and the other with a word for the first alone:
/// "P.X. Moss" need not be Paul Moss.
fn leaves_initials(initials: &NameKey, other: &NameKey) -> bool {
    let several =
        matches!(initials.parts.as_slice(), [a, b, ..] if a.is_initial() && b.is_initial());
    let words = other.parts.iter().take_while(|part| !part.is_initial());
    several && words.count() > 0 && other.parts.len() < initials.parts.len()
}

/// Whether every part of the shorter of two names is found in the longer, in order.
fn either_holds(a: &NameKey, b: &NameKey, fits: fn(&Part, &Part) -> bool) -> bool {
    match a.parts.len() <= b.parts.len() {
        true => holds(a, b, fits),
        false => holds(b, a, fits),
    }
}

/// Whether every part of one name is found in the other, in order. A part of one letter must be the
/// next part, not a later one: George W. Bush is not George H. W. Bush.
fn holds(short: &NameKey, long: &NameKey, fits: fn(&Part, &Part) -> bool) -> bool {
    let organisation = short.is_organisation || long.is_organisation;
    let ends_short = |key: &NameKey| key.parts.last().is_none_or(Part::is_initial);
    if short.parts.len() < 2 || short.parts.len() > long.parts.len() {
        return false;
    }
    if ends_short(short) || ends_short(long) || short.couples() != long.couples() {
        return false;
    }
    if organisation && short.parts.len() != long.parts.len() {
        return false;
    }
    let mut next = 0;
    for part in &short.parts {
        let reach = if part.is_initial() {
            1
        } else {
            long.parts.len()
        };
        let rest = long.parts[next..].iter().take(reach);
        let Some(at) = rest.into_iter().position(|other| fits(part, other)) else {
            return false;
        };
        // What an office or an institution is "of" is not that office or institution.
        if next == 0 && at > 0 && long.parts[at - 1].connects() {
            return false;
        }
        next += at + 1;
    }
    true
}

/// Whether the letters of both sound alike, spaces and doubled letters aside. Short names have too
/// few letters for that.
fn sounds_like(a: &NameKey, b: &NameKey) -> bool {
    const MIN: usize = 8;
    let is_long =
        |key: &NameKey| key.parts.iter().map(|part| part.text.len()).sum::<usize>() >= MIN;
    is_long(a) && is_long(b) && a.sound() == b.sound() && may_sound_alike(&a.joined(), &b.joined())
}

/// Whether all parts agree but one, which differs by a slip; middle initials aside.
fn is_respelled(a: &NameKey, b: &NameKey) -> bool {
    if let ([l], [r]) = (a.parts.as_slice(), b.parts.as_slice()) {
        const LONG: usize = 8;
        return l.text.len().min(r.text.len()) >= LONG && is_slip(&l.text, &r.text);
    }
    let (left, right) = (whole_parts(a, b), whole_parts(b, a));
    if left.len() != right.len() {
        return false;
    }
    let surname = !a.is_organisation && !b.is_organisation;
    let mut slips = 0;
    left.iter().zip(right).enumerate().all(|(at, (l, r))| {
        if l.fits(r) || is_transliterated(&l.text, &r.text) {
            return true;
        }
        slips += 1;
        slips == 1
            && match at {
                0 if surname => is_slip(&l.text, &r.text),
                _ => is_misspelled(&l.text, &r.text, surname),
            }
    })
}

/// The parts of a name, without its middle initials where the other name has none.
fn whole_parts<'a>(key: &'a NameKey, other: &NameKey) -> SmallVec<[&'a Part; 4]> {
    let is_middle =
        |parts: &[Part], at: usize| at > 0 && at + 1 < parts.len() && parts[at].is_initial();
    let kept = key.is_organisation || (0..other.parts.len()).any(|at| is_middle(&other.parts, at));
    let whole = (0..key.parts.len()).filter(|at| kept || !is_middle(&key.parts, *at));
    whole.map(|at| &key.parts[at]).collect()
}

fn is_surname(short: &NameKey, long: &NameKey) -> bool {
    let [surname] = short.parts.as_slice() else {
        return false;
    };
    surname.text.chars().all(char::is_alphabetic)
        && !surname.is_initial()
        && !short.is_organisation
        && long.may_be_person()
        && long.parts.len() > 1
        && long
            .parts
            .last()
            .is_some_and(|last| last.text == surname.text)
}
