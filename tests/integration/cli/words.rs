//! The words of reports: who says what, where one value ends, and what a number counts.

use super::{Folder, Ran, STORY};

const VOCABULARY: &str = "\
properties:
  cause: {kind: term, terms: {short circuit: {aliases: [electrical fault]}, arson: {}}}
  operator: {kind: entity}
  staff: {kind: number}
  insured: {kind: truth}
  sold: {kind: date}
entities:
  Nordpapier AG: {kind: organisation, aliases: [Nordpapier]}
  Brandt and Sons: {kind: organisation, aliases: [Brandt]}
";

/// An article of the mill, with one claim for each line: property, value and more.
fn article(id: &str, published: &str, claims: &[&str]) -> String {
    let claims = claims.iter().map(|claim| {
        let (property, rest) = claim.split_once(" = ").unwrap();
        format!("  - {{subject: mill, property: {property}, value: {rest}}}\n")
    });
    let claims: String = claims.collect();
    format!("article: {{id: {id}{published}}}\nclaims:\n{claims}")
}

/// A folder with articles of these claims, each published on a day of its own.
fn story(articles: &[&[&str]]) -> Folder {
    let folder = Folder::with(&[("claims/vocabulary.yaml", VOCABULARY)]);
    for (at, claims) in articles.iter().enumerate() {
        let id = format!("a{}", at + 1);
        let published = format!(", published: 2018-06-0{}", at + 1);
        folder.add(
            &format!("claims/{id}.yaml"),
            &article(&id, &published, claims),
        );
    }
    folder
}

/// The text with each run of white space as one blank.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn report(articles: &[&[&str]], args: &[&str]) -> String {
    let ran = story(articles).run(args);
    assert!(ran.status < 2, "{ran:?}");
    flat(&ran.out)
}

#[test]
fn bare_small_counts_are_named_together_in_their_own_number() {
    let many = report(
        &[&["staff = four"], &["staff = five"], &["staff = 80"]],
        &[],
    );
    let note = "note four and five are each read as exactly that; where an article only says that there \
                were four or more, write `at least four`, and likewise for five";
    assert!(many.contains(note), "{many}");
    assert_eq!(many.matches("is read as exactly").count(), 0, "{many}");
    let one = report(&[&["staff = 1"], &["staff = 80"]], &[]);
    let note = "note 1 is read as exactly that; where an article only says that there was one or more, \
                write `at least 1`";
    assert!(one.contains(note), "{one}");
}

#[test]
fn values_in_a_list_are_told_apart() {
    let firms = report(&[&["operator = Nordpapier"], &["operator = Brandt"]], &[]);
    assert!(
        firms.contains("“Nordpapier AG” and “Brandt and Sons” cannot both be right"),
        "{firms}"
    );
    let open = report(
        &[
            &["hurt = a docker"],
            &["hurt = '«seven, two of them badly»'"],
            &["hurt = nobody"],
        ],
        &[],
    );
    assert!(
        open.contains(
            "no vocabulary declares “a docker”, “«seven, two of them badly»” or “nobody”"
        ),
        "{open}"
    );
    let plain = report(&[&["staff = 100"], &["staff = '1,545'"]], &[]);
    assert!(
        plain.contains(" 100 and 1,545 cannot both be right"),
        "{plain}"
    );
}

/// One claim of a position is written otherwise, and one is denied.
const FAULTS: &[&[&str]] = &[
    &["cause = short circuit", "began = early"],
    &["cause = Electrical fault", "began = Early!"],
    &["cause = short circuit, stance: denies", "began = late"],
];

#[test]
fn each_claim_keeps_its_own_words() {
    for (format, expected) in [
        ("terminal", "a2 wrote “Electrical fault”"),
        ("markdown", "- a2: wrote “Electrical fault”"),
        (
            "html",
            "<span class=\"written\">wrote “Electrical fault”</span>",
        ),
    ] {
        let text = report(FAULTS, &["--format", format, "--all"]);
        assert!(text.contains(expected), "{text}");
        assert!(text.contains("denies “short circuit”"), "{text}");
        assert!(!text.contains("wrote “Early"), "{text}");
    }
    let apart: &[&[&str]] = &[
        &["cause = short circuit", "cause = electrical fault"],
        &["cause = lightning"],
    ];
    for format in ["terminal", "markdown"] {
        let text = report(apart, &["--format", format]);
        assert!(
            text.contains("short circuit · a1 (wrote “electrical fault”)"),
            "{text}"
        );
    }
}

#[test]
fn a_derivation_keeps_the_not_of_a_denial() {
    let folder = story(FAULTS);
    let json = folder.run(&["--format", "json"]).json();
    let findings = json["findings"].as_array().unwrap();
    let found = findings.iter().find(|one| one["property"] == "cause");
    let id = found.unwrap()["id"].as_str().unwrap();
    let text = flat(&folder.run(&["explain", id]).out);
    assert!(
        text.contains("short circuit and not short circuit exclude each other"),
        "{text}"
    );
    assert!(text.contains("a3 (not short circuit)"), "{text}");
}

#[test]
fn a_derivation_of_several_pairs_keeps_the_not_of_a_denial() {
    let folder = story(&[
        &["cause = arson"],
        &["cause = arson, stance: denies"],
        &["cause = short circuit"],
    ]);
    let id = folder.run(&["--format", "json"]).first_id();
    let text = flat(&folder.run(&["explain", &id]).out);
    assert!(text.contains("between arson and not arson: if"), "{text}");
    assert!(!text.contains("arson and arson"), "{text}");
}

/// One question is not compared at all, and two beside an agreement.
const IN_PART: &[&[&str]] = &[
    &[
        "tally = 3 miles",
        "insured = yes",
        "hurt = small",
        "sold = summer 2018",
    ],
    &[
        "tally = 4 euros",
        "insured = yes",
        "hurt = small",
        "sold = June 2018",
    ],
    &["insured = partly", "hurt = large", "sold = June 2018"],
];

#[test]
fn what_was_not_compared_is_counted_alike_everywhere() {
    let folder = story(IN_PART);
    let text = flat(&folder.run(&[]).out);
    assert!(text.contains("COULD NOT BE COMPARED (1)"), "{text}");
    assert!(
        text.contains(", 1 not compared, 2 compared only in part"),
        "{text}"
    );
    let page = flat(&folder.run(&["--format", "html"]).out);
    assert!(page.contains("<b>1</b> <span>? not compared"), "{page}");
    let in_part = page.matches("1 question compared only in part: ").count();
    assert_eq!(in_part, 2, "{page}");
    let json = folder.run(&["--format", "json"]).json();
    let counts = ["undetermined", "not_compared", "compared_in_part"];
    assert_eq!(
        counts.map(|name| json["summary"][name].as_u64()),
        [3, 1, 2].map(Some)
    );
}

#[test]
fn the_page_says_what_hides_findings() {
    let folder = story(&[&["staff = 4"], &["staff = 80"]]);
    let id = folder.run(&["--format", "json"]).first_id();
    let ruled = rule_both(&folder, &id);
    assert_eq!(ruled.status, 0, "{ruled:?}");
    let page = |args: &[&str]| folder.run(&[&["--format", "html"], args].concat()).out;
    let silenced = page(&[]);
    let words =
        "1 silenced by rulings in claims/rulings.yaml and not in this report; --all shows them.";
    assert!(silenced.contains(words), "{silenced}");
    assert!(!silenced.contains("leave them out"), "{silenced}");
    assert!(!page(&["--all"]).contains("not in this report"));
    let agreeing = story(&[&["staff = 4"], &["staff = 4"]]);
    let filtered = agreeing
        .run(&["--format", "html", "--level", "conflict"])
        .out;
    let words = "1 finding not in this report: options such as --level, --source or --only-new leave it out.";
    assert!(filtered.contains(words), "{filtered}");
}

#[test]
fn what_stands_beside_an_agreement_says_who_and_why() {
    let text = report(IN_PART, &["--agreements"]);
    for note in [
        "yes · 2 articles, 2 origins: a1, a2; not compared: partly (a3): \"partly\" is neither yes nor no",
        "not compared: large (a3): they differ, and no vocabulary declares small or large",
    ] {
        assert!(text.contains(note), "{text}");
    }
    let wide = report(
        &[
            &["sold = 1996"],
            &["sold = 1996"],
            &["sold = between 1995-06-01 and 1996-06-01"],
            &["sold = between 1996-03-01 and 1997-06-01"],
        ],
        &["--agreements"],
    );
    let note = "beside them stand “between 1995-06-01 and 1996-06-01” (a3) and “between 1996-03-01 and \
                1997-06-01” (a4), which can also be right";
    assert!(wide.contains(note), "{wide}");
}

#[test]
fn of_many_values_beside_an_agreement_some_are_named() {
    let mut claims: Vec<String> = (0..14).map(|at| format!("hurt = colour {at}")).collect();
    claims.push("hurt = green".into());
    let claims: Vec<&str> = claims.iter().map(String::as_str).collect();
    let text = report(&[&["hurt = green"], &claims], &["--agreements"]);
    assert!(
        text.contains("colour 10 (a2), colour 11 (a2): they differ, and no vocabulary"),
        "{text}"
    );
    assert!(
        text.contains("note beside them stand 2 more values"),
        "{text}"
    );
}

#[test]
fn unknown_days_of_publication_are_one_sentence() {
    let folder = Folder::with(&[]);
    for id in ["003", "004", "005"] {
        let text = article(id, "", &["sold = yesterday"]);
        folder.add(&format!("claims/{id}.yaml"), &text);
    }
    let text = flat(&folder.run(&[]).out);
    let why = "because the days on which 003, 004 and 005 were published are not known";
    assert!(text.contains(why), "{text}");
}

#[test]
fn a_ruling_that_is_added_says_where() {
    let folder = story(&[&["staff = 4"], &["staff = 80"]]);
    let id = folder.run(&["--format", "json"]).first_id();
    let rule = || rule_both(&folder, &id);
    let first = rule();
    let expected = format!("gainsay: ruling on {id} added to claims/rulings.yaml:2\n");
    assert_eq!((first.out.as_str(), first.err.as_str()), ("", &*expected));
    let second = rule();
    let file = folder.read("claims/rulings.yaml");
    let line = file
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("- finding:"));
    let line = line.last().unwrap().0 + 1;
    let expected = format!("gainsay: ruling on {id} added to claims/rulings.yaml:{line}\n");
    assert!(second.err.ends_with(&expected), "{second:?}");
    assert!(second.err.contains("is ruled on already: both, by RK"));
}

/// Rules that both sides of a finding hold.
fn rule_both(folder: &Folder, id: &str) -> Ran {
    folder.run(&[
        "rule",
        id,
        "--ruling",
        "both",
        "--by",
        "RK",
        "--reason",
        "two days",
        "--to",
        "claims/rulings.yaml",
    ])
}

#[test]
fn a_day_is_asked_for_where_it_would_let_something_be_compared() {
    let alone = "article: {id: late-post}\nclaims:\n  - {subject: storm, property: date, value: on Wednesday}\n";
    let folder = Folder::with(&[("claims/a.yaml", STORY), ("claims/b.yaml", alone)]);
    let asked = "add `published` to late-post";
    for args in [&["--all"][..], &["--all", "--format", "html"]] {
        let ran = folder.run(args);
        assert!(!ran.out.contains(asked), "{ran:?}");
    }
    let other = "article: {id: day-post}\nclaims:\n  - {subject: storm, property: date, value: 6 March 2024}\n";
    folder.add("claims/c.yaml", other);
    assert!(folder.run(&["--all"]).out.contains(asked));
}
