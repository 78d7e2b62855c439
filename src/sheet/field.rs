//! The columns of a table of claims: what they are called here and at desks, and what stands in them.

/// Whose field it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The article's: it stands in each row of the article.
    Article,
    /// The claim's.
    Claim,
}

/// How a field is written in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As it is.
    Text,
    /// A day, which a date cell may say too.
    Day,
    /// The same, or a day that a program guessed: a map in braces, as YAML has it.
    Published,
    /// Several texts with `; ` between them, or a list in brackets.
    Texts,
    /// A text; a list or map as in YAML, in brackets or braces.
    Value,
    /// One of a few words, of which the first goes without saying.
    Choice(&'static [&'static str]),
    /// `yes`, or nothing.
    YesNo,
    /// `name: text`, with `; ` between several.
    Qualifiers,
}

/// A column of the table, which is a field of an article or a claim.
#[derive(Debug)]
pub struct Field {
    /// What stands above the column.
    pub name: &'static str,
    /// The key in the file.
    pub key: &'static str,
    /// Whose field it is.
    pub part: Part,
    /// How it is written.
    pub shape: Shape,
    /// What desks call it.
    pub others: &'static [&'static str],
    /// How wide the column is, in characters.
    pub width: u16,
}

const fn field(
    name: &'static str,
    key: &'static str,
    part: Part,
    shape: Shape,
    others: &'static [&'static str],
    width: u16,
) -> Field {
    Field {
        name,
        key,
        part,
        shape,
        others,
        width,
    }
}

use Part::{Article, Claim};
use Shape::{Choice, Day, Published, Qualifiers, Text, Texts, Value, YesNo};

use crate::model::Stance;

/// The columns, in the order in which they are written.
///
/// Fingerprints count on the order: a new column makes a new version of them.
pub const FIELDS: &[Field] = &[
    field(
        "article",
        "id",
        Article,
        Text,
        &["article id", "story id", "story"],
        16,
    ),
    field("source", "source", Article, Text, SOURCE, 16),
    field("title", "title", Article, Text, TITLE, 24),
    field("author", "author", Article, Text, AUTHOR, 14),
    field("url", "url", Article, Text, URL, 20),
    field("published", "published", Article, Published, PUBLISHED, 12),
    field("subject", "subject", Claim, Text, SUBJECT, 20),
    field("property", "property", Claim, Text, PROPERTY, 20),
    field("value", "value", Claim, Value, VALUE, 20),
    field("quote", "quote", Claim, Text, QUOTE, 36),
    field("attribution", "attribution", Claim, Texts, ATTRIBUTION, 18),
    field("said", "said", Claim, Day, SAID, 12),
    field("stance", "stance", Claim, Choice(Stance::WORDS), &[], 9),
    field(
        "hedged",
        "hedged",
        Claim,
        YesNo,
        &["hedge", "unsure", "uncertain"],
        9,
    ),
    field("when", "when", Claim, Day, &["holds when", "period"], 12),
    field(
        "where",
        "where",
        Claim,
        Text,
        &["holds where", "location"],
        14,
    ),
    field(
        "qualifiers",
        "qualifiers",
        Claim,
        Qualifiers,
        &["limits", "scope"],
        16,
    ),
    field(
        "cites",
        "cites",
        Claim,
        Texts,
        &["based on", "source cited"],
        14,
    ),
    field("note", "note", Claim, Text, NOTE, 30),
    field("id", "id", Claim, Text, &["claim id"], 10),
    field("article cites", "cites", Article, Texts, &[], 14),
    field("copy of", "copy of", Article, Text, &[], 14),
    field("revises", "revises", Article, Text, &[], 14),
    field("annotator", "annotator", Article, Text, ANNOTATOR, 11),
    field("text", "text", Article, Text, &["text file"], 14),
    field("article note", "note", Article, Text, &[], 20),
];

const SOURCE: &[&str] = &[
    "outlet",
    "publication",
    "publisher",
    "medium",
    "media",
    "newspaper",
    "paper",
    "site",
    "website",
    "source name",
    "article source",
    "news source",
];
const TITLE: &[&str] = &["headline", "article title", "page title", "page"];
const AUTHOR: &[&str] = &["byline", "reporter", "writer", "article author"];
const URL: &[&str] = &[
    "link",
    "address",
    "article url",
    "article link",
    "source url",
    "web address",
    "href",
    "uri",
];
const PUBLISHED: &[&str] = &[
    "date",
    "date published",
    "published on",
    "publication date",
    "publish date",
    "pub date",
    "article date",
    "published date",
];
const SUBJECT: &[&str] = &["topic", "about", "entity"];
const PROPERTY: &[&str] = &["aspect", "attribute", "predicate", "question"];
const VALUE: &[&str] = &["answer", "object", "figure", "claimed value"];
const QUOTE: &[&str] = &[
    "quotation",
    "exact quote",
    "direct quote",
    "verbatim",
    "excerpt",
    "passage",
    "wording",
];
const ATTRIBUTION: &[&str] = &[
    "speaker",
    "said by",
    "attributed to",
    "claimant",
    "creator",
    "who said it",
    "claim author",
    "attribution speaker",
];
const SAID: &[&str] = &["said on", "date said", "claim date", "statement date"];
const NOTE: &[&str] = &["notes", "comment", "comments", "remark", "remarks"];
const ANNOTATOR: &[&str] = &[
    "fact checker",
    "checked by",
    "checker",
    "annotated by",
    "factchecker",
];

/// What desks write that is no field of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loose {
    /// A statement in the article's words or in the desk's: a quote if in quote marks, else a note.
    Statement,
    /// What the desk found of it. That is a ruling, which needs a finding: it goes into the note.
    Verdict,
}

impl Loose {
    /// The column of a name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let is = |names: &[&str]| names.contains(&name);
        if is(&[
            "claim",
            "statement",
            "fact",
            "exact detail",
            "claim text",
            "claim reviewed",
            "assertion",
            "quote description",
        ]) {
            Some(Self::Statement)
        } else if is(&[
            "status",
            "verdict",
            "verified",
            "rating",
            "recommended wording",
        ]) {
            Some(Self::Verdict)
        } else {
            None
        }
    }
}

/// The article's id.
pub const ARTICLE: usize = 0;
/// The outlet.
pub const SOURCE_AT: usize = 1;
/// The article's title.
pub const TITLE_AT: usize = 2;
/// The article's address.
pub const URL_AT: usize = 4;
/// The article's day.
pub const PUBLISHED_AT: usize = 5;
/// The subject of a claim.
pub const SUBJECT_AT: usize = 6;
/// Its property.
pub const PROPERTY_AT: usize = 7;
/// Its value.
pub const VALUE_AT: usize = 8;
/// Its quote.
pub const QUOTE_AT: usize = 9;
/// Who says it.
pub const ATTRIBUTION_AT: usize = 10;
/// The day on which it was said.
pub const SAID_AT: usize = 11;
/// Whether the article asserts or denies it.
pub const STANCE_AT: usize = 12;
/// Whether it is hedged.
pub const HEDGED_AT: usize = 13;
/// Its note.
pub const NOTE_AT: usize = 18;
/// Its id.
pub const ID_AT: usize = 19;
/// Who read the article.
pub const ANNOTATOR_AT: usize = 23;
/// The file with the article's text.
pub const TEXT_AT: usize = 24;
/// The article's note.
pub const ARTICLE_NOTE_AT: usize = 25;

/// What a claim needs; without one of them it is a draft.
pub const NEEDED: [usize; 3] = [SUBJECT_AT, PROPERTY_AT, VALUE_AT];

/// The column in which `delete` deletes a claim.
pub const DELETE: &str = "delete";

/// The column of fingerprints.
pub const FINGERPRINT: &str = "gainsay";

/// The columns that only tell, which nothing is read from.
pub const TOLD: [&str; 4] = ["place", "reading", "finding", "ruling"];

/// The numbers of the fields of an article or of a claim.
pub fn of(part: Part) -> impl Iterator<Item = (usize, &'static Field)> {
    FIELDS
        .iter()
        .enumerate()
        .filter(move |(_, field)| field.part == part)
}

/// The field of that very name.
#[must_use]
pub fn named(name: &str) -> Option<usize> {
    FIELDS.iter().position(|field| field.name == name)
}

/// The field that has or is given a name at desks, as [`plain`] gives it; its very name goes first.
#[must_use]
pub fn known(name: &str) -> Option<usize> {
    let is_given = |field: &Field| field.others.contains(&name);
    named(name).or_else(|| FIELDS.iter().position(is_given))
}

/// A name of a column as it is compared: lower-case words, without marks and what stands in brackets.
#[must_use]
pub fn plain(name: &str) -> String {
    let before = name.split(['(', '[']).next().unwrap_or_default();
    let words = before.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_means_one_column() {
        let mut seen = std::collections::BTreeSet::new();
        for field in FIELDS {
            for name in field.others.iter().chain([&field.name]) {
                assert_eq!(plain(name), *name);
                assert!(seen.insert(*name), "{name}");
                assert_eq!(Loose::of(name), None);
            }
        }
    }

    #[test]
    fn the_numbers_of_the_columns_are_those_of_their_names() {
        let numbered = [
            (ARTICLE, "article"),
            (SOURCE_AT, "source"),
            (TITLE_AT, "title"),
            (URL_AT, "url"),
            (PUBLISHED_AT, "published"),
            (SUBJECT_AT, "subject"),
            (PROPERTY_AT, "property"),
            (VALUE_AT, "value"),
            (QUOTE_AT, "quote"),
            (ATTRIBUTION_AT, "attribution"),
            (SAID_AT, "said"),
            (STANCE_AT, "stance"),
            (HEDGED_AT, "hedged"),
            (NOTE_AT, "note"),
            (ID_AT, "id"),
            (ANNOTATOR_AT, "annotator"),
            (TEXT_AT, "text"),
            (ARTICLE_NOTE_AT, "article note"),
        ];
        for (at, name) in numbered {
            assert_eq!(FIELDS[at].name, name);
        }
    }

    #[test]
    fn marks_and_case_of_a_header_do_not_count() {
        for (name, expected) in [
            (" Article/Source ", "article source"),
            ("fact_checker", "fact checker"),
            ("Quote (max. 10 words)*", "quote"),
            ("URL:", "url"),
            ("***", ""),
        ] {
            assert_eq!(plain(name), expected);
        }
    }
}
