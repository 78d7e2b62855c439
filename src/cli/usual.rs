//! The folder that is meant where a command names none.

use std::path::Path;

use crate::text::argument;

/// Where the claims of a story lie unless somebody says otherwise.
pub(super) const CLAIMS: &str = "claims";

/// What stands behind a command for some files and folders, each as one word: nothing for the usual folder alone.
pub(super) fn behind<'a>(paths: impl IntoIterator<Item = &'a Path>) -> String {
    let words = paths.into_iter().map(|path| path.display().to_string());
    let words: Vec<String> = words.collect();
    match words.as_slice() {
        [only] if only == CLAIMS => String::new(),
        _ => words
            .iter()
            .map(|word| format!(" {}", argument(word)))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::behind;

    #[test]
    fn the_usual_folder_is_left_out_where_it_stands_alone() {
        assert_eq!(behind([Path::new("claims")]), "");
        assert_eq!(
            behind([Path::new("a b"), Path::new("claims")]),
            " 'a b' claims"
        );
        assert_eq!(behind([]), "");
    }
}
