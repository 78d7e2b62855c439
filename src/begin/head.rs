//! What a text tells of its article: title, source, author, day. All of it is guessed.

use std::ops::Bound;

use super::commented;
use crate::edit::scalar;
use crate::parse::ArticleText;
use crate::prose::{self, Part, Sentence};
use crate::value::spot::spotted;
use crate::value::{Context, Day, Kind, read_text};

/// What was guessed of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When.
    pub published: Option<Day>,
}

/// A headline stands among the first lines.
const FIRST: usize = 5;

impl Head {
    /// What a file says of its article, else what the lines around the text say.
    #[must_use]
    pub fn of(text: &ArticleText) -> Self {
        let (about, sentences) = (text.about(), prose::sentences(text.text()));
        let words = |it: &Sentence| text.text().get(it.span.clone()).unwrap_or_default();
        let is_heading = |it: &&Sentence| it.part == Part::Heading;
        let title = || sentences.iter().take(FIRST).find(is_heading).map(words);
        let furniture = || {
            sentences
                .iter()
                .filter(|it| it.part == Part::Furniture)
                .map(words)
        };
        let author = || furniture().find_map(prose::byline).map(without_day);
        let source = || furniture().find_map(agency);
        let author = about.author.as_deref().map(without_by).or_else(author);
        Self {
            title: about.title.as_deref().or_else(title).map(one_line),
            source: about.source.as_deref().or_else(source).map(one_line),
            author: author.map(one_line),
            published: about
                .published
                .as_deref()
                .and_then(day)
                .or_else(|| furniture().find_map(day)),
        }
    }

    /// The lines of the article in a file, with what is guessed marked so.
    pub(super) fn lines(&self, id: Option<&str>, text: &str) -> Vec<String> {
        const GUESSED: &str = "  # guessed from the text";
        let mut lines = vec!["article:".to_owned()];
        lines.extend(id.map(|id| format!("  id: {}", scalar(id))));
        let fields = [
            ("source", &self.source),
            ("title", &self.title),
            ("author", &self.author),
        ];
        for (field, guess) in fields {
            lines.push(match guess {
                Some(guess) => format!("  {field}: {}{GUESSED}", scalar(guess)),
                None => format!("  # {field}:"),
            });
        }
        lines.push(match self.published {
            Some(day) => {
                format!("  published: {{guessed: {day}}}  # if this is right: published: {day}")
            }
            None => "  # published:".to_owned(),
        });
        lines.push("  # url:".to_owned());
        lines.push(format!("  text: {}", scalar(&commented(text))));
        lines
    }
}

/// The agency of a dateline: "PORT ALDEN (Coast Wire) —".
fn agency(line: &str) -> Option<&str> {
    let head = line.trim_end_matches([' ', '-', '–', '—']);
    let (_, behind) = head.split_once('(')?;
    let (agency, _) = behind.split_once(')')?;
    (head.len() < line.len() && !agency.is_empty()).then_some(agency)
}

/// The names of a byline, without the paper and the day behind them: "Ann Marsh, Valley Post, May 6".
fn without_day(names: &str) -> &str {
    match names.contains(|c: char| c.is_ascii_digit()) {
        true => names
            .split([',', '|', '·', '•'])
            .next()
            .unwrap_or(names)
            .trim(),
        false => names,
    }
}

/// The one day that a text names.
fn day(text: &str) -> Option<Day> {
    if let Some(day) = text.get(..10).and_then(Day::from_iso) {
        return Some(day);
    }
    spotted(text, None).into_iter().find_map(|found| {
        let words = text.get(found.span)?;
        let value = read_text(words, Kind::Date, &Context::default()).ok()?;
        let hull = value.extent.days()?.hull()?;
        match (hull.from, hull.to) {
            (Bound::Included(from), Bound::Included(to)) if from == to => Some(from),
            _ => None,
        }
    })
}

fn without_by(author: &str) -> &str {
    let by = ["By ", "by ", "BY "].into_iter();
    by.filter_map(|by| author.strip_prefix(by))
        .next()
        .unwrap_or(author)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
