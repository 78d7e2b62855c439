//! A report with one of everything that a format must show, made by hand.

use gainsay::diagnostic::{Code, Diagnostic};
use gainsay::finding::{
    Addition, Agreed, Finding, FindingId, Join, Level, Opposition, Position, Report, Reservation,
    Reserve, Ruled, RulingNote, Shared, Summary,
};
use gainsay::model::{
    Article, ArticleId, Axis, Claim, ClaimId, ClaimSpots, Corpus, Decision, Importance, Qualifier,
    Stance,
};
use gainsay::text::{FileId, Spot};
use gainsay::value::{
    self, Context, Dimension, Extent, Interval, Intervals, Kind, Rational, Value, Written,
};

/// Text that tries to be more than text, in a terminal, in Markdown and in HTML.
pub(crate) const HOSTILE: &str = "\x1b[31mred\x07 | `code` <script>alert(1)</script> \
    [x](javascript:alert(1)) \u{202e}gnp.exe\nsecond line, @someone #12 https://evil.example www.evil.example \\ *b* _i_ ~~s~~ $x$";

/// What the articles of the sample say.
pub(crate) struct Desk(pub(crate) Corpus);

impl Desk {
    /// Five articles, each with its file; the claims are added by [`Desk::claim`], by article.
    pub(crate) fn new() -> Self {
        let mut desk = Self(Corpus::default());
        let articles = [
            ("001", None, None),
            (
                "003",
                Some("NZ Herald"),
                Some("https://example.org/herald?a=1&b=2"),
            ),
            ("004", Some("Mic"), Some("javascript:alert(1)")),
            ("axios-2018-06-06", Some("Axios"), None),
            ("hostile", Some(HOSTILE), Some("https://example.org/)|(")),
        ];
        for (id, source, url) in articles {
            let file = desk.0.files.add(format!("claims/johnson/{id}.yaml").into());
            let article = Article {
                id: desk.0.symbols.intern(id),
                source: source.map(|name| desk.0.symbols.intern(name)),
                title: None,
                author: None,
                url: url.map(Into::into),
                published: None,
                text: None,
                cites: [].into(),
                copy_of: None,
                revises: None,
                annotator: None,
                place: spot(1).in_file(file),
            };
            desk.0.articles.push(article);
        }
        desk.0.files.add("claims/rulings.yaml".into());
        desk
    }

    /// Adds a claim of the article, on a line of its file.
    pub(crate) fn claim(
        &mut self,
        article: usize,
        line: u32,
        topic: (&str, &str),
        value: &str,
        edit: impl FnOnce(&mut Claim, &mut gainsay::model::Symbols),
    ) -> ClaimId {
        let at = |column| Spot { line, column };
        let mut claim = Claim {
            article: ArticleId::from_index(article),
            subject: self.0.symbols.intern(topic.0),
            property: self.0.symbols.intern(topic.1),
            written: Written::Scalar(value.into()),
            stance: Stance::Asserts,
            hedged: false,
            quote: None,
            attribution: [].into(),
            note: None,
            details: gainsay::model::Rare::default(),
            spots: ClaimSpots {
                claim: at(5),
                subject: at(14),
                property: at(14),
                value: at(12),
            },
        };
        edit(&mut claim, &mut self.0.symbols);
        self.0.claims.push(claim);
        ClaimId::from_index(self.0.claims.len() - 1)
    }
}

const REQUESTS: (&str, &str) = ("Alice Johnson", "clemency requests rejected");
const ROLE: (&str, &str) = ("Alice Johnson", "role in the drug ring");
const SERVED: (&str, &str) = ("Alice Johnson", "time served");
const REASON: (&str, &str) = ("White House meeting", "purpose");
const LAWYERS: (&str, &str) = ("Alice Johnson", "lawyers");
const AGE: (&str, &str) = ("Alice Johnson", "age");

/// The articles of [`report`].
pub(crate) fn corpus() -> Corpus {
    let mut desk = Desk::new();
    // 0 to 3: 001, in the order of its file.
    desk.claim(0, 12, REQUESTS, "1", |c, s| {
        c.quote = Some("it had been rejected".into());
        c.attribution = [s.intern("CAN-DO"), s.intern("Shawn Holley")].into();
    });
    desk.claim(0, 20, SERVED, "more than two decades", |_, _| ());
    desk.claim(0, 28, REASON, "to discuss prison reform", |_, _| ());
    desk.claim(0, 36, AGE, "63", |_, _| ());
    // 4 to 9: 003.
    desk.claim(1, 9, REQUESTS, "one", |c, s| {
        c.quote = Some("a request for clemency was rejected by former President".into());
        c.attribution = [s.intern("CAN-DO")].into();
    });
    desk.claim(1, 17, ROLE, "leader", |c, s| {
        c.quote = Some("headed up a multimillion-dollar drug ring".into());
        c.attribution = [s.intern("Associated Press")].into();
        c.details.said = Some("1997".into());
    });
    desk.claim(1, 26, ROLE, "leader", |c, s| {
        c.stance = Stance::Denies;
        c.quote = Some("she was not a leader in the cocaine operation".into());
        c.attribution = [s.intern("Michael Scholl")].into();
    });
    desk.claim(1, 34, SERVED, "over 20 years", |_, _| ());
    desk.claim(1, 42, REASON, "to make a case for a pardon", |_, _| ());
    desk.claim(1, 50, AGE, "63", |_, _| ());
    // 10 to 13: 004.
    desk.claim(2, 8, REQUESTS, "3", |c, _| {
        c.details.name = Some("three-denials".into());
        c.quote = Some("denied three times".into());
        c.details.qualifiers = [Qualifier {
            axis: Axis::When,
            value: "2014 to 2016".into(),
        }]
        .into();
    });
    desk.claim(2, 16, SERVED, "almost 22 years", |c, s| {
        c.attribution = [s.intern("White House")].into();
    });
    desk.claim(2, 24, LAWYERS, "Shawn Holley", |c, s| {
        c.hedged = true;
        c.quote = Some("reportedly turned to Holley".into());
        c.details.qualifiers = [
            Qualifier {
                axis: Axis::Where,
                value: "Los Angeles".into(),
            },
            Qualifier {
                axis: Axis::Other(s.intern("in the matter of")),
                value: "the appeal".into(),
            },
        ]
        .into();
    });
    desk.claim(2, 32, LAWYERS, "Shawn Holley", |_, _| ());
    // 14 to 16: axios.
    desk.claim(3, 7, SERVED, "almost 22 years", |c, s| {
        c.attribution = [s.intern("White House")].into();
        c.quote = Some("almost 22 years in federal prison".into());
    });
    desk.claim(3, 15, LAWYERS, "Brittany K. Barnett", |_, _| ());
    desk.claim(3, 23, AGE, "63", |_, _| ());
    // 17 and 18: text that tries to be more.
    desk.claim(4, 5, (HOSTILE, HOSTILE), HOSTILE, |c, s| {
        c.quote = Some(HOSTILE.into());
        c.attribution = [s.intern(HOSTILE)].into();
    });
    desk.claim(
        4,
        13,
        (HOSTILE, HOSTILE),
        "共犯者は三人だったと複数の記者が伝えている 👩‍⚖️🚔",
        |c, _| {
            c.quote = Some(format!("{} 東京地方裁判所で行われた公判", "x".repeat(120)).into());
        },
    );
    desk.0
}

/// A report on [`corpus`].
pub(crate) fn report(corpus: &Corpus) -> Report<'_> {
    Report {
        all: false,
        corpus,
        findings: vec![
            requests(),
            role(),
            hostile(),
            lawyers(),
            purpose(),
            served(),
            age(),
        ],
        summary: Summary {
            articles: 5,
            claims: corpus.claims.len(),
            questions: 7,
            conflicts: 3,
            warnings: 1,
            agreements: 2,
            notes: 1,
            undetermined: 2,
            silenced: 1,
            hidden: 4,
            not_compared: 1,
            compared_in_part: 1,
            hidden_by_rulings: 1,
            idle_rulings: 1,
            contradicted_rulings: 1,
            disputes: 1,
        },
        id_digits: 4,
        silenced_in: vec![FileId::from_index(5)],
        idle_in: vec![FileId::from_index(5)],
        joins: vec![Join {
            name: "Ms. Johnson".into(),
            entity: "Alice Johnson".into(),
            article: Some("003".into()),
            score: 0.93,
            why: "the only Johnson of the article".into(),
        }],
        diagnostics: vec![
            Diagnostic::new(
                Code::UnknownField,
                spot(3).in_file(FileId::from_index(1)),
                "unknown key `quotte`",
                "Did you mean `quote`?",
            )
            .related_to(spot(9).in_file(FileId::from_index(2)), "used rightly here"),
        ],
    }
}

/// A report on nothing.
pub(crate) fn empty(corpus: &Corpus) -> Report<'_> {
    Report {
        all: false,
        corpus,
        findings: Vec::new(),
        summary: Summary::default(),
        id_digits: 4,
        silenced_in: Vec::new(),
        idle_in: Vec::new(),
        joins: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// 1 against 3, ruled on and reopened.
fn requests() -> Finding {
    Finding {
        id: FindingId(0xa1f3_c2d4_0001),
        importance: Importance::High,
        also: vec!["disputed"],
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
fn role() -> Finding {
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
fn hostile() -> Finding {
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
fn lawyers() -> Finding {
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
fn purpose() -> Finding {
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
fn served() -> Finding {
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
fn age() -> Finding {
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

fn finding(check: &'static str, level: Level, (subject, property): (&str, &str)) -> Finding {
    Finding {
        subject: Some(subject.into()),
        property: Some(property.into()),
        ..Finding::bare(FindingId(0), check, level)
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

fn opposed(left: usize, right: usize, check: &'static str, why: &str) -> Opposition {
    Opposition {
        left,
        right,
        check,
        why: why.into(),
        tells: false,
    }
}

fn spot(line: u32) -> Spot {
    Spot { line, column: 3 }
}
