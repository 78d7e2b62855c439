//! Quotes looked up in the texts of their articles.
//!
//! `cargo bench --bench quotes -- [TEXTS] [QUOTES A TEXT] [WORDS A TEXT]` writes so many texts (10,000 texts of
//! 750 words, which are 5 KB, and 10 quotes unless told otherwise) into a temporary folder. Of a hundred quotes, two stand in another article,
//! one is a letter wrong and one stands nowhere; every fiftieth text shares a passage with the one before. It
//! prints the best of three times of reading the files without their texts, and with them, and what was
//! found. A second run of twice the texts shows that the time grows with them and not with their square.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use gainsay::diagnostic::{Code, Diagnostic};
use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs};

/// So many words are known.
const KNOWN: u64 = 20_000;

fn main() {
    let sizes = std::env::args().skip(1).filter_map(|arg| arg.parse().ok());
    let sizes: Vec<usize> = sizes.collect();
    let texts = sizes.first().copied().unwrap_or(10_000);
    let quotes = sizes.get(1).copied().unwrap_or(10);
    let words = sizes.get(2).copied().unwrap_or(750).max(400);
    println!("   texts    quotes   without      with     found   missing  elsewhere  near  shared");
    for texts in [texts, 2 * texts] {
        let (with, without) = (folder(), folder());
        write(with.path(), (texts, quotes, words), true);
        write(without.path(), (texts, quotes, words), false);
        let (without, _) = best(without.path());
        let (seconds, (corpus, problems)) = best(with.path());
        let told = |words: &str| {
            problems
                .iter()
                .filter(|it| it.message.contains(words))
                .count()
        };
        let of = |code: Code| problems.iter().filter(|it| it.code == code).count();
        println!(
            "{texts:>8} {:>9} {without:>7.2} s {seconds:>7.2} s {:>9} {:>9} {:>10} {:>5} {:>7}",
            corpus.quotes.all,
            corpus.quotes.found,
            of(Code::QuoteNotFound),
            told(", but "),
            told("; the nearest"),
            of(Code::SharedPassage),
        );
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// The best time of reading a folder, and what was read.
fn best(folder: &Path) -> (f64, (Corpus, Vec<Diagnostic>)) {
    let inputs = Inputs {
        paths: vec![folder.to_owned()],
        stdin: None,
    };
    let once = || {
        let start = Instant::now();
        let read = parse::load(&inputs);
        (start.elapsed().as_secs_f64(), read)
    };
    let runs = (0..3).map(|_| once());
    runs.min_by(|a, b| a.0.total_cmp(&b.0)).expect("three runs")
}

/// Writes so many articles of so many quotes and words, with their texts.
fn write(folder: &Path, (texts, quotes, length): (usize, usize, usize), named: bool) {
    let mut chance = Chance(7);
    let mut before: Vec<String> = Vec::new();
    for at in 0..texts {
        let mut words: Vec<String> = (0..length).map(|_| chance.word()).collect();
        if at % 50 == 1
            && let (Some(from), Some(to)) = (before.get(100..120), words.get_mut(300..320))
        {
            to.clone_from_slice(from);
        }
        let mut yaml = format!("article:\n  id: a{at}\n");
        if named {
            let _ = writeln!(yaml, "  text: a{at}.txt");
        }
        yaml.push_str("claims:\n");
        for quote in 0..quotes {
            let from = chance.below(length as u64 - 8);
            let own = words.get(from..from + 8).unwrap_or_default().join(" ");
            let other = before.get(from..from + 8).unwrap_or_default().join(" ");
            let quoted = match (at * quotes + quote) % 100 {
                10 | 60 => other,
                30 => own.replacen(['a', 'e'], "y", 2),
                80 => (0..8).map(|_| chance.word()).collect::<Vec<_>>().join(" "),
                _ => own,
            };
            let _ = write!(
                yaml,
                "  - subject: thing {at}\n    property: p{quote}\n    value: {quote}\n    quote: {quoted}\n"
            );
        }
        let mut text = String::new();
        for (at, word) in words.iter().enumerate() {
            text.push_str(word);
            text.push(if at % 12 == 11 { '\n' } else { ' ' });
        }
        std::fs::write(folder.join(format!("a{at}.txt")), text).expect("a text");
        std::fs::write(folder.join(format!("a{at}.yaml")), yaml).expect("a file");
        before = words;
    }
}

/// Numbers without a pattern, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % most.max(1)).unwrap_or(0)
    }

    /// A word of four to nine letters.
    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 16] = [
            "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so",
            "tu", "va",
        ];
        let mut number = self.below(KNOWN) + 16;
        let mut word = String::new();
        while number > 0 {
            word.push_str(SYLLABLES.get(number % 16).copied().unwrap_or_default());
            number /= 16;
        }
        word
    }
}
