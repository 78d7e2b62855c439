//! What was found about a question in a few bytes, from which all of it is made again: an archive is judged
//! before it is put into words, and has no room for what was found of each question.

use std::collections::BTreeSet;

use super::Agreement;
use super::cell::cells;
use super::outcome::Outcome;
use crate::align::QuestionId;
use crate::finding::Check;
use crate::graph::ClaimGraph;

/// An outcome without conflicts, doubts and gaps.
#[derive(Clone, Copy)]
pub(super) struct Brief {
    /// A bit for each position that agrees.
    agreeing: u32,
    articles: u16,
    independent: bool,
    in_part: bool,
}

impl Brief {
    /// `None` where there is more to an outcome than fits: its question has to be judged again.
    pub(super) fn of(outcome: &Outcome) -> Option<Self> {
        let agreement = &outcome.agreement;
        let is_plain = outcome.clashes.is_empty()
            && outcome.undetermined.is_empty()
            && outcome.apart.is_empty()
            && agreement.doubts.is_empty();
        if !is_plain {
            return None;
        }
        let bits = agreement
            .positions
            .iter()
            .map(|at| 1_u32.checked_shl(u32::try_from(*at).ok()?));
        Some(Self {
            agreeing: bits.sum::<Option<u32>>()?,
            articles: u16::try_from(outcome.articles).ok()?,
            independent: agreement.independent,
            in_part: agreement.in_part,
        })
    }

    /// The outcome of which this was made; `check` is its check.
    pub(super) fn outcome(
        self,
        graph: &ClaimGraph<'_>,
        question: QuestionId,
        check: Check,
    ) -> Outcome {
        let agreeing = (0..u32::BITS).filter(|at| self.agreeing >> at & 1 == 1);
        let agreement = Agreement {
            positions: agreeing.map(|at| at as usize).collect(),
            independent: self.independent,
            in_part: self.in_part,
            doubts: BTreeSet::new(),
        };
        let is_also_compatible = agreement.is_also_compatible(check);
        Outcome {
            question,
            check,
            also: BTreeSet::from_iter(is_also_compatible.then_some(Check::Compatible)),
            clashes: Vec::new(),
            cut: false,
            agreement,
            cells: match self.articles {
                1 => Vec::new(),
                _ => cells(graph, graph.standing(question)),
            },
            undetermined: BTreeSet::new(),
            apart: BTreeSet::new(),
            articles: self.articles.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Brief;
    use crate::check::outcome::judge;
    use crate::parse::load_text;

    /// Articles of one story, of which each gives one value for each question.
    fn story() -> String {
        let values = [
            ["injured", "three", "3", "3"],
            [
                "workers on duty",
                "Ann Lee, Bo Marsh",
                "Ann Lee, Cy Dunn",
                "Bo Marsh",
            ],
            ["cause", "a cable", "a cable", "a cigarette"],
            [
                "damage",
                "about $5 million",
                "$5 million",
                "$4 million to $6 million",
            ],
            ["owner", "Harbour Ltd", "", ""],
        ];
        let mut files = String::new();
        for article in 1..4 {
            files +=
                &format!("---\narticle: {{id: a{article}, source: Paper {article}}}\nclaims:\n");
            for row in values {
                if !row[article].is_empty() {
                    let [property, value] = [row[0], row[article]];
                    let value = match property {
                        "workers on duty" => format!("[{value}]"),
                        _ => format!("\"{value}\""),
                    };
                    files +=
                        &format!("- {{subject: fire, property: {property}, value: {value}}}\n");
                }
            }
        }
        files
    }

    #[test]
    fn an_outcome_is_made_again_of_a_few_bytes() {
        let (corpus, _) = load_text(&story());
        crate::with_graph(&corpus, false, |graph, _| {
            let mut plain = 0;
            for question in graph.alignment.question_ids() {
                let outcome = judge(graph, question).expect("claims are compared");
                let Some(brief) = Brief::of(&outcome) else {
                    continue;
                };
                plain += 1;
                let again = brief.outcome(graph, question, outcome.check);
                let words = |it| crate::check::question::finding(graph, it);
                assert_eq!(
                    format!("{:?}", words(&again)),
                    format!("{:?}", words(&outcome))
                );
                assert_eq!(again.also, outcome.also);
            }
            assert!(plain >= 3, "{plain} of them are plain");
        });
    }
}
