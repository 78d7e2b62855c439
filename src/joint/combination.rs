//! Sums that others add up to: what a contradiction comes to where its constraints make no circle.

use super::{Contradiction, Quantity};
use crate::value::Rational;

/// Of more constraints, no combination is looked for.
const MOST_PIECES: usize = 64;

/// The factors with which all other constraints add up to one of them; `None` where they do not, or
/// in several ways.
///
/// Constraints of which no one can be left out depend on each other in one way only (the certificate
/// of Farkas 1902). Gauss-Jordan elimination on exact fractions; cubic in the constraints.
#[must_use]
pub fn combination(contradiction: &Contradiction, last: usize) -> Option<Vec<(usize, Rational)>> {
    let chain = &contradiction.chain;
    let others: Vec<usize> = (0..chain.len()).filter(|at| *at != last).collect();
    if chain.len() > MOST_PIECES || others.is_empty() {
        return None;
    }
    let mut quantities: Vec<Quantity> = Vec::new();
    for (quantity, _) in chain.iter().flat_map(|piece| &piece.sum) {
        if !quantities.contains(quantity) {
            quantities.push(*quantity);
        }
    }
    let factor = |piece: usize, quantity: Quantity| {
        let mut terms = chain[piece].sum.iter();
        terms
            .find(|(other, _)| *other == quantity)
            .map_or(Rational::ZERO, |(_, factor)| *factor)
    };
    // One row for each quantity: its factors in the others, and that in the last.
    let mut rows: Vec<Vec<Rational>> = quantities
        .iter()
        .map(|quantity| {
            let columns = others.iter().chain([&last]);
            columns.map(|piece| factor(*piece, *quantity)).collect()
        })
        .collect();
    let width = others.len();
    for column in 0..width {
        let pivot = (column..rows.len()).find(|row| rows[*row][column] != Rational::ZERO)?;
        rows.swap(column, pivot);
        let divisor = rows[column][column];
        for cell in &mut rows[column] {
            *cell = cell.checked_div(divisor)?;
        }
        let solved = rows[column].clone();
        for (at, row) in rows.iter_mut().enumerate() {
            let share = row[column];
            if at == column || share == Rational::ZERO {
                continue;
            }
            for (cell, other) in row.iter_mut().zip(&solved) {
                *cell = cell.checked_sub(other.checked_mul(share)?)?;
            }
        }
    }
    let is_nought = |row: &Vec<Rational>| row[width] == Rational::ZERO;
    if !rows[width..].iter().all(is_nought) {
        return None;
    }
    let factors: Vec<(usize, Rational)> = others
        .into_iter()
        .zip(&rows)
        .map(|(piece, row)| (piece, row[width]))
        .collect();
    let all = factors.iter().all(|(_, factor)| *factor != Rational::ZERO);
    all.then_some(factors)
}
