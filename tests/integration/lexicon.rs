//! No word has a meaning outside of the tables: what the code of values compares with stands in one.

use std::fs;
use std::path::{Path, PathBuf};

/// What is compared in code and is no word of a value: the file, the text, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("amount/phrase/unit_of.rs", "cent", NAME),
    ("amount/unit.rs", "penny", NAME),
    ("amount/unit.rs", "shilling", NAME),
    ("counted/mod.rs", "ch", ENDING),
    ("counted/words.rs", "ed", ENDING),
    ("counted/words.rs", "eed", ENDING),
    ("counted/mod.rs", "man", ENDING),
    ("counted/mod.rs", "sh", ENDING),
    ("counted/words.rs", "ly", ENDING),
    ("date/ahead.rs", "'s", ENDING),
    ("date/ahead.rs", "ed", ENDING),
    ("date/ahead.rs", "s'", ENDING),
    ("date/ahead.rs", "will", "the verb that the row is about"),
    ("date/ahead.rs", "won't", "the verb that the row is about"),
    ("doubt.rs", "unless ", OURS),
    ("sentence.rs", "exactly ", OURS),
];

const NAME: &str = "the name of a unit in its table";
const ENDING: &str = "an ending, which any word may have";
const OURS: &str = "what was said by gainsay itself";

#[test]
fn no_word_is_compared_outside_of_tables() {
    let mut found = Vec::new();
    for path in sources(Path::new("src/value")) {
        let name = path.strip_prefix("src/value").unwrap();
        let name = name.to_str().unwrap().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        for word in compared(&text) {
            found.push((name.clone(), word));
        }
    }
    let is_known = |(file, word): &(String, String)| {
        let mut known = EXCEPTIONS.iter();
        known.any(|(in_file, text, _)| in_file == file && text == word)
    };
    let unknown: Vec<_> = found.iter().filter(|it| !is_known(it)).collect();
    assert!(unknown.is_empty(), "words outside of tables: {unknown:#?}");
    // An exception that is needed no more goes.
    for (file, word, why) in EXCEPTIONS {
        let is_there = found
            .iter()
            .any(|(in_file, text)| in_file == file && text == word);
        assert!(
            is_there,
            "{file} does not compare {word:?} any more ({why})"
        );
    }
}

#[test]
fn what_is_compared_is_found() {
    let code = |line: &str| compared(&format!("fn f() {{ {line} }}"));
    for line in [
        r#"word == "ago""#,
        r#"matches!(word, "," | "ago")"#,
        r#"match word { "ago" => 1, _ => 2 }"#,
        r#"match (a, b) { ("ago", _) if it => 1, _ => 2 }"#,
        r#"if let Some("ago") = word {}"#,
        r#"text.strip_prefix("ago ")"#,
        r#"["ago", "then"].contains(&word)"#,
    ] {
        assert!(code(line).iter().any(|word| word.trim() == "ago"), "{line}");
    }
    for line in [
        r#"const AGO: &[&str] = &["ago"]; word == AGO"#,
        r#"note(at, || "ago".into())"#,
        r#"format!("{n} ago")"#,
        r#"match kind { Kind::Ago => "ago", _ => "then" }"#,
        r#"matches!(word, "," | "-")"#,
        r#"// word == "ago""#,
    ] {
        assert_eq!(code(line), Vec::<String>::new(), "{line}");
    }
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(sources(&path));
        } else if !path.ends_with("tests.rs") {
            all.push(path);
        }
    }
    all.sort();
    all
}

/// A token of Rust, as far as this needs it.
#[derive(Debug, PartialEq)]
enum Token {
    Text(String),
    Other(String),
}

/// Calls that compare with what stands in them.
const COMPARING: &[&str] = &[
    "starts_with",
    "ends_with",
    "strip_prefix",
    "strip_suffix",
    "trim_start_matches",
    "trim_end_matches",
    "contains",
    "eq_ignore_ascii_case",
    "matches!",
];

/// The words with which code compares, outside of constants and tests.
fn compared(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]\nmod ").next().unwrap();
    let tokens = without_constants(tokens(source));
    let other = |at: usize| match tokens.get(at) {
        Some(Token::Other(text)) => text.as_str(),
        _ => "",
    };
    let mut open: Vec<usize> = Vec::new();
    let mut words = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Other(mark) if matches!(mark.as_str(), "(" | "[" | "{") => open.push(at),
            Token::Other(mark) if matches!(mark.as_str(), ")" | "]" | "}") => {
                open.pop();
            }
            Token::Other(_) => {}
            Token::Text(text) => {
                let before = other(at.wrapping_sub(1));
                let after_text = matches!(tokens.get(at.wrapping_sub(2)), Some(Token::Text(_)));
                let beside = matches!(before, "==" | "!=")
                    || matches!(other(at + 1), "==" | "!=" | "=>" | "|")
                    || (before == "|" && after_text);
                let inside = open
                    .iter()
                    .rev()
                    .take(2)
                    .any(|open| is_compared(&tokens, *open));
                let is_word = text.chars().any(|c| c.is_ascii_lowercase())
                    && text
                        .chars()
                        .all(|c| c.is_ascii_lowercase() || " '.-".contains(c));
                if is_word && (beside || inside) {
                    words.push(text.clone());
                }
            }
        }
    }
    words
}

/// Whether what a bracket encloses is compared with: a pattern, a list in code, or what a call looks for.
fn is_compared(tokens: &[Token], open: usize) -> bool {
    let other = |at: usize| match tokens.get(at) {
        Some(Token::Other(text)) => text.as_str(),
        _ => "",
    };
    let mut depth = 0;
    let close = (open..tokens.len()).find(|at| {
        depth += i32::from(matches!(other(*at), "(" | "[" | "{"));
        depth -= i32::from(matches!(other(*at), ")" | "]" | "}"));
        depth == 0
    });
    let after = close.map_or("", |close| other(close + 1));
    match other(open) {
        "(" => {
            let name = other(open.wrapping_sub(1));
            COMPARING.contains(&name) || matches!(after, "=>" | "=" | "if")
        }
        "[" => after == ".",
        _ => false,
    }
}

/// Leaves out constants and statics: those are the tables.
fn without_constants(tokens: Vec<Token>) -> Vec<Token> {
    let is = |token: Option<&Token>, text: &str| token == Some(&Token::Other(text.into()));
    let mut left = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        let begins = is(Some(&token), "const") || is(Some(&token), "static");
        if !begins || is(rest.peek(), "fn") {
            left.push(token);
            continue;
        }
        let mut depth = 0;
        for token in rest.by_ref() {
            if let Token::Other(mark) = &token {
                depth += i32::from(matches!(mark.as_str(), "(" | "[" | "{"));
                depth -= i32::from(matches!(mark.as_str(), ")" | "]" | "}"));
                if depth == 0 && mark == ";" {
                    break;
                }
            }
        }
    }
    left
}

fn tokens(source: &str) -> Vec<Token> {
    const MARKS: &[&str] = &["==", "!=", "=>", "||", "&&", "->", "::"];
    let mut tokens = Vec::new();
    let mut rest = source.trim_start();
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        if rest.starts_with("//") {
            length = rest.find('\n').unwrap_or(rest.len());
        } else if first == '"' {
            let inside = &rest[1..];
            let mut escaped = false;
            let end = inside.find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let end = end.unwrap_or(inside.len());
            tokens.push(Token::Text(inside[..end].into()));
            length = end + 2;
        } else if let Some(character) = character_length(rest) {
            length = character;
        } else if first.is_alphanumeric() || first == '_' || first == '\'' {
            let is_inside = |c: char| c.is_alphanumeric() || c == '_';
            let end = rest[1..].find(|c| !is_inside(c));
            length = end.map_or(rest.len(), |end| end + 1);
            let is_macro = rest[length..].starts_with('!') && !rest[length..].starts_with("!=");
            length += usize::from(is_macro);
            tokens.push(Token::Other(rest[..length].into()));
        } else {
            let mark = MARKS.iter().find(|mark| rest.starts_with(**mark));
            length = mark.map_or(length, |mark| mark.len());
            tokens.push(Token::Other(rest[..length].into()));
        }
        rest = rest[length.min(rest.len())..].trim_start();
    }
    tokens
}

/// The length of a character in quotation marks; a lifetime is none.
fn character_length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let length = match inside.strip_prefix('\\') {
        Some(escaped) => escaped.find('\'')? + 1,
        None => inside.chars().next()?.len_utf8(),
    };
    inside[length..].starts_with('\'').then_some(length + 2)
}
