//! THE PRINT SHOP: a map as SVG, PNG, PDF, DOT.

mod input;

pub use input::*;
