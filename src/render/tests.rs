//! What must hold for every map.

mod changes;
mod drawing;
mod fixtures;
mod look;
mod paper;
mod press;
mod scenario;
mod writers;
