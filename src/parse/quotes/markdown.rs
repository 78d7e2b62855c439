//! The text of a file in Markdown: its words without the marks, the addresses of links, images and HTML.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::about::About;
use super::source::{Source, line_starts};
use crate::text::number;

/// Reads it. Linear.
pub(super) fn read(markdown: &str) -> Source {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let lines = line_starts(markdown);
    let line_of = |at: usize| lines.partition_point(|(start, _)| (*start as usize) <= at);
    let (mut text, mut starts) = (String::new(), Vec::new());
    // How many images are open.
    let mut left_out = 0_usize;
    let mut settings = String::new();
    let mut in_settings = false;
    for (event, range) in Parser::new_ext(markdown, options).into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => in_settings = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_settings = false,
            Event::Text(words) if in_settings => settings.push_str(&words),
            Event::Start(Tag::Image { .. }) => left_out += 1,
            Event::End(TagEnd::Image) => left_out = left_out.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if left_out == 0 => {
                starts.push((number(text.len()), number(line_of(range.start))));
                text.push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => text.push('\n'),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::CodeBlock
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::BlockQuote(_),
            ) => text.push_str("\n\n"),
            _ => {}
        }
    }
    Source::pieces(text, starts).about(About::of_settings(&settings))
}
