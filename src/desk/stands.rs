//! Whether a value can stand: whether a position of the finding has it.

use crate::check::{self, nearest};
use crate::finding::Finding;
use crate::model::{Corpus, Decision};

/// Checks the value of a ruling: any wording of one of the positions, or what means the same.
///
/// # Errors
///
/// What is wrong with it, and which values there are.
pub fn check(
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
    if !check::standing(corpus, finding, text).is_empty() {
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
