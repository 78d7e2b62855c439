//! Reads the value of a claim in the light of its question.

use crate::value::guess::Sort;
use smallvec::SmallVec;

use crate::align::{PropertyId, Question};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Axis, Claim, ClaimId, Corpus, Stance};
use crate::reading::Readings;
use crate::value::date::{FromPublication, days_between_from_publication};
use crate::value::sentence::listed;
use crate::value::term::Alias;
use crate::value::{
    self, Anchor, Answer, Context, Day, Extent, Intervals, Kind, Part, Refusal, Scheme, Value,
    Written,
};

/// Why a claim is not compared with the others of its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It counts from the day on which its article was published, and that is not known.
    Unpublished,
    /// Its value does not fit the kind of the question.
    Refused(Box<Refusal>),
}

impl Unread {
    /// The reason as a clause, for claims of these articles.
    #[must_use]
    pub fn text(&self, articles: &[&str]) -> String {
        match (self, articles) {
            (Self::Refused(refusal), _) => refusal.why.clone(),
            (Self::Unpublished, [only]) => {
                format!("the day on which {only} was published is not known")
            }
            (Self::Unpublished, several) => format!(
                "the days on which {} were published are not known",
                listed(several, "and")
            ),
        }
    }
}

/// Why the value of a claim was not read, and what the annotator should mend, if anything.
type NotRead = (Unread, Option<Box<Diagnostic>>);

impl Readings<'_> {
    /// Reads the value of a claim as a kind, with what names in it stand for.
    pub(super) fn read(
        &self,
        corpus: &Corpus,
        question: &Question,
        sort: Sort,
        id: ClaimId,
        aliases: &[Alias],
    ) -> Result<Value, NotRead> {
        let claim = corpus.claim(id);
        let kind = sort.kind;
        let said = self.said(corpus, claim);
        let labels = self.labels(corpus, question, claim);
        let cx = Context {
            aliases,
            labels: &labels,
            subject: corpus.symbols.text(claim.subject),
            ..self.context(corpus, question, sort, claim, said.as_ref())
        };
        let read = self.value(id, kind, &cx).map(|mut value| {
            let otherwise = sort.otherwise.and_then(|kind| {
                let scheme = Some(self.for_kind(kind, question.property));
                self.value(id, kind, &Context { scheme, ..cx }).ok()
            });
            value.otherwise = otherwise.map(Box::new);
            value
        });
        let read = read.and_then(|value| match claim.stance {
            Stance::Asserts => Ok(value),
            Stance::Denies => value::negate(value),
        });
        match read {
            Ok(Value {
                extent: Extent::Relative(date),
                ..
            }) if date.anchor == Anchor::Published => Err((Unread::Unpublished, None)),
            Ok(value) => Ok(value),
            Err(refusal) => {
                let place = claim
                    .spots
                    .value
                    .in_file(corpus.article(claim.article).place.file);
                let message = format!("this {} cannot be read: {}", kind.name(), refusal.why);
                let length = match &claim.written {
                    Written::Scalar(text) => text.chars().count(),
                    _ => 1,
                };
                let hint = refusal.hint.clone();
                let diagnostic = Diagnostic::new(Code::UnreadableValue, place, message, hint);
                Err((
                    Unread::Refused(Box::new(refusal)),
                    Some(Box::new(diagnostic.spanning(length))),
                ))
            }
        }
    }

    /// What the property of a claim is called: its declared name and aliases, else its label.
    fn labels<'a>(
        &self,
        corpus: &'a Corpus,
        question: &Question,
        claim: &Claim,
    ) -> SmallVec<[&'a str; 4]> {
        let declared = corpus.vocabulary.properties.get(question.property.index());
        let label = corpus.symbols.text(claim.property);
        let names = declared.into_iter().flat_map(|property| {
            let aliases = property.aliases.iter().map(AsRef::as_ref);
            aliases.chain([&*property.name])
        });
        names.chain([label]).collect()
    }

    /// Whether a claim says that the answer is not known, and no term or name that is declared.
    pub(super) fn is_not_known(
        &self,
        corpus: &Corpus,
        question: &Question,
        declared: Option<Kind>,
        id: ClaimId,
    ) -> bool {
        let claim = corpus.claim(id);
        let (Written::Scalar(text), Stance::Asserts) = (&claim.written, claim.stance) else {
            return false;
        };
        if declared == Some(Kind::Quotation) || !value::unknown::is_not_known(text) {
            return false;
        }
        let cx = Context {
            scheme: Some(self.for_kind(Kind::Term, question.property)),
            ..Context::default()
        };
        let read = self.value(id, Kind::Term, &cx).map(|value| value.extent);
        !matches!(read, Ok(Extent::Terms(set)) if set.is_declared())
    }

    /// What the words of a claim may depend on.
    fn context<'a>(
        &'a self,
        corpus: &'a Corpus,
        question: &Question,
        Sort { kind, ages, .. }: Sort,
        claim: &'a Claim,
        said: Option<&'a Intervals<Day>>,
    ) -> Context<'a> {
        let property = corpus.vocabulary.properties.get(question.property.index());
        Context {
            unit: property.and_then(|property| property.unit),
            age: ages || property.is_some_and(|property| property.age),
            anchor: said.or(corpus.article(claim.article).published.as_ref()),
            scheme: Some(self.for_kind(kind, question.property)),
            events: self.events(),
            aliases: &[],
            labels: &[],
            subject: "",
            quote: claim.quote(),
        }
    }

    /// Which words of a claim's value did what; nothing where they cannot be read, or are a list.
    #[must_use]
    pub fn explain(
        &self,
        corpus: &Corpus,
        question: &Question,
        sort: Sort,
        id: ClaimId,
        aliases: &[Alias],
    ) -> Vec<Part> {
        let claim = corpus.claim(id);
        let kind = sort.kind;
        let said = self.said(corpus, claim);
        let cx = Context {
            aliases,
            ..self.context(corpus, question, sort, claim, said.as_ref())
        };
        match &claim.written {
            Written::Scalar(text) => value::explain(text, kind, &cx).unwrap_or_default(),
            Written::Members(_) | Written::Between(_) => Vec::new(),
        }
    }

    /// A warning for each date of speech or scope that no reader can read, whatever it counts from.
    pub(super) fn unreadable_dates(&self, corpus: &Corpus, id: ClaimId) -> Vec<Diagnostic> {
        let claim = corpus.claim(id);
        let said = claim.details.said.as_deref();
        let dates = [("said", said), ("when", claim.details.limit(Axis::When))];
        let cx = Context {
            events: self.events(),
            ..Context::default()
        };
        dates
            .into_iter()
            .filter_map(|(field, text)| {
                let text = text?;
                let refusal = self.text(text, Kind::Date, &cx).err()?;
                let message = format!("`{field}: {text}` cannot be read: {}", refusal.why);
                Some(Diagnostic::new(
                    Code::UnreadableValue,
                    corpus.place(id),
                    message,
                    refusal.hint,
                ))
            })
            .collect()
    }

    /// What the `when` of a claim may mean; `None` where it cannot be read.
    pub(super) fn when(&self, corpus: &Corpus, claim: &Claim, text: &str) -> Option<Value> {
        let said = self.said(corpus, claim);
        let published = corpus.article(claim.article).published.as_ref();
        self.date(text, said.as_ref().or(published), claim.quote())
    }

    /// The days on which the speaker of a claim may have spoken, where the article tells: what was said
    /// lies behind.
    pub(crate) fn said(&self, corpus: &Corpus, claim: &Claim) -> Option<Intervals<Day>> {
        let published = corpus.article(claim.article).published.as_ref();
        let said = self.date(claim.details.said.as_deref()?, published, None)?;
        said.likely_extent().days()
    }

    fn date(
        &self,
        text: &str,
        anchor: Option<&Intervals<Day>>,
        quote: Option<&str>,
    ) -> Option<Value> {
        let cx = Context {
            anchor,
            events: self.events(),
            quote,
            ..Context::default()
        };
        self.text(text, Kind::Date, &cx).ok()
    }

    /// How many days later than its publication a claim dates something; `None` where it does not
    /// count from there.
    pub(crate) fn days_from_publication(
        &self,
        corpus: &Corpus,
        id: ClaimId,
    ) -> Option<FromPublication> {
        let claim = corpus.claim(id);
        if claim.stance == Stance::Denies {
            return None;
        }
        let quote = claim.quote();
        match self.answer(id) {
            Answer::Scalar(words) => words.date()?.days_from_publication(words.text(), quote),
            Answer::Between(from, to) => {
                let ends = (from.date()?, to.date()?);
                days_between_from_publication(ends, &claim.written.text(), quote)
            }
            Answer::Members => None,
        }
    }

    /// A place, a term or a number of a claim's scope.
    pub(super) fn limit(&self, kind: Kind, text: &str) -> Option<Value> {
        let cx = Context {
            scheme: Some(self.entities()),
            ..Context::default()
        };
        self.text(text, kind, &cx).ok()
    }

    /// The declared names that the answers to a question may use.
    #[must_use]
    pub fn of(&self, question: &Question, kind: Kind) -> &Scheme {
        self.for_kind(kind, question.property)
    }

    fn for_kind(&self, kind: Kind, property: PropertyId) -> &Scheme {
        match kind {
            Kind::Term => self.terms(property.index()).unwrap_or(self.entities()),
            _ => self.entities(),
        }
    }
}
