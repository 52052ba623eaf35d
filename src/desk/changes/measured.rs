//! All measures of one network, as they are compared between days and kept.

use super::super::carried::carried;
use super::super::counted::Counted;
use crate::analysis::measures::{self, Measure};
use crate::network::Network;
use std::collections::BTreeMap;

/// Measures that count persons: only for who belongs to the coalition.
pub(in crate::desk) const PERSON_MEASURES: [&str; 2] = ["carriers", "personDependence"];

/// Every measure under its name, without what chance would give. Cost: that of `measures::structure` and `carried`.
pub(in crate::desk) fn measured(network: &Network) -> BTreeMap<String, Measure> {
    let counted = Counted::of(network);
    let mut found = measures::structure(&counted.input).measures;
    found.extend(carried(network, &counted.places).measures.map(|(name, measure)| (name.to_owned(), measure)));
    found
}
