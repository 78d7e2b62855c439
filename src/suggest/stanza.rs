//! Suggestions as the lines of a vocabulary, each below its reason.

use indexmap::IndexMap;

use super::{Sort, Suggestion};
use crate::edit::{Node, block};
use crate::render::visible;

const HEAD: &str = "\
# Suggested by `gainsay vocabulary`. Nothing here is known: read each entry with the reason above it,
# delete what is wrong, and save the rest beside the articles. Lines behind # count for nothing.
";

/// The stanza for some suggestions: YAML that a file can hold, with what is set aside in comments.
#[must_use]
pub fn stanza(suggestions: &[Suggestion]) -> String {
    let mut out = HEAD.to_owned();
    section(
        "properties",
        &[Sort::Terms, Sort::Label],
        suggestions,
        &mut out,
    );
    section("entities", &[Sort::Name], suggestions, &mut out);
    let dates = suggestions.iter().filter(|it| it.sort == Sort::Published);
    for (at, article) in dates.enumerate() {
        if at == 0 {
            out.push_str("# In the files of articles:\n");
        }
        comment(&format!("{}: {}", article.name, article.why), "", &mut out);
    }
    out
}

/// What one suggestion declares, as a vocabulary has it; nothing for a day of publication.
#[must_use]
pub fn declaration(suggestion: &Suggestion) -> Option<Node> {
    let section = match suggestion.sort {
        Sort::Terms | Sort::Label => "properties",
        Sort::Name => "entities",
        Sort::Published => return None,
    };
    let entry = entry(&suggestion.name, &[suggestion]);
    Some(Node::Map(vec![(section.to_owned(), entry)]))
}

/// The entries of one section: all that is suggested for a name stands together.
fn section(title: &str, sorts: &[Sort], suggestions: &[Suggestion], out: &mut String) {
    let of_section = || suggestions.iter().filter(|it| sorts.contains(&it.sort));
    if of_section().next().is_none() {
        return;
    }
    let mut by_name: IndexMap<&str, Vec<&Suggestion>> = IndexMap::new();
    for suggestion in of_section().filter(|it| it.aside.is_none()) {
        by_name
            .entry(&suggestion.name)
            .or_default()
            .push(suggestion);
    }
    // A section without entries is none to the reader of the file.
    let mark = if by_name.is_empty() { "# " } else { "" };
    out.push_str(&format!("{mark}{title}:\n"));
    for (name, together) in by_name {
        for suggestion in &together {
            comment(&suggestion.why, "  ", out);
        }
        for line in block(&entry(name, &together)) {
            out.push_str(&format!("  {line}\n"));
        }
    }
    for suggestion in of_section() {
        if let Some(aside) = &suggestion.aside {
            comment(&format!("{} ({aside})", suggestion.why), "  ", out);
            for line in block(&entry(&suggestion.name, &[suggestion])) {
                comment(&line, "  ", out);
            }
        }
    }
}

fn entry(name: &str, together: &[&Suggestion]) -> Node {
    let values = |sort: fn(Sort) -> bool| -> Vec<Node> {
        let of_sort = together.iter().filter(|it| sort(it.sort));
        let values = of_sort.flat_map(|it| it.values.iter().cloned());
        values.map(Node::Text).collect()
    };
    let terms = values(|sort| sort == Sort::Terms);
    let aliases = values(|sort| sort != Sort::Terms);
    let mut fields = Vec::new();
    if !aliases.is_empty() {
        fields.push(("aliases".to_owned(), Node::List(aliases)));
    }
    if !terms.is_empty() {
        fields.push(("kind".to_owned(), Node::Text("term".to_owned())));
        fields.push(("terms".to_owned(), Node::List(terms)));
    }
    Node::Map(vec![(name.to_owned(), Node::Map(fields))])
}

/// A comment in one line, whatever a name in it holds.
fn comment(text: &str, indent: &str, out: &mut String) {
    let text = visible(text).replace(['\n', '\r'], " ");
    out.push_str(&format!("{indent}# {text}\n"));
}
