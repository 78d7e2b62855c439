//! Ids as they are written: twelve hexadecimal digits that no spreadsheet takes for a number.
//!
//! 123456789012 would be rounded, and 1234567e9012 be infinite. Where digits hold no letter but e, a
//! letter that is no digit stands for the first of them; whoever reads ids takes both for the same.

use std::fmt;

/// How many digits there are.
pub const DIGITS: usize = 12;

/// What stands for a first digit, 0 to 15: no letter that looks like a digit.
const LETTERS: &[u8; 16] = b"ghjkmnpqrstuwxyz";

const HEX: &[u8; 16] = b"0123456789abcdef";

/// The lower 48 bits of a hash as an id.
#[derive(Clone, Copy, Debug)]
pub struct Written(pub u64);

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [0; DIGITS];
        for (at, digit) in digits.iter_mut().rev().enumerate() {
            *digit = HEX[(self.0 >> (4 * at) & 0xf) as usize];
        }
        if digits.iter().all(|c| c.is_ascii_digit() || *c == b'e') {
            let first = self.0 >> (4 * (DIGITS - 1)) & 0xf;
            digits[0] = LETTERS[first as usize];
        }
        f.write_str(str::from_utf8(&digits).map_err(|_| fmt::Error)?)
    }
}

/// The value of an id, or of the beginning of one, in either writing.
#[must_use]
pub fn read(text: &str) -> Option<u64> {
    let mut value = 0;
    for (at, c) in text.chars().enumerate() {
        let lower = c.to_ascii_lowercase();
        let letter = || {
            LETTERS
                .iter()
                .position(|letter| char::from(*letter) == lower)
        };
        let digit = match c.to_digit(16) {
            Some(digit) => u64::from(digit),
            None if at == 0 => letter()? as u64,
            None => return None,
        };
        value = value << 4 | digit;
    }
    (1..=DIGITS).contains(&text.len()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_no_number_and_is_read_in_both_writings() {
        let cases = [
            (0x1234_5678_9012, "h23456789012"),
            (0x0000_0000_0000, "g00000000000"),
            (0x1234_567e_9012, "h234567e9012"),
            (0xe123_4567_8901, "y12345678901"),
            (0xeeee_eeee_eeee, "yeeeeeeeeeee"),
            // These hold a letter already.
            (0x1234_5678_901a, "12345678901a"),
            (0xf123_4567_8901, "f12345678901"),
            (0x1d34_5678_9012, "1d3456789012"),
        ];
        for (value, expected) in cases {
            let text = Written(value).to_string();
            assert_eq!(text, expected);
            assert_eq!(read(&text), Some(value));
            assert_eq!(read(&format!("{value:012x}")), Some(value));
            assert_eq!(read(&text.to_uppercase()), Some(value));
            assert_eq!(read(&text[..4]), Some(value >> 32));
        }
    }

    #[test]
    fn what_is_no_id_is_not_read() {
        for text in [
            "",
            "12g4",
            "l234",
            "1234-2",
            "0123456789abc",
            "é234",
            "+123",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
