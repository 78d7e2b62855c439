//! An export that comes back: what was edited in it, and nothing else, is changed in the files.

use super::{csv_with, edited, table};
use crate::cli::{Folder, STORY};

/// Claims in every style of YAML, with comments and values of every form.
const STYLES: &str = "\
# ours
article: {id: a, source: 'The Post', published: 2024-03-05, author: [Ann Lee, Bo Chen]}
claims:
  # first
  - subject: dock fire   # the one of March
    property: injured
    value: >-
      three
      dockers
    quote: \"three \\u00e9 dockers\"
    attribution: [fire service, 'port; harbour']
    qualifiers: {age group: under 18}

  - {subject: dock fire, property: led by, value: [Ann Lee, 'Chen, Bo'], hedged: false, stance: asserts}
  - subject: dock fire
    property: engines
    value: {between: [5, 7]}
    note: |
      two lines
      of text
  - {subject: '=1+1', property: -x, value: {members: [A], only: true}, when: May, where: pier 4, id: c4}
---
article: {id: b, copy_of: a}
claims:
- {subject: dock fire, property: injured, value: 1/2, said: Friday, cites: [a]}
";

#[test]
fn a_table_that_nobody_edited_changes_no_byte() {
    for text in [
        STYLES.to_owned(),
        format!("\u{feff}{}", STYLES.replace('\n', "\r\n")),
    ] {
        let folder = Folder::with(&[("claims/a.yaml", &text)]);
        for name in ["claims.csv", "claims.xlsx"] {
            assert_eq!(folder.run(&["export", "-o", name]).status, 0);
            let ran = folder.run(&["import", name, "--write"]);
            assert_eq!(ran.status, 0, "{ran:?}");
            assert!(
                ran.err.contains("5 rows: 5 as before; no file changes"),
                "{ran:?}"
            );
            assert_eq!(folder.read("claims/a.yaml"), text);
        }
    }
}

#[test]
fn one_cell_changes_one_place_in_every_style() {
    let folder = Folder::with(&[("claims/a.yaml", STYLES)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let text = folder.read("claims.csv");
    let cases = [
        (
            "three dockers",
            "value",
            "four",
            "    value: >-\n      three\n      dockers\n",
            "    value: four\n",
        ),
        (
            "three dockers",
            "subject",
            "pier fire",
            "  - subject: dock fire   # the",
            "  - subject: pier fire   # the",
        ),
        (
            "three dockers",
            "attribution",
            "port",
            "[fire service, 'port; harbour']",
            "port",
        ),
        (
            "three dockers",
            "hedged",
            "yes",
            "under 18}\n",
            "under 18}\n    hedged: true\n",
        ),
        ("engines", "value", "6", "{between: [5, 7]}", "'6'"),
        (
            "engines",
            "note",
            "",
            "    note: |\n      two lines\n      of text\n",
            "",
        ),
        (
            "led by",
            "value",
            "[Ann Lee]",
            "[Ann Lee, 'Chen, Bo']",
            "[Ann Lee]",
        ),
        ("led by", "hedged", "yes", "hedged: false", "hedged: 'true'"),
        ("c4", "where", "", ", where: pier 4", ""),
        ("b", "said", "Monday", "said: Friday", "said: Monday"),
        ("b", "copy of", "", ", copy_of: a", ""),
    ];
    for (row, column, cell, old, new) in cases {
        folder.add("claims.csv", &edited(&text, row, column, cell));
        let ran = folder.run(&["import", "claims.csv", "--write"]);
        assert_eq!(ran.status, 0, "{column} {ran:?}");
        let found = folder.read("claims/a.yaml");
        let wanted = STYLES.replacen(old, new, 1);
        assert_eq!(
            found.replace("hedged: true,", "hedged: 'true',"),
            wanted,
            "{row} {column}"
        );
        folder.add("claims/a.yaml", STYLES);
    }
}

#[test]
fn what_changed_on_both_sides_is_refused_side_by_side() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let text = edited(&folder.read("claims.csv"), "three", "value", "four");
    folder.add("claims.csv", &text);
    // Meanwhile somebody changes the file: the same cell, and another one.
    let changed = STORY
        .replace("value: three", "value: five")
        .replace("injured, value: one", "injured, value: none");
    folder.add("claims/a.yaml", &changed);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(
        ran.err
            .contains("I5 is refused: value was changed on both sides"),
        "{ran:?}"
    );
    assert!(
        ran.err
            .contains("\u{201c}four\u{201d} in the sheet, \u{201c}five\u{201d} in claims/a.yaml"),
        "{ran:?}"
    );
    assert_eq!(folder.read("claims/a.yaml"), changed);
    // Both made the same change: nothing is left to do.
    folder.add(
        "claims/a.yaml",
        &STORY.replace("value: three", "value: four"),
    );
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
}

#[test]
fn rows_find_their_claims_though_the_file_was_rearranged() {
    let folder = Folder::with(&[("claims/a.yaml", STYLES)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let text = edited(&folder.read("claims.csv"), "engines", "value", "6");
    folder.add("claims.csv", &text);
    // A claim before it is gone, a new one stands there, and the file has another name.
    let (head, rest) = STYLES
        .split_once("  - {subject: dock fire, property: led by")
        .unwrap();
    let (_, rest) = rest.split_once('\n').unwrap();
    let moved = format!(
        "{head}  - {{subject: x, property: y, value: z}}\n  - {{subject: x, property: y, value: w}}\n{rest}"
    );
    std::fs::remove_file(folder.0.path().join("claims/a.yaml")).unwrap();
    folder.add("claims/moved.yaml", &moved);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.err.contains("no longer in the files"), "{ran:?}");
    assert_eq!(
        folder.read("claims/moved.yaml"),
        moved.replace("{between: [5, 7]}", "'6'")
    );
}

#[test]
fn copied_rows_are_new_missing_ones_delete_nothing_and_delete_deletes() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let rows = table(&folder.read("claims.csv"));
    let value = rows[0].iter().position(|name| name == "value").unwrap();
    let delete = rows[0].iter().position(|name| name == "delete").unwrap();
    let mut sheet = vec![rows[0].clone()];
    for row in &rows[1..] {
        match row[value].as_str() {
            // Its row is gone.
            "yes" => {}
            "one" => {
                let mut row = row.clone();
                row[delete] = "delete".into();
                sheet.push(row);
            }
            "three" => {
                let mut copy = row.clone();
                copy[value] = "at least two".into();
                sheet.extend([row.clone(), row.clone(), copy]);
            }
            _ => sheet.push(row.clone()),
        }
    }
    folder.add("claims.csv", &csv_with(&sheet));
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(
        ran.err.contains("1 new claim, 1 deleted, 4 as before"),
        "{ran:?}"
    );
    let expected = STORY
        .replace("  - {subject: dock fire, property: injured, value: one}\n", "")
        .replacen(
            "value: 4 March 2024}\n",
            "value: 4 March 2024}\n  - subject: dock fire\n    property: injured\n    value: at least two\n    quote: three dockers were hurt\n",
            1,
        );
    assert_eq!(folder.read("claims/a.yaml"), expected);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert!(ran.err.contains("no file changes"), "{ran:?}");
}

/// The table of a story with more claims, and its rows in another order in one column.
fn sorted_alone(column: &str) -> String {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let mut rows = table(&folder.read("claims.csv"));
    let at = rows[0].iter().position(|name| name == column).unwrap();
    let mut cells: Vec<String> = rows[1..].iter().map(|row| row[at].clone()).collect();
    cells.rotate_left(2);
    for (row, cell) in rows[1..].iter_mut().zip(cells) {
        row[at] = cell;
    }
    csv_with(&rows)
}

#[test]
fn a_column_that_was_sorted_alone_fails_the_whole_table() {
    for column in ["value", "article", "gainsay"] {
        let folder = Folder::with(&[("claims/a.yaml", STORY)]);
        folder.add("claims.csv", &sorted_alone(column));
        let ran = folder.run(&["import", "claims.csv", "--write"]);
        assert_eq!(ran.status, 2, "{column} {ran:?}");
        assert!(ran.err.contains("sorted alone"), "{column} {ran:?}");
        assert_eq!(folder.read("claims/a.yaml"), STORY);
    }
    // Sorted as a whole it is the same table.
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let mut rows = table(&folder.read("claims.csv"));
    rows[1..].reverse();
    folder.add("claims.csv", &csv_with(&rows));
    let ran = folder.run(&["import", "claims.csv"]);
    assert!(ran.err.contains("5 as before; no file changes"), "{ran:?}");
}

#[test]
fn one_fingerprint_with_rows_that_all_differ_fails_the_whole_table() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let mut rows = table(&folder.read("claims.csv"));
    let value = rows[0].iter().position(|name| name == "value").unwrap();
    let row = rows.iter_mut().find(|row| row[value] == "three").unwrap();
    row[value] = "four".into();
    let mut copy = row.clone();
    copy[value] = "five".into();
    rows.push(copy);
    folder.add("claims.csv", &csv_with(&rows));
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("one hidden fingerprint"), "{ran:?}");
    assert_eq!(folder.read("claims/a.yaml"), STORY);
}

#[test]
fn what_a_spreadsheet_made_of_a_text_is_refused() {
    let folder = Folder::with(&[("claims/a.yaml", STYLES)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let text = folder.read("claims.csv");
    for (column, cell) in [
        ("value", "2-Jan"),
        ("value", "0.5E+00"),
        ("published", "05/03/2024"),
    ] {
        let row = if column == "value" { "1/2" } else { "c4" };
        folder.add("claims.csv", &edited(&text, row, column, cell));
        let ran = folder.run(&["import", "claims.csv", "--write"]);
        assert_eq!(ran.status, 1, "{cell} {ran:?}");
        assert!(
            ran.err.contains("format the cell as text"),
            "{cell} {ran:?}"
        );
        assert_eq!(folder.read("claims/a.yaml"), STYLES);
    }
    // What somebody meant is taken.
    folder.add("claims.csv", &edited(&text, "1/2", "value", "1/3"));
    assert_eq!(folder.run(&["import", "claims.csv", "--write"]).status, 0);
    assert_eq!(
        folder.read("claims/a.yaml"),
        STYLES.replace("value: 1/2", "value: 1/3")
    );
}

#[test]
fn fields_of_an_article_are_changed_once() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let text = folder.read("claims.csv");
    folder.add(
        "claims.csv",
        &edited(&text, "three", "title", "Fire at the dock"),
    );
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let changed = STORY.replacen(
        "published: 2024-03-05}",
        "published: 2024-03-05, title: Fire at the dock}",
        1,
    );
    assert_eq!(folder.read("claims/a.yaml"), changed);
    // Two rows that want different titles are both refused.
    folder.add("claims/a.yaml", STORY);
    let mut rows = table(&text);
    let title = rows[0].iter().position(|name| name == "title").unwrap();
    let article = rows[0].iter().position(|name| name == "article").unwrap();
    let own = rows[1..]
        .iter_mut()
        .filter(|row| row[article] == "harbour-post");
    for (number, row) in own.enumerate() {
        row[title] = format!("Title {number}");
    }
    folder.add("claims.csv", &csv_with(&rows));
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(
        ran.err.contains("2 refused") && ran.err.contains("write the same in both"),
        "{ran:?}"
    );
    assert_eq!(folder.read("claims/a.yaml"), STORY);
}

#[test]
fn rows_without_a_value_wait_as_drafts_until_they_are_filled_in() {
    let folder = Folder::with(&[(
        "log.csv",
        "Article/Source,Date,Statement,Speaker,Status\n\
         Coast Radio,2024-03-05,\u{201c}three dockers were hurt\u{201d},fire service,pending\n\
         Coast Radio,2024-03-05,The doors were locked,,verified\n",
    )]);
    let ran = folder.run(&["import", "log.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.err.contains("2 drafts"), "{ran:?}");
    assert_eq!(
        folder.read("claims/coast-radio.yaml"),
        "\
article:
  source: Coast Radio
  published: 2024-03-05

drafts:
  - quote: three dockers were hurt
    attribution: fire service
    note: 'Status: pending'
  - note: 'The doors were locked; Status: verified'
"
    );
    let ran = folder.run(&["import", "log.csv"]);
    assert!(ran.err.contains("no file changes"), "{ran:?}");
    // An export shows them; once they are filled in they are claims.
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let mut text = folder.read("claims.csv");
    for (column, cell) in [
        ("subject", "dock fire"),
        ("property", "injured"),
        ("value", "three"),
    ] {
        text = edited(&text, "three dockers were hurt", column, cell);
    }
    folder.add("claims.csv", &text);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let file = folder.read("claims/coast-radio.yaml");
    assert!(file.ends_with("claims:\n  - subject: dock fire\n    property: injured\n    value: three\n    quote: three dockers were hurt\n    attribution: fire service\n    note: 'Status: pending'\n"), "{file}");
    assert!(file.contains("drafts:\n  - note: 'The doors"), "{file}");
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert!(ran.err.contains("no file changes"), "{ran:?}");
}

#[test]
fn a_field_of_an_article_is_emptied_in_all_its_rows() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let text = folder.read("claims.csv");
    folder.add("claims.csv", &edited(&text, "three", "published", ""));
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(
        ran.err.contains("empty it in all rows of the article"),
        "{ran:?}"
    );
    assert_eq!(folder.read("claims/a.yaml"), STORY);
    let mut rows = table(&text);
    let column = |name: &str| rows[0].iter().position(|cell| cell == name).unwrap();
    let (published, article) = (column("published"), column("article"));
    let own = rows[1..]
        .iter_mut()
        .filter(|row| row[article] == "harbour-post");
    own.for_each(|row| row[published].clear());
    folder.add("claims.csv", &csv_with(&rows));
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(
        folder.read("claims/a.yaml"),
        STORY.replacen(", published: 2024-03-05", "", 1)
    );
}

#[test]
fn everything_is_deleted_or_changed_where_yaml_says_it_twice() {
    let text = "\
article: {id: a}
claims:
  - subject: fire
    property: dead
    value: &v one
  - {subject: fire, property: cause, value: arson, note: *v}
";
    let folder = Folder::with(&[("claims/a.yaml", text)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let table = folder.read("claims.csv");
    // What another claim refers to stays as it is; its neighbour changes.
    let both = edited(
        &edited(&table, "dead", "value", "two"),
        "cause",
        "value",
        "accident",
    );
    folder.add("claims.csv", &both);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(
        ran.err
            .contains("row 2 is refused: its file stays as it is: an anchor"),
        "{ran:?}"
    );
    assert_eq!(
        folder.read("claims/a.yaml"),
        text.replace("arson", "accident")
    );
    folder.add("claims/a.yaml", text);
    let all = edited(
        &edited(&table, "dead", "delete", "delete"),
        "cause",
        "delete",
        "x",
    );
    folder.add("claims.csv", &all);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert!(ran.err.contains("2 deleted"), "{ran:?}");
    assert_eq!(folder.read("claims/a.yaml"), "article: {id: a}\n");
}

/// A date that a program guessed is shown as a guess, and a plain one in its place confirms it.
#[test]
fn a_guessed_date_is_confirmed_in_its_cell() {
    let guessed = STORY.replacen(
        "published: 2024-03-05",
        "published: {guessed: 2024-03-05}",
        1,
    );
    let folder = Folder::with(&[("claims/a.yaml", &guessed)]);
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let csv = folder.read("claims.csv");
    assert!(csv.contains("{guessed: 2024-03-05}"), "{csv}");
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert!(ran.err.contains("no file changes"), "{ran:?}");
    let confirmed = csv.replace("{guessed: 2024-03-05}", "2024-03-05");
    folder.add("claims.csv", &confirmed);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(folder.read("claims/a.yaml"), STORY);
}
