//! The table of hedges: words before or after a figure that say how it is meant.

use std::sync::LazyLock;

use crate::value::lexicon::Lexicon;

/// What a hedge does to the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Widens it to both sides.
    About,
    /// Reaches up to it from below.
    Almost,
    /// Reaches up from it.
    JustOver,
    /// All above it.
    MoreThan,
    /// All below it.
    LessThan,
    /// It and all above.
    AtLeast,
    /// It and all below.
    AtMost,
    /// All below it, also below nought.
    AnyLess,
    /// It and all below, also below nought.
    AnyUpTo,
    /// It and nothing else, even where the figure is round.
    Exactly,
    /// From it to the next ten: "thirty-something".
    Decade,
    /// Nothing: the word only judges it ("only", "as reported").
    Plain,
}

impl Effect {
    /// Whether it leaves one side open.
    #[must_use]
    pub fn is_bound(self) -> bool {
        matches!(
            self,
            Self::MoreThan
                | Self::LessThan
                | Self::AtLeast
                | Self::AtMost
                | Self::AnyLess
                | Self::AnyUpTo
        )
    }
}

/// One hedge.
#[derive(Clone, Copy, Debug)]
pub struct HedgeRow {
    /// The commonest wording, by which reports call it.
    pub name: &'static str,
    /// What it does.
    pub effect: Effect,
    /// What it does, for people; N is the figure.
    pub summary: &'static str,
    /// Wordings before the figure.
    pub before: &'static [&'static str],
    /// Wordings after the figure, or after its unit.
    pub after: &'static [&'static str],
    /// A value that has it.
    pub example: &'static str,
}

/// All hedges.
#[rustfmt::skip]
pub const HEDGES: &[HedgeRow] = &[
    HedgeRow {
        name: "about",
        effect: Effect::About,
        summary: "N ± 10 %, at least one step of the last digit",
        before: &[
            "about", "around", "round about", "roughly", "some", "approximately", "approx", "circa", "ca", "c",
            "~", "≈", "≃", "∼", "in the region of", "in the neighborhood of", "in the neighbourhood of", "in the vicinity of",
            "on the order of", "of the order of", "in the order of", "something like", "somewhere around", "somewhere near",
            "more or less", "give or take", "estimated", "estimated at", "est", "approximate", "very roughly", "very approximately", "somewhere in the region of",
            "anything like", "in or around",
            "perhaps", "maybe", "possibly", "probably", "barely", "scarcely",
        ],
        after: &[
            "or so", "odd", "ish", "or thereabouts", "or thereabout", "thereabouts", "approximately", "approx", "roughly", "more or less",
            "give or take", "or around that", "or about that", "-or-so", "-odd", "-ish", "estimated",
        ],
        example: "about 20",
    },
    HedgeRow {
        name: "almost",
        effect: Effect::Almost,
        summary: "0.9 N up to N, at least one step of the last digit wide",
        before: &[
            "almost", "nearly", "just under", "just below", "just less than", "close to", "near", "not quite", "virtually", "practically",
            "just short of", "just shy of", "a little less than", "a little under", "a little short of", "a little below", "little short of", "little less than",
            "slightly less than", "slightly under", "slightly below", "slightly fewer than", "a bit less than", "a bit under", "approaching", "nearing", "just fewer than",
            "a shade under", "a touch under", "very nearly", "very close to", "pretty nearly", "well nigh", "nigh on", "marginally under", "marginally below", "a fraction under",
            "coming up to", "coming up on", "a little fewer than", "a few short of", "close on", "a hair under", "fractionally under", "fractionally below", "fractionally less than",
            "pushing", "nudging", "touching", "bordering on", "verging on", "getting on for", "knocking on", "the best part of", "the better part of",
        ],
        after: &["nearly", "almost", "or slightly less", "or a little less", "or slightly under", "or nearly so"],
        example: "almost 22 years",
    },
    HedgeRow {
        name: "just over",
        effect: Effect::JustOver,
        summary: "N up to 1.1 N, at least one step of the last digit wide",
        before: &[
            "just over", "just above", "just more than", "just past", "a little over", "a little more than", "a little above", "little more than", "little over",
            "slightly more than", "slightly over", "slightly above", "slightly higher than", "a bit more than", "a bit over", "a shade over", "a touch over",
            "marginally over", "marginally above", "a fraction over", "somewhat more than", "somewhat over", "not much more than", "not much over", "only slightly more than",
            "a hair over", "fractionally over", "fractionally above", "fractionally more than", "barely more than", "barely over",
        ],
        after: &["and a bit", "and change", "or slightly more", "or a little more", "plus change"],
        example: "just over 20",
    },
    HedgeRow {
        name: "more than",
        effect: Effect::MoreThan,
        summary: "all above N",
        before: &[
            "more than", "over", "above", "beyond", "exceeding", "exceeds", "exceed", "exceeded", "surpassing", "surpass", "surpasses", "surpassed", "topping", "topped", "greater than", "higher than", "larger than", "bigger than", "longer than", "older than",
            "heavier than", "taller than", "faster than", "further than", "farther than", "better than", "in excess of", "north of", "well over", "well above", "well more than", "far more than", "many more than",
            "much more than", "considerably more than", "significantly more than", "substantially more than", "comfortably over", "easily more than", ">", "strictly more than", "well in excess of", "well beyond", "well past",
            "upward from", "far above", "far over", "far beyond", "a lot more than", "way over", "way more than", "a good deal more than", "rather more than", "anything over", "anything above", "anything more than",
        ],
        after: &[],
        example: "more than two decades",
    },
    HedgeRow {
        name: "less than",
        effect: Effect::LessThan,
        summary: "all below N; not below nought unless N is",
        before: &[
            "less than", "fewer than", "under", "below", "lower than", "smaller than", "shorter than", "younger than", "short of", "shy of", "not even",
            "lighter than", "slower than", "south of", "beneath", "well under", "well below", "far less than", "far fewer than", "much less than", "many fewer than", "considerably less than",
            "significantly less than", "substantially less than", "well short of", "far below", "far short of", "<", "strictly less than", "far under", "way under", "way below",
            "cheaper than",
        ],
        after: &[],
        example: "fewer than 20",
    },
    HedgeRow {
        name: "at least",
        effect: Effect::AtLeast,
        summary: "N and above",
        before: &[
            "at least", "no fewer than", "no less than", "not less than", "not fewer than", "not under", "not below", "a minimum of", "minimum of", "minimum", "min", "at a minimum", "at the very least", "at the least", "at minimum", "as few as", "as little as",
            "upwards of", "upward of", "no lower than", "no smaller than", "no shorter than", "no younger than", "starting at", "starting from", "from at least", "a good", "≥", "⩾", "more than or equal to", "greater than or equal to", "equal to or more than", "equal to or greater than",
            "higher than or equal to", "equal to or higher than", "greater or equal to", "more or equal to", "at least or equal to", "> =", "=>", "not lower than", "a floor of",
            "greater or equal than", "more or equal than", "higher or equal to", "higher or equal than", "larger or equal to", "larger or equal than", "bigger or equal to", "bigger or equal than",
            "larger than or equal to", "bigger than or equal to", "over or equal to", "above or equal to", "equal or greater than", "equal or more than", "equal or higher than", "equal or larger than", "equal to or larger than", "equal to or above", "equal to or over",
        ],
        after: &[
            "or more", "+", "plus", "-plus", "and more", "or over", "and over", "or above", "and above", "and up", "or older", "and older", "or higher", "and higher", "or greater", "or longer", "or better", "at least", "at minimum", "at a minimum", "at the very least", "at the least", "minimum", "or upwards",
            "and upwards", "and counting", "or larger", "or bigger", "upwards", "or beyond", "and beyond", "if not more", "-or-more", "or even more", "and possibly more", "and perhaps more", "or possibly more", "or perhaps more", "perhaps more", "possibly more", "maybe more", "and rising", "and growing", "and climbing",
            "to life", "-to-life", "to life in prison", "to life imprisonment",
        ],
        example: "20 or more",
    },
    HedgeRow {
        name: "at most",
        effect: Effect::AtMost,
        summary: "N and below; not below nought unless N is",
        before: &[
            "at most", "up to", "no more than", "not more than", "not over", "not above", "not exceeding", "no greater than", "no higher than", "no larger than", "no longer than", "no older than", "no bigger than", "not greater than", "not longer than", "not to exceed", "a maximum of", "maximum of", "maximum", "max", "at the most", "at the very most", "at maximum",
            "as many as", "as much as", "as long as", "as high as", "as far as", "as old as", "within", "inside", "≤", "⩽", "less than or equal to", "fewer than or equal to", "equal to or less than", "equal to or fewer than", "lower than or equal to", "equal to or lower than", "smaller than or equal to", "smaller or equal to", "less or equal to", "< =", "a ceiling of", "capped at", "limited to",
            "less or equal than", "fewer or equal to", "fewer or equal than", "lower or equal to", "lower or equal than", "smaller or equal than", "under or equal to", "below or equal to",
            "equal or less than", "equal or fewer than", "equal or lower than", "equal or smaller than", "equal to or smaller than", "equal to or below", "equal to or under",
        ],
        after: &[
            "or less", "or fewer", "or under", "and under", "or below", "and below", "or younger", "and younger", "or lower", "or smaller", "or shorter", "at most", "at the most", "at the very most", "at maximum", "maximum", "max", "tops", "-or-less", "if that", "and less", "and fewer",
        ],
        example: "no more than 20",
    },
    HedgeRow {
        name: "anything under",
        effect: Effect::AnyLess,
        summary: "all below N, also below nought",
        before: &["anything under", "anything below", "anything less than"],
        after: &[],
        example: "anything under 20",
    },
    HedgeRow {
        name: "anything up to",
        effect: Effect::AnyUpTo,
        summary: "N and below, also below nought",
        before: &["anything up to"],
        after: &[],
        example: "anything up to 20",
    },
    HedgeRow {
        name: "exactly",
        effect: Effect::Exactly,
        summary: "N and nothing else",
        before: &["exactly", "precisely", "equal to", "equals", "equaling", "equalling", "equaling to", "equalling to", "=", "no more and no less than", "neither more nor less than", "no more no less than", "the exact"],
        after: &["exactly", "precisely", "on the dot", "sharp", "on the nose", "flat", "no more and no less", "no more no less"],
        example: "exactly 2,000",
    },
    HedgeRow {
        name: "something",
        effect: Effect::Decade,
        summary: "from N to the next ten",
        before: &[],
        after: &["something", "-something", "some", "-some"],
        example: "thirty-something",
    },
    HedgeRow {
        name: "only",
        effect: Effect::Plain,
        summary: "leaves N as it is",
        before: &[
            "only", "just", "merely", "fully", "altogether", "all of", "simply", "no other than", "even", "already", "now", "currently", "in all", "literally", "quite literally", "easily",
            "total of", "grand total of", "combined", "combined total of", "sum of", "the sum of", "princely sum of", "the equivalent of", "equivalent to", "worth", "valued at", "totalling", "totaling", "amounting to", "numbering",
            "another", "additional", "extra", "further", "full", "whole", "entire", "solid", "round", "clear",
            "mere", "meagre", "meager", "paltry", "measly", "miserly", "modest", "whopping", "staggering", "stunning", "astonishing", "astounding", "amazing", "incredible", "remarkable", "extraordinary", "impressive",
            "eye-watering", "eye-popping", "jaw-dropping", "mind-boggling", "hefty", "huge", "massive", "enormous", "colossal", "gigantic", "mammoth", "cool", "tidy", "handsome", "princely",
            "shocking", "startling", "alarming", "dizzying", "unprecedented", "historic", "record", "record-breaking", "record-setting", "record-high", "all-time high of", "record high of", "record low of",
        ],
        after: &["only", "in total", "in all", "total", "altogether", "overall", "all told", "combined", "all in all"],
        example: "only 20",
    },
];

/// The hedge that is a closed bound below.
pub(crate) fn at_least() -> Option<&'static HedgeRow> {
    HEDGES.iter().find(|row| row.effect == Effect::AtLeast)
}

/// Finds hedges before the figure.
pub(crate) static BEFORE: LazyLock<Lexicon<&'static HedgeRow>> =
    LazyLock::new(|| Lexicon::new(wordings(|row| row.before)));

/// Finds hedges after the figure.
pub(crate) static AFTER: LazyLock<Lexicon<&'static HedgeRow>> =
    LazyLock::new(|| Lexicon::new(wordings(|row| row.after)));

fn wordings(
    side: impl Fn(&'static HedgeRow) -> &'static [&'static str],
) -> impl Iterator<Item = (&'static str, &'static HedgeRow)> {
    HEDGES
        .iter()
        .flat_map(move |row| side(row).iter().map(move |wording| (*wording, row)))
}
