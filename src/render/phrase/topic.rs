//! What findings are about, in short: the subject is left out where it is that of the story.

use std::collections::BTreeMap;

use indexmap::IndexSet;

use crate::finding::{Check, Finding, Report, Section, Topic};

/// How the questions of a report are called.
#[derive(Debug)]
pub(in crate::render) struct Topics<'r> {
    /// The subject that most matters are about.
    main: Option<&'r str>,
}

impl<'r> Topics<'r> {
    /// Finds the subject that is plain: that of half of what deserves a look, and of two matters at least.
    pub(in crate::render) fn of(report: &'r Report<'_>) -> Self {
        let sections = [Section::Conflicts, Section::Warnings, Section::NotCompared];
        let matters = sections
            .iter()
            .flat_map(|section| report.of_section(*section));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let mut all = 0;
        for subject in matters.filter_map(only_subject) {
            *counts.entry(subject).or_default() += 1;
            all += 1;
        }
        let main = counts.into_iter().max_by_key(|(_, count)| *count);
        let main = main.filter(|(_, count)| *count > 1 && count * 2 >= all);
        Self {
            main: main.map(|(subject, _)| subject),
        }
    }

    /// What a finding is about, in a few words: "requests rejected", "mayor / age", "hearing".
    pub(in crate::render) fn about(&self, finding: &Finding) -> String {
        if let (Some(subject), Some(property)) = (&finding.subject, &finding.property) {
            return self.short(subject, property);
        }
        let topics = finding.positions.iter();
        let topics: Vec<&Topic> = topics.filter_map(|it| it.topic.as_deref()).collect();
        match (topics.first(), only_subject(finding)) {
            (None, _) => match finding.check {
                Check::CircularSourcing => "citations".into(),
                _ => super::heading(finding),
            },
            (Some(_), Some(subject)) => {
                let properties: IndexSet<&str> =
                    topics.iter().map(|topic| topic.property.as_str()).collect();
                let properties = Vec::from_iter(properties).join(", ");
                match self.is_plain(subject) {
                    true => properties,
                    false => format!("{subject} / {properties}"),
                }
            }
            (Some(_), None) => {
                let names: IndexSet<String> = topics.iter().map(|it| answer(finding, it)).collect();
                Vec::from_iter(names).join(", ")
            }
        }
    }

    /// What stands over a finding: the question as the vocabulary words it, with its subject where the
    /// words do not tell it.
    pub(in crate::render) fn heading(&self, finding: &Finding) -> String {
        let Some(question) = &finding.question else {
            return match &finding.subject {
                Some(_) => super::heading(finding),
                None => self.about(finding),
            };
        };
        match &finding.subject {
            Some(subject) if !self.is_plain(subject) && !mentions(question, subject) => {
                format!("{subject}: {question}")
            }
            _ => question.clone(),
        }
    }

    fn short(&self, subject: &str, property: &str) -> String {
        match property {
            "date" => subject.to_owned(),
            _ if self.is_plain(subject) => property.to_owned(),
            _ => format!("{subject} / {property}"),
        }
    }

    fn is_plain(&self, subject: &str) -> bool {
        self.main == Some(subject)
    }
}

/// What a position of a finding that spans questions answers, as the sentences of its argument call it.
pub(in crate::render) fn answer(finding: &Finding, topic: &Topic) -> String {
    match topic.property.as_str() {
        "date" => topic.subject.clone(),
        property if only_subject(finding).is_some() => property.to_owned(),
        property => format!("{} / {property}", topic.subject),
    }
}

/// The subject of a finding, if it has one only.
fn only_subject(finding: &Finding) -> Option<&str> {
    if let Some(subject) = &finding.subject {
        return Some(subject);
    }
    let mut topics = finding.positions.iter().map(|it| it.topic.as_deref());
    let first = topics.next().flatten()?;
    let same = |topic: Option<&Topic>| topic.is_some_and(|it| it.subject == first.subject);
    topics.all(same).then_some(&first.subject)
}

/// Whether a question names its subject, or its last word as people do: "Johnson" of "Alice Johnson".
fn mentions(question: &str, subject: &str) -> bool {
    let question = question.to_lowercase();
    let subject = subject.to_lowercase();
    let last = subject.split_whitespace().last().unwrap_or_default();
    question.contains(last)
}
