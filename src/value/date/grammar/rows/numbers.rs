//! Numbers in words and figures, ordinals, and how many are counted.

use crate::value::date::grammar::row::{Row, rows};

pub(super) const ROWS: &[Row] = rows! {
Tens {
    [n: NumberWord] => n, _, "";
    [t: NumberWord ["-"] n: NumberWord] if is_tens(t) && n < 10 => t + n, _, "June twenty-one";
}
YearWords {
    [a: Tens ["-"] b: Tens] if is_century(a) && b >= 10
        => a * 100 + b, _, "nineteen ninety-six";
    [a: Tens ["-"] ("oh" | "o" | "zero") ["-"] b: Tens] if is_century(a) && b < 10
        => a * 100 + b, _, "nineteen oh one";
    [a: Tens "hundred"] => a * 100, _, "nineteen hundred";
    [a: Tens "hundred" ["and"] b: Tens] => a * 100 + b, _, "nineteen hundred and six";
    [a: Tens "thousand"] => a * 1000, _, "two thousand";
    [a: Tens "thousand" ["and"] b: Tens] => a * 1000 + b, _, "two thousand and eighteen";
    [a: Tens "thousand" b: Tens "hundred" ["and"] c: Tens]
        => a * 1000 + b * 100 + c, _, "one thousand seven hundred and eighty-nine";
    [a: Tens "thousand" b: Tens "hundred"] => a * 1000 + b * 100, _, "two thousand one hundred";
}
Whole {
    [n: Tens] => n, _, "";
    [f: Figures] if f.1 <= 6 => f.0, _, "the first 2 weeks of May 2018";
}
Ordinal {
    [n: OrdinalFigure] => n, _, "";
    [n: OrdinalWord] => n, _, "";
    [t: NumberWord ["-"] n: OrdinalWord] if is_tens(t) && n < 10 => t + n, _, "the twenty-first of June 2018";
}
Count {
    [n: Whole] if n > 0 => (n, n), _, "";
    [a: Whole ("or" | "to" | "-") b: Whole] if 0 < a && a <= b => (a, b), _, "the first two or three weeks of May 2018";
    [["a"] few: FewWord ["of"]] => few, _, "the first couple of weeks of May 2018";
}
};

fn is_tens(n: i32) -> bool {
    n >= 20 && n % 10 == 0
}

/// The first pair of a year.
fn is_century(n: i32) -> bool {
    (11..=20).contains(&n)
}
