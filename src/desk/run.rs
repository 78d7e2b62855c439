//! One run over the files of a desk, kept until the next one.
//!
//! Its graph borrows from all else, and lives as long as a thread of its own: what is asked of the graph is
//! sent there, and who has looked at a run need not wait until it is freed.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use super::{Desk, Options};
use crate::check::Selection;
use crate::coverage::Story;
use crate::diagnostic::Diagnostic;
use crate::finding::{Finding, Join, Report, Summary};
use crate::graph::ClaimGraph;
use crate::model::Corpus;
use crate::parse::{self, Kept};
use crate::text::FileId;

/// What is asked of the questions of a run.
pub(super) type Question = Box<dyn FnOnce(&Story<'_>) + Send>;

/// As large as the stack of a program.
const STACK: usize = 8 << 20;

/// What the files say, and what was found in them.
pub(super) struct Run {
    corpus: Arc<Corpus>,
    found: Found,
    /// Where the graph is asked; nothing where it is not kept.
    graph: Option<Sender<Question>>,
}

/// A report without the corpus that it is about.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
    all: bool,
    summary: Summary,
    id_digits: usize,
    silenced_in: Vec<FileId>,
    idle_in: Vec<FileId>,
    joins: Vec<Join>,
    diagnostics: Vec<Diagnostic>,
}

impl Run {
    /// Reads and compares, and keeps the graph.
    pub(super) fn new(options: &Options, kept: &mut Kept) -> Self {
        let (corpus, problems) = parse::load_again(kept, &Desk::inputs(options), None);
        let corpus = Arc::new(corpus);
        let (selection, strict) = (everything(options), options.strict_names);
        let (told, found) = mpsc::sync_channel(1);
        let (graph, questions) = mpsc::channel();
        let (own, own_problems) = (Arc::clone(&corpus), problems.clone());
        let thread = thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn(move || {
            crate::with_graph(&own, strict, |graph, met| {
                let problems = [own_problems, met].concat();
                let report = crate::report(&own, graph, problems, &selection);
                // Whoever no longer waits asks no more either.
                let _ = told.send(report.map(Found::of).unwrap_or_default());
                answer(graph, &questions);
            });
        });
        match (thread, found.recv()) {
            (Ok(_), Ok(found)) => Self {
                corpus,
                found,
                graph: Some(graph),
            },
            // Without a thread there is no graph to ask, and all else.
            _ => Self::of(corpus, problems, &everything(options), options),
        }
    }

    /// Reads and compares as if one file held other bytes, and shows what is selected.
    pub(super) fn as_if(
        options: &Options,
        kept: &mut Kept,
        selection: &Selection,
        other: (&Path, &[u8]),
    ) -> Self {
        let (corpus, problems) = parse::load_again(kept, &Desk::inputs(options), Some(other));
        Self::of(Arc::new(corpus), problems, selection, options)
    }

    fn of(
        corpus: Arc<Corpus>,
        problems: Vec<Diagnostic>,
        selection: &Selection,
        options: &Options,
    ) -> Self {
        let strict = options.strict_names;
        let examine =
            |selection: &Selection| crate::examine(&corpus, problems.clone(), selection, strict);
        // A claim that cannot be read leaves its subject to nobody: then all is shown.
        let report = examine(selection).or_else(|_| examine(&everything(options)));
        let found = report.map(Found::of).unwrap_or_default();
        Self {
            corpus,
            found,
            graph: None,
        }
    }

    pub(super) fn corpus(&self) -> &Arc<Corpus> {
        &self.corpus
    }

    /// Asks the questions of the run something. Out: whether it is going to be answered.
    pub(super) fn ask(&self, question: Question) -> bool {
        let graph = self.graph.as_ref();
        graph.is_some_and(|graph| graph.send(question).is_ok())
    }

    /// Shows the report.
    pub(super) fn report<R>(&mut self, show: impl FnOnce(&Report<'_>) -> R) -> R {
        let found = std::mem::take(&mut self.found);
        let report = Report {
            corpus: &self.corpus,
            findings: found.findings,
            all: found.all,
            summary: found.summary,
            id_digits: found.id_digits,
            silenced_in: found.silenced_in,
            idle_in: found.idle_in,
            joins: found.joins,
            diagnostics: found.diagnostics,
        };
        let shown = show(&report);
        self.found = Found::of(report);
        shown
    }
}

/// Everything that can be found.
pub(super) fn everything(options: &Options) -> Selection {
    Selection::everything((options.today)())
}

/// Answers what is asked until nobody can ask any more.
fn answer(graph: &ClaimGraph<'_>, questions: &Receiver<Question>) {
    let Ok(first) = questions.recv() else {
        return;
    };
    // It is made for whoever asks first.
    let story = Story::new(graph);
    first(&story);
    while let Ok(next) = questions.recv() {
        next(&story);
    }
}

impl Found {
    fn of(report: Report<'_>) -> Self {
        Self {
            findings: report.findings,
            all: report.all,
            summary: report.summary,
            id_digits: report.id_digits,
            silenced_in: report.silenced_in,
            idle_in: report.idle_in,
            joins: report.joins,
            diagnostics: report.diagnostics,
        }
    }
}
