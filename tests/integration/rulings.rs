//! Rulings silence what they considered, and reopen when it changes.

use gainsay::check::Selection;
use gainsay::diagnostic::Code;
use gainsay::finding::{Finding, Level};
use gainsay::parse::{Inputs, load};
use gainsay::value::Day;

const ARTICLES: &str = "\
article: {id: morning}
claims:
  - {subject: harbour fire, property: people hurt, value: 1}
---
article: {id: evening}
claims:
  - {subject: harbour fire, property: people hurt, value: three}
";

const THIRD: &str = "\
---
article: {id: weekly}
claims:
  - {subject: harbour fire, property: people hurt, value: 5}
";

/// The findings of articles under a ruling on their first finding, how many are silenced, and the codes of all problems.
fn under(articles: &str, ruling: &str, today: Option<&str>) -> (Vec<Finding>, usize, Vec<Code>) {
    let folder = tempfile::tempdir().unwrap();
    let examine = |silenced| {
        let (corpus, problems) = load(&Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        });
        let selection = Selection {
            level: Level::Note,
            silenced,
            today: today.and_then(Day::from_iso),
            ..Selection::default()
        };
        let report = gainsay::examine(&corpus, problems, &selection, false).unwrap();
        let codes = report.diagnostics.iter().map(|d| d.code).collect();
        (report.findings, report.summary.silenced, codes)
    };
    std::fs::write(folder.path().join("articles.yaml"), articles).unwrap();
    let id = examine(true).0[0].id;
    let stanza = format!(
        "rulings:\n  - finding: {id}\n    {}\n",
        ruling.trim().replace('\n', "\n    ")
    );
    std::fs::write(folder.path().join("rulings.yaml"), stanza).unwrap();
    examine(false)
}

const CONSIDERED: &str = "ruling: stands\nvalue: 3\nconsidered: [morning 1, evening three]\nby: RK\nreason: the hospital said so";

fn reopened(articles: &str, ruling: &str, today: Option<&str>) -> String {
    let (findings, silenced, codes) = under(articles, ruling, today);
    assert_eq!(silenced, 0);
    assert_eq!(codes, []);
    let note = findings[0].ruling.as_ref().expect("a ruling");
    assert!(!note.silences);
    note.reopened.clone().expect("a reason")
}

#[test]
fn what_was_considered_is_silenced_and_counted() {
    for ruling in [CONSIDERED.to_owned(), CONSIDERED.replace("stands", "both")] {
        let (findings, silenced, codes) = under(ARTICLES, &ruling, None);
        assert_eq!((findings.len(), silenced), (0, 1));
        assert_eq!(codes, []);
    }
}

#[test]
fn unresolved_only_notes() {
    let (findings, silenced, _) =
        under(ARTICLES, &CONSIDERED.replace("stands", "unresolved"), None);
    assert_eq!((findings.len(), silenced), (1, 0));
    assert_eq!(findings[0].ruling.as_ref().unwrap().reopened, None);
}

#[test]
fn a_ruling_reopens_with_its_reason() {
    let joined = reopened(&format!("{ARTICLES}{THIRD}"), CONSIDERED, None);
    assert_eq!(joined, "\"weekly 5\" joined the conflict");
    let repeated = THIRD.replace("value: 5", "value: 1");
    let repeated = reopened(&format!("{ARTICLES}{repeated}"), CONSIDERED, None);
    assert_eq!(repeated, "\"weekly 1\" joined the conflict");
    let changed = reopened(&ARTICLES.replace("value: 1", "value: 2"), CONSIDERED, None);
    assert_eq!(
        changed,
        "\"morning 2\" joined the conflict, \"morning 1\" changed or went"
    );
}

#[test]
fn a_ruling_expires_on_its_day() {
    let ruling = format!("{CONSIDERED}\nexpires: 2027-05-21");
    assert_eq!(under(ARTICLES, &ruling, Some("2027-05-20")).1, 1);
    assert_eq!(
        reopened(ARTICLES, &ruling, Some("2027-05-21")),
        "it expired on 2027-05-21"
    );
}
