//! The table of units of measure.
//!
//! Every factor is exact. Sources: the SI brochure (BIPM, 9th edition); the international yard and
//! pound of 1959; the UK Weights and Measures Act 1985; NIST Handbook 44, appendix C. The mean
//! Gregorian year has 365.2425 days.

use super::super::dimension::Dimension::{self, *};
use super::prefixes::{
    FOR_DATA, FOR_GRAM, FOR_LENGTH, FOR_LITRE, FOR_POWER, FOR_PRESSURE, FOR_TIME,
};

/// One unit of measure.
#[derive(Clone, Copy, Debug)]
pub struct UnitRow {
    /// The name in the singular.
    pub name: &'static str,
    /// The name in the plural.
    pub plural: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How much of the dimension's base unit one is: a numerator and a denominator.
    pub factor: (i128, i128),
    /// Where its nought lies in the base unit, for temperatures.
    pub offset: (i128, i128),
    /// Other names; an s may follow.
    pub words: &'static [&'static str],
    /// Symbols and short forms; letter case counts only where two of them differ in it.
    pub symbols: &'static [&'static str],
    /// The symbols of the prefixes that it takes.
    pub prefixes: &'static [&'static str],
    /// Whether its square and its cube are units too.
    pub has_powers: bool,
    /// The unit that a bare figure after it counts; a row further up.
    pub smaller: &'static str,
    /// The units that the name may stand for, where it has no one meaning; rows further up.
    pub readings: &'static [&'static str],
}

/// Seconds of a day, and of a mean year of the Gregorian calendar: 365.2425 days.
pub(crate) const A_DAY: i128 = 86_400;
pub(crate) const A_YEAR: i128 = 31_556_952;

/// All units of measure, dimension by dimension; of two units with one symbol the upper is preferred.
pub const UNITS: &[UnitRow] = &[
    // Shares.
    unit("percent", Share, (1, 100))
        .plural("percent")
        .words(&["percent", "per cent", "pct", "percentage"])
        .symbols(&["%", "pc"]),
    unit("permille", Share, (1, 1000))
        .plural("permille")
        .words(&["per mille", "per mil"])
        .symbols(&["‰"]),
    unit("percentage point", Points, (1, 1))
        .words(&["percent point", "per cent point", "pct point", "point"])
        .symbols(&["%-point", "%-points", "pp", "ppt", "ppts"]),
    unit("basis point", Points, (1, 100)).symbols(&["bps", "bp"]),
    // Lengths.
    unit("metre", Length, (1, 1))
        .words(&["meter", "mtr"])
        .symbols(&["m"])
        .prefixes(FOR_LENGTH)
        .powers(),
    unit("inch", Length, (254, 10_000))
        .plural("inches")
        .symbols(&["in", "ins", "\"", "''"])
        .powers(),
    unit("foot", Length, (3_048, 10_000))
        .plural("feet")
        .symbols(&["ft", "'"])
        .powers()
        .then("inch"),
    unit("yard", Length, (9_144, 10_000))
        .symbols(&["yd", "yds"])
        .powers(),
    unit("mile", Length, (1_609_344, 1_000))
        .symbols(&["mi"])
        .powers(),
    unit("nautical mile", Length, (1_852, 1))
        .words(&["sea mile"])
        .symbols(&["nmi", "NM"]),
    // Of ships, and of chips.
    unit("nanometre or nautical mile", Length, (1, 1_000_000_000))
        .plural("nanometres or nautical miles")
        .symbols(&["nm"])
        .either(&["nanometre", "nautical mile"]),
    unit("furlong", Length, (201_168, 1_000)),
    unit("fathom", Length, (18_288, 10_000)),
    unit("micron", Length, (1, 1_000_000)),
    unit("klick", Length, (1_000, 1)).words(&["click"]),
    unit("astronomical unit", Length, (149_597_870_700, 1)),
    unit("light year", Length, (9_460_730_472_580_800, 1)).words(&["light-year", "lightyear"]),
    // Areas.
    unit("acre", Area, (40_468_564_224, 10_000_000)),
    unit("hectare", Area, (10_000, 1)).symbols(&["ha"]),
    // Volumes.
    unit("acre-foot", Volume, (123_348_183_754_752, 100_000_000_000))
        .plural("acre-feet")
        .words(&["acre foot", "acre feet"]),
    unit("bushel", Volume, (3_523_907_016_688, 100_000_000_000_000)),
    unit("litre", Volume, (1, 1_000))
        .words(&["liter", "ltr"])
        .symbols(&["l", "L"])
        .prefixes(FOR_LITRE),
    unit(
        "US fluid ounce",
        Volume,
        (231 * 16_387_064, 128_000_000_000_000),
    )
    .words(&["us fl oz"]),
    unit("imperial fluid ounce", Volume, (454_609, 16_000_000_000))
        .words(&["imperial fl oz", "uk fluid ounce"]),
    unit(
        "fluid ounce",
        Volume,
        (231 * 16_387_064, 128_000_000_000_000),
    )
    .symbols(&["fl oz", "floz"])
    .either(&["US fluid ounce", "imperial fluid ounce"]),
    unit("US cup", Volume, (231 * 16_387_064, 16_000_000_000_000)).words(&["cup"]),
    unit("US pint", Volume, (231 * 16_387_064, 8_000_000_000_000)),
    unit("imperial pint", Volume, (454_609, 800_000_000)).words(&["uk pint", "british pint"]),
    unit("pint", Volume, (231 * 16_387_064, 8_000_000_000_000))
        .either(&["US pint", "imperial pint"]),
    unit("US quart", Volume, (231 * 16_387_064, 4_000_000_000_000)),
    unit("imperial quart", Volume, (454_609, 400_000_000)),
    unit("quart", Volume, (231 * 16_387_064, 4_000_000_000_000))
        .symbols(&["qt", "qts"])
        .either(&["US quart", "imperial quart"]),
    unit("US gallon", Volume, (231 * 16_387_064, 1_000_000_000_000)),
    unit("imperial gallon", Volume, (454_609, 100_000_000)).words(&["uk gallon", "british gallon"]),
    unit("gallon", Volume, (231 * 16_387_064, 1_000_000_000_000))
        .symbols(&["gal", "gals"])
        .either(&["US gallon", "imperial gallon"]),
    unit("barrel", Volume, (42 * 231 * 16_387_064, 1_000_000_000_000)).symbols(&["bbl", "bbls"]),
    unit("teaspoon", Volume, (231 * 16_387_064, 768_000_000_000_000)).symbols(&["tsp"]),
    unit(
        "tablespoon",
        Volume,
        (231 * 16_387_064, 256_000_000_000_000),
    )
    .symbols(&["tbsp"]),
    unit(
        "acre-foot",
        Volume,
        (12_334_818_375_475_200, 10_000_000_000_000),
    )
    .plural("acre-feet")
    .words(&["acre foot", "acre feet"]),
    // Masses.
    unit("gram", Mass, (1, 1_000))
        .words(&["gramme"])
        .symbols(&["g"])
        .prefixes(FOR_GRAM),
    unit("kilogram", Mass, (1, 1))
        .words(&["kilo", "kilogramme"])
        .symbols(&["kg"]),
    unit("tonne", Mass, (1_000, 1))
        .words(&["metric ton", "metric tonne"])
        .symbols(&["t"]),
    unit("kilotonne", Mass, (1_000_000, 1))
        .words(&["kiloton"])
        .symbols(&["kt"]),
    unit("megatonne", Mass, (1_000_000_000, 1))
        .words(&["megaton"])
        .symbols(&["Mt"]),
    unit("gigatonne", Mass, (1_000_000_000_000, 1))
        .words(&["gigaton"])
        .symbols(&["Gt"]),
    unit("short ton", Mass, (90_718_474, 100_000)).words(&["us ton"]),
    unit("long ton", Mass, (10_160_469_088, 10_000_000)).words(&["imperial ton"]),
    unit("ton", Mass, (90_718_474, 100_000)).either(&["short ton", "tonne", "long ton"]),
    unit("grain", Mass, (6_479_891, 100_000_000_000)),
    unit("ounce", Mass, (45_359_237, 1_600_000_000)).symbols(&["oz", "ozs"]),
    unit("troy ounce", Mass, (311_034_768, 10_000_000_000)),
    unit("pound", Mass, (45_359_237, 100_000_000))
        .symbols(&["lb", "lbs"])
        .then("ounce"),
    unit("stone", Mass, (635_029_318, 100_000_000))
        .plural("stone")
        .words(&["stone"])
        .symbols(&["st"])
        .then("pound"),
    unit("hundredweight", Mass, (5_080_234_544, 100_000_000))
        .plural("hundredweight")
        .symbols(&["cwt"]),
    unit("carat", Mass, (2, 10_000)),
    unit("quintal", Mass, (100, 1)),
    // 180 grains.
    unit("tola", Mass, (180 * 6_479_891, 100_000_000_000)),
    // Flows.
    unit("cubic metre per second", Flow, (1, 1))
        .plural("cubic metres per second")
        .words(&["cubic meter per second", "cumec"])
        .symbols(&[
            "m3/s",
            "m³/s",
            "cubic metres a second",
            "cubic meters a second",
        ]),
    unit(
        "cubic foot per second",
        Flow,
        (3_048 * 3_048 * 3_048, 1_000_000_000_000),
    )
    .plural("cubic feet per second")
    .words(&["cusec"])
    .symbols(&["ft3/s", "cfs", "cubic feet a second"]),
    // Temperatures.
    unit("celsius", Temperature, (1, 1))
        .plural("celsius")
        .offset((27_315, 100))
        .words(&[
            "degree celsius",
            "degrees celsius",
            "centigrade",
            "degree centigrade",
            "degrees centigrade",
            "celcius",
            "degrees celcius",
            "deg c",
            "degc",
        ])
        .symbols(&[
            "C",
            "°C",
            "℃",
            "° celsius",
            "°celsius",
            "° centigrade",
            "degrees C",
            "degree C",
        ]),
    unit("fahrenheit", Temperature, (5, 9))
        .plural("fahrenheit")
        .offset((45_967, 180))
        .words(&[
            "degree fahrenheit",
            "degrees fahrenheit",
            "farenheit",
            "degrees farenheit",
            "deg f",
            "degf",
        ])
        .symbols(&[
            "F",
            "°F",
            "℉",
            "° fahrenheit",
            "°fahrenheit",
            "degrees F",
            "degree F",
        ]),
    unit("kelvin", Temperature, (1, 1)).symbols(&["K", "°K", "degrees K", "degrees kelvin"]),
    unit("degree", Angle, (1, 1)).symbols(&["°", "deg", "degs"]),
    unit("turn", Angle, (360, 1)),
    // Lengths of time.
    unit("second", Time, (1, 1))
        .words(&["sec"])
        .symbols(&["s", "\""])
        .prefixes(FOR_TIME),
    unit("minute", Time, (60, 1))
        .words(&["min"])
        .symbols(&["m", "'"])
        .then("second"),
    unit("hour", Time, (3_600, 1))
        .words(&["hr"])
        .symbols(&["h"])
        .then("minute"),
    unit("day", Time, (A_DAY, 1)).symbols(&["d"]),
    unit("week", Time, (604_800, 1))
        .words(&["wk"])
        .symbols(&["w"]),
    unit("fortnight", Time, (1_209_600, 1)),
    unit("month", Time, (2_629_746, 1)).words(&["mth", "mo"]),
    unit("quarter", Time, (7_889_238, 1)).words(&["qtr"]),
    unit("year", Time, (A_YEAR, 1))
        .words(&["yr"])
        .symbols(&["y"]),
    unit("decade", Time, (315_569_520, 1)),
    unit("century", Time, (3_155_695_200, 1)).plural("centuries"),
    unit("millennium", Time, (31_556_952_000, 1))
        .plural("millennia")
        .words(&["millennium", "millenium"]),
    // Speeds.
    unit("metre per second", Speed, (1, 1))
        .plural("metres per second")
        .words(&["meter per second"])
        .symbols(&[
            "m/s",
            "metres a second",
            "meters per second",
            "meters a second",
            "mps",
        ]),
    unit("kilometre per hour", Speed, (1_000, 3_600))
        .plural("kilometres per hour")
        .words(&["kilometer per hour"])
        .symbols(&[
            "km/h",
            "km/hr",
            "kph",
            "kmh",
            "kmph",
            "km per hour",
            "km an hour",
            "kilometers per hour",
            "kilometres an hour",
            "kilometers an hour",
            "kilometre an hour",
            "kilometer an hour",
            "kms per hour",
        ]),
    unit("mile per hour", Speed, (1_609_344, 3_600_000))
        .plural("miles per hour")
        .symbols(&[
            "mph",
            "mi/h",
            "m.p.h.",
            "miles an hour",
            "mile an hour",
            "miles/hour",
            "miles/h",
        ]),
    unit("foot per second", Speed, (3_048, 10_000))
        .plural("feet per second")
        .symbols(&["ft/s", "fps", "feet a second"]),
    unit("knot", Speed, (1_852, 3_600))
        .words(&["kts"])
        .symbols(&["kn"]),
    unit("kilometre per second", Speed, (1_000, 1))
        .plural("kilometres per second")
        .symbols(&[
            "km/s",
            "kilometers per second",
            "kilometres a second",
            "kilometers a second",
        ]),
    unit("mile per second", Speed, (1_609_344, 1_000))
        .plural("miles per second")
        .symbols(&["miles a second"]),
    // Energies.
    unit("joule", Energy, (1, 1))
        .symbols(&["J"])
        .prefixes(FOR_POWER),
    unit("watt hour", Energy, (3_600, 1))
        .words(&["watt-hour", "watthour"])
        .symbols(&["Wh"])
        .prefixes(FOR_POWER),
    unit("calorie", Energy, (4_184, 1_000)).symbols(&["cal"]),
    unit("kilocalorie", Energy, (4_184, 1)).symbols(&["kcal"]),
    unit(
        "british thermal unit",
        Energy,
        (105_505_585_262, 100_000_000),
    )
    .symbols(&["BTU", "BTUs"]),
    // Powers.
    unit("watt", Power, (1, 1))
        .symbols(&["W"])
        .prefixes(FOR_POWER),
    unit(
        "horsepower",
        Power,
        (74_569_987_158_227_022, 100_000_000_000_000),
    )
    .plural("horsepower")
    .symbols(&["hp", "bhp"]),
    // Pressures.
    unit("pascal", Pressure, (1, 1))
        .symbols(&["Pa"])
        .prefixes(FOR_PRESSURE),
    unit("bar", Pressure, (100_000, 1)),
    unit("millibar", Pressure, (100, 1)).symbols(&["mbar"]),
    unit("atmosphere", Pressure, (101_325, 1)).symbols(&["atm"]),
    unit(
        "pound per square inch",
        Pressure,
        (44_482_216_152_605, 6_451_600_000),
    )
    .plural("pounds per square inch")
    .symbols(&["psi"]),
    // Others.
    unit("volt", Voltage, (1, 1))
        .symbols(&["V"])
        .prefixes(FOR_POWER),
    unit("hertz", Frequency, (1, 1))
        .plural("hertz")
        .symbols(&["Hz"])
        .prefixes(FOR_POWER),
    unit("decibel", Loudness, (1, 1)).symbols(&["dB"]),
    // Data.
    unit("bit", Data, (1, 1))
        .symbols(&["b", "bit"])
        .prefixes(FOR_DATA),
    unit("byte", Data, (8, 1))
        .symbols(&["B"])
        .prefixes(FOR_DATA),
    unit("bit per second", DataRate, (1, 1))
        .plural("bits per second")
        .symbols(&["bit/s", "b/s"]),
    unit("kilobit per second", DataRate, (1_000, 1))
        .plural("kilobits per second")
        .symbols(&["kbps", "Kbps", "kbit/s", "kb/s"]),
    unit("megabit per second", DataRate, (1_000_000, 1))
        .plural("megabits per second")
        .symbols(&["Mbps", "mbps", "Mbit/s", "Mb/s"]),
    unit("gigabit per second", DataRate, (1_000_000_000, 1))
        .plural("gigabits per second")
        .symbols(&["Gbps", "gbps", "Gbit/s", "Gb/s"]),
    unit("terabit per second", DataRate, (1_000_000_000_000, 1))
        .plural("terabits per second")
        .symbols(&["Tbps", "tbps", "Tbit/s", "Tb/s"]),
    unit("byte per second", DataRate, (8, 1))
        .plural("bytes per second")
        .symbols(&["B/s", "Bps"])
        .prefixes(FOR_DATA),
    // Small letters leave open which: "100 mb" of a film, "100 mb/s" of a line.
    unit("megabit or megabyte", Data, (1_000_000, 1))
        .plural("megabits or megabytes")
        .symbols(&["mb"])
        .either(&["megabit", "megabyte"]),
    unit("gigabit or gigabyte", Data, (1_000_000_000, 1))
        .plural("gigabits or gigabytes")
        .symbols(&["gb"])
        .either(&["gigabit", "gigabyte"]),
    unit("terabit or terabyte", Data, (1_000_000_000_000, 1))
        .plural("terabits or terabytes")
        .symbols(&["tb"])
        .either(&["terabit", "terabyte"]),
    unit("megabit or megabyte per second", DataRate, (1_000_000, 1))
        .plural("megabits or megabytes per second")
        .symbols(&["mb/s"])
        .either(&["megabit per second", "megabyte per second"]),
    unit(
        "gigabit or gigabyte per second",
        DataRate,
        (1_000_000_000, 1),
    )
    .plural("gigabits or gigabytes per second")
    .symbols(&["gb/s"])
    .either(&["gigabit per second", "gigabyte per second"]),
];

const fn unit(name: &'static str, dimension: Dimension, factor: (i128, i128)) -> UnitRow {
    UnitRow {
        name,
        plural: "",
        dimension,
        factor,
        offset: (0, 1),
        words: &[],
        symbols: &[],
        prefixes: &[],
        has_powers: false,
        smaller: "",
        readings: &[],
    }
}

impl UnitRow {
    const fn plural(self, plural: &'static str) -> Self {
        Self { plural, ..self }
    }

    const fn offset(self, offset: (i128, i128)) -> Self {
        Self { offset, ..self }
    }

    const fn words(self, words: &'static [&'static str]) -> Self {
        Self { words, ..self }
    }

    const fn symbols(self, symbols: &'static [&'static str]) -> Self {
        Self { symbols, ..self }
    }

    const fn prefixes(self, prefixes: &'static [&'static str]) -> Self {
        Self { prefixes, ..self }
    }

    const fn powers(self) -> Self {
        Self {
            has_powers: true,
            ..self
        }
    }

    const fn then(self, smaller: &'static str) -> Self {
        Self { smaller, ..self }
    }

    const fn either(self, readings: &'static [&'static str]) -> Self {
        Self { readings, ..self }
    }
}
