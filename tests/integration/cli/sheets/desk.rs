//! Tables that a desk typed, and what becomes of its files.

use super::edited;
use crate::cli::{Folder, STORY};

/// A filled template, as a desk types it.
const TEMPLATE: &str = "\
source,url,published,subject,property,value,quote,attribution,hedged,note
Harbour Post,https://h.example/1,2024-03-05,dock fire,injured,three,injured three dockers,fire service,,
Harbour Post,https://h.example/1,2024-03-05,dock fire,began,4 March 2024,,,,\"checked, twice\"
City Radio,https://c.example/2,2024-03-07,dock fire,injured,one,left one docker injured,,yes,
City Radio,https://c.example/2,2024-03-07,dock fire,cause,arson,,,,
";

#[test]
fn a_desk_gets_from_its_table_to_a_report_and_back() {
    let folder = Folder::with(&[("desk.csv", &TEMPLATE.replace(",yes,", ",,"))]);
    // Two commands from the filled table to the conflicts.
    let ran = folder.run(&["import", "desk.csv", "--write"]);
    assert_eq!((ran.status, &*ran.out), (0, ""), "{ran:?}");
    let ran = folder.run(&["check"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.out.contains("1 conflict"), "{ran:?}");
    assert_eq!(
        folder.read("claims/city-radio.yaml"),
        "\
article:
  source: City Radio
  url: https://c.example/2
  published: 2024-03-07

claims:
  - subject: dock fire
    property: injured
    value: one
    quote: left one docker injured
  - subject: dock fire
    property: cause
    value: arson
"
    );
    let before = folder.read("claims/harbour-post.yaml");
    // The desk exports, edits two cells, and imports again.
    assert_eq!(folder.run(&["export", "-o", "claims.csv"]).status, 0);
    let text = folder.read("claims.csv");
    let text = edited(&text, "three", "value", "at least three");
    folder.add(
        "claims.csv",
        &edited(&text, "arson", "note", "says the port"),
    );
    let ran = folder.run(&["import", "claims.csv"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(
        ran.out,
        "\
--- claims/city-radio.yaml
+++ claims/city-radio.yaml
@@ -11,3 +11,4 @@
   - subject: dock fire
     property: cause
     value: arson
+    note: says the port
--- claims/harbour-post.yaml
+++ claims/harbour-post.yaml
@@ -6,7 +6,7 @@
 claims:
   - subject: dock fire
     property: injured
-    value: three
+    value: at least three
     quote: injured three dockers
     attribution: fire service
   - subject: dock fire
"
    );
    assert_eq!(folder.read("claims/harbour-post.yaml"), before);
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert!(
        ran.err
            .contains("4 rows: 2 changed claims, 2 as before; 2 files written"),
        "{ran:?}"
    );
    assert_eq!(
        folder.read("claims/harbour-post.yaml"),
        before.replace("value: three", "value: at least three")
    );
    // The same table once more changes nothing, and undo puts back what stood there.
    let ran = folder.run(&["import", "claims.csv", "--write"]);
    assert!(ran.err.contains("4 as before; no file changes"), "{ran:?}");
    assert_eq!(folder.run(&["undo"]).status, 0);
    assert_eq!(folder.read("claims/harbour-post.yaml"), before);
}

#[test]
fn the_same_table_twice_adds_nothing() {
    let folder = Folder::with(&[("desk.csv", TEMPLATE)]);
    assert_eq!(folder.run(&["import", "desk.csv", "--write"]).status, 0);
    let ran = folder.run(&["import", "desk.csv"]);
    assert_eq!((ran.status, &*ran.out), (0, ""), "{ran:?}");
    assert!(ran.err.contains("4 as before; no file changes"), "{ran:?}");
}

#[test]
fn what_cannot_be_taken_is_refused_with_its_cell() {
    let sheet = |row: &str| {
        format!("article,source,published,subject,property,value,stance,hedged,delete\n{row}\n")
    };
    for (row, cell, why) in [
        (
            "a,,,dock fire,injured,,denys,,",
            "G2",
            "none of asserts, denies",
        ),
        (
            "a,,,dock fire,injured,3,,maybe,",
            "H2",
            "neither yes nor no",
        ),
        (",,,dock fire,injured,3,,,", "B2", "names no article"),
        (
            "a,,last week,dock fire,injured,3,,,",
            "C2",
            "counts from another day",
        ),
        ("a,Post,2024,,,,,,", "row 2", "says nothing of a claim"),
        (
            "a,,,dock fire,injured,2-Jan,,,",
            "F2",
            "format the cell as text",
        ),
        ("a,,,dock fire,injured,3,,,gone", "I2", "is not delete"),
        (
            "harbour-post,City Radio,,dock fire,began,today,,,",
            "B2",
            "is \u{201c}Harbour Post\u{201d} in claims/a.yaml",
        ),
    ] {
        let folder = Folder::with(&[("claims/a.yaml", STORY), ("sheet.csv", &sheet(row))]);
        let ran = folder.run(&["import", "sheet.csv", "--write"]);
        assert_eq!(ran.status, 1, "{row} {ran:?}");
        assert!(
            ran.err.contains(&format!("{cell} is refused: ")) && ran.err.contains(why),
            "{row} {ran:?}"
        );
        assert_eq!(folder.read("claims/a.yaml"), STORY);
        assert_eq!(folder.names(), ["claims", "sheet.csv"]);
    }
}

#[test]
fn a_table_without_known_columns_is_asked_about() {
    let folder = Folder::with(&[(
        "log.csv",
        "Quelle;Aussage;Wer\nPost;\u{201e}drei Verletzte\u{201c};Feuerwehr\n",
    )]);
    let ran = folder.run(&["import", "log.csv"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("--map"), "{ran:?}");
    let ran = folder.run(&[
        "import",
        "log.csv",
        "--write",
        "--map",
        "Quelle=source",
        "--map",
        "Aussage=statement",
        "--map",
        "C=attribution",
    ]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.err.contains("semicolons between the cells"), "{ran:?}");
    assert!(
        folder
            .read("claims/post.yaml")
            .contains("  - quote: drei Verletzte\n"),
        "{ran:?}"
    );
}

#[test]
fn files_with_errors_take_no_table() {
    let broken = format!("{STORY}  - {{subject: x, property: y}}\n");
    let folder = Folder::with(&[("claims/a.yaml", &broken), ("desk.csv", TEMPLATE)]);
    let ran = folder.run(&["import", "desk.csv", "--write"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    assert!(ran.err.contains("mend them first"), "{ran:?}");
    assert_eq!(folder.read("claims/a.yaml"), broken);
    for name in ["claims/a.yaml", "nothing.csv"] {
        assert_eq!(folder.run(&["import", name]).status, 2);
    }
}

#[test]
fn an_address_in_the_column_of_articles_is_one() {
    let sheet = "article,subject,property,value\nhttps://h.example/1,dock fire,injured,3\n";
    let folder = Folder::with(&[("sheet.csv", sheet)]);
    for told in ["1 new claim", "1 as before"] {
        let ran = folder.run(&["import", "sheet.csv", "--write"]);
        assert!(ran.status == 0 && ran.err.contains(told), "{ran:?}");
    }
    assert!(
        folder
            .read("claims/h-example-1.yaml")
            .starts_with("article:\n  url: https://h.example/1\n")
    );
}
