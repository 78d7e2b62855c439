//! Decisions about findings, written into the file of rulings that is read last.

use std::path::PathBuf;

use super::change::{Planned, Refused, Ruled};
use super::{Desk, ruling_file, stands};
use crate::edit::Node;
use crate::finding::find;
use crate::model::Corpus;
use crate::render::{NewRuling, ruling_entry};

/// The file of a new story's rulings.
const FILE: &str = "rulings.yaml";

/// A ruling more.
pub(super) fn rule(desk: &mut Desk, ruled: &Ruled) -> Result<Planned, Refused> {
    if ruled.by.trim().is_empty() || ruled.reason.trim().is_empty() {
        return Err(Refused::No("a ruling says who decides, and why".into()));
    }
    let today = (desk.options.today)();
    let (id, node) = desk.report(|report| -> Result<(String, Node), Refused> {
        let finding = find(&report.findings, &ruled.finding);
        let finding =
            finding.map_err(|_| Refused::No("there is no such finding any more".into()))?;
        if let Some(value) = &ruled.value {
            stands::check(report.corpus, finding, ruled.decision, value).map_err(Refused::No)?;
        }
        if let (Some(expires), Some(today)) = (ruled.expires, today)
            && expires <= today
        {
            let why = format!("a ruling of {today} cannot expire on {expires}: give a later day");
            return Err(Refused::No(why));
        }
        let new = NewRuling {
            decision: ruled.decision,
            value: ruled.value.as_deref(),
            by: ruled.by.trim(),
            date: today,
            reason: ruled.reason.trim(),
            expires: ruled.expires,
        };
        let node = ruling_entry(report.corpus, finding, &new);
        Ok((finding.id.to_string(), node))
    })?;
    let path = file(desk.corpus()).unwrap_or_else(|| desk.folder().join(FILE));
    let old = match std::fs::read(&path) {
        Ok(bytes) => Some(
            String::from_utf8(bytes)
                .map_err(|_| Refused::No(format!("{} is not UTF-8 text", path.display())))?,
        ),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Refused::unreadable(&path, &error)),
    };
    let new = ruling_file::appended(old.as_deref().unwrap_or_default(), &node);
    let new = new.map_err(|why| Refused::No(format!("{}: {why}", path.display())))?;
    Ok(Planned {
        what: format!("ruling on {id} added"),
        path,
        old,
        new,
        beside: Vec::new(),
    })
}

/// The file whose rulings count where another has one on the same finding.
fn file(corpus: &Corpus) -> Option<PathBuf> {
    let files = corpus.rulings.iter().map(|ruling| ruling.place.file);
    files.max().map(|file| corpus.files.path(file).to_owned())
}
