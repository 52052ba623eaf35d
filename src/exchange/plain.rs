//! A plain network of organisations in two CSV files.
