//! What would let more of a story be compared, each with the lines that say it, and what these would change.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Change, Planned, Refused, Seen};
use super::shelf;
use super::{Desk, run};
use crate::edit::{Node, Path, Step, block, edit_all};
use crate::finding::{Help, Report, Summary};
use crate::model::{ArticleId, Corpus};
use crate::parse::load_text;
use crate::sheet::day;
use crate::sheet::field::PUBLISHED_AT;
use crate::sheet::import::set;
use crate::suggest::{self, Declarations, Declared, Sort, Suggestion};
use crate::value::{KINDS, Kind};

/// So many values of a property are named.
const MOST_VALUES: usize = 6;

/// Something that would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helping {
    /// The property, the entity or the article that it is about.
    pub name: String,
    /// Why it would.
    pub why: String,
    /// What there is a choice of.
    pub choice: Choice,
    /// The lines for the vocabulary, each with what it is called where there is a choice.
    pub ways: Vec<(String, String)>,
    /// The article whose day of publication is asked for.
    pub article: Option<ArticleId>,
}

/// What a person may choose of something that would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The kind of a property.
    Kind,
    /// Which of several names is the main one.
    MainName,
}

/// What a change would make of the findings.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// Whether all that is found now would still be found.
    pub keeps: bool,
    /// What was counted.
    pub before: Summary,
    /// What would be.
    pub after: Summary,
}

/// All that would help, in the order in which it does.
#[must_use]
pub fn helps(report: &Report<'_>) -> Vec<Helping> {
    let suggested = suggest::suggestions(report);
    let has_terms = |name: &String| {
        suggested
            .iter()
            .any(|it| it.sort == Sort::Terms && it.name == *name)
    };
    let kinds = kinds(report)
        .into_iter()
        .filter(|(name, _)| !has_terms(name));
    let kinds: Vec<Helping> = kinds
        .map(|(name, values)| of_kinds(&name, &values))
        .collect();
    let declarations = Declarations::of(report.corpus);
    let suggested = suggested.iter();
    let suggested = suggested.map(|it| of_suggestion(report.corpus, &declarations, it));
    suggested.chain(kinds).collect()
}

fn of_suggestion(
    corpus: &Corpus,
    declarations: &Declarations<'_>,
    suggestion: &Suggestion,
) -> Helping {
    let meant = as_declared(declarations, suggestion);
    let is_source = corpus
        .vocabulary
        .sources
        .iter()
        .any(|it| *it.name == *meant.name);
    let section = |node: Node| match node {
        Node::Map(sections) if is_source && meant.sort == Sort::Name => Node::Map(
            sections
                .into_iter()
                .map(|(_, entries)| ("sources".to_owned(), entries))
                .collect(),
        ),
        node => node,
    };
    let way = |meant: &Suggestion| {
        let node = suggest::declaration(meant).map(section)?;
        Some((meant.name.clone(), lines(&node)))
    };
    let is_declared = declarations.about(suggestion).is_some();
    let ways = match meant.sort {
        // What is declared keeps its name.
        Sort::Label | Sort::Name if !is_declared => turned(&meant).iter().filter_map(way).collect(),
        _ => {
            let only = way(&meant).map(|(_, lines)| (String::new(), lines));
            only.into_iter().collect()
        }
    };
    let is_of = |id: &ArticleId| corpus.id(*id) == suggestion.name;
    Helping {
        name: suggestion.name.clone(),
        why: suggestion.why.clone(),
        choice: Choice::MainName,
        ways,
        article: corpus
            .article_ids()
            .filter(|_| suggestion.sort == Sort::Published)
            .find(is_of),
    }
}

/// A suggestion that names are one, with each of them as the main one; the one that is proposed first.
fn turned(suggestion: &Suggestion) -> Vec<Suggestion> {
    let names: Vec<&String> = std::iter::once(&suggestion.name)
        .chain(&suggestion.values)
        .collect();
    let with_main = |main: &&String| {
        let aliases = names.iter().filter(|it| *it != main);
        Suggestion {
            name: (*main).clone(),
            values: aliases.map(|it| (*it).clone()).collect(),
            ..suggestion.clone()
        }
    };
    names.iter().map(with_main).collect()
}

/// A suggestion about what has another name in the vocabulary: under that name.
fn as_declared(declarations: &Declarations<'_>, suggestion: &Suggestion) -> Suggestion {
    let mut meant = suggestion.clone();
    if let Some(Declared { name, aliases, .. }) = declarations.about(suggestion) {
        let is_new = |it: &String| *it != *name && !aliases.iter().any(|known| **known == **it);
        if meant.sort != Sort::Terms {
            meant.values.push(meant.name);
            meant.values.retain(is_new);
        }
        meant.name = name.to_owned();
    }
    meant
}

/// The properties of which the values are only words, with these.
fn kinds(report: &Report<'_>) -> BTreeMap<String, BTreeSet<String>> {
    let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for finding in report
        .findings
        .iter()
        .filter(|it| it.helps.contains(&Help::Kind))
    {
        if let Some(property) = &finding.property {
            let values = finding.positions.iter().map(|it| it.value.clone());
            kinds.entry(property.clone()).or_default().extend(values);
        }
    }
    kinds
}

fn of_kinds(name: &str, values: &BTreeSet<String>) -> Helping {
    let text = |text: &str| Node::Text(text.to_owned());
    let terms = || Node::List(values.iter().map(|it| text(it)).collect());
    let ways = KINDS.iter().map(|row| {
        let mut fields = vec![("kind".to_owned(), text(row.name))];
        if row.kind == Kind::Term {
            fields.push(("terms".to_owned(), terms()));
        }
        let entry = Node::Map(vec![(name.to_owned(), Node::Map(fields))]);
        (
            row.name.to_owned(),
            lines(&Node::Map(vec![("properties".to_owned(), entry)])),
        )
    });
    let (terms, others): (Vec<_>, Vec<_>) = ways.partition(|(name, _)| name == "term");
    let some: Vec<&str> = values
        .iter()
        .take(MOST_VALUES)
        .map(String::as_str)
        .collect();
    Helping {
        name: name.to_owned(),
        why: format!(
            "has no kind, and its values are not compared: {}",
            some.join("; ")
        ),
        choice: Choice::Kind,
        ways: terms.into_iter().chain(others).collect(),
        article: None,
    }
}

fn lines(node: &Node) -> String {
    let lines = block(node).into_iter().map(|line| line + "\n");
    lines.collect()
}

/// What a change would make of the findings, without making it.
pub(super) fn weigh(desk: &mut Desk, change: &Change) -> Result<Weighed, Refused> {
    let everything = run::everything(&desk.options);
    let mut after = desk.as_if(change, &everything)?;
    Ok(desk.run.report(|before| {
        after.report(|after| Weighed {
            keeps: suggest::keeps(before, after),
            before: before.summary,
            after: after.summary,
        })
    }))
}

/// The day on which an article was published, written into its file.
pub(super) fn publish(corpus: &Corpus, seen: &Seen, day: &str) -> Result<Planned, Refused> {
    let open = shelf::open(corpus, &seen.key)?;
    let refused = |why: &str| Refused::No(format!("the file stays as it is: {why}"));
    if open.fingerprint != seen.fingerprint {
        let now = Some(open.text.text.as_bytes());
        return Err(Refused::changed(&open.path, now, Some(day.as_bytes())));
    }
    if day.is_empty() {
        return Err(Refused::No("write the day, such as 2018-06-06".into()));
    }
    day::check_day(day).map_err(|why| Refused::No(format!("published: {why}")))?;
    let document = open
        .document
        .ok_or_else(|| refused("its article is said in another place"))?;
    let steps = vec![Step::Key("article".to_owned())];
    let group = set(&open.text, &Path { document, steps }, PUBLISHED_AT, day);
    let old = open.text.text.clone();
    let (new, told) =
        edit_all(&old, &[group.map_err(|why| refused(&why))?]).map_err(Refused::No)?;
    if let Some(Err(why)) = told.into_iter().next() {
        return Err(refused(&why));
    }
    let errors = |text: &str| load_text(text).1.iter().filter(|it| it.is_error()).count();
    if errors(&new) > errors(&old) {
        return Err(refused("it would not be read back"));
    }
    Ok(Planned {
        what: format!("day of publication of {} written", corpus.id(open.id)),
        path: open.path,
        old: Some(old),
        new,
        beside: Vec::new(),
    })
}
