//! THE NOUNS: everything a coalition consists of, as types that cannot hold nonsense.
//!
//! Why: every other room speaks in these words; a value that exists here is valid.
//! Never: input or output, a graph library, a web framework, the clock.

mod catalogue;
mod change;
mod claim;
mod coalition;
mod contact;
mod date;
mod hours;
mod ids;
mod initiative;
mod measured;
mod party;
mod register;
mod searched;
mod shelves;
mod sorted;
mod source;
mod text;
mod typed;
mod unseen;
mod viewer;

pub use catalogue::*;
pub use change::*;
pub use claim::*;
pub use coalition::*;
pub use contact::*;
pub use date::*;
pub use hours::*;
pub use ids::*;
pub use initiative::*;
pub use measured::*;
pub use party::*;
pub use register::*;
pub use searched::*;
pub use source::*;
pub use text::{NAME_CHARS_MAX, NOTE_CHARS_MAX, Name, Note, TextError, holds_citizen_number};
pub use typed::*;
pub use unseen::*;
pub use viewer::*;
