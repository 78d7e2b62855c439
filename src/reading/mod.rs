//! Every text of a run that is read as a value: once.
//!
//! In: the corpus. Out: the declared names that values may use, and for each text what was read of it so
//! far, by claim or by its words. Articles repeat each other, and several stages ask what the same words
//! say; what depends on the day of publication, the quote or the property is put in at each asking.
//! Costs a look-up for each claim; a text is read when it is first asked for.

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use crate::model::{ClaimId, Corpus, Entity, EntityKind, Property};
use crate::text::number;
use crate::value::term::Entry;
use crate::value::{self, Answer, Context, Kind, Reading, Refusal, Scheme, Value, Words, Written};

/// The texts of a run with their readings, and the declared names that they may use.
#[derive(Debug)]
pub struct Readings<'c> {
    corpus: &'c Corpus,
    texts: IndexMap<&'c str, Reading, FnvBuildHasher>,
    /// Of each claim the number of its value, if that is one text.
    of_claims: Vec<u32>,
    entities: Scheme,
    /// None where none is declared.
    events: Option<Scheme>,
    /// Of each declared property its terms, if it declares any.
    terms: Vec<Option<Scheme>>,
}

/// The number of no text.
const NONE: u32 = u32::MAX;

impl<'c> Readings<'c> {
    /// The texts of a corpus, none of them read yet.
    #[must_use]
    pub fn new(corpus: &'c Corpus) -> Self {
        let vocabulary = &corpus.vocabulary;
        let entities: Vec<Entry<'_>> = vocabulary.entities.iter().map(entity_entry).collect();
        let events = vocabulary
            .entities
            .iter()
            .filter(|entity| entity.kind == Some(EntityKind::Event));
        let events: Vec<Entry<'_>> = events.map(entity_entry).collect();
        let mut readings = Self {
            corpus,
            texts: IndexMap::default(),
            of_claims: Vec::with_capacity(corpus.claims.len()),
            entities: Scheme::names(&entities).0,
            events: (!events.is_empty()).then(|| Scheme::names(&events).0),
            terms: vocabulary.properties.iter().map(term_scheme).collect(),
        };
        for claim in &corpus.claims {
            let own = match &claim.written {
                Written::Scalar(text) => readings.add(text),
                Written::Between(ends) => {
                    for end in ends.iter() {
                        readings.add(end);
                    }
                    NONE
                }
                Written::Members(_) => NONE,
            };
            readings.of_claims.push(own);
            let details = &claim.details;
            let limits = details.qualifiers.iter().map(|limit| &limit.value);
            for text in details.said.iter().chain(limits) {
                readings.add(text);
            }
        }
        readings
    }

    fn add(&mut self, text: &'c str) -> u32 {
        let entry = self.texts.entry(text);
        let at = number(entry.index());
        entry.or_default();
        at
    }

    /// The texts, each once, in the order in which the claims have them.
    pub fn texts(&self) -> impl ExactSizeIterator<Item = Words<'_>> {
        let texts = self.texts.iter();
        texts.map(|(text, reading)| Words::new(text, reading, self.events.as_ref()))
    }

    /// The number of the value of a claim among the texts, if that is one text.
    #[must_use]
    pub fn number(&self, claim: ClaimId) -> Option<usize> {
        let at = self
            .of_claims
            .get(claim.index())
            .filter(|at| **at != NONE)?;
        Some(*at as usize)
    }

    /// The words of the value of a claim, if that is one text.
    #[must_use]
    pub fn words(&self, claim: ClaimId) -> Option<Words<'_>> {
        let (text, reading) = self.texts.get_index(self.number(claim)?)?;
        Some(Words::new(text, reading, self.events.as_ref()))
    }

    /// The words of a text, if a claim has it.
    fn find(&self, text: &str) -> Option<Words<'_>> {
        let (_, text, reading) = self.texts.get_full(text)?;
        Some(Words::new(text, reading, self.events.as_ref()))
    }

    /// The value of a claim with the readings of its texts.
    #[must_use]
    pub fn answer(&self, claim: ClaimId) -> Answer<'_> {
        match &self.corpus.claim(claim).written {
            Written::Between(ends) => match (self.find(&ends[0]), self.find(&ends[1])) {
                (Some(from), Some(to)) => Answer::Between(from, to),
                _ => Answer::Members,
            },
            _ => self.words(claim).map_or(Answer::Members, Answer::Scalar),
        }
    }

    /// Reads the value of a claim, as [`value::read`] does.
    ///
    /// # Errors
    ///
    /// As [`value::read`].
    pub fn value(&self, claim: ClaimId, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
        match self.words(claim) {
            Some(words) => words.value(kind, cx),
            None => value::read(&self.corpus.claim(claim).written, kind, cx),
        }
    }

    /// Reads a text that stands in a claim, as [`value::read_text`] does.
    ///
    /// # Errors
    ///
    /// As [`value::read_text`].
    pub fn text(&self, text: &str, kind: Kind, cx: &Context<'_>) -> Result<Value, Refusal> {
        match self.find(text) {
            Some(words) => words.value(kind, cx),
            None => value::read_text(text, kind, cx),
        }
    }

    /// The kind that a text looks like which stands in a claim.
    #[must_use]
    pub fn kind(&self, text: &str) -> Kind {
        self.find(text)
            .map_or_else(|| Kind::infer(text), Words::kind)
    }

    /// The declared entities.
    #[must_use]
    pub fn entities(&self) -> &Scheme {
        &self.entities
    }

    /// The declared events, from which dates may count, if there are any.
    #[must_use]
    pub fn events(&self) -> Option<&Scheme> {
        self.events.as_ref()
    }

    /// The terms of the declared property of that number, if it has any.
    #[must_use]
    pub fn terms(&self, property: usize) -> Option<&Scheme> {
        self.terms.get(property)?.as_ref()
    }
}

fn entity_entry(entity: &Entity) -> Entry<'_> {
    Entry {
        name: &entity.name,
        aliases: entity.aliases.iter().map(AsRef::as_ref).collect(),
        broader: entity.part_of.iter().map(AsRef::as_ref).collect(),
    }
}

/// The scheme of a property's terms, if it declares any.
fn term_scheme(property: &Property) -> Option<Scheme> {
    let entries: Vec<Entry<'_>> = property
        .terms
        .iter()
        .map(|term| Entry {
            name: &term.name,
            aliases: term.aliases.iter().map(AsRef::as_ref).collect(),
            broader: term.broader.iter().map(AsRef::as_ref).collect(),
        })
        .collect();
    (!entries.is_empty()).then(|| Scheme::terms(&entries, property.exclusive).0)
}
