//! An archive of made-up articles: stories of five articles each that agree, refine and contradict.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Writes `files` articles of `claims` claims each, a hundred to a folder, and returns their bytes.
pub(crate) fn archive(folder: &Path, files: usize, claims: usize) -> u64 {
    let mut bytes = 0;
    for file in 0..files {
        let shelf = folder.join(format!("{:04}", file / 100));
        fs::create_dir_all(&shelf).expect("a writable folder");
        let text = article(file, claims);
        bytes += text.len() as u64;
        fs::write(shelf.join(format!("a{file:06}.yaml")), text).expect("a writable folder");
    }
    bytes
}

fn article(file: usize, claims: usize) -> String {
    let story = file / 5;
    let mut text = String::new();
    let (month, day) = (1 + story % 12, 1 + story % 27);
    let _ = write!(
        text,
        "article:\n  source: Gazette {}\n  title: What article {file} says about its story\n  author: A. Writer\n  \
         url: https://example.org/{file}\n  published: 2018-{month:02}-{day:02}\n\nclaims:\n",
        file % 40
    );
    for at in 0..claims {
        let person = story * 3 + at / 5;
        let subject = format!("{} {}", FIRST[person % FIRST.len()], last(person));
        let (property, value) = claim(file, story, at);
        let _ = write!(
            text,
            "  - subject: {subject}\n    property: {property}\n    value: {value}\n"
        );
        let _ = write!(
            text,
            "    quote: the words of article {file} about {property}, as they stand there in its second paragraph\n    \
             note: Read from the third paragraph of the article; {} is the subject of its headline too.\n",
            subject
        );
        if (file + at).is_multiple_of(3) {
            let _ = writeln!(
                text,
                "    attribution: {}",
                ["County Sheriff's Office", "Mayor Ada Quill", "officials"][(file + at) % 9 / 3]
            );
        }
        if (file * 7 + at).is_multiple_of(11) {
            text.push_str("    hedged: true\n");
        }
        text.push('\n');
    }
    text
}

/// A property and a value on which the articles of a story mostly agree.
fn claim(file: usize, story: usize, at: usize) -> (&'static str, String) {
    let seed = story * 31 + at * 7;
    let odd = (file * 13 + at).is_multiple_of(17);
    let n = 3 + seed % 40 + usize::from(odd);
    match at % 8 {
        0 => ("age", format!("{n}-year-old")),
        1 => (
            "people hurt",
            if file.is_multiple_of(2) {
                n.to_string()
            } else {
                format!("at least {n}")
            },
        ),
        2 => (
            "time served",
            if file.is_multiple_of(3) {
                format!("almost {n} years")
            } else {
                format!("{n} years")
            },
        ),
        3 => ("convicted", format!("{} {}", MONTHS[seed % 12], 1970 + n)),
        4 => ("damage", format!("${n}.5 million")),
        5 => ("arrested", "last Wednesday".to_owned()),
        6 => (
            "role",
            if odd {
                "not the driver".into()
            } else {
                "the driver".into()
            },
        ),
        _ => ("distance walked", format!("about {n} miles")),
    }
}

/// A surname of its own for every person.
fn last(person: usize) -> String {
    let mut name = String::from("B");
    let mut rest = person;
    for _ in 0..4 {
        name.push(['a', 'e', 'i', 'o', 'u'][rest % 5]);
        name.push(['l', 'm', 'n', 'r', 's', 't', 'v'][rest / 5 % 7]);
        rest /= 35;
    }
    name
}

const FIRST: [&str; 8] = ["Ann", "Bert", "Cora", "Dan", "Eve", "Finn", "Gail", "Hugh"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
