//! THE SWITCHBOARD: whom to call: from a need and a place to a desk, and the shortest line to it.
//!
//! - `search/`: from what somebody typed to what they mean.
//! - `serves` and `rank`: who serves it in a coalition, and in which order they are told.
//! - `lines`, with its `edges`: the lines between the people of a coalition; `broken`: where one breaks off, and whom to ask.
//! - `nationwide`: which other coalition has somebody; `reach`: the nearest of a set, over the flat arrays of a country.
//!
//! Why: the answer comes within a moment, from what a viewer may see and nothing else.
//! Never: words, HTTP, files, the clock.

mod broken;
mod edges;
mod lines;
mod nationwide;
mod rank;
mod reach;
mod search;
mod serves;

pub use broken::*;
pub use edges::{Certainty, Edge, Tie};
pub use lines::*;
pub use nationwide::*;
pub use rank::*;
pub use reach::*;
pub use search::*;
pub use serves::*;
