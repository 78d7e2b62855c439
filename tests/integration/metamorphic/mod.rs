//! What may not change a finding, tried on generated stories; and what is planted in them.

mod planted;
mod story;

use std::collections::BTreeSet;

use gainsay::finding::Level;

use story::{Article, Dice, Found, Story, Told, field, set};

/// So many stories are generated.
const STORIES: u64 = 40;

/// Values of one question, each in several wordings, and wider ones that hold it.
#[derive(Clone, Copy)]
struct Answer {
    wordings: &'static [&'static str],
    wider: &'static [&'static str],
}

/// A property and its answers.
type Asked = (&'static str, &'static [Answer]);

const fn answer(wordings: &'static [&'static str], wider: &'static [&'static str]) -> Answer {
    Answer { wordings, wider }
}

const ASKED: &[Asked] = &[
    (
        "length of contract",
        &[
            answer(
                &["22 years", "twenty-two years"],
                &["20 to 25 years", "at least 20 years"],
            ),
            answer(&["19 years", "nineteen years"], &["18 to 21 years"]),
            answer(
                &["more than 20 years", "over twenty years"],
                &["more than 10 years"],
            ),
        ],
    ),
    (
        "dockers injured",
        &[
            answer(&["3", "three"], &["2 to 4", "at least 3"]),
            answer(&["12", "twelve", "a dozen"], &["10 to 15", "more than 10"]),
            answer(&["at least 5", "five or more"], &["at least 2"]),
        ],
    ),
    (
        "opened",
        &[
            answer(
                &["2024-02-06", "6 February 2024"],
                &["February 2024", "2024"],
            ),
            answer(&["9 February 2024", "February 9, 2024"], &["2024-02"]),
        ],
    ),
    (
        "cost",
        &[
            answer(&["$3 million", "$3,000,000"], &["$2 million to $4 million"]),
            answer(&["$5.5 million", "$5,500,000"], &["more than $3 million"]),
        ],
    ),
];

const SUBJECTS: &[&str] = &["Pier House", "Marlow Bridge", "Tern Depot"];

/// A story in which articles answer the same questions, alike or not, some of them as copies.
fn story(dice: &mut Dice) -> Story {
    let mut story = Story::default();
    for number in 0..4 + dice.below(4) {
        let (id, source) = (format!("art-{number}"), format!("Paper {number}"));
        let mut article = Article::new(&id, &source, 1 + number);
        for subject in SUBJECTS {
            for (property, answers) in ASKED {
                if dice.below(3) > 0 {
                    let wordings = dice.pick(answers).wordings;
                    article.claim(subject, property, dice.pick(wordings));
                }
            }
        }
        if !article.claims.is_empty() {
            story.articles.push(article);
        }
    }
    story
}

fn each_story(mut test: impl FnMut(&mut Dice, &Story, &Found)) {
    let mut findings = 0;
    for seed in 0..STORIES {
        let mut dice = Dice::new(seed);
        let story = story(&mut dice);
        let found = story.found();
        findings += found.len();
        test(&mut dice, &story, &found);
    }
    assert!(findings > 100, "the stories say little: {findings}");
}

fn answers() -> impl Iterator<Item = &'static Answer> {
    ASKED.iter().flat_map(|(_, answers)| *answers)
}

#[test]
fn the_order_of_articles_claims_and_keys_does_not_count() {
    each_story(|dice, story, found| {
        let mut other = story.clone();
        dice.shuffle(&mut other.articles);
        for article in &mut other.articles {
            dice.shuffle(&mut article.fields);
            dice.shuffle(&mut article.claims);
            article
                .claims
                .iter_mut()
                .for_each(|claim| dice.shuffle(claim));
        }
        assert_eq!(&other.found(), found, "{}", other.file());
    });
}

#[test]
fn other_ids_change_nothing_but_the_ids() {
    let renamed = |id: &str| format!("z{}", id.trim_start_matches("art-"));
    each_story(|_, story, found| {
        let mut other = story.clone();
        for article in &mut other.articles {
            let id = renamed(article.id());
            set(&mut article.fields, "id", &id);
        }
        let mut expected = found.clone();
        for told in expected.values_mut().flatten() {
            let groups = told.positions.iter();
            told.positions = groups
                .map(|ids| ids.iter().map(|id| renamed(id)).collect())
                .collect();
            let pairs = told.against.iter();
            told.against = pairs
                .map(|pair| pair.each_ref().map(|id| renamed(id)))
                .collect();
        }
        assert_eq!(other.found(), expected, "{}", other.file());
    });
}

#[test]
fn equal_wordings_are_equal() {
    each_story(|dice, story, found| {
        let mut other = story.clone();
        for claim in other
            .articles
            .iter_mut()
            .flat_map(|article| &mut article.claims)
        {
            let value = field(claim, "value").unwrap().to_owned();
            let own = answers().find(|answer| answer.wordings.contains(&value.as_str()));
            set(claim, "value", dice.pick(own.unwrap().wordings));
        }
        assert_eq!(&other.found(), found, "{}\n{}", story.file(), other.file());
    });
}

#[test]
fn an_unrelated_article_changes_nothing() {
    each_story(|_, story, found| {
        let mut other = story.clone();
        let mut more = Article::new("elsewhere", "Valley Post", 9);
        more.claim("Quarry Road", "lanes", "4");
        other.articles.push(more);
        let mut now = other.found();
        now.retain(|(subject, _), _| subject != "Quarry Road");
        assert_eq!(&now, found, "{}", other.file());
    });
}

#[test]
fn a_copy_is_no_further_origin() {
    each_story(|dice, story, found| {
        let mut other = story.clone();
        let mut copy = story.articles[dice.below(story.articles.len())].clone();
        let original = copy.id().to_owned();
        set(&mut copy.fields, "id", "copied");
        set(&mut copy.fields, "source", "Valley Post");
        copy.fields.push(("copy of", original));
        other.articles.push(copy);
        for (question, told) in other.found() {
            let before = &found[&question];
            let origins = |told: &[Told]| -> BTreeSet<String> {
                told.iter().flat_map(|told| told.origins.clone()).collect()
            };
            assert_eq!(
                origins(&told),
                origins(before),
                "{question:?} {}",
                other.file()
            );
            let corroborated = |told: &[Told]| told.iter().any(|told| told.check == "corroborated");
            assert!(
                !corroborated(&told) || corroborated(before),
                "{}",
                other.file()
            );
        }
    });
}

#[test]
fn a_wider_value_is_no_further_conflict() {
    each_story(|dice, story, found| {
        let mut other = story.clone();
        let at = dice.below(other.articles.len());
        let claims = &mut other.articles[at].claims;
        let at = dice.below(claims.len());
        let value = field(&claims[at], "value").unwrap().to_owned();
        let own = answers().find(|answer| answer.wordings.contains(&value.as_str()));
        set(&mut claims[at], "value", dice.pick(own.unwrap().wider));
        let against = |found: &Found| -> BTreeSet<[String; 2]> {
            let told = found
                .iter()
                .flat_map(|(question, told)| told.iter().map(move |told| (question, told)));
            let conflicts = told.filter(|(_, told)| told.level <= Level::Warning);
            let pairs = conflicts.flat_map(|((subject, property), told)| {
                let pairs = told.against.iter();
                pairs.map(move |[a, b]| [format!("{subject} {property} {a}"), b.clone()])
            });
            pairs.collect()
        };
        let (before, after) = (against(found), against(&other.found()));
        let more: Vec<_> = after.difference(&before).collect();
        assert!(
            more.is_empty(),
            "{more:?}\n{}\n{}",
            story.file(),
            other.file()
        );
    });
}
