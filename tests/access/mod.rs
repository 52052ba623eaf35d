//! What a role may not see is in no answer: not in a name, an id, a number, a path, a count or an error, whatever is asked.

mod kept;
mod leaks;
mod letting_in;
mod logs;
mod names;
mod oracle;
mod register;
mod rights;
mod small_cells;

use crate::api::support::Counter;
use register::made_up;

/// Every role, the coalitions it is held in being Leiden where there is one; and a professional of another coalition.
const VIEWERS: [&str; 6] =
    ["administrator", "visitor", "adviser", "professional:leiden", "facilitator:leiden", "professional:delft"];

/// A counter for one viewer, with the made-up people and desks beside the shipped coalitions.
fn counter(viewer: &str) -> Counter {
    let counter = Counter::with(&[("KL_VIEWER", viewer)]);
    made_up(&counter);
    counter
}
