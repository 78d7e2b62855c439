//! Many changes of one file, with one look at it.
//!
//! Changes come in groups that are made together or not at all. All paths are those of the text as it
//! is given, whatever the other changes do to it.

use super::splice::{Splice, splice};
use super::{Edit, Meaning, edit};
use crate::parse::{Tree, tree};
use crate::text::line;

/// Changes that belong together.
pub type Group = Vec<Edit>;

/// More than so many bytes are not read again and again to find the group that cannot be made.
const MOST_BYTES: usize = 1 << 28;

/// The text with all groups of changes that can be made, and for each of them why not.
///
/// # Errors
///
/// A file that is no YAML; the reason is a clause that follows its name.
pub fn edit_all(text: &str, groups: &[Group]) -> Result<(String, Vec<Result<(), String>>), String> {
    let (mark, body) = line::split_mark(text);
    let before = tree(body).map_err(|why| format!("it is no YAML: {why}"))?;
    let spliced: Vec<Result<Vec<Splice>, String>> = groups
        .iter()
        .map(|group| {
            group
                .iter()
                .map(|edit| splice(body, &before, edit))
                .collect()
        })
        .collect();
    if let Some(changed) = at_once(body, &before, groups, &spliced) {
        let told = spliced.into_iter().map(|group| group.map(|_| ())).collect();
        return Ok((format!("{mark}{changed}"), told));
    }
    let size = body.len().saturating_mul(groups.iter().map(Vec::len).sum());
    if size > MOST_BYTES {
        let why = "its changes would touch something else; make them in smaller parts";
        return Err(why.into());
    }
    Ok(one_by_one(text, groups))
}

/// All changes that have a splice; nothing where they are in each other's way.
fn at_once(
    text: &str,
    before: &Tree,
    groups: &[Group],
    spliced: &[Result<Vec<Splice>, String>],
) -> Option<String> {
    let made = groups
        .iter()
        .zip(spliced)
        .filter(|(_, splices)| splices.is_ok());
    let edits: Vec<&Edit> = made.flat_map(|(group, _)| group).collect();
    let mut splices: Vec<&Splice> = spliced.iter().flatten().flatten().collect();
    // The sort is stable: what comes in at one place keeps its order.
    splices.sort_by_key(|splice| (splice.range().start, splice.range().end));
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for splice in &splices {
        changed.push_str(text.get(at..splice.range().start)?);
        changed.push_str(splice.new_text());
        at = splice.range().end;
    }
    changed.push_str(text.get(at..)?);
    let goes = |at: usize| {
        let behind = splices.partition_point(|splice| splice.range().start <= at);
        let before = splices.get(..behind).unwrap_or_default();
        // Insertions take nothing away, so that a look at the last removal is enough.
        let removal = before
            .iter()
            .rev()
            .find(|splice| !splice.range().is_empty());
        removal.is_some_and(|splice| splice.removes(at))
    };
    let meant = Meaning::of(before, |at| !goes(at)).after(edits);
    let found = tree(&changed)
        .ok()
        .map(|after| Meaning::of(&after, |_| true));
    (meant.is_some() && found == meant).then_some(changed)
}

/// Each group by itself, what is removed last and from the end.
fn one_by_one(text: &str, groups: &[Group]) -> (String, Vec<Result<(), String>>) {
    let mut text = text.to_owned();
    let mut told: Vec<Result<(), String>> = groups.iter().map(|_| Ok(())).collect();
    let is_removal = |group: &Group| group.iter().any(Edit::is_removal);
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by(|a, b| {
        let (left, right) = (&groups[*a], &groups[*b]);
        let key = |group: &Group| group.iter().find(|edit| edit.is_removal()).cloned();
        match (key(left), key(right)) {
            (Some(Edit::Remove(a)), Some(Edit::Remove(b))) => b.in_order(&a),
            _ => is_removal(left).cmp(&is_removal(right)),
        }
    });
    for at in order {
        let mut edits: Vec<&Edit> = groups[at].iter().collect();
        edits.sort_by_key(|edit| edit.is_removal());
        let made = edits
            .into_iter()
            .try_fold(text.clone(), |text, change| edit(&text, change));
        match made {
            Ok(changed) => text = changed,
            Err(why) => told[at] = Err(why),
        }
    }
    (text, told)
}
