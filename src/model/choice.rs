//! Choices: what files and reports write as one of a few words.

/// Makes an enum and its words from one list: the word that reports use first, then other spellings
/// that files may use.
macro_rules! choices {
    (
        $(#[$attribute:meta])*
        $name:ident {
            $($(#[$doc:meta])* $choice:ident $word:literal $(or $other:literal)*,)*
        }
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $choice,)*
        }

        impl $name {
            /// All words that files may use.
            pub const WORDS: &[&str] = &[$($word, $($other,)*)*];

            /// The word that files and reports use.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$choice => $word,)*
                }
            }

            /// The choice of a word, in any case of letters.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                let is = |known: &str| known.eq_ignore_ascii_case(word);
                $(
                    if is($word) $(|| is($other))* {
                        return Some(Self::$choice);
                    }
                )*
                None
            }
        }
    };
}

pub(super) use choices;
