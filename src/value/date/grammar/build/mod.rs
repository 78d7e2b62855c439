//! What rows make of their slots, where it takes more than a line.

pub(super) mod counting;
pub(super) mod days;
pub(super) mod events;
pub(super) mod figures;
pub(super) mod hours;
pub(super) mod parts;
pub(super) mod picks;
pub(super) mod ranges;
pub(super) mod years;
