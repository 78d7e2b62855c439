//! The arguments of `gainsay completions` and `gainsay man`.

use clap::Args;
use clap_complete::Shell;

pub(super) const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  gainsay completions bash > ~/.local/share/bash-completion/completions/gainsay
  gainsay completions zsh > ~/.zfunc/_gainsay
  gainsay completions fish > ~/.config/fish/completions/gainsay.fish

The scripts ask gainsay itself, so that `gainsay explain <Tab>` offers the findings of claims/. \
Write them anew after an update.";

pub(super) const MAN_EXAMPLES: &str = "\
Examples:
  gainsay man | man -l -
  gainsay man check > gainsay-check.1";

#[derive(Args, Debug)]
pub(in crate::cli) struct CompletionsArgs {
    /// The shell.
    pub(in crate::cli) shell: Shell,
}

#[derive(Args, Debug)]
pub(in crate::cli) struct ManArgs {
    /// A command; without one, the page of the program.
    pub(in crate::cli) command: Option<String>,
}
