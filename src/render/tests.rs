//! What must hold for every map.

mod charts;
mod changes;
mod drawing;
mod fixtures;
mod look;
mod paper;
mod pictures;
mod press;
mod scenario;
mod writers;
