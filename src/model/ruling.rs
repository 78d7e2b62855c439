//! Rulings: what an editor decided about a finding.

use clap::ValueEnum;

use super::choice::choices;
use crate::text::Place;
use crate::value::Day;

choices! {
    /// What was decided.
    #[derive(ValueEnum)]
    Decision {
        /// One of the values stands; silences the finding.
        Stands "stands",
        /// All of them may stand; silences the finding.
        Both "both",
        /// It stays open, with a note.
        Unresolved "unresolved",
    }
}

/// A claim that a ruling weighed, and what tempered it then.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Considered {
    /// Article id, a space, the value as written, with `not` before one that is denied.
    pub claim: Box<str>,
    /// Whether the article itself was unsure.
    pub hedged: bool,
    /// Whom the article named for it.
    pub attribution: Box<[Box<str>]>,
    /// When it was said, and the limits within which it held, by name and value as written.
    pub limits: Box<[(Box<str>, Box<str>)]>,
}

/// An editor's decision about a finding, as it stands in a file.
#[derive(Clone, Debug)]
pub struct Ruling {
    /// The finding's id, or a unique beginning of it.
    pub finding: Box<str>,
    /// Subject and property, for people.
    pub about: Option<Box<str>>,
    /// What was decided.
    pub decision: Decision,
    /// Which value stands.
    pub value: Option<Box<str>>,
    /// The check that the finding was of.
    pub check: Option<Box<str>>,
    /// The claims that were weighed.
    pub considered: Box<[Considered]>,
    /// Who decided.
    pub by: Option<Box<str>>,
    /// When, as written.
    pub date: Option<Box<str>>,
    /// Why.
    pub reason: Option<Box<str>>,
    /// The first day on which it no longer counts.
    pub expires: Option<Day>,
    /// Where its entry starts.
    pub place: Place,
}
