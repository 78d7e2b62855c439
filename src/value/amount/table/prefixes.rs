//! The table of prefixes of units, and which of them newspapers put before which units.

/// One prefix.
#[derive(Clone, Copy, Debug)]
pub struct PrefixRow {
    /// The prefix of names.
    pub name: &'static str,
    /// The prefix of symbols.
    pub symbol: &'static str,
    /// How many of the unit it makes: a numerator and a denominator.
    pub factor: (i128, i128),
}

/// The metric prefixes, and the binary ones for data.
pub const PREFIXES: &[PrefixRow] = &[
    prefix("kilo", "k", (1_000, 1)),
    prefix("mega", "M", (1_000_000, 1)),
    prefix("giga", "G", (1_000_000_000, 1)),
    prefix("tera", "T", (1_000_000_000_000, 1)),
    prefix("peta", "P", (1_000_000_000_000_000, 1)),
    prefix("exa", "E", (1_000_000_000_000_000_000, 1)),
    prefix("hecto", "h", (100, 1)),
    prefix("deci", "d", (1, 10)),
    prefix("centi", "c", (1, 100)),
    prefix("milli", "m", (1, 1_000)),
    // The Greek letter, and the sign that keyboards have.
    prefix("micro", "\u{3bc}", (1, 1_000_000)),
    prefix("micro", "\u{b5}", (1, 1_000_000)),
    prefix("micro", "u", (1, 1_000_000)),
    prefix("micro", "mc", (1, 1_000_000)),
    prefix("nano", "n", (1, 1_000_000_000)),
    prefix("kibi", "Ki", (1 << 10, 1)),
    prefix("mebi", "Mi", (1 << 20, 1)),
    prefix("gibi", "Gi", (1 << 30, 1)),
    prefix("tebi", "Ti", (1 << 40, 1)),
];

pub(super) const FOR_LENGTH: &[&str] = &["k", "d", "c", "m", "\u{3bc}", "\u{b5}", "u", "n"];
pub(super) const FOR_LITRE: &[&str] = &["G", "M", "h", "d", "c", "m", "\u{3bc}", "\u{b5}", "u"];
pub(super) const FOR_GRAM: &[&str] = &["m", "\u{3bc}", "\u{b5}", "u", "mc", "n"];
pub(super) const FOR_TIME: &[&str] = &["m", "\u{3bc}", "\u{b5}", "n"];
pub(super) const FOR_POWER: &[&str] = &["k", "M", "G", "T", "P", "m"];
pub(super) const FOR_PRESSURE: &[&str] = &["h", "k", "M", "G"];
pub(super) const FOR_DATA: &[&str] = &["k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti"];

const fn prefix(name: &'static str, symbol: &'static str, factor: (i128, i128)) -> PrefixRow {
    PrefixRow {
        name,
        symbol,
        factor,
    }
}
