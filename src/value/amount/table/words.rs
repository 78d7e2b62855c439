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
    word("zero", 0, Small), word("nought", 0, Small), word("naught", 0, Small), word("nil", 0, Small),
    word("no", 0, Small), word("none", 0, Small), word("nobody", 0, Small), word("no one", 0, Small), word("no-one", 0, Small), word("neither", 0, Small), word("not one", 0, Small), word("not a single", 0, Small),
    word("not a single one", 0, Small), word("not any", 0, Small), word("none at all", 0, Small),
    word("one", 1, Small), word("single", 1, Small), word("once", 1, Small),
    word("two", 2, Small), word("twice", 2, Small), word("thrice", 3, Small), word("three", 3, Small), word("four", 4, Small),
    word("five", 5, Small), word("six", 6, Small), word("seven", 7, Small), word("eight", 8, Small),
    word("nine", 9, Small), word("ten", 10, Small), word("eleven", 11, Small), word("twelve", 12, Small),
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
    let simple = |class| NUMBER_WORDS.iter().filter(move |row| row.class == class);
    for ten in simple(Ten) {
        for unit in simple(Small).filter(|row| (1..10).contains(&row.value)) {
            let (value, class) = (ten.value + unit.value, Ten);
            for (word, ordinal) in [(unit.word.to_owned(), false), (ordinal_of(unit), true)] {
                let met = Met {
                    value,
                    class,
                    ordinal,
                    plural: false,
                };
                wordings.push((format!("{}{word}", ten.word), met));
            }
        }
    }
    Lexicon::new(wordings.iter().map(|(word, met)| (word.as_str(), *met)))
});

const fn word(word: &'static str, value: i128, class: WordClass) -> NumberWord {
    NumberWord { word, value, class }
}

/// The ordinals of all words that have one.
fn ordinals() -> impl Iterator<Item = (i128, WordClass, String)> {
    NUMBER_WORDS
        .iter()
        .filter(|row| matches!(row.class, Small | Ten | Hundred | Scale))
        .filter(|row| row.value > 0 && !matches!(row.word, "single" | "once" | "twice" | "thrice"))
        .map(|row| (row.value, row.class, ordinal_of(row)))
}

fn ordinal_of(row: &NumberWord) -> String {
    match row.word {
        "one" => "first".into(),
        "two" => "second".into(),
        "three" => "third".into(),
        "five" => "fifth".into(),
        "eight" => "eighth".into(),
        "nine" => "ninth".into(),
        "twelve" => "twelfth".into(),
        word => match word.strip_suffix('y') {
            Some(stem) => format!("{stem}ieth"),
            None => format!("{word}th"),
        },
    }
}
