//! Groups.

use gainsay::value::Relation::{Disjoint, Equal, Overlaps, Within};
use gainsay::value::{Kind, negate, relate};

use super::{UNDECLARED, check, people, reading};

#[test]
fn declared_members() {
    check(
        Kind::Members,
        Some(&people()),
        &[
            ("[Ann Lee, Bo Chen]", "[Bo Chen, Ms. Lee]", Equal),
            ("[Ann Lee, Bo Chen]", "Ann Lee", Within),
            (
                "Ann Lee, Bo Chen and Cy Dee",
                "[Ann Lee, Bo Chen, Cy Dee]",
                Equal,
            ),
            ("only Ann Lee and Bo Chen", "[Bo Chen, Ann Lee]", Within),
            ("Ann Lee and Bo Chen", "not Ann Lee", Disjoint),
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
            ("only [Mobile, Atlanta]", "[Alabama]", Overlaps),
            // An insider excuses no outsider, on either side.
            ("only [Alabama]", "[Mobile, Atlanta]", Disjoint),
            ("only [Alabama]", "only [Mobile, Atlanta]", Disjoint),
            ("only [Alabama, Georgia]", "[Mobile, Atlanta]", Overlaps),
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
            // The boss may be a firm that both work for: how many there are says nothing.
            ("only [Ann Lee, the boss]", "[Bo Chen, Cy Dee]", UNDECLARED),
            ("only [the firm]", "[the boss, the clerk]", UNDECLARED),
            ("only [the boss, Ann Lee]", "[the boss, Bo Chen]", Disjoint),
            ("only [Ann Lee]", "[the boss, Bo Chen]", Disjoint),
            (
                "only [the boss, the clerk]",
                "[the boss, the clerk, the cook]",
                Disjoint,
            ),
            ("only [Moss, Roe]", "[Dan Moss, Eva Roe]", UNDECLARED),
            (
                "only [Moss, Roe]",
                "[Dan Moss, Eva Roe, Fay Kerr]",
                Disjoint,
            ),
            ("nobody", "the boss", Disjoint),
            ("only [Ann Lee, Bo Chen]", "[Ann Lee, the boss]", UNDECLARED),
            ("only [the boss]", "only [Ann Lee]", UNDECLARED),
            ("only [the boss]", "only [Ann Lee, Bo Chen]", UNDECLARED),
            ("[the boss]", "[Ann Lee]", Overlaps),
            ("the boss", "not Ann Lee", UNDECLARED),
            ("the boss", "not the boss", Disjoint),
            ("only [the boss]", "not Ann Lee", UNDECLARED),
            ("[the boss, Ann Lee]", "the boss", Within),
        ],
    );
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
