//! The sentences of articles at a desk: how many nobody has looked at, and which deserve a look first.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};

use rayon::prelude::*;

use super::change::Refused;
use super::run::Run;
use super::shelf;
use crate::coverage::{self, Ranked, Story};
use crate::model::{ArticleId, Corpus};
use crate::parse::ArticleText;

/// A text with its sentences.
pub struct OfText {
    /// The text.
    pub text: ArticleText,
    /// Its sentences in their order, but for what seems to belong to the page.
    pub sentences: Vec<Sentence>,
}

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, in bytes.
    pub bytes: Range<usize>,
    /// Its place among those of its text, from 1.
    pub rank: usize,
    /// Why it stands there: "2 values, may answer a question".
    pub why: String,
    /// Its values, as they are read.
    pub values: Vec<String>,
    /// The subjects and properties of the questions that it may answer.
    pub questions: Vec<(String, String)>,
}

/// Sentences that are being ranked.
pub struct Ranking(Receiver<Option<OfText>>);

impl Ranking {
    pub(super) fn ask(run: &Run, key: &str) -> Result<Self, Refused> {
        let no = |why: &str| Refused::No(why.to_owned());
        let found = shelf::find(run.corpus(), key);
        let id = found.ok_or_else(|| no("there is no such article any more"))?;
        let (told, ranking) = mpsc::channel();
        let is_asked = run.ask(Box::new(move |story| {
            // Whoever no longer waits has left the article.
            let _ = told.send(rank(story, id));
        }));
        match is_asked {
            true => Ok(Self(ranking)),
            false => Err(no("its sentences cannot be ranked now")),
        }
    }

    /// The sentences; nothing where no text of the article can be read.
    #[must_use]
    pub fn wait(self) -> Option<OfText> {
        self.0.recv().ok().flatten()
    }
}

fn rank(story: &Story<'_>, id: ArticleId) -> Option<OfText> {
    let text = ArticleText::read(story.graph().corpus.article(id).text.as_deref()?)?;
    let ranked = story.rank(text.text(), Some(id));
    let article = ranked.into_iter().filter(|it| !it.is_furniture());
    let sentences = article.map(|it| sentence(story, it)).collect();
    Some(OfText { text, sentences })
}

fn sentence(story: &Story<'_>, ranked: Ranked) -> Sentence {
    let alignment = story.graph().alignment;
    let questions = ranked.questions.iter().map(|proposal| {
        let question = alignment.question(proposal.question);
        let property = alignment.properties.name(question.property);
        (
            alignment.name(question.subject).to_owned(),
            property.to_owned(),
        )
    });
    Sentence {
        questions: questions.collect(),
        why: ranked.why(),
        values: ranked.values.iter().map(|it| it.reading()).collect(),
        rank: ranked.rank,
        bytes: ranked.span,
    }
}

/// How many sentences of each article no claim and no draft quotes, counted again where something has changed.
#[derive(Debug, Default)]
pub struct Unquoted(BTreeMap<String, usize>);

impl Unquoted {
    /// Counts. Out: by article, for those whose text can be read; all readings of one have one count.
    pub fn count(&mut self, corpus: &Corpus) -> Vec<(ArticleId, usize)> {
        let drafts = corpus.drafts.chunk_by(|a, b| a.article == b.article);
        let drafts = drafts.filter_map(|of| Some((of.first()?.article, of)));
        let drafts: BTreeMap<_, _> = drafts.collect();
        let claims = corpus.claims.chunk_by(|a, b| a.article == b.article);
        let claims = claims.filter_map(|of| Some((of.first()?.article, of)));
        let claims: BTreeMap<_, _> = claims.collect();
        let quotes = |id: &ArticleId| {
            let claims = claims.get(id).into_iter().flat_map(|of| of.iter());
            let drafts = drafts.get(id).into_iter().flat_map(|of| of.iter());
            let of_claims = claims.filter_map(|it| it.quote());
            of_claims.chain(drafts.filter_map(|it| it.quote.as_deref()))
        };
        let ids: Vec<ArticleId> = corpus.article_ids().collect();
        let of_one = |a: &ArticleId, b: &ArticleId| corpus.article(*a).id == corpus.article(*b).id;
        let known = &self.0;
        let counted = ids.par_chunk_by(of_one).filter_map(|readings| {
            let mut articles = readings.iter().map(|id| corpus.article(*id));
            let path = articles.find_map(|it| it.text.as_deref())?;
            let quotes: Vec<&str> = readings.iter().flat_map(quotes).collect();
            let mark = mark(path, &quotes);
            let count = match known.get(&mark) {
                Some(count) => *count,
                None => coverage::unquoted(&ArticleText::read(path)?, quotes.into_iter()),
            };
            Some((readings, (mark, count)))
        });
        let counted: Vec<_> = counted.collect();
        let of_article = |(readings, (_, count)): &(&[ArticleId], (_, usize))| {
            let count = *count;
            readings.iter().map(|id| (*id, count)).collect::<Vec<_>>()
        };
        let counts = counted.iter().flat_map(of_article).collect();
        self.0 = counted.into_iter().map(|(_, known)| known).collect();
        counts
    }
}

/// What tells whether a count is that of a text and some quotes.
fn mark(path: &Path, quotes: &[&str]) -> String {
    let mut all = format!("{}\0", path.display());
    if let Ok(data) = fs::metadata(path) {
        // A text of the same length and time is another one when somebody means to deceive.
        let _ = write!(all, "{} {:?}\0", data.len(), data.modified().ok());
    }
    all.push_str(&quotes.join("\0"));
    shelf::fingerprint(all.as_bytes())
}
