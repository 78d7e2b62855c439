//! The files by which gainsay is handed out: they name one version, and their scripts run.

use std::fs;

use serde_json::Value;

/// A YAML file as data.
fn yaml(path: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn every_page_names_the_version_that_this_is() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(yaml("action.yml")["inputs"]["version"]["default"], version);
    let page = fs::read_to_string("docs/install.md").unwrap();
    assert!(page.contains(&format!("gainsay@v{version}")));
    assert!(page.contains(&format!("gainsay=={version}")));
    assert_eq!(page.matches("==").count() + page.matches("@v0").count(), 2);
}

#[test]
fn the_package_holds_what_the_program_is_made_of_and_no_more() {
    let output = std::process::Command::new(env!("CARGO"))
        .args(["package", "--list", "--allow-dirty", "--offline"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let list = String::from_utf8(output.stdout).unwrap();
    let files: Vec<&str> = list.lines().collect();
    let needless = [
        "tests",
        "benches",
        "docs/page.png",
        "claims",
        ".ci",
        ".github",
    ];
    for file in &files {
        assert!(!needless.iter().any(|it| file.starts_with(it)), "{file}");
    }
    // A file that the program takes in must be there.
    for file in [
        "docs/checks/disputed.md",
        "docs/diagnostics.md",
        "example/vocabulary.yaml",
    ] {
        assert!(files.contains(&file), "{file}");
    }
}

#[test]
fn the_hook_checks_all_claims_whichever_file_changed() {
    let hooks = yaml(".pre-commit-hooks.yaml");
    assert_eq!(hooks[0]["entry"], "gainsay check");
    assert_eq!(hooks[0]["pass_filenames"], false);
}

#[test]
fn the_release_runs_only_what_is_pinned_and_builds_for_three_systems() {
    let text = fs::read_to_string(".github/workflows/release.yml").unwrap();
    let uses: Vec<&str> = text
        .lines()
        .filter_map(|it| it.split_once("uses: "))
        .map(|it| it.1)
        .collect();
    assert!(uses.len() > 5);
    for action in uses {
        let (_, hash) = action.split_once('@').unwrap();
        let hash = hash.split(' ').next().unwrap();
        assert!(
            hash.len() == 40 && hash.bytes().all(|it| it.is_ascii_hexdigit()),
            "{action}"
        );
    }
    let targets =
        yaml(".github/workflows/release.yml")["jobs"]["wheels"]["strategy"]["matrix"]["include"]
            .to_string();
    for target in ["x86_64-unknown-linux-musl", "apple-darwin", "windows-msvc"] {
        assert!(targets.contains(target), "{target}");
    }
}

/// The script of the action, with a `pipx` that runs the program that was built here.
#[cfg(unix)]
fn act(folder: &std::path::Path, paths: &str) -> std::process::Output {
    use std::os::unix::fs::PermissionsExt;
    let shim = "#!/bin/sh\n[ \"$1 $2 $3\" = 'run --spec gainsay==1.2.3' ] || exit 9\nshift 4\nexec \"$GAINSAY\" \"$@\"\n";
    let pipx = folder.join("pipx");
    fs::write(&pipx, shim).unwrap();
    fs::set_permissions(&pipx, fs::Permissions::from_mode(0o755)).unwrap();
    let path = std::env::var("PATH").unwrap();
    let action = yaml("action.yml");
    let script = action["runs"]["steps"][0]["run"].as_str().unwrap();
    std::process::Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .current_dir(folder)
        .env_remove("GITHUB_WORKSPACE")
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("GAINSAY", assert_cmd::cargo::cargo_bin!("gainsay"))
        .envs([
            ("PATHS", paths),
            ("FAIL_ON", "conflict"),
            ("VERSION", "1.2.3"),
        ])
        .output()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn the_action_annotates_and_takes_paths_for_nothing_but_paths() {
    let folder = tempfile::tempdir().unwrap();
    let claims = |id: &str, value: u32| {
        format!(
            "article: {{id: {id}}}\nclaims: [{{subject: mill, property: floors, value: {value}}}]\n"
        )
    };
    fs::write(folder.path().join("a b.yaml"), claims("a", 3)).unwrap();
    fs::write(folder.path().join("--all.yaml"), claims("b", 4)).unwrap();
    let ran = act(folder.path(), "a b.yaml\n\n--all.yaml\n");
    let out = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(ran.status.code(), Some(1), "{out}");
    assert!(out.starts_with("::error file="), "{out}");
    let ran = act(folder.path(), "a b.yaml");
    assert_eq!(ran.status.code(), Some(0));
    let ran = act(folder.path(), "$(touch made); touch made");
    assert_eq!(ran.status.code(), Some(2));
    assert!(!folder.path().join("made").exists());
}
