//! Groups: "at least these", or with `only` exactly these.
//!
//! In: the names of members, some of them perhaps denied ("not Ann Lee"). Out: a [`MemberSet`], the
//! set of all groups that hold every named member and no denied one; with `only`, the one group of
//! the named members. There are always more people than are named.
//!
//! A member that no vocabulary declares may be the same as another under another name, or a part of
//! it. Where a relation would change with that, there is none ([`Reason::Undeclared`]). A declared
//! member may stand for another that it is part of; groups that differ so overlap. A declared member
//! that is neither is an outsider, whoever is named beside it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::explain::{self, Part};
use super::term::{self, Term, Terms};
use super::{Context, Extent, Kind, Reason, Refusal, Relation, Value};
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
        match (self.only, other.only) {
            (true, true) => self.relate_both_closed(other),
            (true, false) => self.relate_closed(other),
            (false, true) => other.relate_closed(self).swapped(),
            (false, false) => self.relate_open(other),
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

    /// Whether both name one member, or both leave out one.
    #[must_use]
    pub fn shares(&self, other: &Self) -> bool {
        meet(&self.named, &other.named) || meet(&self.excluded, &other.excluded)
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
    fn relate_closed(&self, open: &Self) -> Relation {
        if meet(&self.named, &open.excluded) {
            return Relation::Disjoint;
        }
        match standing(&open.named, &self.named) {
            Standing::Outside => Relation::Disjoint,
            Standing::Open => Relation::Incomparable(Reason::Undeclared),
            _ if may_meet(&self.named, &open.excluded) => {
                Relation::Incomparable(Reason::Undeclared)
            }
            Standing::Part => Relation::Overlaps,
            Standing::Inside => Relation::Within,
        }
    }

    /// Two closed groups: each must hold the members of the other.
    fn relate_both_closed(&self, other: &Self) -> Relation {
        let mine = standing(&self.named, &other.named);
        match mine.max(standing(&other.named, &self.named)) {
            Standing::Outside => Relation::Disjoint,
            Standing::Open => Relation::Incomparable(Reason::Undeclared),
            Standing::Part => Relation::Overlaps,
            Standing::Inside => Relation::Equal,
        }
    }

    /// Two open lists: disjoint only where one names whom the other excludes.
    fn relate_open(&self, other: &Self) -> Relation {
        if meet(&self.named, &other.excluded) || meet(&other.named, &self.excluded) {
            return Relation::Disjoint;
        }
        if may_meet(&self.named, &other.excluded) || may_meet(&other.named, &self.excluded) {
            return Relation::Incomparable(Reason::Undeclared);
        }
        let holds_all = |one: &Self, of: &Self| {
            let all = |mine: &[Arc<Term>], theirs: &[Arc<Term>]| {
                theirs.iter().all(|member| holds(mine, member))
            };
            all(&one.named, &of.named) && all(&one.excluded, &of.excluded)
        };
        match (holds_all(self, other), holds_all(other, self)) {
            (true, true) => Relation::Equal,
            (true, false) => Relation::Within,
            (false, true) => Relation::Contains,
            (false, false) => Relation::Overlaps,
        }
    }
}

/// The names of a text that lists declared names only: "Ann Lee, Bo Chen and Cy Dee", or people whom it
/// is known to name together. Any other text is one name, for "Marks and Spencer" is no list.
fn each<'n>(text: &'n str, cx: &Context<'n>) -> Vec<&'n str> {
    let is_declared = |name: &str| cx.scheme.is_some_and(|scheme| scheme.find(name).is_some());
    let together = cx.aliases.iter().filter(|alias| alias.together);
    let together = together.filter(|alias| *alias.written == *text.trim());
    let together: Vec<&str> = together.map(|alias| &*alias.name).collect();
    if !together.is_empty() && !is_declared(text) {
        return together;
    }
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
        [one] => without_only(one.trim()),
        _ => None,
    };
    let written = names.iter().filter(|_| !nobody);
    let mut read: BTreeSet<&str> = BTreeSet::new();
    for name in written.flat_map(|name| each(alone.unwrap_or(name), cx)) {
        if !read.insert(name) {
            continue;
        }
        let (member, not) = term::read_term(name, Kind::Members, Form::Name, cx)?;
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
        counted: None,
        otherwise: None,
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
    let Some(alone) = without_only(trimmed) else {
        let (_, not) = term::read_term(trimmed, Kind::Members, Form::Name, cx)?;
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

/// The word that closes a list.
pub(super) const ONLY: &str = "only";

/// The name behind "only".
fn without_only(text: &str) -> Option<&str> {
    text.strip_prefix(ONLY)?.strip_prefix(' ')
}

/// How the members of a list stand to a closed group, from what is no contradiction to what is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Each is in the group.
    Inside,
    /// Some are part of a member, or have one as a part: who was there for the White House may be whom
    /// another calls by name.
    Part,
    /// Some may be in the group or not, for not all names are declared.
    Open,
    /// One is not in the group.
    Outside,
}

/// How the members of a list stand to a closed group, member by member: how many there are says
/// nothing, for a member may be a part of another. Near linear in both.
fn standing(list: &[Arc<Term>], group: &[Arc<Term>]) -> Standing {
    let terms = Terms::of(group.iter().map(AsRef::as_ref));
    let mut above = BTreeSet::new();
    group.iter().for_each(|member| member.broader(&mut above));
    // Whom both lists name, be it by the surname alone, is nobody else under another name, and no
    // whole beside its part.
    let last_words: BTreeSet<&str> = list.iter().filter_map(|member| last_word(member)).collect();
    let surnames: BTreeSet<&str> = group.iter().map(|member| member.form()).collect();
    let named = |member: &Arc<Term>| {
        holds(list, member) || (!member.is_declared() && last_words.contains(member.form()))
    };
    let unknown = group
        .iter()
        .any(|member| !member.is_declared() && !named(member));
    let all_named = group.iter().all(named);
    let is_surnamed =
        |member: &Arc<Term>| last_word(member).is_some_and(|it| surnames.contains(it));
    let of_member = |member: &Arc<Term>| {
        let shares = |other: &Arc<Term>| member.relate(other) != Relation::Disjoint;
        let part = || {
            member.lies_in(&terms)
                || member.id().is_some_and(|id| above.contains(&id))
                || (member.may_share() && group.iter().any(shares))
        };
        if holds(group, member) {
            Standing::Inside
        } else if part() {
            Standing::Part
        } else if is_surnamed(member) || (!all_named && (unknown || !member.is_declared())) {
            Standing::Open
        } else {
            Standing::Outside
        }
    };
    list.iter().map(of_member).max().unwrap_or(Standing::Inside)
}

/// The last word of a name of several that no vocabulary declares.
fn last_word(member: &Term) -> Option<&str> {
    let name = Some(member.form()).filter(|_| !member.is_declared());
    name?.rsplit_once(' ').map(|(_, last)| last)
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
