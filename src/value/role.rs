//! The small words of amounts and dates: those that join, part, deny or tell which one. One table.
//!
//! In: a word in lower case. Out: the parts that it may play. The readers of amounts and of lengths of time
//! ask for a part, never for a word, so that another word for it is a word more in this table.

use std::ops::BitOr;
use std::sync::LazyLock;

use super::words::{Words, hash, lower_case};

/// Small words that play one part.
#[derive(Clone, Copy, Debug)]
pub struct RoleRow {
    /// The part.
    pub role: Role,
    /// The words, in lower case.
    pub words: &'static [&'static str],
    /// What they do, for people.
    pub summary: &'static str,
    /// A value that has one of them.
    pub example: &'static str,
}

/// Makes the parts and their table: words, what they do, and a value that has one of them.
macro_rules! roles {
    ($($role:ident: $words:expr, $summary:literal, $example:literal;)*) => {
        /// A part that a small word plays.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Role {
            $(#[doc = $summary] $role,)*
        }

        /// All small words.
        pub const ROLES: &[RoleRow] = &[$(RoleRow {
            role: Role::$role,
            words: &$words,
            summary: $summary,
            example: $example,
        },)*];
    };
}

#[rustfmt::skip]
roles! {
    Article: ["a", "an"], "one, before a unit, a scale or a part; else nothing", "a week";
    The: ["the"], "says nothing", "8 of the 12";
    One: ["one"], "the whole that is parted", "half of one million";
    Another: ["another"], "an article, before a part", "another third";
    All: ["all"], "the whole; before a figure nothing", "all 30";
    These: ["these", "those"], "what follows is shared, not counted", "half of those votes";
    Each: ["each", "this", "that"], "is not what is measured", "5 litres each";
    Whose: ["his", "her", "their", "its", "our", "my"], "before a decade, an age; behind a share, what is shared", "in her 30s";
    Many: ["many", "countless", "untold"], "several, before a unit of time", "many years ago";
    And: ["and"], "joins the parts of a number, of an amount, or two ends", "between 5 and 7";
    Upon: ["upon", "on"], "again as many", "thousands upon thousands";
    Or: ["or"], "either of the two", "5 or 6";
    But: ["but"], "joins two bounds; behind \u{201c}all\u{201d} a part is left out", "at least 5 but fewer than 10";
    To: ["to"], "joins the ends of a range", "5 to 7";
    From: ["from"], "before the first end of a range, or of a bound", "from 5 to 7";
    Between: ["between"], "before the ends of a range", "between 5 and 7";
    In: ["in"], "before an age in decades", "in her 30s";
    Of: ["of"], "before what is parted, shared or counted", "two thirds of a million";
    By: ["by"], "before a difference", "by 12 percent";
    Per: ["per"], "so much for each of something, which is refused as a rate", "40 per head";
    Every: ["every", "each"], "refused: so much for each of something is a rate", "one every six minutes";
    Than: ["than"], "another figure follows", "5 or more than 7";
    Loosely: ["anywhere", "somewhere", "anything"], "says nothing, before the ends of a range", "anywhere from 5 to 7";
    Starting: ["starting"], "begins there", "starting from 20";
    Not: ["not"], "all but what follows", "not 5";
    Except: ["except", "without", "never"], "what follows is left out, and no amount", "all except 5";
    Maybe: ["maybe", "perhaps", "possibly"], "either of the two", "two, maybe three";
    Minus: ["minus", "negative"], "below nought", "minus 5";
    Point: ["point"], "decimals follow", "two point five";
    OrdinalEnd: ["st", "nd", "rd", "th"], "which one of several", "the 3rd";
    Stone: ["st"], "stones, where it is no end of an ordinal", "14st 3lb";
    PluralEnd: ["s"], "several of that age, or a decade", "over-65s";
    Power: ["e"], "a power of ten follows", "3e6";
    Times: ["x"], "a power of ten follows", "3 x 10^6";
    Low: ["low"], "the lower part of figures with so many digits", "a low six-figure sum";
    Early: ["early"], "the first years of a decade", "in her early 30s";
    Mid: ["mid", "middle"], "the middle years of a decade, or the middle of figures with so many digits", "in her mid-30s";
    Late: ["late"], "the last years of a decade", "in her late 30s";
    High: ["high"], "the upper part of figures with so many digits", "a high six-figure sum";
    Teens: ["teens"], "13 to 19", "in her teens";
    Single: ["single"], "one, before digits", "single digits";
    Double: ["double"], "two, before digits", "double digits";
    Triple: ["triple"], "three, before digits", "triple digits";
    Digits: ["figure", "figures", "digit", "digits"], "all numbers of so many digits", "a six-figure sum";
    NumberSign: ["no"], "a number follows", "No. 1";
    Circa: ["c", "ca"], "about, in small letters and apart from the figure", "c. 400";
    Record: ["record"], "says nothing; what follows may be which one", "a record 20";
    Old: ["old"], "makes it an age, where no noun follows", "five years old";
    Flat: ["flat"], "exactly; behind a hyphened amount a home", "10 seconds flat";
    Fiscal: ["fiscal", "financial"], "years of accounts, which are refused where they date something", "two fiscal years";
    FromDay: ["ago", "earlier", "later", "before", "after"], "counts from a day", "5 d ago";
    Before: ["before"], "earlier than what follows", "5 d before";
    SinceDay: ["since"], "counts from a day that is left out", "20 years since";
    TimeLetter: ["h", "d", "w", "y", "m"], "a unit of time, before what counts from a day", "5 d ago";
    Life: ["life"], "refused: how long that is, nobody knows", "life";
    MassOrMoney: ["pound", "pounds"], "money or weight, by what stands beside", "8 pounds 4 ounces";
    AfterMid: [
        "afternoon", "april", "august", "autumn", "century", "decade", "december", "evening", "fall", "february",
        "january", "july", "june", "march", "may", "month", "morning", "november", "october",
        "quarter", "season", "september", "spring", "summer", "week", "winter", "year",
    ], "may be written together with \u{201c}mid\u{201d}", "midsummer 2018";
}

/// Several parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u64);

impl Roles {
    /// Those that a word in lower case may play; with its hash.
    pub(super) fn of(word: &str, hash: usize) -> Self {
        WORDS.find(word, hash).unwrap_or_default()
    }

    /// Whether there is one that is in both.
    pub(super) fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl From<Role> for Roles {
    fn from(role: Role) -> Self {
        Self(1 << role as u8)
    }
}

impl BitOr for Role {
    type Output = Roles;

    fn bitor(self, other: Self) -> Roles {
        Roles::from(self) | other
    }
}

impl BitOr<Role> for Roles {
    type Output = Self;

    fn bitor(self, other: Role) -> Self {
        Self(self.0 | Self::from(other).0)
    }
}

/// Whether a word plays one of some parts.
pub(super) fn says(word: &str, roles: impl Into<Roles>) -> bool {
    let word = lower_case(word);
    Roles::of(&word, hash(&word)).meet(roles.into())
}

/// Each word with all its parts.
static WORDS: LazyLock<Words<Roles>> = LazyLock::new(|| {
    let mut all: Vec<(&'static str, Roles)> = Vec::new();
    for row in ROLES {
        for word in row.words {
            match all.iter_mut().find(|(known, _)| known == word) {
                Some((_, roles)) => *roles = *roles | row.role,
                None => all.push((word, row.role.into())),
            }
        }
    }
    Words::new(all.into_iter())
});
