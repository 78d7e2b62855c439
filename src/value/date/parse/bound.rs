//! Bounds and ranges: before, after, since, by, between, from and to.

use super::Parser;
use crate::value::date::calendar::{Grain, Stretch};
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::lexer::What;
use crate::value::date::pattern::Pattern;
use crate::value::date::words::{Third, Word};

/// What a word like "before" makes of the date that follows.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Before,
    After,
    Since,
    UpTo,
}

impl Side {
    pub(super) fn of(self, expr: Expr) -> Expr {
        match self {
            Self::Before => Expr::Before(expr.looking_ahead().boxed()),
            Self::After => Expr::After(expr.boxed()),
            Self::Since => Expr::Since(expr.boxed()),
            Self::UpTo => Expr::UpTo(expr.looking_ahead().boxed()),
        }
    }

    /// "before the end of May" has all of May but its end, "after the start of May" all but its start.
    fn of_edge(self, part: Third, of: Expr) -> Expr {
        match (self, part) {
            (Self::Before, Third::Late) => Self::UpTo.of(of),
            (Self::After, Third::Early) => Expr::Since(of.boxed()),
            (side, part) => side.of(Expr::Part(part, of.boxed())),
        }
    }

    pub(super) fn role(self) -> &'static str {
        match self {
            Self::Before => "everything earlier, without the date itself",
            Self::After => "everything later, without the date itself",
            Self::Since => "the date itself and everything later",
            Self::UpTo => "the date itself and everything earlier",
        }
    }
}

impl Parser<'_> {
    /// One alternative: a bound, a range or a date.
    pub(super) fn clause(&mut self) -> Option<Expr> {
        self.skip(&[Word::Adverb]);
        // "as of June 30" is that day.
        self.attempt(|p| (p.eat(Word::As) && p.eat(Word::Of)).then_some(()));
        if let Some(expr) = self.attempt(Self::between_hours) {
            return Some(expr);
        }
        if let Some(expr) = self.attempt(Self::counted) {
            return Some(expr);
        }
        let start = self.at;
        if let Some(side) = self.attempt(Self::side) {
            self.note(start, || side.role().into());
            if let Some(expr) = self.attempt(|p| p.event(side)) {
                return Some(expr);
            }
            let (date, notes) = (self.at, self.notes.len());
            let expr = self.span();
            if let (Side::Before | Side::UpTo, Some(pattern)) =
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
            (Word::Earlier, false) => self.eat(Word::Than).then_some(Side::Before),
            (Word::Later, false) => self.eat(Word::Than).then_some(Side::After),
            (Word::By | Word::To, false) => {
                self.eat(Word::To);
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
        if let Some(circa) = self.attempt(Self::circa) {
            return Some(circa);
        }
        let (start, notes) = (self.at, self.notes.len());
        let from = self.end_of_range()?;
        let noted = self.notes.len();
        let to = self.attempt(|p| {
            let joined = p.eat_mark('-')
                || p.eat_mark('~')
                || p.eat(Word::To)
                || (p.between && p.eat(Word::And));
            p.eat(Word::To);
            if joined { p.end_of_range() } else { None }
        });
        let Some(to) = to else {
            return Some(from);
        };
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
        Some(Expr::Range(from.boxed(), to.boxed()))
    }

    /// A date, or one counted from publication: "two weeks ago" in "from two weeks ago to yesterday".
    fn end_of_range(&mut self) -> Option<Expr> {
        self.attempt(Self::single)
            .or_else(|| self.attempt(Self::counted))
    }

    /// "circa 1996", "around Christmas".
    fn circa(&mut self) -> Option<Expr> {
        let start = self.at;
        if self.skip(&[Word::Prep, Word::In]) {
            // "on or about June 4"
            self.eat(Word::Or);
        }
        if !self.eat(Word::Circa) {
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

    /// Words between the parts of a date: "of", "in", "on", "the", a comma.
    pub(super) fn joiners(&mut self) -> bool {
        let start = self.at;
        loop {
            let before = self.at;
            self.skip(&[Word::Of, Word::In, Word::Prep, Word::The]);
            self.eat_mark(',');
            if self.at == before {
                break;
            }
        }
        // "the" belongs to what follows: "the month".
        if self.at > start && self.tokens.get(self.at - 1).what == What::Word(Word::The) {
            self.at -= 1;
        }
        self.at > start
    }

    /// A date with its time, and the stretch that holds it.
    pub(super) fn single(&mut self) -> Option<Expr> {
        let clock = self.attempt(Self::time);
        if clock.is_some() {
            self.joiners();
            if self.done() {
                self.clock = clock;
                // The day stands elsewhere in the article, and two articles of one event are
                // often of two days.
                return Some(Expr::Fixed(Stretch::EVER));
            }
        }
        let (start, notes) = (self.at, self.notes.len());
        let mut expr = self.primary()?;
        if let Some(second) = self.attempt(|p| p.second_one(&expr)) {
            self.notes.truncate(notes);
            self.note_role(start, &second);
            expr = second;
        }
        loop {
            let before = self.at;
            expr = self.scoped(expr)?;
            if self.at > before {
                self.notes.truncate(notes);
                self.note_role(start, &expr);
            }
            if let Some(time) = self.attempt(Self::time) {
                self.clock = Some(time);
            }
            if self.at == before {
                break;
            }
        }
        if clock.is_some() {
            self.clock = clock;
        }
        Some(expr)
    }

    /// Takes the stretch that a repeating thing lies in ("June last year"), or the repeating thing
    /// that lies in a stretch ("last week on Friday").
    fn scoped(&mut self, expr: Expr) -> Option<Expr> {
        let start = self.at;
        if let Some(pattern) = expr.bare() {
            let scope = self.attempt(|p| {
                p.joiners();
                p.eat_mark('-');
                p.eat(Word::This);
                let before = p.at;
                if p.tokens.get(before.saturating_sub(1)).what == What::Word(Word::This) {
                    p.at = before - 1;
                }
                p.attempt(Self::counted)
                    .or_else(|| p.primary())
                    .filter(|scope| is_scope(scope, pattern))
            });
            return match scope {
                Some(scope) if self.misplaced_year(&scope, pattern, start) => None,
                Some(scope) => Some(Expr::In(pattern, scope.boxed())),
                None => Some(expr),
            };
        }
        if !matches!(&expr, Expr::Fixed(stretch) if stretch.grain > Grain::Day)
            && !matches!(&expr, Expr::Unit(grain, _) if *grain > Grain::Day)
        {
            return Some(expr);
        }
        let inner = self.attempt(|p| {
            if p.eat_mark('\'') {
                p.eat(Word::S);
            }
            // "last year's quarter", "the 1988 period": some part of it.
            if p.skip(&[Word::Period, Word::Unit(Grain::Quarter)]) {
                return Some(None);
            }
            p.joiners();
            p.eat_mark('-');
            let inner = p.primary()?;
            inner
                .bare()
                .filter(|pattern| is_scope(&expr, *pattern))
                .map(Some)
        });
        match inner {
            Some(Some(pattern)) if self.misplaced_year(&expr, pattern, start) => None,
            Some(Some(pattern)) => Some(Expr::In(pattern, expr.boxed())),
            _ => Some(expr),
        }
    }

    /// Refuses a year with a day that does not lie in it by the words since `start`, as in "1500 on
    /// Thursday" and "Thursday 1500": four figures beside a day are a time that lacks its colon.
    fn misplaced_year(&mut self, scope: &Expr, pattern: Pattern, start: usize) -> bool {
        let Expr::Fixed(Stretch {
            from,
            grain: Grain::Year,
            ..
        }) = scope
        else {
            return false;
        };
        let joined = |word| (start..self.at).any(|at| self.tokens.get(at).what == What::Word(word));
        let lies_in_it = joined(Word::In) || joined(Word::Of);
        if lies_in_it || (pattern.cycle() != Grain::Week && !joined(Word::Prep)) {
            return false;
        }
        let year = from.civil().map_or(0, |day| i32::from(day.year()));
        let (hour, minute) = (year / 100, year % 100);
        let hint = if hour < 24 && minute < 60 {
            format!("Write the time with a colon, `{hour}:{minute:02}`, or the date in full.")
        } else {
            "Write the date in full.".into()
        };
        self.refuse::<()>(
            format!("the year {year} and a day beside it, not in it, make no date"),
            hint,
        );
        true
    }
}

/// Whether something that comes round again can be placed by lying in this.
fn is_scope(scope: &Expr, pattern: Pattern) -> bool {
    let cycle = pattern.cycle();
    match scope {
        Expr::Fixed(stretch) => stretch.grain >= cycle,
        Expr::Unit(grain, _) => *grain >= cycle && *grain != Grain::Weekend,
        Expr::Shift(base, steps) => **base == Expr::today() && steps.grain >= cycle,
        Expr::In(Pattern::Month(_), _) => cycle < Grain::Year,
        Expr::Recurring(Pattern::Month(_) | Pattern::Season(_), _) => cycle < Grain::Year,
        Expr::Either(one, _) => is_scope(one, pattern),
        Expr::Nth(..) => cycle == Grain::Week,
        _ => false,
    }
}

/// "4 to 22 this month", "May to June last year": the stretch at the end holds both ends.
fn share_scope(from: Expr, to: Expr) -> (Expr, Expr) {
    match (from.bare(), &to) {
        (Some(pattern), Expr::In(_, scope))
            if !matches!(**scope, Expr::Fixed(_)) && is_scope(scope, pattern) =>
        {
            (Expr::In(pattern, scope.clone()), to)
        }
        _ => (from, to),
    }
}

/// A range of weekdays or days of the month inside a stretch.
fn within(range: Expr, scope: &Expr) -> Option<Expr> {
    let place = |end: Expr| match end {
        Expr::Recurring(pattern, Pick::Bare) => match scope {
            Expr::Recurring(Pattern::Month(month), pick) => match pattern {
                Pattern::MonthDay { day, weekday } => Some(Expr::Recurring(
                    Pattern::YearDay {
                        month: *month,
                        day,
                        weekday,
                    },
                    *pick,
                )),
                _ => None,
            },
            _ => is_scope(scope, pattern).then(|| Expr::In(pattern, scope.clone().boxed())),
        },
        end => Some(end),
    };
    match range {
        Expr::Range(from, to) => Some(Expr::Range(place(*from)?.boxed(), place(*to)?.boxed())),
        _ => None,
    }
}
