//! What comes round again, placed by the stretch that it lies in.

use crate::value::date::calendar::Grain;
use crate::value::date::expr::Expr;
use crate::value::date::grammar::build::days::bare;
use crate::value::date::grammar::build::parts::{misplaced, place, place_beside};
use crate::value::date::grammar::build::years::year;
use crate::value::date::grammar::row::{Row, rows};
use crate::value::date::grammar::why::Why;
use crate::value::date::pattern::Pattern;

use super::OF;

pub(super) const ROWS: &[Row] = rows! {
Date {
    [d: Named] => d, _, "";
    [["the"] c: Cycle [","] (OF) d: Date] => place(c, d), role, "Wednesday of last week";
    [["the"] c: Cycle ["," | "-"] ["on" | "at"] d: Date] => place_beside(c, d), role, "Wednesday last week";
    [["the"] d: Bare (OF) s: Date] => place(d, s), role, "4 of this month";
    [["the"] d: Bare s: Date] if !is_fixed(&s) => place(d, s), role, "4 this month";
    [["the"] c: Cycle y: Four] if is_weekly(c) => { let _ = c; Why::Misplaced(y) }, _, "Wednesday 1500";
    [y: Four "on" c: Cycle] => { let _ = c; Why::Misplaced(y) }, _, "1500 on July 4";
    [y: Four c: Cycle] if misplaced(c) => Why::Misplaced(y), _, "1500 Wednesday";
    [s: Named ["," | "-"] ["on" | "in" | "'"] ["s"] c: Cycle] => place_beside(c, s), role, "last week on Friday";
    [["the"] y: Four ("quarter" | "period")] => year(y), role, "the 1988 period";
    [s: Named "'" ["s"] ("quarter" | "period")] if is_long(&s) => s, role, "last year's quarter";
}
Named {
    [{THE} "weekend"] => bare(Pattern::Weekend), role, "the weekend";
    [{MY} d: Named] => d, _, "its third quarter";
    [{THE} "quarter"] => Expr::Reported, role, "the quarter";
    [{THE} u: Unit] if u != Grain::Weekend && u != Grain::Quarter => Expr::Unit(u, 0), role, "the week";
}
};

/// Whose it is does not count.
const MY: &[&str] = &["my", "our", "his", "her", "its", "their"];
const THE: &[&str] = &["the", "my", "our", "his", "her", "its", "their"];

fn is_fixed(scope: &Expr) -> bool {
    matches!(scope, Expr::Fixed(_))
}

fn is_weekly(pattern: Pattern) -> bool {
    pattern.cycle() == Grain::Week
}

fn is_long(scope: &Expr) -> bool {
    match scope {
        Expr::Fixed(stretch) => stretch.grain > Grain::Day,
        Expr::Unit(grain, _) => *grain > Grain::Day,
        _ => false,
    }
}
