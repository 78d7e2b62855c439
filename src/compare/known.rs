//! Values that several questions have, kept once: articles of one sort say the same of many things.

use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use fnv::{FnvBuildHasher, FnvHasher};
use indexmap::IndexMap;
use smallvec::SmallVec;

use crate::value::Value;

/// In so many parts, each behind a lock of its own, the cores seldom wait for each other.
const PARTS: usize = 16;

/// Values of one hash.
type Alike = SmallVec<[Arc<Value>; 1]>;

/// The values of all questions that were compared so far.
#[derive(Default)]
pub(super) struct Known {
    parts: [Mutex<IndexMap<u64, Alike, FnvBuildHasher>>; PARTS],
}

impl Known {
    /// The first value that is the same in all, itself where there is none.
    pub(super) fn shared(&self, value: &Arc<Value>) -> Arc<Value> {
        let mut hasher = FnvHasher::default();
        value.extent.hash(&mut hasher);
        (value.unit, value.hedge).hash(&mut hasher);
        let hash = hasher.finish();
        let part = &self.parts[hash as usize % PARTS];
        let mut part = part.lock().unwrap_or_else(PoisonError::into_inner);
        let alike = part.entry(hash).or_default();
        if let Some(known) = alike.iter().find(|known| *known == value) {
            return Arc::clone(known);
        }
        alike.push(Arc::clone(value));
        Arc::clone(value)
    }
}
