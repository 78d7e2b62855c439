//! What a long run is doing, on standard error, for whoever waits at a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long a step may take before anything is said about it.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the line is drawn.
const BEAT: Duration = Duration::from_millis(200);

const FRAMES: [&str; 4] = ["|", "/", "-", "\\"];

/// A step of the run; the line goes when it is dropped.
pub(super) struct Step {
    running: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Step {
    /// Starts a step; says nothing unless wanted, and unless standard error is a terminal that can
    /// take a line back.
    pub(super) fn start(what: &'static str, wanted: bool) -> Self {
        let can_erase = std::env::var_os("TERM").is_some_and(|term| term != "dumb");
        let shown = wanted && io::stderr().is_terminal() && can_erase;
        Self {
            running: shown.then(|| {
                let (stop, stopped) = mpsc::channel();
                let draw = move || {
                    let begun = Instant::now();
                    let mut wait = PATIENCE;
                    let mut frames = FRAMES.iter().cycle();
                    while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                        wait = BEAT;
                        let frame = frames.next().copied().unwrap_or_default();
                        let seconds = begun.elapsed().as_secs();
                        // Nobody is left to tell if standard error is closed.
                        let _ = write!(io::stderr(), "\r{frame} {what}, {seconds} s\x1b[K");
                    }
                    if wait == BEAT {
                        let _ = write!(io::stderr(), "\r\x1b[K");
                    }
                };
                (stop, thread::spawn(draw))
            }),
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            // A thread that only draws cannot have failed in a way that matters.
            let _ = thread.join();
        }
    }
}
