//! XML, piece by piece. Names are read without what stands before their colon.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A piece of a document.
pub(super) enum Piece<'e> {
    /// A tag that opens.
    Start(&'e str, &'e BytesStart<'e>),
    /// A tag that closes.
    End(&'e str),
    /// Text between tags.
    Text(&'e str),
}

/// Hands over each piece of a document.
pub(super) fn read(
    file: impl Read,
    mut take: impl FnMut(Piece<'_>) -> Result<(), String>,
) -> Result<(), String> {
    let mut reader = Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        match event.map_err(|error| why(&error))? {
            Event::Start(tag) => take(Piece::Start(tag.local_name().as_ref(), &tag))?,
            Event::Empty(tag) => {
                take(Piece::Start(tag.local_name().as_ref(), &tag))?;
                take(Piece::End(tag.local_name().as_ref()))?;
            }
            Event::End(tag) => take(Piece::End(tag.local_name().as_ref()))?,
            Event::Text(text) => take(Piece::Text(&text.xml10_content()))?,
            Event::CData(text) => take(Piece::Text(&text.xml10_content()))?,
            Event::GeneralRef(name) => {
                let sign = name.resolve_char_ref().map_err(|error| why(&error))?;
                let sign = sign.or(match &*name {
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "amp" => Some('&'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                let sign = sign.ok_or("it is damaged: it holds an entity of its own")?;
                take(Piece::Text(sign.encode_utf8(&mut [0; 4])))?;
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn why(error: &quick_xml::Error) -> String {
    match error {
        quick_xml::Error::Io(error) => error.to_string(),
        other => format!("it is damaged: {other}"),
    }
}

/// An attribute of a tag.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = tag.attributes().flatten();
    let found = all.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = found
        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
        .ok()?;
    Some(value.into_owned())
}
