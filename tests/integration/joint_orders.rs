//! Orders of many events that cannot all be true: every circle is found, or the smallest first.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use gainsay::parse::{self, Inputs};
use gainsay::reading::Readings;
use gainsay::{align, compare, joint};
use proptest::prelude::*;

/// One event before another, and how an article puts it.
type Order = (usize, usize, usize);

/// Up to so many circles are counted.
const MOST: usize = 101;

fn words((first, second, way): Order) -> (usize, String) {
    match way {
        0 => (first, format!("before event {second}")),
        1 => (second, format!("after event {first}")),
        2 => (first, format!("at least one day before event {second}")),
        _ => (second, format!("more than 2 days after event {first}")),
    }
}

/// The sets of claims that are found, by their numbers, and whether those are all.
fn found(events: usize, orders: &[Order]) -> (Vec<Vec<usize>>, bool) {
    let mut claims = String::from("article: {id: a}\nclaims:\n");
    for (at, order) in orders.iter().enumerate() {
        let (subject, value) = words(*order);
        writeln!(
            claims,
            "  - {{id: c{at}, subject: event {subject}, property: date, value: {value}}}"
        )
        .unwrap();
    }
    let mut vocabulary = String::from("properties: {date: {kind: date}}\nentities:\n");
    for event in 0..events {
        writeln!(vocabulary, "  event {event}: {{kind: event}}").unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.yaml"), claims).unwrap();
    std::fs::write(folder.path().join("v.yaml"), vocabulary).unwrap();
    let inputs = Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    };
    let (corpus, problems) = parse::load(&inputs);
    assert_eq!(problems, []);
    let readings = Readings::new(&corpus);
    let (alignment, _) = align::align(&corpus, &readings, true);
    let (standings, _) = compare::compare(&corpus, &alignment, &readings);
    let (joint, _) = joint::find(&corpus, &alignment, &readings, &standings);
    let number = |id| {
        let name = corpus.claim(id).details.name.as_deref().unwrap();
        name.strip_prefix('c').unwrap().parse::<usize>().unwrap()
    };
    let sets = joint.contradictions.iter().map(|contradiction| {
        let bounds = contradiction.bounds.iter();
        let mut set: Vec<usize> = bounds.map(|bound| number(bound.claims[0])).collect();
        set.sort_unstable();
        set
    });
    (sets.collect(), joint.unfinished.is_empty())
}

/// The orders of every circle, as long as they are few: each is a minimal set.
fn circles(events: usize, orders: &[Order]) -> Option<BTreeSet<Vec<usize>>> {
    fn go(
        orders: &[Order],
        (start, here): (usize, usize),
        path: &mut Vec<usize>,
        met: &mut Vec<bool>,
        out: &mut BTreeSet<Vec<usize>>,
        steps: &mut usize,
    ) {
        for (at, (from, to, _)) in orders.iter().enumerate() {
            if *from != here || *steps == 0 {
                continue;
            }
            *steps -= 1;
            path.push(at);
            if *to == start {
                let mut set = path.clone();
                set.sort_unstable();
                out.insert(set);
            } else if *to > start && !met[*to] {
                met[*to] = true;
                go(orders, (start, *to), path, met, out, steps);
                met[*to] = false;
            }
            path.pop();
        }
    }
    let (mut out, mut steps) = (BTreeSet::new(), 200_000);
    for start in 0..events {
        let mut met = vec![false; events];
        go(
            orders,
            (start, start),
            &mut Vec::new(),
            &mut met,
            &mut out,
            &mut steps,
        );
        if out.len() >= MOST || steps == 0 {
            return None;
        }
    }
    Some(out)
}

/// Two disjoint values of one question stand against each other by themselves.
fn is_pair(set: &[usize], orders: &[Order]) -> bool {
    let [one, other] = set else { return false };
    words(orders[*one]).0 == words(orders[*other]).0
}

/// Events in a row, stretches as two moments, and a few orders that are wrong.
fn orders() -> impl Strategy<Value = (usize, Vec<Order>)> {
    (3_usize..40).prop_flat_map(|events| {
        let order = (0..events, 1..events, 0_usize..4, 0_u8..20);
        let orders = proptest::collection::vec(order, events..events * 2);
        orders.prop_map(move |orders| {
            let mut all: BTreeSet<Order> = BTreeSet::new();
            for (one, step, way, wrong) in orders {
                let other = (one + step) % events;
                let (first, last) = (one.min(other), one.max(other));
                all.insert(match wrong {
                    0 => (last, first, way),
                    _ => (first, last, way),
                });
            }
            // Each even event opens a stretch that the next one closes.
            all.extend((0..events / 2).map(|at| (2 * at, 2 * at + 1, at % 2)));
            (events, all.into_iter().collect())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_circle_is_found((events, orders) in orders()) {
        // Equal values are one position, which a pair of events would hide.
        let (sets, complete) = found(events, &orders);
        let sizes: Vec<usize> = sets.iter().map(Vec::len).collect();
        prop_assert!(sizes.is_sorted(), "{sizes:?}");
        match circles(events, &orders) {
            Some(circles) => {
                let expected: BTreeSet<Vec<usize>> =
                    circles.into_iter().filter(|set| !is_pair(set, &orders)).collect();
                let found: BTreeSet<Vec<usize>> = sets.into_iter().collect();
                prop_assert!(complete, "{} circles", expected.len());
                prop_assert_eq!(found, expected);
            }
            None => prop_assert!(!sets.is_empty()),
        }
    }
}
