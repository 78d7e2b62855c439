//! The table of words between two amounts or figures: what joins them, and what that makes of them.

use std::sync::LazyLock;

use crate::value::lexicon::Lexicon;

/// How two amounts are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// All from the one to the other.
    Range,
    /// Either of the two.
    Either,
    /// The second is how far the first may be out.
    Tolerance,
    /// The first is so many parts of the second: a share.
    Share,
    /// A share; of twenty and more rather a count.
    ShareOrCount,
    /// A count out of a total.
    Count,
}

/// Words that join two amounts.
#[derive(Clone, Copy, Debug)]
pub struct JointRow {
    /// How.
    pub joint: Joint,
    /// What they do, for people.
    pub summary: &'static str,
    /// The wordings.
    pub words: &'static [&'static str],
    /// An amount that has one.
    pub example: &'static str,
}

/// All words between amounts.
#[rustfmt::skip]
pub const JOINTS: &[JointRow] = &[
    JointRow {
        joint: Joint::Range,
        summary: "from the one to the other",
        words: &["-", "~", "to", "- to", "- to -", "up to", "through", "thru", "until", "till"],
        example: "5 to 7",
    },
    JointRow {
        joint: Joint::Either,
        summary: "either of the two",
        words: &[
            "or", "or maybe", "or perhaps", "or possibly", "and maybe", "and perhaps", "and possibly",
            "maybe", "perhaps", "possibly", "if not",
        ],
        example: "two, maybe three",
    },
    JointRow {
        joint: Joint::Tolerance,
        summary: "the second is how far the first may be out",
        words: &["±", "+/-", "plus or minus", "plus/minus", "give or take"],
        example: "20 plus or minus 2",
    },
    JointRow {
        joint: Joint::Share,
        summary: "so many parts of it",
        words: &["in", "in every", "of every", "out of every"],
        example: "one in five",
    },
    JointRow {
        joint: Joint::ShareOrCount,
        summary: "so many parts of it; out of 20 and more a count",
        words: &["out of"],
        example: "2 out of 3",
    },
    JointRow {
        joint: Joint::Count,
        summary: "a count out of a total",
        words: &["of"],
        example: "20 of 30",
    },
];

/// Finds what joins two amounts.
pub(crate) static BETWEEN: LazyLock<Lexicon<Joint>> =
    LazyLock::new(|| lexicon(|joint| matches!(joint, Joint::Range | Joint::Tolerance)));

/// Finds what stands between alternatives.
pub(crate) static EITHER: LazyLock<Lexicon<Joint>> =
    LazyLock::new(|| lexicon(|joint| joint == Joint::Either));

/// Finds what stands between a figure and its total.
pub(crate) static OUT_OF: LazyLock<Lexicon<Joint>> = LazyLock::new(|| {
    lexicon(|joint| matches!(joint, Joint::Share | Joint::ShareOrCount | Joint::Count))
});

fn lexicon(wanted: fn(Joint) -> bool) -> Lexicon<Joint> {
    let rows = JOINTS.iter().filter(|row| wanted(row.joint));
    Lexicon::new(rows.flat_map(|row| row.words.iter().map(|word| (*word, row.joint))))
}
