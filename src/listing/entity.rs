//! Who and what is named, under which names, and how these were joined.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{Entry, Listing, Spellings};
use crate::align::{EntityId, Speaker};
use crate::finding::Join;
use crate::graph::ClaimGraph;
use crate::model::Entity;

/// Everyone and everything that claims are about, that articles name as speakers, or that a vocabulary
/// declares; sources that are neither stand in the list of sources.
#[must_use]
pub fn entities(graph: &ClaimGraph<'_>) -> Listing {
    let (corpus, alignment) = (graph.corpus, graph.alignment);
    let mut used: BTreeMap<EntityId, (Spellings, usize, usize)> = BTreeMap::new();
    for claim in &corpus.claims {
        let article = graph.publication(claim.article);
        if let Some(subject) = alignment.entity(claim.article, claim.subject) {
            let (names, about, _) = used.entry(subject).or_default();
            names.add(claim.subject, article);
            *about += 1;
        }
        for (name, speaker) in claim
            .attribution
            .iter()
            .zip(alignment.speakers(corpus, claim))
        {
            if let Speaker::Named(speaker) = speaker {
                let (names, _, said) = used.entry(speaker).or_default();
                names.add(*name, article);
                *said += 1;
            }
        }
    }
    let declared: IndexMap<&str, &Entity> = corpus
        .vocabulary
        .entities
        .iter()
        .map(|entity| (&*entity.name, entity))
        .collect();
    let mut joins: BTreeMap<&str, Vec<&Join>> = BTreeMap::new();
    for join in &alignment.joins {
        joins.entry(&join.entity).or_default().push(join);
    }
    let ids = (0..alignment.entities.len()).map(EntityId::from_index);
    let mut entries: Vec<Entry> = ids
        .filter_map(|id| {
            let name = alignment.name(id);
            let declared = declared.get(name).copied();
            let used = used.get(&id);
            if used.is_none() && declared.is_none() {
                return None;
            }
            let (about, said) = used.map_or((0, 0), |(_, about, said)| (*about, *said));
            let joined = joins.get(name).into_iter().flatten();
            let joined = joined.map(|join| {
                let place = join.article.as_ref().map(|id| format!(" in {id}"));
                let (place, why, score) = (place.unwrap_or_default(), &join.why, join.score);
                format!("{}{place}: {why} ({score:.2})", join.name)
            });
            Some(Entry {
                cells: vec![
                    name.to_owned(),
                    match (declared, declared.and_then(|entity| entity.kind)) {
                        (None, _) => String::new(),
                        (Some(_), None) => "declared".into(),
                        (_, Some(kind)) => kind.name().into(),
                    },
                    about.to_string(),
                    said.to_string(),
                    used.map(|(names, ..)| names.in_words(&corpus.symbols))
                        .unwrap_or_default(),
                    declared
                        .map(|entity| entity.aliases.join("; "))
                        .unwrap_or_default(),
                    declared
                        .and_then(|entity| entity.part_of.as_deref())
                        .unwrap_or_default()
                        .to_owned(),
                    joined.collect::<Vec<_>>().join("; "),
                ],
                remarks: Vec::new(),
            })
        })
        .collect();
    entries.sort_by(|a, b| a.cells.cmp(&b.cells));
    Listing {
        noun: "entity",
        columns: vec![
            "entity",
            "kind",
            "claims about",
            "claims by",
            "written",
            "aliases",
            "part of",
            "joined by likeness",
        ],
        grouped: 0,
        entries,
    }
}
