//! Slips that have one answer, mended in the text of a file.
//!
//! In goes the text of a file, which need not be YAML; out comes the text in which the slips alone are
//! mended. The places are those of the diagnostics, and the result is read again: a slip must be gone, and
//! everything that was read before must still be read as it was. What cannot be shown to do that is not done.

mod keys;
mod splice;
mod verify;

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::load_text;
use crate::text::line;
use splice::{Splice, apply};
use verify::Before;

/// A text with fewer slips.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// The text.
    pub text: String,
    /// How many slips were mended.
    pub slips: usize,
}

/// A slip may hide others: the text is read again so often.
const ROUNDS: usize = 50;

/// So many slips are tried one by one where they cannot be mended together.
const MOST_ALONE: usize = 100;

/// The kinds of problems that have one answer. Of the others named `syntax` only texts that start with a
/// sign which starts none in YAML.
pub const MENDED: &[Code] = &[
    Code::LikelyQuote,
    Code::LikelyColon,
    Code::LikelyComma,
    Code::LikelySpace,
    Code::OddSpace,
    Code::MissingDashes,
    Code::Syntax,
];

/// The text of a file with its slips mended; nothing where there is none that could be.
///
/// `is_wanted` chooses the kinds of problems; `keys` tells whether keys with `_` or `-` between their words
/// get spaces.
#[must_use]
pub fn mend(text: &str, is_wanted: &dyn Fn(Code) -> bool, keys: bool) -> Option<Mended> {
    let (mark, body) = line::split_mark(text);
    let mut mended = Mended {
        text: body.to_owned(),
        slips: 0,
    };
    for _ in 0..ROUNDS {
        let Some(next) = round(&mended, is_wanted) else {
            break;
        };
        mended = next;
    }
    if keys {
        let (text, changed) = keys::normal(&mended.text);
        mended.text = text;
        mended.slips += changed;
    }
    mended.text.insert_str(0, mark);
    (mended.slips > 0).then_some(mended)
}

/// The text with all slips mended that a reading finds, or with those of them that can be.
fn round(mended: &Mended, is_wanted: &dyn Fn(Code) -> bool) -> Option<Mended> {
    let (corpus, problems) = load_text(&mended.text);
    let is_meant = |it: &&Diagnostic| MENDED.contains(&it.code) && is_wanted(it.code);
    let meant = problems.iter().filter(is_meant);
    let splices = splice::all(&mended.text, meant);
    if splices.is_empty() {
        return None;
    }
    let before = Before::new(&corpus, &problems);
    if let Some(text) = made(&mended.text, &before, &splices) {
        let slips = mended.slips + splices.len();
        return Some(Mended { text, slips });
    }
    // One that cannot be mended stands in the way of the others.
    let alone = splices.iter().take(MOST_ALONE);
    let mut alone = alone.map(|splice| made(&mended.text, &before, std::slice::from_ref(splice)));
    let text = alone.find_map(|text| text)?;
    let slips = mended.slips + 1;
    Some(Mended { text, slips })
}

fn made(text: &str, before: &Before, splices: &[Splice]) -> Option<String> {
    let changed = apply(text, splices)?;
    before.holds_after(&changed, splices).then_some(changed)
}
