//! Findings in words: plain text, one sentence each, without a final stop.

use indexmap::IndexSet;

use super::{Answers, Gap, Outcome, Test};
use crate::align::QuestionId;
use crate::compare::{Stand, Standing};
use crate::finding::{Help, Position};
use crate::graph::ClaimGraph;
use crate::model::{Changes, ClaimId, Corpus, Stance};
use crate::value::sentence::{ENOUGH, joined, listed, shortened};
use crate::value::{
    Dimension, Extent, Kind, Reason, Relation, TermSet, Written, amount, compare, is_either,
    sentence,
};

/// What was found on a question, in one sentence.
pub(super) fn message(graph: &ClaimGraph<'_>, outcome: &Outcome, answers: &Answers<'_>) -> String {
    let mut clashes = outcome.clashes.iter();
    let example = clashes.find(|clash| clash.check == outcome.check);
    match (super::test(outcome.check), example) {
        (Test::Pair { message, .. }, Some(clash)) => message(graph, answers, clash.example),
        (Test::Question { message, .. }, _) => message(graph, outcome, answers),
        // No clash is of another check than those of pairs, and each of these has a clash.
        (Test::Pair { .. }, None) | (Test::Graph(_), _) => String::new(),
    }
}

/// A position in a sentence that lists several: by the declared name, else in its commonest wording.
pub(super) fn called(position: &Position) -> &str {
    match (
        position.reading.as_deref().map(|value| &value.extent),
        &position.meaning,
    ) {
        (Some(Extent::Terms(set)), Some(name)) if set.is_declared() => name,
        _ => &position.value,
    }
}

/// The values that stand against others, in a list, and how many these are. Where one of them only
/// tells a day by that of its article, each comes with its days: "5 September 2018 (post: Wednesday)".
pub(super) fn opposed(graph: &ClaimGraph<'_>, answers: &Answers<'_>) -> (String, usize) {
    let positions = answers.positions.iter();
    let opposed: Vec<&Position> = positions
        .filter(|position| !position.against.is_empty())
        .collect();
    let called_so = |name: &str| opposed.iter().filter(|it| called(it) == name).count();
    // Of equal ages each comes with its day.
    let values = opposed
        .iter()
        .map(|position| match (called(position), &position.meaning) {
            (value, Some(meaning)) if called_so(value) > 1 => format!("{value} ({meaning})"),
            (value, _) => value.to_owned(),
        });
    let values: Vec<String> = values.collect();
    let in_days = opposed.iter().any(|position| days(position).is_some());
    let words = match in_days {
        false => list(&values),
        true => {
            let dated = opposed.iter().map(|position| match days(position) {
                Some(days) => format!("{days} ({}: {})", who(graph, position), position.value),
                None => format!("{} ({})", position.value, who(graph, position)),
            });
            joined(&Vec::from_iter(dated), "and")
        }
    };
    (words, values.len())
}

/// How a sentence takes so many values together.
pub(super) fn both(values: usize) -> &'static str {
    match values {
        2 => "both",
        _ => "all",
    }
}

/// The days of a date whose words only tell them by the day of its article, as they are likely meant.
fn days(position: &Position) -> Option<String> {
    let value = position.reading.as_deref()?;
    let has_year = |text: &str| {
        let mut runs = text.split(|c: char| !c.is_ascii_digit());
        runs.any(|digits| digits.len() >= 4)
    };
    let is_told = position.meaning.is_none() || has_year(&position.value);
    if is_told || !matches!(value.extent, Extent::Days(_) | Extent::Times(_)) {
        return None;
    }
    let likely = value.as_likely();
    let days = likely.describe();
    Some(match value.likely.is_some() {
        true => format!("likely {days}"),
        false => days,
    })
}

/// Who gives a value: its speakers, else its articles.
fn who(graph: &ClaimGraph<'_>, position: &Position) -> String {
    let corpus = graph.corpus;
    let names: IndexSet<&str> = position
        .claims
        .iter()
        .flat_map(|id| corpus.voices(*id))
        .collect();
    enough(&Vec::from_iter(names))
}

/// The value of a claim of a finding in the words of its file, after the days that they stand for:
/// "5 September 2018 (Wednesday)".
pub(super) fn told(graph: &ClaimGraph<'_>, answers: &Answers<'_>, id: ClaimId) -> String {
    let spoken = spoken(graph.corpus, id);
    let mut positions = answers.positions.iter();
    let position = positions.find(|position| position.claims.contains(&id));
    match position.and_then(days) {
        Some(days) => format!("{days} ({spoken})"),
        None => spoken,
    }
}

/// Why two positions cannot both be right.
pub(super) fn why(left: &Position, right: &Position) -> String {
    match (&left.reading, &right.reading) {
        (Some(a), Some(b)) => {
            let values = compare(a, b);
            // What went back in time need not be disjoint.
            let values = match values.excludes() {
                true => values,
                false => Relation::Disjoint.into(),
            };
            sentence((&left.value, a), (&right.value, b), &values)
        }
        _ => format!("{} and {} exclude each other", left.value, right.value),
    }
}

/// Why values could not be compared, and what would help.
pub(super) fn gap(graph: &ClaimGraph<'_>, question: QuestionId, reason: Reason) -> Gap {
    match reason {
        Reason::Undeclared => undeclared(graph, question),
        Reason::Shares => Gap {
            why: shares(graph, graph.standing(question)),
            help: None,
        },
        reason => reason.into(),
    }
}

/// Why names that differ could not be compared, and what to declare.
fn undeclared(graph: &ClaimGraph<'_>, question: QuestionId) -> Gap {
    let standing = graph.standing(question);
    let sets: Vec<(String, &TermSet)> = standing
        .positions
        .iter()
        .filter_map(|stand| match &stand.value.extent {
            Extent::Terms(set) => Some((written(graph, stand, set), set)),
            _ => None,
        })
        .collect();
    let names: Vec<&str> = (sets.iter())
        .filter(|(_, set)| !set.is_declared())
        .map(|(name, _)| name.as_str())
        .collect();
    if names.is_empty() {
        return Reason::Undeclared.into();
    }
    let why = format!(
        "they differ, and no vocabulary declares {}",
        match names.len() > ENOUGH {
            true => enough(&names),
            false => listed(&names, "or"),
        }
    );
    let mut amounts = names.iter().filter_map(|name| amount::beginning(name));
    let help = if let Some(amount) = amounts.find(|_| standing.kind == Kind::Term) {
        Help::Write(format!(
            "if they are amounts, {}",
            amount::alone("write", amount)
        ))
    } else if let Some(alias) = alias(standing, &sets) {
        let property = graph.alignment.question(question).property;
        let property = graph.alignment.properties.name(property);
        Help::Write(format!(
            "declare `terms: {alias}` of {property}, if that says the same"
        ))
    } else {
        Help::Terms
    };
    Gap {
        why,
        help: Some(help),
    }
}

/// The name of a position as its claims write it, where none writes the name that it stands for.
fn written(graph: &ClaimGraph<'_>, stand: &Stand, set: &TermSet) -> String {
    let mut aliases = stand.claims.iter().map(|id| {
        let mut aliases = graph.alignment.aliases(*id).iter();
        aliases.find(|alias| !alias.together && *alias.name == *set.name())
    });
    match aliases.next().flatten() {
        Some(alias) if aliases.all(|alias| alias.is_some()) => alias.written.to_string(),
        _ => set.name().to_owned(),
    }
}

/// What would make a term that is claimed an alias of one that is denied: a contradiction, most likely,
/// of which only that line is missing. "{leader: {aliases: [headed up the ring]}}".
fn alias(standing: &Standing, sets: &[(String, &TermSet)]) -> Option<String> {
    let (denied, claimed): (Vec<_>, Vec<_>) = sets.iter().partition(|(_, set)| set.is_not());
    let [(denied, _)] = denied.as_slice() else {
        return None;
    };
    let claimed: Vec<String> = claimed
        .iter()
        .filter(|(name, set)| !set.is_declared() && name != denied)
        .map(|(name, _)| scalar(name))
        .collect();
    let is_term = standing.kind == Kind::Term && !claimed.is_empty();
    is_term.then(|| {
        format!(
            "{{{}: {{aliases: [{}]}}}}",
            scalar(denied),
            claimed.join(", ")
        )
    })
}

/// A term as it can stand in a line of YAML.
fn scalar(name: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '’' | '.');
    let starts = name.starts_with(char::is_alphanumeric);
    match starts && name.chars().all(plain) {
        true => name.to_owned(),
        false => format!("'{}'", name.replace('\'', "''")),
    }
}

/// "axios and mic say that it is not known", where nobody says more.
pub(super) fn not_known(graph: &ClaimGraph<'_>, answers: &Answers<'_>) -> String {
    let articles = Vec::from_iter(articles(graph, answers.not_known));
    let verb = if articles.len() == 1 { "says" } else { "say" };
    format!("{} {verb} that it is not known", list(&articles))
}

/// Why shares and counts could not be compared, and which values are which: "all is a share, more than
/// 250 a count".
fn shares(graph: &ClaimGraph<'_>, standing: &Standing) -> String {
    let of = |wanted: Dimension| -> Vec<String> {
        let measures =
            |stand: &&Stand| matches!(stand.value.extent, Extent::Amount(_, own) if own == wanted);
        let stands = standing.positions.iter().filter(measures);
        let is_either = |stand: &&Stand| match &stand.value.extent {
            Extent::Amount(set, own) => {
                let others = [Dimension::Count, Dimension::Share];
                others.iter().any(|other| is_either(set, *own, *other))
            }
            _ => true,
        };
        let stands = stands.filter(|stand| !is_either(stand));
        stands
            .map(|stand| commonest(graph.corpus, &stand.claims))
            .collect()
    };
    let (shares, counts) = (of(Dimension::Share), of(Dimension::Count));
    let is = |values: &[String], what: &str| match values {
        [only] => format!("{only} is a {what}"),
        several => format!("{} are {what}s", list(several)),
    };
    match (shares.as_slice(), counts.as_slice()) {
        ([], _) | (_, []) => Reason::Shares.text().into(),
        ([share], [count]) => format!("{share} is a share, {count} a count"),
        (shares, counts) => format!("{}, {}", is(shares, "share"), is(counts, "count")),
    }
}

/// Why something that only grows or shrinks cannot be as two articles of different days say.
pub(super) fn went_back(
    graph: &ClaimGraph<'_>,
    standing: &Standing,
    [a, b]: [ClaimId; 2],
) -> Option<String> {
    let direction = match standing.changes {
        Changes::Grows => "grows",
        Changes::Shrinks => "shrinks",
        Changes::No | Changes::Yes => return None,
    };
    let time = |claim| standing.scopes.get(&claim)?.time.as_ref();
    let (first, then) = match (time(a)?, time(b)?) {
        (earlier, later) if earlier.ends_before(later) => (a, b),
        (later, earlier) if earlier.ends_before(later) => (b, a),
        _ => return None,
    };
    let said = |id| {
        let article = graph.corpus.article_id(id);
        format!("{} in {article}", spoken(graph.corpus, id))
    };
    Some(format!(
        "it only {direction}, and {} is later than {}",
        said(then),
        said(first)
    ))
}

/// The wording that most of the claims use; ties go to the first.
pub(super) fn commonest(corpus: &Corpus, claims: &[ClaimId]) -> String {
    let mut counts: Vec<(ClaimId, usize)> = Vec::with_capacity(1);
    for id in claims {
        let claim = corpus.claim(*id);
        let is_same = |(known, _): &&mut (ClaimId, usize)| {
            let known = corpus.claim(*known);
            known.written == claim.written && known.stance == claim.stance
        };
        match counts.iter_mut().find(is_same) {
            Some((_, count)) => *count += 1,
            None => counts.push((*id, 1)),
        }
    }
    let mut commonest = counts.into_iter();
    let first = commonest.next();
    // `max_by_key` would prefer the last of equals.
    let commonest = commonest.fold(first, |best, next| {
        best.filter(|best| best.1 >= next.1).or(Some(next))
    });
    commonest.map_or_else(String::new, |(id, _)| spoken(corpus, id))
}

/// The value of a claim in the words of its file: "not X" where it denies X.
#[must_use]
pub fn spoken(corpus: &Corpus, id: ClaimId) -> String {
    let claim = corpus.claim(id);
    let text = claim.written.to_string();
    match (&claim.written, claim.stance) {
        (_, Stance::Asserts) => text,
        (Written::Scalar(_), Stance::Denies) => denied(&text),
        (_, Stance::Denies) => format!("not ({text})"),
    }
}

/// A value that does not hold, as a person would say it.
fn denied(text: &str) -> String {
    match text.to_ascii_lowercase().as_str() {
        "yes" => "no".into(),
        "no" => "yes".into(),
        "true" => "false".into(),
        "false" => "true".into(),
        _ => format!("not {text}"),
    }
}

/// A claim that takes part in nothing, as a position of its own.
pub(super) fn lone_position(graph: &ClaimGraph<'_>, id: ClaimId) -> Position {
    Position {
        value: spoken(graph.corpus, id),
        meaning: None,
        reading: None,
        against: Vec::new(),
        agrees: false,
        origins: Vec::new(),
        claims: vec![id],
        topic: None,
        contested: Vec::new(),
    }
}

/// "a", "a and b", "a, b and c".
pub(super) fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    listed(&items, "and")
}

/// The first names of a list, and how many more there are: "a, b and c".
pub(super) fn enough(names: &[&str]) -> String {
    shortened(names).unwrap_or_else(|| list(names))
}

/// The ids of the articles that make some claims, each once, in the order of the claims.
pub(super) fn articles<'g>(graph: &'g ClaimGraph<'_>, claims: &[ClaimId]) -> IndexSet<&'g str> {
    let ids = claims.iter().map(|id| graph.corpus.article_id(*id));
    ids.collect()
}
