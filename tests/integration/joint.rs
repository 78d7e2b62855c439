//! Joint contradictions of small stories that are made by hand.

use std::fs;

use gainsay::check::Selection;
use gainsay::diagnostic::Code;
use gainsay::finding::{Basis, Level, Rule};
use gainsay::parse::{self, Inputs};

use crate::parse::load_texts;

/// What is found in articles and a vocabulary, each text a file of its own: ids with messages, levels, and codes.
pub(crate) fn found(articles: &[&str], vocabulary: &str) -> (Vec<(String, Level)>, Vec<Code>) {
    let (corpus, problems) = load_texts(&[articles, &[vocabulary]].concat());
    let report = gainsay::examine(&corpus, problems, &Selection::default(), false).unwrap();
    let joint = report.findings.into_iter().filter(|finding| {
        let checks = finding
            .also
            .iter()
            .chain([&finding.check])
            .map(|check| check.name());
        checks
            .into_iter()
            .any(|check| check == "joint-contradiction")
    });
    let joint = joint.map(|finding| {
        let text = format!("{} {}", finding.id, finding.message);
        (text, finding.level)
    });
    let codes = report.diagnostics.iter().map(|problem| problem.code);
    (joint.collect(), codes.collect())
}

const EVENTS: &str = "entities:\n  vote: {kind: event}\n  recount: {kind: event}\n  \
    ruling: {kind: event}\nproperties:\n  date: {kind: date}\n";

fn article(id: &str, claims: &[(&str, &str)]) -> String {
    let mut text = format!("article: {{id: {id}}}\nclaims:\n");
    for (subject, value) in claims {
        text += &format!("  - {{subject: {subject}, property: date, value: {value}}}\n");
    }
    text
}

#[test]
fn the_order_of_articles_and_files_does_not_matter() {
    let articles = [
        article(
            "a",
            &[("recount", "3 days after the vote"), ("vote", "on Monday")],
        ),
        article("b", &[("ruling", "2 days after the recount")]),
        article(
            "c",
            &[("ruling", "4 days after the vote"), ("vote", "5 June 2018")],
        ),
        article(
            "d",
            &[("ruling", "9 June 2018"), ("recount", "last Friday")],
        ),
    ];
    let texts: Vec<&str> = articles.iter().map(String::as_str).collect();
    let (first, _) = found(&texts, EVENTS);
    assert!(first.len() > 3, "{first:#?}");
    for by in 1..texts.len() {
        let mut turned = texts.clone();
        turned.rotate_left(by);
        assert_eq!(found(&turned, EVENTS).0, first);
        turned.reverse();
        assert_eq!(found(&turned, EVENTS).0, first);
    }
}

#[test]
fn a_month_of_publication_ties_the_dates_of_its_article() {
    let paper = "article: {id: a, published: 2018-06}\nclaims:\n  \
        - {subject: vote, property: date, value: yesterday}\n  \
        - {subject: recount, property: date, value: two days ago}\n";
    let other = article("b", &[("vote", "3 days after the recount")]);
    let (joint, _) = found(&[paper, &other], EVENTS);
    assert_eq!(joint.len(), 1, "{joint:#?}");
    let fits = article("b", &[("vote", "1 day after the recount")]);
    assert_eq!(found(&[paper, &fits], EVENTS).0, []);
}

#[test]
fn a_weekday_contradicts_a_date_of_another_article() {
    let weekday = article("a", &[("vote", "on Wednesday")]);
    let tuesday = article("b", &[("vote", "5 June 2018")]);
    let wednesday = article("b", &[("vote", "6 June 2018")]);
    assert_eq!(found(&[&weekday, &tuesday], EVENTS).0.len(), 1);
    assert_eq!(found(&[&weekday, &wednesday], EVENTS).0, []);
}

#[test]
fn a_hedge_makes_it_possible_only() {
    let sure = article(
        "a",
        &[
            ("vote", "3 days after the recount"),
            ("recount", "1 June 2018"),
        ],
    );
    let hedged = "article: {id: b}\nclaims:\n  \
        - {subject: vote, property: date, value: 5 June 2018, hedged: true}\n";
    let (joint, _) = found(&[&sure, hedged], EVENTS);
    let levels: Vec<Level> = joint.iter().map(|(_, level)| *level).collect();
    assert_eq!(levels, [Level::Warning]);
}

#[test]
fn two_annotators_of_one_article_are_no_contradiction() {
    let reading = |who: &str, value: &str| {
        format!(
            "article: {{id: a, annotator: {who}}}\nclaims:\n  \
             - {{subject: vote, property: date, value: {value}}}\n"
        )
    };
    let (one, other) = (reading("JM", "on Wednesday"), reading("RK", "on Thursday"));
    assert_eq!(found(&[&one, &other], EVENTS).0, []);
}

#[test]
fn rules_that_cannot_be_used_are_said() {
    let vocabulary = "properties:\n  people: {kind: number}\n  wait: {kind: duration}\n  \
        start: {kind: date}\n  end: {kind: date}\n  role: {kind: term}\nrules:\n";
    for (holds, code) in [
        ("people = wait", Code::MixedRule),
        ("start + end <= end", Code::MixedRule),
        ("start <= 5 days", Code::MixedRule),
        ("people <= start", Code::MixedRule),
        ("start <= finish", Code::UnusedRule),
        ("Nobody / start <= end", Code::UnusedRule),
        ("role = people", Code::UnusedRule),
        ("start then end", Code::RuleUnreadable),
        ("start <", Code::RuleUnreadable),
    ] {
        let text = format!("{vocabulary}  - {{name: r, holds: '{holds}'}}\n");
        let (_, codes) = found(&[], &text);
        assert_eq!(codes, [code], "{holds}");
    }
    for holds in [
        "start < 1996",
        "end - start >= 5 days",
        "wait = end - start",
        "people >= 2 + 3",
    ] {
        let text = format!("{vocabulary}  - {{name: r, holds: '{holds}', slack: 0 days}}\n");
        let text = match holds.contains("people") {
            true => text.replace("0 days", "1"),
            false => text,
        };
        assert_eq!(found(&[], &text).1, [], "{holds}");
    }
}

#[test]
fn an_argument_has_a_step_for_each_claim_and_rule() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "vocabulary.yaml",
        "properties: {convicted: {kind: date}, sentenced: {kind: date}}\n\
         rules: [{name: order, holds: convicted <= sentenced}]",
    );
    write(
        "a.yaml",
        "claims: [{subject: Ann Lee, property: convicted, value: 2001}]",
    );
    write(
        "b.yaml",
        "claims: [{subject: Ann Lee, property: sentenced, value: 1999}]",
    );
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
    let report = gainsay::examine(&corpus, problems, &Selection::default(), false).unwrap();
    let [finding] = report.findings.as_slice() else {
        panic!("{:?}", report.findings)
    };
    let steps = finding
        .steps
        .iter()
        .map(|step| (step.basis.clone(), &*step.text));
    assert_eq!(
        steps.collect::<Vec<_>>(),
        [
            (Basis::Claims(0), "a dates convicted 2001"),
            (
                Basis::Rule(Rule {
                    holds: "convicted <= sentenced".into(),
                    slack: None,
                    usual: false,
                }),
                "by rule convicted <= sentenced"
            ),
            (Basis::Conclusion, "sentenced is 2001 or later"),
            (Basis::Claims(1), "b dates sentenced 1999"),
        ]
    );
}

const SERVED: &str = "properties: {elected: {kind: date}, sworn in: {kind: date}}\nrules:\n  \
    - {name: takes office later, usually: elected <= sworn in}\n";

#[test]
fn a_rule_that_usually_holds_makes_it_possible_only() {
    let story = |elected: &str, sworn: &str| {
        let claim = |property: &str, value: &str| {
            format!("claims: [{{subject: Ida Moss, property: {property}, value: {value}}}]")
        };
        let texts = [claim("elected", elected), claim("sworn in", sworn)];
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        (
            found(&texts, SERVED),
            found(&texts, &SERVED.replace("usually", "holds")),
        )
    };
    let ((usual, codes), (always, _)) = story("2005", "2001");
    assert_eq!(codes, []);
    let levels =
        |found: &[(String, Level)]| found.iter().map(|(_, level)| *level).collect::<Vec<_>>();
    assert_eq!(levels(&usual), [Level::Warning]);
    assert!(
        usual[0]
            .0
            .contains("elected <= sworn in, which usually holds, so that"),
        "{usual:?}"
    );
    assert_eq!(levels(&always), [Level::Conflict]);
    let ((usual, _), (always, _)) = story("2001", "2005");
    assert_eq!((usual, always), (Vec::new(), Vec::new()));
}

#[test]
fn what_contradicts_for_certain_is_not_listed_again_as_possible() {
    let vocabulary = "properties: {elected: {kind: date}, sworn in: {kind: date}, left: {kind: date}}\n\
        rules:\n  - {name: a, holds: elected <= sworn in}\n  - {name: b, usually: elected <= sworn in}\n  \
        - {name: c, holds: sworn in <= left}\n  - {name: d, usually: left >= elected + 1500 days}\n";
    let story = |elected: &str, sworn: &str, left: &str| {
        let text = format!(
            "claims:\n  - {{subject: Ida Moss, property: elected, value: {elected}}}\n  \
             - {{subject: Ida Moss, property: sworn in, value: {sworn}}}\n  \
             - {{subject: Ida Moss, property: left, value: {left}}}\n"
        );
        found(&[&text], vocabulary).0
    };
    let levels = |found: Vec<(String, Level)>| {
        found
            .into_iter()
            .map(|(_, level)| level)
            .collect::<Vec<_>>()
    };
    assert_eq!(levels(story("2005", "2001", "2010")), [Level::Conflict]);
    assert_eq!(levels(story("2005", "2006", "2007")), [Level::Warning]);
    // Certain by the order, and already possible by the length of a term: one pair, told once.
    assert_eq!(
        levels(story("2005", "2005", "2004")),
        [Level::Conflict, Level::Conflict]
    );
}

#[test]
fn rules_that_usually_hold_may_not_contradict_each_other() {
    let text = format!("{SERVED}  - {{name: b, usually: elected >= sworn in + 5 days}}\n");
    let claims = "claims: [{subject: Ida Moss, property: elected, value: 2005}, {subject: Ida Moss, property: sworn in, value: 2005}]";
    let (joint, codes) = found(&[claims], &text);
    assert_eq!((joint, codes), (Vec::new(), vec![Code::ImpossibleRules]));
}

#[test]
fn a_rule_says_always_or_usually() {
    for (rule, code) in [
        (
            "{name: r, holds: start <= end, usually: start <= end}",
            Some(Code::DuplicateField),
        ),
        ("{name: r}", Some(Code::MissingField)),
        ("{name: r, usually: ''}", Some(Code::MissingField)),
        ("{name: r, usually: start <= end, slack: 2 days}", None),
    ] {
        let vocabulary =
            format!("properties: {{start: {{kind: date}}, end: {{kind: date}}}}\nrules: [{rule}]");
        let (_, codes) = found(&[], &vocabulary);
        assert_eq!(codes, Vec::from_iter(code), "{rule}");
    }
}
