//! What is longer than the terminal goes through a pager.

use std::io::{self, IsTerminal, Write};
use std::process::{Child, Command, Stdio};

use super::output::{Destination, write_to};

/// What pages where the environment does not say: it shows colours, leaves the text on the screen,
/// and ends with the program on Ctrl-C.
const DEFAULT: &str = "less -FRXK";

/// Writes to a file or to standard output, through a pager where that is a terminal and the text is
/// longer.
pub(super) fn show(
    to: Option<Destination<'_>>,
    may_page: bool,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let command = pager(|name| std::env::var(name).ok());
    let pages = may_page && to.is_none() && io::stdout().is_terminal();
    let (true, [program, args @ ..]) = (pages, command.as_slice()) else {
        return write_to(to, write);
    };
    let mut text = Vec::new();
    write(&mut text)?;
    let child = match is_long(&text) {
        true => start(program, args).ok(),
        false => None,
    };
    let Some(mut child) = child else {
        return write_to(None, |out| out.write_all(&text));
    };
    if let Some(mut input) = child.stdin.take() {
        match input.write_all(&text) {
            // Whoever left the pager has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            written => written?,
        }
    }
    child.wait()?;
    Ok(())
}

/// The words of the pager's command: `GAINSAY_PAGER`, else `PAGER`, else `less`; none where one of
/// them is empty or `cat`.
fn pager(env: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let asked = env("GAINSAY_PAGER").or_else(|| env("PAGER"));
    let command = asked.unwrap_or_else(|| DEFAULT.to_owned());
    let words = shell_words::split(&command).unwrap_or_default();
    match words.as_slice() {
        [only] if only == "cat" => Vec::new(),
        _ => words,
    }
}

fn start(program: &str, args: &[String]) -> io::Result<Child> {
    let mut command = Command::new(program);
    // As git does: a bare `less` in PAGER shows colours too.
    for (name, value) in [("LESS", "FRXK"), ("LV", "-c")] {
        if std::env::var_os(name).is_none() {
            command.env(name, value);
        }
    }
    command.args(args).stdin(Stdio::piped()).spawn()
}

/// Whether a text has more lines than the terminal.
fn is_long(text: &[u8]) -> bool {
    let height = terminal_size::terminal_size().map_or(24, |(_, height)| usize::from(height.0));
    text.iter().filter(|byte| **byte == b'\n').count() >= height
}

#[cfg(test)]
mod tests {
    use super::pager;

    #[test]
    fn the_environment_names_the_pager() {
        type Env = [(&'static str, &'static str)];
        let cases: [(&Env, &[&str]); 6] = [
            (&[], &["less", "-FRXK"]),
            (&[("PAGER", "more")], &["more"]),
            (
                &[("PAGER", "more"), ("GAINSAY_PAGER", "bat -p")],
                &["bat", "-p"],
            ),
            (&[("PAGER", "'my pager' -x")], &["my pager", "-x"]),
            (&[("PAGER", "more"), ("GAINSAY_PAGER", "")], &[]),
            (&[("PAGER", "cat")], &[]),
        ];
        for (env, expected) in cases {
            let found = pager(|name| {
                let mut known = env.iter();
                known
                    .find(|(known, _)| *known == name)
                    .map(|(_, value)| (*value).to_owned())
            });
            assert_eq!(found, expected, "{env:?}");
        }
    }
}
