//! Sentences of invented pages of several makes.

use super::{Part, sentences, speech};

fn cut(text: &str) -> Vec<&str> {
    let cut = sentences(text);
    cut.iter()
        .map(|it| text.get(it.span.clone()).unwrap_or_default())
        .collect()
}

fn parts(text: &str) -> Vec<(Part, &str)> {
    let cut = sentences(text);
    cut.iter()
        .map(|it| (it.part, text.get(it.span.clone()).unwrap_or_default()))
        .collect()
}

#[test]
fn stops_that_end_no_sentence() {
    let whole = [
        "Mr. Lee met Dr. Moss and Sen. Vance at St. Agnes in Ft. Moss on Wednesday.",
        "It left at 5 p.m. Tuesday from No. 4 Quay, Fig. 3 shows.",
        "U.S. President Ann Marsh of Harbour Lines Inc. Chairman Bo Chen came.",
        "J. K. Marsh paid $3.5 million, or 3.2 percent, to example.com on Jan. 3.",
        "“Stop!” she cried.",
        "“Is it over?” Marsh asked.",
        "“It is out.” Captain Vance said on Monday.",
        "He waited ... and then left.",
        "The firm (Marsh Bros. Ltd.) was sold, e.g. Pier 4 and vol. 2 of the log.",
        "Atty. Nora Moss came, as did Lt. Col. Vance and Lee Jr. of the port.",
    ];
    for text in whole {
        assert_eq!(cut(text), [text]);
    }
}

#[test]
fn stops_that_do() {
    let cases: [(&str, &[&str]); 9] = [
        (
            "It left at 5 p.m. The port closed.",
            &["It left at 5 p.m.", "The port closed."],
        ),
        (
            "He lives in the U.S. He was born there.",
            &["He lives in the U.S.", "He was born there."],
        ),
        (
            "She said no. Nobody asked why.",
            &["She said no.", "Nobody asked why."],
        ),
        (
            "“We are glad. It is over,” said Lee.",
            &["“We are glad.", "It is over,” said Lee."],
        ),
        (
            "Why? Because it burned! All of it.",
            &["Why?", "Because it burned!", "All of it."],
        ),
        (
            "The ship sank at sea.The port closed.",
            &["The ship sank at sea.", "The port closed."],
        ),
        (
            "“It burned.” He said no one came to help them in the end.",
            &[
                "“It burned.”",
                "He said no one came to help them in the end.",
            ],
        ),
        (
            "It was Pier 4. Three men ran.",
            &["It was Pier 4.", "Three men ran."],
        ),
        ("So did I. Then we left.", &["So did I.", "Then we left."]),
    ];
    for (text, expected) in cases {
        assert_eq!(cut(text), expected, "{text}");
    }
}

/// A wire story in lines of one width, as mail and old systems have it.
const WIRE: &str = "\
Three hurt as fire guts warehouse\n\
By Ann Marsh\n\
\n\
PORT ALDEN, May 6 (Coast Wire) - A fire injured three dockers on\n\
Monday night, the fire service said. Crews came from four towns and\n\
stayed until the morning.\n\
\n\
\"Nobody was inside,\" said Captain Nora Vance, who leads the fire\n\
service. \"We were lucky.\"\n\
\n\
(Reporting by Ann Marsh; Editing by Bo Chen)\n";

#[test]
fn a_wire_story() {
    assert_eq!(
        parts(WIRE),
        [
            (Part::Heading, "Three hurt as fire guts warehouse"),
            (Part::Furniture, "By Ann Marsh"),
            (Part::Furniture, "PORT ALDEN, May 6 (Coast Wire) -"),
            (
                Part::Text,
                "A fire injured three dockers on\nMonday night, the fire service said."
            ),
            (
                Part::Text,
                "Crews came from four towns and\nstayed until the morning."
            ),
            (
                Part::Text,
                "\"Nobody was inside,\" said Captain Nora Vance, who leads the fire\nservice."
            ),
            (Part::Text, "\"We were lucky.\""),
            (
                Part::Furniture,
                "(Reporting by Ann Marsh; Editing by Bo Chen)"
            ),
        ]
    );
}

/// A page with a line for each paragraph, as saved pages give it.
const PAGE: &str = "\
Fire at pier 4: what we know\n\
Published: 6 May 2024\n\
Share this article\n\
Pier 4 after the fire. Photo: Bo Chen/AP\n\
The fire began in a warehouse.The port closed.\n\
READ: Ten fires that changed the coast\n\
What burned:\n\
- 40 tonnes of paper\n\
- two cranes, one of them new\n\
1) A third crane fell. Nobody was near.\n\
Comments on the plan are due in May, the port said in a statement to all its neighbours.\n\
Sign up for our newsletter to get the news. The port opens again on Friday.\n\
© 2024 Harbour Post\n";

#[test]
fn a_page_with_furniture() {
    use Part::{Caption, Furniture, Heading, Item, Text};
    let found: Vec<_> = parts(PAGE);
    let expected = [
        (Heading, "Fire at pier 4: what we know"),
        (Furniture, "Published: 6 May 2024"),
        (Furniture, "Share this article"),
        (Caption, "Pier 4 after the fire."),
        (Caption, "Photo: Bo Chen/AP"),
        (Text, "The fire began in a warehouse."),
        (Text, "The port closed."),
        (Furniture, "READ: Ten fires that changed the coast"),
        (Text, "What burned:"),
        (Item, "40 tonnes of paper"),
        (Item, "two cranes, one of them new"),
        (Item, "A third crane fell."),
        (Item, "Nobody was near."),
        (
            Text,
            "Comments on the plan are due in May, the port said in a statement to all its neighbours.",
        ),
        (Furniture, "Sign up for our newsletter to get the news."),
        (Text, "The port opens again on Friday."),
        (Furniture, "© 2024 Harbour Post"),
    ];
    assert_eq!(found, expected);
}

/// A page that goes on with other stories, and has short lines in a list.
const OTHERS: &str = "\
Maren hits the pier: what we know\n\
What happened?\n\
17 people were hurt\n\
two of them are in a serious condition\n\
Related\n\
Ten wrecks that changed the coast\n\
What the crew says\n\
The captain of the ship was not on the bridge when it struck the northern pier of the port of Alden, police said on Monday evening.\n\
Read more\n\
Ferry timetable: what you need to know\n\
Five hurt in bus crash near the port on Saturday\n\
Who pays?\n\
Back | Print this page\n\
Copyright 2023 Valley Post\n";

#[test]
fn other_stories_behind_an_article_belong_to_the_page() {
    use Part::{Furniture, Heading, Text};
    let expected = [
        (Heading, "Maren hits the pier: what we know"),
        (Text, "What happened?"),
        (Heading, "17 people were hurt"),
        (Heading, "two of them are in a serious condition"),
        (Furniture, "Related"),
        (Furniture, "Ten wrecks that changed the coast"),
        // What stands right above a paragraph may be its headline.
        (Heading, "What the crew says"),
        (
            Text,
            "The captain of the ship was not on the bridge when it struck the northern pier of the port of Alden, police said \
             on Monday evening.",
        ),
        (Furniture, "Read more"),
        (Furniture, "Ferry timetable: what you need to know"),
        (
            Furniture,
            "Five hurt in bus crash near the port on Saturday",
        ),
        (Furniture, "Who pays?"),
        (Furniture, "Back | Print this page"),
        (Furniture, "Copyright 2023 Valley Post"),
    ];
    assert_eq!(parts(OTHERS), expected);
}

#[test]
fn a_day_around_the_headline_belongs_to_the_page_and_one_below_to_the_story() {
    let page = "The bridge opens\nSaturday, 3 February 2024\nBy Tom Reid, Staff Writer | February 4, 2024\n\nThe bridge opened.\nIt held.\n6 May 2024\nThe bridge closed.\n";
    let found: Vec<Part> = parts(page).into_iter().map(|(part, _)| part).collect();
    use Part::{Furniture, Heading, Text};
    assert_eq!(
        found,
        [Heading, Furniture, Furniture, Text, Text, Heading, Text]
    );
}

#[test]
fn datelines_in_any_order() {
    for head in [
        "PORT ALDEN, May 6 (Coast Wire) -",
        "PORT ALDEN —",
        "May 6, PORT ALDEN (Coast Wire) —",
        "(Coast Wire) PORT ALDEN, May 6 —",
        "(Coast Wire) —",
        "6 May 2024, PORT ALDEN –",
    ] {
        let text = format!("{head} A fire injured three dockers.");
        let expected = [
            (Part::Furniture, head),
            (Part::Text, "A fire injured three dockers."),
        ];
        assert_eq!(parts(&text), expected, "{head}");
    }
    for text in [
        "May 6 — Three dockers were hurt.",
        "(He was late) — The port closed.",
        "Ann Lee — She was first.",
        "The report of NATO — It came late.",
    ] {
        assert_eq!(parts(text), [(Part::Text, text)], "{text}");
    }
}

#[test]
fn what_only_looks_like_furniture_is_text() {
    for text in [
        "NATO — which met in May — said nothing.",
        "Published reports say that the port is closed.",
        "By Monday the fire was out.",
        "Comments by the mayor anger the port of Alden",
        "Share prices of the port fell on Monday",
        "Home is where the fire began.",
        "Pictures taken by AP show the pier.",
        "Copyright law of 1990 decides the case.",
        "The choice: boat | train | bus or the long way over the hills and back.",
    ] {
        let found = parts(text);
        assert!(
            found
                .iter()
                .all(|(part, _)| *part != Part::Furniture && *part != Part::Caption),
            "{found:?}"
        );
        assert_eq!(found.len(), 1, "{found:?}");
    }
}

#[test]
fn sentences_hold_every_letter_once_and_in_order() {
    for text in [
        WIRE,
        PAGE,
        "",
        "\n\n",
        "a",
        "....",
        "“”",
        "é.É.é. Ü",
        "1. 2. 3.",
        "A\u{2028}b. C\r\nd",
        "(a",
    ] {
        let found = sentences(text);
        let mut end = 0;
        for sentence in &found {
            assert!(sentence.span.start >= end, "{text:?} {found:?}");
            end = sentence.span.end;
            assert!(text.get(sentence.span.clone()).is_some(), "{text:?}");
        }
    }
}

#[test]
fn speakers() {
    let cases = [
        (
            "A fire injured three dockers, the fire service said.",
            Some(Some("fire service")),
        ),
        (
            "“Nobody was inside,” said Captain Nora Vance, who leads it.",
            Some(Some("Captain Nora Vance")),
        ),
        (
            "“I reported it on 20 May,” said Pete Lowe, a fisherman.",
            Some(Some("Pete Lowe")),
        ),
        (
            "The company, Northern Lines, said the ship was inspected.",
            Some(Some("Northern Lines")),
        ),
        (
            "The captain, Tom Reid, told the Wire that it was dark.",
            Some(Some("Tom Reid")),
        ),
        (
            "On Monday, May 6, said the note, it rained.",
            Some(Some("note")),
        ),
        (
            "A deckhand, who had no name, told the Wire that it was dark.",
            Some(Some("deckhand")),
        ),
        ("According to police, two men ran.", Some(Some("police"))),
        (
            "Two men ran, according to a report in the Harbour Post.",
            Some(Some("report")),
        ),
        (
            "Marsh later told reporters that it was over.",
            Some(Some("Marsh")),
        ),
        ("“We are glad,” she said.", Some(None)),
        ("The “great fire” was small.", Some(None)),
        (
            "Officials at the port said nothing.",
            Some(Some("Officials at the port")),
        ),
        (
            "“The pumps did not start when the crew asked for it,” Moss said.",
            Some(Some("Moss")),
        ),
        (
            "Northern Lines, which owns the ship, said the ship had passed a test.",
            Some(Some("Northern Lines")),
        ),
        (
            "There is no sign of fire, said its head, Rolf Moss.",
            Some(Some("Rolf Moss")),
        ),
        (
            "It sank at noon, according to harbour master Jonas Moss.",
            Some(Some("Jonas Moss")),
        ),
        ("The ship sailed when they asked for it.”", Some(None)),
        ("The port closed on Monday.", None),
        ("The crane fell.", None),
    ];
    for (text, expected) in cases {
        assert_eq!(
            speech::speech(text).map(|it| it.speaker),
            expected,
            "{text}"
        );
    }
}
