//! What an import tells: what would change line by line, rows that want a look, and how many there are.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use crate::cli::changes;
use crate::cli::output::say;
use crate::sheet::import::{Import, Outcome};
use crate::value::sentence::counted;

/// So many rows are named one by one.
const MOST_ROWS: usize = 50;

/// How many rows are refused.
pub(super) fn refused(import: &Import) -> usize {
    let is_refused = |outcome: &Outcome| matches!(outcome, Outcome::Refused(_));
    import
        .rows
        .iter()
        .filter(|row| is_refused(&row.outcome))
        .count()
}

/// Tells of rows that want a look, then how many there are of each sort and what comes next.
///
/// `root` is the folder of the files that were written, if any were.
pub(super) fn tell(
    import: &Import,
    file: &Path,
    (home, root): (&Path, Option<&Path>),
) -> io::Result<()> {
    let shown = file.display();
    for said in &import.said {
        say(&format!("{shown}: {said}"))?;
    }
    let told: Vec<String> = import
        .rows
        .iter()
        .filter_map(|row| {
            let place = &row.place;
            match &row.outcome {
                Outcome::Refused(why) => Some(format!("{place} is refused: {why}")),
                Outcome::Draft(why) => Some(format!("{place} waits as a draft: {why}")),
                Outcome::Same(Some(why)) => Some(format!("{place} adds nothing: {why}")),
                Outcome::Same(None) | Outcome::New | Outcome::Changed(_) | Outcome::Deleted => None,
            }
        })
        .collect();
    for line in told.iter().take(MOST_ROWS) {
        say(line)?;
    }
    if let Some(more) = told.len().checked_sub(MOST_ROWS + 1) {
        say(&format!("and {} more like these", counted(more + 1, "row")))?;
    }
    say(&format!(
        "{shown}: {}{}",
        counts(import),
        next(import, home, root)
    ))
}

/// How many rows became what.
fn counts(import: &Import) -> String {
    let mut by_sort: BTreeMap<usize, usize> = BTreeMap::new();
    for row in &import.rows {
        *by_sort.entry(sort(&row.outcome)).or_default() += 1;
    }
    let words = by_sort.into_iter().map(|(sort, count)| match sort {
        0 => counted(count, "new claim"),
        1 => counted(count, "changed claim"),
        2 => format!("{count} deleted"),
        3 => counted(count, "draft"),
        4 => format!("{count} as before"),
        _ => format!("{count} refused"),
    });
    let words: Vec<String> = words.collect();
    let rows = counted(import.rows.len(), "row");
    match words.is_empty() {
        true => "no row says anything".to_owned(),
        false => format!("{rows}: {}", words.join(", ")),
    }
}

fn sort(outcome: &Outcome) -> usize {
    match outcome {
        Outcome::New => 0,
        Outcome::Changed(_) => 1,
        Outcome::Deleted => 2,
        Outcome::Draft(_) => 3,
        Outcome::Same(_) => 4,
        Outcome::Refused(_) => 5,
    }
}

fn next(import: &Import, home: &Path, root: Option<&Path>) -> String {
    let files = counted(import.files.len(), "file");
    match (import.files.is_empty(), root) {
        (true, _) => "; no file changes".to_owned(),
        (false, None) => format!("; {files} would change: add --write to do it"),
        (false, Some(root)) => {
            let [here, undo] = changes::named(home, root);
            format!(
                "; {files} written. Next: gainsay check{here}; to put it back: gainsay undo{undo}"
            )
        }
    }
}
