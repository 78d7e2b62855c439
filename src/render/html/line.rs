//! Positions on a line: people see why two values are disjoint.

use askama::Template;
use serde::Serialize;

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
#[derive(Serialize, Template)]
#[template(path = "line.html")]
pub(in crate::render) struct LineView<'a> {
    caption: String,
    tracks: Vec<Track<'a>>,
    ticks: Vec<TickView>,
}

#[derive(Serialize)]
struct Track<'a> {
    badge: Badge,
    label: Shown<'a>,
    stretches: Vec<Stretch>,
}

#[derive(Serialize)]
struct Stretch {
    class: &'static str,
    from: String,
    to: String,
    is_long: bool,
    starts_beyond: bool,
    ends_beyond: bool,
    from_class: &'static str,
    to_class: &'static str,
}

#[derive(Serialize)]
struct TickView {
    at: String,
    label: String,
    anchor: &'static str,
    is_odd: bool,
}

/// What is drawn in one track.
struct Item<'b, 'a> {
    badge: &'b Badge,
    label: Shown<'a>,
    value: &'a Value,
    /// The article from whose publication the value counts, if it does.
    start: Option<ArticleId>,
}

/// The lines of a finding: one for the values that have one in common, if there are two or more.
///
/// What follows from some of the claims is drawn beside the claim that contradicts it.
pub(in crate::render) fn lines<'a>(
    corpus: &'a Corpus,
    finding: &'a Finding,
    badges: &'a [Badge],
) -> Vec<LineView<'a>> {
    let therefore = Badge::therefore();
    let mut groups: Vec<Vec<Item<'_, '_>>> = Vec::new();
    let positions = badges.iter().zip(&finding.positions).take(MOST_TRACKS);
    let claimed = positions.filter_map(|(badge, position)| {
        let value = position.reading.as_deref()?;
        Some(Item {
            badge,
            label: phrase::track(corpus, finding, position).into(),
            value,
            start: start(corpus, position, value),
        })
    });
    let concluded = finding.steps.iter().filter_map(|step| {
        Some(Item {
            badge: &therefore,
            label: step.text.as_str().into(),
            value: step.reading.as_deref()?,
            start: None,
        })
    });
    for item in claimed.chain(concluded) {
        let fits = |group: &&mut Vec<Item<'_, '_>>| {
            let together = group.iter().map(|other| other.value).chain([item.value]);
            let together: Vec<&Value> = together.collect();
            group.iter().all(|other| other.start == item.start)
                && scale::lay(&together, GRAIN).is_some()
        };
        match groups.iter_mut().find(fits) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    let drawable = groups.into_iter().filter(|group| group.len() > 1);
    drawable.filter_map(draw).collect()
}

fn start(corpus: &Corpus, position: &Position, value: &Value) -> Option<ArticleId> {
    let Extent::Relative(date) = &value.extent else {
        return None;
    };
    let claim = position.claims.first()?;
    (date.anchor == Anchor::Published).then_some(corpus.claim(*claim).article)
}

fn draw<'a>(group: Vec<Item<'_, 'a>>) -> Option<LineView<'a>> {
    let values: Vec<&Value> = group.iter().map(|item| item.value).collect();
    let scale = scale::lay(&values, GRAIN)?;
    let tracks = group.into_iter().zip(&scale.tracks);
    let tracks = tracks.map(|(item, segments)| Track {
        badge: item.badge.clone(),
        label: item.label,
        stretches: segments.iter().map(stretch).collect(),
    });
    let ticks = scale.ticks.iter().enumerate().map(|(at, tick)| TickView {
        at: percent(tick.at),
        label: tick.label.clone(),
        anchor: match tick.at {
            at if at < 0.06 => "start",
            at if at > 0.94 => "end",
            _ => "middle",
        },
        is_odd: at % 2 == 1,
    });
    Some(LineView {
        caption: caption(&scale),
        tracks: tracks.collect(),
        ticks: ticks.collect(),
    })
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
        class: if segment.is_light { "light" } else { "solid" },
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
