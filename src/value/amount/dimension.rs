//! What an amount measures.

use super::super::{Kind, Reason};
use super::table::currencies::CURRENCIES;

/// What an amount measures; amounts of different dimensions cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// A count.
    Count,
    /// A share of a whole, which is 1; percents are hundredths of it.
    Share,
    /// The difference between two shares in percent; "3 percentage points" is not "3 percent".
    Points,
    /// Time, in seconds.
    Time,
    /// Length, in metres.
    Length,
    /// Area, in square metres.
    Area,
    /// Volume, in cubic metres.
    Volume,
    /// Mass, in kilograms.
    Mass,
    /// Flow, in cubic metres a second.
    Flow,
    /// Temperature, in kelvins.
    Temperature,
    /// Degrees: of a circle, or of a temperature whose scale is not said.
    Angle,
    /// Speed, in metres a second.
    Speed,
    /// Energy, in joules.
    Energy,
    /// Power, in watts.
    Power,
    /// Pressure, in pascals.
    Pressure,
    /// Electric potential, in volts.
    Voltage,
    /// Frequency, in hertz.
    Frequency,
    /// Loudness, in decibels.
    Loudness,
    /// Data, in bits.
    Data,
    /// The speed of data, in bits a second.
    DataRate,
    /// Money, in one row of [`CURRENCIES`].
    Money(u8),
}

impl Dimension {
    /// The kind of the amounts that have it.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Count | Self::Share | Self::Points => Kind::Number,
            Self::Money(_) => Kind::Money,
            Self::Time => Kind::Duration,
            _ => Kind::Quantity,
        }
    }

    /// Whether amounts of the two dimensions can be compared.
    ///
    /// # Errors
    ///
    /// The reason why not.
    pub fn comparable(self, other: Self) -> Result<(), Reason> {
        match (self, other) {
            _ if self == other => Ok(()),
            (Self::Money(_), Self::Money(_)) => Err(Reason::Currencies),
            (Self::Count, Self::Share) | (Self::Share, Self::Count) => Err(Reason::Shares),
            _ => Err(Reason::Dimensions),
        }
    }

    /// What messages call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "number",
            Self::Share => "share",
            Self::Points => "difference of percents",
            Self::Time => "length of time",
            Self::Length => "length",
            Self::Area => "area",
            Self::Volume => "volume",
            Self::Mass => "mass",
            Self::Flow => "rate of flow",
            Self::Temperature => "temperature",
            Self::Angle => "number of degrees",
            Self::Speed => "speed",
            Self::Energy => "amount of energy",
            Self::Power => "power",
            Self::Pressure => "pressure",
            Self::Voltage => "voltage",
            Self::Frequency => "frequency",
            Self::Loudness => "loudness",
            Self::DataRate => "data rate",
            Self::Data => "amount of data",
            Self::Money(row) => CURRENCIES[row as usize].name,
        }
    }

    /// Whether amounts of it are measured rather than counted, so that a whole figure is rounded.
    pub(super) fn is_measured(self) -> bool {
        !matches!(self, Self::Count | Self::Time | Self::Money(_))
    }
}
