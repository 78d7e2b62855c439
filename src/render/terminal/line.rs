//! Extents on a number line or a calendar line, drawn with characters.

use std::io;

use super::page::{Cell, GAP, Page, shorten, text_width};
use crate::render::style::Role;
use crate::scale::{End, Grain, Growth, Scale, Tick};

/// The least and the most columns of a line.
const COLUMNS: [usize; 2] = [20, 64];

/// About how many columns one tick with its label takes.
const TICK: usize = 10;

/// The most that the names of the extents take.
const NAMES: usize = 24;

const INCLUDED: char = '●';
const EXCLUDED: char = '○';
const BACK: char = '◀';
const AHEAD: char = '▶';
const STRETCH: char = '━';
const LIGHT: char = '┄';
const LIGHT_END: char = '◌';

/// Where a line stands on a page.
pub(super) struct Frame {
    indent: usize,
    names: usize,
    columns: usize,
}

impl Frame {
    /// The place for a line whose extents have names, which may be empty.
    pub(super) fn new(page: &Page<'_>, indent: usize, names: &[&str]) -> Self {
        let names = names.iter().map(|name| text_width(name)).max();
        let names = names.unwrap_or_default().min(NAMES).min(page.width() / 3);
        let gap = if names > 0 { GAP } else { 0 };
        let left = page.width().saturating_sub(indent + names + gap);
        Self {
            indent,
            names,
            columns: left.clamp(COLUMNS[0], COLUMNS[1]),
        }
    }

    /// How finely the line is drawn.
    pub(super) fn grain(&self) -> Grain {
        Grain {
            // One less than there are, so that no rounding puts two ends into one column.
            places: self.columns.saturating_sub(2),
            ticks: self.columns / TICK,
        }
    }

    /// Draws one row for each extent, the line with its marks, and what the signs mean.
    pub(super) fn draw(
        &self,
        page: &mut Page<'_>,
        scale: &Scale,
        names: &[&str],
    ) -> io::Result<()> {
        let mut signs = Vec::new();
        for (at, track) in scale.tracks.iter().enumerate() {
            let row = self.row(track);
            signs.extend(row.chars());
            let name = names.get(at).copied().unwrap_or_default();
            self.write(page, name, Role::Value, row)?;
        }
        self.write(page, "", Role::Plain, self.axis(&scale.ticks))?;
        self.write(page, "", Role::Plain, self.labels(&scale.ticks))?;
        let legend = legend(scale, &signs);
        if legend
            .iter()
            .map(|part| text_width(part) + GAP)
            .sum::<usize>()
            <= self.columns + GAP
        {
            return self.write(page, "", Role::Faint, legend.join("  "));
        }
        // Where they do not fit beside each other, a line would break between a sign and its meaning.
        legend
            .into_iter()
            .try_for_each(|part| self.write(page, "", Role::Faint, part))
    }

    fn write(&self, page: &mut Page<'_>, name: &str, role: Role, row: String) -> io::Result<()> {
        let row = Cell::flexible(role, row);
        if self.names == 0 {
            return page.row(self.indent, &[row]);
        }
        let name = Cell::new(Role::Plain, self.names, shorten(name, self.names));
        page.row(self.indent, &[name, row])
    }

    /// The stretches of one extent.
    fn row(&self, track: &[crate::scale::Segment]) -> String {
        let mut row = vec![' '; self.columns];
        for part in track {
            let (from, to) = (self.column(part.from), self.column(part.to));
            if let Some(inside) = row.get_mut(from..=to) {
                inside.fill(if part.is_light { LIGHT } else { STRETCH });
            }
            let ends = [(to, part.to_end, AHEAD), (from, part.from_end, BACK)];
            for (column, end, arrow) in ends {
                if let Some(place) = row.get_mut(column) {
                    *place = match end {
                        End::Included | End::Excluded if part.is_light => LIGHT_END,
                        End::Included => INCLUDED,
                        End::Excluded => EXCLUDED,
                        End::Unbounded => arrow,
                    };
                }
            }
        }
        row.into_iter().collect()
    }

    fn axis(&self, ticks: &[Tick]) -> String {
        let mut row = vec!['─'; self.columns];
        for tick in ticks {
            if let Some(place) = row.get_mut(self.column(tick.at)) {
                *place = '┬';
            }
        }
        row.into_iter().collect()
    }

    /// The labels of all ticks, or of every second, third ... where they do not fit.
    fn labels(&self, ticks: &[Tick]) -> String {
        let row = |stride: usize| {
            let mut row = String::new();
            for tick in ticks.iter().step_by(stride) {
                let width = text_width(&tick.label);
                let middle = self.column(tick.at);
                let last = self.columns.saturating_sub(width);
                let start = middle.saturating_sub(width / 2).min(last);
                let taken = text_width(&row);
                let gap = if taken == 0 { 0 } else { GAP };
                if start < taken + gap {
                    return None;
                }
                row.push_str(&" ".repeat(start - taken));
                row.push_str(&tick.label);
            }
            Some(row)
        };
        (1..=ticks.len()).find_map(row).unwrap_or_default()
    }

    fn column(&self, place: f64) -> usize {
        // Places lie between 0 and 1, and a cast of a float never fails.
        (place * (self.columns - 1) as f64).round() as usize
    }
}

/// What the marks count, and the signs that were used.
fn legend(scale: &Scale, signs: &[char]) -> Vec<String> {
    let mut words = Vec::new();
    if !scale.caption.is_empty() {
        words.push(scale.caption.clone());
    }
    if scale.growth == Growth::Tenfold {
        words.push("by powers of ten".into());
    }
    let all = [
        (INCLUDED, "● included"),
        (EXCLUDED, "○ left out"),
        (BACK, "◀ all below"),
        (AHEAD, "▶ all above"),
        (LIGHT_END, "◌ possible, not likely"),
    ];
    let used = all.iter().filter(|(sign, _)| signs.contains(sign));
    words.extend(used.map(|(_, meaning)| (*meaning).to_owned()));
    words
}
