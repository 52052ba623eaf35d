//! THE FRONT OFFICE: one function per user's question (a list, a gap list, a map, a reason). The API and the command line both call it.
//!
//! Why: both doors give the same answer, and a sentence is written once.
//! Never: HTTP, files, the clock.

mod answers;
mod coalitions;
mod evidence;
mod gaps;
mod import;
mod links;
mod map;
mod margins;
mod office;
mod partners;
mod phrases;
mod reading;
mod report;
mod sentences;
mod sides;
mod speech;
mod structure;
mod words;

pub use answers::*;
pub use import::*;
pub use office::*;
pub use reading::*;
pub use report::*;
pub use sides::SidesRow;
pub use structure::*;
pub use words::date as date_in_words;
