//! The drafts, with what each still lacks.

use super::{Column, Entry, Holds, Listing, column};
use crate::graph::ClaimGraph;
use crate::model::{Corpus, Draft};

const COLUMNS: &[Column] = &[
    column("article", Holds::Group),
    column("quote", Holds::Name),
    column("subject", Holds::Text),
    column("property", Holds::Text),
    column("value", Holds::Text),
    column("attribution", Holds::Text),
    column("note", Holds::Text),
    column("missing", Holds::Text),
    column("place", Holds::Text),
];

/// Every draft: by article, in the order of the file.
#[must_use]
pub fn drafts(graph: &ClaimGraph<'_>) -> Listing {
    let corpus = graph.corpus;
    Listing {
        noun: ("draft waits", "drafts wait"),
        columns: COLUMNS,
        entries: corpus.drafts.iter().map(|it| entry(corpus, it)).collect(),
    }
}

fn entry(corpus: &Corpus, draft: &Draft) -> Entry {
    let text = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let missing: Vec<&str> = draft.missing().collect();
    let written = draft.written.as_ref();
    let file = corpus.files.name(draft.place.file);
    let remark = missing
        .is_empty()
        .then(|| "nothing is missing: `gainsay drafts --finish` moves it to `claims:`, where it is compared".to_owned());
    Entry {
        cells: vec![
            corpus.id(draft.article).to_owned(),
            text(&draft.quote),
            text(&draft.subject),
            text(&draft.property),
            written
                .map(|value| value.text().into_owned())
                .unwrap_or_default(),
            draft.attribution.join("; "),
            text(&draft.note),
            missing.join(", "),
            format!("{}:{}", file, draft.place.spot.line),
        ],
        remarks: remark.into_iter().collect(),
    }
}
