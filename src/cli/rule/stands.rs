//! Whether a value can stand: whether a position of the finding has it.

use crate::check::nearest;
use crate::finding::{Finding, Position};
use crate::model::{Corpus, Decision};
use crate::text::normal::Form;
use crate::value::{self, Context, Relation, Written};

/// Checks the value of a ruling: any wording of one of the positions, or what means the same.
///
/// # Errors
///
/// What is wrong with it, and which values there are.
pub(super) fn check(
    corpus: &Corpus,
    finding: &Finding,
    decision: Decision,
    text: &str,
) -> Result<(), String> {
    if decision != Decision::Stands {
        return Err(format!(
            "--value goes with `--ruling stands`: under `{}` no value wins",
            decision.name()
        ));
    }
    if finding.positions.is_empty() {
        return Err("this finding has no values: rule `both` or `unresolved`".to_owned());
    }
    let (mut positions, same) = (finding.positions.iter(), Form::Label.of(text));
    let says = |position: &Position| {
        let claims = position.claims.iter();
        let originals = claims.map(|id| corpus.claim(*id).original().into_owned());
        let mut wordings = originals.chain([position.value.clone()]);
        wordings.any(|wording| Form::Label.of(&wording) == same)
    };
    if positions.any(|position| says(position) || means(position, text)) {
        return Ok(());
    }
    let values = finding.positions.iter().map(|position| &*position.value);
    let values: Vec<&str> = values.collect();
    let hint = nearest(text, values.iter().map(ToString::to_string));
    let hint = hint.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
    Err(format!(
        "no position of this finding has the value \"{text}\"; there are \"{}\"{hint}",
        values.join("\", \"")
    ))
}

/// Whether a text means what a position allows.
fn means(position: &Position, text: &str) -> bool {
    let Some(reading) = &position.reading else {
        return false;
    };
    let cx = Context {
        unit: reading.unit,
        ..Context::default()
    };
    value::read(&Written::Scalar(text.into()), reading.kind, &cx)
        .is_ok_and(|value| value::relate(&value, reading) == Relation::Equal)
}
