//! The whole check on a generated archive, against reading and parsing the same files.
//!
//! `cargo bench --bench archive -- [FILES] [CLAIMS A FILE]` writes an archive of that size (20,000
//! files of 15 claims unless told otherwise) into a temporary folder, and prints for each step the
//! best time of three, its ratio to parsing, and the highest memory so far. A second archive of
//! twice the claims shows that both grow with the claims and not with their square.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod generate;

use std::path::Path;
use std::time::{Duration, Instant};

use gainsay::check::Selection;
use gainsay::parse::{self, Inputs};
use gainsay::render::{Format, Options, render};

fn main() {
    let sizes: Vec<usize> = std::env::args()
        .filter_map(|arg| arg.parse().ok())
        .collect();
    let (files, claims) = (
        sizes.first().copied().unwrap_or(20_000),
        sizes.get(1).copied().unwrap_or(15),
    );
    println!(
        "{:>8} {:>9} {:>7} {:>9} {:>9} {:>6} {:>9} {:>8}",
        "files", "claims", "MB", "parse", "check", "ratio", "memory", "a byte"
    );
    for files in [files, 2 * files] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let bytes = generate::archive(folder.path(), files, claims);
        measure(folder.path(), files, files * claims, bytes);
    }
}

fn measure(folder: &Path, files: usize, claims: usize, bytes: u64) {
    let inputs = Inputs {
        paths: vec![folder.to_owned()],
        stdin: None,
    };
    let parse = best(|| drop(parse::load(&inputs)));
    let check = best(|| {
        let (corpus, problems) = parse::load(&inputs);
        let report = gainsay::examine(&corpus, problems, &Selection::default(), false)
            .expect("no names are selected");
        render(
            &report,
            Format::Json,
            &Options::default(),
            &mut std::io::sink(),
        )
        .expect("a sink takes everything");
    });
    let memory = peak_memory();
    let megabytes = bytes as f64 / 1e6;
    println!(
        "{files:>8} {claims:>9} {megabytes:>7.1} {:>7.2} s {:>7.2} s {:>6.2} {:>6.0} MB {:>8.2}",
        parse.as_secs_f64(),
        check.as_secs_f64(),
        check.as_secs_f64() / parse.as_secs_f64(),
        memory as f64 / 1e6,
        memory as f64 / bytes as f64,
    );
}

fn best(mut run: impl FnMut()) -> Duration {
    let time = |run: &mut dyn FnMut()| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..3).map(|_| time(&mut run)).min().unwrap_or_default()
}

/// The highest resident memory of the process so far, in bytes; 0 where the system does not tell.
fn peak_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or_default();
    line.trim()
        .trim_end_matches(" kB")
        .trim()
        .parse::<u64>()
        .unwrap_or_default()
        * 1024
}
