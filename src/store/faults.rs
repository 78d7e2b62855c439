//! The steps of a change, at each of which a test ends the program.

/// Says that a step is reached.
#[cfg(not(test))]
pub(super) const fn step() {}

/// Ends the program at the step that the environment names, counted from 1.
#[cfg(test)]
pub(super) fn step() {
    use std::sync::atomic::{AtomicU32, Ordering};
    static REACHED: AtomicU32 = AtomicU32::new(0);
    let wanted = std::env::var(FAULT).ok().and_then(|at| at.parse().ok());
    if wanted.is_some_and(|at: u32| REACHED.fetch_add(1, Ordering::SeqCst) + 1 == at) {
        std::process::abort();
    }
}

/// Names the step.
#[cfg(test)]
pub(crate) const FAULT: &str = "GAINSAY_TEST_FAULT";
