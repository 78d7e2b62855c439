//! One matter is one finding: what is told under another, and what must stand by itself.

use std::fs;

use gainsay::check::Selection;
use gainsay::edit::{Node, block};
use gainsay::finding::{Check, Finding, Level, Summary};
use gainsay::model::Decision;
use gainsay::parse::{self, Inputs};
use gainsay::render::{Format, NewRuling, Options, render, ruling_entry};

const RULE: &str = "properties: {refused: {kind: number}, tries: {kind: number}}\n\
    rules: [{name: the last one worked, holds: tries = refused + 1}]\n";

const EVENTS: &str = "entities: {talks: {kind: event}, vote: {kind: event}}\n\
    properties: {date: {kind: date}}\n";

/// An article with some claims: subject, property and value with whatever follows it.
fn article(id: &str, claims: &[(&str, &str, &str)]) -> String {
    let mut text = format!("article: {{id: {id}}}\nclaims:\n");
    for (subject, property, value) in claims {
        text += &format!("  - {{subject: {subject}, property: {property}, value: {value}}}\n");
    }
    text + "---\n"
}

/// What one article counts: how many tries were refused, and how many there were.
fn counts(id: &str, refused: &str, tries: &str) -> String {
    let claims = [("Bo", "refused", refused), ("Bo", "tries", tries)];
    let given: Vec<_> = claims
        .into_iter()
        .filter(|claim| !claim.2.is_empty())
        .collect();
    article(id, &given)
}

struct Desk(tempfile::TempDir);

impl Desk {
    fn new(articles: &[String], vocabulary: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.add("claims.yaml", &articles.concat());
        desk.add("words.yaml", vocabulary);
        desk
    }

    fn add(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    /// Rules on a finding, with all that is weighed now.
    fn rule(&self, id: &str, decision: Decision, value: Option<&str>) {
        let new = NewRuling {
            decision,
            value,
            by: "RK",
            date: None,
            reason: "records",
            expires: None,
        };
        let entry = self.with(&everything(), |findings, _, corpus| {
            let found = findings.iter().find(|it| it.id.to_string() == id);
            block(&Node::List(vec![ruling_entry(
                corpus,
                found.unwrap(),
                &new,
            )]))
            .join("\n  ")
        });
        self.add("rulings.yaml", &format!("rulings:\n  {entry}\n"));
    }

    fn with<T>(
        &self,
        selection: &Selection,
        see: impl FnOnce(&[Finding], &Summary, &gainsay::model::Corpus) -> T,
    ) -> T {
        let (corpus, problems) = parse::load(&Inputs {
            paths: vec![self.0.path().to_owned()],
            stdin: None,
        });
        let report = gainsay::examine(&corpus, problems, selection, false).unwrap();
        see(&report.findings, &report.summary, &corpus)
    }

    /// What is printed: check and level of each finding, `>` before what is told under one.
    fn told(&self, selection: &Selection) -> Vec<String> {
        self.with(selection, |findings, _, _| {
            let contested = findings.iter().filter(|it| it.level <= Level::Warning);
            contested
                .map(|it| {
                    let under = if it.fold.is_some() { "> " } else { "" };
                    format!("{under}{}", it.check.name())
                })
                .collect()
        })
    }

    fn summary(&self) -> Summary {
        self.with(&Selection::default(), |_, summary, _| *summary)
    }

    fn print(&self, format: Format) -> String {
        let (corpus, problems) = parse::load(&Inputs {
            paths: vec![self.0.path().to_owned()],
            stdin: None,
        });
        let selection = Selection::default();
        let report = gainsay::examine(&corpus, problems, &selection, false).unwrap();
        let mut out = Vec::new();
        render(&report, format, &Options::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    fn ids(&self) -> Vec<(String, Option<String>)> {
        self.with(&everything(), |findings, _, _| {
            let contested = findings.iter().filter(|it| it.level <= Level::Warning);
            let under = |it: &Finding| it.fold.as_ref().map(|fold| fold.under.to_string());
            contested.map(|it| (it.id.to_string(), under(it))).collect()
        })
    }
}

fn everything() -> Selection {
    Selection::everything(None)
}

fn told(articles: &[String]) -> Vec<String> {
    Desk::new(articles, RULE).told(&Selection::default())
}

const ECHO: [&str; 2] = ["value-conflict", "> joint-contradiction"];

const TWO: [&str; 2] = ["value-conflict", "joint-contradiction"];

#[test]
fn what_repeats_a_conflict_of_one_question_is_told_under_it() {
    assert_eq!(
        told(&[counts("a", "1", ""), counts("b", "three", "4")]),
        ECHO
    );
    // More precisely than what the tries lead to.
    assert_eq!(
        told(&[counts("a", "1", ""), counts("b", "three", "at least 4")]),
        ECHO
    );
    // Every article of the other claims says so itself.
    let both = [
        counts("a", "1", ""),
        counts("b", "3", "4"),
        counts("c", "3", "4"),
    ];
    assert_eq!(told(&both), ECHO);
    let desk = Desk::new(&[counts("a", "1", ""), counts("b", "three", "4")], RULE);
    assert_eq!(desk.summary().conflicts, 1);
    desk.with(&Selection::default(), |findings, _, _| {
        let fold = findings[1].fold.as_ref().unwrap();
        assert_eq!(fold.under, findings[0].id);
        assert_eq!(fold.adds, "b puts tries at 4, which also fits three");
        // The echo says it.
        let notes = &findings[0].notes;
        assert!(notes.iter().all(|note| !note.starts_with("contested")));
    });
    let rule = "properties: {refused: {kind: number}, tries: {kind: number}, won: {kind: number}}\n\
        rules: [{name: sum, holds: tries = refused + won}]\n";
    let won = "  - {subject: Bo, property: won, value: 1}\n---\n";
    let whole = counts("b", "three", "4").replacen("---\n", won, 1);
    let desk = Desk::new(&[counts("a", "1", ""), whole], rule);
    desk.with(&Selection::default(), |findings, _, _| {
        let fold = findings[1].fold.as_ref().unwrap();
        let adds = "b puts tries at 4 and won at 1, which also fit three";
        assert_eq!(fold.adds, adds);
    });
}

#[test]
fn a_contradiction_of_its_own_is_no_echo() {
    // One article against itself: what it says does not follow from its own count.
    let own = [counts("a", "three", ""), counts("b", "1", "4")];
    assert_eq!(told(&own), TWO);
    let with_another = [
        counts("a", "1", ""),
        counts("b", "1", "4"),
        counts("c", "three", ""),
    ];
    assert_eq!(told(&with_another), TWO);
    // Silent on the question.
    let silent = [
        counts("a", "1", ""),
        counts("b", "three", ""),
        counts("c", "", "4"),
    ];
    assert_eq!(told(&silent), TWO);
    let one_of_two = [
        counts("a", "1", ""),
        counts("b", "three", "4"),
        counts("c", "", "4"),
    ];
    assert_eq!(told(&one_of_two), TWO);
    // Less precise than what its count leads to.
    let vague = [counts("a", "1", ""), counts("b", "at least 2", "4")];
    assert_eq!(told(&vague), TWO);
    // In another voice.
    let quoted = [
        counts("a", "1", ""),
        counts("b", "three, attribution: Ida Berg", "4"),
    ];
    assert_eq!(told(&quoted), TWO);
    // At another time.
    let limited = [
        counts("a", "1", ""),
        counts("b", "'three', when: '2016'", "4"),
        counts("c", "5", ""),
    ];
    assert!(told(&limited).contains(&"joint-contradiction".to_owned()));
}

#[test]
fn nothing_is_told_under_what_matters_less() {
    let hedged = [
        counts("a", "1", ""),
        counts("b", "'three', hedged: true", "4"),
    ];
    assert_eq!(told(&hedged), ["joint-contradiction", "possible-conflict"]);
    let both = [
        counts("a", "1", ""),
        counts("b", "'three', hedged: true", "'4', hedged: true"),
    ];
    assert_eq!(told(&both), ["possible-conflict", "> possible-conflict"]);
}

#[test]
fn an_echo_of_what_is_not_shown_stands_by_itself() {
    let desk = Desk::new(&[counts("a", "1", ""), counts("b", "three", "4")], RULE);
    let joint = ["joint-contradiction"];
    for selection in [
        Selection {
            only: vec![Check::JointContradiction],
            ..Selection::default()
        },
        Selection {
            skip: vec![Check::ValueConflict],
            ..Selection::default()
        },
    ] {
        assert_eq!(desk.told(&selection), joint);
    }
    let of_level = Selection {
        level: Level::Conflict,
        ..Selection::default()
    };
    assert_eq!(desk.told(&of_level), ECHO);
    // What was asked for is shown, and no more.
    let only = Selection {
        only: vec![Check::ValueConflict],
        ..Selection::default()
    };
    assert_eq!(desk.told(&only), ["value-conflict"]);
}

#[test]
fn of_sets_about_the_same_questions_the_one_of_fewest_articles_is_told() {
    let mail = article("mail", &[("talks", "date", "Wednesday")]);
    let herald = article(
        "herald",
        &[
            ("talks", "date", "last Wednesday"),
            ("vote", "date", "on Wednesday"),
        ],
    );
    let post = article("post", &[("vote", "date", "5 days after the talks")]);
    let desk = Desk::new(&[mail, herald, post], EVENTS);
    desk.with(&Selection::default(), |findings, summary, _| {
        let joint: Vec<&Finding> = findings.iter().filter(|it| it.about.is_some()).collect();
        let values: Vec<&str> = joint[0].positions.iter().map(|at| &*at.value).collect();
        assert_eq!(
            values,
            ["last Wednesday", "on Wednesday", "5 days after the talks"]
        );
        let fold = joint[1].fold.as_ref().unwrap();
        assert_eq!((fold.under, fold.is_echo), (joint[0].id, false));
        assert_eq!(
            fold.adds,
            "mail dates talks Wednesday, in place of last Wednesday"
        );
        assert_eq!((joint.len(), summary.conflicts), (2, 1));
    });
}

#[test]
fn sets_without_a_common_claim_and_of_one_article_stand_by_themselves() {
    // Two stories of the same questions: neither claims what the other does.
    let apart = [
        counts("a", "about 3", ""),
        counts("b", "", "9"),
        counts("c", "between 2 and 30", "40"),
        counts("d", "", "more than 35"),
    ];
    let joint = told(&apart);
    assert!(
        joint.iter().any(|it| it == "joint-contradiction"),
        "{joint:?}"
    );
    // An article against itself, and two others against each other in the same way.
    let own = [
        counts("a", "1", "4"),
        counts("b", "", "4"),
        counts("c", "1", ""),
    ];
    let joint = told(&own);
    assert_eq!(joint, ["joint-contradiction"]);
    let alone = [counts("a", "1", "4"), counts("c", "1 or 2", "")];
    assert_eq!(told(&alone), ["joint-contradiction", "joint-contradiction"]);
}

#[test]
fn every_set_keeps_its_id_and_rulings_settle_what_they_reject() {
    let desk = Desk::new(&[counts("a", "1", ""), counts("b", "three", "4")], RULE);
    let ids = desk.ids();
    let (conflict, joint) = (ids[0].0.clone(), ids[1].0.clone());
    assert_eq!(ids[1].1.as_ref(), Some(&conflict));
    // It rejects a claim without which there is no echo either.
    desk.rule(&conflict, Decision::Stands, Some("three"));
    assert!(desk.told(&Selection::default()).is_empty());
    let summary = desk.summary();
    assert_eq!((summary.conflicts, summary.silenced), (0, 1));
    assert_eq!(summary.hidden_by_rulings, 1);
    assert_eq!(desk.told(&everything()), ECHO);
    // What it lets stand still contradicts the other count.
    desk.rule(&conflict, Decision::Stands, Some("1"));
    assert_eq!(desk.told(&Selection::default()), ["joint-contradiction"]);
    assert_eq!(desk.summary().conflicts, 1);
    // It settles no other set.
    desk.rule(&conflict, Decision::Both, None);
    assert_eq!(desk.told(&Selection::default()), ["joint-contradiction"]);
    desk.rule(&conflict, Decision::Unresolved, None);
    assert_eq!(desk.told(&Selection::default()), ECHO);
    // The echo may be ruled on as well.
    desk.rule(&joint, Decision::Both, None);
    assert_eq!(desk.told(&Selection::default()), ["value-conflict"]);
    let summary = desk.summary();
    assert_eq!((summary.conflicts, summary.silenced), (1, 1));
}

#[test]
fn a_new_set_opens_a_settled_matter_again() {
    let articles = [counts("a", "1", ""), counts("b", "three", "4")];
    let desk = Desk::new(&articles, RULE);
    desk.rule(&desk.ids()[0].0.clone(), Decision::Stands, Some("three"));
    assert_eq!(desk.summary().conflicts, 0);
    // Another count of tries contradicts the one that was let stand with three refused.
    desk.add("more.yaml", &counts("c", "", "9"));
    desk.with(&Selection::default(), |findings, summary, _| {
        assert_eq!(findings[0].property.as_deref(), Some("tries"));
        // The one that was rejected contradicts the new count, too.
        assert_eq!((summary.conflicts, summary.silenced), (1, 2));
    });
    // Whoever joins what was rejected opens the conflict, and its echo with it.
    desk.add("more.yaml", &counts("c", "1", ""));
    assert_eq!(desk.told(&Selection::default()), ECHO);
    assert_eq!(desk.summary().conflicts, 1);
}

#[test]
fn every_format_shows_what_is_told_under_a_finding() {
    let desk = Desk::new(&[counts("a", "1", ""), counts("b", "three", "4")], RULE);
    let joint = desk.ids()[1].0.clone();
    let adds = "b puts tries at 4, which also fits three";
    let terminal = desk.print(Format::Terminal);
    assert!(terminal.contains("3 claims: 1 conflict\n"), "{terminal}");
    assert!(
        terminal.contains(&format!("echo {joint}: {adds}")),
        "{terminal}"
    );
    let markdown = desk.print(Format::Markdown);
    assert!(
        markdown.contains(&format!("- **echo:** {joint}: {adds}")),
        "{markdown}"
    );
    assert_eq!(
        markdown.matches("joint-contradiction").count(),
        0,
        "{markdown}"
    );
    let page = desk.print(Format::Html);
    assert!(page.contains(&format!("<div id=\"q-{joint}\"><dt>echo</dt>")));
    assert!(page.contains("Conflicts <span class=\"n\">(1)</span>"));
    let sheet = desk.print(Format::Csv);
    let conflict = desk.ids()[0].0.clone();
    assert!(
        sheet.contains(&format!(",\"{conflict}\",\"{adds}\"")),
        "{sheet}"
    );
    let json: serde_json::Value = serde_json::from_str(&desk.print(Format::Json)).unwrap();
    assert_eq!(json["summary"]["conflicts"], 1);
    assert_eq!(json["findings"][0]["echo_of"], serde_json::Value::Null);
    assert_eq!(json["findings"][1]["echo_of"], *conflict);
    assert_eq!(json["findings"][1]["adds"], adds);
}
