//! Holidays that have a date, or a rule for it: one table.

use std::sync::LazyLock;

use super::Day;
use super::names::{month_name, weekday_name};

/// A holiday and its names.
#[derive(Debug, PartialEq)]
pub(super) struct Holiday {
    /// In lower case, without apostrophes, dots and hyphens.
    pub(super) names: &'static [&'static str],
    rule: Rule,
}

/// When a holiday is.
#[derive(Debug, PartialEq)]
enum Rule {
    /// A month and a day.
    Fixed(i32, i32),
    /// The n-th weekday (0 is Monday) of a month, and so many days later; -1 is the last.
    Nth(i32, i32, i32, i32),
    /// So many days after Easter Sunday.
    Easter(i32),
    /// The last such weekday before a month and day.
    Before(i32, i32, i32),
    /// By a calendar of its own: its names are known, and refused.
    Moves,
}

/// All holidays.
pub(super) const HOLIDAYS: &[Holiday] = &[
    row(
        &["new years", "new years day", "new year", "new year day"],
        Rule::Fixed(1, 1),
    ),
    row(
        &["new years eve", "new year eve", "hogmanay"],
        Rule::Fixed(12, 31),
    ),
    row(&["epiphany"], Rule::Fixed(1, 6)),
    row(
        &[
            "martin luther king day",
            "martin luther king jr day",
            "martin luther kings day",
            "mlk day",
        ],
        Rule::Nth(1, 0, 3, 0),
    ),
    row(&["inauguration day"], Rule::Fixed(1, 20)),
    row(
        &["orthodox christmas", "orthodox christmas day"],
        Rule::Fixed(1, 7),
    ),
    row(&["candlemas"], Rule::Fixed(2, 2)),
    row(&["st davids day"], Rule::Fixed(3, 1)),
    row(&["lady day"], Rule::Fixed(3, 25)),
    row(&["trinity sunday"], Rule::Easter(56)),
    row(&["bloomsday"], Rule::Fixed(6, 16)),
    row(&["michaelmas"], Rule::Fixed(9, 29)),
    row(&["remembrance sunday"], Rule::Nth(11, 6, 2, 0)),
    row(
        &["chinese new year", "lunar new year", "tet", "losar"],
        Rule::Moves,
    ),
    row(&["diwali", "deepavali", "divali"], Rule::Moves),
    row(
        &[
            "eid",
            "eid al fitr",
            "eid ul fitr",
            "eid al adha",
            "eid ul adha",
            "ramadan",
            "ashura",
            "muharram",
        ],
        Rule::Moves,
    ),
    row(
        &[
            "passover",
            "yom kippur",
            "rosh hashanah",
            "hanukkah",
            "chanukah",
            "purim",
            "sukkot",
            "shavuot",
        ],
        Rule::Moves,
    ),
    row(
        &[
            "holi", "dussehra", "navratri", "vesak", "nowruz", "songkran",
        ],
        Rule::Moves,
    ),
    row(&["orthodox easter", "greek easter"], Rule::Moves),
    row(&["burns night"], Rule::Fixed(1, 25)),
    row(&["australia day"], Rule::Fixed(1, 26)),
    row(&["holocaust memorial day"], Rule::Fixed(1, 27)),
    row(&["groundhog day"], Rule::Fixed(2, 2)),
    row(&["waitangi day"], Rule::Fixed(2, 6)),
    row(
        &[
            "valentines day",
            "valentine day",
            "st valentines day",
            "valentines",
        ],
        Rule::Fixed(2, 14),
    ),
    row(
        &["presidents day", "washingtons birthday"],
        Rule::Nth(2, 0, 3, 0),
    ),
    row(
        &["shrove tuesday", "mardi gras", "fat tuesday"],
        Rule::Easter(-47),
    ),
    row(&["ash wednesday"], Rule::Easter(-46)),
    row(&["international womens day"], Rule::Fixed(3, 8)),
    row(&["ides of march", "the ides of march"], Rule::Fixed(3, 15)),
    row(
        &["st patricks day", "saint patricks day", "st paddys day"],
        Rule::Fixed(3, 17),
    ),
    row(&["mothering sunday"], Rule::Easter(-21)),
    row(&["palm sunday"], Rule::Easter(-7)),
    row(&["maundy thursday", "holy thursday"], Rule::Easter(-3)),
    row(&["good friday"], Rule::Easter(-2)),
    row(&["holy saturday"], Rule::Easter(-1)),
    row(&["easter", "easter sunday", "easter day"], Rule::Easter(0)),
    row(&["easter monday"], Rule::Easter(1)),
    row(
        &["ascension day", "feast of the ascension"],
        Rule::Easter(39),
    ),
    row(&["pentecost", "whit sunday", "whitsun"], Rule::Easter(49)),
    row(&["whit monday", "pentecost monday"], Rule::Easter(50)),
    row(&["corpus christi"], Rule::Easter(60)),
    row(
        &["april fools day", "april fool day", "april fools"],
        Rule::Fixed(4, 1),
    ),
    row(&["tax day"], Rule::Fixed(4, 15)),
    row(&["patriots day"], Rule::Nth(4, 0, 3, 0)),
    row(&["earth day"], Rule::Fixed(4, 22)),
    row(&["st georges day"], Rule::Fixed(4, 23)),
    row(&["anzac day"], Rule::Fixed(4, 25)),
    row(&["may day", "international workers day"], Rule::Fixed(5, 1)),
    row(&["cinco de mayo"], Rule::Fixed(5, 5)),
    row(&["mothers day"], Rule::Nth(5, 6, 2, 0)),
    row(&["victoria day"], Rule::Before(5, 25, 0)),
    row(&["memorial day"], Rule::Nth(5, 0, -1, 0)),
    row(&["d day"], Rule::Fixed(6, 6)),
    row(&["flag day"], Rule::Fixed(6, 14)),
    row(&["fathers day"], Rule::Nth(6, 6, 3, 0)),
    row(&["juneteenth"], Rule::Fixed(6, 19)),
    row(&["canada day"], Rule::Fixed(7, 1)),
    row(&["independence day"], Rule::Fixed(7, 4)),
    row(&["bastille day"], Rule::Fixed(7, 14)),
    row(&["labor day", "labour day"], Rule::Nth(9, 0, 1, 0)),
    row(
        &["columbus day", "indigenous peoples day"],
        Rule::Nth(10, 0, 2, 0),
    ),
    row(&["gandhi jayanti"], Rule::Fixed(10, 2)),
    row(&["canadian thanksgiving"], Rule::Nth(10, 0, 2, 0)),
    row(&["halloween"], Rule::Fixed(10, 31)),
    row(&["all saints day", "all saints"], Rule::Fixed(11, 1)),
    row(&["all souls day", "all souls"], Rule::Fixed(11, 2)),
    row(
        &["guy fawkes night", "guy fawkes day", "bonfire night"],
        Rule::Fixed(11, 5),
    ),
    row(&["melbourne cup day"], Rule::Nth(11, 1, 1, 0)),
    row(&["election day"], Rule::Nth(11, 0, 1, 1)),
    row(
        &["veterans day", "armistice day", "remembrance day"],
        Rule::Fixed(11, 11),
    ),
    row(
        &["thanksgiving", "thanksgiving day"],
        Rule::Nth(11, 3, 4, 0),
    ),
    row(&["black friday"], Rule::Nth(11, 3, 4, 1)),
    row(&["cyber monday"], Rule::Nth(11, 3, 4, 4)),
    row(&["st andrews day"], Rule::Fixed(11, 30)),
    row(&["pearl harbor day"], Rule::Fixed(12, 7)),
    row(&["christmas eve"], Rule::Fixed(12, 24)),
    row(
        &["christmas", "christmas day", "xmas", "xmas day"],
        Rule::Fixed(12, 25),
    ),
    row(&["boxing day", "st stephens day"], Rule::Fixed(12, 26)),
];

/// The zeroth stands for nothing.
const NTH: [&str; 6] = ["", "first", "second", "third", "fourth", "fifth"];

const fn row(names: &'static [&'static str], rule: Rule) -> Holiday {
    Holiday { names, rule }
}

impl Holiday {
    /// Whether its day is not known: it moves with the moon, or differs by place.
    pub(super) fn moves(&self) -> bool {
        self.rule == Rule::Moves
    }

    /// Its day in a year.
    pub(super) fn in_year(&self, year: i32) -> Option<Day> {
        match self.rule {
            Rule::Fixed(month, day) => Day::new(year, month, day),
            Rule::Moves => None,
            Rule::Easter(days) => easter(year)?.plus(days),
            Rule::Before(month, day, weekday) => {
                let last = Day::new(year, month, day)?.plus(-1)?;
                last.plus(-(last.weekday() - weekday).rem_euclid(7))
            }
            Rule::Nth(month, weekday, n, later) => {
                let first = Day::new(year, month, 1)?;
                let nth = if n > 0 {
                    first.plus((weekday - first.weekday()).rem_euclid(7) + 7 * (n - 1))?
                } else {
                    let end = first.step(1, -1)?;
                    end.plus(-(end.weekday() - weekday).rem_euclid(7))?
                };
                nth.plus(later)
            }
        }
    }

    /// When it is, in words: "25 December", "the fourth Thursday of November".
    pub(super) fn when(&self) -> String {
        match self.rule {
            Rule::Fixed(of, day) => format!("{day} {}", month_name(of)),
            Rule::Moves => "by a calendar of its own".into(),
            Rule::Easter(0) => "Easter Sunday".into(),
            Rule::Easter(1) => "the day after Easter Sunday".into(),
            Rule::Easter(-1) => "the day before Easter Sunday".into(),
            Rule::Easter(days) if days < 0 => format!("{} days before Easter Sunday", -days),
            Rule::Easter(days) => format!("{days} days after Easter Sunday"),
            Rule::Before(of, day, on) => {
                format!(
                    "the last {} before {day} {}",
                    weekday_name(on),
                    month_name(of)
                )
            }
            Rule::Nth(of, on, n, later) => {
                let nth = usize::try_from(n).ok().and_then(|n| NTH.get(n));
                let nth = nth.copied().unwrap_or("last");
                let after = match later {
                    0 => String::new(),
                    1 => "the day after ".into(),
                    _ => format!("{later} days after "),
                };
                format!(
                    "{after}the {nth} {} of {}",
                    weekday_name(on),
                    month_name(of)
                )
            }
        }
    }

    /// Whether a word in lower case may begin a holiday.
    pub(super) fn may_begin(word: &str) -> bool {
        static FIRST: LazyLock<Vec<&str>> = LazyLock::new(|| {
            let names = HOLIDAYS.iter().flat_map(|row| row.names);
            let mut first: Vec<&str> = names.filter_map(|name| name.split(' ').next()).collect();
            first.sort_unstable();
            first
        });
        let at = FIRST.partition_point(|first| *first < word);
        FIRST.get(at).is_some_and(|first| first.starts_with(word))
    }

    /// The holiday of the longest name that a text begins with, and how many bytes the name takes.
    ///
    /// Case, apostrophes, dots and hyphens do not count.
    pub(super) fn find(text: &str) -> Option<(&'static Self, usize)> {
        let first = text.bytes().next()?.to_ascii_lowercase();
        HOLIDAYS
            .iter()
            .flat_map(|row| row.names.iter().map(move |name| (row, name)))
            .filter(|(_, name)| name.as_bytes().first() == Some(&first))
            .filter_map(|(row, name)| Some((row, begins(text, name)?)))
            .max_by_key(|(_, bytes)| *bytes)
    }
}

/// How many bytes of the text the name takes, if the text begins with it.
fn begins(text: &str, name: &str) -> Option<usize> {
    let mut rest = text
        .char_indices()
        .filter(|(_, c)| !matches!(c, '\'' | '\u{2019}' | '.'))
        .map(|(at, c)| {
            (
                at,
                if matches!(c, '-' | ' ') {
                    ' '
                } else {
                    c.to_ascii_lowercase()
                },
            )
        });
    let end = name.bytes().try_fold(0, |_, wanted| {
        rest.next()
            .filter(|(_, c)| *c == char::from(wanted))
            .map(|(at, c)| at + c.len_utf8())
    })?;
    rest.next()
        .is_none_or(|(_, c)| !c.is_alphanumeric())
        .then_some(end)
}

/// Easter Sunday of the Gregorian calendar (the anonymous computus, "Nature" 1876, after Meeus,
/// "Astronomical Algorithms" 1991, chapter 8).
pub(super) fn easter(year: i32) -> Option<Day> {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - shift + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    Day::new(year, days / 31, days % 31 + 1)
}
