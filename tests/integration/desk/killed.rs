//! The program that serves a desk, killed while it writes: nothing that was answered is lost.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use assert_cmd::cargo::cargo_bin;
use serde_json::{Value, json};

use super::Story;
use super::asked::add;
use super::web::{Answer, Web};

/// So many changes are sent.
const DEEDS: usize = 9;

/// So often is it killed.
const ROUNDS: u32 = 12;

/// A program that serves a folder.
struct Served {
    child: Child,
    web: Web,
}

impl Served {
    fn on(story: &Story) -> Self {
        let mut child = Command::new(cargo_bin!("gainsay"))
            .arg("desk")
            .arg(story.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut address = String::new();
        let out = child.stdout.take().unwrap();
        BufReader::new(out).read_line(&mut address).unwrap();
        let web = Web::printed(address.trim());
        Self { child, web }
    }

    /// Ends it as the system does that has no memory left.
    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

/// Makes one change of a row that is always the same. Out: whether it was answered as done.
fn deed(web: &Web, number: usize) -> bool {
    let sent = match number % 3 {
        // One file more, and its text.
        1 => {
            let fields = json!({"source": "Wire"});
            let new =
                json!({"do": "article", "fields": fields, "text": "Nine boats.", "page": false});
            web.post("/api/change", &new)
        }
        2 if number > 4 => web.post("/api/undo", &json!({})),
        _ => {
            let value = format!("{number} boats");
            let fields = json!({"subject": "dock fire", "property": "boats lost", "value": value});
            match asked(web) {
                Some(post) => web.post("/api/change", &add(&post, fields)),
                None => return false,
            }
        }
    };
    is_done(&sent)
}

/// The article that changes; nothing where nobody answers.
fn asked(web: &Web) -> Option<Value> {
    let answer = |path: &str| serde_json::from_str::<Value>(&web.get(path).body).ok();
    let desk = answer("/api/desk")?;
    let mut articles = desk["articles"].as_array()?.iter();
    let post = articles.find(|it| it["id"] == "post")?;
    answer(&format!("/api/article/{}", post["key"].as_str()?))
}

/// Whether an answer came whole.
fn is_done(answer: &Answer) -> bool {
    answer.status == 200 && serde_json::from_str::<Value>(&answer.body).is_ok()
}

/// What stands in a folder, but for what gainsay keeps for itself.
fn files(folder: &Path) -> Vec<(String, String)> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let names = names.map(|entry| entry.file_name().into_string().unwrap());
    let mut files: Vec<_> = names
        .filter(|name| !name.starts_with('.'))
        .map(|name| (fs::read_to_string(folder.join(&name)).unwrap(), name))
        .map(|(text, name)| (name, text))
        .collect();
    files.sort();
    files
}

/// How many names a folder and its journal hold: one more while something is being written.
fn names(folder: &Path) -> usize {
    let count = |folder: &Path| fs::read_dir(folder).into_iter().flatten().count();
    count(folder) + count(&folder.join(".gainsay/undo"))
}

/// What stands there after each change, and how long all take.
fn rehearsed() -> (Vec<Vec<(String, String)>>, Duration) {
    let story = Story::new();
    let served = Served::on(&story);
    let start = Instant::now();
    let mut states = vec![files(story.path())];
    for number in 0..DEEDS {
        assert!(deed(&served.web, number), "{number}");
        states.push(files(story.path()));
    }
    let took = start.elapsed();
    served.kill();
    (states, took)
}

#[test]
fn a_desk_that_is_killed_while_it_writes_loses_nothing_that_it_has_answered() {
    let (states, took) = rehearsed();
    assert!(states.windows(2).all(|pair| pair[0] != pair[1]));
    for round in 0..ROUNDS {
        let story = Story::new();
        let Served { mut child, web } = Served::on(&story);
        let (told, answered) = mpsc::channel();
        let client = std::thread::spawn(move || {
            let done = (0..DEEDS).take_while(|number| deed(&web, *number));
            done.for_each(|_| told.send(()).unwrap());
        });
        // At any moment; or as soon as something new stands there, once some changes are made.
        let mut done = 0;
        if round % 2 == 0 {
            std::thread::sleep(took * round / ROUNDS);
        } else {
            let wait = |_: &u32| answered.recv_timeout(Duration::from_secs(60)).is_ok();
            done = (0..round / 2).filter(wait).count();
            let (before, start) = (names(story.path()), Instant::now());
            while names(story.path()) == before && start.elapsed() < took * 2 {}
        }
        child.kill().unwrap();
        child.wait().unwrap();
        client.join().unwrap();
        let answered = done + answered.try_iter().count();
        let served = Served::on(&story);
        let now = files(story.path());
        let next = (answered + 1).min(DEEDS);
        assert!(
            now == states[answered] || now == states[next],
            "round {round}, {answered} answered: {now:#?}"
        );
        // It goes on as if nothing had been.
        let desk = served.web.get("/api/desk").json();
        let problems = desk["problems"].as_array().unwrap();
        assert!(problems.iter().all(|it| it["level"] != "error"), "{desk}");
        assert!(deed(&served.web, 0), "round {round}");
        served.kill();
        assert_eq!(files(story.path()).len(), now.len());
    }
}
