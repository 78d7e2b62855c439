//! Which files a run reads.

use std::path::Path;

use super::{CLAIM, codes, folder, load_paths};

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

#[cfg(unix)]
#[test]
fn links_stay_inside_the_folders_of_the_run_and_pipes_are_not_waited_for() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[
        ("run/a.yaml", CLAIM),
        ("other/b.yaml", CLAIM),
        ("other/notes.txt", "no"),
    ]);
    let (run, other) = (folder.path().join("run"), folder.path().join("other"));
    let pipe = std::process::Command::new("mkfifo")
        .arg(run.join("pipe.yaml"))
        .status();
    assert!(pipe.unwrap().success());
    symlink("/", run.join("root")).unwrap();
    symlink("../other", run.join("more")).unwrap();
    symlink("../other/b.yaml", run.join("one.yaml")).unwrap();
    symlink("../other/notes.txt", run.join("notes.txt")).unwrap();
    let (corpus, diagnostics) = load_paths(&[&run]);
    assert_eq!(corpus.articles.len(), 1);
    assert_eq!(codes(&diagnostics), ["unreadable-file"; 4]);
    let why = |words: &str| {
        diagnostics
            .iter()
            .filter(|it| it.message.contains(words))
            .count()
    };
    assert_eq!(why("it is not a file"), 1);
    assert_eq!(why("leads out of the folders that are checked"), 3);
    // A link into another folder of the run leads to what is read anyway.
    let (corpus, diagnostics) = load_paths(&[&run, &other]);
    assert_eq!(corpus.articles.len(), 2);
    assert_eq!(codes(&diagnostics), ["unreadable-file"; 2]);
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
