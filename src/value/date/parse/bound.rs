//! Bounds and ranges: before, after, since, by, between, from and to.

use super::Parser;

use crate::value::date::bound::Side;
use crate::value::date::calendar::Stretch;
use crate::value::date::clock::Clock;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::lexer::What;
use crate::value::date::scope::{share_scope, within};
use crate::value::date::words::Word;

impl Parser<'_> {
    pub(super) fn untimed_clause(&mut self) -> Option<Expr> {
        self.skip(&[Word::Adverb]);
        // "just under two days ago"
        if self.word() == Some(Word::Just)
            && let Some(expr) = self.attempt(Self::counted)
        {
            return Some(expr);
        }
        // "just last week"
        if self.word() == Some(Word::Just)
            && !matches!(
                self.peek_at(1),
                What::Word(Word::Before | Word::After | Word::Past | Word::Over | Word::Under)
            )
        {
            self.at += 1;
        }
        // "as of June 30" is that day.
        self.attempt(|p| (p.eat(Word::As) && p.eat(Word::Of)).then_some(()));
        if let Some(expr) = self.attempt(Self::between_hours) {
            return Some(expr);
        }
        if let Some(expr) = self.attempt(Self::counted) {
            return Some(expr);
        }
        let start = self.at;
        if let Some(expr) = self.attempt(Self::shortly) {
            return Some(expr);
        }
        if let Some(expr) = self.attempt(Self::beside_event) {
            return Some(expr);
        }
        if let Some(side) = self.attempt(Self::side) {
            let noted = self.notes.len();
            self.note(start, || side.role().into());
            if let (Side::Since | Side::UpTo, Some(Word::Prep)) = (side, self.word())
                && self.peek_at(1) == What::Word(Word::Least)
            {
                return self.at_least(start, side);
            }
            // "since before 1990"
            if let (Side::Since, Some(Word::Before)) = (side, self.word()) {
                return self.at_least(start, side);
            }
            let (date, notes) = (self.at, self.notes.len());
            let expr = self.span();
            if let (Some(Expr::At(_, clock)), Some(note)) = (&expr, self.notes.get_mut(noted)) {
                note.role = side.role_of_time(*clock).into();
            } else if let (Side::Before | Side::UpTo, Some(pattern)) =
                (side, expr.as_ref().and_then(Expr::core))
            {
                self.notes.truncate(notes);
                self.note_role(date, &Expr::Recurring(pattern, Pick::Deadline));
            }
            return match expr {
                Some(Expr::Part(part, of)) if self.edge(start) => Some(side.of_edge(part, *of)),
                Some(expr) => Some(side.of(expr)),
                None => self.unknown_event(),
            };
        }
        if self.eat(Word::Not) {
            self.note(start, || "everything else".into());
            return Some(Expr::Not(self.span()?.boxed()));
        }
        if self.eat(Word::Between) {
            return self.between();
        }
        if let Some(expr) = self.attempt(|p| p.eat(Word::From).then(|| p.from())?) {
            return Some(expr);
        }
        let expr = self.span()?;
        // "next week between Wednesday and Friday"
        if let Some(range) = self.attempt(|p| p.eat(Word::Between).then(|| p.between())?) {
            return within(range, &expr);
        }
        self.or_later(expr)
    }

    /// "shortly after 3 a.m. on Monday", "just before midnight": the hour on that side.
    fn shortly(&mut self) -> Option<Expr> {
        let start = self.at;
        self.skip(&[Word::Prep, Word::Adverb]);
        // "at or shortly after"
        self.eat(Word::Or);
        let almost = self.eat(Word::Almost);
        (almost || self.soon()).then_some(())?;
        let after = match almost {
            // "nearly 3 p.m."
            true => false,
            false => match self.take(Some)? {
                Word::Before => false,
                Word::After | Word::Past => true,
                _ => return None,
            },
        };
        self.note(start, || {
            if after {
                "up to about an hour later"
            } else {
                "up to about an hour earlier"
            }
            .into()
        });
        let (expr, clock) = self.end_of_range()?;
        Some(expr.at(Some(clock?.beside(after))))
    }

    /// "just", "shortly", "a little", "right", "not long".
    fn soon(&mut self) -> bool {
        let near = self.attempt(|p| {
            if p.eat(Word::Not) {
                return p.since_word("long").then(|| p.at += 1);
            }
            p.eat(Word::A);
            let near = ["little", "right", "immediately"];
            let found = near.iter().any(|word| p.since_word(word));
            found.then(|| p.at += 1)
        });
        near.is_some() || self.skip(&[Word::Just])
    }

    /// Whether the words since `start` name the end of something, "the end of May", and not "late May".
    fn edge(&self, start: usize) -> bool {
        (start..self.at).any(|at| {
            matches!(self.tokens.get(at).what, What::Word(Word::Part(_)))
                && self.tokens.get(at + 1).what == What::Word(Word::Of)
        })
    }

    /// "before", "no later than", "on or after" and the like.
    pub(super) fn side(&mut self) -> Option<Side> {
        if self.eat(Word::Not) {
            return match self.take(Some)? {
                Word::Before | Word::To => Some(Side::Since),
                Word::After => Some(Side::UpTo),
                Word::Later => self.eat(Word::Than).then_some(Side::UpTo),
                Word::Earlier => self.eat(Word::Than).then_some(Side::Since),
                _ => None,
            };
        }
        if self.eat(Word::No) {
            let side = match self.take(Some)? {
                Word::Later => Side::UpTo,
                Word::Earlier => Side::Since,
                _ => return None,
            };
            return self.eat(Word::Than).then_some(side);
        }
        let including = self
            .attempt(|p| (p.skip(&[Word::Prep, Word::By]) && p.eat(Word::Or)).then_some(()))
            .is_some();
        self.skip(&[Word::Prep]);
        self.skip(&[Word::Just, Word::Adverb]);
        if self.since_word("well") {
            self.at += 1;
        }
        if self.since_word("effective") {
            self.at += 1;
            self.eat(Word::From);
            return Some(Side::Since);
        }
        // "with effect from June 1"
        if self.since_word("with") {
            self.at += 2;
            return self.eat(Word::From).then_some(Side::Since);
        }
        let start = self.at;
        if self.attempt(Self::beyond_sun).is_some() {
            self.at = start;
            if !self.event_follows() {
                return None;
            }
        }
        let word = self.take(Some)?;
        match (word, including) {
            (Word::Before | Word::After, false)
                if self
                    .attempt(|p| (p.eat(Word::Or) && p.eat(Word::Prep)).then_some(()))
                    .is_some() =>
            {
                Some(if word == Word::Before {
                    Side::UpTo
                } else {
                    Side::Since
                })
            }
            (Word::Before, false) => {
                self.eat(Word::To);
                Some(Side::Before)
            }
            (Word::Before, true) => Some(Side::UpTo),
            (Word::After, false) => Some(Side::After),
            (Word::After | Word::Since, _) => Some(Side::Since),
            // "beginning in June", not "the beginning of June"
            (Word::Starting | Word::Commencing, false) if self.word() != Some(Word::Of) => {
                self.skip(&[Word::Prep, Word::In, Word::From]);
                Some(Side::Since)
            }
            // "past midnight"
            (Word::Past, false) if matches!(self.word(), Some(Word::Midnight | Word::Time(..))) => {
                Some(Side::After)
            }
            (Word::Earlier, false) => self.eat(Word::Than).then_some(Side::Before),
            (Word::Later, false) => self.eat(Word::Than).then_some(Side::After),
            (Word::By | Word::To, false) => {
                self.eat(Word::To);
                // "up to and including"
                self.attempt(|p| {
                    (p.eat(Word::And) && p.since_word("including")).then(|| p.at += 1)
                });
                Some(Side::UpTo)
            }
            _ => None,
        }
        .inspect(|_| {
            self.eat_mark('-');
            self.skip(&[Word::Adverb]);
        })
    }

    /// The rest of "from A to B" or "from A on".
    pub(super) fn from(&mut self) -> Option<Expr> {
        let start = self.at - 1;
        if let Some(expr) = self.attempt(|p| p.event(Side::Since)) {
            return Some(expr);
        }
        let expr = self.span()?;
        if let Expr::Range(..) = expr {
            return Some(expr);
        }
        self.eat(Word::Prep);
        self.eat(Word::Later);
        self.note(start, || Side::Since.role().into());
        Some(Side::Since.of(expr))
    }

    /// The rest of "between A and B".
    pub(super) fn between(&mut self) -> Option<Expr> {
        let start = self.at - 1;
        let outer = std::mem::replace(&mut self.between, true);
        let expr = self.span();
        self.between = outer;
        let expr = expr.filter(|expr| matches!(expr, Expr::Range(..)))?;
        self.note(start, || {
            "from the first through the second, both included".into()
        });
        Some(expr)
    }

    /// "June 6 or later", "2015 onwards".
    fn or_later(&mut self, expr: Expr) -> Option<Expr> {
        let side = self.attempt(|p| {
            let or = p.eat(Word::Or);
            p.skip(&[Word::Prep, Word::And]);
            match p.take(Some)? {
                Word::Later => Some(Side::Since),
                Word::After if or => Some(Side::Since),
                Word::Earlier | Word::Before if or => Some(Side::UpTo),
                _ => None,
            }
        });
        Some(match side {
            Some(side) => side.of(expr),
            None => expr,
        })
    }

    /// A date, or a range of two: "June 4-6", "May to June 2018".
    fn span(&mut self) -> Option<Expr> {
        if let Some(night) = self.attempt(Self::through_night) {
            return Some(night);
        }
        let (start, notes) = (self.at, self.notes.len());
        let (from, at) = self.end_of_range()?;
        let noted = self.notes.len();
        let to = self.attempt(|p| {
            if p.eat(Word::Into) {
                let (to, by) = p.end_of_range()?;
                // "Sunday night into Monday" has the beginning of Monday.
                let early = at.filter(|_| to.is_day()).map(|_| Clock::EARLY);
                return Some((to, by.or(early)));
            }
            // "Friday, June 8, to Sunday, June 10"
            p.attempt(|p| (p.eat_mark(',') && p.word() == Some(Word::To)).then_some(()));
            let joined = p.eat_mark('-')
                || p.eat_mark('~')
                || p.eat(Word::To)
                || (p.between && p.eat(Word::And));
            p.eat(Word::To);
            if joined { p.end_of_range() } else { None }
        });
        let Some((to, by)) = to else {
            return Some(from.at(at));
        };
        // "from 10 p.m. Monday until 2 a.m."
        if let (Expr::Fixed(Stretch::EVER), Some(at), Some(by), true) = (&to, at, by, from.is_day())
        {
            self.note(start, || "a range, both ends included".into());
            return Some(Expr::Range(
                from.clone().at(Some(at)).boxed(),
                from.at(Some(by.next_after(at))).boxed(),
            ));
        }
        if from.core().is_some() && to.core().is_none() {
            // The year comes from the other end.
            self.notes.drain(notes..noted);
        }
        let (from, to) = share_scope(from, to);
        self.note(start, || "a range, both ends included".into());
        if let (Expr::Fixed(a), Expr::Fixed(b)) = (&from, &to)
            && a.from > b.to
        {
            let shown = self.since(start);
            return self.refuse(
                format!("\u{201c}{shown}\u{201d} ends before it starts"),
                "Write the earlier date first.",
            );
        }
        Some(Expr::Range(from.at(at).boxed(), to.at(by).boxed()))
    }

    /// A date, or one counted from publication: "two weeks ago" in "from two weeks ago to yesterday";
    /// and its time.
    pub(super) fn end_of_range(&mut self) -> Option<(Expr, Option<Clock>)> {
        let outer = self.clock.take();
        let expr = self
            .attempt(Self::circa)
            .or_else(|| self.attempt(Self::single))
            .or_else(|| self.attempt(Self::counted));
        let clock = std::mem::replace(&mut self.clock, outer);
        Some((expr?, clock))
    }

    /// "circa 1996", "around Christmas".
    fn circa(&mut self) -> Option<Expr> {
        let start = self.at;
        if self.skip(&[Word::Prep, Word::In]) {
            // "on or about June 4"
            self.eat(Word::Or);
        }
        // "close to Christmas"
        let close = self
            .attempt(|p| {
                p.since_word("close").then(|| p.at += 1)?;
                (p.eat(Word::To) && !matches!(p.word(), Some(Word::Part(_)))).then_some(())
            })
            .is_some();
        if !close && !self.eat(Word::Circa) {
            return None;
        }
        if self.eat(Word::SomeTime) {
            return self.span();
        }
        // "about noon on Friday" is about the hour.
        if self.attempt(Self::time).is_some() {
            return None;
        }
        self.eat_mark('~');
        self.note(start, || {
            "two years either way of a year; of a day, week or month, one".into()
        });
        let expr = self.single()?;
        self.hedge = Some("about");
        Some(Expr::Near(expr.boxed()))
    }
}
