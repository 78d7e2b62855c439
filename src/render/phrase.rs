//! What a report says in words, for every format that people read: not escaped, without layout.

use std::borrow::Cow;

use indexmap::IndexSet;

use crate::finding::{Finding, Join, Level, Position, Report, RulingNote, Section};
use crate::model::{ArticleId, ClaimId, Corpus, Importance, Stance};
use crate::text::Place;

/// What a finding is about: the question as the vocabulary words it, else subject and property,
/// else what was found.
pub(super) fn heading(finding: &Finding) -> String {
    finding
        .question
        .clone()
        .or_else(|| topic(finding))
        .unwrap_or_else(|| finding.message.clone())
}

/// Subject and property; `None` where the finding spans questions.
pub(super) fn topic(finding: &Finding) -> Option<String> {
    match (&finding.subject, &finding.property) {
        (Some(subject), Some(property)) => Some(format!("{subject} / {property}")),
        (Some(only), None) | (None, Some(only)) => Some(only.clone()),
        (None, None) => None,
    }
}

/// The check, the others that apply, and how it ranks: "disputed, also misreported, high importance".
pub(super) fn check(finding: &Finding) -> String {
    let mut words = vec![finding.check.to_owned()];
    if !finding.also.is_empty() {
        words.push(format!("also {}", finding.also.join(" and ")));
    }
    words.extend(importance(finding.importance).map(|word| format!("{word} importance")));
    if finding
        .ruling
        .as_ref()
        .is_some_and(|ruling| ruling.silences)
    {
        words.push("silenced by a ruling".into());
    }
    words.join(", ")
}

/// The word for an importance that is not the usual.
pub(super) fn importance(importance: Importance) -> Option<&'static str> {
    match importance {
        Importance::High => Some("high"),
        Importance::Normal => None,
        Importance::Low => Some("low"),
    }
}

/// What the section is called.
pub(super) fn title(section: Section) -> &'static str {
    match section {
        Section::Conflicts => "Conflicts",
        Section::Warnings => "Warnings",
        Section::NotCompared => "Could not be compared",
        Section::Agreements => "Agreements",
        Section::Notes => "Notes",
    }
}

/// The article's id, and its source where that says more: "axios-2018-06-06 (Axios)".
pub(super) fn article(corpus: &Corpus, id: ArticleId) -> String {
    let article = corpus.article(id);
    let text = |symbol| corpus.symbols.text(symbol);
    let annotator = article.annotator.filter(|_| has_twin(corpus, id));
    let remarks: Vec<String> = [
        article.source.map(|source| text(source).to_owned()),
        annotator.map(|who| format!("read by {}", text(who))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if remarks.is_empty() {
        text(article.id).to_owned()
    } else {
        format!("{} ({})", text(article.id), remarks.join(", "))
    }
}

/// Whether another annotator read the same article; such articles are neighbours.
fn has_twin(corpus: &Corpus, id: ArticleId) -> bool {
    let own = corpus.article(id).id;
    let at = |index: usize| corpus.articles.get(index).map(|article| article.id);
    at(id.index() + 1) == Some(own) || id.index().checked_sub(1).and_then(at) == Some(own)
}

/// The ids of articles: "axios, mic".
pub(super) fn article_ids(corpus: &Corpus, ids: &[ArticleId]) -> String {
    let names: Vec<_> = ids
        .iter()
        .map(|&id| corpus.symbols.text(corpus.article(id).id))
        .collect();
    names.join(", ")
}

/// The articles of a finding's claims, each once, in order.
pub(super) fn articles(corpus: &Corpus, finding: &Finding) -> Vec<ArticleId> {
    let claims = finding.positions.iter().flat_map(|p| &p.claims);
    unique(claims.map(|&claim| corpus.claim(claim).article))
}

/// The articles of a position's claims, each once, in order.
pub(super) fn articles_of(corpus: &Corpus, position: &Position) -> Vec<ArticleId> {
    unique(
        position
            .claims
            .iter()
            .map(|&claim| corpus.claim(claim).article),
    )
}

fn unique(ids: impl Iterator<Item = ArticleId>) -> Vec<ArticleId> {
    let mut ids: Vec<_> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Who speaks, how surely, and within which limits: "according to CAN-DO, hedged, when June 2018".
pub(super) fn voice(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = |symbol| corpus.symbols.text(symbol);
    let speakers: Vec<_> = claim.attribution.iter().map(|&who| text(who)).collect();
    let mut words = vec![if speakers.is_empty() {
        "in its own voice".to_owned()
    } else {
        format!("according to {}", speakers.join(" and "))
    }];
    if claim.stance == Stance::Denies {
        words.push("denies it".into());
    }
    if claim.hedged {
        words.push("hedged".into());
    }
    words.extend(claim.said.iter().map(|day| format!("said {day}")));
    words.extend(
        claim
            .qualifiers
            .iter()
            .map(|limit| format!("{} {}", text(limit.name), limit.value)),
    );
    words.join(", ")
}

/// The claim's own words: the quote, and the value as written where the position words it differently.
pub(super) fn words(corpus: &Corpus, position: &Position, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let original = claim.original();
    let differs = *original != *position.value;
    match &claim.quote {
        Some(quote) if differs => format!("{original}: “{quote}”"),
        Some(quote) => format!("“{quote}”"),
        None if differs => original.into_owned(),
        None => String::new(),
    }
}

/// What the value allows and who stands behind it: "19.8 to under 22 years · 2 origins: AP, Mic".
pub(super) fn backing(position: &Position) -> String {
    let origins = (!position.origins.is_empty()).then(|| origins(&position.origins));
    let parts: Vec<String> = position.meaning.iter().cloned().chain(origins).collect();
    parts.join(" · ")
}

/// "2 origins: CAN-DO, White House".
pub(super) fn origins<T: AsRef<str>>(names: &[T]) -> String {
    let words: Vec<_> = names.iter().map(AsRef::as_ref).collect();
    format!("{}: {}", count(names.len(), "origin"), words.join(", "))
}

/// The positions that stand against others, else all.
pub(super) fn opposed(finding: &Finding) -> Vec<&Position> {
    let against: Vec<_> = finding
        .positions
        .iter()
        .filter(|position| !position.against.is_empty())
        .collect();
    if against.is_empty() {
        finding.positions.iter().collect()
    } else {
        against
    }
}

/// Who agrees: "almost 22 years; over 20 years · 4 articles, 2 origins: AP, White House".
pub(super) fn agreement(corpus: &Corpus, finding: &Finding) -> String {
    let values: Vec<_> = finding.positions.iter().map(|p| p.value.as_str()).collect();
    let names: IndexSet<&str> = finding
        .positions
        .iter()
        .flat_map(|position| &position.origins)
        .map(String::as_str)
        .collect();
    format!(
        "{} · {}, {}",
        values.join("; "),
        count(articles(corpus, finding).len(), "article"),
        origins(&names.into_iter().collect::<Vec<_>>())
    )
}

/// What stands under the positions of a finding: labels of ours, and what they say.
pub(super) fn remarks(corpus: &Corpus, finding: &Finding) -> Vec<(&'static str, String)> {
    let mut remarks = vec![("found", finding.message.clone())];
    remarks.extend(finding.oppositions.iter().map(|o| ("why", o.why.clone())));
    remarks.extend(finding.reason.iter().map(|r| ("because", r.clone())));
    if !finding.rules.is_empty() {
        remarks.push(("rules", finding.rules.join(", ")));
    }
    remarks.extend(finding.notes.iter().map(|note| ("note", note.clone())));
    if !finding.silent.is_empty() {
        remarks.push(("silent", article_ids(corpus, &finding.silent)));
    }
    if let Some(note) = &finding.ruling {
        remarks.push(("ruling", ruling(corpus, note)));
        remarks.extend(note.reopened.iter().map(|why| ("reopened", why.clone())));
    }
    remarks
}

/// What an editor decided: "stands: 3, by RK on 2026-11-21: petition records show three denials".
fn ruling(corpus: &Corpus, ruling: &RulingNote) -> String {
    let mut words = ruling.decision.name().to_owned();
    let mut add = |before: &str, part: &Option<String>| {
        if let Some(part) = part {
            words.push_str(before);
            words.push_str(part);
        }
    };
    add(": ", &ruling.value);
    add(", by ", &ruling.by);
    add(" on ", &ruling.date);
    add(": ", &ruling.reason);
    format!("{words} ({})", place(corpus, ruling.place))
}

/// What the list of joins is called.
pub(super) const JOINS: &str = "Names taken for one";

/// What to do about a join.
pub(super) const JOINS_HINT: &str = "To keep one, add the name to the aliases of the entity in a \
    vocabulary; to forbid it, add it to its `distinct from`.";

/// The name that was joined, and where: "Johnson in 003".
pub(super) fn join_name(join: &Join) -> String {
    match &join.article {
        Some(article) => format!("{} in {article}", join.name),
        None => join.name.clone(),
    }
}

/// The path and line of a place: "claims/axios.yaml:12".
pub(super) fn place(corpus: &Corpus, place: Place) -> String {
    format!("{}:{}", path(corpus, place), place.spot.line)
}

/// The path of a place's file, with `/` on every system.
pub(super) fn path(corpus: &Corpus, place: Place) -> Cow<'_, str> {
    super::slashed(corpus.files.path(place.file))
}

/// The whole run in one sentence.
pub(super) fn summary(report: &Report<'_>) -> String {
    let summary = &report.summary;
    let mut words = format!(
        "{}, {}, {}: {}, {}, {}",
        count(summary.articles, "article"),
        count(summary.claims, "claim"),
        count(summary.questions, "question"),
        count(summary.conflicts, Level::Conflict.name()),
        count(summary.warnings, Level::Warning.name()),
        count(summary.agreements, Level::Agreement.name()),
    );
    let mut add = |number: usize, what: &str| {
        if number > 0 {
            words.push_str(&format!(", {number} {what}"));
        }
    };
    add(summary.undetermined, "not compared");
    add(summary.hidden, "not shown");
    add(report.diagnostics.len(), "problems in the files");
    let files: Vec<_> = report
        .silenced_in
        .iter()
        .map(|&file| super::slashed(report.corpus.files.path(file)))
        .collect();
    let silenced = match files.is_empty() {
        true => "silenced by rulings".to_owned(),
        false => format!("silenced by rulings in {}", files.join(", ")),
    };
    add(summary.silenced, &silenced);
    words
}

/// A number with its noun: "1 origin", "no origins", "2 origins".
pub(super) fn count(number: usize, noun: &str) -> String {
    match number {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{number} {noun}s"),
    }
}
