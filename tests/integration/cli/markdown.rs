//! The Markdown report as editors paste it: what it names, how two versions differ.

use super::Folder;

const MORNING: &str = "\
article: {id: morning, published: 2024-05-03}
claims:
  - {subject: Ada Brook, property: occupation, value: engineer}
  - {subject: Ben Clay, property: occupation, value: clerk}
  - {subject: mill fire, property: injured, value: 3, quote: three were hurt}
  - {subject: mill fire, property: engines, value: six}
";

const EVENING: &str = "\
article: {id: evening, published: 2024-05-03}
claims:
  - {subject: Ada Brook, property: occupation, value: engineer}
  - {subject: Ben Clay, property: occupation, value: clerk}
  - {subject: mill fire, property: injured, value: 5, quote: five were hurt}
  - {subject: mill fire, property: engines, value: 8}
";

const WORDS: &str = "\
properties: {occupation: {question: What is the occupation?, kind: term}}
rulings: [{finding: 0123456789ab, ruling: both}]
";

fn folder() -> Folder {
    Folder::with(&[
        ("claims/morning.yaml", MORNING),
        ("claims/evening.yaml", EVENING),
        ("claims/words.yaml", WORDS),
    ])
}

fn report(folder: &Folder) -> String {
    folder.run(&["--format", "markdown"]).out
}

#[test]
fn agreements_say_of_whom_and_fold() {
    let text = report(&folder());
    let (_, agreements) = text.split_once("## Agreements").unwrap();
    let (folded, _) = agreements.split_once("</details>").unwrap();
    let mut rest = folded;
    for part in [
        "<details>\n<summary>2 agreements</summary>\n\n### Ada Brook\n\n",
        "- ✓ **What is the occupation?** engineer · 2 articles, 2 origins: evening, morning · ",
        "\n### Ben Clay\n\n- ✓ **What is the occupation?** clerk",
    ] {
        rest = rest.split_once(part).expect(part).1;
    }
}

#[test]
fn what_was_found_comes_first_in_a_line_a_matter() {
    let text = report(&folder());
    let (found, _) = text.split_once("## Conflicts").unwrap();
    let lines: Vec<&str> = found
        .lines()
        .filter(|line| line.starts_with("- "))
        .collect();
    assert_eq!(lines.len(), 2, "{found}");
    assert!(lines[0].starts_with("- ✗ **engines** · morning: six ↔ evening: 8 · "));
    assert!(
        text.contains("  - evening: “**five** were hurt”\n"),
        "{text}"
    );
    let mut many = String::from("article: {id: c}\nclaims:\n");
    for at in 0..30 {
        for value in [1, 2] {
            many.push_str(&format!(
                "  - {{subject: Dock {at}, property: boats, value: {value}}}\n"
            ));
        }
    }
    let folder = folder();
    folder.add("claims/many.yaml", &many);
    let text = report(&folder);
    assert_eq!(text.matches("\n- ✗ ").count(), 20, "{text}");
    assert!(text.contains("\n- and 12 more\n"), "{text}");
    assert_eq!(text.matches("\n### ✗ ").count(), 32, "{text}");
    // Of one matter, the list would say what follows at once.
    let one = Folder::with(&[
        (
            "claims/a.yaml",
            "article: {id: a}\nclaims: [{subject: dock, property: boats, value: 1}]\n",
        ),
        (
            "claims/b.yaml",
            "article: {id: b}\nclaims: [{subject: dock, property: boats, value: 2}]\n",
        ),
    ]);
    assert!(!report(&one).contains("- ✗"), "{}", report(&one));
}

#[test]
fn a_line_that_is_added_to_a_file_changes_one_line() {
    let folder = folder();
    let id = folder.run(&["--format", "json"]).first_id();
    let rulings = format!("rulings: [{{finding: {id}, ruling: unresolved, by: RK}}]\n");
    folder.add("claims/rulings.yaml", &rulings);
    for (name, text) in [("morning", MORNING), ("rulings", &rulings)] {
        let before = report(&folder);
        folder.add(
            &format!("claims/{name}.yaml"),
            &format!("# Read twice.\n{text}"),
        );
        let after = report(&folder);
        assert_eq!(before.lines().count(), after.lines().count());
        let pairs = before.lines().zip(after.lines());
        let changed: Vec<_> = pairs.filter(|(before, after)| before != after).collect();
        assert_eq!(changed.len(), 1, "{changed:?}");
        assert!(changed[0].0.starts_with(&format!("- claims/{name}.yaml: ")));
    }
}

#[test]
fn it_names_no_option_of_the_command_line() {
    let folder = folder();
    folder.add(
        "claims/a.yaml",
        "article: {id: a}\nclaims: [{subject: dock, property: boats, value: 1}]\n",
    );
    let text = report(&folder);
    assert!(
        text.contains(", 1 not shown") && !text.contains("--"),
        "{text}"
    );
    assert!(
        folder
            .run(&["--summary"])
            .out
            .contains("1 not shown (see --all)")
    );
}

#[test]
fn an_argument_stands_in_its_order_with_each_claim_under_its_step() {
    let folder = Folder::with(&[
        (
            "claims/wire.yaml",
            "article: {id: wire, published: 2019-05-08}\nclaims:\n  \
             - {subject: talks, property: date, value: last Wednesday, quote: talks last Wednesday}\n  \
             - {subject: vote, property: date, value: on Wednesday}\n",
        ),
        (
            "claims/daily.yaml",
            "article: {id: daily, published: 2019-05-08}\nclaims:\n  \
             - {subject: vote, property: date, value: 5 days after the talks, quote: five days later}\n",
        ),
        (
            "claims/words.yaml",
            "entities: {talks: {kind: event}, vote: {kind: event}}\nproperties: {date: {kind: date}}\n",
        ),
    ]);
    let text = report(&folder);
    let (_, matter) = text.split_once("### ✗ ").unwrap();
    let (matter, _) = matter.split_once("- **id:**").unwrap();
    let mut rest = matter;
    for part in [
        "- **A** wire dates ",
        "last Wednesday",
        "  - wire: “talks **last Wednesday**”\n",
        "- **B** wire dates ",
        "- so that **",
        "- but **C** daily dates ",
        "  - daily: “",
    ] {
        rest = rest.split_once(part).expect(part).1;
    }
    assert!(
        !matter.contains("\n**"),
        "no sentence that says the same: {matter}"
    );
}
