//! Measures: one textbook measure a file.
