//! Stable ids of findings: made from what they are about, so that they survive edits elsewhere.

use std::hash::Hasher;

use fnv::FnvHasher;

use crate::finding::FindingId;

/// The id of what is named by these parts, in this order. FNV-1a over the parts, each closed by a zero byte.
pub(super) fn finding_id<'a>(
    family: &'a str,
    parts: impl IntoIterator<Item = &'a str>,
) -> FindingId {
    let mut hasher = FnvHasher::default();
    for part in std::iter::once(family).chain(parts) {
        hasher.write(part.as_bytes());
        hasher.write_u8(0);
    }
    FindingId(hasher.finish())
}
