//! The table of counts that name no figure.

use std::sync::LazyLock;

use super::super::lexicon::Lexicon;

/// One vague count.
#[derive(Clone, Copy, Debug)]
pub struct VagueRow {
    /// The commonest wording.
    pub name: &'static str,
    /// Other wordings.
    pub also: &'static [&'static str],
    /// The least it may be: a numerator and a denominator.
    pub from: (i128, i128),
    /// The most it may be.
    pub to: (i128, i128),
    /// Whether `from` itself is out.
    pub from_open: bool,
    /// Whether `to` itself is out.
    pub to_open: bool,
    /// What it means, for people.
    pub summary: &'static str,
}

/// All vague counts but the plurals of scales.
///
/// A scale in the plural ("thousands") is twice to under twenty times the scale, and so is a
/// unit in the plural that has no figure ("months"); dozens stay below twelve dozen, scores
/// below ten score.
#[rustfmt::skip]
pub const VAGUE_COUNTS: &[VagueRow] = &[
    VagueRow {
        name: "a couple",
        also: &["couple", "a couple of", "couple of", "a pair of", "both"],
        from: (2, 1),
        to: (2, 1),
        from_open: false,
        to_open: false,
        summary: "2",
    },
    VagueRow {
        name: "a few",
        also: &["few", "a few of", "a good few", "quite a few"],
        from: (3, 1),
        to: (9, 1),
        from_open: false,
        to_open: false,
        summary: "3 to 9",
    },
    VagueRow {
        name: "several",
        also: &["several of"],
        from: (3, 1),
        to: (9, 1),
        from_open: false,
        to_open: false,
        summary: "3 to 9",
    },
    VagueRow {
        name: "a handful",
        also: &[
            "handful",
            "a handful of",
            "handful of",
            "a small handful of",
        ],
        from: (3, 1),
        to: (9, 1),
        from_open: false,
        to_open: false,
        summary: "3 to 9",
    },
    VagueRow {
        name: "most",
        also: &[
            "a majority", "majority", "a majority of", "majority of", "most of", "vast majority", "a vast majority",
            "vast majority of", "overwhelming majority", "an overwhelming majority", "overwhelming majority of",
            "great majority", "a great majority", "large majority", "a large majority", "big majority", "a big majority",
            "clear majority", "a clear majority", "slim majority", "a slim majority", "narrow majority", "a narrow majority",
        ],
        from: (1, 2),
        to: (1, 1),
        from_open: true,
        to_open: false,
        summary: "more than half",
    },
    VagueRow {
        name: "a minority",
        also: &[
            "minority", "a minority of", "minority of", "small minority", "a small minority", "tiny minority", "a tiny minority",
            "large minority", "a large minority", "sizeable minority", "a sizeable minority",
        ],
        from: (0, 1),
        to: (1, 2),
        from_open: true,
        to_open: true,
        summary: "less than half",
    },
    VagueRow {
        name: "almost all",
        also: &["nearly all", "virtually all", "practically all", "almost all of", "nearly all of", "virtually all of"],
        from: (9, 10),
        to: (1, 1),
        from_open: false,
        to_open: true,
        summary: "nine tenths and more, but not all",
    },
    VagueRow {
        name: "all",
        also: &["all of them"],
        from: (1, 1),
        to: (1, 1),
        from_open: false,
        to_open: false,
        summary: "the whole",
    },
];

/// Finds vague counts.
pub(crate) static VAGUE: LazyLock<Lexicon<&'static VagueRow>> = LazyLock::new(|| {
    Lexicon::new(VAGUE_COUNTS.iter().flat_map(|row| {
        let names = std::iter::once(&row.name).chain(row.also);
        names.map(move |name| (*name, row))
    }))
});

/// How many of a scale its plural stands for: from this many, to under that many.
#[must_use]
pub fn plural_span(scale: i128) -> (i128, i128) {
    match scale {
        12 => (2, 12),
        20 => (2, 10),
        _ => (2, 20),
    }
}
