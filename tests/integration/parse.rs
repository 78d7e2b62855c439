//! Files to records: what is read, in which order, and what it does not depend on.

use std::fs;
use std::path::{Path, PathBuf};

use gainsay::diagnostic::Diagnostic;
use gainsay::model::{Corpus, Decision, Stance};
use gainsay::parse::{Inputs, load};
use gainsay::value::{Kind, Unit, Written};
use proptest::prelude::*;

fn load_paths(paths: &[&Path]) -> (Corpus, Vec<Diagnostic>) {
    load(&Inputs {
        paths: paths.iter().map(PathBuf::from).collect(),
        stdin: None,
    })
}

fn load_text(text: &str) -> (Corpus, Vec<Diagnostic>) {
    load(&Inputs {
        paths: Vec::new(),
        stdin: Some(text.into()),
    })
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|d| d.code.name()).collect()
}

/// A claims file with one claim for each value.
fn claims(values: &[&str]) -> String {
    let claims = values
        .iter()
        .map(|value| format!("  - subject: s\n    property: p\n    value: {value}\n"));
    format!(
        "article: {{id: a}}\nclaims:\n{}",
        claims.collect::<String>()
    )
}

#[test]
fn every_field_of_every_record_is_read() {
    let (corpus, diagnostics) = load_paths(&["tests/fixtures/parse/whole".as_ref()]);
    assert_eq!(codes(&diagnostics), [""; 0]);
    let text = |symbol| corpus.symbols.text(symbol);
    let article = &corpus.articles[0];
    assert_eq!(text(article.id), "harbour-post-2018-06-06");
    assert_eq!(article.source.map(text), Some("Harbour Post"));
    assert_eq!(article.author.as_deref(), Some("Bo Chen, Ann Lee"));
    assert!(article.published.is_some());
    assert_eq!(
        article.cites.iter().map(|s| text(*s)).collect::<Vec<_>>(),
        ["wire"]
    );
    assert_eq!(article.copy_of.map(text), Some("wire"));
    let claim = &corpus.claims[0];
    assert_eq!(claim.details.name.as_deref(), Some("injured"));
    assert_eq!(text(claim.subject), "harbour fire");
    assert_eq!(claim.written, Written::Scalar("at least three".into()));
    assert_eq!(claim.stance, Stance::Denies);
    assert!(claim.hedged);
    let attribution = claim
        .attribution
        .iter()
        .map(|s| text(*s))
        .collect::<Vec<_>>();
    assert_eq!(attribution, ["police", "mayor"]);
    let qualifiers = claim
        .details
        .qualifiers
        .iter()
        .map(|q| (text(q.name), &*q.value));
    assert_eq!(
        qualifiers.collect::<Vec<_>>(),
        [
            ("when", "2018-06"),
            ("where", "dock 4"),
            ("shift", "night"),
            ("crew", "blue")
        ]
    );
    assert_eq!(claim.details.said.as_deref(), Some("Monday"));
    assert_eq!(claim.note.as_deref(), Some("two lines"));
    let spots = claim.spots;
    assert_eq!((spots.claim.line, spots.claim.column), (16, 5));
    assert_eq!((spots.value.line, spots.value.column), (19, 12));
    assert_eq!(corpus.rulings[0].decision, Decision::Stands);
    assert_eq!(corpus.rulings[0].considered.len(), 2);
    assert!(corpus.rulings[0].expires.is_some());
}

#[test]
fn every_field_of_a_vocabulary_is_read() {
    let (corpus, _) = load_paths(&["tests/fixtures/parse/whole/vocabulary.yaml".as_ref()]);
    let all = &corpus.vocabulary;
    let sources = all
        .sources
        .iter()
        .map(|s| format!("{} {:?}", s.name, s.aliases));
    assert_eq!(
        sources.collect::<Vec<_>>(),
        [r#"Harbour Post ["Post"]"#, "The Wire []"]
    );
    let entities = all.entities.iter().map(|e| {
        let (kind, parent, others) = (e.kind, e.part_of.as_deref(), &e.distinct_from);
        format!(
            "{} {kind:?} {:?} {parent:?} {others:?} {}",
            e.name,
            e.aliases,
            e.date.is_some()
        )
    });
    assert_eq!(
        entities.collect::<Vec<_>>(),
        [
            r#"harbour fire Some(Event) [] None [] true"#,
            r#"police Some(Organisation) ["the police"] None [] false"#,
            r#"Ann Lee Some(Person) [] Some("police") ["Ann Leeds"] false"#,
        ]
    );
    let properties = all.properties.iter().map(|p| {
        let kind = p.kind.map(Kind::name);
        let unit = p.unit.map(Unit::name);
        let (importance, changes, exclusive, age) = (p.importance, p.changes, p.exclusive, p.age);
        format!(
            "{} {kind:?} {unit:?} {:?} {importance:?} {changes:?} {exclusive} {age}",
            p.name, p.aliases
        )
    });
    assert_eq!(
        properties.collect::<Vec<_>>(),
        [
            r#"injured Some("number") Some("percent") ["hurt"] High Grows true false"#,
            r#"cause Some("term") None [] Normal No false false"#,
            r#"age Some("duration") Some("year") [] Normal No true true"#,
            r#"crew None None [] Normal No true false"#,
        ]
    );
    assert_eq!(
        all.properties[0].question.as_deref(),
        Some("How many people were hurt?")
    );
    let terms = all.properties.iter().flat_map(|p| &p.terms);
    let terms = terms.map(|t| format!("{} {:?} {:?}", t.name, t.aliases, t.broader));
    assert_eq!(
        terms.collect::<Vec<_>>(),
        [
            r#"cable ["a cable"] Some("accident")"#,
            "accident [] None",
            "blue [] None",
            "red [] None"
        ]
    );
    let rule = &all.rules[0];
    assert_eq!(
        (&*rule.name, &*rule.holds),
        ("hurt before dead", "injured <= dead")
    );
    assert_eq!(rule.slack.as_deref(), Some("1 day"));
    assert_eq!((rule.place.spot.line, rule.place.spot.column), (26, 5));
}

#[test]
fn every_scalar_is_its_source_text() {
    let written = [
        "no",
        "0123",
        "1e3",
        "3:30",
        "1996",
        "1.10",
        "0x1F",
        "2018-06-06",
        "Null",
        ".nan",
        "~5",
        "1_000",
    ];
    let (corpus, diagnostics) = load_text(&claims(&written));
    assert_eq!(codes(&diagnostics), [""; 0]);
    for (claim, text) in corpus.claims.iter().zip(written) {
        assert_eq!(claim.written, Written::Scalar(text.into()));
    }
    assert_eq!(corpus.claims.len(), written.len());
    let (corpus, _) = load_text(&claims(&["'null'", r#""~""#, r#""a\tb""#, "!!str 12"]));
    let read = corpus.claims.iter().map(|claim| claim.written.clone());
    let read = read.collect::<Vec<_>>();
    assert_eq!(
        read,
        ["null", "~", "a\tb", "12"].map(|text| Written::Scalar(text.into()))
    );
}

#[test]
fn only_nothing_a_tilde_and_null_are_missing() {
    let (corpus, diagnostics) = load_text(&claims(&["", "~", "null", "''"]));
    assert_eq!(codes(&diagnostics), ["missing-field"; 4]);
    assert!(corpus.claims.is_empty());
}

#[test]
fn values_are_texts_lists_and_two_maps() {
    let (corpus, diagnostics) = load_text(&claims(&[
        "[Ann Lee, Bo Chen]",
        "{members: [Ann Lee], only: yes}",
        "{members: Ann Lee}",
        "{between: [5, 7]}",
    ]));
    assert_eq!(codes(&diagnostics), [""; 0]);
    let members = |names: &[&str], only| Written::Members {
        names: names.iter().map(|name| (*name).into()).collect(),
        only,
    };
    let read = corpus.claims.iter().map(|claim| claim.written.clone());
    assert_eq!(
        read.collect::<Vec<_>>(),
        [
            members(&["Ann Lee", "Bo Chen"], false),
            members(&["Ann Lee"], true),
            members(&["Ann Lee"], false),
            Written::Between("5".into(), "7".into()),
        ]
    );
    let refused = [
        "{between: [5]}",
        "{between: 5}",
        "{members: [[a]]}",
        "{from: 5}",
        "{between: [5, 7], members: [a]}",
        "[a, ~]",
    ];
    for value in refused {
        let (corpus, diagnostics) = load_text(&claims(&[value]));
        assert!(
            corpus.claims.is_empty() && !diagnostics.is_empty(),
            "{value}"
        );
    }
}

#[test]
fn keys_may_be_written_in_three_ways() {
    for key in ["part of", "part_of", "part-of"] {
        let (corpus, diagnostics) = load_text(&format!(
            "entities:\n  Dock: {{{key}: Harbour}}\n  Harbour: {{kind: organization}}\n"
        ));
        assert_eq!(codes(&diagnostics), [""; 0]);
        assert_eq!(
            corpus.vocabulary.entities[0].part_of.as_deref(),
            Some("Harbour")
        );
    }
}

#[test]
fn columns_count_characters_and_line_ends_do_not_matter() {
    let text = "article: {id: é}\nclaims:\n  - {subject: „ä“, property: ö, value: ü}\n";
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    for text in [text, &windows] {
        let (corpus, diagnostics) = load_text(text);
        assert_eq!(codes(&diagnostics), [""; 0]);
        let spots = corpus.claims[0].spots;
        assert_eq!((spots.property.line, spots.property.column), (3, 30));
        assert_eq!((spots.value.line, spots.value.column), (3, 40));
    }
}

#[test]
fn one_broken_spot_costs_one_entry() {
    let broken = [
        "'tis",
        "\"a\" b",
        "\"a",
        "a: b",
        "@a",
        "%a",
        "`a`",
        "[a, b",
        "[a] b",
        "{a",
        "> 5",
        "| a",
        "*a",
        "!a",
        "- a",
        "a #1\n      b",
        "a\n   b: c",
        "a\n      b: c",
        "a\n\tb: c",
        "a\n    b c",
        "]",
        "}",
        ",",
        "&a &b c",
        "? a",
        "\"\\q\"",
        "'a\n---",
        "\u{7}",
    ];
    for broken in broken {
        let text = claims(&["good 1", broken, "good 2", "good 3"]);
        let text = text + "    note: the last\n";
        let (corpus, diagnostics) = load_text(&text);
        let read = corpus.claims.iter().filter(
            |claim| matches!(&claim.written, Written::Scalar(text) if text.starts_with("good")),
        );
        let expected = if broken.contains("---") { 1 } else { 3 };
        assert_eq!(
            read.count(),
            expected,
            "{broken:?}: {:?}",
            codes(&diagnostics)
        );
        assert!(!diagnostics.is_empty(), "{broken:?}");
        let line = diagnostics[0].place.spot.line;
        assert!((7..=10).contains(&line), "{broken:?}: line {line}");
    }
}

#[test]
fn a_claim_with_a_misspelt_key_is_not_compared_without_what_it_says() {
    let (corpus, diagnostics) = load_text(
        "article: {id: a}\nclaims:\n  - {subject: s, property: p, value: 1, hedge: yes}\n  - {subject: s, property: p, value: 2, page: 7}\n",
    );
    assert_eq!(codes(&diagnostics), ["unknown-field", "unknown-field"]);
    assert!(diagnostics[0].hint.contains("Did you mean `hedged`?"));
    assert_eq!(corpus.claims.len(), 1);
}

#[test]
fn a_text_cut_off_by_a_comma_is_not_read_as_less_than_it_says() {
    let (corpus, diagnostics) = load_text(
        "article: {id: a}\nclaims:\n  - {subject: s, property: p, value: 1,200 homes, quote: a}\n  - {subject: s, property: p, value: 2, quote: 'b'}\n",
    );
    assert_eq!(codes(&diagnostics), ["likely-comma"]);
    assert_eq!(
        diagnostics[0].hint,
        "Put the text into quotes: '1,200 homes'."
    );
    assert_eq!(corpus.claims.len(), 1);
    let (corpus, diagnostics) = load_text(
        "article: {id: a}\nclaims:\n  - {subject: s, property: p, value: 3, quote: two badly, one slightly, or not}\n  - subject: s\n    property: p\n    value: 2\n    foo:\n",
    );
    assert_eq!(codes(&diagnostics), ["likely-comma", "unknown-field"]);
    assert_eq!(
        diagnostics[0].hint,
        "Put the text into quotes: 'two badly, one slightly, or not'."
    );
    assert_eq!(corpus.claims.len(), 1);
}

#[test]
fn a_broken_section_hides_no_other() {
    let text = "article:\n  id: a\n  title: x: y\n  source: Post\nclaims:\n  - subject: s\n    property: p\n    value: v\nfoo: [\n---\narticle:\n  id: b\nclaims:\n  - subject: s\n    property: p\n    value: w\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(
        codes(&diagnostics),
        ["likely-colon", "unknown-field", "syntax"]
    );
    assert_eq!((corpus.articles.len(), corpus.claims.len()), (2, 2));
    assert!(corpus.articles[0].source.is_some());
}

#[test]
fn bombs_are_refused() {
    let mut bomb =
        "entities:\n  a0: {aliases: &a0 [lol, lol, lol, lol, lol, lol, lol, lol]}\n".to_owned();
    for n in 1..30 {
        let list = vec![format!("*a{}", n - 1); 8].join(", ");
        bomb += &format!("  a{n}: {{aliases: &a{n} [{list}]}}\n");
    }
    let (_, diagnostics) = load_text(&bomb);
    assert!(codes(&diagnostics).contains(&"alias-refused"));
    let scalar = format!(
        "entities:\n  a: {{part of: &a '{}'}}\n",
        "x".repeat(1 << 20)
    );
    let aliases = (0..1000).map(|n| format!("  a{n}: {{part of: *a}}\n"));
    let (_, diagnostics) = load_text(&(scalar + &aliases.collect::<String>()));
    assert!(codes(&diagnostics).contains(&"alias-refused"));
    for (open, close) in [("[", "]"), ("{a: ", "}")] {
        let deep = format!(
            "claims:\n  - value: {}{}\n",
            open.repeat(100_000),
            close.repeat(100_000)
        );
        assert!(codes(&load_text(&deep).1).contains(&"too-deep"));
    }
    assert!(!load_text(&"- ".repeat(100_000)).1.is_empty());
}

#[test]
fn aliases_stand_for_what_they_name() {
    let text = "article: {id: a}\nclaims:\n  - subject: &who Ann Lee\n    property: p\n    value: &v [a, b]\n  - subject: *who\n    property: q\n    value: *v\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(codes(&diagnostics), [""; 0]);
    assert_eq!(corpus.claims[0].subject, corpus.claims[1].subject);
    assert_eq!(corpus.claims[0].written, corpus.claims[1].written);
}

#[test]
fn ids_of_articles() {
    let one = "claims: [{subject: s, property: p, value: v}]\n";
    let (corpus, diagnostics) = load_text(one);
    assert_eq!(codes(&diagnostics), ["missing-id"]);
    assert_eq!(corpus.claims.len(), 1);
    let both = Inputs {
        paths: vec!["-".into()],
        stdin: Some(one.into()),
    };
    assert_eq!(load(&both).0.claims.len(), 1);
    assert_eq!(codes(&load(&both).1), ["missing-id"]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.two.yaml");
    fs::write(&path, one).unwrap();
    let (corpus, diagnostics) = load_paths(&[&path]);
    assert_eq!(codes(&diagnostics), [""; 0]);
    assert_eq!(corpus.symbols.text(corpus.articles[0].id), "one.two");
    let two = |a: &str, b: &str| {
        format!(
            "article: {{id: x, annotator: {a}}}\n{one}---\narticle: {{id: x, annotator: {b}}}\n{one}"
        )
    };
    let (corpus, diagnostics) = load_text(&two("JM", "RK"));
    assert_eq!((codes(&diagnostics).len(), corpus.articles.len()), (0, 2));
    let (corpus, diagnostics) = load_text(&two("JM", "JM"));
    assert_eq!(codes(&diagnostics), ["duplicate-id"]);
    assert_eq!((corpus.articles.len(), corpus.claims.len()), (1, 1));
}

#[test]
fn a_file_with_an_article_cannot_declare_or_rule() {
    let text = "rulings:\n  - {finding: a1, ruling: both}\n---\narticle: {id: a}\nclaims: [{subject: s, property: p, value: v}]\n---\nentities:\n  A: {aliases: [s]}\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(codes(&diagnostics), ["mixed-file", "mixed-file"]);
    assert!(corpus.rulings.is_empty() && corpus.vocabulary.entities.is_empty());
    assert_eq!(corpus.claims.len(), 1);
}

#[test]
fn declarations_that_clash_are_left_out() {
    let text = "properties:\n  age: {aliases: [years old]}\n  Ages: {}\n  height: {aliases: [years old, tallness]}\nentities:\n  A: {part of: B}\n  B: {part of: C}\n  C: {part of: A}\n  D: {part of: A}\n  E: {part of: F}\n";
    let (corpus, diagnostics) = load_text(text);
    assert_eq!(
        codes(&diagnostics),
        ["duplicate-id", "shared-alias", "cycle", "unknown-reference"]
    );
    let all = &corpus.vocabulary;
    let properties = all.properties.iter().map(|p| (&*p.name, p.aliases.len()));
    assert_eq!(properties.collect::<Vec<_>>(), [("age", 0), ("height", 1)]);
    let parents = all.entities.iter().map(|entity| entity.part_of.as_deref());
    assert_eq!(
        parents.collect::<Vec<_>>(),
        [None, None, None, Some("A"), Some("F")]
    );
}

#[test]
fn versions_in_a_circle_are_reported_once() {
    let article = |id, other| {
        format!(
            "article: {{id: {id}, revises: {other}}}\nclaims: [{{subject: s, property: p, value: v}}]\n---\n"
        )
    };
    let (corpus, diagnostics) =
        load_text(&(article("a", "b") + &article("b", "a") + &article("c", "a")));
    assert_eq!(codes(&diagnostics), ["cycle"]);
    let revises = corpus
        .articles
        .iter()
        .map(|article| article.revises.is_some());
    assert_eq!(revises.collect::<Vec<_>>(), [false, false, true]);
}

/// Writes files into a folder.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder to write to");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder to write to"))
            .expect("a folder to write to");
        fs::write(path, text).expect("a folder to write to");
    }
    folder
}

const CLAIM: &str = "claims: [{subject: s, property: p, value: v}]\n";

#[test]
fn folders_are_walked_in_order_and_ignore_files_honoured() {
    let folder = folder(&[
        ("b.yaml", CLAIM),
        ("a/c.yml", CLAIM),
        ("a/text.txt", "no"),
        (".hidden/x.yaml", CLAIM),
        ("drafts/y.yaml", CLAIM),
        ("old.yaml", CLAIM),
        (".gitignore", "drafts/\n"),
        (".ignore", "old.yaml\n"),
    ]);
    let (corpus, diagnostics) = load_paths(&[folder.path()]);
    assert_eq!(codes(&diagnostics), [""; 0]);
    let ids = corpus
        .articles
        .iter()
        .map(|article| corpus.symbols.text(article.id));
    assert_eq!(ids.collect::<Vec<_>>(), ["b", "c"]);
    assert_eq!(corpus.files.skipped(), 2);
    // A file that is named is read, whatever ignore files say.
    let (corpus, _) = load_paths(&[
        folder.path(),
        &folder.path().join("old.yaml"),
        &folder.path().join("b.yaml"),
    ]);
    assert_eq!((corpus.articles.len(), corpus.files.skipped()), (3, 1));
}

#[cfg(unix)]
#[test]
fn links_are_followed_once() {
    let folder = folder(&[("a/b.yaml", CLAIM)]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("a/loop")).unwrap();
    std::os::unix::fs::symlink("b.yaml", folder.path().join("a/again.yaml")).unwrap();
    std::os::unix::fs::symlink("nothing", folder.path().join("a/broken.yaml")).unwrap();
    let (corpus, diagnostics) = load_paths(&[folder.path()]);
    assert_eq!(codes(&diagnostics), ["unreadable-file"]);
    assert_eq!(corpus.articles.len(), 1);
}

#[test]
fn nothing_depends_on_the_order_of_paths_or_the_number_of_threads() {
    let paths = [
        "tests/fixtures/parse",
        "tests/fixtures/diagnostics",
        "tests/fixtures/diagnostics/ten-mistakes.yaml",
    ];
    let run = |paths: &[&str], threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let paths = paths.iter().map(Path::new).collect::<Vec<_>>();
        let (corpus, diagnostics) = pool.install(|| load_paths(&paths));
        format!("{corpus:?}{diagnostics:?}")
    };
    let expected = run(&paths, 1);
    assert_eq!(run(&[paths[2], paths[1], paths[0]], 4), expected);
    assert_eq!(run(&[paths[1], paths[0], paths[2], paths[0]], 2), expected);
}

#[test]
fn texts_stay_inside_the_folders_of_the_run() {
    let with_text = |text: &str| {
        format!(
            "article: {{text: {text}}}\nclaims: [{{subject: s, property: p, value: v, quote: in the text}}]\n"
        )
    };
    let folder = folder(&[
        ("secret.txt", "in the text"),
        ("run/a.yaml", &with_text("../secret.txt")),
        ("run/b.yaml", &with_text("link.txt")),
        ("run/c.yaml", &with_text("fine.txt")),
        ("run/d.yaml", &with_text(".")),
        ("run/fine.txt", "All in the “text”."),
    ]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.txt", folder.path().join("run/link.txt")).unwrap();
    let (_, diagnostics) = load_paths(&[&folder.path().join("run")]);
    assert_eq!(codes(&diagnostics), ["unreadable-text"; 3]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = load(&Inputs { paths: Vec::new(), stdin: Some(bytes) });
    }

    #[test]
    fn no_mixture_of_signs_makes_it_panic(text in "(claims:\n|article:\n|  - |    |subject: |value: |[\\[\\]{}\"',:#&*!|>%@~-]|\n|\t|a|é|\u{a0}|---\n){0,80}") {
        let _ = load_text(&text);
    }

    #[test]
    fn no_edit_makes_it_panic(at in any::<prop::sample::Index>(), cut in 0..20_usize, put in "[ \\n\\t\"':,#&*!|>\\[\\]{}a-]{0,6}") {
        let text = fs::read_to_string("tests/fixtures/parse/whole/article.yaml").unwrap();
        let places = text.char_indices().map(|(place, _)| place).collect::<Vec<_>>();
        let from = places[at.index(places.len())];
        let to = text[from..].char_indices().map(|(n, _)| from + n).nth(cut).unwrap_or(text.len());
        let edited = format!("{}{put}{}", &text[..from], &text[to..]);
        let lines = edited.lines().count() + 1;
        let (_, diagnostics) = load_text(&edited);
        for d in diagnostics {
            prop_assert!((1..=lines).contains(&(d.place.spot.line as usize)), "{d:?}");
        }
    }
}
