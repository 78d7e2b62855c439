//! gainsay reports where articles about one story agree and where they contradict each other.
//!
//! The stable surfaces are the command line, the YAML format and the JSON format, not this API.
//! The modules are the stages of one pipeline, in reading order; each uses only those above it.

pub mod text;

pub mod prose;

pub mod value;

pub mod scale;

pub mod model;

pub mod diagnostic;

pub mod finding;

pub mod parse;

pub mod edit;

pub mod reading;

pub mod align;

pub mod compare;

pub mod joint;

pub mod graph;

pub mod check;

pub mod explain;

pub mod diagram;

pub mod listing;

pub mod coverage;

pub mod begin;

pub mod lint;

pub mod schema;

pub mod render;

pub mod suggest;

pub mod sheet;

pub mod store;

pub mod desk;

pub mod cli;

use check::{Selection, Survey, UnknownName};
use diagnostic::Diagnostic;
use finding::Report;
use graph::{ClaimGraph, Records};
use model::Corpus;
use reading::Readings;

/// Compares the claims of a corpus and reports what the selection shows.
///
/// In: the corpus and the problems met in loading it; `strict_names` joins names by alias only. Out:
/// the report, with those problems and the ones met on the way.
///
/// # Errors
///
/// A name in the selection that nothing in the files bears.
pub fn examine<'a>(
    corpus: &'a Corpus,
    mut problems: Vec<Diagnostic>,
    selection: &Selection,
    strict_names: bool,
) -> Result<Report<'a>, UnknownName> {
    with_graph(corpus, strict_names, |graph, met| {
        problems.extend(met);
        report(corpus, graph, problems, selection)
    })
}

/// The report of a graph that is built already: `corpus` is what it was built of, `problems` what was met.
///
/// # Errors
///
/// As [`examine`].
pub fn report<'a>(
    corpus: &'a Corpus,
    graph: &ClaimGraph<'_>,
    mut problems: Vec<Diagnostic>,
    selection: &Selection,
) -> Result<Report<'a>, UnknownName> {
    let survey = check::survey(graph, selection)?;
    let findings = survey.findings();
    problems.extend_from_slice(survey.unmatched());
    Ok(Report {
        findings,
        ..outline(corpus, graph, problems, &survey)
    })
}

/// The same as [`examine`], but that findings are put into words when they are asked for: `walk` is given
/// the report without them, and what makes them. An archive's need not be held all at once.
///
/// # Errors
///
/// As [`examine`].
pub fn examine_by_turns<R>(
    corpus: &Corpus,
    mut problems: Vec<Diagnostic>,
    selection: &Selection,
    strict_names: bool,
    walk: impl FnOnce(&Report<'_>, &Survey<'_>) -> R,
) -> Result<R, UnknownName> {
    with_graph(corpus, strict_names, |graph, met| {
        problems.extend(met);
        let survey = check::survey(graph, selection)?;
        problems.extend_from_slice(survey.unmatched());
        let report = outline(corpus, graph, problems, &survey);
        Ok(walk(&report, &survey))
    })
}

/// A report without its findings.
fn outline<'a>(
    corpus: &'a Corpus,
    graph: &ClaimGraph<'_>,
    mut problems: Vec<Diagnostic>,
    survey: &Survey<'_>,
) -> Report<'a> {
    diagnostic::sort(&mut problems);
    Report {
        corpus,
        findings: Vec::new(),
        all: survey.is_of_all(),
        summary: survey.summary,
        id_digits: survey.id_digits,
        silenced_in: survey.silenced_in.clone(),
        idle_in: survey.idle_in.clone(),
        joins: graph.alignment.joins.clone(),
        diagnostics: problems,
    }
}

/// Everything that could be better in the files of a corpus, whatever their claims say.
///
/// In: the corpus and the problems met in loading it; `strict_names` joins names by alias only. Out: the
/// problems that a check tells and what is only told here, by place.
#[must_use]
pub fn inspect(
    corpus: &Corpus,
    mut problems: Vec<Diagnostic>,
    strict_names: bool,
) -> Vec<Diagnostic> {
    with_graph(corpus, strict_names, |graph, met| {
        problems.extend(met);
        // A selection of everything names nothing that could be unknown.
        if let Ok(survey) = check::survey(graph, &Selection::everything(None)) {
            problems.extend_from_slice(survey.unmatched());
        }
        problems.extend(lint::remarks(graph));
        diagnostic::sort(&mut problems);
        problems
    })
}

/// Builds the graph of a corpus and hands it to `walk`, with the problems met on the way.
///
/// `strict_names` joins names by alias only. Out: what `walk` gives.
pub fn with_graph<R>(
    corpus: &Corpus,
    strict_names: bool,
    walk: impl FnOnce(&ClaimGraph<'_>, Vec<Diagnostic>) -> R,
) -> R {
    let readings = Readings::new(corpus);
    let (alignment, mut problems) = align::align(corpus, &readings, strict_names);
    let (records, (standings, unreadable)) = rayon::join(
        || Records::new(corpus, &alignment),
        || compare::compare(corpus, &alignment, &readings),
    );
    let (joint, unusable) = joint::find(corpus, &alignment, &readings, &standings);
    problems.extend(unreadable);
    problems.extend(unusable);
    let graph = ClaimGraph::build(records, corpus, &alignment, &standings, &readings, &joint);
    let walked = walk(&graph, problems);
    drop(graph);
    // An archive has so much to free that it is worth both cores.
    rayon::join(|| drop(standings), || drop(alignment));
    walked
}
