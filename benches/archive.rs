//! The whole check on a generated archive, against reading and parsing the same files.
//!
//! `cargo bench --bench archive -- [FILES] [CLAIMS A FILE]` writes an archive of that size (20,000
//! files of 15 claims unless told otherwise) into a temporary folder, and prints the best time of
//! reading the events of the files and keeping nothing (the floor), of parsing and of the whole check
//! (five of each, in turn, each in a process of its own), the ratio of the check to both, and the
//! highest memory of a check; last, how much of the archive the fast reader of YAML reads. A second
//! archive of twice the claims shows that all grow with the claims and not with their square.
//!
//! `cargo bench --bench archive -- instructions [FILES] [CLAIMS A FILE]` counts instead (500 files
//! unless told otherwise): the instructions of each step on one thread, by valgrind, and how many
//! floors they are. A busy machine does not change them.
//!
//! `cargo bench --bench archive -- growth [FILES] [CLAIMS A FILE]` checks archives of that size (2,000 files
//! unless told otherwise), of ten times and of a hundred times it, and prints processor seconds, memory and
//! the exponents with which both grow: 1 where twice the claims take twice as much.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod generate;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use gainsay::check::Selection;
use gainsay::parse::{self, Inputs};
use gainsay::render::{json_by_turns, summary};
use rayon::prelude::*;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let [step, folder] = args.as_slice()
        && STEPS.contains(&step.as_str())
    {
        return run(step, Path::new(folder));
    }
    let asks = |word: &str| args.iter().any(|arg| arg == word);
    let sizes: Vec<usize> = args.iter().filter_map(|arg| arg.parse().ok()).collect();
    let usual = match (asks("instructions"), asks("growth")) {
        (true, _) => 500,
        (_, true) => 2_000,
        _ => 20_000,
    };
    let files = sizes.first().copied().unwrap_or(usual);
    let claims = sizes.get(1).copied().unwrap_or(15);
    match (asks("instructions"), asks("growth")) {
        (true, _) => count(files, claims),
        (_, true) => growth(files, claims),
        _ => time(files, claims),
    }
}

/// What is measured: reading events, parsing, all but words, and all.
const STEPS: [&str; 4] = ["floor", "parse", "summary", "check"];

/// Prints the instructions of each step, and of checking the shipped articles, which is little more than to
/// start.
fn count(files: usize, claims: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bytes = generate::archive(folder.path(), files, claims) as f64;
    let counted = STEPS.map(|step| instructions(step, folder.path()));
    println!("step       millions  floors  a byte");
    for (step, n) in STEPS.iter().zip(counted) {
        println!(
            "{step:<8} {:>10.1} {:>7.2} {:>7.1}",
            n / 1e6,
            n / counted[0],
            n / bytes
        );
    }
    let start = instructions("check", Path::new("claims"));
    println!("{:<8} {:>10.1}", "start", start / 1e6);
}

/// The instructions of a step in a process of its own, on one thread.
fn instructions(step: &str, folder: &Path) -> f64 {
    let program = std::env::current_exe().expect("a running program has a path");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([Path::new(step), folder])
        .env("RAYON_NUM_THREADS", "1")
        .output();
    let told = output.expect("valgrind is installed").stderr;
    let told = String::from_utf8_lossy(&told);
    let (_, n) = told.rsplit_once("Collected :").expect("a count");
    let n = n.split_whitespace().next();
    n.and_then(|n| n.parse().ok()).expect("a number")
}

/// Prints what the whole check takes of an archive, of ten times and of a hundred times its size.
fn growth(files: usize, claims: usize) {
    println!("   files    claims      MB  processor  exponent    memory  exponent");
    let mut smaller: Option<(f64, f64)> = None;
    for files in [files, 10 * files, 100 * files] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let bytes = generate::archive(folder.path(), files, claims) as f64;
        let runs = [(); 2].map(|()| measure("check", folder.path()));
        let processor = runs[0].processor.min(runs[1].processor);
        let memory = runs[0].memory.max(runs[1].memory);
        let exponents = smaller.replace((processor, memory)).map(|(less, lower)| {
            let exponent = |more: f64, less: f64| (more / less).log10();
            (exponent(processor, less), exponent(memory, lower))
        });
        let [of_time, of_memory] = match exponents {
            Some((time, memory)) => [format!("{time:.2}"), format!("{memory:.2}")],
            None => [String::new(), String::new()],
        };
        println!(
            "{files:>8} {:>9} {:>7.1} {processor:>8.2} s {of_time:>9} {:>6.0} MB {of_memory:>9}",
            files * claims,
            bytes / 1e6,
            memory / 1e6,
        );
    }
}

/// Prints the seconds of each step and the memory of the whole, for an archive and one of twice its size.
fn time(files: usize, claims: usize) {
    println!(
        "   files    claims      MB     floor     parse   summary     check  floors    memory  a byte  usual"
    );
    for files in [files, 2 * files] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let bytes = generate::archive(folder.path(), files, claims) as f64;
        let (mut best, mut memory) = ([f64::MAX; 4], 0.0_f64);
        for _ in 0..5 {
            for (step, best) in STEPS.iter().zip(&mut best) {
                let taken = measure(step, folder.path());
                *best = best.min(taken.seconds);
                memory = memory.max(taken.memory);
            }
        }
        let [floor, parse, summary, check] = best;
        println!(
            "{files:>8} {:>9} {:>7.1} {floor:>7.2} s {parse:>7.2} s {summary:>7.2} s {check:>7.2} s {:>7.2} \
             {:>6.0} MB {:>7.2} {:>4.0} %",
            files * claims,
            bytes / 1e6,
            check / floor,
            memory / 1e6,
            memory / bytes,
            100.0 * usual(folder.path()) / bytes,
        );
    }
}

/// One step in this process: prints its seconds, the highest memory in bytes, and the seconds of both processors.
fn run(step: &str, folder: &Path) {
    let start = Instant::now();
    if step == "floor" {
        let n_events: usize = files(folder).par_iter().map(|path| events(path)).sum();
        assert!(n_events > 0, "the archive has events");
        return print_taken(start);
    }
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![folder.to_owned()],
        stdin: None,
    });
    if step != "parse" {
        let selection = Selection {
            only_counts: step == "summary",
            ..Selection::default()
        };
        let written =
            gainsay::examine_by_turns(&corpus, problems, &selection, false, |report, survey| {
                match step {
                    "summary" => summary(report, &mut std::io::sink()),
                    _ => json_by_turns(report, survey, &mut std::io::sink()),
                }
            });
        let written = written.expect("no names are selected");
        written.expect("a sink takes all");
    }
    print_taken(start);
}

fn print_taken(start: Instant) {
    let seconds = start.elapsed().as_secs_f64();
    println!("{seconds} {} {}", peak_memory(), processor_seconds());
}

/// The files of all shelves.
fn files(folder: &Path) -> Vec<PathBuf> {
    let shelves = std::fs::read_dir(folder).expect("an archive").flatten();
    let files = shelves.flat_map(|shelf| std::fs::read_dir(shelf.path()).expect("a shelf"));
    files.flatten().map(|file| file.path()).collect()
}

/// How many bytes of the archive the fast reader reads.
fn usual(folder: &Path) -> f64 {
    let sizes = files(folder).into_par_iter().map(|path| {
        let text = std::fs::read_to_string(path).expect("a file of the archive");
        if parse::is_usual(&text) {
            text.len()
        } else {
            0
        }
    });
    sizes.sum::<usize>() as f64
}

/// Reads the events of a file and keeps none.
fn events(path: &Path) -> usize {
    let text = std::fs::read_to_string(path).expect("a file of the archive");
    granit_parser::Parser::new_from_str(&text)
        .filter(Result::is_ok)
        .count()
}

/// What a step took.
struct Taken {
    seconds: f64,
    /// The highest, in bytes.
    memory: f64,
    /// The seconds of all processors.
    processor: f64,
}

/// What a step takes in a process of its own.
fn measure(step: &str, folder: &Path) -> Taken {
    let program = std::env::current_exe().expect("a running program has a path");
    let output = Command::new(program).arg(step).arg(folder).output();
    let printed = String::from_utf8(output.expect("a program that starts").stdout);
    let printed = printed.expect("figures are text");
    let mut figures = printed
        .split_whitespace()
        .map(|figure| figure.parse().expect("a figure"));
    let mut next = || figures.next().expect("three figures");
    Taken {
        seconds: next(),
        memory: next(),
        processor: next(),
    }
}

/// The seconds that this process had of all processors so far; 0 where the system does not tell.
fn processor_seconds() -> f64 {
    const TICKS_A_SECOND: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Its name, in brackets, may hold anything.
    let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let fields: Vec<f64> = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse().ok())
        .collect();
    fields.iter().sum::<f64>() / TICKS_A_SECOND
}

/// The highest resident memory of this process so far, in bytes; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mut lines = status.lines();
    let line = lines.find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.unwrap_or_default().trim().trim_end_matches(" kB");
    kilobytes.trim().parse::<u64>().unwrap_or_default() * 1024
}
