//! `gainsay lint --fix`: slips with one answer are mended, and nothing else changes.

use gainsay::diagnostic::Code;
use gainsay::lint::fix::mend;
use gainsay::parse::load_text;

const HEAD: &str = "article: {id: gazette}\nclaims:\n";
const CLAIM: &str = "  - {subject: market hall, property: rent, value: 12}\n";

fn mended(text: &str) -> Option<String> {
    mend(text, &|_| true, true).map(|mended| mended.text)
}

#[test]
fn each_slip_changes_its_own_characters_alone() {
    let cases = [
        (
            "  - subject:market hall\n    property:stalls\n    value:40\n",
            "  - subject: market hall\n    property: stalls\n    value: 40\n",
        ),
        (
            "  - {subject: hall, property:stalls, value: 40}\n",
            "  - {subject: hall, property: stalls, value: 40}\n",
        ),
        (
            "  -subject: hall\n    property: stalls\n    value: 40\n",
            "  - subject: hall\n    property: stalls\n    value: 40\n",
        ),
        (
            "  -\u{a0} subject: hall\n    property:\u{a0}stalls\n    value: 40\n",
            "  - subject: hall\n    property: stalls\n    value: 40\n",
        ),
        (
            "  - subject：hall\n    property: stalls\n    value\u{a0}: 40\n",
            "  - subject: hall\n    property: stalls\n    value: 40\n",
        ),
        (
            "  - subject: hall\n    property: stalls\n    value: \"forty\" of them # so it says\n",
            "  - subject: hall\n    property: stalls\n    value: '\"forty\" of them' # so it says\n",
        ),
        (
            "  - subject: hall\n    property: motto\n    value: it's this: buy\n",
            "  - subject: hall\n    property: motto\n    value: 'it''s this: buy'\n",
        ),
        (
            "  - {subject: hall, property: stalls, value: 1,200 of them}\n",
            "  - {subject: hall, property: stalls, value: '1,200 of them'}\n",
        ),
        (
            "  - subject: hall\n    property: handle\n    value: @hall\n",
            "  - subject: hall\n    property: handle\n    value: '@hall'\n",
        ),
    ];
    for (slip, right) in cases {
        for (before, after) in [("", ""), (CLAIM, ""), ("", CLAIM)] {
            let [text, meant] = [slip, right].map(|part| format!("{HEAD}{before}{part}{after}"));
            assert_eq!(mended(&text).as_deref(), Some(meant.as_str()), "{text}");
            assert_eq!(load_text(&meant).1, [], "{meant}");
        }
    }
}

#[test]
fn two_articles_are_divided_and_their_line_ends_and_marks_kept() {
    let text = format!("{HEAD}{CLAIM}article: {{id: herald}}\nclaims:\n{CLAIM}");
    let meant = format!("{HEAD}{CLAIM}---\narticle: {{id: herald}}\nclaims:\n{CLAIM}");
    assert_eq!(mended(&text), Some(meant.clone()));
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(mended(&windows(&text)), Some(windows(&meant)));
}

#[test]
fn keys_get_their_spaces_and_names_keep_their_signs() {
    let text =
        "entities:\n  copy_of: {part_of: dock-4, distinct-from: [a_b]} # part_of\n  dock-4: {}\n";
    let meant =
        "entities:\n  copy_of: {part of: dock-4, distinct from: [a_b]} # part_of\n  dock-4: {}\n";
    assert_eq!(mended(text).as_deref(), Some(meant));
}

#[test]
fn entries_whose_dashes_lack_their_spaces_are_told_and_mended_together() {
    let slips = "  - subject: hall\n    property: stalls\n    value: 40\n    attribution:\n      -Ann Lee\n      -Bo Chen\n";
    let (corpus, problems) = load_text(&format!("{HEAD}{slips}"));
    let told: Vec<(Code, u32)> = problems
        .iter()
        .map(|it| (it.code, it.place.spot.line))
        .collect();
    assert_eq!(told, [(Code::LikelySpace, 7), (Code::LikelySpace, 8)]);
    assert_eq!(corpus.claims.len(), 0);
    let meant = slips.replace("-Ann", "- Ann").replace("-Bo", "- Bo");
    assert_eq!(
        mended(&format!("{HEAD}{slips}")),
        Some(format!("{HEAD}{meant}"))
    );
    let names = "entities:\n  Mill:\n    aliases:\n      -Foo\n      -Bar Lee\n    kind: place\n";
    let meant = names.replace("-Foo", "- Foo").replace("-Bar", "- Bar");
    assert_eq!(mended(names), Some(meant.clone()));
    // Where one has its space, the other is no YAML.
    assert_eq!(mended(&names.replace("-Foo", "- Foo")), Some(meant.clone()));
    let one_left = names.replace("-Bar", "- Bar");
    assert_eq!(mended(&one_left), Some(meant));
    // On the line of its key, as a figure or as a word of its own, a dash is part of the text.
    for quiet in [
        "    attribution: -Ann Lee\n",
        "    attribution:\n      - -Ann Lee\n",
        "    attribution:\n      Ann Lee -Bo\n",
        "    note:\n      -Ann Lee\n",
    ] {
        let text = format!("{HEAD}  - subject: hall\n    property: stalls\n    value: 40\n{quiet}");
        assert_eq!(load_text(&text).1, [], "{text}");
    }
    let below = format!("{HEAD}  - subject: hall\n    property: degrees\n    value:\n      -5\n");
    assert_eq!(load_text(&below).1, [], "{below}");
}

#[test]
fn a_dash_without_its_space_gives_back_the_claim_before_it() {
    let before = "  - subject: market hall\n    property: rent\n    value: 12\n";
    let slip = "  -subject: hall\n    property: stalls\n    value: 40\n";
    let after = "  - subject: quay\n    property: cranes\n    value: 3\n";
    // To YAML the dash goes on with the text before it, so that the slip costs both claims; mended, it costs none.
    let text = format!("{HEAD}{before}{slip}{after}");
    let meant = format!(
        "{HEAD}{before}{}{after}",
        slip.replace("-subject", "- subject")
    );
    assert_eq!(mended(&text), Some(meant));
}

#[test]
fn what_has_no_one_answer_stays_as_it_is() {
    let cases = [
        // Whole, and with signs that only look like slips.
        format!("{HEAD}{CLAIM}"),
        format!(
            "{HEAD}  - {{subject: hall, property: opens, value: '12:30', note: 'url:x, part_of'}}\n"
        ),
        // A tab stands for nobody knows how many spaces.
        format!("{HEAD}  - subject: hall\n\tproperty: stalls\n\tvalue: 40\n"),
        // A space there would move the key out of line with the others.
        format!("{HEAD}  -subject: hall\n   property: stalls\n   value: 40\n"),
        // Where does the quote end?
        format!("{HEAD}  - subject: hall\n    property: stalls\n    value: 'forty\n"),
        format!("{HEAD}  - {{subject: hall, property: stalls, value: \"forty\" of them}}\n"),
        format!("{HEAD}{CLAIM}claims:\n{CLAIM}"),
        "claims: [\n".to_owned(),
        String::new(),
    ];
    for text in cases {
        assert_eq!(mended(&text), None, "{text}");
    }
}

#[test]
fn only_the_kinds_that_are_wanted_are_mended() {
    let text = format!("{HEAD}  - {{subject:hall, property: stalls, value: 1,200}}\n");
    let mended = mend(&text, &|code| code == Code::LikelySpace, false).unwrap();
    assert_eq!(mended.slips, 1);
    assert!(mended.text.contains("subject: hall") && mended.text.contains(" 1,200}"));
}

#[test]
fn a_file_of_many_slips_is_mended_in_few_readings() {
    let slip = "  - {subject:hall, property: stalls, value: 40}\n";
    let text = format!("{HEAD}{}", slip.repeat(5_000));
    let mended = mend(&text, &|_| true, true).unwrap();
    assert!(mended.slips >= 1_000, "{}", mended.slips);
    assert!(
        mended
            .text
            .starts_with(&format!("{HEAD}  - {{subject: hall"))
    );
}
