//! Free text: equal after normalising, else not comparable.

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
        figure: None,
        unit: None,
        hedge: None,
    })
}
