//! Annotations for GitHub: workflow commands that nothing in a file can add to or cut short.

use super::{DOUBT, Folder, STORY, gainsay};

/// The lines that annotate in a sort.
fn of<'a>(out: &'a str, sort: &str) -> Vec<&'a str> {
    let start = format!("::{sort} ");
    out.lines().filter(|it| it.starts_with(&start)).collect()
}

#[test]
fn a_conflict_is_an_error_beside_its_line() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let ran = folder.run(&["--format", "github"]);
    assert_eq!(ran.status, 1, "{ran:?}");
    let [error] = of(&ran.out, "error")[..] else {
        panic!("{ran:?}")
    };
    let start =
        "::error file=claims/a.yaml,line=8,endLine=8,col=6,title=conflict%3A dock fire / injured::";
    assert!(error.starts_with(start), "{error}");
    for words in [
        "::one and three cannot both be right%0A",
        "%0AA one: city-radio (claims/a.yaml:8)%0A",
        "%0AB three: harbour-post “three dockers were hurt” (claims/a.yaml:3)%0A",
        "%0Anext: gainsay explain ",
    ] {
        assert!(error.contains(words), "{words}: {error}");
    }
    // Agreements annotate nothing; the counts are a notice about no file.
    let [notice] = of(&ran.out, "notice")[..] else {
        panic!("{ran:?}")
    };
    assert!(notice.starts_with("::notice title=gainsay::2 articles, "));
    assert!(notice.ends_with("%0Aexit status 1: 1 conflict"), "{notice}");
    assert_eq!(ran.out.lines().count(), 2);
}

#[test]
fn a_possible_conflict_is_a_warning_and_an_agreement_nothing() {
    let folder = Folder::with(&[("claims/a.yaml", DOUBT)]);
    let ran = folder.run(&["--format", "github"]);
    let counts = ["error", "warning", "notice"].map(|sort| of(&ran.out, sort).len());
    assert_eq!((ran.status, counts), (0, [0, 1, 1]), "{ran:?}");
    let title = "title=possible conflict%3A dock fire / injured::";
    assert!(ran.out.contains(title), "{ran:?}");
    let same = DOUBT.replace("value: 1", "value: 3");
    let folder = Folder::with(&[("claims/a.yaml", &same)]);
    let ran = folder.run(&["--format", "github"]);
    assert!(of(&ran.out, "error").is_empty() && of(&ran.out, "warning").is_empty());
    assert_eq!(ran.out.lines().count(), 1, "{ran:?}");
}

#[test]
fn a_ruled_conflict_is_no_annotation() {
    let folder = Folder::with(&[("claims/a.yaml", STORY)]);
    let id = folder.run(&["--format", "json"]).first_id();
    let to = "claims/rulings.yaml";
    let rule = [
        "rule", &id, "--ruling", "both", "--by", "NN", "--reason", "seen", "--to", to,
    ];
    assert_eq!(folder.run(&rule).status, 0);
    let ran = folder.run(&["--format", "github", "--all"]);
    assert!(of(&ran.out, "error").is_empty(), "{ran:?}");
}

#[test]
fn problems_of_files_come_before_conflicts() {
    let wrong = "article: {id: c}\nclaims:\n  - {subject: x, propperty: y, value: 1}\n";
    let folder = Folder::with(&[("claims/a.yaml", STORY), ("claims/c.yaml", wrong)]);
    let ran = folder.run(&["--format", "github"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    let errors = of(&ran.out, "error");
    let start =
        "::error file=claims/c.yaml,line=3,endLine=3,col=18,endColumn=27,title=unknown-field::";
    assert!(errors[1].starts_with(start), "{ran:?}");
    assert!(
        errors.last().unwrap().contains("title=conflict%3A"),
        "{ran:?}"
    );
}

#[test]
fn github_shows_ten_of_a_sort_and_is_told_of_the_others() {
    let claims = |value: u32| {
        let lines = (0..25).map(|at| {
            format!("  - {{subject: pier {at} of the port, property: built, value: {value}}}\n")
        });
        format!("claims:\n{}", lines.collect::<String>())
    };
    let text = format!(
        "article: {{id: a}}\n{}---\narticle: {{id: b}}\n{}",
        claims(3),
        claims(4)
    );
    let folder = Folder::with(&[("claims/a.yaml", &text)]);
    let ran = folder.run(&["--format", "github"]);
    assert_eq!(of(&ran.out, "error").len(), 10, "{ran:?}");
    let notices = of(&ran.out, "notice");
    let told = "%0Aof 25 errors GitHub shows 10; gainsay check lists more";
    assert!(notices[0].contains(told), "{ran:?}");
    let few = Folder::with(&[("claims/a.yaml", STORY)]).run(&["--format", "github"]);
    assert!(!few.out.contains("GitHub shows"), "{few:?}");
}

#[test]
fn nothing_in_a_file_is_a_command() {
    let text = "\
article: {id: 'a,line=9::', published: 2024-03-05}
claims:
  - subject: \"pier\\n::error::x\"
    property: 'built, title=x'
    value: \"3\"
    quote: \"100%0A::set-output name=a::b \\r\\n::stop-commands::c\"
---
article: {id: b, published: 2024-03-05}
claims:
  - {subject: \"pier\\n::error::x\", property: 'built, title=x', value: 4}
";
    let folder = Folder::with(&[("claims/a,b:c%.yaml", text)]);
    let ran = folder.run(&["--format", "github"]);
    assert_eq!(ran.out.lines().count(), 2, "{ran:?}");
    let error = of(&ran.out, "error")[0];
    assert!(
        error.starts_with("::error file=claims/a%2Cb%3Ac%25.yaml,line="),
        "{error}"
    );
    let properties = &error["::error ".len()..error[2..].find("::").unwrap() + 2];
    let names: Vec<&str> = properties
        .split(',')
        .filter_map(|it| it.split('=').next())
        .collect();
    assert_eq!(names, ["file", "line", "endLine", "col", "title"]);
    assert!(error.contains("100%250A::set-output"), "{error}");
}

#[test]
fn paths_count_from_the_root_of_the_repository() {
    let folder = Folder::with(&[("desk/fire/claims/a.yaml", STORY)]);
    let run = |at: &str, args: &[&str]| {
        let mut command = gainsay(args);
        command.current_dir(folder.0.path().join(at));
        command.env("GITHUB_WORKSPACE", folder.0.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let file = "::error file=desk/fire/claims/a.yaml,line=8,";
    for (at, path) in [
        ("desk/fire", "claims"),
        ("desk/fire", "./claims"),
        ("desk", "../desk/fire/claims"),
        ("", "desk/fire/claims/a.yaml"),
    ] {
        let out = run(at, &["check", path, "--format", "github"]);
        assert!(out.starts_with(file), "{at} {path}: {out}");
    }
    // What comes from a pipe stands in no file.
    let mut command = gainsay(["check", "-", "--format", "github"]);
    let out = command.write_stdin(STORY).output().unwrap().stdout;
    assert!(out.starts_with(b"::error title="));
}
