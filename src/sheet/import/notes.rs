//! Annotations of Hypothesis and reviews in the words of schema.org, as rows.
//!
//! Neither holds subject, property and value apart, so that most become drafts: a quote or a statement, with
//! who said it and where. By convention labels such as `subject:dock fire` are fields.

use serde_json::Value;

use super::line::{Line, Lines, Refused};
use crate::edit::Node;
use crate::parse::{Form, tree};
use crate::sheet::field::{
    self, ANNOTATOR_AT, ATTRIBUTION_AT, FIELDS, HEDGED_AT, NOTE_AT, PUBLISHED_AT, Part, QUOTE_AT,
    SAID_AT, SOURCE_AT, STANCE_AT, TITLE_AT, URL_AT,
};

/// Whether bytes look like JSON.
#[must_use]
pub fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    text.trim_ascii_start().starts_with(b"{") || text.trim_ascii_start().starts_with(b"[")
}

/// The annotations or reviews of a file, as rows.
///
/// # Errors
///
/// What the file is instead; a clause that follows its name.
pub fn notes(bytes: &[u8]) -> Result<Lines, String> {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let value: Value =
        serde_json::from_slice(text).map_err(|error| format!("it is no JSON: {error}"))?;
    let items = items(&value);
    let mut lines = Lines::default();
    let (mut replies, mut reviews, mut annotations) = (0, 0, 0);
    for (row, item) in items.iter().enumerate() {
        let line = if is_review(item) {
            reviews += 1;
            review(item, row)
        } else if is_annotation(item) {
            if item
                .get("references")
                .and_then(Value::as_array)
                .is_some_and(|it| !it.is_empty())
            {
                replies += 1;
                continue;
            }
            annotations += 1;
            annotation(item, row)
        } else {
            continue;
        };
        lines.lines.push(line);
    }
    if items.is_empty() {
        return Err("it is an empty list".into());
    }
    let passed = items.len() - replies - reviews - annotations;
    if replies + reviews + annotations == 0 {
        return Err("it holds neither annotations of Hypothesis nor a ClaimReview".into());
    }
    if annotations > 0 {
        let left = "of annotations, groups, times and what stands before and behind quotes are left behind";
        lines.said.push(left.into());
    }
    if reviews > 0 {
        let left =
            "of reviews, the rating scale is left behind; the rating itself goes into the note";
        lines.said.push(left.into());
    }
    lines.said.extend(replies_left(replies));
    if passed > 0 {
        let entries = match passed {
            1 => "1 entry".to_owned(),
            _ => format!("{passed} entries"),
        };
        lines
            .said
            .push(format!("{entries} of another sort left behind"));
    }
    Ok(lines)
}

/// What to say of replies.
pub(super) fn replies_left(count: usize) -> Option<String> {
    let replies = match count {
        0 => return None,
        1 => "1 reply is".to_owned(),
        _ => format!("{count} replies are"),
    };
    Some(format!(
        "{replies} left behind: a reply says nothing of an article"
    ))
}

/// Takes labels: `subject:dock fire` is a field, `hedged` says so, others are noted.
pub(super) fn take_tags(line: &mut Line, tags: &[&str]) -> Result<(), String> {
    let mut others = Vec::new();
    for tag in tags
        .iter()
        .map(|tag| tag.trim())
        .filter(|tag| !tag.is_empty())
    {
        let (name, text) = tag.split_once(':').unwrap_or((tag, ""));
        match (claim_field(name), text.trim()) {
            (Some(HEDGED_AT), "") => line.set(HEDGED_AT, "yes")?,
            (Some(at), text) if !text.is_empty() => line.set(at, text)?,
            _ if tag.eq_ignore_ascii_case("denies") => line.set(STANCE_AT, tag)?,
            _ => others.push(tag),
        }
    }
    match others.is_empty() {
        true => Ok(()),
        false => line.set(NOTE_AT, &format!("tags: {}", others.join(", "))),
    }
}

/// The field of a claim of that name.
fn claim_field(name: &str) -> Option<usize> {
    field::named(&field::plain(name)).filter(|at| FIELDS[*at].part == Part::Claim)
}

/// What a file lists, whatever it calls the list.
fn items(value: &Value) -> Vec<&Value> {
    let lists = ["rows", "annotations", "@graph", "dataFeedElement"];
    let list = lists.iter().find_map(|name| value.get(name)?.as_array());
    let items: Vec<&Value> = match (value, list) {
        (_, Some(list)) | (Value::Array(list), _) => list.iter().collect(),
        (other, None) => vec![other],
    };
    // A feed wraps what it lists.
    let inner = items.into_iter().flat_map(|item| match item.get("item") {
        Some(Value::Array(inner)) => inner.iter().collect(),
        Some(inner @ Value::Object(_)) => vec![inner],
        _ => vec![item],
    });
    inner.collect()
}

fn text<'v>(value: &'v Value, path: &[&str]) -> Option<&'v str> {
    let mut at = value;
    for name in path {
        // Where one is expected, several may stand.
        if let Value::Array(list) = at {
            at = list.first()?;
        }
        at = at.get(name)?;
    }
    match at {
        Value::Array(list) => list.first()?.as_str(),
        other => other.as_str(),
    }
    .map(str::trim)
    .filter(|text| !text.is_empty())
}

fn is_annotation(item: &Value) -> bool {
    text(item, &["uri"]).is_some()
        && ["target", "text", "tags"]
            .iter()
            .any(|name| item.get(name).is_some())
}

fn annotation(item: &Value, row: usize) -> Line {
    let mut line = Line::new("annotation", row);
    let who = text(item, &["user"]).map(|user| {
        let name = user.strip_prefix("acct:").unwrap_or(user);
        name.split('@').next().unwrap_or(name)
    });
    let selectors = item.get("target").and_then(|target| match target {
        Value::Array(list) => list.first()?.get("selector")?.as_array(),
        other => other.get("selector")?.as_array(),
    });
    let exact = selectors
        .into_iter()
        .flatten()
        .find_map(|selector| text(selector, &["exact"]));
    let tags = item.get("tags").and_then(Value::as_array);
    let tags: Vec<&str> = tags
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut take = || {
        for (at, found) in [
            (URL_AT, text(item, &["uri"])),
            (TITLE_AT, text(item, &["document", "title"])),
            (ANNOTATOR_AT, who),
            (QUOTE_AT, exact),
        ] {
            if let Some(found) = found {
                line.set(at, found)?;
            }
        }
        if let Some(comment) = text(item, &["text"]) {
            match fields(comment) {
                Some(fields) => {
                    for (at, found) in fields {
                        line.set(at, &found)?;
                    }
                }
                None => line.set(NOTE_AT, comment)?,
            }
        }
        take_tags(&mut line, &tags)
    };
    let taken = take();
    refused(line, taken)
}

/// The fields of a comment that is a map of fields of a claim, as YAML has it.
fn fields(comment: &str) -> Option<Vec<(usize, String)>> {
    let tree = tree(comment).ok()?;
    let [document] = tree.documents.as_slice() else {
        return None;
    };
    let Form::Map(entries, _) = &document.form else {
        return None;
    };
    let entry = |(key, value): &(crate::parse::Branch, crate::parse::Branch)| {
        let Form::Scalar(key, _) = &key.form else {
            return None;
        };
        let value = match Node::of(value) {
            Node::Text(text) => text,
            Node::Alias(_) | Node::Missing => return None,
            other => crate::edit::flow(&other),
        };
        Some((claim_field(key)?, value))
    };
    entries.iter().map(entry).collect()
}

fn is_review(item: &Value) -> bool {
    let is = |sort: &Value| sort.as_str() == Some("ClaimReview");
    match item.get("@type") {
        Some(Value::Array(sorts)) => sorts.iter().any(is),
        Some(sort) => is(sort),
        None => false,
    }
}

fn review(item: &Value, row: usize) -> Line {
    let mut line = Line::new("review", row);
    let places: [&[&str]; 5] = [
        &["itemReviewed", "firstAppearance", "url"],
        &["itemReviewed", "appearance", "url"],
        &["itemReviewed", "firstAppearance"],
        &["itemReviewed", "appearance"],
        &["itemReviewed", "url"],
    ];
    let place = places.iter().find_map(|path| text(item, path));
    let desk = text(item, &["author", "name"]);
    let (day, url) = (
        text(item, &["datePublished"]).map(day_of),
        text(item, &["url"]),
    );
    let rating = text(item, &["reviewRating", "alternateName"]);
    let by = match (desk, rating) {
        (None, None) => None,
        (desk, rating) => {
            let desk = desk.map_or(String::new(), |desk| format!(" by {desk}"));
            let rating = rating.map_or(String::new(), |rating| format!(": {rating}"));
            Some(format!("reviewed{desk}{rating}"))
        }
    };
    let review: Vec<String> = by
        .into_iter()
        .chain(day.map(str::to_owned))
        .chain(url.map(str::to_owned))
        .collect();
    let review = review.join(", ");
    let mut take = || {
        match place {
            Some(place) => line.set(URL_AT, place)?,
            // Where nobody says where it stood, the review is what reports it.
            None => {
                for (at, found) in [(SOURCE_AT, desk), (PUBLISHED_AT, day), (URL_AT, url)] {
                    line.set(at, found.unwrap_or_default())?;
                }
            }
        }
        for (at, found) in [
            (
                ATTRIBUTION_AT,
                text(item, &["itemReviewed", "author", "name"]),
            ),
            (
                SAID_AT,
                text(item, &["itemReviewed", "datePublished"]).map(day_of),
            ),
            (NOTE_AT, text(item, &["claimReviewed"])),
            (NOTE_AT, Some(review.as_str())),
        ] {
            line.set(at, found.unwrap_or_default())?;
        }
        Ok(())
    };
    let taken = take();
    refused(line, taken)
}

/// The day of a moment: `2024-03-05T10:00:00Z`.
fn day_of(text: &str) -> &str {
    text.split(['T', ' ']).next().unwrap_or(text)
}

fn refused(mut line: Line, taken: Result<(), String>) -> Line {
    if let Err(why) = taken {
        line.refused = Some(Refused { column: None, why });
    }
    line
}
