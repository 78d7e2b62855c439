//! Characters that nobody sees, or that a terminal obeys.

/// What stands for a character that would not be seen.
pub(crate) enum Mark {
    Space,
    Picture(char),
    Code,
}

/// How the character is shown; nothing where it is seen as it is.
pub(crate) fn mark(c: char) -> Option<Mark> {
    match c {
        '\n' | '\t' => Some(Mark::Space),
        // The block of control pictures follows the order of the control characters.
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).map(Mark::Picture),
        '\x7f' => Some(Mark::Picture('␡')),
        // Further controls, line separators, and what is invisible or changes the direction.
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        // No character, whatever a file says.
        | '\u{fffe}'..='\u{ffff}'
        | '\u{e0000}'..='\u{e007f}' => Some(Mark::Code),
        _ => None,
    }
}

/// Whether the character would not be seen as one, or is obeyed by a terminal.
pub(crate) fn is_hidden(c: char) -> bool {
    mark(c).is_some()
}
