//! Free text: equal after normalising, else not comparable.

use super::explain::{self, Part};
use super::{Extent, Kind, Refusal, Value};
use crate::text::normal::Form;

/// Reads any text.
///
/// # Errors
///
/// Refuses text without a letter or digit.
pub fn read(text: &str) -> Result<Value, Refusal> {
    let form = Form::Text.of(text);
    if form.is_empty() {
        return Err(Refusal {
            why: format!("{text:?} has no words"),
            hint: "Write at least one word here.".into(),
        });
    }
    Ok(Value {
        kind: Kind::Text,
        extent: Extent::Text(form.into()),
        likely: None,
        counted: None,
        otherwise: None,
        figure: None,
        unit: None,
        hedge: None,
    })
}

/// Which words did what: free text is not taken apart.
///
/// # Errors
///
/// Refuses what [`read`] refuses.
pub fn explain(text: &str) -> Result<Vec<Part>, Refusal> {
    read(text)?;
    let role = "free text: the same words agree, other words cannot be compared";
    Ok(vec![explain::whole(text, role)])
}
