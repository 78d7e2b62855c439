//! What a ruling settles, on random small stories: the sets of which it rejects a claim, and no others.

use std::collections::BTreeSet;

use gainsay::check::Selection;
use gainsay::finding::{Finding, FindingId, Level};
use gainsay::parse::{Inputs, load};
use proptest::prelude::*;

const LABELS: [&str; 3] = ["seated", "standing", "counted"];

const RULE: &str = "\
properties: {seated: {kind: number}, standing: {kind: number}, counted: {kind: number}}
rules:
  - {name: all were counted, holds: counted = seated + standing}
";

/// What each article says of each label.
type Story = Vec<[Option<u8>; 3]>;

fn story() -> impl Strategy<Value = Story> {
    let answer = prop::option::weighted(0.7, 1..5_u8);
    prop::collection::vec([answer.clone(), answer.clone(), answer], 2..4)
}

fn articles(story: &Story) -> String {
    let mut text = String::new();
    for (at, answers) in story.iter().enumerate() {
        let claims: Vec<String> = (LABELS.iter().zip(answers))
            .filter_map(|(label, value)| {
                let value = (*value)?;
                Some(format!(
                    "  - {{subject: hall, property: {label}, value: {value}}}\n"
                ))
            })
            .collect();
        if !claims.is_empty() {
            text.push_str(&format!(
                "article: {{id: a{at}}}\nclaims:\n{}---\n",
                claims.concat()
            ));
        }
    }
    text
}

/// One set of claims that cannot all be true: its id, its claims by position, whether it is silenced.
struct Set {
    id: FindingId,
    positions: Vec<Vec<String>>,
    is_silenced: bool,
}

/// Every finding of a story under rulings, and the sets among them.
fn examine(story: &Story, rulings: &str) -> (Vec<Finding>, Vec<Set>) {
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("a", articles(story)),
        ("b", rulings.to_owned()),
        ("c", RULE.to_owned()),
    ];
    for (name, text) in files {
        if !text.is_empty() {
            std::fs::write(folder.path().join(name).with_extension("yaml"), text).unwrap();
        }
    }
    let (corpus, problems) = load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
    let all = Selection::everything(None);
    let report = gainsay::examine(&corpus, problems, &all, false).unwrap();
    let sets = report.findings.iter().filter(|f| f.subject.is_none());
    let sets = sets.map(|finding| Set {
        id: finding.id,
        positions: finding
            .positions
            .iter()
            .map(|position| {
                let claim = |id: &gainsay::model::ClaimId| {
                    let claim = corpus.claim(*id);
                    let label = corpus.symbols.text(claim.property);
                    format!("{} {label} {}", corpus.article_id(*id), claim.original())
                };
                position.claims.iter().map(claim).collect()
            })
            .collect(),
        is_silenced: finding.ruling.as_ref().is_some_and(|note| note.silences),
    });
    let sets = sets.collect();
    (report.findings, sets)
}

/// What a ruling on a question must weigh, and what it rejects where one value stands.
fn of_question(story: &Story, label: usize, value: u8) -> (Vec<String>, BTreeSet<String>) {
    let mut considered = Vec::new();
    let mut rejected = BTreeSet::new();
    for (at, answers) in story.iter().enumerate() {
        if let Some(other) = answers[label] {
            considered.push(format!("a{at} {other}"));
            if other != value {
                rejected.insert(format!("a{at} {} {other}", LABELS[label]));
            }
        }
    }
    (considered, rejected)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_ruling_settles_the_sets_of_which_it_rejects_a_claim(
        story in story(),
        (label, which, decision) in (0..3_usize, 0..4_usize, 0..3_usize),
    ) {
        let (before, _) = examine(&story, "");
        let question = before.iter().find(|finding| {
            finding.level == Level::Conflict && finding.property.as_deref() == Some(LABELS[label])
        });
        let Some(question) = question else {
            return Ok(());
        };
        let values: Vec<u8> = story.iter().filter_map(|answers| answers[label]).collect();
        let value = values[which % values.len()];
        let (considered, mut rejected) = of_question(&story, label, value);
        let decision = match decision {
            0 => format!("stands, value: {value}"),
            1 => "both".to_owned(),
            _ => "unresolved".to_owned(),
        };
        if !decision.starts_with("stands") {
            rejected.clear();
        }
        let ruling = format!(
            "rulings:\n  - {{finding: {}, ruling: {decision}, considered: [{}]}}\n",
            question.id,
            considered.join(", ")
        );
        let (_, sets) = examine(&story, &ruling);
        let (_, all) = examine(&story, "");
        prop_assert_eq!(sets.len(), all.len());
        for set in &sets {
            let is_rejected = set
                .positions
                .iter()
                .any(|claims| claims.iter().all(|claim| rejected.contains(claim)));
            prop_assert_eq!(set.is_silenced, is_rejected, "{}: {:?}", set.id, set.positions);
        }
    }
}
