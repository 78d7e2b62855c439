//! An agreement in words: what is shared, who adds what, and why it may be no plain agreement.

use super::finding::{not_known, origins};
use super::list::{count, enough, list};
use crate::finding::{Addition, Agreed, Finding, Reserve, Shared};
use crate::model::{ArticleId, Corpus};
use crate::value::sentence::{ENOUGH, set_off};

/// Who agrees on what, and with which reservations; of what changes, one time after the other:
/// "life (5 origins); only 004: life plus 25 years · 5 articles, 5 origins: 001, 002, 003, 004, Axios".
pub(in crate::render) fn agreement(corpus: &Corpus, finding: &Finding) -> String {
    agreements(corpus, finding).join(&format!("; {} ", and_then(finding)))
}

/// What stands between two times, or other limits, of an agreement.
pub(in crate::render) fn and_then(finding: &Finding) -> &'static str {
    match finding.agreed.as_ref().is_some_and(|it| it.in_turn) {
        true => "then",
        false => "and",
    }
}

/// The same, one text for each time of what changes.
pub(in crate::render) fn agreements(corpus: &Corpus, finding: &Finding) -> Vec<String> {
    let Some(agreed) = &finding.agreed else {
        return vec![finding.message.clone()];
    };
    let times = times(agreed);
    let mut texts: Vec<String> = times
        .iter()
        .map(|when| at_one_time(corpus, agreed, *when, times.len() > 1))
        .collect();
    if let [only] = texts.as_mut_slice() {
        only.push_str(" · ");
        only.push_str(&finding.message);
    }
    let mut besides = besides(corpus, agreed);
    if !finding.not_known.is_empty() {
        besides.push(format!("not known: {}", not_known(corpus, finding)));
    }
    match texts.last_mut() {
        Some(last) => besides.iter().for_each(|text| {
            last.push_str("; ");
            last.push_str(text);
        }),
        None => texts.push(finding.message.clone()),
    }
    texts
}

/// What a table shows of an agreement: what is shared and added.
pub(in crate::render) fn shared(corpus: &Corpus, finding: &Finding) -> Option<String> {
    let agreed = finding.agreed.as_ref()?;
    let times = times(agreed);
    let texts: Vec<String> = times
        .iter()
        .map(|when| at_one_time(corpus, agreed, *when, true))
        .collect();
    Some(texts.join(&format!("; {} ", and_then(finding))))
}

/// Why an agreement is no plain one, in a few words: "contested and unsure".
pub(in crate::render) fn reserve(finding: &Finding) -> Option<String> {
    let reservations = &finding.agreed.as_ref()?.reservations;
    let mut sorts: Vec<Reserve> = reservations.iter().map(|why| why.sort).collect();
    sorts.dedup();
    let words: Vec<&str> = sorts.iter().map(|sort| sort.words()).collect();
    (!words.is_empty()).then(|| list(&words))
}

/// The same in full: a clause each.
pub(in crate::render) fn reservations(finding: &Finding) -> Option<String> {
    let reservations = &finding.agreed.as_ref()?.reservations;
    let texts: Vec<&str> = reservations.iter().map(|why| why.text.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// The limits within which something is shared or added, in order, each once.
fn times(agreed: &Agreed) -> Vec<Option<&str>> {
    let shared = agreed.shared.iter().map(|shared| shared.when.as_deref());
    let added = agreed.additions.iter().map(|added| added.when.as_deref());
    let mut times: Vec<Option<&str>> = Vec::new();
    for when in shared.chain(added) {
        if !times.contains(&when) {
            times.push(when);
        }
    }
    times
}

fn at_one_time(corpus: &Corpus, agreed: &Agreed, when: Option<&str>, counts: bool) -> String {
    let shared = agreed.shared.iter().filter(|it| it.when.as_deref() == when);
    let shared: Vec<&Shared> = shared.collect();
    let added = agreed.additions.iter();
    let added: Vec<&Addition> = added.filter(|it| it.when.as_deref() == when).collect();
    let at = match (when, agreed.in_turn) {
        (None, _) => String::new(),
        (Some(when), true) => format!(" {when}"),
        (Some(when), false) => format!(", {when}"),
    };
    let is_unsure = agreed
        .reservations
        .iter()
        .any(|why| why.sort == Reserve::Unsure);
    let most = shared.first().map_or(0, |first| first.origins.len());
    let same = |a: &&Shared, b: &&Shared| {
        (&a.articles, &a.origins, a.unsure) == (&b.articles, &b.origins, b.unsure)
    };
    let groups: Vec<&[&Shared]> = shared.chunk_by(same).collect();
    let counts = counts || groups.len() > 1 || !added.is_empty();
    let mut parts: Vec<String> = Vec::new();
    for group in &groups {
        let Some(first) = group.first() else { continue };
        let values = values(group.iter().map(|shared| shared.value.as_str()));
        let mut support = Vec::new();
        if counts && groups.len() + added.len() > 1 && first.origins.len() == most && when.is_none()
        {
            support.push(count(most, "origin"));
        } else if counts {
            support.push(origins(&first.origins));
        }
        if first.unsure && !is_unsure {
            let all = if first.articles.len() == 2 {
                "both"
            } else {
                "all"
            };
            support.push(format!("{all} unsure"));
        }
        let support = match support.is_empty() {
            true => String::new(),
            false => format!(" ({})", support.join("; ")),
        };
        parts.push(format!("{values}{at}{support}"));
    }
    let mut by_article: Vec<(ArticleId, Vec<&str>)> = Vec::new();
    for addition in added {
        match by_article
            .iter_mut()
            .find(|(id, _)| *id == addition.article)
        {
            Some((_, values)) => values.push(&addition.value),
            None => by_article.push((addition.article, vec![&addition.value])),
        }
    }
    for (article, added) in by_article {
        let at = if parts.is_empty() { at.as_str() } else { "" };
        let values = values(added.into_iter());
        parts.push(format!("only {}: {values}{at}", corpus.id(article)));
    }
    parts.join("; ")
}

/// What follows: further values, who is unsure, and the reservations.
fn besides(corpus: &Corpus, agreed: &Agreed) -> Vec<String> {
    let mut texts = Vec::new();
    if agreed.more > 0 {
        texts.push(format!("and {}", count(agreed.more, "more value")));
    }
    let reservations = agreed.reservations.iter();
    let is_said = reservations.clone().any(|why| why.sort == Reserve::Unsure);
    if !agreed.unsure.is_empty() && !is_said {
        let ids: Vec<&str> = agreed.unsure.iter().map(|id| corpus.id(*id)).collect();
        let are = if ids.len() == 1 { "is" } else { "are" };
        let who = if ids.len() > ENOUGH {
            enough(&ids)
        } else {
            list(&ids)
        };
        texts.push(format!("{who} {are} unsure"));
    }
    texts.extend(reservations.map(|why| why.text.clone()));
    texts
}

/// Values of one list, told apart.
fn values<'v>(values: impl Iterator<Item = &'v str>) -> String {
    let values: Vec<&str> = values.collect();
    match values.as_slice() {
        [only] => (*only).to_owned(),
        several => set_off(several).join(", "),
    }
}
