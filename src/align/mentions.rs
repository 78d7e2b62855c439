//! Which names each article mentions.

use crate::model::{ArticleId, Corpus, Symbol};
use crate::text::number;

/// Every name that is mentioned, once for each article: of articles in order, names in order.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    names: Vec<Symbol>,
    /// Where the names of each article start, and where the last ones end.
    starts: Vec<u32>,
}

impl Mentions {
    /// Every name that a claim or an article mentions. Linear in the claims, which stand by article.
    pub(super) fn new(corpus: &Corpus) -> Self {
        let mut mentions = Self {
            names: Vec::with_capacity(corpus.claims.len()),
            starts: Vec::with_capacity(corpus.articles.len() + 1),
        };
        let mut claims = corpus.claims.iter().peekable();
        let mut names: Vec<Symbol> = Vec::new();
        for (id, article) in corpus.article_ids().zip(&corpus.articles) {
            mentions.start();
            let cited = article.cites.iter().chain(&article.copy_of);
            names.extend(article.source.iter().chain(cited));
            while let Some(claim) = claims.next_if(|claim| claim.article == id) {
                names.push(claim.subject);
                names.extend(claim.attribution.iter().chain(&claim.details.cites));
            }
            names.sort_unstable();
            names.dedup();
            mentions.names.append(&mut names);
        }
        mentions.start();
        mentions
    }

    /// Every mention, in the order of the articles.
    pub(super) fn iter(&self) -> impl Iterator<Item = (ArticleId, Symbol)> + '_ {
        let spans = self.starts.windows(2).enumerate();
        spans.flat_map(|(article, span)| {
            let names = &self.names[span[0] as usize..span[1] as usize];
            let article = ArticleId::from_index(article);
            names.iter().map(move |name| (article, *name))
        })
    }

    /// The names that an article mentions, in order.
    pub(super) fn of(&self, article: ArticleId) -> &[Symbol] {
        let at = |article: usize| self.starts.get(article).map(|start| *start as usize);
        match (at(article.index()), at(article.index() + 1)) {
            (Some(start), Some(end)) => &self.names[start..end],
            _ => &[],
        }
    }

    /// The number of a mention, in the order of [`Self::iter`].
    pub(super) fn find(&self, article: ArticleId, name: Symbol) -> Option<usize> {
        let at = |article: usize| self.starts.get(article).map(|start| *start as usize);
        let (start, end) = (at(article.index())?, at(article.index() + 1)?);
        let found = self.names[start..end].binary_search(&name).ok()?;
        Some(start + found)
    }

    fn start(&mut self) {
        let start = number(self.names.len());
        self.starts.push(start);
    }
}
