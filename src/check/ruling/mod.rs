//! Rulings: which findings an editor has dealt with, and which are open again.
//!
//! A ruling silences a finding while the claims now in conflict are the ones that were considered.
//! It reopens when one of them changes or goes or loses what tempered it, when another joins, when
//! the finding matters more than it did, and when it expires.
//!
//! Where one value stands, the claims against it are rejected, and so is every joint contradiction that
//! needs one of them.

mod considered;
mod idle;
mod settled;
mod stands;

use considered::changes;
pub use considered::considered;
pub(super) use idle::idle_note;
pub(super) use settled::Settlement;
pub use stands::standing;

use std::collections::{BTreeMap, BTreeSet};

use super::nearest;
use crate::diagnostic::{Code, Diagnostic};
use crate::finding::{Beginning, Check, Finding, FindingId, Ruled, RulingNote};
use crate::model::{Corpus, Decision, Ruling};
use crate::text::FileId;
use crate::value::Day;

/// The rulings of a run, by the findings that they are about.
pub(super) struct Rulings<'a> {
    corpus: &'a Corpus,
    today: Option<Day>,
    /// The ids of the articles, where there are rulings.
    articles: BTreeSet<&'a str>,
    /// The rulings that are about no finding any more, though all that they weighed is in the run.
    pub(super) gone: BTreeMap<&'a str, FileId>,
    by_finding: BTreeMap<FindingId, Vec<&'a Ruling>>,
    /// A warning for each ruling that is about no finding, or could be about several.
    pub(super) unmatched: Vec<Diagnostic>,
}

impl<'a> Rulings<'a> {
    /// Looks up what the rulings of a corpus are about.
    ///
    /// In: the ids of all findings, and the day on which rulings that expire are measured. Each id
    /// is looked up once for each length of the ids in the rulings, of which there are few.
    pub(super) fn new(
        corpus: &'a Corpus,
        today: Option<Day>,
        ids: impl Iterator<Item = FindingId>,
    ) -> Self {
        let mut meant: BTreeMap<Beginning, BTreeSet<FindingId>> = BTreeMap::new();
        for ruling in &corpus.rulings {
            meant.extend(Beginning::of(&ruling.finding).map(|text| (text, BTreeSet::new())));
        }
        let digits: BTreeSet<usize> = meant.keys().map(|text| text.digits).collect();
        for id in ids {
            for &digits in &digits {
                if let Some(findings) = meant.get_mut(&id.beginning(digits)) {
                    findings.insert(id);
                }
            }
        }
        let mut rulings = Self {
            corpus,
            today,
            articles: articles(corpus),
            gone: BTreeMap::new(),
            by_finding: BTreeMap::new(),
            unmatched: Vec::new(),
        };
        for ruling in &corpus.rulings {
            rulings.unmatched.extend(unknown_check(ruling));
            let ids = Beginning::of(&ruling.finding).and_then(|text| meant.get(&text));
            let ids: Vec<FindingId> = ids.into_iter().flatten().copied().collect();
            match ids.as_slice() {
                [id] => rulings.by_finding.entry(*id).or_default().push(ruling),
                several => {
                    rulings.unmatched.push(unmatched(ruling, several));
                    let is_gone = several.is_empty() && !ruling.considered.is_empty();
                    if is_gone && rulings.holds_articles(&ruling.considered) {
                        rulings.gone.insert(&ruling.finding, ruling.place.file);
                    }
                }
            }
        }
        rulings
    }

    /// What was ruled on a finding, as it is now; the last ruling counts.
    pub(super) fn note(&self, finding: &Finding) -> Option<RulingNote> {
        let (last, earlier) = self.by_finding.get(&finding.id)?.split_last()?;
        let reopened = match last.decision {
            Decision::Unresolved => None,
            Decision::Stands | Decision::Both => self.reopened(last, finding),
        };
        let now = considered(self.corpus, finding);
        let is_changed = !changes(&last.considered, &now, "joined").is_empty();
        let idle = self.is_idle(last, finding, is_changed);
        Some(RulingNote {
            ruled: ruled(last),
            earlier: earlier.iter().map(|ruling| ruled(ruling)).collect(),
            silences: last.decision != Decision::Unresolved && reopened.is_none() && !idle,
            reopened,
            idle,
            settled: None,
        })
    }

    /// Whether there is a ruling on a finding; its id is asked for only where there are rulings.
    pub(super) fn has(&self, id: impl FnOnce() -> FindingId) -> bool {
        !self.by_finding.is_empty() && self.by_finding.contains_key(&id())
    }

    /// Why a ruling no longer holds; `None` while it does.
    fn reopened(&self, ruling: &Ruling, finding: &Finding) -> Option<String> {
        if let Some(expires) = ruling.expires.filter(|_| self.is_over(ruling)) {
            return Some(format!("it expired on {expires}"));
        }
        let is_conflict = finding.is_opposed() || finding.subject.is_none();
        let joined = if is_conflict {
            "joined the conflict"
        } else {
            "joined"
        };
        let now = considered(self.corpus, finding);
        let mut changes = changes(&ruling.considered, &now, joined);
        let then = ruling.check.as_deref().and_then(Check::named);
        if let Some(then) = then.filter(|then| finding.level < then.level()) {
            let (then, now) = (then.name(), finding.check.name());
            changes.push(format!(
                "it was `{then}` when it was ruled on, and is `{now}` now"
            ));
        }
        (!changes.is_empty()).then(|| changes.join(", "))
    }

    /// Whether a ruling has expired.
    fn is_over(&self, ruling: &Ruling) -> bool {
        let expires = ruling.expires.zip(self.today);
        expires.is_some_and(|(expires, today)| today >= expires)
    }
}

/// The ids of all articles; none where no ruling asks for them.
fn articles(corpus: &Corpus) -> BTreeSet<&str> {
    let articles = corpus
        .articles
        .iter()
        .filter(|_| !corpus.rulings.is_empty());
    articles
        .map(|article| corpus.symbols.text(article.id))
        .collect()
}

fn ruled(ruling: &Ruling) -> Ruled {
    let text = |text: &Option<Box<str>>| text.as_ref().map(ToString::to_string);
    Ruled {
        decision: ruling.decision,
        value: text(&ruling.value),
        by: text(&ruling.by),
        date: text(&ruling.date),
        reason: text(&ruling.reason),
        expires: ruling.expires.map(|day| day.to_string()),
        check: text(&ruling.check),
        place: ruling.place,
    }
}

/// A warning for a ruling that names a check that is none.
fn unknown_check(ruling: &Ruling) -> Option<Diagnostic> {
    let name = ruling
        .check
        .as_deref()
        .filter(|name| Check::named(name).is_none())?;
    let checks = Check::ALL.iter().map(|check| check.name().to_owned());
    let hint = match nearest(name, checks) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "Write it as the report does, or leave it out.".into(),
    };
    let message = format!("`check: {name}` of this ruling is no check");
    Some(Diagnostic::new(
        Code::UnknownReference,
        ruling.place,
        message,
        hint,
    ))
}

/// A warning for a ruling that is about no finding, or could be about any of several.
fn unmatched(ruling: &Ruling, several: &[FindingId]) -> Diagnostic {
    let id = &ruling.finding;
    if !several.is_empty() {
        let mut ids: Vec<String> = several.iter().map(ToString::to_string).collect();
        ids.sort_unstable();
        let ids = ids.join(", ");
        let message = format!("the ids of several findings begin with `{id}`: {ids}");
        let hint = "Write the whole id; until then the ruling counts for none of them.";
        return Diagnostic::new(Code::UnmatchedRuling, ruling.place, message, hint);
    }
    let message = format!("no finding has the id `{id}` of this ruling");
    let hint = "Remove the ruling if the matter is settled, or look up the id in the report.";
    Diagnostic::new(Code::UnmatchedRuling, ruling.place, message, hint)
}
