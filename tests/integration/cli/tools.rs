//! `gainsay value`, `same`, `explain` and the help.

use gainsay::finding::Check;

use super::{Ran, gainsay};

fn run(args: &[&str]) -> Ran {
    gainsay(args).output().unwrap().into()
}

fn piped(args: &[&str], text: &str) -> Ran {
    gainsay(args).write_stdin(text).output().unwrap().into()
}

#[test]
fn values_in_batches_give_an_object_a_line() {
    let ran = piped(
        &["value", "--batch", "-"],
        "number\t\tthree\ndate\t2024-03-05\ttwo days ago\nnumber\t\tsoonish\n\t\tthree\r\nnubmer\t\t3\n\
         date\t2018-06-08\ton Wednesday\ndate\t2018-06-08\ton Wednesday\tto meet on Wednesday\n\
         date\t2018-06-08\ton Wednesday\twill meet on Wednesday\n",
    );
    assert_eq!(ran.status, 0, "{ran:?}");
    let lines: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 8, "{ran:?}");
    assert_eq!(lines[0]["extent"][0]["from"], "3");
    assert_eq!(lines[1]["extent"][0]["from"], "2024-03-03");
    assert!(lines[2]["error"].is_string(), "{ran:?}");
    assert_eq!(lines[3]["extent"], lines[0]["extent"]);
    assert_eq!(lines[4]["error"], "\"nubmer\" is not a kind");
    // The quote, where there is one, says whether the article looks ahead.
    assert_eq!(lines[5]["likely"][0]["from"], "2018-06-06");
    assert_eq!(lines[6]["likely"], lines[5]["likely"]);
    assert_eq!(lines[7]["likely"][0]["from"], "2018-06-13");
}

#[test]
fn same_says_whether_two_names_are_one_and_why() {
    let one = run(&["same", "Alice Marie Johnson", "Alice Johnson"]);
    assert!(one.out.starts_with("taken for one ("), "{one:?}");
    let two = run(&["same", "Alice Johnson", "Jack Johnson"]);
    assert!(two.out.starts_with("kept apart ("), "{two:?}");
    let slip = run(&["same", "Alice Johnson", "Alice Jonhson"]);
    let first = slip.out.lines().next().unwrap();
    assert!(first.starts_with("alike (0."), "{slip:?}");
    assert!(first.contains("but taken for two"), "{slip:?}");
    assert!(slip.out.contains("reports warn"), "{slip:?}");
    assert!(!slip.out.contains("taken for one"), "{slip:?}");
    assert!(!one.out.contains("reports") && !two.out.contains("reports"));
    assert_eq!((one.status, two.status), (0, 0));
    let many = piped(
        &["same", "--batch", "-"],
        "Alice Johnson\tJack Johnson\nX\tX\n",
    );
    let same: Vec<bool> = many
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["same"] == true)
        .collect();
    assert_eq!(same, [false, true], "{many:?}");
}

#[test]
fn same_says_what_a_report_would_do() {
    let reports = |left: &str, right: &str| {
        let ran = piped(&["same", "--batch", "-"], &format!("{left}\t{right}\n"));
        let row: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        let cases = row["where"].as_array().unwrap().len();
        (row["reports"].as_str().unwrap().to_owned(), cases)
    };
    for (left, right, expected, cases) in [
        ("Halden B.V.", "Halden BV", "joined", 0),
        ("Ann Moss", "Ann Kay Moss", "joined", 0),
        // Within one article, or once a vocabulary declares the agency.
        ("North Wire Agency", "NWA", "joined where", 2),
        ("Ms. Moss", "Ann Moss", "joined where", 1),
        ("plumber Ann Moss", "Ann Moss", "joined where", 1),
        ("Mustafa Odo", "Mostafa Odo", "alike", 0),
        ("Odo Lin", "Lin Odo", "alike", 0),
        ("sister of Ann Moss", "Ann Moss", "apart", 0),
        ("Ann Moss", "Ben Moss", "apart", 0),
    ] {
        assert_eq!(
            reports(left, right),
            (expected.to_owned(), cases),
            "{left}, {right}"
        );
    }
}

#[test]
fn batches_read_files_and_say_where_there_is_none() {
    for command in ["value", "same"] {
        let ran = run(&[command, "--batch", "no-such-file"]);
        assert_eq!((ran.status, &*ran.out), (2, ""), "{ran:?}");
        assert!(
            ran.err
                .contains("cannot read no-such-file: there is no such file"),
            "{ran:?}"
        );
    }
}

#[test]
fn explain_prints_the_page_of_a_check_or_lists_all() {
    for check in Check::ALL {
        let ran = run(&["explain", check.name()]);
        assert_eq!(
            (ran.status, &*ran.out),
            (0, check.page()),
            "{}",
            check.name()
        );
    }
    let list = run(&["explain"]);
    assert_eq!(list.out.lines().count(), Check::ALL.len());
    for (line, check) in list.out.lines().zip(Check::ALL) {
        assert!(
            line.starts_with(check.name()) && line.ends_with(check.summary()),
            "{line}"
        );
    }
}

#[test]
fn help_has_examples_and_the_exit_status() {
    let ran = run(&["--help"]);
    assert_eq!((ran.status, &*ran.err), (0, ""), "{ran:?}");
    for part in [
        "Examples:",
        "gainsay check",
        "gainsay value",
        "gainsay same",
        "gainsay explain",
        "Exit status",
    ] {
        assert!(ran.out.contains(part), "{part}: {ran:?}");
    }
    for command in ["check", "value", "same", "explain", "graph"] {
        let ran = run(&[command, "--help"]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(ran.out.contains("Examples:"), "{ran:?}");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let ran = run(&["--version"]);
    assert_eq!(
        ran.out,
        concat!("gainsay ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn what_a_terminal_would_obey_is_shown() {
    let text = "\u{1b}[31mred\u{202e}";
    for ran in [
        run(&["value", text]),
        run(&["value", text, "--and", text]),
        run(&["value", "--kind", "number", text]),
        run(&["same", text, "Red Reed"]),
        piped(&["value", "--batch", "-"], &format!("term\t\t{text}\n")),
        piped(&["same", "--batch", "-"], &format!("{text}\tRed Reed\n")),
    ] {
        assert!(!ran.out.is_empty(), "{ran:?}");
        assert!(!ran.out.contains(['\u{1b}', '\u{202e}']), "{ran:?}");
    }
}

#[test]
fn bad_bytes_in_a_batch_spoil_no_other_line() {
    let ran: Ran = gainsay(["same", "--batch", "-"])
        .write_stdin(b"\xff\tx\nAnn Lee\tAnn Lee\n")
        .output()
        .unwrap()
        .into();
    assert_eq!((ran.status, ran.out.lines().count()), (0, 2), "{ran:?}");
}
