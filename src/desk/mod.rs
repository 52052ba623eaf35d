//! THE FRONT OFFICE: one function per user's question (a list, a gap list, a map, a reason). The API and the command line both call it.
//!
//! Why: both doors give the same answer, and a sentence is written once.
//! Never: HTTP, files, the clock.

mod answers;
mod card;
mod changes;
mod coalitions;
mod comparison;
mod contact_words;
mod contacts;
mod country;
mod covered;
mod evidence;
mod gaps;
mod import;
mod introduction_words;
mod introductions;
mod links;
mod map;
mod map_changes;
mod map_words;
mod margins;
mod office;
mod partners;
mod phrases;
mod proposal;
pub mod protected;
mod reading;
mod report;
mod said_hours;
mod sentences;
mod sides;
mod speech;
mod standings;
mod structure;
mod suppose_faults;
mod timeline;
mod timeline_picture;
mod what_if;
mod what_if_map;
mod what_if_words;
mod who;
mod words;

pub use crate::analysis::effort::Effort;
pub use crate::analysis::introductions::{LINES_DEFAULT, PlanLimits};
pub use answers::*;
pub use card::*;
pub use changes::*;
pub use comparison::*;
pub use country::*;
pub use import::*;
pub use office::*;
pub use proposal::*;
pub use reading::*;
pub use report::*;
pub use sides::SidesRow;
pub use standings::*;
pub use structure::*;
pub use suppose_faults::*;
pub use timeline::*;
pub use what_if::*;
pub use who::*;
pub use words::date as date_in_words;
