//! The text of an article, made ready to be searched in.
//!
//! In: a text as its file has it. Out: its words in normal form, each with its place. Case, punctuation,
//! diacritics and spacing do not count, nor does a hyphen at which a line end divides a word. Linear.

use std::ops::Range;
use std::sync::OnceLock;

use super::about::About;
use super::part::Part;
use super::sought::Sought;
use super::source::{Source, Unit};
use crate::text::normal::{fold_into, words};
use crate::text::number;

/// The text of an article, ready to be searched.
#[derive(Clone, Debug)]
pub struct ArticleText {
    source: Source,
    /// The words in normal form, a space around each.
    form: String,
    words: Vec<Word>,
    /// Whether a line end divides a word anywhere.
    is_broken: bool,
    /// The words without the spaces, made where a quote needs it.
    tight: OnceLock<String>,
    /// What was looked for in both in one pass.
    sought: (Sought, Sought),
}

/// One word of a text.
#[derive(Clone, Copy, Debug)]
struct Word {
    /// Where it stands in the text as written.
    from: u32,
    to: u32,
    /// Where it begins in the normal form.
    at: u32,
    /// Whether the next word may be the rest of it.
    goes_on: bool,
}

impl ArticleText {
    /// Prepares a text. Linear in its length.
    pub(super) fn of(source: Source) -> Self {
        let (mut form, mut words_of) = (String::from(" "), Vec::<Word>::new());
        let raw = &source.text;
        let start = raw.as_ptr().addr();
        for word in words(raw) {
            let at = form.len();
            fold_into(word, &mut form);
            if form.len() == at {
                continue;
            }
            form.push(' ');
            let from = word.as_ptr().addr() - start;
            if let Some(last) = words_of.last_mut() {
                let between = raw.get(last.to as usize..from).unwrap_or_default();
                last.goes_on = is_break(between);
            }
            words_of.push(Word {
                from: number(from),
                to: number(from + word.len()),
                at: number(at),
                goes_on: false,
            });
        }
        Self {
            is_broken: words_of.iter().any(|word| word.goes_on),
            source,
            form,
            words: words_of,
            tight: OnceLock::new(),
            sought: Default::default(),
        }
    }

    /// Whether these are so many that one pass for all of them is quicker.
    pub(super) fn are_many<'a>(&self, parts: impl Iterator<Item = &'a Part>) -> bool {
        Sought::are_many(&self.form, parts.count())
    }

    /// Looks for all of these in one pass where they are so many that it is quicker; [`Self::places`] gives the same.
    pub(super) fn look_for<'a>(&mut self, parts: impl Iterator<Item = &'a Part> + Clone) {
        self.sought.0 = Sought::many(&self.form, parts.clone().map(Part::form));
        if self.sought.0.is_empty() {
            return;
        }
        let absent = parts.filter(|it| self.may_be_broken(it) && self.plain_places(it).is_empty());
        let absent: Vec<String> = absent.map(tight_form).collect();
        if !absent.is_empty() {
            self.sought.1 = Sought::many(self.tight(), absent.iter().map(String::as_str));
        }
    }

    /// The same, of a text of lines.
    #[cfg(test)]
    pub(in crate::parse) fn of_lines(text: String) -> Self {
        Self::of(Source::lines(text))
    }

    /// The text as written.
    pub(in crate::parse) fn raw(&self) -> &str {
        &self.source.text
    }

    /// How many words it has.
    pub(in crate::parse) fn len(&self) -> usize {
        self.words.len()
    }

    /// The words in normal form, a space around each.
    pub(in crate::parse) fn form(&self) -> &str {
        &self.form
    }

    /// A word in normal form.
    pub(in crate::parse) fn word(&self, at: usize) -> &str {
        let from = self.words.get(at).map_or(0, |word| word.at as usize);
        let rest = self.form.get(from..).unwrap_or_default();
        rest.split(' ').next().unwrap_or_default()
    }

    /// Where a run of words stands in the text as written.
    pub(in crate::parse) fn span(&self, words: &Range<usize>) -> Range<usize> {
        let run = self.words.get(words.clone()).unwrap_or_default();
        match (run.first(), run.last()) {
            (Some(first), Some(last)) => first.from as usize..last.to as usize,
            _ => 0..0,
        }
    }

    /// A run of words as written.
    pub(in crate::parse) fn written(&self, words: &Range<usize>) -> &str {
        self.raw().get(self.span(words)).unwrap_or_default()
    }

    /// What stands between two words that follow each other, as written.
    pub(in crate::parse) fn between(&self, left: usize, right: usize) -> &str {
        let end = |at: usize| self.words.get(at).map_or(0, |word| word.to as usize);
        let start = |at: usize| self.words.get(at).map_or(0, |word| word.from as usize);
        self.raw().get(end(left)..start(right)).unwrap_or_default()
    }

    /// The number of the line on which a word stands or, in a page, of the paragraph.
    pub(in crate::parse) fn line(&self, word: usize) -> u32 {
        let from = self.words.get(word).map_or(0, |word| word.from);
        self.source.line(from)
    }

    /// The number of the line in which a byte stands or, in a page, of the paragraph.
    #[must_use]
    pub fn line_at(&self, at: usize) -> u32 {
        self.source.line(number(at))
    }

    /// What the file says of the article.
    pub(super) fn said(&self) -> &About {
        &self.source.about
    }

    /// What [`Self::line`] counts.
    pub(super) fn unit(&self) -> Unit {
        self.source.unit
    }

    /// The words that a stretch of the normal form holds, those at the ends by half at least.
    pub(in crate::parse) fn words_in(&self, form: Range<usize>) -> Range<usize> {
        let end = |word: &Word, at: usize| {
            let next = self
                .words
                .get(at + 1)
                .map_or(self.form.len(), |next| next.at as usize);
            (word.at as usize, next - 1)
        };
        let middle = |at: usize| {
            let (from, to) = self.words.get(at).map_or((0, 0), |word| end(word, at));
            from.midpoint(to)
        };
        let first = first_not(self.words.len(), |at| middle(at) < form.start);
        let mut last = first;
        while last < self.words.len() && middle(last) < form.end {
            last += 1;
        }
        first..last
    }

    /// Where a part of a quote stands: each time its words, in order.
    pub(in crate::parse) fn places(&self, part: &Part) -> Vec<Range<usize>> {
        let plain = self.plain_places(part);
        match plain.is_empty() && self.may_be_broken(part) {
            true => self.tight_places(part),
            false => plain,
        }
    }

    /// Whether a line end may divide a word of a part, in the text or in the quote.
    fn may_be_broken(&self, part: &Part) -> bool {
        self.is_broken || part.is_broken()
    }

    /// Whether a part stands at a byte of the normal form, its space before it counted.
    pub(in crate::parse) fn holds_at(&self, part: &Part, at: usize) -> Option<Range<usize>> {
        let rest = self.form.as_bytes().get(at..)?;
        let rest = rest.strip_prefix(part.form().as_bytes())?;
        if !rest.starts_with(b" ") {
            return None;
        }
        let first = self.words.partition_point(|word| (word.at as usize) <= at);
        Some(first..first + part.len())
    }

    fn plain_places(&self, part: &Part) -> Vec<Range<usize>> {
        let found = self.sought.0.starts(&self.form, part.form()).into_iter();
        found.filter_map(|at| self.holds_at(part, at)).collect()
    }

    fn tight(&self) -> &str {
        self.tight.get_or_init(|| self.form.replace(' ', ""))
    }

    /// The same for words that are divided in the text or in the quote, and not in the other.
    fn tight_places(&self, part: &Part) -> Vec<Range<usize>> {
        let text = self.tight();
        let quote = tight_form(part);
        let start = |at: usize| match self.words.get(at) {
            // A space stands before each word.
            Some(word) => word.at as usize - at - 1,
            None => text.len(),
        };
        let place = |found: usize| {
            let first = first_not(self.words.len(), |at| start(at) < found);
            let (mut last, mut ends) = (first, part.ends().peekable());
            if start(first) != found {
                return None;
            }
            // Where either divides, the other must too, unless a line end divides.
            loop {
                let goes_on = self.words.get(last)?.goes_on;
                last += 1;
                let end = start(last).checked_sub(found)?;
                while let Some((own, may_go_on)) = ends.next_if(|(own, _)| *own < end) {
                    if own >= quote.len() || !may_go_on {
                        return None;
                    }
                }
                let is_end = ends.next_if(|(own, _)| *own == end).is_some();
                match end == quote.len() {
                    true => return Some(first..last),
                    false if !is_end && !goes_on => return None,
                    false => {}
                }
            }
        };
        let found = self.sought.1.starts(text, &quote).into_iter();
        found.filter_map(place).collect()
    }
}

/// The words of a part without the spaces.
fn tight_form(part: &Part) -> String {
    part.form().replace(' ', "")
}

/// The first of so many numbers that lies no longer before something; all that do come first.
fn first_not(count: usize, is_before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let at = low.midpoint(high);
        match is_before(at) {
            true => low = at + 1,
            false => high = at,
        }
    }
    low
}

/// Whether what stands between two words divides one word at the end of a line, or invisibly.
pub(super) fn is_break(between: &str) -> bool {
    let mut signs = between.chars();
    match signs.next() {
        Some('\u{ad}' | '\u{200b}' | '\u{2060}') => signs.all(char::is_whitespace),
        Some('-' | '\u{2010}') => {
            let rest = signs.as_str();
            rest.contains('\n') && rest.chars().all(char::is_whitespace)
        }
        _ => false,
    }
}
