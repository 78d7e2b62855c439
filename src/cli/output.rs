//! Where a command reads from and writes to.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use supports_hyperlinks::Stream;

use crate::render::{ColorChoice, Links, Options, Style, use_color, visible};
use crate::store::{self, Limits};

/// The file that a command line asks to write to; none for `-`, which is standard output.
pub(super) fn file(output: Option<&Path>) -> Option<&Path> {
    output.filter(|path| *path != Path::new("-"))
}

/// A file to write to, and what must not be written over.
pub(super) type Destination<'a> = (&'a Path, &'a Limits);

/// Writes to a file, which appears whole or not at all, or to standard output.
pub(super) fn write_to(
    to: Option<Destination<'_>>,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let Some((path, limits)) = to else {
        let mut out = BufWriter::new(io::stdout().lock());
        write(&mut out)?;
        return out.flush();
    };
    store::replace(path, limits, write)
}

/// Writes a line to standard error, safe for terminals.
pub(super) fn say(text: &str) -> io::Result<()> {
    writeln!(io::stderr(), "gainsay: {}", visible(text))
}

/// How output is laid out for where it goes.
pub(super) fn options(color: ColorChoice, to_terminal: bool) -> Options {
    let colored = is_colored(color, to_terminal);
    let style = if colored {
        Style::color()
    } else {
        Style::plain()
    };
    Options {
        style,
        width: width(to_terminal),
        links: (colored && supports_hyperlinks::on(Stream::Stdout))
            .then(links)
            .flatten(),
        ..Options::default()
    }
}

/// Where the files are that a terminal links to.
fn links() -> Option<Links> {
    let host = gethostname::gethostname().to_string_lossy().into_owned();
    let folder = std::env::current_dir().ok()?;
    Some(Links { host, folder })
}

/// Whether a stream gets colours.
pub(super) fn is_colored(color: ColorChoice, is_terminal: bool) -> bool {
    use_color(color, |name| std::env::var(name).ok(), is_terminal)
}

/// Where in its repository a step of GitHub's runs.
pub(super) fn within_repository() -> Option<String> {
    let root = PathBuf::from(std::env::var_os("GITHUB_WORKSPACE")?);
    let (here, root) = (std::env::current_dir().ok()?, root.canonicalize().ok()?);
    let here = here.canonicalize().ok()?;
    let parts = here.strip_prefix(root).ok()?.iter();
    let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
    Some(parts.join("/"))
}

/// The lines of a file, or of standard input for `-`; what is not UTF-8 is replaced by a mark.
pub(super) fn lines_of(path: &Path) -> io::Result<impl Iterator<Item = io::Result<String>>> {
    let input: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(path).map_err(|error| {
            io::Error::other(format!(
                "cannot read {}: {}",
                path.display(),
                store::reason(&error)
            ))
        })?;
        Box::new(BufReader::new(file))
    };
    Ok(input.split(b'\n').map(|line| {
        let line = line?;
        let line = line.strip_suffix(b"\r").unwrap_or(&line);
        Ok(String::from_utf8_lossy(line).into_owned())
    }))
}

/// The columns of the terminal; a fixed width where there is none, so that files do not depend on a window.
fn width(to_terminal: bool) -> usize {
    let default = Options::default().width;
    if !to_terminal {
        return default;
    }
    terminal_size::terminal_size().map_or(default, |(width, _)| usize::from(width.0))
}
