//! The palette, named by meaning, and whether to use it: the only place that knows of colours.

use crate::finding::{Finding, Section};
use clap::ValueEnum;
use colored::{ColoredString, Colorize};

/// What a piece of text means to the reader. No meaning is carried by its colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Running text.
    Plain,
    /// What a finding is about.
    Heading,
    /// A value that is claimed.
    Value,
    /// That claims cannot all be true.
    Conflict,
    /// That an editor should look at something.
    Warning,
    /// That sources agree.
    Agreement,
    /// That something could not be compared, or is worth knowing.
    Note,
    /// What the text beside it is: why, note, silent.
    Label,
    /// Ids and places: for looking up, not for reading.
    Faint,
    /// The letter of a side, with the number of its colour where it is contested.
    Side(Option<usize>),
    /// The words of a quote from which its value was read.
    Decides,
}

impl Role {
    /// The colour of its lines and letters in a picture on white. Each has a contrast of 4.5 to 1 at least.
    pub(super) fn ink(self) -> &'static str {
        match self {
            Self::Plain | Self::Heading | Self::Value | Self::Side(_) | Self::Decides => "#202124",
            Self::Conflict => "#b3261e",
            Self::Warning => "#9c2a8b",
            Self::Agreement => "#1b7038",
            Self::Note | Self::Label => "#0b6b7d",
            Self::Faint => "#5f6368",
        }
    }

    /// The colour of its areas, on which every ink can be read.
    pub(super) fn wash(self) -> &'static str {
        match self {
            Self::Conflict => "#fdecea",
            Self::Warning => "#fbedf8",
            Self::Agreement => "#eaf6ed",
            Self::Note | Self::Label => "#e6f4f7",
            Self::Plain
            | Self::Heading
            | Self::Value
            | Self::Faint
            | Self::Side(_)
            | Self::Decides => "#ffffff",
        }
    }
}

/// The sign of a part of the report, which is read first.
pub(super) fn mark(section: Section) -> &'static str {
    match section {
        Section::Conflicts => "✗",
        Section::Warnings => "!",
        Section::NotCompared => "?",
        Section::Agreements => "✓",
        Section::Notes => "·",
    }
}

/// The sign of a finding, the same in every format.
pub(super) fn mark_of(finding: &Finding) -> &'static str {
    match finding.section() {
        // Both sides are quoted.
        _ if finding.is_dispute() => "«",
        // An agreement on which an editor should not rely without a look.
        Section::Agreements if !finding.is_plain() => "≈",
        section => mark(section),
    }
}

/// The word for a part of the report, of one finding.
pub(super) fn word(section: Section) -> &'static str {
    match section {
        Section::Conflicts => "conflict",
        Section::Warnings => "warning",
        Section::NotCompared => "not compared",
        Section::Agreements => "agreement",
        Section::Notes => "note",
    }
}

/// The word for a finding, the same in every format.
pub(super) fn word_of(finding: &Finding) -> &'static str {
    match finding.is_dispute() {
        true => "dispute",
        false => word(finding.section()),
    }
}

/// When to use colours, as the command line says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// Where a terminal shows them and the environment does not object.
    #[default]
    Auto,
    /// In any case.
    Always,
    /// In no case.
    Never,
}

/// Whether to use colours on a stream.
///
/// The command line decides; else `NO_COLOR` (no-color.org: set and not empty), then
/// `CLICOLOR_FORCE` and `CLICOLOR` (bixense.com/clicolors), with `TERM=dumb` between them; else
/// whether the stream is a terminal.
pub fn use_color(
    choice: ColorChoice,
    env: impl Fn(&str) -> Option<String>,
    is_terminal: bool,
) -> bool {
    let set = |name: &str| env(name).filter(|value| !value.is_empty());
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR").is_some() => false,
        ColorChoice::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        ColorChoice::Auto if set("TERM").is_some_and(|value| value == "dumb") => false,
        ColorChoice::Auto if set("CLICOLOR").is_some_and(|value| value == "0") => false,
        ColorChoice::Auto => is_terminal,
    }
}

/// With or without colours; without, unless asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    color: bool,
}

impl Style {
    /// Text alone.
    #[must_use]
    pub fn plain() -> Self {
        Self { color: false }
    }

    /// The 16 colours of the terminal's own theme, which suit its background.
    ///
    /// The crate behind them has one switch for the whole process. It is turned on here and never
    /// off: plain text does not ask the crate at all, so that both styles can be used at once.
    #[must_use]
    pub fn color() -> Self {
        colored::control::set_override(true);
        Self { color: true }
    }

    /// Whether there are colours.
    pub(super) fn is_color(self) -> bool {
        self.color
    }

    /// The text, painted for its role.
    pub(super) fn paint(self, role: Role, text: &str) -> ColoredString {
        if !self.color || text.is_empty() {
            return text.into();
        }
        match role {
            Role::Plain => text.into(),
            Role::Heading | Role::Value => text.bold(),
            Role::Conflict => text.red().bold(),
            // Yellow is hardly legible on white; magenta is on both backgrounds.
            Role::Warning => text.magenta().bold(),
            Role::Agreement => text.green().bold(),
            // Cyan and not blue, which is hardly legible on black.
            Role::Note => text.cyan().bold(),
            Role::Label => text.cyan(),
            Role::Faint => text.dimmed(),
            Role::Decides => text.bold().underline(),
            // The letter stands on its colour: blue, orange, purple and teal in the page.
            Role::Side(colour) => match colour.map(|colour| colour % 4) {
                None => text.dimmed(),
                Some(0) => text.white().bold().on_blue(),
                Some(1) => text.black().bold().on_yellow(),
                Some(2) => text.white().bold().on_magenta(),
                Some(_) => text.black().bold().on_cyan(),
            },
        }
    }
}
