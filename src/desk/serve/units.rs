//! Places in a text as browsers count them: in units of UTF-16.

/// So many bytes lie between two places that are known.
const STEP: usize = 4096;

/// A text with some places of which both counts are known.
pub(super) struct Units<'t> {
    text: &'t str,
    /// Bytes and units before them, ascending.
    known: Vec<(usize, usize)>,
}

impl<'t> Units<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut known = vec![(0, 0)];
        let (mut units, mut last) = (0, 0);
        for (at, c) in text.char_indices() {
            if at - last >= STEP {
                known.push((at, units));
                last = at;
            }
            units += c.len_utf16();
        }
        Self { text, known }
    }

    /// The units before a byte.
    pub(super) fn of_byte(&self, byte: usize) -> usize {
        let before = self.known.partition_point(|(at, _)| *at <= byte);
        let (at, units) = self
            .known
            .get(before.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let between = self.text.get(at..byte).unwrap_or_default();
        units + between.encode_utf16().count()
    }

    /// The byte at which a unit begins; the end of the text for one behind it.
    pub(super) fn byte(&self, unit: usize) -> usize {
        let before = self.known.partition_point(|(_, units)| *units <= unit);
        let (at, mut units) = self
            .known
            .get(before.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let rest = self.text.get(at..).unwrap_or_default();
        for (offset, c) in rest.char_indices() {
            if units >= unit {
                return at + offset;
            }
            units += c.len_utf16();
        }
        self.text.len()
    }
}

#[cfg(test)]
mod tests {
    use super::Units;

    #[test]
    fn both_counts_lead_to_each_other() {
        let text = "aß\u{1f600}語 ".repeat(2_000);
        let units = Units::new(&text);
        let mut expected = 0;
        for (byte, c) in text.char_indices() {
            assert_eq!(units.of_byte(byte), expected);
            assert_eq!(units.byte(expected), byte);
            expected += c.len_utf16();
        }
        assert_eq!(units.byte(usize::MAX), text.len());
        assert_eq!(units.byte(3), 7, "half of a pair is the next character");
        assert_eq!(Units::new("").byte(5), 0);
    }
}
