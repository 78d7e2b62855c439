//! The findings of the sample.

use gainsay::finding::{
    Addition, Agreed, Check, Finding, FindingId, Level, Opposition, Position, Reservation, Reserve,
    Ruled, RulingNote, Shared,
};
use gainsay::model::{ArticleId, ClaimId, Decision, Importance};
use gainsay::text::{FileId, Spot};
use gainsay::value::{
    self, Context, Dimension, Extent, Interval, Intervals, Kind, Rational, Value, Written,
};

use super::{AGE, HOSTILE, LAWYERS, REASON, REQUESTS, ROLE, SERVED};

/// 1 against 3, ruled on and reopened.
pub(super) fn requests() -> Finding {
    Finding {
        id: FindingId(0xa1f3_c2d4_0001),
        importance: Importance::High,
        also: vec![Check::Disputed],
        question: Some("How many clemency requests did the Obama administration reject?".into()),
        message: "1 and 3 cannot both be right".into(),
        silent: vec![ArticleId::from_index(3)],
        positions: vec![
            position("1", &["CAN-DO", "Shawn Holley"], &[0, 4], &[1]).reading(exactly(1)),
            position("3", &["Mic"], &[10], &[0]).reading(exactly(3)),
        ],
        oppositions: vec![opposed(0, 1, "value-conflict", "1 and 3 have no number in common")],
        notes: vec![
            "\"one\" may stand for \"at least one\"; write the value as `at least 1` if that is meant"
                .into(),
        ],
        ruling: Some(Box::new(RulingNote {
            ruled: Ruled {
                decision: Decision::Stands,
                value: Some("3".into()),
                by: Some("RK".into()),
                date: Some("2026-11-21".into()),
                reason: Some("petition records show three denials".into()),
                expires: Some("2027-05-21".into()),
                check: Some("value-conflict".into()),
                place: spot(12).in_file(FileId::from_index(5)),
            },
            earlier: vec![Ruled {
                decision: Decision::Unresolved,
                value: None,
                by: Some("JM".into()),
                date: Some("2026-10-02".into()),
                reason: Some(format!("waiting for {HOSTILE}")),
                expires: None,
                check: None,
                place: spot(2).in_file(FileId::from_index(5)),
            }],
            silences: false,
            reopened: Some("the claim `one` of 003 was not considered".into()),
            idle: false,
            settled: None,
        })),
        ..finding("value-conflict", Level::Conflict, REQUESTS)
    }
}

/// Two speakers whom one article reports.
pub(super) fn role() -> Finding {
    Finding {
        id: FindingId(0xa1f3_c2d4_0002),
        message: "Associated Press and Michael Scholl contradict each other".into(),
        positions: vec![
            position("leader", &["Associated Press"], &[5], &[1]).reading(named("leader")),
            position("not leader", &["Michael Scholl"], &[6], &[0]).reading(named("not leader")),
        ],
        oppositions: vec![opposed(
            0,
            1,
            "disputed",
            "\"leader\" and \"not leader\" exclude each other",
        )],
        silent: [0, 2, 3].map(ArticleId::from_index).to_vec(),
        ..finding("disputed", Level::Conflict, ROLE)
    }
}

/// Text that tries to be more than text, everywhere.
pub(super) fn hostile() -> Finding {
    let mut positions = vec![
        position(HOSTILE, &[HOSTILE], &[17], &[1]),
        position(
            "共犯者は三人だったと複数の記者が伝えている 👩‍⚖️🚔",
            &["hostile"],
            &[18],
            &[0],
        ),
    ];
    positions[0].meaning = Some(HOSTILE.into());
    Finding {
        id: FindingId(0xa1f3_c2d4_0003),
        importance: Importance::Low,
        question: Some(HOSTILE.into()),
        message: HOSTILE.into(),
        notes: vec![HOSTILE.into()],
        rules: vec![HOSTILE.into()],
        positions,
        oppositions: vec![opposed(0, 1, "value-conflict", HOSTILE)],
        ..finding("self-contradiction", Level::Conflict, (HOSTILE, HOSTILE))
    }
}

/// A conflict that is only possible.
pub(super) fn lawyers() -> Finding {
    Finding {
        id: FindingId(0xa1f3_c2d4_0004),
        message: "Shawn Holley and Brittany K. Barnett may not both be right".into(),
        reason: Some(
            "004 is unsure of it, and says where it holds, which axios-2018-06-06 does not".into(),
        ),
        positions: vec![
            position("Shawn Holley", &["Mic"], &[12, 13], &[1]),
            position("Brittany K. Barnett", &["Axios"], &[15], &[0]),
        ],
        oppositions: vec![opposed(
            0,
            1,
            "possible-conflict",
            "Shawn Holley and Brittany K. Barnett are different people",
        )],
        ..finding("possible-conflict", Level::Warning, LAWYERS)
    }
}

/// Two texts that nobody can compare for the reader.
pub(super) fn purpose() -> Finding {
    Finding {
        id: FindingId(0xa1f3_c2d4_0005),
        message: "2 wordings were not compared".into(),
        reason: Some("they are free text and worded differently".into()),
        positions: vec![
            position("to discuss prison reform", &["001"], &[2], &[]),
            position("to make a case for a pardon", &["NZ Herald"], &[8], &[]),
        ],
        ..finding("undetermined", Level::Note, REASON)
    }
}

/// Four articles that agree, from two origins.
pub(super) fn served() -> Finding {
    let mut vague = position("more than two decades", &["001", "NZ Herald"], &[1, 7], &[]);
    vague.meaning = Some("more than 20 years".into());
    let mut precise = position("almost 22 years", &["White House"], &[11, 14], &[]);
    precise.meaning = Some("19.8 to under 22 years".into());
    Finding {
        id: FindingId(0xa1f3_c2d4_0006),
        message: "4 articles, 3 origins: 001, NZ Herald, White House".into(),
        positions: vec![precise, vague],
        agreed: Some(Box::new(Agreed {
            shared: vec![shared(
                "more than two decades",
                &["001", "NZ Herald", "White House"],
                &[0, 1, 2, 3],
            )],
            additions: vec![Addition {
                value: "almost 22 years".into(),
                when: None,
                article: ArticleId::from_index(2),
            }],
            reservations: vec![Reservation {
                sort: Reserve::Contested,
                text: format!("contested a1f3c2d40003: {HOSTILE} contradicts {HOSTILE}"),
                findings: vec![FindingId(0xa1f3_c2d4_0003)],
            }],
            ..Agreed::default()
        })),
        ..finding("corroborated", Level::Agreement, SERVED)
    }
}

/// Three articles that repeat one.
pub(super) fn age() -> Finding {
    Finding {
        id: FindingId(0xa1f3_c2d4_0007),
        message: "3 articles, 1 origin: Associated Press".into(),
        positions: vec![position("63", &["Associated Press"], &[3, 9, 16], &[])],
        agreed: Some(Box::new(Agreed {
            shared: vec![shared("63", &["Associated Press"], &[0, 1, 2])],
            ..Agreed::default()
        })),
        ..finding("repeated", Level::Agreement, AGE)
    }
}

fn shared(value: &str, origins: &[&str], articles: &[usize]) -> Shared {
    let articles = articles.iter().copied();
    Shared {
        value: value.into(),
        when: None,
        origins: origins.iter().map(|&name| name.into()).collect(),
        articles: articles.map(ArticleId::from_index).collect(),
        unsure: false,
    }
}

fn finding(check: &str, level: Level, (subject, property): (&str, &str)) -> Finding {
    Finding {
        subject: Some(subject.into()),
        property: Some(property.into()),
        level,
        ..Finding::new(FindingId(0), Check::named(check).unwrap(), String::new())
    }
}

fn position(value: &str, origins: &[&str], claims: &[usize], against: &[usize]) -> Position {
    Position {
        value: value.into(),
        meaning: None,
        reading: None,
        against: against.to_vec(),
        agrees: against.is_empty(),
        origins: origins.iter().map(|&name| name.into()).collect(),
        claims: claims.iter().map(|&n| ClaimId::from_index(n)).collect(),
        topic: None,
        contested: Vec::new(),
    }
}

/// Sets what a position was read as.
trait Reading {
    fn reading(self, value: Value) -> Self;
}

impl Reading for Position {
    fn reading(self, value: Value) -> Self {
        Self {
            reading: Some(value.into()),
            ..self
        }
    }
}

fn exactly(n: i128) -> Value {
    let point = Interval::point(Rational::from_int(n));
    Value {
        kind: Kind::Number,
        extent: Extent::Amount(Intervals::from(point), Dimension::Count),
        likely: None,
        counted: None,
        otherwise: None,
        figure: Some(Rational::from_int(n)),
        unit: None,
        hedge: None,
    }
}

fn named(text: &str) -> Value {
    value::read(
        &Written::Scalar(text.into()),
        Kind::Term,
        &Context::default(),
    )
    .expect("a term")
}

fn opposed(left: usize, right: usize, check: &str, why: &str) -> Opposition {
    Opposition {
        left,
        right,
        check: Check::named(check).unwrap(),
        why: why.into(),
        tells: false,
    }
}

pub(super) fn spot(line: u32) -> Spot {
    Spot { line, column: 3 }
}
