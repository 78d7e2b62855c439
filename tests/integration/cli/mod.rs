//! The command line: what goes in, which stream it comes out of, and the exit status.

mod brief;
mod check;
mod coverage;
#[cfg(unix)]
#[cfg(feature = "desk")]
mod desk;
mod drafts;
mod example;
mod explain;
mod finish;
mod github;
mod graph;
mod lint;
mod list;
mod markdown;
mod matrix;
mod new;
mod output;
mod remedy;
mod rule;
mod sheets;
mod status;
#[cfg(unix)]
mod survival;
#[cfg(unix)]
mod terminal;
mod told;
mod tools;
mod value;
mod words;
mod writing;

use std::ffi::OsStr;
use std::fs;
use std::process::Output;

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin;
use tempfile::TempDir;

/// What changes the output of a program without standing on its command line.
const SCRUBBED: &[&str] = &[
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "COLORTERM",
    "TERM",
    "PAGER",
    "GAINSAY_PAGER",
    "LESS",
    "FORCE_HYPERLINK",
    "COLUMNS",
    "LINES",
    "GITHUB_WORKSPACE",
];

/// Two articles that contradict each other on one question and agree on another.
const STORY: &str = "\
article: {id: harbour-post, source: Harbour Post, published: 2024-03-05}
claims:
  - {subject: dock fire, property: injured, value: three, quote: three dockers were hurt}
  - {subject: dock fire, property: began, value: 4 March 2024}
---
article: {id: city-radio, source: City Radio, published: 2024-03-07}
claims:
  - {subject: dock fire, property: injured, value: one}
  - {subject: dock fire, property: began, value: 4 March 2024}
  - {subject: warehouse, property: empty, value: yes}
";

/// Two articles of which one is unsure, so that their contradiction is a warning.
const DOUBT: &str = "\
article: {id: a, source: A}
claims:
  - {subject: dock fire, property: injured, value: 3, hedged: true}
---
article: {id: b, source: B}
claims:
  - {subject: dock fire, property: injured, value: 1}
";

/// The program, with an environment that says nothing about colours and widths.
pub(crate) fn gainsay<A: AsRef<OsStr>>(args: impl IntoIterator<Item = A>) -> Command {
    let mut command = Command::new(cargo_bin!("gainsay"));
    for name in SCRUBBED {
        command.env_remove(name);
    }
    command.args(args);
    command
}

/// A folder with files to work in.
struct Folder(TempDir);

impl Folder {
    fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.add(name, text);
        }
        folder
    }

    fn add(&self, name: &str, text: &str) {
        let path = self.0.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap()
    }

    /// The names of what lies in it.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.0.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Runs the program in it.
    fn run(&self, args: &[&str]) -> Ran {
        gainsay(args)
            .current_dir(self.0.path())
            .output()
            .unwrap()
            .into()
    }
}

/// What a run left behind.
#[derive(Debug)]
struct Ran {
    status: i32,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Ran {
    /// Its output as JSON.
    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The id of the first finding in its JSON output.
    fn first_id(&self) -> String {
        let json = self.json();
        json["findings"][0]["id"].as_str().unwrap().to_owned()
    }

    /// The checks of the findings in its JSON output, in their order.
    fn checks(&self) -> Vec<String> {
        let json = self.json();
        let findings = json["findings"].as_array().unwrap();
        findings
            .iter()
            .map(|finding| finding["check"].as_str().unwrap().to_owned())
            .collect()
    }
}
