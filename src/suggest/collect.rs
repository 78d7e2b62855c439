//! Which suggestions a report gives rise to.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::declared::{Declarations, Declared};
use super::spelling::Spellings;
use super::{Sort, Suggestion};
use crate::diagnostic::Code;
use crate::finding::{Help, Report};
use crate::model::ArticleId;

/// All suggestions for a report of everything, in the order of help.
#[must_use]
pub fn suggestions(report: &Report<'_>) -> Vec<Suggestion> {
    let corpus = report.corpus;
    // Most reports have no names that almost match.
    let usual = LazyCell::new(|| Spellings::of(corpus));
    let usual_first = |names: &[String]| usual.usual_first(names);
    let mut all = alike(report, (Code::NearMissLabel, Sort::Label), &usual_first);
    let kept: IndexMap<String, String> = all
        .iter()
        .flat_map(|it| {
            it.values
                .iter()
                .map(|alias| (alias.clone(), it.name.clone()))
        })
        .collect();
    all.extend(alike(
        report,
        (Code::NearMissName, Sort::Name),
        &usual_first,
    ));
    let mut found = terms(report, &kept);
    found.extend(all);
    found.extend(dates(report));
    let declarations = Declarations::of(corpus);
    for suggestion in &mut found {
        if let Some(Declared { place, .. }) = declarations.about(suggestion) {
            let (file, line) = (corpus.files.name(place.file), place.spot.line);
            suggestion.aside = Some(format!(
                "it is declared already, at {file}:{line}: write it there"
            ));
        }
    }
    found
}

/// The values of properties that are not compared because nobody has declared them as terms.
fn terms(report: &Report<'_>, kept: &IndexMap<String, String>) -> Vec<Suggestion> {
    let mut by_property: IndexMap<&str, (Vec<String>, BTreeSet<String>)> = IndexMap::new();
    let lacking = report
        .findings
        .iter()
        .filter(|it| it.helps.contains(&Help::Terms));
    for finding in lacking {
        let Some(property) = &finding.property else {
            continue;
        };
        let property = kept.get(property).unwrap_or(property);
        let (values, subjects) = by_property.entry(property).or_default();
        for position in &finding.positions {
            if !values.contains(&position.value) {
                values.push(position.value.clone());
            }
        }
        subjects.extend(finding.subject.clone());
    }
    let suggestions = by_property
        .into_iter()
        .filter(|(_, (values, _))| values.len() > 1);
    let suggestions = suggestions.map(|(name, (values, subjects))| {
        let subjects: Vec<String> = subjects.into_iter().collect();
        Suggestion {
            sort: Sort::Terms,
            name: name.to_owned(),
            why: format!(
                "of {}: as terms they exclude each other; delete those that can hold together, or put one below another with `broader`",
                subjects.join(", ")
            ),
            values,
            aside: None,
        }
    });
    suggestions.collect()
}

/// The names or labels of warnings that two may be one. A name is the alias of one other.
fn alike(
    report: &Report<'_>,
    (code, sort): (Code, Sort),
    usual_first: &dyn Fn(&[String]) -> Vec<String>,
) -> Vec<Suggestion> {
    let warnings = report.diagnostics.iter().filter(|it| it.code == code);
    let mut suggestions: Vec<Suggestion> = Vec::new();
    let mut aliases: IndexMap<String, String> = IndexMap::new();
    let mut kept: BTreeSet<String> = BTreeSet::new();
    for warning in warnings {
        let spellings = usual_first(&warning.alike);
        let Some((first, others)) = spellings.split_first() else {
            continue;
        };
        let name = aliases.get(first).unwrap_or(first).clone();
        let others = others.iter();
        let others =
            others.filter(|it| **it != name && !aliases.contains_key(*it) && !kept.contains(*it));
        let values: Vec<String> = others.cloned().collect();
        if values.is_empty() {
            continue;
        }
        aliases.extend(values.iter().map(|alias| (alias.clone(), name.clone())));
        kept.insert(name.clone());
        suggestions.push(Suggestion {
            sort,
            name,
            values,
            why: warning.message.clone(),
            aside: None,
        });
    }
    suggestions
}

/// The articles of which a day of publication is waited for.
fn dates(report: &Report<'_>) -> Vec<Suggestion> {
    let corpus = report.corpus;
    let undated: BTreeSet<ArticleId> = report
        .findings
        .iter()
        .flat_map(|it| it.undated.iter().copied())
        .collect();
    let suggestions = undated.into_iter().map(|id| Suggestion {
        sort: Sort::Published,
        name: corpus.id(id).to_owned(),
        values: Vec::new(),
        why: match corpus.article(id).guessed {
            Some(_) => "confirm `published` in its file: values count from that day".to_owned(),
            None => "add `published` in its file: values count from that day".to_owned(),
        },
        aside: None,
    });
    suggestions.collect()
}
