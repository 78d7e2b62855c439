//! Groups: "at least these", or with `only` exactly these.

use super::{Context, Refusal, Relation, Value};

/// The groups that a value allows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MemberSet {}

impl MemberSet {
    /// How two sets of groups stand.
    #[must_use]
    pub fn relate(&self, _other: &Self) -> Relation {
        Relation::Overlaps
    }

    /// The groups without any of these members.
    ///
    /// # Errors
    ///
    /// Only one member can be denied at a time.
    pub fn negated(self) -> Result<Self, Refusal> {
        Ok(self)
    }
}

/// Reads a list of members.
///
/// # Errors
///
/// Refuses an empty name.
pub fn read(_names: &[Box<str>], _only: bool, _cx: &Context<'_>) -> Result<Value, Refusal> {
    Err(Refusal {
        why: "not read yet".into(),
        hint: String::new(),
    })
}
