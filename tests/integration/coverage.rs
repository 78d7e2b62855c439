//! Sentences, ranked by what they hold, and what no claim quotes.

use gainsay::coverage::{Coverage, Sentence, coverage};
use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs};

use crate::quotes::corpus_with_texts;

fn with_coverage<R>(corpus: &Corpus, look: impl FnOnce(Vec<Coverage>) -> R) -> R {
    gainsay::with_graph(corpus, false, |graph, _| look(coverage(graph)))
}

#[test]
fn what_people_annotated_ranks_high() {
    let Some((folder, _)) = corpus_with_texts() else {
        return;
    };
    let (corpus, _) = parse::load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
    with_coverage(&corpus, |articles| {
        let (mut all, mut annotated, mut half, mut upper) = (0, 0, 0, 0);
        for sentences in articles.iter().filter_map(|it| it.sentences.as_ref()) {
            let count = sentences.len();
            let is_upper = |it: &&Sentence| it.ranked.rank * 2 <= count + 1;
            let quoted = || sentences.iter().filter(|it| !it.claims.is_empty());
            all += count;
            half += sentences.iter().filter(is_upper).count();
            annotated += quoted().count();
            upper += quoted().filter(is_upper).count();
        }
        assert!(all > 80, "{all}");
        // Of the upper half hardly any is left out, far fewer than of all.
        assert!(
            (half - upper) * all * 2 < (all - annotated) * half,
            "{annotated} of {all} annotated, {upper} of {half} in the upper half"
        );
    });
}
