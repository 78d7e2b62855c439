//! The texts of articles, read when a quote of theirs is shown.

use indexmap::IndexMap;

use crate::model::{ArticleId, Corpus};
use crate::parse::excerpt::ArticleText;

/// So many texts are held at a time.
const MOST_HELD: usize = 64;

/// The texts that have been read so far.
#[derive(Default)]
pub(in crate::render) struct Texts(IndexMap<ArticleId, Option<ArticleText>>);

impl Texts {
    /// The text of an article; `None` where it names none that can be read.
    pub(super) fn of(&mut self, corpus: &Corpus, article: ArticleId) -> Option<&ArticleText> {
        let read = || ArticleText::read(corpus.article(article).text.as_deref()?);
        if self.0.len() >= MOST_HELD && !self.0.contains_key(&article) {
            self.0.clear();
        }
        self.0.entry(article).or_insert_with(read).as_ref()
    }
}
