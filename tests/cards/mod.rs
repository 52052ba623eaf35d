//! What is kept: the call card of a coalition, and a contact for an address book; for who may see it, and as another program reads it.

mod contacts;
mod made;
mod paper;
mod served;
mod terminal;

use made::{Desk, Made, TODAY};
