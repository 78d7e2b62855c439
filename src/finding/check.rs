//! The checks, by name: what can be found.

use super::Level;

/// Makes the enum of checks and what is said of each from one list, so that none can lack a row.
macro_rules! checks {
    ($($check:ident $name:literal $level:ident $summary:literal;)*) => {
        /// Every check, in the order in which they apply: of those that do, the first gives its name. It is
        /// also the order of rank within a level.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Check {
            $(#[doc = $summary] $check,)*
        }

        impl Check {
            /// All checks, in order.
            pub const ALL: &[Self] = &[$(Self::$check),*];

            /// Its id: what was found, in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$check => $name,)* }
            }

            /// How much its findings matter.
            #[must_use]
            pub fn level(self) -> Level {
                match self { $(Self::$check => Level::$level,)* }
            }

            /// What was found, in one sentence without a final stop.
            #[must_use]
            pub fn summary(self) -> &'static str {
                match self { $(Self::$check => $summary,)* }
            }

            /// Its manual page, in Markdown.
            #[must_use]
            pub fn page(self) -> &'static str {
                match self {
                    $(Self::$check => include_str!(concat!("../../docs/checks/", $name, ".md")),)*
                }
            }
        }
    };
}

checks! {
    PossibleConflict "possible-conflict" Warning "Claims that cannot both be true, unless a hedge, a scope or a name explains it";
    SelfContradiction "self-contradiction" Conflict "One article, in its own voice, contradicts itself";
    ChangedAccount "changed-account" Warning "A source, in its own voice, contradicts its own earlier article";
    CopyDrift "copy-drift" Conflict "An article differs from the one that it cites for the claim or copies";
    Misreported "misreported" Conflict "Two articles give one named speaker values that cannot both be true";
    ValueConflict "value-conflict" Conflict "Two claims that cannot both be true";
    Disputed "disputed" Conflict "Both sides are attributed to different speakers: the articles only report the dispute";
    Corroborated "corroborated" Agreement "Claims of two or more articles without a common origin agree, or one refines the other";
    Repeated "repeated" Agreement "Articles agree, but all from one origin";
    Undetermined "undetermined" Note "Claims could not be compared, and why";
    Compatible "compatible" Note "Values differ but can all be true";
    SingleSource "single-source" Note "One article only";
    JointContradiction "joint-contradiction" Conflict "Claims that agree pair by pair and cannot all be true";
    Misquotation "misquotation" Warning "One speaker's words are quoted differently";
    CircularSourcing "circular-sourcing" Warning "Articles that cite each other in a ring";
    AnnotatorConflict "annotator-conflict" Warning "Two annotators read one article differently";
}

impl Check {
    /// The check of that id.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|check| check.name() == name)
    }

    /// What decides which of several checks gives a finding its name: the least.
    #[must_use]
    pub fn rank(self) -> impl Ord {
        (self.level(), self)
    }
}
