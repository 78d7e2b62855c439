//! Killed, at once, on a full disk, with nonsense: nothing that was reported as written is lost, and a run
//! that fails leaves what was there.

#![expect(
    clippy::print_stderr,
    reason = "a skipped test says so, and a count of runs is read"
)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use assert_cmd::cargo::cargo_bin;

use super::{Folder, Ran};

/// Two articles that contradict each other on some questions.
fn rivals(questions: usize) -> String {
    let article = |id: &str, value: u32| {
        let claims = (0..questions).map(|at| {
            format!("  - {{subject: quay {at} of the port, property: cranes, value: {value}}}\n")
        });
        format!(
            "article: {{id: {id}}}\nclaims:\n{}",
            claims.collect::<String>()
        )
    };
    format!("{}---\n{}", article("a", 3), article("b", 4))
}

/// The ids of the conflicts in a folder.
fn conflicts(folder: &Folder) -> Vec<String> {
    let report = folder
        .run(&["check", "claims.yaml", "--format", "json"])
        .json();
    let findings = report["findings"].as_array().unwrap().iter();
    let conflicts = findings.filter(|it| it["level"] == "conflict");
    conflicts
        .map(|it| it["id"].as_str().unwrap().to_owned())
        .collect()
}

/// What a shell makes of a script, in a folder, with the program as `$GAINSAY`.
fn shell(folder: &Path, script: &str, args: &[&str]) -> Ran {
    let mut command = Command::new("bash");
    let command = command
        .args(["-c", script, "bash"])
        .args(args)
        .current_dir(folder);
    let output = command
        .env("GAINSAY", cargo_bin!("gainsay"))
        .output()
        .unwrap();
    Ran {
        // Whoever is killed by a signal has no status.
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The names of what a killed run may leave behind.
fn left_over(folder: &Folder) -> Vec<String> {
    let mut names = folder.names();
    names.retain(|name| name.starts_with(".gainsay-"));
    names
}

/// Lets four threads write rulings into one file; every other run is killed somewhere.
fn write_and_kill(runs: usize) {
    let folder = Folder::with(&[("claims.yaml", &rivals(4)), ("rulings.yaml", "rulings:\n")]);
    let ids = conflicts(&folder);
    assert_eq!(ids.len(), 4);
    let (reported, killed) = (Mutex::new(Vec::new()), Mutex::new(0));
    let start = Instant::now();
    assert_eq!(
        folder
            .run(&["check", "claims.yaml", "-o", "report.txt"])
            .status,
        1
    );
    // Four at once take four times as long on one core.
    let usual = start.elapsed() * 3;
    let run = |at: usize| {
        let reason = format!("reason-{at}.");
        let mut child = Command::new(cargo_bin!("gainsay"))
            .args(["rule", &ids[at / 2 % 4], "claims.yaml", "--ruling", "both"])
            .args(["--by", "NN", "--reason", &reason, "--to", "rulings.yaml"])
            .current_dir(folder.0.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        if at % 2 == 1 {
            // Spread over all that a run does, and a little more.
            let share = u32::try_from(at * 7_919 % 1_000).unwrap();
            thread::sleep(usual * share / 700);
            child.kill().unwrap();
        }
        match child.wait().unwrap().code() {
            Some(0) => reported.lock().unwrap().push(reason),
            Some(status) => panic!("run {at} gives {status}"),
            None => *killed.lock().unwrap() += 1,
        }
    };
    thread::scope(|scope| {
        for first in 0..4 {
            let run = &run;
            scope.spawn(move || (first..runs).step_by(4).for_each(run));
        }
    });
    let reported = reported.into_inner().unwrap();
    let killed = killed.into_inner().unwrap();
    eprintln!("{runs} runs: {} reported, {killed} killed", reported.len());
    assert!(killed > 0 && reported.len() >= runs / 2);
    // The next writer takes away what killed ones left.
    let last = [
        "--ruling",
        "both",
        "--by",
        "NN",
        "--reason",
        "last.",
        "--to",
        "rulings.yaml",
    ];
    let ran = folder.run(&[&["rule", &ids[0], "claims.yaml"], &last[..]].concat());
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(left_over(&folder), Vec::<String>::new());
    let text = folder.read("rulings.yaml");
    for reason in &reported {
        assert_eq!(text.matches(reason.as_str()).count(), 1, "{reason}");
    }
    let entries = text.matches("  - finding: ").count();
    assert!(
        entries > reported.len() && entries <= runs + 1,
        "{entries}: {text}"
    );
    let ran = folder.run(&["check", "claims.yaml", "rulings.yaml"]);
    assert_eq!(ran.status, 0, "all are ruled on: {ran:?}");
}

#[test]
fn killed_and_concurrent_runs_lose_nothing_that_they_reported() {
    write_and_kill(20);
}

#[test]
#[ignore = "takes minutes; `.ci/install` runs it"]
fn a_thousand_killed_and_concurrent_runs_lose_nothing_that_they_reported() {
    write_and_kill(1_000);
}

/// Rules on a finding, in a shell that lets a file have so many blocks of 1,024 bytes.
const IN_A_SMALL_FILE: &str = r#"
    ulimit -f "$1"; [ "$2" = killed ] || trap '' XFSZ
    exec "$GAINSAY" rule "$3" claims.yaml --ruling both --by NN --reason seen --to rulings.yaml"#;

#[test]
fn a_file_that_may_not_grow_stays_as_it_was() {
    for how in ["told", "killed"] {
        let rulings = format!("# {}\nrulings:\n", "x".repeat(5_000));
        let folder = Folder::with(&[("claims.yaml", &rivals(1)), ("rulings.yaml", &rulings)]);
        let id = &conflicts(&folder)[0];
        let ran = shell(folder.0.path(), IN_A_SMALL_FILE, &["4", how, id]);
        let expected = if how == "told" { 2 } else { -1 };
        assert_eq!(ran.status, expected, "{ran:?}");
        assert_eq!(folder.read("rulings.yaml"), rulings);
        if how == "told" {
            assert!(ran.err.contains("cannot write rulings.yaml: "), "{ran:?}");
            assert_eq!(left_over(&folder), Vec::<String>::new());
        }
        let ran = shell(folder.0.path(), IN_A_SMALL_FILE, &["100", how, id]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(folder.read("rulings.yaml").starts_with(&rulings));
        assert!(folder.read("rulings.yaml").contains(id.as_str()));
        assert_eq!(left_over(&folder), Vec::<String>::new());
    }
}

#[test]
fn a_report_that_does_not_fit_leaves_the_one_before() {
    let folder = Folder::with(&[("claims.yaml", &rivals(9)), ("report.html", "before")]);
    let script =
        r#"ulimit -f 4; trap '' XFSZ; exec "$GAINSAY" claims.yaml --format html -o report.html"#;
    let ran = shell(folder.0.path(), script, &[]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("report.html"), "{ran:?}");
    assert_eq!(folder.read("report.html"), "before");
    assert_eq!(left_over(&folder), Vec::<String>::new());
}

/// Fills a small file system, in which the rulings stand but do not stand twice.
#[cfg(target_os = "linux")]
const ON_A_FULL_DISK: &str = r#"
    mkdir disk && mount -t tmpfs -o size=128k tmpfs disk && cp claims.yaml rulings.yaml disk || exit 77
    cd disk
    rule() { "$GAINSAY" rule "$1" claims.yaml --ruling both --by NN --reason seen --to rulings.yaml; }
    rule "$1"; echo "full: $?"
    cmp rulings.yaml ../rulings.yaml && echo same
    ls -A | grep '^\.gainsay-'
    mount -o remount,size=1m . && rule "$1"; echo "larger: $?"
    tail -n +2 rulings.yaml | grep -c "finding: $1"
    ls -A | grep '^\.gainsay-'
    true"#;

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_loses_nothing() {
    let rulings = format!("# {}\nrulings:\n", "x".repeat(80_000));
    let folder = Folder::with(&[("claims.yaml", &rivals(1)), ("rulings.yaml", &rulings)]);
    let id = &conflicts(&folder)[0];
    // Nobody else sees the file system, and it goes with the shell.
    let script = r#"unshare --mount bash -c "$1" bash "$2" || exit $?"#;
    let Ran { out, err, .. } = shell(folder.0.path(), script, &[ON_A_FULL_DISK, id]);
    if !out.contains("full: ") {
        eprintln!("SKIPPED: no file system may be mounted here: {err}");
        return;
    }
    assert_eq!(out, "full: 2\nsame\nlarger: 0\n1\n", "{err}");
    assert!(err.contains("No space left on device"), "{err}");
}

/// Checks a file with so much memory of its own, in blocks of 1,024 bytes.
#[cfg(target_os = "linux")]
const IN_LITTLE_MEMORY: &str = r#"ulimit -d "$1"; exec "$GAINSAY" check nonsense.yaml"#;

/// Checks so many bytes of nonsense in so many kilobytes of memory.
#[cfg(target_os = "linux")]
fn nonsense(bytes: usize, memory: &str) {
    for (head, line) in [
        ("", "--- x\n"),
        ("", "a: &b [*b, {c: d}]\n"),
        ("claims:\n", "- {subjekt: x}\n"),
        ("", "]\n"),
    ] {
        let text = head.to_owned() + &line.repeat(bytes / line.len());
        let folder = Folder::with(&[("nonsense.yaml", &text)]);
        let ran = shell(folder.0.path(), IN_LITTLE_MEMORY, &[memory]);
        let told = ran.err.get(..2_000).unwrap_or(&ran.err);
        assert_eq!(ran.status, 2, "{line}: {told}");
        assert!(ran.err.len() + ran.out.len() < 1_000_000, "{line}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn nonsense_takes_little_memory_and_few_words() {
    nonsense(200_000, "30000");
    // The limit is one: with much less the program cannot go on.
    let folder = Folder::with(&[("nonsense.yaml", &"--- x\n".repeat(60_000))]);
    let ran = shell(folder.0.path(), IN_LITTLE_MEMORY, &["6000"]);
    assert_eq!(ran.status, -1, "{ran:?}");
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "takes minutes; `.ci/install` runs it"]
fn six_megabytes_of_nonsense_take_a_hundred_of_memory() {
    nonsense(6_000_000, "100000");
}
