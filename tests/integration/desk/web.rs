//! A desk that is served, and requests to it as anybody can send them.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use gainsay::desk::serve::Server;
use gainsay::desk::{Desk, Options};
use serde_json::Value;

use super::Story;

/// A desk that is served as long as the tests run.
pub(crate) struct Web {
    pub(crate) at: SocketAddr,
    pub(crate) address: String,
    pub(crate) token: String,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|why| panic!("{why}: {self:?}"))
    }
}

impl Web {
    pub(crate) fn on(options: Options) -> Self {
        let server = Server::bind(0).unwrap();
        let (at, address) = (server.place(), server.address());
        let token = address.rsplit('#').next().unwrap().to_owned();
        std::thread::spawn(move || {
            server.run(Desk::open(options), Arc::new(AtomicBool::new(false)))
        });
        Self { at, address, token }
    }

    /// A desk that a program serves at the address that it printed.
    pub(crate) fn printed(address: &str) -> Self {
        let (place, token) = address.split_once("/#").unwrap();
        Self {
            at: place.trim_start_matches("http://").parse().unwrap(),
            token: token.to_owned(),
            address: address.to_owned(),
        }
    }

    pub(crate) fn of(story: &Story) -> Self {
        Self::on(story.options())
    }

    /// Sends bytes as they are, and reads what comes until the connection ends.
    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut bytes = Vec::new();
        // Where nobody listens any more, nothing comes.
        if let Ok(mut stream) = TcpStream::connect(self.at) {
            stream
                .set_read_timeout(Some(Duration::from_secs(60)))
                .unwrap();
            // Whoever is refused early may not be read to the end.
            let _ = stream.write_all(request);
            let _ = stream.read_to_end(&mut bytes);
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok());
        Answer {
            status: status.unwrap_or(0),
            head: head.to_ascii_lowercase(),
            body: body.to_owned(),
        }
    }

    /// A request with some headers beside those that it needs.
    pub(crate) fn send(&self, line: &str, headers: &[String], body: &str) -> Answer {
        let headers: String = headers.iter().map(|it| format!("{it}\r\n")).collect();
        let length = body.len();
        let request = format!(
            "{line} HTTP/1.1\r\n{headers}Connection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        self.raw(request.as_bytes())
    }

    pub(crate) fn host(&self) -> String {
        format!("Host: {}", self.at)
    }

    pub(crate) fn key(&self) -> String {
        format!("X-Gainsay-Token: {}", self.token)
    }

    /// A request of our own page for something.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send(&format!("GET {path}"), &[self.host(), self.key()], "")
    }

    /// A request of our own page that changes something.
    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        let json = "Content-Type: application/json".to_owned();
        let headers = [self.host(), self.key(), json];
        self.send(&format!("POST {path}"), &headers, &body.to_string())
    }
}
