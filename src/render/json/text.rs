//! JSON texts in which every hidden character is escaped.
//!
//! JSON itself asks that only for the first control characters. A reader of JSON gets the same
//! text, and a person who prints it on a terminal is safe from the others.

use std::io::Write as _;

use crate::render::untrusted::is_hidden;

/// Adds a text in quotes.
pub(super) fn add(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    match is_plain(text.as_bytes()) {
        true => out.extend_from_slice(text.as_bytes()),
        false => text.chars().for_each(|c| add_char(out, c)),
    }
    out.push(b'"');
}

/// Whether nothing is escaped. Nearly all texts are plain: they are looked through in eights, without
/// a way out between, and the last eight overlap those before.
fn is_plain(bytes: &[u8]) -> bool {
    let (eights, rest) = bytes.as_chunks::<8>();
    let Some(last) = bytes.last_chunk::<8>() else {
        let is_plain = |byte: &u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\');
        return rest.iter().all(is_plain);
    };
    let first = special(u64::from_le_bytes(*last));
    let all = eights.iter().fold(first, |found, eight| {
        found | special(u64::from_le_bytes(*eight))
    });
    all == 0
}

/// Not nought where one of eight bytes is escaped: a control character, `"`, `\`, or beyond `~`. The
/// highest bit of each byte tells (Mycroft's test for a nought).
fn special(eight: u64) -> u64 {
    const ONES: u64 = u64::MAX / 0xff;
    const HIGHEST: u64 = ONES << 7;
    let has = |byte: u8| {
        let other = eight ^ (ONES * u64::from(byte));
        other.wrapping_sub(ONES) & !other
    };
    let is_control = eight.wrapping_sub(ONES * 0x20) & !eight;
    (is_control | has(b'"') | has(b'\\') | has(0x7f) | eight) & HIGHEST
}

fn add_char(out: &mut Vec<u8>, c: char) {
    let short = match c {
        '"' => b'"',
        '\\' => b'\\',
        '\u{8}' => b'b',
        '\t' => b't',
        '\n' => b'n',
        '\u{c}' => b'f',
        '\r' => b'r',
        _ if c < ' ' || is_hidden(c) => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to memory cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
            return;
        }
        _ => return out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
    };
    out.extend([b'\\', short]);
}

#[cfg(test)]
mod tests {
    use super::add;

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let texts = [
            "",
            "plain words, long enough for several looks at once: ~",
            "\"quoted\" \\ and \u{8}\t\n\u{c}\r\u{1}\u{1f}",
            "naïve – 東京 👩‍⚖️",
            "seven.\u{7f}",
            "\u{202e}turned\u{2066} \u{e0041}",
        ];
        for text in texts {
            let mut out = Vec::new();
            add(&mut out, text);
            let read: String = serde_json::from_slice(&out).expect("JSON");
            assert_eq!(read, text);
            let written = String::from_utf8(out).expect("text");
            assert!(
                !written.contains(crate::render::untrusted::is_hidden),
                "{written}"
            );
        }
    }
}
