//! Where a report goes: files, pipes, colours.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use super::{Folder, Ran, STORY, gainsay};

fn story() -> Folder {
    Folder::with(&[("claims/a.yaml", STORY)])
}

#[test]
fn a_file_holds_what_standard_output_would() {
    for format in ["terminal", "markdown", "json"] {
        let folder = story();
        let printed = folder.run(&["--format", format]);
        let ran = folder.run(&["--format", format, "-o", "report"]);
        assert_eq!((ran.status, &*ran.out, &*ran.err), (1, "", ""), "{ran:?}");
        assert_eq!(folder.read("report"), printed.out);
        assert_eq!(folder.names(), ["claims", "report"]);
    }
}

#[test]
fn a_dash_is_standard_output() {
    let folder = story();
    assert_eq!(folder.run(&["-o", "-"]).out, folder.run(&[]).out);
    assert_eq!(folder.names(), ["claims"]);
}

#[test]
fn a_file_that_is_there_is_replaced() {
    let folder = story();
    folder.add("list.md", &"old ".repeat(100_000));
    let ran = folder.run(&["--format", "markdown", "--output", "list.md"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(!folder.read("list.md").contains("old"));
    assert_eq!(folder.names(), ["claims", "list.md"]);
}

#[test]
fn where_nothing_can_be_written_nothing_is_left() {
    let cases = [
        ("missing/list.md", "no such file or folder"),
        ("claims", "folder"),
    ];
    for (path, why) in cases {
        let folder = story();
        let ran = folder.run(&["-o", path]);
        assert_eq!(ran.status, 2, "{ran:?}");
        assert!(ran.err.contains(&format!("cannot write {path}")), "{ran:?}");
        assert!(ran.err.contains(why), "{ran:?}");
        assert!(!ran.err.contains(".tmp"), "{ran:?}");
        assert_eq!(folder.names(), ["claims"]);
    }
}

#[test]
fn a_wrong_name_leaves_the_old_file_alone() {
    let folder = story();
    folder.add("list.md", "old");
    let ran = folder.run(&["-o", "list.md", "--subject", "nobody"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert_eq!(folder.read("list.md"), "old");
}

#[cfg(unix)]
#[test]
fn links_permissions_and_devices_stay_what_they_are() {
    use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
    let folder = story();
    folder.add("shared/list.md", "old");
    let list = folder.0.path().join("shared/list.md");
    fs::set_permissions(&list, fs::Permissions::from_mode(0o640)).unwrap();
    let link = folder.0.path().join("list.md");
    symlink("shared/list.md", &link).unwrap();
    assert_eq!(folder.run(&["-o", "list.md"]).status, 1);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(folder.read("shared/list.md").contains("1 conflict"));
    assert_eq!(
        fs::metadata(&list).unwrap().permissions().mode() & 0o777,
        0o640
    );

    assert_eq!(folder.run(&["-o", "/dev/null"]).status, 1);
    assert!(
        fs::metadata("/dev/null")
            .unwrap()
            .file_type()
            .is_char_device()
    );
}

#[test]
fn colours_follow_the_flag_then_the_environment() {
    let folder = story();
    type Case = (
        &'static [&'static str],
        &'static [(&'static str, &'static str)],
        bool,
    );
    let cases: &[Case] = &[
        (&[], &[], false),
        (&["--color", "always"], &[], true),
        (&["--color", "never"], &[], false),
        (&[], &[("CLICOLOR_FORCE", "1")], true),
        (&[], &[("CLICOLOR_FORCE", "0")], false),
        (&["--color", "never"], &[("CLICOLOR_FORCE", "1")], false),
        (&["--color", "always"], &[("NO_COLOR", "1")], true),
        (&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], false),
    ];
    for (args, environment, expected) in cases {
        let ran: Ran = gainsay(*args)
            .envs(environment.iter().copied())
            .current_dir(folder.0.path())
            .output()
            .unwrap()
            .into();
        assert_eq!(
            ran.out.contains('\x1b'),
            *expected,
            "{args:?} {environment:?}"
        );
    }
}

#[test]
fn markdown_and_json_have_no_colours() {
    for format in ["markdown", "json"] {
        let ran = story().run(&["--format", format, "--color", "always"]);
        assert!(!ran.out.contains('\x1b'), "{ran:?}");
    }
}

#[test]
fn the_environment_does_not_change_the_width() {
    let folder = story();
    let plain = folder.run(&[]).out;
    let narrow = gainsay([""; 0])
        .env("COLUMNS", "40")
        .current_dir(folder.0.path())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(narrow.stdout).unwrap(), plain);
}

/// The reading end is closed before the program can know what to write.
#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    for format in ["terminal", "markdown", "json"] {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("gainsay"))
            .args(["-", "--format", format])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(STORY.as_bytes()).unwrap();
        drop(stdin);
        let ran = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8(ran.stderr).unwrap(), "");
        assert_eq!(ran.status.code(), Some(1), "{format}");
    }
}
