//! `gainsay desk`: serves the page on which claims are written.

use std::io::{self, Write};
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tempfile::NamedTempFile;

use super::args::DeskArgs;
use super::output::{say, write_to};
use super::{corpus, undo};
use crate::desk::serve::Server;
use crate::desk::{Desk, Options};

/// So long may a browser take to start.
const PATIENCE: Duration = Duration::from_secs(60);

/// Serves the page until it is interrupted.
pub(super) fn run(args: DeskArgs) -> io::Result<ExitCode> {
    let folder = &args.folder;
    if !folder.is_dir() {
        let folder = folder.display();
        return Err(io::Error::other(format!(
            "{folder} is no folder; make it, or name the folder of a story"
        )));
    }
    if !args.read_only {
        undo::recover_in(folder)?;
    }
    let server = Server::bind(args.port)
        .map_err(|error| io::Error::new(error.kind(), format!("port {}: {error}", args.port)))?;
    let today = args.today;
    let desk = Desk::open(Options {
        folder: args.folder.clone(),
        strict_names: args.strict_names,
        today: Box::new(move || today.or_else(corpus::today)),
        read_only: args.read_only,
    });
    let address = server.address();
    write_to(None, |out| writeln!(out, "{address}"))?;
    let note = "only this machine reaches it, and only with this address; Ctrl-C ends it";
    say(note)?;
    let is_used = Arc::new(AtomicBool::new(false));
    if args.open {
        open(&address, Arc::clone(&is_used))?;
    }
    server.run(desk, is_used)?;
    Ok(ExitCode::SUCCESS)
}

/// Opens the page by a file that only its owner may read: a command line is read by everybody.
fn open(address: &str, is_used: Arc<AtomicBool>) -> io::Result<()> {
    let mut file = tempfile::Builder::new()
        .prefix("gainsay-desk-")
        .suffix(".html")
        .tempfile()?;
    write!(
        file,
        "<!DOCTYPE html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">\
         <meta http-equiv=\"refresh\" content=\"0; url={address}\"><title>gainsay desk</title>"
    )?;
    file.flush()?;
    let mut command = opener(&file);
    let command = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    match command.spawn() {
        Ok(mut child) => {
            std::thread::spawn(move || {
                // Whether it came up shows when it asks.
                let _ = child.wait();
                let start = Instant::now();
                while !is_used.load(Ordering::Relaxed) && start.elapsed() < PATIENCE {
                    std::thread::sleep(Duration::from_millis(200));
                }
                drop(file);
            });
            Ok(())
        }
        Err(error) => say(&format!(
            "no browser could be opened ({error}); open the address yourself"
        )),
    }
}

/// The command of this system that opens a file in a browser.
fn opener(file: &NamedTempFile) -> Command {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    command.arg(file.path());
    command
}
