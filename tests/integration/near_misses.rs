//! Subjects and labels that may be one: which are pointed out, and which are not.

use gainsay::reading::Readings;

use crate::parse::load_texts;

/// The near misses of some articles and a vocabulary, by their first words.
fn warned(articles: &str, vocabulary: &str) -> Vec<String> {
    let (corpus, _) = load_texts(&[articles, vocabulary]);
    let (_, diagnostics) = gainsay::align::align(&corpus, &Readings::new(&corpus), false);
    let near = diagnostics
        .iter()
        .filter(|it| it.code.name().starts_with("near-miss"));
    near.map(|it| it.message.split(',').next().unwrap().to_owned())
        .collect()
}

/// Two articles with a claim each: subject, property and value.
fn two(left: [&str; 3], right: [&str; 3]) -> String {
    let article = |id: &str, [subject, property, value]: [&str; 3]| {
        format!(
            "article: {{id: {id}}}\nclaims:\n  - subject: {subject}\n    property: {property}\n    value: {value}\n"
        )
    };
    format!("{}---\n{}", article("a", left), article("b", right))
}

#[test]
fn labels_that_contain_one_another() {
    for (left, right) in [
        ("owner", "owned by"),
        ("injured", "people injured"),
        ("arrested", "arrests"),
    ] {
        let articles = two(["fire", left, "3"], ["fire", right, "4"]);
        assert_eq!(warned(&articles, "").len(), 1, "{left}, {right}");
    }
}

#[test]
fn labels_that_differ_in_one_word_of_three() {
    for (left, right) in [
        (
            ["crew sent radio message", "yes"],
            ["crew sent radio signal", "no"],
        ),
        (
            ["cause of mill blaze", "a spark"],
            ["cause of mill inferno", "a candle"],
        ),
    ] {
        let articles = two(["fire", left[0], left[1]], ["fire", right[0], right[1]]);
        assert_eq!(warned(&articles, "").len(), 1, "{left:?}, {right:?}");
    }
    for (left, right) in [
        // Opposites, another number, two words, two that differ, another kind.
        (
            ["clemency requests granted", "3"],
            ["clemency requests rejected", "4"],
        ),
        (
            ["date of mill fire", "2024-03-04"],
            ["place of mill fire", "Leith"],
        ),
        (
            ["people injured on Friday", "3"],
            ["people killed on Friday", "3"],
        ),
        (["votes in round 1", "3"], ["votes in round 2", "4"]),
        (["radio message", "yes"], ["radio signal", "no"]),
        (
            ["crew sent radio message", "yes"],
            ["crew heard radio signal", "no"],
        ),
        (
            ["crew sent radio message", "yes"],
            ["crew sent radio signal", "2024-03-04"],
        ),
    ] {
        let articles = two(["fire", left[0], left[1]], ["fire", right[0], right[1]]);
        assert_eq!(warned(&articles, ""), [""; 0], "{left:?}, {right:?}");
    }
    let both = two(
        ["fire", "crew sent radio message", "yes"],
        ["fire", "crew sent radio signal", "no"],
    );
    let declared = "properties:\n  crew sent radio message:\n";
    assert_eq!(warned(&both, declared), [""; 0]);
    let one =
        format!("{both}  - {{subject: fire, property: crew sent radio message, value: yes}}\n");
    assert_eq!(warned(&one, ""), [""; 0]);
}

#[test]
fn a_value_that_cannot_be_read_hides_no_near_miss() {
    let articles = two(
        ["fire", "went out", "two hours after the engines left"],
        ["fire", "went out after sunset", "three hours"],
    );
    assert_eq!(warned(&articles, "").len(), 1);
}

#[test]
fn a_label_near_two_others_is_one_message() {
    let articles = format!(
        "{}---\narticle: {{id: c}}\nclaims:\n  - {{subject: fire, property: engines at noon, value: 6}}\n",
        two(
            ["fire", "engines", "4"],
            ["fire", "engines in the street", "5"]
        ),
    );
    assert_eq!(
        warned(&articles, ""),
        [
            "\"engines\" may ask what \"engines in the street\" or \"engines at noon\" asks: each article answers but one of them"
        ]
    );
}

#[test]
fn labels_that_are_told_apart() {
    let silent = [
        // Other words, another subject, another kind.
        (two(["fire", "granted", "3"], ["fire", "rejected", "4"]), ""),
        (two(["fire", "owner", "3"], ["ship", "owned by", "4"]), ""),
        (two(["house", "builder", "Acme"], ["house", "built", "1996-05"]), ""),
        // One article has both.
        (
            "article: {id: a}\nclaims:\n  - {subject: fire, property: goals, value: 3}\n  - {subject: fire, property: goals at home, value: 2}\n".into(),
            "",
        ),
        (
            two(["fire", "injured", "3"], ["fire", "people injured", "4"]),
            "properties:\n  injured:\n  people injured:\n",
        ),
        (
            two(["fire", "hurt", "3"], ["fire", "hurt at home", "4"]),
            "rules: [{name: parts, holds: hurt = hurt at home + hurt outside}]",
        ),
    ];
    for (articles, vocabulary) in silent {
        assert_eq!(warned(&articles, vocabulary), [""; 0], "{articles}");
    }
}

#[test]
fn subjects_that_contain_one_another() {
    let mill = two(["fire", "hurt", "3"], ["mill fire", "hurt", "4"]);
    assert_eq!(warned(&mill, "").len(), 1);
    let told = "entities:\n  fire: {distinct from: [mill fire]}\n";
    assert_eq!(warned(&mill, told), [""; 0]);
    // The fire is not its inquiry, and what has no property in common is not compared.
    for silent in [
        two(["fire", "hurt", "3"], ["fire inquiry", "hurt", "4"]),
        two(["fire", "hurt", "3"], ["mill fire", "engines", "4"]),
    ] {
        assert_eq!(warned(&silent, ""), [""; 0], "{silent}");
    }
}

#[test]
fn names_that_same_calls_alike() {
    for (left, right) in [
        ("Bob Halden", "Robert Halden"),
        ("Fatima Odo", "Fatma Odo"),
        ("Odo Lin", "Lin Odo"),
        ("Göran Lund", "Goeran Lund"),
        ("Håkan Lund", "Haakan Lund"),
        ("Pim van Eyk", "Pim van Eijk"),
        ("Halden", "Halden Inc."),
        ("North Wire Agency", "NWA"),
    ] {
        let articles = two([left, "age", "44"], [right, "age", "45"]);
        assert_eq!(warned(&articles, "").len(), 1, "{left}, {right}");
        let others = two([left, "age", "44"], [right, "height", "2 m"]);
        let slip = ["Fatima Odo", "Göran Lund", "Håkan Lund"].contains(&left);
        assert_eq!(
            warned(&others, "").len(),
            usize::from(slip),
            "{left}, {right}"
        );
    }
    // Who answers for both takes them for two, and so does a vocabulary that declares both.
    let bob = ["Bob Halden", "age", "44"];
    let both = two(bob, ["Robert Halden", "age", "45"]);
    let one = format!("{both}  - {{subject: Bob Halden, property: age, value: 9}}\n");
    assert_eq!(warned(&one, ""), [""; 0]);
    let declared = "entities:\n  Bob Halden: {kind: person}\n  Robert Halden: {kind: person}\n";
    assert_eq!(warned(&both, declared), [""; 0]);
    for (left, right) in [
        ("Ann Halden", "Ben Halden"),
        ("Ann Halden", "Ann and Ben Halden"),
        ("Sarah St. Clair", "Sarah Clair"),
        ("R.T.K. Moss", "RON Moss"),
        ("R.L.", "Rita Lund"),
        ("Halden Fund II", "Halden Fund"),
    ] {
        let articles = two([left, "age", "44"], [right, "age", "45"]);
        assert_eq!(warned(&articles, ""), [""; 0], "{left}, {right}");
    }
}

#[test]
fn people_by_a_letter_or_a_surname() {
    let slip = two(
        ["Viktor Dragan", "age", "44"],
        ["Victor Dragan", "age", "45"],
    );
    assert_eq!(warned(&slip, "").len(), 1);
    let siblings = two(["Carlo Rossi", "age", "44"], ["Carla Rossi", "age", "45"]);
    assert_eq!(warned(&siblings, ""), [""; 0]);
    let alone = two(["Nora Vance", "age", "44"], ["Vance", "age", "45"]);
    assert_eq!(warned(&alone, ""), ["\"Vance\" may be Nora Vance"]);
    let borne = format!("{alone}  - {{subject: Peter Vance, property: age, value: 9}}\n");
    assert_eq!(warned(&borne, ""), [""; 0]);
    let other = "entities:\n  Nora Vance: {kind: person, distinct from: [Vance]}\n";
    assert_eq!(warned(&alone, other), [""; 0]);
    // Who is declared bears the name, whether or not a claim does.
    let unnamed = two(["Vance", "age", "44"], ["harbour fire", "people hurt", "4"]);
    assert_eq!(warned(&unnamed, ""), [""; 0]);
    let two_of_them = "entities:\n  Nora Vance: {kind: person}\n  Peter Vance: {kind: person}\n";
    assert_eq!(
        warned(&unnamed, two_of_them),
        ["\"Vance\" may be Nora Vance or Peter Vance"]
    );
}

#[test]
fn a_slip_in_a_declared_label_that_nobody_uses() {
    let used = two(
        ["Vance", "sentense length", "44 years"],
        ["harbour fire", "people hurt", "4"],
    );
    assert_eq!(warned(&used, ""), [""; 0]);
    let declared = "properties:\n  sentence length: {kind: duration}\n";
    assert_eq!(warned(&used, declared).len(), 1);
}

#[test]
fn given_names_and_generations_written_in_another_way() {
    for (left, right) in [
        ("Ann Pell", "Anne Pell"),
        ("Sara Lund", "Sarah Lund"),
        ("Jon Reeve", "John Reeve"),
        ("Mark Dahl", "Marc Dahl"),
        ("Hugo Vane III", "Hugo Vane 3rd"),
        ("Håkon Moe", "Haakon Moe"),
        ("Möller AG", "Moeller AG"),
    ] {
        let articles = two([left, "age", "47"], [right, "age", "48"]);
        assert_eq!(warned(&articles, "").len(), 1, "{left}, {right}");
    }
    for (left, right) in [
        ("Ann Pell", "Anna Pell"),
        ("Jan Reeve", "Jon Reeve"),
        ("Ann Pell", "Anne Bell"),
        ("Hugo Vane III", "Hugo Vane 2nd"),
        ("Hugo Vane 3rd", "Hugo Vane IV"),
    ] {
        let articles = two([left, "age", "47"], [right, "age", "48"]);
        assert_eq!(warned(&articles, ""), [""; 0], "{left}, {right}");
    }
}

/// Two articles that answer some properties each, about one subject each.
fn answering(left: (&str, &[&str]), right: (&str, &[&str])) -> String {
    let article = |id: &str, (subject, properties): (&str, &[&str])| {
        let claims = properties.iter().enumerate().map(|(at, property)| {
            format!("  - subject: {subject}\n    property: {property}\n    value: {at}\n")
        });
        let claims: String = claims.collect();
        format!("article: {{id: {id}}}\nclaims:\n{claims}")
    };
    format!("{}---\n{}", article("a", left), article("b", right))
}

#[test]
fn a_name_with_words_for_what_bears_it_and_the_name_alone() {
    let two: &[&str] = &["aboard", "injured"];
    for (left, right, properties) in [
        ("ferry Selma", "Selma", &two[..1]),
        ("the ferry Selma", "Selma", &two[..1]),
        ("Selma", "car ferry Selma", &two[..1]),
        ("ferry Selma", "Selma ferry", &two[..1]),
        ("ferry Selma", "the ferry", two),
    ] {
        let articles = answering((left, properties), (right, properties));
        assert_eq!(warned(&articles, "").len(), 1, "{left}, {right}");
    }
    for (left, right, properties) in [
        // One property in common is little for a word that many bear.
        ("ferry Selma", "the ferry", &two[..1]),
        // Somebody else is meant.
        ("owner of Selma", "Selma", two),
        ("ferry Selma", "Tora", two),
        ("ferry Selma", "ferry Tora", two),
    ] {
        let articles = answering((left, properties), (right, properties));
        assert_eq!(warned(&articles, ""), [""; 0], "{left}, {right}");
    }
    let both = answering(("ferry Selma", two), ("Selma", two));
    let of_both = format!(
        "{both}---\narticle: {{id: c}}\nclaims:\n  - {{subject: Selma, property: owner, value: 3}}\n  - {{subject: ferry Selma, property: owner, value: 4}}\n"
    );
    // There "Selma" is the ferry, and in the other article nobody knows.
    assert_eq!(warned(&of_both, ""), ["\"Selma\" may be \"ferry Selma\""]);
    let distinct = "entities:\n  Selma: {distinct from: [ferry Selma]}\n";
    assert_eq!(warned(&both, distinct), [""; 0]);
}
