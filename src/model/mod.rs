//! What a corpus is: plain records, immutable once they are loaded.

mod article;
mod choice;
mod claim;
mod draft;
mod id;
mod lineage;
mod rule;
mod ruling;
mod symbol;
mod vocabulary;

pub use article::{Article, ArticleId, Sentences};
pub use claim::{Axis, Claim, ClaimId, ClaimSpots, Details, Qualifier, Rare, Stance, Texts};
pub use draft::Draft;
pub use id::ClaimIds;
pub use lineage::Lineage;
pub use rule::{Comparison, Constraint, Rule, Summand};
pub use ruling::{Considered, Decision, Ruling};
pub use symbol::{Symbol, Symbols};
pub use vocabulary::{Changes, Entity, EntityKind, Importance, Property, Source, Term, Vocabulary};

use crate::text::{Files, Place};

/// How many quotes the claims and drafts of a run have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quotes {
    /// All of them.
    pub all: usize,
    /// Those that were looked up, for the text of their article could be read.
    pub looked_up: usize,
    /// Those that stand there.
    pub found: usize,
}

/// Everything that the files of a run say.
#[derive(Debug, Default)]
pub struct Corpus {
    /// The files, in the order of their paths.
    pub files: Files,
    /// The names, labels and ids that the records refer to.
    pub symbols: Symbols,
    /// The articles, in the order of their ids (and of their annotators, for one id).
    pub articles: Vec<Article>,
    /// The claims, by article and then in the order of the file.
    pub claims: Vec<Claim>,
    /// What waits to become a claim, in the same order. No stage compares it.
    pub drafts: Vec<Draft>,
    /// How many quotes were looked up.
    pub quotes: Quotes,
    /// All vocabularies, merged.
    pub vocabulary: Vocabulary,
    /// The rulings, in the order of the files.
    pub rulings: Vec<Ruling>,
}

impl Corpus {
    /// The claim of that number.
    #[must_use]
    pub fn claim(&self, id: ClaimId) -> &Claim {
        &self.claims[id.index()]
    }

    /// The article of that number.
    #[must_use]
    pub fn article(&self, id: ArticleId) -> &Article {
        &self.articles[id.index()]
    }

    /// The article that makes a claim.
    #[must_use]
    pub fn article_of(&self, id: ClaimId) -> &Article {
        self.article(self.claim(id).article)
    }

    /// The id of the article of that number.
    #[must_use]
    pub fn id(&self, article: ArticleId) -> &str {
        self.symbols.text(self.article(article).id)
    }

    /// The id of the article that makes a claim.
    #[must_use]
    pub fn article_id(&self, claim: ClaimId) -> &str {
        self.id(self.claim(claim).article)
    }

    /// Twelve digits that stand for an article, whatever it is called; they survive edits of it.
    #[must_use]
    pub fn article_key(&self, article: ArticleId) -> String {
        id::article_key(self, self.article(article))
    }

    /// Who says what a claim says: the speakers that it names, else its article.
    pub fn voices(&self, claim: ClaimId) -> impl Iterator<Item = &str> {
        let speakers = self.claim(claim).attribution.iter();
        let article = speakers.len() == 0;
        let speakers = speakers.map(|who| self.symbols.text(*who));
        speakers.chain(article.then(|| self.article_id(claim)))
    }

    /// Where a claim starts: the first key of its entry.
    #[must_use]
    pub fn place(&self, id: ClaimId) -> Place {
        self.claim(id)
            .spots
            .claim
            .in_file(self.article_of(id).place.file)
    }

    /// Where the quote of a claim stands in the text of its article: "post.txt:12"; of a page the paragraph.
    #[must_use]
    pub fn quoted_at(&self, id: ClaimId) -> Option<String> {
        let line = self.claim(id).spots.quoted?;
        self.in_text(self.claim(id).article, line.get())
    }

    /// A line of the text of an article: "post.txt:12"; of a page the paragraph.
    #[must_use]
    pub fn in_text(&self, article: ArticleId, line: u32) -> Option<String> {
        let text = self.article(article).text.as_deref()?;
        let name = text.file_name()?.to_string_lossy();
        let is_page = text.extension().is_some_and(|ending| {
            ["html", "htm", "xhtml"]
                .iter()
                .any(|page| ending.eq_ignore_ascii_case(page))
        });
        Some(match is_page {
            true => format!("{name}, paragraph {line}"),
            false => format!("{name}:{line}"),
        })
    }

    /// The drafts of each article that has some, in order.
    pub fn drafts_by_article(&self) -> impl Iterator<Item = &[Draft]> {
        self.drafts.chunk_by(|a, b| a.article == b.article)
    }

    /// Every claim's number, in order.
    pub fn claim_ids(&self) -> impl ExactSizeIterator<Item = ClaimId> + use<> {
        (0..self.claims.len()).map(ClaimId::from_index)
    }

    /// Every article's number, in order.
    pub fn article_ids(&self) -> impl ExactSizeIterator<Item = ArticleId> + use<> {
        (0..self.articles.len()).map(ArticleId::from_index)
    }
}
