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

#[test]
fn the_beginning_of_several_ids_means_none() {
    let folder = tempfile::tempdir().unwrap();
    // Two of so many ids begin with the same four digits.
    let claims: String = (0..700)
        .map(|at| format!("  - {{subject: s{at}, property: people hurt, value: VALUE}}\n"))
        .collect();
    let article = |id: &str, value: &str| {
        format!(
            "article: {{id: {id}}}\nclaims:\n{}",
            claims.replace("VALUE", value)
        )
    };
    let articles = format!("{}---\n{}", article("a", "1"), article("b", "3"));
    std::fs::write(folder.path().join("articles.yaml"), articles).unwrap();
    let examine = || {
        let (corpus, problems) = load(&Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        });
        let report = gainsay::examine(&corpus, problems, &Selection::default(), false).unwrap();
        let ids: Vec<String> = report.findings.iter().map(|f| f.id.to_string()).collect();
        (ids, report.summary.silenced, report.diagnostics)
    };
    let mut ids = examine().0;
    assert_eq!(ids.len(), 700);
    ids.sort();
    let twins = ids.windows(2).find(|pair| pair[0][..4] == pair[1][..4]);
    let [one, other] = twins.unwrap() else {
        unreachable!("windows of two")
    };
    let rule = |id: &str| {
        let stanza =
            format!("rulings:\n  - {{finding: {id}, ruling: both, considered: [a 1, b 3]}}\n");
        std::fs::write(folder.path().join("rulings.yaml"), stanza).unwrap();
        let (_, silenced, problems) = examine();
        (
            silenced,
            problems.first().map(|problem| problem.message.clone()),
        )
    };
    assert_eq!(rule(one), (1, None));
    let message = format!(
        "the ids of several findings begin with `{}`: {one}, {other}",
        &one[..4]
    );
    assert_eq!(rule(&one[..4]), (0, Some(message)));
}
