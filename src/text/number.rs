//! Numbers of things: indexes of four bytes, each of a type that says what it counts.

/// An index in four bytes; of more things than these can tell apart, the rest share the last number.
pub(crate) fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// Makes a type of numbers for each thing that is counted.
macro_rules! numbered {
    ($($(#[doc = $doc:literal])* $name:ident)*) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $name(u32);

            impl $name {
                /// The number as an index.
                #[must_use]
                pub fn index(self) -> usize {
                    self.0 as usize
                }

                /// The number of an index.
                #[must_use]
                pub fn from_index(index: usize) -> Self {
                    Self($crate::text::number(index))
                }
            }
        )*
    };
}

pub(crate) use numbered;
