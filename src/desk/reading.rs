//! How a question is asked: for which day, by which rule, with which sides, and supposing what.
//!
//! Why: every answer about a coalition is asked in the same way, and prints how it was asked.

use crate::network::*;
use time::Date;

/// How a coalition is looked at. The default: the day it is shown at, rule `any`, the catalogue's sides, nothing supposed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The day for which it holds; absent: the day it is shown at by default.
    pub as_of: Option<Date>,
    /// What makes a claim a line.
    pub rule: Rule,
    /// Which parties are held against which.
    pub sides: Sides,
    /// What is supposed to have changed.
    pub supposed: Vec<Supposed>,
}

/// A day, and the rest as it is by default.
impl From<Option<Date>> for Reading {
    fn from(as_of: Option<Date>) -> Self {
        Self { as_of, ..Self::default() }
    }
}

impl Reading {
    /// The same with something supposed.
    pub fn supposing(&self, supposed: Vec<Supposed>) -> Self {
        Self { supposed, ..self.clone() }
    }
}
