//! Killed at every step, at the same time as others, beside an editor: nothing is lost.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::faults::FAULT;
use super::*;

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

/// Adds a line to a file.
fn add(path: &Path, line: &str) -> io::Result<()> {
    update(path, &Limits::default(), line, |mut text| {
        text.extend(format!("{line}\n").bytes());
        Ok((text, ()))
    })
}

fn change(folder: &Path, name: &str, old: Option<&str>, new: Option<&str>) -> Change {
    let bytes = |text: Option<&str>| text.map(|text| text.as_bytes().to_vec());
    Change {
        path: folder.join(name),
        old: bytes(old),
        new: bytes(new),
    }
}

const WHERE: &str = "GAINSAY_TEST_FOLDER";

/// What a child of [`killed_at_every_step`] runs; alone it does nothing.
#[test]
fn the_child_that_is_killed() {
    let Ok(folder) = std::env::var(WHERE) else {
        return;
    };
    let folder = Path::new(&folder);
    match std::env::var("GAINSAY_TEST_UNDO") {
        Ok(_) => {
            undo(folder).unwrap();
        }
        Err(_) => {
            let changes = vec![
                change(folder, "a.yaml", Some("old a"), Some("new a")),
                change(folder, "b.yaml", None, Some("new b")),
                change(folder, "c.yaml", Some("old c"), None),
            ];
            change_all(folder, &Limits::default(), "three files", changes).unwrap();
        }
    }
}

/// Runs that child; whether it was killed.
fn child(folder: &Path, undoes: bool, fault: u32) -> bool {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "store::tests::the_child_that_is_killed"])
        .env(WHERE, folder)
        .env(FAULT, fault.to_string());
    if undoes {
        command.env("GAINSAY_TEST_UNDO", "1");
    }
    let ran = command.output().unwrap();
    let failed = String::from_utf8_lossy(&ran.stdout).contains("FAILED");
    assert!(!failed, "{ran:?}");
    !ran.status.success()
}

const OLD: [(&str, Option<&str>); 3] = [
    ("a.yaml", Some("old a")),
    ("b.yaml", None),
    ("c.yaml", Some("old c")),
];

const NEW: [(&str, Option<&str>); 3] = [
    ("a.yaml", Some("new a")),
    ("b.yaml", Some("new b")),
    ("c.yaml", None),
];

/// Whether a folder holds exactly some files, and nothing of a killed run.
fn holds(folder: &Path, files: &[(&str, Option<&str>)]) -> bool {
    let right = files.iter().all(|(name, expected)| {
        let found = fs::read_to_string(folder.join(name)).ok();
        found.as_deref() == *expected
    });
    let expected = files.iter().filter(|(_, text)| text.is_some());
    let mut expected: Vec<&str> = expected.map(|(name, _)| *name).collect();
    expected.insert(0, ".gainsay");
    right && names(folder) == expected
}

fn story() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), "old a").unwrap();
    fs::write(folder.path().join("c.yaml"), "old c").unwrap();
    folder
}

#[test]
fn killed_at_every_step_a_change_is_whole_or_taken_back() {
    let mut ends = BTreeSet::new();
    for fault in 1.. {
        let folder = story();
        let path = folder.path();
        let killed = child(path, false, fault);
        let recovered = recover(path).unwrap();
        assert!(recovered.iter().all(|one| one.left.is_empty()));
        // The locks and temporary files of whoever was killed go with the next change.
        for name in ["a.yaml", "b.yaml", "c.yaml"] {
            let target = path.join(name);
            tidy(&target).unwrap();
        }
        let (old, new) = (holds(path, &OLD), holds(path, &NEW));
        assert!(old != new, "step {fault}: {:?}", names(path));
        ends.insert(new);
        if !killed {
            assert!(new && fault > 15, "there are but {fault} steps");
            break;
        }
    }
    assert_eq!(ends.len(), 2);
}

#[test]
fn an_undo_that_is_killed_goes_on_where_it_stopped() {
    for fault in 1.. {
        let folder = story();
        let path = folder.path();
        assert!(!child(path, false, 0));
        let killed = child(path, true, fault);
        if killed {
            undo(path).unwrap();
        }
        assert!(holds(path, &OLD), "step {fault}: {:?}", names(path));
        assert!(changes(path).is_empty());
        if !killed {
            assert!(fault > 8, "there are but {fault} steps");
            return;
        }
    }
}

#[test]
fn no_writer_takes_away_what_another_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let (writers, lines) = (8, 10);
    std::thread::scope(|scope| {
        for writer in 0..writers {
            let path = match writer % 2 {
                0 => folder.path().join("list.txt"),
                _ => folder.path().join(".").join("list.txt"),
            };
            scope.spawn(move || {
                for line in 0..lines {
                    add(&path, &format!("{writer} {line}")).unwrap();
                }
            });
        }
    });
    let text = text(&folder.path().join("list.txt"));
    for writer in 0..writers {
        let own = format!("{writer} ");
        let own = text.lines().filter_map(|line| line.strip_prefix(&own));
        let expected: Vec<String> = (0..lines).map(|line| line.to_string()).collect();
        assert_eq!(own.collect::<Vec<_>>(), expected);
    }
    assert_eq!(text.lines().count(), writers * lines);
    assert_eq!(names(folder.path()), [".gainsay", "list.txt"]);
    assert_eq!(changes(folder.path()).len(), 50);
}

#[test]
fn what_an_editor_saves_meanwhile_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.txt");
    fs::write(&path, "one\n").unwrap();
    let changed = update(&path, &Limits::default(), "two", |text| {
        fs::write(&path, "the editor's\n").unwrap();
        Ok(([text, b"two\n".to_vec()].concat(), ()))
    });
    let why = changed.unwrap_err().to_string();
    assert!(why.contains("list.txt.kept-1"), "{why}");
    assert_eq!(text(&path), "the editor's\n");
    let kept = folder.path().join("list.txt.kept-1");
    assert_eq!(text(&kept), "one\ntwo\n");
    assert!(changes(folder.path()).is_empty());

    let path = folder.path().join("new.txt");
    let made = update(&path, &Limits::default(), "new", |_| {
        fs::write(&path, "the editor's\n").unwrap();
        Ok((b"ours\n".to_vec(), ()))
    });
    assert!(made.is_err());
    assert_eq!(text(&path), "the editor's\n");
    assert_eq!(text(&folder.path().join("new.txt.kept-1")), "ours\n");
}

#[test]
fn what_a_killed_writer_displaced_unread_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.txt");
    fs::write(&path, "ours\n").unwrap();
    let hashes = format!("-{}-{}.swap", swap::hash(b"read\n"), swap::hash(b"ours\n"));
    let left = |bytes: &str| fs::write(swap::beside(&path, &hashes), bytes).unwrap();
    left("read\n");
    add(&path, "two").unwrap();
    assert_eq!(names(folder.path()), [".gainsay", "list.txt"]);
    left("an editor's\n");
    add(&path, "three").unwrap();
    assert_eq!(
        text(&folder.path().join("list.txt.kept-1")),
        "an editor's\n"
    );
    assert_eq!(text(&path), "ours\ntwo\nthree\n");
}

#[test]
fn undo_goes_back_change_by_change_and_spares_what_was_changed_since() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list.txt");
    for line in ["one", "two", "three"] {
        add(&path, line).unwrap();
    }
    let undone = undo(folder.path()).unwrap().unwrap();
    assert_eq!((undone.number, &*undone.what), (3, "three"));
    assert_eq!(text(&path), "one\ntwo\n");
    fs::write(&path, "one\ntwo, mended\n").unwrap();
    let why = undo(folder.path()).unwrap_err().to_string();
    assert!(why.contains("list.txt was changed"), "{why}");
    assert_eq!(text(&path), "one\ntwo, mended\n");
    fs::write(&path, "one\ntwo\n").unwrap();
    undo(folder.path()).unwrap().unwrap();
    undo(folder.path()).unwrap().unwrap();
    assert!(!path.exists());
    assert_eq!(undo(folder.path()).unwrap(), None);
}

#[test]
fn a_journal_that_leads_out_of_its_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    let entry = inside.join(".gainsay/undo/1");
    fs::create_dir_all(&entry).unwrap();
    let outside = folder.path().join("outside.txt");
    fs::write(&outside, "mine").unwrap();
    let manifest = format!(
        r#"{{"what": "x", "files": [{{"path": "../outside.txt", "old": null, "new": "{}"}}]}}"#,
        swap::hash(b"mine")
    );
    fs::write(entry.join("manifest.json"), manifest).unwrap();
    assert!(undo(&inside).is_err());
    assert_eq!(text(&outside), "mine");
}

#[test]
fn one_change_that_fails_takes_the_others_back() {
    let folder = story();
    let path = folder.path();
    let changes = vec![
        change(path, "a.yaml", Some("old a"), Some("new a")),
        change(path, "c.yaml", Some("not what it holds"), Some("new c")),
    ];
    assert!(change_all(path, &Limits::default(), "two files", changes).is_err());
    assert_eq!(text(&path.join("a.yaml")), "old a");
    assert_eq!(text(&path.join("c.yaml")), "old c");
    assert!(super::changes(path).is_empty());
}

#[cfg(unix)]
#[test]
fn odd_files_are_refused_and_links_inside_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in ["a/read-only", "a/twice", "a/input", "b/other"] {
        fs::create_dir_all(at(name).parent().unwrap()).unwrap();
        fs::write(at(name), "old").unwrap();
    }
    fs::set_permissions(at("a/read-only"), fs::Permissions::from_mode(0o444)).unwrap();
    fs::hard_link(at("a/twice"), at("a/second name")).unwrap();
    symlink("../b/other", at("a/out")).unwrap();
    symlink("../b/not yet", at("a/out, dangling")).unwrap();
    symlink("ring", at("a/ring")).unwrap();
    symlink("input", at("a/to the input")).unwrap();
    let limits = Limits {
        folders: vec![at("a")],
        inputs: vec![at("a/input")],
    };
    let write = |name: &str| replace(&at(name), &limits, |out| out.write_all(b"new"));
    let cases = [
        ("a/read-only", "read-only"),
        ("a/twice", "hard links"),
        ("a/input", "this run reads it"),
        ("a/to the input", "this run reads it"),
        ("a/out", "outside the folders"),
        ("a/out, dangling", "outside the folders"),
        ("a/ring", "ring"),
        ("a/nowhere/x", "no such file or folder"),
        ("a", "it is a folder"),
    ];
    for (name, expected) in cases {
        let why = write(name).unwrap_err().to_string();
        assert!(why.contains(expected), "{name}: {why}");
    }
    for name in ["a/read-only", "a/twice", "a/input", "b/other"] {
        assert_eq!(text(&at(name)), "old");
    }
    assert!(!at("b/not yet").exists());
    assert!(replace(Path::new("/dev/full"), &limits, |_| Ok(())).is_err());
    replace(Path::new("/dev/null"), &limits, |out| out.write_all(b"new")).unwrap();

    symlink("../a/made later", at("b/in")).unwrap();
    symlink("same folder", at("b/beside")).unwrap();
    for (link, file) in [("b/in", "a/made later"), ("b/beside", "b/same folder")] {
        for _ in 0..2 {
            write(link).unwrap();
            assert_eq!(text(&at(file)), "new");
            assert!(fs::symlink_metadata(at(link)).unwrap().is_symlink());
        }
    }
    fs::write(at("a/own mode"), "old").unwrap();
    fs::set_permissions(at("a/own mode"), fs::Permissions::from_mode(0o640)).unwrap();
    write("a/own mode").unwrap();
    let mode = fs::metadata(at("a/own mode")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
