//! Words around an amount that say what is measured, not how much: they are read and left aside.

use std::sync::LazyLock;

use crate::value::lexicon::Lexicon;

/// What the words around an amount tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// Nothing about the size.
    Aside,
    /// That it is an age.
    Age,
    /// That it counts from a day, so that the whole is rather a date.
    Date,
    /// That it lies below nought.
    BelowNought,
}

/// Some words around an amount.
#[derive(Clone, Copy, Debug)]
pub struct FrameRow {
    /// What they tell.
    pub frame: Frame,
    /// For people.
    pub summary: &'static str,
    /// Wordings before the figure.
    pub before: &'static [&'static str],
    /// Wordings between figure and unit.
    pub amid: &'static [&'static str],
    /// Wordings after the amount.
    pub after: &'static [&'static str],
    /// An amount that has one.
    pub example: &'static str,
}

/// All words around amounts.
#[rustfmt::skip]
pub const FRAMES: &[FrameRow] = &[
    FrameRow {
        frame: Frame::Aside,
        summary: "tells which, not how much",
        before: &[
            "the", "past", "last", "next", "first", "latest", "coming", "previous", "following", "preceding", "initial", "final", "remaining", "other", "these", "those", "this", "each of", "all", "every", "each", "for", "during", "throughout", "full", "whole", "entire",
            "over the past", "over the last", "over the next", "over the course of", "within the past", "within the last", "within the next", "in the past", "in the last", "in the next", "in the first", "during the past", "during the last", "for the past", "for the last", "for the next", "for the first",
            "number", "#", "magnitude", "magnitude of", "category",
        ],
        amid: &["long", "more", "entire", "extra", "additional", "further", "full", "whole", "straight", "consecutive", "successive", "calendar", "fiscal", "financial", "solid", "fewer", "other"],
        after: &["long", "tall", "high", "wide", "deep", "thick", "away", "apart", "in length", "in height", "in width", "in depth", "in size", "in weight", "in area", "straight", "in a row", "running", "each", "apiece", "more", "others", "other", "additional", "extra", "longer", "of time", "in duration", "across", "above sea level", "in cash", "strong", "-strong", "-long", "-high", "-tall", "-wide", "-deep", "-thick", "-magnitude", "magnitude", "on the richter scale", "mark",
            "in prison", "in jail", "in a prison", "in a jail", "in federal prison", "in state prison", "in a federal prison", "in a state prison", "in custody", "in detention", "in captivity", "in exile", "in hospital", "in office", "in power", "in charge", "behind bars",
            "imprisonment", "of imprisonment", "rigorous imprisonment", "of rigorous imprisonment", "simple imprisonment", "of simple imprisonment", "hard labour", "hard labor", "without parole", "without the possibility of parole", "before parole", "supervised release", "of supervised release", "probation", "of prison", "of jail", "of detention", "of probation", "on probation", "on parole", "of community service", "of hard labour", "of hard labor",
        ],
        example: "the last 20 years",
    },
    FrameRow {
        frame: Frame::Age,
        summary: "makes it an age, counted in full years",
        before: &["aged", "age", "at age", "ages", "at the age of", "the age of", "age of", "the ages of", "ages of", "turned", "turning"],
        amid: &[],
        after: &["old", "-old", "olds", "-olds", "yo", "y/o", "y.o.", "of age", "in age"],
        example: "aged 63",
    },
    FrameRow {
        frame: Frame::Date,
        summary: "counts from a day",
        before: &[],
        amid: &[],
        after: &["ago", "earlier", "later", "before", "since", "from now", "afterwards", "after", "hence", "on"],
        example: "20 years earlier",
    },
    FrameRow {
        frame: Frame::BelowNought,
        summary: "turns the sign",
        before: &[],
        amid: &[],
        after: &["below zero", "below nought"],
        example: "5 degrees below zero",
    },
];

/// Finds words before the figure.
pub(crate) static BEFORE: LazyLock<Lexicon<&'static FrameRow>> =
    LazyLock::new(|| Lexicon::new(wordings(|row| row.before)));

/// Finds words between figure and unit.
pub(crate) static AMID: LazyLock<Lexicon<&'static FrameRow>> =
    LazyLock::new(|| Lexicon::new(wordings(|row| row.amid)));

/// Finds words after the amount.
pub(crate) static AFTER: LazyLock<Lexicon<&'static FrameRow>> =
    LazyLock::new(|| Lexicon::new(wordings(|row| row.after)));

fn wordings(
    side: impl Fn(&'static FrameRow) -> &'static [&'static str],
) -> impl Iterator<Item = (&'static str, &'static FrameRow)> {
    FRAMES
        .iter()
        .flat_map(move |row| side(row).iter().map(move |wording| (*wording, row)))
}
