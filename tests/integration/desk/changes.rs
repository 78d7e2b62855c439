//! Changes as people mean them: exactly that place of the file, and the report that `check` gives.

use gainsay::check::Selection;
use gainsay::desk::{At, Change, Desk, NewArticle, Refused, Ruled};
use gainsay::model::Decision;
use gainsay::parse::{self, Inputs};
use gainsay::render::{Format, Options, render};

use super::{FIRST, POST, RADIO, Story, add, fields, seen};

/// The report of a desk as JSON.
pub(super) fn report(desk: &mut Desk) -> String {
    desk.report(|report| {
        let mut out = Vec::new();
        render(report, Format::Json, &Options::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    })
}

/// The report of `gainsay check --all` over the same folder.
pub(super) fn checked(story: &Story) -> String {
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![story.path().to_owned()],
        stdin: None,
    });
    let all = Selection::everything(None);
    let report = gainsay::examine(&corpus, problems, &all, false).unwrap();
    let mut out = Vec::new();
    render(&report, Format::Json, &Options::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn conflicts(desk: &mut Desk) -> usize {
    desk.report(|report| report.summary.conflicts)
}

#[test]
fn a_claim_more_is_exactly_that_and_undo_brings_the_bytes_back() {
    let story = Story::new();
    let mut desk = story.desk();
    assert_eq!(conflicts(&mut desk), 0);
    let change = add(
        &mut desk,
        "radio",
        &[
            ("subject", "dock fire"),
            ("property", "injured"),
            ("value", "one"),
            ("quote", "One docker was injured"),
        ],
    );
    let seen = desk.preview(&change, |report, article| {
        (report.summary.conflicts, article.is_some())
    });
    assert_eq!(seen, Ok((1, true)), "told before anything is written");
    assert_eq!(story.read("radio.yaml"), RADIO);

    let told = desk.change(&change).unwrap();
    assert_eq!(told, "claim on dock fire / injured added to radio");
    let written = "claims:\n  - subject: dock fire\n    property: injured\n    value: one\n    quote: One docker was injured\n";
    assert_eq!(story.read("radio.yaml"), format!("{RADIO}{written}"));
    assert_eq!(conflicts(&mut desk), 1);
    assert_eq!(report(&mut desk), checked(&story));

    assert_eq!(desk.steps(), (Some(told.as_str()), None));
    desk.undo().unwrap();
    assert_eq!(story.read("radio.yaml"), RADIO);
    assert_eq!(conflicts(&mut desk), 0);
    desk.redo().unwrap();
    assert_eq!(story.read("radio.yaml"), format!("{RADIO}{written}"));
    assert!(desk.redo().is_err());
}

#[test]
fn other_texts_leave_comments_and_all_else_alone() {
    let story = Story::new();
    let mut desk = story.desk();
    let post = seen(&mut desk, "post");
    let change = Change::Edit(post, FIRST, fields(&[("value", "four"), ("hedged", "yes")]));
    assert_eq!(
        desk.change(&change).unwrap(),
        "value, hedged of dock fire / injured changed in post"
    );
    let expected = POST.replace("value: three ", "value: four ") + "    hedged: true\n";
    assert_eq!(story.read("post.yaml"), expected);
    desk.undo().unwrap();
    assert_eq!(story.read("post.yaml"), POST);
}

#[test]
fn a_draft_needs_nothing_but_its_quote_and_becomes_a_claim_when_it_is_complete() {
    let story = Story::new();
    let mut desk = story.desk();
    let change = add(&mut desk, "radio", &[("quote", "Nine boats were lost")]);
    desk.change(&change).unwrap();
    assert!(
        story
            .read("radio.yaml")
            .ends_with("  - quote: Nine boats were lost\n")
    );

    let (radio, at) = (
        seen(&mut desk, "radio"),
        At {
            draft: true,
            number: 1,
        },
    );
    let whole = fields(&[
        ("subject", "dock fire"),
        ("property", "boats lost"),
        ("value", "nine"),
    ]);
    desk.change(&Change::Edit(radio, at, whole)).unwrap();
    let claim = "claims:\n  - subject: dock fire\n    property: boats lost\n    value: nine\n    quote: Nine boats were lost\n";
    assert_eq!(story.read("radio.yaml"), format!("{RADIO}{claim}"));

    // The last of a list goes with its list.
    let (radio, at) = (
        seen(&mut desk, "radio"),
        At {
            draft: true,
            number: 0,
        },
    );
    desk.change(&Change::Delete(radio, at)).unwrap();
    let left = RADIO.replace("drafts:\n  - quote: two sheds burnt down\n", "");
    assert_eq!(story.read("radio.yaml"), format!("{left}{claim}"));
    for _ in 0..3 {
        desk.undo().unwrap();
    }
    assert_eq!(story.read("radio.yaml"), RADIO);
    assert_eq!(
        desk.undo(),
        Err(Refused::No("there is nothing to undo".into()))
    );
}

#[test]
fn a_claim_keeps_what_it_needs_and_nothing_empty_is_written() {
    let story = Story::new();
    let mut desk = story.desk();
    let post = seen(&mut desk, "post");
    let refused = |change: &Change, desk: &mut Desk| match desk.change(change) {
        Err(Refused::No(why)) => why,
        other => panic!("{other:?}"),
    };
    let change = Change::Edit(post.clone(), FIRST, fields(&[("value", " ")]));
    assert_eq!(
        refused(&change, &mut desk),
        "a claim needs a subject, a property and a value"
    );
    let change = Change::Edit(post.clone(), FIRST, fields(&[("value", "three")]));
    assert_eq!(refused(&change, &mut desk), "nothing was changed");
    let change = Change::Edit(post.clone(), FIRST, fields(&[("hedged", "perhaps")]));
    assert!(refused(&change, &mut desk).contains("neither yes nor no"));
    let change = Change::Edit(post.clone(), FIRST, fields(&[("published", "2024")]));
    assert_eq!(refused(&change, &mut desk), "there is no such field");
    let change = Change::Add(post, Vec::new());
    assert!(refused(&change, &mut desk).starts_with("it says nothing yet"));
    assert_eq!(story.read("post.yaml"), POST);
}

#[test]
fn whoever_comes_second_is_told_with_both_versions() {
    let story = Story::new();
    let mut desk = story.desk();
    let change = add(&mut desk, "radio", &[("quote", "Nine boats were lost")]);
    let theirs = RADIO.replace("City Radio", "Radio City");
    story.write("radio.yaml", &theirs);
    let Err(Refused::Changed {
        theirs: told, mine, ..
    }) = desk.change(&change)
    else {
        panic!("it was written over");
    };
    assert_eq!(told, theirs);
    assert_eq!(mine, "quote: Nine boats were lost");
    assert_eq!(story.read("radio.yaml"), theirs);

    // Seen again, it is written.
    let change = add(&mut desk, "radio", &[("quote", "Nine boats were lost")]);
    desk.change(&change).unwrap();
    // What changed since is not undone.
    let now = story.read("radio.yaml") + "# one more\n";
    story.write("radio.yaml", &now);
    assert!(matches!(desk.undo(), Err(Refused::Changed { .. })));
    assert_eq!(story.read("radio.yaml"), now);
}

#[test]
fn files_changed_elsewhere_are_seen() {
    let story = Story::new();
    let mut desk = story.desk();
    assert!(!desk.refresh());
    let version = desk.version();
    story.write("radio.yaml", &RADIO.replace("radio\n", "wireless\n"));
    assert!(desk.refresh());
    assert!(desk.version() > version && !desk.refresh());
    assert_eq!(report(&mut desk), checked(&story));
    story.write("wire.yaml", "article: {id: wire}\nclaims: []\n");
    assert!(desk.refresh(), "a new file");
    std::fs::remove_file(story.file("post.txt")).unwrap();
    assert!(desk.refresh(), "a text that is gone");
    assert_eq!(report(&mut desk), checked(&story));
    // What gainsay keeps for itself is none of them.
    std::fs::create_dir_all(story.file(".gainsay/undo")).unwrap();
    assert!(!desk.refresh());
}

#[test]
fn an_article_is_added_with_its_text() {
    let story = Story::new();
    let mut desk = story.desk();
    let new = NewArticle {
        fields: fields(&[
            ("source", "City Radio"),
            ("title", "Fire: ../../etc"),
            ("published", "2024-03-08"),
        ]),
        text: "A second report.\r\nWith two lines.".into(),
        is_page: false,
    };
    desk.change(&Change::Article(new.clone())).unwrap();
    assert_eq!(
        story.read("city-radio.yaml"),
        "article:\n  source: City Radio\n  title: 'Fire: ../../etc'\n  published: 2024-03-08\n  text: city-radio.txt\n"
    );
    assert_eq!(
        story.read("city-radio.txt"),
        "A second report.\nWith two lines.\n"
    );
    assert_eq!(desk.report(|report| report.summary.articles), 3);
    // The same again has another name.
    desk.change(&Change::Article(new)).unwrap();
    assert!(story.file("city-radio-2024-03-08.yaml").exists());
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert!(!story.file("city-radio.yaml").exists() && !story.file("city-radio.txt").exists());
}

#[test]
fn a_ruling_is_written_and_silences() {
    let story = Story::new();
    let mut desk = story.desk();
    let change = add(
        &mut desk,
        "radio",
        &[
            ("subject", "dock fire"),
            ("property", "injured"),
            ("value", "one"),
        ],
    );
    desk.change(&change).unwrap();
    let id = desk.report(|report| report.findings[0].id.to_string());
    let ruled = Ruled {
        finding: id.clone(),
        decision: Decision::Stands,
        value: Some("three".into()),
        by: "NV".into(),
        reason: "the hospital's list".into(),
        expires: None,
    };
    let told = desk.change(&Change::Rule(ruled.clone())).unwrap();
    assert_eq!(told, format!("ruling on {id} added"));
    assert_eq!(conflicts(&mut desk), 0);
    assert!(story.read("rulings.yaml").contains("value: three"));
    let no = |ruled: Ruled, desk: &mut Desk| desk.change(&Change::Rule(ruled)).unwrap_err();
    let value = Some("seven".into());
    assert!(matches!(
        no(
            Ruled {
                value,
                ..ruled.clone()
            },
            &mut desk
        ),
        Refused::No(_)
    ));
    let finding = "ffffffffffff".into();
    assert!(matches!(
        no(
            Ruled {
                finding,
                ..ruled.clone()
            },
            &mut desk
        ),
        Refused::No(_)
    ));
    let reason = " ".into();
    assert!(matches!(
        no(Ruled { reason, ..ruled }, &mut desk),
        Refused::No(_)
    ));
    desk.undo().unwrap();
    assert!(!story.file("rulings.yaml").exists());
    assert_eq!(conflicts(&mut desk), 1);
}

#[test]
fn declarations_join_those_that_there_are() {
    let story = Story::new();
    let mut desk = story.desk();
    let before = story.read("vocabulary.yaml");
    let more = "properties:\n  injured:\n    aliases: [hurt]\n  cause:\n    kind: term\n";
    desk.change(&Change::Declare(more.into())).unwrap();
    let after = story.read("vocabulary.yaml");
    assert!(
        after.contains("question: How many people were hurt?, aliases: [hurt]}"),
        "{after}"
    );
    assert!(after.ends_with("  cause:\n    kind: term\n"), "{after}");
    let more = "properties:\n  injured:\n    aliases: [hurt, wounded]\n";
    desk.change(&Change::Declare(more.into())).unwrap();
    assert!(
        story
            .read("vocabulary.yaml")
            .contains("aliases: [hurt, wounded]")
    );
    for wrong in [
        "article: {id: x}\nclaims: []\n",
        "properties:\n  injured:\n    kind: date\n",
        "rulings: []\n",
        "properties: [a]\n",
        "*x",
        "",
    ] {
        assert!(
            desk.change(&Change::Declare(wrong.into())).is_err(),
            "{wrong}"
        );
    }
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(story.read("vocabulary.yaml"), before);
}

#[test]
fn a_desk_that_only_shows_writes_nothing() {
    let story = Story::new();
    let mut desk = Desk::open(gainsay::desk::Options {
        read_only: true,
        ..story.options()
    });
    let change = add(&mut desk, "radio", &[("quote", "Nine boats were lost")]);
    assert!(desk.preview(&change, |_, _| ()).is_ok());
    assert!(desk.change(&change).is_err() && desk.undo().is_err() && desk.redo().is_err());
    assert_eq!(story.read("radio.yaml"), RADIO);
    assert!(!story.file(".gainsay").exists());
}
