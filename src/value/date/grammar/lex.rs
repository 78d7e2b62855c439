//! The words of a text as the rows see them: each with its place in the lexicon, and the kinds that it may be.

use smallvec::SmallVec;

use super::kind::{Held, Holds, Kind};
use super::table::{Mask, Table, bit};
use super::why::Why;
use crate::value::Scheme;
use crate::value::date::holiday::Holiday;
use crate::value::date::lexer::{Token, Tokens, What};
use crate::value::date::measure;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::Word;
use crate::value::date::zone;

/// A word, number or mark of a text.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Its number in the lexicon, if a row spells it out.
    pub(super) id: Option<u16>,
    /// What may begin here.
    pub(super) mask: Mask,
    /// What may begin here or later.
    pub(super) rest: Mask,
}

/// A word or several that are of a kind.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) held: Held,
    /// How many of them a table spells out: those of a hedge.
    pub(super) words: usize,
}

/// Looks each word of a text up, once.
pub(super) fn places(
    tokens: &Tokens<'_>,
    events: Option<&Scheme>,
    table: &Table,
) -> (Vec<Place>, Vec<Found>) {
    let mut found = Vec::with_capacity(2 * tokens.len());
    let ids: Vec<Option<u16>> = (0..tokens.len())
        .map(|at| spelled(tokens, at, table))
        .collect();
    let unit = |at: &usize| may_be_unit(tokens.get(*at).what, ids.get(*at) != Some(&None));
    let last_unit = (0..tokens.len()).rfind(unit);
    let mut places: Vec<Place> = (0..tokens.len())
        .map(|at| {
            let first = found.len();
            kinds(tokens, at, &mut found);
            if last_unit.is_some_and(|last| at <= last) {
                length(tokens, at, &mut found);
            }
            if let Some(events) = events {
                event(tokens, at, events, &mut found);
            }
            let id = ids.get(at).copied().flatten();
            let of_kinds = found[first..].iter().map(|found| bit(found.kind));
            let mask = of_kinds.fold(id.map_or(0, super::table::bit_of_word), |a, b| a | b);
            Place { id, mask, rest: 0 }
        })
        .collect();
    let mut rest = 0;
    for place in places.iter_mut().rev() {
        rest |= place.mask;
        place.rest = rest;
    }
    (places, found)
}

/// The number of a word in the lexicon, without the dots inside; of a mark, itself.
fn spelled(tokens: &Tokens<'_>, at: usize, table: &Table) -> Option<u16> {
    match tokens.get(at).what {
        What::Word(_) | What::Mark(_) => {}
        What::Number { .. } | What::End => return None,
    }
    let word = tokens.word(at);
    match word.len() > 1 && word.contains('.') {
        true => table.find(&word.replace('.', "")),
        false => table.find(word),
    }
}

/// Gives the kinds that the words from some place on are of.
fn kinds(tokens: &Tokens<'_>, at: usize, found: &mut Vec<Found>) {
    let mut give = |kind: Kind, length: usize, held: Held| {
        found.push(Found {
            kind,
            from: at,
            to: at + length,
            held,
            words: 0,
        });
    };
    let text = tokens.slice(at, at + 1);
    let plural = text.ends_with(['s', 'S']);
    match tokens.get(at).what {
        What::Number { value, digits } => {
            give(Kind::Figures, 1, (value, i32::from(digits)).hold());
            match digits {
                1 | 2 => {
                    give(Kind::Short, 1, value.hold());
                    if digits == 2 {
                        give(Kind::Two, 1, value.hold());
                    }
                    let Token { what, glued, .. } = tokens.get(at + 1);
                    if glued && what == What::Word(Word::OrdinalEnd) {
                        give(Kind::OrdinalFigure, 2, value.hold());
                    }
                }
                4 => give(Kind::Four, 1, value.hold()),
                _ => {}
            }
        }
        What::Word(word) => {
            give(Kind::Rest, tokens.len() - at, 0.hold());
            match word {
                Word::Month(month) => give(Kind::Month, 1, month.hold()),
                Word::Weekday(day) if plural && text.len() > 5 => {
                    give(Kind::Weekdays, 1, day.hold());
                }
                Word::Weekday(day) => give(Kind::Weekday, 1, day.hold()),
                Word::Unit(grain) if plural => give(Kind::Units, 1, grain.hold()),
                Word::Unit(grain) => give(Kind::Unit, 1, grain.hold()),
                Word::Number(n) if n > 0 => give(Kind::NumberWord, 1, n.hold()),
                Word::Ordinal(n) => give(Kind::OrdinalWord, 1, n.hold()),
                Word::Decade(year) => give(Kind::DecadeWord, 1, year.hold()),
                Word::Season(season) => give(Kind::SeasonWord, 1, season.hold()),
                Word::Few(from, to) => give(Kind::FewWord, 1, (from, to).hold()),
                Word::Time(from, to) if from == to => give(Kind::Noon, 1, from.hold()),
                Word::Time(from, to) => give(Kind::DayPart, 1, (from, to).hold()),
                Word::Zone(zone) => give(Kind::Zone, 1, zone.hold()),
                Word::Other => {
                    if let Some((zone, length)) = zone_in_words(tokens, at) {
                        give(Kind::Zone, length, zone.hold());
                    }
                }
                _ => {}
            }
            if let Some((holiday, length)) = holiday(tokens, at, word) {
                give(Kind::Holiday, length, Pattern::Holiday(holiday).hold());
            }
        }
        What::Mark(_) | What::End => {}
    }
}

/// A length of time, which amounts and dates read alike.
fn length(tokens: &Tokens<'_>, at: usize, found: &mut Vec<Found>) {
    // "within two weeks" counts from today both ways of a day that is named: rows have it.
    if tokens.get(at).what == What::Word(Word::Within) {
        return;
    }
    let Some(measure) = measure::at(tokens, at) else {
        return;
    };
    let kind = if measure.alone {
        Kind::One
    } else {
        Kind::Length
    };
    let held = match measure.working {
        true => Held::Refused(
            Why::WorkingDays,
            at as u8,
            tokens.len().min(measure.next + 2) as u8,
        ),
        false => measure.length.hold(),
    };
    let hedges: usize = measure.hedged.iter().map(|(from, to)| to - from).sum();
    // "5 to 7 months after March" is rather one length than a range from the fifth, and "from 5 to 7
    // months ago" no beginning.
    let range = match tokens.word(at) {
        _ if !measure.is_range => 0,
        "from" => 5,
        _ => 3,
    };
    found.push(Found {
        kind,
        from: at,
        // The words "business days" are none of amounts.
        to: match measure.working {
            true => tokens.len().min(measure.next + 2),
            false => measure.next,
        },
        held,
        words: hedges + range,
    });
}

/// Whether a word may be a unit of time: most dates have none.
fn may_be_unit(what: What, spelled: bool) -> bool {
    match what {
        What::Word(
            Word::Unit(_) | Word::Fortnight | Word::Hour | Word::Working | Word::Weekday(_),
        ) => true,
        What::Word(Word::Other) => !spelled,
        _ => false,
    }
}

/// "Eastern time", "Pacific Daylight Time".
fn zone_in_words(tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    let last = tokens.len().min(at + 5);
    let words: SmallVec<[&str; 5]> = (at..last).map(|at| tokens.word(at)).collect();
    zone::named(&words)
}

fn holiday(tokens: &Tokens<'_>, at: usize, word: Word) -> Option<(&'static Holiday, usize)> {
    // Months begin few holidays, and most dates.
    let may = matches!(word, Word::Other | Word::OrdinalEnd | Word::Month(4 | 5));
    if !may || !Holiday::may_begin(tokens.word(at)) {
        return None;
    }
    let from = tokens.get(at).start;
    let (holiday, bytes) = Holiday::find(tokens.text.get(from as usize..)?)?;
    let end = from + u32::try_from(bytes).ok()?;
    let length = (at..tokens.len())
        .take_while(|at| tokens.get(*at).start < end)
        .count();
    Some((holiday, length))
}

/// The declared events that begin at a place, with or without an article.
fn event(tokens: &Tokens<'_>, at: usize, events: &Scheme, found: &mut Vec<Found>) {
    let article = matches!(tokens.word(at), "the" | "a" | "an");
    // Most words begin no name.
    if !article && !events.may_begin(tokens.word(at)) {
        return;
    }
    for to in at + 1..=tokens.len() {
        let mut named = [Some(tokens.slice(at, to)), None];
        if article && to > at + 1 {
            named[1] = Some(tokens.slice(at + 1, to));
        }
        let name = named.into_iter().flatten().find_map(|name| {
            let name = name.trim_end_matches('.');
            events.find(name)
        });
        if let Some(name) = name {
            found.push(Found {
                kind: Kind::Event,
                from: at,
                to,
                held: Box::<str>::from(name).hold(),
                words: 0,
            });
        }
    }
}
