//! THE READING ROOM: pure questions to a network.
//!
//! Why: a facilitator must be able to defend every number and every gap in a meeting.
//! Never: input or output, the clock, a picture.

pub mod carriers;
pub mod change;
pub mod country;
pub mod effort;
pub mod gaps;
pub mod introductions;
pub mod measures;
pub mod nulls;
pub mod paths;
pub mod why;
