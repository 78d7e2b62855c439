//! Drafts: entries with the fields of a claim, none of them required.

use super::article::CLAIM_FIELDS;
use super::mistakes::{cut, wrong_type};
use super::problems::Problems;
use super::record::{Entry, Field, Record};
use super::value;
use super::yaml::{Content, Node, Span};
use crate::diagnostic::Code;
use crate::model::{ArticleId, Draft, Stance};

/// A member of `drafts:`.
pub(super) const DRAFT: Record = Record {
    what: "a draft",
    fields: &FIELDS,
};

const FIELDS: [Field; CLAIM_FIELDS.len()] = {
    let mut fields = CLAIM_FIELDS;
    let mut at = 0;
    while at < fields.len() {
        fields[at].required = false;
        at += 1;
    }
    fields
};

/// A draft, and where its quote stands.
#[derive(Clone)]
pub(super) struct ReadDraft {
    pub draft: Draft,
    pub quote: Span,
}

/// Reads a draft. What of it cannot be read is reported, and the rest is kept: it is compared with
/// nothing, and nothing that somebody noted is lost. `None` where nothing stands there.
pub(super) fn draft(node: &Node<'_>, problems: &mut Problems) -> Option<ReadDraft> {
    let entry = Entry::read(&DRAFT, node, problems)?;
    let value = entry.node("value");
    let draft = Draft {
        article: ArticleId::from_index(0),
        name: words(&entry, "id"),
        subject: words(&entry, "subject"),
        property: words(&entry, "property"),
        written: value
            .and_then(|node| value::read(node, problems))
            .filter(|written| !written.text().trim().is_empty()),
        stance: entry.choice("stance", Stance::from_word),
        hedged: entry.says_yes("hedged"),
        quote: words(&entry, "quote"),
        attribution: entry.boxed_texts("attribution"),
        said: words(&entry, "said"),
        qualifiers: qualifiers(&entry, problems),
        cites: entry.boxed_texts("cites"),
        note: words(&entry, "note"),
        place: problems.place(entry.span),
    };
    if entry.complete && entry.is_blank() {
        problems.add(
            Code::MissingField,
            entry.span,
            "this draft says nothing",
            "Write the article's words as `quote: ...`, or remove it.",
        );
        return None;
    }
    Some(ReadDraft {
        draft,
        quote: entry.span_of("quote"),
    })
}

/// The text of a field; an empty one is none.
fn words(entry: &Entry<'_, '_>, name: &str) -> Option<Box<str>> {
    entry.boxed(name).filter(|text| !text.is_empty())
}

/// `when`, `where`, then the others in the order of the file.
fn qualifiers(entry: &Entry<'_, '_>, problems: &mut Problems) -> Box<[(Box<str>, Box<str>)]> {
    let known = ["when", "where"].into_iter();
    let mut list: Vec<_> = known
        .filter_map(|name| Some((name.into(), words(entry, name)?)))
        .collect();
    if let Some(Content::Map(others)) = entry.node("qualifiers").map(|node| &node.content) {
        for (key, node) in others {
            match node.text() {
                Some(text) => list.push((key.text.trim().into(), text.into())),
                None => {
                    let what = format!("the qualifier `{}`", cut(&key.text));
                    wrong_type(&what, "a text", node, problems);
                }
            }
        }
    }
    list.into()
}
