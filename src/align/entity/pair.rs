//! What would become of two names in a report: they are resolved as those of a corpus are.

use super::{Declared, Mention, Naming, is_proper, resolve};
use crate::align::name::NameKey;
use crate::align::near_names;

/// What a report makes of two names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// They are one, whatever the articles.
    Joined {
        /// Why, in a few words.
        why: &'static str,
    },
    /// They are one only in these cases, each as a clause that follows "where".
    JoinedWhere {
        /// The cases.
        cases: Vec<String>,
        /// Why, in a few words.
        why: &'static str,
        /// Whether reports warn elsewhere.
        warned: bool,
    },
    /// They are two, and reports warn where both answer one property.
    Alike {
        /// Why, in a few words.
        why: &'static str,
    },
    /// They are two.
    Apart,
}

/// What a report makes of two names. The cost is linear in their length.
#[must_use]
pub fn stand(left: &str, right: &str) -> Standing {
    if let Some(why) = joined(left, right, None, false) {
        return Standing::Joined { why };
    }
    let mut cases = Vec::new();
    let mut reason = None;
    if let Some(why) = joined(left, right, None, true) {
        cases.push("one article has both and nobody else whom it may name".to_owned());
        reason = Some(why);
    }
    let kinds = [
        (None, ""),
        (Some(Naming::Person), " as a person"),
        (Some(Naming::Proper), " as an organisation or a place"),
    ];
    for name in [left, right].into_iter().filter(|name| is_proper(name)) {
        let person = NameKey::new(name).may_be_person();
        let declared = |naming| {
            let entity = Declared {
                name,
                naming,
                ..Declared::default()
            };
            joined(left, right, Some(entity), false)
        };
        let mut kinds = kinds
            .iter()
            .filter(|(naming, _)| person || *naming != Some(Naming::Person));
        let found = kinds.find_map(|(naming, kind)| Some((declared(*naming)?, kind)));
        if let Some((why, kind)) = found {
            cases.push(format!("a vocabulary declares \"{}\"{kind}", name.trim()));
            reason = reason.or(Some(why));
        }
    }
    let alike = near_names::alike(left, right);
    match (reason, alike) {
        (Some(why), _) => Standing::JoinedWhere {
            cases,
            why: alike.unwrap_or(why),
            warned: alike.is_some(),
        },
        (None, Some(why)) => Standing::Alike { why },
        (None, None) => Standing::Apart,
    }
}

/// Why the two are one entity in two articles or in one, if they are.
fn joined(
    left: &str,
    right: &str,
    declared: Option<Declared<'_>>,
    one_article: bool,
) -> Option<&'static str> {
    let mention = |article, name| Mention {
        article,
        name,
        in_value: false,
    };
    let mentions = [mention(0, 0), mention(u32::from(!one_article), 1)];
    let declared: Vec<Declared<'_>> = declared.into_iter().collect();
    let found = resolve(&declared, &[left, right], &mentions, false);
    let one = matches!(found.meant.as_slice(), [a, b] if a.entity == b.entity);
    one.then(|| {
        found
            .joins
            .first()
            .map_or("the same words", |join| join.why)
    })
}
