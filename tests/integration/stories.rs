//! Invented stories, each with what an editor must be told of it: `expected.md` was written before the
//! articles were first compared. Nothing else may be called a conflict, and nothing else agreed.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gainsay::finding::{Finding, Level};
use gainsay::parse::{self, Inputs};

use crate::checks::everything;

/// What is expected, or was found: how often, by level, check, subject and property.
type Told = BTreeMap<[String; 4], usize>;

#[test]
fn stories_tell_what_was_expected_and_no_more() {
    let mut wrong = Vec::new();
    for story in ["footbridge", "strike"] {
        let folder = Path::new("tests/fixtures/stories").join(story);
        let page = fs::read_to_string(folder.join("expected.md")).unwrap();
        let (expected, found) = (expected(&page), found(&folder));
        let places = expected.keys().chain(found.keys());
        for place in places.collect::<std::collections::BTreeSet<_>>() {
            let [asked, got] = [&expected, &found].map(|told| told.get(place).copied());
            let is_note = place[0] == "note";
            // Of what one article says alone, or what fits, the page lists only what it must.
            if asked.is_some() && asked != got || asked.is_none() && !is_note {
                let [asked, got] = [asked, got].map(Option::unwrap_or_default);
                wrong.push(format!("{story}: expected {asked}, found {got}: {place:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The rows of the table of a page.
fn expected(page: &str) -> Told {
    let rows = page.lines().filter_map(|line| line.strip_prefix("| "));
    let mut told = Told::new();
    for row in rows.skip(1) {
        let mut cells = row.split('|').map(|cell| cell.trim().to_owned());
        let place = std::array::from_fn(|_| cells.next().unwrap_or_default());
        *told.entry(place).or_default() += 1;
    }
    told
}

fn found(folder: &Path) -> Told {
    let inputs = Inputs {
        paths: vec![folder.to_owned()],
        stdin: None,
    };
    let (corpus, problems) = parse::load(&inputs);
    let report = gainsay::examine(&corpus, problems, &everything(), false).unwrap();
    let mut told = Told::new();
    // What is told under another finding is the same matter.
    for finding in report.findings.iter().filter(|it| it.fold.is_none()) {
        *told.entry(place(finding)).or_default() += 1;
    }
    told
}

fn place(finding: &Finding) -> [String; 4] {
    let text = |part: &Option<String>| part.clone().unwrap_or_default();
    // What joint contradictions may fit is told by their claims.
    let check = match (finding.level, finding.check.name()) {
        (Level::Warning, "joint-contradiction") => "possible-conflict",
        (_, check) => check,
    };
    [
        finding.level.name().to_owned(),
        check.to_owned(),
        text(&finding.subject),
        text(&finding.property),
    ]
}
