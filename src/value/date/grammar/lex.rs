//! The words of a text as the rows see them: each with its place in the lexicon, and the kinds that it may be.

use smallvec::SmallVec;

use super::kind::{Held, Holds, Kind};
use super::table::TABLE;
use super::why::Why;
use crate::value::Scheme;
use crate::value::date::holiday::Holiday;
use crate::value::date::lexer::{Token, Tokens, What, without_dots};
use crate::value::date::measure;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::Word;
use crate::value::date::zone;
use crate::value::role::Role;
use crate::value::scan::Class;

/// The words of a text.
pub(super) struct Text {
    /// Of each word, number and mark its number in the lexicon, if a row spells it out.
    pub(super) ids: SmallVec<[Option<u16>; 8]>,
    /// In the order of their places.
    pub(super) found: SmallVec<[Found; 12]>,
    /// What each of those holds.
    pub(super) held: Vec<Held>,
}

/// A word or several that are of a kind.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) from: u8,
    pub(super) to: u8,
    /// How many of them a table spells out: those of a hedge.
    pub(super) words: u8,
}

impl Text {
    /// Looks each word of a text up, once.
    pub(super) fn of(tokens: &Tokens<'_>, events: Option<&Scheme>) -> Self {
        let mut text = Self {
            ids: (0..tokens.len()).map(|at| spelled(tokens, at)).collect(),
            found: SmallVec::new(),
            held: Vec::with_capacity(2 * tokens.len() + 4),
        };
        let spelled = |at: usize| text.ids.get(at) != Some(&None);
        let unit = |at: &usize| may_be_unit(tokens.get(*at).what, spelled(*at));
        let last_unit = (0..tokens.len()).rfind(unit);
        for at in 0..tokens.len() {
            kinds(tokens, at, &mut text);
            if last_unit.is_some_and(|last| at <= last) {
                length(tokens, at, &mut text);
            }
            if let Some(events) = events {
                event(tokens, at, events, &mut text);
            }
        }
        text
    }

    fn give(&mut self, kind: Kind, from: usize, to: usize, words: usize, held: Held) {
        self.found.push(Found {
            kind,
            from: from as u8,
            to: to as u8,
            words: words as u8,
        });
        self.held.push(held);
    }

    /// All that decides which rows may read it.
    pub(super) fn shape(&self) -> SmallVec<[u16; 32]> {
        let mut shape = SmallVec::new();
        shape.extend(self.ids.iter().map(|id| id.map_or(0, |id| id + 1)));
        shape.push(u16::MAX);
        for found in &self.found {
            shape.push((found.kind as u16) << 8 | u16::from(found.words));
            shape.push(u16::from(found.from) << 8 | u16::from(found.to));
        }
        shape
    }
}

/// The number of a word in the lexicon, without the dots inside; of a mark, itself.
fn spelled(tokens: &Tokens<'_>, at: usize) -> Option<u16> {
    let token = tokens.scan.tokens.get(at)?;
    if token.class == Class::Digits {
        return None;
    }
    let (word, hash) = without_dots(token);
    TABLE.find(&word, hash)
}

/// Gives the kinds that the words from some place on are of.
fn kinds(tokens: &Tokens<'_>, at: usize, out: &mut Text) {
    let mut give = |kind: Kind, length: usize, held: Held| {
        out.give(kind, at, at + length, 0, held);
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
                let held = match holiday.moves() {
                    true => Held::Refused(Why::Moves, at as u8, (at + length) as u8),
                    false => Pattern::Holiday(holiday).hold(),
                };
                give(Kind::Holiday, length, held);
            }
        }
        What::Mark(_) | What::End => {}
    }
}

/// A length of time, which amounts and dates read alike.
fn length(tokens: &Tokens<'_>, at: usize, out: &mut Text) {
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
    let range = match measure.is_range {
        false => 0,
        true if tokens.scan.says(at, Role::From) => 5,
        true => 3,
    };
    // The words "business days" are none of amounts.
    let to = match measure.working {
        true => tokens.len().min(measure.next + 2),
        false => measure.next,
    };
    out.give(kind, at, to, hedges + range, held);
}

/// Whether a word may be a unit of time: most dates have none.
fn may_be_unit(what: What, spelled: bool) -> bool {
    match what {
        What::Word(
            Word::Unit(_) | Word::Several | Word::Hour | Word::Working | Word::Weekday(_),
        ) => true,
        What::Word(Word::Other) => !spelled,
        _ => false,
    }
}

/// "Eastern time", "Pacific Daylight Time".
fn zone_in_words(tokens: &Tokens<'_>, at: usize) -> Option<(&'static str, usize)> {
    let first = tokens.scan.tokens.get(at)?;
    if !zone::may_begin(first.word, first.hash) {
        return None;
    }
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
fn event(tokens: &Tokens<'_>, at: usize, events: &Scheme, out: &mut Text) {
    let article = tokens.scan.says(at, Role::The | Role::Article);
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
            out.give(Kind::Event, at, to, 0, Box::<str>::from(name).hold());
        }
    }
}
