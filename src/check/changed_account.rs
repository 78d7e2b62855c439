//! A source, in its own voice, contradicts its own earlier article.

use super::misreported::common_speaker;
use super::wording::told;
use super::{Answers, Pairing};
use crate::graph::ClaimGraph;
use crate::model::{ArticleId, ClaimId};

/// Whether both claims are one source's own words, and one of the articles is the earlier; or one
/// article is a later version of the other, and both give the words to the same voice.
pub(super) fn test(graph: &ClaimGraph<'_>, pair: &Pairing<'_>) -> bool {
    let (left, right) = (graph.article_of(pair.left), graph.article_of(pair.right));
    if pair.in_one_article(graph) {
        return false;
    }
    if graph.revises(left, right) || graph.revises(right, left) {
        return pair.in_own_voice(graph) || common_speaker(graph, pair.left, pair.right).is_some();
    }
    let source = graph.source_of(left);
    source.is_some()
        && source == graph.source_of(right)
        && pair.in_own_voice(graph)
        && earlier(graph, left, right).is_some()
}

/// "5 in axios-1 was corrected to 7 in axios-2", "became" where the later one is no revision.
pub(super) fn message(
    graph: &ClaimGraph<'_>,
    answers: &Answers<'_>,
    [a, b]: [ClaimId; 2],
) -> String {
    let (left, right) = (graph.article_of(a), graph.article_of(b));
    let (first, then) = match earlier(graph, left, right) == Some(right) {
        true => (b, a),
        false => (a, b),
    };
    let how = match graph.revises(graph.article_of(then), graph.article_of(first)) {
        true => "was corrected to",
        false => "became",
    };
    let said = |id| {
        let article = graph.corpus.article_id(id);
        format!("{} in {article}", told(graph, answers, id))
    };
    format!("{} {how} {}", said(first), said(then))
}

/// Which of two articles is the earlier, where a revision or their dates tell.
fn earlier(graph: &ClaimGraph<'_>, left: ArticleId, right: ArticleId) -> Option<ArticleId> {
    if graph.revises(left, right) {
        return Some(right);
    }
    if graph.revises(right, left) {
        return Some(left);
    }
    let published = |id| graph.corpus.article(id).published.as_ref();
    let (a, b) = (published(left)?, published(right)?);
    if a.ends_before(b) {
        Some(left)
    } else {
        b.ends_before(a).then_some(right)
    }
}
