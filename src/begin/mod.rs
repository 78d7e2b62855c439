//! A file to start from: of the text of an article, the article itself and each sentence as a draft.
//!
//! In: the questions of the story, and a text. Out: the text of a file of annotations. What was guessed is
//! marked so; subjects, properties and speakers stand there as comments, for whoever makes claims of the
//! drafts. The drafts keep the order of the text: whoever annotates reads along it, and what "he" and "the
//! other two" mean stands in the sentence before. Drafts that lack nothing any more become claims. Linear.

mod entry;
mod finish;
mod head;
mod name;

use crate::coverage::{Ranked, Story};
use crate::edit::scalar;
use crate::parse::ArticleText;
use crate::value::{Interval, Intervals};
use entry::Quotes;

pub use finish::{Finished, finish};
pub use head::Head;
pub use name::name;

/// A file to start from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// What it holds.
    pub yaml: String,
    /// How many drafts.
    pub drafts: usize,
    /// How many lines of the page, as comments.
    pub furniture: usize,
}

const INTRODUCTION: &str = "\
# Each sentence of the article waits here as a draft, in the order of the text. Its number says how much it
# holds: 1 holds most. To make a claim, take away the # before what is right, write what is missing, and cut the
# quote to the words that decide; copy the draft where the sentence says several things, and delete it where it says
# nothing. Then `gainsay drafts --finish --write` moves each that has subject, property and value to `claims:`.
# What stands behind a # was proposed by a program, and nobody has checked it.
";

/// Writes the file. `id` is the article's where the name of the file will not do, `text` the name of the file with
/// its text.
#[must_use]
pub fn begin(
    story: &Story<'_>,
    text: &ArticleText,
    head: &Head,
    (id, name): (Option<&str>, &str),
) -> Begun {
    // As long as nobody has said otherwise, "Monday" is told as the one before the guessed day.
    let published = head
        .published
        .map(|day| Intervals::from(Interval::point(day)));
    let ranked = story.rank_from(text.text(), None, published.as_ref());
    let (furniture, sentences): (Vec<&Ranked>, Vec<&Ranked>) =
        ranked.iter().partition(|it| it.is_furniture());
    let mut lines = head.lines(id, name);
    lines.push(String::new());
    lines.push("claims:".to_owned());
    lines.push(String::new());
    if !sentences.is_empty() {
        lines.push("drafts:".to_owned());
    }
    let quotes = Quotes::of(text, &sentences);
    for sentence in &sentences {
        lines.extend(entry::lines(story, text, (sentence, &quotes)));
    }
    if !furniture.is_empty() {
        lines.push("# This seems to belong to the page, and not to the article:".to_owned());
        for piece in &furniture {
            let words = text.text().get(piece.span.clone()).unwrap_or_default();
            lines.push(format!("#   {}", commented(words)));
        }
    }
    Begun {
        yaml: format!("{INTRODUCTION}{}\n", lines.join("\n")),
        drafts: sentences.len(),
        furniture: furniture.len(),
    }
}

/// A text in one line, as it may stand in a comment.
fn commented(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.chars().any(crate::text::hidden::is_hidden) {
        true => scalar(&line),
        false => line,
    }
}
