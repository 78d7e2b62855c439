//! The story that is shipped: what an editor meets first in it.

use gainsay::check::Selection;
use gainsay::parse::{Inputs, load};

#[test]
fn the_shipped_story_counts_contradictions_a_dispute_and_one_that_may_fit() {
    let (corpus, problems) = load(&Inputs {
        paths: vec!["claims/alice-johnson".into()],
        stdin: None,
    });
    let report = gainsay::examine(&corpus, problems, &Selection::default(), false).unwrap();
    let summary = &report.summary;
    assert_eq!(
        (summary.conflicts, summary.disputes, summary.warnings),
        (5, 1, 1)
    );
}
