//! Decimals that are said: "two point five", "point 77".

use crate::value::amount::refusal;
use crate::value::amount::table::words::WordClass;
use crate::value::scan::Class;
use crate::value::{Rational, Refusal};

use super::figure::{self, Figure};
use super::met;
use super::reader::{Last, Reader};

impl Reader<'_, '_> {
    /// "two point five", "point 77".
    pub(super) fn take_spoken_decimals(&mut self, mut at: usize) -> Result<bool, Refusal> {
        let whole = matches!(
            self.last,
            Last::Nothing | Last::Small | Last::Ten | Last::Hundred | Last::Figure
        );
        if !whole || self.figure.decimals > 0 {
            return Ok(false);
        }
        let (mut value, mut decimals) = (Rational::ZERO, 0);
        let mut unit = Rational::ONE;
        let tenth = Rational::new(1, 10).unwrap_or(Rational::ONE);
        while at < self.end && decimals < figure::MAX_DECIMALS {
            let digits = match self.scan.tokens.get(at) {
                Some(token) if token.class == Class::Digits => {
                    let text = &self.scan.text[token.start..token.end];
                    text.bytes()
                        .filter(u8::is_ascii_digit)
                        .map(|b| i128::from(b - b'0'))
                        .collect()
                }
                _ => match met(self.scan, at, self.end) {
                    Some((_, word)) if word.class == WordClass::Small && word.value < 10 => {
                        vec![word.value]
                    }
                    _ => Vec::new(),
                },
            };
            if digits.is_empty() {
                break;
            }
            for digit in digits {
                unit = unit.checked_mul(tenth).ok_or_else(refusal::too_large)?;
                let part = unit.checked_mul(Rational::from_int(digit));
                let sum = part.and_then(|part| value.checked_add(part));
                value = sum.ok_or_else(refusal::too_large)?;
                decimals += 1;
            }
            at += 1;
        }
        if decimals == 0 {
            return Ok(false);
        }
        let sum = self.group.unwrap_or(Rational::ZERO).checked_add(value);
        self.group = Some(sum.ok_or_else(refusal::too_large)?);
        self.figure = Figure::decimal(value, decimals);
        self.last = Last::Figure;
        self.at = at;
        Ok(true)
    }
}
