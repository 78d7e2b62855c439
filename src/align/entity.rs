//! Which names stand for one entity.

use indexmap::IndexMap;

use crate::model::EntityKind;
use crate::text::normal::Form;

/// An entity of a vocabulary.
pub struct Declared<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its other names.
    pub aliases: Vec<&'a str>,
    /// What sort of thing it is.
    pub kind: Option<EntityKind>,
    /// What it must never be taken for.
    pub distinct_from: Vec<&'a str>,
}

/// A name in an article.
pub struct Mention<'a> {
    /// The article's number.
    pub article: u32,
    /// The name as written.
    pub name: &'a str,
}

/// A join by likeness.
pub struct Join {
    /// The name.
    pub name: String,
    /// What it was taken for.
    pub entity: String,
    /// In which article.
    pub article: Option<u32>,
    /// How alike.
    pub score: f64,
    /// Why.
    pub why: String,
}

/// What every mention stands for.
pub struct Resolution {
    /// The entity of each mention.
    pub entity_of: Vec<u32>,
    /// The entities' names.
    pub names: Vec<String>,
    /// The joins by likeness.
    pub joins: Vec<Join>,
    /// Whether each mention was joined by likeness.
    pub by_likeness: Vec<bool>,
}

/// Resolves names.
#[must_use]
pub fn resolve(declared: &[Declared<'_>], mentions: &[Mention<'_>], _strict: bool) -> Resolution {
    let mut ids: IndexMap<String, u32> = IndexMap::new();
    let mut names = Vec::new();
    for entity in declared {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            ids.insert(Form::Name.of(name), u32::try_from(names.len()).unwrap_or(0));
        }
        names.push(entity.name.to_owned());
    }
    let entity_of = mentions
        .iter()
        .map(|mention| {
            *ids.entry(Form::Name.of(mention.name)).or_insert_with(|| {
                names.push(mention.name.to_owned());
                u32::try_from(names.len() - 1).unwrap_or(0)
            })
        })
        .collect();
    Resolution {
        entity_of,
        names,
        joins: Vec::new(),
        by_likeness: vec![false; mentions.len()],
    }
}
