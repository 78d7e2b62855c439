//! Lines to paragraphs: which line goes on with the one before it.
//!
//! A text may have a line for each paragraph, or lines of one width with empty ones between paragraphs.

use std::ops::Range;

use super::sentence::has_end;

/// A paragraph, headline or entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Where it stands, the mark of an entry left out.
    pub(super) span: Range<usize>,
    /// How many lines it has.
    pub(super) lines: usize,
    /// Whether it is an entry of a list.
    pub(super) is_item: bool,
}

/// Texts with longer lines have not been broken into lines of one width.
const WIDEST: usize = 120;
/// Of that width, in hundredths, a line takes so many unless its paragraph ends.
const FULL: usize = 75;

/// The paragraphs of a text.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = || text.split_inclusive('\n');
    let widest = lines()
        .map(|line| line.trim().len())
        .max()
        .unwrap_or_default();
    let is_broken = widest <= WIDEST;
    let is_full = |line: &str| is_broken && line.len() * 100 >= widest * FULL;
    let mut blocks: Vec<Block> = Vec::new();
    // The line before, where something may go on behind it.
    let mut before: Option<&str> = None;
    let mut at = 0;
    for line in lines() {
        let from = at + (line.len() - line.trim_start().len());
        at += line.len();
        let words = line.trim();
        if words.is_empty() {
            before = None;
            continue;
        }
        let mark = list_mark(words);
        let goes_on =
            mark == 0 && before.is_some_and(|it| goes_on(it, words, (is_broken, is_full(it))));
        match blocks.last_mut().filter(|_| goes_on) {
            Some(block) => {
                block.span.end = from + words.len();
                block.lines += 1;
            }
            None => blocks.push(Block {
                span: from + mark..from + words.len(),
                lines: 1,
                is_item: mark > 0,
            }),
        }
        before = Some(words);
    }
    blocks
}

/// Whether a line goes on with what the line before began. Where lines are as long as their paragraphs, a small
/// letter begins one too: in lists.
fn goes_on(before: &str, line: &str, (is_broken, is_full): (bool, bool)) -> bool {
    let is_small = is_broken && line.starts_with(char::is_lowercase);
    match has_end(before) {
        true => is_full,
        false => is_full || is_small || before.ends_with([',', '-', '–', '—', ';']),
    }
}

/// How long the mark is that begins an entry of a list: "- ", "• ", "3) ".
fn list_mark(line: &str) -> usize {
    let signs = ["- ", "* ", "• ", "· ", "– ", "▪ ", "‣ ", "●", "•", "▪"];
    if let Some(sign) = signs.iter().find(|sign| line.starts_with(**sign)) {
        return sign.len();
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).unwrap_or_default();
    match (1..=2).contains(&digits) && (rest.starts_with(") ") || rest.starts_with(". ")) {
        true => digits + 2,
        false => 0,
    }
}
