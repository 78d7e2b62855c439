//! What a row of the table of date phrases is, and the macro that turns its text into one.

use super::kind::{Held, Holds, Kind};
use super::why::Why;

/// One way to say something: a pattern of words and slots, and what it builds.
pub(in crate::value::date) struct Row {
    /// What kind of phrase it is.
    pub(super) kind: Kind,
    pub(super) parts: &'static [Part],
    pub(super) build: fn(&mut Slots<'_>) -> Read<Held>,
    /// Whether that is what its only slot holds.
    pub(super) same: bool,
    /// What its words do, for people.
    pub(super) gloss: Gloss,
    /// A date that has it; empty where every date with its slots has it.
    pub(super) example: &'static str,
}

impl Row {
    /// Its words and slots, for people.
    pub(super) fn pattern(&self) -> String {
        let parts = self.parts.iter().map(|part| match part {
            Part::Words(words) | Part::Empty(words) => words.join("/"),
            Part::Maybe(words) => format!("[{}]", words.join("/")),
            Part::Slot(kind) => format!("{kind:?}").to_uppercase(),
        });
        parts.collect::<Vec<_>>().join(" ")
    }
}

/// One element of a pattern.
#[derive(Debug)]
pub(super) enum Part {
    /// One of these words or marks.
    Words(&'static [&'static str]),
    /// One of these, which carry no meaning here.
    Empty(&'static [&'static str]),
    /// One of these, or none of them; they carry no meaning either.
    Maybe(&'static [&'static str]),
    /// A phrase of that kind.
    Slot(Kind),
}

/// What the words of a row do.
#[derive(Clone, Copy)]
pub(super) enum Gloss {
    /// What the parts do.
    None,
    Says(&'static str),
    /// What the outcome says: by which convention "Wednesday" is read.
    Role,
}

/// What a row makes of its slots.
pub(super) type Read<T> = Result<T, Fail>;

/// Whether a row with one slot and no guard builds that slot as it is: a name by itself.
pub(super) const fn is_same(parts: &[Part], guard: &str, build: &str) -> bool {
    let mut slots = 0;
    let mut at = 0;
    while at < parts.len() {
        slots += matches!(parts[at], Part::Slot(_)) as usize;
        at += 1;
    }
    let mut is_name = true;
    at = 0;
    while at < build.len() {
        is_name &= build.as_bytes()[at].is_ascii_lowercase();
        at += 1;
    }
    slots == 1 && is_name && guard.is_empty()
}

/// Why a row makes nothing of its slots.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::value::date) enum Fail {
    /// They do not fit it.
    No,
    /// They do, and cannot be read.
    Because(Why),
}

/// The slots of a row, in order.
pub(super) struct Slots<'e> {
    pub(super) held: &'e [Held],
    pub(super) places: &'e [u32],
    pub(super) next: usize,
}

impl Slots<'_> {
    /// What the next slot holds.
    pub(super) fn take<T: Holds>(&mut self) -> Read<T> {
        let place = self.places.get(self.next).copied().unwrap_or(u32::MAX);
        self.next += 1;
        match self.held.get(place as usize) {
            Some(Held::Refused(why, ..)) => Err(Fail::Because(why.clone())),
            Some(held) => T::of(held).ok_or(Fail::No),
            None => Err(Fail::No),
        }
    }
}

/// What the build of a row may give: a value, one or none, or a reason.
pub(super) trait Outcome<T> {
    fn read(self) -> Read<T>;
}

impl<T: Holds> Outcome<T> for T {
    fn read(self) -> Read<T> {
        Ok(self)
    }
}

impl<T: Holds> Outcome<T> for Option<T> {
    fn read(self) -> Read<T> {
        self.ok_or(Fail::No)
    }
}

impl<T: Holds> Outcome<T> for Read<T> {
    fn read(self) -> Read<T> {
        self
    }
}

impl<T: Holds> Outcome<T> for Why {
    fn read(self) -> Read<T> {
        Err(Fail::Because(self))
    }
}

/// Writes the rows of a table.
///
/// A pattern is made of `"word"`, `("one" | "other")`, `{"empty"}`, `["optional"]` and `name: Kind`; a row is
/// `[pattern] if guard => build, gloss, "example";`, where the gloss is a text, `_` for none or
/// `role` for what the outcome says.
macro_rules! rows {
    ($($name:ident { $([$($pattern:tt)*] $(if $guard:expr)? => $build:expr, $gloss:tt, $example:literal;)* })*) => {
        &[$($(
            $crate::value::date::grammar::row::Row {
                kind: $crate::value::date::grammar::kind::Kind::$name,
                parts: rows!(@parts [] $($pattern)*),
                build: |slots| {
                    let _ = &slots;
                    rows!(@slots slots $name [$($guard)?] {$build} $($pattern)*)
                },
                same: $crate::value::date::grammar::row::is_same(
                    rows!(@parts [] $($pattern)*),
                    stringify!($($guard)?),
                    stringify!($build),
                ),
                gloss: rows!(@gloss $gloss),
                example: $example,
            },
        )*)*]
    };

    (@gloss _) => { $crate::value::date::grammar::row::Gloss::None };
    (@gloss role) => { $crate::value::date::grammar::row::Gloss::Role };
    (@gloss $text:literal) => { $crate::value::date::grammar::row::Gloss::Says($text) };

    (@parts [$($done:tt)*]) => { &[$($done)*] };
    (@parts [$($done:tt)*] $word:literal $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Words(&[$word]),] $($rest)*)
    };
    (@parts [$($done:tt)*] ($list:ident) $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Words($list),] $($rest)*)
    };
    (@parts [$($done:tt)*] ($($word:literal)|+) $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Words(&[$($word),+]),] $($rest)*)
    };
    (@parts [$($done:tt)*] {$list:ident} $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Empty($list),] $($rest)*)
    };
    (@parts [$($done:tt)*] {$($word:literal)|+} $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Empty(&[$($word),+]),] $($rest)*)
    };
    (@parts [$($done:tt)*] [$list:ident] $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Maybe($list),] $($rest)*)
    };
    (@parts [$($done:tt)*] [$($word:literal)|+] $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Maybe(&[$($word),+]),] $($rest)*)
    };
    (@parts [$($done:tt)*] $slot:ident: $kind:ident $($rest:tt)*) => {
        rows!(@parts [$($done)* $crate::value::date::grammar::row::Part::Slot($crate::value::date::grammar::kind::Kind::$kind),] $($rest)*)
    };

    (@slots $slots:ident $name:ident [$($guard:expr)?] {$build:expr}) => {{
        $(if !($guard) {
            return Err($crate::value::date::grammar::row::Fail::No);
        })?
        let built: $crate::value::date::grammar::row::Read<$crate::value::date::grammar::kind::is::$name> =
            $crate::value::date::grammar::row::Outcome::read($build);
        built.map($crate::value::date::grammar::kind::Holds::hold)
    }};
    (@slots $slots:ident $name:ident $guard:tt $build:tt $slot:ident: $kind:ident $($rest:tt)*) => {{
        let $slot: $crate::value::date::grammar::kind::is::$kind = $slots.take()?;
        rows!(@slots $slots $name $guard $build $($rest)*)
    }};
    (@slots $slots:ident $name:ident $guard:tt $build:tt $word:tt $($rest:tt)*) => {
        rows!(@slots $slots $name $guard $build $($rest)*)
    };
}

pub(super) use rows;
