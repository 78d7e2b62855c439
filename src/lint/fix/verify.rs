//! Whether a change did what was meant, and nothing else.

use std::collections::BTreeMap;

use super::splice::Splice;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Corpus;
use crate::parse::load_text;
use crate::text::Spot;

/// What was read before a change.
pub(super) struct Before {
    /// Each claim, draft, ruling and declaration as it was read, with the id of its article.
    said: Vec<(String, String)>,
    problems: BTreeMap<(u32, Code), usize>,
}

/// Problems that come from the lines themselves and not from what they say.
const OF_LINES: &[Code] = &[
    Code::Syntax,
    Code::LikelyQuote,
    Code::LikelyColon,
    Code::LikelyComma,
    Code::LikelySpace,
    Code::OddSpace,
    Code::AliasRefused,
    Code::TagRefused,
    Code::WrongType,
];

impl Before {
    pub(super) fn new(corpus: &Corpus, problems: &[Diagnostic]) -> Self {
        Self {
            said: said(corpus),
            problems: by_line(problems, |line| line),
        }
    }

    /// Whether in a changed text the problems of the splices are gone, no other came to their lines, and all
    /// that was read is read as before. More may be read: that is what slips hid.
    pub(super) fn holds_after(&self, changed: &str, splices: &[Splice]) -> bool {
        let (corpus, problems) = load_text(changed);
        // Where the lines stood before the change.
        let added: Vec<u32> = splices
            .iter()
            .filter(|splice| splice.adds_line())
            .map(|splice| splice.line)
            .collect();
        let old_line = |line: u32| {
            let before = (0_u32..)
                .zip(&added)
                .take_while(|(at, own)| **own + at < line)
                .count();
            line.saturating_sub(u32::try_from(before).unwrap_or(u32::MAX))
        };
        let after = by_line(&problems, old_line);
        let is_clean = splices.iter().all(|splice| {
            let codes = OF_LINES.iter().chain([&splice.code]);
            codes.into_iter().all(|code| {
                let of = |problems: &BTreeMap<(u32, Code), usize>| {
                    problems.get(&(splice.line, *code)).copied().unwrap_or(0)
                };
                let mended = splices
                    .iter()
                    .filter(|it| (it.line, it.code) == (splice.line, *code));
                of(&after) <= of(&self.problems).saturating_sub(mended.count())
            })
        });
        // A space that moves a key out of line makes another slip of one.
        let syntax = |problems: &BTreeMap<(u32, Code), usize>| -> usize {
            let of = problems
                .iter()
                .filter(|((_, code), _)| *code == Code::Syntax);
            of.map(|(_, number)| number).sum()
        };
        let is_read = syntax(&after) <= syntax(&self.problems);
        is_clean && is_read && self.is_kept(&said(&corpus))
    }

    /// Whether all that was read before is read after, in this order.
    fn is_kept(&self, after: &[(String, String)]) -> bool {
        // An article without an id is called after the file, until a slip in its id is mended.
        let is_same = |old: &(String, String), new: &(String, String)| {
            old.1 == new.1 && (old.0 == new.0 || old.0.starts_with("stdin"))
        };
        let mut after = after.iter();
        self.said
            .iter()
            .all(|old| after.any(|new| is_same(old, new)))
    }
}

fn by_line(problems: &[Diagnostic], line: impl Fn(u32) -> u32) -> BTreeMap<(u32, Code), usize> {
    let mut by_line = BTreeMap::new();
    for problem in problems {
        *by_line
            .entry((line(problem.place.spot.line), problem.code))
            .or_default() += 1;
    }
    by_line
}

/// What a file says, entry by entry in its order, without the places.
fn said(corpus: &Corpus) -> Vec<(String, String)> {
    let name = |symbol| corpus.symbols.text(symbol);
    let names = |symbols: &[_]| -> Vec<&str> { symbols.iter().map(|it| name(*it)).collect() };
    let mut said = Vec::new();
    for claim in &corpus.claims {
        let details = &claim.details;
        let scope: Vec<String> = details.scope(&corpus.symbols).collect();
        let parts = (
            (
                name(claim.subject),
                name(claim.property),
                &claim.written,
                claim.stance,
                claim.hedged,
            ),
            (claim.quote(), claim.note(), names(&claim.attribution)),
            (&details.name, scope, names(&details.cites)),
        );
        let line = claim.spots.claim;
        said.push((line, corpus.id(claim.article), format!("{parts:?}")));
    }
    for draft in &corpus.drafts {
        said.push((
            draft.place.spot,
            corpus.id(draft.article),
            format!("{:?}", (&draft.quote, &draft.note)),
        ));
    }
    for ruling in &corpus.rulings {
        let parts = (&ruling.finding, &ruling.considered);
        said.push((ruling.place.spot, "", format!("{parts:?}")));
    }
    declared(corpus, &mut said);
    let vocabulary = &corpus.vocabulary;
    for it in &vocabulary.rules {
        said.push((
            it.place.spot,
            "",
            format!("{:?}", (&it.name, &it.holds, it.usual, &it.slack)),
        ));
    }
    said.sort();
    said.into_iter()
        .map(|(_, article, text)| (article.to_owned(), text))
        .collect()
}

/// What a vocabulary declares, each field by itself: one that could not be read before may be read after.
fn declared(corpus: &Corpus, said: &mut Vec<(Spot, &str, String)>) {
    let vocabulary = &corpus.vocabulary;
    let mut say = |spot: Spot, name: &str, parts: &[(&str, String)]| {
        said.push((spot, "", format!("{name:?}")));
        for (field, text) in parts {
            if !matches!(text.as_str(), "[]" | "None") {
                said.push((spot, "", format!("{name:?}: {field}: {text}")));
            }
        }
    };
    for it in &vocabulary.sources {
        let parts = [("aliases", format!("{:?}", it.aliases))];
        say(it.place.spot, &it.name, &parts);
    }
    for it in &vocabulary.entities {
        let parts = [
            ("kind", format!("{:?}", it.kind)),
            ("aliases", format!("{:?}", it.aliases)),
            ("part of", format!("{:?}", it.part_of)),
            ("distinct from", format!("{:?}", it.distinct_from)),
            ("date", format!("{:?}", it.date)),
        ];
        say(it.place.spot, &it.name, &parts);
    }
    for it in &vocabulary.properties {
        let terms = it.terms.iter();
        let terms = terms.map(|term| (&term.name, &term.aliases, &term.broader));
        let parts = [
            ("kind", format!("{:?}", it.kind)),
            ("unit", format!("{:?}", it.unit)),
            ("age", format!("{:?}", it.age)),
            ("aliases", format!("{:?}", it.aliases)),
            ("changes", format!("{:?}", it.changes)),
            ("terms", format!("{:?}", terms.collect::<Vec<_>>())),
        ];
        say(it.place.spot, &it.name, &parts);
    }
}
