//! Rulings silence what they considered, and reopen when it changes.

use gainsay::check::Selection;
use gainsay::diagnostic::Code;
use gainsay::finding::{Finding, Level};
use gainsay::parse::{Inputs, load};
use gainsay::value::Day;

const ARTICLES: &str = "\
article: {id: morning}
claims:
  - {subject: harbour fire, property: people hurt, value: 1}
---
article: {id: evening}
claims:
  - {subject: harbour fire, property: people hurt, value: three}
";

const THIRD: &str = "\
---
article: {id: weekly}
claims:
  - {subject: harbour fire, property: people hurt, value: 5}
";

/// Writes articles into a folder, and what declares words before them into a file of its own.
fn write_story(folder: &std::path::Path, text: &str) {
    let declares = text.starts_with("properties:");
    let (vocabulary, articles) = match text.split_once("---\n").filter(|_| declares) {
        Some(parts) => parts,
        None => ("", text),
    };
    for (name, text) in [("articles.yaml", articles), ("vocabulary.yaml", vocabulary)] {
        if !text.is_empty() {
            std::fs::write(folder.join(name), text).unwrap();
        }
    }
}

/// The findings of articles under a ruling on their first conflict about one question, how many are silenced, and the codes of all problems.
fn under(articles: &str, ruling: &str, today: Option<&str>) -> (Vec<Finding>, usize, Vec<Code>) {
    let folder = tempfile::tempdir().unwrap();
    let examine = |silenced| {
        let (corpus, problems) = load(&Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        });
        let selection = Selection {
            level: Level::Note,
            silenced,
            today: today.and_then(Day::from_iso),
            ..Selection::default()
        };
        let report = gainsay::examine(&corpus, problems, &selection, false).unwrap();
        let codes = report.diagnostics.iter().map(|d| d.code).collect();
        (report.findings, report.summary.silenced, codes)
    };
    write_story(folder.path(), articles);
    let asked = |f: &&Finding| f.subject.is_some() && f.level <= Level::Warning;
    let id = examine(true).0.iter().find(asked).unwrap().id;
    let stanza = format!(
        "rulings:\n  - finding: {id}\n    {}\n",
        ruling.trim().replace('\n', "\n    ")
    );
    std::fs::write(folder.path().join("rulings.yaml"), stanza).unwrap();
    examine(false)
}

const CONSIDERED: &str = "ruling: stands\nvalue: 3\nconsidered: [morning 1, evening three]\nby: RK\nreason: the hospital said so";

fn reopened(articles: &str, ruling: &str, today: Option<&str>) -> String {
    let (findings, silenced, codes) = under(articles, ruling, today);
    assert_eq!(silenced, 0);
    assert_eq!(codes, []);
    let note = findings[0].ruling.as_ref().expect("a ruling");
    assert!(!note.silences);
    note.reopened.clone().expect("a reason")
}

#[test]
fn what_was_considered_is_silenced_and_counted() {
    for ruling in [CONSIDERED.to_owned(), CONSIDERED.replace("stands", "both")] {
        let (findings, silenced, codes) = under(ARTICLES, &ruling, None);
        assert_eq!((findings.len(), silenced), (0, 1));
        assert_eq!(codes, []);
    }
}

#[test]
fn unresolved_only_notes() {
    let (findings, silenced, _) =
        under(ARTICLES, &CONSIDERED.replace("stands", "unresolved"), None);
    assert_eq!((findings.len(), silenced), (1, 0));
    assert_eq!(findings[0].ruling.as_ref().unwrap().reopened, None);
}

#[test]
fn a_ruling_reopens_with_its_reason() {
    let joined = reopened(&format!("{ARTICLES}{THIRD}"), CONSIDERED, None);
    assert_eq!(joined, "\"weekly 5\" joined the conflict");
    let repeated = THIRD.replace("value: 5", "value: 1");
    let repeated = reopened(&format!("{ARTICLES}{repeated}"), CONSIDERED, None);
    assert_eq!(repeated, "\"weekly 1\" joined the conflict");
    let changed = reopened(&ARTICLES.replace("value: 1", "value: 2"), CONSIDERED, None);
    assert_eq!(
        changed,
        "\"morning 2\" joined the conflict, \"morning 1\" changed or went"
    );
}

#[test]
fn a_ruling_expires_on_its_day() {
    let ruling = format!("{CONSIDERED}\nexpires: 2027-05-21");
    assert_eq!(under(ARTICLES, &ruling, Some("2027-05-20")).1, 1);
    assert_eq!(
        reopened(ARTICLES, &ruling, Some("2027-05-21")),
        "it expired on 2027-05-21"
    );
}

#[test]
fn the_beginning_of_several_ids_means_none() {
    let folder = tempfile::tempdir().unwrap();
    // Two of so many ids begin with the same four digits.
    let claims: String = (0..700)
        .map(|at| format!("  - {{subject: s{at}, property: people hurt, value: VALUE}}\n"))
        .collect();
    let article = |id: &str, value: &str| {
        format!(
            "article: {{id: {id}}}\nclaims:\n{}",
            claims.replace("VALUE", value)
        )
    };
    let articles = format!("{}---\n{}", article("a", "1"), article("b", "3"));
    std::fs::write(folder.path().join("articles.yaml"), articles).unwrap();
    let examine = || {
        let (corpus, problems) = load(&Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        });
        let report = gainsay::examine(&corpus, problems, &Selection::default(), false).unwrap();
        let ids: Vec<String> = report.findings.iter().map(|f| f.id.to_string()).collect();
        (ids, report.summary.silenced, report.diagnostics)
    };
    let mut ids = examine().0;
    assert_eq!(ids.len(), 700);
    ids.sort();
    let twins = ids.windows(2).find(|pair| pair[0][..4] == pair[1][..4]);
    let [one, other] = twins.unwrap() else {
        unreachable!("windows of two")
    };
    let rule = |id: &str| {
        let stanza =
            format!("rulings:\n  - {{finding: {id}, ruling: both, considered: [a 1, b 3]}}\n");
        std::fs::write(folder.path().join("rulings.yaml"), stanza).unwrap();
        let (_, silenced, problems) = examine();
        (
            silenced,
            problems.first().map(|problem| problem.message.clone()),
        )
    };
    assert_eq!(rule(one), (1, None));
    let message = format!(
        "the ids of several findings begin with `{}`: {one}, {other}",
        &one[..4]
    );
    assert_eq!(rule(&one[..4]), (0, Some(message)));
}

const COUNTED: &str = "\
properties: {refused: {kind: number}, tries: {kind: number}}
rules:
  - {name: the last try went through, holds: tries = refused + 1}
---
article: {id: morning}
claims:
  - {subject: Vera Holm, property: refused, value: 2}
---
article: {id: evening}
claims:
  - {subject: Vera Holm, property: refused, value: 5}
  - {subject: Vera Holm, property: tries, value: 6}
";

/// Which findings about Vera Holm stay open under a ruling on how often she was refused.
fn open_under(articles: &str, ruling: &str) -> Vec<Option<String>> {
    let (findings, _, codes) = under(articles, ruling, None);
    assert_eq!(codes, []);
    let conflicts = findings.iter().filter(|f| f.level == Level::Conflict);
    conflicts.map(|f| f.property.clone()).collect()
}

#[test]
fn what_a_ruling_rejects_settles_the_sets_that_need_it() {
    let considered = "considered: [morning 2, evening 5]";
    let rule = |what: &str| format!("ruling: {what}\n{considered}");
    let (joint, question) = (None, Some("refused".to_owned()));
    // With five, nothing is left of it; with two, "6" still does not fit.
    assert_eq!(open_under(COUNTED, &rule("stands\nvalue: 5")), []);
    for ruling in ["stands\nvalue: 2", "both"] {
        assert_eq!(
            open_under(COUNTED, &rule(ruling)).as_slice(),
            std::slice::from_ref(&joint)
        );
    }
    assert!(open_under(COUNTED, &rule("unresolved")).contains(&question));
    // Nor does a ruling that is open again settle anything.
    let more = format!(
        "{COUNTED}---\narticle: {{id: weekly}}\nclaims:\n  - {{subject: Vera Holm, property: refused, value: 2}}\n"
    );
    let reopened = open_under(&more, &rule("stands\nvalue: 5"));
    assert!(reopened.contains(&question));
}

#[test]
fn a_settled_finding_names_the_ruling_and_what_it_rejects() {
    let folder = tempfile::tempdir().unwrap();
    write_story(folder.path(), COUNTED);
    let examine = || {
        let inputs = Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        };
        let (corpus, problems) = load(&inputs);
        let all = Selection::everything(None);
        let report = gainsay::examine(&corpus, problems, &all, false).unwrap();
        report.findings
    };
    let is_question = |f: &&Finding| f.property.as_deref() == Some("refused");
    let id = examine().iter().find(is_question).unwrap().id;
    let ruling = format!(
        "rulings:\n  - {{finding: {id}, ruling: stands, value: 5, considered: [morning 2, evening 5]}}\n"
    );
    std::fs::write(folder.path().join("rulings.yaml"), ruling).unwrap();
    let findings = examine();
    let joint = findings.iter().find(|f| f.subject.is_none()).unwrap();
    let settled = joint.ruling.as_ref().unwrap().settled.as_ref().unwrap();
    assert_eq!(settled.by, id);
    assert_eq!(settled.rejected, ["morning 2"]);
    // A ruling on itself comes first, unless it is open again.
    for (considered, is_settled) in [("morning 2, evening 6", false), ("morning 2", true)] {
        let own = format!(
            "rulings:\n  - {{finding: {}, ruling: both, considered: [{considered}]}}\n",
            joint.id
        );
        std::fs::write(folder.path().join("more.yaml"), own).unwrap();
        let findings = examine();
        let joint = findings.iter().find(|f| f.subject.is_none()).unwrap();
        let note = joint.ruling.as_ref().unwrap();
        assert_eq!(note.settled.is_some(), is_settled, "{considered}");
    }
}

const TEMPERED: &str = "\
article: {id: morning}
claims:
  - {subject: harbour fire, property: people hurt, value: 1, hedged: true, attribution: Fire Service, when: 2023}
---
article: {id: evening}
claims:
  - {subject: harbour fire, property: people hurt, value: three, when: 2023}
";

const WEIGHED: &str = "ruling: both
check: possible-conflict
considered:
  - {claim: morning 1, hedged: true, attribution: Fire Service, when: 2023}
  - {claim: evening three, when: '2023'}";

#[test]
fn a_claim_that_loses_what_tempered_it_reopens_its_ruling() {
    assert_eq!(under(TEMPERED, WEIGHED, None).1, 1);
    let without = |part: &str| reopened(&TEMPERED.replace(part, ""), WEIGHED, None);
    assert_eq!(
        without(", hedged: true"),
        "\"morning 1\" is no longer hedged, \
         it was `possible-conflict` when it was ruled on, and is `value-conflict` now"
    );
    assert_eq!(
        without(", attribution: Fire Service"),
        "\"morning 1\" is no longer attributed to Fire Service"
    );
    let moved = reopened(&TEMPERED.replace("2023", "2024"), WEIGHED, None);
    assert_eq!(
        moved,
        "\"evening three\" is no longer limited to when 2023, \"morning 1\" is no longer limited to when 2023"
    );
}

#[test]
fn what_tempers_a_claim_more_reopens_nothing() {
    let more = TEMPERED.replace(
        "value: three,",
        "value: three, hedged: true, attribution: port,",
    );
    assert_eq!(under(&more, WEIGHED, None).1, 1);
    // Another spelling of a speaker, one more of them, and an equal claim that is as unsure.
    let respelt = TEMPERED.replace("Fire Service", "[the fire service, port]");
    assert_eq!(under(&respelt, WEIGHED, None).1, 1);
    let again = TEMPERED.replace(
        "---",
        "  - {subject: harbour fire, property: people hurt, value: 1, hedged: true, attribution: fire service, when: 2023}\n---",
    );
    assert_eq!(under(&again, WEIGHED, None).1, 1);
    // But not one that is sure.
    let sure = again.replacen(", hedged: true", "", 1);
    assert!(reopened(&sure, WEIGHED, None).starts_with("\"morning 1\" is no longer hedged"));
}

#[test]
fn a_ruling_that_does_not_know_what_tempered_works_as_before() {
    let old = "ruling: both\nconsidered: [morning 1, evening three]";
    assert_eq!(under(TEMPERED, old, None).1, 1);
    let bare = TEMPERED.replace(", hedged: true", "");
    assert_eq!(under(&bare, old, None).1, 1);
}

#[test]
fn a_slip_in_what_was_weighed_silences_nothing() {
    for (slip, code) in [
        ("{claim: morning 1, hedge: true}", Code::UnknownField),
        ("{hedged: true}", Code::MissingField),
        ("[morning 1]", Code::WrongType),
        ("{claim: morning 1, qualifiers: {by: [a]}}", Code::WrongType),
    ] {
        let ruling = format!("ruling: both\nconsidered:\n  - {slip}\n  - evening three");
        let (_, silenced, codes) = under(ARTICLES, &ruling, None);
        assert_eq!((silenced, codes), (0, vec![code]), "{slip}");
    }
}

#[test]
fn a_check_that_is_none_is_pointed_out() {
    let ruling = |check: &str| {
        format!("ruling: both\ncheck: {check}\nconsidered: [morning 1, evening three]")
    };
    let codes = |check: &str| under(ARTICLES, &ruling(check), None).2;
    assert_eq!(codes("value-conflict"), []);
    assert_eq!(codes("value-conflct"), [Code::UnknownReference]);
}
