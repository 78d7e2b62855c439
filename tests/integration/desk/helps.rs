//! What would let more be compared: the lines that it shows are those that it writes, and undo takes them back.

use serde_json::{Value, json};

use super::Story;
use super::web::Web;

fn helps(web: &Web) -> Vec<Value> {
    let answer = web.get("/api/helps").json();
    answer["helps"].as_array().unwrap().clone()
}

fn help(web: &Web, name: &str) -> Option<Value> {
    helps(web).into_iter().find(|it| it["name"] == name)
}

fn write(web: &Web, help: &Value) {
    let yaml = &help["ways"][0]["yaml"];
    let done = web.post("/api/change", &json!({"do": "declare", "yaml": yaml}));
    assert_eq!(done.status, 200, "{done:?}");
}

#[test]
fn each_is_one_click_that_writes_what_it_shows() {
    let story = Story::to_help();
    let web = Web::of(&story);
    let names: Vec<Value> = helps(&web).iter().map(|it| it["name"].clone()).collect();
    assert_eq!(names, ["cause", "injurd", "Marco Odouya", "herald"]);

    let cause = help(&web, "cause").unwrap();
    let yaml =
        "properties:\n  cause:\n    kind: term\n    terms:\n      - a blown fuse\n      - arson\n";
    assert_eq!(cause["ways"], json!([{"label": "", "yaml": yaml}]));
    let weighed = json!({"do": "declare", "yaml": yaml});
    let weighed = web.post("/api/weigh", &weighed).json();
    assert_eq!(weighed["keeps"], true);
    assert!(
        weighed["told"]
            .as_str()
            .unwrap()
            .contains("1 conflict instead of 0"),
        "{weighed}"
    );
    assert!(
        !story.file("vocabulary.yaml").exists(),
        "weighing writes nothing"
    );

    write(&web, &cause);
    assert_eq!(story.read("vocabulary.yaml"), yaml);
    assert_eq!(help(&web, "cause"), None);
    let name = help(&web, "Marco Odouya").unwrap();
    write(&web, &name);
    let both = format!("{yaml}entities:\n  Marco Odouya:\n    aliases:\n      - Marco Oduya\n");
    assert_eq!(story.read("vocabulary.yaml"), both);
    write(&web, &help(&web, "injurd").unwrap());
    let names: Vec<Value> = helps(&web).iter().map(|it| it["name"].clone()).collect();
    assert_eq!(names, ["herald"]);

    for _ in 0..2 {
        assert_eq!(web.post("/api/undo", &json!({})).status, 200);
    }
    assert_eq!(story.read("vocabulary.yaml"), yaml);
    assert_eq!(web.post("/api/undo", &json!({})).status, 200);
    assert!(!story.file("vocabulary.yaml").exists());
}

#[test]
fn a_name_that_is_declared_grows_where_it_stands() {
    let story = Story::to_help();
    let declared = "# Ours.\nsources:\n  Marco Oduya: {aliases: [M. O.]}\n";
    story.write("vocabulary.yaml", declared);
    let web = Web::of(&story);
    let name = help(&web, "Marco Odouya").unwrap();
    let yaml = "sources:\n  Marco Oduya:\n    aliases:\n      - Marco Odouya\n";
    assert_eq!(name["ways"][0]["yaml"], yaml);
    write(&web, &name);
    let grown = declared.replace("[M. O.]", "[M. O., Marco Odouya]");
    assert_eq!(story.read("vocabulary.yaml"), grown);
    assert_eq!(help(&web, "Marco Odouya"), None);
}

#[test]
fn each_of_two_names_can_be_the_main_one() {
    let story = Story::to_help();
    let web = Web::of(&story);
    let turned = |section: &str, main: &str, alias: &str| {
        format!("{section}:\n  {main}:\n    aliases:\n      - {alias}\n")
    };
    let name = help(&web, "Marco Odouya").unwrap();
    assert_eq!(name["choice"], "Main name");
    let both = json!([
        {"label": "Marco Odouya", "yaml": turned("entities", "Marco Odouya", "Marco Oduya")},
        {"label": "Marco Oduya", "yaml": turned("entities", "Marco Oduya", "Marco Odouya")},
    ]);
    assert_eq!(name["ways"], both);
    // The same where the problems of the files are listed.
    let desk = web.get("/api/desk").json();
    let mut problems = desk["problems"].as_array().unwrap().iter();
    let label = problems.find(|it| it["fixes"] != json!([])).unwrap();
    let yaml = turned("properties", "injured", "injurd");
    let injured = json!({"label": "injured", "yaml": yaml});
    assert_eq!(label["fixes"][1], injured);
    assert_eq!(help(&web, "injurd").unwrap()["ways"][1], injured);

    let turned = json!({"do": "declare", "yaml": name["ways"][1]["yaml"]});
    assert_eq!(web.post("/api/change", &turned).status, 200);
    let written = story.read("vocabulary.yaml");
    assert_eq!(name["ways"][1]["yaml"], written);
    assert_eq!(help(&web, "Marco Odouya"), None);
    assert_eq!(help(&web, "Marco Oduya"), None);
}

#[test]
fn a_property_without_a_kind_has_a_choice_of_kinds() {
    let story = Story::empty();
    for (name, value) in [("gazette", "by the river"), ("herald", "behind the mill")] {
        let claim = format!("{{subject: fair, property: site, value: {value}}}");
        story.write(
            &format!("{name}.yaml"),
            &format!("article: {{id: {name}}}\nclaims:\n  - {claim}\n"),
        );
    }
    let web = Web::of(&story);
    let Some(site) = help(&web, "site") else {
        panic!("{:?}", helps(&web));
    };
    let ways = site["ways"].as_array().unwrap();
    if ways.len() > 1 {
        assert_eq!(ways[0]["label"], "term");
        let place = ways.iter().find(|it| it["label"] == "place").unwrap();
        assert_eq!(place["yaml"], "properties:\n  site:\n    kind: place\n");
    }
    write(&web, &site);
    assert!(story.read("vocabulary.yaml").contains("kind: term"));
    assert_eq!(help(&web, "site"), None);
}

#[test]
fn what_would_hide_a_finding_is_told_before_it_is_written() {
    let story = Story::new();
    let web = Web::of(&story);
    let radio = super::asked::article(&web, "radio");
    let claim = json!({"subject": "dock fire", "property": "injured", "value": "one", "quote": "One docker was injured"});
    let added = web.post("/api/change", &super::asked::add(&radio, claim));
    assert_eq!(added.status, 200);
    let hides = "properties:\n  sheds:\n    aliases: [injured people]\n";
    let weigh = |yaml: &str| web.post("/api/weigh", &json!({"do": "declare", "yaml": yaml}));
    assert_eq!(weigh(hides).json()["told"], "no count changes");
    let wrong = weigh("properties:\n  injured:\n    kind: date\n");
    assert_eq!(wrong.status, 422, "{wrong:?}");
    let before = story.read("vocabulary.yaml");
    let rest = json!({"do": "delete", "article": radio["key"], "fingerprint": super::asked::article(&web, "radio")["fingerprint"], "draft": false, "number": 0});
    let weighed = web.post("/api/weigh", &rest).json();
    assert_eq!(weighed["keeps"], false);
    assert!(
        weighed["told"]
            .as_str()
            .unwrap()
            .contains("0 conflicts instead of 1"),
        "{weighed}"
    );
    assert_eq!(story.read("vocabulary.yaml"), before);
}

#[test]
fn a_day_of_publication_is_written_into_its_article() {
    let story = Story::to_help();
    let web = Web::of(&story);
    let herald = help(&web, "herald").unwrap();
    assert_eq!(herald["ways"], json!([]));
    let publish = |help: &Value, day: &str| {
        let change = json!({"do": "publish", "article": help["article"], "fingerprint": help["fingerprint"], "day": day});
        web.post("/api/change", &change)
    };
    let before = story.read("herald.yaml");
    for wrong in ["", "soon", "the day before", "2024-99-01"] {
        assert_eq!(publish(&herald, wrong).status, 422, "{wrong}");
    }
    assert_eq!(story.read("herald.yaml"), before);
    assert_eq!(publish(&herald, "2024-05-08").status, 200);
    let after = before.replace("{id: herald}", "{id: herald, published: 2024-05-08}");
    assert_eq!(story.read("herald.yaml"), after);
    assert_eq!(help(&web, "herald"), None);
    // Whoever saw the file before is told.
    assert_eq!(publish(&herald, "2024-05-09").status, 409);
    assert_eq!(web.post("/api/undo", &json!({})).status, 200);
    assert_eq!(story.read("herald.yaml"), before);

    // A guess is shown, to be confirmed.
    story.write(
        "herald.yaml",
        &before.replace(
            "{id: herald}",
            "{id: herald, published: {guessed: 2024-05-07}}",
        ),
    );
    let herald = help(&web, "herald").unwrap();
    assert_eq!(herald["day"], "2024-05-07");
    assert_eq!(publish(&herald, "2024-05-07").status, 200);
    assert_eq!(
        story.read("herald.yaml"),
        before.replace("{id: herald}", "{id: herald, published: 2024-05-07}")
    );
}
