//! Terms, entities, truth, groups, quotes and texts: how their values stand to each other.

use gainsay::value::term::{Entry, Problem};
use gainsay::value::{Context, Extent, Kind, Reason, Relation, Scheme, Value, Written};
use gainsay::value::{negate, read, relate};
use proptest::prelude::*;

use Relation::{Contains, Disjoint, Equal, Incomparable, Overlaps, Within};

const UNDECLARED: Relation = Incomparable(Reason::Undeclared);

fn entry(name: &'static str, aliases: &[&'static str], broader: &[&'static str]) -> Entry<'static> {
    Entry {
        name,
        aliases: aliases.to_vec(),
        broader: broader.to_vec(),
    }
}

fn roles(exclusive: bool) -> Scheme {
    let entries = [
        entry("leader", &["headed up the ring", "ringleader"], &[]),
        entry("member", &[], &[]),
        entry("courier", &[], &["member"]),
        entry("night courier", &[], &["courier"]),
        entry("No. 2", &[], &[]),
    ];
    let (scheme, problems) = Scheme::terms(&entries, exclusive);
    assert_eq!(problems, []);
    scheme
}

fn people() -> Scheme {
    let entries = [
        entry("Ann Lee", &["Ms. Lee"], &[]),
        entry("Bo Chen", &[], &[]),
        entry("Cy Dee", &[], &[]),
        entry("Aliceville", &[], &["Alabama"]),
        entry("Mobile", &[], &["Alabama"]),
        entry("Atlanta", &[], &["Georgia"]),
        entry("Never Again", &[], &[]),
    ];
    let (scheme, problems) = Scheme::names(&entries);
    assert_eq!(problems, []);
    scheme
}

fn scalar(text: &str) -> Written {
    Written::Scalar(text.into())
}

fn list(names: &str, only: bool) -> Written {
    Written::Members {
        names: names
            .split(", ")
            .filter(|n| !n.is_empty())
            .map(Into::into)
            .collect(),
        only,
    }
}

/// "[a, b]" is a list, "only [a, b]" a closed one, all else a scalar.
fn written(text: &str) -> Written {
    let (only, inner) = match text.strip_prefix("only ") {
        Some(inner) => (true, inner),
        None => (false, text),
    };
    match inner
        .strip_prefix('[')
        .and_then(|inner| inner.strip_suffix(']'))
    {
        Some(inner) => list(inner, only),
        None => scalar(text),
    }
}

fn reading(text: &str, kind: Kind, scheme: Option<&Scheme>) -> Value {
    let cx = Context {
        scheme,
        ..Context::default()
    };
    read(&written(text), kind, &cx).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}"))
}

fn check(kind: Kind, scheme: Option<&Scheme>, table: &[(&str, &str, Relation)]) {
    for (left, right, expected) in table {
        let (a, b) = (reading(left, kind, scheme), reading(right, kind, scheme));
        assert_eq!(relate(&a, &b), *expected, "{left} | {right}");
        assert_eq!(relate(&b, &a), expected.swapped(), "{right} | {left}");
        assert_eq!(a == b, *expected == Equal, "{left} == {right}");
    }
}

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
            ("Aliceville", "not in Alabama", UNDECLARED),
            ("Ms. Lee", "ANN LEE", Equal),
            ("Ann Lee", "not Ms Lee", Disjoint),
            ("Never Again", "Again", UNDECLARED),
            ("Brooks", "Brook", UNDECLARED),
            ("Paris", "the Paris", Equal),
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

#[test]
fn truth() {
    check(
        Kind::Truth,
        None,
        &[
            ("yes", "True", Equal),
            ("yes", "no", Disjoint),
            ("no", "not yes", Equal),
            ("not false", "yes", Equal),
            ("false", "not true", Equal),
        ],
    );
    assert!(read(&scalar("maybe"), Kind::Truth, &Context::default()).is_err());
    let denied = negate(reading("yes", Kind::Truth, None)).unwrap();
    assert_eq!(relate(&denied, &reading("no", Kind::Truth, None)), Equal);
    let Extent::Terms(set) = denied.extent else {
        panic!("a truth value is a set of names");
    };
    assert_eq!((set.name(), set.is_not()), ("no", false));
}

#[test]
fn declared_members() {
    check(
        Kind::Members,
        Some(&people()),
        &[
            ("[Ann Lee, Bo Chen]", "[Bo Chen, Ms. Lee]", Equal),
            ("[Ann Lee, Bo Chen]", "Ann Lee", Within),
            ("[Ann Lee]", "[Bo Chen]", Overlaps),
            ("only [Ann Lee, Bo Chen]", "[Cy Dee]", Disjoint),
            ("only [Ann Lee, Bo Chen]", "Bo Chen", Within),
            ("only [Ann Lee]", "only [Bo Chen]", Disjoint),
            ("only [Ann Lee]", "only [Ann Lee, Bo Chen]", Disjoint),
            ("only [Ann Lee]", "only Ms. Lee", Equal),
            ("Ann Lee", "not Ann Lee", Disjoint),
            ("[Ann Lee, not Bo Chen]", "Ann Lee", Within),
            ("[Ann Lee, not Bo Chen]", "[Bo Chen, Cy Dee]", Disjoint),
            ("only [Ann Lee]", "not Bo Chen", Within),
            ("Ann Lee", "not Bo Chen", Overlaps),
            ("not Ann Lee", "not Bo Chen", Overlaps),
            ("nobody", "Ann Lee", Disjoint),
            ("only [Mobile, Ann Lee]", "[Alabama]", Overlaps),
            ("only [Mobile]", "only [Alabama]", Overlaps),
            ("only [Mobile]", "only [Georgia]", Disjoint),
            ("nobody", "not Ann Lee", Within),
            ("nobody", "only []", Equal),
        ],
    );
}

#[test]
fn undeclared_members_may_be_known_under_another_name() {
    check(
        Kind::Members,
        Some(&people()),
        &[
            ("only [Ann Lee, the boss]", "Bo Chen", UNDECLARED),
            ("only [Ann Lee, the boss]", "[Bo Chen, Cy Dee]", Disjoint),
            ("only [Ann Lee, Bo Chen]", "[Ann Lee, the boss]", UNDECLARED),
            ("only [the boss]", "only [Ann Lee]", UNDECLARED),
            ("only [the boss]", "only [Ann Lee, Bo Chen]", Disjoint),
            ("[the boss]", "[Ann Lee]", Overlaps),
            ("the boss", "not Ann Lee", UNDECLARED),
            ("the boss", "not the boss", Disjoint),
            ("only [the boss]", "not Ann Lee", UNDECLARED),
            ("[the boss, Ann Lee]", "the boss", Within),
        ],
    );
}

#[test]
fn values_are_described() {
    let scheme = people();
    for (kind, text, expected) in [
        (Kind::Entity, "not ms. lee", "not Ann Lee"),
        (Kind::Truth, "not yes", "no"),
        (Kind::Term, "not a boss", "not boss"),
        (
            Kind::Members,
            "[Bo Chen, Ann Lee, Cy Dee]",
            "at least Ann Lee, Bo Chen and Cy Dee",
        ),
        (Kind::Members, "only [Ann Lee]", "exactly Ann Lee"),
        (
            Kind::Members,
            "[Ann Lee, not Bo Chen, not Cy Dee]",
            "at least Ann Lee, not Bo Chen or Cy Dee",
        ),
        (Kind::Members, "none", "nobody"),
        (Kind::Quotation, "a  second, chance…", "“a second chance”"),
    ] {
        let shown = match reading(text, kind, Some(&scheme)).extent {
            Extent::Terms(set) => set.describe(),
            Extent::Members(set) => set.describe(),
            Extent::Quotation(passage) => passage.describe(),
            other => panic!("{other:?}"),
        };
        assert_eq!(shown, expected);
    }
}

#[test]
fn what_is_refused() {
    let scheme = people();
    let cx = Context {
        scheme: Some(&scheme),
        ..Context::default()
    };
    for (kind, text) in [
        (Kind::Term, "—"),
        (Kind::Term, "not only a leader"),
        (Kind::Term, "no longer a leader"),
        (Kind::Entity, " "),
        (Kind::Members, "[]"),
        (Kind::Members, "[Ann Lee, not Ms. Lee]"),
        (Kind::Members, "only [not Ann Lee]"),
        (Kind::Quotation, "[...]"),
        (Kind::Text, "?!"),
    ] {
        let refusal = read(&written(text), kind, &cx).expect_err(text);
        assert!(
            !refusal.why.is_empty() && refusal.hint.ends_with('.'),
            "{refusal:?}"
        );
    }
}

#[test]
fn denied_members() {
    let scheme = people();
    let deny = |text| negate(reading(text, Kind::Members, Some(&scheme)));
    let without = deny("Ann Lee").unwrap();
    assert_eq!(
        relate(&without, &reading("Ms. Lee", Kind::Members, Some(&scheme))),
        Disjoint
    );
    assert!(deny("[Ann Lee, Bo Chen]").is_err());
    assert!(deny("only [Ann Lee]").is_err());
}

#[test]
fn quotations() {
    const OTHER: Relation = Incomparable(Reason::Passages);
    let table = [
        ("I am so grateful!", "“i am SO grateful…”", Equal),
        (
            "a second chance",
            "She deserves a second chance at life",
            Within,
        ),
        ("I told [the president] that", "I told him that", Within),
        ("I never … gave up", "I never, ever gave up", Within),
        ("gave up ... I never", "I never, ever gave up", Overlaps),
        ("a second chance", "a second opportunity", Overlaps),
        ("a second chance", "nobody knows the trouble", OTHER),
        ("one two three four", "three four five six", Overlaps),
        ("$5", "5", OTHER),
    ];
    check(Kind::Quotation, None, &table);
}

#[test]
fn words_that_differ_between_quotes() {
    for (left, right, expected) in [
        (
            "a second chance",
            "She deserves a second Opportunity",
            &[("chance", "Opportunity")][..],
        ),
        ("they did not know", "they did know", &[("not", "")]),
        (
            "they did … know it",
            "they did not know this",
            &[("it", "this")],
        ),
        ("one two three four", "three four five six", &[]),
        ("a second chance", "nobody knows the trouble", &[]),
    ] {
        let passage = |text| match reading(text, Kind::Quotation, None).extent {
            Extent::Quotation(passage) => passage,
            other => panic!("{other:?}"),
        };
        let found = passage(left).differences(&passage(right));
        let found: Vec<_> = found.iter().map(|(l, r)| (&**l, &**r)).collect();
        assert_eq!(found, expected, "{left} | {right}");
    }
}

#[test]
fn long_quotes_are_compared_from_both_ends() {
    let long = |middle: &str| format!("{}{middle} {}", "so ".repeat(5_000), "on ".repeat(5_000));
    let (left, right) = (long("much"), long("little"));
    check(Kind::Quotation, None, &[(&left, &right, Overlaps)]);
}

#[test]
fn texts() {
    check(
        Kind::Text,
        None,
        &[
            ("To discuss the case.", "to discuss the case", Equal),
            ("3.5", "35", Incomparable(Reason::Wording)),
        ],
    );
}

/// A name that is sometimes declared, sometimes negated.
fn some_term() -> impl Strategy<Value = String> {
    let names = [
        "leader",
        "member",
        "courier",
        "night courier",
        "boss",
        "clerk",
    ];
    (any::<bool>(), prop::sample::select(names.to_vec())).prop_map(|(not, name)| {
        if not {
            format!("not a {name}")
        } else {
            name.into()
        }
    })
}

fn some_members() -> impl Strategy<Value = String> {
    let names = ["Ann Lee", "Bo Chen", "Cy Dee", "the boss", "a clerk"];
    let list = prop::sample::subsequence(names.to_vec(), 1..4);
    (list, 0..8_u32, any::<bool>()).prop_map(|(list, nots, only)| {
        let items: Vec<String> = (0..)
            .zip(list)
            .map(|(at, name)| {
                if !only && nots >> at & 1 == 1 {
                    format!("not {name}")
                } else {
                    name.into()
                }
            })
            .collect();
        format!("{}[{}]", if only { "only " } else { "" }, items.join(", "))
    })
}

/// Whether the relation says that the left lies in the right.
fn lies_within(relation: Relation) -> bool {
    matches!(relation, Within | Equal)
}

proptest! {
    #[test]
    fn terms_are_sets(a in some_term(), b in some_term(), c in some_term(), exclusive: bool) {
        let scheme = roles(exclusive);
        let term = |text: &str| reading(text, Kind::Term, Some(&scheme));
        let (a, b, c) = (term(&a), term(&b), term(&c));
        prop_assert_eq!(relate(&a, &b), relate(&b, &a).swapped());
        prop_assert_eq!(relate(&a, &b) == Equal, a == b);
        prop_assert_eq!(negate(negate(a.clone()).unwrap()).unwrap(), a.clone());
        if lies_within(relate(&a, &b)) {
            if lies_within(relate(&b, &c)) {
                prop_assert!(lies_within(relate(&a, &c)));
            }
            if relate(&b, &c) == Disjoint {
                prop_assert_eq!(relate(&a, &c), Disjoint);
            }
            prop_assert!(lies_within(relate(&negate(b).unwrap(), &negate(a).unwrap())));
        }
    }

    #[test]
    fn members_are_sets_of_groups(a in some_members(), b in some_members(), c in some_members()) {
        let scheme = people();
        let group = |text: &str| reading(text, Kind::Members, Some(&scheme));
        let (a, b, c) = (group(&a), group(&b), group(&c));
        prop_assert_eq!(relate(&a, &b), relate(&b, &a).swapped());
        prop_assert_eq!(relate(&a, &b) == Equal, a == b);
        if lies_within(relate(&a, &b)) && lies_within(relate(&b, &c)) {
            prop_assert!(lies_within(relate(&a, &c)));
        }
        if lies_within(relate(&a, &b)) && relate(&b, &c) == Disjoint {
            prop_assert_eq!(relate(&a, &c), Disjoint);
        }
    }

    #[test]
    fn quotes_hold_their_fragments(words in prop::collection::vec("[a-c]{1,2}", 1..9), from in 0..9_usize, gap in 0..9_usize) {
        let whole = words.join(" ");
        let from = from.min(words.len() - 1);
        let mut part = words[from..].to_vec();
        let gap = gap.min(part.len());
        part.insert(gap, "[...]".into());
        let (whole, part) = (reading(&whole, Kind::Quotation, None), reading(&part.join(" "), Kind::Quotation, None));
        prop_assert!(lies_within(relate(&part, &whole)));
    }

    #[test]
    fn any_text_is_read_or_refused(left in ".{0,40}", right in ".{0,40}") {
        let scheme = people();
        let cx = Context { scheme: Some(&scheme), ..Context::default() };
        for kind in [Kind::Term, Kind::Entity, Kind::Members, Kind::Quotation, Kind::Text, Kind::Truth] {
            let values = (read(&scalar(&left), kind, &cx), read(&scalar(&right), kind, &cx));
            if let (Ok(a), Ok(b)) = values {
                prop_assert_eq!(relate(&a, &b), relate(&b, &a).swapped());
                prop_assert_eq!(relate(&a, &a), Equal);
                if let (Extent::Quotation(a), Extent::Quotation(b)) = (&a.extent, &b.extent) {
                    prop_assert!(a.differences(b).len() <= 40);
                }
            }
        }
    }
}
