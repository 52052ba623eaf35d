//! What must hold for every map.

mod changes;
mod charts;
mod drawing;
mod fixtures;
mod look;
mod paper;
mod pictures;
mod press;
mod scenario;
mod writers;
