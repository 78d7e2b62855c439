//! Properties of the relation.

use gainsay::value::Relation::{Disjoint, Equal, Within};
use gainsay::value::{Context, Extent, Kind, Relation, negate, read, relate};
use proptest::prelude::*;

use super::{people, reading, roles, scalar};

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
