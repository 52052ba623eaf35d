//! All integration tests, in one binary.
//!
//! ```text
//! architecture  which room may call which, and who alone may name a library
//! facilitator   what a facilitator reads of the nine coalitions, from file to answer
//! store         what was acknowledged is kept: the contract of every back end, the disk, the kill test, and the desk on top of it
//! ```

mod architecture;
mod facilitator;
mod store;
