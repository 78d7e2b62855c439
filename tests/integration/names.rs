//! Names: which two are taken for one, and what the names of a corpus mean.

use gainsay::align::entity::{Ambiguous, Declared, Mention, Naming, Resolution, resolve};
use gainsay::align::name::{Likeness, compare};
use proptest::prelude::*;

#[test]
fn pairs() {
    let table = include_str!("../fixtures/names/same.tsv");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let [left, right, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three fields: {line}");
        };
        for (left, right) in [(left, right), (right, left)] {
            let Likeness { same, score, why } = compare(left, right);
            if same != (expected == "same") {
                wrong.push(format!("{left} | {right}: {score} {why}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn person<'a>(name: &'a str, aliases: &[&'a str]) -> Declared<'a> {
    Declared {
        name,
        aliases: aliases.to_vec(),
        naming: Some(Naming::Person),
        distinct_from: Vec::new(),
    }
}

/// Resolves mentions written as "1: Alice Johnson", a name in article 1; their order may be any.
fn resolve_all(declared: &[Declared<'_>], mentions: &[(u32, &str)], strict: bool) -> Resolution {
    let written: Vec<&str> = mentions.iter().map(|(_, name)| *name).collect();
    let mut numbered: Vec<Mention> = (0..)
        .zip(mentions)
        .map(|(name, (article, _))| Mention {
            article: *article,
            name,
            in_value: false,
        })
        .collect();
    numbered.sort_by_key(|mention| mention.article);
    let mut found = resolve(declared, &written, &numbered, strict);
    let mut back: Vec<_> = numbered.iter().zip(found.meant).collect();
    back.sort_by_key(|(mention, _)| mention.name);
    found.meant = back.into_iter().map(|(_, meant)| meant).collect();
    found
}

fn mentions<'a>(lines: &[&'a str]) -> Vec<(u32, &'a str)> {
    lines
        .iter()
        .map(|line| {
            let (article, name) = line.split_once(": ").expect("an article");
            (article.parse().expect("a number"), name)
        })
        .collect()
}

/// The entity's name of each mention, with `~` where likeness joined it.
fn resolved(declared: &[Declared<'_>], lines: &[&str]) -> (Vec<String>, Resolution) {
    let found = resolve_all(declared, &mentions(lines), false);
    let shown = found.meant.iter().map(|meant| {
        let tilde = if meant.by_likeness { "~" } else { "" };
        format!("{tilde}{}", found.names[meant.entity.index()])
    });
    (shown.collect(), found)
}

fn check(declared: &[Declared<'_>], table: &[(&str, &str)]) {
    let (lines, expected): (Vec<_>, Vec<_>) = table.iter().copied().unzip();
    assert_eq!(resolved(declared, &lines).0, expected, "{lines:?}");
}

#[test]
fn declared_names_and_aliases() {
    check(
        &[person(
            "Alice Johnson",
            &["Alice Marie Johnson", "Ms. Johnson"],
        )],
        &[
            ("1: ALICE JOHNSON", "Alice Johnson"),
            ("1: alice marie johnson", "Alice Johnson"),
            ("2: Ms Johnson", "Alice Johnson"),
            ("2: A. Johnson", "~Alice Johnson"),
            ("2: Alice M. Johnson", "~Alice Johnson"),
            ("3: Jack Johnson", "Jack Johnson"),
            ("4: Johnson", "Johnson"),
        ],
    );
}

#[test]
fn a_fuller_name_joins_shorter_ones() {
    check(
        &[],
        &[
            ("1: Alice Johnson", "~Alice Marie Johnson"),
            ("2: Alice Marie Johnson", "Alice Marie Johnson"),
            ("3: President Alice Johnson", "~Alice Marie Johnson"),
            ("3: Alíce Johnson", "~Alice Marie Johnson"),
            ("4: Alice Marie Johnsen", "Alice Marie Johnsen"),
            ("5: Robert Smith Jr.", "Robert Smith Jr."),
            ("6: Robert Smith", "Robert Smith"),
        ],
    );
}

#[test]
fn words_before_a_declared_person() {
    check(
        &[
            person("Bo Halden", &["B. K. Halden"]),
            Declared {
                name: "Halden Mill",
                naming: Some(Naming::Proper),
                ..Declared::default()
            },
        ],
        &[
            ("1: scriptwriter Bo Halden", "Bo Halden"),
            ("1: the painter, Bo Halden", "Bo Halden"),
            ("1: his cousin BK Halden", "Bo Halden"),
            ("1: ex-wife of Bo Halden", "ex-wife of Bo Halden"),
            ("1: Bo Halden's brother", "Bo Halden's brother"),
            (
                "1: friend and rival Bo Halden",
                "friend and rival Bo Halden",
            ),
            ("1: against Bo Halden", "against Bo Halden"),
            (
                "1: painters Bo and Ann Halden",
                "painters Bo and Ann Halden",
            ),
            // Places and firms are no persons, and nobody declares Ann Moss.
            ("1: old Halden Mill", "old Halden Mill"),
            ("1: painter Ann Moss", "painter Ann Moss"),
            ("2: Ann Moss", "Ann Moss"),
        ],
    );
}

#[test]
fn couples_are_nobody_alone() {
    check(
        &[person("Ann Halden", &[])],
        &[
            ("1: Tom and Ann Halden", "Tom and Ann Halden"),
            ("2: Tom & Ann Halden", "Tom and Ann Halden"),
            ("2: Tom Halden", "Tom Halden"),
            ("3: Tom and Ann Halden", "Tom and Ann Halden"),
            ("3: Halden", "Halden"),
            ("3: Tom", "Tom"),
            ("4: Moss and Halden plc", "Moss & Halden"),
            ("5: Moss & Halden", "Moss & Halden"),
        ],
    );
}

#[test]
fn initials_of_people_are_no_acronyms() {
    check(
        &[
            person("Norah Nagy", &[]),
            Declared {
                name: "Rivers Watch",
                naming: Some(Naming::Proper),
                ..Declared::default()
            },
        ],
        &[
            ("1: N.N.", "N.N."),
            ("1: NN", "N.N."),
            ("2: Norah Nagy", "Norah Nagy"),
            ("2: NN", "N.N."),
            ("3: R.W.", "~Rivers Watch"),
        ],
    );
}

#[test]
fn never_through_a_third_name() {
    check(
        &[person("Ann Lee", &[])],
        &[
            ("1: Ann Lee Smith", "~Ann Lee"),
            ("2: Ann Smith", "Ann Smith"),
        ],
    );
}

#[test]
fn a_surname_alone_within_its_article() {
    let (shown, found) = resolved(
        &[],
        &[
            "1: Alice Johnson",
            "1: Johnson",
            "1: Mr. Johnson",
            "2: Alice Johnson",
            "2: Jack Johnson",
            "2: Johnson",
            "3: Johnson",
            "4: Alice",
            "4: Ms. Alice Johnson",
        ],
    );
    let expected = [
        "Alice Johnson",
        "~Alice Johnson",
        "~Alice Johnson",
        "Alice Johnson",
        "Jack Johnson",
        "Johnson",
        "Johnson",
        "~Alice Johnson",
        "Alice Johnson",
    ];
    assert_eq!(shown, expected);
    let of = |at: usize| u32::try_from(found.meant[at].entity.index()).unwrap();
    assert_ne!(of(5), of(6));
    let both = vec![of(3), of(4)];
    let ambiguous = Ambiguous {
        name: "Johnson".into(),
        article: Some(2),
        entities: both,
    };
    assert_eq!(found.ambiguous, [ambiguous]);
    let listed: Vec<_> = found
        .joins
        .iter()
        .map(|join| (&*join.name, join.article))
        .collect();
    let expected = [
        ("Alice", Some(4)),
        ("Johnson", Some(1)),
        ("Mr. Johnson", Some(1)),
        ("Ms. Alice Johnson", None),
    ];
    assert_eq!(listed, expected);
}

#[test]
fn what_somebody_is_to_one_who_is_named_is_no_fuller_name() {
    check(
        &[],
        &[
            ("1: City", "City"),
            ("1: City spokesman", "City spokesman"),
            ("2: Lee", "Lee"),
            ("2: Lee's lawyer", "Lee's lawyer"),
            ("3: Rovers", "Rovers"),
            ("3: Rovers Manager", "Rovers Manager"),
            ("4: Ann", "Ann"),
            ("4: Ann Lee's lawyer", "Ann Lee's lawyer"),
            ("6: Moss", "Moss"),
            ("6: campaign spending of Moss", "campaign spending of Moss"),
            ("7: Moss", "Moss"),
            ("7: Debts of Moss", "Debts of Moss"),
            ("8: Laden", "~bin Laden Omar Laden"),
            ("8: bin Laden Omar Laden", "bin Laden Omar Laden"),
            ("10: Helix", "Helix"),
            ("10: Helix Merger", "Helix Merger"),
            ("9: Joan", "~Joan of Arc"),
            ("9: Joan of Arc", "Joan of Arc"),
            ("5: Lee", "~dock worker Ann Lee"),
            ("5: dock worker Ann Lee", "dock worker Ann Lee"),
        ],
    );
}

#[test]
fn a_man_and_a_woman_of_one_surname() {
    check(
        &[],
        &[
            ("1: Alice Johnson", "Alice Johnson"),
            ("1: Mr. Johnson", "Mr. Johnson"),
            ("1: Ms. Johnson", "Ms. Johnson"),
            ("1: Johnson", "Johnson"),
            ("2: Mr. Smith", "~Smith"),
            ("2: Smith", "Smith"),
        ],
    );
}

#[test]
fn names_that_are_like_two() {
    let (shown, found) = resolved(
        &[person("Alice Johnson", &[]), person("Andrew Johnson", &[])],
        &[
            "1: A. Johnson",
            "1: Dr. Alice Johnson",
            "2: Alice B. Johnson",
        ],
    );
    assert_eq!(shown, ["A. Johnson", "Alice Johnson", "~Alice Johnson"]);
    assert_eq!(found.ambiguous.len(), 1);
    assert_eq!(found.ambiguous[0].entities, [0, 1]);
}

#[test]
fn names_in_values_join_others_and_rename_nobody() {
    let written = [
        "Daniel Price",
        "Daniel J. Price",
        "D. Price",
        "Lee Potts",
        "Potts",
    ];
    let mention = |article, name, in_value| Mention {
        article,
        name,
        in_value,
    };
    let mentions = [
        mention(1, 0, false),
        mention(1, 1, true),
        mention(2, 2, true),
        mention(2, 3, true),
        mention(2, 4, false),
    ];
    let found = resolve(&[], &written, &mentions, false);
    let named = |at: usize| &*found.names[found.meant[at].entity.index()];
    assert_eq!(named(0), "Daniel Price");
    assert_eq!(named(2), "Daniel Price");
    assert_eq!(named(4), "Lee Potts");
}

#[test]
fn distinct_from_forbids() {
    let declared = [Declared {
        distinct_from: vec!["Alice B. Johnson", "Ms. Johnson"],
        ..person("Alice Johnson", &[])
    }];
    check(
        &declared,
        &[
            ("1: Alice C. Johnson", "~Alice Johnson"),
            ("1: Alice B. Johnson", "Alice B. Johnson"),
            ("2: Alice Johnson", "Alice Johnson"),
            ("2: Ms. Johnson", "Ms. Johnson"),
        ],
    );
}

#[test]
fn organisations_places_and_things() {
    let declared = [
        Declared {
            name: "New York",
            naming: Some(Naming::Proper),
            ..Declared::default()
        },
        Declared {
            name: "North Atlantic Treaty Organization",
            naming: Some(Naming::Proper),
            ..Declared::default()
        },
        Declared {
            name: "White House meeting",
            naming: Some(Naming::Common),
            ..Declared::default()
        },
    ];
    check(
        &declared,
        &[
            ("1: New York Times", "New York Times"),
            ("1: York", "York"),
            ("1: NATO", "~North Atlantic Treaty Organization"),
            ("1: Obama White House meeting", "Obama White House meeting"),
            ("1: the White House Meeting", "White House meeting"),
            ("1: Virginia", "Virginia"),
            ("1: West Virginia", "West Virginia"),
            ("2: drug ring", "drug ring"),
            ("2: cocaine drug ring", "cocaine drug ring"),
            ("2: The drug ring", "drug ring"),
            ("3: Acme Energy", "Acme Energy"),
            ("4: Acme Energy Corp.", "Acme Energy"),
        ],
    );
}

#[test]
fn strict_joins_by_alias_only() {
    let declared = [person("Alice Johnson", &["Ms. Johnson"])];
    let names = mentions(&["1: Alice Marie Johnson", "1: Johnson", "1: ms. johnson"]);
    let found = resolve_all(&declared, &names, true);
    assert_eq!(
        found.names,
        ["Alice Johnson", "Alice Marie Johnson", "Johnson"]
    );
    let entities: Vec<usize> = found.meant.iter().map(|it| it.entity.index()).collect();
    assert_eq!(entities, [1, 2, 0]);
    assert!(found.joins.is_empty() && !found.meant.iter().any(|it| it.by_likeness));
}

#[test]
fn joins_say_how_to_pin_and_forbid_them() {
    let (_, found) = resolved(&[person("Alice Johnson", &[])], &["1: Alice M. Johnson"]);
    let hint = found.joins[0].hint("Alice Johnson");
    assert!(
        hint.contains("\"Alice M. Johnson\"") && hint.contains("`distinct from`"),
        "{hint}"
    );
}

fn some_name() -> impl Strategy<Value = String> {
    let titles = prop::sample::select(vec!["", "", "Mr. ", "Ms. ", "Dr. "]);
    let given = prop::sample::select(vec![
        "",
        "Alice ",
        "A. ",
        "Jack ",
        "Alice M. ",
        "Ann Marie ",
    ]);
    let surname = prop::sample::select(vec![
        "Johnson",
        "Lee",
        "bin Tarek",
        "Johnson Jr.",
        "drug ring",
    ]);
    (titles, given, surname).prop_map(|(title, given, surname)| format!("{title}{given}{surname}"))
}

proptest! {
    #[test]
    fn the_order_of_mentions_does_not_matter(
        names in prop::collection::vec((0..4_u32, some_name()), 1..24)
            .prop_flat_map(|names| (Just(names.clone()), Just(names).prop_shuffle())),
    ) {
        let declared = [person("Alice Johnson", &["Al J"]), person("Bo Lee", &[])];
        let sorted = |names: &[(u32, String)]| {
            let mentions: Vec<_> = names.iter().map(|(article, name)| (*article, name.as_str())).collect();
            let found = resolve_all(&declared, &mentions, false);
            let mut of: Vec<_> = names.iter().cloned().zip(found.meant).collect();
            of.sort_by(|a, b| (&a.0, a.1.entity, a.1.by_likeness).cmp(&(&b.0, b.1.entity, b.1.by_likeness)));
            (of, found.names, found.joins, found.ambiguous)
        };
        prop_assert_eq!(sorted(&names.0), sorted(&names.1));
    }

    #[test]
    fn comparing_is_symmetric_and_reflexive(left in some_name(), right in some_name()) {
        prop_assert_eq!(compare(&left, &right), compare(&right, &left));
        prop_assert!(compare(&left, &left).same);
    }

    #[test]
    fn any_text_is_a_name(left in "\\PC{0,30}", right in ".{0,30}", article in 0..3_u32) {
        let likeness = compare(&left, &right);
        prop_assert_eq!(&likeness, &compare(&right, &left));
        prop_assert!((0.0..=1.0).contains(&likeness.score));
        let declared = [person(&left, &[&right])];
        let mentions = [(article, right.as_str()), (article, left.as_str())];
        prop_assert_eq!(resolve_all(&declared, &mentions, false).meant.len(), 2);
        prop_assert_eq!(resolve_all(&[], &mentions, false).meant.len(), 2);
    }
}

#[test]
fn long_texts_are_compared_by_their_words() {
    let long = "Smith, ".repeat(100_000);
    assert!(compare(&long, &long.to_lowercase()).same);
    assert!(!compare(&long, "Smith").same);
}
