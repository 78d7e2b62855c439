//! Normal forms: what is left of a text when case, punctuation, diacritics, articles and the plural
//! do not count.
//!
//! In: any text. Out: words in lower case, single spaces between them; two texts are the same where
//! their forms are. Nothing is refused, and the cost is linear in the length of the text.

use unicode_normalization::UnicodeNormalization;

/// Which differences do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Quotes and free text: case, punctuation, diacritics.
    Text,
    /// Names: also "the", the points and spaces between initials, and whether "Saint", "Mount" and
    /// "Fort" are written out. The plural counts: Williams is not William.
    Name,
    /// Properties and terms: also articles and the English plural.
    #[default]
    Label,
}

impl Form {
    /// The text in this form; empty where the text has neither letter nor digit.
    #[must_use]
    pub fn of(self, text: &str) -> String {
        let mut form = String::with_capacity(text.len());
        let mut words = words(text).peekable();
        let mut initials = false;
        while let Some(word) = words.next() {
            let end = form.len();
            let first = end == 0;
            if !first {
                form.push(' ');
            }
            let start = form.len();
            fold_into(word, &mut form);
            let folded = &form[start..];
            let dropped = match self {
                Self::Text => false,
                Self::Name => folded == "the",
                Self::Label => {
                    // The A of "hepatitis A cases" is no article, nor is the last word of a label.
                    let article = matches!(folded, "the" | "an" | "a");
                    article && words.peek().is_some() && (first || word != "A")
                }
            };
            if dropped || folded.is_empty() {
                form.truncate(end);
                continue;
            }
            let initial = self == Self::Name && is_initial(folded);
            match self {
                Self::Label => make_singular(&mut form, start),
                Self::Name if words.peek().is_some() => {
                    if let Some(long) = written_out(folded, is_shouted(word)) {
                        form.replace_range(start.., long);
                    }
                }
                Self::Text | Self::Name => {}
            }
            if initial && initials {
                form.remove(end);
            }
            initials = initial;
        }
        form
    }
}

/// The words of a text, as written: runs of letters, digits and signs that change a meaning ($, %).
///
/// Apostrophes stay between letters, points and commas between digits; `&` is a word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        // Most words stand after one space.
        let start = match rest.as_bytes() {
            [b' ', first, ..] if first.is_ascii_alphanumeric() => 1,
            _ => rest.find(starts_word)?,
        };
        rest = &rest[start..];
        let (word, tail) = rest.split_at(word_end(rest));
        rest = tail;
        Some(word)
    })
}

/// One word without case, diacritics and inner marks: "Nicolás" is "nicolas", "don’t" is "dont".
/// Empty where the word is nothing but marks.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// [`fold`]s a word at the end of what is there.
pub fn fold_into(word: &str, folded: &mut String) {
    if word.bytes().all(is_plain) {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            '&' => folded.push_str("and"),
            ',' | '\'' | '’' | 'ʼ' | '`' => {}
            _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            // Letters such as ø and ß have no decomposition, but a usual Latin spelling.
            '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
                let plain = deunicode::deunicode_char(c).unwrap_or_default();
                folded.extend(plain.chars().map(|c| c.to_ascii_lowercase()));
            }
            _ => folded.extend(
                c.nfkd()
                    .filter(|part| !is_mark(*part) && !part.is_whitespace())
                    .flat_map(char::to_lowercase),
            ),
        }
    }
}

/// What a folded word before the one that it belongs to is short for: the St. of St. Louis, but not the
/// FT, which was written in capitals.
#[must_use]
pub fn written_out(folded: &str, shouted: bool) -> Option<&'static str> {
    match folded {
        "st" => Some("saint"),
        "ste" => Some("sainte"),
        "mt" if !shouted => Some("mount"),
        "ft" if !shouted => Some("fort"),
        _ => None,
    }
}

fn is_shouted(word: &str) -> bool {
    word.chars().all(char::is_uppercase)
}

fn is_initial(folded: &str) -> bool {
    let mut letters = folded.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

/// Makes a singular of the folded English word that starts there and ends the text, by its ending;
/// other words stay as they are.
///
/// Both sides of a comparison pass through here, so a stem need not be a word ("serie").
fn make_singular(text: &mut String, start: usize) {
    const UNCHANGED: &[&str] = &["news", "series", "species"];
    let word = &text[start..];
    if !word.bytes().all(|b| b.is_ascii_lowercase()) || UNCHANGED.contains(&word) {
        return;
    }
    let (n, end) = (word.len(), text.len());
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if word == "people" {
        text.replace_range(start.., "person");
    } else if word == "children" {
        text.truncate(start + 5);
    } else if ends(&["men"]) {
        text.replace_range(end - 2.., "an");
    } else if n > 4 && ends(&["ies"]) {
        text.replace_range(end - 3.., "y");
    } else if n > 4 && ends(&["sses", "shes", "ches", "xes", "zes"]) {
        text.truncate(end - 2);
    } else if n > 3 && ends(&["s"]) && !ends(&["ss", "us", "is"]) {
        text.truncate(end - 1);
    }
}

/// Where the word at the start of the text ends.
fn word_end(text: &str) -> usize {
    // The usual word has plain letters, and a space after them.
    let plain = text.bytes().take_while(|byte| is_plain(*byte)).count();
    if plain > 0 && text.as_bytes().get(plain).is_none_or(|next| *next == b' ') {
        return plain;
    }
    let mut chars = text.char_indices().peekable();
    let mut before = '\0';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or('\0', |(_, c)| *c);
        let joins = match c {
            '\'' | '’' | 'ʼ' | '`' => before.is_alphanumeric() && next.is_alphanumeric(),
            ',' | '.' => before.is_ascii_digit() && next.is_ascii_digit(),
            '&' => false,
            _ => starts_word(c) || is_mark(c),
        };
        if !joins {
            return if before == '\0' { c.len_utf8() } else { at };
        }
        before = c;
    }
    text.len()
}

/// Which bytes are letters and digits of ASCII: one look for each byte of nearly all words.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut byte = 0;
    while byte < plain.len() {
        plain[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    plain
};

fn is_plain(byte: u8) -> bool {
    PLAIN[usize::from(byte)]
}

fn starts_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '&' | '$' | '€' | '£' | '¥' | '%')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (form, text, expected) in [
            (Form::Text, "He said: “Don’t!”", "he said dont"),
            (Form::Text, "$3.5, or 1,500%", "$3.5 or 1500%"),
            (Form::Text, "… —", ""),
            (Form::Name, "The Brooks & Söhne", "brooks and sohne"),
            (Form::Name, "A. Johnson", "a johnson"),
            (Form::Name, "Nicolás Łukasz", "nicolas lukasz"),
            (Form::Name, "J. K. Marsh", "jk marsh"),
            (Form::Name, "J.K. Marsh", "jk marsh"),
            (Form::Name, "Acme p.l.c.", "acme plc"),
            (Form::Name, "Ann St. Clair", "ann saint clair"),
            (Form::Name, "Main St", "main st"),
            (Form::Name, "Mt. Lee, Ft. Moss", "mount lee fort moss"),
            (Form::Text, "St. Clair", "st clair"),
            (Form::Label, "The requests rejected", "request rejected"),
            (Form::Label, "a request's denial", "request denial"),
            (Form::Label, "Hepatitis A cases", "hepatitis a case"),
            (Form::Label, "vitamin a", "vitamin a"),
            (
                Form::Label,
                "cities, boxes & policemen",
                "city box and policeman",
            ),
            (Form::Label, "1990s", "1990s"),
        ] {
            assert_eq!(form.of(text), expected, "{text}");
        }
    }
}
