//! Texts as names of files.

use deunicode::deunicode;

/// A name is at most so long.
const LONGEST: usize = 60;

/// A text as the name of a file on every system.
#[must_use]
pub fn slug(text: &str) -> String {
    let plain = deunicode(text).to_lowercase();
    let words = plain
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() > LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    // These are devices on Windows, and the vocabulary and rulings have files of these names.
    match slug.as_str() {
        "con" | "prn" | "aux" | "nul" | "vocabulary" | "rulings" => format!("{slug}-article"),
        _ => slug,
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn names_are_those_of_files_everywhere() {
        for (text, expected) in [
            ("Harbour Post", "harbour-post"),
            ("Fête & Café, Paris", "fete-cafe-paris"),
            ("../../etc/passwd", "etc-passwd"),
            ("CON", "con-article"),
            ("***", ""),
            ("北京日报", "bei-jing-ri-bao"),
        ] {
            assert_eq!(slug(text), expected);
        }
        assert!(slug(&"word ".repeat(100)).len() <= 60);
    }
}
