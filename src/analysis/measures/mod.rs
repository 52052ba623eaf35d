//! Measures: one textbook measure a file, each a pure function; `structure` computes them all for one network.
//!
//! Why: every number can be looked up in the literature, and stands beside what is not known about it.
//! Never: a number that is not finite, an overall score, a repair of missing answers.

mod answer;
mod articulation;
mod assortativity;
mod components;
mod confirmed_share;
mod cross_density;
mod density;
mod distances;
mod e_i_index;
mod efficiency;
mod lines_across;
mod mixing;
mod multiplexity;
mod person_dependence;
mod reciprocity;
mod response;
mod structure;
mod transitivity;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use answer::*;
pub use articulation::*;
pub use assortativity::*;
pub use components::*;
pub use confirmed_share::*;
pub use cross_density::*;
pub use density::*;
pub use distances::*;
pub use e_i_index::*;
pub use efficiency::*;
pub use lines_across::*;
pub use mixing::*;
pub use multiplexity::*;
pub use person_dependence::*;
pub use reciprocity::*;
pub use response::*;
pub use structure::*;
pub use transitivity::*;
