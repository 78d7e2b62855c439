//! The rules by which names are joined, as one table, and what keeps names apart.

use super::key::{NameKey, Part};
use super::spelling::{is_misspelled, is_slip, is_transliterated, sound_alike};

/// One reason to take two names for one.
pub struct Rule {
    /// How sure it is, from 0 to 1.
    pub score: f64,
    /// What it overlooks, in a few words.
    pub why: &'static str,
    /// Whether two names may be joined by it without being in one article.
    pub across: bool,
    fits: fn(&NameKey, &NameKey) -> bool,
}

/// All rules, the strictest first.
pub const RULES: &[Rule] = &[
    Rule {
        score: 1.0,
        why: "the same words",
        across: true,
        fits: |a, b| a.form == b.form,
    },
    Rule {
        score: 0.98,
        why: "the same name, titles and legal form aside",
        across: true,
        fits: |a, b| {
            a.parts.len() == b.parts.len()
                && a.parts.iter().zip(&b.parts).all(|(l, r)| l.text == r.text)
        },
    },
    Rule {
        score: 0.97,
        why: "the same letters, spaces and hyphens aside",
        across: true,
        fits: |a, b| a.joined() == b.joined(),
    },
    Rule {
        score: 0.95,
        why: "the same parts, surname first",
        across: false,
        fits: |a, b| is_turned(&a.parts, &b.parts) || is_turned(&b.parts, &a.parts),
    },
    Rule {
        score: 0.92,
        why: "an acronym of the other",
        across: true,
        fits: |a, b| is_acronym(a, b) || is_acronym(b, a),
    },
    Rule {
        score: 0.9,
        why: "every part of the shorter name stands in the longer, in order",
        across: true,
        fits: |a, b| holds(a, b, Part::is) || holds(b, a, Part::is),
    },
    Rule {
        score: 0.85,
        why: "the same sounds, or a short form of a given name",
        across: false,
        fits: |a, b| sounds_like(a, b) || holds(a, b, Part::fits) || holds(b, a, Part::fits),
    },
    Rule {
        score: 0.8,
        why: "one word is spelled otherwise, all else agrees",
        across: false,
        fits: is_respelled,
    },
    Rule {
        score: 0.6,
        why: "a surname alone: within an article, whoever bears it",
        across: false,
        fits: |a, b| is_surname(a, b) || is_surname(b, a),
    },
];

/// The first rule that fits, or what keeps the names apart.
pub(super) fn first(a: &NameKey, b: &NameKey, across: bool) -> Result<&'static Rule, &'static str> {
    if a.parts.is_empty() || b.parts.is_empty() {
        let same = a.form == b.form && !a.form.is_empty();
        return if same {
            Ok(&RULES[0])
        } else {
            Err("not both are names")
        };
    }
    if differ(a.suffix, b.suffix) {
        return Err("different generations");
    }
    if differ(a.address, b.address) {
        return Err("a man and a woman");
    }
    let disjoint = !a.legal.iter().any(|form| b.legal.contains(form));
    if disjoint && !a.legal.is_empty() && !b.legal.is_empty() {
        return Err("different legal forms");
    }
    RULES
        .iter()
        .find(|rule| (rule.across || !across) && (rule.fits)(a, b))
        .ok_or("parts of the one are not in the other")
}

fn differ<T: PartialEq>(left: Option<T>, right: Option<T>) -> bool {
    matches!((left, right), (Some(left), Some(right)) if left != right)
}

/// A name that begins with its surname, which begins with a particle: "bin Salman Mohammed".
fn is_turned(turned: &[Part], straight: &[Part]) -> bool {
    let n = turned.len();
    n == straight.len()
        && n > 2
        && straight[n - 2].particle.is_some()
        && turned[..2]
            .iter()
            .zip(&straight[n - 2..])
            .all(|(l, r)| l.text == r.text)
        && turned[2..]
            .iter()
            .zip(straight)
            .all(|(l, r)| l.text == r.text)
}

fn is_acronym(short: &NameKey, long: &NameKey) -> bool {
    short.may_be_acronym && short.parts[0].text == long.acronym()
}

/// Whether every part of one name is found in the other, in order. A part of one letter must be the
/// next part, not a later one: George W. Bush is not George H. W. Bush.
fn holds(short: &NameKey, long: &NameKey, fits: fn(&Part, &Part) -> bool) -> bool {
    let organisation = short.is_organisation || long.is_organisation;
    if short.parts.len() < 2 || short.parts.len() > long.parts.len() {
        return false;
    }
    if organisation && short.parts.len() != long.parts.len() {
        return false;
    }
    let mut rest = long.parts.as_slice();
    for part in &short.parts {
        let reach = if part.is_initial() { 1 } else { rest.len() };
        let Some(at) = rest.iter().take(reach).position(|other| fits(part, other)) else {
            return false;
        };
        rest = &rest[at + 1..];
    }
    let whole = |part: &&Part| !part.is_initial() && part.particle.is_none();
    short.parts.iter().filter(whole).count() > 0
        && !short.parts.last().is_some_and(Part::is_initial)
}

/// Whether the letters of both sound alike, spaces and doubled letters aside. Short names have too
/// few letters for that.
fn sounds_like(a: &NameKey, b: &NameKey) -> bool {
    const MIN: usize = 8;
    let (left, right) = (a.joined(), b.joined());
    left.len().min(right.len()) >= MIN && sound_alike(&left, &right)
}

/// Whether all parts agree but one, which differs by a slip; middle initials aside.
fn is_respelled(a: &NameKey, b: &NameKey) -> bool {
    if let ([l], [r]) = (a.parts.as_slice(), b.parts.as_slice()) {
        const LONG: usize = 8;
        return l.text.len().min(r.text.len()) >= LONG && is_slip(&l.text, &r.text);
    }
    let (left, right) = match a.parts.len() == b.parts.len() {
        true => (a.parts.iter().collect(), b.parts.iter().collect()),
        false => (without_initials(&a.parts), without_initials(&b.parts)),
    };
    if left.len() != right.len() {
        return false;
    }
    let surname = !a.is_organisation && !b.is_organisation;
    let mut slips = 0;
    left.iter().zip(right).enumerate().all(|(at, (l, r))| {
        if l.fits(r) || l.is_spelling_of(r) || is_transliterated(&l.text, &r.text) {
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

fn without_initials(parts: &[Part]) -> Vec<&Part> {
    let middle = |at: usize| at > 0 && parts[at].is_initial();
    let kept = parts.iter().enumerate().filter(|(at, _)| !middle(*at));
    kept.map(|(_, part)| part).collect()
}

fn is_surname(short: &NameKey, long: &NameKey) -> bool {
    let [surname] = short.parts.as_slice() else {
        return false;
    };
    surname.text.chars().all(char::is_alphabetic)
        && !surname.is_initial()
        && !short.is_organisation
        && !long.is_organisation
        && long.parts.len() > 1
        && long
            .parts
            .last()
            .is_some_and(|last| last.text == surname.text)
}
