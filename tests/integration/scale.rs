//! Values on a line: in their order, apart where they differ, with marks that people read.

use std::fmt::Write;

use gainsay::scale::{End, Grain, Growth, Scale, lay};
use gainsay::value::{self, Context, Extent, Kind, Relation, Value, Written, relate};
use proptest::prelude::*;

fn read(kind: Kind, text: &str) -> Value {
    value::read(&Written::Scalar(text.into()), kind, &Context::default()).unwrap()
}

fn line(texts: &[&str]) -> Option<Scale> {
    let kind = Kind::infer(texts[0]);
    let values: Vec<Value> = texts.iter().map(|text| read(kind, text)).collect();
    lay(&values.iter().collect::<Vec<_>>(), Grain::default())
}

/// The marks, and the ends of the stretches in hundredths of the line.
fn dump(scale: &Scale) -> String {
    let mut out = String::new();
    let ticks: Vec<String> = scale
        .ticks
        .iter()
        .map(|tick| format!("{}@{:.0}", tick.label, tick.at * 100.0))
        .collect();
    let growth = match scale.growth {
        Growth::Even => "",
        Growth::Tenfold => " tenfold",
    };
    writeln!(out, "[{}]{growth} {}", scale.caption, ticks.join("  ")).unwrap();
    for track in &scale.tracks {
        let parts: Vec<String> = track
            .iter()
            .map(|part| {
                let from = match part.from_end {
                    End::Included => "[",
                    End::Excluded => "(",
                    End::Unbounded => "<",
                };
                let to = match part.to_end {
                    End::Included => "]",
                    End::Excluded => ")",
                    End::Unbounded => ">",
                };
                let light = if part.is_light { "~" } else { "" };
                let (start, end) = (part.from * 100.0, part.to * 100.0);
                format!("{light}{from}{start:.0} {end:.0}{to}")
            })
            .collect();
        writeln!(out, "    {}", parts.join(" ")).unwrap();
    }
    out
}

#[test]
fn lines_of_all_sorts() {
    let cases: &[&[&str]] = &[
        &["3"],
        &["1", "3"],
        &["not 3", "3"],
        &["almost 22 years", "more than two decades"],
        &["more than 20", "fewer than 5"],
        &["1,545", "3", "no more than 20"],
        &["2 million", "none"],
        &["hundreds", "thousands"],
        &["5 km", "3 miles"],
        &["33 percent", "a third"],
        &["$1.2 million", "50 cents"],
        &["20 to 22 °C", "below -5 °C"],
        &["10 tons", "5 kg"],
        &["0.1", "0.100001"],
        &[
            "100000000000000000000000000000",
            "100000000000000000000000000001",
        ],
        &["1996 to 1998", "1996"],
        &["May 2018", "6 June 2018"],
        &["6 June 2018", "4 to 6 June 2018", "after 5 June 2018"],
        &["30 May or 6 June 2018"],
        &["30 December 2017 to 3 January 2018"],
        &["the 1990s", "since 1996", "not 1997"],
        &["19th century"],
        &["before 1000-01-01"],
        &["3:30 p.m. on 6 June 2018", "4 p.m. on 6 June 2018"],
        &["6 June 2018", "noon on 6 June 2018"],
        &["3 p.m. on 5 June 2018", "4 p.m. on 6 June 2018"],
        &["two days ago", "last week"],
    ];
    let mut out = String::new();
    for texts in cases {
        writeln!(out, "{}", texts.join(" | ")).unwrap();
        match line(texts) {
            Some(scale) => out.push_str(&dump(&scale)),
            None => out.push_str("    no line\n"),
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn what_has_no_order_has_no_line() {
    for (kind, text) in [
        (Kind::Term, "leader"),
        (Kind::Members, "Ann Lee"),
        (Kind::Truth, "yes"),
        (Kind::Quotation, "everybody out now"),
        (Kind::Text, "because of rain"),
    ] {
        assert_eq!(lay(&[&read(kind, text)], Grain::default()), None, "{text}");
    }
    assert_eq!(lay(&[], Grain::default()), None);
}

#[test]
fn different_measures_have_no_line_in_common() {
    let pairs = [
        (Kind::Quantity, "5 years", "5 km"),
        (Kind::Money, "$5", "5 euros"),
        (Kind::Date, "two days ago", "6 June 2018"),
    ];
    for (kind, left, right) in pairs {
        let (left, right) = (read(kind, left), read(kind, right));
        assert_eq!(lay(&[&left, &right], Grain::default()), None);
    }
    let (number, date) = (read(Kind::Number, "1996"), read(Kind::Date, "1996"));
    assert_eq!(lay(&[&number, &date], Grain::default()), None);
}

/// Wordings of amounts and dates of all sizes.
fn wording() -> impl Strategy<Value = (Kind, String)> {
    let number = (0_i64..2_000_000, 0_u32..6).prop_map(|(n, decimals)| {
        let text = n.to_string();
        match decimals {
            0..4 => text,
            _ => format!("{text}.{decimals}"),
        }
    });
    let frame = prop::sample::select(vec![
        "{}",
        "about {}",
        "almost {}",
        "more than {}",
        "at most {}",
        "not {}",
        "just over {}",
        "under {}",
        "-{}",
    ]);
    let amount = (frame, number).prop_map(|(frame, n)| (Kind::Number, frame.replace("{}", &n)));
    let day = (1_i32..9999, 1_i32..=12, 1_i32..=28);
    let frame = prop::sample::select(vec![
        "{}",
        "after {}",
        "before {}",
        "since {}",
        "circa {}",
        "not {}",
    ]);
    let date = (frame, day).prop_map(|(frame, (year, month, day))| {
        let text = format!("{year:04}-{month:02}-{day:02}");
        (Kind::Date, frame.replace("{}", &text))
    });
    prop_oneof![amount, date]
}

proptest! {
    #[test]
    fn a_line_keeps_the_order_of_all_ends(
        wordings in prop::collection::vec(wording(), 1..6),
        places in 2_usize..200,
    ) {
        let kind = wordings[0].0;
        let values: Vec<Value> = wordings
            .iter()
            .filter(|(other, _)| *other == kind)
            .filter_map(|(_, text)| {
                value::read(&Written::Scalar(text.as_str().into()), kind, &Context::default()).ok()
            })
            .collect();
        prop_assume!(!values.is_empty());
        let grain = Grain { places, ticks: 6 };
        let scale = lay(&values.iter().collect::<Vec<_>>(), grain).unwrap();
        prop_assert_eq!(scale.tracks.len(), values.len());
        for tick in &scale.ticks {
            prop_assert!((0.0..=1.0).contains(&tick.at), "{:?}", scale);
        }
        prop_assert!(scale.ticks.windows(2).all(|pair| pair[0].at < pair[1].at), "{:?}", scale);
        prop_assert!(!scale.ticks.is_empty() && scale.ticks.len() < 40, "{:?}", scale);
        for (value, track) in values.iter().zip(&scale.tracks) {
            let n_parts = match &value.extent {
                Extent::Amount(set, _) => set.parts().len(),
                Extent::Days(set) => set.parts().len(),
                other => panic!("{other:?}"),
            };
            prop_assert_eq!(track.len(), n_parts);
            for part in track {
                prop_assert!(0.0 <= part.from && part.from <= part.to && part.to <= 1.0);
                let point = part.from_end == End::Included && part.to_end == End::Included;
                prop_assert!(part.from < part.to || point, "{:?}", scale);
            }
        }
        for (i, left) in values.iter().enumerate() {
            for (j, right) in values.iter().enumerate() {
                if relate(left, right) == Relation::Disjoint {
                    prop_assert!(!meet(&scale, i, j), "{:?}", scale);
                } else {
                    prop_assert!(meet(&scale, i, j), "{:?}", scale);
                }
            }
        }
    }
}

/// Whether two tracks share a place, ends taken as they are drawn.
fn meet(scale: &Scale, i: usize, j: usize) -> bool {
    scale.tracks[i].iter().any(|a| {
        scale.tracks[j].iter().any(|b| {
            let apart = |end: f64, out: End, start: f64, start_end: End| {
                end < start
                    || (end == start && (out != End::Included || start_end != End::Included))
            };
            !apart(a.to, a.to_end, b.from, b.from_end) && !apart(b.to, b.to_end, a.from, a.from_end)
        })
    })
}
