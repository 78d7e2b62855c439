//! Dates that count from a declared event: "five days after the hearing".

use super::Parser;
use crate::value::Scheme;
use crate::value::date::Day;
use crate::value::date::bound::Side;
use crate::value::date::calendar::{EVER_AFTER, EVER_BEFORE, Grain, Stretch};
use crate::value::date::expr::Expr;
use crate::value::date::length::Length;
use crate::value::date::relative::Side as Order;
use crate::value::date::words::Word;

impl Parser<'_> {
    /// The event that the rest of the words names, by its declared name.
    fn event_name(&mut self) -> Option<Box<str>> {
        self.event_name_to(self.tokens.len())
    }

    /// The event that the words up to some token name.
    fn event_name_to(&mut self, end: usize) -> Option<Box<str>> {
        let events = self.events?;
        let start = self.at;
        let tail = |from| self.tokens.slice(from, end).trim_end_matches('.');
        let mut names = [Some(tail(start)), None];
        if matches!(self.word(), Some(Word::The | Word::A)) {
            names[1] = Some(tail(start + 1));
        }
        let found: Box<str> = names
            .into_iter()
            .flatten()
            .find_map(|name| declared(events, name))?
            .into();
        self.at = end;
        self.note(start, || format!("the event {found}"));
        Some(found)
    }

    /// Whether what stands behind the next word is a declared event: "before the dawn raid".
    pub(super) fn event_follows(&mut self) -> bool {
        let (start, notes) = (self.at, self.notes.len());
        self.at += 1;
        let follows = self.event_name().is_some();
        self.at = start;
        self.notes.truncate(notes);
        follows
    }

    /// The event alone, or "on the day of" it.
    pub(super) fn event_day(&mut self) -> Option<Expr> {
        self.events?;
        let plain = self.attempt(Self::event_name);
        let name = match plain {
            Some(name) => name,
            None => {
                self.skip(&[Word::Prep, Word::In]);
                // "the day of the vote", "the same day as the vote"
                self.attempt(|p| {
                    p.eat(Word::The);
                    p.at += usize::from(p.since_word("same"));
                    let day = p.eat(Word::Unit(Grain::Day));
                    (day && (p.eat(Word::Of) || p.eat(Word::As))).then_some(())
                });
                self.event_name()?
            }
        };
        offset(name, (Day(0), Day(0)), Order::Any)
    }

    /// "before the sentencing": a side, and the event that it is a side of.
    pub(super) fn beside_event(&mut self) -> Option<Expr> {
        self.events?;
        let start = self.at;
        let side = self.side()?;
        self.note(start, || side.role().into());
        self.event(side)
    }

    /// "between the hearing and the vote", "after the hearing and before the vote".
    pub(super) fn between_events(&mut self) -> Option<Expr> {
        self.events?;
        let start = self.at;
        self.skip(&[Word::Prep, Word::Adverb, Word::SomeTime]);
        let after = match self.eat(Word::Between) {
            true => false,
            false => self.eat(Word::After).then_some(true)?,
        };
        self.note(start, || {
            "later than the one, earlier than the other".into()
        });
        (self.at + 1..self.tokens.len()).find_map(|middle| {
            self.attempt(|p| {
                let from = p.event_name_to(middle)?;
                p.eat_mark(',');
                if after && p.since_word("but") {
                    p.at += 1;
                } else {
                    p.eat(Word::And).then_some(())?;
                }
                (!after || p.eat(Word::Before)).then_some(())?;
                let to = p.event_name().filter(|to| *to != from)?;
                let from = offset(from, (Day(0), EVER_AFTER), Order::After)?;
                let to = offset(to, (EVER_BEFORE, Day(0)), Order::Before)?;
                Some(Expr::Range(from.boxed(), to.boxed()))
            })
        })
    }

    /// "before the sentencing": at an earlier moment, on the same day or not.
    pub(super) fn event(&mut self, side: Side) -> Option<Expr> {
        let name = self.event_name()?;
        match side {
            Side::Before => offset(name, (EVER_BEFORE, Day(0)), Order::Before),
            Side::UpTo => offset(name, (EVER_BEFORE, Day(0)), Order::UpTo),
            Side::Since => offset(name, (Day(0), EVER_AFTER), Order::Since),
            Side::After => offset(name, (Day(0), EVER_AFTER), Order::After),
        }
    }

    /// "five days after the hearing": days exactly, longer units with their rounding; "the five days
    /// after the hearing" are all of them.
    pub(super) fn event_after(&mut self, length: Length, back: bool, all: bool) -> Option<Expr> {
        if let Some((_, n)) = length.weekday {
            return self.event_weekday(if back { n.checked_neg()? } else { n });
        }
        let name = self.event_name()?;
        let (from, to) = match all {
            true => length.all(),
            false => length.reach(),
        };
        match back {
            true => offset(name, (negative(to), negative(from)), Order::Before),
            false => offset(name, (from, to), Order::After),
        }
    }

    /// "the Friday after the hearing": within the week.
    pub(super) fn event_weekday(&mut self, n: i32) -> Option<Expr> {
        let name = self.event_name()?;
        let weeks = n.checked_mul(7)?;
        let (from, to) = if n > 0 {
            (weeks - 6, weeks)
        } else {
            (weeks, weeks + 6)
        };
        offset(name, (Day(from), Day(to)), Order::Any)
    }

    /// "within two weeks of the hearing".
    pub(super) fn event_within(&mut self, length: Length, side: Option<Side>) -> Option<Expr> {
        let name = self.event_name()?;
        let after = length.at_most()?;
        let before = negative(after);
        match side {
            None => offset(name, (before, after), Order::Any),
            Some(Side::Before) => offset(name, (before, Day(0)), Order::Before),
            Some(_) => offset(name, (Day(0), after), Order::After),
        }
    }

    /// Refuses words after "before" or "after" that are neither a date nor a declared event.
    pub(super) fn unknown_event(&mut self) -> Option<Expr> {
        if self.done() {
            return None;
        }
        let name = self.tokens.slice(self.at, self.tokens.len());
        let name: String = name.chars().take(60).collect();
        self.refuse(
            format!("\u{201c}{name}\u{201d} is neither a date nor a declared event"),
            "Declare it in the vocabulary as an entity with `kind: event`, or write the date.",
        )
    }
}

/// Looks an event up by name or alias.
fn declared<'a>(events: &'a Scheme, name: &str) -> Option<&'a str> {
    events.find(name)
}

fn offset(name: Box<str>, (from, to): (Day, Day), order: Order) -> Option<Expr> {
    Some(Expr::Event(
        name,
        Stretch {
            from,
            to,
            grain: Grain::Day,
        },
        order,
    ))
}

fn negative(day: Day) -> Day {
    match day {
        EVER_BEFORE => EVER_AFTER,
        EVER_AFTER => EVER_BEFORE,
        Day(days) => Day(-days),
    }
}
