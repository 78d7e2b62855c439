//! Whatever hands do at a desk and beside it, its report is the one that `gainsay check` gives.

use gainsay::desk::{At, Change, Desk};
use gainsay::diagnostic::Diagnostic;
use gainsay::finding::{Report, Summary};
use proptest::prelude::*;

use super::changes::{checked, report};
use super::{POST_TEXT, RADIO, RADIO_TEXT, Story, add, fields, seen};

/// What a random hand does.
#[derive(Clone, Debug)]
enum Deed {
    Add(usize, [u8; 4]),
    Value(usize, usize, u8),
    Delete(usize, usize),
    Undo,
    Redo,
    /// A file of claims changes by another hand.
    Outside(usize, u8),
    /// The text of an article does, or goes.
    Text(usize, usize),
    /// An article comes that stands before all others, or goes.
    Before,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        4 => (0..2_usize, any::<[u8; 4]>()).prop_map(|(article, words)| Deed::Add(article, words)),
        2 => (0..2_usize, 0..4_usize, any::<u8>()).prop_map(|(a, at, word)| Deed::Value(a, at, word)),
        1 => (0..2_usize, 0..4_usize).prop_map(|(article, at)| Deed::Delete(article, at)),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
        1 => (0..2_usize, any::<u8>()).prop_map(|(article, word)| Deed::Outside(article, word)),
        2 => (0..2_usize, 0..5_usize).prop_map(|(article, text)| Deed::Text(article, text)),
        1 => Just(Deed::Before),
    ]
}

/// Words of values that agree, contradict, or cannot be read.
const WORDS: [&str; 8] = [
    "three",
    "one",
    "a dozen",
    "on Monday",
    "[a, b]",
    "x: y",
    "# no",
    "ünsure",
];

/// Words that stand in one text, in both, twice in one, or in none.
const QUOTES: [&str; 5] = [
    "three dockers were hurt",
    "Nine boats were lost",
    "boats were lost",
    "two ... burnt down",
    "two sheds were sold",
];

/// Puts another text in the place of an article's: its own or the other's, both, none, or no file.
fn put_text(story: &Story, article: usize, text: usize) {
    let name = ["post.txt", "radio.txt"][article];
    let text = [
        POST_TEXT.to_owned(),
        RADIO_TEXT.to_owned(),
        format!("{RADIO_TEXT}\n{POST_TEXT}"),
        String::new(),
    ]
    .get(text)
    .cloned();
    match text {
        Some(text) => story.write(name, &text),
        None => drop(std::fs::remove_file(story.file(name))),
    }
}

/// What a report tells, whatever of it is shown.
fn told(report: &Report<'_>) -> (Summary, Vec<Diagnostic>) {
    let summary = Summary {
        hidden: 0,
        ..report.summary
    };
    (summary, report.diagnostics.clone())
}

fn do_it(deed: &Deed, desk: &mut Desk, story: &Story) {
    let names = ["post", "radio"];
    let word = |at: u8| WORDS[usize::from(at) % WORDS.len()];
    let change = match deed {
        Deed::Add(article, [subject, property, value, quote]) => {
            let texts = [
                (
                    "subject",
                    ["dock fire", "Ann Lee", "boats"][usize::from(*subject) % 3],
                ),
                (
                    "property",
                    ["injured", "boats lost", "age"][usize::from(*property) % 3],
                ),
                ("value", word(*value)),
                ("quote", QUOTES[usize::from(*quote) % QUOTES.len()]),
            ];
            add(
                desk,
                names[*article],
                &texts[usize::from(*value) % 2..1 + usize::from(*value) % 4],
            )
        }
        Deed::Value(article, number, value) => {
            let at = At {
                draft: *value > 200,
                number: *number,
            };
            Change::Edit(
                seen(desk, names[*article]),
                at,
                fields(&[("value", word(*value))]),
            )
        }
        Deed::Delete(article, number) => {
            let at = At {
                draft: false,
                number: *number,
            };
            Change::Delete(seen(desk, names[*article]), at)
        }
        Deed::Undo => return drop(desk.undo()),
        Deed::Redo => return drop(desk.redo()),
        Deed::Outside(article, value) => {
            let name = format!("{}.yaml", names[*article]);
            let text = story.read(&name) + &format!("# {value}\n");
            story.write(&name, &text);
            desk.refresh();
            return;
        }
        Deed::Text(article, text) => {
            put_text(story, *article, *text);
            desk.refresh();
            return;
        }
        Deed::Before => {
            let file = story.file("a.yaml");
            match std::fs::remove_file(file) {
                Ok(()) => {}
                Err(_) => story.write("a.yaml", &RADIO.replace("id: radio", "id: a")),
            }
            desk.refresh();
            return;
        }
    };
    // Some of them cannot be made, and then nothing is.
    let foreseen = desk.preview(&change, |report, _| told(report));
    if desk.change(&change).is_ok() {
        assert_eq!(foreseen, Ok(desk.report(told)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_report_is_always_the_one_that_check_gives(deeds in prop::collection::vec(deed(), 1..10)) {
        let story = Story::new();
        let mut desk = story.desk();
        for deed in &deeds {
            do_it(deed, &mut desk, &story);
            prop_assert_eq!(report(&mut desk), checked(&story));
        }
        while desk.undo().is_ok() {}
        prop_assert_eq!(report(&mut desk), checked(&story));
    }
}
