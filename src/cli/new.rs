//! `gainsay new`: a file of annotations to start from, for each article.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::NewArgs;
use super::changes::diff;
use super::output::{say, write_to};
use super::status;
use super::usual::behind;
use crate::begin::{Begun, Head, begin, name};
use crate::coverage::Story;
use crate::graph::ClaimGraph;
use crate::model::Corpus;
use crate::parse::{self, ArticleText, Inputs};
use crate::sheet::import::FileChange;
use crate::store::{self, Change, Limits};
use crate::value::sentence::counted;

/// What texts of articles end in.
const ENDINGS: &[&str] = &["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// Writes a file for each article that has none.
pub(super) fn run(args: &NewArgs) -> io::Result<ExitCode> {
    if args.output.is_some() && args.articles.len() > 1 {
        let why = "-o names one file, and these are several articles; name a folder with --into";
        return Err(io::Error::other(why));
    }
    let story = match &args.output {
        Some(output) => folder_of(output),
        None => args.into.clone(),
    };
    let paths = match story.is_dir() {
        true => vec![story.clone()],
        false => Vec::new(),
    };
    let (corpus, _) = parse::load(&Inputs { paths, stdin: None });
    crate::with_graph(&corpus, false, |graph, _| write(args, &story, graph))
}

fn write(args: &NewArgs, story: &Path, graph: &ClaimGraph<'_>) -> io::Result<ExitCode> {
    let mut desk = Desk {
        story: Story::new(graph),
        folder: story,
        output: args.output.as_deref(),
        taken: taken(graph.corpus),
        begun: Vec::new(),
    };
    let mut failed = false;
    for article in &args.articles {
        if let Err(why) = desk.begin(article, graph.corpus)? {
            failed = true;
            say(&format!("{}: {why}", article.display()))?;
        }
    }
    let is_printed = args.output.as_deref() == Some(Path::new("-"));
    if is_printed {
        let yaml = desk.begun.iter().map(|new| &new.begun.yaml);
        write_to(None, |out| {
            yaml.into_iter()
                .try_for_each(|yaml| out.write_all(yaml.as_bytes()))
        })?;
    } else if args.dry_run {
        desk.show()?;
    } else if !desk.begun.is_empty() {
        desk.save()?;
    }
    Ok(status(failed))
}

/// Names of articles and of their files, in lower case.
fn taken(corpus: &Corpus) -> BTreeSet<String> {
    let ids = corpus.article_ids().map(|id| corpus.id(id).to_lowercase());
    let files = corpus.files.paths().filter_map(|path| path.file_stem());
    ids.chain(files.map(|stem| stem.to_string_lossy().to_lowercase()))
        .collect()
}

/// What is known while articles are begun.
struct Desk<'a> {
    story: Story<'a>,
    folder: &'a Path,
    output: Option<&'a Path>,
    taken: BTreeSet<String>,
    begun: Vec<New>,
}

/// A file that is begun.
struct New {
    /// The article as the command line names it.
    article: PathBuf,
    path: PathBuf,
    begun: Begun,
    bytes: Vec<u8>,
    /// Where its text is copied to, unless it lies there.
    copy: Option<PathBuf>,
}

impl Desk<'_> {
    /// Begins the file of one article. Out: why there is none, where that is a fault.
    fn begin(&mut self, article: &Path, corpus: &Corpus) -> io::Result<Result<(), String>> {
        let ending = article.extension().unwrap_or_default().to_ascii_lowercase();
        let ending = ending.to_string_lossy().into_owned();
        if !ENDINGS.contains(&&*ending) {
            return Ok(Err("it is no text; save it as .txt, .md or .html".into()));
        }
        let text = match ArticleText::open(article) {
            Ok(text) => text,
            Err(why) => return Ok(Err(format!("it could not be read: {why}"))),
        };
        let bytes = fs::read(article)?;
        if let Some(known) = self.known(article, &bytes, corpus) {
            say(&format!(
                "{}: it is the text of {known} already, which stays as it is",
                article.display()
            ))?;
            return Ok(Ok(()));
        }
        let head = Head::of(&text);
        let home = self.home(article);
        let is_beside = same(&folder_of(article), &home);
        let (path, stem) = match self.output {
            Some(path) => match path.exists() && path != Path::new("-") {
                true => {
                    return Ok(Err(format!(
                        "{} is there already, and stays as it is",
                        path.display()
                    )));
                }
                false => (path.to_owned(), stem(path)),
            },
            None => {
                let is_free =
                    |name: &str| self.is_free(name, &home, (!is_beside).then_some(&*ending));
                let name = name(&stem(article), &head, is_free);
                (home.join(format!("{name}.yaml")), name)
            }
        };
        let copied = format!("{stem}.{ending}");
        let copy = (!is_beside)
            .then(|| home.join(&copied))
            .filter(|_| path != Path::new("-"));
        if let Some(copy) = copy.as_ref().filter(|copy| copy.exists()) {
            return Ok(Err(format!(
                "its text would go to {}, which is there already",
                copy.display()
            )));
        }
        let beside = article.file_name().unwrap_or_default().to_string_lossy();
        let name = if copy.is_some() { &copied } else { &*beside };
        let id = (self.output.is_some() && self.taken.contains(&stem.to_lowercase()))
            .then(|| format!("{stem}-2"));
        let begun = begin(&self.story, &text, &head, (id.as_deref(), name));
        if begun.drafts == 0 {
            return Ok(Err("no sentence was found in it".into()));
        }
        self.taken.insert(stem.to_lowercase());
        let article = article.to_owned();
        self.begun.push(New {
            article,
            path,
            begun,
            bytes,
            copy,
        });
        Ok(Ok(()))
    }

    /// What is called an article that has this text already.
    fn known(&self, path: &Path, bytes: &[u8], corpus: &Corpus) -> Option<String> {
        let is_same = |other: &Path| {
            let len = other.metadata().ok().map(|data| data.len());
            let is_long = u64::try_from(bytes.len()).ok() == len;
            same(path, other) || (is_long && fs::read(other).is_ok_and(|other| other == bytes))
        };
        let mut articles = corpus.article_ids().zip(&corpus.articles);
        let held = articles.find(|(_, article)| article.text.as_deref().is_some_and(is_same));
        let begun = || self.begun.iter().find(|new| new.bytes == bytes);
        held.map(|(id, _)| corpus.id(id).to_owned())
            .or_else(|| begun().map(|new| new.article.display().to_string()))
    }

    /// The folder of the new file: that of the text, where it lies in the folder of the story.
    fn home(&self, article: &Path) -> PathBuf {
        let own = folder_of(article);
        let is_inside = match (own.canonicalize(), self.folder.canonicalize()) {
            (Ok(own), Ok(story)) => own.starts_with(story),
            _ => false,
        };
        match is_inside && self.output.is_none() {
            true => own,
            false => self.folder.to_owned(),
        }
    }

    fn is_free(&self, name: &str, home: &Path, copied: Option<&str>) -> bool {
        let is_there = |ending: &str| home.join(format!("{name}.{ending}")).exists();
        let is_new = |path: &Path| self.begun.iter().any(|new| new.path == path);
        !self.taken.contains(name)
            && !["yaml", "yml"].into_iter().chain(copied).any(is_there)
            && !is_new(&home.join(format!("{name}.yaml")))
    }

    /// Shows what would be written.
    fn show(&self) -> io::Result<()> {
        let files = self.begun.iter().map(|new| FileChange {
            path: new.path.clone(),
            old: None,
            new: new.begun.yaml.clone(),
        });
        write_to(None, |out| diff(&files.collect::<Vec<_>>(), out))?;
        for new in &self.begun {
            if let Some(copy) = &new.copy {
                say(&format!(
                    "{} would be copied to {}",
                    new.article.display(),
                    copy.display()
                ))?;
            }
        }
        Ok(())
    }

    fn save(&self) -> io::Result<()> {
        let folder = self.folder;
        fs::create_dir_all(folder).map_err(|error| {
            let why = store::reason(&error);
            io::Error::other(format!("cannot make {}: {why}", folder.display()))
        })?;
        let mut changes = Vec::new();
        for new in &self.begun {
            let file = |path: &Path, bytes: &[u8]| Change {
                path: path.to_owned(),
                old: None,
                new: Some(bytes.to_vec()),
            };
            changes.extend(new.copy.as_ref().map(|copy| file(copy, &new.bytes)));
            changes.push(file(&new.path, new.begun.yaml.as_bytes()));
        }
        let what = match self.begun.as_slice() {
            [new] => format!("start of {}", new.path.display()),
            several => format!("start of {}", counted(several.len(), "article")),
        };
        store::change_all(folder, &Limits::default(), &what, changes)?;
        for new in &self.begun {
            let drafts = counted(new.begun.drafts, "draft");
            let page = match new.begun.furniture {
                0 => String::new(),
                lines => format!(", {} of the page as comments", counted(lines, "line")),
            };
            say(&format!("{}: {drafts}{page}", new.path.display()))?;
        }
        let of = behind([folder]);
        say(&format!(
            "next: make claims of the drafts, then gainsay check{of}; to take it back: gainsay undo{of}"
        ))
    }
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

/// The folder of a file.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Whether two paths are one file or folder.
fn same(left: &Path, right: &Path) -> bool {
    match (left.canonicalize(), right.canonicalize()) {
        (Ok(left), Ok(right)) => left == right,
        _ => false,
    }
}
