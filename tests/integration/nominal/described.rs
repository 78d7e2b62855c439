//! How values are described, and what is refused.

use gainsay::value::{Context, Extent, Kind, read};

use super::{people, reading, written};

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
