//! National questions: what is asked of all coalitions at once, each in one pass over the frozen country.
//!
//! Why: a country is too large to ask its coalitions one by one and add up, and its lines run between coalitions too.
//! Never: a name, a ranking of coalitions. What nobody was asked about counts here as no line: a national network is read as a
//! closed list.

mod coalition_distances;
mod distances_across;
mod missing_lines;
mod mixing;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use coalition_distances::*;
pub use distances_across::*;
pub use missing_lines::*;
pub use mixing::*;
