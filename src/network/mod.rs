//! THE DRAWING TABLE: the register frozen at a date.

mod graph;
pub use graph::*;
