//! Where a text holds a quote: its parts in their order, as close together as they stand.

use std::cmp::Ordering;
use std::ops::Range;

use super::part::Part;
use super::text::ArticleText;
use crate::text::one_line;

/// Where a quote stands: the words of each of its parts.
pub(in crate::parse) type Place = Vec<Range<usize>>;

/// So many places of a quote are kept.
pub(super) const MOST: usize = 100;

/// The places of a quote, in the order of the text; none where it is not there.
///
/// Of places that overlap only the closest counts, and of several the closest, for a quote with an
/// omission; of a quote without one, those as written, if one is. Linear in the text and in the places
/// of the parts.
pub(in crate::parse) fn places(text: &ArticleText, parts: &[Part]) -> Vec<Place> {
    let places: Vec<_> = parts.iter().map(|part| text.places(part)).collect();
    if let [places] = places.as_slice() {
        return as_written(text, parts, places);
    }
    let mut found: Vec<Place> = Vec::new();
    let mut at = vec![0; places.len()];
    'starts: for first in places.first().into_iter().flatten() {
        let mut place = vec![first.clone()];
        for (next, places) in at.iter_mut().zip(&places).skip(1) {
            let end = place.last().map_or(0, |last| last.end);
            while places.get(*next).is_some_and(|place| place.start < end) {
                *next += 1;
            }
            match places.get(*next) {
                Some(part) => place.push(part.clone()),
                None => break 'starts,
            }
        }
        match found
            .first()
            .map_or(usize::MAX, |first| whole(first).len())
            .cmp(&whole(&place).len())
        {
            Ordering::Greater => found = vec![place],
            Ordering::Equal if found.len() < MOST => found.push(place),
            Ordering::Equal | Ordering::Less => {}
        }
    }
    found
}

fn as_written(text: &ArticleText, parts: &[Part], places: &[Range<usize>]) -> Vec<Place> {
    let quoted = parts.first().map_or("", Part::raw);
    let is_written = |place: &&Range<usize>| is_as_written(&one_line(text.written(place)), quoted);
    let exact: Vec<Place> = match places.len() {
        0 | 1 | MOST.. => Vec::new(),
        _ => places
            .iter()
            .filter(is_written)
            .map(|it| vec![it.clone()])
            .collect(),
    };
    match exact.is_empty() {
        true => places
            .iter()
            .take(MOST)
            .map(|place| vec![place.clone()])
            .collect(),
        false => exact,
    }
}

/// Whether words are quoted as they stand there; the first letter of a sentence may have become small.
fn is_as_written(written: &str, quoted: &str) -> bool {
    let (mut left, mut right) = (written.chars(), quoted.chars());
    let starts_alike = match (left.next(), right.next()) {
        (Some(left), Some(right)) => left == right || left.to_lowercase().eq([right]),
        (left, right) => left == right,
    };
    starts_alike && left.as_str() == right.as_str()
}

/// The words that a place spans.
pub(super) fn whole(place: &Place) -> Range<usize> {
    let start = place.first().map_or(0, |part| part.start);
    start..place.last().map_or(start, |part| part.end)
}
