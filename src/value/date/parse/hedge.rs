//! Reads the hedges of lengths of time: "more than", "a little over", "barely".

use super::Parser;
use crate::value::date::hedge::Hedge;
use crate::value::date::words::Word;

impl Parser<'_> {
    /// What hedges the number that follows.
    pub(super) fn hedge(&mut self) -> Option<Hedge> {
        // "a little over", "well over", "not quite", "barely"
        if let Some(hedge) = self.attempt(|p| {
            p.eat(Word::A);
            let little = p.since_word("little");
            (little || p.since_word("well")).then(|| p.at += 1)?;
            let more = match p.take(Some)? {
                Word::Over => true,
                Word::Under => false,
                Word::More => p.eat(Word::Than).then_some(true)?,
                Word::Less => p.eat(Word::Than).then_some(false)?,
                _ => return None,
            };
            Some(match (little, more) {
                (true, true) => Hedge::JustOver,
                (true, false) => Hedge::Almost,
                (false, true) => Hedge::More,
                (false, false) => Hedge::Less,
            })
        }) {
            return Some(hedge);
        }
        if self.since_word("barely") {
            self.at += 1;
            return Some(Hedge::About);
        }
        let word = self.take(Some)?;
        match word {
            Word::Circa => Some(Hedge::About),
            Word::Almost => Some(Hedge::Almost),
            Word::Over => Some(Hedge::More),
            Word::Under => Some(Hedge::Less),
            Word::Just => match self.take(Some)? {
                Word::Over => Some(Hedge::JustOver),
                Word::Under => Some(Hedge::Almost),
                _ => None,
            },
            Word::More => self.eat(Word::Than).then_some(Hedge::More),
            Word::Less => self.eat(Word::Than).then_some(Hedge::Less),
            Word::Prep => match self.take(Some)? {
                Word::Least => Some(Hedge::AtLeast),
                Word::Most => Some(Hedge::AtMost),
                _ => None,
            },
            Word::Not if self.since_word("quite") => {
                self.at += 1;
                Some(Hedge::Almost)
            }
            Word::No => {
                let side = match self.take(Some)? {
                    Word::More => Hedge::AtMost,
                    Word::Less => Hedge::AtLeast,
                    _ => return None,
                };
                self.eat(Word::Than).then_some(side)
            }
            _ => None,
        }
    }
}
