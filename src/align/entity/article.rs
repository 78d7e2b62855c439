//! Surnames, given names and acronyms alone: each means the one entity of its article that bears it.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::{Declared, Likely, Meaning, Meanings, Mention, Names, Naming};
use crate::align::name::NameKey;

/// What each mention means, and whether by likeness. Joins within articles are added to the list.
pub(super) fn join(
    declared: &[Declared<'_>],
    names: &Names,
    mentions: &[Mention],
    meanings: &mut Meanings,
    strict: bool,
) -> Vec<(Meaning, bool)> {
    let plain = |name: usize| (meanings.of_name[name], meanings.likely[name]);
    let mut of_mention: Vec<_> = names.of_mention.iter().map(|name| plain(*name)).collect();
    if strict {
        return of_mention;
    }
    let keys: Vec<(NameKey, Option<Naming>)> = declared
        .iter()
        .map(|by| (NameKey::new(by.name), by.naming))
        .collect();
    let open: Vec<bool> = (0..names.forms.len())
        .map(|name| is_open(name, names, meanings))
        .collect();
    let mut next = 0;
    for article in mentions.chunk_by(|a, b| a.article == b.article) {
        let of_article = next..next + article.len();
        next = of_article.end;
        let mut distinct: Vec<(usize, bool)> = names.of_mention[of_article.clone()]
            .iter()
            .zip(article)
            .map(|(name, mention)| (*name, mention.in_value))
            .collect();
        if !distinct.iter().any(|(name, _)| open[*name]) {
            continue;
        }
        distinct.sort_unstable();
        distinct.dedup_by_key(|(name, _)| *name);
        let (open, known): (Vec<_>, Vec<_>) =
            distinct.into_iter().partition(|(name, _)| open[*name]);
        let open: Vec<usize> = open.into_iter().map(|(name, _)| name).collect();
        let in_values = |wanted: bool| {
            let known = known
                .iter()
                .filter(move |(_, in_value)| *in_value == wanted);
            known.map(|(name, _)| *name).collect::<Vec<usize>>()
        };
        // Who is only named in a value may bear a surname that nobody else in the article bears.
        let bearers = [in_values(false), in_values(true)]
            .map(|known| Bearers::new(&open, &known, names, meanings, &keys));
        let number = article[0].article;
        let mut means = IndexMap::new();
        for name in open {
            let key = &names.get(name).key;
            let mut to = bearers.iter().map(|bearers| bearers.of(name, key));
            let mut to = to.find(|found| !found.is_empty()).unwrap_or_default();
            to.retain(|meaning| meanings.allows(name, *meaning));
            match to.as_slice() {
                [] => {}
                [one] => {
                    meanings.joins.push(Likely {
                        name,
                        article: Some(number),
                        to: *one,
                        score: SCORE,
                        why: "the one entity of the article that bears it",
                    });
                    means.insert(name, (*one, true));
                }
                _ => {
                    meanings.ambiguous.push((name, Some(number), to));
                    means.insert(name, (Meaning::InArticle(name, number), false));
                }
            }
        }
        for mention in of_article {
            if let Some(meaning) = means.get(&names.of_mention[mention]) {
                of_mention[mention] = *meaning;
            }
        }
    }
    of_mention
}

/// A surname alone is a weak reason, even within one article.
const SCORE: f64 = 0.6;

/// Whether a name is a surname, a given name or an acronym alone, and means nothing yet.
fn is_open(name: usize, names: &Names, meanings: &Meanings) -> bool {
    let unknown = meanings.of_name[name] == Meaning::Named(name);
    unknown && names.get(name).proper && names.get(name).key.is_single()
}

/// The names of one article by the words that can stand for them alone.
#[derive(Default)]
struct Bearers<'a> {
    by_word: IndexMap<&'a str, Vec<(Meaning, &'a NameKey)>>,
    by_acronym: IndexMap<String, Vec<(Meaning, &'a NameKey)>>,
    /// Single names without a title, by their last part.
    plain: IndexMap<&'a str, usize>,
    /// Surnames that the article gives to a man and to a woman.
    shared: BTreeSet<&'a str>,
}

impl<'a> Bearers<'a> {
    fn new(
        open: &[usize],
        known: &[usize],
        names: &'a Names,
        meanings: &Meanings,
        declared: &'a [(NameKey, Option<Naming>)],
    ) -> Self {
        let mut bearers = Self::default();
        for name in known {
            let meaning = meanings.of_name[*name];
            let key = &names.get(*name).key;
            match meaning {
                Meaning::Declared(entity) => {
                    let (preferred, naming) = &declared[entity];
                    bearers.add(meaning, key, *naming);
                    bearers.add(meaning, preferred, *naming);
                }
                _ => bearers.add(meaning, key, None),
            }
        }
        let mut addressed: IndexMap<&str, &NameKey> = IndexMap::new();
        for name in open {
            let key = &names.get(*name).key;
            let word = last_word(key);
            if key.form() == word {
                bearers.plain.insert(word, *name);
            }
            if key.is_addressed() && addressed.entry(word).or_insert(key).contradicts(key) {
                bearers.shared.insert(word);
            }
        }
        bearers
    }

    /// Adds a name by its acronym, and where it may be a person's, by its first and last word.
    fn add(&mut self, meaning: Meaning, key: &'a NameKey, naming: Option<Naming>) {
        let outer = [key.parts().first(), key.parts().last()];
        if naming.is_none_or(|naming| naming == Naming::Person) {
            for part in outer.into_iter().flatten() {
                self.by_word
                    .entry(&part.text)
                    .or_default()
                    .push((meaning, key));
            }
        }
        if naming != Some(Naming::Common) {
            self.by_acronym
                .entry(key.acronym())
                .or_default()
                .push((meaning, key));
        }
    }

    /// The entities that bear a single name; without any, the same name without its title.
    fn of(&self, name: usize, key: &NameKey) -> Vec<Meaning> {
        let word = last_word(key);
        if self.shared.contains(word) {
            return Vec::new();
        }
        let maps = (self.by_word.get(word), self.by_acronym.get(word));
        let borne = maps.0.into_iter().chain(maps.1).flatten();
        let mut found: Vec<Meaning> = borne
            .filter(|(_, bearer)| bearer.bears(key))
            .map(|(meaning, _)| *meaning)
            .collect();
        found.sort_unstable();
        found.dedup();
        match self.plain.get(word) {
            Some(plain) if found.is_empty() && *plain != name => vec![Meaning::Named(*plain)],
            _ => found,
        }
    }
}

fn last_word(key: &NameKey) -> &str {
    key.parts().last().map_or("", |part| &part.text)
}
