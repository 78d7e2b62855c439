//! How the claims of one question stand to each other.
//!
//! In: the corpus and its questions. Out: for each question the kind of its values, its positions
//! (claims whose extents are equal), how each pair of positions stands, and what could not be read.
//! Questions are independent of each other and read in parallel; nothing is compared across them.

mod age;
mod annotators;
mod known;
mod persons;
mod read;
mod scope;
mod verdict;
mod versions;

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use fnv::FnvBuildHasher;
use indexmap::IndexMap;
use rayon::prelude::*;

pub use crate::value::guess::Sort;
pub use age::born;
use known::Known;
use persons::Persons;
pub use read::Unread;
pub use scope::{Limit, Scope, Scoped};
pub use verdict::{Grounds, Obstacle, Side, Verdict, goes_back};
pub use versions::Replaced;

use crate::align::{Alignment, Question};
use crate::diagnostic::Diagnostic;
use crate::model::{Changes, ClaimId, Corpus, Lineage, Property, Stance, Symbol};
use crate::reading::Readings;
use crate::value::guess::guess;
use crate::value::term::Alias;
use crate::value::{self, Comparison, Extent, Kind, Value, order};

/// At most so many different values of one question are compared; an extreme that no story reaches,
/// which bounds the pairs.
pub const MOST_POSITIONS: usize = 1_000;

/// At most so many claims of a value are held against those of another, likewise.
pub const MOST_CLAIMS: usize = 1_000;

/// How the claims of one question stand to each other.
#[derive(Debug)]
pub struct Standing {
    /// The kind that its values were read as.
    pub kind: Kind,
    /// Whether bare figures are ages.
    pub ages: bool,
    /// Another kind that all of them fit as well.
    pub otherwise: Option<Kind>,
    /// The claims by extent and likely extent, in ascending order where the kind has one.
    pub positions: Vec<Stand>,
    /// How the positions stand, each pair once with the lower index first.
    pub pairs: Box<[Pair]>,
    /// Whether the property changes over time.
    pub changes: Changes,
    /// What few questions have.
    few: Option<Box<Few>>,
}

/// The parts of a standing that few questions have.
#[derive(Debug, Default)]
pub struct Few {
    /// The claims whose values could not be read or placed, each with the reason.
    pub unread: Vec<(ClaimId, Unread)>,
    /// The claims that say that the answer is not known: they stand for and against nothing.
    pub not_known: Vec<ClaimId>,
    /// The claims of articles that annotators read differently, by article: no reading is compared.
    pub set_aside: Vec<Vec<ClaimId>>,
    /// The scopes of its claims; empty where no claim has one, the property does not change and its
    /// values are no ages.
    pub scopes: IndexMap<ClaimId, Scope>,
}

impl Few {
    fn boxed(self) -> Option<Box<Self>> {
        let is_empty = self.unread.is_empty()
            && self.not_known.is_empty()
            && self.set_aside.is_empty()
            && self.scopes.is_empty();
        (!is_empty).then(|| Box::new(self))
    }
}

/// An archive has many questions: what few of them have takes hardly any memory where there is none.
impl Deref for Standing {
    type Target = Few;

    fn deref(&self) -> &Few {
        static NONE: LazyLock<Few> = LazyLock::new(Few::default);
        self.few.as_deref().unwrap_or_else(|| &NONE)
    }
}

/// Claims whose extents are equal, and what they likely mean too; of ages, which one person can have
/// had on all their days.
#[derive(Debug)]
pub struct Stand {
    /// What they say, as the first of them puts it.
    pub value: Arc<Value>,
    /// The claims, in the order of the corpus.
    pub claims: Vec<ClaimId>,
    /// What claims would say without the names in them that are merely alike, in their order.
    pub unjoined: Box<[(ClaimId, Value)]>,
    /// The claims that later versions of their articles replace, in their order.
    pub replaced: Box<[(ClaimId, Replaced)]>,
}

/// How two positions stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The position with the lower index.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// How the value of the left stands to that of the right.
    pub values: Comparison,
}

impl Standing {
    /// Whether there is more than is compared.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        let stands = &self.positions;
        stands.len() > MOST_POSITIONS || stands.iter().any(|at| at.claims.len() > MOST_CLAIMS)
    }

    /// How the values of two positions stand.
    #[must_use]
    pub fn values(&self, left: usize, right: usize) -> Comparison {
        let (first, second) = (left.min(right), left.max(right));
        let mut pairs = self.pairs.iter();
        let known = pairs.find(|pair| (pair.left, pair.right) == (first, second));
        match known {
            Some(pair) if left == first => pair.values.clone(),
            Some(pair) => pair.values.clone().swapped(),
            None => value::compare(&self.positions[left].value, &self.positions[right].value),
        }
    }

    /// Every claim of one position of a pair with every claim of the other.
    pub fn across(&self, pair: &Pair) -> impl Iterator<Item = (Side<'_>, Side<'_>)> {
        let (left, right) = (&self.positions[pair.left], &self.positions[pair.right]);
        left.sides()
            .flat_map(|claim| right.sides().map(move |other| (claim, other)))
    }
}

impl Stand {
    /// What took the place of a claim, if a later version of its article did.
    #[must_use]
    pub fn replaced(&self, claim: ClaimId) -> Option<&Replaced> {
        let at = self.replaced.binary_search_by_key(&claim, |(id, _)| *id);
        self.replaced.get(at.ok()?).map(|(_, by)| by)
    }

    fn sides(&self) -> impl Iterator<Item = Side<'_>> {
        let claims = self.claims.iter().take(MOST_CLAIMS);
        claims.map(|claim| Side::of(*claim, self))
    }
}

/// The scopes of a question's claims as they would be if its property changed in some way.
#[must_use]
pub fn scopes_if(
    corpus: &Corpus,
    readings: &Readings<'_>,
    question: &Question,
    (changes, ages): (Changes, bool),
) -> IndexMap<ClaimId, Scope> {
    scope::of_claims(corpus, readings, &question.claims, changes, ages)
}

/// Compares the claims of every question, in the order of the questions.
///
/// Out: a standing for each question, and a diagnostic for each value that does not fit its kind.
#[must_use]
pub fn compare(
    corpus: &Corpus,
    alignment: &Alignment,
    readings: &Readings<'_>,
) -> (Vec<Standing>, Vec<Diagnostic>) {
    let versions = Arc::new(Lineage::new(corpus));
    let known = Known::default();
    let compared: Vec<(Standing, Vec<Diagnostic>)> = alignment
        .questions
        .par_iter()
        .with_min_len(64)
        .map(|question| compare_one(corpus, alignment, (readings, &versions, &known), question))
        .collect();
    let mut diagnostics = Vec::new();
    let standings = compared
        .into_iter()
        .map(|(standing, found)| {
            diagnostics.extend(found);
            standing
        })
        .collect();
    (standings, diagnostics)
}

fn compare_one(
    corpus: &Corpus,
    alignment: &Alignment,
    (readings, versions, known): (&Readings<'_>, &Arc<Lineage>, &Known),
    question: &Question,
) -> (Standing, Vec<Diagnostic>) {
    let property = alignment.properties.declared(question.property, corpus);
    let declared = property.and_then(Property::declared_kind);
    let says_nothing = |id: &ClaimId| readings.is_not_known(corpus, question, declared, *id);
    let (not_known, claims): (Vec<ClaimId>, Vec<ClaimId>) =
        question.claims.iter().copied().partition(says_nothing);
    let label = claims.first().map(|id| corpus.claim(*id).property);
    let label = label.map_or("", |label| corpus.symbols.text(label));
    let sort = match declared {
        Some(kind) => Sort {
            ages: property.is_some_and(|property| property.age),
            ..Sort::from(kind)
        },
        None => guess(claims.iter().map(|id| readings.answer(*id)), label),
    };
    let kind = sort.kind;
    let mut diagnostics = Vec::new();
    let mut unread = Vec::new();
    let mut read: Vec<(ClaimId, Value)> = Vec::with_capacity(claims.len());
    for id in &not_known {
        diagnostics.extend(readings.unreadable_dates(corpus, *id));
    }
    // Of each answer the first claim that gives it: articles repeat each other.
    let mut given: IndexMap<Given, usize, FnvBuildHasher> = IndexMap::default();
    for &id in &claims {
        diagnostics.extend(readings.unreadable_dates(corpus, id));
        let aliases = alignment.aliases(id);
        let own =
            Given::of(corpus, readings, id).filter(|_| kind != Kind::Date && aliases.is_empty());
        let known = own.as_ref().and_then(|own| given.get(own));
        if let Some((_, value)) = known.and_then(|at| read.get(*at)) {
            read.push((id, value.clone()));
            continue;
        }
        match readings.read(corpus, question, sort, id, aliases) {
            Ok(value) => {
                given.extend(own.map(|own| (own, read.len())));
                read.push((id, value));
            }
            Err((why, diagnostic)) => {
                diagnostics.extend(diagnostic.map(|diagnostic| *diagnostic));
                unread.push((id, why));
            }
        }
    }
    let set_aside = annotators::settle(corpus, &mut read);
    let changes = property
        .map(|property| property.changes)
        .unwrap_or_default();
    let scopes = scopes_if(corpus, readings, question, (changes, sort.ages));
    let mut positions = group(read);
    if sort.ages {
        positions = age::divide(positions, &scopes);
    }
    for stand in &mut positions {
        stand.unjoined = unjoined(corpus, alignment, readings, question, (sort, &stand.claims));
    }
    positions.sort_by(|a, b| order(&a.value, &b.value).then(a.claims.cmp(&b.claims)));
    let mut pairs = pairs(&positions);
    // Whom a list or an undeclared property names may be a firm, or one of several.
    if declared == Some(Kind::Entity)
        && pairs
            .iter()
            .any(|pair| persons::is_undeclared(&pair.values))
    {
        let persons = Persons::new(positions.iter().map(|stand| stand.value.as_ref()));
        for pair in pairs
            .iter_mut()
            .filter(|pair| persons::is_undeclared(&pair.values))
        {
            let likely = persons.compare(pair.left, pair.right);
            pair.values = likely.unwrap_or_else(|| pair.values.clone());
        }
    }
    if !versions.is_empty() {
        let placed = positions.iter().enumerate();
        let placed = placed.flat_map(|(at, stand)| stand.claims.iter().map(move |id| (*id, at)));
        let placed: IndexMap<ClaimId, usize, FnvBuildHasher> = placed.collect();
        let compared: Vec<ClaimId> = placed.keys().copied().collect();
        let scoped = (&scopes, changes);
        let mut replaced: Vec<Vec<(ClaimId, Replaced)>> = vec![Vec::new(); positions.len()];
        for (claim, by) in versions::replaced(versions, corpus, alignment, &compared, scoped) {
            if let Some(at) = placed.get(&claim) {
                replaced[*at].push((claim, by));
            }
        }
        for (stand, replaced) in positions.iter_mut().zip(replaced) {
            stand.replaced = replaced.into();
        }
    }
    for stand in &mut positions {
        stand.value = known.shared(&stand.value);
    }
    let few = Few {
        unread,
        not_known,
        set_aside,
        scopes,
    };
    (
        Standing {
            kind,
            ages: sort.ages,
            otherwise: sort.otherwise,
            positions,
            pairs: pairs.into(),
            changes,
            few: few.boxed(),
        },
        diagnostics,
    )
}

/// What the reading of a value depends on beside its question; of a date also who writes it and when.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Given {
    text: usize,
    stance: Stance,
    subject: Symbol,
    label: Symbol,
}

impl Given {
    /// `None` for what is not one text.
    fn of(corpus: &Corpus, readings: &Readings<'_>, id: ClaimId) -> Option<Self> {
        let claim = corpus.claim(id);
        Some(Self {
            text: readings.number(id)?,
            stance: claim.stance,
            subject: claim.subject,
            label: claim.property,
        })
    }
}

/// What claims would say if names in them that are merely alike stood for themselves.
fn unjoined(
    corpus: &Corpus,
    alignment: &Alignment,
    readings: &Readings<'_>,
    question: &Question,
    (sort, claims): (Sort, &[ClaimId]),
) -> Box<[(ClaimId, Value)]> {
    let is_likely = |id: &&ClaimId| alignment.aliases(**id).iter().any(|alias| !alias.sure);
    let read = |id: &ClaimId| {
        let aliases = alignment.aliases(*id).iter();
        let sure: Vec<Alias> = aliases.filter(|alias| alias.sure).cloned().collect();
        let value = readings.read(corpus, question, sort, *id, &sure);
        Some((*id, value.ok()?))
    };
    claims.iter().filter(is_likely).filter_map(read).collect()
}

/// Up to so many extents are looked through; more are hashed.
const FEW: usize = 16;

/// What claims of one position share: their extents, and what their figures count.
type Key = (
    (Extent, Option<Extent>, Option<Extent>),
    Option<value::counted::Sort>,
);

/// Claims by extent and likely extent, in the order in which these are met.
fn group(read: Vec<(ClaimId, Value)>) -> Vec<Stand> {
    let mut positions: Vec<Stand> = Vec::new();
    let mut by_extent: IndexMap<Key, usize> = IndexMap::new();
    let key = |value: &Value| -> Key {
        let likely = value.likely.as_ref().map(|likely| &likely.extent);
        let otherwise = value.otherwise.as_ref().map(|other| &other.extent);
        let extents = (value.extent.clone(), likely.cloned(), otherwise.cloned());
        (extents, value.sort())
    };
    for (id, value) in read {
        let known = match positions.len() {
            0..=FEW => positions
                .iter()
                .position(|stand| stand.value.says_the_same(&value)),
            _ => by_extent.get(&key(&value)).copied(),
        };
        if let Some(known) = known {
            positions[known].claims.push(id);
            // A bare figure stands for those with a noun, which may be compared with fewer.
            if value.counted.is_none() && positions[known].value.counted.is_some() {
                positions[known].value = Arc::new(value);
            }
            continue;
        }
        positions.push(Stand {
            value: Arc::new(value),
            claims: vec![id],
            unjoined: [].into(),
            replaced: [].into(),
        });
        if positions.len() > FEW {
            for (at, stand) in positions.iter().enumerate().skip(by_extent.len()) {
                by_extent.insert(key(&stand.value), at);
            }
        }
    }
    // Most questions have one or two, and an archive keeps those of all.
    positions.shrink_to_fit();
    positions
}

/// How each two positions stand.
fn pairs(positions: &[Stand]) -> Vec<Pair> {
    let positions = &positions[..positions.len().min(MOST_POSITIONS)];
    let mut pairs = Vec::with_capacity(positions.len() * positions.len().saturating_sub(1) / 2);
    for (left, a) in positions.iter().enumerate() {
        for (right, b) in positions.iter().enumerate().skip(left + 1) {
            pairs.push(Pair {
                left,
                right,
                values: value::compare(&a.value, &b.value),
            });
        }
    }
    pairs
}
