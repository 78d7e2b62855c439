//! What a check found: plain text and numbers, without layout.

mod agreed;
mod check;
mod report;

pub use agreed::{Addition, Agreed, Contest, Reservation, Reserve, Shared};
pub use check::Check;
pub use report::{Join, NotOne, Report, Section, Summary, find};

use std::sync::Arc;

use clap::ValueEnum;

use crate::model::{ArticleId, ClaimId, Decision, Importance};
use crate::text::{Place, id};
use crate::value::Value;

/// How much a finding matters, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ValueEnum)]
pub enum Level {
    /// Claims that cannot all be true.
    Conflict,
    /// What an editor should look at.
    Warning,
    /// Sources that agree.
    Agreement,
    /// Everything else.
    Note,
}

impl Level {
    /// All levels, most important first.
    pub const ALL: [Self; 4] = [Self::Conflict, Self::Warning, Self::Agreement, Self::Note];

    /// The word that the command line, JSON and reports use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Warning => "warning",
            Self::Agreement => "agreement",
            Self::Note => "note",
        }
    }
}

/// The stable id of a finding: it survives edits elsewhere, moved lines and renamed files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FindingId(pub u64);

impl FindingId {
    /// The shortest beginning of an id that stands for it, in digits.
    pub const SHORTEST: usize = 4;

    /// The digits of a whole id.
    pub const LONGEST: usize = id::DIGITS;

    /// Whether a text is this id or a long enough beginning of it.
    #[must_use]
    pub fn is_meant_by(self, text: &str) -> bool {
        Beginning::of(text).is_some_and(|meant| self.beginning(meant.digits) == meant)
    }

    /// How many first digits tell some ids from each other.
    #[must_use]
    pub fn digits_that_tell(ids: &mut Vec<Self>) -> usize {
        ids.sort_unstable();
        ids.dedup();
        let tell = |digits: &usize| {
            let mut pairs = ids.windows(2);
            pairs.all(|pair| pair[0].beginning(*digits) != pair[1].beginning(*digits))
        };
        (Self::SHORTEST..Self::LONGEST)
            .find(tell)
            .unwrap_or(Self::LONGEST)
    }

    /// The first digits of it, of twelve.
    #[must_use]
    pub fn beginning(self, digits: usize) -> Beginning {
        let digits = digits.clamp(Self::SHORTEST, Self::LONGEST);
        let value = (self.0 & 0xffff_ffff_ffff) >> (4 * (Self::LONGEST - digits));
        Beginning { digits, value }
    }
}

/// An id or the beginning of one, as people write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Beginning {
    /// How many digits it has.
    pub digits: usize,
    value: u64,
}

impl Beginning {
    /// Reads a whole id or a long enough beginning of one.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let digits = text.len();
        let is_one = (FindingId::SHORTEST..=FindingId::LONGEST).contains(&digits);
        let value = id::read(text).filter(|_| is_one)?;
        Some(Self { digits, value })
    }
}

/// Twelve hexadecimal digits that no spreadsheet takes for a number.
impl std::fmt::Display for FindingId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        id::Written(self.0).fmt(f)
    }
}

/// One answer of one check.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its stable id.
    pub id: FindingId,
    /// The check that found it.
    pub check: Check,
    /// How much it matters.
    pub level: Level,
    /// Other checks that apply to it too.
    pub also: Vec<Check>,
    /// How a newsroom ranks an error here.
    pub importance: Importance,
    /// What it is about; `None` where it spans questions.
    pub subject: Option<String>,
    /// Which aspect; `None` where it spans questions.
    pub property: Option<String>,
    /// Of a finding that spans questions, these in one line: "fire / injured, treated; inquiry / began".
    pub about: Option<String>,
    /// The question that its claims answer, where the vocabulary words it.
    pub question: Option<String>,
    /// What was found, in one sentence without a final stop.
    pub message: String,
    /// Why it is no more than a possible conflict, or could not be compared.
    pub reason: Option<String>,
    /// What would let more of it be compared, where that is known; one for each reason that has one.
    pub helps: Vec<Help>,
    /// The rules that it rests on, by name.
    pub rules: Vec<String>,
    /// The articles that do not answer the question.
    pub silent: Vec<ArticleId>,
    /// The claims that say that the answer is not known.
    pub not_known: Vec<ClaimId>,
    /// The articles of whose claims more could be compared if their day of publication were known.
    pub undated: Vec<ArticleId>,
    /// The articles that cite each other, where that is what was found.
    pub ring: Vec<ArticleId>,
    /// What an editor decided about it.
    pub ruling: Option<Box<RulingNote>>,
    /// What is claimed, by whom; what stands against something before what does not.
    pub positions: Vec<Position>,
    /// Who stands against whom, and why: one row for each pair of positions worth a sentence.
    pub oppositions: Vec<Opposition>,
    /// Of an agreement: what is shared, and who adds what.
    pub agreed: Option<Box<Agreed>>,
    /// For a joint contradiction: its argument, step by step, the step that the others refute last.
    pub steps: Vec<Step>,
    /// Under which finding it is told, where that is the same matter.
    pub fold: Option<Box<Fold>>,
    /// What a reader should know beside: joins by likeness, bare small counts, two readings of a date.
    pub notes: Vec<String>,
}

impl Finding {
    /// What a check found, in one sentence; all that there is to say beside is added where it is made.
    #[must_use]
    pub fn new(id: FindingId, check: Check, message: String) -> Self {
        Self {
            id,
            check,
            level: check.level(),
            also: Vec::new(),
            importance: Importance::Normal,
            subject: None,
            property: None,
            about: None,
            question: None,
            message,
            reason: None,
            helps: Vec::new(),
            rules: Vec::new(),
            silent: Vec::new(),
            not_known: Vec::new(),
            undated: Vec::new(),
            ring: Vec::new(),
            ruling: None,
            positions: Vec::new(),
            oppositions: Vec::new(),
            agreed: None,
            steps: Vec::new(),
            fold: None,
            notes: Vec::new(),
        }
    }

    /// The positions that stand against others, else all: what a ruling weighs.
    pub fn opposed(&self) -> impl Iterator<Item = &Position> + Clone {
        let stands = move |at: usize| {
            let opposes = |o: &Opposition| o.left == at || o.right == at;
            !self.positions[at].against.is_empty() || self.oppositions.iter().any(opposes)
        };
        let is_opposed = self.is_opposed();
        let positions = self.positions.iter().enumerate();
        positions
            .filter(move |(at, _)| !is_opposed || stands(*at))
            .map(|(_, position)| position)
    }

    /// The positions that cannot be true together with one, by index. In a joint contradiction these
    /// are the one that its argument refutes and all others; all of them where it refutes none.
    #[must_use]
    pub fn against(&self, at: usize) -> Vec<usize> {
        let listed = self.positions.get(at).map(|it| it.against.clone());
        if self.steps.is_empty() {
            return listed.unwrap_or_default();
        }
        match self.refuted() {
            Some(refuted) if refuted != at => vec![refuted],
            _ => (0..self.positions.len()).filter(|it| *it != at).collect(),
        }
    }

    /// The position that the argument of a joint contradiction refutes, where it comes to a conclusion.
    fn refuted(&self) -> Option<usize> {
        let [.., conclusion, last] = self.steps.as_slice() else {
            return None;
        };
        match (&conclusion.basis, &last.basis) {
            (Basis::Conclusion, Basis::Claims(at)) => Some(*at),
            _ => None,
        }
    }

    /// Whether it is a dispute that articles only report: every conflicting pair has speakers on both
    /// sides who differ.
    #[must_use]
    pub fn is_dispute(&self) -> bool {
        // Of the checks of a conflict it ranks last, so that none of these applies beside it.
        self.check == Check::Disputed && !self.also.contains(&Check::ChangedAccount)
    }

    /// Whether nothing keeps it from being a plain agreement.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        let agreed = self.agreed.as_ref();
        agreed.is_none_or(|agreed| agreed.reservations.is_empty())
    }

    /// Whether any position stands against another.
    #[must_use]
    pub fn is_opposed(&self) -> bool {
        let against = |position: &Position| !position.against.is_empty();
        !self.oppositions.is_empty() || self.positions.iter().any(against)
    }
}

/// That a joint contradiction is told under another finding, for both are one matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// The finding under which it is told.
    pub under: FindingId,
    /// Whether it repeats a contradiction of one question; else it is another set of claims about the
    /// same questions.
    pub is_echo: bool,
    /// What it adds, without a final stop: "post has 4 for fire / calls, which also fits three".
    pub adds: String,
}

/// What an annotator can do so that claims are compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Help {
    /// Declare a kind or terms for the property.
    Kind,
    /// Declare the values as terms, or as entities.
    Terms,
    /// What is to be written for one value: "write `two hours` alone".
    Write(String),
}

impl Help {
    /// What to do, as a clause.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Kind => "give the property a `kind` or `terms`",
            Self::Terms => "declare them as `terms`, and they exclude each other",
            Self::Write(what) => what,
        }
    }

    /// The same, where it is about these values alone and not about what many questions lack.
    #[must_use]
    pub fn of_these(&self) -> Option<&str> {
        matches!(self, Self::Write(_)).then(|| self.text())
    }
}

/// The claims of one question whose extents are equal.
#[derive(Clone, Debug)]
pub struct Position {
    /// The commonest wording of the value.
    pub value: String,
    /// What the value allows, in words ("19.8 to under 22 years"); `None` where that says no more than the wording.
    pub meaning: Option<String>,
    /// The value as it was read; `None` where it could not be.
    pub reading: Option<Arc<Value>>,
    /// The positions that cannot be true together with this one, by index.
    pub against: Vec<usize>,
    /// Whether it agrees with or refines what another article says.
    pub agrees: bool,
    /// The independent origins of its claims, by name.
    pub origins: Vec<Arc<str>>,
    /// Its claims, in the order of the articles.
    pub claims: Vec<ClaimId>,
    /// In a finding that spans questions, the one that it answers.
    pub topic: Option<Box<Topic>>,
    /// Which of them take part in open joint contradictions other than this finding, and in which.
    pub contested: Vec<Contest>,
}

/// What a position of a joint contradiction answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// What it is about, by the name that reports use.
    pub subject: String,
    /// Which aspect, likewise.
    pub property: String,
    /// The question, where the vocabulary words it.
    pub question: Option<String>,
}

/// Two positions that stand against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opposition {
    /// One position, by index.
    pub left: usize,
    /// The other.
    pub right: usize,
    /// The check that applies to this pair.
    pub check: Check,
    /// Why, in one sentence without a final stop: "1 and 3 have no number in common".
    pub why: String,
    /// Whether that says more than that the two exclude each other.
    pub tells: bool,
}

/// One step of an argument.
#[derive(Clone, Debug)]
pub struct Step {
    /// Why it holds.
    pub basis: Basis,
    /// What it says, without a final stop: "axios has last Wednesday for White House meeting / date".
    pub text: String,
    /// For a conclusion: what the steps before it leave of the last one's value, where that can be said.
    pub reading: Option<Arc<Value>>,
}

/// Why a step of an argument holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Articles say so: the position of the finding, by index.
    Claims(usize),
    /// A rule of the vocabulary.
    Rule(Rule),
    /// The date of an event or an article's day of publication.
    Known,
    /// It follows from the steps before it.
    Conclusion,
}

/// A rule of the vocabulary, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What must hold.
    pub holds: String,
    /// How far it may be missed.
    pub slack: Option<String>,
    /// Whether it only holds usually.
    pub usual: bool,
}

/// What an editor decided about a finding, and whether it still holds.
#[derive(Clone, Debug)]
pub struct RulingNote {
    /// The ruling that counts.
    pub ruled: Ruled,
    /// Those that it took the place of, oldest first.
    pub earlier: Vec<Ruled>,
    /// Whether it hides the finding.
    pub silences: bool,
    /// Why it no longer hides it.
    pub reopened: Option<String>,
    /// Whether the conflict that it was about is gone, though the articles that it weighed are there.
    pub idle: bool,
    /// Where it was made on another finding, and settles this one with it.
    pub settled: Option<Settled>,
}

/// Why a ruling on one finding settles another: it rejects claims without which that is none.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The finding that was ruled on.
    pub by: FindingId,
    /// The claims that are rejected, as rulings write them.
    pub rejected: Vec<String>,
}

/// One ruling, in the words of its file.
#[derive(Clone, Debug)]
pub struct Ruled {
    /// What was decided.
    pub decision: Decision,
    /// Which value stands.
    pub value: Option<String>,
    /// Who decided.
    pub by: Option<String>,
    /// When.
    pub date: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The first day on which it no longer counts.
    pub expires: Option<String>,
    /// The check that the finding was of.
    pub check: Option<String>,
    /// Where it stands.
    pub place: Place,
}
