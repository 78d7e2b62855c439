//! Contradictions and look-alikes that a generator plants in stories and writes down: all of the former
//! are found, and none of the latter.

use gainsay::finding::Level;

use super::story::{Article, Dice, Story};

/// So many stories are planted.
const STORIES: u64 = 20;

/// Two values that cannot both be true, of a property.
const CONTRADICTIONS: &[[&str; 3]] = &[
    ["dockers injured", "3", "five"],
    ["dockers injured", "a dozen", "11"],
    ["dockers injured", "at least 10", "7"],
    ["dockers injured", "fewer than 5", "6"],
    ["dockers injured", "between 5 and 7", "9"],
    ["crates lost", "1,500", "15,000"],
    ["crates lost", "1.5 million", "1.6 million"],
    ["length of contract", "22 years", "19 years"],
    ["length of contract", "more than 20 years", "18 years"],
    ["length of contract", "two weeks", "25 days"],
    ["opened", "2024-02-06", "9 February 2024"],
    ["opened", "February 2024", "March 4, 2024"],
    ["opened", "before 2020", "2021"],
    ["cost", "$3 million", "$5 million"],
    ["cost", "€300", "more than €400"],
    ["share of votes", "40%", "55 percent"],
    ["was closed", "yes", "no"],
];

/// Two values that can.
const LOOK_ALIKES: &[[&str; 3]] = &[
    ["dockers injured", "3", "three"],
    ["dockers injured", "a dozen", "12"],
    ["dockers injured", "at least 3", "5"],
    ["dockers injured", "5 to 7", "6"],
    ["dockers injured", "fewer than 5", "4"],
    ["crates lost", "1,500", "1500"],
    ["crates lost", "1.5 million", "1,500,000"],
    ["length of contract", "22 years", "twenty-two years"],
    [
        "length of contract",
        "more than 20 years",
        "almost 22 years",
    ],
    ["length of contract", "two weeks", "14 days"],
    ["opened", "2024-02-06", "6 February 2024"],
    ["opened", "February 2024", "February 6, 2024"],
    ["opened", "after 2020", "2021"],
    ["cost", "$3 million", "$3,000,000"],
    ["cost", "€450", "more than €400"],
    ["share of votes", "40%", "40 percent"],
    ["was closed", "yes", "true"],
];

/// What was planted on one subject.
struct Planted {
    subject: String,
    values: [&'static str; 3],
    contradicts: bool,
}

fn planted(seed: u64) -> (Story, Vec<Planted>) {
    let mut dice = Dice::new(seed);
    let mut story = Story::default();
    let papers = 3 + dice.below(4);
    for paper in 0..papers {
        let (id, source) = (format!("art-{paper}"), format!("Paper {paper}"));
        story.articles.push(Article::new(&id, &source, 1 + paper));
    }
    let both = [(CONTRADICTIONS, true), (LOOK_ALIKES, false)];
    let pairs = both
        .iter()
        .flat_map(|(pairs, contradicts)| pairs.iter().map(move |values| (*values, *contradicts)));
    let mut all = Vec::new();
    for (number, (values, contradicts)) in pairs.enumerate() {
        let subject = format!(
            "{} {}",
            STREETS[number % STREETS.len()],
            PLACES[number / STREETS.len()]
        );
        let [property, mut left, mut right] = values;
        if dice.below(2) == 0 {
            (left, right) = (right, left);
        }
        let first = dice.below(papers);
        let second = (first + 1 + dice.below(papers - 1)) % papers;
        story.articles[first].claim(&subject, property, left);
        story.articles[second].claim(&subject, property, right);
        // A third who repeats one of them makes it neither more nor less of a contradiction.
        let third = (0..papers).find(|at| *at != first && *at != second);
        if let (Some(third), 0) = (third, dice.below(2)) {
            story.articles[third].claim(&subject, property, left);
        }
        all.push(Planted {
            subject,
            values,
            contradicts,
        });
    }
    story
        .articles
        .iter_mut()
        .for_each(|article| dice.shuffle(&mut article.claims));
    (story, all)
}

const STREETS: &[&str] = &["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse"];

const PLACES: &[&str] = &["Wharf", "Lock", "Mill", "Ferry", "Station"];

#[test]
fn all_contradictions_are_found_and_no_look_alike() {
    let mut looked_at = 0;
    for seed in 0..STORIES {
        let (story, planted) = planted(seed);
        let found = story.found();
        for planted in planted {
            let question = (planted.subject.clone(), planted.values[0].to_owned());
            let told = found.get(&question).map_or(&[][..], Vec::as_slice);
            let conflicts = told.iter().any(|told| told.level == Level::Conflict);
            let is_told = told.iter().any(|told| told.level <= Level::Warning);
            let right = if planted.contradicts {
                conflicts
            } else {
                !is_told
            };
            assert!(right, "{:?}: {told:?}\n{}", planted.values, story.file());
            looked_at += 1;
        }
        let joint = found.get(&(String::new(), String::new()));
        assert!(joint.is_none(), "{joint:?}");
    }
    assert_eq!(looked_at, 34 * STORIES);
}
