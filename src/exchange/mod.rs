//! THE POST ROOM: files in and out, all errors at once.

pub mod bundle;
pub mod catalogue;
pub mod plain;
