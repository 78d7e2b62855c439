//! What a file says of the article whose text it holds.

/// What the settings of a page, or the block above a text in Markdown, say. A page may be wrong about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who published it.
    pub source: Option<String>,
    /// When, as written.
    pub published: Option<String>,
}

/// Nobody writes a longer headline.
const LONGEST: usize = 300;

impl About {
    /// The same in one line each, without what is empty.
    pub(super) fn tidy(self) -> Self {
        let tidy = |text: Option<String>| {
            let text = text?.split_whitespace().collect::<Vec<_>>().join(" ");
            (!text.is_empty() && text.len() <= LONGEST).then_some(text)
        };
        Self {
            title: tidy(self.title),
            author: tidy(self.author),
            source: tidy(self.source),
            published: tidy(self.published),
        }
    }

    /// Of lines such as "title: Three hurt".
    pub(super) fn of_settings(lines: &str) -> Self {
        let mut about = Self::default();
        for line in lines.lines() {
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_matches(['"', '\'']);
            let at = match &*key.trim().to_ascii_lowercase() {
                "title" => &mut about.title,
                "author" | "by" => &mut about.author,
                "source" | "publisher" | "site" => &mut about.source,
                "date" | "published" => &mut about.published,
                _ => continue,
            };
            at.get_or_insert(value.to_owned());
        }
        about.tidy()
    }
}
