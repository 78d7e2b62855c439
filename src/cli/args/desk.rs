//! The arguments of `gainsay desk`.

use std::path::PathBuf;

use clap::Args;

use super::day;
use crate::cli::usual::CLAIMS;
use crate::value::Day;

pub(super) const EXAMPLES: &str = "\
Examples:
  gainsay desk                              the folder claims/; open the address that is printed
  gainsay desk my-story --open              open it in your browser at once
  gainsay desk my-story --read-only         only look, as in a meeting
  gainsay desk my-story --port 4000         always at the same place

The page is served to this machine alone, and needs the token behind the # of the address. What you write \
there is written into the files of the folder at once, one place at a time; Ctrl-C ends the desk.";

#[derive(Args, Debug)]
pub(in crate::cli) struct DeskArgs {
    /// The folder of the story.
    #[arg(default_value = CLAIMS)]
    pub(in crate::cli) folder: PathBuf,
    /// Open the page in the browser of this machine.
    #[arg(long)]
    pub(in crate::cli) open: bool,
    /// Only show: nothing is written.
    #[arg(long)]
    pub(in crate::cli) read_only: bool,
    /// The port to listen on [default: one that is free].
    #[arg(
        long,
        value_name = "NUMBER",
        default_value_t = 0,
        hide_default_value = true
    )]
    pub(in crate::cli) port: u16,
    /// Join names by alias only, never by likeness.
    #[arg(long)]
    pub(in crate::cli) strict_names: bool,
    /// The day on which rulings are measured [default: the system's date].
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(in crate::cli) today: Option<Day>,
}
