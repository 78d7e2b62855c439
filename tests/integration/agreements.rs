//! What an agreement says: what is shared, who adds what, and why it may be no plain one.

use gainsay::check::Selection;
use gainsay::finding::{Check, Finding, Level, Reserve};
use gainsay::parse::{Inputs, load};

/// The findings on articles of these claims, by the ids a, b, c ..., each published a day after the other.
fn findings(vocabulary: &str, articles: &[&[&str]]) -> (Vec<Finding>, Vec<String>) {
    let mut texts = Vec::new();
    for (at, claims) in articles.iter().enumerate() {
        let id = char::from(b'a' + u8::try_from(at).unwrap());
        let claims: String = claims.iter().map(|it| format!("  - {{{it}}}\n")).collect();
        let published = format!("2024-05-0{}", at + 1);
        texts.push(format!(
            "article: {{id: {id}, published: {published}}}\nclaims:\n{claims}"
        ));
    }
    run(vocabulary, &texts.join("---\n"))
}

/// The findings on some files, and the ids of the articles.
fn run(vocabulary: &str, articles: &str) -> (Vec<Finding>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("articles.yaml"), articles).unwrap();
    std::fs::write(folder.path().join("vocabulary.yaml"), vocabulary).unwrap();
    let (corpus, problems) = load(&Inputs {
        paths: vec![folder.path().to_owned()],
        stdin: None,
    });
    let selection = Selection {
        level: Level::Note,
        ..Selection::default()
    };
    let report = gainsay::examine(&corpus, problems, &selection, false).unwrap();
    let ids = corpus.article_ids().map(|id| corpus.id(id).to_owned());
    (report.findings, ids.collect())
}

/// What the only agreement says: "VALUE when: articles", "+VALUE: article" and "but SORT".
fn said(vocabulary: &str, articles: &[&[&str]]) -> Vec<String> {
    lines(&findings(vocabulary, articles))
}

fn lines((findings, ids): &(Vec<Finding>, Vec<String>)) -> Vec<String> {
    let mut agreements = findings.iter().filter(|it| it.level == Level::Agreement);
    let finding = agreements.next().expect("an agreement");
    assert!(agreements.next().is_none());
    let agreed = finding.agreed.as_ref().expect("what is agreed");
    let named = |at: &[gainsay::model::ArticleId]| {
        let names: Vec<&str> = at.iter().map(|id| ids[id.index()].as_str()).collect();
        names.join(" ")
    };
    let when = |when: &Option<String>| when.iter().map(|it| format!(" {it}")).collect::<String>();
    let shared = agreed.shared.iter().map(|it| {
        let unsure = if it.unsure { " unsure" } else { "" };
        format!(
            "{}{}: {}{unsure}",
            it.value,
            when(&it.when),
            named(&it.articles)
        )
    });
    let added = agreed.additions.iter();
    let added =
        added.map(|it| format!("+{}{}: {}", it.value, when(&it.when), named(&[it.article])));
    let but = agreed.reservations.iter();
    let but = but.map(|it| format!("but {}", it.sort.name()));
    shared.chain(added).chain(but).collect()
}

const SENTENCE: &str = "properties: {sentence: {kind: term, exclusive: false, terms: {ten years: {}, \
    ten years and a fine: {broader: ten years}, ten years without remission: {broader: ten years}}}}";

#[test]
fn a_value_is_shared_by_those_that_say_more() {
    let claim = |value| format!("subject: Mo Hale, property: sentence, value: {value}");
    let [plain, fine, hard] = [
        "ten years",
        "ten years and a fine",
        "ten years without remission",
    ]
    .map(claim);
    assert_eq!(
        said(SENTENCE, &[&[&plain], &[&fine], &[&hard]]),
        [
            "ten years: a b c",
            "+ten years and a fine: b",
            "+ten years without remission: c"
        ]
    );
    assert_eq!(
        said(SENTENCE, &[&[&plain], &[&fine], &[&fine]]),
        ["ten years: a b c", "ten years and a fine: b c"]
    );
    // Equal values stay as they are.
    assert_eq!(
        said(SENTENCE, &[&[&fine], &[&fine]]),
        ["ten years and a fine: a b"]
    );
}

#[test]
fn of_lists_the_members_are_shared() {
    let claim = |names| format!("subject: hearing, property: present, value: {names}");
    let lists = [
        "[Mo Hale, Di Orr]",
        "[Mo Hale, Al Fox]",
        "[Di Orr, Mo Hale]",
    ]
    .map(claim);
    assert_eq!(
        said("", &[&[&lists[0]], &[&lists[1]], &[&lists[2]]]),
        ["Mo Hale: a b c", "Di Orr: a c", "+Al Fox: b"]
    );
    // Lists without a common member agree on nothing.
    let apart = ["[Mo Hale, Di Orr]", "[Al Fox, Bea Ray]"].map(claim);
    let (found, _) = findings("", &[&[&apart[0]], &[&apart[1]]]);
    assert_eq!(found[0].check, Check::Compatible);
}

const GROWS: &str = "properties: {rescued: {kind: number, changes: grows}}";

#[test]
fn what_changes_is_agreed_for_a_time() {
    let claim = |day, value| {
        format!("subject: barge, property: rescued, value: {value}, when: 2024-05-0{day}")
    };
    let claims = [
        claim(3, "31"),
        claim(3, "31"),
        claim(5, "38"),
        claim(5, "about 40"),
    ];
    let found = findings(
        GROWS,
        &[&[&claims[0]], &[&claims[1]], &[&claims[2]], &[&claims[3]]],
    );
    assert_eq!(
        lines(&found),
        [
            "31 on 3 May 2024: a b",
            "about 40 on 5 May 2024: c d",
            "+38 on 5 May 2024: c"
        ]
    );
    let message =
        "on 3 May 2024 2 articles, 2 origins: a, b; then on 5 May 2024 2 articles, 2 origins: c, d";
    let agreement = found.0.iter().find(|it| it.level == Level::Agreement);
    assert_eq!(agreement.unwrap().message, message);
    // What does not change needs no day.
    assert_eq!(
        said(
            "",
            &[
                &["subject: barge, property: built, value: 31"],
                &["subject: barge, property: built, value: 31"]
            ]
        ),
        ["31: a b"]
    );
}

#[test]
fn all_unsure_is_no_plain_agreement() {
    let sure = "subject: mayor, property: advised by, value: Al Fox";
    let unsure = &format!("{sure}, hedged: true");
    assert_eq!(
        said("", &[&[unsure], &[unsure]]),
        ["Al Fox: a b unsure", "but unsure"]
    );
    let found = findings("", &[&[unsure], &[sure]]);
    assert_eq!(lines(&found), ["Al Fox: a b"]);
    let agreed = found.0[0].agreed.as_ref().unwrap();
    assert_eq!(agreed.unsure.len(), 1);
    assert!(found.0[0].is_plain());
}

#[test]
fn the_same_words_are_said() {
    let with = |quote| format!("subject: vote, property: ayes, value: nine, quote: {quote}");
    let same = |a, b| said("", &[&[&with(a)], &[&with(b)]]).contains(&"but same-words".to_owned());
    for (a, b) in [
        ("passed by nine ayes", "Passed by nine ayes."),
        (
            "in the end it passed by nine ayes on a wet Monday",
            "it passed by nine ayes on a wet Monday night",
        ),
    ] {
        assert!(same(a, b), "{a} / {b}");
    }
    for (a, b) in [
        ("by nine ayes", "by nine ayes"),
        ("passed by nine ayes", "carried by nine ayes"),
        (
            "it passed by nine ayes on a Monday",
            "it passed by nine ayes on a Friday",
        ),
        (
            "it passed by nine ... ayes on a wet Monday",
            "then it passed by nine ayes on a wet Monday",
        ),
    ] {
        assert!(!same(a, b), "{a} / {b}");
    }
}

#[test]
fn the_same_words_of_one_speaker_or_a_long_name_are_not_said() {
    let plain = |lines: Vec<String>| !lines.iter().any(|line| line.starts_with("but"));
    let spoken = "subject: vote, property: ayes, value: nine, attribution: Di Orr, \
        quote: it passed by nine ayes on a wet Monday";
    assert!(plain(said("", &[&[spoken], &[spoken]])));
    let named = "subject: film, property: title, value: The Long Way Down the River, \
        quote: saw The Long Way Down the River twice";
    assert!(plain(said("", &[&[named], &[named]])));
    let cited = format!("{named} and liked it very much");
    let cites = format!("{cited}, cites: a");
    assert!(plain(said("", &[&[&cited], &[&cites]])));
    assert!(!plain(said("", &[&[&cited], &[&cited]])));
}

const EVENTS: &str = "entities: {inquest: {kind: event}, ruling: {kind: event}}\n\
    properties: {date: {kind: date}}\n";

const CONTESTED: &str = "\
article: {id: a}
claims:
  - {subject: inquest, property: date, value: 3 May 2024}
  - {subject: ruling, property: date, value: 6 May 2024}
---
article: {id: b}
claims:
  - {subject: ruling, property: date, value: 5 days after the inquest}
---
article: {id: c}
claims:
  - {subject: ruling, property: date, value: after the inquest}
";

#[test]
fn a_contested_answer_is_marked_wherever_it_stands() {
    let found = run(EVENTS, CONTESTED);
    let joint = found
        .0
        .iter()
        .find(|it| it.check == Check::JointContradiction)
        .unwrap();
    let agreement = found
        .0
        .iter()
        .find(|it| it.level == Level::Agreement)
        .unwrap();
    let reservation = &agreement.agreed.as_ref().unwrap().reservations[0];
    assert_eq!(reservation.sort, Reserve::Contested);
    assert_eq!(reservation.findings, [joint.id]);
    assert_eq!(
        reservation.text,
        format!(
            "contested {}: 5 days after the inquest (b) contradicts a",
            joint.id
        )
    );
    let single = found
        .0
        .iter()
        .find(|it| it.check == Check::SingleSource)
        .unwrap();
    assert_eq!(single.positions[0].contested[0].finding, joint.id);
    assert_eq!(
        single.notes,
        [format!(
            "contested {}: 3 May 2024 (a) contradicts b",
            joint.id
        )]
    );
    assert!(joint.positions.iter().all(|it| it.contested.is_empty()));
}

#[test]
fn what_is_settled_contests_nothing() {
    let (found, _) = run(EVENTS, CONTESTED);
    let joint = found
        .iter()
        .find(|it| it.check == Check::JointContradiction)
        .unwrap();
    let ruling = format!(
        "rulings:\n  - finding: {}\n    ruling: both\n    by: MH\n    reason: seen\n    considered: \
         [a 3 May 2024, b 5 days after the inquest, a 6 May 2024]\n",
        joint.id
    );
    let (ruled, _) = run(&format!("{EVENTS}{ruling}"), CONTESTED);
    assert!(ruled.iter().all(|it| it.check != Check::JointContradiction));
    for finding in &ruled {
        assert!(finding.positions.iter().all(|it| it.contested.is_empty()));
        assert!(finding.notes.iter().all(|note| !note.contains("contested")));
    }
}

#[test]
fn what_could_not_be_compared_stands_in_the_line() {
    let lead = |value| format!("subject: team, property: lead, value: {value}");
    let [a, b] = ["rower", "cox"].map(lead);
    let found = findings("properties: {lead: {kind: term}}", &[&[&a], &[&a], &[&b]]);
    assert_eq!(lines(&found), ["rower: a b", "but not-compared"]);
    let agreed = found.0[0].agreed.as_ref().unwrap();
    assert_eq!(
        agreed.reservations[0].text,
        "not compared: cox (c): they differ, and no vocabulary declares rower or cox"
    );
}

#[test]
fn what_means_the_same_in_other_words_is_shared_once() {
    let when = |value| format!("subject: regatta, property: held, value: {value}");
    let [day, weekday] = ["1 May 2024", "on Wednesday"].map(when);
    assert_eq!(
        said("properties: {held: {kind: date}}", &[&[&day], &[&weekday]]),
        ["1 May 2024: a b"]
    );
}

#[test]
fn an_agreement_by_doubt_says_so() {
    let crew = |value| format!("subject: regatta, property: crews, value: {value}");
    let [dozens, wide] = ["dozens", "20 to 1000"].map(crew);
    let lines = said(
        "properties: {crews: {kind: number}}",
        &[&[&dozens], &[&wide]],
    );
    assert_eq!(
        lines.last().map(String::as_str),
        Some("but doubt"),
        "{lines:?}"
    );
    let [dozens, some] = ["dozens", "60"].map(crew);
    assert_eq!(
        said(
            "properties: {crews: {kind: number}}",
            &[&[&dozens], &[&some]]
        ),
        ["dozens: a b", "+60: b"]
    );
}

#[test]
fn limits_are_named_where_all_have_them() {
    let lost = |place| format!("subject: storm, property: barns lost, value: 9, where: {place}");
    let [north, south] = ["Northvale", "Southvale"].map(lost);
    assert_eq!(
        said("", &[&[&north], &[&north]]),
        ["9 where Northvale: a b"]
    );
    // Nobody declares whether the two are one place.
    assert_eq!(
        said("", &[&[&north], &[&north], &[&south], &[&south]]),
        ["9: a b c d"]
    );
    let apart = "entities: {Northvale: {kind: place}, Southvale: {kind: place}}";
    assert_eq!(
        said(apart, &[&[&north], &[&north], &[&south], &[&south]]),
        ["9 where Northvale: a b", "9 where Southvale: c d"]
    );
}
