//! Days, months, seasons and quarters by their names, and what comes round again.

use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Counted, Expr};
use crate::value::date::grammar::build::days::{
    bare, in_year, listed, month_day, on_weekday, season, thursday_week, winter, year_end,
};
use crate::value::date::grammar::build::years::short_year;
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::pattern::Pattern;

pub(super) const ROWS: &[Row] = rows! {
DayNumber {
    [d: Short] if (1..=31).contains(&d) => d, _, "";
    [d: Ordinal] if (1..=31).contains(&d) => d, _, "";
    [d: Tens] if (1..=31).contains(&d) => d, _, "June six";
}
MonthDay {
    [m: Month [","] ["the"] d: DayNumber] => month_day(m, d), _, "June 6";
    [m: Month ("-" | "/") d: DayNumber] => month_day(m, d), _, "Jun-6";
    [["the"] d: DayNumber m: Month] => month_day(m, d), _, "6 June";
    [d: DayNumber ("-" | "/" | ".") m: Month] => month_day(m, d), _, "6-Jun";
    [["the"] d: DayNumber "of" m: Month] => month_day(m, d), _, "the 6th of June";
}
NamedDay {
    [d: MonthDay] => d, _, "";
    [w: Weekday [","] ["the" | "on"] d: MonthDay] => on_weekday(d, w), _, "Wednesday, June 6";
    [w: Weekday "-" d: MonthDay] => on_weekday(d, w), _, "Wed-Jun-6";
    [w: Weekday "(" d: MonthDay ")"] => on_weekday(d, w), _, "Wednesday (June 6)";
    [d: MonthDay [","] w: Weekday] => on_weekday(d, w), _, "June 6, Wed";
    [d: MonthDay "(" w: Weekday ")"] => on_weekday(d, w), _, "June 6 (Wednesday)";
}
DayNumbers {
    [a: DayNumber ("and" | "or" | "&") b: DayNumber] => vec![a, b], _, "";
    [a: DayNumber {","} ("and" | "or") b: DayNumber] => vec![a, b], _, "4, 5, and 6 June 2018";
    [a: DayNumber {","} rest: DayNumbers] => [vec![a], rest].concat(), _, "4, 5 and 6 June 2018";
}
Cycle {
    [w: Weekday] => Pattern::Weekday(w), _, "";
    [d: NamedDay] => d, _, "";
    [m: Month] => Pattern::Month(m), _, "";
    [d: Ordinal] if (1..=31).contains(&d) => Pattern::MonthDay { day: d, weekday: None }, _, "the 6th";
    [w: Weekday [","] ["the"] d: Ordinal] if (1..=31).contains(&d)
        => Pattern::MonthDay { day: d, weekday: Some(w) }, _, "Wednesday the 6th";
    [w: Weekday [","] d: Short] if (1..=31).contains(&d)
        => Pattern::MonthDay { day: d, weekday: Some(w) }, _, "Wednesday 6";
    [w: Weekday [","] "the" d: Short] if (1..=31).contains(&d)
        => Pattern::MonthDay { day: d, weekday: Some(w) }, _, "Wednesday the 6";
    [s: SeasonWord] => season(s, false), _, "";
    [["the"] "northern" ["hemisphere"] s: SeasonWord] => season(s, false), _, "the northern summer of 2018";
    [["the"] "southern" ["hemisphere"] s: SeasonWord] => season(s, true), _, "the southern winter of 2018";
    [("q" | "quarter") n: Short] if (1..=4).contains(&n) => Pattern::Quarter(n), _, "Q3 2018";
    [n: Short "q"] if (1..=4).contains(&n) => Pattern::Quarter(n), _, "3Q 2018";
    [n: Ordinal ["-"] ("quarter" | "qtr")] if (1..=4).contains(&n) => Pattern::Quarter(n), _, "third quarter 2018";
    ["h" n: Short] if (1..=2).contains(&n) => Pattern::Half(n), _, "H1 2018";
    [n: Short "h"] if (1..=2).contains(&n) => Pattern::Half(n), _, "1H 2018";
    [n: Ordinal ["-"] "half"] if (1..=2).contains(&n) => Pattern::Half(n), _, "first half 2018";
    ["week" n: Short] if (1..=53).contains(&n) => Pattern::Week(n), _, "week 31";
    [h: Holiday] => h, _, "";
    [("a" | "one") c: Cycle] if !matches!(c, Pattern::MonthDay { .. }) => c, _, "a Friday in May 2018";
}
Named {
    [["the"] c: Cycle] => bare(c), role, "Wednesday";
    [["the"] d: NamedDay y: YearEnd] => in_year(d, y), role, "Wednesday, 6 June 2018";
    [d: MonthDay y: YearEnd [","] w: Weekday] => in_year(on_weekday(d, w), y), role, "June 6, 2018, Wednesday";
    [d: MonthDay y: YearEnd "(" w: Weekday ")"] => in_year(on_weekday(d, w), y), role, "June 6, 2018 (Wednesday)";
    [w: Weekday [","] d: InFigures] => on_date(d, w), role, "Wednesday, 6/6/2018";
    [w: Weekday [","] d: Bare] if !matches!(d, Pattern::MonthDay { .. })
        => bare(on_weekday(d, w)), role, "Wednesday 5/30";
    [["the"] c: Cycle y: YearEnd] if !is_day_of_month(c) => in_year(c, y), role, "June 2018";
    [["the"] y: Four ["-" | "/" | ","] ["the"] c: Cycle] if is_part_of_year(c) => in_year(c, year(y)), role, "2018 Q3";
    [n: Short "q" y: Two] if (1..=4).contains(&n) => in_year(Pattern::Quarter(n), short_year(y)), role, "4Q18";
    [n: Short "h" y: Two] if (1..=2).contains(&n) => in_year(Pattern::Half(n), short_year(y)), role, "1H18";
    [y: Two q: Cycle] if matches!(q, Pattern::Quarter(_)) => in_year(q, short_year(y)), role, "18q4";
    [["the"] s: SeasonWord ["of"] y: Four ("-" | "/") z: Figures] => winter(s, y, z), role, "winter 2010-11";
    [s: SeasonWord y: YearEnd "(" ["the"] "southern" "hemisphere" ")"] => in_year(season(s, true), y), role, "summer 2018 (southern hemisphere)";
    [s: SeasonWord y: YearEnd ["in" | ","] "the" "southern" "hemisphere"] => in_year(season(s, true), y), role, "winter 2018 in the southern hemisphere";
    [m: Month days: DayNumbers] => listed(m, days, None), role, "June 4, 5 and 6";
    [m: Month days: DayNumbers y: YearEnd] => listed(m, days, Some(y)), role, "June 4, 5 and 6, 2018";
    [days: DayNumbers ["of"] m: Month] => listed(m, days, None), role, "4, 5 and 6 June";
    [days: DayNumbers ["of"] m: Month y: YearEnd] => listed(m, days, Some(y)), role, "4, 5 and 6 June 2018";
    [h: Holiday "weekend"] => around(Grain::Weekend, h), role, "Labor Day weekend";
    [h: Holiday "week"] => around(Grain::Week, h), role, "Easter week";
    [h: Holiday "weekend" y: YearEnd] => around_in(Grain::Weekend, h, y), role, "Labor Day weekend 2018";
    [h: Holiday "week" y: YearEnd] => around_in(Grain::Week, h, y), role, "Easter week 2018";
    [d: MonthDay "weekend"] => around(Grain::Weekend, d), role, "July 4 weekend";
    [w: Weekdays] => { let _ = w; Why::ManyDays }, _, "Fridays";
    [w: Weekday "week"] => thursday_week(w, 2), role, "Wednesday week";
    [w: Weekday "fortnight"] => thursday_week(w, 3), role, "Wednesday fortnight";
    ["last" w: Weekday "week"] => Expr::Weekday(w, -2, Expr::today().boxed()), role, "last Wednesday week";
    ["today" "week"] => Expr::Unit(Grain::Day, 7), role, "today week";
    ["today" "fortnight"] => Expr::Unit(Grain::Day, 14), role, "today fortnight";
    ["tomorrow" "week"] => Expr::Unit(Grain::Day, 8), role, "tomorrow week";
    ["yesterday" "week"] => Expr::Unit(Grain::Day, -8), role, "yesterday week";
    [["the"] "year" ["'"] ["s"] ["-"] "end"] => year_end(None), role, "year-end";
    [["the"] "year" ["'"] ["s"] ["-"] "end" y: YearEnd] => year_end(Some(y)), role, "year-end 2018";
    [["the"] u: Unit ["'"] ["s"] ["-"] "end"] if matches!(u, Grain::Month | Grain::Quarter)
        => Expr::Nth(Counted::Unit(Grain::Day), -1, -1, Expr::Unit(u, 0).boxed()), role, "month-end";
}
};

use crate::value::date::grammar::build::days::{
    around, around_in, is_day_of_month, is_part_of_year, on_date,
};
use crate::value::date::grammar::build::years::year;
