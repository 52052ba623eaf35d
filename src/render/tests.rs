//! What must hold for every map.

mod fixtures;
mod look;
