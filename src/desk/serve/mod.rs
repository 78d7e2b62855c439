//! The page of a desk, for browsers of this machine alone.
//!
//! It listens on 127.0.0.1. The page itself holds no data; all that does needs the token of the run, which
//! stands behind the `#` of the address, where no server and no log sees it. Changes are pushed by requests
//! that wait until there is one.

mod article;
mod asked;
mod connections;
mod guard;
mod helps;
mod page;
mod propose;
mod routes;
mod sentences;
mod token;
mod units;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;

use super::{Desk, Unquoted};
use token::Token;

/// How often files are looked at.
const LOOK: Duration = Duration::from_secs(1);

/// A desk that is about to be served.
pub struct Server {
    listener: TcpListener,
    at: SocketAddr,
    token: Token,
}

/// What all requests share.
struct Shared {
    desk: Mutex<Desk>,
    /// What was counted of each article's sentences.
    unquoted: Mutex<Unquoted>,
    token: Token,
    port: u16,
    page: page::Page,
    /// The version of the desk, for those who wait for another.
    version: watch::Sender<u64>,
    /// Whether anybody has come with the token.
    is_used: Arc<AtomicBool>,
}

impl Server {
    /// Takes a port of this machine; 0 for any that is free.
    ///
    /// # Errors
    ///
    /// A port that is taken, and a system without randomness.
    pub fn bind(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        Ok(Self {
            at: listener.local_addr()?,
            token: Token::new()?,
            listener,
        })
    }

    /// Where it is served.
    #[must_use]
    pub fn place(&self) -> SocketAddr {
        self.at
    }

    /// The address for a browser, with the token.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/#{}", self.at, self.token.text())
    }

    /// Serves a desk until the program ends. `is_used` becomes true when a browser has come with the token.
    ///
    /// # Errors
    ///
    /// What the system refuses.
    pub fn run(self, desk: Desk, is_used: Arc<AtomicBool>) -> io::Result<()> {
        let (version, _) = watch::channel(desk.version());
        let shared = Arc::new(Shared {
            desk: Mutex::new(desk),
            unquoted: Mutex::default(),
            token: self.token,
            port: self.at.port(),
            page: page::Page::new(),
            version,
            is_used,
        });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(self.listener)?;
            tokio::spawn(look(Arc::clone(&shared)));
            connections::serve(listener, routes::all(shared)).await
        })
    }
}

impl Shared {
    /// The desk, for one at a time.
    fn desk(&self) -> MutexGuard<'_, Desk> {
        // What panicked was a request; the desk reads its files anew with each change.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells those who wait which version there is.
    fn tell(&self, version: u64) {
        self.version.send_if_modified(|known| {
            let is_new = *known != version;
            *known = version;
            is_new
        });
    }

    /// Remembers that somebody came with the token.
    fn use_token(&self) {
        self.is_used.store(true, Ordering::Relaxed);
    }
}

/// Looks again and again whether files have changed.
async fn look(shared: Arc<Shared>) {
    loop {
        tokio::time::sleep(LOOK).await;
        let own = Arc::clone(&shared);
        let looked = tokio::task::spawn_blocking(move || {
            let mut desk = own.desk();
            desk.refresh();
            desk.version()
        });
        if let Ok(version) = looked.await {
            shared.tell(version);
        }
    }
}
