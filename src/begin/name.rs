//! What a new file is called, and with it the article.

use super::Head;
use crate::text::slug::slug;

/// A stem of a file that is longer, or has blanks, was made by a browser.
const LONGEST_STEM: usize = 24;

/// The first free name: the stem of the file with the text, if somebody chose it, else the source.
///
/// In: the stem, what is known of the article, and which names are free.
#[must_use]
pub fn name(stem: &str, head: &Head, is_free: impl Fn(&str) -> bool) -> String {
    let is_chosen = stem.len() <= LONGEST_STEM && !stem.contains(char::is_whitespace);
    let source = head.source.as_deref().map(slug).unwrap_or_default();
    let day = head.published.map(|day| format!("{source}-{day}"));
    let mut wishes = vec![source.clone()];
    wishes.extend(day.filter(|_| !source.is_empty()));
    wishes.push(head.title.as_deref().map(slug).unwrap_or_default());
    match is_chosen {
        true => wishes.insert(0, slug(stem)),
        false => wishes.push(slug(stem)),
    }
    wishes.retain(|wish| !wish.is_empty());
    let base = wishes
        .first()
        .cloned()
        .unwrap_or_else(|| "article".to_owned());
    let free = wishes.into_iter().find(|wish| is_free(wish));
    free.unwrap_or_else(|| {
        let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
        let mut numbered = numbered.take(1 << 16);
        numbered.find(|name| is_free(name)).unwrap_or(base)
    })
}
