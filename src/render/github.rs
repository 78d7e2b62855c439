//! Annotations for GitHub: workflow commands, which it shows beside the lines of a pull request.
//!
//! It keeps ten of each sort for a step and drops the others without a word. So the worst stand first, no
//! more are written, and a notice with the counts says how many are left out.

use std::io::{self, Write};

use super::concise::{first_place, sort};
use super::place::{path, place};
use super::untrusted::visible;
use super::{Options, phrase};
use crate::diagnostic::{Diagnostic, Severity};
use crate::finding::{Finding, Report, Section};
use crate::model::Corpus;
use crate::parse::STDIN;
use crate::text::{FileId, Place, cut};
use crate::value::sentence::counted;

/// So many annotations of one sort GitHub shows for a step.
const MOST: usize = 10;
/// So many sides of a finding an annotation names.
const MOST_SIDES: usize = 6;
/// So many characters a message has at most; GitHub cuts at 64 KB.
const LONGEST: usize = 4_000;

/// Writes what is to be looked at, worst first, then the counts, then what could not be compared.
pub(super) fn write(report: &Report<'_>, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let corpus = report.corpus;
    let of = |section| {
        let found = report.of_section(section).filter(|it| it.is_open());
        found.map(|it| Annotation::of_finding(corpus, it))
    };
    let problems = |severity| {
        let met = report.diagnostics.iter();
        met.filter(move |it| it.severity() == severity)
            .map(Annotation::of_problem)
    };
    // What could not be read may hide whatever else there is.
    let errors: Vec<_> = problems(Severity::Error)
        .chain(of(Section::Conflicts))
        .collect();
    let warnings: Vec<_> = of(Section::Warnings)
        .chain(problems(Severity::Warning))
        .collect();
    let notices: Vec<_> = of(Section::NotCompared).collect();
    let mut counts = vec![phrase::summary(report)];
    counts.extend(options.ending.as_ref().map(|it| it.status.clone()));
    let sorts = [errors, warnings, notices];
    let told = Told {
        counts,
        command: "gainsay check",
    };
    told.write(&sorts, corpus, options, out)
}

/// Writes the problems of files, worst first, and what is to be said of all of them.
pub(super) fn problems(
    corpus: &Corpus,
    problems: &[Diagnostic],
    summary: String,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let of = |severity| {
        let met = problems.iter().filter(|it| it.severity() == severity);
        met.map(Annotation::of_problem).collect()
    };
    let sorts = [Severity::Error, Severity::Warning, Severity::Note].map(of);
    let told = Told {
        counts: vec![summary],
        command: "gainsay lint",
    };
    told.write(&sorts, corpus, options, out)
}

/// What is said of all annotations together.
struct Told {
    counts: Vec<String>,
    /// The command that lists all of them.
    command: &'static str,
}

impl Told {
    /// Writes errors, warnings and notices, before the last of them the counts.
    fn write(
        mut self,
        sorts: &[Vec<Annotation>; 3],
        corpus: &Corpus,
        options: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        // The counts are one of the notices.
        let names = [("error", MOST), ("warning", MOST), ("notice", MOST - 1)];
        for ((sort, most), all) in names.iter().zip(sorts) {
            let number: usize = all.iter().map(|it| 1 + it.more).sum();
            if number <= *most {
                continue;
            }
            let number = counted(number, sort);
            let command = self.command;
            self.counts.push(format!(
                "of {number} GitHub shows {most}; {command} lists more"
            ));
        }
        let summary = Annotation {
            place: None,
            title: "gainsay".to_owned(),
            lines: self.counts,
            more: 0,
        };
        for ((sort, most), all) in names.iter().zip(sorts) {
            if *sort == "notice" {
                summary.write(sort, corpus, options, out)?;
            }
            for annotation in all.iter().take(*most) {
                annotation.write(sort, corpus, options, out)?;
            }
        }
        Ok(())
    }
}

/// What stands beside one line of a file.
struct Annotation {
    /// Where, and how many characters are meant; none for what is about no place.
    place: Option<(Place, Option<u32>)>,
    title: String,
    lines: Vec<String>,
    /// How many stand for it beside, of which there is no more to say.
    more: usize,
}

impl Annotation {
    fn of_problem(problem: &Diagnostic) -> Self {
        let mut lines = vec![problem.message.clone()];
        lines.extend(problem.hint.lines().map(str::to_owned));
        Self {
            place: Some((problem.place, Some(problem.length))),
            title: problem.code.name().to_owned(),
            lines,
            more: problem.more as usize,
        }
    }

    /// It stands at the first claim, and says where the others are.
    fn of_finding(corpus: &Corpus, finding: &Finding) -> Self {
        let mut lines = vec![phrase::wrong(corpus, finding)];
        let sides = finding.positions.iter().zip(phrase::sides(finding));
        for (position, side) in sides.take(MOST_SIDES) {
            let value = phrase::track(corpus, finding, position);
            let who = phrase::holders(corpus, position);
            let mut line = format!("{} {value}: {who}", side.letter);
            if let Some(&claim) = position.claims.first() {
                if let Some(quote) = corpus.claim(claim).quote() {
                    line.push_str(&format!(" “{quote}”"));
                }
                line.push_str(&format!(" ({})", place(corpus, corpus.place(claim))));
            }
            lines.push(line);
        }
        let more = finding.positions.len().saturating_sub(MOST_SIDES);
        if more > 0 {
            lines.push(format!("and {} more", counted(more, "side")));
        }
        lines.push(format!("next: gainsay explain {}", finding.id));
        let sort = match finding.section() {
            Section::Warnings => finding.check.name().replace('-', " "),
            _ => sort(finding).to_owned(),
        };
        Self {
            place: first_place(corpus, finding).map(|at| (at, None)),
            title: format!("{sort}: {}", phrase::about(corpus, finding)),
            lines,
            more: 0,
        }
    }

    /// "::error file=claims/a.yaml,line=3,col=5,title=conflict%3A fire / dead::1 and 3 cannot both be right".
    fn write(
        &self,
        sort: &str,
        corpus: &Corpus,
        options: &Options,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut properties: Vec<(&str, String)> = Vec::new();
        if let Some((place, length)) = self.place
            && let Some(file) = in_repository(corpus, place.file, &options.within)
        {
            let (line, column) = (place.spot.line.max(1), place.spot.column.max(1));
            properties.push(("file", file));
            properties.push(("line", line.to_string()));
            properties.push(("endLine", line.to_string()));
            properties.push(("col", column.to_string()));
            let end = length.map(|length| column.saturating_add(length));
            properties.extend(end.map(|end| ("endColumn", end.to_string())));
        }
        properties.push(("title", cut(&self.title, LONGEST).into_owned()));
        let properties: Vec<String> = properties
            .iter()
            .map(|(name, value)| format!("{name}={}", property(&visible(value))))
            .collect();
        let lines: Vec<_> = self.lines.iter().map(|line| visible(line)).collect();
        let message = cut(&lines.join("\n"), LONGEST).into_owned();
        writeln!(out, "::{sort} {}::{}", properties.join(","), data(&message))
    }
}

/// The path of a file from the root of the repository; none for standard input.
fn in_repository(corpus: &Corpus, file: FileId, within: &str) -> Option<String> {
    let path = path(corpus, file);
    if path == STDIN {
        return None;
    }
    if corpus.files.path(file).is_absolute() {
        // GitHub itself knows where the repository lies.
        return Some(path.into_owned());
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in within.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The message of a command, in which a line's end is the only thing that means something.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25");
    text.replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command, which colons and commas end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_file_says_ends_a_command_or_a_property() {
        let cases = [
            ("100%0A", "100%250A", "100%250A"),
            ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
            ("a,b::c", "a,b::c", "a%2Cb%3A%3Ac"),
            ("“plain” – 東京", "“plain” – 東京", "“plain” – 東京"),
        ];
        for (text, as_data, as_property) in cases {
            assert_eq!(
                (data(text), property(text)),
                (as_data.into(), as_property.into())
            );
        }
    }

    #[test]
    fn messages_have_an_end() {
        assert_eq!(cut("short", LONGEST), "short");
        let text = "ö".repeat(LONGEST + 5);
        let long = cut(&text, LONGEST);
        assert_eq!(long.chars().count(), LONGEST + 1);
    }
}
