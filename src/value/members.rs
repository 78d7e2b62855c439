//! Groups: "at least these", or with `only` exactly these.
//!
//! In: the names of members, some of them perhaps denied ("not Ann Lee"). Out: a [`MemberSet`], the
//! set of all groups that hold every named member and no denied one; with `only`, the one group of
//! the named members. There are always more people than are named.
//!
//! A member that no vocabulary declares may be the same as another under another name. Where a
//! relation would change with that, there is none ([`Reason::Undeclared`]). A declared member may
//! stand for another that it is part of; groups that differ so overlap.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::explain::{self, Part};
use super::term::{self, Term};
use super::{Context, Extent, Kind, Reason, Refusal, Relation, Scheme, Value};
use crate::text::normal::Form;

/// The groups that a value allows.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MemberSet {
    /// Sorted by form, as are the excluded; no member is in both.
    named: Box<[Arc<Term>]>,
    excluded: Box<[Arc<Term>]>,
    only: bool,
}

impl MemberSet {
    /// How two sets of groups stand. Near linear in the number of members.
    #[must_use]
    pub fn relate(&self, other: &Self) -> Relation {
        if self == other {
            return Relation::Equal;
        }
        let (left, right) = left_over(&self.named, &other.named);
        match (self.only, other.only) {
            (true, true) if left.is_empty() && right.is_empty() => Relation::Equal,
            (true, true)
                if left.len() == right.len() && left.covers(&right) && right.covers(&left) =>
            {
                Relation::Incomparable(Reason::Undeclared)
            }
            (true, true) => self.disjoint_or_part(other),
            (true, false) => self.relate_closed(other, &left, &right),
            (false, true) => other.relate_closed(self, &right, &left).swapped(),
            (false, false) => self.relate_open(other, &left, &right),
        }
    }

    /// The groups that this set does not allow, where they can be said: without the one member that
    /// is named, or with the one that is excluded.
    ///
    /// # Errors
    ///
    /// Only one member can be denied at a time.
    pub fn negated(self) -> Result<Self, Refusal> {
        if self.only || self.named.len() + self.excluded.len() != 1 {
            return Err(Refusal {
                why: format!("\"{}\" can be false in more than one way", self.describe()),
                hint: "Deny one member at a time, each in a claim of its own.".into(),
            });
        }
        Ok(Self {
            named: self.excluded,
            excluded: self.named,
            only: false,
        })
    }

    /// The preferred names of the members that belong to each group, sorted.
    #[must_use]
    pub fn named(&self) -> Vec<&str> {
        names(&self.named)
    }

    /// The preferred names of the members that belong to no group, sorted.
    #[must_use]
    pub fn excluded(&self) -> Vec<&str> {
        names(&self.excluded)
    }

    /// Whether the named members are all there are.
    #[must_use]
    pub fn is_only(&self) -> bool {
        self.only
    }

    /// The set for people: "at least Ann Lee and Bo Chen, not Cy Dee", "exactly Ann Lee", "nobody".
    #[must_use]
    pub fn describe(&self) -> String {
        let excluded = match self.excluded() {
            excluded if excluded.is_empty() => None,
            excluded => Some(format!("not {}", list(&excluded, "or"))),
        };
        let named = match (self.named(), self.only) {
            (named, true) if named.is_empty() => Some("nobody".into()),
            (named, false) if named.is_empty() => None,
            (named, only) => {
                let how = if only { "exactly" } else { "at least" };
                Some(format!("{how} {}", list(&named, "and")))
            }
        };
        let parts: Vec<String> = named.into_iter().chain(excluded).collect();
        parts.join(", ")
    }

    /// One closed group against the groups that an open list allows.
    fn relate_closed(&self, open: &Self, mine: &Rest, theirs: &Rest) -> Relation {
        if meet(&self.named, &open.excluded) {
            Relation::Disjoint
        } else if !mine.covers(theirs) {
            self.disjoint_or_part(open)
        } else if theirs.is_empty() && !may_meet(&self.named, &open.excluded) {
            Relation::Within
        } else {
            Relation::Incomparable(Reason::Undeclared)
        }
    }

    /// Groups of different members exclude each other, but who was there for the White House may be
    /// whom another calls by name.
    fn disjoint_or_part(&self, other: &Self) -> Relation {
        let part = |of: &[Arc<Term>], whole: &[Arc<Term>]| {
            let ids: BTreeSet<u32> = whole.iter().filter_map(|member| member.id()).collect();
            of.iter().any(|member| member.lies_in(&ids))
        };
        if part(&self.named, &other.named) || part(&other.named, &self.named) {
            Relation::Overlaps
        } else {
            Relation::Disjoint
        }
    }

    /// Two open lists: disjoint only where one names whom the other excludes.
    fn relate_open(&self, other: &Self, mine: &Rest, theirs: &Rest) -> Relation {
        if meet(&self.named, &other.excluded) || meet(&other.named, &self.excluded) {
            return Relation::Disjoint;
        }
        if may_meet(&self.named, &other.excluded) || may_meet(&other.named, &self.excluded) {
            return Relation::Incomparable(Reason::Undeclared);
        }
        let (i_exclude, they_exclude) = left_over(&self.excluded, &other.excluded);
        let within = theirs.is_empty() && they_exclude.is_empty();
        let contains = mine.is_empty() && i_exclude.is_empty();
        match (within, contains) {
            (true, true) => Relation::Equal,
            (true, false) => Relation::Within,
            (false, true) => Relation::Contains,
            (false, false) => Relation::Overlaps,
        }
    }
}

/// The names of a text that lists declared names only: "Ann Lee, Bo Chen and Cy Dee". Any other text
/// is one name, for "Marks and Spencer" is no list.
fn each<'n>(text: &'n str, scheme: Option<&Scheme>) -> Vec<&'n str> {
    let is_declared = |name: &str| scheme.is_some_and(|scheme| scheme.find(name).is_some());
    let parts = text.split(',').flat_map(|part| part.split(" and "));
    let parts: Vec<&str> = parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let lists = parts.len() > 1 && !is_declared(text);
    if lists && parts.iter().all(|part| is_declared(part)) {
        parts
    } else {
        vec![text]
    }
}

/// Reads a list of members. "Nobody" and "only Ann Lee" are closed without `only`.
///
/// # Errors
///
/// Refuses an empty list that is not closed, an empty name, and a member that is both named and
/// denied.
pub fn read(names: &[Box<str>], only: bool, cx: &Context<'_>) -> Result<Value, Refusal> {
    let (mut named, mut excluded) = (Vec::new(), Vec::new());
    let nobody = matches!(names, [one] if NOBODY.contains(&Form::Text.of(one).as_str()));
    let alone = match names {
        [one] => one.trim().strip_prefix("only "),
        _ => None,
    };
    let written = names.iter().filter(|_| !nobody);
    for name in written.flat_map(|name| each(alone.unwrap_or(name), cx.scheme)) {
        let (member, not) = term::read_term(name, Form::Name, cx)?;
        if not { &mut excluded } else { &mut named }.push(member);
    }
    for list in [&mut named, &mut excluded] {
        list.sort_by(|a, b| a.form().cmp(b.form()));
        list.dedup();
    }
    let only = only || nobody || alone.is_some();
    let refuse = |why: String, hint: &str| {
        Err(Refusal {
            why,
            hint: hint.into(),
        })
    };
    if named.is_empty() && excluded.is_empty() && !only {
        return refuse(
            "the list names nobody".into(),
            "Name a member, or write `only: true` where there was nobody.",
        );
    }
    if named.is_empty() && only && !excluded.is_empty() {
        return refuse(
            "`only` closes a list that names nobody".into(),
            "Name the members, or leave out `only`.",
        );
    }
    if let Some(both) = named.iter().find(|member| holds(&excluded, member)) {
        return refuse(
            format!("\"{}\" is both in the list and denied", both.name()),
            "Keep one of the two.",
        );
    }
    if only {
        excluded.clear();
    }
    Ok(Value {
        kind: Kind::Members,
        extent: Extent::Members(MemberSet {
            named: named.into(),
            excluded: excluded.into(),
            only,
        }),
        likely: None,
        figure: None,
        unit: None,
        hedge: None,
    })
}

/// Which words did what.
///
/// # Errors
///
/// Refuses what [`read`] refuses.
pub fn explain(text: &str, cx: &Context<'_>) -> Result<Vec<Part>, Refusal> {
    read(&[text.into()], false, cx)?;
    if NOBODY.contains(&Form::Text.of(text).as_str()) {
        return Ok(vec![explain::whole(text, "nobody belonged to the group")]);
    }
    let trimmed = text.trim();
    let Some(alone) = trimmed.strip_prefix("only ") else {
        let (_, not) = term::read_term(trimmed, Form::Name, cx)?;
        let role = if not {
            "did not belong to the group, whoever else did"
        } else {
            "belonged to the group, whoever else did"
        };
        return Ok(std::iter::once(explain::whole(text, role))
            .chain(term::parts(trimmed, text, Form::Name, cx)?)
            .collect());
    };
    let only = trimmed
        .get(..4)
        .and_then(|only| explain::slice(text, only, "only: the group has no other members"));
    Ok(only
        .into_iter()
        .chain(term::parts(alone, text, Form::Name, cx)?)
        .collect())
}

/// Words for the group without members.
const NOBODY: &[&str] = &["nobody", "no one", "none"];

/// The members of one list that are not in another, by whether they are declared.
#[derive(Default)]
struct Rest {
    declared: usize,
    undeclared: usize,
}

impl Rest {
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn len(&self) -> usize {
        self.declared + self.undeclared
    }

    fn push(&mut self, member: &Term) {
        if member.is_declared() {
            self.declared += 1;
        } else {
            self.undeclared += 1;
        }
    }

    /// Whether each of the others may be one of these under another name. Two declared members are
    /// never one, and no two members of a list are.
    fn covers(&self, others: &Self) -> bool {
        others.declared <= self.undeclared && others.len() <= self.len()
    }
}

/// What each of two sorted lists has and the other has not.
fn left_over(left: &[Arc<Term>], right: &[Arc<Term>]) -> (Rest, Rest) {
    let (mut mine, mut theirs) = (Rest::default(), Rest::default());
    left.iter()
        .filter(|member| !holds(right, member))
        .for_each(|member| mine.push(member));
    right
        .iter()
        .filter(|member| !holds(left, member))
        .for_each(|member| theirs.push(member));
    (mine, theirs)
}

fn holds(sorted: &[Arc<Term>], member: &Term) -> bool {
    sorted
        .binary_search_by(|probe| probe.form().cmp(member.form()))
        .is_ok()
}

fn meet(left: &[Arc<Term>], right: &[Arc<Term>]) -> bool {
    left.iter().any(|member| holds(right, member))
}

/// Whether a member of one list may be one of the other under another name.
fn may_meet(left: &[Arc<Term>], right: &[Arc<Term>]) -> bool {
    let open = |list: &[Arc<Term>]| list.iter().any(|member| !member.is_declared());
    (open(left) && !right.is_empty()) || (open(right) && !left.is_empty())
}

fn names(members: &[Arc<Term>]) -> Vec<&str> {
    let mut names: Vec<&str> = members.iter().map(|member| member.name()).collect();
    names.sort_unstable();
    names
}

/// "A, B and C".
fn list(names: &[&str], and: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).into(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}
