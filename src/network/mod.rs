//! THE DRAWING TABLE: the register frozen at a date into plain arrays.
//!
//! Why: measures, gaps and maps read one immutable picture, so that an answer never mixes two moments.
//! Never: changes anything, asks the clock, knows the store.

mod bit_rows;
mod claims;
mod country;
mod freeze;
mod graph;
mod link;
mod links;
mod many;
mod member;
mod members;
mod people;
mod people_links;
mod roll;
mod sides;
mod state;
mod suppose;
mod voice;
mod weighted;

pub use bit_rows::*;
pub use claims::{Claims, Voices};
pub use country::*;
pub use freeze::*;
pub use graph::*;
pub use link::*;
pub use links::{CONSULTATION_PARTICIPANTS_MAX, faded};
pub use many::freeze_many;
pub use member::*;
pub use people::*;
pub use people_links::*;
pub use sides::*;
pub use state::*;
pub use suppose::{Supposed, kind_of_introduction};
pub use voice::claim_date;
pub use weighted::*;
