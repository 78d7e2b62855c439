//! `gainsay lint`: every remark has a fixture that raises it (those of the catalogue) and one that must not.

use std::path::PathBuf;

use gainsay::diagnostic::{CODES, Severity};
use gainsay::parse::{self, Inputs};

const FOLDER: &str = "tests/fixtures/lint";

/// The kinds that are found in some files.
fn kinds(path: &str) -> Vec<&'static str> {
    let inputs = Inputs {
        paths: vec![PathBuf::from(path)],
        stdin: None,
    };
    let (corpus, problems) = parse::load(&inputs);
    let problems = gainsay::inspect(&corpus, problems, false);
    problems.iter().map(|it| it.code.name()).collect()
}

#[test]
fn every_remark_has_a_fixture_in_which_nothing_is_wrong() {
    for row in CODES.iter().filter(|row| row.severity == Severity::Note) {
        let folder = PathBuf::from(format!("{FOLDER}/{}", row.name));
        let path = match folder.is_dir() {
            true => folder,
            false => folder.with_extension("yaml"),
        };
        assert!(path.exists(), "{}", row.name);
        let found = kinds(&path.to_string_lossy());
        assert!(found.is_empty(), "{}: {found:?}", row.name);
    }
}
