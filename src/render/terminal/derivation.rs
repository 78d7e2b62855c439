//! How a finding was derived, from the words in the files to the verdict: what `gainsay explain` shows.

use std::collections::BTreeSet;
use std::io;

use annotate_snippets::{AnnotationKind, Group, Level};

use super::Signal;
use super::page::{Cell, Page};
use super::reading;
use crate::compare::Verdict;
use crate::explain::{Derivation, Reading, Standing, Way};
use crate::finding::{Check, Finding, Join};
use crate::model::Corpus;
use crate::render::excerpt::{Texts, renderer, shown};
use crate::render::phrase;
use crate::render::place::place;
use crate::render::style::Role;
use crate::render::untrusted::visible;
use crate::text::{Place, number};
use crate::value::{Kind, Value};

/// How wide the checks that were asked are, and the questions.
const CHECK: usize = 20;
const ASKED: usize = 40;

/// How wide the labels of quotes and notes are.
const LABEL: usize = 5;

/// A page of fewer columns gets the names of checks alone.
const NARROW: usize = 60;

/// Writes all parts that there are.
pub(super) fn write(
    page: &mut Page<'_>,
    corpus: &Corpus,
    derivation: &Derivation<'_>,
) -> io::Result<()> {
    head(page, corpus, derivation.finding)?;
    claims(page, corpus, derivation)?;
    joins(page, &derivation.joins)?;
    rules(page, corpus, &derivation.rules)?;
    argument(page, derivation)?;
    standings(page, &derivation.pairs, &derivation.others)?;
    checks(page, &derivation.asked)?;
    origins(page, &derivation.origins)?;
    changes(page, &derivation.changes)?;
    let check = derivation.finding.check.name();
    let more = format!("`gainsay explain {check}` tells what {check} means and what to do.");
    page.line(0, Role::Faint, &more)
}

fn head(page: &mut Page<'_>, corpus: &Corpus, finding: &Finding) -> io::Result<()> {
    let signal = Signal::of_finding(finding);
    let heading = phrase::heading(finding);
    page.line(0, Role::Heading, &heading)?;
    page.row(
        0,
        &[
            Cell::rigid(signal.role, format!("{} {}", signal.mark, signal.word)),
            Cell::flexible(Role::Plain, check(finding)),
            Cell::rigid(Role::Faint, finding.id.to_string()),
        ],
    )?;
    if finding.agreed.is_some() {
        page.line(2, Role::Plain, &phrase::agreement(corpus, finding))?;
    } else if heading != finding.message {
        page.line(2, Role::Plain, &finding.message)?;
    }
    super::remarks::write(page, corpus, finding)?;
    page.blank()
}

/// The check, and how it ranks: "disputed, also misreported, high importance".
fn check(finding: &Finding) -> String {
    let rank = phrase::importance(finding.importance);
    let rank = rank.map(|word| format!(", {word} importance"));
    phrase::check(finding) + &rank.unwrap_or_default()
}

fn title(page: &mut Page<'_>, text: &str) -> io::Result<()> {
    page.line(0, Role::Heading, &text.to_uppercase())
}

/// Each claim with its line, and the words that made its value; then all values on one line.
fn claims(page: &mut Page<'_>, corpus: &Corpus, derivation: &Derivation<'_>) -> io::Result<()> {
    if derivation.claims.is_empty() {
        return Ok(());
    }
    title(page, "What the claims say")?;
    let renderer = renderer(page.is_color());
    let mut texts = Texts::default();
    let mut known = BTreeSet::new();
    let spans = derivation.finding.subject.is_none();
    for claim in &derivation.claims {
        let topic = if spans {
            format!("{}: ", claim.topic)
        } else {
            String::new()
        };
        let heading = format!("{topic}{}, {}", claim.article, claim.remarks.join(", "));
        let heading = Level::NOTE
            .no_name()
            .primary_title(visible(&heading).into_owned());
        let length = number(claim.written.chars().count());
        let excerpt = texts.excerpt(claim.place, length, &corpus.files);
        let label = meaning(claim);
        let label = visible(&label);
        let group = shown(
            Group::with_title(heading),
            claim.place,
            &corpus.files,
            excerpt,
            (AnnotationKind::Primary, &label),
        );
        page.verbatim(&renderer.render(&[group]))?;
        // The same words are taken apart once.
        if !claim.parts.is_empty() && known.insert(&claim.written) {
            reading::parts(page, &claim.written, claim.kind.0, &claim.parts)?;
        }
        let at = claim.quoted_at.as_ref().map(|at| format!(" ({at})"));
        let at = at.unwrap_or_default();
        let quote = claim.quote.as_ref().map(|quote| format!("“{quote}”{at}"));
        for (label, text) in [("quote", quote), ("note", claim.note.clone())] {
            let Some(text) = text else { continue };
            let label = Cell::new(Role::Label, LABEL, label);
            page.row(2, &[label, Cell::flexible(Role::Plain, text)])?;
        }
        page.blank()?;
    }
    match derivation.claims.first().filter(|_| !spans) {
        Some(first) => values(page, derivation, first.kind),
        None => Ok(()),
    }
}

/// The kind of all values, and where they lie on one line.
fn values(
    page: &mut Page<'_>,
    derivation: &Derivation<'_>,
    (kind, why): (Kind, &str),
) -> io::Result<()> {
    let words = format!("All are read as kind {}: {why}.", kind.name());
    page.line(2, Role::Plain, &words)?;
    page.blank()?;
    let positions = derivation.finding.positions.iter();
    let values: Vec<(&str, &Value)> = positions
        .filter_map(|at| Some((at.value.as_str(), at.reading.as_deref()?)))
        .collect();
    if let (true, Some((frame, scale))) = (values.len() > 1, reading::draw(page, &values)) {
        let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
        frame.draw(page, &scale, &names)?;
        page.blank()?;
    }
    Ok(())
}

/// What a claim means, or why it could not be compared.
fn meaning(claim: &Reading) -> String {
    match (&claim.value, &claim.unread) {
        (Some(value), _) => {
            let doubt = value.doubt().map(|doubt| format!(", {doubt}"));
            let doubt = doubt.unwrap_or_default();
            format!("{}: {}{doubt}", claim.kind.0.name(), value.describe())
        }
        (None, Some(why)) => format!("not compared: {why}"),
        (None, None) => "not compared".into(),
    }
}

/// Names on whose likeness the claims rest.
fn joins(page: &mut Page<'_>, joins: &[Join]) -> io::Result<()> {
    if joins.is_empty() {
        return Ok(());
    }
    title(page, "Names that were joined because they are alike")?;
    for join in joins {
        let name = phrase::join_name(join);
        let words = format!(
            "{name} = {} · {} · likeness {:.2}",
            join.entity, join.why, join.score
        );
        page.line(2, Role::Plain, &words)?;
    }
    page.line(2, Role::Plain, phrase::JOINS_HINT)?;
    page.blank()
}

/// Rules and dates that are used, and where they are declared.
fn rules(page: &mut Page<'_>, corpus: &Corpus, rules: &[(String, Place)]) -> io::Result<()> {
    if rules.is_empty() {
        return Ok(());
    }
    title(page, "What the vocabulary declares")?;
    for (rule, at) in rules {
        let rule = Cell::flexible(Role::Plain, rule);
        page.row(2, &[rule, Cell::rigid(Role::Faint, place(corpus, *at))])?;
    }
    page.blank()
}

/// Each step of an argument, and what the steps come to.
fn argument(page: &mut Page<'_>, derivation: &Derivation<'_>) -> io::Result<()> {
    if derivation.argument.is_empty() {
        return Ok(());
    }
    title(page, "Why they cannot all be true")?;
    let steps = derivation.argument.len();
    for (at, step) in derivation.argument.iter().enumerate() {
        let is_last = derivation.is_refuted && at + 1 == steps;
        let number = if is_last {
            "but".to_owned()
        } else {
            format!("{}.", at + 1)
        };
        page.row(
            2,
            &[
                Cell::new(Role::Label, 3, number),
                Cell::flexible(Role::Plain, &*step.says),
            ],
        )?;
        for (sign, words) in [("=", &step.alone), ("so", &step.so_far)] {
            if let Some(words) = words {
                page.row(
                    7,
                    &[
                        Cell::new(Role::Label, 2, sign),
                        Cell::flexible(Role::Value, words.as_str()),
                    ],
                )?;
            }
        }
    }
    let before = derivation.argument.iter().rev().nth(1);
    let says_all = before.is_some_and(|step| steps == 2 || step.so_far.is_some());
    let end = match derivation.is_refuted && says_all {
        true => "The last two have nothing in common.",
        false => "No values satisfy all of these at once.",
    };
    page.line(2, Role::Conflict, end)?;
    page.blank()
}

/// How positions stand: the pairs that matter, then the others.
fn standings(page: &mut Page<'_>, pairs: &[Standing], others: &[String]) -> io::Result<()> {
    if pairs.is_empty() && others.is_empty() {
        return Ok(());
    }
    title(page, "How they stand")?;
    for pair in pairs {
        standing(page, pair)?;
    }
    for other in others {
        page.line(2, Role::Plain, other)?;
    }
    if others.is_empty() {
        return Ok(());
    }
    page.blank()
}

/// Two claims: how their values stand, what tempers that, and which check applies.
fn standing(page: &mut Page<'_>, pair: &Standing) -> io::Result<()> {
    let [left, right] = &pair.sides;
    page.line(2, Role::Value, left)?;
    page.line(2, Role::Value, right)?;
    let values = &pair.values;
    page.row(
        4,
        &[
            Cell::new(Role::Label, 7, "values"),
            Cell::flexible(Role::Plain, values),
        ],
    )?;
    let width = ASKED.min(page.width() / 2);
    for ground in &pair.grounds {
        let answer = ground.answer.as_deref().unwrap_or("no");
        page.row(
            4,
            &[
                Cell::new(Role::Label, width, ground.asked),
                Cell::flexible(Role::Plain, answer),
            ],
        )?;
    }
    let (role, why) = match &pair.verdict {
        Verdict::Possible(why) | Verdict::Likely(why) => (Role::Warning, format!(": {why}")),
        Verdict::Undetermined(obstacle) => (Role::Note, format!(": {}", obstacle.text())),
        _ => (Role::Conflict, String::new()),
    };
    let verdict = format!("verdict: {}{why}", pair.verdict.name());
    page.line(4, role, &verdict)?;
    asked(page, 4, &pair.asked)?;
    if !pair.also.is_empty() {
        let also = format!(
            "other claims of these values: {}",
            Vec::from_iter(pair.also.iter().map(|also| also.name())).join(", ")
        );
        page.line(4, Role::Plain, &also)?;
    }
    page.blank()
}

/// The checks that were asked of the question as a whole.
fn checks(page: &mut Page<'_>, all: &[(Check, bool)]) -> io::Result<()> {
    if all.is_empty() {
        return Ok(());
    }
    title(page, "Which check applies, asked in this order")?;
    asked(page, 2, all)?;
    page.blank()
}

/// Each stop on the way to where claims come from.
fn origins(page: &mut Page<'_>, ways: &[Way]) -> io::Result<()> {
    if ways.is_empty() {
        return Ok(());
    }
    title(page, "Where it comes from")?;
    for way in ways {
        let words = format!("{} {} {}", way.from, way.lead, way.to.join(", "));
        page.line(2, Role::Plain, &words)?;
    }
    page.blank()
}

/// What would change the finding.
fn changes(page: &mut Page<'_>, changes: &[String]) -> io::Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    title(page, "What would change it")?;
    for change in changes {
        let change = Cell::flexible(Role::Plain, change);
        page.row(2, &[Cell::rigid(Role::Label, "·"), change])?;
    }
    page.blank()
}

/// The checks that were asked, and the answers.
fn asked(page: &mut Page<'_>, indent: usize, asked: &[(Check, bool)]) -> io::Result<()> {
    for (check, holds) in asked {
        // Beside the checks there must be room for a few words.
        let summary = if page.width() < NARROW {
            ""
        } else {
            check.summary()
        };
        let (answer, role) = match holds {
            true => ("yes", Role::Value),
            false => ("no", Role::Plain),
        };
        page.row(
            indent,
            &[
                Cell::new(role, 3, answer),
                Cell::new(role, CHECK, check.name()),
                Cell::flexible(Role::Plain, summary),
            ],
        )?;
    }
    Ok(())
}
