//! Killed at every step of writing: the next start finds the change whole, or takes it back.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Change, Desk, NewArticle, Options, Seen, shelf};
use crate::store::{self, FAULT};

const WHERE: &str = "GAINSAY_TEST_DESK";
const WHAT: &str = "GAINSAY_TEST_DEED";

const POST: &str = "article: {id: post}\nclaims:\n  - {subject: ferry, property: age, value: 3}\n";

fn desk(folder: &Path) -> Desk {
    Desk::open(Options {
        folder: folder.to_owned(),
        strict_names: false,
        today: Box::new(|| None),
        read_only: false,
    })
}

fn text(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = |(name, text): &(&str, &str)| ((*name).to_owned(), (*text).to_owned());
    texts.iter().map(own).collect()
}

/// A claim more, or an article with its text: one file that changes, or two that are new.
fn deed(desk: &Desk, is_article: bool) -> Change {
    if is_article {
        return Change::Article(NewArticle {
            fields: text(&[("source", "Wire")]),
            text: "The ferry is old.".to_owned(),
            is_page: false,
        });
    }
    let key = desk.corpus().article_ids().next();
    let seen = Seen {
        key: key.map(|id| desk.corpus().article_key(id)).unwrap(),
        fingerprint: shelf::fingerprint(POST.as_bytes()),
    };
    let claim = [("subject", "ferry"), ("property", "crew"), ("value", "9")];
    Change::Add(seen, text(&claim))
}

/// What a child of the next test runs; alone it does nothing.
#[test]
fn the_child_that_is_killed() {
    let Ok(folder) = std::env::var(WHERE) else {
        return;
    };
    let mut desk = desk(Path::new(&folder));
    let what = std::env::var(WHAT).unwrap();
    let change = deed(&desk, what.starts_with("article"));
    desk.change(&change).unwrap();
    if what.ends_with("undo") {
        desk.undo().unwrap();
    }
}

/// Whether it was killed.
fn child(folder: &Path, what: &str, fault: u32) -> bool {
    let ran = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "desk::tests::the_child_that_is_killed"])
        .env(WHERE, folder)
        .env(WHAT, what)
        .env(FAULT, fault.to_string())
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(
        !told.contains("FAILED") && told.contains("running 1 test"),
        "{ran:?}"
    );
    !ran.status.success()
}

/// The files of a folder but for what gainsay keeps of changes.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let files = entries.filter(|entry| entry.path().is_file());
    let mut files: Vec<(String, String)> = files
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read_to_string(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn killed_at_every_step(what: &str) {
    let begun = || {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("post.yaml"), POST).unwrap();
        folder
    };
    let (old, whole) = (begun(), begun());
    assert!(!child(whole.path(), what, 0));
    let (old, new) = (files(old.path()), files(whole.path()));
    let mut ends = [0; 2];
    for fault in 1.. {
        let folder = begun();
        let path = folder.path();
        let killed = child(path, what, fault);
        // What `gainsay desk` does first.
        let recovered = store::recover(path).unwrap();
        assert!(recovered.iter().all(|it| it.left.is_empty()));
        // The next change takes away what lies about, and is made as if nothing had been.
        let mut desk = desk(path);
        assert!(desk.report(|report| report.diagnostics.iter().all(|it| !it.is_error())));
        for (name, _) in old.iter().chain(&new) {
            store::tidy(&path.join(name)).unwrap();
        }
        let now = files(path);
        let (is_old, is_new) = (now == old, now == new);
        let is_between = what.ends_with("undo") && !is_old && files_of(what) == now.len();
        assert!(
            is_old || is_new || is_between,
            "{what}, step {fault}: {now:?}"
        );
        ends[usize::from(!is_old)] += 1;
        if !killed {
            assert!(is_new && fault > 5, "there are but {fault} steps");
            break;
        }
        let next = Change::Article(NewArticle {
            text: "Later.".to_owned(),
            ..NewArticle::default()
        });
        desk.change(&next).unwrap();
        assert_eq!(files(path).len(), now.len() + 2);
    }
    assert!(ends.iter().all(|count| *count > 0), "{ends:?}");
}

/// How many files there are once the change is made.
fn files_of(what: &str) -> usize {
    if what.starts_with("article") { 3 } else { 1 }
}

#[test]
fn a_claim_is_written_whole_or_not() {
    killed_at_every_step("claim");
}

#[test]
fn an_article_comes_with_its_text_or_not_at_all() {
    killed_at_every_step("article");
}

#[test]
fn an_undo_leaves_the_change_or_what_was_before() {
    killed_at_every_step("article undo");
}
