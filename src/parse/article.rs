//! Articles and their claims.

use fnv::FnvBuildHasher;
use indexmap::IndexSet;

use super::mistakes::{cut, duplicate, wrong_type};
use super::problems::Problems;
use super::record::{Entry, Field, Record, Shape};
use super::references::References;
use super::value;
use super::yaml::{Content, Key, Node, Span};
use crate::model::{
    Article, ArticleId, Axis, Claim, ClaimSpots, Details, Qualifier, Rare, Stance, Symbols, Texts,
};

/// The map under `article:`.
pub(super) const ARTICLE: Record = Record {
    what: "an article",
    fields: &[
        Field::optional(
            "id",
            Shape::Text,
            "what other files call it; default: the file's name",
        )
        .like(&["harbour-post"]),
        Field::optional(
            "source",
            Shape::Text,
            "the outlet, agency or authority that published it",
        )
        .like(&["Harbour Post"]),
        Field::optional("title", Shape::Text, "its headline").like(&["Three hurt in dock fire"]),
        Field::optional("author", Shape::Texts, "who wrote it").like(&["Ann Marsh"]),
        Field::optional("url", Shape::Text, "where it stands on the web")
            .like(&["https://post.example/dock-fire"]),
        Field::optional(
            "published",
            Shape::TextOr(&GUESSED),
            "when it was published: a date",
        )
        .like(&["2024-03-05", "June 2018"]),
        Field::optional(
            "text",
            Shape::Text,
            "the file with its text, beside this file",
        )
        .like(&["harbour-post.html"]),
        Field::optional(
            "cites",
            Shape::Texts,
            "the articles and sources that it draws on",
        )
        .like(&["coast-wire"]),
        Field::optional(
            "copy of",
            Shape::Text,
            "the article from which its whole text is taken",
        )
        .like(&["coast-wire"]),
        Field::optional(
            "revises",
            Shape::Text,
            "the article of which this is a later version",
        )
        .like(&["harbour-post-early"]),
        Field::optional("annotator", Shape::Text, "who annotated it").like(&["JM"]),
        Field::optional("note", Shape::Text, "a remark for colleagues")
            .like(&["The article does not say which day."]),
    ],
};

/// The map under `published:`, for a date that a program took from somewhere and nobody has confirmed.
const GUESSED: Record = Record {
    what: "a guessed date",
    fields: &[
        Field::required("guessed", Shape::Text, "the date that a program guessed")
            .like(&["2024-03-05"]),
    ],
};

/// A member of `claims:`.
pub(super) const CLAIM: Record = Record {
    what: "a claim",
    fields: &CLAIM_FIELDS,
};

/// What a claim may say.
pub(super) const CLAIM_FIELDS: [Field; 14] = [
    Field::optional("id", Shape::Text, "what other files call it").like(&["harbour-post"]),
    Field::required("subject", Shape::Text, "what it is about").like(&["dock fire", "Ann Lee"]),
    Field::required("property", Shape::Text, "which aspect is claimed").like(&["injured", "age"]),
    Field::required("value", Shape::Value, "what is claimed").like(&[
        "three",
        "almost 22 years",
        "on Monday night",
    ]),
    Field::optional("quote", Shape::Text, "the article's own words")
        .like(&["injured three dockers"]),
    Field::optional("attribution", Shape::Texts, "whom the article names for it")
        .like(&["fire service"]),
    Field::optional("said", Shape::Text, "when the speaker said it: a date")
        .like(&["on Wednesday", "2024-03-06"]),
    Field::optional(
        "stance",
        Shape::Choice(Stance::WORDS),
        "whether it says so, or that it is not so",
    ),
    Field::optional(
        "hedged",
        Shape::YesNo,
        "whether the article itself is unsure",
    ),
    Field::optional("when", Shape::Text, "the time for which it holds: a date")
        .like(&["2023", "June 2018"]),
    Field::optional("where", Shape::Text, "the place for which it holds").like(&["pier 4"]),
    Field::optional(
        "qualifiers",
        Shape::Qualifiers,
        "other limits within which it holds",
    ),
    Field::optional(
        "cites",
        Shape::Texts,
        "the articles and sources from which it comes",
    )
    .like(&["coast-wire"]),
    Field::optional("note", Shape::Text, "a remark for colleagues")
        .like(&["The article does not say which day."]),
];

/// A claim, and where its quote stands.
pub(super) struct ReadClaim {
    pub claim: Claim,
    pub quote: Span,
}

/// Reads the fields under `article:`; the id is empty where none is given.
pub(super) fn article(
    entries: &[(Key<'_>, Node<'_>)],
    start: Span,
    symbols: &mut Symbols,
    problems: &mut Problems,
) -> (Article, Option<(Box<str>, Span)>, References) {
    let entry = Entry::of(&ARTICLE, start, entries, problems);
    let authors = entry.texts("author").collect::<Vec<_>>().join(", ");
    let published = entry.days("published", problems);
    let guessed = match entry.node("published") {
        Some(node) if node.text().is_none() => {
            let guess = Entry::read(&GUESSED, node, problems);
            guess.and_then(|guess| guess.days("guessed", problems))
        }
        _ => None,
    };
    let mut symbol = |name| entry.text(name).map(|text| symbols.intern(text));
    let article = Article {
        source: symbol("source"),
        copy_of: symbol("copy of"),
        revises: symbol("revises"),
        annotator: symbol("annotator"),
        id: symbols.intern(entry.text("id").unwrap_or_default()),
        title: entry.boxed("title"),
        author: (!authors.is_empty()).then(|| authors.into()),
        url: entry.boxed("url"),
        published,
        guessed,
        text: None,
        sentences: None,
        cites: entry
            .texts("cites")
            .map(|text| symbols.intern(text))
            .collect(),
        place: problems.place(entry.span),
    };
    let text = entry
        .boxed("text")
        .map(|text| (text, entry.span_of("text")));
    let references = References {
        copy_of: problems.place(entry.span_of("copy of")),
        revises: problems.place(entry.span_of("revises")),
    };
    (article, text, references)
}

/// Reads a claim; `None` where a field of it cannot be read, so that half a claim is never compared.
pub(super) fn claim(
    node: &Node<'_>,
    symbols: &mut Symbols,
    problems: &mut Problems,
) -> Option<ReadClaim> {
    let entry = Entry::read(&CLAIM, node, problems)?;
    let written = entry
        .node("value")
        .and_then(|node| value::read(node, problems));
    let qualifiers = qualifiers(&entry, symbols, problems);
    if !entry.complete {
        return None;
    }
    let claim = Claim {
        article: ArticleId::from_index(0),
        subject: symbols.intern(entry.text("subject")?),
        property: symbols.intern(entry.text("property")?),
        written: written?,
        attribution: entry
            .texts("attribution")
            .map(|text| symbols.intern(text))
            .collect(),
        stance: entry
            .choice("stance", Stance::from_word)
            .unwrap_or_default(),
        hedged: entry.says_yes("hedged").unwrap_or(false),
        texts: Texts::new(entry.text("quote"), entry.text("note")),
        details: Rare::from(Details {
            name: entry.boxed("id"),
            said: entry.boxed("said"),
            qualifiers: qualifiers?,
            cites: entry
                .texts("cites")
                .map(|text| symbols.intern(text))
                .collect(),
        }),
        spots: ClaimSpots {
            claim: entry.span.spot,
            subject: entry.span_of("subject").spot,
            property: entry.span_of("property").spot,
            value: entry.span_of("value").spot,
            quoted: None,
        },
    };
    Some(ReadClaim {
        claim,
        quote: entry.span_of("quote"),
    })
}

/// `when`, `where`, then the others in the order of the file; `None` where one is no text.
fn qualifiers(
    entry: &Entry<'_, '_>,
    symbols: &mut Symbols,
    problems: &mut Problems,
) -> Option<Vec<Qualifier>> {
    let mut list: Vec<Qualifier> = Vec::new();
    let mut known: IndexSet<Axis, FnvBuildHasher> = IndexSet::default();
    for (name, axis) in [("when", Axis::When), ("where", Axis::Where)] {
        let value = entry.boxed(name);
        if value.is_some() {
            known.insert(axis);
        }
        list.extend(value.map(|value| Qualifier { axis, value }));
    }
    let Some(Content::Map(others)) = entry.node("qualifiers").map(|node| &node.content) else {
        return Some(list);
    };
    let mut complete = true;
    for (key, node) in others {
        let axis = Axis::of(key.text.trim(), symbols);
        if !known.insert(axis) {
            duplicate(key, entry.span_of("qualifiers"), problems);
            complete = false;
        }
        match node.text() {
            Some(text) => list.push(Qualifier {
                axis,
                value: text.into(),
            }),
            None => {
                let what = format!("the qualifier `{}`", cut(&key.text));
                wrong_type(&what, "a text", node, problems);
                complete = false;
            }
        }
    }
    complete.then_some(list)
}
