//! Time zones: their names in newspapers, and how far apart their clocks are. One table.

use std::sync::LazyLock;

use crate::value::words::Words;

/// A time zone that newspapers name.
struct Zone {
    /// As it is shown: "ET" is Eastern time, in summer and in winter.
    name: &'static str,
    /// How many minutes its clocks are ahead of Greenwich, at least and at most.
    ahead: (i32, i32),
    /// The same of places elsewhere that have clocks of that name.
    others: &'static [(i32, i32)],
    /// Which zones put their clocks on and back on the same days.
    summer: Summer,
    /// Its names in words, before "time"; in the four great zones of America "time" may be missing.
    words: &'static [&'static [&'static str]],
}

/// Whose summer time.
#[derive(Clone, Copy, PartialEq)]
enum Summer {
    America,
    Europe,
    /// That of Europe, and the name is of summer time only.
    EuropeAlways,
    /// There is none, or the name is that of winter time only.
    Fixed,
    /// That of one zone, or the name is of zones far apart.
    Own,
}

/// All zones. Newspapers write "EST" in summer too, and "CET": such names are of both times.
#[rustfmt::skip]
const ZONES: &[Zone] = &[
    zone("GMT", (0, 0), Summer::Fixed, &[&["greenwich", "mean"], &["coordinated", "universal"], &["universal"]]),
    zone("ET", (-300, -240), Summer::America, &[&["eastern"], &["new", "york"], &["washington"]]),
    zone("CT", (-360, -300), Summer::America, &[&["central"]]),
    zone("MT", (-420, -360), Summer::America, &[&["mountain"]]),
    zone("PT", (-480, -420), Summer::America, &[&["pacific"]]),
    zone("AKT", (-540, -480), Summer::America, &[&["alaska"]]),
    zone("HST", (-600, -600), Summer::Fixed, &[&["hawaii"]]),
    zone("AT", (-240, -180), Summer::America, &[&["atlantic"]]),
    zone("UK time", (0, 60), Summer::Europe, &[&["uk"], &["london"], &["british"]]),
    zone("CET", (60, 120), Summer::Europe, &[&["central", "european"], &["paris"], &["berlin"], &["rome"], &["brussels"]]),
    zone("CEST", (120, 120), Summer::EuropeAlways, &[&["central", "european", "summer"]]),
    zone("EET", (120, 180), Summer::Europe, &[&["eastern", "european"], &["kyiv"], &["kiev"]]),
    zone("MSK", (180, 240), Summer::Own, &[&["moscow"]]),
    // Names that two parts of the world have: East Australia, China, the Philippines and Pakistan, Arabia,
    // Bangladesh; India, Israel and Ireland.
    also("EST", (-300, -240), Summer::America, &[(600, 660)]),
    also("CST", (-360, -300), Summer::America, &[(480, 480)]),
    also("PST", (-480, -420), Summer::America, &[(480, 480), (300, 300)]),
    also("AST", (-240, -180), Summer::America, &[(180, 180)]),
    also("BST", (60, 60), Summer::EuropeAlways, &[(360, 360)]),
    also("IST", (330, 330), Summer::Fixed, &[(120, 180), (60, 60)]),
    zone("British summer time", (60, 60), Summer::EuropeAlways, &[&["british", "summer"]]),
    zone("India time", (330, 330), Summer::Fixed, &[&["india"], &["indian"]]),
    zone("PKT", (300, 300), Summer::Fixed, &[&["pakistan"]]),
    zone("SGT", (480, 480), Summer::Fixed, &[&["singapore"]]),
    zone("HKT", (480, 480), Summer::Fixed, &[&["hong", "kong"]]),
    zone("China time", (480, 480), Summer::Fixed, &[&["china"], &["beijing"]]),
    zone("JST", (540, 540), Summer::Fixed, &[&["japan"], &["tokyo"]]),
    zone("KST", (540, 540), Summer::Fixed, &[&["korea"], &["korean"], &["seoul"]]),
    zone("AWST", (480, 480), Summer::Fixed, &[&["australian", "western"]]),
    zone("ACT", (570, 630), Summer::Own, &[&["australian", "central"]]),
    zone("AET", (600, 660), Summer::Own, &[&["australian", "eastern"], &["sydney"], &["melbourne"]]),
    zone("NZT", (720, 780), Summer::Own, &[&["new", "zealand"]]),
    zone("SAST", (120, 120), Summer::Fixed, &[&["south", "african"]]),
];

/// Words between the name of a zone and "time": newspapers write them all the year.
const SEASONAL: &[&str] = &["standard", "daylight", "summer"];
/// The word behind the name of a zone.
const TIME: &[&str] = &["time"];

/// The zones whose name in words may stand without "time".
const GREAT: [&str; 4] = ["ET", "CT", "MT", "PT"];

const fn zone(
    name: &'static str,
    ahead: (i32, i32),
    summer: Summer,
    words: &'static [&'static [&'static str]],
) -> Zone {
    Zone {
        name,
        ahead,
        others: &[],
        summer,
        words,
    }
}

/// A zone whose name is also that of others.
const fn also(
    name: &'static str,
    ahead: (i32, i32),
    summer: Summer,
    others: &'static [(i32, i32)],
) -> Zone {
    Zone {
        others,
        ..zone(name, ahead, summer, &[])
    }
}

/// By how many minutes the clocks of the second zone are ahead of those of the first, at least and at
/// most; several where a name is of several zones, `None` for a zone that is not known.
///
/// Who names two zones of one part of the world means that part.
pub(super) fn ahead(first: &str, second: &str) -> Option<Vec<(i32, i32)>> {
    let find = |name: &str| ZONES.iter().find(|zone| zone.name == name);
    let (first, second) = (find(first)?, find(second)?);
    if first.part().is_some() && first.part() == second.part() {
        let by = second.ahead.0 - first.ahead.0;
        return Some(vec![match first.summer == second.summer {
            // Their clocks go on and back together.
            true => (by, by),
            false => apart(first.ahead, second.ahead),
        }]);
    }
    let all = first
        .all()
        .flat_map(|one| second.all().map(move |other| apart(one, other)));
    Some(all.collect())
}

fn apart(first: (i32, i32), second: (i32, i32)) -> (i32, i32) {
    (second.0 - first.1, second.1 - first.0)
}

impl Zone {
    /// The part of the world where its name is at home: America or Europe.
    fn part(&self) -> Option<Summer> {
        match self.summer {
            Summer::America => Some(Summer::America),
            Summer::Europe | Summer::EuropeAlways => Some(Summer::Europe),
            Summer::Fixed | Summer::Own => None,
        }
    }

    /// How far its clocks are ahead, wherever it is.
    fn all(&self) -> impl Iterator<Item = (i32, i32)> + '_ {
        std::iter::once(self.ahead).chain(self.others.iter().copied())
    }
}

/// Whether a word in lower case begins the name of a zone; with its hash.
pub(super) fn may_begin(word: &str, hash: usize) -> bool {
    static FIRST: LazyLock<Words<()>> = LazyLock::new(|| {
        let names = ZONES.iter().flat_map(|zone| zone.words);
        let first: Vec<&str> = names.filter_map(|name| name.first().copied()).collect();
        Words::new(first.into_iter().map(|word| (word, ())))
    });
    FIRST.find(word, hash).is_some()
}

/// The zone named at the start of some words in lower case, and how many words are its name: "eastern
/// daylight time", "pacific", "moscow time".
pub(super) fn named(words: &[&str]) -> Option<(&'static str, usize)> {
    let names = ZONES
        .iter()
        .flat_map(|zone| zone.words.iter().map(move |name| (zone, *name)));
    let (zone, name) = names
        .filter(|(_, name)| words.starts_with(name))
        .max_by_key(|(_, name)| name.len())?;
    let mut length = name.len();
    let is = |at: usize, list: &[&str]| words.get(at).is_some_and(|word| list.contains(word));
    length += usize::from(is(length, SEASONAL));
    match () {
        () if is(length, TIME) => Some((zone.name, length + 1)),
        _ => (length == 1
            && GREAT.contains(&zone.name)
            && name.len() == 1
            && zone.words.first() == Some(&name))
        .then_some((zone.name, length)),
    }
}
