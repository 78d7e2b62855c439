//! Questions against articles: who says what, on small corpora of each kind.

use std::fmt::Write as _;

use gainsay::check::Selection;
use gainsay::finding::Level;
use gainsay::model::Stance;
use gainsay::parse::{self, Inputs};
use gainsay::render::matrix::{Entry, Matrix, mark};

use crate::checks::everything;

const VOCABULARY: &str = "
properties:
  convicted: {kind: date}
  sentenced: {kind: date}
  released: {kind: date}
rules: [{name: order, holds: convicted <= sentenced}]
";

/// The matrix of some articles as text: their ids, then a line for each question.
fn draw(yaml: &str, selection: &Selection) -> String {
    let folder = tempfile::tempdir().unwrap();
    let vocabulary = folder.path().join("vocabulary.yaml");
    std::fs::write(&vocabulary, VOCABULARY).unwrap();
    let inputs = Inputs {
        paths: vec!["-".into(), vocabulary],
        stdin: Some(yaml.into()),
    };
    let (corpus, problems) = parse::load(&inputs);
    let report = gainsay::examine(&corpus, problems, selection, false).unwrap();
    let matrix = Matrix::new(&report);
    let columns = matrix.columns.iter().map(|column| match column.source {
        Some(source) => format!("{} ({source})", column.id),
        None => column.id.to_owned(),
    });
    let mut text = columns.collect::<Vec<_>>().join(" | ") + "\n";
    for row in &matrix.rows {
        let also: Vec<_> = row
            .also
            .iter()
            .map(|finding| finding.check.name())
            .collect();
        let cells: Vec<_> = (0..matrix.columns.len())
            .map(|column| {
                row.cell(column)
                    .iter()
                    .map(entry)
                    .collect::<Vec<_>>()
                    .join(" & ")
            })
            .collect();
        let (level, check) = (row.level().name(), row.finding.check.name());
        let property = row.finding.property.as_deref().unwrap_or_default();
        writeln!(
            text,
            "{level} {check} {also:?} {property}: {}",
            cells.join(" | ")
        )
        .unwrap();
    }
    text
}

fn entry(entry: &Entry<'_>) -> String {
    let mut text = format!(
        "{} {}",
        entry.position.map_or("?".into(), mark),
        entry.value
    );
    for (holds, word) in [
        (entry.stance == Stance::Denies, "denied"),
        (entry.hedged, "hedged"),
        (entry.conflict, "conflict"),
        (entry.joint, "joint"),
        (entry.claims.len() > 1, "twice"),
    ] {
        if holds {
            text = format!("{text}, {word}");
        }
    }
    text
}

#[test]
fn questions_are_rows_and_articles_columns() {
    let drawn = draw(
        "
article: {id: mic, source: Mic}
claims:
  - {subject: Ann Lee, property: age, value: 63}
  - {subject: Ann Lee, property: charges, value: 1}
  - {subject: Ann Lee, property: charges, value: 1}
  - {subject: Ann Lee, property: role, value: driver, stance: denies}
---
article: {id: axios}
claims:
  - {subject: Ann Lee, property: charges, value: 3, hedged: true}
  - {subject: Ann Lee, property: charges, value: three}
  - {subject: Ann Lee, property: role, value: driver}
---
article: {id: zeit}
",
        &everything(),
    );
    assert_eq!(
        drawn,
        "\
axios | mic (Mic) | zeit
conflict value-conflict [] charges: B 3, hedged, conflict & B three, conflict | A 1, conflict, twice | \n\
conflict value-conflict [] role: A driver, conflict | B driver, denied, conflict | \n\
note single-source [] age:  | A 63 | \n"
    );
}

#[test]
fn two_annotators_share_a_column() {
    let drawn = draw(
        "
article: {id: mic, annotator: JM}
claims:
  - {subject: Ann Lee, property: charges, value: 1}
  - {subject: Ann Lee, property: age, value: 63}
---
article: {id: mic, annotator: RK, source: Mic}
claims:
  - {subject: Ann Lee, property: charges, value: 3}
  - {subject: Ann Lee, property: age, value: 63}
---
article: {id: axios}
claims:
  - {subject: Ann Lee, property: charges, value: 8}
",
        &everything(),
    );
    assert_eq!(
        drawn,
        "\
axios | mic (Mic)
warning single-source [\"annotator-conflict\"] charges: A 8 | ? 1 & ? 3
note single-source [] age:  | A 63
"
    );
}

#[test]
fn what_spans_questions_marks_their_rows() {
    let yaml = "
article: {id: mic}
claims:
  - {subject: Ann Lee, property: convicted, value: 2001}
  - {subject: Ann Lee, property: released, value: 2009}
---
article: {id: axios}
claims:
  - {subject: Ann Lee, property: sentenced, value: 1999}
";
    assert_eq!(
        draw(yaml, &everything()),
        "\
axios | mic
conflict single-source [\"joint-contradiction\"] convicted:  | A 2001, joint
conflict single-source [\"joint-contradiction\"] sentenced: A 1999, joint | \n\
note single-source [] released:  | A 2009
"
    );
    let conflicts = Selection {
        level: Level::Conflict,
        ..everything()
    };
    assert_eq!(
        draw(yaml, &conflicts),
        "axios | mic\n",
        "no question is shown"
    );
}

#[test]
fn marks_are_letters() {
    let marks: Vec<String> = [0, 25, 26, 52].into_iter().map(mark).collect();
    assert_eq!(marks, ["A", "Z", "A2", "A3"]);
}
