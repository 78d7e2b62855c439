//! Properties: which labels name one property, and which almost do.
//!
//! Labels join by a declared alias or by their normal form. Likeness never joins them ("requests
//! granted" is too like "requests rejected"); it only warns, because a label that was mistyped is
//! a contradiction that nobody sees.

use std::collections::BTreeMap;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::name::distance;
use super::neighbours::{self, LONGEST, sorted};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Corpus, Property, Symbol};
use crate::text::normal::Form;
use crate::text::{Place, numbered};

numbered! {
    /// The number of a property: of the declared ones first, then of the others.
    PropertyId
}

/// The properties of a run.
#[derive(Debug)]
pub struct Properties {
    names: Vec<String>,
    forms: Vec<String>,
    by_symbol: Vec<PropertyId>,
    by_form: IndexMap<String, PropertyId>,
    /// Properties whose labels almost match, the commoner second.
    near: Vec<(PropertyId, PropertyId)>,
}

impl Properties {
    /// Joins the labels of all claims, and warns of those that almost match.
    #[must_use]
    pub fn new(corpus: &Corpus) -> (Self, Vec<Diagnostic>) {
        let declared = &corpus.vocabulary.properties;
        let mut ids: IndexMap<String, PropertyId> = IndexMap::new();
        let mut names: Vec<String> = declared
            .iter()
            .map(|property| property.name.to_string())
            .collect();
        let mut forms: Vec<String> = declared
            .iter()
            .map(|property| Form::Label.of(&property.name))
            .collect();
        for (index, property) in declared.iter().enumerate() {
            for label in std::iter::once(&property.name).chain(&property.aliases) {
                ids.entry(Form::Label.of(label))
                    .or_insert(PropertyId::from_index(index));
            }
        }
        let uses = uses(corpus);
        let mut by_symbol = vec![PropertyId::from_index(usize::MAX); corpus.symbols.len()];
        for label in &uses {
            let form = Form::Label.of(label.text);
            let next = PropertyId::from_index(names.len());
            let id = *ids.entry(form.clone()).or_insert(next);
            if id == next {
                names.push(label.text.to_owned());
                forms.push(form);
            }
            by_symbol[label.symbol.index()] = id;
        }
        let mut properties = Self {
            names,
            forms,
            by_symbol,
            by_form: IndexMap::new(),
            near: Vec::new(),
        };
        let (diagnostics, near) = near_misses(corpus, &properties, &uses);
        properties.by_form = ids;
        properties.near = near;
        (properties, diagnostics)
    }

    /// The property that a label of a claim names.
    #[must_use]
    pub fn of(&self, label: Symbol) -> PropertyId {
        self.by_symbol[label.index()]
    }

    /// The property that a label names, if one is declared or claimed under it.
    #[must_use]
    pub fn find(&self, label: &str) -> Option<PropertyId> {
        self.by_form.get(&Form::Label.of(label)).copied()
    }

    /// The name that is most like a label, if any is much like it.
    #[must_use]
    pub fn nearest(&self, label: &str) -> Option<&str> {
        let form = Form::Label.of(label);
        let likeness = |other: &str| (strsim::jaro_winkler(&form, other) * 1e6) as u32;
        let nearest = self.forms.iter().zip(&self.names);
        let nearest = nearest.map(|(form, name)| (likeness(form), name.as_str()));
        nearest
            .max()
            .filter(|(score, _)| *score > 850_000)
            .map(|(_, name)| name)
    }

    /// Its declared name, else its commonest label (ties: alphabetical).
    #[must_use]
    pub fn name(&self, id: PropertyId) -> &str {
        &self.names[id.index()]
    }

    /// Its name without what does not count: case, punctuation, articles, plural.
    #[must_use]
    pub fn form(&self, id: PropertyId) -> &str {
        &self.forms[id.index()]
    }

    /// The properties of which a label almost matches one of another, the commoner second.
    #[must_use]
    pub fn near_misses(&self) -> &[(PropertyId, PropertyId)] {
        &self.near
    }

    /// Its declaration, if it has one.
    #[must_use]
    pub fn declared<'a>(&self, id: PropertyId, corpus: &'a Corpus) -> Option<&'a Property> {
        corpus.vocabulary.properties.get(id.index())
    }
}

/// A label as written, how many claims use it, and where the first of them does.
struct Use<'a> {
    symbol: Symbol,
    text: &'a str,
    count: usize,
    place: Place,
}

/// The labels that claims use: the commonest first, ties alphabetical.
fn uses(corpus: &Corpus) -> Vec<Use<'_>> {
    let mut uses: IndexMap<Symbol, Use<'_>, FnvBuildHasher> = IndexMap::default();
    for claim in &corpus.claims {
        let place = claim
            .spots
            .property
            .in_file(corpus.article(claim.article).place.file);
        let text = corpus.symbols.text(claim.property);
        uses.entry(claim.property)
            .or_insert(Use {
                symbol: claim.property,
                text,
                count: 0,
                place,
            })
            .count += 1;
    }
    let mut uses: Vec<_> = uses.into_values().collect();
    uses.sort_by(|a, b| b.count.cmp(&a.count).then(a.text.cmp(b.text)));
    uses
}

/// So many labels of one neighbourhood, the commonest, are looked through.
const MOST: usize = 64;

/// Warns of labels that are one slip apart and name different properties.
///
/// Out: the warnings, and the properties, the commoner second.
fn near_misses(
    corpus: &Corpus,
    properties: &Properties,
    uses: &[Use<'_>],
) -> (Vec<Diagnostic>, Vec<(PropertyId, PropertyId)>) {
    let declared = corpus.vocabulary.properties.iter().enumerate();
    let declared = declared.flat_map(|(at, property)| {
        let labels = std::iter::once(&property.name).chain(&property.aliases);
        labels.map(move |label| (Form::Name.of(label), PropertyId::from_index(at)))
    });
    let short = uses.iter().filter(|label| label.text.len() <= LONGEST);
    let used = short.map(|label| (Form::Name.of(label.text), properties.of(label.symbol)));
    // Spelling is compared with its plurals: a slip in "people" is none in "person".
    let known: IndexMap<String, PropertyId> = declared
        .filter(|(label, _)| label.len() <= LONGEST)
        .chain(used)
        .collect();
    let mut firsts: IndexMap<PropertyId, Place, FnvBuildHasher> = IndexMap::default();
    for label in uses {
        let first = firsts.entry(properties.of(label.symbol));
        first.or_insert(label.place);
    }
    let n_declared = corpus.vocabulary.properties.len();
    let spellings: Vec<&String> = known.keys().collect();
    let mut like: Vec<Vec<usize>> = vec![Vec::new(); spellings.len()];
    // Who declares two labels tells them apart.
    let is_free = |at: u32| known[at as usize].index() >= n_declared;
    let wanted = |(one, other): &(u32, u32)| is_free(*one) || is_free(*other);
    for (one, other) in neighbours::pairs(&spellings, MOST, wanted) {
        let (one, other) = (one as usize, other as usize);
        if is_slip(spellings[one], spellings[other]) {
            like[one].push(other);
            like[other].push(one);
        }
    }
    let (mut diagnostics, mut pairs) = (Vec::new(), Vec::new());
    for label in uses {
        let own = properties.of(label.symbol);
        if own.index() < n_declared {
            continue;
        }
        let spelling = Form::Name.of(label.text);
        let like = known.get_index_of(&spelling).map(|at| &like[at]);
        let near = like.into_iter().flatten();
        let near = near.filter_map(|other| Some(*known.get_index(*other)?.1));
        // The commoner label comes first, so that the warning stands at the rarer one.
        if let Some(other) = near.filter(|id| *id < own).min() {
            pairs.push((own, other));
            diagnostics.push(near_miss(corpus, properties, &firsts, (label, other)));
        }
    }
    (diagnostics, pairs)
}

/// The warning for a label that almost matches one of another property.
fn near_miss(
    corpus: &Corpus,
    properties: &Properties,
    firsts: &IndexMap<PropertyId, Place, FnvBuildHasher>,
    (label, other): (&Use<'_>, PropertyId),
) -> Diagnostic {
    let (text, name) = (label.text, properties.name(other));
    let message =
        format!("\"{text}\" almost matches \"{name}\", but is taken for another property");
    let hint = format!(
        "If they are two, declare both under `properties`; if they are one, add the alias.\n{}",
        alias_stanza(name, &[text])
    );
    let diagnostic = Diagnostic::new(Code::NearMissLabel, label.place, message, hint)
        .alike([name, text])
        .spanning(text.chars().count());
    let declared = properties.declared(other, corpus);
    let declared = declared.map(|property| property.place);
    match declared.or_else(|| firsts.get(&other).copied()) {
        Some(first) => diagnostic.related_to(first, format!("\"{name}\" stands here")),
        None => diagnostic,
    }
}

/// Whether one form is the other with a slip of the pen: two letters at most, or the words in another order.
fn is_slip(left: &str, right: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    if left == right || digits(left) != digits(right) {
        return false;
    }
    let letters = left.chars().count().min(right.chars().count());
    sorted(left) == sorted(right)
        || (letters >= 5 && distance(left, right) <= if letters < 10 { 1 } else { 2 })
}

/// The lines of a vocabulary that make labels aliases of another.
pub(super) fn alias_stanza(name: &str, aliases: &[&str]) -> String {
    let property = BTreeMap::from([("aliases", aliases)]);
    let stanza = serde_yaml::to_string(&BTreeMap::from([(
        "properties",
        BTreeMap::from([(name, property)]),
    )]));
    stanza.unwrap_or_default()
}
