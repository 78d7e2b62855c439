//! `gainsay value` for people: the reading, the line, the words, and how two values stand.

use super::{Folder, Ran, gainsay};

fn run(args: &[&str]) -> Ran {
    gainsay(["value"].iter().chain(args))
        .output()
        .unwrap()
        .into()
}

/// The lines on which extents are drawn.
fn lines(ran: &Ran) -> Vec<&str> {
    let signs = ['●', '○', '━'];
    let lines = ran.out.lines();
    lines
        .filter(|line| line.contains(signs) && !line.contains("included"))
        .filter(|line| !line.contains("left out"))
        .collect()
}

#[test]
fn values_of_all_kinds_look_like_this() {
    let cases: &[&[&str]] = &[
        &["almost 22 years"],
        &["22 years", "--and", "more than two decades"],
        &["1", "--and", "3"],
        &["not 3"],
        &["2 million", "--and", "fewer than 300"],
        &["$5-7 million"],
        &["last Wednesday", "--published", "2018-06-06"],
        &["two days ago"],
        &["30 May or 6 June 2018", "--and", "circa May 2018"],
        &["noon on 6 June 2018", "--and", "3 p.m. on 6 June 2018"],
        &["5 years", "--and", "5 km"],
        &["not a leader", "--and", "leader"],
        &["not true"],
        &["only Ann Lee", "--kind", "members"],
        &["Paris", "--kind", "place"],
        &["we need [all] of them ... now", "--kind", "quotation"],
        &["because of rain", "--kind", "text"],
        &["06/07/2018"],
        &["three requests", "--kind", "number"],
    ];
    let mut out = String::new();
    for args in cases {
        let ran = run(args);
        assert_eq!(ran.err, "", "{args:?}");
        out += &format!("$ gainsay value {}\n{}\n", args.join(" "), ran.out);
    }
    insta::assert_snapshot!(out);
}

#[test]
fn an_amount_with_what_it_counts_says_how_it_is_read() {
    for (text, amount) in [
        ("3 Requests", "3"),
        ("hundreds who fled", "hundreds"),
        ("£120,000 a week", "£120,000"),
    ] {
        let ran = run(&[text]);
        let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        let hint = format!("if it is an amount, write `{amount}` alone");
        assert!(words.contains(&hint), "{text}: {}", ran.out);
    }
    for (text, meaning) in [
        ("3 requests", "exactly 3 requests"),
        ("hundreds of people", "of people"),
        ("five fire engines", "exactly 5 fire engines"),
        ("17-line", "exactly 17 lines"),
    ] {
        assert!(run(&[text]).out.contains(meaning), "{text}");
    }
    for text in ["gas leak", "a courier", "not a leader"] {
        assert!(!run(&[text]).out.contains("amount"), "{text}");
    }
}

#[test]
fn an_amount_that_is_said_twice_is_one() {
    for (text, kind) in [
        ("5 km (3 miles)", "  quantity  "),
        ("three (3)", "  number  "),
        ("5 km (80 miles)", "  term  "),
        ("Ann Lee (53)", "  term  "),
    ] {
        assert!(run(&[text]).out.contains(kind), "{text}");
    }
}

#[test]
fn a_century_is_when_not_how_long() {
    for text in ["19th century", "the 21st century"] {
        assert!(run(&[text]).out.contains("  date  "), "{text}");
    }
    assert!(run(&["two centuries"]).out.contains("  duration  "));
}

#[test]
fn how_two_texts_stand_is_said_in_a_verdict_and_a_sentence() {
    let cases = [
        ("three", "3", "✓ agrees (equal):"),
        ("dozens", "2,000", "! possible conflict (likely disjoint):"),
        ("dozens", "20 to 500", "· likely agrees (likely within):"),
        ("dozens", "185", "✓ refines (contains):"),
        ("dozens", "12", "✗ conflicts (disjoint):"),
        ("three", "at least two", "✓ refines (within):"),
        ("at least two", "three", "✓ refines (contains):"),
        ("22 years", "almost 22 years", "· compatible (overlaps):"),
        ("1", "three", "✗ conflicts (disjoint):"),
        ("leader", "courier", "? undetermined (incomparable):"),
        ("1996", "June 1996", "✓ refines (contains):"),
        ("June 1996", "1996", "✓ refines (within):"),
        ("1.5m", "1.5 million", "✓ agrees (equal):"),
        ("1.5 million", "1.5m", "✓ agrees (equal):"),
        ("3m", "30 km", "✗ conflicts (disjoint):"),
        ("30 km", "3m", "✗ conflicts (disjoint):"),
        ("326 of 650", "326", "✓ agrees (equal):"),
        ("by 12 percent", "12 percent", "✓ agrees (equal):"),
        ("half of May 2018", "2 May 2018", "✓ refines (contains):"),
    ];
    for (left, right, verdict) in cases {
        let ran = run(&[left, "--and", right]);
        assert_eq!(ran.status, 0, "{ran:?}");
        let last = ran.out.split("\n\n").last().unwrap();
        assert!(last.starts_with(verdict), "{ran:?}");
    }
}

#[test]
fn a_finding_gives_the_sentence_that_value_gives() {
    let pairs = [
        ("almost 22 years", "23 years"),
        ("1", "more than 3"),
        ("4 March 2024", "5 March 2024"),
        ("$5", "$7"),
    ];
    for (left, right) in pairs {
        let story = format!(
            "article: {{id: a}}\nclaims: [{{subject: s, property: p, value: {left}}}]\n---\n\
             article: {{id: b}}\nclaims: [{{subject: s, property: p, value: {right}}}]\n"
        );
        let folder = Folder::with(&[("claims/a.yaml", &story)]);
        let report = folder.run(&["--format", "json"]).out;
        let shown = run(&[left, "--and", right]).out;
        let sentence = shown.split("✗ conflicts (disjoint):").nth(1).unwrap();
        let sentence: Vec<&str> = sentence.split_whitespace().collect();
        assert!(
            report.contains(&sentence.join(" ")),
            "{sentence:?}\n{report}"
        );
    }
}

#[test]
fn two_values_with_a_line_in_common_share_one() {
    let ran = run(&["22 years", "--and", "more than two decades"]);
    let drawn = lines(&ran);
    assert_eq!(drawn.len(), 2, "{ran:?}");
    assert!(drawn[0].trim_start().starts_with("22 years"), "{ran:?}");
    assert!(drawn[1].ends_with('▶'), "{ran:?}");
    assert_eq!(lines(&run(&["5 years", "--and", "5 km"])).len(), 2);
    assert_eq!(lines(&run(&["leader"])).len(), 0);
}

#[test]
fn a_refused_value_beside_another_does_not_hide_it() {
    let ran = run(&["--kind", "number", "soonish"]);
    assert_eq!((ran.status, &*ran.err), (2, ""), "{ran:?}");
    assert!(ran.out.starts_with("soonish\n  ! not read: "), "{ran:?}");
    let second = run(&["3", "--and", "soonish", "--kind", "number"]);
    assert_eq!(second.status, 2, "{second:?}");
    assert!(
        second.out.starts_with("3\n  number  exactly 3\n"),
        "{second:?}"
    );
    assert_eq!(lines(&second).len(), 1, "{second:?}");
}

#[test]
fn every_line_fits_and_colours_change_no_character() {
    for args in [
        &["22 years", "--and", "more than two decades"][..],
        &["almost 22 years"],
        &["1", "--and", "3"],
    ] {
        let plain = run(args);
        assert!(plain.out.lines().all(|line| line.chars().count() <= 100));
        let colored = run(&[args, &["--color", "always"]].concat());
        assert!(colored.out.contains('\u{1b}'), "{colored:?}");
        let mut text = String::new();
        for (at, piece) in colored.out.split('\u{1b}').enumerate() {
            let piece = if at == 0 {
                piece
            } else {
                piece.split_once('m').unwrap().1
            };
            text.push_str(piece);
        }
        assert_eq!(text, plain.out);
    }
}

#[test]
fn long_and_hostile_texts_stay_in_their_place() {
    let long = "3 ".repeat(50_000);
    let wide = "東京".repeat(300);
    for text in [&*long, &*wide, "\u{1b}[31m\u{202e}", "", "3\n\n5"] {
        for kind in [
            "number",
            "date",
            "term",
            "members",
            "quotation",
            "text",
            "truth",
        ] {
            let ran = run(&["--kind", kind, text, "--and", "3"]);
            assert!(matches!(ran.status, 0 | 2), "{kind}: {:.99?}", ran.err);
            assert!(!ran.out.contains(['\u{1b}', '\u{202e}']), "{kind}");
        }
    }
}

#[test]
fn the_quote_around_a_value_tells_whether_it_looks_ahead() {
    let likely = |quote: &[&str]| {
        let args = ["on Wednesday", "--published", "2018-06-08"];
        run(&[&args, quote].concat()).out
    };
    assert!(likely(&[]).contains("likely 6 June 2018"));
    assert!(likely(&["--quote", "met on Wednesday"]).contains("likely 6 June 2018"));
    let ahead = likely(&["--quote", "will meet on Wednesday"]);
    assert!(ahead.contains("likely 13 June 2018"), "{ahead}");
    // It stands around the first value.
    let two = likely(&["--quote", "will meet on Wednesday", "--and", "on Wednesday"]);
    assert!(two.contains("likely 13 June 2018"), "{two}");
    assert!(two.contains("likely 6 June 2018"), "{two}");
}
