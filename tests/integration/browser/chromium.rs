//! A headless Chromium, driven through the DevTools protocol.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::{Message, WebSocket};

/// What the program is called on the systems that people test on.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Longer than any page takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser with one tab.
pub(crate) struct Chromium {
    process: Child,
    socket: WebSocket<TcpStream>,
    session: String,
    calls: u64,
    /// What the browser told since the last page was opened.
    pub(crate) events: Vec<Value>,
    _profile: TempDir,
}

impl Chromium {
    /// Starts the browser of this system; `None` where there is none.
    pub(crate) fn start() -> Option<Self> {
        let profile = tempfile::tempdir().unwrap();
        let launch = |name: &&str| {
            Command::new(name)
                .args([
                    "--headless=new",
                    "--remote-debugging-port=0",
                    "--no-first-run",
                ])
                // Containers run as root and have a small /dev/shm.
                .args(["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"])
                .args(["--hide-scrollbars", "--force-color-profile=srgb"])
                .arg(format!("--user-data-dir={}", profile.path().display()))
                .arg("about:blank")
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .ok()
        };
        let mut process = NAMES.iter().find_map(launch)?;
        let lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let mut lines = lines.map_while(Result::ok);
        let address = lines
            .find_map(|line| {
                line.strip_prefix("DevTools listening on ")
                    .map(str::to_owned)
            })
            .expect("Chromium says where it listens");
        // Nobody reads what follows, and a full pipe would stop the browser.
        std::thread::spawn(move || lines.for_each(drop));
        let host = address
            .trim_start_matches("ws://")
            .split('/')
            .next()
            .unwrap();
        let stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let (socket, _) = tungstenite::client(&*address, stream).expect("a DevTools socket");
        let mut browser = Self {
            process,
            socket,
            session: String::new(),
            calls: 0,
            events: Vec::new(),
            _profile: profile,
        };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let attached = browser.call(
            "Target.attachToTarget",
            json!({"targetId": target["targetId"], "flatten": true}),
        );
        browser.session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        Some(browser)
    }

    /// Sends a command and waits for its answer.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        self.calls += 1;
        let id = self.calls;
        let mut command = json!({"id": id, "method": method, "params": params});
        if !self.session.is_empty() {
            command["sessionId"] = self.session.clone().into();
        }
        self.socket
            .send(Message::text(command.to_string()))
            .unwrap();
        loop {
            let message = self.next();
            if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {message}");
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    fn next(&mut self) -> Value {
        loop {
            let message = self.socket.read().expect("an answer in time");
            if let Ok(text) = message.to_text()
                && let Ok(value) = serde_json::from_str(text)
            {
                return value;
            }
        }
    }

    /// Opens a file and waits until it is loaded.
    pub(crate) fn open(&mut self, file: &Path) {
        self.go(&format!(
            "file://{}",
            file.canonicalize().unwrap().display()
        ));
    }

    /// Opens an address and waits until it is loaded.
    pub(crate) fn go(&mut self, url: &str) {
        self.events.clear();
        self.call("Page.navigate", json!({"url": url}));
        let loaded = |event: &Value| event["method"] == "Page.loadEventFired";
        while !self.events.iter().any(loaded) {
            let event = self.next();
            self.events.push(event);
        }
    }

    /// The value of an expression in the page; a promise is awaited.
    pub(crate) fn eval(&mut self, expression: &str) -> Value {
        let params = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let result = self.call("Runtime.evaluate", params);
        assert!(
            result["exceptionDetails"].is_null(),
            "{expression}: {result}"
        );
        result["result"]["value"].clone()
    }

    /// Waits until an expression holds.
    pub(crate) fn wait_for(&mut self, expression: &str) {
        let start = Instant::now();
        while self.eval(expression) != true {
            assert!(start.elapsed() < PATIENCE, "never: {expression}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses and releases a key.
    pub(crate) fn press(&mut self, key: &str, code: u32, text: &str) {
        for kind in ["keyDown", "keyUp"] {
            let mut params = json!({
                "type": kind, "key": key, "code": key,
                "windowsVirtualKeyCode": code,
            });
            if kind == "keyDown" {
                params["text"] = text.into();
            }
            self.call("Input.dispatchKeyEvent", params);
        }
    }

    /// Types text where the focus is, as an input method puts it in.
    #[cfg(feature = "desk")]
    pub(crate) fn insert(&mut self, text: &str) {
        self.call("Input.insertText", json!({"text": text}));
    }

    /// Clicks in the middle of the first element of a selector.
    pub(crate) fn click(&mut self, selector: &str) {
        let place = self.eval(&format!(
            "(() => {{ const e = document.querySelector({selector:?}); e.scrollIntoView({{block: 'center', \
             behavior: 'instant'}}); const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + \
             b.height / 2]; }})()"
        ));
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({
                "type": kind, "x": place[0], "y": place[1], "button": "left", "clickCount": 1,
            });
            self.call("Input.dispatchMouseEvent", params);
        }
    }

    /// Sets the size of the window, and whether it is dark.
    pub(crate) fn look(&mut self, width: u32, height: u32, dark: bool) {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", metrics);
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        let media = json!({"features": features});
        self.call("Emulation.setEmulatedMedia", media);
    }

    /// The page as it would be printed, as PDF.
    pub(crate) fn print(&mut self) -> Vec<u8> {
        let params = json!({"printBackground": true, "preferCSSPageSize": true});
        let pdf = self.call("Page.printToPDF", params);
        STANDARD.decode(pdf["data"].as_str().unwrap()).unwrap()
    }

    /// What is in the window, as PNG.
    pub(crate) fn screenshot(&mut self) -> Vec<u8> {
        let image = self.call("Page.captureScreenshot", json!({"format": "png"}));
        STANDARD.decode(image["data"].as_str().unwrap()).unwrap()
    }

    /// Errors and warnings of the page since it was opened.
    pub(crate) fn complaints(&self) -> Vec<String> {
        let of = |event: &&Value| {
            let method = event["method"].as_str().unwrap_or_default();
            let logged = event["params"]["entry"]["level"].as_str();
            matches!(
                method,
                "Runtime.exceptionThrown" | "Runtime.consoleAPICalled"
            ) || logged.is_some_and(|level| level != "verbose" && level != "info")
        };
        self.events
            .iter()
            .filter(of)
            .map(Value::to_string)
            .collect()
    }

    /// The addresses that the page asked for, its own file among them.
    pub(crate) fn requests(&self) -> Vec<String> {
        let of = |event: &Value| {
            let url = event["params"]["request"]["url"].as_str()?;
            (event["method"] == "Network.requestWillBeSent").then(|| url.to_owned())
        };
        self.events.iter().filter_map(of).collect()
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
