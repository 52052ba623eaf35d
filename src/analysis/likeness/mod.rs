//! Likeness: which coalitions are most like each other, by whom they have and by who has lines with whom.
//!
//! Why: somebody who looks for an example looks first at who stands in the same place.
//! Never: a rank of coalitions, a repair of what is not known, a comparison on next to nothing.

mod coverage;
mod mixing_ratio;
mod pairs;
mod portrait;
mod tree;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use coverage::*;
pub use mixing_ratio::*;
pub use pairs::*;
pub use portrait::*;
pub use tree::*;
