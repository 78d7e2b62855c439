//! Diagnostics: problems in annotation files, for the annotator.

use crate::text::{Place, number};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something could not be taken into account.
    Error,
    /// Something may not be what was meant.
    Warning,
    /// Something could be annotated better; only `gainsay lint` says so.
    Note,
}

impl Severity {
    /// The word that messages and JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A problem in an annotation file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which sort of problem.
    pub code: Code,
    /// What is wrong, and why, in one sentence.
    pub message: String,
    /// What to do, in one sentence.
    pub hint: String,
    /// Where it is.
    pub place: Place,
    /// How many characters of the line to underline.
    pub length: u32,
    /// Another place that has to do with it, and how.
    pub related: Option<(Place, String)>,
    /// The names or labels that may be one, the one to keep first; empty where it is about something else.
    pub alike: Vec<String>,
    /// How many more of its sort follow in its file and are not listed.
    pub more: u32,
}

impl Diagnostic {
    /// A problem at one place.
    #[must_use]
    pub fn new(
        code: Code,
        place: Place,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            code,
            message: message.into(),
            hint: hint.into(),
            place,
            length: 1,
            related: None,
            alike: Vec::new(),
            more: 0,
        }
    }

    /// Underlines that many characters.
    #[must_use]
    pub fn spanning(mut self, length: usize) -> Self {
        self.length = number(length).max(1);
        self
    }

    /// Points at another place too.
    #[must_use]
    pub fn related_to(mut self, place: Place, how: impl Into<String>) -> Self {
        self.related = Some((place, how.into()));
        self
    }

    /// Names those that may be one, the one to keep first.
    #[must_use]
    pub fn alike<'n>(mut self, names: impl IntoIterator<Item = &'n str>) -> Self {
        self.alike = names.into_iter().map(str::to_owned).collect();
        self
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.row().severity
    }

    /// Whether it keeps something from being read.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

/// How many problems there are, listed or not.
#[must_use]
pub fn count(diagnostics: &[Diagnostic]) -> usize {
    let each = diagnostics.iter().map(|it| 1 + it.more as usize);
    each.sum()
}

/// Sorts diagnostics by path, place and code, and drops repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    // Files are numbered in the order of their paths.
    let key = |d: &Diagnostic| (d.place, d.code);
    diagnostics.sort_by(|a, b| key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message)));
    diagnostics.dedup();
}

/// One row of the table of codes.
pub struct CodeRow {
    /// The code.
    pub code: Code,
    /// How messages and JSON write it.
    pub name: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it means, in one sentence.
    pub summary: &'static str,
}

/// Makes the enum of codes and their table from one list, so that neither can lack a row.
macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $summary:literal;)*) => {
        /// Every sort of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $(#[doc = $summary] $code,)*
        }

        /// All codes, in the order of the catalogue.
        pub const CODES: &[CodeRow] = &[
            $(CodeRow { code: Code::$code, name: $name, severity: Severity::$severity, summary: $summary },)*
        ];
    };
}

codes! {
    UnreadableFile "unreadable-file" Error "The file or folder could not be read.";
    TooLarge "too-large" Error "The file, or a text in it, is larger than gainsay accepts.";
    BadUtf8 "bad-utf8" Error "The file is not UTF-8 text.";
    Syntax "syntax" Error "The file is not YAML.";
    UnfinishedMerge "unfinished-merge" Error "Two versions of the file were merged, and nobody has chosen between them.";
    TooDeep "too-deep" Error "Lists and maps are nested too deeply.";
    AliasRefused "alias-refused" Error "A YAML alias stands where none is accepted, or repeats too much.";
    UnknownDocument "unknown-document" Error "The document is neither an article nor a vocabulary nor rulings.";
    MixedFile "mixed-file" Error "A file with an article also holds a vocabulary or rulings.";
    UnknownField "unknown-field" Error "The key is not part of the format.";
    DuplicateField "duplicate-field" Error "The key stands twice in one map.";
    MissingField "missing-field" Error "A required key is missing or empty.";
    WrongType "wrong-type" Error "A list or map stands where text belongs, or the other way round.";
    BadChoice "bad-choice" Error "The text is none of the words accepted here.";
    BadDate "bad-date" Error "A date of the article, a ruling or an event cannot be read.";
    DuplicateId "duplicate-id" Error "Two articles, claims or declarations have one id.";
    MissingId "missing-id" Error "The article needs an id of its own.";
    SharedAlias "shared-alias" Error "One name or alias belongs to two declarations.";
    UnknownReference "unknown-reference" Warning "Something refers to what is not there.";
    Cycle "cycle" Error "Declarations or versions run in a circle.";
    UnreadableValue "unreadable-value" Warning "A value does not fit its kind; the claim is not compared.";
    LikelyComment "likely-comment" Warning "Text after ` #` is a comment and was lost.";
    LikelyQuote "likely-quote" Error "A text starts with a quote mark but goes on after the closing one.";
    LikelyColon "likely-colon" Error "A text holds a colon, and YAML takes what stands before it for a key.";
    LikelyComma "likely-comma" Error "A comma inside `{ }` ends a text, and what follows it is taken for a key.";
    LikelySpace "likely-space" Error "No space follows a colon or a dash, and YAML takes the line for a text.";
    MissingDashes "missing-dashes" Error "A second article starts without `---` before it.";
    SplitNumber "split-number" Warning "A comma in a list divides what looks like one number.";
    OddSpace "odd-space" Error "A tab, or something that only looks like a space, stands where a space belongs.";
    TagRefused "tag-refused" Error "A YAML tag stands where none is accepted.";
    AmbiguousName "ambiguous-name" Warning "A name is like several entities and was taken for none.";
    NearMissLabel "near-miss-label" Warning "Two labels almost match and were not joined.";
    NearMissName "near-miss-name" Warning "The names of two subjects almost match and were not joined.";
    QuoteNotFound "quote-not-found" Warning "The quote does not stand in the article's text.";
    QuoteRepeated "quote-repeated" Warning "The quote stands several times in the article's text.";
    QuoteCut "quote-cut" Warning "What the quote leaves out may turn its sense, or joins two sentences.";
    SharedPassage "shared-passage" Warning "The texts of two articles share words, and nobody says that one is taken from the other.";
    UnreadableText "unreadable-text" Warning "The article's text could not be read.";
    NoClaims "no-claims" Warning "The article makes no claim, or the file holds nothing.";
    UnmatchedRuling "unmatched-ruling" Warning "The ruling is about a finding that is not there.";
    UnusedRule "unused-rule" Warning "The rule names something that is neither declared nor claimed.";
    RuleUnreadable "rule-unreadable" Error "The rule is not a comparison of sums.";
    MixedRule "mixed-rule" Error "The rule mixes what cannot be added or compared, such as days with people.";
    ImpossibleRules "impossible-rules" Error "Rules and dates of the vocabulary contradict each other.";
    DoubtfulValue "doubtful-value" Note "A value can mean more than it likely does.";
    MixedKinds "mixed-kinds" Note "The answers under one label are of different kinds.";
    RepeatedClaim "repeated-claim" Note "An article says the same twice.";
    MissingQuote "missing-quote" Note "A claim has no quote.";
    LongQuote "long-quote" Note "A quote is longer than a line.";
    UnusedName "unused-name" Note "A declared source, entity or property stands in no claim.";
}

impl Code {
    /// Its row in the table.
    #[must_use]
    pub fn row(self) -> &'static CodeRow {
        &CODES[self as usize]
    }

    /// How messages and JSON write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The code of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let row = CODES.iter().find(|row| row.name == name)?;
        Some(row.code)
    }

    /// Whether it says that two names or labels may be one: a story often has several such.
    #[must_use]
    pub fn is_near_miss(self) -> bool {
        matches!(self, Self::NearMissLabel | Self::NearMissName)
    }
}
