//! No input makes the parser panic.

use std::fs;

use gainsay::parse::{Inputs, Reader, load, load_with};
use proptest::prelude::*;

use super::load_text;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = load(&Inputs { paths: Vec::new(), stdin: Some(bytes) });
    }

    #[test]
    fn no_mixture_of_signs_makes_it_panic(text in "(claims:\n|article:\n|  - |    |subject: |value: |[\\[\\]{}\"',:#&*!|>%@~-]|\n|\t|a|é|\u{a0}|---\n){0,80}") {
        let _ = load_text(&text);
    }

    #[test]
    fn no_edit_makes_it_panic_or_divides_the_readers(at in any::<prop::sample::Index>(), cut in 0..20_usize, put in "[ \\n\\t\"':,#&*!|>\\[\\]{}a-]{0,6}") {
        let text = fs::read_to_string("tests/fixtures/parse/whole/article.yaml").unwrap();
        let places = text.char_indices().map(|(place, _)| place).collect::<Vec<_>>();
        let from = places[at.index(places.len())];
        let to = text[from..].char_indices().map(|(n, _)| from + n).nth(cut).unwrap_or(text.len());
        let edited = format!("{}{put}{}", &text[..from], &text[to..]);
        let lines = edited.lines().count() + 1;
        let (corpus, diagnostics) = load_text(&edited);
        let inputs = Inputs { paths: Vec::new(), stdin: Some(edited.into_bytes()) };
        let parsed = load_with(Reader::Parser, &inputs);
        prop_assert_eq!(format!("{parsed:?}"), format!("{:?}", (corpus, &diagnostics)));
        for d in diagnostics {
            prop_assert!((1..=lines).contains(&(d.place.spot.line as usize)), "{d:?}");
        }
    }
}
