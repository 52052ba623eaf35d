//! THE FRONT OFFICE: one function per user's question (a list, a gap list, a map, a reason). The API and the command line both call it.

mod answers;
mod office;

pub use answers::*;
pub use office::*;
