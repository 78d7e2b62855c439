//! Terms, entities, truth, groups, quotes and texts: how their values stand to each other.

mod described;
mod members;
mod properties;
mod terms;
mod words;

use gainsay::value::Relation::{Equal, Incomparable};
use gainsay::value::term::Entry;
use gainsay::value::{Context, Kind, Reason, Relation, Scheme, Value, Written, read, relate};

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
    Written::members(
        names
            .split(", ")
            .filter(|n| !n.is_empty())
            .map(Into::into)
            .collect(),
        only,
    )
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
