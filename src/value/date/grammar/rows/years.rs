//! Years, decades and centuries.

use crate::value::date::expr::Expr;
use crate::value::date::grammar::build::years::{
    around_century, both, century, day_of, decade, of_two_figures, short_year, two_years, year,
    year_or_decade,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;

pub(super) const ROWS: &[Row] = rows! {
YearNumber {
    [y: Four] if (1000..3000).contains(&y) => y, _, "";
    [y: YearWords] if (1000..3000).contains(&y) => y, _, "June nineteen ninety-six";
    [y: EraYear] => y, _, "March 44 BC";
}
EraYear {
    [y: Figures ("ad" | "ce")] if 0 < y.0 && y.0 < 10_000 => y.0, _, "79 AD";
    ["ad" y: Figures] if 0 < y.0 && y.0 < 10_000 => y.0, _, "AD 79";
    [y: Figures ("bc" | "bce")] if 0 < y.0 && y.0 < 10_000 => 1 - y.0, _, "44 BC";
}
EarlyYear {
    [y: Four] if (1000..1100).contains(&y) => year(y), _, "";
}
YearEnd {
    [[","] y: YearNumber] => year(y), _, "";
    [[","] ("of" | "in") ["the"] ["year"] y: YearNumber] => year(y), _, "June of 1996";
    [[","] ["of" | "in"] "'" y: Two] => short_year(y), _, "June '98";
}
Named {
    [y: Four] if (1100..=2100).contains(&y) => year(y), role, "1996";
    [y: Four] if !(1100..=2100).contains(&y) => Why::NoYear(y), _, "2150";
    [["on"] "this" "day" ["in"] y: YearNumber] => day_of(y), "that day of that year", "on this day in 1945";
    [y: YearWords] if (1100..=2100).contains(&y) => year(y), role, "nineteen ninety-six";
    [y: EraYear] => year(y), role, "44 BC";
    ["'" y: Two] => short_year(y), role, "'98";
    [["the"] ["calendar"] "year" ["of"] y: YearNumber] => year(y), role, "the year 2000";
    [["the"] ("calendar" | "cy") y: YearNumber] => year(y), role, "calendar 2018";
    ["cy" y: Two] => short_year(y), role, "CY18";
    [a: Four ("-" | "/") b: Two] if b > 12 => two_years(a, b), role, "1914-18";
    [["the"] a: Four ("-" | "/") b: Two ("season" | "year")] => two_years(a, b), role, "the 2017-18 season";
    [["the"] a: Four ("-" | "/") b: Two ("school" | "academic") "year"]
        => two_years(a, b), role, "the 2017-18 school year";
    [["the"] y: Four ["'"] "s"] => year_or_decade(y), role, "the 1990s";
    [["the"] ["'"] y: Two ["'"] "s"] if y % 10 == 0 => of_two_figures(y), role, "the '90s";
    [["the"] "roaring" y: DecadeWord] if y == 1920 => decade(y), role, "the roaring twenties";
    [["the"] "swinging" y: DecadeWord] if y == 1960 => decade(y), role, "the swinging sixties";
    [["the"] y: DecadeWord] => decade(y), role, "the nineties";
    [["the"] a: Tens ["-"] y: DecadeWord] if (11..=20).contains(&a) => decade(a * 100 + y % 100), role, "the nineteen eighties";
    [["the"] a: Tens "hundreds"] if (11..=20).contains(&a) => decade(a * 100), role, "the nineteen hundreds";
    [["the"] a: Tens "thousands"] if a < 3 => decade(a * 1000), role, "the two thousands";
    [["the"] n: Ordinal ["-"] "century"] => century(n), role, "the 20th century";
    [["the"] n: Ordinal ["-"] "century" ("ad" | "ce")] => century(n), role, "the 1st century AD";
    [["the"] n: Ordinal ["-"] "century" ("bc" | "bce")] if n > 0 => century(1 - n), role, "the 5th century BC";
    [["the"] a: Ordinal ("and" | "to" | "-") ["the"] b: Ordinal ("century" | "centuries")]
        => both(Expr::Range, century(a), century(b)), role, "the 18th and 19th centuries";
    [["the"] a: Ordinal "or" ["the"] b: Ordinal ("century" | "centuries")]
        => both(Expr::Either, century(a), century(b)), role, "the 19th or 20th century";
    [["the"] "turn" "of" "the" "century"]
        => both(Expr::Either, around_century(1900), around_century(2000)), role, "the turn of the century";
    [["the"] "turn" "of" "the" "millennium"] => around_century(2000), role, "the turn of the millennium";
    [["the"] "turn" "of" "the" n: Ordinal "century"] if n > 10 => around_century((n - 1) * 100), role, "the turn of the 20th century";
}
};
