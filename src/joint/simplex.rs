//! Whether bounds on sums can all hold: the simplex method for feasibility alone.
//!
//! As in Dutertre and de Moura 2006, "A fast linear-arithmetic solver for DPLL(T)": every sum gets a
//! quantity of its own, all bounds are bounds of single quantities, and a row that cannot be brought
//! within its bounds names those that are in its way. Bland's rule (always the lowest number) makes
//! it end. The numbers are exact fractions.

use std::collections::BTreeMap;

use super::bound::{self, Near, Span};
use super::difference::{Solved, Step};
use super::system::{ORIGIN, QuantityId};
use crate::text::number;
use crate::value::Rational;

/// One bounded sum.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) terms: Vec<(QuantityId, Rational)>,
    pub(super) interval: Span,
    /// What the caller calls it.
    pub(super) number: usize,
}

impl Row {
    /// A bounded difference as a sum.
    pub(super) fn of(step: &Step, number: usize) -> Self {
        let mut terms = BTreeMap::new();
        for (quantity, factor) in [(step.to, 1), (step.from, -1)] {
            *terms.entry(quantity).or_insert(0) += factor;
        }
        Self {
            terms: terms
                .into_iter()
                .map(|(quantity, factor)| (quantity, Rational::from_int(factor)))
                .collect(),
            interval: step.interval,
            number,
        }
    }
}

/// So many exchanges are made before the search gives up.
const MOST_PIVOTS: usize = 20_000;

/// Whether all sums of the quantities `0..count` can lie in their intervals at once.
pub(super) fn solve(count: usize, rows: &[Row]) -> Solved {
    let mut tableau = match Tableau::new(count, rows) {
        Ok(tableau) => tableau,
        Err(Some(mut core)) => {
            core.sort_unstable();
            core.dedup();
            return Solved::Fails(core);
        }
        Err(None) => return Solved::Unknown,
    };
    for _ in 0..MOST_PIVOTS {
        let Some((basic, too_low)) = tableau.out_of_bounds() else {
            tableau.values.truncate(count);
            return Solved::Holds(tableau.values);
        };
        match tableau.helper(basic, too_low) {
            Some(helper) => {
                if tableau.exchange(basic, helper, too_low).is_none() {
                    return Solved::Unknown;
                }
            }
            None => return Solved::Fails(tableau.in_the_way(basic, too_low)),
        }
    }
    Solved::Unknown
}

/// A bound, and the number of the row from which it comes.
type Cap = Option<(Near, usize)>;

struct Tableau {
    /// Each basic quantity as a sum of the others.
    basic: BTreeMap<QuantityId, BTreeMap<QuantityId, Rational>>,
    low: Vec<Cap>,
    high: Vec<Cap>,
    values: Vec<Near>,
}

impl Tableau {
    /// Bounds of one quantity bound it; only sums get a quantity of their own. `Err` with what cannot
    /// all hold, where that shows at once; or with nothing, where a number does not fit.
    fn new(count: usize, rows: &[Row]) -> Result<Self, Option<Vec<usize>>> {
        let mut tableau = Self {
            basic: BTreeMap::new(),
            low: vec![None; count + rows.len()],
            high: vec![None; count + rows.len()],
            values: vec![Near::ZERO; count + rows.len()],
        };
        for (row, own) in rows.iter().zip(number(count)..) {
            let terms = row.terms.iter().copied();
            // The origin is nought and adds nothing.
            let terms: BTreeMap<QuantityId, Rational> = terms
                .filter(|(quantity, factor)| *quantity != ORIGIN && *factor != Rational::ZERO)
                .collect();
            let mut single = terms.iter();
            match (single.next(), single.next()) {
                (Some((quantity, factor)), None) => {
                    let share = Rational::ONE.checked_div(*factor).ok_or(None)?;
                    let interval = bound::scaled(&row.interval, share).ok_or(None)?;
                    tableau.confine(*quantity, &interval, row.number);
                }
                _ => {
                    tableau.basic.insert(own, terms);
                    tableau.confine(own, &row.interval, row.number);
                }
            }
        }
        for at in 0..count {
            let (low, high) = (tableau.low[at], tableau.high[at]);
            if let (Some(low), Some(high)) = (low, high)
                && low.0 > high.0
            {
                return Err(Some(vec![low.1, high.1]));
            }
            let least = low.map_or(Near::ZERO, |(low, _)| low.max(Near::ZERO));
            tableau.values[at] = high.map_or(least, |(high, _)| high.min(least));
        }
        for (own, terms) in &tableau.basic {
            let sum = terms.iter().try_fold(Near::ZERO, |sum, (at, factor)| {
                sum.plus(tableau.values[*at as usize].times(*factor)?)
            });
            tableau.values[*own as usize] = sum.ok_or(None)?;
        }
        Ok(tableau)
    }

    /// Keeps the tighter of a quantity's bounds and an interval's.
    fn confine(&mut self, quantity: QuantityId, interval: &Span, number: usize) {
        let at = quantity as usize;
        if let Some(least) = Near::least(interval)
            && self.low[at].is_none_or(|(low, _)| low < least)
        {
            self.low[at] = Some((least, number));
        }
        if let Some(most) = Near::most(interval)
            && self.high[at].is_none_or(|(high, _)| most < high)
        {
            self.high[at] = Some((most, number));
        }
    }

    /// The first basic quantity that is out of its bounds, and whether it is too low.
    fn out_of_bounds(&self) -> Option<(QuantityId, bool)> {
        self.basic.keys().find_map(|&quantity| {
            let (at, value) = (quantity as usize, self.values[quantity as usize]);
            if self.low[at].is_some_and(|(low, _)| value < low) {
                Some((quantity, true))
            } else if self.high[at].is_some_and(|(high, _)| value > high) {
                Some((quantity, false))
            } else {
                None
            }
        })
    }

    /// The first quantity of a row that has room to bring its sum nearer.
    fn helper(&self, basic: QuantityId, too_low: bool) -> Option<QuantityId> {
        self.basic[&basic]
            .iter()
            .find(|(quantity, factor)| {
                let up = (**factor > Rational::ZERO) == too_low;
                let (at, value) = (**quantity as usize, self.values[**quantity as usize]);
                match up {
                    true => self.high[at].is_none_or(|(high, _)| value < high),
                    false => self.low[at].is_none_or(|(low, _)| value > low),
                }
            })
            .map(|(quantity, _)| *quantity)
    }

    /// The numbers of the bounds that keep a row from its own.
    fn in_the_way(&self, basic: QuantityId, too_low: bool) -> Vec<usize> {
        let cap = |quantity: QuantityId, high: bool| match high {
            true => self.high[quantity as usize],
            false => self.low[quantity as usize],
        };
        let others = self.basic[&basic]
            .iter()
            .filter_map(|(quantity, factor)| cap(*quantity, (*factor > Rational::ZERO) == too_low));
        let own = cap(basic, !too_low);
        let mut numbers: Vec<usize> = others.chain(own).map(|(_, number)| number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Puts a basic quantity on the bound that it misses, and a helper in its place.
    fn exchange(&mut self, leaving: QuantityId, entering: QuantityId, too_low: bool) -> Option<()> {
        let target = match too_low {
            true => self.low[leaving as usize]?.0,
            false => self.high[leaving as usize]?.0,
        };
        let row = self.basic.remove(&leaving)?;
        let factor = *row.get(&entering)?;
        let step = target.minus(self.values[leaving as usize])?.over(factor)?;
        self.values[leaving as usize] = target;
        self.values[entering as usize] = self.values[entering as usize].plus(step)?;
        // entering = (leaving - the other terms) / factor
        let mut solved: BTreeMap<QuantityId, Rational> = BTreeMap::new();
        for (quantity, other) in &row {
            if *quantity != entering {
                let share = Rational::ZERO.checked_sub(*other)?.checked_div(factor)?;
                solved.insert(*quantity, share);
            }
        }
        solved.insert(leaving, Rational::ONE.checked_div(factor)?);
        for (basic, row) in &mut self.basic {
            let Some(share) = row.remove(&entering) else {
                continue;
            };
            let value = &mut self.values[*basic as usize];
            *value = value.plus(step.times(share)?)?;
            for (quantity, factor) in &solved {
                let more = factor.checked_mul(share)?;
                let sum = row.entry(*quantity).or_insert(Rational::ZERO);
                *sum = sum.checked_add(more)?;
                if *sum == Rational::ZERO {
                    row.remove(quantity);
                }
            }
        }
        self.basic.insert(entering, solved);
        Some(())
    }
}
