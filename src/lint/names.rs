//! Names that a vocabulary declares and no claim has.

use std::borrow::Cow;
use std::collections::BTreeSet;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::graph::ClaimGraph;
use crate::model::{Corpus, Vocabulary};
use crate::text::Place;
use crate::text::normal::Form;

/// A declaration, its names, and how it is called in a message.
struct Declared<'a> {
    what: &'static str,
    name: &'a str,
    aliases: &'a [Box<str>],
    place: Place,
}

/// A remark for each source, entity and property that nothing in the files names: no subject, label, speaker
/// or source, and no words of a value, a limit or a rule.
pub(super) fn unused(graph: &ClaimGraph<'_>) -> Vec<Diagnostic> {
    let corpus = graph.corpus;
    // Who compares a vocabulary alone has no claims to hold it against.
    if corpus.claims.is_empty() {
        return Vec::new();
    }
    let declared = declared(&corpus.vocabulary);
    let mut wanted = Wanted::default();
    for (at, declared) in declared.iter().enumerate() {
        for name in declared
            .aliases
            .iter()
            .map(AsRef::as_ref)
            .chain([declared.name])
        {
            wanted.add(name, at);
        }
    }
    for text in texts(corpus) {
        wanted.look(&text);
    }
    let alike = joined(graph);
    let is_used = |at: usize, it: &Declared<'_>| {
        wanted.found.contains(&at) || (it.what != "property" && alike.contains(it.name))
    };
    let unused = declared
        .iter()
        .enumerate()
        .filter(|(at, it)| !is_used(*at, it));
    let remarks = unused.map(|(_, it)| {
        let message = format!("no claim names the {} \"{}\"", it.what, it.name);
        let hint =
            "Remove it, or see whether claims write the name in another way and need an alias.";
        Diagnostic::new(Code::UnusedName, it.place, message, hint).spanning(it.name.chars().count())
    });
    remarks.collect()
}

fn declared(vocabulary: &Vocabulary) -> Vec<Declared<'_>> {
    let sources = vocabulary.sources.iter().map(|it| Declared {
        what: "source",
        name: &it.name,
        aliases: &it.aliases,
        place: it.place,
    });
    let entities = vocabulary.entities.iter().map(|it| Declared {
        what: "entity",
        name: &it.name,
        aliases: &it.aliases,
        place: it.place,
    });
    let properties = vocabulary.properties.iter().map(|it| Declared {
        what: "property",
        name: &it.name,
        aliases: &it.aliases,
        place: it.place,
    });
    sources.chain(entities).chain(properties).collect()
}

/// The names of the entities that subjects and speakers were taken for, also by likeness.
fn joined<'g>(graph: &'g ClaimGraph<'_>) -> BTreeSet<&'g str> {
    let alignment = graph.alignment;
    let mut names = BTreeSet::new();
    for claim in &graph.corpus.claims {
        for name in claim.attribution.iter().chain([&claim.subject]) {
            let entity = alignment.entity(claim.article, *name);
            names.extend(entity.map(|entity| alignment.name(entity)));
        }
    }
    names
}

/// All that may name something: of claims, articles and declarations.
fn texts(corpus: &Corpus) -> impl Iterator<Item = Cow<'_, str>> {
    let symbol = |id: &_| Cow::Borrowed(corpus.symbols.text(*id));
    let claims = corpus.claims.iter().flat_map(move |claim| {
        let details = &claim.details;
        let names = [&claim.subject, &claim.property].into_iter();
        let names = names.chain(claim.attribution.iter()).chain(&details.cites);
        let limits = details
            .qualifiers
            .iter()
            .map(|limit| Cow::Borrowed(&*limit.value));
        let said = details.said.as_deref().map(Cow::Borrowed);
        names
            .map(symbol)
            .chain(limits)
            .chain(said)
            .chain([claim.original()])
    });
    let articles = corpus.articles.iter().flat_map(move |article| {
        let names = article.source.iter().chain(&article.cites).map(symbol);
        names.chain(article.author.as_deref().map(Cow::Borrowed))
    });
    let vocabulary = &corpus.vocabulary;
    let rules = vocabulary
        .rules
        .iter()
        .map(|rule| Cow::Borrowed(&*rule.holds));
    let wholes = vocabulary.entities.iter().flat_map(|it| {
        let names = it.part_of.iter().chain(it.distinct_from.iter());
        names.map(|name| Cow::Borrowed(&**name))
    });
    claims.chain(articles).chain(rules).chain(wholes)
}

/// Names that are looked for in texts: by their first word, so that a text costs its words and not the names.
#[derive(Default)]
struct Wanted {
    by_word: IndexMap<String, Vec<(Vec<String>, usize)>, FnvBuildHasher>,
    found: BTreeSet<usize>,
}

impl Wanted {
    fn add(&mut self, name: &str, at: usize) {
        let form = Form::Label.of(name);
        let mut words = form.split(' ').map(str::to_owned);
        if let Some(first) = words.next() {
            let names = self.by_word.entry(first).or_default();
            names.push((words.collect(), at));
        }
    }

    fn look(&mut self, text: &str) {
        let form = Form::Label.of(text);
        let words: Vec<&str> = form.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            let Some(names) = self.by_word.get(*word) else {
                continue;
            };
            let behind = words.get(at + 1..).unwrap_or_default();
            let here = names.iter().filter(|(rest, _)| {
                behind.len() >= rest.len() && rest.iter().zip(behind).all(|(a, b)| a == b)
            });
            self.found.extend(here.map(|(_, at)| *at));
        }
    }
}
