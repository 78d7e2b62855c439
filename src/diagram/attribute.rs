//! What programs are told of shapes and links: one table for formats, documentation and tests.

/// A value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// Text, as it stands in a file or report.
    Text(String),
    /// A number of things, or of a line.
    Count(usize),
    /// Whether something is so.
    Flag(bool),
}

/// What an attribute belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    /// Shapes.
    Node,
    /// Links.
    Edge,
}

/// One row of the table of attributes.
pub struct AttributeRow {
    /// Its name.
    pub name: &'static str,
    /// What has it.
    pub on: On,
    /// Its type, in the words of GraphML: `string`, `long` or `boolean`.
    pub sort: &'static str,
    /// What it says.
    pub meaning: &'static str,
}

macro_rules! rows {
    ($($on:ident $name:literal $sort:literal $meaning:literal)*) => {
        &[$(AttributeRow { name: $name, on: On::$on, sort: $sort, meaning: $meaning }),*]
    };
}

/// All attributes.
pub const ATTRIBUTES: &[AttributeRow] = rows! {
    Node "kind" "string" "source, article, speaker, claim, position, question, subject or finding"
    Node "id" "string" "the id of a claim, article or finding; else a name that is unique for the kind"
    Node "label" "string" "what to write beside the node"
    Node "mark" "string" "conflict, warning, agreement, not compared or none"
    Node "check" "string" "the check of a question or finding"
    Node "level" "string" "the level of that check"
    Node "finding" "string" "the finding's id"
    Node "silenced" "boolean" "whether a ruling silences the finding"
    Node "subject" "string" "what a claim or question is about"
    Node "property" "string" "which aspect of it"
    Node "question" "string" "the question as the vocabulary words it"
    Node "value" "string" "the value of a claim as written; of a position, its commonest wording"
    Node "meaning" "string" "what a position's value allows, where that says more than the wording"
    Node "kind_of_value" "string" "number, date, term ..."
    Node "article" "string" "the article that makes a claim"
    Node "source" "string" "who published it"
    Node "title" "string" "its headline"
    Node "author" "string" "who wrote it"
    Node "url" "string" "where it stands on the web"
    Node "published" "string" "the day, or the days that it may have been"
    Node "annotator" "string" "who annotated it"
    Node "attribution" "string" "whom the article names for a claim"
    Node "quote" "string" "the article's own words"
    Node "note" "string" "the annotator's remark"
    Node "stance" "string" "asserts or denies"
    Node "hedged" "boolean" "whether the article itself is unsure"
    Node "said" "string" "when the speaker said it"
    Node "when" "string" "when a claim holds"
    Node "where" "string" "where it holds"
    Node "file" "string" "the file of a claim or article"
    Node "line" "long" "the line in it"
    Node "claims" "long" "how many claims of the run it has"
    Node "articles" "long" "how many articles of the run it has"
    Node "origins" "string" "where a position's claims come from in the end"
    Node "message" "string" "what was found"
    Edge "tie" "string" "how the two have to do with each other"
    Edge "label" "string" "what to write beside the edge"
    Edge "mark" "string" "conflict, warning, agreement, not compared or none"
    Edge "check" "string" "the check that applies to two positions"
    Edge "why" "string" "why they cannot both be true"
    Edge "claims" "long" "how many claims it stands for"
};
