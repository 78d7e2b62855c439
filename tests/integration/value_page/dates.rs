//! The tables of dates.

use gainsay::value::date::{AHEAD, holidays, phrases, words};
use gainsay::value::{self, Kind};

use super::{Table, code, codes, in_context, means, read};

pub(super) fn dates() -> Table {
    of_dates(&[
        "6 June 2018",
        "June 6, 2018",
        "Wednesday, 6 June 2018",
        "2018-06-06",
        "June 2018",
        "2018-06",
        "2018",
        "1990s",
        "the 20th century",
        "early May 2018",
        "late 2018",
        "spring 2018",
        "Q2 2018",
        "the second half of 2018",
        "the last week of May 2018",
        "the first Monday of June 2018",
        "week 23 of 2018",
        "circa 1996",
        "circa May 2018",
        "1996~",
        "2018-05-30/2018-06-03",
        "3:30 p.m. on 6 June 2018",
        "the morning of 6 June 2018",
        "early on 6 June 2018",
        "late on 6 June 2018",
        "the night of 6 June 2018",
        "overnight on 6 June 2018",
        "midnight on 6 June 2018",
        "in the early hours of 6 June 2018",
        "shortly after 3 p.m. on 6 June 2018",
        "after 3 p.m. on 6 June 2018",
        "by 10 a.m. on 6 June 2018",
    ])
}

pub(super) fn relative_dates() -> Table {
    of_dates(&[
        "today",
        "yesterday",
        "on Monday",
        "on Wednesday",
        "last Wednesday",
        "next Monday",
        "June 6",
        "October 2",
        "in May",
        "last week",
        "last month",
        "this year",
        "two days ago",
        "two weeks ago",
        "two months ago",
        "more than 20 years ago",
        "two decades ago",
        "a few days ago",
        "the past week",
        "three days from now",
        "within two weeks",
        "three hours ago",
    ])
}

pub(super) fn ranges_of_dates() -> Table {
    of_dates(&[
        "4 to 6 June 2018",
        "between May and July 2018",
        "from 1996 to 1998",
        "before 6 June 2018",
        "after 6 June 2018",
        "since 1996",
        "by June 2018",
        "until 6 June 2018",
        "30 May or 6 June 2018",
        "not 1996",
    ])
}

/// Dates with what they allow, and which convention made it so.
fn of_dates(examples: &[&str]) -> Table {
    let rows = examples.iter().map(|text| {
        let parts = in_context(|cx| value::explain(text, Kind::Date, cx)).expect(text);
        let roles: Vec<String> = parts
            .iter()
            .map(|part| match text.get(part.span.clone()) {
                Some(words) if words.len() < text.len() => {
                    format!("{}: {}", code(words), part.role)
                }
                _ => part.role.clone(),
            })
            .collect();
        vec![code(text), means(Kind::Date, text), roles.join("; ")]
    });
    Table::new(&["written", "means", "why"], rows)
}

pub(super) fn words_of_dates() -> Table {
    let groups = words();
    let rows = groups.iter().map(|group| {
        assert!(!group.words.is_empty(), "{}", group.meaning);
        let example = group.example.to_lowercase();
        let mut spoken = example.split(|c: char| !c.is_ascii_alphabetic());
        assert!(
            spoken.any(|word| group.words.contains(&word)),
            "{}",
            group.example
        );
        vec![
            codes(&group.words),
            group.meaning.into(),
            code(group.example),
            match read(Kind::Date, group.example) {
                Ok(value) => value.describe(),
                Err(refusal) => format!("refused: {}", refusal.why),
            },
        ]
    });
    Table::new(&["words", "mean", "for instance", "means"], rows)
}

pub(super) fn phrases_of_dates() -> Table {
    let rows = phrases().into_iter().map(|row| {
        let means = match read(Kind::Date, row.example) {
            Ok(value) => value.describe(),
            Err(refusal) => format!("refused: {}", refusal.why),
        };
        vec![code(&row.pattern), code(row.example), means]
    });
    Table::new(&["said", "for instance", "means"], rows)
}

pub(super) fn words_of_the_future() -> Table {
    let rows = AHEAD.iter().map(|row| {
        let silent: Vec<String> = row.silent.iter().map(|quote| code(quote)).collect();
        vec![row.words.into(), code(row.example), silent.join(", ")]
    });
    Table::new(&["words", "for instance", "but not"], rows)
}

pub(super) fn seasons() -> Table {
    let examples = [
        "spring 2018",
        "summer 2018",
        "autumn 2018",
        "winter 2018",
        "southern spring 2018",
        "last winter",
    ];
    let rows = examples.map(|text| vec![code(text), means(Kind::Date, text)]);
    Table::new(&["written", "means"], rows.into_iter())
}

pub(super) fn all_holidays() -> Table {
    let rows = holidays().into_iter().map(|row| {
        let example = format!("{} 2018", row.names[0]);
        let means = match read(Kind::Date, &example) {
            Ok(_) => means(Kind::Date, &example),
            Err(_) => "refused".into(),
        };
        vec![codes(row.names), row.day, means]
    });
    Table::new(&["written", "is", "in 2018"], rows)
}
