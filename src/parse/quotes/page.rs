//! The text of a saved page: what a reader would call the article, and nothing around it.
//!
//! Only its text is taken: no image, frame or script of a page goes anywhere.

use std::panic::catch_unwind;

use dom_smoothie::{CandidateSelectMode, Config, Readability, TextMode};

use super::about::About;
use super::source::Source;

/// The largest page, in bytes.
const PAGE_BYTES: usize = 8 << 20;
/// A page of people is not nested more deeply, and what is takes long.
const DEEPEST: usize = 512;
/// No tag has so many attributes, counted by the signs that divide them.
const MOST_ATTRIBUTES: usize = 5_000;
/// Elements that hold nothing, or whose end need not be written.
const UNNESTED: &[&str] = &[
    "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
    "option", "p", "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];
/// What holds no text for readers.
const UNREAD: &str = "script, style, noscript, template, iframe, object, svg, nav, form, head";

/// Reads it.
pub(super) fn read(html: &str) -> Result<Source, String> {
    if html.len() > PAGE_BYTES {
        return Err(format!("a page may have up to {} MB", PAGE_BYTES >> 20));
    }
    if is_hostile(html) {
        return Err("its elements are nested too deeply, or have too many attributes".into());
    }
    // What others have written may break off; a file must not end the run.
    let found = catch_unwind(|| article(html).or_else(|| Some((whole(html)?, About::default()))));
    let found = found.ok().flatten();
    found
        .filter(|(text, _)| !text.trim().is_empty())
        .map(|(text, about)| Source::paragraphs(text).about(about))
        .ok_or_else(|| "no text was found in the page".into())
}

/// The headline and the article, and what the page says of it.
fn article(html: &str) -> Option<(String, About)> {
    let config = Config {
        candidate_select_mode: CandidateSelectMode::DomSmoothie,
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let mut page = Readability::new(html, None, Some(config)).ok()?;
    let published = dated(&page);
    divide(&page);
    let article = page.parse().ok()?;
    let text = format!("{}\n\n{}", article.title, article.text_content);
    let about = About {
        title: Some(article.title),
        author: article.byline,
        source: article.site_name,
        published: article.published_time.or(published),
    };
    Some((text, about.tidy()))
}

/// Where pages without the usual settings say when they were published, each with the attribute that says it.
const DATED: &[(&str, &str)] = &[
    ("meta[itemprop='datePublished']", "content"),
    ("meta[name='date']", "content"),
    ("meta[name='pubdate']", "content"),
    ("meta[name='publish-date']", "content"),
    ("meta[name='parsely-pub-date']", "content"),
    ("meta[name='DC.date.issued']", "content"),
    ("meta[name='dc.date']", "content"),
    ("time[itemprop='datePublished']", "datetime"),
    ("time[pubdate]", "datetime"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];

/// When the page says that it was published, where the reader of its article does not look.
fn dated(page: &Readability) -> Option<String> {
    let data = page.doc.select("script[type='application/ld+json']").text();
    let told = data.split("\"datePublished\"").nth(1).and_then(|behind| {
        let behind = behind.trim_start().strip_prefix(':')?;
        let text = behind.trim_start().strip_prefix('"')?;
        text.split('"').next().map(str::to_owned)
    });
    told.or_else(|| {
        let mut places = DATED.iter();
        places.find_map(|(place, name)| Some(page.doc.select(place).attr(name)?.to_string()))
    })
}

/// Ends a line where a cell of a table ends by which a page is laid out.
fn divide(page: &Readability) {
    page.doc.select("td[width], td[valign]").append_html("<br>");
}

/// All text of a page in which no article stands out.
fn whole(html: &str) -> Option<String> {
    let page = Readability::new(html, None, None).ok()?;
    page.doc.select(UNREAD).remove();
    divide(&page);
    Some(page.doc.formatted_text().to_string())
}

/// Whether a page is more than people write: elements nested deeply, or one with many attributes. Readers
/// of pages take time with the square of both.
fn is_hostile(html: &str) -> bool {
    let mut depth = 0_usize;
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at + 1..).unwrap_or_default();
        let (is_end, tag) = match rest.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, rest),
        };
        let len = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, inside) = tag.split_at(len);
        if name.is_empty() {
            continue;
        }
        let (attributes, len) = attributes(inside);
        rest = inside.get(len..).unwrap_or_default();
        if attributes > MOST_ATTRIBUTES {
            return true;
        }
        if UNNESTED
            .iter()
            .any(|other| name.eq_ignore_ascii_case(other))
        {
            continue;
        }
        depth = match is_end {
            true => depth.saturating_sub(1),
            false => depth + 1,
        };
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

/// How many attributes a tag has at most, and how long it is.
fn attributes(inside: &str) -> (usize, usize) {
    let (mut quote, mut count, mut before) = (None, 0, b' ');
    for (at, byte) in inside.bytes().enumerate() {
        match (byte, quote) {
            (_, Some(open)) if byte == open => quote = None,
            (_, Some(_)) => {}
            (b'"' | b'\'', None) if before == b'=' => quote = Some(byte),
            (b'>', None) => return (count, at + 1),
            (b' ' | b'\n' | b'\t' | b'\r' | b'/', None) => count += 1,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    (count, inside.len())
}
