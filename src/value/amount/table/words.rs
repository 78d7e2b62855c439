//! The words of numbers: cardinals, ordinals, scales, fractions and counts that say no figure.

use std::sync::LazyLock;

use crate::value::lexicon::Lexicon;

/// One number word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberWord {
    /// The word.
    pub word: &'static str,
    /// What it stands for.
    pub value: i128,
    /// How it combines.
    pub class: WordClass,
    /// Whether it is the number itself, which has an ordinal: not "twice".
    pub is_cardinal: bool,
}

/// How a number word combines with those beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordClass {
    /// Nought to nineteen.
    Small,
    /// Twenty to ninety.
    Ten,
    /// A hundred.
    Hundred,
    /// A thousand and up; also lakh and crore. It makes round figures.
    Scale,
    /// A dozen or a score: a scale that makes no round figures.
    Group,
    /// A short form of a scale, written after figures.
    Letter,
    /// A short form that is a unit as well, so that it needs a currency before it, or a unit after.
    DoubtfulLetter,
    /// Half, or a quarter: one part of `value`.
    Part,
}

use WordClass::{DoubtfulLetter, Group, Hundred, Letter, Part, Scale, Small, Ten};

/// All number words; ordinals and plurals are made from them.
#[rustfmt::skip]
pub const NUMBER_WORDS: &[NumberWord] = &[
    word("zero", 0, Small), said("nought", 0), said("naught", 0), said("nil", 0),
    said("no", 0), said("none", 0), said("nobody", 0), said("no one", 0), said("no-one", 0), said("neither", 0), said("not one", 0), said("not a single", 0),
    said("not a single one", 0), said("not any", 0), said("none at all", 0),
    word("one", 1, Small), said("single", 1), said("once", 1),
    word("two", 2, Small), said("twice", 2), said("thrice", 3), word("three", 3, Small), word("four", 4, Small),
    word("five", 5, Small), word("six", 6, Small), word("seven", 7, Small), word("eight", 8, Small),
    word("nine", 9, Small), word("ten", 10, Small), word("eleven", 11, Small), word("twelve", 12, Small), said("baker's dozen", 13),
    word("thirteen", 13, Small), word("fourteen", 14, Small), word("fifteen", 15, Small), word("sixteen", 16, Small),
    word("seventeen", 17, Small), word("eighteen", 18, Small), word("nineteen", 19, Small),
    word("twenty", 20, Ten), word("thirty", 30, Ten), word("forty", 40, Ten), word("fourty", 40, Ten), word("fifty", 50, Ten),
    word("sixty", 60, Ten), word("seventy", 70, Ten), word("eighty", 80, Ten), word("ninety", 90, Ten),
    word("hundred", 100, Hundred),
    word("thousand", 1_000, Scale), word("million", 1_000_000, Scale), word("billion", 1_000_000_000, Scale),
    word("trillion", 1_000_000_000_000, Scale), word("quadrillion", 1_000_000_000_000_000, Scale),
    word("lakh", 100_000, Scale), word("lac", 100_000, Scale), word("lakhs", 100_000, Scale), word("lacs", 100_000, Scale),
    word("lkh", 100_000, Scale), word("lkhs", 100_000, Scale),
    word("crore", 10_000_000, Scale), word("crores", 10_000_000, Scale), word("krore", 10_000_000, Scale), word("krores", 10_000_000, Scale),
    word("koti", 10_000_000, Scale),
    word("mln", 1_000_000, Scale), word("mil", 1_000_000, Scale), word("bln", 1_000_000_000, Scale),
    word("trn", 1_000_000_000_000, Scale), word("trln", 1_000_000_000_000, Scale),
    word("dozen", 12, Group), word("doz", 12, Group), word("dz", 12, Group), word("dzs", 12, Group), word("dozs", 12, Group),
    word("score", 20, Group), word("gross", 144, Group), word("pair", 2, Group),
    word("k", 1_000, Letter), word("mn", 1_000_000, Letter), word("mio", 1_000_000, Letter),
    word("b", 1_000_000_000, Letter), word("bn", 1_000_000_000, Letter), word("grand", 1_000, Letter), word("tn", 1_000_000_000_000, Letter),
    word("cr", 10_000_000, Letter), word("kr", 10_000_000, Letter),
    word("m", 1_000_000, DoubtfulLetter), word("mm", 1_000_000, DoubtfulLetter), word("t", 1_000_000_000_000, DoubtfulLetter),
    word("half", 2, Part), word("halves", 2, Part), word("quarter", 4, Part), word("quarters", 4, Part),
];

/// The tens as decades: of a life ("in her twenties"), or of the last century.
pub const DECADES: &[(&str, i128)] = &[
    ("twenties", 20),
    ("thirties", 30),
    ("forties", 40),
    ("fifties", 50),
    ("sixties", 60),
    ("seventies", 70),
    ("eighties", 80),
    ("nineties", 90),
];

/// A number word as it was met: itself, its ordinal, or its plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Met {
    pub(crate) value: i128,
    pub(crate) class: WordClass,
    /// "fourth", "hundredths".
    pub(crate) ordinal: bool,
    /// "dozens", "thousands", "fifths".
    pub(crate) plural: bool,
}

/// Finds number words, ordinals and plurals.
pub(crate) static WORDS: LazyLock<Lexicon<Met>> = LazyLock::new(|| {
    let mut wordings: Vec<(String, Met)> = Vec::new();
    for row in NUMBER_WORDS {
        let met = Met {
            value: row.value,
            class: row.class,
            ordinal: false,
            plural: row.class == Part && row.word.ends_with('s'),
        };
        wordings.push((row.word.into(), met));
        let many = Met {
            plural: true,
            ..met
        };
        match row.class {
            Scale | Hundred | Group if !row.word.ends_with('s') => {
                wordings.push((format!("{}s", row.word), many));
            }
            Small if row.value == 10 => wordings.push(("tens".into(), many)),
            _ => {}
        }
    }
    for (value, class, ordinal) in ordinals() {
        let met = Met {
            value,
            class,
            ordinal: true,
            plural: false,
        };
        // "seconds" are lengths of time.
        if value != 2 {
            wordings.push((
                format!("{ordinal}s"),
                Met {
                    plural: true,
                    ..met
                },
            ));
        }
        wordings.push((ordinal, met));
    }
    let simple = |wanted| cardinals().filter(move |(_, class, _)| *class == wanted);
    for (tens, class, ten) in simple(Ten) {
        for (units, _, unit) in simple(Small).filter(|(units, ..)| (1..10).contains(units)) {
            let value = tens + units;
            for (word, ordinal) in [(unit.to_owned(), false), (ordinal_of(unit), true)] {
                let met = Met {
                    value,
                    class,
                    ordinal,
                    plural: false,
                };
                wordings.push((format!("{ten}{word}"), met));
            }
        }
    }
    Lexicon::new(wordings)
});

const fn word(word: &'static str, value: i128, class: WordClass) -> NumberWord {
    NumberWord {
        word,
        value,
        class,
        is_cardinal: true,
    }
}

/// A word for so many that is not the number itself.
const fn said(word: &'static str, value: i128) -> NumberWord {
    NumberWord {
        is_cardinal: false,
        ..self::word(word, value, Small)
    }
}

/// The numbers that have an ordinal.
pub(crate) fn cardinals() -> impl Iterator<Item = (i128, WordClass, &'static str)> {
    let rows = NUMBER_WORDS.iter().filter(|row| row.is_cardinal);
    let rows = rows.filter(|row| matches!(row.class, Small | Ten | Hundred | Scale));
    rows.map(|row| (row.value, row.class, row.word))
}

/// The ordinals of all words that have one.
pub(crate) fn ordinals() -> impl Iterator<Item = (i128, WordClass, String)> {
    let rows = cardinals().filter(|(value, ..)| *value > 0);
    rows.map(|(value, class, word)| (value, class, ordinal_of(word)))
}

fn ordinal_of(word: &str) -> String {
    match ORDINALS.iter().find(|(cardinal, _)| *cardinal == word) {
        Some((_, ordinal)) => (*ordinal).into(),
        None => match word.strip_suffix('y') {
            Some(stem) => format!("{stem}ieth"),
            None => format!("{word}th"),
        },
    }
}

/// The ordinals that are not made by rule.
const ORDINALS: &[(&str, &str)] = &[
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];
