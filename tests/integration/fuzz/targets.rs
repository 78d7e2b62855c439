//! What is done with bytes that nobody chose: no target may panic, and each says what must hold beside.
//!
//! The crate in `fuzz/` gives them to a fuzzer, and the loop beside this file to every run of the tests.

use std::fs;
use std::path::Path;

use gainsay::check::Selection;
use gainsay::edit::{self, Edit, Node, Step};
use gainsay::explain;
use gainsay::model::Corpus;
use gainsay::parse::{self, Branch, Form, Inputs, Reader};
use gainsay::render::{self, Format};
use gainsay::sheet::held::Held;
use gainsay::sheet::import;
use gainsay::sheet::read;
use gainsay::value::kind::KINDS;
use gainsay::value::{self, Context};

/// What is done with any bytes.
type Target = fn(&[u8]);

/// Each target with its name, under which its corpus lies.
pub(crate) const TARGETS: &[(&str, Target)] = &[
    ("yaml", yaml),
    ("readers", readers),
    ("values", values),
    ("rules", rules),
    ("quotes", quotes),
    ("rulings", rulings),
    ("edits", edits),
    ("imports", imports),
    ("runs", runs),
];

fn text(data: &[u8]) -> String {
    String::from_utf8_lossy(data).into_owned()
}

/// A file is read, whatever is in it.
pub(crate) fn yaml(data: &[u8]) {
    let _ = parse::load_text(&text(data));
    let _ = parse::tree(&text(data));
}

/// Both readers read the same: records, problems and places.
pub(crate) fn readers(data: &[u8]) {
    let inputs = Inputs {
        paths: Vec::new(),
        stdin: Some(data.to_vec()),
    };
    let [lines, parser] = [Reader::Lines, Reader::Parser].map(|reader| {
        let (corpus, problems) = parse::load_with(reader, &inputs);
        format!("{corpus:#?}\n{problems:#?}")
    });
    assert_eq!(lines, parser);
}

/// Each line is read as each kind; two of one kind stand to each other the same from both sides.
pub(crate) fn values(data: &[u8]) {
    let text = text(data);
    for row in KINDS {
        let lines = text.lines().take(2);
        let read =
            lines.filter_map(|line| value::read_text(line, row.kind, &Context::default()).ok());
        let read: Vec<_> = read.collect();
        for left in &read {
            for right in &read {
                let relation = value::relate(left, right);
                assert_eq!(relation, value::relate(right, left).swapped());
            }
        }
    }
}

/// A rule is read, and held against claims.
pub(crate) fn rules(data: &[u8]) {
    let text = text(data);
    let mut file = String::from("rules:\n");
    for (at, line) in text.lines().take(4).enumerate() {
        let line = line.replace('\'', "''");
        file.push_str(&format!("  - {{name: r{at}, holds: '{line}'}}\n"));
    }
    file.push_str("article: {id: a}\nclaims:\n");
    for (at, label) in ["asked", "granted", "refused", "opened", "closed"]
        .iter()
        .enumerate()
    {
        file.push_str(&format!(
            "  - {{subject: s, property: {label}, value: {at}}}\n  - {{subject: s, property: {label}, value: at least {at}}}\n"
        ));
    }
    examined(&file);
}

/// A quote is looked up in a text: all before the first empty line, and all after it.
pub(crate) fn quotes(data: &[u8]) {
    let text = text(data);
    let (quote, article) = text.split_once("\n\n").unwrap_or((&text, &text));
    let folder = tempfile::tempdir().expect("a folder");
    let ending = match article.starts_with('<') {
        true => "html",
        false => "txt",
    };
    let quote = quote.replace('\'', "''").replace(['\n', '\r'], " ");
    let file = format!(
        "article: {{id: a, text: t.{ending}}}\nclaims:\n  - subject: s\n    property: p\n    value: 3\n    quote: '{quote}'\n"
    );
    let path = folder.path();
    fs::write(path.join(format!("t.{ending}")), article).expect("a file");
    fs::write(path.join("c.yaml"), file).expect("a file");
    let _ = parse::load(&Inputs {
        paths: vec![path.to_owned()],
        stdin: None,
    });
}

/// Rulings on a finding, whatever they say.
pub(crate) fn rulings(data: &[u8]) {
    examined(&format!("{CLAIMS}---\nrulings:\n{}", text(data)));
}

/// Every edit of a file is refused, or gives a file that can be read.
pub(crate) fn edits(data: &[u8]) {
    let text = text(data);
    let entry = Node::Map(vec![("subject".into(), Node::Text("a: b #c".into()))]);
    let appended = edit::append(&text, 0, "rulings", &entry);
    appended.iter().for_each(|text| assert_tree(text));
    let Ok(tree) = parse::tree(&text) else {
        return;
    };
    for (document, branch) in tree.documents.iter().enumerate() {
        let path = edit::Path {
            document,
            steps: Vec::new(),
        };
        let mut all = Vec::new();
        all_edits(branch, &path, &mut all);
        for one in all.iter().take(8) {
            let edited = edit::edit(&text, one);
            edited.iter().for_each(|text| assert_tree(text));
        }
    }
}

fn assert_tree(text: &str) {
    assert!(parse::tree(text).is_ok(), "{text}");
}

fn all_edits(branch: &Branch, path: &edit::Path, all: &mut Vec<Edit>) {
    if all.len() > 8 || path.steps.len() > 8 {
        return;
    }
    match &branch.form {
        Form::Scalar(..) => all.push(Edit::Set(path.clone(), "it's: [so] #x".into())),
        Form::Alias(_) => {}
        Form::List(entries, _) => {
            all.push(Edit::Append(path.clone(), Node::Text("- x".into())));
            for (at, branch) in entries.iter().enumerate() {
                let path = path.then(Step::At(at));
                all.push(Edit::Remove(path.clone()));
                all_edits(branch, &path, all);
            }
        }
        Form::Map(entries, _) => {
            all.push(Edit::Add(
                path.clone(),
                "new".into(),
                Node::Text("x".into()),
            ));
            for (key, branch) in entries {
                if let Form::Scalar(key, _) = &key.form {
                    let path = path.then(Step::Key(key.clone()));
                    all.push(Edit::Remove(path.clone()));
                    all_edits(branch, &path, all);
                }
            }
        }
    }
}

/// A table or annotations are imported into files; what would be written can be read.
pub(crate) fn imports(data: &[u8]) {
    let (corpus, _) = parse::load_text(CLAIMS);
    let held = Held::new(&corpus);
    let lines = match import::is_json(data) {
        true => import::notes(data),
        false => read::read(data.to_vec()).and_then(|book| import::table(&book, &[])),
    };
    let imported = lines.and_then(|lines| import::import(lines, &held, Path::new("claims")));
    for file in imported.iter().flat_map(|import| &import.files) {
        assert_tree(&file.new);
    }
}

/// A whole run: files are read and compared, the report is written, and its first finding is derived.
pub(crate) fn runs(data: &[u8]) {
    examined(&text(data));
}

fn examined(file: &str) {
    let (corpus, problems) = parse::load_text(file);
    let everything = Selection::everything(None);
    let report = gainsay::examine(&corpus, problems, &everything, false).expect("no names");
    // Each file in one format: another file takes another.
    for format in Format::ALL.into_iter().skip(file.len() % 7).take(1) {
        let written = render::render(
            &report,
            format,
            &render::Options::default(),
            &mut Vec::new(),
        );
        written.expect("a buffer takes all");
    }
    derived(&corpus, &report.findings);
}

fn derived(corpus: &Corpus, findings: &[gainsay::finding::Finding]) {
    gainsay::with_graph(corpus, false, |graph, _| {
        for finding in findings.iter().take(1) {
            let _ = explain::derive(graph, finding);
        }
    });
}

const CLAIMS: &str = "\
article: {id: a, source: Herald, published: 2024-03-05}
claims:
  - {subject: fire, property: injured, value: three, quote: injured three dockers}
  - {subject: fire, property: opened, value: 4 March 2024}
---
article: {id: b, source: Post}
claims:
  - {subject: fire, property: injured, value: one}
";
