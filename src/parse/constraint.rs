//! Reads the text of a rule: sums of names and constants on both sides of one comparison.
//!
//! ```text
//! rule   = sum ( "<=" | "<" | "=" | ">=" | ">" ) sum
//! sum    = [ "-" ] term { ( "+" | "-" ) term }
//! term   = [ name " / " ] name
//! ```
//!
//! Operators stand between spaces, so that names may hold hyphens; a name that contains an operator
//! or a slash of its own is quoted. Whether a name is a property or a constant is not decided here.

use crate::model::{Comparison, Constraint, Summand};
use crate::value::Refusal;

const COMPARISONS: &[(&str, Comparison)] = &[
    ("<", Comparison::Less),
    ("<=", Comparison::AtMost),
    ("=", Comparison::Equal),
    (">=", Comparison::AtLeast),
    (">", Comparison::More),
];

const HINT: &str = "Write it like `convicted <= sentenced`, or \
    `time served = released - taken into custody`, with spaces around `+`, `-` and `/`.";

/// Reads a constraint, as the page on rules has it.
///
/// # Errors
///
/// Refuses a text without exactly one comparison, a missing term and an open quote.
pub(super) fn read(holds: &str) -> Result<Constraint, Refusal> {
    let mut sums = vec![Sum::default()];
    let mut comparison = None;
    for word in words(holds)? {
        let found = COMPARISONS
            .iter()
            .find(|(sign, _)| word == Word::Plain(sign));
        match found {
            Some(_) if comparison.is_some() => {
                return Err(refuse("it compares more than once"));
            }
            Some((_, found)) => {
                comparison = Some(*found);
                sums.push(Sum::default());
            }
            None => {
                if let Some(sum) = sums.last_mut() {
                    sum.add(word)?;
                }
            }
        }
    }
    let right = sums.pop().unwrap_or_default();
    match (sums.pop(), comparison) {
        (Some(left), Some(comparison)) => Ok(Constraint {
            left: left.finish()?,
            comparison,
            right: right.finish()?,
        }),
        _ => Err(refuse(
            "it compares nothing: none of <, <=, =, >= and > stands in it",
        )),
    }
}

/// Something between spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word<'t> {
    Plain(&'t str),
    Quoted(&'t str),
}

/// Splits at spaces outside quotes.
fn words(text: &str) -> Result<Vec<Word<'_>>, Refusal> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let tail = match quote {
            Some(quote) => {
                let inner = &rest[1..];
                let end = inner
                    .find(quote)
                    .ok_or_else(|| refuse("a quote in it does not end"))?;
                words.push(Word::Quoted(&inner[..end]));
                &inner[end + 1..]
            }
            None => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                words.push(Word::Plain(&rest[..end]));
                &rest[end..]
            }
        };
        rest = tail.trim_start();
    }
    Ok(words)
}

/// One side while it is read.
#[derive(Default)]
struct Sum {
    terms: Vec<Summand>,
    negative: bool,
    subject: Option<String>,
    name: String,
}

impl Sum {
    fn add(&mut self, word: Word<'_>) -> Result<(), Refusal> {
        match word {
            Word::Plain("+" | "-") => {
                let leading = self.terms.is_empty() && self.name.is_empty();
                if !leading || self.negative || self.subject.is_some() {
                    self.close()?;
                }
                self.negative = word == Word::Plain("-");
            }
            Word::Plain("/") if self.subject.is_none() && !self.name.is_empty() => {
                self.subject = Some(std::mem::take(&mut self.name));
            }
            Word::Plain("/") => return Err(refuse("a `/` in it has no subject before it")),
            Word::Plain(text) | Word::Quoted(text) => {
                if !self.name.is_empty() {
                    self.name.push(' ');
                }
                self.name.push_str(text);
            }
        }
        Ok(())
    }

    /// Ends the term that is being read.
    fn close(&mut self) -> Result<(), Refusal> {
        if self.name.is_empty() {
            return Err(refuse("a name is missing beside an operator"));
        }
        self.terms.push(Summand {
            negative: std::mem::take(&mut self.negative),
            subject: self.subject.take().map(String::into_boxed_str),
            name: std::mem::take(&mut self.name).into_boxed_str(),
        });
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Summand>, Refusal> {
        self.close()?;
        Ok(self.terms)
    }
}

fn refuse(why: &str) -> Refusal {
    Refusal {
        why: why.into(),
        hint: HINT.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::model::{Comparison, Summand};

    #[test]
    fn reads_sums_names_and_quotes() {
        let rule = read("\"a - b\" / \"c / d\" + 1 >= - follow-up + 5 days").expect("a rule");
        let shown = |terms: &[Summand]| {
            let term = |term: &Summand| {
                let sign = if term.negative { "-" } else { "+" };
                format!(
                    "{sign}[{}]{}",
                    term.subject.as_deref().unwrap_or("*"),
                    term.name
                )
            };
            terms.iter().map(term).collect::<String>()
        };
        assert_eq!(shown(&rule.left), "+[a - b]c / d+[*]1");
        assert_eq!(rule.comparison, Comparison::AtLeast);
        assert_eq!(shown(&rule.right), "-[*]follow-up+[*]5 days");
    }

    #[test]
    fn refuses_what_compares_nothing() {
        for text in [
            "",
            "a",
            "a <=",
            "= a",
            "a < b < c",
            "a + = b",
            "a = \"b",
            "/ a = b",
            "a / = b",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
