//! More of a quote that stands several times, so that it says which place is meant.

use std::ops::Range;

use super::find::{Place, whole};
use super::text::ArticleText;

/// So many words more at most: texts that go on alike for longer say the same.
const MOST_MORE: usize = 12;

/// The fewest words more, behind and before in turn, with which a place is the only one; none where the text
/// goes on alike.
pub(in crate::parse) fn longer(
    text: &ArticleText,
    places: &[Place],
    at: usize,
) -> Option<Range<usize>> {
    let own = whole(places.get(at)?);
    let others = places.iter().enumerate().filter(|(other, _)| *other != at);
    let mut others: Vec<Range<usize>> = others.map(|(_, place)| whole(place)).collect();
    let mut words = own.clone();
    for more in 0..MOST_MORE {
        let is_behind = (more % 2 == 0 && words.end < text.len()) || words.start == 0;
        match is_behind {
            true => words.end = (words.end + 1).min(text.len()),
            false => words.start -= 1,
        }
        let new = if is_behind {
            words.end - 1
        } else {
            words.start
        };
        others.retain(|other| {
            // The same step from the other place.
            let there = (other.start + new).checked_sub(own.start);
            there.is_some_and(|there| there < text.len() && text.word(there) == text.word(new))
        });
        if others.is_empty() {
            return Some(words);
        }
    }
    None
}
