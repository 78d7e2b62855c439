//! What would help, as the page shows it.

use serde::Serialize;

use crate::desk::helps::helps;
use crate::desk::{Choice, Desk, Helping, Weighed};
use crate::render::visible;
use crate::value::sentence::counted;

/// So much is listed.
const MOST: usize = 200;

/// What would let more be compared.
#[derive(Serialize)]
pub(super) struct HelpsV1 {
    helps: Vec<HelpV1>,
    more: usize,
}

#[derive(Serialize)]
struct HelpV1 {
    name: String,
    why: String,
    /// What there is a choice of.
    choice: &'static str,
    ways: Vec<WayV1>,
    /// The article whose day is asked for, and what tells whether its file is still the same.
    article: Option<String>,
    fingerprint: String,
    day: String,
}

#[derive(Serialize)]
struct WayV1 {
    label: String,
    yaml: String,
}

/// All that would help.
pub(super) fn all(desk: &mut Desk) -> HelpsV1 {
    desk.refresh();
    let all = desk.report(helps);
    let more = all.len().saturating_sub(MOST);
    let shown = all.into_iter().take(MOST);
    HelpsV1 {
        helps: shown.map(|it| view(desk, it)).collect(),
        more,
    }
}

fn view(desk: &mut Desk, it: Helping) -> HelpV1 {
    let shown = |text: &str| visible(text).into_owned();
    let article = it.article.map(|id| desk.corpus().article_key(id));
    let guessed = it.article.and_then(|id| {
        let days = desk.corpus().article(id).guessed.as_ref()?;
        Some(days.as_point()?.to_string())
    });
    let open = article.as_ref().map(|key| desk.article(key));
    let fingerprint = open.and_then(Result::ok).map(|open| open.fingerprint);
    HelpV1 {
        name: shown(&it.name),
        why: shown(&it.why),
        choice: match it.choice {
            Choice::Kind => "Kind",
            Choice::MainName => "Main name",
        },
        ways: it
            .ways
            .into_iter()
            .map(|(label, yaml)| WayV1 {
                label: shown(&label),
                yaml,
            })
            .collect(),
        article,
        fingerprint: fingerprint.unwrap_or_default(),
        day: guessed.unwrap_or_default(),
    }
}

/// What a change would make of the findings.
#[derive(Serialize)]
pub(super) struct WeighedV1 {
    keeps: bool,
    told: String,
}

/// Says it in words.
pub(super) fn weighed(weighed: &Weighed) -> WeighedV1 {
    let (before, after) = (&weighed.before, &weighed.after);
    let counts = [
        (before.conflicts, after.conflicts, "conflict", ""),
        (before.warnings, after.warnings, "warning", ""),
        (before.agreements, after.agreements, "agreement", ""),
        (
            before.not_compared,
            after.not_compared,
            "question",
            " not compared",
        ),
    ];
    let changed = counts.iter().filter(|(before, after, ..)| before != after);
    let changed = changed.map(|(before, after, noun, how)| {
        format!("{}{how} instead of {before}", counted(*after, noun))
    });
    let changed: Vec<String> = changed.collect();
    let told = match (weighed.keeps, changed.is_empty()) {
        (true, true) => "no count changes".to_owned(),
        (true, false) => changed.join("; "),
        (false, true) => "something that is found now would be found no more".to_owned(),
        (false, false) => format!(
            "something that is found now would be found no more; {}",
            changed.join("; ")
        ),
    };
    WeighedV1 {
        keeps: weighed.keeps,
        told,
    }
}
