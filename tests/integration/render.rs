//! One fixed report in every format, and text that must not be more than text.

use gainsay::render::{Format, Options, Style, render};

use crate::sample;

#[test]
fn shows_everything() {
    let corpus = sample::corpus();
    let report = sample::report(&corpus);
    for (format, options) in [
        (Format::Terminal, Options::default()),
        (Format::Markdown, Options::default()),
        (Format::Json, Options::default()),
        (
            Format::Terminal,
            Options {
                style: Style::color(),
                width: 80,
            },
        ),
        (
            Format::Terminal,
            Options {
                style: Style::color(),
                width: 200,
            },
        ),
    ] {
        let mut out = Vec::new();
        render(&report, format, &options, &mut out).unwrap();
        println!("{}", String::from_utf8(out).unwrap());
    }
}
