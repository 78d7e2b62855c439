//! What a person at a terminal sees: links, a pager, progress. Run in a terminal of the tests' own.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use super::{Folder, SCRUBBED, STORY};

/// A terminal of 100 columns and so many lines: what a program writes into, and what is seen.
fn terminal(lines: u16) -> (OwnedFd, File) {
    let seen = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&seen).unwrap();
    unlockpt(&seen).unwrap();
    let name = ptsname(&seen, Vec::new()).unwrap();
    let flags = OFlags::RDWR | OFlags::NOCTTY;
    let written = rustix::fs::open(name, flags, Mode::empty()).unwrap();
    let size = Winsize {
        ws_row: lines,
        ws_col: 100,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    tcsetwinsize(&seen, size).unwrap();
    (written, File::from(seen))
}

/// What is seen until the program is done, and its exit status.
fn watch(mut child: Child, mut seen: File) -> (String, i32) {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    // Reading fails once nobody has the terminal open any more.
    while let Ok(length) = seen.read(&mut part) {
        if length == 0 {
            break;
        }
        bytes.extend_from_slice(&part[..length]);
    }
    let status = child.wait().unwrap().code().unwrap();
    let text = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
    (text, status)
}

fn program(folder: &Folder, args: &[&str], env: &[(&str, &str)]) -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin!("gainsay"));
    for name in SCRUBBED {
        command.env_remove(name);
    }
    command
        .args(args)
        .current_dir(folder.0.path())
        .envs(env.iter().copied())
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Runs the program with its standard output in a terminal.
fn see(folder: &Folder, lines: u16, args: &[&str], env: &[(&str, &str)]) -> (String, i32) {
    let (written, seen) = terminal(lines);
    let mut command = program(folder, args, env);
    let child = command.stdout(written).spawn().unwrap();
    // The command keeps the terminal open.
    drop(command);
    watch(child, seen)
}

fn story() -> Folder {
    Folder::with(&[("claims/a b.yaml", STORY)])
}

const XTERM: (&str, &str) = ("TERM", "xterm-256color");

#[test]
fn places_are_links_where_the_terminal_has_them() {
    let folder = story();
    let links = [XTERM, ("FORCE_HYPERLINK", "1"), ("PAGER", "cat")];
    let (text, status) = see(&folder, 50, &[], &links);
    assert_eq!(status, 1);
    let path = folder.0.path().join("claims/a%20b.yaml");
    let (before, after) = text.split_once("\x1b]8;;file://").unwrap();
    assert!(before.contains("1 conflict"), "{text}");
    let (address, shown) = after.split_once("\x1b\\").unwrap();
    let (host, rest) = address.split_once('/').unwrap();
    assert!(!host.is_empty(), "{address}");
    assert_eq!(format!("/{rest}"), format!("{}#8", path.display()));
    assert!(
        shown.starts_with("\x1b[2ma b:8\x1b[0m\x1b]8;;\x1b\\"),
        "{shown:?}"
    );
    // Not without colours, not in a file, not where the terminal has none.
    for (args, env) in [
        (&["--color", "never"][..], links),
        (&["-o", "/dev/null"], links),
        (&[], [XTERM, ("FORCE_HYPERLINK", "0"), ("PAGER", "cat")]),
        (&["--format", "markdown"], links),
    ] {
        let (text, _) = see(&folder, 50, args, &env);
        assert!(!text.contains("\x1b]8"), "{args:?} {text:?}");
    }
}

#[test]
fn what_is_longer_than_the_terminal_goes_through_the_pager() {
    let folder = story();
    let pager = "sh -c 'cat > paged.txt'";
    let long = [XTERM, ("PAGER", pager)];
    let paged = || {
        let text = std::fs::read_to_string(folder.0.path().join("paged.txt")).unwrap_or_default();
        let _ = std::fs::remove_file(folder.0.path().join("paged.txt"));
        text
    };
    let (text, status) = see(&folder, 10, &[], &long);
    assert_eq!((text.as_str(), status), ("", 1));
    let report = paged();
    assert!(report.contains("\x1b[1m"), "it keeps its colours");
    assert!(report.contains("2 articles"), "{report}");
    let ours = [XTERM, ("PAGER", "false"), ("GAINSAY_PAGER", pager)];
    see(&folder, 10, &["matrix"], &ours);
    assert!(paged().contains("harbour-post"));
    // What fits, what is asked for without, what goes elsewhere.
    let cases: [(u16, &[&str], &str); 4] = [
        (60, &[], pager),
        (10, &["--no-pager"], pager),
        (10, &[], ""),
        (10, &[], "cat"),
    ];
    for (lines, args, pager) in cases {
        let (text, _) = see(&folder, lines, args, &[XTERM, ("PAGER", pager)]);
        assert!(text.contains("2 articles"), "{args:?}: {text}");
        assert_eq!(paged(), "");
    }
    // A pager that is not there, one that breaks off.
    let (text, status) = see(&folder, 10, &[], &[XTERM, ("PAGER", "no-such-pager")]);
    assert!(text.contains("2 articles"), "{text}");
    assert_eq!(status, 1);
    let (_, status) = see(&folder, 10, &[], &[XTERM, ("PAGER", "true")]);
    assert_eq!(status, 1);
}

#[test]
fn a_run_that_takes_long_says_what_it_does() {
    let folder = story();
    let run = |wait: u64, term: &str, args: &[&str]| {
        let (written, seen) = terminal(50);
        let mut command = program(&folder, args, &[("TERM", term)]);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut child = command.stderr(written).spawn().unwrap();
        command.stderr(Stdio::null());
        let mut input = child.stdin.take().unwrap();
        let typing = thread::spawn(move || {
            thread::sleep(Duration::from_millis(wait));
            input.write_all(STORY.as_bytes()).unwrap();
        });
        let (text, status) = watch(child, seen);
        typing.join().unwrap();
        assert_eq!(status, 1, "{text}");
        text
    };
    let text = run(1600, "xterm", &["-"]);
    assert!(text.starts_with("\r| reading files, 1 s\x1b[K"), "{text:?}");
    assert!(text.ends_with("\r\x1b[K"), "{text:?}");
    assert_eq!(run(0, "xterm", &["-"]), "");
    assert_eq!(run(1600, "dumb", &["-"]), "");
    assert_eq!(run(1600, "xterm", &["-", "--quiet"]), "");
}
