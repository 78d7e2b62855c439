//! The table of words that tell which way an amount goes: a loss of $5 million is no profit of it.

/// One way that an amount may go.
#[derive(Clone, Copy, Debug)]
pub struct DirectionRow {
    /// Which way.
    pub summary: &'static str,
    /// The words for it.
    pub words: &'static [&'static str],
}

/// Words that an amount does not take in: the property must tell which way it goes.
pub const DIRECTIONS: &[DirectionRow] = &[
    DirectionRow {
        summary: "up, or gained",
        words: &[
            "up",
            "rise",
            "rises",
            "rose",
            "risen",
            "raise",
            "increase",
            "increased",
            "gain",
            "gained",
            "growth",
            "grew",
            "jump",
            "jumped",
            "surge",
            "surged",
            "hike",
            "profit",
            "surplus",
            "higher",
            "climbed",
        ],
    },
    DirectionRow {
        summary: "down, or lost",
        words: &[
            "down",
            "fall",
            "falls",
            "fell",
            "fallen",
            "drop",
            "dropped",
            "decline",
            "declined",
            "decrease",
            "decreased",
            "cut",
            "loss",
            "lost",
            "deficit",
            "dip",
            "slump",
            "plunge",
            "plunged",
            "slide",
            "reduction",
            "shortfall",
            "lower",
            "discount",
        ],
    },
];

/// Whether a word in lower case tells a way.
pub(crate) fn is_direction(word: &str) -> bool {
    DIRECTIONS.iter().any(|row| row.words.contains(&word))
}
