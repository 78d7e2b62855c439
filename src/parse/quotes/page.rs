//! The text of a saved page: what a reader would call the article, and nothing around it.
//!
//! Only its text is taken: no image, frame or script of a page goes anywhere.

use std::panic::catch_unwind;

use dom_smoothie::{CandidateSelectMode, Config, Readability, TextMode};

use super::about::About;
use super::source::Source;
use crate::text::one_line;

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
    let data = page.doc.select("script[type='application/ld+json']").text();
    let published = dated(&page, &data);
    let heading = page.doc.select("h1").first().text();
    let heading = one_line(&heading);
    divide(&page);
    let article = page.parse().ok()?;
    let (title, site) = without_site(&article.title, &heading);
    let text = format!("{title}\n\n{}", article.text_content);
    let about = About {
        title: Some(title.to_owned()),
        author: article.byline.or_else(|| written_by(&data)),
        source: article.site_name.or(site.map(str::to_owned)),
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
fn dated(page: &Readability, data: &str) -> Option<String> {
    let told = behind(data, "\"datePublished\"").and_then(quoted);
    told.or_else(|| {
        let mut places = DATED.iter();
        places.find_map(|(place, name)| Some(page.doc.select(place).attr(name)?.to_string()))
    })
}

/// Whom the data of a page name as the author: a text, or something with a name.
fn written_by(data: &str) -> Option<String> {
    const NEAR: usize = 200;
    let author = behind(data, "\"author\"")?;
    quoted(author).or_else(|| {
        let end = author
            .char_indices()
            .nth(NEAR)
            .map_or(author.len(), |(at, _)| at);
        behind(author.get(..end)?, "\"name\"").and_then(quoted)
    })
}

/// What stands behind a key of JSON and its colon.
fn behind<'t>(data: &'t str, key: &str) -> Option<&'t str> {
    let (_, behind) = data.split_once(key)?;
    Some(behind.trim_start().strip_prefix(':')?.trim_start())
}

/// The text in quotation marks with which some JSON begins.
fn quoted(json: &str) -> Option<String> {
    let text = json.strip_prefix('"')?;
    let end = text.find('"')?;
    serde_json::from_str(json.get(..end + 2)?).ok()
}

/// A title without the name of its site, and that name: where the headline of the page is the rest.
fn without_site<'t>(title: &'t str, heading: &str) -> (&'t str, Option<&'t str>) {
    let marks = [" | ", " - ", " – ", " — ", " : "];
    let behind = title.strip_prefix(heading).filter(|_| !heading.is_empty());
    let site = behind.and_then(|rest| marks.iter().find_map(|mark| rest.strip_prefix(mark)));
    match site.map(str::trim).filter(|site| !site.is_empty()) {
        Some(site) => (title.get(..heading.len()).unwrap_or(title), Some(site)),
        None => (title, None),
    }
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
