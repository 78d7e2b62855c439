//! Random small systems under random rulings and filters: nothing that is open goes unsaid.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use gainsay::check::Selection;
use gainsay::edit::{Node, block};
use gainsay::finding::{Check, Finding, FindingId, Level, Summary};
use gainsay::model::{ClaimId, Corpus, Decision};
use gainsay::parse::{self, Inputs};
use gainsay::render::{NewRuling, ruling_entry};
use proptest::prelude::*;

const NUMBERS: [&str; 3] = ["refused", "tries", "letters"];

const RULES: [&str; 3] = [
    "tries = refused + 1",
    "letters = refused + tries",
    "refused <= letters",
];

/// One claim: which article, which number, what it is and in which way.
#[derive(Clone, Debug)]
struct Says {
    article: usize,
    number: usize,
    value: i32,
    form: u8,
}

#[derive(Clone, Debug)]
struct Story {
    claims: Vec<Says>,
    rules: Vec<usize>,
    /// Which finding is ruled on, how, and which of its values stands.
    ruling: (usize, usize, usize),
}

impl Says {
    fn line(&self) -> String {
        let (value, property) = (self.value, NUMBERS[self.number]);
        let value = match self.form {
            0 => format!("at least {value}"),
            1 => format!("at most {value}"),
            2 => format!("{value}, hedged: true"),
            3 => format!("{value}, attribution: Ida Berg"),
            _ => value.to_string(),
        };
        format!("  - {{subject: x, property: {property}, value: {value}}}\n")
    }
}

struct Run {
    corpus: Corpus,
    findings: Vec<Finding>,
    summary: Summary,
}

fn run(folder: &tempfile::TempDir, selection: &Selection) -> Run {
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
    let report = gainsay::examine(&corpus, problems, selection, false).unwrap();
    let (findings, summary) = (report.findings, report.summary);
    Run {
        corpus,
        findings,
        summary,
    }
}

fn write(folder: &tempfile::TempDir, story: &Story) {
    let mut text = String::new();
    for article in 0..4 {
        let claims = story.claims.iter().filter(|says| says.article == article);
        let claims: String = claims.map(Says::line).collect();
        if !claims.is_empty() {
            write!(text, "article: {{id: a{article}}}\nclaims:\n{claims}---\n").unwrap();
        }
    }
    let mut words = String::from("properties:\n");
    for number in NUMBERS {
        writeln!(words, "  {number}: {{kind: number}}").unwrap();
    }
    words += "rules:\n";
    for at in &story.rules {
        writeln!(words, "  - {{name: rule {at}, holds: '{}'}}", RULES[*at]).unwrap();
    }
    std::fs::write(folder.path().join("claims.yaml"), text).unwrap();
    std::fs::write(folder.path().join("words.yaml"), words).unwrap();
}

/// Rules on a finding. Out: the claims that are rejected for sure.
fn rule(
    folder: &tempfile::TempDir,
    story: &Story,
    all: &Run,
) -> Option<(FindingId, BTreeSet<ClaimId>)> {
    let (which, decision, stands) = story.ruling;
    let contested = all.findings.iter().filter(|it| it.level <= Level::Warning);
    let contested: Vec<&Finding> = contested.filter(|it| !it.positions.is_empty()).collect();
    let finding = contested.get(which % contested.len().max(1))?;
    let stands = stands % finding.positions.len();
    let decision = match decision {
        0 => Decision::Both,
        1 => Decision::Unresolved,
        _ => Decision::Stands,
    };
    let lets_stand = decision == Decision::Stands;
    let new = NewRuling {
        decision,
        value: lets_stand.then(|| &*finding.positions[stands].value),
        by: "RK",
        date: None,
        reason: "records",
        expires: None,
    };
    let entry = block(&Node::List(vec![ruling_entry(&all.corpus, finding, &new)])).join("\n  ");
    let text = format!("rulings:\n  {entry}\n");
    std::fs::write(folder.path().join("rulings.yaml"), text).unwrap();
    let positions = finding.positions.iter().enumerate();
    let rejected = positions.filter(|(at, position)| {
        let is_pair = finding.subject.is_none() && finding.positions.len() == 2;
        let opposed = finding.subject.is_some() && position.against.contains(&stands);
        lets_stand && *at != stands && (is_pair || opposed)
    });
    let rejected = rejected.flat_map(|(_, position)| position.claims.iter().copied());
    Some((finding.id, rejected.collect()))
}

fn joint(run: &Run) -> impl Iterator<Item = &Finding> {
    run.findings
        .iter()
        .filter(|finding| finding.about.is_some())
}

fn is_silenced(finding: &Finding) -> bool {
    finding.ruling.as_ref().is_some_and(|note| note.silences)
}

/// Whether a finding is printed, or told under an open one of its level or above.
fn is_told(run: &Run, id: FindingId) -> bool {
    let by_id = |id| run.findings.iter().find(|finding| finding.id == id);
    by_id(id).is_some_and(|finding| match &finding.fold {
        None => !is_silenced(finding),
        Some(fold) => by_id(fold.under).is_some_and(|parent| {
            let shares = |a: &Finding, b: &Finding| {
                let claims = |it: &Finding| -> BTreeSet<ClaimId> {
                    it.positions
                        .iter()
                        .flat_map(|at| at.claims.clone())
                        .collect()
                };
                !claims(a).is_disjoint(&claims(b))
            };
            parent.level <= finding.level
                && !is_silenced(parent)
                && parent.fold.is_none()
                && shares(parent, finding)
        }),
    })
}

fn story() -> impl Strategy<Value = Story> {
    let says = (0..4_usize, 0..NUMBERS.len(), 1..6_i32, 0..9_u8);
    let says = says.prop_map(|(article, number, value, form)| Says {
        article,
        number,
        value,
        form,
    });
    let claims = proptest::collection::vec(says, 2..9);
    let rules = proptest::collection::btree_set(0..RULES.len(), 1..=RULES.len());
    (claims, rules, (0..9_usize, 0..4_usize, 0..4_usize)).prop_map(|(claims, rules, ruling)| {
        Story {
            claims,
            rules: rules.into_iter().collect(),
            ruling,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn every_open_set_is_told_whatever_is_ruled_or_left_out(story in story()) {
        let folder = tempfile::tempdir().unwrap();
        write(&folder, &story);
        let everything = Selection::everything(None);
        let before = run(&folder, &everything);
        for finding in joint(&before) {
            prop_assert!(is_told(&before, finding.id), "{finding:#?}");
        }
        // Folding changes no exit status, and the counts are those of what is told.
        let status = |run: &Run| {
            let open = || run.findings.iter().filter(|it| !is_silenced(it));
            [Level::Conflict, Level::Warning].map(|level| open().any(|it| it.level <= level))
        };
        let counted = |summary: &Summary| {
            [summary.conflicts > 0, summary.conflicts + summary.warnings > 0]
        };
        prop_assert_eq!(status(&before), counted(&before.summary));
        // Filters never hide a contradiction together with that under which it was told.
        for selection in [
            Selection { only: vec![Check::JointContradiction], ..everything.clone() },
            Selection {
                skip: vec![Check::ValueConflict, Check::SelfContradiction, Check::Disputed],
                ..everything.clone()
            },
            Selection { level: Level::Conflict, ..everything.clone() },
        ] {
            let some = run(&folder, &selection);
            let wanted = joint(&before).filter(|it| it.level <= selection.level);
            for finding in wanted {
                prop_assert!(is_told(&some, finding.id), "{selection:?} {finding:#?}");
            }
        }
        let article = format!("a{}", story.claims[0].article);
        let some = run(&folder, &Selection { sources: vec![article.clone()], ..everything.clone() });
        for finding in joint(&before) {
            let mut claims = finding.positions.iter().flat_map(|at| &at.claims);
            if claims.any(|id| before.corpus.article_id(*id) == article) {
                prop_assert!(is_told(&some, finding.id));
            }
        }
        let Some((ruled, rejected)) = rule(&folder, &story, &before) else {
            return Ok(());
        };
        let after = run(&folder, &Selection { level: Level::Note, ..Selection::default() });
        for finding in joint(&before).filter(|finding| finding.id != ruled) {
            let mut positions = finding.positions.iter();
            let settled = positions.any(|at| at.claims.iter().all(|id| rejected.contains(id)));
            if !settled {
                prop_assert!(is_told(&after, finding.id), "{finding:#?}");
            }
        }
        let all = run(&folder, &everything);
        prop_assert_eq!(status(&all), counted(&all.summary));
        let told = |level: Level| {
            let told = after.findings.iter().filter(|it| it.fold.is_none() && !is_silenced(it));
            told.filter(|it| it.level == level).count()
        };
        prop_assert_eq!(told(Level::Conflict), after.summary.conflicts);
        prop_assert_eq!(told(Level::Warning), after.summary.warnings);
    }
}
