//! A coalition in one TOML file.
