//! All integration tests, in one binary.
//!
//! ```text
//! api     a user's jobs through HTTP, in-process: read, write, undo, what is refused, limits, pages, the API document
//! store   what was acknowledged is kept: the contract of every back end, the disk, the kill test, and the desk on top of it
//! ```

mod api;
mod store;
