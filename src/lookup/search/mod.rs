//! The search box: what is meant by what somebody typed, and may they find it?
//!
//! `typed` reads the text; `entries` is what can be found, `known` and `sight` who may find it; `fold`, `compounds` and `forms` are the
//! forms of words, `near` those with an error in them, `sentence` what words say together; `index` answers, and alone names the search library; `tier` and `found` are the
//! answer; `guesses` is for when there is none.

mod compounds;
mod entries;
mod fold;
mod forms;
mod found;
mod guesses;
mod index;
mod known;
mod near;
mod sentence;
mod sight;
mod tier;
mod typed;

pub use found::*;
pub use index::Index;
pub use typed::{SEARCH_CHARS_MAX, SEARCH_WORDS_MAX};
