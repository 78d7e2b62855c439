//! Laws that hold for all claims: of relations between values, and of what becomes of a report when
//! something is added to the files.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use gainsay::compare::{Pair, Verdict};
use gainsay::finding::{Check, Finding};
use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs};
use gainsay::value::term::{Entry, Scheme};
use gainsay::value::{Context, Kind, Relation, Value, Written, read, relate};
use proptest::prelude::*;
use proptest::sample::select;

use crate::checks::everything;

/// Values of each kind, near enough to each other to stand in every relation.
const VALUES: &[(Kind, &[&str])] = &[
    (
        Kind::Number,
        &[
            "0",
            "1",
            "2",
            "three",
            "3",
            "about 3",
            "almost 40",
            "more than 3",
            "at least 3",
            "3 to 5",
            "4 to 8",
            "up to 40",
            "less than 40",
            "40",
            "43",
            "dozens",
            "several",
            "about 40",
            "not 3",
            "hundreds",
            "1,500",
            "1,545",
            "none",
        ],
    ),
    (
        Kind::Duration,
        &[
            "22 years",
            "almost 22 years",
            "more than two decades",
            "two decades",
            "20 years",
            "8 months",
            "at least 20 years",
            "240 months",
            "between 20 and 22 years",
            "a day",
        ],
    ),
    (
        Kind::Date,
        &[
            "1996",
            "June 1996",
            "6 June 1996",
            "1996-06-06",
            "before 1997",
            "since June 1996",
            "early June 1996",
            "summer 1996",
            "the 1990s",
            "after 6 June 1996",
            "1997",
        ],
    ),
    (
        Kind::Term,
        &[
            "leader",
            "member",
            "courier",
            "not leader",
            "not member",
            "not courier",
        ],
    ),
    (Kind::Truth, &["yes", "no", "true", "not true"]),
];

/// Reads the values of one kind with one scheme.
fn values(kind: Kind, texts: &[&str]) -> Vec<Value> {
    let terms = [
        ("leader", None),
        ("member", None),
        ("courier", Some("member")),
    ];
    let entries: Vec<Entry<'_>> = terms
        .iter()
        .map(|(name, broader)| Entry {
            name,
            aliases: Vec::new(),
            broader: broader.iter().copied().collect(),
        })
        .collect();
    let (scheme, _) = Scheme::terms(&entries, true);
    let cx = Context {
        scheme: Some(&scheme),
        ..Context::default()
    };
    let value = |text: &&str| {
        read(&Written::Scalar((*text).into()), kind, &cx)
            .unwrap_or_else(|why| panic!("{text}: {why:?}"))
    };
    texts.iter().map(value).collect()
}

#[test]
fn relations_keep_their_laws() {
    for (kind, texts) in VALUES {
        let values = values(*kind, texts);
        for (a, left) in texts.iter().zip(&values) {
            for (b, right) in texts.iter().zip(&values) {
                let relation = relate(left, right);
                assert_eq!(relate(right, left), relation.swapped(), "{a}, {b}");
                let same = left.extent == right.extent;
                assert_eq!(relation == Relation::Equal, same, "{a}, {b}");
                for (c, narrow) in texts.iter().zip(&values) {
                    if relate(narrow, left) != Relation::Within {
                        continue;
                    }
                    let narrowed = relate(narrow, right);
                    match relation {
                        Relation::Disjoint | Relation::Within => {
                            assert_eq!(narrowed, relation, "{a}, {b}; {c} is within {a}");
                        }
                        Relation::Equal => assert_eq!(narrowed, Relation::Within, "{a}, {b}, {c}"),
                        _ => {}
                    }
                }
            }
        }
    }
}

/// One claim about Ann Lee, as it stands in one of a few articles.
#[derive(Clone, Debug)]
struct Said {
    article: usize,
    property: &'static str,
    value: &'static str,
    speaker: &'static str,
    place: &'static str,
    hedged: bool,
    denied: bool,
}

/// The articles: some of one source, some copies, some of unknown days.
const ARTICLES: &[&str] = &[
    "id: a, source: Mic, published: 2018-06-04",
    "id: b, source: Axios, published: 2018-06-05",
    "id: c, source: Mic, published: 2018-06-06, cites: b",
    "id: d, copy of: b",
];

/// A claim about something else, so that no article is empty.
const ELSEWHERE: &str = "  - {subject: the fire, property: cause, value: x}\n";

fn said() -> impl Strategy<Value = Said> {
    let topic = select(vec![
        (
            "charges",
            vec!["1", "three", "about 3", "at least 2", "2 to 4"],
        ),
        (
            "role",
            vec!["leader", "member", "courier", "not a leader", "boss"],
        ),
        ("deaths", vec!["5", "7", "at least 6", "up to 6"]),
        (
            "sentenced",
            vec!["1996", "June 1996", "6 June 1996", "after 1996"],
        ),
        (
            "people present",
            vec!["[Ann Lee, Dan Roe]", "Dan Roe", "nobody", "not Dan Roe"],
        ),
    ]);
    let topic = topic.prop_flat_map(|(property, values)| (Just(property), select(values)));
    let speaker = select(vec![
        "",
        "",
        "Dan Roe",
        "Mia Fox",
        "City Hall",
        "officials",
        "AP",
    ]);
    let place = select(vec!["", "", "", "Riverton", "Hillside", "Oak County"]);
    let flag = || proptest::bool::weighted(0.2);
    (0..ARTICLES.len(), topic, speaker, place, flag(), flag()).prop_map(
        |(article, (property, value), speaker, place, hedged, denied)| Said {
            article,
            property,
            value,
            speaker,
            place,
            hedged,
            // A list can be false in more than one way.
            denied: denied && !value.starts_with('['),
        },
    )
}

fn corpora() -> impl Strategy<Value = Vec<Said>> {
    proptest::collection::vec(said(), 2..8)
}

/// The documents of the articles, each with its claims and one about something else.
fn articles(claims: &[Said]) -> String {
    let mut text = String::new();
    for (at, head) in ARTICLES.iter().enumerate() {
        writeln!(text, "---\narticle: {{{head}}}\nclaims:").unwrap();
        text.push_str(ELSEWHERE);
        for claim in claims.iter().filter(|claim| claim.article == at) {
            write_claim(&mut text, "Ann Lee", claim);
        }
    }
    text
}

fn write_claim(text: &mut String, subject: &str, claim: &Said) {
    let Said {
        property, value, ..
    } = claim;
    write!(
        text,
        "  - {{subject: {subject}, property: {property}, value: {value}"
    )
    .unwrap();
    if !claim.speaker.is_empty() {
        write!(text, ", attribution: {}", claim.speaker).unwrap();
    }
    if !claim.place.is_empty() {
        write!(text, ", where: {}", claim.place).unwrap();
    }
    if claim.hedged {
        write!(text, ", hedged: yes").unwrap();
    }
    if claim.denied {
        write!(text, ", stance: denies").unwrap();
    }
    writeln!(text, "}}").unwrap();
}

fn load(articles: &str) -> Corpus {
    let inputs = Inputs {
        paths: vec!["tests/fixtures/checks/vocabulary.yaml".into()],
        stdin: Some(articles.as_bytes().to_vec()),
    };
    let (corpus, problems) = parse::load(&inputs);
    assert!(problems.is_empty(), "{problems:?}\n{articles}");
    corpus
}

/// What was found about each question, by its property.
fn findings(articles: &str, subject: &str) -> BTreeMap<String, Finding> {
    let corpus = load(articles);
    let report = gainsay::examine(&corpus, Vec::new(), &everything(), false).unwrap();
    let about = report.findings.into_iter().filter(|finding| {
        finding.subject.as_deref() == Some(subject) && finding.check != Check::Misquotation
    });
    about
        .map(|finding| (finding.property.clone().unwrap(), finding))
        .collect()
}

/// The check of each pair of values that stand against each other.
fn oppositions(finding: &Finding) -> BTreeMap<(String, String), Check> {
    let meaning = |at: usize| finding.positions[at].reading.as_ref().unwrap().describe();
    let pairs = finding.oppositions.iter().map(|opposition| {
        let (left, right) = (meaning(opposition.left), meaning(opposition.right));
        let pair = if left < right {
            (left, right)
        } else {
            (right, left)
        };
        (pair, opposition.check)
    });
    pairs.collect()
}

fn origins(finding: &Finding) -> BTreeSet<&std::sync::Arc<str>> {
    let positions = finding.positions.iter();
    positions.flat_map(|position| &position.origins).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// The verdict does not depend on which of two claims comes first, and without a scope it says
    /// what the extents say.
    #[test]
    fn verdicts_are_symmetric(claims in corpora()) {
        let corpus = load(&articles(&claims));
        gainsay::with_graph(&corpus, false, |graph, _| {
            for standing in graph.alignment.question_ids().map(|id| graph.standing(id)) {
                let equal = (0..standing.positions.len()).map(|at| Pair { left: at, right: at, values: Relation::Equal.into() });
                for pair in equal.chain(standing.pairs.iter().cloned()) {
                    for (a, b) in standing.across(&pair) {
                        let there = graph.verdict(standing, &pair.values, (a, b));
                        let back = graph.verdict(standing, &pair.values.clone().swapped(), (b, a));
                        prop_assert_eq!(&there, &back);
                        if pair.values.relation == Relation::Equal && standing.scopes.is_empty() {
                            prop_assert_eq!(there, Verdict::Agrees);
                        }
                    }
                }
            }
            Ok(())
        })?;
    }

    /// An article that speaks of something else changes no finding, except that it is silent.
    #[test]
    fn silence_changes_nothing(claims in corpora(), others in corpora()) {
        let told = articles(&claims);
        let mut with_other = told.clone();
        with_other.push_str("---\narticle: {id: z, source: Daily}\nclaims:\n");
        for claim in &others {
            write_claim(&mut with_other, "Zoe Quist", claim);
        }
        let (before, after) = (findings(&told, "Ann Lee"), findings(&with_other, "Ann Lee"));
        prop_assert_eq!(before.len(), after.len());
        for (property, before) in &before {
            let after = &after[property];
            prop_assert_eq!(before.check, after.check);
            prop_assert_eq!(&before.also, &after.also);
            prop_assert_eq!(&before.message, &after.message);
            prop_assert_eq!(&before.oppositions, &after.oppositions);
            prop_assert_eq!(origins(before), origins(after));
        }
    }

    /// Where an article is unsure, no new conflict arises, and no possible one becomes sure.
    #[test]
    fn hedging_only_lowers(claims in corpora(), which in 0_usize..8) {
        let mut hedged = claims.clone();
        hedged[which % claims.len()].hedged = true;
        let before = findings(&articles(&claims), "Ann Lee");
        let after = findings(&articles(&hedged), "Ann Lee");
        for (property, before) in &before {
            let (before, after) = (oppositions(before), oppositions(&after[property]));
            prop_assert!(before.keys().eq(after.keys()));
            for (pair, check) in &before {
                // A pair of values may have several pairs of claims, of which one is hedged now.
                let was_possible = *check == Check::PossibleConflict;
                prop_assert!(!was_possible || after[pair] == Check::PossibleConflict);
            }
        }
    }

    /// A copy confirms nothing: it adds no origin and no corroboration.
    #[test]
    fn copies_add_no_origin(claims in corpora(), copied in 0..ARTICLES.len()) {
        let told = articles(&claims);
        let id = ["a", "b", "c", "d"][copied];
        let copies: Vec<&Said> = claims.iter().filter(|claim| claim.article == copied).collect();
        let mut with_copy = told.clone();
        // A copy of the same day: what changes holds at the day of its article.
        let day = ARTICLES[copied].split("published: ").nth(1).and_then(|day| day.split(',').next());
        let day = day.map_or(String::new(), |day| format!(", published: {day}"));
        writeln!(with_copy, "---\narticle: {{id: z, source: Daily, copy of: {id}{day}}}\nclaims:").unwrap();
        with_copy.push_str(ELSEWHERE);
        for claim in copies {
            write_claim(&mut with_copy, "Ann Lee", claim);
        }
        let (before, after) = (findings(&told, "Ann Lee"), findings(&with_copy, "Ann Lee"));
        for (property, before) in &before {
            let after = &after[property];
            prop_assert_eq!(origins(before), origins(after));
            prop_assert!(after.check != Check::Corroborated || before.check == Check::Corroborated);
            prop_assert!(after.check != Check::CopyDrift || before.check == Check::CopyDrift);
        }
    }
}
