//! How many values are read a second: amounts and dates, in the mixture of a news desk.
//!
//! `cargo bench --bench values`

use divan::counter::ItemsCount;
use gainsay::value::{Context, Day, Interval, Intervals, Kind, Value, Written, read};

fn main() {
    divan::main();
}

const AMOUNTS: &[(Kind, &str)] = &[
    (Kind::Number, "1,545"),
    (Kind::Number, "at least three"),
    (Kind::Number, "two and a half million"),
    (Kind::Number, "between 5 and 7"),
    (Kind::Money, "$1.2 million"),
    (Kind::Money, "about 300 euros"),
    (Kind::Duration, "almost 22 years"),
    (Kind::Duration, "63-year-old"),
    (Kind::Duration, "more than two decades"),
    (Kind::Quantity, "5 feet 11 inches"),
    (Kind::Quantity, "70 mph"),
];

const DATES: &[(Kind, &str)] = &[
    (Kind::Date, "1996"),
    (Kind::Date, "2018-06-06"),
    (Kind::Date, "June 6, 2018"),
    (Kind::Date, "early May 2018"),
    (Kind::Date, "last Wednesday"),
    (Kind::Date, "two months ago"),
    (Kind::Date, "before 6 June 2018"),
];

#[divan::bench]
fn amounts(bencher: divan::Bencher<'_, '_>) {
    bench(bencher, AMOUNTS);
}

#[divan::bench]
fn dates(bencher: divan::Bencher<'_, '_>) {
    bench(bencher, DATES);
}

/// What every value without a declared kind is asked, most of all those that are no amount.
#[divan::bench]
fn kinds(bencher: divan::Bencher<'_, '_>) {
    const NAMES: &[&str] = &["Ann Lee", "leader of the ring", "Mill Street fire", "arson"];
    let values = AMOUNTS.iter().chain(DATES).map(|(_, text)| *text);
    let texts: Vec<&str> = values.chain(NAMES.iter().copied()).collect();
    bencher
        .counter(ItemsCount::of_iter(&texts))
        .bench_local(|| {
            texts
                .iter()
                .map(|text| Kind::infer(text))
                .collect::<Vec<_>>()
        });
}

fn bench(bencher: divan::Bencher<'_, '_>, values: &[(Kind, &str)]) {
    let published = Intervals::from(Interval::point(Day(17_688)));
    let cx = Context {
        anchor: Some(&published),
        ..Context::default()
    };
    let written: Vec<(Kind, Written)> = values
        .iter()
        .map(|(kind, text)| (*kind, Written::Scalar((*text).into())))
        .collect();
    let read_one = |(kind, written): &(Kind, Written)| -> Value {
        read(written, *kind, &cx).expect("a value that is read")
    };
    bencher
        .counter(ItemsCount::of_iter(&written))
        .bench_local(|| written.iter().map(read_one).collect::<Vec<_>>());
}
