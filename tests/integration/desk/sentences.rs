//! The sentences that nobody has looked at: how many there are, and which of them comes first.

use serde_json::{Value, json};

use super::asked::{add, article};
use super::web::Web;
use super::{RADIO, Story};

/// The words of the ranked sentences of an article.
fn ranked(web: &Web, id: &str) -> Vec<String> {
    let article = article(web, id);
    let text: Vec<u16> = article["text"].as_str().unwrap().encode_utf16().collect();
    let key = article["key"].as_str().unwrap();
    let answer = web.get(&format!("/api/sentences/{key}")).json();
    assert_eq!(answer["length"], text.len());
    let at = |place: &Value| usize::try_from(place.as_u64().unwrap()).unwrap();
    let words = |it: &Value| String::from_utf16(&text[at(&it["from"])..at(&it["to"])]).unwrap();
    let sentences = answer["sentences"].as_array().unwrap();
    sentences.iter().map(words).collect()
}

/// How many sentences of an article nobody has quoted.
fn unquoted(web: &Web, id: &str) -> Value {
    let key = article(web, id)["key"].as_str().unwrap().to_owned();
    web.get("/api/unquoted").json()["articles"][key].clone()
}

#[test]
fn sentences_that_nobody_has_quoted_are_counted() {
    let story = Story::new();
    let web = Web::of(&story);
    // The heading and two sentences; of the other article the one that no draft quotes.
    assert_eq!(unquoted(&web, "post"), 3);
    assert_eq!(unquoted(&web, "radio"), 1);
    let radio = article(&web, "radio");
    let quote = json!({"quote": "Nine boats were lost"});
    assert_eq!(web.post("/api/change", &add(&radio, quote)).status, 200);
    assert_eq!(unquoted(&web, "radio"), 0);
    assert_eq!(unquoted(&web, "post"), 3);
    assert_eq!(web.post("/api/undo", &json!({})).status, 200);
    assert_eq!(unquoted(&web, "radio"), 1);
}

#[test]
fn what_changes_outside_is_counted_again_and_what_has_no_text_is_not() {
    let story = Story::new();
    let web = Web::of(&story);
    assert_eq!(unquoted(&web, "radio"), 1);
    story.write(
        "radio.txt",
        "Two sheds burnt down. One more came. And another one did.\n",
    );
    assert_eq!(unquoted(&web, "radio"), 2);
    // A second reading of it counts with the first.
    let second = RADIO.replace("  source", "  annotator: NV\n  source");
    story.write(
        "radio-nv.yaml",
        &second.replace("two sheds burnt down", "one more came"),
    );
    assert_eq!(unquoted(&web, "radio"), 1);
    std::fs::remove_file(story.file("radio-nv.yaml")).unwrap();
    story.write("radio.yaml", "article: {id: radio}\nclaims: []\n");
    assert_eq!(unquoted(&web, "radio"), Value::Null);
    let key = article(&web, "radio")["key"].as_str().unwrap().to_owned();
    let none = web.get(&format!("/api/sentences/{key}"));
    assert_eq!((none.status, &none.json()["sentences"]), (200, &json!([])));
    assert_eq!(web.get("/api/sentences/0123").status, 422);
}

#[test]
fn the_sentence_that_holds_most_comes_first() {
    let story = Story::new();
    story.write(
        "radio.txt",
        "It was \u{1f525} a long day \u{1f525}.\nTwo people were injured in the dock fire.\nHe went home.\n",
    );
    let web = Web::of(&story);
    let ranked = ranked(&web, "radio");
    assert_eq!(ranked[0], "Two people were injured in the dock fire.");
    assert_eq!(ranked.len(), 3);
    let key = article(&web, "radio")["key"].as_str().unwrap().to_owned();
    let first = &web.get(&format!("/api/sentences/{key}")).json()["sentences"][0];
    let question = json!({"subject": "dock fire", "property": "injured"});
    assert_eq!(first["questions"][0], question);
    assert!(first["why"].as_str().unwrap().contains("a value"));
    // What the article answers itself is asked no more.
    let claim = json!({"subject": "dock fire", "property": "injured", "value": "two", "quote": "Two people were injured"});
    let radio = article(&web, "radio");
    assert_eq!(web.post("/api/change", &add(&radio, claim)).status, 200);
    let first = &web.get(&format!("/api/sentences/{key}")).json()["sentences"][0];
    assert_eq!(first["questions"], json!([]));
}

#[test]
fn a_page_that_leaves_does_not_hold_up_the_next() {
    let story = Story::new();
    let mut desk = story.desk();
    let key = super::seen(&mut desk, "post").key;
    for round in 0..20 {
        // Asked of a run that is gone before it is answered.
        let ranking = desk.sentences(&key).unwrap();
        story.write("radio.txt", &format!("It is round {round}.\n"));
        desk.refresh();
        if round % 2 == 0 {
            assert_eq!(ranking.wait().unwrap().sentences.len(), 4);
        }
    }
}
