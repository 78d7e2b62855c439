//! The table of counts that name no figure.

use std::sync::LazyLock;

use crate::value::lexicon::Lexicon;

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
/// These are of [`PLURAL`].
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

/// How many of a scale ("thousands") its plural stands for, and how many of a unit that has no figure
/// ("months").
#[derive(Clone, Copy, Debug)]
pub struct PluralRow {
    /// The least.
    pub from: i128,
    /// Likely under so many: ten times the least. Who had more would mostly name the next scale.
    pub likely_under: i128,
    /// In any case under so many: a hundred times the least.
    pub under: i128,
    /// When it is not as is likely, as a clause.
    pub doubt: &'static str,
}

/// Any plural without a figure.
pub const PLURAL: PluralRow = PluralRow {
    from: 2,
    likely_under: 20,
    under: 200,
    doubt: "unless far more are meant",
};
