//! Every field of every record.

use gainsay::model::{Axis, Changes, Decision, EntityKind, Importance, Stance};
use gainsay::value::{Kind, Unit, Written};

use super::{codes, folder, load_paths};

#[test]
fn every_field_of_every_record_is_read() {
    let (corpus, diagnostics) = load_paths(&["tests/fixtures/parse/whole".as_ref()]);
    assert_eq!(codes(&diagnostics), [""; 0]);
    let text = |symbol| corpus.symbols.text(symbol);
    let article = &corpus.articles[0];
    assert_eq!(text(article.id), "harbour-post-2018-06-06");
    assert_eq!(article.source.map(text), Some("Harbour Post"));
    assert_eq!(article.author.as_deref(), Some("Bo Chen, Ann Lee"));
    assert!(article.published.is_some());
    assert_eq!(
        article.cites.iter().map(|s| text(*s)).collect::<Vec<_>>(),
        ["wire"]
    );
    assert_eq!(article.copy_of.map(text), Some("wire"));
    let claim = &corpus.claims[0];
    assert_eq!(claim.details.name.as_deref(), Some("injured"));
    assert_eq!(text(claim.subject), "harbour fire");
    assert_eq!(claim.written, Written::Scalar("at least three".into()));
    assert_eq!(claim.stance, Stance::Denies);
    assert!(claim.hedged);
    let attribution = claim
        .attribution
        .iter()
        .map(|s| text(*s))
        .collect::<Vec<_>>();
    assert_eq!(attribution, ["police", "mayor"]);
    let qualifiers = claim
        .details
        .qualifiers
        .iter()
        .map(|q| (q.axis.name(&corpus.symbols), &*q.value));
    assert_eq!(
        qualifiers.collect::<Vec<_>>(),
        [
            ("when", "2018-06"),
            ("where", "dock 4"),
            ("shift", "night"),
            ("crew", "blue")
        ]
    );
    assert_eq!(claim.details.said.as_deref(), Some("Monday"));
    assert_eq!(claim.note(), Some("two lines"));
    let spots = claim.spots;
    assert_eq!((spots.claim.line, spots.claim.column), (16, 5));
    assert_eq!((spots.value.line, spots.value.column), (19, 12));
    assert_eq!(corpus.rulings[0].decision, Decision::Stands);
    assert_eq!(corpus.rulings[0].considered.len(), 2);
    assert!(corpus.rulings[0].expires.is_some());
}

#[test]
fn every_field_of_a_vocabulary_is_read() {
    let (corpus, _) = load_paths(&["tests/fixtures/parse/whole/vocabulary.yaml".as_ref()]);
    let all = &corpus.vocabulary;
    let sources = all
        .sources
        .iter()
        .map(|s| format!("{} {:?}", s.name, s.aliases));
    assert_eq!(
        sources.collect::<Vec<_>>(),
        [r#"Harbour Post ["Post"]"#, "The Wire []"]
    );
    let entities = all.entities.iter().map(|e| {
        let (kind, parent, others) = (e.kind, e.part_of.as_deref(), &e.distinct_from);
        format!(
            "{} {kind:?} {:?} {parent:?} {others:?} {}",
            e.name,
            e.aliases,
            e.date.is_some()
        )
    });
    assert_eq!(
        entities.collect::<Vec<_>>(),
        [
            r#"harbour fire Some(Event) [] None [] true"#,
            r#"police Some(Organisation) ["the police"] None [] false"#,
            r#"Ann Lee Some(Person) [] Some("police") ["Ann Leeds"] false"#,
        ]
    );
    let properties = all.properties.iter().map(|p| {
        let kind = p.kind.map(Kind::name);
        let unit = p.unit.map(Unit::name);
        let (importance, changes, exclusive, age) = (p.importance, p.changes, p.exclusive, p.age);
        format!(
            "{} {kind:?} {unit:?} {:?} {importance:?} {changes:?} {exclusive} {age}",
            p.name, p.aliases
        )
    });
    assert_eq!(
        properties.collect::<Vec<_>>(),
        [
            r#"injured Some("number") Some("percent") ["hurt"] High Grows true false"#,
            r#"cause Some("term") None [] Normal No false false"#,
            r#"age Some("duration") Some("year") [] Normal No true true"#,
            r#"crew None None [] Normal No true false"#,
        ]
    );
    assert_eq!(
        all.properties[0].question.as_deref(),
        Some("How many people were hurt?")
    );
    let terms = all.properties.iter().flat_map(|p| &p.terms);
    let terms = terms.map(|t| format!("{} {:?} {:?}", t.name, t.aliases, t.broader));
    assert_eq!(
        terms.collect::<Vec<_>>(),
        [
            r#"cable ["a cable"] Some("accident")"#,
            "accident [] None",
            "blue [] None",
            "red [] None"
        ]
    );
    let rule = &all.rules[0];
    assert_eq!(
        (&*rule.name, &*rule.holds),
        ("hurt before dead", "injured <= dead")
    );
    assert_eq!(rule.slack.as_deref(), Some("1 day"));
    assert_eq!((rule.place.spot.line, rule.place.spot.column), (26, 5));
}

#[test]
fn words_are_read_in_any_case_and_spelling() {
    let folder = folder(&[
        (
            "a.yaml",
            "article: {id: a}\nclaims: [{subject: s, property: p, value: 1, stance: DENIES}]\n",
        ),
        (
            "v.yaml",
            "entities: {Dock Board: {kind: Organization}}\n\
             properties: {p: {importance: HIGH, changes: Grows, kind: Number}}\n\
             rulings: [{finding: \"0123\", ruling: Both}]\n",
        ),
    ]);
    let (corpus, _) = load_paths(&[folder.path()]);
    assert_eq!(corpus.claims[0].stance, Stance::Denies);
    let vocabulary = &corpus.vocabulary;
    assert_eq!(vocabulary.entities[0].kind, Some(EntityKind::Organisation));
    let property = &vocabulary.properties[0];
    assert_eq!(property.importance, Importance::High);
    assert_eq!(property.changes, Changes::Grows);
    assert_eq!(property.kind, Some(Kind::Number));
    assert_eq!(corpus.rulings[0].decision, Decision::Both);
}

#[test]
fn names_in_a_claim_of_one_file_are_those_of_all_files() {
    let first = "article: {id: post, source: Harbour Post}\nclaims:\n  \
                 - {subject: fire, property: dead, value: 3, attribution: Ann Lee}\n";
    let second = "article: {id: wire}\nclaims:\n  \
                  - {subject: flood, property: hurt, value: 4, cites: [post], qualifiers: {measured by: police}}\n";
    let folder = folder(&[("a.yaml", first), ("b.yaml", second)]);
    let (corpus, diagnostics) = load_paths(&[folder.path()]);
    assert_eq!(codes(&diagnostics), [""; 0]);
    let text = |symbol| corpus.symbols.text(symbol);
    let details = &corpus.claims[1].details;
    let cited: Vec<&str> = details.cites.iter().map(|name| text(*name)).collect();
    assert_eq!(cited, ["post"]);
    let axes = details.qualifiers.iter().map(|it| match it.axis {
        Axis::Other(name) => text(name),
        Axis::When | Axis::Where => "",
    });
    assert_eq!(axes.collect::<Vec<_>>(), ["measured by"]);
}
