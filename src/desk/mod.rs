//! A story on a desk: its files, what gainsay says of them, and the changes that people make.
//!
//! In: a folder, and changes as a person means them (a claim more, another value). Out: the findings
//! that `gainsay check` would give, and files in which that one place is changed. The whole run is done
//! again after each change; kept is only what was made of the bytes of files that are still the same.

pub mod change;
mod claim;
mod fresh;
pub mod helps;
mod history;
pub mod ruling_file;
mod rulings;
mod run;
mod sentences;
#[cfg(feature = "desk")]
pub mod serve;
pub mod shelf;
mod stamp;
pub mod stands;
#[cfg(test)]
mod tests;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check::Selection;
use crate::finding::Report;
use crate::model::{ArticleId, Corpus};
use crate::parse::{Inputs, Kept};
use crate::value::Day;

pub use change::{At, Change, Fields, NewArticle, Refused, Ruled, Seen};
pub use helps::{Choice, Helping, Weighed};
pub use sentences::{OfText, Ranking, Sentence, Unquoted};
pub use shelf::{Entry, Open};

use history::History;
use run::Run;
use stamp::Stamp;

/// Gives the day on which rulings are measured.
pub type Today = Box<dyn Fn() -> Option<Day> + Send>;

/// How a desk looks at its files.
pub struct Options {
    /// The folder of the story.
    pub folder: PathBuf,
    /// Join names by alias only.
    pub strict_names: bool,
    /// The day of the run.
    pub today: Today,
    /// Whether nothing is ever written.
    pub read_only: bool,
}

/// A folder of claims, and what is known of it.
pub struct Desk {
    options: Options,
    stamp: Stamp,
    kept: Kept,
    run: Run,
    history: History,
    version: u64,
}

impl Desk {
    /// Reads a folder and compares its claims.
    #[must_use]
    pub fn open(options: Options) -> Self {
        let stamp = Stamp::of(&options.folder);
        let mut kept = Kept::default();
        let run = Run::new(&options, &mut kept);
        Self {
            options,
            stamp,
            kept,
            run,
            history: History::default(),
            version: 1,
        }
    }

    /// Looks whether a file has changed since it was read, and reads all again if one has. Out: whether.
    pub fn refresh(&mut self) -> bool {
        let stamp = Stamp::of(&self.options.folder);
        if stamp == self.stamp {
            return false;
        }
        self.stamp = stamp;
        self.run = Run::new(&self.options, &mut self.kept);
        self.version += 1;
        true
    }

    /// How often the files have been read.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The folder of the story.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.options.folder
    }

    /// Whether nothing is ever written.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.options.read_only
    }

    /// What the files say.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        self.run.corpus()
    }

    /// The same, to be kept while others are at the desk.
    #[must_use]
    pub fn share(&self) -> Arc<Corpus> {
        Arc::clone(self.run.corpus())
    }

    /// The sentences of an article, ranked where the graph is, while others are at the desk.
    ///
    /// # Errors
    ///
    /// That there is no such article.
    pub fn sentences(&mut self, key: &str) -> Result<Ranking, Refused> {
        self.refresh();
        Ranking::ask(&self.run, key)
    }

    /// The report of all findings.
    pub fn report<R>(&mut self, show: impl FnOnce(&Report<'_>) -> R) -> R {
        self.run.report(show)
    }

    /// The report as it would be after a change, and the number of the article that it changes.
    ///
    /// # Errors
    ///
    /// Why the change cannot be made.
    pub fn preview<R>(
        &mut self,
        change: &Change,
        show: impl FnOnce(&Report<'_>, Option<ArticleId>) -> R,
    ) -> Result<R, Refused> {
        let mut selection = run::everything(&self.options);
        match change.subject() {
            // What is about other things need not be put into words.
            Some("") => selection.only_counts = true,
            Some(subject) => selection.subjects.push(subject.to_owned()),
            None => {}
        }
        let mut run = self.as_if(change, &selection)?;
        let article = change
            .article()
            .and_then(|key| shelf::find(run.corpus(), key));
        Ok(run.report(|report| show(report, article)))
    }

    /// What a change would make of the findings.
    ///
    /// # Errors
    ///
    /// Why the change cannot be made.
    pub fn weigh(&mut self, change: &Change) -> Result<Weighed, Refused> {
        helps::weigh(self, change)
    }

    /// Makes a change, and reads all again. Out: what was done, in words.
    ///
    /// # Errors
    ///
    /// Why it cannot be made; where a file is not what the page has seen, with both versions.
    pub fn change(&mut self, change: &Change) -> Result<String, Refused> {
        self.may_write()?;
        let planned = change::plan(self, change)?;
        if planned.old.as_ref() == Some(&planned.new) {
            return Err(Refused::No("nothing was changed".into()));
        }
        let step = history::write(&self.options.folder, planned)?;
        let told = step.what.clone();
        self.history.done(step);
        self.refresh();
        Ok(told)
    }

    /// Puts back what the last change changed, while its files are what it left. Out: what it was.
    ///
    /// # Errors
    ///
    /// That there is none, or that something else has changed a file since.
    pub fn undo(&mut self) -> Result<String, Refused> {
        self.may_write()?;
        let told = self.history.undo(&self.options.folder)?;
        self.refresh();
        Ok(told)
    }

    /// Makes the change again that was undone last, while its files are what that left.
    ///
    /// # Errors
    ///
    /// As [`Self::undo`].
    pub fn redo(&mut self) -> Result<String, Refused> {
        self.may_write()?;
        let told = self.history.redo(&self.options.folder)?;
        self.refresh();
        Ok(told)
    }

    /// What undo and redo would do, in words.
    #[must_use]
    pub fn steps(&self) -> (Option<&str>, Option<&str>) {
        self.history.next()
    }

    /// An article with its file, as it is now.
    ///
    /// # Errors
    ///
    /// That there is no such article, or that its file cannot be read.
    pub fn article(&mut self, key: &str) -> Result<Open, Refused> {
        self.refresh();
        shelf::open(self.corpus(), key)
    }

    /// A run over the files as a change would leave them, of which some is shown.
    fn as_if(&mut self, change: &Change, selection: &Selection) -> Result<Run, Refused> {
        let planned = change::plan(self, change)?;
        let (path, bytes) = (planned.path.as_path(), planned.new.as_bytes());
        let (options, kept) = (&self.options, &mut self.kept);
        Ok(Run::as_if(options, kept, selection, (path, bytes)))
    }

    fn may_write(&self) -> Result<(), Refused> {
        match self.options.read_only {
            true => Err(Refused::No(
                "this desk only shows; nothing is written".into(),
            )),
            false => Ok(()),
        }
    }

    fn inputs(options: &Options) -> Inputs {
        Inputs {
            paths: vec![options.folder.clone()],
            stdin: None,
        }
    }
}
