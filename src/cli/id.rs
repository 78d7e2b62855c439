//! The finding that a command line names, by its id or the beginning of it.

use std::io;

use crate::finding::{self, Beginning, Finding, FindingId, NotOne};

/// What an id needs, as messages say it.
pub(super) fn shortest() -> String {
    format!(
        "no beginning of a finding's id ({} hexadecimal digits or more)",
        FindingId::SHORTEST
    )
}

/// Refuses what is no id and no beginning of one, before any file is read.
pub(super) fn check(id: &str) -> io::Result<()> {
    match Beginning::of(id) {
        Some(_) => Ok(()),
        None => Err(io::Error::other(format!(
            "\"{id}\" is {}; `gainsay --all` shows all findings with their ids",
            shortest()
        ))),
    }
}

/// The finding that an id means.
pub(super) fn find<'f>(findings: &'f [Finding], id: &str) -> io::Result<&'f Finding> {
    finding::find(findings, id).map_err(|why| {
        io::Error::other(match why {
            NotOne::Unknown => format!(
                "no finding in these files has an id that begins with {id}; `gainsay --all` shows all of them with their ids"
            ),
            NotOne::Several(ids) => {
                let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
                format!(
                    "{id} is the beginning of several findings' ids: {}; write more of it",
                    ids.join(", ")
                )
            }
        })
    })
}
