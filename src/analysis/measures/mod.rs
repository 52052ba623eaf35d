//! Measures: one textbook measure a file, each a pure function; `structure` computes them all for one network,
//! `structure_with_baselines` holds them against chance as well.
//!
//! Why: every number can be looked up in the literature, and stands beside what is not known about it.
//! Never: a number that is not finite, an overall score, a repair of missing answers.

mod adjusted_rand_index;
mod answer;
mod articulation;
mod assortativity;
mod baseline;
mod baselines;
mod betweenness;
mod brandes;
mod brokerage;
mod centralisation;
mod closeness;
mod communities;
mod components;
mod confirmed_share;
mod constraint;
mod core_number;
mod core_periphery;
mod cross_betweenness;
mod cross_density;
mod dense;
mod density;
mod departure;
mod distances;
mod drawn;
mod e_i_index;
mod efficiency;
mod estimate;
mod lines_across;
mod lots;
mod mixing;
mod multiplexity;
mod person_dependence;
mod prestige;
mod reciprocity;
mod response;
mod rewiring;
mod standings;
mod structure;
mod transitivity;

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use adjusted_rand_index::*;
pub use answer::*;
pub use articulation::*;
pub use assortativity::*;
pub use baseline::*;
pub use baselines::*;
pub use betweenness::*;
pub use brokerage::*;
pub use centralisation::*;
pub use closeness::*;
pub use communities::*;
pub use components::*;
pub use confirmed_share::*;
pub use constraint::*;
pub use core_number::*;
pub use core_periphery::*;
pub use cross_betweenness::*;
pub use cross_density::*;
pub use density::*;
pub use departure::*;
pub use distances::*;
pub use drawn::*;
pub use e_i_index::*;
pub use efficiency::*;
pub use estimate::*;
pub use lines_across::*;
pub use mixing::*;
pub use multiplexity::*;
pub use person_dependence::*;
pub use prestige::*;
pub use reciprocity::*;
pub use response::*;
pub use standings::*;
pub use structure::*;
pub use transitivity::*;
