//! Null models: what would a number be if only chance were at work?
//!
//! Why: "few lines across" means nothing until it is held against the same network with its labels, or its lines, drawn by lot.
//! One file a null model: labels permuted (`labels`), the same number of lines anywhere (`random_links`), everybody keeps the
//! number of lines they have (`rewire`). `verdict` holds a number against what was drawn.
//! Never: a draw without a seed, the clock, a verdict about a collaboration.

mod labels;
mod random_links;
mod rewire;
mod stream;
mod verdict;

pub use labels::*;
pub use random_links::*;
pub use rewire::*;
pub use stream::*;
pub use verdict::*;

/// Is told how many draws are done and how many there are, and answers whether to go on.
pub type KeepGoing<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Goes on whatever happens.
pub fn keep_going(_done: u64, _all: u64) -> bool {
    true
}
