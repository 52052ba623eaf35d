//! THE POST ROOM: files in and out, all errors at once with file, line and reason.
//!
//! Why: what people keep in files comes in whole or not at all, and loses nothing.
//! Never: writes to the register; it gives changes, and the desk applies them.

pub mod bundle;
pub mod catalogue;
pub mod country;
pub mod plain;
pub mod shipped;
pub mod tables;
pub mod vcard;
