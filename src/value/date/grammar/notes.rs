//! What a reading says of its words: a walk over the rows that read them.

use super::Note;
use super::chart::{Chart, Reading};
use super::kind::Held;
use super::role::role;
use super::row::Gloss;
use super::table::TABLE;
use crate::value::date::clock::Clock;
use crate::value::date::expr::{Expr, Pick};
use crate::value::date::measure;

/// What the words did, outer ones first.
pub(super) fn notes(chart: &Chart<'_, '_>, reading: Reading) -> Vec<Note> {
    let mut notes = Vec::new();
    tell(chart, reading, &mut notes);
    notes
}

fn tell(chart: &Chart<'_, '_>, reading: Reading, notes: &mut Vec<Note>) {
    let held = chart.held(reading);
    notes.extend(own_role(reading, held).map(|role| note(chart, reading, role)));
    if let Some(Held::Length(length)) = held
        && let Some(hedge) = length.hedge
        && let Some(measure) = measure::at(chart.tokens, reading.from.into())
    {
        let spans = measure.hedged.into_iter();
        notes.extend(spans.map(|(from, to)| note_of(chart, (from, to), hedge.role())));
    }
    let slots: Vec<Reading> = chart.slots(reading).collect();
    let settled = slots
        .iter()
        .any(|slot| core(chart.held(*slot)) == Some(false));
    for slot in slots {
        let inner = chart.held(slot);
        match (held, inner) {
            // A bound by a time speaks of the time.
            (Some(Held::Expr(whole)), Some(Held::Side(side))) if bound_clock(whole).is_some() => {
                let role = bound_clock(whole).map(|clock| side.role_of_time(clock));
                notes.extend(role.map(|role| note(chart, slot, role)));
            }
            // "by Friday" looks ahead, "since Friday" back.
            (Some(Held::Expr(whole)), Some(Held::Expr(part)))
                if turned(whole).is_some() && turned(part).is_none() =>
            {
                let role = turned(whole).and_then(|expr| role(&expr));
                notes.extend(role.map(|role| note(chart, slot, role)));
            }
            // The year comes from the other one.
            (Some(Held::Expr(Expr::Range(..) | Expr::Either(..))), _)
                if settled && core(inner) == Some(true) => {}
            _ => tell(chart, slot, notes),
        }
    }
}

fn note(chart: &Chart<'_, '_>, reading: Reading, role: &str) -> Note {
    note_of(chart, (reading.from.into(), reading.to.into()), role)
}

/// A note of the words from one to before another.
fn note_of(chart: &Chart<'_, '_>, (from, to): (usize, usize), role: &str) -> Note {
    Note {
        from: chart.tokens.get(from).start,
        to: chart.tokens.get(to.saturating_sub(1)).end,
        role: role.into(),
    }
}

/// What the row of a reading says.
fn own_role(reading: Reading, held: Option<&Held>) -> Option<&'static str> {
    let row = TABLE.row(reading.row?).row;
    match (row.gloss, held?) {
        (Gloss::None, _) => None,
        (Gloss::Says(text), _) => Some(text),
        (Gloss::Role, Held::Expr(expr)) => role(expr),
        (Gloss::Role, Held::Timed(timed)) => role(&timed.day),
        (Gloss::Role, Held::Clock(clock)) => Some(clock.role()),
        (Gloss::Role, Held::Side(side)) => Some(side.role()),
        (Gloss::Role, _) => None,
    }
}

/// The time that a bound is by.
fn bound_clock(expr: &Expr) -> Option<Clock> {
    match expr {
        Expr::Before(of) | Expr::After(of) | Expr::Since(of) | Expr::UpTo(of) => match &**of {
            Expr::At(_, clock) => Some(*clock),
            _ => None,
        },
        _ => None,
    }
}

/// What comes round again inside a bound that makes it look one way.
fn turned(expr: &Expr) -> Option<Expr> {
    match expr {
        Expr::Recurring(_, Pick::Deadline | Pick::TimedDeadline | Pick::Begun) => {
            Some(expr.clone())
        }
        Expr::Before(of) | Expr::UpTo(of) | Expr::Since(of) | Expr::At(of, _) | Expr::Near(of) => {
            turned(of)
        }
        _ => None,
    }
}

/// Whether a date says no year; `None` for what is no date.
fn core(held: Option<&Held>) -> Option<bool> {
    match held? {
        Held::Expr(expr) => Some(expr.core().is_some()),
        Held::Timed(timed) => Some(timed.day.core().is_some()),
        Held::Pattern(_) => Some(true),
        _ => None,
    }
}

/// How the date is hedged: by the outermost hedge.
pub(super) fn hedge(chart: &Chart<'_, '_>, reading: Reading) -> Option<&'static str> {
    if !reading.is_hedged {
        return None;
    }
    let own = chart.held(reading).and_then(own_hedge);
    own.or_else(|| chart.slots(reading).find_map(|slot| hedge(chart, slot)))
}

/// How some words are hedged that are no part of others.
pub(super) fn own_hedge(held: &Held) -> Option<&'static str> {
    match held {
        Held::Length(length) => length.hedge.map(|hedge| hedge.name()),
        Held::Timed(timed) if matches!(timed.day, Expr::Near(_)) => Some("about"),
        _ => None,
    }
}
