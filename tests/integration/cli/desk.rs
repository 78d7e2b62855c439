//! `gainsay desk`: what it prints, how it opens a browser, and what it refuses.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;

const CLAIMS: &str = "article: {id: a}\nclaims:\n  - {subject: s, property: p, value: 1}\n";

/// A desk that runs, and the address that it printed.
struct Running {
    process: Child,
    address: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn start(folder: &Path, args: &[&str], path: Option<&Path>) -> Running {
    let mut command = Command::new(cargo_bin!("gainsay"));
    let command = command.arg("desk").arg(".").args(args).current_dir(folder);
    if let Some(path) = path {
        let all = std::env::var("PATH").unwrap_or_default();
        command.env("PATH", format!("{}:{all}", path.display()));
    }
    let mut process = command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut out = BufReader::new(process.stdout.take().unwrap());
    out.read_line(&mut line).unwrap();
    Running {
        process,
        address: line.trim_end().to_owned(),
    }
}

fn refused(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(cargo_bin!("gainsay"))
        .arg("desk")
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap();
    (
        output.status.code(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn it_prints_one_address_with_the_token_and_serves_it() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), CLAIMS).unwrap();
    let desk = start(folder.path(), &["--read-only"], None);
    let (place, token) = desk
        .address
        .strip_prefix("http://")
        .unwrap()
        .split_once("/#")
        .unwrap();
    assert!(place.starts_with("127.0.0.1:"));
    assert!(token.len() == 32 && token.bytes().all(|c| c.is_ascii_hexdigit()));
    let mut stream = TcpStream::connect(place).unwrap();
    let request = format!(
        "GET /api/desk HTTP/1.1\r\nHost: {place}\r\nX-Gainsay-Token: {token}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    assert!(
        answer.starts_with("HTTP/1.1 200") && answer.contains("\"read_only\":true"),
        "{answer}"
    );
    // A second one at the same port is told so.
    let port = place.rsplit(':').next().unwrap();
    let (status, told) = refused(folder.path(), &[".", "--port", port]);
    assert_eq!(status, Some(2));
    assert!(told.contains(&format!("port {port}")), "{told}");
}

#[test]
fn the_token_stands_on_no_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let bin = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), CLAIMS).unwrap();
    let seen = bin.path().join("seen");
    let browser = bin.path().join("xdg-open");
    let script = format!(
        "#!/bin/sh\nstat -c %a \"$1\" > {seen}.new\necho \"$@\" >> {seen}.new\ncat \"$1\" >> {seen}.new\nmv {seen}.new {seen}\n",
        seen = seen.display()
    );
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let desk = start(folder.path(), &["--open"], Some(bin.path()));
    let begun = Instant::now();
    while !seen.exists() {
        assert!(begun.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(20));
    }
    let told = fs::read_to_string(&seen).unwrap();
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "600");
    let token = desk.address.split('#').nth(1).unwrap();
    assert!(
        !lines[1].contains(token) && lines[1].ends_with(".html"),
        "{told}"
    );
    assert!(lines[2..].concat().contains(&desk.address), "{told}");
}

#[test]
fn a_folder_that_is_none_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.yaml"), CLAIMS).unwrap();
    for wrong in ["nowhere", "a.yaml"] {
        let (status, told) = refused(folder.path(), &[wrong]);
        assert_eq!(status, Some(2));
        assert!(told.contains("is no folder"), "{told}");
    }
}
