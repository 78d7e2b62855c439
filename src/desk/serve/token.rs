//! What a browser must show with every request.

use std::io;

/// 128 bits of the system's randomness.
pub(super) struct Token(String);

impl Token {
    pub(super) fn new() -> io::Result<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
        Ok(Self(
            bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        ))
    }

    /// As it is written.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// Whether a text is the token; the time that it takes does not tell how much of it is.
    pub(super) fn is(&self, text: &[u8]) -> bool {
        let own = self.0.as_bytes();
        let differences = own.iter().zip(text).fold(0, |all, (a, b)| all | (a ^ b));
        own.len() == text.len() && differences == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Token;

    #[test]
    fn only_the_whole_token_is_the_token() {
        let token = Token::new().unwrap();
        assert_eq!(token.text().len(), 32);
        assert!(token.is(token.text().as_bytes()));
        let longer = format!("{}0", token.text());
        for other in [
            "",
            &token.text()[..31],
            &longer,
            &token.text().replace(|c| c != 'x', "x"),
        ] {
            assert!(!token.is(other.as_bytes()), "{other}");
        }
        assert_ne!(Token::new().unwrap().text(), token.text());
    }
}
