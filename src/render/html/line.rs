//! Positions on a line: people see why two values are disjoint.

use askama::Template;

use super::badge::Badge;
use super::shown::Shown;
use crate::finding::{Finding, Position};
use crate::model::{ArticleId, Corpus};
use crate::render::phrase;
use crate::scale::{self, End, Grain, Growth, Scale, Segment};
use crate::value::{Anchor, Extent, Value};

/// Up to so many positions are drawn; a reader tells no more apart.
const MOST_TRACKS: usize = 12;

/// How finely: dots of 8 pixels on about 600, and labels that fit a phone when every second is left out.
const GRAIN: Grain = Grain {
    places: 60,
    ticks: 6,
};

/// One line.
#[derive(Template)]
#[template(path = "line.html")]
struct LineView<'a> {
    caption: String,
    tracks: Vec<Track<'a>>,
    ticks: Vec<TickView<'a>>,
}

struct Track<'a> {
    badge: &'a Badge,
    label: Shown<'a>,
    stretches: Vec<Stretch>,
}

struct Stretch {
    from: String,
    to: String,
    is_long: bool,
    starts_beyond: bool,
    ends_beyond: bool,
    from_class: &'static str,
    to_class: &'static str,
}

struct TickView<'a> {
    at: String,
    label: &'a str,
    anchor: &'static str,
    is_odd: bool,
}

/// The lines of a finding: one for the values that have one in common, if there are two or more.
pub(super) fn lines(corpus: &Corpus, finding: &Finding, badges: &[Badge]) -> Vec<String> {
    let mut groups: Vec<(Vec<usize>, Vec<&Value>)> = Vec::new();
    for (at, position) in finding.positions.iter().enumerate().take(MOST_TRACKS) {
        let Some(value) = position.reading.as_deref() else {
            continue;
        };
        let fits = |(members, values): &(Vec<usize>, Vec<&Value>)| {
            let together: Vec<&Value> = values.iter().copied().chain([value]).collect();
            let others = members.iter().filter_map(|at| finding.positions.get(*at));
            scale::lay(&together, GRAIN).is_some()
                && others
                    .last()
                    .is_some_and(|other| same_start(corpus, other, position))
        };
        match groups.iter_mut().find(|group| fits(group)) {
            Some((members, values)) => {
                members.push(at);
                values.push(value);
            }
            None => groups.push((vec![at], vec![value])),
        }
    }
    groups
        .iter()
        .filter(|(members, _)| members.len() > 1)
        .filter_map(|(members, values)| {
            draw(
                corpus,
                finding,
                badges,
                members,
                &scale::lay(values, GRAIN)?,
            )
            .ok()
        })
        .collect()
}

/// Whether two dates that count from a publication count from the same one.
fn same_start(corpus: &Corpus, left: &Position, right: &Position) -> bool {
    let article = |position: &Position| -> Option<ArticleId> {
        let value = position.reading.as_deref()?;
        let Extent::Relative(date) = &value.extent else {
            return None;
        };
        let claim = position.claims.first()?;
        (date.anchor == Anchor::Published).then_some(corpus.claim(*claim).article)
    };
    article(left) == article(right)
}

fn draw(
    corpus: &Corpus,
    finding: &Finding,
    badges: &[Badge],
    members: &[usize],
    scale: &Scale,
) -> askama::Result<String> {
    let tracks = members.iter().zip(&scale.tracks);
    let tracks = tracks.filter_map(|(&at, segments)| {
        Some(Track {
            badge: badges.get(at)?,
            label: phrase::track(corpus, finding, finding.positions.get(at)?).into(),
            stretches: segments.iter().map(stretch).collect(),
        })
    });
    let ticks = scale.ticks.iter().enumerate().map(|(at, tick)| TickView {
        at: percent(tick.at),
        label: &tick.label,
        anchor: match tick.at {
            at if at < 0.06 => "start",
            at if at > 0.94 => "end",
            _ => "middle",
        },
        is_odd: at % 2 == 1,
    });
    LineView {
        caption: caption(scale),
        tracks: tracks.collect(),
        ticks: ticks.collect(),
    }
    .render()
}

fn caption(scale: &Scale) -> String {
    let what = match scale.caption.as_str() {
        "" => "What the values allow".to_owned(),
        unit => format!("What the values allow: {unit}"),
    };
    match scale.growth {
        Growth::Even => what,
        Growth::Tenfold => format!("{what}, each power of ten as far from the one before"),
    }
}

fn stretch(segment: &Segment) -> Stretch {
    let class = |end: End| match end {
        End::Excluded => "ring",
        End::Included | End::Unbounded => "dot",
    };
    Stretch {
        from: percent(segment.from),
        to: percent(segment.to),
        is_long: segment.to > segment.from,
        starts_beyond: segment.from_end == End::Unbounded,
        ends_beyond: segment.to_end == End::Unbounded,
        from_class: class(segment.from_end),
        to_class: class(segment.to_end),
    }
}

/// A place on the line in percent, with one digit behind the point.
fn percent(at: f64) -> String {
    format!("{:.1}", at * 100.0)
}
