//! Moments and lengths of time in joint contradictions: what fires, and what must stay silent.

use gainsay::finding::Level;

use crate::joint::found;

const EVENTS: &str = "entities:\n  strike: {kind: event}\n  talks: {kind: event}\n  \
    vote: {kind: event}\n  march: {kind: event}\nproperties:\n  date: {kind: date}\n";

/// How many conflicts there are between dates of events, all of one article.
fn conflicts(claims: &[(&str, &str)]) -> usize {
    let rows = claims.iter().map(|(event, value)| {
        format!("  - {{subject: {event}, property: date, value: {value}}}\n")
    });
    let article = format!(
        "article: {{id: a, published: 2021-05-20}}\nclaims:\n{}",
        rows.collect::<String>()
    );
    count(&[&article], EVENTS)
}

fn count(articles: &[&str], vocabulary: &str) -> usize {
    let (joint, codes) = found(articles, vocabulary);
    assert_eq!(codes, []);
    let conflicts = joint.iter().filter(|(_, level)| *level == Level::Conflict);
    conflicts.count()
}

#[test]
fn no_ring_of_before_can_hold() {
    for (claims, expected) in [
        (
            vec![
                ("strike", "before the talks"),
                ("talks", "before the strike"),
            ],
            1,
        ),
        (
            vec![
                ("strike", "before the talks"),
                ("talks", "before the vote"),
                ("vote", "before the strike"),
            ],
            1,
        ),
        (
            vec![
                ("strike", "before the talks"),
                ("talks", "before the vote"),
                ("strike", "after the vote"),
            ],
            1,
        ),
        (
            vec![("strike", "before the talks"), ("talks", "by the strike")],
            1,
        ),
        (
            vec![
                ("strike", "before the talks"),
                ("talks", "the day of the strike"),
            ],
            0,
        ),
        (
            vec![
                ("strike", "before the talks"),
                ("talks", "before the vote"),
                ("vote", "on the same day as the strike"),
            ],
            0,
        ),
        // All on one day, and the last of them the day before.
        (
            vec![
                ("strike", "before the talks"),
                ("talks", "the day of the vote"),
                ("vote", "before the march"),
                ("march", "1 day before the strike"),
            ],
            1,
        ),
        (
            vec![
                ("strike", "before the talks"),
                ("strike", "4 May 2021"),
                ("talks", "4 May 2021"),
            ],
            0,
        ),
        (
            vec![
                ("strike", "before the talks"),
                ("strike", "5 May 2021"),
                ("talks", "4 May 2021"),
            ],
            1,
        ),
    ] {
        assert_eq!(conflicts(&claims), expected, "{claims:?}");
    }
}

#[test]
fn hours_end_on_the_day_or_the_next_and_at_least_has_no_end() {
    for (value, day, expected) in [
        ("at least one hour before the vote", 1, 0),
        ("more than three hours before the vote", 1, 0),
        ("at least one hour before the vote", 7, 1),
        ("two hours before the vote", 6, 0),
        ("two hours before the vote", 5, 0),
        ("two hours before the vote", 4, 1),
        ("two hours before the vote", 7, 1),
        ("hours before the vote", 5, 0),
        ("hours before the vote", 3, 1),
        ("36 hours before the vote", 4, 0),
        ("36 hours before the vote", 6, 1),
    ] {
        let talks = format!("{day} March 2021");
        let claims = [
            ("talks", value),
            ("vote", "6 March 2021"),
            ("talks", &talks),
        ];
        assert_eq!(conflicts(&claims), expected, "{value}, {day} March");
    }
}

#[test]
fn times_of_day_order_moments() {
    let story = |talks: &str, strike: &str| {
        conflicts(&[
            ("talks", talks),
            ("strike", strike),
            ("strike", "before the talks"),
        ])
    };
    assert_eq!(story("4 May 2021 at 10 a.m.", "4 May 2021 at 3 p.m."), 1);
    assert_eq!(story("4 May 2021 at 3 p.m.", "4 May 2021 at 10 a.m."), 0);
    assert_eq!(story("4 May 2021 at 3 p.m.", "4 May 2021 at 3 p.m."), 0);
    assert_eq!(story("4 May 2021 at 3 p.m.", "4 May 2021"), 0);
    // "EST" in May is what "ET" is, and "BST" is not.
    let clocks = |talks: &str, strike: &str| {
        let at = |hour: &str, zone: &str| format!("4 May 2021 at {hour} {zone}");
        story(&at("10 a.m.", talks), &at("3 p.m.", strike))
    };
    assert_eq!(clocks("EST", "ET"), 1);
    assert_eq!(clocks("EDT", "EST"), 1);
    assert_eq!(clocks("EST", "BST"), 0);
    // On which clock each is told is not known.
    assert_eq!(
        story("4 May 2021 at 10 a.m. GMT", "4 May 2021 at 3 p.m. EDT"),
        0
    );
}

#[test]
fn a_length_of_time_is_the_same_from_a_day_and_from_an_event() {
    for length in [
        "3 days after",
        "three weeks after",
        "two months before",
        "about a week after",
        "at least two weeks before",
        "more than a year after",
        "less than a month after",
        "two and a half years after",
        "a decade after",
        "days before",
        "within two weeks of",
    ] {
        for days in [
            -4000, -740, -100, -60, -30, -16, -14, -8, -7, -3, -1, 0, 1, 2, 3, 5, 7, 9, 14, 18, 21,
            27, 28, 35, 90, 400, 740, 900, 3650,
        ] {
            let day = gainsay::value::Day(18_780 + days).to_string();
            let of_event = [
                ("vote", &*format!("{length} the strike")),
                ("strike", "2021-06-02"),
                ("vote", &*day),
            ];
            let by_event = conflicts(&of_event) > 0;
            let named = format!("{length} 2 June 2021");
            let article = format!(
                "article: {{id: a}}\nclaims:\n  - {{subject: vote, property: date, value: {named}}}\n  \
                 - {{subject: talks, property: date, value: {day}}}\n"
            );
            let equal =
                format!("{EVENTS}rules:\n  - {{name: same, holds: vote / date = talks / date}}\n");
            let by_day = count(&[&article], &equal) > 0;
            assert_eq!(by_event, by_day, "{length}, {day}");
        }
    }
}

/// A journey with its length, from two articles.
fn journey(length: &str, left: &str, due: &str) -> usize {
    let a = format!(
        "article: {{id: a}}\nclaims:\n  - {{subject: tram, property: ride, value: {length}}}\n"
    );
    let b = format!(
        "article: {{id: b}}\nclaims:\n  - {{subject: tram, property: left, value: {left}}}\n  \
         - {{subject: tram, property: due, value: {due}}}\n"
    );
    let rules = "rules:\n  - {name: ride, holds: ride = due - left, slack: 1 hour}\n";
    count(&[&a, &b], rules)
}

#[test]
fn rules_count_hours_where_both_dates_have_a_time() {
    for (length, left, due, expected) in [
        (
            "18 hours",
            "2 May 2021 at 6.30pm",
            "3 May 2021 at 2.30am",
            1,
        ),
        ("8 hours", "2 May 2021 at 6.30pm", "3 May 2021 at 2.30am", 0),
        ("9 hours", "2 May 2021 at 6.30pm", "3 May 2021 at 2.30am", 0),
        (
            "11 hours",
            "2 May 2021 at 6.30pm",
            "3 May 2021 at 2.30am",
            1,
        ),
        (
            "40 minutes",
            "2 May 2021 at 6.30pm",
            "2 May 2021 at 10.30pm",
            1,
        ),
        // Without a time, days are counted.
        ("18 hours", "2 May 2021", "3 May 2021 at 2.30am", 0),
        ("18 hours", "2 May 2021", "5 May 2021", 1),
        (
            "two years",
            "2 May 2021 at 6.30pm",
            "3 May 2023 at 2.30am",
            0,
        ),
        (
            "8 hours",
            "2 May 2021 at 6.30pm GMT",
            "3 May 2021 at 2.30am EST",
            0,
        ),
    ] {
        assert_eq!(
            journey(length, left, due),
            expected,
            "{length}: {left} to {due}"
        );
    }
}

#[test]
fn a_bare_year_beside_dates_is_a_date() {
    let story = |opened: &str, closed: &str, rule: &str| {
        let claim = |property: &str, value: &str| {
            format!("claims: [{{subject: Gorse Mill, property: {property}, value: {value}}}]")
        };
        let rules = format!("rules: [{{name: r, holds: {rule}}}]");
        count(
            &[&claim("opened", opened), &claim("closed", closed)],
            &rules,
        )
    };
    assert_eq!(story("in 1920", "1911", "opened <= closed"), 1);
    assert_eq!(story("in 1920", "1920", "opened <= closed"), 0);
    assert_eq!(story("1911", "6 June 1910", "opened <= closed"), 1);
    assert_eq!(story("in 1920", "1931", "closed = opened + 5 years"), 1);
    assert_eq!(story("in 1920", "1925", "closed = opened + 5 years"), 0);
    assert_eq!(story("in 1920", "1911", "closed >= 1915"), 1);
    // Both bare, they are compared as they stand.
    assert_eq!(story("1920", "1911", "opened <= closed"), 1);
}

#[test]
fn between_two_events_is_after_the_one_and_before_the_other() {
    let between = "between the strike and the talks";
    for (claims, expected) in [
        (vec![("march", between), ("talks", "before the strike")], 1),
        (
            vec![
                ("march", between),
                ("talks", "3 May 2021"),
                ("march", "4 May 2021"),
            ],
            1,
        ),
        (
            vec![
                ("march", "after the strike but before the talks"),
                ("strike", "after the vote"),
                ("talks", "before the vote"),
            ],
            1,
        ),
        (
            vec![
                ("march", "{between: [the strike, the talks]}"),
                ("vote", "after the talks"),
                ("vote", "before the march"),
            ],
            1,
        ),
        // Before the strike is a conflict of two values; what is left is one set.
        (
            vec![
                ("march", between),
                ("march", "before the strike"),
                ("talks", "before the strike"),
            ],
            1,
        ),
        (vec![("march", between), ("talks", "after the strike")], 0),
        (
            vec![
                ("march", between),
                ("strike", "3 May 2021"),
                ("talks", "3 May 2021"),
                ("march", "3 May 2021"),
            ],
            0,
        ),
        (vec![("march", between), ("vote", "before the march")], 0),
    ] {
        assert_eq!(conflicts(&claims), expected, "{claims:?}");
    }
}
