//! Each fuzz target on its corpus and on mutations of it, the same in every run.
//!
//! `docs/fuzzing.md` says how the same targets are given to a fuzzer.

mod targets;

use std::fs;
use std::path::PathBuf;

use targets::TARGETS;

/// So many mutations of its corpus each target is given, as many as a few seconds allow; unless the variable
/// `GAINSAY_MUTATIONS` says otherwise.
fn mutations(target: &str) -> usize {
    let told = std::env::var("GAINSAY_MUTATIONS").ok();
    let usual = match target {
        // Each is a whole run, of which two thousand take longer than all other targets together.
        "rules" | "rulings" | "runs" => 200,
        _ => 2_000,
    };
    told.and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// What mutations are made of, beside the corpus: the signs and words that mean something to a reader.
const PIECES: &[&str] = &[
    "\n",
    "\n  ",
    "\n  - ",
    ": ",
    ":",
    "- ",
    "#",
    " #",
    "'",
    "''",
    "\"",
    "\\",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "? ",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "|",
    ">-",
    "---\n",
    "...\n",
    "%YAML 1.2\n",
    "\t",
    "\r",
    "\r\n",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "é",
    "🚔",
    "article:",
    "claims:",
    "subject: ",
    "property: ",
    "value: ",
    "quote: ",
    "rulings:",
    "rules:",
    "holds: ",
    "published: ",
    "copy of: ",
    "revises: ",
    "cites: ",
    "2024-02-30",
    "29 February",
    "Monday",
    "3 weeks before ",
    "about ",
    "at least ",
    "between ",
    " or ",
    " and ",
    "not ",
    "99999999999999999999999999999999999999",
    "1/0",
    "0.1",
    "-1",
    "1e400",
    "%",
    "$",
    "<",
    "<=",
    " + ",
    "=",
    "...",
    "[sic]",
    "\u{201c}",
    "\u{201d}",
    ";",
    ",",
    "<p>",
];

/// Knuth's MMIX generator.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        let state = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = state.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    /// A stretch of some bytes.
    fn stretch(&mut self, bytes: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(bytes.len() + 1);
        let length = self.below(20).min(bytes.len() - start);
        start..start + length
    }
}

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = PathBuf::from("fuzz/corpus").join(target);
    let entries = fs::read_dir(&folder).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// One to four changes: a stretch goes, comes twice, or gives way to a piece or to a stretch of another.
fn mutated(dice: &mut Dice, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = seeds[dice.below(seeds.len())].clone();
    for _ in 0..=dice.below(4) {
        let stretch = dice.stretch(&bytes);
        let more: Vec<u8> = match dice.below(5) {
            0 => Vec::new(),
            1 => bytes[stretch.clone()].repeat(2),
            2 => {
                let other = &seeds[dice.below(seeds.len())];
                other[dice.stretch(other)].to_vec()
            }
            3 => vec![u8::try_from(dice.below(256)).unwrap()],
            _ => PIECES[dice.below(PIECES.len())].as_bytes().to_vec(),
        };
        let at = match dice.below(2) {
            0 => stretch,
            _ => stretch.start..stretch.start,
        };
        bytes.splice(at, more);
    }
    bytes
}

/// Bytes of a target that fails are printed, so that they can be put into its corpus.
struct Shown<'b>(&'static str, &'b [u8]);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let text = String::from_utf8_lossy(self.1);
            #[expect(clippy::print_stderr, reason = "the bytes are wanted for the corpus")]
            {
                eprintln!("{} fails on {text:?}", self.0);
            }
        }
    }
}

fn try_out(target: &str) {
    let found = TARGETS.iter().find(|(name, _)| *name == target);
    let (name, run) = found.unwrap();
    let seeds = corpus(target);
    assert!(!seeds.is_empty(), "{target} has no corpus");
    let mut dice = Dice(1);
    let mutations = (0..mutations(name)).map(|_| mutated(&mut dice, &seeds));
    for bytes in seeds.clone().into_iter().chain(mutations) {
        let _shown = Shown(name, &bytes);
        run(&bytes);
    }
}

macro_rules! tried_out {
    ($($target:ident)*) => {
        $(
            #[test]
            fn $target() {
                try_out(stringify!($target));
            }
        )*

        /// Every target is tried out, and given to the fuzzer by a file of its own.
        #[test]
        fn no_target_is_left_out() {
            let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
            assert_eq!(names, [$(stringify!($target)),*]);
            for name in names {
                let file = format!("fuzz/fuzz_targets/{name}.rs");
                let text = fs::read_to_string(file).unwrap();
                assert!(text.contains(&format!("targets::{name}(")));
            }
        }
    };
}

tried_out! { yaml readers values rules quotes rulings edits imports runs }
