//! What a reading says of its words: a walk over the rows that read them.

use super::chart::{Chart, Reading};
use super::kind::{Held, Kind};
use super::row::Gloss;
use super::table::TABLE;
use crate::value::date::parse::{Note, role};

/// What the words did, outer ones first.
pub(super) fn notes(chart: &Chart<'_, '_>, reading: Reading) -> Vec<Note> {
    let mut notes = Vec::new();
    walk(chart, reading, &mut |one| notes.extend(note(chart, one)));
    notes
}

fn note(chart: &Chart<'_, '_>, reading: Reading) -> Option<Note> {
    let row = TABLE.row(reading.row?.into()).row;
    let role = match row.gloss {
        Gloss::None => return None,
        Gloss::Says(text) => text,
        Gloss::Role => match chart.held(reading)? {
            Held::Expr(expr) => role(expr)?,
            Held::Timed(timed) => role(&timed.day)?,
            Held::Clock(clock) => clock.role(),
            Held::Side(side) => side.role(),
            Held::Hedge(hedge) => hedge.role(),
            _ => return None,
        },
    };
    Some(Note {
        from: chart.tokens.get(reading.from.into()).start,
        to: chart.tokens.get(usize::from(reading.to) - 1).end,
        role: role.into(),
    })
}

/// How the date is hedged.
pub(super) fn hedge(chart: &Chart<'_, '_>, reading: Reading) -> Option<&'static str> {
    let mut found = None;
    walk(chart, reading, &mut |one| match chart.held(one) {
        Some(Held::Length(length)) => found = found.or(length.hedge.map(|hedge| hedge.name())),
        Some(Held::Expr(crate::value::date::expr::Expr::Near(_))) => {
            found = found.or(Some("about"))
        }
        _ => {}
    });
    found
}

/// Whether the words alone do not show that it is a date.
pub(super) fn is_vague(chart: &Chart<'_, '_>, reading: Reading) -> bool {
    let mut found = false;
    walk(chart, reading, &mut |one| {
        let kind = one.row.map(|row| TABLE.row(row.into()).row.kind);
        found |= kind == Some(Kind::Bare);
    });
    found
}

fn walk(chart: &Chart<'_, '_>, reading: Reading, see: &mut dyn FnMut(Reading)) {
    see(reading);
    let slots: Vec<Reading> = chart.slots(reading).collect();
    for slot in slots {
        walk(chart, slot, see);
    }
}
