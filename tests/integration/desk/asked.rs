//! What the page asks for and gets: the article with its quotes, the claim that is being typed.

use serde_json::{Value, json};

use super::web::Web;
use super::{POST_TEXT, RADIO, Story};

pub(super) fn article(web: &Web, id: &str) -> Value {
    let desk = web.get("/api/desk").json();
    let articles = desk["articles"].as_array().unwrap();
    let found = articles.iter().find(|it| it["id"] == id).unwrap();
    web.get(&format!("/api/article/{}", found["key"].as_str().unwrap()))
        .json()
}

pub(super) fn add(article: &Value, fields: Value) -> Value {
    json!({"do": "add", "article": article["key"], "fingerprint": article["fingerprint"], "fields": fields})
}

#[test]
fn an_article_comes_with_its_text_and_where_its_quotes_stand() {
    let story = Story::new();
    story.write(
        "post.txt",
        &format!("\u{1f600} \u{202e}hidden\n{POST_TEXT}"),
    );
    let web = Web::of(&story);
    let post = article(&web, "post");
    let text = post["text"].as_str().unwrap();
    assert!(
        text.starts_with("\u{1f600} \u{fffd}hidden\nFire"),
        "what nobody would see is a mark"
    );
    let units: Vec<u16> = text.encode_utf16().collect();
    let mark = &post["marks"][0];
    let at = |name: &str| usize::try_from(mark[name].as_u64().unwrap()).unwrap();
    let quoted = String::from_utf16(&units[at("from")..at("to")]).unwrap();
    assert_eq!(quoted, "three dockers were hurt");
    assert_eq!(post["entries"][0]["fields"]["value"], "three");
    assert_eq!(post["fixed"], Value::Null);
    let radio = article(&web, "radio");
    assert_eq!(radio["open"][0]["question"], "How many people were hurt?");
    assert_eq!(radio["open"][0]["answers"][0], "post: three");
    assert_eq!(radio["entries"][0]["draft"], true);
}

#[test]
fn a_claim_that_is_typed_is_read_and_held_against_the_others_before_it_is_written() {
    let story = Story::new();
    let web = Web::of(&story);
    let radio = article(&web, "radio");
    let claim = json!({"subject": "dock fire", "property": "injured", "value": "one", "quote": "One docker was injured"});
    let seen = web.post("/api/preview", &add(&radio, claim.clone())).json();
    assert_eq!(seen["heading"], "How many people were hurt?");
    assert_eq!(seen["stands"][0]["word"], "conflicts with");
    assert_eq!(seen["stands"][0]["article"], "post");
    assert_eq!(seen["stands"][0]["value"], "three");
    assert_eq!(seen["lines"][0]["tracks"].as_array().unwrap().len(), 2);
    assert_eq!(story.read("radio.yaml"), RADIO);
    // The same value agrees, another question stands alone, and half a claim is a draft.
    let mut same = claim.clone();
    same["value"] = "3".into();
    let seen = web.post("/api/preview", &add(&radio, same)).json();
    assert_eq!(seen["stands"][0]["word"], "says the same as");
    let mut other = claim.clone();
    other["property"] = "sheds burnt".into();
    let seen = web.post("/api/preview", &add(&radio, other)).json();
    assert_eq!(seen["stands"], json!([]));
    let seen = web
        .post("/api/preview", &add(&radio, json!({"quote": "Nine boats"})))
        .json();
    assert_eq!(
        (&seen["finding"], &seen["reading"]),
        (&Value::Null, &Value::Null)
    );
    // A quote that does not stand there is told at once.
    let mut wrong = claim;
    wrong["quote"] = "two dockers were injured".into();
    let seen = web.post("/api/preview", &add(&radio, wrong)).json();
    assert_eq!(seen["problems"][0]["code"], "quote-not-found");
}

#[test]
fn a_selection_becomes_a_quote_of_its_own_place() {
    let story = Story::new();
    let web = Web::of(&story);
    let post = article(&web, "post");
    let text = post["text"].as_str().unwrap();
    let last = text.rfind("were lost").unwrap();
    let asked = json!({"article": post["key"], "from": last, "to": last + 9});
    let quote = web.post("/api/quote", &asked).json();
    assert_eq!(quote["alone"], true);
    let words = quote["quote"].as_str().unwrap();
    assert_eq!(words, "were lost in");
    let number = text.find("12 boats").unwrap();
    let asked = json!({"article": post["key"], "from": number, "to": number + 18});
    let quote = web.post("/api/quote", &asked).json();
    assert!(
        quote["value"].as_str().unwrap().starts_with("12"),
        "{quote}"
    );
    let none = json!({"article": post["key"], "from": 17, "to": 19});
    assert_eq!(web.post("/api/quote", &none).status, 422);
}

#[test]
fn a_request_waits_for_a_change_from_outside() {
    let story = Story::new();
    let web = Web::of(&story);
    let version = web.get("/api/desk").json()["version"].as_u64().unwrap();
    let file = story.file("radio.yaml");
    std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        std::fs::write(file, RADIO.replace("City Radio", "Radio City")).unwrap();
    });
    let told = web.get(&format!("/api/changes/{version}")).json();
    assert_eq!(told["version"], version + 1);
    assert_eq!(article(&web, "radio")["source"], "Radio City");
}

#[test]
fn a_file_with_an_error_is_only_shown() {
    let story = Story::new();
    let web = Web::of(&story);
    story.write(
        "radio.yaml",
        &format!("{RADIO}claims:\n  - subject: dock fire\n    colour: red\n"),
    );
    let radio = article(&web, "radio");
    assert!(
        radio["fixed"].as_str().unwrap().contains("error at line"),
        "{radio}"
    );
    // And the same is refused if it is asked for all the same.
    story.write("radio.yaml", "article: {id: radio}\nclaims: *x\n");
    let desk = web.get("/api/desk").json();
    assert!(
        desk["problems"]
            .as_array()
            .unwrap()
            .iter()
            .any(|it| it["level"] == "error")
    );
}

#[test]
fn two_tabs_do_not_write_over_each_other() {
    let story = Story::new();
    let web = Web::of(&story);
    let (first, second) = (article(&web, "radio"), article(&web, "radio"));
    let quote = |words: &str| json!({"quote": words});
    assert_eq!(
        web.post("/api/change", &add(&first, quote("Nine boats were lost")))
            .status,
        200
    );
    let late = web.post(
        "/api/change",
        &add(&second, quote("the harbour master said")),
    );
    assert_eq!(late.status, 409);
    let told = late.json();
    assert!(told["theirs"].as_str().unwrap().contains("Nine boats"));
    assert_eq!(told["mine"], "quote: the harbour master said");
    let again = article(&web, "radio");
    assert_eq!(
        web.post(
            "/api/change",
            &add(&again, quote("the harbour master said"))
        )
        .status,
        200
    );
    let matter = web.get("/api/desk").json();
    assert_eq!(
        matter["undo"],
        "draft on \u{201c}the harbour master said\u{201d} added to radio"
    );
    assert_eq!(web.post("/api/undo", &json!({})).status, 200);
    assert!(
        story.read("radio.yaml").contains("Nine boats")
            && !story.read("radio.yaml").contains("harbour master")
    );
}

#[test]
fn a_matter_has_both_sides_and_is_ruled_on() {
    let story = Story::new();
    let web = Web::of(&story);
    let radio = article(&web, "radio");
    let claim = json!({"subject": "dock fire", "property": "injured", "value": "one", "quote": "One docker was injured"});
    assert_eq!(web.post("/api/change", &add(&radio, claim)).status, 200);
    let desk = web.get("/api/desk").json();
    let id = desk["matters"][0]["id"].as_str().unwrap();
    let matter = web.get(&format!("/api/matter/{id}")).json();
    assert_eq!(matter["positions"].as_array().unwrap().len(), 2);
    assert_eq!(
        matter["positions"][0]["claims"][0]["context"][1]["quoted"],
        true
    );
    let ruling = json!({"do": "rule", "finding": id, "ruling": "stands", "value": "three", "by": "NV", "reason": "counted"});
    assert_eq!(web.post("/api/change", &ruling).status, 200);
    assert!(story.read("rulings.yaml").contains("by: NV"));
    let ruling =
        json!({"do": "rule", "finding": id, "ruling": "perhaps", "by": "NV", "reason": "x"});
    assert_eq!(web.post("/api/change", &ruling).status, 422);
}
