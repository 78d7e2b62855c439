//! What a report says in words, for every format that people read: not escaped, without layout.

mod agreement;
mod article;
mod asked;
mod claim;
mod code;
pub(super) mod coverage;
mod finding;
mod list;
mod quote;
mod remedy;
mod report;
mod side;
mod topic;
mod versus;
mod wrong;

pub(super) use agreement::{agreement, agreements, and_then, reservations, reserve, shared};
pub(super) use article::{article, article_short};
pub(super) use asked::asked;
pub(super) use claim::{OWN_VOICE, holders, voice, voice_short, wrote};
pub(super) use code::with_code;
pub(crate) use finding::about;
pub use finding::ruling as ruling_told;
pub(super) use finding::{
    check, decided, folded, heading, importance, origins, remarks, topic, track,
};
pub(super) use list::{MOST_MATTERS, count, list};
pub(super) use quote::{Quote, quote};
pub(super) use remedy::remedies;
pub(super) use report::{
    JOINS, JOINS_HINT, conflicts, counts, head, idle, importance_differs, join_name, quotes,
    silenced, summary, title, waiting,
};
pub(super) use side::{Side, sides};
pub(super) use topic::{Topics, answer};
pub(super) use versus::{AGAINST, Names, opposites_with, reported_in, versus};
pub(super) use wrong::{doubt, wrong};
