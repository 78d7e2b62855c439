//! Counted units: "two days ago", "more than 20 years ago", "a week from Friday".

use super::Parser;
use super::period::loose;
use crate::value::date::bound::Side;
use crate::value::date::calendar::Grain;
use crate::value::date::clock::Clock;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::length::Length;
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::scope::is_scope;
use crate::value::date::words::Word;

/// "A year earlier" compares with the year before; so many of up to this unit "earlier" count from a
/// day that only the article names.
pub(super) const EARLIER: Grain = Grain::Month;

impl Parser<'_> {
    /// "two days ago", "in three weeks", "within 10 days of the hearing", "5 days after Christmas".
    pub(super) fn counted(&mut self) -> Option<Expr> {
        let start = self.at;
        if let Some(expr) = self.attempt(Self::counted_pick) {
            return Some(expr);
        }
        let hedged = self.attempt(Self::hedged_by_joiner);
        if hedged.is_none() {
            self.attempt(|p| (p.since_word("on") && p.eat(Word::Prep)).then_some(()));
        }
        let ahead = hedged.is_none() && self.eat(Word::In);
        let within = hedged.is_none() && !ahead && self.eat(Word::Within);
        let mut lead = (hedged.is_none() && !within && self.eat(Word::For)).then_some(Word::For);
        if hedged.is_none() && self.eat(Word::The) {
            lead = lead.or(Some(Word::The));
        }
        // "the eve of the hearing"
        if lead == Some(Word::The) && self.since_word("eve") {
            self.at += 1;
            self.eat(Word::Of).then_some(())?;
            return self.count_from(Length::DAY, true, false);
        }
        let length = match hedged {
            Some(length) => length,
            None => self.length()?,
        };
        if within {
            let expr = self.within(length)?;
            self.note(start, || {
                "at most so far away, the day it counts from included".into()
            });
            return Some(expr);
        }
        if let Some(expr) = self.attempt(|p| p.lasting(length, lead)) {
            return Some(expr);
        }
        // "the two weeks ahead", "the months to come"
        if lead == Some(Word::The)
            && !length.hours
            && length.hedge.is_none()
            && self.attempt(Self::still_to_come).is_some()
        {
            return match length.high {
                Some(_) => self.rolling_length(length, false),
                None => Some(loose(length.grain, false)),
            };
        }
        let (back, base) = match self.word() {
            Some(Word::Ago) => {
                self.at += 1;
                (true, self.attempt(Self::ago_base))
            }
            Some(Word::Earlier) => {
                self.at += 1;
                if self.eat(Word::Than) {
                    return self.count_from(length, true, false);
                }
                if length.grain <= EARLIER {
                    let shown = self.since(start);
                    let said = self.tokens.slice(start, self.at - 1);
                    return self.refuse(
                        format!("\u{201c}{shown}\u{201d} does not say from which day it counts"),
                        format!("Write `{said} before` and the day or a declared event, or `{said} ago`."),
                    );
                }
                (true, None)
            }
            Some(word @ (Word::Before | Word::After | Word::From | Word::Following)) => {
                self.at += 1;
                return self.count_from(length, word == Word::Before, lead == Some(Word::The));
            }
            // "in the weeks leading up to Christmas"
            Some(Word::Other) if self.since_word("leading") => {
                self.at += 1;
                self.eat(Word::By);
                self.eat(Word::To).then_some(())?;
                return self.count_from(length, true, true);
            }
            // "two weeks back"
            Some(Word::Other) if self.since_word("back") => {
                self.at += 1;
                (true, None)
            }
            // "a week on Tuesday"
            Some(Word::Prep)
                if self.since_word("on")
                    && length.grain == Grain::Week
                    && !ahead
                    && length.hedge.is_none()
                    && matches!(self.peek_at(1), What::Word(Word::Weekday(_))) =>
            {
                self.at += 1;
                return self.count_from(length, false, false);
            }
            Some(Word::Later) => {
                let shown = self.since(start);
                return self.refuse(
                    format!("\u{201c}{shown} later\u{201d} does not say from which day it counts"),
                    format!("Write `{shown} after` and the day or a declared event, or `{shown} from now`."),
                );
            }
            // "five years on"
            Some(Word::Prep) if self.since_word("on") && self.tokens.len() == self.at + 1 => {
                let shown = self.since(start);
                return self.refuse(
                    format!("\u{201c}{shown} on\u{201d} does not say from which day it counts"),
                    format!("Write `{shown} after` and the day or a declared event, or `{shown} from now`."),
                );
            }
            _ if self.attempt(Self::hence).is_some() => (false, None),
            _ if self.attempt(Self::in_time).is_some() => (false, None),
            _ if ahead => (false, None),
            _ => return None,
        };
        self.note(start, || {
            let from = if base.is_some() {
                "the day named"
            } else {
                "the day of publication"
            };
            format!("counted {} from {from}", if back { "back" } else { "on" })
        });
        // "a year ago in May", "ten years ago on March 4"
        if base.is_none()
            && let Some(expr) = self.attempt(|p| {
                let year = length.shift(Expr::today(), back, false);
                p.joiners().then_some(())?;
                let inner = p.primary()?.bare()?;
                is_scope(&year, inner).then(|| Expr::In(inner, year.boxed()))
            })
        {
            return Some(expr);
        }
        let expr = match base {
            Some(base) => length.shift(base, back, true),
            None => length.shift(Expr::today(), back, false),
        };
        // "two nights ago"
        let unit = self
            .tokens
            .slice(self.at.saturating_sub(2), self.at.saturating_sub(1));
        if expr.is_day() && unit.eq_ignore_ascii_case("nights") {
            self.clock = Some(Clock::NIGHT);
        }
        // "two days ago at 3 p.m."
        if expr.is_day()
            && let Some(clock) = self.attempt(|p| p.time().and_then(|time| p.joined(time, &expr)))
        {
            self.clock = Some(clock);
        }
        Some(expr)
    }

    /// "in the region of 20 years", "the best part of a year", "within two days ago": a length whose hedge
    /// begins with a word that otherwise leads to one.
    fn hedged_by_joiner(&mut self) -> Option<Length> {
        let first = self.word()?;
        if ![Word::In, Word::The, Word::Within, Word::Prep].contains(&first) {
            return None;
        }
        let length = self.length()?;
        let counts = match self.word()? {
            Word::Ago | Word::Earlier | Word::Hence => true,
            Word::Before | Word::After | Word::From | Word::Following => first != Word::Within,
            _ => false,
        };
        counts.then_some(length)
    }

    /// The end of "the March after next", "the summer before last": from today, the second one.
    pub(super) fn second_one(&mut self, expr: &Expr) -> Option<Expr> {
        let pattern = expr.bare().filter(|pattern| {
            !matches!(pattern, Pattern::MonthDay { .. } | Pattern::YearDay { .. })
        })?;
        let (said, pick) = match self.take(Some)? {
            Word::Before => (Word::Last, Pick::BeforeLast),
            Word::After => (Word::Next, Pick::AfterNext),
            _ => return None,
        };
        let more = |what| matches!(what, What::Word(_) | What::Number { .. });
        (self.eat(said) && !more(self.peek().what)).then_some(Expr::Recurring(pattern, pick))
    }

    /// "ahead", "to come".
    pub(super) fn still_to_come(&mut self) -> Option<()> {
        if self.since_word("ahead") {
            self.at += 1;
            return Some(());
        }
        (self.eat(Word::To) && self.since_word("come")).then(|| self.at += 1)
    }

    /// "hence", "in the future".
    fn hence(&mut self) -> Option<()> {
        self.eat(Word::In);
        self.eat(Word::The);
        self.eat(Word::Hence).then_some(())
    }

    /// The end of "in two years' time".
    fn in_time(&mut self) -> Option<()> {
        self.eat_mark('\'').then(|| self.eat(Word::S))?;
        self.eat(Word::SomeTime).then_some(())
    }

    /// "two upcoming weeks", "five past years".
    fn counted_pick(&mut self) -> Option<Expr> {
        self.eat(Word::The);
        let (count, most) = self.count()?;
        let pick = match self.take(Some)? {
            Word::Last | Word::Past => -1,
            Word::Next | Word::Coming => 1,
            _ => return None,
        };
        match self.take(Some)? {
            Word::Unit(grain) if count == most => Some(Expr::Rolling(grain, pick * count)),
            _ => None,
        }
    }

    /// "a year ago Friday", "two weeks ago today".
    fn ago_base(&mut self) -> Option<Expr> {
        self.skip(&[Word::Prep]);
        let base = self.single()?;
        matches!(
            base,
            Expr::Unit(Grain::Day, _)
                | Expr::Unit(Grain::Week | Grain::Month, -1..=1)
                | Expr::Recurring(Pattern::Weekday(_), _)
        )
        .then_some(base)
    }

    /// The day or event that a length is counted from.
    ///
    /// "The two years before 1996" are all of these, "two years before 1996" is one year.
    fn count_from(&mut self, length: Length, back: bool, the: bool) -> Option<Expr> {
        let start = self.at;
        let many = length.high != Some(length.grain.size());
        let all =
            the && many && !length.whole && length.weekday.is_none() && length.hedge.is_none();
        if let Some(expr) = self.attempt(|p| p.event_after(length, back, all)) {
            return Some(expr);
        }
        if self.done() {
            let shown = self.tokens.text.trim();
            let shown: String = shown.chars().take(60).collect();
            return self.refuse(
                format!("\u{201c}{shown}\u{201d} does not say from which day it counts"),
                "Write the day or a declared event after it, or the date itself.",
            );
        }
        // "the week before last"
        let one = length.low == length.grain.size() && length.high == Some(length.low);
        if one
            && self
                .attempt(|p| {
                    (p.eat(if back { Word::Last } else { Word::Next }) && p.done()).then_some(())
                })
                .is_some()
        {
            return Some(Expr::Unit(length.grain, if back { -2 } else { 2 }));
        }
        let Some(base) = self.single() else {
            return self.unknown_event();
        };
        self.note(start, || {
            format!("counted {} from this", if back { "back" } else { "on" })
        });
        if length.hours
            && let Some(clock) = self.clock.take()
        {
            return Some(base.at(Some(length.beside_time(clock, back))));
        }
        if all && !length.hours && base != Expr::today() {
            return Some(length.all_beside(base, back));
        }
        // A count forwards from a weekday starts at the coming one.
        let base = match base {
            Expr::Recurring(pattern @ Pattern::Weekday(_), Pick::Bare) if !back => {
                Expr::Recurring(pattern, Pick::Coming)
            }
            base => base,
        };
        let named = base != Expr::today();
        Some(length.shift(base, back, named))
    }

    /// "within two weeks", "within five days of the hearing".
    pub(super) fn within(&mut self, length: Length) -> Option<Expr> {
        let side = self.take(|word| match word {
            Word::Of => Some(None),
            Word::After | Word::From => Some(Some(Side::After)),
            Word::Before => Some(Some(Side::Before)),
            _ => None,
        });
        let (base, side) = match side {
            None => (Expr::today(), Some(Side::After)),
            Some(side) => {
                if let Some(expr) = self.attempt(|p| p.event_within(length, side)) {
                    return Some(expr);
                }
                match self.single() {
                    Some(base) => (base, side),
                    None => return self.unknown_event(),
                }
            }
        };
        let length = Length {
            hedge: None,
            grain: Grain::Day,
            slack: (0, 0),
            ..length
        };
        let ends = |back| length.shift(base.clone(), back, true).boxed();
        Some(match side {
            Some(Side::Before) => Expr::Range(ends(true), base.clone().boxed()),
            Some(_) => Expr::Range(base.clone().boxed(), ends(false)),
            None => Expr::Range(ends(true), ends(false)),
        })
    }
}
