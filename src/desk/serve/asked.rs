//! What the page asks for, as JSON.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::desk::{At, Change, NewArticle, Refused, Ruled, Seen};
use crate::model::Decision;
use crate::value::Day;

/// A change.
#[derive(Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub(super) enum ChangeV1 {
    Add {
        article: String,
        fingerprint: String,
        fields: BTreeMap<String, String>,
    },
    Edit {
        article: String,
        fingerprint: String,
        draft: bool,
        number: usize,
        fields: BTreeMap<String, String>,
    },
    Delete {
        article: String,
        fingerprint: String,
        draft: bool,
        number: usize,
    },
    Publish {
        article: String,
        fingerprint: String,
        day: String,
    },
    Article {
        fields: BTreeMap<String, String>,
        text: String,
        page: bool,
    },
    Rule {
        finding: String,
        ruling: String,
        value: Option<String>,
        by: String,
        reason: String,
        expires: Option<String>,
    },
    Declare {
        yaml: String,
    },
}

/// A stretch of an article's text, in units of UTF-16.
#[derive(Deserialize)]
pub(super) struct SelectedV1 {
    pub(super) article: String,
    pub(super) from: usize,
    pub(super) to: usize,
}

impl ChangeV1 {
    /// The change that is meant.
    pub(super) fn meant(self) -> Result<Change, Refused> {
        let seen = |key, fingerprint| Seen { key, fingerprint };
        let list = |fields: BTreeMap<String, String>| fields.into_iter().collect();
        Ok(match self {
            Self::Add {
                article,
                fingerprint,
                fields,
            } => Change::Add(seen(article, fingerprint), list(fields)),
            Self::Edit {
                article,
                fingerprint,
                draft,
                number,
                fields,
            } => Change::Edit(
                seen(article, fingerprint),
                At { draft, number },
                list(fields),
            ),
            Self::Delete {
                article,
                fingerprint,
                draft,
                number,
            } => Change::Delete(seen(article, fingerprint), At { draft, number }),
            Self::Publish {
                article,
                fingerprint,
                day,
            } => Change::Publish(seen(article, fingerprint), day),
            Self::Article { fields, text, page } => Change::Article(NewArticle {
                fields: list(fields),
                text,
                is_page: page,
            }),
            Self::Rule {
                finding,
                ruling,
                value,
                by,
                reason,
                expires,
            } => Change::Rule(Ruled {
                finding,
                decision: decision(&ruling)?,
                value: value.filter(|value| !value.is_empty()),
                by,
                reason,
                expires: expires
                    .filter(|day| !day.is_empty())
                    .map(|day| self::day(&day))
                    .transpose()?,
            }),
            Self::Declare { yaml } => Change::Declare(yaml),
        })
    }
}

fn decision(name: &str) -> Result<Decision, Refused> {
    let all = [Decision::Stands, Decision::Both, Decision::Unresolved];
    let found = all.into_iter().find(|it| it.name() == name);
    found.ok_or_else(|| Refused::No("a ruling is stands, both or unresolved".into()))
}

fn day(text: &str) -> Result<Day, Refused> {
    Day::from_iso(text).ok_or_else(|| Refused::No("write one day, such as 2018-06-06".into()))
}
