//! The sets that are reported are exactly the minimal ones: random small stories against trying
//! every day for everything.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use gainsay::check::Selection;
use gainsay::finding::Finding;
use gainsay::model::Corpus;
use gainsay::parse::{self, Inputs};
use proptest::prelude::*;

/// The days of June 2018 on which anything may happen; the 4th is a Monday.
const DAYS: std::ops::RangeInclusive<i32> = 1..=9;

/// Days on which an article may have been published.
const PAPERS: std::ops::RangeInclusive<i32> = -16..=24;

const EVENTS: usize = 3;

/// What one article says of one event.
#[derive(Clone, Debug)]
enum Says {
    On(i32),
    Not(i32),
    Before(i32),
    Either(i32, i32),
    /// So many days after another event.
    After(usize, i32),
    /// At an earlier moment than another event, on the same day or not.
    Earlier(usize),
    Later(usize),
    /// At that moment or before.
    By(usize),
    DayOf(usize),
    /// At least so many days before another event.
    DaysBefore(usize, i32),
    /// Hours after another event, on its day or the next.
    HoursAfter(usize),
    /// "on Wednesday", counted from the publication of one article.
    Weekday(i32),
    LastWeekday(i32),
    Yesterday,
}

/// A day, and how late on it.
type Moment = (i32, i32);

/// A rule: one event at least so many days after another.
#[derive(Clone, Debug)]
struct Apart(usize, usize, i32);

#[derive(Clone, Debug)]
struct Story {
    claims: Vec<(usize, Says)>,
    rules: Vec<Apart>,
}

const WEEKDAYS: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

impl Says {
    fn words(&self) -> String {
        match self {
            Self::On(day) => format!("{day} June 2018"),
            Self::Not(day) => format!("not {day} June 2018"),
            Self::Before(day) => format!("before {day} June 2018"),
            Self::Either(a, b) => format!("{a} June 2018 or {b} June 2018"),
            Self::After(event, days) => format!("{days} days after event {event}"),
            Self::Earlier(event) => format!("before event {event}"),
            Self::Later(event) => format!("after event {event}"),
            Self::By(event) => format!("by event {event}"),
            Self::DayOf(event) => format!("the day of event {event}"),
            Self::DaysBefore(event, days) => format!("at least {days} days before event {event}"),
            Self::HoursAfter(event) => format!("two hours after event {event}"),
            Self::Weekday(day) => format!("on {}", WEEKDAYS[*day as usize]),
            Self::LastWeekday(day) => format!("last {}", WEEKDAYS[*day as usize]),
            Self::Yesterday => "yesterday".into(),
        }
    }

    /// The other event that it speaks of.
    fn event(&self) -> Option<usize> {
        match self {
            Self::After(event, _)
            | Self::DaysBefore(event, _)
            | Self::Earlier(event)
            | Self::Later(event)
            | Self::By(event)
            | Self::DayOf(event)
            | Self::HoursAfter(event) => Some(*event),
            _ => None,
        }
    }

    /// Whether it holds, where events were on these days at these times of the day.
    fn holds_of(&self, own: Moment, others: &[Moment; EVENTS]) -> bool {
        match self {
            Self::Earlier(event) => own < others[*event],
            Self::Later(event) => own > others[*event],
            Self::By(event) => own <= others[*event],
            Self::HoursAfter(event) => {
                let other = others[*event];
                own > other && own.0 - other.0 <= 1
            }
            _ => true,
        }
    }

    /// Whether it holds as it is likely meant: newspapers look back.
    fn likely_holds(&self, day: i32, days: &[i32], paper: i32) -> bool {
        let looks_ahead = matches!(self, Self::Weekday(_)) && day > paper;
        self.holds(day, days, paper) && !looks_ahead
    }

    /// Whether it holds, where the event was on `day` and the article came out on `paper`.
    fn holds(&self, day: i32, days: &[i32], paper: i32) -> bool {
        let ago = paper - day;
        let weekday = |day: i32| (day - 4).rem_euclid(7);
        match self {
            Self::On(on) => day == *on,
            Self::Not(on) => day != *on,
            Self::Before(on) => day < *on,
            Self::Either(a, b) => day == *a || day == *b,
            Self::After(event, after) => day - days[*event] == *after,
            Self::DayOf(event) => day == days[*event],
            Self::DaysBefore(event, before) => days[*event] - day >= *before,
            Self::Earlier(_) | Self::Later(_) | Self::By(_) | Self::HoursAfter(_) => true,
            // The last or the coming one; on its own day, today or a week before or after.
            Self::Weekday(on) => {
                weekday(day) == *on && (-7..7).contains(&ago) || ago == 7 && weekday(paper) == *on
            }
            // The most recent one, or that of last week.
            Self::LastWeekday(on) => {
                let monday = paper - weekday(paper);
                weekday(day) == *on
                    && ((1..=7).contains(&ago) || (monday - 7..monday).contains(&day))
            }
            Self::Yesterday => ago == 1,
        }
    }
}

impl Story {
    /// The corpus: every claim in an article of its own, but for those that count from publication.
    fn corpus(&self) -> Corpus {
        let mut text = String::new();
        let mut shared = String::from("article: {id: paper}\nclaims:\n");
        for (at, (event, says)) in self.claims.iter().enumerate() {
            let claim = format!(
                "  - {{id: c{at}, subject: event {event}, property: date, value: {}}}\n",
                says.words()
            );
            match says {
                Says::Weekday(_) | Says::LastWeekday(_) | Says::Yesterday => shared += &claim,
                _ => write!(text, "article: {{id: a{at}}}\nclaims:\n{claim}---\n").unwrap(),
            }
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("claims.yaml"), text + &shared).unwrap();
        let mut words = String::from("properties:\n  date: {kind: date}\nentities:\n");
        for event in 0..EVENTS {
            writeln!(
                words,
                "  event {event}: {{kind: event, date: 2018-06-01/2018-06-09}}"
            )
            .unwrap();
        }
        words += match self.rules.is_empty() {
            true => "",
            false => "rules:\n",
        };
        for (at, Apart(from, to, days)) in self.rules.iter().enumerate() {
            let holds = format!("event {to} / date >= event {from} / date + {days} days");
            writeln!(words, "  - {{name: rule {at}, holds: {holds}}}").unwrap();
        }
        std::fs::write(folder.path().join("words.yaml"), words).unwrap();
        let inputs = Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        };
        parse::load(&inputs).0
    }

    /// Which claims hold together: one set for each way in which things may have happened, as bits.
    fn possible(&self, likely: bool) -> BTreeSet<u32> {
        let mut possible = BTreeSet::new();
        let bits = |holds: &dyn Fn(usize, &Says) -> bool| {
            let claims = self.claims.iter().enumerate();
            let claims = claims.filter(|(_, (event, says))| holds(*event, says));
            claims.map(|(at, _)| 1 << at).sum::<u32>()
        };
        let mut days = [*DAYS.start(); EVENTS];
        loop {
            let by_day: BTreeSet<u32> = PAPERS
                .map(|paper| {
                    bits(&|event, says| match likely {
                        true => says.likely_holds(days[event], &days, paper),
                        false => says.holds(days[event], &days, paper),
                    })
                })
                .collect();
            // As many times of the day as there are events tell all orders apart.
            for times in 0..EVENTS.pow(EVENTS as u32) {
                let time = |event: usize| (times / EVENTS.pow(event as u32) % EVENTS) as i32;
                let moments: [Moment; EVENTS] = std::array::from_fn(|at| (days[at], time(at)));
                let allowed = |Apart(from, to, apart): &Apart| match apart {
                    0 => moments[*to] >= moments[*from],
                    days => moments[*to].0 >= moments[*from].0 + days,
                };
                if self.rules.iter().all(allowed) {
                    let by_moment = bits(&|event, says| says.holds_of(moments[event], &moments));
                    possible.extend(by_day.iter().map(|by_day| by_day & by_moment));
                }
            }
            let Some(next) = days.iter().position(|day| day < DAYS.end()) else {
                return possible;
            };
            days[..next].fill(*DAYS.start());
            days[next] += 1;
        }
    }

    /// The minimal sets of claims that cannot all hold, by trying every set.
    fn minimal(&self, likely: bool) -> BTreeSet<u32> {
        let possible = self.possible(likely);
        let holds = |set: u32| possible.iter().any(|all| all & set == set);
        let sets = 1..1_u32 << self.claims.len();
        sets.filter(|set| !holds(*set))
            .filter(|set| {
                (0..self.claims.len())
                    .filter(|at| set & (1 << at) != 0)
                    .all(|at| holds(set & !(1 << at)))
            })
            .collect()
    }

    /// Whether a set is two disjoint values of one question, which are compared as such.
    fn is_pair_of_one_question(&self, set: u32) -> bool {
        let claims: Vec<&(usize, Says)> = (0..self.claims.len())
            .filter(|at| set & (1 << at) != 0)
            .map(|at| &self.claims[at])
            .collect();
        let [(one, a), (other, b)] = claims[..] else {
            return false;
        };
        let fixed = |says: &Says| {
            matches!(
                says,
                Says::On(_) | Says::Not(_) | Says::Before(_) | Says::Either(..)
            )
        };
        let of_one = a.event().is_some() && a.event() == b.event();
        let alike = fixed(a) && fixed(b) || of_one;
        let (days, others) = ([10; EVENTS], [(10, 0); EVENTS]);
        let holds =
            |says: &Says, own: Moment| says.holds(own.0, &days, 0) && says.holds_of(own, &others);
        let mut moments = (-20..40).flat_map(|day| (-1..=1).map(move |time| (day, time)));
        one == other && alike && !moments.any(|own| holds(a, own) && holds(b, own))
    }
}

fn says(own: usize) -> impl Strategy<Value = Says> {
    let other = (1..EVENTS).prop_map(move |step| (own + step) % EVENTS);
    prop_oneof![
        DAYS.prop_map(Says::On),
        DAYS.prop_map(Says::Not),
        (2..=9).prop_map(Says::Before),
        (1..=3, 6..=9).prop_map(|(a, b)| Says::Either(a, b)),
        (other.clone(), 1..=6).prop_map(|(event, days)| Says::After(event, days)),
        other.clone().prop_map(Says::Earlier),
        other.clone().prop_map(Says::Later),
        other.clone().prop_map(Says::By),
        other.clone().prop_map(Says::DayOf),
        (other.clone(), 1..=4).prop_map(|(event, days)| Says::DaysBefore(event, days)),
        other.prop_map(Says::HoursAfter),
        (0..7).prop_map(Says::Weekday),
        (0..7).prop_map(Says::LastWeekday),
        Just(Says::Yesterday),
    ]
}

fn story() -> impl Strategy<Value = Story> {
    let claim = (0..EVENTS).prop_flat_map(|event| says(event).prop_map(move |says| (event, says)));
    let rule = (0..EVENTS, 1..EVENTS, 0..=3)
        .prop_map(|(from, step, days)| Apart(from, (from + step) % EVENTS, days));
    let claims = proptest::collection::vec(claim, 1..7);
    (claims, proptest::collection::vec(rule, 0..3))
        .prop_map(|(claims, rules)| Story { claims, rules })
}

/// The claims of a finding's positions: each choice of one claim for each position.
fn choices(corpus: &Corpus, finding: &Finding) -> BTreeSet<u32> {
    finding
        .positions
        .iter()
        .fold(BTreeSet::from([0]), |sets, position| {
            let bits = position.claims.iter().map(|id| {
                let name = corpus.claim(*id).details.name.as_deref().unwrap();
                1_u32 << name.strip_prefix('c').unwrap().parse::<u32>().unwrap()
            });
            let bits: Vec<u32> = bits.collect();
            let with = |set: u32| bits.iter().map(move |bit| set | bit).collect::<Vec<_>>();
            sets.into_iter().flat_map(with).collect()
        })
}

/// What one article says of one number: a, b or their total.
#[derive(Clone, Copy, Debug)]
enum Count {
    Exactly(i32),
    Not(i32),
    MoreThan(i32),
    AtLeast(i32),
    LessThan(i32),
    AtMost(i32),
}

impl Count {
    fn words(self) -> String {
        match self {
            Self::Exactly(n) => n.to_string(),
            Self::Not(n) => format!("not {n}"),
            Self::MoreThan(n) => format!("more than {n}"),
            Self::AtLeast(n) => format!("at least {n}"),
            Self::LessThan(n) => format!("less than {n}"),
            Self::AtMost(n) => format!("at most {n}"),
        }
    }

    /// Whether it holds of so many quarters.
    fn holds(self, quarters: i32) -> bool {
        match self {
            Self::Exactly(n) => quarters == 4 * n,
            Self::Not(n) => quarters != 4 * n,
            Self::MoreThan(n) => quarters > 4 * n,
            Self::AtLeast(n) => quarters >= 4 * n,
            Self::LessThan(n) => (0..4 * n).contains(&quarters),
            Self::AtMost(n) => (0..=4 * n).contains(&quarters),
        }
    }
}

const NUMBERS: [&str; 3] = ["first part", "second part", "total"];

/// Whether claims and the rule about their total, and perhaps one more, leave a way: by quarters, which
/// are fine enough for two unknowns between whole numbers.
fn can_hold(claims: &[(usize, Count)], strict: bool) -> bool {
    let parts = -48..=64;
    parts.clone().any(|a| {
        parts.clone().any(|b| {
            let numbers = [a, b, a + b];
            (!strict || a < b)
                && claims
                    .iter()
                    .all(|(which, count)| count.holds(numbers[*which]))
        })
    })
}

fn count() -> impl Strategy<Value = (usize, Count)> {
    let count = (1..=4, 0..6).prop_map(|(n, form)| match form {
        0 => Count::Exactly(n),
        1 => Count::Not(n),
        2 => Count::MoreThan(n),
        3 => Count::AtLeast(n),
        4 => Count::LessThan(n),
        _ => Count::AtMost(n),
    });
    (0..NUMBERS.len(), count)
}

/// The sets of claims that are reported, as bits.
fn found(corpus: &Corpus, check: &str) -> BTreeSet<u32> {
    let report = gainsay::examine(corpus, Vec::new(), &Selection::default(), false).unwrap();
    let findings = report.findings.iter();
    findings
        .filter(|finding| finding.check.name() == check)
        .flat_map(|finding| choices(corpus, finding))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn exactly_the_minimal_sets_are_reported(story in story()) {
        let possible = story.possible(false);
        // Rules that contradict each other are a diagnostic, and nothing is reported.
        prop_assume!(!possible.is_empty());
        let expected: BTreeSet<u32> = story
            .minimal(false)
            .into_iter()
            .filter(|set| !story.is_pair_of_one_question(*set))
            .collect();
        let corpus = story.corpus();
        prop_assert_eq!(found(&corpus, "joint-contradiction"), expected);
        let certain = story.minimal(false);
        let apart = |set: &u32| certain.iter().all(|other| other & set != *set);
        let likely: BTreeSet<u32> = story.minimal(true).into_iter().filter(apart).collect();
        prop_assert_eq!(found(&corpus, "possible-conflict"), likely);
    }

    #[test]
    fn sums_are_solved_exactly(
        claims in proptest::collection::vec(count(), 1..6),
        strict in any::<bool>(),
    ) {
        let mut text = String::new();
        for (at, (which, count)) in claims.iter().enumerate() {
            let property = NUMBERS[*which];
            let value = count.words();
            write!(
                text,
                "article: {{id: a{at}}}\nclaims:\n  - {{id: c{at}, subject: x, property: {property}, value: {value}}}\n---\n"
            )
            .unwrap();
        }
        let mut vocabulary = String::from("rules:\n  - {name: sum, holds: total = first part + second part}\n");
        if strict {
            vocabulary += "  - {name: order, holds: first part < second part}\n";
        }
        vocabulary += "properties:\n";
        for number in NUMBERS {
            writeln!(vocabulary, "  {number}: {{kind: number}}").unwrap();
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("claims.yaml"), text).unwrap();
        std::fs::write(folder.path().join("words.yaml"), vocabulary).unwrap();
        let (corpus, _) = parse::load(&Inputs {
            paths: vec![folder.path().to_owned()],
            stdin: None,
        });
        let all: Vec<u32> = (1..1 << claims.len()).collect();
        let chosen = |set: u32| -> Vec<(usize, Count)> {
            let taken = claims.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
            taken.map(|(_, claim)| *claim).collect()
        };
        let fails: BTreeSet<u32> = all
            .into_iter()
            .filter(|set| !can_hold(&chosen(*set), strict))
            .collect();
        let is_pair = |set: u32| match chosen(set)[..] {
            [(a, one), (b, other)] => a == b && !(-40..90).any(|n| one.holds(n) && other.holds(n)),
            _ => false,
        };
        let expected: BTreeSet<u32> = fails
            .iter()
            .copied()
            .filter(|set| (0..claims.len()).all(|at| !fails.contains(&(set & !(1 << at))) || set & (1 << at) == 0))
            .filter(|set| !is_pair(*set))
            .collect();
        prop_assert_eq!(found(&corpus, "joint-contradiction"), expected);
    }
}
