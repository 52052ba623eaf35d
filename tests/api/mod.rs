//! The counter, through HTTP and in this process.

mod comparison_tables;
mod document;
mod limits;
mod maps;
mod operators;
mod pages;
mod privacy;
mod reading;
mod readings;
mod refusals;
mod reports;
pub mod schema;
pub mod support;
mod what_if;
mod writing;

use support::Counter;
