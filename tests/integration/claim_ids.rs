//! Ids of claims: made from what a claim says, and from nothing else.

use gainsay::model::{ClaimIds, Corpus, Stance};
use gainsay::value::Written;

use crate::sample::Desk;

const AGE: (&str, &str) = ("Alice Johnson", "age");

#[test]
fn other_claims_and_moved_lines_do_not_change_an_id() {
    let mut desk = Desk::new();
    let first = desk.claim(0, 10, AGE, "63", |_, _| ());
    let before = ClaimIds::new(&desk.0).get(first).into_owned();

    let mut desk = Desk::new();
    desk.claim(0, 10, ("Jack Johnson", "age"), "68", |_, _| ());
    let moved = desk.claim(0, 99, AGE, "63", |_, _| ());
    assert_eq!(ClaimIds::new(&desk.0).get(moved), before);
    assert_eq!(before.len(), 12);
}

#[test]
fn whatever_a_claim_says_changes_its_id() {
    let mut desk = Desk::new();
    desk.claim(0, 1, AGE, "63", |_, _| ());
    desk.claim(1, 1, AGE, "63", |_, _| ());
    desk.claim(0, 1, ("Jack Johnson", "age"), "63", |_, _| ());
    desk.claim(0, 1, ("Alice Johnson", "age then"), "63", |_, _| ());
    desk.claim(0, 1, ("Alice Johnsonage", ""), "63", |_, _| ());
    desk.claim(0, 1, AGE, "64", |_, _| ());
    desk.claim(0, 1, AGE, "", |c, _| {
        c.written = Written::between("63".into(), "64".into());
    });
    desk.claim(0, 1, AGE, "63", |c, _| c.stance = Stance::Denies);
    desk.claim(0, 1, AGE, "63", |c, s| {
        c.attribution = [s.intern("AP")].into()
    });
    let mut ids = all(&desk.0);
    let number = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), number);
}

#[test]
fn repetitions_are_counted_and_own_ids_kept() {
    let mut desk = Desk::new();
    for line in 1..=3 {
        desk.claim(0, line, AGE, "63", |_, _| ());
    }
    desk.claim(0, 4, AGE, "63", |c, _| {
        c.details.name = Some("age-again".into())
    });
    let ids = all(&desk.0);
    assert_eq!(ids[1], format!("{}-2", ids[0]));
    assert_eq!(ids[2], format!("{}-3", ids[0]));
    assert_eq!(ids[3], "age-again");
}

fn all(corpus: &Corpus) -> Vec<String> {
    let ids = ClaimIds::new(corpus);
    let claims = corpus.claim_ids();
    claims.map(|id| ids.get(id).into_owned()).collect()
}
