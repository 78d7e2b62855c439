//! How the parts of a report are marked: by a sign, a word and a colour.

use serde::Serialize;

use crate::finding::{Finding, Section};
use crate::render::phrase;
use crate::render::style::{mark, mark_of, word, word_of};

/// The marks of one part.
#[derive(Clone, Copy, Debug, Serialize)]
pub(in crate::render) struct Sign {
    /// Its number, for the script.
    pub(super) number: usize,
    /// A sign.
    pub(super) mark: &'static str,
    /// A word for one finding of it.
    pub(super) word: &'static str,
    /// What it is called among the filters.
    pub(super) label: &'static str,
    /// Its colour, as a class of the style sheet.
    pub(super) class: &'static str,
    /// Its place in the page.
    pub(super) anchor: &'static str,
    /// What it holds, for whoever sees such a page for the first time.
    pub(super) about: &'static str,
}

impl Sign {
    /// The marks of one finding, and the words for it: "agreement, but unsure" with a sign of its own.
    pub(in crate::render) fn of_finding(finding: &Finding) -> (Self, String) {
        let section = finding.section();
        let sign = Self {
            mark: mark_of(finding),
            word: word_of(finding),
            ..Self::of(section)
        };
        match phrase::reserve(finding) {
            None => (sign, sign.word.to_owned()),
            Some(why) => {
                let words = format!("{}, but {why}", sign.word);
                let class = "agreement reserved";
                (Self { class, ..sign }, words)
            }
        }
    }

    /// The marks of a part of the report.
    pub(super) fn of(section: Section) -> Self {
        let (number, label, class, anchor, about) = match section {
            Section::Conflicts => (
                0,
                "conflicts",
                "conflict",
                "conflicts",
                "What cannot all be true. Who is right is for you to find out.",
            ),
            Section::Warnings => (
                1,
                "warnings",
                "warning",
                "warnings",
                "What deserves a look: conflicts that a hedge, a time or a name may explain, and doubtful sources.",
            ),
            Section::NotCompared => (
                2,
                "not compared",
                "unknown",
                "not-compared",
                "Values that gainsay cannot hold against each other, and why. This is no agreement.",
            ),
            Section::Agreements => (
                3,
                "agreements",
                "agreement",
                "agreements",
                "Where the articles agree, or one says more precisely what the other says.",
            ),
            Section::Notes => (
                4,
                "notes",
                "quiet",
                "notes",
                "Questions that only one article answers, and values that differ but can all be true.",
            ),
        };
        Self {
            number,
            mark: mark(section),
            word: word(section),
            label,
            class,
            anchor,
            about,
        }
    }
}
