//! Any claims survive the way through a table: out and in again changes no byte, and one edited cell one place.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{csv_with, table};
use crate::cli::Folder;

/// Texts that spreadsheets and YAML like to take for something else.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}( [a-z0-9]{1,6}){0,3}",
        "[=+@'\"-][a-z0-9 =+-]{0,6}",
        "[0-9]{1,3}[/.,:-][0-9]{1,4}",
        "\\PC{1,12}",
        Just("TRUE".to_owned()),
        Just("null".to_owned()),
        Just("[a, b".to_owned()),
        Just("{members: x}".to_owned()),
        Just("_x0041_".to_owned()),
        Just("a; b".to_owned()),
    ]
    .prop_filter("a field that says something", |text| {
        !text.trim().is_empty()
    })
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() || !c.is_ascii() => write!(out, "\\U{:08X}", u32::from(c)).unwrap(),
            c => out.push(c),
        }
    }
    out + "\""
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn out_and_in_again_changes_no_byte_and_one_cell_one_place(
        claims in prop::collection::vec((text(), text(), text(), text()), 1..6),
        at in any::<prop::sample::Index>(),
        is_csv in any::<bool>(),
    ) {
        let mut file = String::from("article: {id: a}\nclaims:\n");
        for (subject, property, value, note) in &claims {
            writeln!(
                file,
                "  - subject: {}\n    property: {}\n    value: {} # said\n    note: {}",
                quoted(subject), quoted(property), quoted(value), quoted(note)
            ).unwrap();
        }
        let folder = Folder::with(&[("claims/a.yaml", &file)]);
        let name = if is_csv { "claims.csv" } else { "claims.xlsx" };
        let ran = folder.run(&["export", "-o", name]);
        prop_assert_eq!(ran.status, 0, "{:?}\n{}", ran, file);
        let ran = folder.run(&["import", name, "--write"]);
        prop_assert!(ran.status == 0 && ran.err.contains("no file changes"), "{:?}\n{}", ran, file);
        prop_assert_eq!(folder.read("claims/a.yaml"), file.clone());
        if is_csv {
            let mut rows = table(&folder.read(name));
            let note = rows[0].iter().position(|name| name == "note").unwrap();
            let row = at.index(claims.len());
            rows[row + 1][note] = "edited by the desk".into();
            folder.add(name, &csv_with(&rows));
            let ran = folder.run(&["import", name, "--write"]);
            prop_assert_eq!(ran.status, 0, "{:?}\n{}", ran, file);
            let old = format!("    note: {}\n", quoted(&claims[row].3));
            let before: usize = file
                .match_indices("    note: ")
                .nth(row)
                .map(|(at, _)| at)
                .unwrap();
            let after = before + old.len();
            let expected = format!("{}    note: edited by the desk\n{}", &file[..before], &file[after..]);
            prop_assert_eq!(folder.read("claims/a.yaml"), expected);
        }
    }
}
