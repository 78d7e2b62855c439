//! The report at a terminal: how long it is, and what it says first, at every width.

use std::fmt::Write as _;

use gainsay::check::Selection;
use gainsay::finding::{Report, Section};
use gainsay::model::Corpus;
use gainsay::parse::{Inputs, load};
use gainsay::render::{Ending, Format, Options, Style, render};

/// Compares with a file in tests/fixtures/layout.
macro_rules! assert_layout {
    ($name:expr, $text:expr) => {
        insta::with_settings!({
            snapshot_path => "../fixtures/layout",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!($name, $text) })
    };
}

/// The stories that are laid out: the shipped one, a small one, one with many matters.
fn stories() -> [(&'static str, Inputs); 3] {
    let folder = |path: &str| Inputs {
        paths: vec![path.into()],
        stdin: None,
    };
    let many = Inputs {
        paths: Vec::new(),
        stdin: Some(many().into_bytes()),
    };
    [
        ("shipped", folder("claims/alice-johnson")),
        ("ferry", folder("tests/fixtures/layout/ferry")),
        ("many", many),
    ]
}

/// Two papers that differ on 120 subjects.
fn many() -> String {
    let mut text = String::new();
    for (article, more) in [("herald", 0), ("post", 100)] {
        let _ = write!(text, "---\narticle: {{id: {article}}}\nclaims:\n");
        for berth in 1..=120 {
            let value = berth + more;
            let _ = writeln!(
                text,
                "  - {{subject: berth {berth}, property: boats, value: {value}, quote: we counted {value} boats at the quay}}"
            );
        }
    }
    text
}

fn with<R>(inputs: &Inputs, selection: &Selection, show: impl FnOnce(&Report<'_>) -> R) -> R {
    let (corpus, problems): (Corpus, _) = load(inputs);
    let report = gainsay::examine(&corpus, problems, selection, false).unwrap();
    show(&report)
}

fn at(report: &Report<'_>, width: usize) -> String {
    let ending = Some(Ending {
        status: "exit status 1: as counted".into(),
        paths: vec!["a story".into()],
    });
    let options = Options {
        width,
        ending,
        ..Options::default()
    };
    shown(report, &options)
}

fn shown(report: &Report<'_>, options: &Options) -> String {
    let mut out = Vec::new();
    render(report, Format::Terminal, options, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn stories_are_laid_out_so() {
    for (name, inputs) in stories() {
        with(&inputs, &Selection::default(), |report| {
            for width in [80, 100] {
                assert_layout!(format!("{name}-{width}"), at(report, width));
            }
        });
    }
}

#[test]
fn no_width_has_more_lines_than_a_narrower_one() {
    for (name, inputs) in stories() {
        with(&inputs, &Selection::default(), |report| {
            let mut before = usize::MAX;
            for width in 60..=200 {
                let text = at(report, width);
                let lines = text.lines().count();
                assert!(
                    lines <= before,
                    "{name} at {width}: {lines} after {before}\n{text}"
                );
                before = lines;
            }
        });
    }
}

#[test]
fn the_last_conflict_of_the_shipped_story_is_read_on_the_first_pages() {
    let [(_, inputs), ..] = stories();
    with(&inputs, &Selection::default(), |report| {
        let last = report.of_section(Section::Conflicts).count();
        for (width, most) in [(80, 70), (100, 60), (120, 60), (200, 60)] {
            let text = at(report, width);
            let next = format!("{} ", last + 1);
            let lines = text.lines().skip(12);
            let read = 11 + lines.take_while(|line| !line.starts_with(&next)).count();
            assert!(read <= most, "{width}: {read}\n{text}");
        }
    });
}

#[test]
fn a_matter_has_few_lines_beside_its_claims() {
    for (name, inputs) in stories() {
        with(&inputs, &Selection::default(), |report| {
            for (width, per_claim, beside) in [(80, 2, 4), (100, 1, 4), (140, 1, 4), (200, 1, 4)] {
                let text = at(report, width);
                let blocks: Vec<&str> = text.split("\n\n").collect();
                let matters = [Section::Conflicts, Section::Warnings];
                let matters = matters.iter().flat_map(|it| report.of_section(*it));
                for (number, finding) in matters.enumerate() {
                    let start = format!("{} ", number + 1);
                    let block = blocks
                        .iter()
                        .find(|block| block.starts_with(&start))
                        .unwrap();
                    let claims: usize = finding.positions.iter().map(|it| it.claims.len()).sum();
                    let most = per_claim * claims + beside;
                    // A long value or a whole quote of which all words decide takes a line more.
                    let lines = block.lines().count();
                    assert!(
                        lines <= most + 2,
                        "{name} at {width}: {lines}, {claims}\n{block}"
                    );
                }
            }
        });
    }
}

#[test]
fn many_matters_are_listed_in_part_and_told_in_full() {
    let [.., (_, inputs)] = stories();
    with(&inputs, &Selection::default(), |report| {
        let text = at(report, 100);
        assert!(
            text.starts_with("2 articles, 240 claims: 120 conflicts\n"),
            "{text}"
        );
        assert!(text.contains("and 100 more, in full below"), "{text}");
        let lines: Vec<&str> = text.lines().collect();
        let listed = lines
            .iter()
            .filter(|line| line.starts_with(" ") && line.contains("↔"));
        assert_eq!(listed.count(), 20);
        assert!(lines.iter().any(|line| line.starts_with("120 ✗  berth ")));
    });
    let [_, (_, inputs), _] = stories();
    with(&inputs, &Selection::default(), |report| {
        assert!(!at(report, 100).contains("in full below"));
    });
}

#[test]
fn colours_add_nothing_that_is_not_said() {
    for (name, inputs) in stories() {
        with(&inputs, &Selection::default(), |report| {
            let colored = Options {
                style: Style::color(),
                ..Options::default()
            };
            let colored = shown(report, &colored);
            assert!(colored.contains('\x1b'));
            let mut bare = String::new();
            let mut parts = colored.split('\x1b');
            bare.push_str(parts.next().unwrap_or_default());
            for part in parts {
                bare.push_str(part.split_once('m').map_or("", |(_, rest)| rest));
            }
            let words = |text: &str| {
                let text = text.replace('*', "");
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            };
            let plain = shown(report, &Options::default());
            assert_eq!(words(&bare), words(&plain), "{name}");
            assert!(plain.contains('*'), "what decides is marked: {plain}");
        });
    }
}

#[test]
fn the_end_says_what_to_do_next() {
    let [_, (_, inputs), _] = stories();
    with(&inputs, &Selection::default(), |report| {
        let text = at(report, 100);
        let first = report.of_section(Section::Conflicts).next().unwrap();
        let id = &first.id.to_string()[..4];
        assert!(text.contains("exit status 1: as counted\n"), "{text}");
        assert!(
            text.contains(&format!("next: gainsay explain {id} 'a story'\n")),
            "{text}"
        );
        assert!(
            text.contains(&format!(
                "gainsay rule {id} 'a story' --ruling stands --value "
            )),
            "{text}"
        );
        assert!(
            text.contains("places: tests/fixtures/layout/ferry/ARTICLE.yaml:LINE"),
            "{text}"
        );
        assert!(text.contains("add `published` to wire"), "{text}");
    });
    let none = Inputs {
        paths: Vec::new(),
        stdin: Some(b"article: {id: a}\nclaims: [{subject: s, property: p, value: 1}]\n".to_vec()),
    };
    with(&none, &Selection::default(), |report| {
        let text = at(report, 100);
        assert!(
            text.starts_with("1 article, 1 claim: no conflicts\n"),
            "{text}"
        );
        assert!(!text.contains("next:"), "{text}");
    });
}

#[test]
fn agreements_are_counted_and_listed_where_asked() {
    let [_, (_, inputs), _] = stories();
    let agreement = "subject: pier, property: age, value: 90 years";
    let text = format!(
        "article: {{id: a}}\nclaims: [{{{agreement}}}]\n---\narticle: {{id: b}}\nclaims: [{{{agreement}}}]\n"
    );
    let agreeing = Inputs {
        paths: Vec::new(),
        stdin: Some(text.into_bytes()),
    };
    with(&agreeing, &Selection::default(), |report| {
        let text = at(report, 100);
        assert!(
            text.contains("1 agreement (--agreements lists them)"),
            "{text}"
        );
        assert!(!text.contains("90 years"), "{text}");
        let options = Options {
            agreements: true,
            ..Options::default()
        };
        let text = shown(report, &options);
        assert!(text.contains("AGREEMENTS (1)\npier\n"), "{text}");
        assert!(text.contains("age  90 years"), "{text}");
        assert!(!text.contains("--agreements"), "{text}");
    });
    with(&inputs, &Selection::default(), |report| {
        assert!(!at(report, 100).contains("agreement ("));
    });
}

#[test]
fn places_are_never_broken() {
    let [(_, inputs), ..] = stories();
    with(&inputs, &Selection::default(), |report| {
        for width in 60..=200 {
            let text = at(report, width);
            assert!(
                text.contains("places: claims/alice-johnson/ARTICLE.yaml:LINE"),
                "{width}"
            );
            for place in ["line 68", "line 147", "axios:124"] {
                let mut lines = text.lines();
                assert!(lines.any(|line| line.contains(place)), "{width}: {place}");
            }
        }
    });
}

#[test]
fn long_names_leave_room_for_places() {
    let text = "article: {id: the-harbour-and-river-weekly-of-the-north}\nclaims:\n  \
                - {subject: quay, property: boats, value: 3, quote: three boats}\n---\n\
                article: {id: b}\nclaims:\n  - {subject: quay, property: boats, value: 5}\n";
    let inputs = Inputs {
        paths: Vec::new(),
        stdin: Some(text.into()),
    };
    with(&inputs, &Selection::default(), |report| {
        for width in 40..120 {
            let text = at(report, width);
            let mut lines = text.lines();
            assert!(
                lines.any(|line| line.ends_with(" <stdin>:3")),
                "{width}\n{text}"
            );
        }
    });
}

/// Seven papers, each with a figure of its own.
fn seven() -> Inputs {
    let papers = [
        "herald",
        "harbour-mail",
        "post",
        "wire",
        "gazette",
        "city-radio",
        "courier",
    ];
    let mut text = String::new();
    for (at, paper) in papers.iter().enumerate() {
        let number = 10 + 7 * at;
        let _ = write!(
            text,
            "---\narticle: {{id: {paper}}}\nclaims:\n  - {{subject: quay fire, property: engines sent, value: {number}}}\n"
        );
    }
    Inputs {
        paths: Vec::new(),
        stdin: Some(text.into_bytes()),
    }
}

#[test]
fn of_many_sides_whole_ones_are_named_and_the_others_counted() {
    with(&seven(), &Selection::default(), |report| {
        for (width, more) in [
            (60, true),
            (80, true),
            (100, true),
            (120, true),
            (200, false),
        ] {
            let text = at(report, width);
            let (overview, _) = text.split_once("\n\n1 ✗").unwrap();
            assert!(!overview.contains('…'), "{width}\n{overview}");
            assert!(overview.contains("herald: 10"), "{width}\n{overview}");
            assert!(overview.contains("courier: 52"), "{width}\n{overview}");
            assert_eq!(overview.contains(" more"), more, "{width}\n{overview}");
        }
    });
    let [_, (_, inputs), _] = stories();
    with(&inputs, &Selection::default(), |report| {
        let text = at(report, 100);
        let (overview, _) = text.split_once("\n\n1 ✗").unwrap();
        assert!(!overview.contains(" and "), "{overview}");
    });
}
