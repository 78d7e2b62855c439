//! A finding, its positions and their claims. Texts are borrowed, for a run has many.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::report::PlaceV1;
use super::value::ExtentV1;
use crate::finding::{
    Basis, Contest, Finding, Help, Opposition, Position, Ruled, RulingNote, Step,
};
use crate::model::{ArticleId, Axis, ClaimId, ClaimIds, Corpus, Qualifier, Symbol};
use crate::render::place::path;
use crate::value::Unit;

/// One answer of one check.
#[derive(Serialize)]
pub(super) struct FindingV1<
    'a,
    Articles: Serialize,
    Positions: Serialize,
    Oppositions: Serialize,
    NotKnown: Serialize,
> {
    id: String,
    check: &'static str,
    level: &'static str,
    also: Vec<&'static str>,
    subject: Option<&'a str>,
    property: Option<&'a str>,
    question: Option<&'a str>,
    message: &'a str,
    reason: Option<&'a str>,
    rules: &'a [String],
    silent: Articles,
    ruling: Option<RulingV1<'a>>,
    positions: Positions,
    importance: &'static str,
    oppositions: Oppositions,
    notes: &'a [String],
    ring: Articles,
    steps: Vec<StepV1<'a>>,
    not_known: NotKnown,
    shared: Vec<SharedV1<'a>>,
    additions: Vec<AdditionV1<'a>>,
    unsure: Vec<&'a str>,
    reservations: Vec<ReservationV1<'a>>,
    echo_of: Option<String>,
    adds: Option<&'a str>,
    helps: Vec<&'a str>,
}

/// A value that several articles give, or say more precisely.
#[derive(Debug, Serialize)]
struct SharedV1<'a> {
    value: &'a str,
    when: Option<&'a str>,
    origins: usize,
    origin_names: &'a [Arc<str>],
    articles: Vec<&'a str>,
    unsure: bool,
}

/// A value that one article alone adds.
#[derive(Debug, Serialize)]
struct AdditionV1<'a> {
    value: &'a str,
    when: Option<&'a str>,
    article: &'a str,
}

/// Why an agreement is no plain one.
#[derive(Debug, Serialize)]
struct ReservationV1<'a> {
    sort: &'static str,
    text: &'a str,
    findings: Vec<String>,
}

/// The claims of one question whose extents are equal.
#[derive(Serialize)]
struct PositionV1<'a, Claims: Serialize> {
    value: &'a str,
    extent: Option<ExtentV1<'a>>,
    likely: Option<ExtentV1<'a>>,
    doubt: Option<&'a str>,
    unit: Option<&'static str>,
    against: Vec<usize>,
    origins: usize,
    claims: Claims,
    meaning: Option<&'a str>,
    origin_names: &'a [Arc<str>],
    counted: Option<&'a str>,
    subject: Option<&'a str>,
    property: Option<&'a str>,
    question: Option<&'a str>,
    contested: Vec<String>,
}

/// One thing that an article says.
#[derive(Serialize)]
struct ClaimV1<'a, Names: Serialize> {
    id: Cow<'a, str>,
    article: &'a str,
    source: Option<&'a str>,
    attribution: Names,
    stance: &'static str,
    hedged: bool,
    when: Option<&'a str>,
    #[serde(rename = "where")]
    place_of_claim: Option<&'a str>,
    original: Cow<'a, str>,
    quote: Option<&'a str>,
    file: Cow<'a, str>,
    line: u32,
    column: u32,
    said: Option<&'a str>,
    note: Option<&'a str>,
    #[serde(serialize_with = "as_map")]
    qualifiers: Vec<(&'a str, &'a str)>,
    subject: &'a str,
    property: &'a str,
    text_line: Option<NonZeroU32>,
}

/// One step of the argument of a joint contradiction.
#[derive(Debug, Serialize)]
struct StepV1<'a> {
    basis: &'static str,
    position: Option<usize>,
    text: &'a str,
}

/// Two positions that stand against each other.
#[derive(Debug, Serialize)]
struct OppositionV1<'a> {
    left: usize,
    right: usize,
    check: &'static str,
    why: &'a str,
}

/// What an editor decided.
#[derive(Debug, Serialize)]
struct RulingV1<'a> {
    ruling: &'static str,
    value: Option<&'a str>,
    by: Option<&'a str>,
    date: Option<&'a str>,
    reason: Option<&'a str>,
    silences: bool,
    reopened: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceV1<'a>,
    expires: Option<&'a str>,
    earlier: Vec<EarlierV1<'a>>,
    check: Option<&'a str>,
    idle: bool,
    settled: Option<SettledV1<'a>>,
}

/// Why a ruling on another finding settles this one.
#[derive(Debug, Serialize)]
struct SettledV1<'a> {
    by: String,
    rejected: &'a [String],
}

/// A ruling that another took the place of.
#[derive(Debug, Serialize)]
struct EarlierV1<'a> {
    ruling: &'static str,
    value: Option<&'a str>,
    by: Option<&'a str>,
    date: Option<&'a str>,
    reason: Option<&'a str>,
    expires: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceV1<'a>,
}

/// A finding as JSON has it.
pub(super) fn finding_v1<'a>(
    corpus: &'a Corpus,
    ids: &'a ClaimIds<'a>,
    finding: &'a Finding,
) -> impl Serialize + 'a {
    let article = |id: &'a ArticleId| corpus.id(*id);
    let articles = |list| Each(list, article);
    let agreed = &finding.agreed;
    FindingV1 {
        id: finding.id.to_string(),
        check: finding.check.name(),
        level: finding.level.name(),
        also: finding.also.iter().map(|check| check.name()).collect(),
        subject: finding.subject.as_deref(),
        property: finding.property.as_deref(),
        question: finding.question.as_deref(),
        message: &finding.message,
        reason: finding.reason.as_deref(),
        rules: &finding.rules,
        silent: articles(&finding.silent),
        ruling: finding.ruling.as_ref().map(|r| RulingV1::new(corpus, r)),
        positions: Indexed(&finding.positions, |at, position| {
            position_v1(corpus, ids, (finding, at, position))
        }),
        importance: finding.importance.name(),
        oppositions: Each(&finding.oppositions, OppositionV1::new),
        notes: &finding.notes,
        ring: articles(&finding.ring),
        steps: finding.steps.iter().map(StepV1::new).collect(),
        not_known: Each(&finding.not_known, |id: &'a ClaimId| {
            claim_v1(corpus, ids, *id)
        }),
        shared: (agreed.iter().flat_map(|it| &it.shared))
            .map(|shared| SharedV1 {
                value: &shared.value,
                when: shared.when.as_deref(),
                origins: shared.origins.len(),
                origin_names: &shared.origins,
                articles: shared.articles.iter().map(article).collect(),
                unsure: shared.unsure,
            })
            .collect(),
        additions: (agreed.iter().flat_map(|it| &it.additions))
            .map(|addition| AdditionV1 {
                value: &addition.value,
                when: addition.when.as_deref(),
                article: article(&addition.article),
            })
            .collect(),
        unsure: (agreed.iter().flat_map(|it| &it.unsure))
            .map(article)
            .collect(),
        reservations: (agreed.iter().flat_map(|it| &it.reservations))
            .map(|why| ReservationV1 {
                sort: why.sort.name(),
                text: &why.text,
                findings: why.findings.iter().map(ToString::to_string).collect(),
            })
            .collect(),
        echo_of: finding.fold.as_ref().map(|fold| fold.under.to_string()),
        adds: finding.fold.as_ref().map(|fold| &*fold.adds),
        helps: finding.helps.iter().map(Help::text).collect(),
    }
}

fn position_v1<'a>(
    corpus: &'a Corpus,
    ids: &'a ClaimIds<'a>,
    (finding, at, position): (&'a Finding, usize, &'a Position),
) -> impl Serialize + 'a {
    let topic = position.topic.as_deref();
    let reading = position.reading.as_ref();
    PositionV1 {
        value: &position.value,
        extent: reading.map(|value| ExtentV1::new(value)),
        likely: reading.and_then(|value| ExtentV1::likely(value)),
        doubt: reading.and_then(|value| value.doubt()).map(AsRef::as_ref),
        unit: reading.and_then(|value| value.unit).map(Unit::name),
        against: finding.against(at),
        origins: position.origins.len(),
        claims: Each(&position.claims, |id: &'a ClaimId| {
            claim_v1(corpus, ids, *id)
        }),
        meaning: position.meaning.as_deref(),
        origin_names: &position.origins,
        counted: reading
            .and_then(|value| value.counted.as_ref())
            .map(|it| &*it.words),
        subject: topic.map(|it| &*it.subject).or(finding.subject.as_deref()),
        property: topic
            .map(|it| &*it.property)
            .or(finding.property.as_deref()),
        question: match topic {
            Some(topic) => topic.question.as_deref(),
            None => finding.question.as_deref(),
        },
        contested: contested(position.contested.iter()),
    }
}

/// The ids of joint contradictions, each once.
fn contested<'a>(contests: impl Iterator<Item = &'a Contest>) -> Vec<String> {
    let mut ids: Vec<String> = contests
        .map(|contest| contest.finding.to_string())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn claim_v1<'a>(corpus: &'a Corpus, ids: &'a ClaimIds<'a>, id: ClaimId) -> impl Serialize + 'a {
    let text = move |symbol| corpus.symbols.text(symbol);
    let claim = corpus.claim(id);
    let article = corpus.article(claim.article);
    let (file, spot) = (path(corpus, article.place.file), claim.spots.claim);
    ClaimV1 {
        id: ids.get(id),
        article: text(article.id),
        source: article.source.map(text),
        attribution: Each(&claim.attribution, move |who: &'a Symbol| text(*who)),
        stance: claim.stance.name(),
        hedged: claim.hedged,
        when: claim.details.limit(Axis::When),
        place_of_claim: claim.details.limit(Axis::Where),
        original: claim.original(),
        quote: claim.quote(),
        file,
        line: spot.line,
        column: spot.column,
        said: claim.details.said.as_deref(),
        note: claim.note(),
        qualifiers: claim
            .details
            .qualifiers
            .iter()
            .filter_map(|Qualifier { axis, value }| match axis {
                Axis::When | Axis::Where => None,
                Axis::Other(name) => Some((text(*name), &**value)),
            })
            .collect(),
        subject: text(claim.subject),
        property: text(claim.property),
        text_line: claim.spots.quoted,
    }
}

impl<'a> StepV1<'a> {
    fn new(step: &'a Step) -> Self {
        let (basis, position) = match step.basis {
            Basis::Claims(at) => ("claims", Some(at)),
            Basis::Rule(_) | Basis::Known => ("known", None),
            Basis::Conclusion => ("conclusion", None),
        };
        let text = &step.text;
        Self {
            basis,
            position,
            text,
        }
    }
}

impl<'a> OppositionV1<'a> {
    fn new(opposition: &'a Opposition) -> Self {
        Self {
            left: opposition.left,
            right: opposition.right,
            check: opposition.check.name(),
            why: &opposition.why,
        }
    }
}

impl<'a> RulingV1<'a> {
    fn new(corpus: &'a Corpus, note: &'a RulingNote) -> Self {
        let EarlierV1 {
            ruling,
            value,
            by,
            date,
            reason,
            expires,
            place,
        } = EarlierV1::new(corpus, &note.ruled);
        let earlier = note.earlier.iter();
        Self {
            ruling,
            value,
            by,
            date,
            reason,
            silences: note.silences,
            reopened: note.reopened.as_deref(),
            place,
            expires,
            earlier: earlier.map(|past| EarlierV1::new(corpus, past)).collect(),
            check: note.ruled.check.as_deref(),
            idle: note.idle,
            settled: note.settled.as_ref().map(|it| SettledV1 {
                by: it.by.to_string(),
                rejected: &it.rejected,
            }),
        }
    }
}

impl<'a> EarlierV1<'a> {
    fn new(corpus: &'a Corpus, ruled: &'a Ruled) -> Self {
        Self {
            ruling: ruled.decision.name(),
            value: ruled.value.as_deref(),
            by: ruled.by.as_deref(),
            date: ruled.date.as_deref(),
            reason: ruled.reason.as_deref(),
            expires: ruled.expires.as_deref(),
            place: PlaceV1::new(corpus, ruled.place),
        }
    }
}

/// A list that is made while it is written.
struct Each<'a, T, F>(&'a [T], F);

impl<'a, T, V1: Serialize, F: Fn(&'a T) -> V1> Serialize for Each<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(&self.1))
    }
}

/// The same, of things that know where they stand.
struct Indexed<'a, T, F>(&'a [T], F);

impl<'a, T, V1: Serialize, F: Fn(usize, &'a T) -> V1> Serialize for Indexed<'a, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.0.iter().enumerate();
        serializer.collect_seq(items.map(|(at, item)| (self.1)(at, item)))
    }
}

/// Names and values as an object, in their order.
fn as_map<S: Serializer>(pairs: &[(&str, &str)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().copied())
}
