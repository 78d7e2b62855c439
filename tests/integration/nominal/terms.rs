//! Terms, entities and places.

use gainsay::value::Relation::{Contains, Disjoint, Equal, Overlaps, Within};
use gainsay::value::term::{Entry, Problem};
use gainsay::value::{Kind, Scheme};

use super::{UNDECLARED, check, entry, people, roles};

#[test]
fn exclusive_terms() {
    check(
        Kind::Term,
        Some(&roles(true)),
        &[
            ("leader", "ringleaders", Equal),
            ("leader", "the leader", Equal),
            ("headed up the ring", "not a leader", Disjoint),
            ("courier", "member", Within),
            ("night courier", "member", Within),
            ("leader", "member", Disjoint),
            ("leader", "not a member", Within),
            ("member", "not a courier", Overlaps),
            ("courier", "not a member", Disjoint),
            ("not a courier", "not a member", Contains),
            ("not a leader", "never a leader", Equal),
            ("not a leader", "not a member", Overlaps),
            ("not not a leader", "leader", Equal),
            ("no leader", "leader", Disjoint),
            ("No. 2", "no 2", Equal),
            ("leader", "bookkeeper", UNDECLARED),
            ("leader", "not a bookkeeper", UNDECLARED),
        ],
    );
}

#[test]
fn terms_that_do_not_exclude_each_other() {
    check(
        Kind::Term,
        Some(&roles(false)),
        &[
            ("leader", "member", Overlaps),
            ("leader", "not a member", Overlaps),
            ("courier", "member", Within),
            ("leader", "not a leader", Disjoint),
        ],
    );
}

#[test]
fn undeclared_terms() {
    check(
        Kind::Term,
        None,
        &[
            ("a leader", "Leader", Equal),
            ("leader", "courier", UNDECLARED),
            ("leader", "not a leader", Disjoint),
            ("leader", "not a courier", UNDECLARED),
            ("not a leader", "not the leader", Equal),
        ],
    );
}

#[test]
fn entities_and_places() {
    check(
        Kind::Place,
        Some(&people()),
        &[
            ("Aliceville", "Alabama", Within),
            ("Aliceville", "Mobile", Disjoint),
            ("Aliceville", "Georgia", Disjoint),
            ("Atlanta", "not Alabama", Within),
            ("Aliceville", "not in Alabama", Disjoint),
            ("Ms. Lee", "ANN LEE", Equal),
            ("Ann Lee", "not Ms Lee", Disjoint),
            ("Never Again", "Again", UNDECLARED),
            ("Brooks", "Brook", UNDECLARED),
            ("Paris", "the Paris", Equal),
        ],
    );
}

#[test]
fn places_as_articles_write_them() {
    check(
        Kind::Place,
        Some(&people()),
        &[
            ("in Mobile", "Mobile", Equal),
            ("at Mobile", "from Aliceville", Disjoint),
            ("near Mobile", "Mobile", UNDECLARED),
            ("near Mobile", "Aliceville", UNDECLARED),
            ("in Dunmore", "Dunmore", Equal),
            ("outside Dunmore", "Dunmore", UNDECLARED),
            ("in custody", "custody", UNDECLARED),
            // The vocabulary knows that it lies there.
            ("Mobile, Alabama", "Mobile", Equal),
            ("in Mobile, Alabama", "Alabama", Within),
            ("Mobile, Alabama", "Aliceville", Disjoint),
            // It knows better: another Mobile, in a Georgia that holds no Alabama.
            ("Mobile, Georgia", "Mobile", Disjoint),
            ("Mobile, Georgia", "Mobile, Alabama", Disjoint),
            ("Mobile, Georgia", "Georgia", Within),
            ("Mobile, Ohio", "Mobile", UNDECLARED),
            // Nobody declares Dunmore, or where it lies.
            ("Dunmore, Alabama", "Alabama", Within),
            ("Dunmore, Alabama", "Georgia", Disjoint),
            ("Dunmore, Alabama", "Mobile", UNDECLARED),
            ("Dunmore, Alabama", "Dunmore", Within),
            ("Dunmore, Alabama", "Dunmore, Georgia", Disjoint),
            ("Dunmore, Clare", "Clare", Within),
            ("Dunmore, Clare", "Dunmore, Galway", UNDECLARED),
            ("Dunmore, Clare, Ireland", "Dunmore, Ireland", Within),
            ("Dunmore, near Mobile", "Mobile", UNDECLARED),
        ],
    );
}

#[test]
fn an_article_teaches_no_vocabulary() {
    let entries = [
        entry("Dunmore", &[], &[]),
        entry("Clare", &[], &[]),
        entry("Galway", &[], &[]),
    ];
    let (scheme, _) = Scheme::names(&entries);
    check(
        Kind::Place,
        Some(&scheme),
        &[
            ("Dunmore, Clare", "Clare", Within),
            ("Dunmore, Clare", "Dunmore", Within),
            ("Dunmore", "Clare", Disjoint),
            ("Dunmore, Clare", "Dunmore, Galway", Disjoint),
            ("Dunmore, Clare", "Galway", Disjoint),
        ],
    );
}

#[test]
fn terms_with_a_narrower_one_in_common_overlap() {
    let entries = [
        entry("officer", &[], &[]),
        entry("lawyer", &[], &[]),
        entry("judge advocate", &[], &["officer", "lawyer"]),
        entry("clerk", &[], &["lawyer"]),
    ];
    let (scheme, _) = Scheme::terms(&entries, true);
    check(
        Kind::Term,
        Some(&scheme),
        &[
            ("officer", "lawyer", Overlaps),
            ("officer", "clerk", Disjoint),
            ("judge advocate", "lawyer", Within),
        ],
    );
}

#[test]
fn declarations_that_do_not_fit() {
    let entries = [
        entry("leader", &["boss", "head"], &["worker"]),
        entry("manager", &["the Boss", "Leaders"], &[]),
        entry("egg", &[], &["hen"]),
        entry("hen", &[], &["egg"]),
        entry("ego", &[], &["ego"]),
    ];
    let (scheme, problems) = Scheme::terms(&entries, true);
    let shared = |alias: &str| Problem::Shared {
        alias: alias.into(),
        names: ["leader".into(), "manager".into()],
    };
    let unknown = Problem::UnknownBroader {
        name: "leader".into(),
        broader: "worker".into(),
    };
    let cycle = |names: &[&str]| Problem::Cycle {
        names: names.iter().map(|name| (*name).into()).collect(),
    };
    assert_eq!(problems.len(), 5);
    for expected in [
        shared("the Boss"),
        shared("Leaders"),
        unknown,
        cycle(&["egg", "hen"]),
        cycle(&["ego"]),
    ] {
        assert!(problems.contains(&expected), "{expected:?} in {problems:?}");
    }
    assert_eq!(scheme.find("boss"), None);
    assert_eq!(scheme.find("leaders"), Some("leader"));
    assert_eq!(scheme.find("The Head"), Some("leader"));
    check(Kind::Term, Some(&scheme), &[("egg", "hen", Disjoint)]);
}

#[test]
fn a_long_chain_of_broader_terms_is_walked() {
    let names: Vec<String> = (0..50_000).map(|n| format!("level {n}")).collect();
    let entries: Vec<Entry<'_>> = names
        .iter()
        .enumerate()
        .map(|(at, name)| Entry {
            name,
            aliases: Vec::new(),
            broader: names.get(at + 1).map(String::as_str).into_iter().collect(),
        })
        .collect();
    let (scheme, problems) = Scheme::terms(&entries, true);
    assert_eq!(problems, []);
    check(
        Kind::Term,
        Some(&scheme),
        &[("level 0", "level 49999", Within)],
    );
}
