//! A report with one of everything that a format must show, made by hand.

mod findings;

use gainsay::diagnostic::{Code, Diagnostic};
use gainsay::finding::{Join, Report, Summary};
use gainsay::model::{
    Article, ArticleId, Axis, Claim, ClaimId, ClaimSpots, Corpus, Qualifier, Quotes, Stance,
};
use gainsay::text::{FileId, Spot};
use gainsay::value::Written;

use findings::{age, hostile, lawyers, purpose, requests, role, served, spot};

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
                guessed: None,
                text: None,
                sentences: None,
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
            attribution: [].into(),
            texts: gainsay::model::Texts::default(),
            details: gainsay::model::Rare::default(),
            spots: ClaimSpots {
                claim: at(5),
                subject: at(14),
                property: at(14),
                value: at(12),
                quoted: None,
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
        c.texts = gainsay::model::Texts::new(Some("it had been rejected"), None);
        c.attribution = [s.intern("CAN-DO"), s.intern("Shawn Holley")].into();
    });
    desk.claim(0, 20, SERVED, "more than two decades", |_, _| ());
    desk.claim(0, 28, REASON, "to discuss prison reform", |_, _| ());
    desk.claim(0, 36, AGE, "63", |_, _| ());
    // 4 to 9: 003.
    desk.claim(1, 9, REQUESTS, "one", |c, s| {
        c.texts = gainsay::model::Texts::new(
            Some("a request for clemency was rejected by former President"),
            None,
        );
        c.attribution = [s.intern("CAN-DO")].into();
    });
    desk.claim(1, 17, ROLE, "leader", |c, s| {
        c.texts =
            gainsay::model::Texts::new(Some("headed up a multimillion-dollar drug ring"), None);
        c.attribution = [s.intern("Associated Press")].into();
        c.details.said = Some("1997".into());
    });
    desk.claim(1, 26, ROLE, "leader", |c, s| {
        c.stance = Stance::Denies;
        c.texts =
            gainsay::model::Texts::new(Some("she was not a leader in the cocaine operation"), None);
        c.attribution = [s.intern("Michael Scholl")].into();
    });
    desk.claim(1, 34, SERVED, "over 20 years", |_, _| ());
    desk.claim(1, 42, REASON, "to make a case for a pardon", |_, _| ());
    desk.claim(1, 50, AGE, "63", |_, _| ());
    // 10 to 13: 004.
    desk.claim(2, 8, REQUESTS, "3", |c, _| {
        c.details.name = Some("three-denials".into());
        c.texts = gainsay::model::Texts::new(Some("denied three times"), None);
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
        c.texts = gainsay::model::Texts::new(Some("reportedly turned to Holley"), None);
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
        c.texts = gainsay::model::Texts::new(Some("almost 22 years in federal prison"), None);
    });
    desk.claim(3, 15, LAWYERS, "Brittany K. Barnett", |_, _| ());
    desk.claim(3, 23, AGE, "63", |_, _| ());
    // 17 and 18: text that tries to be more.
    desk.claim(4, 5, (HOSTILE, HOSTILE), HOSTILE, |c, s| {
        c.texts = gainsay::model::Texts::new(Some(HOSTILE), None);
        c.attribution = [s.intern(HOSTILE)].into();
    });
    desk.claim(
        4,
        13,
        (HOSTILE, HOSTILE),
        "共犯者は三人だったと複数の記者が伝えている 👩‍⚖️🚔",
        |c, _| {
            let quote = format!("{} 東京地方裁判所で行われた公判", "x".repeat(120));
            c.texts = gainsay::model::Texts::new(Some(&quote), None);
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
            drafts: 2,
            quotes: Quotes {
                all: 9,
                looked_up: 5,
                found: 4,
            },
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
