//! What gainsay is made of, held against `deny.toml` without a network.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;

/// The texts of a list in `deny.toml`.
fn list(name: &str) -> BTreeSet<String> {
    let page = fs::read_to_string("deny.toml").unwrap();
    let start = format!("\n{name} = [");
    let (_, rest) = page.split_once(&start).unwrap();
    let (inside, _) = rest.split_once(']').unwrap();
    let lines = inside.lines().filter(|it| !it.trim().starts_with('#'));
    let texts = lines.flat_map(|line| line.split('"').skip(1).step_by(2));
    texts.map(str::to_owned).collect()
}

/// The packages that are built on this system.
fn packages() -> Vec<Value> {
    let rustc = Command::new("rustc").arg("-vV").output().unwrap();
    let told = String::from_utf8(rustc.stdout).unwrap();
    let host = told.lines().find_map(|it| it.strip_prefix("host: "));
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline"])
        .args(["--filter-platform", host.unwrap()])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// Whether a licence expression leaves a choice within what is allowed.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ");
    let spaced = spaced.replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    return any(&mut words, allowed);

    type Words<'w> = std::iter::Peekable<std::str::SplitWhitespace<'w>>;

    fn any(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
        let mut holds = all(words, allowed);
        while words.next_if_eq(&"OR").is_some() {
            holds |= all(words, allowed);
        }
        holds
    }

    fn all(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
        let mut holds = one(words, allowed);
        while words.next_if_eq(&"AND").is_some() {
            holds &= one(words, allowed);
        }
        holds
    }

    fn one(words: &mut Words<'_>, allowed: &BTreeSet<String>) -> bool {
        if words.next_if_eq(&"(").is_some() {
            let holds = any(words, allowed);
            assert_eq!(words.next(), Some(")"));
            return holds;
        }
        let name = words.next().unwrap_or_default();
        // An exception only allows more.
        if words.next_if_eq(&"WITH").is_some() {
            words.next();
        }
        allowed.contains(name)
    }
}

#[test]
fn licences_are_read_as_expressions() {
    let allowed = BTreeSet::from(["MIT", "Zlib"].map(str::to_owned));
    for (expression, expected) in [
        ("MIT", true),
        ("GPL-3.0", false),
        ("", false),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0/MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(GPL-3.0 OR MIT) AND Zlib", true),
        ("(GPL-3.0 AND MIT) OR (Zlib AND GPL-3.0)", false),
        ("MIT WITH some-exception AND Zlib", true),
    ] {
        assert_eq!(is_allowed(expression, &allowed), expected, "{expression}");
    }
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let allowed = list("allow");
    assert!(allowed.contains("MIT") && !allowed.contains("GPL-3.0"));
    let packages = packages();
    assert!(packages.len() > 50, "all are there");
    for package in packages {
        let licence = package["license"].as_str().unwrap_or_default();
        assert!(
            is_allowed(licence, &allowed),
            "{}: {licence}",
            package["name"]
        );
    }
}

#[test]
fn every_source_is_one_that_is_allowed_and_nothing_speaks_to_a_network() {
    let sources = list("allow-registry");
    let banned = list("deny");
    let locked = fs::read_to_string("Cargo.lock").unwrap();
    let of = |start: &'static str| {
        let lines = locked.lines().filter_map(move |it| it.strip_prefix(start));
        lines.map(|it| it.trim_matches('"'))
    };
    for source in of("source = ") {
        let registry = source.strip_prefix("registry+").unwrap_or(source);
        assert!(sources.contains(registry), "{source}");
    }
    let found: Vec<&str> = of("name = ")
        .filter(|name| banned.contains(*name))
        .collect();
    assert_eq!(found, Vec::<&str>::new());
}

#[test]
fn no_dependency_asks_for_a_newer_rust_than_we_do() {
    let number = |version: &str| -> Vec<u32> {
        let parts = version.split('.').chain(["0", "0"]).take(3);
        parts.map(|part| part.parse().unwrap()).collect()
    };
    let ours = number(env!("CARGO_PKG_RUST_VERSION"));
    for package in packages() {
        let theirs = package["rust_version"].as_str().unwrap_or("1");
        assert!(number(theirs) <= ours, "{}: {theirs}", package["name"]);
    }
}
