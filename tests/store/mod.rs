//! What was acknowledged is kept, whatever happens.
//!
//! ```text
//! contract   what every back end promises
//! country    a country in three files, in and again
//! disk       what the embedded store says about a directory that it cannot use
//! full       a disk that is full
//! kill       a process that is killed at random moments
//! lines      the export of the log, and the store of the first release
//! desk       the snapshot and the single writer above the store
//! register   which coalitions a change marks, and a batch that is taken back
//! speed      how long loading takes (slow suite)
//! ```

mod contract;
mod country;
mod desk;
mod disk;
mod full;
mod kill;
mod lines;
mod register;
mod speed;
mod support;
