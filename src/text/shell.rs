//! What is typed on a command line.

use std::borrow::Cow;

/// A text as one word of a command line, in quotation marks where a shell would read it as something else.
pub(crate) fn argument(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_alphanumeric() || "-_./:=+@%".contains(c);
    match !text.is_empty() && text.chars().all(plain) {
        true => text.into(),
        false => format!("'{}'", text.replace('\'', r"'\''")).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::argument;

    #[test]
    fn a_shell_reads_one_word() {
        let texts = [
            "claims/é-1.yaml",
            "",
            "two words",
            "it's",
            "$(rm x)",
            "a;b",
            "~/x",
            "*",
            "new\nline",
        ];
        for text in texts {
            let words = shell_words::split(&format!("gainsay {}", argument(text))).unwrap();
            assert_eq!(words, ["gainsay", text]);
        }
        assert_eq!(argument("claims/é-1.yaml"), "claims/é-1.yaml");
    }
}
