//! `gainsay import`: takes over what a desk wrote in its spreadsheet.

mod told;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::args::ImportArgs;
use super::corpus::{Loaded, Telling};
use super::output::write_to;
use super::undo;
use crate::parse;
use crate::sheet::held::Held;
use crate::sheet::import::{self, Import};
use crate::sheet::read;
use crate::store::{self, Change, Limits};

/// Prints what the table would change, or changes it.
pub(super) fn run(args: &ImportArgs) -> io::Result<ExitCode> {
    let home = home(&args.corpus.paths);
    if args.write && home.is_dir() {
        undo::recover(&home.join("file"))?;
    }
    let bytes = bytes(&args.file)?;
    let loaded = Loaded::new(&args.corpus, Telling::Errors)?;
    loaded.refuse_errors()?;
    let shown = args.file.display();
    let named = |why: String| io::Error::other(format!("{shown} is not imported: {why}"));
    let held = Held::new(&loaded.corpus);
    let lines = match import::is_json(&bytes) {
        true => import::notes(&bytes),
        false => read::read(bytes).and_then(|book| import::table(&book, &args.map)),
    };
    let import = lines.and_then(|lines| import::import(lines, &held, &home));
    let import = import.map_err(named)?;
    let root = if args.write {
        write(&import, args, (&home, &loaded.limits()))?
    } else {
        write_to(None, |out| told::diff(&import.files, out))?;
        None
    };
    told::tell(&import, &args.file, (&home, root.as_deref()))?;
    Ok(match told::refused(&import) {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

/// The folder for new articles: the first of the paths that is one, or is not there yet.
fn home(paths: &[PathBuf]) -> PathBuf {
    let folder = paths.iter().find(|path| path.is_dir() || !path.exists());
    let beside = || {
        paths
            .first()
            .and_then(|path| path.parent())
            .map(Path::to_owned)
    };
    let home = folder.cloned().or_else(beside).unwrap_or_default();
    match home.as_os_str().is_empty() {
        true => PathBuf::from("."),
        false => home,
    }
}

/// The bytes of a file, if they are not too many.
fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    let cannot = |why: String| io::Error::other(format!("cannot read {}: {why}", path.display()));
    let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    if ending.is_some_and(|ending| ending == "yaml" || ending == "yml") {
        return Err(cannot(
            "it is no table; gainsay reads its claims as they are".into(),
        ));
    }
    let bytes = parse::read_bytes(path).map_err(|error| cannot(store::reason(&error)))?;
    match bytes.len() as u64 > parse::FILE_BYTES {
        true => Err(cannot(format!(
            "it is larger than {} MB",
            parse::FILE_BYTES >> 20
        ))),
        false => Ok(bytes),
    }
}

/// Changes the files, all of them or none. The folder that holds them all; none where no file changes.
fn write(
    import: &Import,
    args: &ImportArgs,
    (home, limits): (&Path, &Limits),
) -> io::Result<Option<PathBuf>> {
    if import.files.is_empty() {
        return Ok(None);
    }
    if import.files.iter().any(|file| file.old.is_none()) {
        fs::create_dir_all(home).map_err(|error| {
            io::Error::other(format!(
                "cannot make {}: {}",
                home.display(),
                store::reason(&error)
            ))
        })?;
    }
    let changes = import.files.iter().map(|file| Change {
        path: file.path.clone(),
        old: file.old.as_ref().map(|text| text.as_bytes().to_vec()),
        new: Some(file.new.as_bytes().to_vec()),
    });
    let limits = Limits {
        inputs: Vec::new(),
        folders: limits.folders.clone(),
    };
    let what = format!("import of {}", args.file.display());
    let root = root(import, home)?;
    store::change_all(&root, &limits, &what, changes.collect())?;
    Ok(Some(root))
}

/// A folder that holds all files that change: the one for new articles, if it does.
fn root(import: &Import, home: &Path) -> io::Result<PathBuf> {
    let mut root = home.canonicalize().unwrap_or_else(|_| home.to_owned());
    for file in &import.files {
        let folder = match file.path.parent() {
            Some(folder) if folder != Path::new("") => folder.canonicalize()?,
            _ => Path::new(".").canonicalize()?,
        };
        while !folder.starts_with(&root) {
            root = root.parent().unwrap_or(&folder).to_owned();
        }
    }
    match root.parent() {
        Some(_) => Ok(root),
        None => Err(io::Error::other(
            "the files have no folder in common; import for one folder at a time",
        )),
    }
}

impl Loaded<'_> {
    /// Refuses files with errors: a claim that cannot be read would be taken for one that is not there.
    fn refuse_errors(&self) -> io::Result<()> {
        match self.print_errors()? {
            0 => Ok(()),
            _ => Err(io::Error::other(
                "the files of claims have errors; mend them first, then import",
            )),
        }
    }
}
