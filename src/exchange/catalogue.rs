//! The catalogue in TOML files.
