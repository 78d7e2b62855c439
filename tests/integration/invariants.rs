//! What holds for the whole project, and no compiler checks: tables, stages and files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gainsay::finding::Check;
use gainsay::value::KINDS;

use crate::checks::fixtures;

/// The stages, as `src/lib.rs` lists them: each uses only those before it.
fn stages() -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").unwrap();
    let stages = lib.lines().filter_map(|line| line.strip_prefix("pub mod "));
    stages.map(|name| name.replace(';', "")).collect()
}

/// Every source file with its text.
pub(crate) fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![PathBuf::from("src")];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                sources.push((path, text));
            }
        }
    }
    sources.sort();
    sources
}

/// The stage to which a file belongs; `None` for the roots of the library and the program.
fn stage_of(path: &Path) -> Option<&str> {
    let inside = path.strip_prefix("src").unwrap();
    let first = inside.components().next()?.as_os_str().to_str()?;
    match first {
        "lib.rs" | "main.rs" => None,
        name => Some(name.strip_suffix(".rs").unwrap_or(name)),
    }
}

/// The lines of code, without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim_start)
        .filter(|line| !line.starts_with("//"))
}

#[test]
fn checks_have_a_name_in_every_place() {
    let ids: BTreeSet<&str> = Check::ALL.iter().map(|check| check.name()).collect();
    assert_eq!(ids.len(), Check::ALL.len(), "two checks have one id");
    for id in &ids {
        assert!(
            id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "{id} is not in kebab case"
        );
        let file = format!("src/check/{}.rs", id.replace('-', "_"));
        assert!(Path::new(&file).exists(), "there is no {file}");
        for prefix in ["fires-", "silent-"] {
            let has = fixtures(id).iter().any(|path| {
                let name = path.file_name().unwrap().to_str().unwrap();
                name.starts_with(prefix)
            });
            assert!(has, "no fixture of {id} is called {prefix}*");
        }
    }
    for (folder, ending) in [("docs/checks", ".md"), ("tests/fixtures/checks", "")] {
        let known: BTreeSet<String> = ids.iter().map(|id| format!("{id}{ending}")).collect();
        let found = fs::read_dir(folder).unwrap().map(|entry| {
            let name = entry.unwrap().file_name();
            name.into_string().unwrap()
        });
        let found: BTreeSet<String> = found.filter(|name| name != "vocabulary.yaml").collect();
        assert_eq!(found, known, "{folder}");
    }
}

#[test]
fn summaries_are_one_sentence_without_a_stop() {
    let kinds = KINDS.iter().map(|kind| kind.summary);
    for summary in Check::ALL.iter().map(|check| check.summary()).chain(kinds) {
        assert!(!summary.is_empty() && !summary.ends_with('.'), "{summary}");
    }
}

#[test]
fn stages_use_only_those_before_them() {
    let stages = stages();
    let rank = |name: &str| stages.iter().position(|stage| stage == name);
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let Some(own) = stage_of(&path).and_then(rank) else {
            assert!(stage_of(&path).is_none(), "{} has no stage", path.display());
            continue;
        };
        let text: Vec<&str> = code(&text).collect();
        let text = text.join("\n");
        let (code, tests) = text.split_once("mod tests {").unwrap_or((&text, ""));
        let mut used = names_at_the_root(code, depth(&path));
        used.extend(names_at_the_root(tests, depth(&path) + 1));
        for name in used {
            if rank(&name).is_some_and(|other| other > own) {
                wrong.push(format!("{} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// How many times a module says `super` to name the root of the library.
fn depth(path: &Path) -> usize {
    let inside = path.strip_prefix("src").unwrap();
    let is_folder = path.file_name().is_some_and(|name| name == "mod.rs");
    inside.components().count() - usize::from(is_folder)
}

/// The names that code takes from the root of the library, by `crate::` or by as many `super::` as
/// lead there; of `crate::{align, check::id}` every name, over several lines too.
fn names_at_the_root(code: &str, depth: usize) -> Vec<String> {
    let up = "super::".repeat(depth);
    let mut names = Vec::new();
    for prefix in ["crate::", &up] {
        for rest in code.split(prefix).skip(1) {
            match rest.strip_prefix('{') {
                Some(list) => names.extend(heads(list)),
                None => names.extend(heads(rest).into_iter().next()),
            }
        }
    }
    names
}

/// The first name of each path of a list, up to the brace that closes it.
fn heads(list: &str) -> Vec<String> {
    let nesting = |c| match c {
        '{' => 1,
        '}' => -1,
        _ => 0,
    };
    let mut open = 0;
    let end = list.find(|c| {
        open += nesting(c);
        open < 0
    });
    let mut open = 0;
    let paths = list[..end.unwrap_or(list.len())].split(|c| {
        open += nesting(c);
        open == 0 && c == ','
    });
    let is_name = |c: &char| c.is_alphanumeric() || *c == '_';
    paths
        .map(|path| path.trim_start().chars().take_while(is_name).collect())
        .collect()
}

#[test]
fn names_at_the_root_are_seen_however_they_are_written() {
    let seen = |code: &str| names_at_the_root(code, 2).join(" ");
    assert_eq!(
        seen("use crate::{align,\n    check::{a, b},\n};"),
        "align check "
    );
    assert_eq!(seen("let x = crate::graph::of(a, b);"), "graph");
    assert_eq!(seen("use super::super::{render, text};"), "render text");
    assert_eq!(seen("use super::super::render::Style;"), "render");
    assert_eq!(seen("use super::render;"), "");
}

/// A longer file needs a reason, and none has one.
const LONGEST: usize = 500;

#[test]
fn files_are_short() {
    let counted = sources().into_iter();
    let counted = counted.map(|(path, text)| (path, text.lines().count()));
    let long: Vec<String> = counted
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{} has {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<String> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(path, _)| path.display().to_string())
        .collect();
    assert!(silent.is_empty(), "\n{}", silent.join("\n"));
}

#[test]
fn the_architecture_names_every_stage() {
    let page = fs::read_to_string("docs/architecture.md").unwrap();
    let row = |line: &str| Some(line.strip_prefix("| `")?.split('`').next()?.to_owned());
    let rows: Vec<String> = page.lines().filter_map(row).collect();
    assert_eq!(rows, stages());
    let chain = page.lines().find(|line| line.starts_with("    text  "));
    let chain: Vec<&str> = chain.unwrap_or_default().split_whitespace().collect();
    assert_eq!(chain, stages());
}

/// Where what stands in backquotes in a page for developers may be.
const ROOTS: [&str; 3] = [".", "src", "tests/integration"];

#[test]
fn pages_for_developers_name_files_that_are_there() {
    for page in ["docs/architecture.md", "CONTRIBUTING.md"] {
        let text = fs::read_to_string(page).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        let paths = quoted.filter(|name| name.ends_with(".rs") || name.ends_with('/'));
        let paths: Vec<&str> = paths.filter(|path| !path.contains('<')).collect();
        assert!(paths.len() > 3, "{page} names no files");
        for path in paths {
            let is_there = |root: &&str| Path::new(root).join(path).exists();
            assert!(ROOTS.iter().any(is_there), "{page}: there is no {path}");
        }
    }
}

#[test]
fn only_the_command_line_prints() {
    let printing = ["print!(", "println!(", "stdout()", "stderr()", "dbg!("];
    for (path, text) in sources() {
        if matches!(stage_of(&path), None | Some("cli")) {
            continue;
        }
        for line in code(&text) {
            let found = printing.iter().find(|word| line.contains(**word));
            assert_eq!(found, None, "{}: {line}", path.display());
        }
    }
}

#[test]
fn every_kind_is_in_the_guide() {
    let Ok(guide) = fs::read_to_string("claims/README.md") else {
        return;
    };
    for row in KINDS {
        assert!(guide.contains(row.name), "the guide has no {}", row.name);
    }
}
