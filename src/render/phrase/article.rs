//! Articles in words.

use super::list::enough;
use crate::model::{ArticleId, Corpus};

/// The article's id, and its source where that says more: "axios-2018-06-06 (Axios)".
pub(in crate::render) fn article(corpus: &Corpus, id: ArticleId) -> String {
    let article = corpus.article(id);
    let text = |symbol| corpus.symbols.text(symbol);
    let annotator = article.annotator.filter(|_| has_twin(corpus, id));
    let remarks: Vec<String> = [
        article.source.map(|source| text(source).to_owned()),
        annotator.map(|who| format!("read by {}", text(who))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if remarks.is_empty() {
        text(article.id).to_owned()
    } else {
        format!("{} ({})", text(article.id), remarks.join(", "))
    }
}

/// The article's id, in the spelling of its source where that is all the difference, and its annotator
/// where several read it: "Axios", "001", "post, read by RK".
pub(in crate::render) fn article_short(corpus: &Corpus, id: ArticleId) -> String {
    let article = corpus.article(id);
    let text = |symbol| corpus.symbols.text(symbol);
    let annotator = article.annotator.filter(|_| has_twin(corpus, id));
    match annotator {
        Some(who) => format!("{}, read by {}", text(article.id), text(who)),
        None => text(article.id).to_owned(),
    }
}

/// Whether another annotator read the same article; such articles are neighbours.
fn has_twin(corpus: &Corpus, id: ArticleId) -> bool {
    let own = corpus.article(id).id;
    let at = |index: usize| corpus.articles.get(index).map(|article| article.id);
    at(id.index() + 1) == Some(own) || id.index().checked_sub(1).and_then(at) == Some(own)
}

/// The ids of articles: "axios, mic".
pub(in crate::render) fn article_ids(corpus: &Corpus, ids: &[ArticleId]) -> String {
    let names: Vec<_> = ids.iter().map(|&id| corpus.id(id)).collect();
    enough(&names)
}
