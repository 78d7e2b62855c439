//! The fields of claims as texts of cells, and cells as what a file says.

use super::day;
use super::field::{FIELDS, Part, Shape};
use crate::edit::{Node, flow};
use crate::model::{Article, Axis, Claim, Corpus, Draft, Stance, Symbol};
use crate::parse::{Branch, Form, tree};
use crate::render::visible;
use crate::text::hidden::is_hidden;
use crate::value::Written;

/// The cells of one row, in the order of [`FIELDS`].
pub type Cells = Vec<String>;

/// More characters than these do not fit into a cell of a spreadsheet.
pub const MOST_CHARACTERS: usize = 32_000;

/// The cells of an article; those of which the record keeps nothing are empty, and those of claims.
#[must_use]
pub fn of_article(corpus: &Corpus, article: &Article) -> Cells {
    cells(Part::Article, |name| {
        of_article_field(corpus, article, name)
    })
}

/// The cells of a claim, without those of its article.
#[must_use]
pub fn of_claim(corpus: &Corpus, claim: &Claim) -> Cells {
    cells(Part::Claim, |name| of_field(corpus, claim, name))
}

/// The cells of a draft, without those of its article.
#[must_use]
pub fn of_draft(draft: &Draft) -> Cells {
    cells(Part::Claim, |name| of_draft_field(draft, name))
}

fn cells(part: Part, of: impl Fn(&str) -> String) -> Cells {
    let cell = |field: &super::field::Field| match field.part == part {
        true => {
            let text = shown(&of(field.name));
            // In the way in which it is compared when it comes back: some texts look like lists.
            plain(field.shape, &text).unwrap_or(text)
        }
        false => String::new(),
    };
    FIELDS.iter().map(cell).collect()
}

/// A text as a cell shows it: what nobody would see becomes a visible mark, and what does not fit is cut.
#[must_use]
pub fn shown(text: &str) -> String {
    let lines = text.trim().lines().map(|line| visible(line).into_owned());
    let text = lines.collect::<Vec<_>>().join("\n");
    match text.char_indices().nth(MOST_CHARACTERS) {
        Some((at, _)) => format!("{} [...]", text.get(..at).unwrap_or_default()),
        None => text,
    }
}

fn of_article_field(corpus: &Corpus, article: &Article, name: &str) -> String {
    let text = |symbol: Option<Symbol>| symbol.map(|it| corpus.symbols.text(it).to_owned());
    let boxed = |text: &Option<Box<str>>| text.as_deref().map(str::to_owned);
    let found = match name {
        "article" => text(Some(article.id)),
        "source" => text(article.source),
        "title" => boxed(&article.title),
        "author" => boxed(&article.author),
        "url" => boxed(&article.url),
        "article cites" => Some(names(&texts(corpus, &article.cites))),
        "copy of" => text(article.copy_of),
        "revises" => text(article.revises),
        "annotator" => text(article.annotator),
        // Of the day, the note and the file of the text, the record keeps only what they mean.
        _ => None,
    };
    found.unwrap_or_default()
}

fn of_field(corpus: &Corpus, claim: &Claim, name: &str) -> String {
    let details = &claim.details;
    let boxed = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let limit = |axis| details.limit(axis).unwrap_or_default().to_owned();
    match name {
        "subject" => corpus.symbols.text(claim.subject).to_owned(),
        "property" => corpus.symbols.text(claim.property).to_owned(),
        "value" => of_value(&claim.written),
        "quote" => claim.quote().unwrap_or_default().to_owned(),
        "attribution" => names(&texts(corpus, &claim.attribution)),
        "said" => boxed(&details.said),
        "stance" if claim.stance != Stance::default() => claim.stance.name().into(),
        "hedged" if claim.hedged => "yes".into(),
        "when" => limit(Axis::When),
        "where" => limit(Axis::Where),
        "qualifiers" => limits(&others(corpus, claim)),
        "cites" => names(&texts(corpus, &details.cites)),
        "note" => claim.note().unwrap_or_default().to_owned(),
        "id" => boxed(&details.name),
        _ => String::new(),
    }
}

/// A value as it is written in one cell: a list or map as YAML has it.
fn of_value(written: &Written) -> String {
    let list = |names: &[Box<str>]| {
        Node::List(
            names
                .iter()
                .map(|name| Node::Text(name.to_string()))
                .collect(),
        )
    };
    match written {
        Written::Scalar(text) => text.to_string(),
        Written::Members(given) if !given.only => flow(&list(&given.names)),
        Written::Members(given) => flow(&Node::Map(vec![
            ("members".to_owned(), list(&given.names)),
            ("only".to_owned(), Node::Flag(true)),
        ])),
        Written::Between(ends) => flow(&Node::Map(vec![(
            "between".to_owned(),
            list(ends.as_slice()),
        )])),
    }
}

fn of_draft_field(draft: &Draft, name: &str) -> String {
    let boxed = |text: &Option<Box<str>>| text.as_deref().unwrap_or_default().to_owned();
    let list = |texts: &[Box<str>]| names(&texts.iter().map(|text| &**text).collect::<Vec<_>>());
    let pairs = draft
        .qualifiers
        .iter()
        .map(|(name, value)| (&**name, &**value));
    let limit = |axis: &str| {
        let found = pairs.clone().find(|(name, _)| *name == axis);
        found.map_or(String::new(), |(_, value)| value.to_owned())
    };
    match name {
        "subject" => boxed(&draft.subject),
        "property" => boxed(&draft.property),
        "value" => draft.written.as_ref().map(of_value).unwrap_or_default(),
        "quote" => boxed(&draft.quote),
        "attribution" => list(&draft.attribution),
        "said" => boxed(&draft.said),
        "stance" => match draft.stance {
            Some(Stance::Denies) => Stance::Denies.name().to_owned(),
            _ => String::new(),
        },
        "hedged" if draft.hedged == Some(true) => "yes".to_owned(),
        "when" | "where" => limit(name),
        "qualifiers" => {
            let others = pairs.filter(|(name, _)| !matches!(*name, "when" | "where"));
            limits(&others.collect::<Vec<_>>())
        }
        "cites" => list(&draft.cites),
        "note" => boxed(&draft.note),
        "id" => boxed(&draft.name),
        _ => String::new(),
    }
}

fn texts<'c>(corpus: &'c Corpus, symbols: &[Symbol]) -> Vec<&'c str> {
    symbols.iter().map(|it| corpus.symbols.text(*it)).collect()
}

/// Several texts in one cell.
fn names(texts: &[&str]) -> String {
    match texts.len() > 1 && texts.iter().any(|text| text.contains(';')) {
        true => {
            let texts = texts.iter().map(|text| Node::Text((*text).to_owned()));
            flow(&Node::List(texts.collect()))
        }
        false => texts.join("; "),
    }
}

/// The limits of a claim that have no column of their own.
fn others<'c>(corpus: &'c Corpus, claim: &'c Claim) -> Vec<(&'c str, &'c str)> {
    let others = claim.details.qualifiers.iter();
    let others = others.filter_map(|qualifier| match qualifier.axis {
        Axis::When | Axis::Where => None,
        Axis::Other(name) => Some((corpus.symbols.text(name), &*qualifier.value)),
    });
    others.collect()
}

/// Limits in one cell, each with its name.
fn limits(limits: &[(&str, &str)]) -> String {
    let is_hard = |text: &str| text.contains(';') || text.contains('\n');
    let are_hard =
        |(name, value): &(&str, &str)| is_hard(name) || name.contains(':') || is_hard(value);
    match limits.iter().any(are_hard) {
        true => {
            let entry = |(name, value): &(&str, &str)| {
                ((*name).to_owned(), Node::Text((*value).to_owned()))
            };
            flow(&Node::Map(limits.iter().map(entry).collect()))
        }
        false => {
            let texts = limits
                .iter()
                .map(|(name, value)| format!("{name}: {value}"));
            texts.collect::<Vec<_>>().join("; ")
        }
    }
}

/// What a cell says in the one way in which it is compared: `asserts` and `no` go without saying, lists are
/// written alike, and signs that nobody sees are none.
///
/// # Errors
///
/// A text that the field does not take, with the reason.
pub fn plain(shape: Shape, text: &str) -> Result<String, String> {
    let text = text.replace("\r\n", "\n").replace('\t', " ");
    let text: String = text
        .chars()
        .filter(|c| *c == '\n' || !is_hidden(*c))
        .collect();
    let text = text.trim().to_owned();
    let lower = text.to_lowercase();
    match shape {
        Shape::Value | Shape::Texts | Shape::Qualifiers => {
            Ok(settled(shape, &text).unwrap_or(text))
        }
        Shape::Choice(words) => match words.iter().position(|word| *word == lower) {
            Some(0) => Ok(String::new()),
            Some(_) => Ok(lower),
            None if text.is_empty() => Ok(text),
            None => Err(format!(
                "\u{201c}{text}\u{201d} is none of {}",
                words.join(", ")
            )),
        },
        Shape::YesNo => match lower.as_str() {
            "yes" | "true" | "x" | "y" => Ok("yes".to_owned()),
            "" | "no" | "false" | "n" => Ok(String::new()),
            _ => Err(format!("\u{201c}{text}\u{201d} is neither yes nor no")),
        },
        _ => Ok(text),
    }
}

/// A list or map as a claim that has it is written out.
fn settled(shape: Shape, text: &str) -> Option<String> {
    let strings = |entries: &[Node]| -> Option<Vec<String>> {
        let string = |node: &Node| match node {
            Node::Text(text) => Some(text.clone()),
            _ => None,
        };
        entries.iter().map(string).collect()
    };
    match (shape, node(shape, text).ok()??) {
        (Shape::Value, Node::Map(entries)) => match entries.as_slice() {
            [(key, members), rest @ ..] if key == "members" => {
                let members = match members {
                    Node::List(_) => members.clone(),
                    other => Node::List(vec![other.clone()]),
                };
                let is_only = rest.iter().any(|(_, only)| *only == Node::Flag(true));
                Some(match is_only {
                    true => flow(&Node::Map(vec![
                        ("members".to_owned(), members),
                        ("only".to_owned(), Node::Flag(true)),
                    ])),
                    false => flow(&members),
                })
            }
            _ => Some(flow(&Node::Map(entries))),
        },
        (Shape::Value, list @ Node::List(_)) => Some(flow(&list)),
        (Shape::Texts, Node::List(entries)) => {
            let texts = strings(&entries)?;
            Some(names(&texts.iter().map(String::as_str).collect::<Vec<_>>()))
        }
        (Shape::Texts, Node::Text(text)) => Some(text),
        (Shape::Qualifiers, Node::Map(entries)) => {
            let (keys, values): (Vec<String>, Vec<Node>) = entries.into_iter().unzip();
            let values = strings(&values)?;
            let pairs = keys
                .iter()
                .map(String::as_str)
                .zip(values.iter().map(String::as_str));
            Some(limits(&pairs.collect::<Vec<_>>()))
        }
        _ => None,
    }
}

/// What is written into a file for a cell; nothing for an empty one.
///
/// # Errors
///
/// A text that the field does not take, with the reason.
pub fn node(shape: Shape, text: &str) -> Result<Option<Node>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let node = match shape {
        Shape::Text | Shape::Day | Shape::Choice(_) => Node::Text(text.to_owned()),
        Shape::Published => match yaml(text).and_then(day::guessed) {
            Some(node) => node,
            None => Node::Text(text.to_owned()),
        },
        Shape::YesNo => Node::Flag(true),
        Shape::Value => structured(text).unwrap_or_else(|| Node::Text(text.to_owned())),
        Shape::Texts => match structured(text) {
            Some(list @ Node::List(_)) => list,
            _ => {
                let parts = text
                    .split(';')
                    .map(str::trim)
                    .filter(|part| !part.is_empty());
                let mut parts: Vec<Node> = parts.map(|part| Node::Text(part.to_owned())).collect();
                match (parts.len(), parts.pop()) {
                    (1, Some(one)) => one,
                    (_, Some(last)) => {
                        parts.push(last);
                        Node::List(parts)
                    }
                    (_, None) => return Ok(None),
                }
            }
        },
        Shape::Qualifiers => qualifiers(text)?,
    };
    Ok(Some(node))
}

fn qualifiers(text: &str) -> Result<Node, String> {
    if text.starts_with('{')
        && let Some(map @ Node::Map(_)) = yaml(text)
    {
        return Ok(map);
    }
    let parts = text
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let entries = parts.map(|part| {
        let (name, value) = part.split_once(':').unwrap_or_default();
        match (name.trim(), value.trim()) {
            ("", _) | (_, "") => Err(format!(
                "\u{201c}{part}\u{201d} is no limit such as \u{201c}age group: under 18\u{201d}"
            )),
            (name, value) => Ok((name.to_owned(), Node::Text(value.to_owned()))),
        }
    });
    Ok(Node::Map(entries.collect::<Result<_, _>>()?))
}

/// A value that is no text: a list, `between` or `members`, as YAML has it in brackets or braces.
fn structured(text: &str) -> Option<Node> {
    let node = yaml(text)?;
    let is_text = |node: &Node| matches!(node, Node::Text(text) if !text.is_empty());
    let is_list = |node: &Node| match node {
        Node::List(entries) => !entries.is_empty() && entries.iter().all(is_text),
        _ => false,
    };
    match node {
        Node::List(_) if is_list(&node) => Some(node),
        Node::Map(entries) => {
            let mut kept = Vec::new();
            for (key, value) in entries {
                let value = match (key.as_str(), &value) {
                    ("between", Node::List(bounds)) if is_list(&value) && bounds.len() == 2 => {
                        value
                    }
                    ("members", _) if is_list(&value) || is_text(&value) => value,
                    ("only", Node::Text(text)) => match text.as_str() {
                        "yes" | "true" => Node::Flag(true),
                        "no" | "false" => Node::Flag(false),
                        _ => return None,
                    },
                    _ => return None,
                };
                kept.push((key, value));
            }
            kept.sort_by(|a, b| a.0.cmp(&b.0));
            let keys: Vec<&str> = kept.iter().map(|(key, _)| key.as_str()).collect();
            let is_value = matches!(
                keys.as_slice(),
                ["between"] | ["members"] | ["members", "only"]
            );
            is_value.then_some(Node::Map(kept))
        }
        _ => None,
    }
}

/// A list or map in brackets or braces.
pub(super) fn yaml(text: &str) -> Option<Node> {
    let is_one = (text.starts_with('[') && text.ends_with(']'))
        || (text.starts_with('{') && text.ends_with('}'));
    let tree = is_one.then(|| tree(text).ok())??;
    let whole = |branch: &&Branch| matches!(branch.form, Form::List(_, true) | Form::Map(_, true));
    match tree.documents.as_slice() {
        [document] if tree.comments.is_empty() => Some(document).filter(whole).map(Node::of),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(shape: Shape, text: &str) -> String {
        node(shape, text)
            .unwrap()
            .map_or_else(String::new, |node| flow(&node))
    }

    #[test]
    fn cells_are_read_by_the_shape_of_their_field() {
        for (shape, text, expected) in [
            (Shape::Text, "[three]", "'[three]'"),
            (Shape::Value, "[A, 'B, C']", "[A, 'B, C']"),
            (Shape::Value, "{between: [5, 7]}", "{between: ['5', '7']}"),
            (
                Shape::Value,
                "{members: [A], only: yes}",
                "{members: [A], only: true}",
            ),
            (Shape::Value, "[inaudible] three", "'[inaudible] three'"),
            (Shape::Value, "[]", "'[]'"),
            (Shape::Value, "{a: b}", "'{a: b}'"),
            (Shape::Value, "[*a]", "'[*a]'"),
            (Shape::Value, "[A] # [B]", "'[A] # [B]'"),
            (Shape::Texts, "Ann Lee; Bo Chen;", "[Ann Lee, Bo Chen]"),
            (Shape::Texts, "Ann Lee", "Ann Lee"),
            (Shape::Texts, ";", ""),
            (Shape::YesNo, "yes", "true"),
            (
                Shape::Qualifiers,
                "age: under 18; sex: f",
                "{age: under 18, sex: f}",
            ),
            (
                Shape::Published,
                "{guessed: 2024-03-05}",
                "{guessed: 2024-03-05}",
            ),
            (Shape::Published, "{on: 2024-03-05}", "'{on: 2024-03-05}'"),
            (Shape::Text, "", ""),
        ] {
            assert_eq!(written(shape, text), expected, "{text}");
        }
        assert!(node(Shape::Qualifiers, "under 18").is_err());
    }

    #[test]
    fn what_goes_without_saying_is_nothing() {
        let stance = Shape::Choice(Stance::WORDS);
        for (shape, text, expected) in [
            (stance, "Asserts", Some("")),
            (stance, "DENIES", Some("denies")),
            (stance, "denys", None),
            (Shape::YesNo, "TRUE", Some("yes")),
            (Shape::YesNo, "No", Some("")),
            (Shape::YesNo, "maybe", None),
            (Shape::Text, " a\r\nb\u{200b} ", Some("a\nb")),
            (Shape::Value, "[A,B]", Some("[A, B]")),
            (Shape::Value, "{members: [A], only: no}", Some("[A]")),
            (
                Shape::Value,
                "{only: yes, members: A}",
                Some("{members: [A], only: true}"),
            ),
            (Shape::Value, "[inaudible] 3", Some("[inaudible] 3")),
            (Shape::Texts, "A;B;", Some("A; B")),
            (Shape::Texts, "['A; B', C]", Some("[A; B, C]")),
            (Shape::Qualifiers, "{age: 3}", Some("age: 3")),
        ] {
            assert_eq!(plain(shape, text).ok().as_deref(), expected, "{text}");
        }
    }
}
