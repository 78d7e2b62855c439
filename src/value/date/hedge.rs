//! Hedges of lengths of time: "more than", "a little over", "barely".

/// How a number is hedged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Hedge {
    About,
    Almost,
    JustOver,
    More,
    AtLeast,
    Less,
    AtMost,
}

impl Hedge {
    pub(super) fn role(self) -> &'static str {
        match self {
            Self::About => "a tenth more or less, at least one unit",
            Self::Almost => "up to a tenth less, at least one unit",
            Self::JustOver => "up to a tenth more, at least one unit",
            Self::More => "further away, without the day itself",
            Self::AtLeast => "the day itself and further away",
            Self::Less => "nearer, without the day itself",
            Self::AtMost => "the day itself and nearer",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Almost => "almost",
            Self::JustOver => "just over",
            Self::More => "more than",
            Self::AtLeast => "at least",
            Self::Less => "less than",
            Self::AtMost => "at most",
        }
    }
}
