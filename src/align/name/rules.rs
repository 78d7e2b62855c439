//! The rules by which names are joined, as one table, and what keeps names apart.

use super::key::{NameKey, Part};
use super::spelling::{is_misspelled, is_slip};

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
        across: true,
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
        fits: |a, b| holds(a, b) || holds(b, a),
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
pub(super) fn first<'r>(
    rules: &'r [Rule],
    a: &NameKey,
    b: &NameKey,
) -> Result<&'r Rule, &'static str> {
    if a.parts.is_empty() || b.parts.is_empty() {
        return Err("one of them has no letters");
    }
    if matches!((a.suffix, b.suffix), (Some(l), Some(r)) if l != r) {
        return Err("different generations");
    }
    let disjoint = !a.legal.iter().any(|form| b.legal.contains(form));
    if disjoint && !a.legal.is_empty() && !b.legal.is_empty() {
        return Err("different legal forms");
    }
    rules
        .iter()
        .find(|rule| (rule.fits)(a, b))
        .ok_or("parts of the one are not in the other")
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
fn holds(short: &NameKey, long: &NameKey) -> bool {
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
        let Some(at) = rest.iter().take(reach).position(|other| part.fits(other)) else {
            return false;
        };
        rest = &rest[at + 1..];
    }
    let whole = |part: &&Part| !part.is_initial() && part.particle.is_none();
    short.parts.iter().filter(whole).count() > 0
        && !short.parts.last().is_some_and(Part::is_initial)
}

/// Whether all parts agree but one, which differs by a slip; middle initials aside.
fn is_respelled(a: &NameKey, b: &NameKey) -> bool {
    let without_initials = |key: &'_ NameKey| -> Vec<usize> {
        let n = key.parts.len();
        (0..n)
            .filter(|at| *at == 0 || !key.parts[*at].is_initial())
            .collect()
    };
    let (left, right) = if a.parts.len() == b.parts.len() {
        ((0..a.parts.len()).collect(), (0..b.parts.len()).collect())
    } else {
        (without_initials(a), without_initials(b))
    };
    if left.len() != right.len() || left.len() < 2 {
        return false;
    }
    let mut slips = 0;
    for (at, (l, r)) in left.iter().zip(&right).enumerate() {
        let (l, r) = (&a.parts[*l], &b.parts[*r]);
        if l.fits(r) {
            continue;
        }
        slips += 1;
        let slip = if at == 0 { is_slip } else { is_misspelled };
        if slips > 1 || !slip(&l.text, &r.text) {
            return false;
        }
    }
    true
}

fn is_surname(short: &NameKey, long: &NameKey) -> bool {
    let [surname] = short.parts.as_slice() else {
        return false;
    };
    !surname.is_initial()
        && !short.is_organisation
        && !long.is_organisation
        && long.parts.len() > 1
        && long
            .parts
            .last()
            .is_some_and(|last| last.text == surname.text)
}
