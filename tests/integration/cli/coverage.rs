//! `gainsay coverage`: what no claim quotes, and on what articles are silent.

use super::Folder;

const POST: &str = "\
article: {id: post, source: Harbour Post, published: 2024-05-08, text: post.txt}
claims:
  - {subject: dock fire, property: injured, value: three, quote: injured three dockers}
drafts:
  - quote: two cranes burned
";

const POST_TEXT: &str = "\
Three hurt in dock fire

A fire on Monday night injured three dockers, the fire service said.
The fire caused damage of 2 million euros. Two cranes burned.
The harbour is grey and quiet.

Follow us on
";

const MAIL: &str = "\
article: {id: mail, source: Evening Mail}
claims:
  - {subject: dock fire, property: damage, value: 3 million euros, quote: damage of three million euros}
  - {subject: dock fire, property: began, value: on Monday}
  - {subject: dock fire, property: injured, value: one}
";

fn story() -> Folder {
    Folder::with(&[
        ("claims/post.yaml", POST),
        ("claims/post.txt", POST_TEXT),
        ("claims/mail.yaml", MAIL),
    ])
}

#[test]
fn sentences_without_a_claim_are_listed_by_what_they_hold() {
    let ran = story().run(&["coverage"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let at = |words: &str| {
        ran.out
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {}", ran.out))
    };
    assert!(at("“The fire caused damage of 2 million euros.”") < at("“Two cranes burned.”"));
    assert!(at("“Two cranes burned.”") < at("“The harbour is grey and quiet.”"));
    assert!(at("“The harbour is grey and quiet.”") < at("“Follow us on”"));
    // What a claim quotes is not told.
    assert!(!ran.out.contains("injured three dockers"), "{}", ran.out);
    for words in [
        "post (Harbour Post): no claim quotes 4 of 5 sentences, silent on 2 questions, 1 draft waits",
        "post.txt:4: a value, may answer a question",
        "; in a draft",
        "dock fire / damage (mail: 3 million euros)",
        "seems to belong to the page",
        "1 article with a text: no claim quotes 4 of 5 sentences",
        "without a text, to be named as `text:`: mail",
        "1 draft waits; `gainsay drafts` lists them",
    ] {
        at(words);
    }
}

#[test]
fn the_silent_questions_name_the_sentences_that_may_answer_them() {
    let ran = story().run(&["coverage", "--format", "json"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let json = ran.json();
    assert_eq!(json["format"], "gainsay/coverage/1");
    let post = &json["articles"][1];
    assert_eq!(post["id"], "post");
    let sentences = post["sentences"].as_array().unwrap();
    assert_eq!(sentences.len(), 6);
    for sentence in sentences {
        let (from, to) = (
            sentence["from"].as_u64().unwrap(),
            sentence["to"].as_u64().unwrap(),
        );
        let written = &POST_TEXT[from as usize..to as usize];
        assert_eq!(
            written.replace('\n', " "),
            sentence["text"].as_str().unwrap()
        );
    }
    assert_eq!(sentences[1]["claims"].as_array().unwrap().len(), 1);
    assert_eq!(sentences[1]["speaker"], "fire service");
    assert_eq!(sentences[3]["drafts"], 1);
    let silent = post["silent"].as_array().unwrap();
    let damage = silent.iter().find(|it| it["property"] == "damage").unwrap();
    assert_eq!(damage["answered_by"][0], "mail");
    assert_eq!(damage["sentences"][0], 2);
    // It answers that itself.
    assert!(
        silent.iter().all(|it| it["property"] != "injured"),
        "{silent:?}"
    );
    // Without a text nothing is known of sentences.
    assert!(json["articles"][0]["text"].is_null());
    assert_eq!(
        json["articles"][0]["sentences"].as_array().unwrap().len(),
        0
    );
}

#[test]
fn the_table_has_a_row_for_each_sentence_and_question() {
    let ran = story().run(&["coverage", "--format", "csv"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    let rows: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        rows.iter()
            .filter(|row| row.contains("\"sentence\","))
            .count(),
        5 + 1
    );
    assert_eq!(
        rows.iter()
            .filter(|row| row.contains("\"quoted sentence\","))
            .count(),
        1
    );
    assert!(
        rows.iter()
            .any(|row| row.starts_with("\"post\",\"silent\"") && row.contains("2 million")),
        "{rows:?}"
    );
}

#[test]
fn a_report_names_articles_of_which_much_is_left() {
    let line = "sentences that no claim quotes: post 4 of 5; `gainsay coverage` lists them";
    let ran = story().run(&["check"]);
    assert!(ran.out.contains(line), "{}", ran.out);
    // Nothing is to be told where no text is known, nothing or all of it is quoted.
    let silent = [
        (
            "a.yaml",
            "article: {id: a}\nclaims:\n  - {subject: x, property: y, value: 3, quote: it had three doors}\n",
        ),
        (
            "a.yaml",
            "article: {id: a, text: a.txt}\nclaims:\n  - {subject: x, property: y, value: 3}\n",
        ),
        (
            "a.yaml",
            "article: {id: a, text: a.txt}\nclaims:\n  - {subject: x, property: y, value: 3, quote: three doors. A cat ... ran}\n",
        ),
    ];
    for file in silent {
        let ran = Folder::with(&[
            file,
            (
                "a.txt",
                "It had three doors. A cat there ran.\n\nRead more\n",
            ),
        ])
        .run(&["check", "."]);
        assert_eq!(ran.status, 0, "{ran:?}");
        assert!(!ran.out.contains("no claim quotes"), "{ran:?}");
    }
}

#[test]
fn what_is_all_quoted_is_not_listed() {
    let folder = Folder::with(&[
        (
            "claims/a.yaml",
            "article: {id: a, text: a.txt}\nclaims:\n  - {subject: x, property: y, value: 3, quote: it had three doors}\n",
        ),
        ("claims/a.txt", "It had three doors."),
    ]);
    let ran = folder.run(&["coverage"]);
    assert_eq!(ran.status, 0, "{ran:?}");
    assert_eq!(
        ran.out,
        "1 article with a text: no claim quotes 0 of 1 sentence\n"
    );
    let ran = folder.run(&["coverage", "nowhere"]);
    assert_eq!(ran.status, 2, "{ran:?}");
    let ran = folder.run(&["coverage", "--format", "html"]);
    assert_eq!(ran.status, 2, "{ran:?}");
}

#[test]
fn where_no_article_has_a_text_no_sentence_is_counted() {
    let folder = Folder::with(&[("claims/mail.yaml", MAIL)]);
    let ran = folder.run(&["coverage"]);
    assert_eq!(
        ran.out,
        "no article names a text that can be read\nwithout a text, to be named as `text:`: mail\n"
    );
}
