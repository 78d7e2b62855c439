//! Two people named together: "Tom and Ann Marsh", "Tom Moss and Ann Lee".

use super::key::NameKey;

/// The two names, where a text names two people: by a given name each and the surname that they share,
/// or by a full name each. "Marks and Spencer" is no couple. Costs the length of the text.
#[must_use]
pub fn couple(text: &str) -> Option<[String; 2]> {
    let (left, right) = text
        .split_once(" and ")
        .or_else(|| text.split_once(" & "))?;
    let [first, second] = [left, right].map(|side| side.split_whitespace().collect::<Vec<_>>());
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    let name = |word: &str| {
        let inner = NameKey::is_inner_word(word);
        (inner || capital(&word)) && !word.contains([',', '(', '\'', '’', '&']) && word != "and"
    };
    if !first.iter().chain(&second).all(|word| name(word))
        || !first.iter().all(capital)
        || NameKey::new(text).is_organisation
    {
        return None;
    }
    let names = match (first.as_slice(), second.as_slice()) {
        ([given], [_, surname @ ..]) if !surname.is_empty() => {
            // The surname alone, without the middle names of the second.
            let particle = |word: &&str| !capital(word);
            let start = surname
                .iter()
                .position(particle)
                .unwrap_or(surname.len() - 1);
            [
                format!("{given} {}", surname[start..].join(" ")),
                right.trim().to_owned(),
            ]
        }
        ([_, _, ..], [_, _, ..]) => [left.trim().to_owned(), right.trim().to_owned()],
        _ => return None,
    };
    let persons = names.iter().all(|name| NameKey::new(name).may_be_person());
    persons.then_some(names)
}
