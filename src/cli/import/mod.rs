//! `gainsay import`: takes over what a desk wrote in its spreadsheet.

mod told;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::args::ImportArgs;
use super::corpus::{Loaded, Telling};
use super::output::write_to;
use super::{changes, undo};
use crate::parse;
use crate::sheet::held::Held;
use crate::sheet::import;
use crate::sheet::read;
use crate::store;

/// Prints what the table would change, or changes it.
pub(super) fn run(args: &ImportArgs) -> io::Result<ExitCode> {
    let home = changes::home(&args.corpus.paths);
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
        let what = format!("import of {shown}");
        changes::write(&import.files, (&home, &loaded.limits()), &what)?
    } else {
        write_to(None, |out| changes::diff(&import.files, out))?;
        None
    };
    told::tell(&import, &args.file, (&home, root.as_deref()))?;
    Ok(match told::refused(&import) {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
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
