//! THE SWITCHBOARD: whom to call: from a need and a place to a desk, and the shortest line to it.
//!
//! Why: the answer comes within a moment, from what a viewer may see and nothing else.
//! Never: words, HTTP, files, the clock. Only `index` names the search library.

mod asked;
mod broken;
mod compounds;
mod edges;
mod entries;
mod fold;
mod forms;
mod found;
mod guesses;
mod index;
mod known;
mod lines;
mod nationwide;
mod rank;
mod reach;
mod serves;
mod tier;

pub use asked::{SEARCH_CHARS_MAX, SEARCH_WORDS_MAX};
pub use broken::*;
pub use edges::{Certainty, Edge, Tie};
pub use found::*;
pub use index::Index;
pub use lines::*;
pub use nationwide::*;
pub use rank::*;
pub use reach::*;
pub use serves::*;
