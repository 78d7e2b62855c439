//! Reads the file that holds the text of an article.
//!
//! It must be a regular file of bounded size inside a folder that the run was given, all links resolved: a
//! file that somebody sent in can name no other.

use std::path::{Path, PathBuf};

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::source::Source;
use super::text::ArticleText;
use super::{markdown, page};
use crate::parse::discover::reason;

/// The largest text of an article, in bytes.
const TEXT_BYTES: u64 = 16 << 20;

/// Where a text lies that a file of the run names; `roots` are the folders of the run.
pub(super) fn locate(name: &str, beside: &Path, roots: &[PathBuf]) -> Result<Box<Path>, String> {
    let folder = match beside.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let path = folder
        .join(name)
        .canonicalize()
        .map_err(|error| reason(&error))?;
    match roots.iter().any(|root| path.starts_with(root)) {
        true => Ok(path.into()),
        false => Err("it lies outside the folders that are checked".into()),
    }
}

/// Reads a text.
pub(in crate::parse) fn read(path: &Path) -> Result<ArticleText, String> {
    prepare(path, &bytes(path)?)
}

/// The bytes of a text.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let data = path.metadata().map_err(|error| reason(&error))?;
    if !data.is_file() {
        return Err("it is not a file".into());
    }
    if data.len() > TEXT_BYTES {
        return Err(format!("it is larger than {} MB", TEXT_BYTES >> 20));
    }
    std::fs::read(path).map_err(|error| reason(&error))
}

/// Makes a text ready of its bytes, as the ending of its name says.
pub(super) fn prepare(path: &Path, bytes: &[u8]) -> Result<ArticleText, String> {
    let text = decoded(bytes);
    let ending = path.extension().unwrap_or_default().to_ascii_lowercase();
    let source = match ending.to_str() {
        Some("md" | "markdown") => markdown::read(&text),
        Some("html" | "htm" | "xhtml") => page::read(&text)?,
        _ => Source::lines(text),
    };
    Ok(ArticleText::of(source))
}

/// The text in the encoding that it says, else in UTF-8, else in that of old systems.
fn decoded(bytes: &[u8]) -> String {
    let encoding = match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(_) => said(bytes).unwrap_or(WINDOWS_1252),
    };
    // A mark at the beginning says more than this: it is obeyed, and taken away.
    encoding.decode(bytes).0.into_owned()
}

/// The encoding that a page names at its beginning.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    const HEAD: usize = 4096;
    let head = String::from_utf8_lossy(bytes.get(..HEAD.min(bytes.len()))?).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let label = label
        .split(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))
        .next()?;
    Encoding::for_label(label.as_bytes())
}
