//! Edits of files: any edit of any file changes that place alone.

use std::fs;
use std::path::PathBuf;

use gainsay::edit::{Edit, Group, Node, Path, Step, append, edit, edit_all};
use gainsay::parse::{Branch, Form, tree};
use serde::Deserialize;
use serde_yaml::Value;

/// Every file with claims, a vocabulary or rulings, good or broken.
fn files() -> Vec<PathBuf> {
    let mut folders = vec![PathBuf::from("tests/fixtures"), PathBuf::from("claims")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false if path.extension().is_some_and(|ending| ending == "yaml") => {
                    files.push(path);
                }
                false => {}
            }
        }
    }
    files.sort();
    files
}

/// Every edit of the node at a path and of those in it.
fn edits(branch: &Branch, path: &Path, into: &mut Vec<Edit>) {
    let entry = Node::Map(vec![
        ("subject".into(), Node::Text("a, [b]: #c".into())),
        (
            "qualifiers".into(),
            Node::List(vec![Node::Text("3".into())]),
        ),
    ]);
    let step = |step: Step| {
        let mut path = path.clone();
        path.steps.push(step);
        path
    };
    if matches!(path.steps.last(), Some(Step::Key(_))) {
        let list = ["a, b", "c: [d]"].map(|text| Node::Text(text.into()));
        into.push(Edit::Replace(path.clone(), Node::List(list.to_vec())));
    }
    match &branch.form {
        Form::Scalar(..) => {
            for text in [
                "three",
                "it's: 'so', [not] #x",
                "null",
                "zwei\u{a0}\u{fc}ber",
            ] {
                into.push(Edit::Set(path.clone(), text.into()));
            }
        }
        Form::Alias(_) => {}
        Form::List(entries, _) => {
            into.push(Edit::Append(path.clone(), entry));
            for (at, branch) in entries.iter().enumerate() {
                into.push(Edit::Remove(step(Step::At(at))));
                edits(branch, &step(Step::At(at)), into);
            }
        }
        Form::Map(entries, _) => {
            into.push(Edit::Add(path.clone(), "new key".into(), entry));
            for (key, branch) in entries {
                let Form::Scalar(key, _) = &key.form else {
                    continue;
                };
                into.push(Edit::Remove(step(Step::Key(key.clone()))));
                edits(branch, &step(Step::Key(key.clone())), into);
            }
        }
    }
}

/// What another reader makes of a file.
fn theirs(text: &str) -> Option<Vec<Value>> {
    let documents = serde_yaml::Deserializer::from_str(text);
    let values = documents.map(Value::deserialize);
    values.collect::<Result<_, _>>().ok()
}

fn value(node: &Node) -> Value {
    match node {
        Node::Text(text) => Value::String(text.clone()),
        Node::List(entries) => Value::Sequence(entries.iter().map(value).collect()),
        Node::Map(entries) => {
            let entries = entries.iter();
            Value::Mapping(entries.map(|(k, v)| (k.clone().into(), value(v))).collect())
        }
        Node::Missing | Node::Flag(_) | Node::Alias(_) => unreachable!("not written here"),
    }
}

/// The value at a path; none where a key is no text to the other reader.
fn at<'v>(values: &'v mut [Value], path: &Path) -> Option<&'v mut Value> {
    let mut at = &mut values[path.document];
    for step in &path.steps {
        at = match step {
            Step::At(number) => &mut at[*number],
            Step::Key(key) => at.get_mut(key.as_str())?,
        };
    }
    Some(at)
}

/// What the other reader must make of the edited file.
fn expected(mut values: Vec<Value>, edit: &Edit) -> Option<Vec<Value>> {
    match edit {
        Edit::Set(path, text) => *at(&mut values, path)? = Value::String(text.clone()),
        Edit::Replace(path, node) => *at(&mut values, path)? = value(node),
        Edit::Append(path, node) => {
            at(&mut values, path)?
                .as_sequence_mut()
                .unwrap()
                .push(value(node));
        }
        Edit::Add(path, key, node) => {
            let map = at(&mut values, path)?.as_mapping_mut().unwrap();
            map.insert(key.clone().into(), value(node));
        }
        Edit::Remove(path) => {
            let mut parent = path.clone();
            let last = parent.steps.pop().unwrap();
            let parent = at(&mut values, &parent)?;
            match last {
                Step::At(number) => {
                    parent.as_sequence_mut().unwrap().remove(number);
                }
                Step::Key(key) => {
                    let map = parent.as_mapping_mut().unwrap();
                    // The other reader takes some keys for numbers.
                    let is_key = |other: &&Value| match other {
                        Value::String(text) => *text == key,
                        other => serde_yaml::to_string(other).unwrap().trim() == key,
                    };
                    let found = map.keys().find(is_key).unwrap().clone();
                    map.shift_remove(&found);
                }
            }
        }
    }
    Some(values)
}

/// How many bytes at the start and the end two texts share, at most.
fn shared(old: &str, new: &str) -> usize {
    let same = |(a, b): &(u8, u8)| a == b;
    let front = old.bytes().zip(new.bytes()).take_while(same).count();
    let back = old
        .bytes()
        .rev()
        .zip(new.bytes().rev())
        .take_while(same)
        .count();
    front + back
}

/// Every file that is whole, with all edits of it.
fn editable() -> Vec<(PathBuf, String, Vec<Value>, Vec<Edit>)> {
    let mut all = Vec::new();
    for file in files() {
        let Ok(text) = String::from_utf8(fs::read(&file).unwrap()) else {
            continue;
        };
        let bare = text.trim_start_matches('\u{feff}');
        let (Ok(before), Some(values)) = (tree(bare), theirs(bare)) else {
            continue;
        };
        let mut found = Vec::new();
        for (document, branch) in before.documents.iter().enumerate() {
            let path = Path {
                document,
                steps: Vec::new(),
            };
            edits(branch, &path, &mut found);
        }
        all.push((file, text, values, found));
    }
    all
}

#[test]
fn any_edit_of_any_file_changes_that_place_alone() {
    let (mut made, mut refused) = (0, 0);
    for (file, text, values, all) in editable() {
        // Of a long file a part will do, and by a prime every sort of edit is met.
        let every = [1, 7, 31, 101]
            .into_iter()
            .find(|every| all.len() / every < 40);
        let every = every.unwrap_or(997);
        for one in all.iter().step_by(every) {
            let Ok(new) = edit(&text, one) else {
                refused += 1;
                continue;
            };
            made += 1;
            let shown = file.display();
            assert_eq!(new.starts_with('\u{feff}'), text.starts_with('\u{feff}'));
            let found = theirs(new.trim_start_matches('\u{feff}'));
            let Some(expected) = expected(values.clone(), one) else {
                continue;
            };
            assert_eq!(found.as_ref(), Some(&expected), "{shown}: {one:?}\n{new}");
            // What is between the bytes that both texts begin and end with is one place.
            let touched = text.len().saturating_sub(shared(&text, &new));
            let largest = match one {
                Edit::Append(..) | Edit::Add(..) => 0,
                Edit::Set(..) | Edit::Replace(..) | Edit::Remove(_) => text.len(),
            };
            assert!(touched <= largest, "{shown}: {one:?}\n{new}");
        }
    }
    assert!(made > 4_000, "{made} edits, {refused} refused");
    assert!(refused * 10 < made, "{made} edits, {refused} refused");
}

#[test]
fn what_is_broken_is_not_edited() {
    for file in files() {
        let Ok(text) = String::from_utf8(fs::read(&file).unwrap()) else {
            continue;
        };
        let path = Path {
            document: 0,
            steps: Vec::new(),
        };
        let key = Edit::Add(path, "x".into(), Node::Text("y".into()));
        let bare = text.trim_start_matches('\u{feff}');
        assert!(tree(bare).is_ok() || edit(&text, &key).is_err());
    }
}

#[test]
fn many_edits_at_once_are_all_made_or_refused_one_by_one() {
    let (mut made, mut refused) = (0, 0);
    for (file, text, values, all) in editable() {
        for (first, every) in [(0, 13), (1, 3)] {
            let picked = all.iter().skip(first).step_by(every).take(8);
            let groups: Vec<Group> = picked.map(|one| vec![one.clone()]).collect();
            let (new, told) = edit_all(&text, &groups).unwrap();
            let done = groups.iter().zip(&told).filter(|(_, told)| told.is_ok());
            let done: Vec<&Edit> = done.flat_map(|(group, _)| group).collect();
            (made, refused) = (made + done.len(), refused + groups.len() - done.len());
            let is_removal = |edit: &&&Edit| matches!(edit, Edit::Remove(_));
            let first = done.iter().filter(|edit| !is_removal(edit));
            let last = done.iter().filter(is_removal).rev();
            let expected = first
                .chain(last)
                .try_fold(values.clone(), |values, edit| expected(values, edit));
            let Some(expected) = expected else {
                continue;
            };
            let found = theirs(new.trim_start_matches('\u{feff}'));
            let shown = file.display();
            assert_eq!(
                found.as_ref(),
                Some(&expected),
                "{shown}: {groups:?}\n{new}"
            );
        }
    }
    assert!(made > 3_000, "{made} edits, {refused} refused");
    assert!(refused < made, "{made} edits, {refused} refused");
}

#[test]
fn a_group_of_edits_is_made_whole_or_not() {
    let at = |steps: Vec<Step>| Path { document: 0, steps };
    let key = |name: &str| Step::Key(name.to_owned());
    let text = "claims:\n  - a: 3 # three\n    b: &x 2\n  - a: *x\n";
    let claim = |number, name: &str| at(vec![key("claims"), Step::At(number), key(name)]);
    let groups = vec![
        vec![
            Edit::Set(claim(0, "a"), "4".into()),
            Edit::Set(claim(0, "b"), "5".into()),
        ],
        vec![
            Edit::Set(claim(0, "a"), "6".into()),
            Edit::Add(
                at(vec![key("claims"), Step::At(1)]),
                "c".into(),
                Node::Text("x".into()),
            ),
        ],
    ];
    let (new, told) = edit_all(text, &groups).unwrap();
    // What is said in two places is not changed, and neither is what belongs to it.
    assert!(told[0].is_err() && told[1].is_ok(), "{told:?}");
    assert_eq!(
        new,
        "claims:\n  - a: 6 # three\n    b: &x 2\n  - a: *x\n    c: x\n"
    );
}

#[test]
fn comments_line_ends_and_styles_stay() {
    let path = |steps: &[&str]| Path {
        document: 0,
        steps: steps
            .iter()
            .map(|step| match step.parse() {
                Ok(at) => Step::At(at),
                Err(_) => Step::Key((*step).to_owned()),
            })
            .collect(),
    };
    let claims = || path(&["claims"]);
    let text = |text: &str| Node::Text(text.to_owned());
    let cases = [
        (
            "claims:\n  - a # one\n  # two\nsources: {}\n",
            Edit::Append(claims(), text("b")),
            "claims:\n  - a # one\n  - b\n  # two\nsources: {}\n",
        ),
        (
            "\u{feff}claims:\r\n- a\r\n- b",
            Edit::Append(claims(), text("c")),
            "\u{feff}claims:\r\n- a\r\n- b\r\n- c",
        ),
        (
            "claims: [a, {k: v} ] # x\n",
            Edit::Append(claims(), text("b, c")),
            "claims: [a, {k: v}, 'b, c' ] # x\n",
        ),
        (
            "claims:\n",
            Edit::Append(claims(), text("a")),
            "claims:\n  - a\n",
        ),
        (
            "claims: []\n",
            Edit::Append(claims(), text("a")),
            "claims: [a]\n",
        ),
        (
            "claims:\n  - {a: 1,\n     b: 2}\n  - c: 3\n    d: |\n      x\n\n# end\n",
            Edit::Set(path(&["claims", "1", "d"]), "y".into()),
            "claims:\n  - {a: 1,\n     b: 2}\n  - c: 3\n    d: y\n\n# end\n",
        ),
        (
            "claims:\n  - a: 1 # of a\n    b: 2\n",
            Edit::Set(path(&["claims", "0", "a"]), "12".into()),
            "claims:\n  - a: 12 # of a\n    b: 2\n",
        ),
        (
            "claims:\n  - a:\n      - x\n      - y\n    b: 2 # of b\n",
            Edit::Replace(path(&["claims", "0", "a"]), text("z")),
            "claims:\n  - a: z\n    b: 2 # of b\n",
        ),
        (
            "claims:\n  - a: 1 # of a\n    b: # of b\n",
            Edit::Set(path(&["claims", "0", "b"]), "2".into()),
            "claims:\n  - a: 1 # of a\n    b: '2' # of b\n",
        ),
        (
            "claims:\n  # of a\n  - a: 1\n  # of b\n  - b: 2 # too\n  - c: 3\n",
            Edit::Remove(path(&["claims", "1"])),
            "claims:\n  # of a\n  - a: 1\n  # of b\n  - c: 3\n",
        ),
        (
            "claims: [a, b, c]\n",
            Edit::Remove(path(&["claims", "2"])),
            "claims: [a, b]\n",
        ),
        (
            "claims:\n  - a: 1\n",
            Edit::Add(path(&["claims", "0"]), "b".into(), text("x: y")),
            "claims:\n  - a: 1\n    b: 'x: y'\n",
        ),
    ];
    for (before, change, after) in cases {
        assert_eq!(edit(before, &change).as_deref(), Ok(after), "{change:?}");
    }
    let refused = [
        (
            "claims:\n  - a:\n      - x # of x\n      - y\n",
            Edit::Replace(path(&["claims", "0", "a"]), text("z")),
        ),
        ("claims: {a: 1}\n", Edit::Append(claims(), text("a"))),
        ("claims: [a]\n", Edit::Remove(path(&["claims", "0"]))),
        ("claims: &x [a]\nb: *x\n", Edit::Append(claims(), text("b"))),
        ("claims: [a", Edit::Append(claims(), text("b"))),
        (
            "claims:\n- a\n",
            Edit::Append(path(&["rulings"]), text("b")),
        ),
        (
            "claims:\n- a\n",
            Edit::Add(path(&[]), "claims".into(), text("b")),
        ),
    ];
    for (before, change) in refused {
        assert!(edit(before, &change).is_err(), "{before}: {change:?}");
    }
}

#[test]
fn an_entry_is_appended_to_a_list_that_may_not_be_there_yet() {
    let entry = Node::Map(vec![
        ("quote".into(), Node::Text("three: were hurt".into())),
        ("note".into(), Node::Text("when?".into())),
    ]);
    let cases = [
        (
            "article: {id: a}\nclaims:\n  - {subject: x}\n# end\n",
            0,
            "article: {id: a}\nclaims:\n  - {subject: x}\ndrafts:\n  - quote: 'three: were hurt'\n    note: when?\n# end\n",
        ),
        (
            "article: {id: a}\ndrafts:\n- quote: x\n---\narticle: {id: b}\n",
            0,
            "article: {id: a}\ndrafts:\n- quote: x\n- quote: 'three: were hurt'\n  note: when?\n---\narticle: {id: b}\n",
        ),
        (
            "article: {id: a}\n---\narticle: {id: b}\ndrafts:\n",
            1,
            "article: {id: a}\n---\narticle: {id: b}\ndrafts:\n  - quote: 'three: were hurt'\n    note: when?\n",
        ),
    ];
    for (before, document, after) in cases {
        let found = append(before, document, "drafts", &entry);
        assert_eq!(found.as_deref(), Ok(after), "{before}");
    }
    for (before, document) in [
        ("article: [", 0),
        ("article: {id: a}\n", 1),
        ("drafts: x\n", 0),
    ] {
        assert!(
            append(before, document, "drafts", &entry).is_err(),
            "{before}"
        );
    }
}
