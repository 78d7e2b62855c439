//! Who and what is named, under which names, and how these were joined.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{Column, Entry, Holds, Listing, Spellings, column};
use crate::align::{EntityId, Speaker};
use crate::finding::Join;
use crate::graph::ClaimGraph;
use crate::model::{Entity, Symbols};

const COLUMNS: &[Column] = &[
    column("entity", Holds::Name),
    column("kind", Holds::Word),
    column("claims about", Holds::Count("about", "about")),
    column("claims by", Holds::Count("by", "by")),
    column("written", Holds::Spellings),
    column("aliases", Holds::Text),
    column("part of", Holds::Text),
    column("joined by likeness", Holds::Text),
];

/// Everyone and everything that claims are about, that articles name as speakers, or that a vocabulary
/// declares; sources that are neither stand in the list of sources.
#[must_use]
pub fn entities(graph: &ClaimGraph<'_>) -> Listing {
    let (corpus, alignment) = (graph.corpus, graph.alignment);
    let uses = uses(graph);
    let declared = corpus.vocabulary.entities.iter();
    let declared: IndexMap<&str, &Entity> = declared.map(|it| (&*it.name, it)).collect();
    let mut joins: BTreeMap<&str, Vec<&Join>> = BTreeMap::new();
    for join in &alignment.joins {
        joins.entry(&join.entity).or_default().push(join);
    }
    let ids = (0..alignment.entities().len()).map(EntityId::from_index);
    let mut entries: Vec<Entry> = ids
        .filter_map(|id| {
            let name = alignment.name(id);
            let (used, declared) = (uses.get(&id), declared.get(name).copied());
            let joins = joins.get(name).map_or(&[][..], Vec::as_slice);
            let is_listed = used.is_some() || declared.is_some();
            is_listed.then(|| entry(&corpus.symbols, name, used, declared, joins))
        })
        .collect();
    entries.sort_by(|a, b| a.cells.cmp(&b.cells));
    Listing {
        noun: ("entity", "entities"),
        columns: COLUMNS,
        entries,
    }
}

/// How claims use an entity.
#[derive(Default)]
struct Use {
    names: Spellings,
    /// How many claims are about it.
    about: usize,
    /// How many give it as a speaker.
    by: usize,
}

/// How claims use their subjects and named speakers.
fn uses(graph: &ClaimGraph<'_>) -> BTreeMap<EntityId, Use> {
    let (corpus, alignment) = (graph.corpus, graph.alignment);
    let mut uses: BTreeMap<EntityId, Use> = BTreeMap::new();
    for claim in &corpus.claims {
        let article = graph.publication(claim.article);
        if let Some(subject) = alignment.entity(claim.article, claim.subject) {
            let used = uses.entry(subject).or_default();
            used.names.add(claim.subject, article);
            used.about += 1;
        }
        let speakers = alignment.speakers(corpus, claim);
        for (name, speaker) in claim.attribution.iter().zip(speakers) {
            if let Speaker::Named(speaker) = speaker {
                let used = uses.entry(speaker).or_default();
                used.names.add(*name, article);
                used.by += 1;
            }
        }
    }
    uses
}

fn entry(
    symbols: &Symbols,
    name: &str,
    used: Option<&Use>,
    declared: Option<&Entity>,
    joins: &[&Join],
) -> Entry {
    let kind = match declared.map(|entity| entity.kind) {
        None => "",
        Some(None) => "declared",
        Some(Some(kind)) => kind.name(),
    };
    let written = used.map(|used| used.names.in_words(symbols));
    let aliases = declared.map(|entity| entity.aliases.join("; "));
    let part_of = declared.and_then(|entity| entity.part_of.as_deref());
    let joins = joins.iter().map(|join| {
        let place = join.article.as_ref().map(|id| format!(" in {id}"));
        let (place, why, score) = (place.unwrap_or_default(), &join.why, join.score);
        format!("{}{place}: {why} ({score:.2})", join.name)
    });
    Entry {
        cells: vec![
            name.to_owned(),
            kind.into(),
            used.map_or(0, |used| used.about).to_string(),
            used.map_or(0, |used| used.by).to_string(),
            written.unwrap_or_default(),
            aliases.unwrap_or_default(),
            part_of.unwrap_or_default().to_owned(),
            joins.collect::<Vec<_>>().join("; "),
        ],
        remarks: Vec::new(),
    }
}
