//! Reads the words of a date into an expression: recursive descent over its tokens.

mod absolute;
mod bound;
mod clause;
mod count;
mod event;
mod hour;
mod length;
mod named;
mod numeric;
mod period;
mod pick;
mod portion;
mod role;
mod single;
mod spelled;
mod time;

pub(super) use absolute::short_year;
pub(super) use absolute::{month_name, weekday_name};
pub(super) use named::weekday_misfit;
pub(super) use role::role;

use super::calendar::Grain;
use super::clock::Clock;
use super::edtf;
use super::expr::Expr;
use super::grammar;
use super::lexer::{Token, Tokens, What};
use super::measure::Measure;
use super::words::Word;
use crate::value::scan::{Scan, lower_case};
use crate::value::{Refusal, Scheme};

/// What was said, as an expression.
pub(super) struct Said {
    pub(super) expr: Expr,
    pub(super) hedge: Option<&'static str>,
    /// Whether the words alone do not show that it is a date: "15".
    pub(super) vague: bool,
    pub(super) notes: Vec<Note>,
}

/// What some of the words did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) role: String,
}

/// Where the reading has got to.
pub(super) struct Parser<'t> {
    tokens: Tokens<'t>,
    at: usize,
    events: Option<&'t Scheme>,
    /// The time of day of the date that is being read.
    clock: Option<Clock>,
    hedge: Option<&'static str>,
    vague: bool,
    /// The first reason why some words cannot be read, better than "is no date".
    refusal: Option<Refusal>,
    /// The lengths of time looked for so far, by their first token: each is asked for in several places.
    measured: Vec<(usize, Option<Measure>)>,
    /// Whether "and" joins the ends of a range here.
    between: bool,
    explaining: bool,
    notes: Vec<Note>,
}

/// Reads a whole text.
///
/// # Errors
///
/// Refuses what is no date, with the nearest form that would be one.
pub(super) fn parse(
    text: &str,
    events: Option<&Scheme>,
    explaining: bool,
) -> Result<Said, Refusal> {
    if let Some(coded) = edtf::read(text.trim()) {
        return coded.map(|coded| Said {
            expr: coded.expr,
            hedge: coded.about.then_some("about"),
            vague: false,
            notes: if explaining {
                vec![whole_note(text)]
            } else {
                Vec::new()
            },
        });
    }
    let lower = lower_case(text);
    let Some(tokens) = Scan::new(text, &lower).map(Tokens::of) else {
        return Err(no_date("this is too long for a date"));
    };
    let by_rows = grammar::read(&tokens, events, explaining);
    if let Some(Ok(said)) = by_rows {
        return Ok(said);
    }
    let mut parser = Parser {
        tokens,
        at: 0,
        events,
        clock: None,
        hedge: None,
        vague: false,
        refusal: None,
        measured: Vec::new(),
        between: false,
        explaining,
        notes: Vec::new(),
    };
    let expr = parser.whole();
    match expr {
        Some(expr) => Ok(Said {
            expr,
            hedge: parser.hedge,
            vague: parser.vague,
            notes: parser.notes,
        }),
        None => Err(parser.refusal.take().unwrap_or_else(|| {
            let shown: String = text.chars().take(60).collect();
            no_date(&format!("\u{201c}{shown}\u{201d} is not a date"))
        })),
    }
}

fn whole_note(text: &str) -> Note {
    Note {
        from: 0,
        to: text.len().try_into().unwrap_or(u32::MAX),
        role: "a date in the form of ISO 8601".into(),
    }
}

fn no_date(why: &str) -> Refusal {
    Refusal {
        why: why.into(),
        hint: "Write a date like `6 June 2018`, `June 2018`, `early May 2018`, `two days ago` or `2018-06-06`, if need be with a time: `6 June 2018 at 3 p.m.`, `on Monday night`.".into(),
    }
}

impl<'t> Parser<'t> {
    /// One value, to the last token.
    pub(super) fn whole(&mut self) -> Option<Expr> {
        if let Some(expr) = self.attempt(|p| p.event_day().filter(|_| p.done())) {
            return Some(expr);
        }
        // Before the dawn raid is not before dawn: a declared name counts whole.
        if let Some(expr) = self.attempt(Self::beside_event) {
            return Some(expr);
        }
        if let Some(expr) = self.attempt(Self::between_events) {
            return Some(expr);
        }
        let expr = self.alternatives()?;
        // "last week's"
        if self.eat_mark('\'') {
            self.eat(Word::S);
        }
        self.eat_mark('.');
        self.done().then_some(expr)
    }

    /// "30 May or 6 June 2018".
    fn alternatives(&mut self) -> Option<Expr> {
        let notes = self.notes.len();
        let one = self.clause()?;
        // "Monday, Tuesday and Wednesday"
        if let Some(list) = self.attempt(|p| {
            p.eat_mark(',').then_some(())?;
            let rest = p.alternatives()?;
            matches!(rest, Expr::Either(..)).then_some(rest)
        }) {
            return Some(Expr::Either(one.boxed(), list.boxed()));
        }
        if self.peek().what == What::Mark(',')
            && matches!(self.peek_at(1), What::Word(Word::Or | Word::And))
        {
            self.at += 1;
        }
        if !self.eat(Word::Or) && !self.eat(Word::And) && !self.eat_mark('/') {
            return Some(one);
        }
        if one.core().is_some() {
            // The year comes from the next one, or it says itself that there is none.
            self.notes.truncate(notes);
        }
        self.note(self.at - 1, || "any of these".into());
        let mut other = self.alternatives()?;
        // "April 1996 or 1997"
        let second = match &mut other {
            Expr::Either(second, _) => second,
            second => second,
        };
        if let Expr::Fixed(year) = second
            && year.grain == Grain::Year
            && let Some(moved) = one.in_year(*year)
        {
            *second = moved;
        }
        // "Friday, 30 May or 6 June 2018"
        if let (Some(pattern), Expr::Fixed(day)) = (one.core(), other.first())
            && let (true, Some(year)) = (pattern.fits_one_year(), Grain::Year.around(day.from))
            && pattern.at(year).is_none()
        {
            return self.misfit_in(pattern, year);
        }
        // "by Thursday or Friday"
        if let (Expr::Before(_) | Expr::UpTo(_), Some(_)) = (&one, other.core()) {
            let of = other.looking_ahead().boxed();
            other = match one {
                Expr::Before(_) => Expr::Before(of),
                _ => Expr::UpTo(of),
            };
        }
        Some(Expr::Either(one.boxed(), other.boxed()))
    }

    pub(super) fn done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn peek(&self) -> Token {
        self.tokens.get(self.at)
    }

    pub(super) fn peek_at(&self, ahead: usize) -> What {
        self.tokens.get(self.at + ahead).what
    }

    pub(super) fn word(&self) -> Option<Word> {
        match self.peek().what {
            What::Word(word) => Some(word),
            _ => None,
        }
    }

    /// Takes the token if it is that word.
    pub(super) fn eat(&mut self, word: Word) -> bool {
        let found = self.word() == Some(word);
        self.at += usize::from(found);
        found
    }

    /// Takes the token if it is that mark.
    pub(super) fn eat_mark(&mut self, mark: char) -> bool {
        let found = self.peek().what == What::Mark(mark);
        self.at += usize::from(found);
        found
    }

    /// Takes words that carry no meaning here.
    pub(super) fn skip(&mut self, words: &[Word]) -> bool {
        let start = self.at;
        while self.word().is_some_and(|word| words.contains(&word)) {
            self.at += 1;
        }
        self.at > start
    }

    /// Takes what one pattern of the words matches.
    pub(super) fn take<T>(&mut self, pick: impl FnOnce(Word) -> Option<T>) -> Option<T> {
        let found = pick(self.word()?)?;
        self.at += 1;
        Some(found)
    }

    /// Tries a way of reading; where it fails, nothing has been taken.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let (at, clock, hedge, vague, notes) = (
            self.at,
            self.clock,
            self.hedge,
            self.vague,
            self.notes.len(),
        );
        let found = read(self);
        if found.is_none() {
            (self.at, self.clock, self.hedge, self.vague) = (at, clock, hedge, vague);
            self.notes.truncate(notes);
        }
        found
    }

    /// Remembers why nothing can be read; the first reason counts.
    pub(super) fn refuse<T>(
        &mut self,
        why: impl Into<String>,
        hint: impl Into<String>,
    ) -> Option<T> {
        self.refusal.get_or_insert_with(|| Refusal {
            why: why.into(),
            hint: hint.into(),
        });
        None
    }

    /// Remembers what the words since `from` did.
    pub(super) fn note(&mut self, from: usize, role: impl FnOnce() -> String) {
        if self.explaining && from < self.at {
            let note = Note {
                from: self.tokens.get(from).start,
                to: self.tokens.get(self.at - 1).end,
                role: role(),
            };
            self.notes.push(note);
        }
    }

    /// The words since some token, as written.
    pub(super) fn since(&self, from: usize) -> &'t str {
        self.tokens.slice(from, self.at)
    }
}
