//! Joint contradictions in long chains and in many small parts.
//!
//! `cargo bench --bench joint -- [EVENTS] [PARTS] [EVENTS A PART]` (100,000 events in one chain, 1,000
//! parts of 100, unless told otherwise) prints for each corpus how long finding takes, what was found,
//! and the highest memory so far. A chain has one contradiction, as long as the whole chain or between
//! neighbours. A second run of twice the size shows that time and memory grow with the claims.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::fmt::Write as _;
use std::time::Instant;

use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs};
use gainsay::reading::Readings;
use gainsay::{align, compare, joint};

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    let size = |at: usize, default: usize| sizes.get(at).copied().unwrap_or(default);
    let (events, parts, each) = (size(0, 100_000), size(1, 1_000), size(2, 100));
    println!(
        "{:<34} {:>9} {:>10} {:>6} {:>10}",
        "corpus", "claims", "finding", "found", "memory"
    );
    for times in [1, 2] {
        let (events, parts) = (events * times, parts * times);
        measure("one chain, contradicted by its ends", &[chain(events)]);
        measure("one chain, every event dated too", &[dated(events)]);
        let small: Vec<Story> = (0..parts).map(|_| chain(each)).collect();
        measure("parts, each contradicted", &small);
        measure("rules between a subject's dates", &[rules(events / 4)]);
    }
}

/// Claims and vocabulary of one part, with `#` for its number.
struct Story {
    claims: String,
    vocabulary: String,
    rules: &'static str,
}

/// Each event a day after the one before, and the last on the day of the first.
fn chain(events: usize) -> Story {
    let mut story = Story {
        claims: String::new(),
        vocabulary: String::new(),
        rules: "",
    };
    for at in 0..events {
        let _ = writeln!(story.vocabulary, "  step {at} of #: {{kind: event}}");
        let before = at.checked_sub(1);
        let value = before.map_or("1 June 1900".into(), |before| {
            format!("1 day after step {before} of #")
        });
        claim(&mut story.claims, at, &value);
    }
    claim(&mut story.claims, events - 1, "1 June 1900");
    story
}

/// The same without its end, with a rough date for each event; two in the middle are said to be too far
/// apart.
fn dated(events: usize) -> Story {
    let mut story = chain(events);
    let end = story.claims.rfind("  - subject").unwrap_or_default();
    story.claims.truncate(end);
    for at in 0..events {
        claim(&mut story.claims, at, "after 1 January 1200");
    }
    let middle = events / 2;
    let value = format!("5 days after step {} of #", middle - 2);
    claim(&mut story.claims, middle, &value);
    story
}

/// Many subjects with four dates in a row, of which a few are out of order.
fn rules(subjects: usize) -> Story {
    let mut story = Story {
        claims: String::new(),
        vocabulary: String::new(),
        rules: "  - {name: first, holds: charged <= convicted}\n  \
                - {name: second, holds: convicted <= sentenced}\n  \
                - {name: third, holds: sentenced < released}\n",
    };
    for at in 0..subjects {
        let properties = ["charged", "convicted", "sentenced", "released"];
        for (nth, property) in (0..).zip(properties) {
            let late = at % 1_000 == 999 && nth == 0;
            let year = 1990 + nth + if late { 3 } else { 0 };
            let _ = writeln!(
                story.claims,
                "  - subject: person {at} of #\n    property: {property}\n    value: May {year}"
            );
        }
    }
    story
}

fn claim(claims: &mut String, at: usize, value: &str) {
    let _ = writeln!(
        claims,
        "  - subject: step {at} of #\n    property: date\n    value: {value}"
    );
}

fn corpus(stories: &[Story]) -> Corpus {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut vocabulary = String::from(
        "properties:\n  date: {kind: date}\n  charged: {kind: date}\n  convicted: {kind: date}\n  sentenced: {kind: date}\n  released: {kind: date}\n",
    );
    let entities: String = stories
        .iter()
        .enumerate()
        .map(|(at, story)| story.vocabulary.replace('#', &format!("road {at}")))
        .collect();
    if !entities.is_empty() {
        vocabulary += &format!("entities:\n{entities}");
    }
    if let Some(story) = stories.iter().find(|story| !story.rules.is_empty()) {
        vocabulary += &format!("rules:\n{}", story.rules);
    }
    std::fs::write(folder.path().join("vocabulary.yaml"), vocabulary).expect("a writable folder");
    for (at, story) in stories.iter().enumerate() {
        let claims = story.claims.replace('#', &format!("road {at}"));
        let text = format!("article: {{id: a{at}}}\nclaims:\n{claims}");
        std::fs::write(folder.path().join(format!("a{at}.yaml")), text).expect("a writable folder");
    }
    let inputs = Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    };
    parse::load(&inputs).0
}

fn measure(name: &str, stories: &[Story]) {
    let corpus = corpus(stories);
    let readings = Readings::new(&corpus);
    let (alignment, _) = align::align(&corpus, &readings, true);
    let (standings, _) = compare::compare(&corpus, &alignment, &readings);
    let start = Instant::now();
    let (joint, _) = joint::find(&corpus, &alignment, &readings, &standings);
    let time = start.elapsed();
    println!(
        "{name:<34} {:>9} {:>8.2} s {:>6} {:>7} MB{}",
        corpus.claims.len(),
        time.as_secs_f64(),
        joint.contradictions.len(),
        peak_memory() / 1_000_000,
        if joint.unfinished.is_empty() {
            ""
        } else {
            "  (stopped at a limit)"
        },
    );
}

/// The highest resident memory of the process so far, in bytes; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or_default();
    let number = line.trim().trim_end_matches(" kB").trim();
    number.parse::<u64>().unwrap_or_default() * 1024
}
