//! The plans that a thread has made, by the shape of their texts: news say their dates in few shapes.

use std::cell::RefCell;
use std::rc::Rc;

use fnv::FnvBuildHasher;
use indexmap::IndexMap;

use super::lex::Text;
use super::plan::Plan;

/// So many plans are kept, each of so many steps at most.
const MOST_PLANS: usize = 1_000;
const MOST_STEPS: usize = 500;

thread_local! {
    static PLANS: RefCell<IndexMap<Box<[u16]>, Rc<Plan>, FnvBuildHasher>> = RefCell::default();
}

/// The plan for a text, made or known.
pub(super) fn plan(text: &Text) -> Rc<Plan> {
    let shape = text.shape();
    PLANS.with_borrow_mut(|plans| {
        if let Some(plan) = plans.get(shape.as_slice()) {
            return Rc::clone(plan);
        }
        let plan = Rc::new(Plan::of(text));
        if plans.len() == MOST_PLANS {
            plans.clear();
        }
        if plan.steps.len() <= MOST_STEPS {
            plans.insert(shape.as_slice().into(), Rc::clone(&plan));
        }
        plan
    })
}
