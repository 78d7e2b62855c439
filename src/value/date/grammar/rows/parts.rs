//! Parts of a stretch, and the n-th of what it holds.

use crate::value::date::calendar::Grain;
use crate::value::date::expr::{Counted, Expr};
use crate::value::date::grammar::build::parts::{
    is_longer_than_a_year, nth, part, parts, so_far, to_come,
};
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::words::Third;

use super::{ABOUT, LAST, OF};

pub(super) const ROWS: &[Row] = rows! {
Part {
    [("early" | "start")] => Third::Early, _, "";
    [("mid" | "middle")] => Third::Mid, _, "";
    [("late" | "end")] => Third::Late, _, "";
}
Stage {
    [("early" | "beginning" | "first" | "opening") ("part" | "days" | "weeks" | "months" | "years" | "stages")] => Third::Early, _, "the early part of 2018";
    ["middle" ("part" | "weeks" | "months" | "years")] => Third::Mid, _, "the middle part of 2018";
    [("late" | "end" | "final" | "last" | "closing" | "dying") ("part" | "days" | "weeks" | "months" | "years" | "stages")] => Third::Late, _, "the last days of May 2018";
}
Counted {
    [u: Unit] => Counted::Unit(u), _, "";
    [w: Weekday] => Counted::Weekday(w), _, "the first Friday of May 2018";
}
SeveralCounted {
    [u: Units] => Counted::Unit(u), _, "";
    [w: Weekdays] => Counted::Weekday(w), _, "the first two Fridays of May 2018";
}
Named {
    [["the"] t: Stage (OF) d: Date] => part(t, d), role, "the last days of May 2018";
    [["the"] t: Part ["-"] ["of" | "in" | "on" | ","] [ABOUT] d: Date] => part(t, d), role, "early May 2018";
    [["the"] "beginning" "of" [ABOUT] d: Date] => part(Third::Early, d), role, "the beginning of May 2018";
    [["the"] ("back" | "tail") "end" "of" [ABOUT] d: Date] => part(Third::Late, d), role, "the back end of 2018";
    [["the"] "close" "of" [ABOUT] d: Date] => part(Third::Late, d), role, "the close of May 2018";
    [["the"] "beginning" "of" u: Unit] if u > Grain::Day => part(Third::Early, Expr::Unit(u, 0)), role, "the beginning of month";
    [["the"] t: Part ["-"] ["of"] u: Unit] if u > Grain::Day => part(t, Expr::Unit(u, 0)), role, "mid-week";
    [["the"] t: Part ["-"] ["to" | "or"] ["-"] l: Part ["-"] ["of" | "in" | "on"] d: Date] if !d.is_day()
        => parts(t, l, d), "from one third of it to another", "mid- to late May 2018";
    [["the"] ("start" | "beginning" | "middle" | "end" | "close") "of" d: Date] if d.is_day() => d, "all of the day is allowed", "the end of Wednesday";
    [["the"] "latter" ("half" | "part") ["of" | "in"] d: Date] => nth(Counted::Unit(Grain::Half), 2, 1, d), role, "the latter half of 2017";
    [["the"] "earlier" ["on"] ["in"] d: Date] => so_far(d), "up to yesterday", "earlier this week";
    ["so" "far" ["in"] d: Date] => so_far(d), "up to yesterday", "so far this year";
    [d: SoFarIn "so" "far"] => so_far(d), "up to yesterday", "this year so far";
    ["later" ["on"] ["in"] d: Date] => to_come(d), "from today on", "later this week";
    [["the"] ("rest" | "remainder") ["of"] d: Date] => to_come(d), "from today on", "the rest of the month";
    [["in"] ("earlier" | "later") u: Units] => { let _ = u; Why::Elsewhere }, _, "in later years";
    [["the" | "a"] ["large" | "small" | "big" | "good" | "better" | "great" | "greater" | "major"] ("much" | "most" | "bulk" | "part") "of" d: Date] => d, "somewhere in it", "much of 1990";
    [["the"] ("all" | "whole" | "entire" | "full" | "throughout") ["of"] d: Date] => d, "all of it", "all of 2018";
    [["the"] ("all" | "whole" | "entire" | "full" | "throughout") ["of"] u: Unit] if u > Grain::Day => Expr::Unit(u, 0), role, "the whole week";
    [["the"] ("all" | "whole" | "entire" | "full") "day"] => Expr::today(), role, "the whole day";
    ["all" "day" ["on" | ","] d: Date] if d.is_day() => d, "all of it", "all day Wednesday";
    [["the"] "course" "of" d: Date] => d, "all of it", "over the course of 2017";
    [("a" | "one" | "any" | "some") "day" (OF) d: Date] => d, "somewhere in it", "one day in June 2018";
    [("one" | "a") "day" d: Date] => d, "somewhere in it", "one day last week";
    [["the"] n: Ordinal c: Counted ["of" | "in" | ","] d: Date] if allowed(c, &d) => nth(c, n, 1, d), role, "the first week of May 2018";
    [["the"] n: Ordinal m: Count c: SeveralCounted ["of" | "in"] d: Date] => nth(c, n, m.1, d), role, "the first two weeks of May 2018";
    [["the"] ("opening") c: Counted (OF) d: Date] => nth(c, 1, 1, d), role, "the opening week of May 2018";
    [["the"] ("opening") m: Count c: SeveralCounted (OF) d: Date] => nth(c, 1, m.1, d), role, "the opening two weeks of May 2018";
    [["the"] (LAST) c: Counted (OF) d: Date] => nth(c, -1, 1, d), role, "the last week of May 2018";
    [["the"] (LAST) m: Count c: SeveralCounted (OF) d: Date] => nth(c, -1, m.1, d), role, "the last two days of May 2018";
    [["the"] ("second" | "next") ["-"] "to" ["-"] "last" c: Counted (OF) d: Date] => nth(c, -2, 1, d), role, "the next to last week of May 2018";
    [["the"] n: Ordinal ["-"] "to" ["-"] "last" c: Counted (OF) d: Date] if n > 1 => nth(c, -n, 1, d), role, "the third to last week of May 2018";
    [["the"] n: Ordinal ["-"] "last" c: Counted (OF) d: Date] if n > 1 => nth(c, -n, 1, d), role, "the third last week of May 2018";
    [["the"] "penultimate" c: Counted (OF) d: Date] => nth(c, -2, 1, d), role, "the penultimate week of May 2018";
    [["the"] n: Ordinal w: Weekday] => nth(Counted::Weekday(w), n, 1, Expr::Unit(Grain::Month, 0)), role, "the second Tuesday";
    [["the"] n: Ordinal u: Unit] if !matches!(u, Grain::Quarter | Grain::Half | Grain::Century) => { let _ = n; Why::OfWhat }, _, "the eighth day";
    [["the"] n: Ordinal m: Count u: Units] => { let _ = (n, m, u); Why::OfWhat }, _, "the first nine months";
    [["the"] n: Ordinal "of" d: Date] if is_long_unit(&d) => nth(Counted::Unit(Grain::Day), n, 1, d), role, "the first of the year";
}
SoFarIn {
    [["the"] p: Picked u: Unit] => { let _ = p; Expr::Unit(u, 0) }, _, "";
}
};

/// Quarters and halves of a year come round again, those of a decade are counted.
fn allowed(counted: Counted, of: &Expr) -> bool {
    match counted {
        Counted::Unit(Grain::Century) => false,
        Counted::Unit(Grain::Quarter) => is_longer_than_a_year(of),
        Counted::Unit(Grain::Half) => !is_of_a_year(of),
        _ => true,
    }
}

fn is_of_a_year(of: &Expr) -> bool {
    match of {
        Expr::Fixed(stretch) => stretch.grain == Grain::Year,
        Expr::Unit(grain, _) => *grain == Grain::Year,
        _ => false,
    }
}

fn is_long_unit(of: &Expr) -> bool {
    matches!(of, Expr::Unit(grain, _) if *grain > Grain::Month)
}
