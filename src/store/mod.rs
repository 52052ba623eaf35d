//! THE ARCHIVE: load, append, history.
