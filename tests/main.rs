//! All integration tests, in one binary.
//!
//! ```text
//! store   what was acknowledged is kept: the contract of every back end, the disk, the kill test, and the desk on top of it
//! ```

mod store;
