//! Introductions: who should meet whom, introduced by whom, and what it gains. A proposal ("voorstel"), chosen greedily.
//!
//! Why: common-neighbour prediction proposes more lines to who has most already; here the norm comes first, and nobody gets more
//! than a few new lines.
//! Never: a line that somebody says is there, a promise that no better plan exists, a word of what an end denies.

mod across;
mod candidates;
mod introducers;
mod lines;
mod meetings;
mod plan;
mod value;

#[cfg(test)]
mod tests;

pub use across::Across;
pub use candidates::{Candidate, Known, candidates};
pub use introducers::{Introducer, introducers, steps_between};
pub use meetings::{Gathering, gatherings};
pub use plan::*;
pub use value::{Board, Effect};
